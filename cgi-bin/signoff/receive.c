/* SPDX-License-Identifier: ISC */
/*
 * The team has compared the form that is recorded with the one that came back,
 * takes it, and answers with the tanda terima.  What speaks against it is
 * taken with a reason only.
 */
#include "signoff/signoff.h"

#include <string.h>

#include "signoff/form_content.h"
#include "signing/signed_form.h"
#include "base/banned.h"

enum { SEEN, COMPARED, WHY };
const struct field receive_fields[] = {
	[SEEN] = { "seen", FIELD_NUMBER, "Berkas", .required = true, .min = 1, .max = INT64_MAX },
	[COMPARED] = { "compared", FIELD_FLAG, "Pernyataan" },
	[WHY] = { "why", FIELD_LINES, "Alasan menerima", .min = 10, .max = 1000 },
	{ NULL },
};

struct receiving {
	struct context *context;
	const struct assessment *assessment;
	const struct move *move;
	const struct issued_document *form;
	int64_t seen; /* the signature that was compared */
	const char *why;
	int64_t issued_id;
};

/* The file that was compared, and no other, is confirmed. */
static int
confirm_compared(struct db *db, const struct receiving *receiving)
{
	struct issued_document now;
	int64_t signature;
	int result = db_stop(db,
	    issued_of(receiving->context, receiving->assessment->id, "form", &now));

	if (result != 0)
		return result;
	signature = signed_form_standing(receiving->context, now.id);
	if (signature < 0)
		return (int)signature;
	result = now.id == receiving->form->id && *now.ended == '\0' &&
		signature == receiving->seen ?
	    db_run(db, STATEMENT_SIGNOFF_SCAN_CONFIRM, db_int(receiving->context->actor.account_id),
		db_text(receiving->why), db_int(receiving->form->id)) :
	    0;
	return result != 0 ?
	    result :
	    context_stop(receiving->context, 409,
		"Berkas yang ditandatangani belum ada, atau baru saja diganti. Muat ulang "
		"halamannya, "
		"lalu bandingkan lagi.");
}

static int
receive(struct db *db, void *argument)
{
	struct receiving *receiving = argument;
	const struct assessment *assessment = receiving->assessment;
	struct context *context = receiving->context;
	struct buffer content = { .arena = context->arena };
	struct rows rows;
	int64_t number;
	/* First, so that two receivers wait here and not for each other. */
	int result = db_run(db, STATEMENT_SIGNOFF_RECEIPT_NUMBER, db_int(assessment->cycle_id));

	if (result >= 0)
		result = assessment_move(context, assessment, receiving->move, NULL);
	if (result != 0)
		return result;
	result = confirm_compared(db, receiving);
	if (result < 0)
		return result;
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
	    assessment_change(context, assessment, "signature", 0, receiving->seen, "sent",
		"confirmed", *receiving->why != '\0' ? receiving->why : NULL);
}

/* What was ticked and typed, beside what speaks against the file. */
static void
check_receiving(struct context *context, const struct signoff_decision *decision)
{
	if (*form_text(&context->form, COMPARED) == '\0')
		form_error(&context->form, COMPARED,
		    "Bandingkan dahulu berkas dengan formulir yang tercatat, lalu centang.");
	if (decision->objections != 0 && *form_text(&context->form, WHY) == '\0')
		form_error(&context->form, WHY,
		    "Ada yang tidak sesuai pada berkas ini. Tulis mengapa tetap diterima, atau "
		    "kembalikan berkasnya.");
}

int
take_receipt(struct context *context)
{
	struct signoff signoff;
	struct signoff_decision decision;
	struct receiving receiving = { .context = context,
		.assessment = &signoff.assessment,
		.form = &signoff.form,
		.seen = form_number(&context->form, SEEN),
		.why = form_text(&context->form, WHY) };
	int status = signoff_read(context, context->keys[0], &signoff);

	if (status != 0)
		return status;
	receiving.move = assessment_may(context, &signoff.assessment, ACTION_RECEIVE, &status);
	if (receiving.move == NULL)
		return status;
	decision = signoff_decide(&signoff, context->actor.role);
	check_receiving(context, &decision);
	if (signoff.signature.count > 0 && !form_ok(&context->form))
		return signoff_show_again(context, &signoff, "signoff/one");
	status = context_status(context, db_txn(context->db, receive, &receiving));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=received",
		(long long)signoff.assessment.id);
}
