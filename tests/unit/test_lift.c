/* SPDX-License-Identifier: ISC */
/* Which few documents bring most points, against lists worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/lift.h"
#include "rules/score.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* At 2: III asks for one document, IV for two, V for one.  III: 1, +1; IV: 3, +2; V: 4, +3. */
static const struct item a[] = {
	{ 2, true, ITEM_ACCEPTED },
	{ 3, true, ITEM_ABSENT },
	{ 3, false, ITEM_ABSENT },
	{ 4, true, ITEM_OUTSIDE },
	{ 4, true, ITEM_REJECTED },
	{ 5, true, ITEM_ABSENT },
};
/* At 3, and what IV asks for is there: IV: 0, +1; V: 2, +2. */
static const struct item b[] = {
	{ 4, true, ITEM_PRESENT },
	{ 5, true, ITEM_ABSENT },
	{ 5, true, ITEM_ABSENT },
};
/* At 1: II asks for three, III for none, IV and V for one each: III: 3, +2; IV: 4, +3; V: 5, +4. */
static const struct item c[] = {
	{ 2, true, ITEM_ABSENT },
	{ 2, true, ITEM_ABSENT },
	{ 2, true, ITEM_ABSENT },
	{ 4, true, ITEM_ABSENT },
	{ 5, true, ITEM_ABSENT },
};

static const struct lift_variable three[] = {
	{ a, COUNT(a), VIEW_SELF, 2 },
	{ b, COUNT(b), VIEW_SELF, 3 },
	{ c, COUNT(c), VIEW_SELF, 1 },
};

static void
fewest_documents(void **state)
{
	/* Two, seven and ten documents bring no more than one fewer does. */
	static const struct {
		size_t documents;
		int points;
	} by_hand[] = { { 0, 1 }, { 1, 2 }, { 3, 3 }, { 4, 4 }, { 5, 5 }, { 6, 6 }, { 8, 7 },
		{ 9, 8 }, { 11, 9 } };
	struct lifts lifts;

	(void)state;
	lifts_of(three, COUNT(three), &lifts);
	assert_int_equal(lifts.count, COUNT(by_hand));
	for (size_t at = 0; at < COUNT(by_hand); at++) {
		assert_int_equal(lifts.lines[at].documents, by_hand[at].documents);
		assert_int_equal(lifts.lines[at].points, by_hand[at].points);
	}
	/* One document: the third level of the first; the second needs none. */
	assert_int_equal(lifts.lines[1].aims[0], 3);
	assert_int_equal(lifts.lines[1].aims[1], 4);
	assert_int_equal(lifts.lines[1].aims[2], 0);
	/* Of three ways to three points with three documents the last is left as it is. */
	assert_int_equal(lifts.lines[2].aims[0], 4);
	assert_int_equal(lifts.lines[2].aims[1], 4);
	assert_int_equal(lifts.lines[2].aims[2], 0);
	/* Everything. */
	assert_int_equal(lifts.lines[8].aims[0], 5);
	assert_int_equal(lifts.lines[8].aims[1], 5);
	assert_int_equal(lifts.lines[8].aims[2], 5);
}

static void
who_looks(void **state)
{
	/* To a team what is there and not accepted does not count: IV is one document. */
	const struct lift_variable judged = { b, COUNT(b), VIEW_VERIFIER, 3 };
	struct lifts lifts;

	(void)state;
	lifts_of(&judged, 1, &lifts);
	assert_int_equal(lifts.count, 2);
	assert_int_equal(lifts.lines[0].documents, 1);
	assert_int_equal(lifts.lines[0].points, 1);
	assert_int_equal(lifts.lines[1].documents, 3);
	assert_int_equal(lifts.lines[1].points, 2);
}

static void
nothing_to_gain(void **state)
{
	const struct lift_variable none[] = { { a, COUNT(a), VIEW_SELF, LEVEL_ABSENT },
		{ a, COUNT(a), VIEW_SELF, LEVEL_MAX } };
	struct lifts lifts;

	(void)state;
	lifts_of(none, COUNT(none), &lifts);
	assert_int_equal(lifts.count, 0);
	lifts_of(NULL, 0, &lifts);
	assert_int_equal(lifts.count, 0);
}

/* All that there may be: sixty variables at I with nothing, a document a level. */
static void
as_many_as_there_may_be(void **state)
{
	static const struct item bare[] = { { 2, true, ITEM_ABSENT }, { 3, true, ITEM_ABSENT },
		{ 4, true, ITEM_ABSENT }, { 5, true, ITEM_ABSENT } };
	struct lift_variable all[LIFT_VARIABLES_MAX + 1];
	struct lifts lifts;

	(void)state;
	for (size_t at = 0; at < COUNT(all); at++)
		all[at] = (struct lift_variable){ bare, COUNT(bare), VIEW_SELF, 1 };
	lifts_of(all, COUNT(all), &lifts);
	assert_int_equal(lifts.count, LIFT_POINTS_MAX);
	for (size_t at = 0; at < lifts.count; at++)
		assert_int_equal(lifts.lines[at].documents, (size_t)lifts.lines[at].points);
}

static void
one_document_alone(void **state)
{
	/* At 2: III lacks one document, and IV asks for nothing more. */
	static const struct item d[] = { { 3, true, ITEM_ABSENT }, { 3, true, ITEM_PRESENT },
		{ 5, true, ITEM_ABSENT } };
	const struct lift_variable other = { d, COUNT(d), VIEW_SELF, 2 };
	const struct lift_variable top = { d, COUNT(d), VIEW_SELF, LEVEL_MAX };
	const struct lift_variable open = { d, COUNT(d), VIEW_SELF, LEVEL_ABSENT };
	size_t item = 99;

	(void)state;
	assert_int_equal(lift_alone(&three[1], &item), 0); /* lacks nothing */
	assert_int_equal(lift_alone(&three[2], &item), 0); /* lacks three */
	assert_int_equal(lift_alone(&top, &item), 0);
	assert_int_equal(lift_alone(&open, &item), 0);
	assert_int_equal(item, 99);
	assert_int_equal(lift_alone(&three[0], &item), 1);
	assert_int_equal(item, 1);
	assert_int_equal(lift_alone(&other, &item), 2);
	assert_int_equal(item, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fewest_documents),
		cmocka_unit_test(who_looks),
		cmocka_unit_test(nothing_to_gain),
		cmocka_unit_test(as_many_as_there_may_be),
		cmocka_unit_test(one_document_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
