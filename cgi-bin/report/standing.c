/* SPDX-License-Identifier: ISC */
/*
 * How one agency stands, for the pages of advice about it: its levels as far as they
 * are told, the documents that count, and which level stands why.
 */
#include "report/report.h"

#include "assessment/replica.h"
#include "base/banned.h"

static int
standing_find(struct context *context, enum setting setting, struct standing_page *page)
{
	bool offered;
	int status = report_offers(context, setting, &offered);

	if (status == 0 && !offered)
		status = 404;
	if (status == 0)
		status = assessment_find(context, context->keys[0], &page->assessment);
	if (status == 0)
		status = evidence_load(context, &page->assessment, &page->evidence);
	if (status == 0)
		status = results_load(context, page->assessment.cycle_id, &page->results);
	return status;
}

/* The agency of the path among those of its cycle; false for one that left it.  Its own
 * levels are told as on its report: as they are chosen, also before it has sent them. */
static bool
standing_agency(struct context *context, struct standing_page *page)
{
	const struct results *results = &page->results;
	int *levels = arena_array(context->arena, results->variable_count + 1, sizeof(*levels));

	for (size_t at = 0; at < results->count; at++) {
		if (results->agencies[at].assessment_id != page->assessment.id)
			continue;
		page->agency = results->agencies[at];
		for (size_t row = 0; row < results->variable_count && row < page->answers.count;
		     row++)
			levels[row] = (int)row_int(&page->answers, row, "self_level");
		page->agency.self_levels = levels;
		return true;
	}
	return false;
}

int
standing_read(struct context *context, enum setting setting, struct standing_page *page)
{
	const struct criteria *criteria;
	int status = standing_find(context, setting, page);

	if (status == 0)
		status = criteria_load(context, page->assessment.instrument_id, &criteria);
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &page->answers, STATEMENT_SIGNOFF_ANSWERS,
			db_int(page->assessment.id)));
	if (status == 0 && !standing_agency(context, page))
		status = 404;
	if (status != 0)
		return status;
	why_begin(context, &page->why, &page->results, &page->agency, criteria);
	for (size_t at = 0; at < page->why.count; at++)
		for (int viewer = 0; viewer < VIEWERS; viewer++)
			page->why.variables[at].items[viewer] =
			    page->evidence->variables[at].weights[viewer];
	why_decide(&page->why);
	return 0;
}

void
standing_fill(struct context *context, const struct standing_page *page)
{
	assessment_fill(context, &page->assessment);
	if (page->results.imported)
		replica_fill(context, page->results.region_name, page->results.received_at,
		    page->results.zone);
}
