/* SPDX-License-Identifier: ISC */
/* Whole amounts as people write them: what is understood, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/amount_text.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
understood(void **state)
{
	static const struct {
		const char *text;
		int64_t amount;
	} cases[] = {
		{ "0", 0 },
		{ "007", 7 },
		{ "1500000", 1500000 },
		{ "1.500.000", 1500000 },
		{ "1 500 000", 1500000 },
		{ "Rp1.500.000", 1500000 },
		{ "Rp 1.500.000", 1500000 },
		{ "Rp. 900000", 900000 },
		{ "rp 2.750", 2750 },
		{ "RP.1.250.000,00", 1250000 },
		{ "1.500.000,-", 1500000 },
		{ "1500000,--", 1500000 },
		{ "999999999999999999", 999999999999999999 },
		{ "999.999.999.999.999.999", 999999999999999999 },
	};

	(void)state;
	for (size_t at = 0; at < COUNT(cases); at++) {
		int64_t amount = -1;

		assert_true(amount_text(cases[at].text, &amount));
		assert_int_equal(amount, cases[at].amount);
	}
}

static void
refused(void **state)
{
	static const char *const texts[] = { "", " ", "Rp", "Rp.", "-5", "+5", "1,5", "1,05", "1,",
		"1.50", "1.5000", "1500.000", "1500 000", ".500", "1.500.", "1.500.75", "1..500",
		"1  500", "1.500 orang", "dua", "1000000000000000000",
		"9.999.999.999.999.999.999" };

	(void)state;
	for (size_t at = 0; at < COUNT(texts); at++) {
		int64_t amount = -1;

		assert_false(amount_text(texts[at], &amount));
		assert_int_equal(amount, -1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(understood),
		cmocka_unit_test(refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
