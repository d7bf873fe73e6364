/* SPDX-License-Identifier: ISC */
/*
 * The rule that nobody judges the agency that he works in, for every route that
 * judges: whose it is says the number of the path, by one statement for each kind.
 */
#include "frame/judging.h"

#include "base/banned.h"

/* Does the actor work there, be it as something else in another session? */
static bool
works_in(const struct actor *actor, int64_t agency_id)
{
	if (actor->agency_id == agency_id)
		return true;
	for (size_t row = 0; actor->serves != NULL && row < actor->serves->count; row++)
		if (row_int(actor->serves, row, "agency_id") == agency_id)
			return true;
	return false;
}

bool
judges_own(const struct context *context, int64_t agency_id)
{
	return context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR) && agency_id != 0 &&
	    works_in(&context->actor, agency_id);
}

const char judging_why_not[] = "Anda bekerja di perangkat daerah ini, jadi yang memeriksanya "
			       "anggota tim lain. Anda tetap dapat membaca semuanya.";

int
judging_refused(struct context *context)
{
	context->cause = "works in the agency that is judged";
	return context_refuse(context, 403, "%s", judging_why_not);
}

static const enum statement judged_agency[] = {
	[JUDGES_ASSESSMENT] = DB_TAKES(1, STATEMENT_JUDGING_ASSESSMENT),
	[JUDGES_LINK] = DB_TAKES(1, STATEMENT_JUDGING_LINK),
	[JUDGES_REVISION] = DB_TAKES(1, STATEMENT_JUDGING_REVISION),
	[JUDGES_PENDING] = DB_TAKES(1, STATEMENT_JUDGING_PENDING),
	[JUDGES_CONSULTATION] = DB_TAKES(1, STATEMENT_JUDGING_CONSULTATION),
	[JUDGES_COMPLAINT] = DB_TAKES(1, STATEMENT_JUDGING_COMPLAINT),
};

/* Whose it is: 0 for what is not there, which the handler tells. */
static int
find_judged(struct context *context, const struct route *route, int64_t *agency_id)
{
	struct rows rows;
	int result = db_select_values(context->db, &rows, judged_agency[route->judges],
	    DB_VALUES(db_int(context->keys[0])));

	*agency_id = result > 0 ? row_int(&rows, 0, "agency_id") : 0;
	return result < 0 ? context_status(context, result) : 0;
}

int
judging_check(struct context *context, const struct route *route)
{
	int64_t agency_id;
	int status;

	if (route->judges == JUDGES_NOTHING ||
	    !context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR) ||
	    (context->actor.agency_id == 0 && context->actor.serves == NULL))
		return 0;
	status = find_judged(context, route, &agency_id);
	return status == 0 && judges_own(context, agency_id) ? judging_refused(context) : status;
}
