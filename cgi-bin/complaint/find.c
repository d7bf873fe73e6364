/* SPDX-License-Identifier: ISC */
/*
 * Which complaints an official reaches, what of a person is shown to whom, and what is kept
 * of a change.
 */
#include "complaint/complaint.h"

#include "frame/judging.h"
#include "frame/words.h"
#include "store/history.h"
#include "store/message.h"
#include "base/banned.h"

struct reach
complaint_reach(const struct context *context)
{
	bool agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD);

	return (struct reach){
		.region = db_int(context->actor.region_id),
		.agency = agency ? db_int(context->actor.agency_id) : db_null(),
		.confidential = db_int(agency || context_may(context, ROLE_VERIFIER)),
	};
}

int
complaint_find(struct context *context, struct rows *rows)
{
	const struct reach reach = complaint_reach(context);
	int result = db_select(context->db, rows, STATEMENT_COMPLAINT_FIND,
	    db_int(context->keys[0]), reach.region, reach.agency, reach.agency, reach.confidential);

	return result > 0 ? 0 : result == 0 ? 404 : context_status(context, result);
}

bool
complaint_shows_person(const struct context *context, const struct rows *rows, size_t row)
{
	/* Whoever works in the agency that it is about is told as little as the others there. */
	bool team = context_may(context, ROLE_VERIFIER) &&
	    !judges_own(context, row_int(rows, row, "agency_id"));

	return team ||
	    (context_may(context, ROLE_VERIFIER | ROLE_OPERATOR | ROLE_HEAD) &&
		row_int(rows, row, "anonymous") == 0);
}

int
complaint_change(struct context *context, int64_t id, const char *what)
{
	int result = db_run(context->db, STATEMENT_COMPLAINT_MESSAGE_ADD, db_int(id),
	    db_text("change"), db_text(what), db_key(context->actor.account_id), db_null());

	return result < 0 ? result : 0;
}

int
complaint_handled(struct context *context, const struct handled *handled)
{
	const struct rows *found = handled->found;
	int64_t id = row_int(found, 0, "id");
	int result = history_add(context->db,
	    &(struct change){ .subject = "complaint",
		.account_id = context->actor.account_id,
		.region_id = context->actor.region_id,
		.agency_id = handled->agency_id,
		.subject_id = id,
		.from = complaint_state(row_text(found, 0, "state")),
		.to = arena_format(context->arena, "%s: %s", words_complaint(context->arena, id),
		    handled->what) });

	return result != 0 || !handled->told ?
	    result :
	    message_to_guest(context->db, MESSAGE_COMPLAINT_MOVED, id,
		row_text(found, 0, "contact"));
}
