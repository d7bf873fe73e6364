/* SPDX-License-Identifier: ISC */
/*
 * Reads what the page of one assessment is about: its papers, what came back
 * for the form that is valid, and who was printed to sign it.
 */
#include "signoff/signoff.h"
#include "signoff/form_content.h"

#include <string.h>

#include "frame/judging.h"
#include "signing/signed_form.h"
#include "base/banned.h"

/* The paper of a kind, or none. */
static int
read_paper(struct context *context, int64_t assessment_id, const char *kind,
    struct issued_document *paper)
{
	int status = issued_of(context, assessment_id, kind, paper);

	if (status == 404)
		*paper = (struct issued_document){ .ended = "" };
	return status == 404 ? 0 : status;
}

/* Whose code is on the pages instead of the form's; what we do not know is
 * none of ours. */
static int
read_other(struct context *context, struct signoff *signoff)
{
	const char *code = row_text(&signoff->signature, 0, "named_code");
	int status = *code != '\0' ? issued_find(context, code, &signoff->other) : 404;

	if (status == 404)
		signoff->other = (struct issued_document){ .ended = "" };
	return status == 404 ? 0 : status;
}

static int
read_signature(struct context *context, struct signoff *signoff)
{
	int result = db_select(context->db, &signoff->signature, STATEMENT_SIGNOFF_SIGNATURE,
	    db_int(signoff->form.id));
	int status;

	if (result == 0)
		result = db_select(context->db, &signoff->refusal, STATEMENT_SIGNOFF_REFUSED,
		    db_int(signoff->assessment.id));
	if (result < 0)
		return context_status(context, result);
	if (signoff->signature.count == 0)
		return 0;
	status = signature_list(context, &signoff->signature, &signoff->signatures);
	return status != 0 ? status : read_other(context, signoff);
}

static int
read_form(struct context *context, struct signoff *signoff)
{
	int status = read_signature(context, signoff);

	if (status != 0)
		return status;
	if (!model_read(context->arena, signoff->form.content, &signoff->model))
		return 0;
	signoff->head = printed_head_of(&signoff->model);
	return printed_head_changed(context, signoff->assessment.id, &signoff->model,
	    &signoff->head_changed);
}

int
signoff_read(struct context *context, int64_t assessment_id, struct signoff *signoff)
{
	int status;

	*signoff = (struct signoff){ .head = { "", "", "" }, .other.ended = "" };
	status = assessment_find(context, assessment_id, &signoff->assessment);
	if (status == 0)
		status = read_paper(context, assessment_id, "receipt", &signoff->receipt);
	if (status == 0)
		status = read_paper(context, assessment_id, "form", &signoff->form);
	if (status == 0 && signoff->form.id != 0 && *signoff->form.ended == '\0')
		status = read_form(context, signoff);
	signoff->own = status == 0 && judges_own(context, signoff->assessment.agency_id);
	if (status == 0 && context_may(context, AGENCY))
		signoff->service = signing_service(context, signoff->assessment.region_id) != NULL;
	return status;
}

int
signoff_read_preview(struct context *context, struct signoff *signoff)
{
	struct signoff_decision decision = signoff_decide(signoff, context->actor.role);
	bool printed = signoff->form.id != 0 && *signoff->form.ended == '\0';
	struct buffer content = { .arena = context->arena };
	int status;

	if (printed || !decision.print)
		return 0;
	status = form_content(context, &signoff->assessment, &content);
	signoff->preview = content.bytes;
	return status;
}
