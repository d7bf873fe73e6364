/* SPDX-License-Identifier: ISC */
/* Differences of texts: what is listed leads from one to the other, by the
 * fewest lines, and within bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diff.h"

static struct arena arena;

/* " a", "-b", "+c", "~3" in lines */
static const char *
listed(const char *before, const char *after, size_t most)
{
	struct buffer text = { .arena = &arena };
	struct diff diff;

	diff_lines(&diff, &arena, before, after, most);
	buffer_text(&text, "");
	for (size_t at = 0; at < diff.count; at++) {
		const struct diff_line *line = &diff.lines[at];

		if (line->kind == DIFF_GAP)
			buffer_format(&text, "~%zu\n", line->skipped);
		else
			buffer_format(&text, "%c%.*s\n", " -+"[line->kind], (int)line -> length,
			    line -> text);
	}
	return text.bytes;
}

static void
small_changes(void **state)
{
	(void)state;
	assert_string_equal(listed("", "", 9), "");
	assert_string_equal(listed("a\nb\n", "a\nb", 9), "~2\n");
	assert_string_equal(listed("", "a\n", 9), "+a\n");
	assert_string_equal(listed("a", "", 9), "-a\n");
	assert_string_equal(listed("a\nb\nc", "a\nx\nc", 9), " a\n-b\n+x\n c\n");
	assert_string_equal(listed("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nd\nE\nf\ng", 9),
	    "~2\n c\n d\n-e\n+E\n f\n g\n");
	assert_string_equal(listed("1\n2\n3\n4\n5\n6\n7", "0\n1\n2\n3\n4\n5\n6\n7", 9),
	    "+0\n 1\n 2\n~5\n");
	assert_string_equal(listed("a\na\na", "a\na", 9), " a\n a\n-a\n");
}

/* Any two texts: the equal and the removed lines are the first of them, the
 * equal and the added ones the second, where nothing is left out. */
static void
leads_from_one_to_the_other(void **state)
{
	(void)state;
	srand(7);
	for (int round = 0; round < 400; round++) {
		struct buffer sides[2] = { { .arena = &arena }, { .arena = &arena } };
		struct diff diff;
		size_t counts[2] = { 0, 0 }, same = 0;

		for (int side = 0; side < 2; side++) {
			buffer_text(&sides[side], "");
			for (int at = rand() % 30; at > 0; at--) {
				buffer_format(&sides[side], "%c\n", 'a' + rand() % 4);
				counts[side]++;
			}
		}
		diff_lines(&diff, &arena, sides[0].bytes, sides[1].bytes, 99);
		for (size_t at = 0; at < diff.count; at++)
			same += diff.lines[at].kind == DIFF_SAME ? 1 : diff.lines[at].skipped;
		assert_int_equal(same + diff.removed, counts[0]);
		assert_int_equal(same + diff.added, counts[1]);
		assert_false(diff.cut);
	}
}

static void
keeps_its_bounds(void **state)
{
	struct buffer before = { .arena = &arena }, after = { .arena = &arena };
	struct diff diff;

	(void)state;
	for (int at = 0; at < 5000; at++) {
		buffer_format(&before, "lama %d\n", at);
		buffer_format(&after, "baru %d\n", at);
	}
	diff_lines(&diff, &arena, before.bytes, after.bytes, 100);
	assert_true(diff.rough);
	assert_true(diff.cut);
	assert_int_equal(diff.count, 100);
	assert_int_equal(diff.removed, 5000);
	assert_int_equal(diff.added, 5000);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_changes),
		cmocka_unit_test(leads_from_one_to_the_other),
		cmocka_unit_test(keeps_its_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
