/* SPDX-License-Identifier: ISC */
/*
 * One document: its revisions, its uses, what was done to it; its details
 * changed, a new revision added, put into the archive and back.
 */
#include "upload/upload.h"

#include <string.h>

#include "assessment/file_check.h"
#include "assessment/mend.h"
#include "frame/judging.h"
#include "frame/download.h"
#include "frame/form_upload.h"
#include "assessment/quality.h"
#include "frame/words.h"
#include "upload/library.h"
#include "base/banned.h"

enum { EDIT_OUTSIDE = DETAILS, EDIT_SIGNED, EDIT_VERSION };

const struct field edit_fields[] = {
	DETAILS_FIELDS,
	[EDIT_OUTSIDE] = { .name = "outside_address",
	    .kind = FIELD_TEXT,
	    .label = "Alamat",
	    .max = 1000 },
	[EDIT_SIGNED] = { .name = "signed_by_hand",
	    .kind = FIELD_FLAG,
	    .label = "Ditandatangani dengan tinta" },
	[EDIT_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true },
	{ .name = NULL },
};

enum { REVISE_FILE };

const struct field revise_fields[] = {
	[REVISE_FILE] = { .name = "file", .kind = FIELD_FILE, .label = "Berkas", .required = true },
	{ .name = NULL },
};

enum { VERSION_SEEN };

const struct field version_fields[] = {
	[VERSION_SEEN] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true },
	{ .name = NULL },
};

static const char changed_meanwhile[] =
    "Dokumen ini sudah berubah sejak halaman ini ditampilkan. Muat ulang halamannya untuk "
    "melihat status terbaru, lalu ulangi perubahan Anda.";

/* ---- the page ------------------------------------------------------------- */

static void
fill_details(struct context *context, const struct document *document)
{
	struct node *node = page_node(&context->page, "Document");
	struct arena *arena = context->arena;

	node_set_int(node, "id", document->id);
	node_set_int(node, "version", document->version);
	node_set(node, "title", document->title);
	node_set(node, "kind", words_kind(document->kind));
	node_set(node, "number", document->number);
	node_set(node, "dated", words_date(arena, document->dated));
	node_set(node, "period",
	    words_period(arena, document->period_from, document->period_until));
	node_set(node, "agency_name", document->agency_name);
	node_set(node, "outside_address", document->outside_address);
	node_set(node, "created_at", words_time(arena, document->created_at, document->zone));
	node_set(node, "created_by", document->created_by);
	if (document->revision_id != 0)
		node_set(node, "stored", "1");
	if (document->signed_by_hand)
		node_set(node, "signed_by_hand", "1");
	if (document->archived)
		node_set(node, "archived", "1");
	if (!context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		node_set(node, "judged", "1");
	if (context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR) &&
	    !judges_own(context, document->agency_id))
		node_set(node, "takes", "1");
}

/* What the page shows besides the document itself. */
struct document_page {
	uint64_t file_max;
	struct rows revisions, uses, history;
	struct rows twins; /* others of the agency with the same content */
	struct document_flags flags;
	bool linkable; /* a button only where it leads somewhere */
	int64_t *open; /* assessments whose links the operator may change */
	size_t open_count;
};

static int
read_twins(struct context *context, const struct document *document, struct rows *twins)
{
	*twins = (struct rows){ 0 };
	return !context_may(context, UPLOAD_OWNERS) || document->revision_id == 0 ?
	    0 :
	    db_select(context->db, twins, STATEMENT_UPLOAD_TWINS, db_text(document->sha256),
		db_int(document->agency_id), db_int(document->id));
}

/* Is there an assessment that is open for it? */
static void
read_linkable(struct context *context, const struct document *document, struct document_page *page)
{
	struct assessment assessment;

	page->linkable = context_may(context, ROLE_OPERATOR) && !document->archived &&
	    assessment_current(context, &assessment) == 0;
	page->open = arena_array(context->arena, 1, sizeof(*page->open));
	page->open_count = 0;
	if (page->linkable)
		page->open[page->open_count++] = assessment.id;
	context->why = NULL;
}

static bool
links_stay_open(const struct document_page *page, int64_t assessment_id)
{
	for (size_t at = 0; at < page->open_count; at++)
		if (page->open[at] == assessment_id)
			return true;
	return false;
}

/* Others in which it stands, of a cycle that is open: mostly none. */
static void
read_open_uses(struct context *context, struct document_page *page)
{
	const struct rows *uses = &page->uses;
	int64_t *open = arena_array(context->arena, uses->count + 1, sizeof(*open));
	int64_t asked = page->open_count > 0 ? page->open[0] : 0;

	for (size_t at = 0; at < page->open_count; at++)
		open[at] = page->open[at];
	page->open = open;
	for (size_t row = 0; row < uses->count && context_may(context, ROLE_OPERATOR); row++) {
		int64_t id = row_int(uses, row, "assessment_id");
		struct assessment assessment;

		/* Those of one assessment follow one another. */
		if (id == asked || strcmp(row_text(uses, row, "cycle_state"), "open") != 0)
			continue;
		asked = id;
		if (assessment_find(context, id, &assessment) == 0 &&
		    assessment_allows(&assessment, ROLE_OPERATOR, ACTION_SAVE))
			page->open[page->open_count++] = id;
	}
	context->why = NULL;
}

static int
document_read_page(struct context *context, const struct document *document,
    struct document_page *page)
{
	struct db_value id = db_int(document->id);
	int result, status = form_upload_file_max(context, &page->file_max);

	if (status != 0)
		return status;
	read_linkable(context, document, page);
	result = db_select(context->db, &page->revisions, STATEMENT_UPLOAD_REVISIONS, id);
	if (result >= 0)
		result = db_select(context->db, &page->uses, STATEMENT_UPLOAD_USES, id);
	if (result >= 0)
		result = flags_load(context, document->agency_id, document->zone,
		    (struct document_range){ .first = document->id, .last = document->id },
		    &page->flags);
	if (result >= 0)
		result = read_twins(context, document, &page->twins);
	if (result >= 0)
		result = db_select(context->db, &page->history, STATEMENT_UPLOAD_HISTORY, id, id);
	if (result >= 0)
		read_open_uses(context, page);
	return context_status(context, result);
}

static void
fill_revision(struct context *context, struct node *node, const struct rows *rows, size_t row,
    const char *zone)
{
	struct arena *arena = context->arena;
	struct file_check checked;

	fill_row(node, rows, row);
	file_check_read(rows, row, &checked);
	file_check_fill(context, node, &checked);
	node_set(node, "size", words_bytes(arena, row_int(rows, row, "bytes")));
	node_set(node, "view", shown_as(row_text(rows, row, "type")));
	node_set(node, "type", words_file_type(row_text(rows, row, "type")));
	node_set(node, "created_at", words_time(arena, row_text(rows, row, "created_at"), zone));
}

/*
 * What one tier said about a use, and whether that was about the newest
 * revision: said about an earlier one it still counts where that is held.  An
 * agency is not told what a team has not finished.
 */
static void
document_fill_link_review(struct node *node, const struct rows *rows, size_t row, const char *tier,
    int64_t newest, bool held, struct arena *arena)
{
	const char *decision = row_text(rows, row, arena_format(arena, "%s_decision", tier));
	int64_t seen = row_int(rows, row, arena_format(arena, "%s_revision_id", tier));
	struct node *review;

	if (*decision == '\0')
		return;
	review = node_child(node, tier);
	node_set(review, "decision", decision);
	node_set(review, "reason", row_text(rows, row, arena_format(arena, "%s_reason", tier)));
	node_set(review, "number", row_text(rows, row, arena_format(arena, "%s_number", tier)));
	if (seen != newest)
		node_set(review, held ? "held" : "stale", "1");
}

/* May the operator take this use away or move it?  As criterion_open(). */
static bool
use_open(const struct document_page *page, size_t row, enum state state)
{
	const struct rows *rows = &page->uses;

	return links_stay_open(page, row_int(rows, row, "assessment_id")) &&
	    (state != STATE_RETURNED || row_int(rows, row, "needs_correction") != 0);
}

static void
fill_use(struct context *context, struct node *node, const struct document_page *page, size_t row,
    int64_t newest)
{
	const struct rows *rows = &page->uses;
	bool agency = context_may(context, UPLOAD_OWNERS);
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
		document_fill_link_review(node, rows, row, "city", newest, workflow_held(state),
		    context->arena);
	if (!agency || (state != STATE_SUBMITTED && state != STATE_VERIFIED))
		document_fill_link_review(node, rows, row, "province", newest, workflow_held(state),
		    context->arena);
	if (use_open(page, row, state))
		node_set(node, "open", "1");
}

/* All of the page but what was typed into it. */
static void
document_fill_page(struct context *context, const struct document *document,
    const struct document_page *page)
{
	struct node *revisions = page_node(&context->page, "Revisions");
	struct node *uses = page_node(&context->page, "Uses");
	struct node *history = page_node(&context->page, "History");

	fill_limits(context, page->file_max);
	fill_details(context, document);
	if (page->linkable)
		page_set(&context->page, "Document.linkable", "1");
	for (size_t row = 0; row < page->revisions.count; row++)
		fill_revision(context, node_row(revisions, row), &page->revisions, row,
		    document->zone);
	for (size_t row = 0; row < page->uses.count; row++)
		fill_use(context, node_row(uses, row), page, row, document->revision_id);
	/* What a careful colleague would say about it. */
	if (page->flags.rows.count > 0)
		quality_fill(context, page_node(&context->page, "Flags"),
		    flags_of(&page->flags, document->id), document->id);
	fill_rows(page_node(&context->page, "Twins"), &page->twins);
	for (size_t row = 0; row < page->history.count; row++) {
		struct node *node = node_row(history, row);

		fill_row(node, &page->history, row);
		node_set(node, "at",
		    words_time(context->arena, row_text(&page->history, row, "at"),
			document->zone));
	}
}

int
show_document(struct context *context)
{
	struct document document;
	struct document_page page;
	int status = document_find(context, context->keys[0], &document);

	if (status == 0)
		status = document_read_page(context, &document, &page);
	if (status != 0)
		return status;
	document_fill_page(context, &document, &page);
	return context_show(context, "upload/document");
}

static int
document_show_again(struct context *context, const struct document *document)
{
	struct document_page page;
	int status = document_read_page(context, document, &page);

	if (status != 0)
		return status;
	document_fill_page(context, document, &page);
	return context_show_errors(context, "upload/document");
}

int
document_show_errors(struct context *context, int64_t id)
{
	struct document document;
	int status = document_find(context, id, &document);

	return status != 0 ? status : document_show_again(context, &document);
}

/* ---- details -------------------------------------------------------------- */

/* A document, when the operator may change it. */
static int
find_changeable(struct context *context, int64_t id, struct document *document)
{
	int status = document_find(context, id, document);

	if (status == 0 && document->archived)
		return context_refuse(context, 409,
		    "Dokumen ini diarsipkan. "
		    "Keluarkan dahulu dari arsip, lalu ubah.");
	return status;
}

static void
fill_edit(struct context *context, const struct document *document)
{
	fill_details(context, document);
	fill_kinds(context);
}

int
show_edit(struct context *context)
{
	struct document document;
	struct node *values = page_node(&context->page, "Form.value");
	int status = find_changeable(context, context->keys[0], &document);

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
	fill_edit(context, &document);
	return context_show(context, "upload/edit");
}

/* One change of a document, as a transaction. */
struct edit {
	struct context *context;
	const struct document *document;
	const char *outside_address;
	struct buffer from, to; /* for the history */
};

/* "Judul: SOP lama; Nomor: 12": the fields that differ, before and after. */
static void
compare(struct edit *edit, const char *label, const char *from, const char *to)
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
	const struct form *form = &edit->context->form;
	const char *before[] = { [TITLE] = old->title,
		[KIND] = words_kind(old->kind),
		[NUMBER] = old->number,
		[DATED] = old->dated,
		[PERIOD_FROM] = old->period_from,
		[PERIOD_UNTIL] = old->period_until };

	for (int field = 0; field < DETAILS; field++)
		compare(edit, edit_fields[field].label, before[field],
		    field == KIND ? words_kind(form_text(form, field)) : form_text(form, field));
	compare(edit, edit_fields[EDIT_OUTSIDE].label, old->outside_address, edit->outside_address);
	compare(edit, edit_fields[EDIT_SIGNED].label, old->signed_by_hand ? "ya" : "tidak",
	    form_given(form, EDIT_SIGNED) ? "ya" : "tidak");
}

static int
run_edit(struct db *db, void *argument)
{
	struct edit *edit = argument;
	struct context *context = edit->context;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_JUDGED_KEEP, db_int(edit->document->id));

	if (result < 0)
		return result;
	result = db_run(db, STATEMENT_UPLOAD_EDIT, db_text(form_text(form, TITLE)),
	    db_text(form_text(form, KIND)), db_text(form_text(form, NUMBER)),
	    day_or_null(form, DATED), day_or_null(form, PERIOD_FROM),
	    day_or_null(form, PERIOD_UNTIL), db_text(edit->outside_address),
	    db_int(form_given(form, EDIT_SIGNED)), db_int(edit->document->id),
	    db_int(context->actor.agency_id), db_int(form_number(form, EDIT_VERSION)));
	if (result < 0)
		return result;
	if (result == 0)
		return context_stop(context, 409, changed_meanwhile);
	result = mend_document(context, edit->document->id);
	if (result != 0)
		return result;
	return document_change(context, edit->document->id, edit->from.bytes, edit->to.bytes, NULL);
}

int
edit_document(struct context *context)
{
	struct form *form = &context->form;
	struct document document;
	struct edit edit = { .context = context,
		.document = &document,
		.outside_address = form_text(form, EDIT_OUTSIDE),
		.from.arena = context->arena,
		.to.arena = context->arena };
	int status = find_changeable(context, context->keys[0], &document);

	if (status != 0)
		return status;
	if (*form_text(form, TITLE) == '\0')
		form_error(form, TITLE, "Judul wajib diisi.");
	if (document.revision_id == 0 && *edit.outside_address == '\0')
		form_error(form, EDIT_OUTSIDE,
		    "Alamat wajib diisi, karena "
		    "dokumen ini belum mempunyai berkas.");
	details_check(context);
	address_check(context, EDIT_OUTSIDE);
	if (!form_ok(form)) {
		fill_edit(context, &document);
		return context_show_errors(context, "upload/edit");
	}
	compare_all(&edit);
	if (edit.from.length > 0)
		status = context_status(context,
		    db_txn_agency(context->db, context->actor.agency_id, run_edit, &edit));
	return status != 0 ?
	    status :
	    context_redirect(context, "/upload/document/%lld?done=saved", (long long)document.id);
}

/* ---- revisions ------------------------------------------------------------- */

struct revising {
	struct context *context;
	const struct document *document;
	const struct candidate *candidate;
	int64_t upload_session_id; /* 0: it came with a form */
};

static int
add_revision(struct db *db, void *argument)
{
	const struct revising *revising = argument;
	struct context *context = revising->context;
	const struct document *document = revising->document;
	struct rows rows;
	int64_t number;
	/* First, before this transaction has read anything: see quota_load. */
	int result = db_select(db, &rows, STATEMENT_UPLOAD_LOCK_AGENCY,
	    db_int(context->actor.agency_id));

	if (result >= 0)
		result = db_select(db, &rows, STATEMENT_UPLOAD_LOCK_DOCUMENT, db_int(document->id),
		    db_int(context->actor.agency_id));
	if (result < 0)
		return result;
	if (result == 0 || row_int(&rows, 0, "archived") != 0)
		return context_stop(context, 409, changed_meanwhile);
	number = row_int(&rows, 0, "revisions") + 1;
	result = revision_add(context, document->id, revising->candidate);
	if (result == 0)
		result = mend_document(context, document->id);
	if (result != 0)
		return result;
	result = document_change(context, document->id,
	    number > 1 ? arena_format(context->arena, "Revisi %lld", (long long)number - 1) : NULL,
	    revision_words(context->arena, number, revising->candidate), NULL);
	if (result == 0 && revising->upload_session_id != 0)
		result = resumable_keep(context, revising->upload_session_id, document->id);
	return result;
}

static void
refuse_the_same(struct context *context, const struct document *document,
    const struct candidate *candidate, int file_field)
{
	char sha256[SHA256_TEXT];

	if (strcmp(hex_text(sha256, candidate->staged->sha256, SHA256_BYTES), document->sha256) ==
	    0)
		form_error(&context->form, file_field,
		    "Berkas ini sama persis "
		    "dengan revisi %lld yang sudah tersimpan, jadi tidak perlu "
		    "diunggah lagi.",
		    (long long)document->revision_number);
}

int
revise_document(struct context *context)
{
	struct form *form = &context->form;
	struct document document;
	struct candidate candidate;
	struct revising revising = { context, &document, &candidate, 0 };
	int status = find_changeable(context, context->keys[0], &document);

	if (status == 0)
		status = candidate_take(context, REVISE_FILE, &candidate);
	if (status != 0)
		return status;
	if (candidate.staged != NULL)
		refuse_the_same(context, &document, &candidate, REVISE_FILE);
	if (form_ok(form))
		status = candidate_commit(context, &candidate, REVISE_FILE, add_revision,
		    &revising);
	if (!form_ok(form))
		return document_show_again(context, &document);
	return status != 0 ?
	    status :
	    context_redirect(context, "/upload/document/%lld?done=revised", (long long)document.id);
}

int
revise_check(struct context *context, int64_t document_id, int64_t version)
{
	struct document document;
	int status = find_changeable(context, document_id, &document);

	return status == 0 && version != 0 && version != document.version ?
	    context_refuse(context, 409, changed_meanwhile) :
	    status;
}

int
revise_uploaded(struct context *context, struct candidate *candidate, int file_field,
    int64_t upload_session_id, int64_t document_id)
{
	struct document document;
	struct revising revising = { context, &document, candidate, upload_session_id };
	int status = find_changeable(context, document_id, &document);

	if (status != 0)
		return status;
	refuse_the_same(context, &document, candidate, file_field);
	return form_ok(&context->form) ?
	    candidate_commit(context, candidate, file_field, add_revision, &revising) :
	    0;
}

/* ---- archive ---------------------------------------------------------------- */

struct archiving {
	struct context *context;
	int64_t id;
	bool archive;
};

static int
run_archive(struct db *db, void *argument)
{
	const struct archiving *archiving = argument;
	struct context *context = archiving->context;
	int result = db_run(db, STATEMENT_UPLOAD_ARCHIVE, db_int(archiving->archive),
	    db_int(archiving->id), db_int(context->actor.agency_id),
	    db_int(form_number(&context->form, VERSION_SEEN)));

	if (result < 0)
		return result;
	if (result == 0)
		return context_stop(context, 409, changed_meanwhile);
	return document_change(context, archiving->id,
	    archiving->archive ? "Di pustaka" : "Diarsipkan",
	    archiving->archive ? "Diarsipkan" : "Di pustaka", NULL);
}

static int
archive_or_restore(struct context *context, bool archive)
{
	struct document document;
	struct archiving archiving = { context, context->keys[0], archive };
	int status = document_find(context, context->keys[0], &document);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context,
		    db_txn_agency(context->db, context->actor.agency_id, run_archive, &archiving));
	return status != 0 ?
	    status :
	    context_redirect(context, "/upload/document/%lld?done=%s", (long long)document.id,
		archive ? "archived" : "restored");
}

int
archive_document(struct context *context)
{
	return archive_or_restore(context, true);
}

int
restore_document(struct context *context)
{
	return archive_or_restore(context, false);
}
