/* SPDX-License-Identifier: ISC */
/* Whole numbers as text: as printf writes them, and no further back than DECIMAL_ROOM. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/decimal.h"

static void
signed_numbers(void **state)
{
	static const int64_t numbers[] = { 0, 1, -1, 9, 10, -10, 99, 100, 4294967296, INT64_MAX,
		INT64_MIN };

	(void)state;
	for (size_t at = 0; at < sizeof(numbers) / sizeof(numbers[0]); at++) {
		char room[DECIMAL_ROOM + 1] = { 0 }, expected[32], *begin;

		snprintf(expected, sizeof(expected), "%" PRId64, numbers[at]);
		begin = decimal_put_signed(room + DECIMAL_ROOM, numbers[at]);
		assert_true(begin >= room);
		assert_string_equal(begin, expected);
	}
}

static void
least_digits(void **state)
{
	static const struct {
		uint64_t number;
		unsigned least;
		const char *text;
	} cases[] = {
		{ 0, 0, "" },
		{ 0, 1, "0" },
		{ 7, 2, "07" },
		{ 12, 2, "12" },
		{ 123, 2, "123" },
		{ 0, 6, "000000" },
		{ 2026, 4, "2026" },
		{ UINT64_MAX, 1, "18446744073709551615" },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		char room[DECIMAL_ROOM + 1] = { 0 };

		assert_string_equal(decimal_put(room + DECIMAL_ROOM, cases[at].number,
					cases[at].least),
		    cases[at].text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signed_numbers),
		cmocka_unit_test(least_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
