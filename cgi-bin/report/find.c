/* SPDX-License-Identifier: ISC */
/*
 * Which cycle a page of the report is about: that of the path, if the caller's
 * region took part or stands above it, and with it the results.  Every page of
 * a region begins here, so that a foreign cycle is 404 on all of them; and which
 * advice the administrator has on.
 */
#include "report/report.h"

#include "assessment/kept_cycle.h"
#include "assessment/replica.h"
#include "frame/kept.h"
#include "base/banned.h"

/* Regions below are seen by the province and its auditor. */
int64_t
region_below(const struct context *context)
{
	return context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR) ? context->actor.region_id : 0;
}

int
find_cycle(struct context *context, int64_t *cycle_id)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_REPORT_CYCLE_FIND,
	    db_int(context->keys[0]), db_key(context->actor.region_id),
	    db_key(region_below(context)));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*cycle_id = context->keys[0];
	return replica_guard(context, row_int(&rows, 0, "imported") != 0,
	    row_text(&rows, 0, "name"));
}

int
report_offers(struct context *context, enum setting setting, bool *offered)
{
	int64_t number;
	int result = kept_setting_number(context, setting, &number);

	*offered = result == 0 && number > 0;
	return context_status(context, result);
}

int
find_results(struct context *context, struct results *results)
{
	int64_t cycle_id;
	int status = find_cycle(context, &cycle_id);

	return status != 0 ? status : results_load(context, cycle_id, results);
}

int
find_steps(struct context *context, const struct results *results, const struct kept_cycle **cycle)
{
	return context_status(context, kept_cycle(context, results->cycle_id, cycle));
}

void
fill_head(struct context *context, const struct results *results, const struct kept_cycle *cycle)
{
	results_fill(context, results);
	cycle_steps_fill(context, cycle);
}
