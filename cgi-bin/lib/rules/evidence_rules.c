/* SPDX-License-Identifier: ISC */
/*
 * Which level the evidence supports, and what an answer or a decision still
 * lacks (scoring rule 6 of product.md): a level counts when every compulsory
 * document of it and of all below is there.
 */
#include "rules/evidence_rules.h"

#include "rules/score.h"

enum item_state
link_state(bool stored, bool infected, enum link_said said)
{
	static const enum item_state states[] = { [SAID_NOTHING] = ITEM_PRESENT,
		[SAID_ACCEPTED] = ITEM_ACCEPTED,
		[SAID_REJECTED] = ITEM_REJECTED };

	if (!stored)
		return ITEM_OUTSIDE;
	return infected ? ITEM_ABSENT : states[said];
}

enum item_state
item_better(enum item_state a, enum item_state b)
{
	return a > b ? a : b;
}

bool
item_counts(enum item_state state, enum view view)
{
	return state == ITEM_ACCEPTED || (state == ITEM_PRESENT && view == VIEW_SELF);
}

static bool
lacking(const struct item *item, enum view view)
{
	return item->compulsory && !item_counts(item->state, view);
}

int
support_level(const struct item items[], size_t count, enum view view)
{
	int supported = LEVEL_MAX;

	/* the lowest level with something lacking holds up all above it */
	for (size_t i = 0; i < count; i++)
		if (items[i].level <= supported && lacking(&items[i], view))
			supported = items[i].level - 1;
	return supported < 0 ? 0 : supported;
}

size_t
support_missing(const struct item items[], size_t count, enum view view, int level,
    size_t missing[], size_t room)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		if (items[i].level > level || !lacking(&items[i], view))
			continue;
		if (found < room)
			missing[found] = i;
		found++;
	}
	return found;
}

bool
over_claimed(int claimed, int supported)
{
	return claimed > supported;
}

unsigned
answer_lacks(const struct answer *answer)
{
	unsigned lacks = 0;

	if (answer->locked)
		return 0;
	if (!level_valid(answer->level))
		lacks |= ANSWER_LEVEL;
	if (!answer->explained)
		lacks |= ANSWER_EXPLANATION;
	if (answer->over_claimed && !answer->over_claim_reason)
		lacks |= ANSWER_OVER_CLAIM_REASON;
	return lacks;
}

enum task_status
task_status(const struct answer *answer)
{
	if (answer->to_correct)
		return TASK_TO_CORRECT;
	if (answer_lacks(answer) == 0)
		return answer->over_claimed ? TASK_FILLED : TASK_COMPLETE;
	if (answer->level == LEVEL_ABSENT && !answer->explained && !answer->documented)
		return TASK_EMPTY;
	return TASK_DRAFT;
}

static const struct {
	const char *code;
	const char *name;
} tasks[] = {
	[TASK_EMPTY] = { "empty", "Belum diisi" },
	[TASK_DRAFT] = { "draft", "Draf" },
	[TASK_FILLED] = { "filled", "Dokumen kurang" },
	[TASK_COMPLETE] = { "complete", "Lengkap" },
	[TASK_TO_CORRECT] = { "correct", "Perlu diperbaiki" },
};

#define TASKS (sizeof(tasks) / sizeof(tasks[0]))

const char *
task_code(enum task_status status)
{
	return (size_t)status < TASKS ? tasks[status].code : "";
}

const char *
task_name(enum task_status status)
{
	return (size_t)status < TASKS ? tasks[status].name : "";
}

bool
above_accepted(int level, int accepted)
{
	return level > LEVEL_MIN && level > accepted;
}

unsigned
decision_lacks(const struct decision *decision)
{
	unsigned lacks = 0;

	/* without a level there is nothing yet to give a reason for */
	if (!level_valid(decision->level))
		return DECISION_LEVEL;
	if ((decision->level != decision->before ||
		above_accepted(decision->level, decision->accepted)) &&
	    !decision->reason)
		lacks |= DECISION_REASON;
	if (decision->level < LEVEL_MAX && !decision->recommendation)
		lacks |= DECISION_RECOMMENDATION;
	return lacks;
}
