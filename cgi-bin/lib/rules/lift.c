/* SPDX-License-Identifier: ISC */
/*
 * Which few documents bring most points: the cheapest way to each number of points
 * over all variables, by pure functions.
 */
#include "rules/lift.h"

#include <string.h>

#include "rules/score.h"

enum { UNREACHED = 1 << 20 };

/* What one variable may bring, and for how many documents; the first is nothing. */
struct choices {
	struct {
		int gain;
		int documents;
		unsigned char aim;
	} each[LEVEL_MAX + 1];
	size_t count;
};

static struct choices
choices_of(const struct lift_variable *variable)
{
	struct choices choices = { .count = 1 };

	if (variable->level == LEVEL_ABSENT)
		return choices;
	for (int aim = variable->level + 1; aim <= LEVEL_MAX; aim++) {
		struct improvement one = improvement_of(variable->items, variable->count,
		    variable->view, variable->level, aim);

		choices.each[choices.count].gain = one.reach - variable->level;
		choices.each[choices.count].documents = (int)one.missing;
		choices.each[choices.count].aim = (unsigned char)aim;
		choices.count++;
		aim = one.reach; /* what comes with it needs no document more */
	}
	return choices;
}

/* The fewest documents for exactly so many points, variable by variable. */
struct ways {
	int fewest[LIFT_VARIABLES_MAX + 1][LIFT_POINTS_MAX + 1];
	unsigned char taken[LIFT_VARIABLES_MAX][LIFT_POINTS_MAX + 1]; /* which choice */
};

static void
ways_add(struct ways *ways, size_t at, const struct choices *choices, int most)
{
	for (int points = 0; points <= most; points++) {
		int *fewest = &ways->fewest[at + 1][points];

		*fewest = UNREACHED;
		ways->taken[at][points] = 0;
		for (size_t one = 0; one < choices->count; one++) {
			int before = points - choices->each[one].gain;
			int documents;

			if (before < 0)
				continue;
			documents = ways->fewest[at][before] + choices->each[one].documents;
			if (documents < *fewest) {
				*fewest = documents;
				ways->taken[at][points] = (unsigned char)one;
			}
		}
	}
}

static void
lift_line(const struct ways *ways, const struct choices choices[], size_t variables, int points,
    struct lift *line)
{
	*line = (struct lift){ .documents = (size_t)ways->fewest[variables][points],
		.points = points };
	for (size_t at = variables; at-- > 0;) {
		size_t taken = ways->taken[at][points];

		line->aims[at] = choices[at].each[taken].aim;
		points -= choices[at].each[taken].gain;
	}
}

void
lifts_of(const struct lift_variable variables[], size_t count, struct lifts *lifts)
{
	struct choices choices[LIFT_VARIABLES_MAX];
	struct ways ways;
	int least = UNREACHED, most = 0;

	lifts->count = 0;
	if (count > LIFT_VARIABLES_MAX)
		count = LIFT_VARIABLES_MAX;
	for (size_t at = 0; at < count; at++) {
		choices[at] = choices_of(&variables[at]);
		most += choices[at].each[choices[at].count - 1].gain;
	}
	for (int points = 0; points <= most; points++)
		ways.fewest[0][points] = points == 0 ? 0 : UNREACHED;
	for (size_t at = 0; at < count; at++)
		ways_add(&ways, at, &choices[at], most);
	/* From the most points down: what costs no less than more points is no line. */
	for (int points = most; points > 0; points--) {
		if (ways.fewest[count][points] >= least)
			continue;
		least = ways.fewest[count][points];
		lift_line(&ways, choices, count, points, &lifts->lines[lifts->count++]);
	}
	for (size_t at = 0; at < lifts->count / 2; at++) {
		struct lift line = lifts->lines[at];

		lifts->lines[at] = lifts->lines[lifts->count - 1 - at];
		lifts->lines[lifts->count - 1 - at] = line;
	}
}

int
lift_alone(const struct lift_variable *variable, size_t *item)
{
	size_t missing;
	struct improvement one = improvement_of(variable->items, variable->count, variable->view,
	    variable->level, 0);

	if (one.missing != 1 || one.reach == one.level)
		return 0;
	support_missing(variable->items, variable->count, variable->view, one.aim, &missing, 1);
	*item = missing;
	return one.reach - one.level;
}
