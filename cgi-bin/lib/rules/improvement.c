/* SPDX-License-Identifier: ISC */
/*
 * Points and effort of a next level, the score that a plan leads to, and how far
 * along the way an agency is: pure functions.
 */
#include "rules/improvement.h"

#include "rules/score.h"

/* Whether every compulsory document up to a level counts, or is among the others:
 * those up to `given`, or those that are planned (NULL: none). */
static bool
improvement_supports(const struct item items[], const bool planned[], size_t count, enum view view,
    int level, int given)
{
	for (size_t at = 0; at < count; at++)
		if (items[at].compulsory && items[at].level <= level && items[at].level > given &&
		    !item_counts(items[at].state, view) && (planned == NULL || !planned[at]))
			return false;
	return true;
}

struct improvement
improvement_of(const struct item items[], size_t count, enum view view, int level, int target)
{
	struct improvement one = { .level = level, .aim = level, .reach = level };

	if (level == LEVEL_ABSENT || level >= LEVEL_MAX)
		return one;
	one.aim = target > level + 1 ? target : level + 1;
	one.missing = support_missing(items, count, view, one.aim, NULL, 0);
	one.reach = one.aim;
	while (one.reach < LEVEL_MAX &&
	    improvement_supports(items, NULL, count, view, one.reach + 1, one.aim))
		one.reach++;
	return one;
}

int
improvement_compare(const struct improvement *left, const struct improvement *right)
{
	long gain = left->reach - left->level, other = right->reach - right->level;
	/* Gain for each document, without dividing: of none, before all that need one. */
	long mine = gain * (long)right->missing, theirs = other * (long)left->missing;

	if ((gain == 0) != (other == 0))
		return gain == 0 ? 1 : -1;
	if ((left->missing == 0) != (right->missing == 0))
		return left->missing == 0 ? -1 : 1;
	if (mine != theirs)
		return mine > theirs ? -1 : 1;
	return gain == other ? 0 : gain > other ? -1 : 1;
}

int
improvement_expected(const struct item items[], const bool planned[], size_t count, enum view view,
    int level, int target)
{
	int expected = level;

	for (int next = level + 1; next <= target && next <= LEVEL_MAX; next++) {
		if (!improvement_supports(items, planned, count, view, next, 0))
			break;
		expected = next;
	}
	return expected;
}

static struct improvement_progress
improvement_part(int done, int all, bool finished)
{
	struct improvement_progress progress = { .state = PROGRESS_NONE, .done = done, .all = all };

	if (finished)
		progress.state = PROGRESS_DONE;
	else if (done > 0)
		progress.state = PROGRESS_RUNNING;
	return progress;
}

void
improvement_stages(const struct improvement_facts *facts,
    struct improvement_progress stages[IMPROVE_STAGES])
{
	bool chosen = facts->variables > 0 && facts->chosen >= facts->variables;
	bool fulfilled = facts->steps > 0 && facts->done >= facts->steps;
	bool answered = facts->asked > 0 && facts->answered >= facts->asked;

	stages[IMPROVE_IDENTIFY] = improvement_part(facts->chosen, facts->variables,
	    chosen && facts->steps > 0);
	stages[IMPROVE_FULFIL] = improvement_part(facts->done, facts->steps, fulfilled);
	stages[IMPROVE_CONSULT] = improvement_part(facts->answered, facts->asked, answered);
	stages[IMPROVE_VERIFY] = improvement_part(facts->decided, facts->variables,
	    facts->finished);
	/* A step, or a question, has begun it. */
	if (facts->steps > 0 && !fulfilled)
		stages[IMPROVE_FULFIL].state = PROGRESS_RUNNING;
	if (facts->asked > 0 && !answered)
		stages[IMPROVE_CONSULT].state = PROGRESS_RUNNING;
}

const char *
improvement_progress_code(const struct improvement_progress *progress)
{
	return progress->state == PROGRESS_DONE ?
	    "done" :
	    progress->state == PROGRESS_RUNNING ?
	    "running" :
	    "none";
}

enum improvement_risk
improvement_risk(bool with_agency, int days_left, int without_level, int late_steps)
{
	if (with_agency && (days_left < 0 || (days_left <= RISK_NEAR && without_level > 0)))
		return RISK_HELP;
	if ((with_agency && without_level > days_left) || late_steps > 0)
		return RISK_WATCH;
	return RISK_NONE;
}
