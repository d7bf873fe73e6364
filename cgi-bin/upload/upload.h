/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_H
#define UPLOAD_H

#include "assessment/assessment.h"
#include "assessment/document_file.h"
#include "assessment/file_examine.h"
#include "assessment/placing.h"
#include "frame/context.h"

/*
 * Step 4, the evidence: the agency's library of documents, their revisions,
 * and the links that put them under criteria (product.md, "Evidence: the
 * rules").  Nothing here deletes; every change leaves a row of history.
 */
enum {
	UPLOAD_OWNERS = ROLE_OPERATOR | ROLE_HEAD,
	UPLOAD_READERS = UPLOAD_OWNERS | ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	UPLOAD_MOVERS = ROLE_OPERATOR | ROLE_VERIFIER | ROLE_VALIDATOR
};

/* ---- find.c: what the caller may see; the rest does not exist ----------- */

struct document {
	int64_t id;
	int64_t agency_id;
	int64_t version;     /* optimistic lock */
	int64_t revision_id; /* the newest; 0: nothing is stored */
	int64_t revision_number;
	bool archived;
	const char *agency_name;
	const char *zone;
	const char *title;
	const char *kind; /* code, see words_kind */
	const char *number;
	const char *dated; /* YYYY-MM-DD or "", as the next two */
	const char *period_from, *period_until;
	const char *outside_address; /* "" unless one was given */
	bool signed_by_hand;         /* so the operator states */
	const char *sha256;          /* of the newest revision */
	const char *created_at, *created_by;
};

/* 0, 404, or another status. */
int document_find(struct context *, int64_t id, struct document *);

/* The document's page with what was typed into one of its forms: 422. */
int document_show_errors(struct context *, int64_t id);

struct link {
	int64_t id;
	int64_t assessment_id;
	int64_t version; /* optimistic lock */
	int64_t document_id;
	const char *document_title;
	struct criterion_at criterion;
};

/* A link that was not taken away, and the assessment that it belongs to. */
int link_find(struct context *, int64_t id, struct link *, struct assessment *);

/* ---- link.c: changes of links, inside the caller's transaction ---------- */

/* Handlers: POST /link/#/remove, GET and POST /link/#/move */
extern const struct field link_remove_fields[], link_choose_fields[], link_move_fields[];
int link_remove(struct context *);
int show_move(struct context *);
int link_move(struct context *);

/* ---- pending.c: documents that are still to come, see assessment/pending.h ------ */

extern const struct field pending_fields[], pending_change_fields[], pending_keep_fields[],
    pending_withdraw_fields[];
int show_new_pending(struct context *);
int make_pending(struct context *);
int show_pending(struct context *);
int change_pending(struct context *);
int keep_pending(struct context *);
int withdraw_pending(struct context *);

/* ---- details.c: what a person says about a document ---------------------- */

/* The first fields of every form that has them, in this order. */
enum { TITLE, KIND, NUMBER, DATED, PERIOD_FROM, PERIOD_UNTIL, DETAILS };

enum { TITLE_MAX = 200, CLIENT_NAME_MAX = 255 };

extern const char *const document_kinds[];

#define DETAILS_FIELDS DETAILS_FIELDS_WHERE(true)

/* The same, where the kind may be left to the name of the file: kind_of_name(). */
#define DETAILS_FIELDS_WHERE(kind_is_needed) \
	[TITLE] = { .name = "title", .kind = FIELD_TEXT, .label = "Judul", .max = TITLE_MAX }, \
	[KIND] = { .name = "kind", \
		.kind = FIELD_CHOICE, \
		.label = "Jenis dokumen", \
		.required = kind_is_needed, \
		.choices = document_kinds }, \
	[NUMBER] = { .name = "number", .kind = FIELD_TEXT, .label = "Nomor", .max = 80 }, \
	[DATED] = { .name = "dated", .kind = FIELD_DATE, .label = "Tanggal dokumen" }, \
	[PERIOD_FROM] = { .name = "period_from", \
		.kind = FIELD_DATE, \
		.label = "Awal masa berlaku" }, \
	[PERIOD_UNTIL] = { .name = "period_until", \
		.kind = FIELD_DATE, \
		.label = "Akhir masa berlaku" }

/* Behind them, where it is asked for: the criterion to put it under. */
enum { PLACE = DETAILS, PLACED = PLACE + 2 };

#define PLACE_FIELDS(first) \
	[first] = { .name = "assessment", .kind = FIELD_NUMBER, .label = "Penilaian" }, \
	[(first) + 1] = { .name = "item", .kind = FIELD_NUMBER, .label = "Kriteria" }

/* What no single field shows: the period's order. */
void details_check(struct context *);

/* A title from the name of a file: "SK_Tim 2026.pdf" -> "SK Tim 2026".  Where a
 * camera has named it, `wanted`, the words of the criterion, or "Foto" and the
 * day: see titleOfName() in src/js/upload/details.js. */
const char *title_of_name(struct arena *, const char *client_name, const char *wanted);

/* The kind that the words of a file's name speak of, the first of them: "SK_Tim.pdf"
 * is "keputusan".  "" where none does.  See kindOfName() there. */
const char *kind_of_name(struct arena *, const char *client_name);

/* The last part of what the browser sent, at most CLIENT_NAME_MAX characters:
 * some send the whole path. */
const char *name_alone(struct arena *, const char *client_name);

/* The first `limit` characters of a text. */
const char *cut_text(struct arena *, const char *text, size_t limit);

/* An address elsewhere: https with a host, and nothing that hides where it
 * leads.  Sets the error of the field. */
void address_check(struct context *, int field);

/* A date of the form as a value for the database; NULL when empty. */
struct db_value day_or_null(const struct form *, int field);

/* Kinds.N.value and .label, for the select field; Upload.accept, .takes and .max
 * for the file field, of form_upload_file_max(). */
void fill_kinds(struct context *);
void fill_limits(struct context *, uint64_t file_max);

/* ---- candidate.c: a file or an address becomes a document -------------------- */

/*
 * Judges a finished file by its content, however it came in; what is wrong
 * with it becomes the error of its field, and candidate->staged is NULL then.
 * 0, or a status when it could not be looked at.  An infected file comes in
 * and is kept out of reach: that it came is history.
 */
int candidate_judge(struct context *, struct temporary_file *const *files, size_t count,
    const char *client_name, int file_field, struct candidate *);

/* The same for the one file of the form, if there is one. */
int candidate_take(struct context *, int file_field, struct candidate *);

/*
 * Other documents of the actor's agency whose newest revision has the same
 * content: rows of them, 0 to 5, or enum db_error.
 */
int candidate_twin(struct context *, const struct candidate *, int64_t document_id, struct rows *);

/* ---- resumable.c: files that come in pieces --------------------------------- */

/* In the transaction that makes it a document: its row says so.  0, 409 when
 * it has ended meanwhile, or enum db_error. */
int resumable_keep(struct context *, int64_t upload_session_id, int64_t document_id);

/*
 * The rest of new.c and document.c for them; the form has the fields of a new
 * document, at least up to PLACED.  The checks are made before the first byte,
 * and again when the last one is there.  0, or a status; refusals of the file
 * are errors of its field.
 */
int place_check(struct context *);
int revise_check(struct context *, int64_t document_id, int64_t version);

/* *unplaced: it is in the library, but the criterion was closed by then. */
int create_uploaded(struct context *, struct candidate *, int file_field, int64_t upload_session_id,
    int64_t *document_id, bool *unplaced);
int revise_uploaded(struct context *, struct candidate *, int file_field, int64_t upload_session_id,
    int64_t document_id);

/* Handlers: tus 1.0 at /files, and the search for the largest piece. */
int resumable_options(struct context *);
int resumable_create(struct context *);
int resumable_head(struct context *);
int resumable_append(struct context *);
int resumable_terminate(struct context *);
int upload_limit_probe(struct context *);

/* ---- pages ---------------------------------------------------------------- */

extern const struct field library_fields[];
int show_library(struct context *);
int send_library(struct context *);

extern const struct field new_query[], new_fields[], address_fields[];
int show_new(struct context *);
int create_document(struct context *);
int show_address(struct context *);
int create_address(struct context *);

extern const struct field edit_fields[], revise_fields[], version_fields[];
int show_document(struct context *);
int show_edit(struct context *);
int edit_document(struct context *);
int revise_document(struct context *);
int archive_document(struct context *);
int restore_document(struct context *);

extern const struct field attach_query[], attach_fields[], criteria_query[], criteria_fields[];
int show_attach(struct context *);
int attach_documents(struct context *);
int show_criteria(struct context *);
int choose_criteria(struct context *);

/* bulk_attach.c: several documents under several criteria in one go. */
extern const struct field bulk_attach_fields[];
int show_bulk_attach(struct context *);
int bulk_attach_documents(struct context *);

/* merge.c: documents with the same content become one. */
extern const struct field merge_fields[];
int show_merge(struct context *);
int merge_documents(struct context *);

/* compare.c: two revisions side by side, and what changed in their text. */
extern const struct field compare_fields[];
int show_compare(struct context *);

/* ---- download.c, viewer.c: a revision goes out, or is looked at ------------- */

/*
 * Row 0 of a revision that the caller may read: stored_name, type, bytes,
 * sha256, number, title.  0, 404, 403 where it is kept from the caller
 * (assessment/file_check.h), or another status.
 */
int revision_find(struct context *, int64_t id, struct rows *);
int revision_send(struct context *, const struct rows *, bool shown);

int send_revision(struct context *);

/* held.c: a revision that is kept from who verifies is taken all the same. */
extern const struct field take_fields[];
int take_held(struct context *);
int view_revision(struct context *);
int frame_revision(struct context *);

/* ---- criteria_choice.c: a criterion is chosen by variable, then by level ---------- */

/* The variables of an assessment, and the checklist of the one that was chosen (0:
 * of none), with what a document is linked to.  404 for a variable that there is
 * not, or another status. */
struct criteria_choice {
	int64_t variable;
	struct rows variables, checklist;
};
int criteria_choice_read(struct context *, const struct assessment *, int64_t document_id,
    int64_t variable, struct criteria_choice *);

/* Variables.N.number .name .links .locked(1), and Variable.number .name of the one
 * chosen; Levels.N.number .roman .text and in it items.M.id .title .required(1)
 * .linked(1). */
void criteria_choice_fill(struct context *, const struct assessment *,
    const struct criteria_choice *);

#endif
