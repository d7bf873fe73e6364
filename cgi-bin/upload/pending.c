/* SPDX-License-Identifier: ISC */
/*
 * Pending documents: made at a criterion, then changed, kept or withdrawn.
 * Whoever may put documents there may announce one: the operator while answers
 * may be written, a team, as what it expects, while it decides.
 */
#include "upload/upload.h"

#include <string.h>

#include "assessment/pending.h"
#include "frame/words.h"
#include "store/setting.h"
#include "base/banned.h"

enum { MAKE_TITLE, MAKE_DUE };

const struct field pending_fields[] = {
	[MAKE_TITLE] = { .name = "title",
	    .kind = FIELD_TEXT,
	    .label = "Dokumen",
	    .required = true,
	    .max = TITLE_MAX },
	[MAKE_DUE] = { .name = "due", .kind = FIELD_DATE, .label = "Tanggal", .required = true },
	{ .name = NULL },
};

enum { CHANGE_TITLE, CHANGE_DUE, CHANGE_REASON, CHANGE_VERSION };

const struct field pending_change_fields[] = {
	[CHANGE_TITLE] = { .name = "title",
	    .kind = FIELD_TEXT,
	    .label = "Dokumen",
	    .required = true,
	    .max = TITLE_MAX },
	[CHANGE_DUE] = { .name = "due", .kind = FIELD_DATE, .label = "Tanggal", .required = true },
	[CHANGE_REASON] = { .name = "reason",
	    .kind = FIELD_LINES,
	    .label = "Alasan",
	    .required = true,
	    .min = 5,
	    .max = 1000 },
	[CHANGE_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true },
	{ .name = NULL },
};

enum { KEEP_LINK, KEEP_VERSION };

const struct field pending_keep_fields[] = {
	[KEEP_LINK] = { .name = "link",
	    .kind = FIELD_NUMBER,
	    .label = "Dokumen yang menyusul",
	    .required = true },
	[KEEP_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true },
	{ .name = NULL },
};

enum { WITHDRAW_REASON, WITHDRAW_VERSION };

const struct field pending_withdraw_fields[] = {
	[WITHDRAW_REASON] = { .name = "why",
	    .kind = FIELD_LINES,
	    .label = "Alasan",
	    .required = true,
	    .min = 5,
	    .max = 1000 },
	[WITHDRAW_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true },
	{ .name = NULL },
};

static const char changed_meanwhile[] =
    "Catatan dokumen ini sudah berubah sejak halaman ini ditampilkan. Muat ulang halamannya "
    "untuk melihat status terbaru.";

/* A pending document, where it stands, and what is to be written about it. */
struct given {
	struct context *context;
	struct assessment assessment;
	struct criterion_at criterion;
	int64_t id, version;
	const char *side, *title, *due, *who;
	struct rows candidates; /* documents that may be the one: for its page */
};

static void
read_given(struct given *given, const struct rows *rows)
{
	given->version = row_int(rows, 0, "version");
	given->side = row_text(rows, 0, "side");
	given->title = row_text(rows, 0, "title");
	given->due = row_text(rows, 0, "due");
	given->who = row_text(rows, 0, "who");
}

/* The criterion of the path, when the actor may announce one there now. */
static int
pending_find_place(struct given *given, int64_t assessment_id, int64_t item_id)
{
	struct context *context = given->context;
	int status = assessment_find(context, assessment_id, &given->assessment);

	if (status == 0)
		status = criterion_find(context, &given->assessment, item_id, &given->criterion);
	return status != 0 ?
	    status :
	    criterion_open(context, &given->assessment, given->criterion.needs_correction);
}

/* The pending document of the path, when the actor may write there now. */
static int
find_pending(struct given *given)
{
	struct context *context = given->context;
	struct rows rows;
	int result;

	given->id = context->keys[0];
	result = db_select(context->db, &rows, STATEMENT_PENDING_FIND, db_int(given->id));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	read_given(given, &rows);
	return pending_find_place(given, row_int(&rows, 0, "assessment_id"),
	    row_int(&rows, 0, "item_id"));
}

static bool
is_own(const struct given *given)
{
	return strcmp(given->side, pending_side(given->context)) == 0;
}

/* Only the side that announced one changes or withdraws it. */
static int
find_own(struct given *given)
{
	int status = find_pending(given);

	if (status != 0 || is_own(given))
		return status;
	return context_refuse(given->context, 403,
	    "Yang mencatat dokumen ini "
	    "pihak lain, jadi hanya mereka yang dapat mengubah atau "
	    "menariknya.");
}

static int
go_back(const struct given *given, const char *done)
{
	return context_redirect(given->context, "/%s/%lld/%lld?done=%s#documents",
	    context_may(given->context, ROLE_OPERATOR) ? "questionnaire" : "verify",
	    (long long)given->assessment.id, (long long)given->criterion.variable, done);
}

static int
pending_record(const struct given *given, const char *from, const char *to, const char *reason)
{
	return assessment_change(given->context, &given->assessment, "promise",
	    given->criterion.variable, given->id, from, to, reason);
}

/* A day that lies ahead, and not too far: who needs longer does not announce. */
static int
check_due(struct given *given, int field)
{
	struct context *context = given->context;
	struct form *form = &context->form;
	int32_t day = day_parse(form_text(form, field));
	int32_t today = words_today(given->assessment.zone);
	int64_t most;
	int result = setting_number(context->db, SETTING_PENDING_DAYS_MAX, &most);

	if (result != 0)
		return context_status(context, result);
	if (day == DAY_NONE)
		return 0;
	if (day < today)
		form_error(form, field,
		    "Tanggal ini sudah lewat. Pilih hari "
		    "ini atau sesudahnya.");
	else if (day > today + most)
		form_error(form, field,
		    "Tanggal ini lebih dari %lld hari lagi. Pilih yang lebih dekat.",
		    (long long)most);
	return 0;
}

/* ---- a new one ------------------------------------------------------------- */

static void
fill_new(const struct given *given)
{
	assessment_fill(given->context, &given->assessment);
	criterion_fill(given->context, &given->criterion);
}

int
show_new_pending(struct context *context)
{
	struct given given = { .context = context };
	int status = pending_find_place(&given, context->keys[0], context->keys[1]);

	if (status != 0)
		return status;
	fill_new(&given);
	page_set(&context->page, "Form.value.title", given.criterion.title);
	return context_show(context, "upload/pending_new");
}

/* 422: the same is announced there already. */
static int
add_pending(struct db *db, void *argument)
{
	struct given *given = argument;
	struct context *context = given->context;
	struct rows rows;
	int result = links_begin(context, &given->assessment);

	if (result != 0)
		return result;
	result = db_select(db, &rows, STATEMENT_PENDING_UNDER, db_int(given->assessment.id),
	    db_int(given->criterion.item_id));
	for (size_t row = 0; row < rows.count; row++)
		if (strcmp(row_text(&rows, row, "title"), given->title) == 0)
			return db_stop(db, 422);
	if (result >= 0)
		result = db_run(db, STATEMENT_PENDING_ADD, db_int(given->assessment.id),
		    db_int(given->criterion.item_id), db_text(given->side), db_text(given->title),
		    db_text(given->due), db_int(context->actor.account_id));
	if (result < 0)
		return result;
	given->id = db_last_key(db);
	return pending_record(given, NULL, pending_words(context, given->title, given->due), NULL);
}

int
make_pending(struct context *context)
{
	struct form *form = &context->form;
	struct given given = { .context = context,
		.side = pending_side(context),
		.title = form_text(form, MAKE_TITLE),
		.due = form_text(form, MAKE_DUE) };
	int result, status = pending_find_place(&given, context->keys[0], context->keys[1]);

	if (status == 0)
		status = check_due(&given, MAKE_DUE);
	if (status != 0)
		return status;
	if (form_ok(form)) {
		result = db_txn_agency(context->db, given.assessment.agency_id, add_pending,
		    &given);
		if (result == 0)
			return go_back(&given, "pending");
		if (db_stopped(context->db, result) != 422)
			return context_status(context, result);
		form_error(form, MAKE_TITLE,
		    "Dokumen dengan nama ini sudah "
		    "ditunggu di kriteria ini.");
	}
	fill_new(&given);
	return context_show_errors(context, "upload/pending_new");
}

/* ---- one that there is ------------------------------------------------------ */

static int
read_candidates(struct given *given)
{
	return context_status(given->context,
	    db_select(given->context->db, &given->candidates, STATEMENT_PENDING_CANDIDATES,
		db_int(given->id)));
}

static void
fill_pending(const struct given *given)
{
	struct context *context = given->context;
	struct node *node = page_node(&context->page, "Pending");
	struct node *values = page_node(&context->page, "Form.value");

	fill_rows(page_node(&context->page, "Candidates"), &given->candidates);
	fill_new(given);
	node_set_int(node, "id", given->id);
	node_set_int(node, "version", given->version);
	node_set(node, "title", given->title);
	node_set(node, "due", words_date(context->arena, given->due));
	node_set(node, "side", given->side);
	node_set(node, "who", given->who);
	if (is_own(given))
		node_set(node, "own", "1");
	node_set(values, "title", given->title);
	node_set(values, "due", given->due);
}

int
show_pending(struct context *context)
{
	struct given given = { .context = context };
	int status = find_pending(&given);

	if (status == 0)
		status = read_candidates(&given);
	if (status != 0)
		return status;
	fill_pending(&given);
	return context_show(context, "upload/pending");
}

static int
pending_show_faults(struct given *given)
{
	int status = read_candidates(given);

	if (status != 0)
		return status;
	fill_pending(given);
	return context_show_errors(given->context, "upload/pending");
}

/* Runs one change of it, and leads back. */
static int
commit(struct given *given, db_work *work, const char *done)
{
	int status = context_status(given->context,
	    db_txn_agency(given->context->db, given->assessment.agency_id, work, given));

	return status != 0 ? status : go_back(given, done);
}

static int
run_change(struct db *db, void *argument)
{
	struct given *given = argument;
	struct context *context = given->context;
	const struct form *form = &context->form;
	const char *title = form_text(form, CHANGE_TITLE);
	const char *due = form_text(form, CHANGE_DUE);
	int result = links_begin(context, &given->assessment);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_PENDING_CHANGE, db_text(title), db_text(due),
	    db_int(given->id), db_int(form_number(form, CHANGE_VERSION)));
	if (result <= 0)
		return result < 0 ? result : context_stop(context, 409, "%s", changed_meanwhile);
	return pending_record(given, pending_words(context, given->title, given->due),
	    pending_words(context, title, due), form_text(form, CHANGE_REASON));
}

int
change_pending(struct context *context)
{
	struct given given = { .context = context };
	int status = find_own(&given);

	if (status == 0)
		status = check_due(&given, CHANGE_DUE);
	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    commit(&given, run_change, "saved") :
	    pending_show_faults(&given);
}

static int
run_withdraw(struct db *db, void *argument)
{
	struct given *given = argument;
	struct context *context = given->context;
	const struct form *form = &context->form;
	int result = links_begin(context, &given->assessment);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_PENDING_WITHDRAW, db_int(given->id),
	    db_int(form_number(form, WITHDRAW_VERSION)));
	if (result <= 0)
		return result < 0 ? result : context_stop(context, 409, "%s", changed_meanwhile);
	return pending_record(given, pending_words(context, given->title, given->due), "ditarik",
	    form_text(form, WITHDRAW_REASON));
}

int
withdraw_pending(struct context *context)
{
	struct given given = { .context = context };
	int status = find_own(&given);

	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    commit(&given, run_withdraw, "withdrawn") :
	    pending_show_faults(&given);
}

/* 404: no such link under the criterion, or nothing stored behind it. */
static int
run_keep(struct db *db, void *argument)
{
	struct given *given = argument;
	struct context *context = given->context;
	int64_t link_id = form_number(&context->form, KEEP_LINK);
	struct rows rows;
	const char *kept_by = NULL;
	int result = links_begin(context, &given->assessment);

	if (result != 0)
		return result;
	result = db_select(db, &rows, STATEMENT_PENDING_CANDIDATES, db_int(given->id));
	for (size_t row = 0; row < rows.count; row++)
		if (row_int(&rows, row, "id") == link_id)
			kept_by = row_text(&rows, row, "title");
	if (result < 0 || kept_by == NULL)
		return result < 0 ? result : db_stop(db, 404);
	result = db_run(db, STATEMENT_PENDING_KEEP, db_int(link_id), db_int(given->id),
	    db_int(form_number(&context->form, KEEP_VERSION)), db_int(link_id));
	if (result <= 0)
		return result < 0 ? result : context_stop(context, 409, "%s", changed_meanwhile);
	return pending_record(given, pending_words(context, given->title, given->due),
	    arena_format(context->arena, "dipenuhi dengan “%s”", kept_by), NULL);
}

int
keep_pending(struct context *context)
{
	struct given given = { .context = context };
	int status = find_pending(&given);

	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    commit(&given, run_keep, "kept") :
	    pending_show_faults(&given);
}

/* ---- by the way of links ---------------------------------------------------- */
