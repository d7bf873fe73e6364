/* SPDX-License-Identifier: ISC */
/*
 * The program signoff: step 6.  The verified questionnaire is printed, signed
 * by the head, sent in, confirmed by the team, and answered by a tanda terima;
 * reopening cancels both.
 */
#include <string.h>

#include "signoff/form_content.h"
#include "signoff/signoff.h"
#include "document/issued.h"
#include "signing/signature_validation.h"
#include "signing/signed_form.h"
#include "frame/judging.h"
#include "frame/words.h"
#include "base/banned.h"

const struct field reason_fields[] = {
	[REASON_TEXT] = { "reason", FIELD_LINES, "Alasan", .required = true, .min = 10,
	    .max = 1000 },
	{ NULL },
};

static int
signoff_show_list(struct context *context)
{
	struct node *list = page_node(&context->page, "Assessments");
	struct rows rows;
	int result = context_may(context, AGENCY) ?
	    db_select(context->db, &rows, STATEMENT_SIGNOFF_LIST_AGENCY,
		db_int(context->actor.agency_id)) :
	    db_select(context->db, &rows, STATEMENT_SIGNOFF_LIST_REGION,
		db_int(context->actor.region_id));

	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);
		bool tier = row_int(&rows, row, "province_tier") != 0;
		enum state state = STATE_NOT_STARTED;

		fill_row(node, &rows, row);
		state_of(row_text(&rows, row, "state"), &state);
		if (workflow_move(state, ACTION_SIGN, ROLE_OPERATOR, tier))
			node_set(node, "to_sign", "1");
		if (judges_own(context, row_int(&rows, row, "agency_id")))
			node_set(node, "own", "1");
		else if (workflow_move(state, ACTION_RECEIVE, ROLE_VERIFIER, tier))
			node_set(node, "to_receive", "1");
	}
	return context_show(context, "signoff/list");
}

static int
signoff_show_one(struct context *context)
{
	struct assessment assessment;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = signoff_fill(context, &assessment);
	return status != 0 ? status : context_show(context, "signoff/one");
}

struct printing {
	struct context *context;
	const struct assessment *assessment;
	const char *content;
	int64_t issued_id;
};

static int
issue_form(struct db *db, void *argument)
{
	struct printing *printing = argument;
	int result = assessment_hold(printing->context, printing->assessment);

	(void)db;
	return result != 0 ?
	    result :
	    issued_issue(printing->context, "form", printing->assessment->cycle_id,
		printing->assessment, 0, printing->content, &printing->issued_id);
}

/* Each printing is a paper of its own: the one before counts no more. */
static int
print_form(struct context *context)
{
	struct buffer content = { .arena = context->arena };
	struct assessment assessment;
	struct printing printing = { context, &assessment, NULL, 0 };
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status != 0)
		return status;
	if (assessment_may(context, &assessment, ACTION_SIGN, &status) == NULL)
		return status;
	status = form_content(context, &assessment, &content);
	if (status != 0)
		return status;
	printing.content = content.bytes;
	status = context_status(context, db_txn(context->db, issue_form, &printing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/form", (long long)assessment.id);
}

static int
show_paper(struct context *context, const char *kind, const char *view)
{
	struct assessment assessment;
	struct issued_document paper;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = issued_of(context, assessment.id, kind, &paper);
	if (status != 0)
		return status;
	assessment_fill(context, &assessment);
	issued_fill(context, &paper);
	return context_show(context, view);
}

static int
signoff_show_form(struct context *context)
{
	return show_paper(context, "form", "signoff/form");
}

static int
show_receipt(struct context *context)
{
	return show_paper(context, "receipt", "signoff/receipt");
}

struct receiving {
	struct context *context;
	const struct assessment *assessment;
	const struct move *move;
	const struct issued_document *form;
	int64_t issued_id;
};

static int
receive(struct db *db, void *argument)
{
	struct receiving *receiving = argument;
	const struct assessment *assessment = receiving->assessment;
	struct context *context = receiving->context;
	struct buffer content = { .arena = context->arena };
	struct rows rows;
	int64_t number, signature;
	/* First, so that two receivers wait here and not for each other. */
	int result = db_run(db, STATEMENT_SIGNOFF_RECEIPT_NUMBER, db_int(assessment->cycle_id));

	if (result >= 0)
		result = assessment_move(context, assessment, receiving->move, NULL);
	if (result != 0)
		return result;
	signature = signed_form_standing(context, receiving->form->id);
	if (signature < 0)
		return (int)signature;
	result = db_run(db, STATEMENT_SIGNOFF_SCAN_CONFIRM, db_int(context->actor.account_id),
	    db_int(receiving->form->id));
	if (result < 0)
		return result;
	if (result == 0)
		return context_stop(context, 409,
		    "Pindaian yang ditandatangani "
		    "belum ada, atau baru saja diganti. Muat ulang halamannya.");
	result = db_select(db, &rows, STATEMENT_SIGNOFF_LAST_RECEIPT, db_int(assessment->cycle_id));
	if (result < 0)
		return result;
	number = row_int(&rows, 0, "last_receipt");
	result = db_stop(db,
	    receipt_content(context, assessment, receiving->form, number, &content));
	if (result != 0)
		return result;
	result = issued_issue(context, "receipt", assessment->cycle_id, assessment, number,
	    content.bytes, &receiving->issued_id);
	return result != 0 ?
	    result :
	    assessment_change(context, assessment, "signature", 0, signature, "sent", "confirmed",
		NULL);
}

static int
take_receipt(struct context *context)
{
	struct assessment assessment;
	struct issued_document form = { .ended = "" };
	struct receiving receiving = { .context = context,
		.assessment = &assessment,
		.form = &form };
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status != 0)
		return status;
	receiving.move = assessment_may(context, &assessment, ACTION_RECEIVE, &status);
	if (receiving.move == NULL)
		return status;
	status = issued_of(context, assessment.id, "form", &form);
	if (status == 0)
		status = context_status(context, db_txn(context->db, receive, &receiving));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=received", (long long)assessment.id);
}

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
	int result = assessment_move(reopening->context, reopening->assessment, reopening->move,
	    reopening->reason);

	(void)db;
	return result != 0 ?
	    result :
	    issued_cancel(reopening->context, reopening->assessment->id, reopening->reason);
}

static int
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

static int
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
	if (!form_ok(&context->form))
		return show_again(context, &assessment, "signoff/reopen");
	status = context_status(context, db_txn(context->db, reopen, &reopening));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=reopened", (long long)assessment.id);
}

static const struct route routes[] = {
	{ METHOD_GET, "/", signoff_show_list, AGENCY | ROLE_VERIFIER, NULL, ROUTE_PLAIN,
	    JUDGES_NOTHING },
	{ METHOD_GET, "/#/", signoff_show_one, READERS, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/#/form", print_form, AGENCY, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/form", signoff_show_form, READERS, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/#/scan", take_scan, AGENCY, scan_fields, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/scan/#", send_scan, READERS, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_POST, "/#/scan/check", check_again, AGENCY | ROLE_VERIFIER, NULL, ROUTE_PLAIN,
	    JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/scan/refuse", send_scan_back, ROLE_VERIFIER, reason_fields, ROUTE_PLAIN,
	    JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/receive", take_receipt, ROLE_VERIFIER, NULL, ROUTE_PLAIN,
	    JUDGES_ASSESSMENT },
	{ METHOD_GET, "/#/receipt", show_receipt, READERS, NULL, ROUTE_PLAIN, JUDGES_NOTHING },
	{ METHOD_GET, "/#/reopen", ask_reopen, ROLE_VERIFIER, NULL, ROUTE_PLAIN,
	    JUDGES_ASSESSMENT },
	{ METHOD_POST, "/#/reopen", do_reopen, ROLE_VERIFIER, reason_fields, ROUTE_PLAIN,
	    JUDGES_ASSESSMENT },
	{ .pattern = NULL },
};

int
main(void)
{
	return program_run("signoff", routes);
}
