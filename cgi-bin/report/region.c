/* SPDX-License-Identifier: ISC */
#include "report/report.h"

#include <string.h>

#include "rules/workflow.h"
#include "document/chart.h"
#include "assessment/results.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { PUBLISH_SURE };
const struct field publish_fields[] = {
	[PUBLISH_SURE] = { "sure", FIELD_FLAG, "Pernyataan" },
	{ NULL }
};

static int
load(struct visit *visit, struct figures *figures)
{
	int64_t cycle_id;
	int status = find_cycle(visit, &cycle_id);

	return status != 0 ? status : figures_load(visit, cycle_id, figures);
}

/* Figures.agencies.N.before: the final score of the cycle before. */
static int
fill_before(struct visit *visit, const struct figures *figures)
{
	struct node *list = page_node(&visit->page, "Figures.agencies");
	struct node *node = page_node(&visit->page, "Before");
	struct figures before;
	struct rows rows;
	int status, result = db_select(visit->db, &rows,
	    STATEMENT_REPORT_CYCLE_BEFORE, db_int(figures->region_id),
	    db_int(figures->year));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 0;
	status = figures_load(visit, row_int(&rows, 0, "id"), &before);
	if (status != 0)
		return status;
	node_set_int(node, "year", before.year);
	if (before.average_assessed != AVERAGE_ABSENT)
		node_set(node, "average", words_tenths(visit->arena,
		    before.average_assessed));
	if (before.category != NULL)
		node_set(node, "category", before.category->name);
	for (size_t at = 0; at < figures->count; at++) {
		const struct agency_figures *then = figures_agency(&before,
		    figures->agencies[at].agency_id);
		int change;

		if (then == NULL || then->final == SCORE_ABSENT)
			continue;
		node_set_int(node_row(list, at), "before", then->final);
		if (score_change(then->final, figures->agencies[at].final,
		    &change))
			node_set(node_row(list, at), "since_before",
			    words_change(visit->arena, change));
	}
	return 0;
}

static int
fill_pictures(struct visit *visit, const struct figures *figures)
{
	struct region_charts charts;
	int status = charts_of_region(visit, figures, false, &charts);

	if (status != 0)
		return status;
	if (figures->assessed > 0) {
		CHART_FILL(visit, "distribution", distribution,
		    &charts.distribution);
		chart_fill_heat(visit, &charts.heat);
		chart_fill_trend(visit, &charts.trend);
	}
	return chart_fill_progress(visit, figures, "progress");
}

int
show_region(struct visit *visit)
{
	struct figures figures;
	int status = load(visit, &figures);

	if (status != 0)
		return status;
	figures_fill(visit, &figures);
	status = fill_before(visit, &figures);
	if (status == 0)
		status = fill_pictures(visit, &figures);
	if (status != 0)
		return status;
	if (visit_may(visit, ROLE_VERIFIER) && !figures.reported &&
	    figures.region_id == visit->actor.region_id)
		page_set(&visit->page, "May.publish", "1");
	return visit_show(visit, "report/region");
}

int
send_region_data(struct visit *visit)
{
	bool json = strcmp(visit->words[0], "json") == 0;
	struct buffer body = { .arena = visit->arena };
	struct figures figures;
	int status;

	if (!json && strcmp(visit->words[0], "csv") != 0)
		return 404;
	status = load(visit, &figures);
	if (status != 0)
		return status;
	if (json)
		figures_json(&figures, &body);
	else
		figures_csv(&figures, &body);
	answer_header(visit->request, "Content-Disposition",
	    arena_format(visit->arena, "attachment; filename=\"%s-%lld.%s\"",
	    figures.region_code, (long long)figures.year, visit->words[0]));
	answer_send(visit->request, 200, json ?
	    "application/json; charset=utf-8" : "text/csv; charset=utf-8",
	    body.bytes, body.length);
	return 0;
}

/* How many wait with a receipt, and how many would stay out of the report. */
static void
fill_readiness(struct visit *visit, const struct figures *figures)
{
	struct node *list = page_node(&visit->page, "Unfinished");
	size_t ready = 0, row = 0;

	for (size_t at = 0; at < figures->count; at++) {
		const struct agency_figures *agency = &figures->agencies[at];
		struct node *node;

		if (agency->state == STATE_RECEIVED) {
			ready++;
			continue;
		}
		node = node_row(list, row++);
		node_set(node, "name", agency->name);
		node_set(node, "state", state_code(agency->state));
	}
	page_set_int(&visit->page, "Ready", (int64_t)ready);
}

int
ask_publish(struct visit *visit)
{
	struct figures figures;
	int status = load(visit, &figures);

	if (status != 0)
		return status;
	if (figures.reported)
		return visit_redirect(visit, "/report/region/%lld",
		    (long long)figures.cycle_id);
	figures_fill(visit, &figures);
	fill_readiness(visit, &figures);
	return visit_show(visit, "report/publish");
}

struct publishing {
	struct visit *visit;
	const struct figures *figures;
};

/* All agencies with a receipt become reported together with the cycle. */
static int
publish(struct db *db, void *argument)
{
	const struct publishing *publishing = argument;
	const struct figures *figures = publishing->figures;
	struct visit *visit = publishing->visit;
	int result = db_run(db, STATEMENT_REPORT_CYCLE_REPORTED,
	    db_int(figures->cycle_id));

	if (result == 0)
		return visit_refuse(visit, 409, "Laporan periode ini sudah "
		    "diterbitkan. Muat ulang halamannya.");
	if (result > 0)
		result = db_run(db, STATEMENT_REPORT_HISTORY_REPORTED,
		    db_int(visit->actor.account_id), db_int(figures->region_id),
		    db_int(figures->cycle_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_REPORT_ASSESSMENTS_REPORTED,
		    db_int(figures->cycle_id));
	if (result < 0)
		return result;
	return history_add(db, &(struct change){ .subject = "cycle",
	    .account_id = visit->actor.account_id,
	    .region_id = figures->region_id,
	    .subject_id = figures->cycle_id, .from = "open",
	    .to = "reported" });
}

int
do_publish(struct visit *visit)
{
	struct figures figures;
	struct publishing publishing = { visit, &figures };
	int status = load(visit, &figures);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form))
		return 400;
	if (form_number(&visit->form, PUBLISH_SURE) != 1) {
		form_error(&visit->form, PUBLISH_SURE, "Centang pernyataan "
		    "ini bila laporan memang siap diterbitkan.");
		figures_fill(visit, &figures);
		fill_readiness(visit, &figures);
		return visit_show_errors(visit, "report/publish");
	}
	status = visit_status(visit, db_txn(visit->db, publish, &publishing));
	return status != 0 ? status : visit_redirect(visit,
	    "/report/region/%lld?done=published",
	    (long long)figures.cycle_id);
}
