/* SPDX-License-Identifier: ISC */
/* What comes in as JSON, and where something is wrong with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "format/json_reader.h"

static const struct json_limits limits = { .bytes = 600, .depth = 4, .values = 40 };

static struct arena arena;
static struct json_problems problems;

static struct json *
read_bytes(const char *text, size_t length)
{
	arena_free(&arena);
	memset(&arena, 0, sizeof(arena));
	problems = (struct json_problems){ .arena = &arena };
	return json_read(&problems, text, length, &limits);
}

static struct json *
read_text(const char *text)
{
	return read_bytes(text, strlen(text));
}

static void
assert_problem(size_t at, const char *where, const char *begins)
{
	assert_true(at < problems.count);
	assert_string_equal(problems.listed[at].where, where);
	if (strncmp(problems.listed[at].text, begins, strlen(begins)) != 0)
		fail_msg("%s", problems.listed[at].text);
}

static void
values_come_as_they_are(void **state)
{
	struct json *file = read_text("\xef\xbb\xbf{\"a\": \"é\\n\", \"b\": "
				      "[1, -2, true, null, 0.5], \"c\": {}}");
	struct json *list;
	int64_t number = 7;

	(void)state;
	assert_non_null(file);
	assert_string_equal(json_as_text(&problems,
				json_member(&problems, file, "a", JSON_REQUIRED), 2, JSON_LINES),
	    "é\n");
	list = json_as_list(&problems, json_member(&problems, file, "b", JSON_REQUIRED), 0, 5);
	assert_int_equal(json_count(list), 5);
	assert_true(json_as_whole(&problems, json_at(list, 1), -2, 5, &number));
	assert_int_equal(number, -2);
	assert_true(json_as_flag(&problems, json_at(list, 2)));
	assert_int_equal(json_at(list, 3)->kind, JSON_IS_NULL);
	assert_int_equal(json_at(list, 4)->kind, JSON_IS_FRACTION);
	assert_null(json_at(list, 5));
	assert_non_null(json_as_object(&problems,
	    json_member(&problems, file, "c", JSON_REQUIRED)));
	assert_int_equal(problems.count, 0);
	json_refuse_others(&problems, file);
	assert_int_equal(problems.count, 0);
}

static void
problems_have_their_place(void **state)
{
	static const char *const words[] = { "draft", "published", NULL };
	struct json *file = read_text("{\"answers\": [{}, {\"level\": 6, "
				      "\"name\": \"\\t\", \"who\": 1}], \"state\": \"x\"}");
	struct json *one = json_at(json_member(&problems, file, "answers", JSON_REQUIRED), 1);
	int64_t number = 7;

	(void)state;
	assert_false(json_as_whole(&problems, json_member(&problems, one, "level", JSON_REQUIRED),
	    1, 5, &number));
	assert_int_equal(number, 7);
	assert_problem(0, "answers[1].level", "Harus bilangan bulat 1 sampai 5.");
	assert_string_equal(json_as_text(&problems,
				json_member(&problems, one, "name", JSON_REQUIRED), 10,
				JSON_FILLED),
	    "");
	assert_problem(1, "answers[1].name", "Kosong.");
	assert_null(json_member(&problems, one, "reason", JSON_NULLABLE));
	assert_problem(2, "answers[1]", "“reason” wajib ada.");
	assert_null(json_member(&problems, one, "other", JSON_OPTIONAL));
	json_refuse_others(&problems, one);
	assert_problem(3, "answers[1].who", "Nama ini tidak dikenal.");
	assert_int_equal(json_as_choice(&problems,
			     json_member(&problems, file, "state", JSON_REQUIRED), words),
	    -1);
	assert_problem(4, "state",
	    "Harus salah satu dari: “draft”, "
	    "“published”.");
	assert_null(json_as_list(&problems, json_member(&problems, file, "answers", JSON_REQUIRED),
	    5, 5));
	assert_problem(5, "answers", "Harus 5 isi, di sini 2.");
	assert_int_equal(problems.count, 6);
}

static void
nothing_is_said_twice(void **state)
{
	int64_t number;

	(void)state;
	read_text("{}");
	assert_null(json_member(&problems, NULL, "a", JSON_REQUIRED));
	assert_null(json_as_object(&problems, NULL));
	assert_null(json_as_list(&problems, NULL, 1, 2));
	assert_int_equal(json_count(NULL), 0);
	assert_string_equal(json_as_text(&problems, NULL, 1, JSON_FILLED), "");
	assert_false(json_as_whole(&problems, NULL, 1, 2, &number));
	assert_false(json_as_flag(&problems, NULL));
	json_refuse_others(&problems, NULL);
	assert_int_equal(problems.count, 0);
}

static void
a_wrong_file_is_refused(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *where, *text;
	} cases[] = {
#define CASE(text) (text), sizeof(text) - 1
		{ CASE(""), "baris 1, karakter ke-0", "Berkas" },
		{ CASE("7"), "baris 1, karakter ke-1", "Berkas ini bukan" },
		{ CASE("{\"a\":\n1,}"), "baris 2, karakter ke-3", "Berkas ini bukan" },
		{ CASE("{\"a\":1"), "baris 1, karakter ke-6", "Berkas JSON ini terpotong" },
		{ CASE("{} {}"), "baris 1, karakter ke-4", "Berkas ini" },
		{ CASE("{\"a\":1,\"a\":2}"), "baris 1, karakter ke-10", "Satu nama ada dua kali" },
		{ CASE("[\"\xff\"]"), "", "Huruf dalam" },
		{ CASE("[\"\xed\xa0\x80\"]"), "", "Huruf dalam" },
		{ CASE("[\"\x7f\"]"), "", "Ada karakter kendali" },
		{ CASE("[0, \"\\u0007\"]"), "[1]", "Ada karakter kendali" },
		{ CASE("[{\"\\n\": 0}]"), "[0]", "Ada karakter kendali" },
		{ CASE("[\"\\u0000\"]"), "baris 1, karakter ke-9", "Ada karakter NUL" },
		{ CASE("[\"\0\"]"), "", "Ada karakter kendali" },
		{ CASE("[123456789012345678901]"), "baris 1, karakter ke-22", "Angka ini" },
		{ CASE("[[[[[]]]]]"), "", "Isinya jauh" },
		{ CASE("[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"
		       "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]"),
		    "", "Isinya jauh" },
	};
	char large[700];

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		assert_null(read_bytes(cases[at].bytes, cases[at].length));
		assert_int_equal(problems.count, 1);
		assert_problem(0, cases[at].where, cases[at].text);
	}
	memset(large, ' ', sizeof(large));
	large[0] = '[';
	large[sizeof(large) - 1] = ']';
	assert_null(read_bytes(large, sizeof(large)));
	assert_problem(0, "", "Isinya jauh");
	/* Brackets within a text are none. */
	assert_non_null(read_text("[\"[[[[[[[[\\\"[[[[\"]"));
}

static void
long_names_are_cut(void **state)
{
	struct json *file = read_text("{\"123456789012345678901234567890"
				      "123456789é123456789\": 1}");

	(void)state;
	json_refuse_others(&problems, file);
	assert_problem(0, "123456789012345678901234567890123456789…", "Nama");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_come_as_they_are),
		cmocka_unit_test(problems_have_their_place),
		cmocka_unit_test(nothing_is_said_twice),
		cmocka_unit_test(a_wrong_file_is_refused),
		cmocka_unit_test(long_names_are_cut),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
