/* SPDX-License-Identifier: ISC */
/*
 * Scoring: every boundary of the classes, both averages, and the Balikpapan
 * case of 2025.  Reads the shipped reference data, so it runs at the root of
 * the tree.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "rules/score.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define VARIABLES 11

static const struct category classes[] = {
	{ 1, "Sangat Rendah", 110, 190 },
	{ 2, "Rendah", 191, 280 },
	{ 3, "Sedang", 281, 370 },
	{ 4, "Tinggi", 371, 460 },
	{ 5, "Sangat Tinggi", 461, 550 },
};

static const char *
class_of(int tenths)
{
	const struct category *category;

	category = category_of(classes, COUNT(classes), tenths);
	return category == NULL ? "-" : category->name;
}

static void
class_of_every_boundary(void **state)
{
	static const struct {
		int tenths;
		const char *name;
	} expected[] = { { 110, "Sangat Rendah" }, { 190, "Sangat Rendah" }, { 191, "Rendah" },
		{ 280, "Rendah" }, { 281, "Sedang" }, { 370, "Sedang" }, { 371, "Tinggi" },
		{ 380, "Tinggi" }, { 460, "Tinggi" }, { 461, "Sangat Tinggi" },
		{ 470, "Sangat Tinggi" }, { 550, "Sangat Tinggi" },
		/* an average over all agencies may lie below any score */
		{ 109, "Sangat Rendah" }, { 1, "Sangat Rendah" }, { 0, "-" },
		{ AVERAGE_ABSENT, "-" }, { 551, "-" } };

	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++)
		assert_string_equal(class_of(expected[i].tenths), expected[i].name);
	assert_null(category_of(classes, 0, 300));
}

static void
class_of_every_score(void **state)
{
	(void)state;
	for (int score = 11; score <= 55; score++)
		assert_string_equal(class_of(score_tenths(score)),
		    score <= 19     ? "Sangat Rendah" :
			score <= 28 ? "Rendah" :
			score <= 37 ? "Sedang" :
			score <= 46 ? "Tinggi" :
				      "Sangat Tinggi");
}

/* The values that the printed intervals leave out: rounded, then classified. */
static void
averages_between_two_classes(void **state)
{
	static const struct {
		int64_t total, count;
		int tenths;
		const char *name;
	} expected[] = {
		{ 1900, 100, 190, "Sangat Rendah" },
		{ 1904, 100, 190, "Sangat Rendah" }, /* 19,04 */
		{ 1905, 100, 191, "Rendah" },        /* 19,05 */
		{ 1910, 100, 191, "Rendah" }, { 2800, 100, 280, "Rendah" },
		{ 2804, 100, 280, "Rendah" }, /* 28,04 */
		{ 2805, 100, 281, "Sedang" }, { 3700, 100, 370, "Sedang" },
		{ 3704, 100, 370, "Sedang" }, { 3707, 100, 371, "Tinggi" }, /* 37,07 */
		{ 4600, 100, 460, "Tinggi" }, { 4604, 100, 460, "Tinggi" },
		{ 4610, 100, 461, "Sangat Tinggi" }, /* 46,1 */
		{ 5500, 100, 550, "Sangat Tinggi" },
		/* published figures: Serang 37,77 and Singkawang 37,6 */
		{ 3777, 100, 378, "Tinggi" }, { 3760, 100, 376, "Tinggi" },
		/* 381 / 20 is 19,05 exactly; 572 / 30 is 19,0666… */
		{ 381, 20, 191, "Rendah" }, { 572, 30, 191, "Rendah" },
		{ 571, 30, 190, "Sangat Rendah" } /* 19,0333… */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++) {
		int tenths = score_average(expected[i].total, expected[i].count, ROUNDING_HALF_UP);

		assert_int_equal(tenths, expected[i].tenths);
		assert_string_equal(class_of(tenths), expected[i].name);
	}
}

/* Regions read the gap both ways; the instrument version says which. */
static void
rounding_is_data(void **state)
{
	enum rounding rounding = ROUNDING_HALF_UP;

	(void)state;
	assert_int_equal(score_average(1905, 100, ROUNDING_DOWN), 190);
	assert_int_equal(score_average(1909, 100, ROUNDING_DOWN), 190);
	assert_int_equal(score_average(1901, 100, ROUNDING_UP), 191);
	assert_int_equal(score_average(1900, 100, ROUNDING_UP), 190);

	assert_true(rounding_of("down", &rounding));
	assert_int_equal(rounding, ROUNDING_DOWN);
	assert_true(rounding_of("up", &rounding));
	assert_int_equal(rounding, ROUNDING_UP);
	assert_true(rounding_of("half_up", &rounding));
	assert_int_equal(rounding, ROUNDING_HALF_UP);
	assert_false(rounding_of("half_even", &rounding));
	assert_false(rounding_of(NULL, &rounding));
	assert_string_equal(rounding_code(ROUNDING_DOWN), "down");
	assert_string_equal(rounding_code((enum rounding)9), "");
}

static void
averages_with_both_denominators(void **state)
{
	/* five agencies of a region, three of them assessed */
	static const int scores[] = { 47, 38, 29, SCORE_ABSENT, SCORE_ABSENT };
	int64_t total = 0, assessed = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(scores); i++) {
		total += scores[i];
		assessed += scores[i] != SCORE_ABSENT;
	}
	assert_int_equal(score_average(total, assessed, ROUNDING_HALF_UP), 380);
	assert_int_equal(score_average(total, COUNT(scores), ROUNDING_HALF_UP), 228);
	assert_string_equal(class_of(380), "Tinggi");
	assert_string_equal(class_of(228), "Rendah");

	/* nobody assessed: one average is absent, the other is nought */
	assert_int_equal(score_average(0, 0, ROUNDING_HALF_UP), AVERAGE_ABSENT);
	assert_int_equal(score_average(0, 34, ROUNDING_HALF_UP), 0);
	assert_string_equal(class_of(0), "-");
}

static void
averages_at_the_ends_of_the_numbers(void **state)
{
	(void)state;
	assert_int_equal(score_average(-1, 5, ROUNDING_HALF_UP), AVERAGE_ABSENT);
	assert_int_equal(score_average(5, -1, ROUNDING_HALF_UP), AVERAGE_ABSENT);
	assert_int_equal(score_average(INT64_MAX, 1, ROUNDING_HALF_UP), AVERAGE_ABSENT);
	assert_int_equal(score_average(1000000000000000, 1, ROUNDING_HALF_UP), AVERAGE_ABSENT);
	assert_int_equal(score_average(1000000000000000, INT64_MAX, ROUNDING_UP), 1);
	assert_int_equal(score_average(550000000000, 10000000000, ROUNDING_HALF_UP), 550);
}

/* Against the definition: t tenths is right when t - ½ <= 10·total/n < t + ½. */
static void
averages_by_the_definition_of_half_up(void **state)
{
	(void)state;
	for (int64_t count = 1; count <= 60; count++)
		for (int64_t total = 0; total <= 55 * count; total++) {
			int64_t t = score_average(total, count, ROUNDING_HALF_UP);

			if (!((2 * t - 1) * count <= 20 * total &&
				20 * total < (2 * t + 1) * count))
				fail_msg("%d / %d gave %d tenths", (int)total, (int)count, (int)t);
		}
}

static void
sums_know_whether_they_are_complete(void **state)
{
	int levels[VARIABLES] = { 0 };
	struct score score;

	(void)state;
	score = score_sum(levels, VARIABLES);
	assert_int_equal(score.sum, 0);
	assert_int_equal(score.present, 0);
	assert_false(score.complete);

	for (size_t i = 0; i < VARIABLES; i++)
		levels[i] = LEVEL_MIN;
	score = score_sum(levels, VARIABLES);
	assert_int_equal(score.sum, 11);
	assert_true(score.complete);

	levels[10] = LEVEL_ABSENT;
	score = score_sum(levels, VARIABLES);
	assert_int_equal(score.sum, 10);
	assert_int_equal(score.present, 10);
	assert_false(score.complete);

	for (size_t i = 0; i < VARIABLES; i++)
		levels[i] = LEVEL_MAX;
	score = score_sum(levels, VARIABLES);
	assert_int_equal(score.sum, 55);
	assert_true(score.complete);

	/* an instrument without variables has no score to be complete */
	assert_false(score_sum(levels, 0).complete);
}

static void
levels_are_one_to_five(void **state)
{
	(void)state;
	assert_false(level_valid(-1));
	assert_false(level_valid(0));
	for (int level = 1; level <= 5; level++)
		assert_true(level_valid(level));
	assert_false(level_valid(6));
}

static void
staged_level_is_the_lowest(void **state)
{
	int levels[] = { 5, 4, 3, 4, 5 };

	(void)state;
	assert_int_equal(level_staged(levels, COUNT(levels)), 3);
	levels[4] = 1;
	assert_int_equal(level_staged(levels, COUNT(levels)), 1);
	levels[0] = LEVEL_ABSENT;
	assert_int_equal(level_staged(levels, COUNT(levels)), LEVEL_ABSENT);
	levels[0] = 5;
	levels[4] = LEVEL_ABSENT;
	assert_int_equal(level_staged(levels, COUNT(levels)), LEVEL_ABSENT);
	assert_int_equal(level_staged(levels, 0), LEVEL_ABSENT);
}

static void
final_level_is_the_last_tier_of_the_cycle(void **state)
{
	(void)state;
	assert_int_equal(level_final(4, 3, true), 3);
	assert_int_equal(level_final(4, 3, false), 4);
	assert_int_equal(level_final(4, LEVEL_ABSENT, true), LEVEL_ABSENT);
	assert_int_equal(level_final(LEVEL_ABSENT, 3, false), LEVEL_ABSENT);
	assert_int_equal(level_final(LEVEL_ABSENT, 3, true), 3);
}

static void
change_needs_both_ends(void **state)
{
	int change = 99;

	(void)state;
	assert_false(score_change(38, SCORE_ABSENT, &change));
	assert_false(score_change(SCORE_ABSENT, 47, &change));
	assert_int_equal(change, 99);
	assert_true(score_change(38, 47, &change));
	assert_int_equal(change, 9);
	assert_true(score_change(47, 38, &change));
	assert_int_equal(change, -9);
	assert_true(score_change(38, 38, &change));
	assert_int_equal(change, 0);
}

/* Opens a reference file and skips its heading. */
static FILE *
reference(const char *path, char *line, int size)
{
	FILE *file = fopen(path, "r");

	if (file == NULL || fgets(line, size, file) == NULL)
		fail_msg("%s: not readable; run at the root of the tree", path);
	return file;
}

static char *
after_comma(char *text)
{
	char *comma = strchr(text, ',');

	assert_non_null(comma);
	return comma + 1;
}

static void
balikpapan_2025(void **state)
{
	int self[VARIABLES], verified[VARIABLES];
	char line[512];
	size_t rows = 0;
	struct score before, after;
	int change;
	FILE *file;

	(void)state;
	file = reference("sql/reference/balikpapan-2025.csv", line, sizeof(line));
	while (fgets(line, sizeof(line), file) != NULL) {
		char *at = after_comma(after_comma(line));

		assert_in_range(rows, 0, VARIABLES - 1);
		self[rows] = (int)strtol(at, NULL, 10);
		verified[rows++] = (int)strtol(after_comma(at), NULL, 10);
	}
	fclose(file);
	assert_int_equal(rows, VARIABLES);

	before = score_sum(self, VARIABLES);
	after = score_sum(verified, VARIABLES);
	assert_true(before.complete);
	assert_true(after.complete);
	assert_int_equal(before.sum, 38);
	assert_int_equal(after.sum, 47);
	assert_true(score_change(before.sum, after.sum, &change));
	assert_int_equal(change, 9);
	assert_string_equal(class_of(score_tenths(before.sum)), "Tinggi");
	assert_string_equal(class_of(score_tenths(after.sum)), "Sangat Tinggi");
	assert_int_equal(level_staged(self, VARIABLES), 2);
	assert_int_equal(level_staged(verified, VARIABLES), 2);
}

/* "19.1" and "19" as tenths. */
static int
tenths_of(char *text, char **end)
{
	long whole = strtol(text, end, 10), tenth = 0;

	if (**end == '.')
		tenth = strtol(*end + 1, end, 10);
	return (int)(whole * 10 + tenth);
}

static void
shipped_categories_are_fit_to_publish(void **state)
{
	struct category rows[COUNT(classes)];
	char line[128], *end;
	size_t count = 0, row = 99;
	FILE *file;

	(void)state;
	file = reference("sql/reference/categories.csv", line, sizeof(line));
	while (fgets(line, sizeof(line), file) != NULL) {
		char *at = after_comma(line);

		assert_in_range(count, 0, COUNT(classes) - 1);
		rows[count].name = classes[count].name;
		assert_memory_equal(line, classes[count].name, strlen(classes[count].name));
		rows[count].level = (int)strtol(at, &end, 10);
		rows[count].min_tenths = tenths_of(end + 1, &end);
		rows[count].max_tenths = tenths_of(end + 1, &end);
		assert_int_equal(rows[count].min_tenths, classes[count].min_tenths);
		assert_int_equal(rows[count].max_tenths, classes[count].max_tenths);
		count++;
	}
	fclose(file);
	assert_int_equal(count, COUNT(classes));
	assert_int_equal(category_check(rows, count, 110, 550, &row), CATEGORY_SOUND);
	assert_int_equal(row, 99);
}

/* A copy of the sound table with one row replaced, and what is said of it. */
static void
refuses(size_t changed, struct category with, enum category_fault fault, size_t at)
{
	struct category table[COUNT(classes)];
	size_t row = 99;

	memcpy(table, classes, sizeof(table));
	table[changed] = with;
	assert_int_equal(category_check(table, COUNT(table), 110, 550, &row), fault);
	assert_int_equal(row, at);
	assert_string_not_equal(category_fault_text(fault), "");
}

static void
faulty_categories_name_their_row(void **state)
{
	struct category lower = classes[0];
	struct category table[COUNT(classes)];
	size_t row = 99;

	(void)state;
	refuses(2, (struct category){ 3, "", 281, 370 }, CATEGORY_NAMELESS, 2);
	refuses(2, (struct category){ 3, NULL, 281, 370 }, CATEGORY_NAMELESS, 2);
	refuses(1, (struct category){ 3, "B", 191, 280 }, CATEGORY_LEVEL, 1);
	refuses(0, (struct category){ 0, "A", 110, 190 }, CATEGORY_LEVEL, 0);
	refuses(0, (struct category){ -1, "A", 110, 190 }, CATEGORY_LEVEL, 0);
	refuses(3, (struct category){ 4, "D", 371, 370 }, CATEGORY_INVERTED, 3);
	refuses(0, (struct category){ 1, "A", 111, 190 }, CATEGORY_STARTS_LATE, 0);
	refuses(1, (struct category){ 2, "B", 190, 280 }, CATEGORY_OVERLAP, 1);
	refuses(1, (struct category){ 2, "B", 192, 280 }, CATEGORY_GAP, 1);
	refuses(1, (struct category){ 2, "B", 200, 280 }, CATEGORY_GAP, 1);
	/* the end of a class moved is seen where the next one begins */
	refuses(1, (struct category){ 2, "B", 191, 279 }, CATEGORY_GAP, 2);
	refuses(1, (struct category){ 2, "B", 191, 281 }, CATEGORY_OVERLAP, 2);
	refuses(4, (struct category){ 5, "E", 461, 549 }, CATEGORY_ENDS_EARLY, 4);

	/* a class of a single value is odd, but sound */
	memcpy(table, classes, sizeof(table));
	table[0].max_tenths = 191;
	table[1].min_tenths = table[1].max_tenths = 192;
	table[2].min_tenths = 193;
	assert_int_equal(category_check(table, COUNT(table), 110, 550, &row), CATEGORY_SOUND);

	/* some sources print 10 for the lowest bound */
	memcpy(table, classes, sizeof(table));
	lower.min_tenths = 100;
	table[0] = lower;
	assert_int_equal(category_check(table, COUNT(table), 110, 550, &row), CATEGORY_SOUND);
	assert_int_equal(row, 99);

	assert_int_equal(category_check(table, 0, 110, 550, &row), CATEGORY_NO_ROWS);
	assert_int_equal(row, 0);
	assert_string_not_equal(category_fault_text(CATEGORY_NO_ROWS), "");
	assert_string_equal(category_fault_text(CATEGORY_SOUND), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(levels_are_one_to_five),
		cmocka_unit_test(sums_know_whether_they_are_complete),
		cmocka_unit_test(final_level_is_the_last_tier_of_the_cycle),
		cmocka_unit_test(staged_level_is_the_lowest),
		cmocka_unit_test(change_needs_both_ends), cmocka_unit_test(class_of_every_boundary),
		cmocka_unit_test(class_of_every_score),
		cmocka_unit_test(averages_between_two_classes),
		cmocka_unit_test(averages_with_both_denominators),
		cmocka_unit_test(averages_at_the_ends_of_the_numbers),
		cmocka_unit_test(averages_by_the_definition_of_half_up),
		cmocka_unit_test(rounding_is_data), cmocka_unit_test(balikpapan_2025),
		cmocka_unit_test(shipped_categories_are_fit_to_publish),
		cmocka_unit_test(faulty_categories_name_their_row) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
