/* SPDX-License-Identifier: ISC */
/*
 * Why a published score is what it is, without evidence: for everybody.
 */
#include "portal/agency_why.h"

#include "assessment/item_states.h"
#include "frame/kept.h"
#include "portal/agency_years.h"
#include "base/banned.h"

enum { WHY_FOR_ALL = 2 };

int
agency_why_offered(struct context *context, bool *offered)
{
	int64_t number;
	int result = kept_setting_number(context, SETTING_WHY_PAGE, &number);

	*offered = result == 0 && number >= WHY_FOR_ALL;
	return context_status(context, result);
}

/* Of its published years the one that was asked for. */
static int
agency_why_find(struct context *context, int64_t agency_id, int64_t year, struct agency_why *read)
{
	struct agency_years years;
	bool offered;
	int status = agency_why_offered(context, &offered);

	if (status == 0)
		status = offered ? agency_years_read(context, agency_id, &years) : 404;
	if (status != 0)
		return status;
	for (size_t at = 0; at < years.count; at++)
		if (years.years[at].results->year == year) {
			read->results = *years.years[at].results;
			read->agency = *years.years[at].agency;
			return read->agency.final == SCORE_ABSENT ? 404 : 0;
		}
	return 404;
}

int
agency_why_read(struct context *context, int64_t agency_id, int64_t year, struct agency_why *read)
{
	struct item_states states;
	int status = agency_why_find(context, agency_id, year, read);

	if (status == 0)
		status = item_states_load_one(context, &read->results, &read->agency, &states);
	if (status != 0)
		return status;
	why_begin(context, &read->why, &read->results, &read->agency, states.criteria);
	for (size_t at = 0; at < read->why.count; at++)
		for (int viewer = 0; viewer < VIEWERS; viewer++)
			read->why.variables[at].items[viewer] = item_states_of(&states,
			    (enum viewer_tier)viewer, 0, at);
	why_decide(&read->why);
	return why_read_moves(context, &read->why, false);
}

void
agency_why_fill(struct context *context, const struct agency_why *read)
{
	page_set_int(&context->page, "Place.agency_id", read->agency.agency_id);
	page_set(&context->page, "Place.agency_name", read->agency.name);
	page_set(&context->page, "Place.region_name", read->results.region_name);
	page_set(&context->page, "Place.region_code", read->results.region_code);
	why_fill(context, &read->why);
}
