/* SPDX-License-Identifier: ISC */
/*
 * The results of a cycle as rows of pages: averages and categories in words, and
 * of each agency what the list of columns shows.
 */
#include "assessment/results_columns.h"

#include "assessment/replica.h"
#include "frame/words.h"
#include "base/banned.h"

static void
set_score(struct node *node, const char *name, int score)
{
	if (score != SCORE_ABSENT)
		node_set_int(node, name, score);
}

static void
results_set_tenths(struct context *context, struct node *node, const char *name, int tenths)
{
	if (tenths != AVERAGE_ABSENT)
		node_set(node, name, words_tenths(context->arena, tenths));
}

void
results_fill_agency(struct context *context, struct node *node, const struct agency_results *agency)
{
	node_set_int(node, "assessment_id", agency->assessment_id);
	node_set(node, "name", agency->name);
	node_set(node, "state", state_code(agency->state));
	set_score(node, "self", agency->self);
	set_score(node, "city", agency->city);
	set_score(node, "province", agency->province);
	set_score(node, "final", agency->final);
	if (agency->has_change)
		node_set(node, "change", words_change(context->arena, agency->change));
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

/* What the list of columns shows, each under its name. */
static void
results_fill_row(struct context *context, struct node *node, const struct results_row *row)
{
	node_set_int(node, "assessment_id", row->agency->assessment_id);
	node_set_int(node, "agency_id", row->agency->agency_id);
	node_set(node, "state_code", state_code(row->agency->state));
	for (size_t at = 0; at < results_column_count; at++) {
		const struct results_column *column = &results_columns[at];
		struct results_cell cell;

		if (!results_column_shown(column, row->results))
			continue;
		cell = column->read(row);
		if (cell.kind == RESULTS_NUMBER && cell.shown == NULL)
			node_set_int(node, column->name, cell.number);
		else
			node_set(node, column->name,
			    results_cell_text(context->arena, column, &cell));
	}
}

static void
results_fill_columns(struct context *context, struct node *list, const struct results *results)
{
	size_t row = 0;

	for (size_t at = 0; at < results_column_count; at++) {
		const struct results_column *column = &results_columns[at];
		struct node *node;

		if (!results_column_shown(column, results))
			continue;
		node = node_row(list, row++);
		node_set(node, "name", column->name);
		node_set(node, "label", results_column_label(context->arena, column, results));
		if (column->words)
			node_set(node, "words", "1");
		if (column->where & RESULTS_INSIDE)
			node_set(node, "inside", "1");
	}
}

void
results_fill(struct context *context, const struct results *results)
{
	struct node *root = page_node(&context->page, "Results");
	struct node *list = node_child(root, "agencies");

	node_set_int(root, "cycle_id", results->cycle_id);
	node_set(root, "region_name", results->region_name);
	node_set(root, "region_code", results->region_code);
	node_set_int(root, "year", results->year);
	if (results->province_tier)
		node_set(root, "province_tier", "1");
	if (results->reported)
		node_set(root, "reported_at",
		    words_time(context->arena, results->reported_at, results->zone));
	if (results->imported)
		replica_fill(context, results->region_name, results->received_at, results->zone);
	node_set_int(root, "count", (int64_t)results->count);
	node_set_int(root, "assessed", (int64_t)results->assessed);
	if (results->withheld)
		node_set_int(root, "withheld", results->threshold);
	if (results->kept_back)
		node_set_int(root, "kept_back", results->threshold);
	if (results->unspread)
		node_set(root, "unspread", "1");
	if (results->listed == 0 && results->count > 0)
		node_set(root, "unlisted", "1");
	results_set_tenths(context, root, "average_assessed", results->average_assessed);
	results_set_tenths(context, root, "average_all", results->average_all);
	if (results->average_assessed != results->average_all)
		node_set(root, "averages_differ", "1");
	if (results->category != NULL)
		node_set(root, "category", results->category->name);
	results_fill_columns(context, node_child(root, "columns"), results);
	for (size_t at = 0; at < results->listed; at++)
		results_fill_row(context, node_row(list, at),
		    &(struct results_row){ context->arena, results, &results->agencies[at] });
	for (size_t at = 0; at < results->left_count; at++) {
		struct node *node = node_row(node_child(root, "left"), at);

		node_set(node, "name", results->left[at].name);
		node_set(node, "why", results->left[at].why);
	}
	list = node_child(root, "categories");
	for (size_t at = 0; at < results->category_count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "name", results->categories[at].name);
		node_set_int(node, "level", results->categories[at].level);
		node_set(node, "min",
		    words_tenths(context->arena, results->categories[at].min_tenths));
		node_set(node, "max",
		    words_tenths(context->arena, results->categories[at].max_tenths));
		node_set_int(node, "agencies", results->category_agencies[at]);
	}
	list = node_child(root, "variables");
	for (size_t at = 0; at < results->variable_count; at++) {
		struct node *node = node_row(list, at);

		node_set_int(node, "number", results->variables[at].number);
		node_set(node, "name", results->variables[at].name);
		results_set_tenths(context, node, "self", results->variables[at].self_tenths);
		results_set_tenths(context, node, "final", results->variables[at].final_tenths);
	}
}
