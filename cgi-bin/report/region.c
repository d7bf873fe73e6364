/* SPDX-License-Identifier: ISC */
/*
 * The results of a region's cycle as a page (as data: region_data.c), and its
 * publication: with it all agencies that have a receipt become reported.
 */
#include "report/report.h"

#include "rules/workflow.h"
#include "document/chart.h"
#include "assessment/kept_cycle.h"
#include "assessment/results_plans.h"
#include "frame/words.h"
#include "store/history.h"
#include "store/message.h"
#include "store/sums.h"
#include "base/banned.h"

enum { PUBLISH_SURE };
const struct field publish_fields[] = {
	[PUBLISH_SURE] = { "sure", FIELD_FLAG, "Pernyataan" },
	{ NULL },
};

static int
region_load(struct context *context, struct results *results)
{
	int64_t cycle_id;
	int status = find_cycle(context, &cycle_id);

	return status != 0 ? status : results_load(context, cycle_id, results);
}

/* What the region had in the cycle before. */
static void
fill_before(struct context *context, const struct results *before)
{
	struct node *node = page_node(&context->page, "Before");

	if (before == NULL)
		return;
	node_set_int(node, "year", before->year);
	if (before->average_assessed != AVERAGE_ABSENT)
		node_set(node, "average", words_tenths(context->arena, before->average_assessed));
	if (before->category != NULL)
		node_set(node, "category", before->category->name);
}

int
region_read_results(struct context *context, bool before, struct region_read *read)
{
	int status = region_load(context, &read->results);

	if (status != 0 || !before)
		return status;
	status = charts_of_region(context, &read->results, false, &read->charts);
	read->results.before = read->charts.before;
	return status != 0 ? status : results_plans_load(context, &read->results);
}

static bool
may_publish(const struct context *context, const struct results *results)
{
	return context_may(context, ROLE_VERIFIER) && !results->reported &&
	    results->region_id == context->actor.region_id;
}

int
show_region(struct context *context)
{
	const struct kept_cycle *cycle = NULL;
	struct region_read read;
	struct progress progress;
	bool lift;
	int status = region_read_results(context, true, &read);

	if (status == 0)
		status = report_offers(context, SETTING_LIFT_LIST, &lift);
	if (status == 0)
		status = chart_progress(context, &read.results, &progress);
	if (status == 0)
		status = find_steps(context, &read.results, &cycle);
	if (status != 0)
		return status;
	fill_head(context, &read.results, cycle);
	fill_before(context, read.results.before);
	if (read.results.assessed > 0) {
		CHART_FILL(context, "distribution", distribution, &read.charts.distribution);
		chart_fill_heat(context, &read.charts.heat);
		chart_fill_trend(context, &read.charts.trend);
	}
	if (progress.count > 0)
		CHART_FILL(context, "progress", progress, &progress);
	if (may_publish(context, &read.results))
		page_set(&context->page, "May.publish", "1");
	if (lift)
		page_set(&context->page, "May.lift", "1");
	return context_show(context, "report/region");
}

/* How many wait with a receipt, and how many would stay out of the report. */
static void
fill_readiness(struct context *context, const struct results *results)
{
	struct node *list = page_node(&context->page, "Unfinished");
	size_t ready = 0, row = 0;

	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];
		struct node *node;

		if (agency->state == STATE_RECEIVED) {
			ready++;
			continue;
		}
		node = node_row(list, row++);
		node_set(node, "name", agency->name);
		node_set(node, "state", state_code(agency->state));
	}
	page_set_int(&context->page, "Ready", (int64_t)ready);
}

int
ask_publish(struct context *context)
{
	const struct kept_cycle *cycle;
	struct results results;
	int status = region_load(context, &results);

	if (status != 0)
		return status;
	if (results.reported)
		return context_redirect(context, "/report/region/%lld",
		    (long long)results.cycle_id);
	status = find_steps(context, &results, &cycle);
	if (status != 0)
		return status;
	fill_head(context, &results, cycle);
	fill_readiness(context, &results);
	return context_show(context, "report/publish");
}

struct publishing {
	struct context *context;
	const struct results *results;
};

/* All agencies with a receipt become reported together with the cycle. */
static int
region_publish(struct db *db, void *argument)
{
	const struct publishing *publishing = argument;
	const struct results *results = publishing->results;
	struct context *context = publishing->context;
	int result = db_run(db, STATEMENT_REPORT_CYCLE_REPORTED, db_int(results->cycle_id));

	if (result == 0)
		return context_stop(context, 409,
		    "Laporan periode ini sudah "
		    "diterbitkan. Muat ulang halamannya.");
	if (result > 0)
		result = db_run(db, STATEMENT_REPORT_HISTORY_REPORTED,
		    db_int(context->actor.account_id), db_text(role_code(context->actor.role)),
		    db_text(context->request->address), db_int(results->region_id),
		    db_int(results->cycle_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_REPORT_ASSESSMENTS_REPORTED,
		    db_int(results->cycle_id));
	if (result >= 0)
		result = sums_forget(db, results->cycle_id);
	if (result >= 0)
		result = message_send_cycle(db, MESSAGE_REPORTED, results->cycle_id, "reported",
		    context->actor.account_id);
	if (result < 0)
		return result;
	return history_add(db,
	    &(struct change){ .subject = "cycle",
		.account_id = context->actor.account_id,
		.region_id = results->region_id,
		.subject_id = results->cycle_id,
		.from = "open",
		.to = "reported" });
}

int
do_publish(struct context *context)
{
	const struct kept_cycle *cycle;
	struct results results;
	struct publishing publishing = { context, &results };
	int status = region_load(context, &results);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	if (form_number(&context->form, PUBLISH_SURE) != 1) {
		form_error(&context->form, PUBLISH_SURE,
		    "Centang pernyataan "
		    "ini bila laporan memang siap diterbitkan.");
		status = find_steps(context, &results, &cycle);
		if (status != 0)
			return status;
		fill_head(context, &results, cycle);
		fill_readiness(context, &results);
		return context_show_errors(context, "report/publish");
	}
	status = context_status(context, db_txn_world(context->db, region_publish, &publishing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/report/region/%lld?done=published",
		(long long)results.cycle_id);
}
