/* SPDX-License-Identifier: ISC */
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
fill_change(struct visit *visit, struct node *node, int self, int final)
{
	int change;

	if (!score_change(self, final, &change))
		return;
	node_set(node, "change", words_change(visit->arena, change));
	if (change != 0)
		node_set(node, "changed", change > 0 ? "up" : "down");
}

static void
fill_missing(struct visit *visit, struct node *node,
    const struct evidence *evidence, int level, bool province_tier)
{
	const struct evidence_item **missing;
	struct node *list = node_child(node, "missing");
	size_t count;

	if (level == LEVEL_ABSENT || level >= LEVEL_MAX)
		return;
	node_set(node, "next_roman", words_roman(level + 1));
	count = evidence_missing(visit, evidence, province_tier ?
	    EYES_PROVINCE : EYES_CITY, level + 1, &missing);
	for (size_t at = 0; at < count; at++)
		node_set(node_row(list, at), "title", missing[at]->title);
}

static int
fill_variables(struct visit *visit, const struct assessment *assessment)
{
	struct node *list = page_node(&visit->page, "Variables");
	bool tier = assessment->province_tier;
	bool city = figures_tier_told(assessment->state, STATE_VERIFIED) ||
	    visit_may(visit, ROLE_VERIFIER | ROLE_VALIDATOR);
	bool province = tier && (figures_tier_told(assessment->state,
	    STATE_VALIDATED) || visit_may(visit, ROLE_VALIDATOR));
	struct evidence_list evidence;
	struct rows rows;
	int status = evidence_load(visit, assessment, &evidence);
	int result;

	if (status != 0)
		return status;
	result = db_select(visit->db, &rows, STATEMENT_SIGNOFF_ANSWERS,
	    db_int(assessment->id));
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);
		int self = (int)row_int(&rows, row, "self_level");
		int said = (int)row_int(&rows, row, "city_level");
		int final = (tier ? province : city) ? level_final(said,
		    (int)row_int(&rows, row, "province_level"), tier) :
		    LEVEL_ABSENT;

		node_set(node, "number", row_text(&rows, row, "number"));
		node_set(node, "name", row_text(&rows, row, "name"));
		node_set(node, "explanation", row_text(&rows, row,
		    "explanation"));
		set_level(node, "self", self, true);
		set_level(node, "city", said, city);
		set_level(node, "province", row_int(&rows, row,
		    "province_level"), province);
		set_level(node, "final", final, true);
		fill_change(visit, node, self, final);
		if (city) {
			node_set(node, "city_reason", row_text(&rows, row,
			    "city_reason"));
			node_set(node, "city_recommendation", row_text(&rows,
			    row, "city_recommendation"));
		}
		if (province) {
			node_set(node, "province_reason", row_text(&rows, row,
			    "province_reason"));
			node_set(node, "province_recommendation",
			    row_text(&rows, row, "province_recommendation"));
		}
		if (row < evidence.count)
			fill_missing(visit, node, &evidence.variables[row],
			    final, tier);
	}
	return 0;
}

static int
fill_totals(struct visit *visit, const struct assessment *assessment)
{
	struct node *node = page_node(&visit->page, "Agency");
	struct figures figures;
	int status = figures_load(visit, assessment->cycle_id, &figures);

	for (size_t at = 0; status == 0 && at < figures.count; at++)
		if (figures.agencies[at].assessment_id == assessment->id)
			figures_fill_agency(visit, node,
			    &figures.agencies[at]);
	if (status == 0 && figures.collected)
		copy_fill(visit, figures.region_name, figures.received_at,
		    figures.zone);
	return status;
}

static int
fill_pictures(struct visit *visit, const struct assessment *assessment)
{
	struct agency_charts charts;
	int status = charts_of_agency(visit, assessment, &charts);

	if (status != 0 || charts.radar.series_count == 0)
		return status;
	CHART_FILL(visit, "radar", radar, &charts.radar);
	if (charts.finished) {
		CHART_FILL(visit, "bars", bars, &charts.bars);
		CHART_FILL(visit, "waterfall", waterfall, &charts.waterfall);
	}
	return 0;
}

/* Documents.N of a copy: everything but the files. */
static int
fill_documents(struct visit *visit, const struct assessment *assessment)
{
	struct node *list = page_node(&visit->page, "Documents");
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_COLLECT_LISTED,
	    db_int(assessment->id));

	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "roman", words_roman(row_int(&rows, row,
		    "level")));
		node_set(node, "kind_name", words_kind(row_text(&rows, row,
		    "kind")));
		node_set(node, "date", words_date(visit->arena,
		    row_text(&rows, row, "dated")));
		if (!row_null(&rows, row, "sha256"))
			node_set(node, "size", words_bytes(visit->arena,
			    row_int(&rows, row, "bytes")));
	}
	return result < 0 ? visit_status(visit, result) : 0;
}

int
show_agency(struct visit *visit)
{
	struct assessment assessment;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status == 0)
		status = fill_variables(visit, &assessment);
	if (status == 0)
		status = fill_totals(visit, &assessment);
	if (status == 0)
		status = fill_pictures(visit, &assessment);
	if (status == 0 && assessment.collected)
		status = fill_documents(visit, &assessment);
	if (status != 0)
		return status;
	assessment_fill(visit, &assessment);
	return visit_show(visit, "report/agency");
}
