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
#include "format/instrument_json.h"

static const char other[] = "Dokumen pendukung lain";

static void
examples_become_a_checklist(void **state)
{
	struct arena arena = { 0 };
	struct instrument_level level = { 0 };

	(void)state;
	instrument_items(&arena, &level, "+ Renja awal/akhir; RKA murni/perubahan;cascading ; ");
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
	instrument_items(&arena, &level,
	    "+ SK tim SOP (ttd) ; dokumen SOP;"
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
		int64_t tenths; /* -1: refused */
	} cases[] = {
		{ "11", 110 },
		{ "19", 190 },
		{ "19.1", 191 },
		{ "46,1", 461 },
		{ "0.0", 0 },
		{ "007", 70 },
		{ "", -1 },
		{ ".5", -1 },
		{ "19.", -1 },
		{ "19.10", -1 },
		{ "19.x", -1 },
		{ "-1", -1 },
		{ "+1", -1 },
		{ " 1", -1 },
		{ "1e3", -1 },
		{ "1 000", -1 },
		{ "99999999999", -1 },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		int64_t tenths = -1;
		bool good = instrument_tenths(cases[at].text, &tenths);

		if (good != (cases[at].tenths >= 0))
			fail_msg("'%s' is %s", cases[at].text, good ? "taken" : "refused");
		if (good)
			assert_int_equal(tenths, cases[at].tenths);
	}
}

/* What is written into a cell is read out of it as it was. */
static void
a_checklist_comes_back(void **state)
{
	static const struct instrument_item items[][5] = {
		{ { "SK tim", true, false, { NULL } }, { "Notulen", false, true, { NULL } },
		    { other, false, false, { NULL } } },
		{ { "SK tim", false, false, { NULL } }, { other, false, false, { NULL } } },
		{ { "e-office; i-Mut", true, true, { NULL } }, { "+1", true, false, { NULL } },
		    { "\\;\\", false, false, { NULL } }, { "dll.", false, true, { NULL } },
		    { other, false, false, { NULL } } },
		{ { "Surat (ttd)", false, true, { NULL } }, { "(wajib)", false, false, { NULL } },
		    { "Surat (tidak wajib) (wajib).", false, false, { NULL } },
		    { "a.\\", false, false, { NULL } }, { other, false, false, { NULL } } },
		{ { other, true, true, { NULL } } },
		{ { other, false, false, { NULL } } },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t at = 0; at < sizeof(items) / sizeof(items[0]); at++) {
		struct instrument_level out = {
			.items = (struct instrument_item *)(uintptr_t)items[at]
		};
		struct instrument_level in;
		struct buffer cell = { .arena = &arena };

		while (out.item_count < 5 && items[at][out.item_count].title != NULL)
			out.item_count++;
		instrument_items_text(&cell, &out);
		instrument_items(&arena, &in, cell.bytes);
		assert_int_equal(in.item_count, out.item_count);
		for (size_t i = 0; i < in.item_count; i++) {
			assert_string_equal(in.items[i].title, out.items[i].title);
			assert_int_equal(in.items[i].compulsory, out.items[i].compulsory);
			assert_int_equal(in.items[i].needs_signature, out.items[i].needs_signature);
		}
	}
	arena_free(&arena);
}

static void
people_write_no_backslashes(void **state)
{
	struct arena arena = { 0 };
	struct instrument_level level = { 0 };
	struct buffer cell = { .arena = &arena };

	(void)state;
	instrument_items(&arena, &level, "SK tim\nkerja (tidak wajib); RKA");
	assert_int_equal(level.item_count, 3);
	assert_string_equal(level.items[0].title, "SK tim kerja");
	assert_false(level.items[0].compulsory);
	assert_false(level.items[1].compulsory);
	level.items[1].compulsory = true;
	instrument_items_text(&cell, &level);
	assert_string_equal(cell.bytes, "SK tim kerja; RKA (wajib)");
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_become_a_checklist),
		cmocka_unit_test(a_mark_asks_for_a_signature),
		cmocka_unit_test(no_level_is_without_an_item),
		cmocka_unit_test(a_checklist_comes_back),
		cmocka_unit_test(people_write_no_backslashes),
		cmocka_unit_test(tenths_without_floats),
	};

	return cmocka_run_group_tests_name("instrument", tests, NULL, NULL);
}
