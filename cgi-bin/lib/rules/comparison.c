/* SPDX-License-Identifier: ISC */
/*
 * Quartiles, and how far a self assessment was borne out, in whole numbers.
 * None of it is in Permendagri 99/2018.  An agency is told of the others only
 * when they are enough to hide each one.
 */
#include "rules/comparison.h"

#include <stdint.h>
#include <stdlib.h>

enum { QUARTERS = 4, STEPS = LEVEL_MAX - LEVEL_MIN, WHOLE = 1000 };

static int
ascending(const void *left, const void *right)
{
	int a = *(const int *)left, b = *(const int *)right;

	return (a > b) - (a < b);
}

/* In quarters of a tenth nothing is lost; they are rounded once. */
static int
quartile(const int sorted[], size_t count, size_t which)
{
	size_t place = (count - 1) * which;
	size_t at = place / QUARTERS, rest = place % QUARTERS;
	int64_t quarters = (int64_t)sorted[at] * (int64_t)(QUARTERS - rest);

	if (rest > 0)
		quarters += (int64_t)sorted[at + 1] * (int64_t)rest;
	return (int)((quarters * 10 + QUARTERS / 2) / QUARTERS);
}

struct quartiles
quartiles_of(int values[], size_t count)
{
	if (count == 0)
		return (struct quartiles){ AVERAGE_ABSENT, AVERAGE_ABSENT, AVERAGE_ABSENT };
	qsort(values, count, sizeof(values[0]), ascending);
	return (struct quartiles){ quartile(values, count, 1), quartile(values, count, 2),
		quartile(values, count, 3) };
}

int
quarter_of(int tenths, const struct quartiles *quartiles)
{
	if (quartiles->lower == AVERAGE_ABSENT || tenths == AVERAGE_ABSENT)
		return 0;
	return 1 + (tenths >= quartiles->lower) + (tenths >= quartiles->median) +
	    (tenths >= quartiles->upper);
}

bool
anonymous_enough(size_t others, int threshold)
{
	return threshold <= 0 || others >= (size_t)threshold;
}

void
accuracy_add(struct accuracy *accuracy, int self, int city)
{
	int change, most;

	if (!score_change(self, city, &change))
		return;
	accuracy->compared++;
	accuracy->same += change == 0;
	accuracy->above += change < 0;
	accuracy->below += change > 0;
	accuracy->steps += change < 0 ? -change : change;
	most = STEPS * (int)accuracy->compared;
	accuracy->tenths = score_average((int64_t)WHOLE * (most - accuracy->steps),
	    (int64_t)most * 10, ROUNDING_HALF_UP);
}

struct accuracy
accuracy_of(const int self[], const int city[], size_t count)
{
	struct accuracy accuracy = { .tenths = AVERAGE_ABSENT };

	for (size_t at = 0; at < count; at++)
		accuracy_add(&accuracy, self[at], city[at]);
	return accuracy;
}
