/* SPDX-License-Identifier: ISC */
/* Quartiles, the threshold of anonymity, and accuracy. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/comparison.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
expect(int values[], size_t count, int lower, int median, int upper)
{
	struct quartiles quartiles = quartiles_of(values, count);

	assert_int_equal(quartiles.lower, lower);
	assert_int_equal(quartiles.median, median);
	assert_int_equal(quartiles.upper, upper);
}

/* The expected figures by the formula of QUARTILE.INC, worked by hand. */
static void
quartiles(void **state)
{
	int one[] = { 47 }, two[] = { 47, 38 }, three[] = { 33, 47, 33 };
	int four[] = { 4, 1, 3, 2 }, five[] = { 55, 11, 33, 22, 44 };
	int six[] = { 40, 41, 42, 43, 44, 46 };
	int eight[] = { 33, 47, 33, 28, 51, 39, 40, 22 };

	(void)state;
	expect(one, 0, AVERAGE_ABSENT, AVERAGE_ABSENT, AVERAGE_ABSENT);
	expect(one, COUNT(one), 470, 470, 470);
	expect(two, COUNT(two), 403, 425, 448); /* 40,25 and 44,75 */
	expect(three, COUNT(three), 330, 330, 400);
	expect(four, COUNT(four), 18, 25, 33); /* 1,75 and 3,25 */
	expect(five, COUNT(five), 220, 330, 440);
	expect(six, COUNT(six), 413, 425, 438);     /* 41,25 and 43,75 */
	expect(eight, COUNT(eight), 318, 360, 418); /* 31,75 and 41,75 */
}

static void
quarters(void **state)
{
	struct quartiles quartiles = { 220, 330, 440 };
	struct quartiles none = quartiles_of(NULL, 0);

	(void)state;
	assert_int_equal(quarter_of(219, &quartiles), 1);
	assert_int_equal(quarter_of(220, &quartiles), 2);
	assert_int_equal(quarter_of(330, &quartiles), 3);
	assert_int_equal(quarter_of(440, &quartiles), 4);
	assert_int_equal(quarter_of(AVERAGE_ABSENT, &quartiles), 0);
	assert_int_equal(quarter_of(440, &none), 0);
}

static void
anonymity(void **state)
{
	(void)state;
	assert_false(anonymous_enough(4, 5));
	assert_true(anonymous_enough(5, 5));
	assert_true(anonymous_enough(0, 0));
}

static void
accuracy(void **state)
{
	/* The published case: nine steps below what was found. */
	static const int self[] = { 5, 5, 2, 2, 2, 4, 5, 4, 4, 3, 2 };
	static const int city[] = { 5, 5, 5, 2, 5, 4, 5, 4, 4, 5, 3 };
	static const int most[] = { 5, 5 }, least[] = { 1, 1 };
	static const int absent[] = { 5, 0 };
	struct accuracy found = accuracy_of(self, city, COUNT(self));

	(void)state;
	assert_int_equal(found.tenths, 795); /* 1 − 9/44 = 79,545… % */
	assert_int_equal(found.compared, 11);
	assert_int_equal(found.same, 7);
	assert_int_equal(found.above, 0);
	assert_int_equal(found.below, 4);
	assert_int_equal(found.steps, 9);
	assert_int_equal(accuracy_of(self, self, COUNT(self)).tenths, 1000);
	assert_int_equal(accuracy_of(most, least, 2).tenths, 0);
	found = accuracy_of(most, absent, 2);
	assert_int_equal(found.tenths, 1000);
	assert_int_equal(found.compared, 1);
	assert_int_equal(accuracy_of(self, city, 0).tenths, AVERAGE_ABSENT);
	assert_int_equal(accuracy_of(city, self, COUNT(self)).above, 4);
}

/* An average at an end, or near it, says what each of them has. */
static void
ends(void **state)
{
	(void)state;
	assert_false(average_tells_nobody(30, 6, 1, 5, 5)); /* 5,0 */
	assert_false(average_tells_nobody(6, 6, 1, 5, 5));  /* 1,0 */
	assert_false(average_tells_nobody(26, 6, 1, 5, 5)); /* four below */
	assert_true(average_tells_nobody(25, 6, 1, 5, 5));
	assert_true(average_tells_nobody(11, 6, 1, 5, 5));
	assert_false(average_tells_nobody(10, 6, 1, 5, 5));
	assert_false(average_tells_nobody(12, 4, 1, 5, 5)); /* of four */
}

/* The average of the sums is told: what is kept back must not follow from the rest. */
static void
what_follows(void **state)
{
	int64_t sums[] = { 18, 30, 17, 14, 20 };
	bool told[] = { true, false, true, true, true };
	bool ends_alone[] = { true, false, true, true, false };
	int64_t high[] = { 18, 30, 17, 14, 29 };

	(void)state;
	averages_keep_back(sums, told, COUNT(sums), 6, 1, 5, 5);
	assert_false(told[1]);
	assert_false(told[0]); /* in the middle: 12 from either end */
	assert_true(told[2] && told[3] && told[4]);
	/* Two that are both near the end tell each other: a third goes with them. */
	averages_keep_back(high, ends_alone, COUNT(high), 6, 1, 5, 5);
	assert_false(ends_alone[0] || ends_alone[1] || ends_alone[4]);
	assert_true(ends_alone[2] && ends_alone[3]);
}

static void
spread(void **state)
{
	size_t group[5];
	int few[] = { 1, 0, 2, 7, 6 }, tail[] = { 0, 6, 9, 0, 1 }, one[] = { 0, 0, 9, 0, 0 };
	int small[] = { 1, 0, 0, 0, 6 }, good[] = { 5, 0, 6, 0, 7 };

	(void)state;
	assert_true(spread_join(few, group, 5, 5));
	assert_int_equal(few[0], 10); /* the lowest four together */
	assert_true(group[0] == 0 && group[3] == 0 && group[4] == 4);
	assert_true(spread_join(tail, group, 5, 5));
	assert_true(group[1] == 1 && group[2] == 2 && group[3] == 2 && group[4] == 2);
	assert_int_equal(tail[2], 10);
	assert_false(spread_join(one, group, 5, 5));
	assert_false(spread_join(small, group, 5, 5));
	assert_true(spread_join(good, group, 5, 5));
	assert_true(group[1] == 1 && good[1] == 0 && good[4] == 7);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quartiles),
		cmocka_unit_test(quarters),
		cmocka_unit_test(anonymity),
		cmocka_unit_test(accuracy),
		cmocka_unit_test(ends),
		cmocka_unit_test(what_follows),
		cmocka_unit_test(spread),
	};

	return cmocka_run_group_tests_name("comparing", tests, NULL, NULL);
}
