/* SPDX-License-Identifier: ISC */
/* Cells on their way out: what is a number, and what no spreadsheet computes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/cell.h"

static void
numbers_as_machines_read_them(void **state)
{
	static const struct {
		const char *text;
		const char *number;
	} cases[] = {
		{ "0", "0" },
		{ "37,8", "37.8" },
		{ "1.234", "1234" },
		{ "1.234.567,5", "1234567.5" },
		{ "−9", "-9" },
		{ "-9", "-9" },
		{ "+9", "9" },
		{ "0,5", "0.5" },
		{ "", NULL },
		{ "-", NULL },
		{ "007", NULL },
		{ "1.2.3", NULL },
		{ "1234.567", NULL },
		{ "12,", NULL },
		{ "5 tahun", NULL },
		{ "1234567890123456", NULL },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		const char *number = cell_as_number(&arena, cases[at].text);

		if (cases[at].number == NULL)
			assert_null(number);
		else
			assert_string_equal(number, cases[at].number);
	}
	arena_free(&arena);
}

static void
formulas_are_disarmed(void **state)
{
	static const struct {
		const char *text;
		const char *field;
	} cases[] = {
		{ "", "\"\"" },
		{ "Dinas \"Contoh\"", "\"Dinas \"\"Contoh\"\"\"" },
		{ "=1+1", "\"'=1+1\"" },
		{ "@sum", "\"'@sum\"" },
		{ "\tx", "\"'\tx\"" },
		{ "\rx", "\"'\rx\"" },
		{ "+x", "\"'+x\"" },
		{ "-x", "\"'-x\"" },
		{ "-5", "\"-5\"" },
		{ "+5,5", "\"+5,5\"" },
		{ "a=1", "\"a=1\"" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		struct buffer csv = { .arena = &arena };

		cell_csv(&csv, cases[at].text);
		assert_string_equal(csv.bytes, cases[at].field);
	}
	arena_free(&arena);
}

/* Coming back, such a cell is what it was; other apostrophes stay. */
static void
disarmed_cells_come_back(void **state)
{
	(void)state;
	assert_string_equal(cell_rearmed("'=1+1"), "=1+1");
	assert_string_equal(cell_rearmed("'-x"), "-x");
	assert_string_equal(cell_rearmed("'kutip'"), "'kutip'");
	assert_string_equal(cell_rearmed("'"), "'");
	assert_string_equal(cell_rearmed("=1+1"), "=1+1");
	assert_string_equal(cell_rearmed(""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_as_machines_read_them),
		cmocka_unit_test(formulas_are_disarmed),
		cmocka_unit_test(disarmed_cells_come_back),
	};

	return cmocka_run_group_tests_name("cell", tests, NULL, NULL);
}
