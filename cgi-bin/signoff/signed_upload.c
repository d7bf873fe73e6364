/* SPDX-License-Identifier: ISC */
/*
 * The signed form that comes back: a scan of ink, or a PDF that was signed
 * electronically and is checked on the spot.
 */
#include <string.h>

#include "signoff/signoff.h"
#include "frame/download.h"
#include "frame/viewer.h"
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
	struct signoff signoff;
	struct signed_form form = { .assessment = &signoff.assessment,
		.came.file = context->files };
	const char *wrong = NULL;
	int status = signoff_read(context, context->keys[0], &signoff);

	if (status == 0)
		status = signed_form_may(context, &form);
	if (status != 0)
		return status;
	if (form_ok(&context->form) && context->files != NULL)
		wrong = signed_form_check(context, &form);
	if (wrong != NULL)
		form_error(&context->form, SCAN_FILE, "%s", wrong);
	if (!form_ok(&context->form) || context->files == NULL)
		return signoff_show_again(context, &signoff, "signoff/one");
	status = context_status(context, signed_form_keep(context, &form));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=signed",
		(long long)signoff.assessment.id);
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
	struct signoff signoff;
	struct refusing refusing = { context, &signoff.assessment, 0,
		form_text(&context->form, REASON_TEXT) };
	int status = signoff_read(context, context->keys[0], &signoff);

	if (status != 0)
		return status;
	if (assessment_may(context, &signoff.assessment, ACTION_RECEIVE, &status) == NULL)
		return status;
	if (!form_ok(&context->form))
		return signoff_show_again(context, &signoff, "signoff/one");
	refusing.form_id = signoff.form.id;
	status = context_status(context, db_txn(context->db, refuse_scan, &refusing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=refused",
		(long long)signoff.assessment.id);
}

/* The signed form of the path, whichever it is of the assessment's. */
static int
find_scan(struct context *context, struct assessment *assessment, struct rows *rows)
{
	int status = assessment_find(context, context->keys[0], assessment);
	int result;

	if (status != 0)
		return status;
	result = db_select(context->db, rows, STATEMENT_SIGNOFF_SCAN_FILE, db_int(context->keys[1]),
	    db_int(assessment->id));
	return result < 0 ? context_status(context, result) : result > 0 ? 0 : 404;
}

static int
scan_download(struct context *context, const struct assessment *assessment, const struct rows *rows,
    bool shown)
{
	context_takes_out(context, "download", 0, assessment->agency_id,
	    arena_format(context->arena, "Formulir bertanda tangan %lld",
		(long long)assessment->year));
	return download_send(context,
	    &(struct download){ .stored_name = row_text(rows, 0, "stored_name"),
		.media = row_text(rows, 0, "type"),
		.bytes = row_int(rows, 0, "bytes"),
		.sha256 = row_text(rows, 0, "sha256"),
		.name = arena_format(context->arena, "formulir-%lld-%lld.%s",
		    (long long)assessment->year, (long long)assessment->id,
		    file_extension(file_type_of(row_text(rows, 0, "type")))),
		.shown = shown });
}

int
send_scan(struct context *context)
{
	struct assessment assessment;
	struct rows rows;
	int status = find_scan(context, &assessment, &rows);

	return status != 0 ? status : scan_download(context, &assessment, &rows, false);
}

static struct viewed
viewed_scan(const struct rows *rows)
{
	return (struct viewed){ "formulir yang ditandatangani", row_text(rows, 0, "type"),
		row_int(rows, 0, "bytes") };
}

/* Without scripts: a picture as it is, else what to do instead. */
int
view_scan(struct context *context)
{
	struct assessment assessment;
	struct viewed viewed;
	struct rows rows;
	int status = find_scan(context, &assessment, &rows);

	if (status != 0)
		return status;
	viewed = viewed_scan(&rows);
	return strcmp(shown_as(viewed.media), "image") == 0 ?
	    scan_download(context, &assessment, &rows, true) :
	    viewer_tell(context, &viewed, "upload/note");
}

int
frame_scan(struct context *context)
{
	struct assessment assessment;
	struct viewed viewed;
	struct rows rows;
	int status = find_scan(context, &assessment, &rows);

	if (status != 0)
		return status;
	viewed = viewed_scan(&rows);
	return viewer_draw(context, &viewed);
}

struct checking {
	struct context *context;
	const struct assessment *assessment;
	int64_t id;
	const char *before; /* verdict, or "" of ink */
	struct form_finding finding;
};

static int
keep_check(struct db *db, void *argument)
{
	const struct checking *checking = argument;
	const struct form_finding *finding = &checking->finding;
	const char *after = signature_verdict_code(finding->signatures.verdict);
	int result = db_run(db, STATEMENT_SIGNOFF_SCAN_NAMED,
	    db_text(form_named_code(finding->named)), db_text(finding->other),
	    db_int(checking->id));

	if (result < 0 || *checking->before == '\0')
		return result < 0 ? result : 0;
	result = signature_keep(checking->context, checking->id, &finding->signatures);
	if (result != 0 || strcmp(after, checking->before) == 0)
		return result;
	return assessment_change(checking->context, checking->assessment, "signature", 0,
	    checking->id, checking->before, after, NULL);
}

int
check_again(struct context *context)
{
	struct signoff signoff;
	struct checking checking = { .context = context, .assessment = &signoff.assessment };
	int status = signoff_read(context, context->keys[0], &signoff);

	if (status != 0)
		return status;
	if (signoff.signature.count == 0)
		return 404;
	checking.id = row_int(&signoff.signature, 0, "id");
	checking.before = row_text(&signoff.signature, 0, "verdict");
	status = signature_judge(context, signoff.assessment.region_id, &signoff.form,
	    files_open(context->config->files_dir, row_text(&signoff.signature, 0, "stored_name"),
		&context->errors),
	    file_type_of(row_text(&signoff.signature, 0, "type")), &checking.finding);
	if (status == 0)
		status = context_status(context, db_txn(context->db, keep_check, &checking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/signoff/%lld/?done=checked",
		(long long)signoff.assessment.id);
}
