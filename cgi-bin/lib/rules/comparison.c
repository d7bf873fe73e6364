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

/* How far a sum is from the nearer end. */
static int64_t
to_an_end(int64_t sum, size_t values, int lowest, int highest)
{
	int64_t above = sum - (int64_t)values * lowest, below = (int64_t)values * highest - sum;

	return above < below ? above : below;
}

bool
average_tells_nobody(int64_t sum, size_t count, int lowest, int highest, int threshold)
{
	return anonymous_enough(count, threshold) &&
	    to_an_end(sum, count, lowest, highest) >= threshold;
}

void
averages_keep_back(const int64_t sums[], bool told[], size_t variables, size_t count, int lowest,
    int highest, int threshold)
{
	for (;;) {
		int64_t kept = 0, furthest = -1;
		size_t back = 0, next = 0;

		for (size_t at = 0; at < variables; at++) {
			int64_t away = to_an_end(sums[at], count, lowest, highest);

			if (!told[at]) {
				back++;
				kept += sums[at];
			} else if (away > furthest) {
				furthest = away;
				next = at;
			}
		}
		if (back == 0 || furthest < 0 ||
		    (back > 1 && to_an_end(kept, back * count, lowest, highest) >= threshold))
			return;
		told[next] = false;
	}
}

bool
spread_join(int counts[], size_t group[], size_t classes, int threshold)
{
	size_t last = classes, groups = 0; /* the group before, if there is one */

	for (size_t at = 0, end; at < classes; at = end) {
		int sum = counts[at];

		for (end = at + 1; sum > 0 && sum < threshold && end < classes; end++)
			sum += counts[end];
		if (sum > 0 && sum < threshold && last < classes) {
			/* What is left at the end goes down to the last one that is told. */
			for (size_t each = last; each < end; each++)
				group[each] = last;
			counts[last] += sum;
			break;
		}
		for (size_t each = at; each < end; each++)
			group[each] = at;
		counts[at] = sum;
		if (sum > 0) {
			last = at;
			groups++;
		}
	}
	return groups > 1;
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
