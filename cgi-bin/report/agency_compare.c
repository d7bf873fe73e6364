/* SPDX-License-Identifier: ISC */
/*
 * One agency beside its region, beside another of its years, and what it said
 * of itself beside what was found.
 */
#include "report/report.h"

#include <string.h>

#include "rules/comparison.h"
#include "document/chart.h"
#include "document/export.h"
#include "document/listing.h"
#include "assessment/replica.h"
#include "frame/words.h"
#include "base/banned.h"

const struct field compare_fields[] = {
	[COMPARE_WITH] = { "with", FIELD_NUMBER, "Pembanding", .min = 1, .max = INT64_MAX },
	[COMPARE_MARK] = EXPORT_MARK,
	{ NULL },
};

/* ---- what the page shows ---------------------------------------------------- */

/* An agency's own assessment, its region, and another of its years. */
struct agency_comparison {
	struct assessment assessment;
	struct chart_levels now, other; /* other.count 0: there is none */
	struct results results;
	struct trend trend; /* its own results, told to whoever may look */
	struct rows years;  /* every one of the agency's */
};

/* What was asked for, or else the year before. */
static int
load_other(struct context *context, const struct assessment *assessment, struct chart_levels *other)
{
	int64_t with = form_number(&context->form, COMPARE_WITH);
	struct assessment then = *assessment;
	struct rows rows;
	int result;

	if (with == 0)
		return chart_levels_before(context, assessment, other);
	result = db_select(context->db, &rows, STATEMENT_REPORT_ASSESSMENT_OF, db_int(with),
	    db_int(assessment->agency_id));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	then.id = with;
	then.year = row_int(&rows, 0, "year");
	then.province_tier = row_int(&rows, 0, "province_tier") != 0;
	state_of(row_text(&rows, 0, "state"), &then.state);
	return chart_levels(context, &then, other);
}

static int
agency_compare_read(struct context *context, struct agency_comparison *read)
{
	const struct assessment *assessment = &read->assessment;
	int status = assessment_find(context, context->keys[0], &read->assessment);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	if ((status = chart_levels(context, assessment, &read->now)) != 0 ||
	    (status = results_load(context, assessment->cycle_id, &read->results)) != 0 ||
	    (status = chart_agency_trend(context, assessment, read->results.categories,
		 read->results.category_count, &read->trend)) != 0 ||
	    (status = load_other(context, assessment, &read->other)) != 0)
		return status;
	return context_status(context,
	    db_select(context->db, &read->years, STATEMENT_REPORT_ASSESSMENTS_OF,
		db_int(assessment->agency_id)));
}

/* ---- beside the region ----------------------------------------------------- */

/* The agencies of the region that have a score, this one among them. */
struct peers {
	const struct results *results;
	const struct agency_results *own; /* NULL: not in the figures */
	size_t others;
};

static struct peers
find_peers(const struct results *results, int64_t assessment_id)
{
	struct peers peers = { .results = results };

	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];

		if (agency->assessment_id == assessment_id)
			peers.own = agency;
		else if (agency->final != SCORE_ABSENT)
			peers.others++;
	}
	return peers;
}

/* Final scores (`variable` SIZE_MAX) or final levels of all that have one. */
static struct quartiles
quartiles_over(struct arena *arena, const struct results *results, size_t variable)
{
	int *values = arena_array(arena, results->count + 1, sizeof(*values));
	size_t count = 0;

	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];

		if (agency->final != SCORE_ABSENT)
			values[count++] = variable == SIZE_MAX ?
			    agency->final :
			    agency->final_levels[variable];
	}
	return quartiles_of(values, count);
}

static void
agency_compare_set_tenths(struct context *context, struct node *node, const char *name, int tenths)
{
	if (tenths != AVERAGE_ABSENT)
		node_set(node, name, words_tenths(context->arena, tenths));
}

static void
agency_compare_fill_score(struct context *context, const struct peers *peers)
{
	static const char *const quarters[] = { "", "termasuk seperempat yang paling rendah",
		"di bawah nilai tengah, tidak termasuk seperempat terendah",
		"di atas nilai tengah, tidak termasuk seperempat tertinggi",
		"termasuk seperempat yang paling tinggi" };
	struct node *node = page_node(&context->page, "Region");
	struct quartiles quartiles = quartiles_over(context->arena, peers->results, SIZE_MAX);

	agency_compare_set_tenths(context, node, "average", peers->results->average_assessed);
	agency_compare_set_tenths(context, node, "lower", quartiles.lower);
	agency_compare_set_tenths(context, node, "median", quartiles.median);
	agency_compare_set_tenths(context, node, "upper", quartiles.upper);
	/* Where most are alike there is no quarter to belong to. */
	if (peers->own != NULL && peers->own->final != SCORE_ABSENT &&
	    quartiles.lower < quartiles.upper)
		node_set(node, "quarter",
		    quarters[quarter_of(score_tenths(peers->own->final), &quartiles)]);
}

/* Final levels of a variable over the others, or (SIZE_MAX) their scores. */
static int64_t
sum_of_others(const struct peers *peers, size_t variable)
{
	int64_t sum = 0;

	for (size_t at = 0; at < peers->results->count; at++) {
		const struct agency_results *agency = &peers->results->agencies[at];

		if (agency != peers->own && agency->final != SCORE_ABSENT)
			sum += variable == SIZE_MAX ?
			    agency->final :
			    agency->final_levels[variable];
	}
	return sum;
}

/* Which variables an agency may be told of: not what each of the others has
 * (rules/comparison.h). */
static bool *
told_of_others(struct arena *arena, const struct peers *peers)
{
	const struct results *results = peers->results;
	size_t count = results->variable_count;
	int64_t *sums = arena_array(arena, count + 1, sizeof(*sums));
	bool *told = arena_array(arena, count + 1, sizeof(*told));

	for (size_t at = 0; at < count; at++) {
		sums[at] = sum_of_others(peers, at);
		told[at] = average_tells_nobody(sums[at], peers->others, LEVEL_MIN, LEVEL_MAX,
		    (int)results->threshold);
	}
	averages_keep_back(sums, told, count, peers->others, LEVEL_MIN, LEVEL_MAX,
	    (int)results->threshold);
	return told;
}

/* And of the region as a whole. */
static bool
others_unknown(const struct peers *peers)
{
	int variables = (int)peers->results->variable_count;

	return average_tells_nobody(sum_of_others(peers, SIZE_MAX), peers->others,
	    variables * LEVEL_MIN, variables * LEVEL_MAX, (int)peers->results->threshold);
}

static void
fill_spread(struct context *context, const struct peers *peers, const struct assessment *assessment)
{
	const bool *told = context_may(context, ROLE_OPERATOR | ROLE_HEAD) ?
	    told_of_others(context->arena, peers) :
	    NULL;
	const struct results *results = peers->results;
	size_t count = results->variable_count;
	int *own = arena_array(context->arena, 5 * count + 1, sizeof(*own));
	int *average = own + count, *lower = average + count;
	int *median = lower + count, *upper = median + count;
	struct spread spread = {
		.title = arena_format(context->arena, "%s di antara perangkat daerah %s %lld",
		    assessment->agency_name, results->region_name, (long long)results->year),
		.variables = chart_variables(context->arena, results),
		.count = count,
		.own = own,
		.average = average,
		.lower = lower,
		.median = median,
		.upper = upper
	};

	for (size_t at = 0; at < count; at++) {
		struct quartiles quartiles = quartiles_over(context->arena, results, at);
		int level = peers->own == NULL ? LEVEL_ABSENT : peers->own->final_levels[at];

		if (told != NULL && !told[at]) {
			quartiles = quartiles_of(NULL, 0);
			page_set_int(&context->page, "Region.kept_back", results->threshold);
		}
		own[at] = level == LEVEL_ABSENT ? AVERAGE_ABSENT : 10 * level;
		average[at] = told != NULL && !told[at] ?
		    AVERAGE_ABSENT :
		    results->variables[at].final_tenths;
		lower[at] = quartiles.lower;
		median[at] = quartiles.median;
		upper[at] = quartiles.upper;
	}
	CHART_FILL(context, "spread", spread, &spread);
}

/* An agency is told of the others only what no neighbour can be read from. */
static void
fill_region(struct context *context, const struct agency_comparison *read)
{
	const struct results *results = &read->results;
	struct peers peers = find_peers(results, read->assessment.id);

	chart_fill_trend(context, &read->trend);
	if (results->imported)
		replica_fill(context, results->region_name, results->received_at, results->zone);
	if (peers.own != NULL)
		results_fill_agency(context, page_node(&context->page, "Agency"), peers.own);
	page_set_int(&context->page, "Region.threshold", read->results.threshold);
	page_set_int(&context->page, "Region.assessed", (int64_t)results->assessed);
	if (context_may(context, ROLE_OPERATOR | ROLE_HEAD) && !others_unknown(&peers)) {
		page_set(&context->page, "Region.hidden",
		    anonymous_enough(peers.others, (int)read->results.threshold) ? "alike" : "few");
		return;
	}
	if (results->assessed == 0)
		return;
	agency_compare_fill_score(context, &peers);
	fill_spread(context, &peers, &read->assessment);
}

/* ---- beside another year --------------------------------------------------- */

/* The final levels, or until they are there the agency's own. */
static struct series
best_of(struct context *context, const struct chart_levels *levels, enum ink ink)
{
	bool final = score_sum(levels->final, levels->count).complete;

	return (struct series){
		.name = arena_format(context->arena, final ? "%lld" : "%lld (penilaian mandiri)",
		    (long long)levels->year),
		.ink = ink,
		.levels = final ? levels->final : levels->self
	};
}

static void
agency_compare_fill_years(struct context *context, const struct agency_comparison *read)
{
	struct node *list = page_node(&context->page, "Years");
	const struct rows *years = &read->years;
	size_t count = 0;

	for (size_t row = 0; row < years->count; row++) {
		struct node *node;

		if (row_int(years, row, "id") == read->assessment.id)
			continue;
		node = node_row(list, count++);
		fill_row(node, years, row);
		if (row_int(years, row, "year") == read->other.year)
			node_set(node, "current", "1");
	}
}

static void
fill_other(struct context *context, const struct agency_comparison *read)
{
	const struct assessment *assessment = &read->assessment;
	const struct chart_levels *from, *to, *now = &read->now, *other = &read->other;
	struct waterfall fall;
	struct bars bars;

	agency_compare_fill_years(context, read);
	if (other->count == 0)
		return;
	page_set_int(&context->page, "Other.year", other->year);
	if (other->count != now->count) {
		page_set(&context->page, "Other.different", "1");
		return;
	}
	from = other->year < now->year ? other : now;
	to = from == now ? other : now;
	fall = (struct waterfall){
		.title = arena_format(context->arena, "Dari mana angka berubah, %s %lld ke %lld",
		    assessment->agency_name, (long long)from->year, (long long)to->year),
		.variables = now->variables,
		.count = now->count,
		.before = best_of(context, from, INK_SELF),
		.after = best_of(context, to, INK_CITY)
	};
	if (!score_sum(fall.before.levels, fall.count).complete ||
	    !score_sum(fall.after.levels, fall.count).complete) {
		page_set(&context->page, "Other.incomplete", "1");
		return;
	}
	bars = (struct bars){
		.title = arena_format(context->arena, "Tingkat tiap variabel, %s %lld dan %lld",
		    assessment->agency_name, (long long)from->year, (long long)to->year),
		.variables = fall.variables,
		.count = fall.count,
		.before = fall.before,
		.after = fall.after
	};
	CHART_FILL(context, "years", bars, &bars);
	CHART_FILL(context, "change", waterfall, &fall);
}

/* ---- what it said, and what was found ------------------------------------- */

void
fill_accuracy(struct context *context, struct node *node, const struct accuracy *accuracy)
{
	if (accuracy->compared == 0)
		return;
	node_set(node, "percent", words_tenths(context->arena, accuracy->tenths));
	node_set_int(node, "compared", (int64_t)accuracy->compared);
	node_set_int(node, "same", (int64_t)accuracy->same);
	node_set_int(node, "above", (int64_t)accuracy->above);
	node_set_int(node, "below", (int64_t)accuracy->below);
}

static void
fill_own_accuracy(struct context *context, const struct chart_levels *now)
{
	struct node *node = page_node(&context->page, "Accuracy");
	struct node *list = node_child(node, "variables");
	struct accuracy accuracy = accuracy_of(now->self, now->city, now->count);

	fill_accuracy(context, node, &accuracy);
	if (accuracy.compared == 0)
		return;
	for (size_t at = 0; at < now->count; at++) {
		struct node *row = node_row(list, at);
		struct accuracy one = accuracy_of(&now->self[at], &now->city[at], 1);
		int change;

		node_set_int(row, "number", (int64_t)at + 1);
		node_set(row, "name", now->variables[at]);
		if (!score_change(now->self[at], now->city[at], &change))
			continue;
		node_set(row, "self", words_roman(now->self[at]));
		node_set(row, "city", words_roman(now->city[at]));
		node_set(row, "change", words_change(context->arena, change));
		fill_accuracy(context, row, &one);
	}
}

int
compare_agency(struct context *context)
{
	struct agency_comparison read;
	int status = agency_compare_read(context, &read);

	if (status != 0)
		return status;
	fill_region(context, &read);
	fill_other(context, &read);
	fill_own_accuracy(context, &read.now);
	assessment_fill(context, &read.assessment);
	return context_show(context, "report/agency_compare");
}

/* ---- the same as a file ---------------------------------------------------- */

static const char *
compared_variable(struct context *context, const void *records, size_t row)
{
	const struct chart_levels *levels = records;

	return arena_format(context->arena, "%zu. %s", row + 1, levels->variables[row]);
}

static const char *
compared_level(struct context *context, int level)
{
	return level == LEVEL_ABSENT ? "" : arena_format(context->arena, "%d", level);
}

static const char *
compared_self(struct context *context, const void *records, size_t row)
{
	return compared_level(context, ((const struct chart_levels *)records)->self[row]);
}

static const char *
compared_city(struct context *context, const void *records, size_t row)
{
	return compared_level(context, ((const struct chart_levels *)records)->city[row]);
}

static const char *
compared_change(struct context *context, const void *records, size_t row)
{
	const struct chart_levels *levels = records;
	int change;

	return score_change(levels->self[row], levels->city[row], &change) ?
	    words_change(context->arena, change) :
	    "";
}

static const char *
compared_percent(struct context *context, const void *records, size_t row)
{
	const struct chart_levels *levels = records;
	struct accuracy one = accuracy_of(&levels->self[row], &levels->city[row], 1);

	return one.compared > 0 ? words_tenths(context->arena, one.tenths) : "";
}

int
send_compared_agency(struct context *context)
{
	static const struct listing_column columns[] = {
		{ "Variabel", 40, .read = compared_variable },
		{ "Mandiri", 12, true, .read = compared_self },
		{ "Verifikasi", 12, true, .read = compared_city },
		{ "Selisih", 12, true, .read = compared_change },
		{ "Kesesuaian (%)", 12, true, .read = compared_percent },
		{ .label = NULL },
	};
	struct assessment assessment;
	struct chart_levels now;
	struct listing listing = { .title = "Kesesuaian", .columns = columns, .records = &now };
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = chart_levels(context, &assessment, &now);
	if (status != 0)
		return status;
	listing.count = now.count;
	return listing_send(context,
	    arena_format(context->arena, "perbandingan-%lld", (long long)assessment.year), &listing,
	    1);
}
