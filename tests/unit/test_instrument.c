/* SPDX-License-Identifier: ISC */
/* How the tables of an instrument become checklists and intervals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "sheet/instrument.h"

static const char other[] = "Dokumen pendukung lain";

static void
examples_become_a_checklist(void **state)
{
	struct arena arena = { 0 };
	struct instrument_level level = { 0 };

	(void)state;
	instrument_items(&arena, &level,
	    "+ Renja awal/akhir; RKA murni/perubahan;cascading ; ");
	assert_int_equal(level.item_count, 4);
	assert_string_equal(level.items[0].title, "Renja awal/akhir");
	assert_true(level.items[0].compulsory);
	assert_string_equal(level.items[1].title, "RKA murni/perubahan");
	assert_false(level.items[1].compulsory);
	assert_string_equal(level.items[2].title, "Cascading");
	assert_string_equal(level.items[3].title, other);
	assert_false(level.items[3].compulsory);
	arena_free(&arena);
}

static void
a_mark_asks_for_a_signature(void **state)
{
	struct arena arena = { 0 };
	struct instrument_level level = { 0 };

	(void)state;
	instrument_items(&arena, &level, "+ SK tim SOP (ttd) ; dokumen SOP;"
	    "surat (TTD).; (ttd)");
	assert_int_equal(level.item_count, 4);
	assert_string_equal(level.items[0].title, "SK tim SOP");
	assert_true(level.items[0].needs_signature);
	assert_string_equal(level.items[1].title, "Dokumen SOP");
	assert_false(level.items[1].needs_signature);
	assert_string_equal(level.items[2].title, "Surat");
	assert_true(level.items[2].needs_signature);
	assert_string_equal(level.items[3].title, other);
	assert_false(level.items[3].needs_signature);
	arena_free(&arena);
}

static void
no_level_is_without_an_item(void **state)
{
	static const char *const nothing[] = { "", " ", ";;", "+", " ; + ; " };
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < sizeof(nothing) / sizeof(nothing[0]); at++) {
		struct instrument_level level = { 0 };

		instrument_items(&arena, &level, nothing[at]);
		assert_int_equal(level.item_count, 1);
		assert_string_equal(level.items[0].title, other);
		assert_false(level.items[0].compulsory);
	}
	arena_free(&arena);
}

static void
tenths_without_floats(void **state)
{
	static const struct {
		const char *text;
		int64_t tenths;		/* -1: refused */
	} cases[] = {
		{ "11", 110 }, { "19", 190 }, { "19.1", 191 },
		{ "46,1", 461 }, { "0.0", 0 }, { "007", 70 },
		{ "", -1 }, { ".5", -1 }, { "19.", -1 }, { "19.10", -1 },
		{ "19.x", -1 }, { "-1", -1 }, { "+1", -1 }, { " 1", -1 },
		{ "1e3", -1 }, { "1 000", -1 }, { "99999999999", -1 },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		int64_t tenths = -1;
		bool good = instrument_tenths(cases[at].text, &tenths);

		if (good != (cases[at].tenths >= 0))
			fail_msg("'%s' is %s", cases[at].text, good ?
			    "taken" : "refused");
		if (good)
			assert_int_equal(tenths, cases[at].tenths);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_become_a_checklist),
		cmocka_unit_test(a_mark_asks_for_a_signature),
		cmocka_unit_test(no_level_is_without_an_item),
		cmocka_unit_test(tenths_without_floats),
	};

	return cmocka_run_group_tests_name("instrument", tests, NULL,
	    NULL);
}
