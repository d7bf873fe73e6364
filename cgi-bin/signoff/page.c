/* SPDX-License-Identifier: ISC */
/*
 * The page of one assessment on its way from the print to the receipt: what
 * was printed, what came back and what its signatures are worth, what may be
 * done.
 */
#include "signoff/signoff.h"

#include <string.h>

#include "assessment/file_receive.h"
#include "document/issued.h"
#include "signing/signature_validation.h"
#include "signing/signed_form.h"
#include "frame/judging.h"
#include "frame/words.h"
#include "base/banned.h"

bool
signoff_can(const struct context *context, const struct assessment *assessment, enum action action)
{
	return !judges_own(context, assessment->agency_id) &&
	    workflow_move(assessment->state, action, context->actor.role,
		assessment->province_tier) != NULL;
}

/* The signed form that stands for a paper, into Signature.*; true if any. */
static bool
fill_signature(struct context *context, const struct assessment *assessment, int64_t issued_id,
    int *status)
{
	struct node *node = page_node(&context->page, "Signature");
	struct rows rows;

	if (db_select(context->db, &rows, STATEMENT_SIGNOFF_SIGNATURE, db_int(issued_id)) != 1)
		return false;
	fill_row(node, &rows, 0);
	node_set(node, "sent_at",
	    words_time(context->arena, row_text(&rows, 0, "created_at"), assessment->zone));
	node_set(node, "received_at",
	    words_time(context->arena, row_text(&rows, 0, "confirmed_at"), assessment->zone));
	node_set(node, "size", words_bytes(context->arena, row_int(&rows, 0, "bytes")));
	*status = signature_fill(context, assessment, &rows, 0);
	return true;
}

static void
fill_refusal(struct context *context, const struct assessment *assessment)
{
	struct rows rows;

	if (db_select(context->db, &rows, STATEMENT_SIGNOFF_REFUSED, db_int(assessment->id)) == 1)
		page_set(&context->page, "Refused.reason", row_text(&rows, 0, "reason"));
}

int
signoff_fill(struct context *context, const struct assessment *assessment)
{
	struct issued_document paper = { .ended = "" };
	int status;

	assessment_fill(context, assessment);
	status = issued_of(context, assessment->id, "receipt", &paper);
	if (status == 0 && *paper.ended == '\0')
		page_set(&context->page, "Receipt.valid", "1");
	if (status != 0 && status != 404)
		return status;
	status = issued_of(context, assessment->id, "form", &paper);
	if (status == 0) {
		page_set(&context->page, "Printed.state",
		    *paper.ended == '\0' ? "valid" : paper.ended);
		if (*paper.ended == '\0' && !fill_signature(context, assessment, paper.id, &status))
			fill_refusal(context, assessment);
	}
	if (status != 0 && status != 404)
		return status;
	if (signoff_can(context, assessment, ACTION_SIGN))
		page_set(&context->page, "May.sign", "1");
	if (assessment->state == STATE_SIGNED && context_may(context, AGENCY))
		page_set(&context->page, "May.replace", "1");
	if ((signoff_can(context, assessment, ACTION_SIGN) || assessment->state == STATE_SIGNED) &&
	    context_may(context, AGENCY) && signed_form_service(context, assessment) != NULL)
		page_set(&context->page, "May.esign", "1");
	page_set(&context->page, "Upload.accept",
	    file_receive_accept(context, ".pdf,.jpg,.jpeg,.png"));
	if (signoff_can(context, assessment, ACTION_RECEIVE))
		page_set(&context->page, "May.receive", "1");
	if (signoff_can(context, assessment, ACTION_REOPEN))
		page_set(&context->page, "May.reopen", "1");
	return 0;
}

int
show_again(struct context *context, const struct assessment *assessment, const char *view)
{
	int status = signoff_fill(context, assessment);

	return status != 0 ? status : context_show_errors(context, view);
}
