/* SPDX-License-Identifier: ISC */
/*
 * The signed form that comes back: a scan of ink, or a PDF that was signed
 * electronically and is checked on the spot.
 */
#include <fcntl.h>
#include <string.h>

#include "signoff/seal.h"
#include "signoff/signoff.h"
#include "step/download.h"
#include "step/examine.h"
#include "step/intake.h"
#include "step/paper.h"
#include "store/sniff.h"
#include "base/banned.h"

enum { SCAN_FILE };
const struct field scan_fields[] = {
	[SCAN_FILE] = { "file", FIELD_FILE, "Pindaian formulir",
	    .required = true },
	{ NULL }
};

struct signing {
	struct visit *visit;
	const struct assessment *assessment;
	const struct move *move;	/* NULL: replaces an earlier scan */
	const struct paper *form;
	const struct intake *scan;
	const char *media;
	struct seals seals;		/* electronic signatures in it */
};

/* Is the form that was scanned still the one that counts?  Asked behind the
 * lock on the assessment, which printing another takes too. */
static int
still_printed(struct visit *visit, const struct signing *signing)
{
	struct paper now;
	int result = paper_of(visit, signing->assessment->id, "form", &now);

	if (result == 0 && (now.id != signing->form->id ||
	    *now.ended != '\0'))
		return visit_refuse(visit, 409, "Formulir ini baru saja "
		    "dicetak ulang, jadi lembar yang Anda pindai tidak "
		    "berlaku lagi. Tanda tangani lembar yang terbaru.");
	return result;
}

static int
sign(struct db *db, void *argument)
{
	const struct signing *signing = argument;
	const struct staged *staged = &signing->scan->staged;
	struct visit *visit = signing->visit;
	int64_t id;
	int result = signing->move != NULL ? assessment_move(visit,
	    signing->assessment, signing->move, NULL) :
	    assessment_hold(visit, signing->assessment);

	if (result == 0)
		result = still_printed(visit, signing);
	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_SIGNOFF_SCAN_END,
	    db_int(signing->form->id));
	if (result >= 0)
		result = db_run(db, STATEMENT_SIGNOFF_SCAN_ADD,
		    db_int(signing->form->id),
		    db_bytes(staged->sha256, SHA256_BYTES),
		    db_int((int64_t)staged->bytes), db_text(signing->media),
		    db_text(signing->scan->client_name),
		    db_text(staged->name), db_int(visit->actor.account_id));
	if (result < 0)
		return result;
	id = db_last_key(db);
	result = signing->seals.reason == SEAL_NO_SIGNATURE ? 0 :
	    seal_keep(visit, id, &signing->seals);
	return result != 0 ? result : assessment_change(visit,
	    signing->assessment, "signature", 0, id, "", "sent", NULL);
}

/*
 * The error of a scan that is no scan, or that was changed since it was
 * signed; NULL when it can be sent to the team.  What cannot be checked can:
 * people decide.
 */
static const char *
check_scan(struct visit *visit, struct signing *signing)
{
	const struct staged *staged = &signing->scan->staged;
	struct inspection inside;
	struct scan virus;
	enum file_type type;
	const char *why = NULL;

	signing->seals.reason = SEAL_NO_SIGNATURE;
	if (sniff_file(staged->path, &type, &why, &visit->fault) != 0 ||
	    (type == FILE_PDF && seal_judge(visit, signing->assessment,
	    open(staged->path, O_RDONLY | O_CLOEXEC), &signing->seals) != 0))
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	if (type == FILE_REFUSED)
		return why;
	if (type != FILE_PDF && type != FILE_JPEG && type != FILE_PNG)
		return "Pindaian harus berupa PDF, JPEG atau PNG. Pindai "
		    "formulir yang sudah ditandatangani, lalu unggah hasilnya.";
	why = examine_file(visit, staged, type, &inside, &virus);
	if (why != NULL)
		return why;
	if (virus.state == SCAN_INFECTED)
		return arena_format(visit->arena, "Antivirus menemukan virus "
		    "di berkas ini (%s), jadi berkas tidak disimpan. "
		    "Bersihkan komputer Anda, lalu pindai ulang lembarnya.",
		    virus.finding);
	if (signing->seals.verdict == SEAL_INVALID)
		return arena_format(visit->arena, "Tanda tangan elektronik "
		    "pada berkas ini tidak sah. %s",
		    seal_words(signing->seals.reason));
	signing->media = file_media(type);
	return NULL;
}

int
take_scan(struct visit *visit)
{
	struct assessment assessment;
	struct paper form = { .ended = "" };
	struct signing signing = { .visit = visit, .assessment = &assessment,
	    .form = &form, .scan = visit->files };
	const char *wrong;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status != 0)
		return status;
	/* While signed, and until the team confirmed, a better scan may come. */
	if (assessment.state != STATE_SIGNED) {
		signing.move = assessment_may(visit, &assessment, ACTION_SIGN,
		    &status);
		if (signing.move == NULL)
			return status;
	}
	status = paper_of(visit, assessment.id, "form", &form);
	if (status == 404 || *form.ended != '\0')
		return visit_refuse(visit, 409, "Cetak dahulu formulirnya, "
		    "lalu tanda tangani dan pindai lembar yang dicetak itu.");
	if (status != 0)
		return status;
	if (!form_ok(&visit->form) || visit->files == NULL)
		return show_again(visit, &assessment, "signoff/one");
	wrong = check_scan(visit, &signing);
	if (wrong != NULL) {
		form_error(&visit->form, SCAN_FILE, "%s", wrong);
		return show_again(visit, &assessment, "signoff/one");
	}
	status = visit_status(visit, intake_commit(visit,
	    &visit->files->staged, sign, &signing));
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
