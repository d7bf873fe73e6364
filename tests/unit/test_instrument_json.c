/* SPDX-License-Identifier: ISC */
/* An instrument out as JSON and in again, and what is said of a wrong file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "format/instrument_json.h"

static struct arena arena;
static struct json_problems problems;
static struct instrument instrument;

static void
read_text(const char *text)
{
	problems = (struct json_problems){ .arena = &arena };
	instrument_read(&problems, json_read(&problems, text, strlen(text), &json_limits_import),
	    &instrument);
}

/* Two variables, so scores from 2 to 10. */
static const char *
sound(void)
{
	struct buffer json = { .arena = &arena };
	struct instrument_item items[] = { { "e-office; (ttd)", true, true, { NULL } },
		{ INSTRUMENT_OTHER, false, false, { NULL } } };
	struct instrument_variable variables[2] = { { .number = 1, .name = "Satu “contoh”" },
		{ .number = 2, .name = "Dua" } };
	struct instrument one = { .name = "Instrumen contoh",
		.basis = "",
		.variables = variables,
		.variable_count = 2,
		.categories = { { "A", 20, 30 }, { "B", 31, 50 }, { "C", 51, 60 }, { "D", 61, 80 },
		    { "E", 81, 100 } } };

	for (int at = 0; at < 10; at++)
		variables[at / 5].levels[at % 5] = (struct instrument_level){
			.indicator = "Bunyi\nbaris kedua\t\"kutip\"",
			.guidance = at == 0 ? "- petunjuk" : "",
			.items = items,
			.item_count = at % 2 == 0 ? 2 : 1
		};
	instrument_write(&json, &one);
	return json.bytes;
}

/* The sound one with the first `from` in it made `to`. */
static void
read_spoilt(const char *from, const char *to)
{
	const char *text = sound();
	const char *at = strstr(text, from);

	assert_non_null(at);
	read_text(arena_format(&arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from)));
}

static void
assert_problem(const char *where, const char *begins)
{
	assert_true(problems.count > 0);
	assert_string_equal(problems.listed[0].where, where);
	if (strncmp(problems.listed[0].text, begins, strlen(begins)) != 0)
		fail_msg("%s", problems.listed[0].text);
}

static void
it_comes_back(void **state)
{
	struct buffer again = { .arena = &arena }, third = { .arena = &arena };

	(void)state;
	read_text(sound());
	assert_int_equal(problems.count, 0);
	assert_int_equal(instrument.variable_count, 2);
	assert_int_equal(instrument.variables[1].levels[4].item_count, 1);
	/* White space of a tab is a space from here on. */
	instrument_write(&again, &instrument);
	read_text(again.bytes);
	assert_int_equal(problems.count, 0);
	instrument_write(&third, &instrument);
	assert_string_equal(again.bytes, third.bytes);
	assert_int_equal(again.length, strlen(sound()) - 10 * strlen("\\u0009") + 10);
	arena_free(&arena);
}

static void
problems_have_their_place(void **state)
{
	static const struct {
		const char *from, *to, *where, *text;
	} cases[] = {
		{ "\"compulsory\":true", "\"compulsory\":1",
		    "variables[0].levels[0].items[0].compulsory", "Harus true atau false." },
		{ "\"title\":\"e-office; (ttd)\"", "\"title\":\"\"",
		    "variables[0].levels[0].items[0].title", "Kosong." },
		{ "\"guidance\":\"- petunjuk\"", "\"guidance\":null",
		    "variables[0].levels[0].guidance", "Wajib diisi" },
		{ "\"number\":2,\"name\":\"Dua\"", "\"number\":3,\"name\":\"Dua\"",
		    "variables[1].number", "Disusun berurutan dari 1: di sini harus 2." },
		{ "\"number\":2", "\"number\":6", "variables[0].levels[1].number",
		    "Disusun berurutan" },
		{ "\"basis\":", "\"catatan\":1,\"basis\":", "catatan", "Nama ini tidak dikenal." },
		{ "\"basis\":\"\",", "", "", "“basis” wajib ada." },
		{ "\"min_tenths\":31", "\"min_tenths\":32", "categories[1]", "" },
		{ "\"max_tenths\":100", "\"max_tenths\":99", "categories[4]", "" },
		{ "{\"level\":1,", "{\"level\":1.0,", "categories[0].level",
		    "Harus bilangan bulat 1 sampai" },
		{ "\"items\":[{", "\"items\":[],\"x\":[{", "variables[0].levels[0].items",
		    "Harus 1 sampai 41 isi" },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		read_spoilt(cases[at].from, cases[at].to);
		assert_problem(cases[at].where, cases[at].text);
	}
	arena_free(&arena);
}

static void
a_wrong_file_is_called_what_it_is(void **state)
{
	static const struct {
		const char *file, *text;
	} cases[] = {
		{ "{\"format\":\"matang-assessment/1\",\"id\":1}",
		    "Ini isi penilaian satu perangkat daerah" },
		{ "{\"format\":\"matang-cycle/1\"}", "Ini salinan seluruh periode penilaian" },
		{ "{\"payload\":\"e30\",\"protected\":\"e30\","
		  "\"signature\":\"AA\"}",
		    "Ini salinan seluruh periode penilaian" },
		{ "{\"format\":\"matang-instrument/2\"}",
		    "Instrumen ini dari Matang yang lebih baru" },
		{ "{\"region\":\"64.71\",\"year\":2025,\"agencies\":[]}",
		    "Ini angka hasil penilaian suatu daerah" },
		{ "{\"openapi\":\"3.1.0\"}", "Ini keterangan" },
		{ "{\"$schema\":\"x\"}", "Ini skema" },
		{ "{\"format\":7}", "Ini bukan instrumen dari Matang" },
		{ "{}", "Ini bukan instrumen dari Matang" },
		{ "[]", "Harus objek" },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		read_text(cases[at].file);
		assert_int_equal(problems.count, 1);
		assert_problem("", cases[at].text);
	}
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_comes_back),
		cmocka_unit_test(problems_have_their_place),
		cmocka_unit_test(a_wrong_file_is_called_what_it_is),
	};

	return cmocka_run_group_tests_name("instrument as JSON", tests, NULL, NULL);
}
