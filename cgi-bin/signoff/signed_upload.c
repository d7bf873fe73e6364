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
	[SCAN_FILE] = { "file", FIELD_FILE, "Pindaian formulir",
	    .required = true },
	{ NULL }
};

int
take_scan(struct visit *visit)
{
	struct assessment assessment;
	struct signed_form form = { .assessment = &assessment,
	    .file = visit->files };
	const char *wrong;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status == 0)
		status = signed_may(visit, &form);
	if (status != 0)
		return status;
	if (!form_ok(&visit->form) || visit->files == NULL)
		return show_again(visit, &assessment, "signoff/one");
	wrong = signed_check(visit, &form);
	if (wrong != NULL) {
		form_error(&visit->form, SCAN_FILE, "%s", wrong);
		return show_again(visit, &assessment, "signoff/one");
	}
	status = visit_status(visit, signed_keep(visit, &form));
	return status != 0 ? status : visit_redirect(visit,
	    "/signoff/%lld/?done=signed", (long long)assessment.id);
}

struct refusing {
	struct visit *visit;
	const struct assessment *assessment;
	int64_t form_id;
	const char *reason;
};

static int
refuse_scan(struct db *db, void *argument)
{
	const struct refusing *refusing = argument;
	int result = db_run(db, STATEMENT_SIGNOFF_SCAN_END,
	    db_int(refusing->form_id));

	if (result < 0)
		return result;
	if (result == 0)
		return visit_refuse(refusing->visit, 409, "Tidak ada pindaian "
		    "yang menunggu diperiksa. Muat ulang halamannya.");
	return assessment_change(refusing->visit, refusing->assessment,
	    "signature", 0, refusing->form_id, "sent", "refused",
	    refusing->reason);
}

/* An unreadable or unsigned scan goes back; the levels stay as they are. */
int
send_scan_back(struct visit *visit)
{
	struct assessment assessment;
	struct paper form = { .ended = "" };
	struct refusing refusing = { visit, &assessment, 0,
	    form_text(&visit->form, REASON_TEXT) };
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status != 0)
		return status;
	if (assessment_may(visit, &assessment, ACTION_RECEIVE, &status) ==
	    NULL)
		return status;
	if (!form_ok(&visit->form))
		return show_again(visit, &assessment, "signoff/one");
	status = paper_of(visit, assessment.id, "form", &form);
	refusing.form_id = form.id;
	if (status == 0)
		status = visit_status(visit, db_txn(visit->db, refuse_scan,
		    &refusing));
	return status != 0 ? status : visit_redirect(visit,
	    "/signoff/%lld/?done=refused", (long long)assessment.id);
}

int
send_scan(struct visit *visit)
{
	struct assessment assessment;
	struct rows rows;
	int status = assessment_find(visit, visit->keys[0], &assessment);
	int result;

	if (status != 0)
		return status;
	result = db_select(visit->db, &rows, STATEMENT_SIGNOFF_SCAN_FILE,
	    db_int(visit->keys[1]), db_int(assessment.id));
	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	return visit_send_file(visit, &(struct download){
	    .stored_name = row_text(&rows, 0, "stored_name"),
	    .media = row_text(&rows, 0, "type"),
	    .bytes = row_int(&rows, 0, "bytes"),
	    .sha256 = row_text(&rows, 0, "sha256"),
	    .name = arena_format(visit->arena, "formulir-%lld-%lld.%s",
	    (long long)assessment.year, (long long)assessment.id,
	    file_extension(file_type_of(row_text(&rows, 0, "type")))) });
}

struct checking {
	struct visit *visit;
	const struct assessment *assessment;
	int64_t id;
	const char *before;		/* verdict */
	struct seals seals;
};

static int
keep_check(struct db *db, void *argument)
{
	const struct checking *checking = argument;
	const char *after = seal_verdict_code(checking->seals.verdict);
	int result = seal_keep(checking->visit, checking->id,
	    &checking->seals);

	(void)db;
	if (result != 0 || strcmp(after, checking->before) == 0)
		return result;
	return assessment_change(checking->visit, checking->assessment,
	    "signature", 0, checking->id, checking->before, after, NULL);
}

int
check_again(struct visit *visit)
{
	struct assessment assessment;
	struct checking checking = { .visit = visit,
	    .assessment = &assessment };
	struct paper form = { .ended = "" };
	struct rows rows;
	int result, status = assessment_find(visit, visit->keys[0],
	    &assessment);

	if (status == 0)
		status = paper_of(visit, assessment.id, "form", &form);
	if (status != 0)
		return status;
	result = db_select(visit->db, &rows, STATEMENT_SIGNOFF_SIGNATURE,
	    db_int(form.id));
	if (result <= 0 || row_null(&rows, 0, "verdict"))
		return result < 0 ? visit_status(visit, result) : 404;
	checking.id = row_int(&rows, 0, "id");
	checking.before = row_text(&rows, 0, "verdict");
	status = seal_judge(visit, &assessment, files_open(
	    visit->config->files_dir, row_text(&rows, 0, "stored_name"),
	    &visit->fault), &checking.seals);
	if (status == 0)
		status = visit_status(visit, db_txn(visit->db, keep_check,
		    &checking));
	return status != 0 ? status : visit_redirect(visit,
	    "/signoff/%lld/?done=checked", (long long)assessment.id);
}
