/* SPDX-License-Identifier: ISC */
/* What a next level brings, what score a plan leads to, how far an agency has come. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/improvement.h"
#include "rules/score.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Two documents for level 2, one for 3, none for 4, one for 5, and what nobody has to have. */
static const struct item bare[] = {
	{ 2, true, ITEM_ABSENT },
	{ 2, true, ITEM_ABSENT },
	{ 2, false, ITEM_ABSENT },
	{ 3, true, ITEM_ABSENT },
	{ 5, true, ITEM_ABSENT },
};

static void
next_level(void **state)
{
	struct item items[COUNT(bare)];
	struct improvement one = improvement_of(bare, COUNT(bare), VIEW_SELF, 1, 0);

	(void)state;
	assert_int_equal(one.reach, 2);
	assert_int_equal(one.missing, 2);

	/* from 2: the document of 3 and both of 2, and level 4 asks for nothing more */
	one = improvement_of(bare, COUNT(bare), VIEW_SELF, 2, 0);
	assert_int_equal(one.reach, 4);
	assert_int_equal(one.missing, 3);

	/* a target further up asks for all that is below it */
	one = improvement_of(bare, COUNT(bare), VIEW_SELF, 1, 5);
	assert_int_equal(one.aim, 5);
	assert_int_equal(one.reach, 5);
	assert_int_equal(one.missing, 4);
	assert_int_equal(improvement_of(bare, COUNT(bare), VIEW_SELF, 3, 2).aim, 4);

	/* what is there needs no work, and takes the variable further */
	memcpy(items, bare, sizeof(items));
	items[0].state = items[1].state = items[3].state = ITEM_PRESENT;
	one = improvement_of(items, COUNT(items), VIEW_SELF, 1, 0);
	assert_int_equal(one.missing, 0);
	assert_int_equal(one.reach, 4);
	one = improvement_of(items, COUNT(items), VIEW_VERIFIER, 1, 0);
	assert_int_equal(one.missing, 2);
	assert_int_equal(one.reach, 2);

	/* at the top, and without a level, there is nothing to gain */
	assert_int_equal(improvement_of(bare, COUNT(bare), VIEW_SELF, 5, 0).reach, 5);
	assert_int_equal(improvement_of(bare, COUNT(bare), VIEW_SELF, LEVEL_ABSENT, 0).reach, 0);
	assert_int_equal(improvement_of(NULL, 0, VIEW_SELF, 3, 0).reach, 5);
}

static void
what_comes_first(void **state)
{
	/* in this order: free; 2 points of 1; 1 of 1; 3 of 4; 2 of 3; 1 of 2; nothing */
	static const struct improvement order[] = { { 1, 2, 2, 0 }, { 1, 2, 3, 1 }, { 4, 5, 5, 1 },
		{ 1, 4, 4, 4 }, { 2, 3, 4, 3 }, { 1, 2, 2, 2 }, { 5, 5, 5, 0 } };
	static const struct improvement twice = { 1, 3, 3, 2 }, once = { 1, 2, 2, 1 };

	(void)state;
	for (size_t at = 0; at < COUNT(order); at++) {
		assert_int_equal(improvement_compare(&order[at], &order[at]), 0);
		for (size_t later = at + 1; later < COUNT(order); later++) {
			assert_int_equal(improvement_compare(&order[at], &order[later]), -1);
			assert_int_equal(improvement_compare(&order[later], &order[at]), 1);
		}
	}
	/* as much for each document: the greater gain */
	assert_int_equal(improvement_compare(&twice, &once), -1);
	assert_int_equal(improvement_compare(&once, &twice), 1);
}

static void
expected_level(void **state)
{
	bool planned[COUNT(bare)] = { true, false, false, true, false };

	(void)state;
	/* a level is reached only with all of its documents */
	assert_int_equal(improvement_expected(bare, planned, COUNT(bare), VIEW_SELF, 1, 4), 1);
	planned[1] = true;
	assert_int_equal(improvement_expected(bare, planned, COUNT(bare), VIEW_SELF, 1, 2), 2);
	assert_int_equal(improvement_expected(bare, planned, COUNT(bare), VIEW_SELF, 1, 3), 3);
	/* 4 asks for nothing more, 5 for what nobody plans */
	assert_int_equal(improvement_expected(bare, planned, COUNT(bare), VIEW_SELF, 1, 5), 4);
	/* no lower than what stands, whatever is planned */
	assert_int_equal(improvement_expected(bare, planned, COUNT(bare), VIEW_SELF, 3, 2), 3);
	assert_int_equal(improvement_expected(bare, planned, COUNT(bare), VIEW_SELF, 5, 5), 5);
	assert_int_equal(improvement_expected(bare, planned, COUNT(bare), VIEW_SELF, 0, 0), 0);
}

/* Table 2 of the published case: what stood, and what two months of help brought. */
static const int self[] = { 5, 5, 2, 2, 2, 4, 5, 4, 4, 3, 2 };
static const int after[] = { 5, 5, 5, 2, 5, 4, 5, 4, 4, 5, 3 };

static void
from_38_to_47(void **state)
{
	int expected[COUNT(self)], none[COUNT(self)], half[COUNT(self)];

	(void)state;
	for (size_t at = 0; at < COUNT(self); at++) {
		/* a document for each level from 2 on: those up to what stands are there */
		struct item items[4];
		bool all[4] = { true, true, true, true }, nothing[4] = { false };
		bool first[4] = { true, true, false, false };

		for (int level = 2; level <= 5; level++)
			items[level - 2] = (struct item){ level, true,
				level <= self[at] ? ITEM_PRESENT : ITEM_ABSENT };
		expected[at] = improvement_expected(items, all, 4, VIEW_SELF, self[at], after[at]);
		none[at] = improvement_expected(items, nothing, 4, VIEW_SELF, self[at], after[at]);
		half[at] = improvement_expected(items, first, 4, VIEW_SELF, self[at], after[at]);
	}
	assert_int_equal(score_sum(self, COUNT(self)).sum, 38);
	assert_int_equal(score_sum(expected, COUNT(self)).sum, 47);
	assert_memory_equal(expected, after, sizeof(after));
	assert_int_equal(score_sum(none, COUNT(self)).sum, 38);
	/* documents for level 3 alone: variables 3, 5 and 11 go up by one */
	assert_int_equal(score_sum(half, COUNT(self)).sum, 41);
}

static void
stage_is(const struct improvement_facts *facts, enum improvement_stage stage, const char *code,
    int done, int all)
{
	struct improvement_progress stages[IMPROVE_STAGES];

	improvement_stages(facts, stages);
	assert_string_equal(improvement_progress_code(&stages[stage]), code);
	assert_int_equal(stages[stage].done, done);
	assert_int_equal(stages[stage].all, all);
}

static void
four_stages(void **state)
{
	struct improvement_facts facts = { .variables = 11 };

	(void)state;
	for (int stage = 0; stage < IMPROVE_STAGES; stage++)
		stage_is(&facts, (enum improvement_stage)stage, "none", 0,
		    stage == IMPROVE_IDENTIFY || stage == IMPROVE_VERIFY ? 11 : 0);
	facts.chosen = 4;
	stage_is(&facts, IMPROVE_IDENTIFY, "running", 4, 11);
	facts.chosen = 11;
	stage_is(&facts, IMPROVE_IDENTIFY, "running", 11, 11);
	facts.steps = 6;
	stage_is(&facts, IMPROVE_IDENTIFY, "done", 11, 11);
	stage_is(&facts, IMPROVE_FULFIL, "running", 0, 6);
	facts.done = 6;
	stage_is(&facts, IMPROVE_FULFIL, "done", 6, 6);
	facts.asked = 2;
	stage_is(&facts, IMPROVE_CONSULT, "running", 0, 2);
	facts.answered = 2;
	stage_is(&facts, IMPROVE_CONSULT, "done", 2, 2);
	facts.decided = 11;
	stage_is(&facts, IMPROVE_VERIFY, "running", 11, 11);
	facts.finished = true;
	stage_is(&facts, IMPROVE_VERIFY, "done", 11, 11);
}

static void
who_needs_help(void **state)
{
	(void)state;
	/* late, whatever is filled in; near, with something missing */
	assert_int_equal(improvement_risk(true, -1, 0, 0), RISK_HELP);
	assert_int_equal(improvement_risk(true, RISK_NEAR, 1, 0), RISK_HELP);
	assert_int_equal(improvement_risk(true, RISK_NEAR, 0, 0), RISK_NONE);
	/* more variables than days */
	assert_int_equal(improvement_risk(true, RISK_NEAR + 1, 5, 0), RISK_WATCH);
	assert_int_equal(improvement_risk(true, 5, 5, 0), RISK_NONE);
	/* once it was sent the days are the team's; late steps stay */
	assert_int_equal(improvement_risk(false, -1, 0, 0), RISK_NONE);
	assert_int_equal(improvement_risk(false, -1, 11, 0), RISK_NONE);
	assert_int_equal(improvement_risk(false, 9, 0, 1), RISK_WATCH);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(next_level),
		cmocka_unit_test(what_comes_first),
		cmocka_unit_test(expected_level),
		cmocka_unit_test(from_38_to_47),
		cmocka_unit_test(four_stages),
		cmocka_unit_test(who_needs_help),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
