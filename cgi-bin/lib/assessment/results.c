/* SPDX-License-Identifier: ISC */
#include "assessment/results.h"

#include <string.h>

#include "sheet/cell.h"
#include "assessment/replica.h"
#include "frame/words.h"
#include "base/json_writer.h"
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

const struct agency_figures *
figures_agency(const struct figures *figures, int64_t agency_id)
{
	for (size_t at = 0; at < figures->count; at++)
		if (figures->agencies[at].agency_id == agency_id)
			return &figures->agencies[at];
	return NULL;
}

bool
figures_tier_told(enum state state, enum state tier)
{
	return workflow_told(state, tier);
}

static int
whole_score(const int *levels, size_t count, bool told)
{
	struct score score = score_sum(levels, count);

	return told && score.complete ? score.sum : SCORE_ABSENT;
}

static const struct category *
classify(const struct figures *figures, int tenths)
{
	return category_of(figures->categories, figures->category_count,
	    tenths);
}

/* The levels, all absent until they are told. */
static const int *
told_levels(struct arena *arena, const struct figures *figures,
    const int *levels, size_t count, bool told)
{
	int *kept = arena_array(arena, figures->variable_count + 1,
	    sizeof(*kept));

	for (size_t at = 0; told && at < count && at < figures->variable_count;
	    at++)
		kept[at] = levels[at];
	return kept;
}

static void
keep_levels(struct arena *arena, const struct figures *figures,
    struct agency_figures *agency, const struct levels *levels)
{
	bool tier = figures->province_tier;
	bool city = figures_tier_told(agency->state, STATE_VERIFIED);
	bool province = tier && figures_tier_told(agency->state,
	    STATE_VALIDATED);

	agency->self_levels = told_levels(arena, figures, levels->self,
	    levels->count, figures_tier_told(agency->state, STATE_SUBMITTED));
	agency->city_levels = told_levels(arena, figures, levels->city,
	    levels->count, city);
	agency->province_levels = told_levels(arena, figures,
	    levels->province, levels->count, province);
	agency->final_levels = told_levels(arena, figures, levels->final,
	    levels->count, tier ? province : city);
}

static void
finish_agency(struct arena *arena, struct figures *figures,
    struct agency_figures *agency, const struct levels *levels)
{
	bool tier = figures->province_tier;
	bool final_told = figures_tier_told(agency->state, tier ? STATE_VALIDATED :
	    STATE_VERIFIED);

	keep_levels(arena, figures, agency, levels);
	agency->self = whole_score(levels->self, levels->count,
	    figures_tier_told(agency->state, STATE_SUBMITTED));
	agency->city = whole_score(levels->city, levels->count,
	    figures_tier_told(agency->state, STATE_VERIFIED));
	agency->province = whole_score(levels->province, levels->count,
	    tier && figures_tier_told(agency->state, STATE_VALIDATED));
	agency->final = whole_score(levels->final, levels->count, final_told);
	agency->has_change = score_change(agency->self, agency->final,
	    &agency->change);
	agency->self_category = classify(figures, score_tenths(agency->self));
	agency->category = classify(figures, score_tenths(agency->final));
	if (agency->final == SCORE_ABSENT)
		return;
	agency->staged = level_staged(levels->final, levels->count);
	figures->assessed++;
	if (agency->category != NULL)
		figures->category_agencies[agency->category -
		    figures->categories]++;
}

struct sums {
	int64_t self[VARIABLES_MAX], final[VARIABLES_MAX], scores;
	int64_t self_count[VARIABLES_MAX];
};

static void
add_agency(struct arena *arena, struct figures *figures,
    struct agency_figures *agency, const struct levels *levels,
    struct sums *sums)
{
	finish_agency(arena, figures, agency, levels);
	if (agency->final == SCORE_ABSENT)
		return;
	sums->scores += agency->final;
	for (size_t at = 0; at < levels->count; at++) {
		sums->self[at] += levels->self[at];
		sums->self_count[at] += levels->self[at] != LEVEL_ABSENT;
		sums->final[at] += levels->final[at];
	}
}

static void
read_level(struct levels *levels, const struct rows *rows, size_t row,
    bool province_tier)
{
	size_t at = levels->count++;

	levels->self[at] = (int)row_int(rows, row, "self_level");
	levels->city[at] = (int)row_int(rows, row, "city_level");
	levels->province[at] = (int)row_int(rows, row, "province_level");
	levels->final[at] = level_final(levels->city[at], levels->province[at],
	    province_tier);
}

static void
read_agencies(struct visit *visit, struct figures *figures,
    const struct rows *rows, struct sums *sums)
{
	struct agency_figures *agency = NULL;
	struct levels levels = { .count = 0 };

	figures->agencies = arena_array(visit->arena, rows->count + 1,
	    sizeof(*figures->agencies));
	for (size_t row = 0; row < rows->count; row++) {
		int64_t id = row_int(rows, row, "assessment_id");

		if (agency == NULL || agency->assessment_id != id) {
			if (agency != NULL)
				add_agency(visit->arena, figures, agency,
				    &levels, sums);
			levels.count = 0;
			agency = &figures->agencies[figures->count++];
			agency->assessment_id = id;
			agency->agency_id = row_int(rows, row, "agency_id");
			agency->name = row_text(rows, row, "name");
			state_of(row_text(rows, row, "state"), &agency->state);
		}
		if (levels.count < VARIABLES_MAX)
			read_level(&levels, rows, row,
			    figures->province_tier);
	}
	if (agency != NULL)
		add_agency(visit->arena, figures, agency, &levels, sums);
}

static void
read_variables(struct visit *visit, struct figures *figures,
    const struct rows *rows, const struct sums *sums)
{
	figures->variables = arena_array(visit->arena,
	    figures->variable_count + 1, sizeof(*figures->variables));
	for (size_t at = 0; at < figures->variable_count; at++) {
		struct variable_figures *variable = &figures->variables[at];

		variable->number = (int)row_int(rows, at, "number");
		variable->name = row_text(rows, at, "name");
		variable->self_tenths = score_average(sums->self[at],
		    sums->self_count[at], ROUNDING_HALF_UP);
		variable->final_tenths = score_average(sums->final[at],
		    (int64_t)figures->assessed, ROUNDING_HALF_UP);
	}
}

static int
load_cycle(struct visit *visit, int64_t cycle_id, struct figures *figures)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_FIGURES_CYCLE,
	    db_int(cycle_id));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	figures->cycle_id = cycle_id;
	figures->region_id = row_int(&rows, 0, "region_id");
	figures->year = row_int(&rows, 0, "year");
	figures->province_tier = row_int(&rows, 0, "province_tier") != 0;
	figures->reported =
	    strcmp(row_text(&rows, 0, "state"), "reported") == 0;
	figures->region_name = row_text(&rows, 0, "region_name");
	figures->region_code = row_text(&rows, 0, "region_code");
	figures->zone = row_text(&rows, 0, "timezone");
	figures->reported_at = row_text(&rows, 0, "reported_at");
	figures->collected = row_int(&rows, 0, "collected") != 0;
	figures->received_at = row_text(&rows, 0, "received_at");
	return 0;
}

static int
load_categories(struct visit *visit, struct figures *figures)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_FIGURES_CATEGORIES,
	    db_int(figures->cycle_id));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count && row < CATEGORIES_MAX; row++) {
		struct category *category = &figures->categories[row];

		category->level = (int)row_int(&rows, row, "level");
		category->name = row_text(&rows, row, "name");
		category->min_tenths = (int)row_int(&rows, row, "min_tenths");
		category->max_tenths = (int)row_int(&rows, row, "max_tenths");
		figures->category_count++;
	}
	return 0;
}

int
figures_load(struct visit *visit, int64_t cycle_id, struct figures *figures)
{
	struct sums *sums = arena_alloc(visit->arena, sizeof(*sums));
	struct rows levels, variables;
	int status, result;

	memset(figures, 0, sizeof(*figures));
	status = load_cycle(visit, cycle_id, figures);
	if (status == 0)
		status = load_categories(visit, figures);
	if (status != 0)
		return status;
	result = db_select(visit->db, &levels, STATEMENT_FIGURES_LEVELS,
	    db_int(cycle_id));
	if (result >= 0)
		result = db_select(visit->db, &variables,
		    STATEMENT_FIGURES_VARIABLES, db_int(cycle_id));
	if (result < 0)
		return visit_status(visit, result);
	figures->variable_count = variables.count < VARIABLES_MAX ?
	    variables.count : VARIABLES_MAX;
	read_agencies(visit, figures, &levels, sums);
	read_variables(visit, figures, &variables, sums);
	figures->average_assessed = score_average(sums->scores,
	    (int64_t)figures->assessed, ROUNDING_HALF_UP);
	figures->average_all = score_average(sums->scores,
	    (int64_t)figures->count, ROUNDING_HALF_UP);
	figures->category = classify(figures, figures->average_assessed);
	return 0;
}

static void
set_score(struct node *node, const char *name, int score)
{
	if (score != SCORE_ABSENT)
		node_set_int(node, name, score);
}

static void
set_tenths(struct visit *visit, struct node *node, const char *name,
    int tenths)
{
	if (tenths != AVERAGE_ABSENT)
		node_set(node, name, words_tenths(visit->arena, tenths));
}

void
figures_fill_agency(struct visit *visit, struct node *node,
    const struct agency_figures *agency)
{
	node_set_int(node, "assessment_id", agency->assessment_id);
	node_set(node, "name", agency->name);
	node_set(node, "state", state_code(agency->state));
	set_score(node, "self", agency->self);
	set_score(node, "city", agency->city);
	set_score(node, "province", agency->province);
	set_score(node, "final", agency->final);
	if (agency->has_change)
		node_set(node, "change", words_change(visit->arena,
		    agency->change));
	if (agency->self_category != NULL)
		node_set(node, "self_category", agency->self_category->name);
	if (agency->category != NULL) {
		node_set(node, "category", agency->category->name);
		node_set_int(node, "category_level", agency->category->level);
	}
	if (agency->staged != LEVEL_ABSENT) {
		node_set_int(node, "staged", agency->staged);
		node_set(node, "staged_roman", words_roman(agency->staged));
	}
}

void
figures_fill(struct visit *visit, const struct figures *figures)
{
	struct node *root = page_node(&visit->page, "Figures");
	struct node *list = node_child(root, "agencies");

	node_set_int(root, "cycle_id", figures->cycle_id);
	node_set(root, "region_name", figures->region_name);
	node_set(root, "region_code", figures->region_code);
	node_set_int(root, "year", figures->year);
	if (figures->province_tier)
		node_set(root, "province_tier", "1");
	if (figures->reported)
		node_set(root, "reported_at", words_time(visit->arena,
		    figures->reported_at, figures->zone));
	if (figures->collected)
		copy_fill(visit, figures->region_name, figures->received_at,
		    figures->zone);
	node_set_int(root, "count", (int64_t)figures->count);
	node_set_int(root, "assessed", (int64_t)figures->assessed);
	set_tenths(visit, root, "average_assessed", figures->average_assessed);
	set_tenths(visit, root, "average_all", figures->average_all);
	if (figures->average_assessed != figures->average_all)
		node_set(root, "averages_differ", "1");
	if (figures->category != NULL)
		node_set(root, "category", figures->category->name);
	for (size_t at = 0; at < figures->count; at++)
		figures_fill_agency(visit, node_row(list, at),
		    &figures->agencies[at]);
	list = node_child(root, "categories");
	for (size_t at = 0; at < figures->category_count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "name", figures->categories[at].name);
		node_set_int(node, "level", figures->categories[at].level);
		node_set(node, "min", words_tenths(visit->arena,
		    figures->categories[at].min_tenths));
		node_set(node, "max", words_tenths(visit->arena,
		    figures->categories[at].max_tenths));
		node_set_int(node, "agencies",
		    figures->category_agencies[at]);
	}
	list = node_child(root, "variables");
	for (size_t at = 0; at < figures->variable_count; at++) {
		struct node *node = node_row(list, at);

		node_set_int(node, "number", figures->variables[at].number);
		node_set(node, "name", figures->variables[at].name);
		set_tenths(visit, node, "self",
		    figures->variables[at].self_tenths);
		set_tenths(visit, node, "final",
		    figures->variables[at].final_tenths);
	}
}

static void
add_score(struct buffer *json, const char *name, int score)
{
	if (score == SCORE_ABSENT)
		json_null(json, name);
	else
		json_number(json, name, score);
}

static void
add_category(struct buffer *json, const char *name,
    const struct category *category)
{
	json_put_or_null(json, name, category != NULL ? category->name : "");
}

static void
add_tenths(struct buffer *json, const char *name, int tenths)
{
	if (tenths == AVERAGE_ABSENT) {
		json_null(json, name);
		return;
	}
	json_name(json, name);
	buffer_format(json, "%d.%d", tenths / 10, tenths % 10);
}

static void
add_json_agency(struct buffer *json, const struct agency_figures *agency)
{
	json_open(json, NULL, '{');
	json_put(json, "name", agency->name);
	add_score(json, "self", agency->self);
	add_score(json, "city", agency->city);
	add_score(json, "province", agency->province);
	add_score(json, "final", agency->final);
	if (agency->has_change)
		json_number(json, "change", agency->change);
	else
		json_null(json, "change");
	add_category(json, "self_category", agency->self_category);
	add_category(json, "category", agency->category);
	add_score(json, "staged", agency->staged);
	json_close(json, '}');
}

void
figures_json(const struct figures *figures, struct buffer *json)
{
	json_open(json, NULL, '{');
	json_put(json, "region", figures->region_code);
	json_number(json, "year", figures->year);
	json_open(json, "agencies", '[');
	for (size_t at = 0; at < figures->count; at++)
		add_json_agency(json, &figures->agencies[at]);
	json_close(json, ']');
	json_open(json, "average", '{');
	add_tenths(json, "assessed", figures->average_assessed);
	add_tenths(json, "all", figures->average_all);
	add_category(json, "category", figures->category);
	json_close(json, '}');
	json_open(json, "counts", '{');
	json_number(json, "agencies", (int64_t)figures->count);
	json_number(json, "assessed", (int64_t)figures->assessed);
	json_close(json, '}');
	json_close(json, '}');
	buffer_char(json, '\n');
}

static void
csv_score(struct buffer *csv, int score)
{
	buffer_char(csv, ',');
	if (score != SCORE_ABSENT)
		buffer_format(csv, "%d", score);
}

static void
csv_category(struct buffer *csv, const struct category *category)
{
	buffer_char(csv, ',');
	if (category != NULL)
		cell_csv(csv, category->name);
}

void
figures_csv(const struct figures *figures, struct buffer *csv)
{
	buffer_text(csv, "name,self,city,province,final,change,self_category,"
	    "category,staged\r\n");
	for (size_t at = 0; at < figures->count; at++) {
		const struct agency_figures *agency = &figures->agencies[at];

		cell_csv(csv, agency->name);
		csv_score(csv, agency->self);
		csv_score(csv, agency->city);
		csv_score(csv, agency->province);
		csv_score(csv, agency->final);
		buffer_char(csv, ',');
		if (agency->has_change)
			buffer_format(csv, "%d", agency->change);
		csv_category(csv, agency->self_category);
		csv_category(csv, agency->category);
		csv_score(csv, agency->staged);
		buffer_text(csv, "\r\n");
	}
}
