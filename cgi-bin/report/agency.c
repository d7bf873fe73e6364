/* SPDX-License-Identifier: ISC */
/*
 * The result of one agency: variables with their levels side by side, what is
 * missing for the next level, and its pictures.
 */
#include "report/report.h"

#include "rules/score.h"
#include "assessment/assessment.h"
#include "document/chart.h"
#include "assessment/replica.h"
#include "assessment/evidence.h"
#include "assessment/results.h"
#include "frame/words.h"
#include "base/banned.h"

/* What a tier said is told to the agency once that tier has finished; those
 * who verify see it as it grows. */
static void
set_level(struct node *node, const char *name, int64_t level, bool told)
{
	if (told && level != LEVEL_ABSENT)
		node_set_int(node, name, level);
}

static void
fill_change(struct context *context, struct node *node, int self, int final)
{
	int change;

	if (!score_change(self, final, &change))
		return;
	node_set(node, "change", words_change(context->arena, change));
	if (change != 0)
		node_set(node, "changed", change > 0 ? "up" : "down");
}

static void
agency_fill_missing(struct context *context, struct node *node, const struct evidence *evidence,
    int level, bool province_tier)
{
	const struct evidence_item **missing;
	struct node *list = node_child(node, "missing");
	size_t count;

	if (level == LEVEL_ABSENT || level >= LEVEL_MAX)
		return;
	node_set(node, "next_roman", words_roman(level + 1));
	count = evidence_missing(context, evidence, province_tier ? VIEWER_PROVINCE : VIEWER_CITY,
	    level + 1, &missing);
	for (size_t at = 0; at < count; at++)
		node_set(node_row(list, at), "title", missing[at]->title);
}

static int
agency_fill_variables(struct context *context, const struct assessment *assessment)
{
	struct node *list = page_node(&context->page, "Variables");
	bool tier = assessment->province_tier;
	bool city = results_tier_disclosed(assessment->state, STATE_VERIFIED) ||
	    context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR);
	bool province = tier &&
	    (results_tier_disclosed(assessment->state, STATE_VALIDATED) ||
		context_may(context, ROLE_VALIDATOR));
	const struct evidence_list *evidence;
	struct rows rows;
	int status = evidence_load(context, assessment, &evidence);
	int result;

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_SIGNOFF_ANSWERS, db_int(assessment->id));
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);
		int self = (int)row_int(&rows, row, "self_level");
		int said = (int)row_int(&rows, row, "city_level");
		int final = (tier ? province : city) ?
		    level_final(said, (int)row_int(&rows, row, "province_level"), tier) :
		    LEVEL_ABSENT;

		node_set(node, "number", row_text(&rows, row, "number"));
		node_set(node, "name", row_text(&rows, row, "name"));
		node_set(node, "explanation", row_text(&rows, row, "explanation"));
		set_level(node, "self", self, true);
		set_level(node, "city", said, city);
		set_level(node, "province", row_int(&rows, row, "province_level"), province);
		set_level(node, "final", final, true);
		fill_change(context, node, self, final);
		if (city) {
			node_set(node, "city_reason", row_text(&rows, row, "city_reason"));
			node_set(node, "city_recommendation",
			    row_text(&rows, row, "city_recommendation"));
		}
		if (province) {
			node_set(node, "province_reason", row_text(&rows, row, "province_reason"));
			node_set(node, "province_recommendation",
			    row_text(&rows, row, "province_recommendation"));
		}
		if (row < evidence->count)
			agency_fill_missing(context, node, &evidence->variables[row], final, tier);
	}
	return 0;
}

static int
fill_totals(struct context *context, const struct assessment *assessment)
{
	struct node *node = page_node(&context->page, "Agency");
	struct results results;
	int status = results_load(context, assessment->cycle_id, &results);

	for (size_t at = 0; status == 0 && at < results.count; at++)
		if (results.agencies[at].assessment_id == assessment->id)
			results_fill_agency(context, node, &results.agencies[at]);
	if (status == 0 && results.imported)
		replica_fill(context, results.region_name, results.received_at, results.zone);
	return status;
}

static int
agency_fill_pictures(struct context *context, const struct assessment *assessment)
{
	struct agency_charts charts;
	int status = charts_of_agency(context, assessment, &charts);

	if (status != 0 || charts.radar.series_count == 0)
		return status;
	CHART_FILL(context, "radar", radar, &charts.radar);
	if (charts.finished) {
		CHART_FILL(context, "bars", bars, &charts.bars);
		CHART_FILL(context, "waterfall", waterfall, &charts.waterfall);
	}
	return 0;
}

/* Documents.N of a copy: everything but the files. */
static int
agency_fill_documents(struct context *context, const struct assessment *assessment)
{
	struct node *list = page_node(&context->page, "Documents");
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_TRANSFER_LISTED,
	    db_int(assessment->id));

	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "roman", words_roman(row_int(&rows, row, "level")));
		node_set(node, "kind_name", words_kind(row_text(&rows, row, "kind")));
		node_set(node, "date", words_date(context->arena, row_text(&rows, row, "dated")));
		if (!row_null(&rows, row, "sha256"))
			node_set(node, "size",
			    words_bytes(context->arena, row_int(&rows, row, "bytes")));
	}
	return result < 0 ? context_status(context, result) : 0;
}

int
show_agency(struct context *context)
{
	struct assessment assessment;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = agency_fill_variables(context, &assessment);
	if (status == 0)
		status = fill_totals(context, &assessment);
	if (status == 0)
		status = agency_fill_pictures(context, &assessment);
	if (status == 0 && assessment.imported)
		status = agency_fill_documents(context, &assessment);
	if (status != 0)
		return status;
	assessment_fill(context, &assessment);
	return context_show(context, "report/agency");
}
