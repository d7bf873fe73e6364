/* SPDX-License-Identifier: ISC */
/*
 * Step 6: the verified questionnaire is printed, signed by the head, sent in,
 * confirmed by the team, and answered by a tanda terima.
 */
#include <string.h>
#include <unistd.h>

#include "signoff/content.h"
#include "step/assessment.h"
#include "step/download.h"
#include "step/intake.h"
#include "step/paper.h"
#include "step/words.h"
#include "store/sniff.h"
#include "base/banned.h"

enum { AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	READERS = AGENCY | ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR };

enum { SCAN_FILE };
static const struct field scan_fields[] = {
	[SCAN_FILE] = { "file", FIELD_FILE, "Pindaian formulir",
	    .required = true },
	{ NULL }
};

enum { REASON_TEXT };
static const struct field reason_fields[] = {
	[REASON_TEXT] = { "reason", FIELD_LINES, "Alasan", .required = true,
	    .min = 10, .max = 1000 },
	{ NULL }
};

static int
show_list(struct visit *visit)
{
	struct node *list = page_node(&visit->page, "Assessments");
	struct rows rows;
	int result = visit_may(visit, AGENCY) ?
	    db_select(visit->db, &rows, STATEMENT_SIGNOFF_LIST_AGENCY,
	    db_int(visit->actor.agency_id)) :
	    db_select(visit->db, &rows, STATEMENT_SIGNOFF_LIST_REGION,
	    db_int(visit->actor.region_id));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);
		bool tier = row_int(&rows, row, "province_tier") != 0;
		enum state state = STATE_NOT_STARTED;

		fill_row(node, &rows, row);
		state_of(row_text(&rows, row, "state"), &state);
		if (workflow_move(state, ACTION_SIGN, ROLE_OPERATOR, tier))
			node_set(node, "to_sign", "1");
		if (workflow_move(state, ACTION_RECEIVE, ROLE_VERIFIER, tier))
			node_set(node, "to_receive", "1");
	}
	return visit_show(visit, "signoff/list");
}

static bool
can(const struct visit *visit, const struct assessment *assessment,
    enum action action)
{
	return workflow_move(assessment->state, action, visit->actor.role,
	    assessment->province_tier) != NULL;
}

/* The signed form that stands for a paper, into Signature.*; true if any. */
static bool
fill_signature(struct visit *visit, const struct assessment *assessment,
    int64_t paper_id)
{
	struct node *node = page_node(&visit->page, "Signature");
	struct rows rows;

	if (db_select(visit->db, &rows, STATEMENT_SIGNOFF_SIGNATURE,
	    db_int(paper_id)) != 1)
		return false;
	fill_row(node, &rows, 0);
	node_set(node, "sent_at", words_time(visit->arena,
	    row_text(&rows, 0, "created_at"), assessment->zone));
	node_set(node, "received_at", words_time(visit->arena,
	    row_text(&rows, 0, "confirmed_at"), assessment->zone));
	node_set(node, "size", words_bytes(visit->arena,
	    row_int(&rows, 0, "bytes")));
	return true;
}

static void
fill_refusal(struct visit *visit, const struct assessment *assessment)
{
	struct rows rows;

	if (db_select(visit->db, &rows, STATEMENT_SIGNOFF_REFUSED,
	    db_int(assessment->id)) == 1)
		page_set(&visit->page, "Refused.reason",
		    row_text(&rows, 0, "reason"));
}

static int
fill_one(struct visit *visit, const struct assessment *assessment)
{
	struct paper paper = { .ended = "" };
	int status;

	assessment_fill(visit, assessment);
	status = paper_of(visit, assessment->id, "receipt", &paper);
	if (status == 0 && *paper.ended == '\0')
		page_set(&visit->page, "Receipt.valid", "1");
	if (status != 0 && status != 404)
		return status;
	status = paper_of(visit, assessment->id, "form", &paper);
	if (status == 0) {
		page_set(&visit->page, "Printed.state", *paper.ended == '\0' ?
		    "valid" : paper.ended);
		if (*paper.ended == '\0' &&
		    !fill_signature(visit, assessment, paper.id))
			fill_refusal(visit, assessment);
	}
	if (status != 0 && status != 404)
		return status;
	if (can(visit, assessment, ACTION_SIGN))
		page_set(&visit->page, "May.sign", "1");
	if (assessment->state == STATE_SIGNED && visit_may(visit, AGENCY))
		page_set(&visit->page, "May.replace", "1");
	if (can(visit, assessment, ACTION_RECEIVE))
		page_set(&visit->page, "May.receive", "1");
	if (can(visit, assessment, ACTION_REOPEN))
		page_set(&visit->page, "May.reopen", "1");
	return 0;
}

static int
show_one(struct visit *visit)
{
	struct assessment assessment;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status == 0)
		status = fill_one(visit, &assessment);
	return status != 0 ? status : visit_show(visit, "signoff/one");
}

static int
show_again(struct visit *visit, const struct assessment *assessment,
    const char *view)
{
	int status = fill_one(visit, assessment);

	return status != 0 ? status : visit_show_errors(visit, view);
}

struct printing {
	struct visit *visit;
	const struct assessment *assessment;
	const char *content;
	int64_t paper_id;
};

static int
issue_form(struct db *db, void *argument)
{
	struct printing *printing = argument;
	int result = assessment_hold(printing->visit, printing->assessment);

	(void)db;
	return result != 0 ? result : paper_issue(printing->visit, "form",
	    printing->assessment->cycle_id, printing->assessment->id, 0,
	    printing->content, &printing->paper_id);
}

/* Each printing is a paper of its own: the one before counts no more. */
static int
print_form(struct visit *visit)
{
	struct buffer content = { .arena = visit->arena };
	struct assessment assessment;
	struct printing printing = { visit, &assessment, NULL, 0 };
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status != 0)
		return status;
	if (assessment_may(visit, &assessment, ACTION_SIGN, &status) == NULL)
		return status;
	status = form_content(visit, &assessment, &content);
	if (status != 0)
		return status;
	printing.content = content.bytes;
	status = visit_status(visit, db_txn(visit->db, issue_form, &printing));
	return status != 0 ? status : visit_redirect(visit,
	    "/signoff/%lld/form", (long long)assessment.id);
}

static int
show_paper(struct visit *visit, const char *kind, const char *view)
{
	struct assessment assessment;
	struct paper paper;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status == 0)
		status = paper_of(visit, assessment.id, kind, &paper);
	if (status != 0)
		return status;
	assessment_fill(visit, &assessment);
	paper_fill(visit, &paper);
	return visit_show(visit, view);
}

static int
show_form(struct visit *visit)
{
	return show_paper(visit, "form", "signoff/form");
}

static int
show_receipt(struct visit *visit)
{
	return show_paper(visit, "receipt", "signoff/receipt");
}

struct signing {
	struct visit *visit;
	const struct assessment *assessment;
	const struct move *move;	/* NULL: replaces an earlier scan */
	const struct paper *form;
	const struct intake *scan;
	const char *media;
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
	return assessment_change(visit, signing->assessment, "signature", 0,
	    db_last_key(db), "", "sent", NULL);
}

/* The error of a scan that is no scan; NULL when it is one. */
static const char *
check_scan(struct visit *visit, const struct intake *scan, const char **media)
{
	enum file_type type;
	const char *why = NULL;

	if (sniff_file(scan->staged.path, &type, &why, &visit->fault) != 0)
		return "Berkas tidak dapat diperiksa. Coba lagi.";
	if (type == FILE_REFUSED)
		return why;
	if (type != FILE_PDF && type != FILE_JPEG && type != FILE_PNG)
		return "Pindaian harus berupa PDF, JPEG atau PNG. Pindai "
		    "formulir yang sudah ditandatangani, lalu unggah hasilnya.";
	*media = file_media(type);
	return NULL;
}

static int
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
	wrong = check_scan(visit, visit->files, &signing.media);
	if (wrong != NULL) {
		form_error(&visit->form, SCAN_FILE, "%s", wrong);
		return show_again(visit, &assessment, "signoff/one");
	}
	status = visit_status(visit, intake_commit(visit,
	    &visit->files->staged, sign, &signing));
	return status != 0 ? status : visit_redirect(visit,
	    "/signoff/%lld/?done=signed", (long long)assessment.id);
}

struct receiving {
	struct visit *visit;
	const struct assessment *assessment;
	const struct move *move;
	const struct paper *form;
	int64_t paper_id;
};

static int
receive(struct db *db, void *argument)
{
	struct receiving *receiving = argument;
	const struct assessment *assessment = receiving->assessment;
	struct visit *visit = receiving->visit;
	struct buffer content = { .arena = visit->arena };
	struct rows rows;
	int64_t number;
	int result = assessment_move(visit, assessment, receiving->move, NULL);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_SIGNOFF_SCAN_CONFIRM,
	    db_int(visit->actor.account_id), db_int(receiving->form->id));
	if (result < 0)
		return result;
	if (result == 0)
		return visit_refuse(visit, 409, "Pindaian yang ditandatangani "
		    "belum ada, atau baru saja diganti. Muat ulang halamannya.");
	result = db_run(db, STATEMENT_SIGNOFF_RECEIPT_NUMBER,
	    db_int(assessment->cycle_id));
	if (result >= 0)
		result = db_select(db, &rows, STATEMENT_SIGNOFF_LAST_RECEIPT,
		    db_int(assessment->cycle_id));
	if (result < 0)
		return result;
	number = row_int(&rows, 0, "last_receipt");
	result = receipt_content(visit, assessment, receiving->form, number,
	    &content);
	if (result != 0)
		return result;
	result = paper_issue(visit, "receipt", assessment->cycle_id,
	    assessment->id, number, content.bytes, &receiving->paper_id);
	return result != 0 ? result : assessment_change(visit, assessment,
	    "signature", 0, receiving->form->id, "sent", "confirmed", NULL);
}

static int
take_receipt(struct visit *visit)
{
	struct assessment assessment;
	struct paper form = { .ended = "" };
	struct receiving receiving = { .visit = visit,
	    .assessment = &assessment, .form = &form };
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status != 0)
		return status;
	receiving.move = assessment_may(visit, &assessment, ACTION_RECEIVE,
	    &status);
	if (receiving.move == NULL)
		return status;
	status = paper_of(visit, assessment.id, "form", &form);
	if (status == 0)
		status = visit_status(visit, db_txn(visit->db, receive,
		    &receiving));
	return status != 0 ? status : visit_redirect(visit,
	    "/signoff/%lld/?done=received", (long long)assessment.id);
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
static int
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

struct reopening {
	struct visit *visit;
	const struct assessment *assessment;
	const struct move *move;
	const char *reason;
};

static int
reopen(struct db *db, void *argument)
{
	const struct reopening *reopening = argument;
	int result = assessment_move(reopening->visit, reopening->assessment,
	    reopening->move, reopening->reason);

	(void)db;
	return result != 0 ? result : paper_cancel(reopening->visit,
	    reopening->assessment->id, reopening->reason);
}

static int
ask_reopen(struct visit *visit)
{
	struct assessment assessment;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status != 0)
		return status;
	if (assessment_may(visit, &assessment, ACTION_REOPEN, &status) == NULL)
		return status;
	assessment_fill(visit, &assessment);
	return visit_show(visit, "signoff/reopen");
}

static int
do_reopen(struct visit *visit)
{
	struct assessment assessment;
	struct reopening reopening = { visit, &assessment, NULL,
	    form_text(&visit->form, REASON_TEXT) };
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status != 0)
		return status;
	reopening.move = assessment_may(visit, &assessment, ACTION_REOPEN,
	    &status);
	if (reopening.move == NULL)
		return status;
	if (!form_ok(&visit->form))
		return show_again(visit, &assessment, "signoff/reopen");
	status = visit_status(visit, db_txn(visit->db, reopen, &reopening));
	return status != 0 ? status : visit_redirect(visit,
	    "/signoff/%lld/?done=reopened", (long long)assessment.id);
}

static int
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

static const struct route routes[] = {
	{ METHOD_GET, "/", show_list, AGENCY | ROLE_VERIFIER, NULL,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/#/", show_one, READERS, NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/#/form", print_form, AGENCY, NULL, ROUTE_PLAIN },
	{ METHOD_GET, "/#/form", show_form, READERS, NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/#/scan", take_scan, AGENCY, scan_fields,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/#/scan/#", send_scan, READERS, NULL, ROUTE_PLAIN },
	{ METHOD_POST, "/#/scan/refuse", send_scan_back, ROLE_VERIFIER,
	    reason_fields, ROUTE_PLAIN },
	{ METHOD_POST, "/#/receive", take_receipt, ROLE_VERIFIER, NULL,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/#/receipt", show_receipt, READERS, NULL,
	    ROUTE_PLAIN },
	{ METHOD_GET, "/#/reopen", ask_reopen, ROLE_VERIFIER, NULL,
	    ROUTE_PLAIN },
	{ METHOD_POST, "/#/reopen", do_reopen, ROLE_VERIFIER, reason_fields,
	    ROUTE_PLAIN },
	{ .pattern = NULL }
};

int
main(void)
{
	return visit_run("signoff", routes);
}
