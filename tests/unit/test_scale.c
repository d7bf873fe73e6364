/* SPDX-License-Identifier: ISC */
/*
 * Scoring of any instrument: each method against figures worked out by hand, what does not
 * apply, conditions, rounding at the half, and how numbers are written.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/scale.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scale five = { .code = "lima",
	.words = { { "1", 100 }, { "2", 200 }, { "3", 300 }, { "4", 400 }, { "5", 500 } },
	.count = 5 };
static const struct scale yes_no = { .code = "ya",
	.words = { { "Tidak", 0 }, { "Ya", 100 } },
	.count = 2 };

static int64_t
score_of(enum scoring scoring, enum rounding rounding, int decimals, struct rated *rated,
    size_t count)
{
	struct rating rating;

	rated_ask(rated, count);
	rating = rate(scoring, rounding, decimals, rated, count);
	return rating.known ? rating.score : -1;
}

/* 4, 2, 5, of which the second is in a sub-dimension of its own. */
static void
each_method(void **state)
{
	struct rated rated[] = {
		{ &five, .level = 4, .weight = 50, .outer = 1, .inner = 1 },
		{ &five, .level = 2, .weight = 300, .outer = 1, .inner = 2 },
		{ &five, .level = 5, .weight = 150, .outer = 1, .inner = 2 },
	};

	(void)state;
	assert_int_equal(score_of(SCORING_NONE, ROUNDING_HALF_UP, 2, rated, 3), -1);
	/* 4 + 2 + 5 */
	assert_int_equal(score_of(SCORING_SUM, ROUNDING_HALF_UP, 2, rated, 3), 1100);
	/* 11 / 3 = 3,666… */
	assert_int_equal(score_of(SCORING_AVERAGE, ROUNDING_HALF_UP, 2, rated, 3), 367);
	assert_int_equal(score_of(SCORING_AVERAGE, ROUNDING_DOWN, 2, rated, 3), 366);
	assert_int_equal(score_of(SCORING_AVERAGE, ROUNDING_HALF_UP, 1, rated, 3), 370);
	assert_int_equal(score_of(SCORING_AVERAGE, ROUNDING_DOWN, 0, rated, 3), 300);
	assert_int_equal(score_of(SCORING_AVERAGE, ROUNDING_UP, 0, rated, 3), 400);
	/* (0,5 × 4 + 3 × 2 + 1,5 × 5) / 5 = 15,5 / 5 = 3,1 */
	assert_int_equal(score_of(SCORING_WEIGHTED, ROUNDING_HALF_UP, 2, rated, 3), 310);
	/* (4 + (2 + 5) / 2) / 2 = 3,75 */
	assert_int_equal(score_of(SCORING_NESTED, ROUNDING_HALF_UP, 2, rated, 3), 375);
	/* 11 of 15 points = 73,333… % */
	assert_int_equal(score_of(SCORING_SHARE, ROUNDING_HALF_UP, 2, rated, 3), 7333);
}

/* Two dimensions: 1 and the mean of 2, 4, 4; thirds lose nothing on the way. */
static void
averages_of_averages(void **state)
{
	struct rated rated[] = {
		{ &five, .level = 1, .outer = 1, .inner = 1 },
		{ &five, .level = 2, .outer = 2, .inner = 2 },
		{ &five, .level = 4, .outer = 2, .inner = 2 },
		{ &five, .level = 4, .outer = 2, .inner = 2 },
	};
	struct rated thirds[] = {
		{ &five, .level = 1, .outer = 1, .inner = 1 },
		{ &five, .level = 1, .outer = 1, .inner = 1 },
		{ &five, .level = 2, .outer = 1, .inner = 1 },
		{ &five, .level = 1, .outer = 2, .inner = 2 },
		{ &five, .level = 2, .outer = 2, .inner = 2 },
		{ &five, .level = 2, .outer = 2, .inner = 2 },
	};

	(void)state;
	/* (1 + 10/3) / 2 = 2,1666… */
	assert_int_equal(score_of(SCORING_NESTED, ROUNDING_HALF_UP, 2, rated, COUNT(rated)), 217);
	/* (4/3 + 5/3) / 2 = 1,5 */
	assert_int_equal(score_of(SCORING_NESTED, ROUNDING_HALF_UP, 0, thirds, COUNT(thirds)), 200);
	assert_int_equal(score_of(SCORING_NESTED, ROUNDING_DOWN, 1, thirds, COUNT(thirds)), 150);
}

/* What does not apply, and what is not asked, is neither above nor below the line. */
static void
what_does_not_count(void **state)
{
	struct rated rated[] = {
		{ &yes_no, .level = 2 },
		{ &yes_no, .skipped = true },
		{ &yes_no, .level = 1 },
		{ &yes_no, .level = 2, .if_index = 2, .if_level = 2 }, /* only after a yes */
		{ &yes_no, .level = 2, .if_index = 3, .if_level = 1 }, /* nor what hangs on it */
		{ &yes_no, .level = LEVEL_ABSENT },
	};
	struct rating rating;

	(void)state;
	/* 1 of 2 */
	assert_int_equal(score_of(SCORING_SHARE, ROUNDING_HALF_UP, 1, rated, COUNT(rated)), 5000);
	rating = rate(SCORING_SHARE, ROUNDING_HALF_UP, 1, rated, COUNT(rated));
	assert_false(rating.complete);
	assert_int_equal(rating.asked, 4);
	assert_int_equal(rating.answered, 3);
	assert_int_equal(rating.skipped, 1);
	/* The condition holds: 3 of 4, and all but the last have an answer. */
	rated[2].level = 2;
	assert_int_equal(score_of(SCORING_SUM, ROUNDING_HALF_UP, 0, rated, COUNT(rated)), 400);
	rated[5].skipped = true;
	assert_true(rate(SCORING_SUM, ROUNDING_HALF_UP, 0, rated, COUNT(rated)).complete);
	/* Nothing to divide by. */
	assert_int_equal(score_of(SCORING_SHARE, ROUNDING_HALF_UP, 1, rated + 1, 1), -1);
	assert_int_equal(score_of(SCORING_WEIGHTED, ROUNDING_HALF_UP, 1, rated, 1), -1);
}

/* 38 and 47 of Balikpapan, by the same arithmetic. */
static void
the_maturity_instrument(void **state)
{
	static const int self[] = { 5, 3, 2, 3, 4, 3, 4, 3, 3, 4, 4 };
	struct rated rated[COUNT(self)];
	int64_t sum = 0;

	(void)state;
	for (size_t at = 0; at < COUNT(self); at++) {
		rated[at] = (struct rated){ &five, .level = self[at] };
		sum += self[at];
	}
	assert_int_equal(sum, 38);
	assert_int_equal(score_of(SCORING_SUM, ROUNDING_HALF_UP, 0, rated, COUNT(self)), 3800);
	assert_int_equal(
	    rate_all(SCORING_SUM, ROUNDING_HALF_UP, 0, rated, COUNT(self), false).score, 1100);
	assert_int_equal(rate_all(SCORING_SUM, ROUNDING_HALF_UP, 0, rated, COUNT(self), true).score,
	    5500);
}

static void
numbers(void **state)
{
	int64_t value = -1;
	static const struct {
		const char *text;
		int64_t value;
	} good[] = { { "0", 0 }, { "3", 300 }, { "2,75", 275 }, { "2.7", 270 },
		{ "100000", 10000000 } };
	static const char *const bad[] = { "", "-1", "1,", ",5", "1,234", "1,2,3", "x", "100001",
		"1 2" };

	(void)state;
	for (size_t at = 0; at < COUNT(good); at++) {
		assert_true(hundredths_of(good[at].text, &value));
		assert_int_equal(value, good[at].value);
	}
	for (size_t at = 0; at < COUNT(bad); at++)
		assert_false(hundredths_of(bad[at], &value));
}

static void
classes_and_codes(void **state)
{
	static const int64_t least[] = { 100, 180, 260, 350, 420 };
	enum scoring scoring;

	(void)state;
	assert_int_equal(class_by_least(least, 5, 90), 0);
	assert_int_equal(class_by_least(least, 5, 179), 0);
	assert_int_equal(class_by_least(least, 5, 180), 1);
	assert_int_equal(class_by_least(least, 5, 500), 4);
	for (enum scoring at = 0; at < SCORINGS; at++) {
		assert_true(scoring_of(scoring_code(at), &scoring));
		assert_int_equal(scoring, at);
		assert_true(*scoring_words(at) != '\0');
	}
	assert_false(scoring_of("median", &scoring));
	assert_string_equal(rounding_words(ROUNDING_DOWN), "ke bawah");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_method),
		cmocka_unit_test(averages_of_averages),
		cmocka_unit_test(what_does_not_count),
		cmocka_unit_test(the_maturity_instrument),
		cmocka_unit_test(numbers),
		cmocka_unit_test(classes_and_codes),
	};

	return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
