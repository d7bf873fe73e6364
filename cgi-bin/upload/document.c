/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <string.h>

#include "assessment/file_check.h"
#include "frame/download.h"
#include "assessment/quality.h"
#include "frame/words.h"
#include "upload/library.h"
#include "base/banned.h"

enum { EDIT_OUTSIDE = DETAILS, EDIT_SIGNED, EDIT_VERSION };

const struct field edit_fields[] = {
	DETAILS_FIELDS,
	[EDIT_OUTSIDE] = { .name = "outside_address", .kind = FIELD_TEXT,
	    .label = "Alamat", .max = 1000 },
	[EDIT_SIGNED] = { .name = "signed_by_hand", .kind = FIELD_FLAG,
	    .label = "Ditandatangani dengan tinta" },
	[EDIT_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true },
	{ .name = NULL }
};

enum { REVISE_FILE };

const struct field revise_fields[] = {
	[REVISE_FILE] = { .name = "file", .kind = FIELD_FILE,
	    .label = "Berkas", .required = true },
	{ .name = NULL }
};

enum { VERSION_SEEN };

const struct field version_fields[] = {
	[VERSION_SEEN] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true },
	{ .name = NULL }
};

static const char changed_meanwhile[] = "Dokumen ini baru saja diubah orang "
    "lain. Muat ulang halamannya untuk melihat keadaan terbaru, lalu ulangi "
    "perubahan Anda.";

/* ---- the page ------------------------------------------------------------- */

static void
fill_details(struct visit *visit, const struct document *document)
{
	struct node *node = page_node(&visit->page, "Document");
	struct arena *arena = visit->arena;

	node_set_int(node, "id", document->id);
	node_set_int(node, "version", document->version);
	node_set(node, "title", document->title);
	node_set(node, "kind", words_kind(document->kind));
	node_set(node, "number", document->number);
	node_set(node, "dated", words_date(arena, document->dated));
	node_set(node, "period", words_period(arena, document->period_from,
	    document->period_until));
	node_set(node, "agency_name", document->agency_name);
	node_set(node, "outside_address", document->outside_address);
	node_set(node, "created_at", words_time(arena, document->created_at,
	    document->zone));
	node_set(node, "created_by", document->created_by);
	if (document->revision_id != 0)
		node_set(node, "stored", "1");
	if (document->signed_by_hand)
		node_set(node, "signed_by_hand", "1");
	if (document->archived)
		node_set(node, "archived", "1");
}

static int
fill_revisions(struct visit *visit, const struct document *document)
{
	struct node *list = page_node(&visit->page, "Revisions");
	struct arena *arena = visit->arena;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_UPLOAD_REVISIONS,
	    db_int(document->id));

	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);
		struct checked checked;

		fill_row(node, &rows, row);
		checked_read(&rows, row, &checked);
		checked_fill(visit, node, &checked);
		node_set(node, "size", words_bytes(arena, row_int(&rows, row,
		    "bytes")));
		node_set(node, "view", shown_as(row_text(&rows, row, "type")));
		node_set(node, "type", words_file_type(row_text(&rows, row,
		    "type")));
		node_set(node, "created_at", words_time(arena,
		    row_text(&rows, row, "created_at"), document->zone));
	}
	return result < 0 ? visit_status(visit, result) : 0;
}

/*
 * What one tier said about a use, and whether that was about the newest
 * revision.  An agency is not told what a team has not finished.
 */
static void
fill_ruling(struct node *node, const struct rows *rows, size_t row,
    const char *tier, int64_t newest, struct arena *arena)
{
	const char *decision = row_text(rows, row, arena_format(arena,
	    "%s_decision", tier));
	int64_t seen = row_int(rows, row, arena_format(arena,
	    "%s_revision_id", tier));
	struct node *ruling;

	if (*decision == '\0')
		return;
	ruling = node_child(node, tier);
	node_set(ruling, "decision", decision);
	node_set(ruling, "reason", row_text(rows, row, arena_format(arena,
	    "%s_reason", tier)));
	if (seen != newest)
		node_set(ruling, "stale", "1");
}

/* May the operator take this use away or move it?  As criterion_open(). */
static bool
use_open(struct visit *visit, const struct rows *rows, size_t row,
    enum state state)
{
	return visit_may(visit, ROLE_OPERATOR) &&
	    strcmp(row_text(rows, row, "cycle_state"), "open") == 0 &&
	    workflow_move(state, ACTION_SAVE, ROLE_OPERATOR,
	    row_int(rows, row, "province_tier") != 0) != NULL &&
	    (state != STATE_RETURNED || row_int(rows, row, "must_mend") != 0);
}

static void
fill_use(struct visit *visit, struct node *node, const struct rows *rows,
    size_t row, int64_t newest)
{
	bool agency = visit_may(visit, UPLOAD_OWNERS);
	enum state state = STATE_NOT_STARTED;

	state_of(row_text(rows, row, "state"), &state);
	node_set(node, "id", row_text(rows, row, "id"));
	node_set(node, "assessment", row_text(rows, row, "assessment_id"));
	node_set(node, "year", row_text(rows, row, "year"));
	node_set(node, "variable", row_text(rows, row, "variable"));
	node_set(node, "variable_name", row_text(rows, row, "variable_name"));
	node_set(node, "level", words_roman(row_int(rows, row, "level")));
	node_set(node, "item", row_text(rows, row, "item_title"));
	if (!agency || state != STATE_SUBMITTED)
		fill_ruling(node, rows, row, "city", newest, visit->arena);
	if (!agency || (state != STATE_SUBMITTED && state != STATE_VERIFIED))
		fill_ruling(node, rows, row, "province", newest,
		    visit->arena);
	if (use_open(visit, rows, row, state))
		node_set(node, "open", "1");
}

static int
fill_uses(struct visit *visit, const struct document *document)
{
	struct node *list = page_node(&visit->page, "Uses");
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_UPLOAD_USES,
	    db_int(document->id));

	for (size_t row = 0; row < rows.count; row++)
		fill_use(visit, node_row(list, row), &rows, row,
		    document->revision_id);
	return result < 0 ? visit_status(visit, result) : 0;
}

static int
fill_twins(struct visit *visit, const struct document *document)
{
	struct rows rows;
	int result;

	if (document->revision_id == 0)
		return 0;
	result = db_select(visit->db, &rows, STATEMENT_UPLOAD_TWINS,
	    db_text(document->sha256), db_int(document->agency_id),
	    db_int(document->id));
	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Twins"), &rows);
	return 0;
}

static int
fill_history(struct visit *visit, const struct document *document)
{
	struct node *list = page_node(&visit->page, "History");
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_UPLOAD_HISTORY,
	    db_int(document->id), db_int(document->id));

	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "at", words_time(visit->arena, row_text(&rows,
		    row, "at"), document->zone));
	}
	return result < 0 ? visit_status(visit, result) : 0;
}

/* A button only where it leads somewhere: to an assessment that is open. */
static void
fill_linkable(struct visit *visit, const struct document *document)
{
	struct assessment assessment;

	if (visit_may(visit, ROLE_OPERATOR) && !document->archived &&
	    assessment_current(visit, &assessment) == 0)
		page_set(&visit->page, "Document.linkable", "1");
	visit->why = NULL;
}

/* What a careful colleague would say about it. */
static int
fill_flags(struct visit *visit, const struct document *document)
{
	struct document_flags flags;
	int result = flags_load(visit, document->agency_id, document->zone,
	    (struct some){ .first = document->id, .last = document->id },
	    &flags);

	if (result > 0)
		quality_fill(visit, page_node(&visit->page, "Flags"),
		    flags_of(&flags, document->id), document->id);
	return result < 0 ? visit_status(visit, result) : 0;
}

/* All of the page but what was typed into it. */
static int
fill_page(struct visit *visit, const struct document *document)
{
	int status;

	fill_details(visit, document);
	fill_linkable(visit, document);
	fill_limits(visit);
	status = fill_revisions(visit, document);
	if (status == 0)
		status = fill_uses(visit, document);
	if (status == 0)
		status = fill_flags(visit, document);
	if (status == 0 && visit_may(visit, UPLOAD_OWNERS))
		status = fill_twins(visit, document);
	return status != 0 ? status : fill_history(visit, document);
}

int
show_document(struct visit *visit)
{
	struct document document;
	int status = document_find(visit, visit->keys[0], &document);

	if (status == 0)
		status = fill_page(visit, &document);
	return status != 0 ? status : visit_show(visit, "upload/document");
}

/* ---- details -------------------------------------------------------------- */

/* A document, when the operator may change it. */
static int
find_changeable(struct visit *visit, int64_t id, struct document *document)
{
	int status = document_find(visit, id, document);

	if (status == 0 && document->archived)
		return visit_refuse(visit, 409, "Dokumen ini diarsipkan. "
		    "Keluarkan dahulu dari arsip, lalu ubah.");
	return status;
}

static void
fill_edit(struct visit *visit, const struct document *document)
{
	fill_details(visit, document);
	fill_kinds(visit);
}

int
show_edit(struct visit *visit)
{
	struct document document;
	struct node *values = page_node(&visit->page, "Form.value");
	int status = find_changeable(visit, visit->keys[0], &document);

	if (status != 0)
		return status;
	node_set(values, "title", document.title);
	node_set(values, "kind", document.kind);
	node_set(values, "number", document.number);
	node_set(values, "dated", document.dated);
	node_set(values, "period_from", document.period_from);
	node_set(values, "period_until", document.period_until);
	node_set(values, "outside_address", document.outside_address);
	if (document.signed_by_hand)
		node_set(values, "signed_by_hand", "1");
	node_set_int(values, "version", document.version);
	fill_edit(visit, &document);
	return visit_show(visit, "upload/edit");
}

/* One change of a document, as a transaction. */
struct edit {
	struct visit *visit;
	const struct document *document;
	const char *outside_address;
	struct buffer from, to;		/* for the history */
};

/* "Judul: SOP lama; Nomor: 12": the fields that differ, before and after. */
static void
compare(struct edit *edit, const char *label, const char *from,
    const char *to)
{
	if (strcmp(from, to) == 0)
		return;
	if (edit->from.length > 0) {
		buffer_text(&edit->from, "; ");
		buffer_text(&edit->to, "; ");
	}
	buffer_format(&edit->from, "%s: %s", label, from);
	buffer_format(&edit->to, "%s: %s", label, to);
}

static void
compare_all(struct edit *edit)
{
	const struct document *old = edit->document;
	const struct form *form = &edit->visit->form;
	const char *before[] = { [TITLE] = old->title,
	    [KIND] = words_kind(old->kind), [NUMBER] = old->number,
	    [DATED] = old->dated, [PERIOD_FROM] = old->period_from,
	    [PERIOD_UNTIL] = old->period_until };

	for (int field = 0; field < DETAILS; field++)
		compare(edit, edit_fields[field].label, before[field],
		    field == KIND ? words_kind(form_text(form, field)) :
		    form_text(form, field));
	compare(edit, edit_fields[EDIT_OUTSIDE].label, old->outside_address,
	    edit->outside_address);
	compare(edit, edit_fields[EDIT_SIGNED].label,
	    old->signed_by_hand ? "ya" : "tidak",
	    form_given(form, EDIT_SIGNED) ? "ya" : "tidak");
}

static int
run_edit(struct db *db, void *argument)
{
	struct edit *edit = argument;
	struct visit *visit = edit->visit;
	const struct form *form = &visit->form;
	int result = db_run(db, STATEMENT_UPLOAD_EDIT,
	    db_text(form_text(form, TITLE)), db_text(form_text(form, KIND)),
	    db_text(form_text(form, NUMBER)), day_or_null(form, DATED),
	    day_or_null(form, PERIOD_FROM), day_or_null(form, PERIOD_UNTIL),
	    db_text(edit->outside_address),
	    db_int(form_given(form, EDIT_SIGNED)), db_int(edit->document->id),
	    db_int(visit->actor.agency_id),
	    db_int(form_number(form, EDIT_VERSION)));

	if (result < 0)
		return result;
	if (result == 0)
		return visit_refuse(visit, 409, changed_meanwhile);
	return document_change(visit, edit->document->id, edit->from.bytes,
	    edit->to.bytes, NULL);
}

int
edit_document(struct visit *visit)
{
	struct form *form = &visit->form;
	struct document document;
	struct edit edit = { .visit = visit, .document = &document,
	    .outside_address = form_text(form, EDIT_OUTSIDE),
	    .from.arena = visit->arena, .to.arena = visit->arena };
	int status = find_changeable(visit, visit->keys[0], &document);

	if (status != 0)
		return status;
	if (*form_text(form, TITLE) == '\0')
		form_error(form, TITLE, "Judul wajib diisi.");
	if (document.revision_id == 0 && *edit.outside_address == '\0')
		form_error(form, EDIT_OUTSIDE, "Alamat wajib diisi, karena "
		    "dokumen ini belum mempunyai berkas.");
	details_check(visit);
	address_check(visit, EDIT_OUTSIDE);
	if (!form_ok(form)) {
		fill_edit(visit, &document);
		return visit_show_errors(visit, "upload/edit");
	}
	compare_all(&edit);
	if (edit.from.length > 0)
		status = visit_status(visit, db_txn(visit->db, run_edit,
		    &edit));
	return status != 0 ? status : visit_redirect(visit,
	    "/upload/document/%lld?done=saved", (long long)document.id);
}

/* ---- revisions ------------------------------------------------------------- */

struct revising {
	struct visit *visit;
	const struct document *document;
	const struct candidate *candidate;
	int64_t arrival_id;	/* 0: it came with a form */
};

static int
add_revision(struct db *db, void *argument)
{
	const struct revising *revising = argument;
	struct visit *visit = revising->visit;
	const struct document *document = revising->document;
	struct rows rows;
	int64_t number;
	/* First, before this transaction has read anything: see quota_load. */
	int result = db_select(db, &rows, STATEMENT_UPLOAD_LOCK_AGENCY,
	    db_int(visit->actor.agency_id));

	if (result >= 0)
		result = db_select(db, &rows, STATEMENT_UPLOAD_LOCK_DOCUMENT,
		    db_int(document->id), db_int(visit->actor.agency_id));
	if (result < 0)
		return result;
	if (result == 0 || row_int(&rows, 0, "archived") != 0)
		return visit_refuse(visit, 409, changed_meanwhile);
	number = row_int(&rows, 0, "revisions") + 1;
	result = revision_add(visit, document->id, revising->candidate);
	if (result != 0)
		return result;
	result = document_change(visit, document->id, number > 1 ?
	    arena_format(visit->arena, "Revisi %lld", (long long)number - 1) :
	    NULL, revision_words(visit->arena, number, revising->candidate),
	    NULL);
	if (result == 0 && revising->arrival_id != 0)
		result = arrival_keep(visit, revising->arrival_id,
		    document->id);
	return result;
}

static void
refuse_the_same(struct visit *visit, const struct document *document,
    const struct candidate *candidate, int file_field)
{
	char sha256[SHA256_TEXT];

	if (strcmp(hex_text(sha256, candidate->staged->sha256, SHA256_BYTES),
	    document->sha256) == 0)
		form_error(&visit->form, file_field, "Berkas ini sama persis "
		    "dengan revisi %lld yang sudah tersimpan, jadi tidak perlu "
		    "diunggah lagi.", (long long)document->revision_number);
}

int
revise_document(struct visit *visit)
{
	struct form *form = &visit->form;
	struct document document;
	struct candidate candidate;
	struct revising revising = { visit, &document, &candidate, 0 };
	int status = find_changeable(visit, visit->keys[0], &document);

	if (status == 0)
		status = candidate_take(visit, REVISE_FILE, &candidate);
	if (status != 0)
		return status;
	if (candidate.staged != NULL)
		refuse_the_same(visit, &document, &candidate, REVISE_FILE);
	if (form_ok(form))
		status = candidate_commit(visit, &candidate, REVISE_FILE,
		    add_revision, &revising);
	if (!form_ok(form)) {
		status = fill_page(visit, &document);
		return status != 0 ? status : visit_show_errors(visit,
		    "upload/document");
	}
	return status != 0 ? status : visit_redirect(visit,
	    "/upload/document/%lld?done=revised", (long long)document.id);
}

int
revise_check(struct visit *visit, int64_t document_id, int64_t version)
{
	struct document document;
	int status = find_changeable(visit, document_id, &document);

	return status == 0 && version != 0 && version != document.version ?
	    visit_refuse(visit, 409, changed_meanwhile) : status;
}

int
revise_arrived(struct visit *visit, struct candidate *candidate,
    int file_field, int64_t arrival_id, int64_t document_id)
{
	struct document document;
	struct revising revising = { visit, &document, candidate, arrival_id };
	int status = find_changeable(visit, document_id, &document);

	if (status != 0)
		return status;
	refuse_the_same(visit, &document, candidate, file_field);
	return form_ok(&visit->form) ? candidate_commit(visit, candidate,
	    file_field, add_revision, &revising) : 0;
}

/* ---- archive ---------------------------------------------------------------- */

struct archiving {
	struct visit *visit;
	int64_t id;
	bool archive;
};

static int
run_archive(struct db *db, void *argument)
{
	const struct archiving *archiving = argument;
	struct visit *visit = archiving->visit;
	int result = db_run(db, STATEMENT_UPLOAD_ARCHIVE,
	    db_int(archiving->archive), db_int(archiving->id),
	    db_int(visit->actor.agency_id),
	    db_int(form_number(&visit->form, VERSION_SEEN)));

	if (result < 0)
		return result;
	if (result == 0)
		return visit_refuse(visit, 409, changed_meanwhile);
	return document_change(visit, archiving->id,
	    archiving->archive ? "Di pustaka" : "Diarsipkan",
	    archiving->archive ? "Diarsipkan" : "Di pustaka", NULL);
}

static int
archive_or_restore(struct visit *visit, bool archive)
{
	struct document document;
	struct archiving archiving = { visit, visit->keys[0], archive };
	int status = document_find(visit, visit->keys[0], &document);

	if (status == 0 && !form_ok(&visit->form))
		status = 400;
	if (status == 0)
		status = visit_status(visit, db_txn(visit->db, run_archive,
		    &archiving));
	return status != 0 ? status : visit_redirect(visit,
	    "/upload/document/%lld?done=%s", (long long)document.id,
	    archive ? "archived" : "restored");
}

int
archive_document(struct visit *visit)
{
	return archive_or_restore(visit, true);
}

int
restore_document(struct visit *visit)
{
	return archive_or_restore(visit, false);
}
