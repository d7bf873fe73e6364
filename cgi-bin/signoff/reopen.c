/* SPDX-License-Identifier: ISC */
/*
 * Reopening an assessment that was signed: it becomes a draft again, and its
 * papers are cancelled with the reason that anybody can read.
 */
#include "signoff/signoff.h"

#include "store/agency.h"
#include "base/banned.h"

const struct field reason_fields[] = {
	[REASON_TEXT] = { "reason", FIELD_LINES, "Alasan", .required = true, .min = 10,
	    .max = 1000 },
	{ NULL },
};

struct reopening {
	struct context *context;
	const struct assessment *assessment;
	const struct move *move;
	const char *reason;
};

static int
reopen(struct db *db, void *argument)
{
	const struct reopening *reopening = argument;
	int result = db_raise_agency(db, reopening->assessment->agency_id);

	if (result == 0)
		result = assessment_move(reopening->context, reopening->assessment, reopening->move,
		    reopening->reason);
	if (result == 0)
		result = agency_release_names(db, reopening->assessment->id);
	return result != 0 ?
	    result :
	    issued_cancel(reopening->context, reopening->assessment->id, reopening->reason);
}

int
ask_reopen(struct context *context)
{
	struct assessment assessment;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status != 0)
		return status;
	if (assessment_may(context, &assessment, ACTION_REOPEN, &status) == NULL)
		return status;
	assessment_fill(context, &assessment);
	return context_show(context, "signoff/reopen");
}

int
do_reopen(struct context *context)
{
	struct assessment assessment;
	struct reopening reopening = { context, &assessment, NULL,
		form_text(&context->form, REASON_TEXT) };
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status != 0)
		return status;
	reopening.move = assessment_may(context, &assessment, ACTION_REOPEN, &status);
	if (reopening.move == NULL)
		return status;
	if (!form_ok(&context->form)) {
		assessment_fill(context, &assessment);
		return context_show_errors(context, "signoff/reopen");
	}
	status = context_status(context, db_txn_world(context->db, reopen, &reopening));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=reopened", (long long)assessment.id);
}
