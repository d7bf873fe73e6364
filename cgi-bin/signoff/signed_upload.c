/* SPDX-License-Identifier: ISC */
/*
 * The signed form that comes back: a scan of ink, or a PDF that was signed
 * electronically and is checked on the spot.
 */
#include <string.h>

#include "signoff/signoff.h"
#include "frame/download.h"
#include "signing/signature_validation.h"
#include "signing/signed_form.h"
#include "store/media_type.h"
#include "base/banned.h"

enum { SCAN_FILE };
const struct field scan_fields[] = {
	[SCAN_FILE] = { "file", FIELD_FILE, "Pindaian formulir", .required = true },
	{ NULL },
};

int
take_scan(struct context *context)
{
	struct assessment assessment;
	struct signed_form form = { .assessment = &assessment, .file = context->files };
	const char *wrong;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = signed_form_may(context, &form);
	if (status != 0)
		return status;
	if (!form_ok(&context->form) || context->files == NULL)
		return show_again(context, &assessment, "signoff/one");
	wrong = signed_form_check(context, &form);
	if (wrong != NULL) {
		form_error(&context->form, SCAN_FILE, "%s", wrong);
		return show_again(context, &assessment, "signoff/one");
	}
	status = context_status(context, signed_form_keep(context, &form));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=signed", (long long)assessment.id);
}

struct refusing {
	struct context *context;
	const struct assessment *assessment;
	int64_t form_id;
	const char *reason;
};

static int
refuse_scan(struct db *db, void *argument)
{
	const struct refusing *refusing = argument;
	int64_t signature = signed_form_standing(refusing->context, refusing->form_id);
	int result = signature < 0 ?
	    (int)signature :
	    db_run(db, STATEMENT_SIGNOFF_SCAN_END, db_int(refusing->form_id));

	if (result < 0)
		return result;
	if (result == 0)
		return context_stop(refusing->context, 409,
		    "Tidak ada pindaian "
		    "yang menunggu diperiksa. Muat ulang halamannya.");
	return assessment_change(refusing->context, refusing->assessment, "signature", 0, signature,
	    "sent", "refused", refusing->reason);
}

/* An unreadable or unsigned scan goes back; the levels stay as they are. */
int
send_scan_back(struct context *context)
{
	struct assessment assessment;
	struct issued_document form = { .ended = "" };
	struct refusing refusing = { context, &assessment, 0,
		form_text(&context->form, REASON_TEXT) };
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status != 0)
		return status;
	if (assessment_may(context, &assessment, ACTION_RECEIVE, &status) == NULL)
		return status;
	if (!form_ok(&context->form))
		return show_again(context, &assessment, "signoff/one");
	status = issued_of(context, assessment.id, "form", &form);
	refusing.form_id = form.id;
	if (status == 0)
		status = context_status(context, db_txn(context->db, refuse_scan, &refusing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=refused", (long long)assessment.id);
}

int
send_scan(struct context *context)
{
	struct assessment assessment;
	struct rows rows;
	int status = assessment_find(context, context->keys[0], &assessment);
	int result;

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_SIGNOFF_SCAN_FILE,
	    db_int(context->keys[1]), db_int(assessment.id));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	return download_send(context,
	    &(struct download){ .stored_name = row_text(&rows, 0, "stored_name"),
		.media = row_text(&rows, 0, "type"),
		.bytes = row_int(&rows, 0, "bytes"),
		.sha256 = row_text(&rows, 0, "sha256"),
		.name = arena_format(context->arena, "formulir-%lld-%lld.%s",
		    (long long)assessment.year, (long long)assessment.id,
		    file_extension(file_type_of(row_text(&rows, 0, "type")))) });
}

struct checking {
	struct context *context;
	const struct assessment *assessment;
	int64_t id;
	const char *before; /* verdict */
	struct pdf_signatures signatures;
};

static int
keep_check(struct db *db, void *argument)
{
	const struct checking *checking = argument;
	const char *after = signature_verdict_code(checking->signatures.verdict);
	int result = signature_keep(checking->context, checking->id, &checking->signatures);

	(void)db;
	if (result != 0 || strcmp(after, checking->before) == 0)
		return result;
	return assessment_change(checking->context, checking->assessment, "signature", 0,
	    checking->id, checking->before, after, NULL);
}

int
check_again(struct context *context)
{
	struct assessment assessment;
	struct checking checking = { .context = context, .assessment = &assessment };
	struct issued_document form = { .ended = "" };
	struct rows rows;
	int result, status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = issued_of(context, assessment.id, "form", &form);
	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_SIGNOFF_SIGNATURE, db_int(form.id));
	if (result <= 0 || row_null(&rows, 0, "verdict"))
		return result < 0 ? context_status(context, result) : 404;
	checking.id = row_int(&rows, 0, "id");
	checking.before = row_text(&rows, 0, "verdict");
	status = signature_judge(context, &assessment,
	    files_open(context->config->files_dir, row_text(&rows, 0, "stored_name"),
		&context->errors),
	    &checking.signatures);
	if (status == 0)
		status = context_status(context, db_txn(context->db, keep_check, &checking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=checked", (long long)assessment.id);
}
