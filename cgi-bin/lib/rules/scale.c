/* SPDX-License-Identifier: ISC */
/*
 * The arithmetic of any instrument: which variables are asked, and what score their answers
 * make by each method.  Whole numbers only; see the header for units and rounding.
 */
#include "rules/scale.h"

#include <string.h>

/* Between hundredths and the ten decimals of a sum of averages. */
enum { FINE = 1000000 };

static const struct {
	const char *code, *words;
} methods[SCORINGS] = {
	[SCORING_NONE] = { "none", "tanpa nilai" },
	[SCORING_SUM] = { "sum", "jumlah" },
	[SCORING_AVERAGE] = { "average", "rata-rata" },
	[SCORING_WEIGHTED] = { "weighted", "rata-rata berbobot" },
	[SCORING_NESTED] = { "nested", "rata-rata bertingkat" },
	[SCORING_SHARE] = { "share", "persentase" },
};

const char *
scoring_code(enum scoring scoring)
{
	return methods[scoring].code;
}

const char *
scoring_words(enum scoring scoring)
{
	return methods[scoring].words;
}

bool
scoring_of(const char *code, enum scoring *scoring)
{
	for (size_t at = 0; at < SCORINGS; at++)
		if (strcmp(methods[at].code, code) == 0) {
			*scoring = (enum scoring)at;
			return true;
		}
	return false;
}

const char *
rounding_words(enum rounding rounding)
{
	static const char *const words[] = { [ROUNDING_HALF_UP] = "setengah ke atas",
		[ROUNDING_DOWN] = "ke bawah",
		[ROUNDING_UP] = "ke atas" };

	return words[rounding];
}

bool
hundredths_of(const char *text, int64_t *value)
{
	int64_t number = 0;
	int decimals = -1;

	if (*text < '0' || *text > '9')
		return false;
	for (; *text != '\0'; text++) {
		if ((*text == ',' || *text == '.') && decimals < 0 && text[1] != '\0') {
			decimals = 0;
			continue;
		}
		if (*text < '0' || *text > '9' || decimals == 2)
			return false;
		number = number * 10 + (*text - '0');
		if (number > (int64_t)SCALE_NUMBER_MAX * 100)
			return false;
		decimals += decimals >= 0;
	}
	for (int at = decimals < 0 ? 0 : decimals; at < 2; at++)
		number *= 10;
	if (number > (int64_t)SCALE_NUMBER_MAX * 100)
		return false;
	*value = number;
	return true;
}

int64_t
scale_most(const struct scale *scale)
{
	int64_t most = 0;

	for (size_t at = 0; at < scale->count; at++)
		if (scale->words[at].points > most)
			most = scale->words[at].points;
	return most;
}

/* ---- what is asked --------------------------------------------------------- */

void
rated_ask(struct rated rated[], size_t count)
{
	for (size_t at = 0; at < count; at++) {
		const struct rated *on = &rated[rated[at].if_index];

		rated[at].unasked = rated[at].if_level > 0 &&
		    (rated[at].if_index >= at || on->unasked || on->skipped ||
			on->level < rated[at].if_level);
	}
}

static bool
is_counted(const struct rated *one)
{
	return !one->unasked && !one->skipped && one->level >= 1 &&
	    (size_t)one->level <= one->scale->count;
}

static int64_t
points_of(const struct rated *one)
{
	return one->scale->words[one->level - 1].points;
}

/* ---- rounding -------------------------------------------------------------- */

/* number / by, neither below nought. */
static int64_t
divided(int64_t number, int64_t by, enum rounding rounding)
{
	int64_t whole = number / by, rest = number % by;

	switch (rounding) {
	case ROUNDING_DOWN:
		return whole;
	case ROUNDING_UP:
		return whole + (rest > 0);
	case ROUNDING_HALF_UP:
		break;
	}
	return whole + (rest >= by - rest);
}

/* number / by hundredths, to so many decimals, in hundredths. */
static int64_t
to_decimals(int64_t number, int64_t by, enum rounding rounding, int decimals)
{
	int64_t step = decimals == 0 ? 100 : decimals == 1 ? 10 : 1;

	return divided(number, by * step, rounding) * step;
}

/* ---- methods --------------------------------------------------------------- */

struct fraction {
	int64_t number, by; /* by 0: nothing to divide by */
};

static struct fraction
sum_of(const struct rated rated[], size_t count, enum scoring scoring)
{
	struct fraction sum = { 0, 0 };

	for (size_t at = 0; at < count; at++) {
		int64_t weight = scoring == SCORING_WEIGHTED ? rated[at].weight : 1;

		if (!is_counted(&rated[at]))
			continue;
		sum.number += points_of(&rated[at]) * weight *
		    (scoring == SCORING_SHARE ? 10000 : 1);
		sum.by += scoring == SCORING_SHARE ? scale_most(rated[at].scale) : weight;
	}
	if (scoring == SCORING_SUM && sum.by > 0)
		sum.by = 1;
	return sum;
}

/* Averages of the parts that go together, one level up each time. */
struct mean {
	int64_t sum, count;
};

static void
mean_add(struct mean *to, const struct mean *of)
{
	if (of->count == 0)
		return;
	to->sum += divided(of->sum, of->count, ROUNDING_HALF_UP);
	to->count++;
}

static struct fraction
mean_of_means(const struct rated rated[], size_t count)
{
	struct mean all = { 0, 0 }, outer = { 0, 0 }, inner = { 0, 0 };

	for (size_t at = 0; at < count; at++) {
		bool other_outer = at > 0 && rated[at].outer != rated[at - 1].outer;

		if (other_outer || (at > 0 && rated[at].inner != rated[at - 1].inner)) {
			mean_add(&outer, &inner);
			inner = (struct mean){ 0, 0 };
		}
		if (other_outer) {
			mean_add(&all, &outer);
			outer = (struct mean){ 0, 0 };
		}
		if (is_counted(&rated[at])) {
			inner.sum += points_of(&rated[at]) * FINE;
			inner.count++;
		}
	}
	mean_add(&outer, &inner);
	mean_add(&all, &outer);
	return (struct fraction){ all.sum, all.count * FINE };
}

struct rating
rate(enum scoring scoring, enum rounding rounding, int decimals, const struct rated rated[],
    size_t count)
{
	struct rating rating = { .complete = true };
	struct fraction value;

	for (size_t at = 0; at < count; at++) {
		if (rated[at].unasked)
			continue;
		rating.asked++;
		rating.skipped += rated[at].skipped;
		if (rated[at].skipped || rated[at].level > 0)
			rating.answered++;
	}
	rating.complete = rating.asked > 0 && rating.answered == rating.asked;
	if (scoring == SCORING_NONE)
		return rating;
	value = scoring == SCORING_NESTED ?
	    mean_of_means(rated, count) :
	    sum_of(rated, count, scoring);
	if (value.by <= 0)
		return rating;
	rating.known = true;
	rating.score = to_decimals(value.number, value.by, rounding, decimals);
	return rating;
}

struct rating
rate_all(enum scoring scoring, enum rounding rounding, int decimals, struct rated rated[],
    size_t count, bool highest)
{
	for (size_t at = 0; at < count; at++) {
		const struct scale *scale = rated[at].scale;

		rated[at].skipped = rated[at].unasked = false;
		rated[at].level = 1;
		for (size_t level = 1; level < scale->count; level++) {
			int64_t points = scale->words[level].points;
			int64_t best = scale->words[rated[at].level - 1].points;

			if (highest ? points > best : points < best)
				rated[at].level = (int)level + 1;
		}
	}
	return rate(scoring, rounding, decimals, rated, count);
}

size_t
class_by_least(const int64_t least[], size_t count, int64_t score)
{
	size_t found = 0;

	for (size_t at = 0; at < count; at++)
		if (least[at] <= score)
			found = at;
	return found;
}
