/* SPDX-License-Identifier: ISC */
/*
 * The index of satisfaction against figures worked out by hand, its rounding at the half, and
 * the marks at each of their edges.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/satisfaction.h"

static void
index_by_hand(void **state)
{
	(void)state;
	assert_int_equal(satisfaction_index(0, 0), -1);
	assert_int_equal(satisfaction_index(9, 1), 2500);
	assert_int_equal(satisfaction_index(36, 1), 10000); /* a ninth of 0.11 would give 9900 */
	assert_int_equal(satisfaction_index(27, 1), 7500);
	/* 3.4444 × 25 = 86.1111; two of them say 31 and 32: 63 / 18 × 25 = 87.5 */
	assert_int_equal(satisfaction_index(31, 1), 8611);
	assert_int_equal(satisfaction_index(63, 2), 8750);
	/* 8 respondents, 215: 215 / 72 × 25 = 74.6527…; 221: 76.7361… */
	assert_int_equal(satisfaction_index(215, 8), 7465);
	assert_int_equal(satisfaction_index(221, 8), 7674);
	/* 80 respondents, 1801: 1801 / 720 × 25 = 62.5347…; 1809: 62.8125 is a half: up */
	assert_int_equal(satisfaction_index(1801, 80), 6253);
	assert_int_equal(satisfaction_index(1809, 80), 6281);
	assert_int_equal(satisfaction_index(2781, 200), 3863); /* 38.625 */
	assert_int_equal(satisfaction_mean(31, 9), 344);
	assert_int_equal(satisfaction_mean(21, 8), 263); /* 2.625 */
	assert_int_equal(satisfaction_mean(4, 0), -1);
}

static void
marks_at_their_edges(void **state)
{
	(void)state;
	assert_int_equal(satisfaction_mark(2500), 'D');
	assert_int_equal(satisfaction_mark(6499), 'D');
	assert_int_equal(satisfaction_mark(6500), 'C');
	assert_int_equal(satisfaction_mark(7660), 'C');
	assert_int_equal(satisfaction_mark(7661), 'B');
	assert_int_equal(satisfaction_mark(8830), 'B');
	assert_int_equal(satisfaction_mark(8831), 'A');
	assert_int_equal(satisfaction_mark(10000), 'A');
	assert_string_equal(satisfaction_mark_word('A'), "Sangat baik");
	assert_string_equal(satisfaction_mark_word('D'), "Tidak baik");
	assert_string_equal(satisfaction_word(0), "");
	assert_string_equal(satisfaction_word(5), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(index_by_hand),
		cmocka_unit_test(marks_at_their_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
