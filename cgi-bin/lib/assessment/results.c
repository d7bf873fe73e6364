/* SPDX-License-Identifier: ISC */
/*
 * The figures of a cycle: levels of all agencies made into scores, categories
 * and averages by rules/score.h, so that no page counts for itself and the same
 * number stands everywhere.  What a tier has not told yet is absent here.
 */
#include "assessment/results.h"

#include <string.h>

#include "assessment/criteria.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "rules/comparison.h"
#include "base/banned.h"

enum { VARIABLES_MAX = 60 };

/* The levels of one agency while its rows are read. */
struct levels {
	int self[VARIABLES_MAX];
	int city[VARIABLES_MAX];
	int province[VARIABLES_MAX];
	int final[VARIABLES_MAX];
	size_t count;
};

const struct agency_results *
results_agency(const struct results *results, int64_t agency_id)
{
	for (size_t at = 0; at < results->count; at++)
		if (results->agencies[at].agency_id == agency_id)
			return &results->agencies[at];
	return NULL;
}

bool
results_tier_disclosed(enum state state, enum state tier)
{
	return workflow_disclosed(state, tier);
}

static int
whole_score(const int *levels, size_t count, bool told)
{
	struct score score = score_sum(levels, count);

	return told && score.complete ? score.sum : SCORE_ABSENT;
}

static const struct category *
results_classify(const struct results *results, int tenths)
{
	return category_of(results->categories, results->category_count, tenths);
}

/* The levels, all absent until they are told. */
static const int *
results_disclosed_levels(struct arena *arena, const struct results *results, const int *levels,
    size_t count, bool told)
{
	int *kept = arena_array(arena, results->variable_count + 1, sizeof(*kept));

	for (size_t at = 0; told && at < count && at < results->variable_count; at++)
		kept[at] = levels[at];
	return kept;
}

static void
keep_levels(struct arena *arena, const struct results *results, struct agency_results *agency,
    const struct levels *levels)
{
	bool tier = results->province_tier;
	bool city = results_tier_disclosed(agency->state, STATE_VERIFIED);
	bool province = tier && results_tier_disclosed(agency->state, STATE_VALIDATED);

	agency->self_levels = results_disclosed_levels(arena, results, levels->self, levels->count,
	    results_tier_disclosed(agency->state, STATE_SUBMITTED));
	agency->city_levels = results_disclosed_levels(arena, results, levels->city, levels->count,
	    city);
	agency->province_levels = results_disclosed_levels(arena, results, levels->province,
	    levels->count, province);
	agency->final_levels = results_disclosed_levels(arena, results, levels->final,
	    levels->count, tier ? province : city);
}

static void
finish_agency(struct arena *arena, struct results *results, struct agency_results *agency,
    const struct levels *levels)
{
	bool tier = results->province_tier;
	bool final_disclosed = results_tier_disclosed(agency->state,
	    tier ? STATE_VALIDATED : STATE_VERIFIED);

	keep_levels(arena, results, agency, levels);
	agency->self = whole_score(levels->self, levels->count,
	    results_tier_disclosed(agency->state, STATE_SUBMITTED));
	agency->city = whole_score(levels->city, levels->count,
	    results_tier_disclosed(agency->state, STATE_VERIFIED));
	agency->province = whole_score(levels->province, levels->count,
	    tier && results_tier_disclosed(agency->state, STATE_VALIDATED));
	agency->final = whole_score(levels->final, levels->count, final_disclosed);
	agency->has_change = score_change(agency->self, agency->final, &agency->change);
	agency->self_category = results_classify(results, score_tenths(agency->self));
	agency->category = results_classify(results, score_tenths(agency->final));
	if (agency->final == SCORE_ABSENT)
		return;
	agency->staged = level_staged(levels->final, levels->count);
	results->assessed++;
	if (agency->category != NULL)
		results->category_agencies[agency->category - results->categories]++;
}

struct sums {
	int64_t self[VARIABLES_MAX], final[VARIABLES_MAX], scores;
	int64_t self_count[VARIABLES_MAX];
};

static void
results_add_agency(struct arena *arena, struct results *results, struct agency_results *agency,
    const struct levels *levels, struct sums *sums)
{
	finish_agency(arena, results, agency, levels);
	if (agency->final == SCORE_ABSENT)
		return;
	sums->scores += agency->final;
	for (size_t at = 0; at < levels->count; at++) {
		sums->self[at] += levels->self[at];
		sums->self_count[at] += levels->self[at] != LEVEL_ABSENT;
		sums->final[at] += levels->final[at];
	}
}

bool
key_at(const int64_t *keys, size_t count, int64_t key, size_t *at)
{
	for (size_t tried = 0; tried < count; tried++) {
		if (keys[*at] == key)
			return true;
		*at = (*at + 1) % count;
	}
	return false;
}

/* The levels of each agency, and its state, which the same rows tell. */
static struct levels *
results_read_levels(struct arena *arena, struct results *results, const struct criteria *criteria,
    const struct rows *agencies, const struct rows *rows)
{
	struct levels *levels = arena_array(arena, agencies->count + 1, sizeof(*levels));
	int64_t *assessment_ids = arena_array(arena, agencies->count + 1, sizeof(int64_t));
	int64_t *variable_ids = arena_array(arena, results->variable_count + 1, sizeof(int64_t));
	size_t agency = 0, variable = 0;

	for (size_t row = 0; row < agencies->count; row++)
		assessment_ids[row] = row_int(agencies, row, "assessment_id");
	for (size_t at = 0; at < results->variable_count; at++)
		variable_ids[at] = criteria->variables[at].id;

	for (size_t row = 0; row < rows->count; row++) {
		struct levels *one;

		if (!key_at(assessment_ids, agencies->count, row_int(rows, row, "assessment_id"),
			&agency) ||
		    !key_at(variable_ids, results->variable_count,
			row_int(rows, row, "variable_id"), &variable))
			continue;
		one = &levels[agency];
		if (one->count == 0)
			state_of(row_text(rows, row, "state"), &results->agencies[agency].state);
		one->count = results->variable_count;
		one->self[variable] = (int)row_int(rows, row, "self_level");
		one->city[variable] = (int)row_int(rows, row, "city_level");
		one->province[variable] = (int)row_int(rows, row, "province_level");
		one->final[variable] = level_final(one->city[variable], one->province[variable],
		    results->province_tier);
	}
	return levels;
}

static void
results_read_agencies(struct context *context, struct results *results,
    const struct criteria *criteria, const struct rows *agencies, const struct rows *rows,
    struct sums *sums)
{
	struct levels *levels;

	results->agencies = arena_array(context->arena, agencies->count + 1,
	    sizeof(*results->agencies));
	results->left = arena_array(context->arena, agencies->count + 1, sizeof(*results->left));
	levels = results_read_levels(context->arena, results, criteria, agencies, rows);
	for (size_t at = 0; at < agencies->count; at++) {
		struct agency_results *agency;

		if (*row_text(agencies, at, "left_why") != '\0') {
			results->left[results->left_count++] = (struct left_agency){
				row_text(agencies, at, "name"), row_text(agencies, at, "left_why")
			};
			continue;
		}
		if (levels[at].count == 0)
			continue;
		agency = &results->agencies[results->count];
		agency->state = results->agencies[at].state;
		agency->assessment_id = row_int(agencies, at, "assessment_id");
		agency->agency_id = row_int(agencies, at, "agency_id");
		agency->name = row_text(agencies, at, "name");
		results->count++;
		results_add_agency(context->arena, results, agency, &levels[at], sums);
	}
}

static void
results_read_variables(struct context *context, struct results *results,
    const struct criteria *criteria, const struct sums *sums)
{
	results->variables = arena_array(context->arena, results->variable_count + 1,
	    sizeof(*results->variables));
	for (size_t at = 0; at < results->variable_count; at++) {
		struct variable_results *variable = &results->variables[at];

		variable->number = criteria->variables[at].number;
		variable->name = criteria->variables[at].name;
		variable->self_tenths = score_average(sums->self[at], sums->self_count[at],
		    ROUNDING_HALF_UP);
		variable->final_tenths = score_average(sums->final[at], (int64_t)results->assessed,
		    ROUNDING_HALF_UP);
	}
}

static int
load_cycle(struct context *context, int64_t cycle_id, struct results *results)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_RESULTS_CYCLE, db_int(cycle_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	results->cycle_id = cycle_id;
	results->region_id = row_int(&rows, 0, "region_id");
	results->instrument_id = row_int(&rows, 0, "instrument_id");
	results->year = row_int(&rows, 0, "year");
	results->province_tier = row_int(&rows, 0, "province_tier") != 0;
	results->reported = strcmp(row_text(&rows, 0, "state"), "reported") == 0;
	results->region_name = row_text(&rows, 0, "region_name");
	results->region_code = row_text(&rows, 0, "region_code");
	results->zone = row_text(&rows, 0, "timezone");
	results->reported_at = row_text(&rows, 0, "reported_at");
	results->imported = row_int(&rows, 0, "imported") != 0;
	results->received_at = row_text(&rows, 0, "received_at");
	results->names = row_int(&rows, 0, "publish_names") != 0;
	results->threshold = row_int(&rows, 0, "publish_threshold");
	if (row_null(&rows, 0, "publish_threshold"))
		return context_status(context,
		    kept_setting_number(context, SETTING_ANONYMITY_THRESHOLD, &results->threshold));
	return 0;
}

int
results_load(struct context *context, int64_t cycle_id, struct results *results)
{
	struct sums *sums = arena_alloc(context->arena, sizeof(*sums));
	const struct criteria *criteria;
	struct rows agencies, levels;
	int status, result;

	memset(results, 0, sizeof(*results));
	status = load_cycle(context, cycle_id, results);
	if (status == 0)
		status = criteria_load(context, results->instrument_id, &criteria);
	if (status != 0)
		return status;
	results->categories = criteria->categories;
	results->category_count = criteria->category_count < CATEGORIES_MAX ?
	    criteria->category_count :
	    CATEGORIES_MAX;
	results->variable_count = criteria->count < VARIABLES_MAX ? criteria->count : VARIABLES_MAX;
	result = db_select(context->db, &levels, STATEMENT_RESULTS_LEVELS, db_int(cycle_id));
	if (result >= 0)
		result = db_select(context->db, &agencies, STATEMENT_RESULTS_AGENCIES,
		    db_int(cycle_id));
	if (result < 0)
		return context_status(context, result);
	results_read_agencies(context, results, criteria, &agencies, &levels, sums);
	results_read_variables(context, results, criteria, sums);
	results->average_assessed = score_average(sums->scores, (int64_t)results->assessed,
	    ROUNDING_HALF_UP);
	results->average_all = score_average(sums->scores, (int64_t)results->count,
	    ROUNDING_HALF_UP);
	results->category = results_classify(results, results->average_assessed);
	results->listed = results->count;
	return 0;
}

/* Sums of levels over the assessed: of a variable, or of all of them. */
static int64_t
sum_of_levels(const struct results *results, size_t variable, bool final)
{
	int64_t sum = 0;

	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];

		if (agency->final != SCORE_ABSENT)
			sum += final ? agency->final_levels[variable] :
				       agency->self_levels[variable];
	}
	return sum;
}

static void
publish_variables(struct results *results)
{
	int64_t sums[VARIABLES_MAX];
	bool told[VARIABLES_MAX], self[VARIABLES_MAX];
	int threshold = (int)results->threshold;

	for (size_t at = 0; at < results->variable_count; at++) {
		sums[at] = sum_of_levels(results, at, true);
		told[at] = average_tells_nobody(sums[at], results->assessed, LEVEL_MIN, LEVEL_MAX,
		    threshold);
		self[at] = average_tells_nobody(sum_of_levels(results, at, false),
		    results->assessed, LEVEL_MIN, LEVEL_MAX, threshold);
	}
	averages_keep_back(sums, told, results->variable_count, results->assessed, LEVEL_MIN,
	    LEVEL_MAX, threshold);
	for (size_t at = 0; at < results->variable_count; at++) {
		if (!told[at])
			results->variables[at].final_tenths = AVERAGE_ABSENT;
		if (!self[at])
			results->variables[at].self_tenths = AVERAGE_ABSENT;
		results->kept_back |= !told[at] || !self[at];
	}
}

/* Classes that are put together have the name of the first and the last of them. */
static void
publish_categories(struct arena *arena, struct results *results)
{
	struct category *joined = arena_array(arena, results->category_count + 1, sizeof(*joined));
	int counts[CATEGORIES_MAX];
	size_t group[CATEGORIES_MAX], count = 0;

	memcpy(counts, results->category_agencies, sizeof(counts));
	results->unspread = !spread_join(counts, group, results->category_count,
	    (int)results->threshold);
	memset(results->category_agencies, 0, sizeof(results->category_agencies));
	if (results->unspread)
		return;
	for (size_t at = 0, last; at < results->category_count; at = last + 1) {
		for (last = at; last + 1 < results->category_count && group[last + 1] == at;)
			last++;
		results->category_agencies[count] = counts[at];
		joined[count] = results->categories[at];
		joined[count].max_tenths = results->categories[last].max_tenths;
		if (last > at) {
			results->kept_back = true;
			joined[count].name = arena_format(arena, "%s sampai %s",
			    results->categories[at].name, results->categories[last].name);
		}
		count++;
	}
	results->categories = joined;
	results->category_count = count;
}

static void
publish_nothing(struct results *results)
{
	results->average_assessed = results->average_all = AVERAGE_ABSENT;
	results->category = NULL;
	results->unspread = true;
	memset(results->category_agencies, 0, sizeof(results->category_agencies));
	for (size_t at = 0; at < results->variable_count; at++)
		results->variables[at].self_tenths = results->variables[at].final_tenths =
		    AVERAGE_ABSENT;
}

static void
results_publish(struct context *context, struct results *results)
{
	int variables = (int)results->variable_count;
	int64_t sum = 0;

	if (results->names)
		return;
	results->listed = results->left_count = 0;
	if (results->assessed == 0)
		return;
	results->withheld = !anonymous_enough(results->assessed, (int)results->threshold);
	if (results->withheld) {
		publish_nothing(results);
		return;
	}
	for (size_t at = 0; at < results->variable_count; at++)
		sum += sum_of_levels(results, at, true);
	if (!average_tells_nobody(sum, results->assessed, variables * LEVEL_MIN,
		variables * LEVEL_MAX, (int)results->threshold)) {
		/* They add up to the score: what each has of one, it has of all. */
		publish_nothing(results);
		results->kept_back = true;
		return;
	}
	publish_variables(results);
	publish_categories(context->arena, results);
	results->kept_back |= results->unspread;
}

int
results_load_published(struct context *context, int64_t cycle_id, struct results *results)
{
	int status = results_load(context, cycle_id, results);

	if (status == 0)
		results_publish(context, results);
	return status;
}

int
results_find_published(struct context *context, const char *region_code, int64_t year,
    struct results *results)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_RESULTS_CYCLE_REPORTED,
	    db_text(region_code), db_int(year));

	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	return results_load_published(context, row_int(&rows, 0, "id"), results);
}

const char *
results_lowest(struct arena *arena, const struct results *results,
    const struct agency_results *agency)
{
	struct buffer numbers = { .arena = arena };
	size_t low = 0, said = 0;

	for (size_t at = 0; at < results->variable_count && agency->staged != LEVEL_ABSENT; at++)
		low += agency->final_levels[at] == agency->staged;
	if (low > 0 && low == results->variable_count)
		return "semua";
	buffer_text(&numbers, "");
	/* The last by a word: "4, 8" could be read as a number with a decimal. */
	for (size_t at = 0; at < results->variable_count && said < low; at++) {
		if (agency->final_levels[at] != agency->staged)
			continue;
		said++;
		buffer_format(&numbers, "%s%d",
		    said == 1       ? "" :
			said == low ? " dan " :
				      ", ",
		    results->variables[at].number);
	}
	return numbers.bytes;
}
