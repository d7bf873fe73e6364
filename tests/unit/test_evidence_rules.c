/* SPDX-License-Identifier: ISC */
/* What evidence supports, what is missing, and how a task stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/evidence_rules.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A checklist as a region might make it: nothing at level 1, not in order. */
static const struct item sound[] = {
	{ 3, true, ITEM_ACCEPTED },
	{ 2, true, ITEM_ACCEPTED },
	{ 2, false, ITEM_ABSENT },
	{ 4, true, ITEM_ACCEPTED },
	{ 4, true, ITEM_ACCEPTED },
	{ 5, true, ITEM_ACCEPTED },
};

static void
supports(size_t changed, enum item_state with, int self, int verifier)
{
	struct item items[COUNT(sound)];

	memcpy(items, sound, sizeof(items));
	items[changed].state = with;
	assert_int_equal(support_level(items, COUNT(items), VIEW_SELF), self);
	assert_int_equal(support_level(items, COUNT(items), VIEW_VERIFIER), verifier);
}

static void
levels_build_on_each_other(void **state)
{
	(void)state;
	assert_int_equal(support_level(sound, COUNT(sound), VIEW_SELF), 5);
	assert_int_equal(support_level(sound, COUNT(sound), VIEW_VERIFIER), 5);

	/* what is missing low down holds up all that is there above */
	supports(1, ITEM_ABSENT, 1, 1);
	supports(0, ITEM_ABSENT, 2, 2);
	supports(3, ITEM_ABSENT, 3, 3);
	supports(4, ITEM_ABSENT, 3, 3);
	supports(5, ITEM_ABSENT, 4, 4);

	/* there, but nobody has decided yet */
	supports(1, ITEM_PRESENT, 5, 1);
	supports(4, ITEM_PRESENT, 5, 3);
	supports(5, ITEM_PRESENT, 5, 4);

	/* rejected, or only an address: as good as absent, for both */
	supports(0, ITEM_REJECTED, 2, 2);
	supports(0, ITEM_OUTSIDE, 2, 2);

	/* what is not compulsory holds up nothing */
	supports(2, ITEM_REJECTED, 5, 5);
}

static void
level_one_needs_no_document(void **state)
{
	static const struct item nothing_yet[] = { { 2, true, ITEM_ABSENT },
		{ 3, true, ITEM_ABSENT } };
	static const struct item one_compulsory[] = { { 1, true, ITEM_ABSENT },
		{ 2, true, ITEM_PRESENT } };
	static const struct item one_optional[] = { { 1, false, ITEM_ABSENT },
		{ 2, true, ITEM_ABSENT } };

	(void)state;
	assert_int_equal(support_level(nothing_yet, 2, VIEW_SELF), 1);
	assert_int_equal(support_level(nothing_yet, 2, VIEW_VERIFIER), 1);
	assert_int_equal(support_level(one_compulsory, 2, VIEW_SELF), 0);
	assert_int_equal(support_level(one_optional, 2, VIEW_SELF), 1);
}

static void
level_that_asks_for_nothing(void **state)
{
	/* level 3 has no compulsory item: it stands on level 2 */
	static const struct item gap[] = { { 2, true, ITEM_PRESENT }, { 4, true, ITEM_ABSENT } };

	(void)state;
	assert_int_equal(support_level(gap, 2, VIEW_SELF), 3);
	assert_int_equal(support_level(gap, 2, VIEW_VERIFIER), 1);
	/* an instrument without any checklist supports every claim */
	assert_int_equal(support_level(NULL, 0, VIEW_SELF), 5);
}

/* Against the definition, over every checklist of three compulsory items. */
static void
every_small_checklist(void **state)
{
	(void)state;
	for (int n = 0; n < 5 * 5 * 5 * 5 * 5 * 5; n++) {
		struct item items[3];
		int rest = n;

		for (size_t i = 0; i < 3; i++, rest /= 25) {
			items[i].level = rest % 5 + 1;
			items[i].compulsory = true;
			items[i].state = (enum item_state)(rest / 5 % 5);
		}
		for (int view = VIEW_SELF; view <= VIEW_VERIFIER; view++) {
			int highest = 0;

			for (int level = 1; level <= 5; level++) {
				bool all = true;

				for (size_t i = 0; i < 3; i++)
					if (items[i].level <= level &&
					    items[i].state != ITEM_ACCEPTED &&
					    (view == VIEW_VERIFIER ||
						items[i].state != ITEM_PRESENT))
						all = false;
				if (all)
					highest = level;
				assert_int_equal(all,
				    support_missing(items, 3, (enum view)view, level, NULL, 0) ==
					0);
			}
			assert_int_equal(support_level(items, 3, (enum view)view), highest);
		}
	}
}

static void
missing_for_the_next_level(void **state)
{
	static const struct item items[] = { { 4, true, ITEM_ABSENT }, { 2, true, ITEM_PRESENT },
		{ 3, false, ITEM_ABSENT }, { 3, true, ITEM_REJECTED }, { 4, true, ITEM_OUTSIDE },
		{ 5, true, ITEM_ABSENT } };
	size_t missing[4] = { 99, 99, 99, 99 };

	(void)state;
	assert_int_equal(support_missing(items, 6, VIEW_SELF, 2, missing, 4), 0);
	assert_int_equal(missing[0], 99);

	assert_int_equal(support_missing(items, 6, VIEW_SELF, 3, missing, 4), 1);
	assert_int_equal(missing[0], 3);

	/* for level 4, what level 3 lacks is missing too */
	assert_int_equal(support_missing(items, 6, VIEW_SELF, 4, missing, 4), 3);
	assert_int_equal(missing[0], 0);
	assert_int_equal(missing[1], 3);
	assert_int_equal(missing[2], 4);
	assert_int_equal(missing[3], 99);

	/* the verifier has not accepted the one for level 2 either */
	assert_int_equal(support_missing(items, 6, VIEW_VERIFIER, 2, missing, 4), 1);
	assert_int_equal(missing[0], 1);

	/* more than there is room for: counted all the same */
	missing[2] = 99;
	assert_int_equal(support_missing(items, 6, VIEW_VERIFIER, 5, missing, 2), 5);
	assert_int_equal(missing[0], 0);
	assert_int_equal(missing[1], 1);
	assert_int_equal(missing[2], 99);
}

static void
the_best_link_counts(void **state)
{
	(void)state;
	assert_int_equal(item_better(ITEM_ABSENT, ITEM_OUTSIDE), ITEM_OUTSIDE);
	assert_int_equal(item_better(ITEM_REJECTED, ITEM_PRESENT), ITEM_PRESENT);
	assert_int_equal(item_better(ITEM_ACCEPTED, ITEM_PRESENT), ITEM_ACCEPTED);
	assert_int_equal(item_better(ITEM_REJECTED, ITEM_ACCEPTED), ITEM_ACCEPTED);
	assert_int_equal(item_better(ITEM_OUTSIDE, ITEM_REJECTED), ITEM_REJECTED);
}

static void
a_link_is_worth_what_was_said_of_its_file(void **state)
{
	(void)state;
	assert_int_equal(link_state(true, false, SAID_NOTHING), ITEM_PRESENT);
	assert_int_equal(link_state(true, false, SAID_ACCEPTED), ITEM_ACCEPTED);
	assert_int_equal(link_state(true, false, SAID_REJECTED), ITEM_REJECTED);
	assert_int_equal(link_state(true, true, SAID_ACCEPTED), ITEM_ABSENT);
	assert_int_equal(link_state(false, false, SAID_ACCEPTED), ITEM_OUTSIDE);
}

static void
claims(void **state)
{
	(void)state;
	assert_true(over_claimed(3, 2));
	assert_true(over_claimed(1, 0));
	assert_false(over_claimed(2, 2));
	assert_false(over_claimed(1, 5));
	assert_false(over_claimed(0, 0));
}

static void
task_words(void **state)
{
	static const struct {
		struct answer answer;
		enum task_status status;
		unsigned lacks;
	} expected[] = { { { .level = 0 }, TASK_EMPTY, ANSWER_LEVEL | ANSWER_EXPLANATION },
		{ { .level = 3 }, TASK_DRAFT, ANSWER_EXPLANATION },
		{ { .explained = true }, TASK_DRAFT, ANSWER_LEVEL },
		{ { .documented = true }, TASK_DRAFT, ANSWER_LEVEL | ANSWER_EXPLANATION },
		{ { .level = 3, .explained = true }, TASK_COMPLETE, 0 },
		{ { .level = 6, .explained = true }, TASK_DRAFT, ANSWER_LEVEL },
		{ { .level = 3, .explained = true, .over_claimed = true }, TASK_DRAFT,
		    ANSWER_OVER_CLAIM_REASON },
		{ { .level = 3,
		      .explained = true,
		      .over_claimed = true,
		      .over_claim_reason = true },
		    TASK_FILLED, 0 },
		{ { .level = 3, .explained = true, .over_claim_reason = true }, TASK_COMPLETE, 0 },
		/* named in the return: until it is mended nothing else counts */
		{ { .level = 3, .explained = true, .to_correct = true }, TASK_TO_CORRECT, 0 },
		{ { .level = 0, .to_correct = true }, TASK_TO_CORRECT,
		    ANSWER_LEVEL | ANSWER_EXPLANATION },
		/* nobody can give what a locked one would lack */
		{ { .level = 3, .explained = true, .over_claimed = true, .locked = true },
		    TASK_FILLED, 0 } };

	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++) {
		assert_int_equal(task_status(&expected[i].answer), expected[i].status);
		assert_int_equal(answer_lacks(&expected[i].answer), expected[i].lacks);
	}
	assert_string_equal(task_name(TASK_EMPTY), "Belum diisi");
	assert_string_equal(task_name(TASK_DRAFT), "Draf");
	assert_string_equal(task_name(TASK_FILLED), "Dokumen kurang");
	assert_string_equal(task_name(TASK_COMPLETE), "Lengkap");
	assert_string_equal(task_name(TASK_TO_CORRECT), "Perlu diperbaiki");
	assert_string_equal(task_code(TASK_EMPTY), "empty");
	assert_string_equal(task_code(TASK_DRAFT), "draft");
	assert_string_equal(task_code(TASK_FILLED), "filled");
	assert_string_equal(task_code(TASK_COMPLETE), "complete");
	assert_string_equal(task_code(TASK_TO_CORRECT), "correct");
	assert_string_equal(task_code((enum task_status)9), "");
}

static void
what_a_decision_must_carry(void **state)
{
	(void)state;
	assert_int_equal(decision_lacks(&(struct decision){ .before = 3 }), DECISION_LEVEL);
	assert_int_equal(
	    decision_lacks(&(struct decision){ .before = 5, .level = 5, .accepted = 5 }), 0);
	assert_int_equal(
	    decision_lacks(&(struct decision){ .before = 3, .level = 3, .accepted = 3 }),
	    DECISION_RECOMMENDATION);
	assert_int_equal(
	    decision_lacks(&(
		struct decision){ .before = 3, .level = 3, .accepted = 3, .recommendation = true }),
	    0);
	/* above what was accepted; the lowest level is above nothing */
	assert_int_equal(
	    decision_lacks(&(
		struct decision){ .before = 3, .level = 3, .accepted = 2, .recommendation = true }),
	    DECISION_REASON);
	assert_int_equal(
	    decision_lacks(&(struct decision){ .before = 1, .level = 1, .recommendation = true }),
	    0);
	assert_int_equal(decision_lacks(&(struct decision){ .before = 2, .level = 5 }),
	    DECISION_REASON);
	assert_int_equal(decision_lacks(&(struct decision){ .before = 4, .level = 3 }),
	    DECISION_REASON | DECISION_RECOMMENDATION);
	assert_int_equal(decision_lacks(&(struct decision){ .before = 4,
			     .level = 3,
			     .reason = true,
			     .recommendation = true }),
	    0);
	assert_int_equal(decision_lacks(&(struct decision){ .before = 4,
			     .level = 6,
			     .reason = true,
			     .recommendation = true }),
	    DECISION_LEVEL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(levels_build_on_each_other),
		cmocka_unit_test(level_one_needs_no_document),
		cmocka_unit_test(level_that_asks_for_nothing),
		cmocka_unit_test(every_small_checklist),
		cmocka_unit_test(missing_for_the_next_level),
		cmocka_unit_test(the_best_link_counts), cmocka_unit_test(claims),
		cmocka_unit_test(a_link_is_worth_what_was_said_of_its_file),
		cmocka_unit_test(task_words), cmocka_unit_test(what_a_decision_must_carry) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("support", tests, NULL, NULL);
}
