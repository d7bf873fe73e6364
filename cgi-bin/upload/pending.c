/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <string.h>

#include "assessment/pending.h"
#include "frame/words.h"
#include "base/banned.h"

/*
 * Promised documents: made at a criterion, then changed, kept or withdrawn.
 * Whoever may put documents there may promise one: the operator while answers
 * may be written, a team, as what it expects, while it decides.
 */

enum { DUE_DAYS_MAX = 366 };	/* who needs longer does not promise */

enum { MAKE_TITLE, MAKE_DUE };

const struct field promise_fields[] = {
	[MAKE_TITLE] = { .name = "title", .kind = FIELD_TEXT,
	    .label = "Dokumen", .required = true, .max = TITLE_MAX },
	[MAKE_DUE] = { .name = "due", .kind = FIELD_DATE,
	    .label = "Tanggal", .required = true },
	{ .name = NULL }
};

enum { CHANGE_TITLE, CHANGE_DUE, CHANGE_REASON, CHANGE_VERSION };

const struct field promise_change_fields[] = {
	[CHANGE_TITLE] = { .name = "title", .kind = FIELD_TEXT,
	    .label = "Dokumen", .required = true, .max = TITLE_MAX },
	[CHANGE_DUE] = { .name = "due", .kind = FIELD_DATE,
	    .label = "Tanggal", .required = true },
	[CHANGE_REASON] = { .name = "reason", .kind = FIELD_LINES,
	    .label = "Alasan", .required = true, .min = 5, .max = 1000 },
	[CHANGE_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true },
	{ .name = NULL }
};

enum { KEEP_LINK, KEEP_VERSION };

const struct field promise_keep_fields[] = {
	[KEEP_LINK] = { .name = "link", .kind = FIELD_NUMBER,
	    .label = "Dokumen yang dijanjikan", .required = true },
	[KEEP_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true },
	{ .name = NULL }
};

enum { WITHDRAW_REASON, WITHDRAW_VERSION };

const struct field promise_withdraw_fields[] = {
	[WITHDRAW_REASON] = { .name = "why", .kind = FIELD_LINES,
	    .label = "Alasan", .required = true, .min = 5, .max = 1000 },
	[WITHDRAW_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi", .required = true },
	{ .name = NULL }
};

static const char changed_meanwhile[] = "Janji dokumen ini baru saja diubah "
    "orang lain. Muat ulang halamannya untuk melihat keadaan terbaru.";

/* A promise, where it stands, and what is to be written about it. */
struct given {
	struct visit *visit;
	struct assessment assessment;
	struct criterion criterion;
	int64_t id, version;
	const char *side, *title, *due, *who;
	int64_t link_id;
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

/* The criterion of the path, when the actor may promise there now. */
static int
find_place(struct given *given, int64_t assessment_id, int64_t item_id)
{
	struct visit *visit = given->visit;
	int status = assessment_find(visit, assessment_id, &given->assessment);

	if (status == 0)
		status = criterion_find(visit, &given->assessment, item_id,
		    &given->criterion);
	return status != 0 ? status : criterion_open(visit,
	    &given->assessment, given->criterion.must_mend);
}

/* The open promise of the path, when the actor may write there now. */
static int
find_promise(struct given *given)
{
	struct visit *visit = given->visit;
	struct rows rows;
	int result;

	given->id = visit->keys[0];
	result = db_select(visit->db, &rows, STATEMENT_PROMISE_FIND,
	    db_int(given->id));
	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	read_given(given, &rows);
	return find_place(given, row_int(&rows, 0, "assessment_id"),
	    row_int(&rows, 0, "item_id"));
}

static bool
is_own(const struct given *given)
{
	return strcmp(given->side, promise_side(given->visit)) == 0;
}

/* Only the side that made a promise changes or withdraws it. */
static int
find_own(struct given *given)
{
	int status = find_promise(given);

	if (status != 0 || is_own(given))
		return status;
	return visit_refuse(given->visit, 403, "Yang mencatat dokumen ini "
	    "pihak lain, jadi hanya mereka yang dapat mengubah atau "
	    "menariknya.");
}

static int
go_back(const struct given *given, const char *done)
{
	return visit_redirect(given->visit, "/%s/%lld/%lld?done=%s#documents",
	    visit_may(given->visit, ROLE_OPERATOR) ? "questionnaire" :
	    "verify", (long long)given->assessment.id,
	    (long long)given->criterion.variable, done);
}

static int
record(const struct given *given, const char *from, const char *to,
    const char *reason)
{
	return assessment_change(given->visit, &given->assessment, "promise",
	    given->criterion.variable, given->id, from, to, reason);
}

/* A day that lies ahead, and not too far. */
static void
check_due(struct given *given, int field)
{
	struct form *form = &given->visit->form;
	int32_t day = day_parse(form_text(form, field));
	int32_t today = words_today(given->assessment.zone);

	if (day == DAY_NONE)
		return;
	if (day < today)
		form_error(form, field, "Tanggal ini sudah lewat. Pilih hari "
		    "ini atau sesudahnya.");
	else if (day > today + DUE_DAYS_MAX)
		form_error(form, field, "Tanggal ini lebih dari satu tahun "
		    "lagi. Pilih yang lebih dekat.");
}

/* ---- a new one ------------------------------------------------------------- */

static void
fill_new(struct given *given)
{
	assessment_fill(given->visit, &given->assessment);
	criterion_fill(given->visit, &given->criterion);
}

int
show_new_promise(struct visit *visit)
{
	struct given given = { .visit = visit };
	int status = find_place(&given, visit->keys[0], visit->keys[1]);

	if (status != 0)
		return status;
	fill_new(&given);
	page_set(&visit->page, "Form.value.title", given.criterion.title);
	return visit_show(visit, "upload/promise_new");
}

/* 422: the same is promised there already. */
static int
add_promise(struct db *db, void *argument)
{
	struct given *given = argument;
	struct visit *visit = given->visit;
	struct rows rows;
	int result = links_begin(visit, &given->assessment);

	if (result != 0)
		return result;
	result = db_select(db, &rows, STATEMENT_PROMISE_UNDER,
	    db_int(given->assessment.id), db_int(given->criterion.item_id));
	for (size_t row = 0; row < rows.count; row++)
		if (strcmp(row_text(&rows, row, "title"), given->title) == 0)
			return 422;
	if (result >= 0)
		result = db_run(db, STATEMENT_PROMISE_ADD,
		    db_int(given->assessment.id),
		    db_int(given->criterion.item_id), db_text(given->side),
		    db_text(given->title), db_text(given->due),
		    db_int(visit->actor.account_id));
	if (result < 0)
		return result;
	given->id = db_last_key(db);
	return record(given, NULL, promise_words(visit, given->title,
	    given->due), NULL);
}

int
make_promise(struct visit *visit)
{
	struct form *form = &visit->form;
	struct given given = { .visit = visit, .side = promise_side(visit),
	    .title = form_text(form, MAKE_TITLE),
	    .due = form_text(form, MAKE_DUE) };
	int result, status = find_place(&given, visit->keys[0],
	    visit->keys[1]);

	if (status != 0)
		return status;
	check_due(&given, MAKE_DUE);
	if (form_ok(form)) {
		result = db_txn(visit->db, add_promise, &given);
		if (result == 0)
			return go_back(&given, "promised");
		if (result != 422)
			return visit_status(visit, result);
		form_error(form, MAKE_TITLE, "Dokumen dengan nama ini sudah "
		    "ditunggu di kriteria ini.");
	}
	fill_new(&given);
	return visit_show_errors(visit, "upload/promise_new");
}

/* ---- one that there is ------------------------------------------------------ */

static int
fill_promise(struct given *given)
{
	struct visit *visit = given->visit;
	struct node *node = page_node(&visit->page, "Promise");
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PROMISE_CANDIDATES,
	    db_int(given->id));

	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Candidates"), &rows);
	fill_new(given);
	node_set_int(node, "id", given->id);
	node_set_int(node, "version", given->version);
	node_set(node, "title", given->title);
	node_set(node, "due", words_date(visit->arena, given->due));
	node_set(node, "side", given->side);
	node_set(node, "who", given->who);
	if (is_own(given))
		node_set(node, "own", "1");
	return 0;
}

int
show_promise(struct visit *visit)
{
	struct given given = { .visit = visit };
	struct node *values = page_node(&visit->page, "Form.value");
	int status = find_promise(&given);

	if (status == 0)
		status = fill_promise(&given);
	if (status != 0)
		return status;
	node_set(values, "title", given.title);
	node_set(values, "due", given.due);
	return visit_show(visit, "upload/promise");
}

static int
show_faults(struct given *given)
{
	struct node *values = page_node(&given->visit->page, "Form.value");
	int status = fill_promise(given);

	if (status != 0)
		return status;
	node_set(values, "title", given->title);
	node_set(values, "due", given->due);
	return visit_show_errors(given->visit, "upload/promise");
}

/* Runs one change of it, and leads back. */
static int
commit(struct given *given, db_work *work, const char *done)
{
	int status = visit_status(given->visit, db_txn(given->visit->db, work,
	    given));

	return status != 0 ? status : go_back(given, done);
}

static int
run_change(struct db *db, void *argument)
{
	struct given *given = argument;
	struct visit *visit = given->visit;
	const struct form *form = &visit->form;
	const char *title = form_text(form, CHANGE_TITLE);
	const char *due = form_text(form, CHANGE_DUE);
	int result = links_begin(visit, &given->assessment);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_PROMISE_CHANGE, db_text(title),
	    db_text(due), db_int(given->id),
	    db_int(form_number(form, CHANGE_VERSION)));
	if (result <= 0)
		return result < 0 ? result : visit_refuse(visit, 409, "%s",
		    changed_meanwhile);
	return record(given, promise_words(visit, given->title, given->due),
	    promise_words(visit, title, due), form_text(form, CHANGE_REASON));
}

int
change_promise(struct visit *visit)
{
	struct given given = { .visit = visit };
	int status = find_own(&given);

	if (status != 0)
		return status;
	check_due(&given, CHANGE_DUE);
	return form_ok(&visit->form) ? commit(&given, run_change, "saved") :
	    show_faults(&given);
}

static int
run_withdraw(struct db *db, void *argument)
{
	struct given *given = argument;
	struct visit *visit = given->visit;
	const struct form *form = &visit->form;
	int result = links_begin(visit, &given->assessment);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_PROMISE_WITHDRAW, db_int(given->id),
	    db_int(form_number(form, WITHDRAW_VERSION)));
	if (result <= 0)
		return result < 0 ? result : visit_refuse(visit, 409, "%s",
		    changed_meanwhile);
	return record(given, promise_words(visit, given->title, given->due),
	    "ditarik", form_text(form, WITHDRAW_REASON));
}

int
withdraw_promise(struct visit *visit)
{
	struct given given = { .visit = visit };
	int status = find_own(&given);

	if (status != 0)
		return status;
	return form_ok(&visit->form) ? commit(&given, run_withdraw,
	    "withdrawn") : show_faults(&given);
}

/* 404: no such link under the criterion, or nothing stored behind it. */
static int
run_keep(struct db *db, void *argument)
{
	struct given *given = argument;
	struct visit *visit = given->visit;
	int64_t link_id = form_number(&visit->form, KEEP_LINK);
	struct rows rows;
	const char *kept_by = NULL;
	int result = links_begin(visit, &given->assessment);

	if (result != 0)
		return result;
	result = db_select(db, &rows, STATEMENT_PROMISE_CANDIDATES,
	    db_int(given->id));
	for (size_t row = 0; row < rows.count; row++)
		if (row_int(&rows, row, "id") == link_id)
			kept_by = row_text(&rows, row, "title");
	if (result < 0 || kept_by == NULL)
		return result < 0 ? result : 404;
	result = db_run(db, STATEMENT_PROMISE_KEEP, db_int(link_id),
	    db_int(given->id), db_int(form_number(&visit->form,
	    KEEP_VERSION)), db_int(link_id));
	if (result <= 0)
		return result < 0 ? result : visit_refuse(visit, 409, "%s",
		    changed_meanwhile);
	return record(given, promise_words(visit, given->title, given->due),
	    arena_format(visit->arena, "dipenuhi dengan “%s”", kept_by), NULL);
}

int
keep_promise(struct visit *visit)
{
	struct given given = { .visit = visit };
	int status = find_promise(&given);

	if (status != 0)
		return status;
	return form_ok(&visit->form) ? commit(&given, run_keep, "kept") :
	    show_faults(&given);
}

/* ---- by the way of links ---------------------------------------------------- */

int
promise_linked(struct visit *visit, const struct assessment *assessment,
    const struct criterion *criterion, int64_t link_id)
{
	struct given given = { .visit = visit, .assessment = *assessment,
	    .criterion = *criterion };
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PROMISE_UNDER,
	    db_int(assessment->id), db_int(criterion->item_id));

	/* Of several, only a person knows which one it is. */
	if (result != 1)
		return result < 0 ? result : 0;
	given.id = row_int(&rows, 0, "id");
	result = db_run(visit->db, STATEMENT_PROMISE_KEEP, db_int(link_id),
	    db_int(given.id), db_int(row_int(&rows, 0, "version")),
	    db_int(link_id));
	if (result <= 0)
		return result;
	return record(&given, row_text(&rows, 0, "title"),
	    "dipenuhi: dokumennya sudah ditautkan", NULL);
}

int
promise_unlinked(struct visit *visit, const struct assessment *assessment,
    const struct criterion *criterion, int64_t link_id)
{
	struct given given = { .visit = visit, .assessment = *assessment,
	    .criterion = *criterion };
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PROMISE_KEPT_BY,
	    db_int(link_id));

	if (result <= 0)
		return result;
	result = db_run(visit->db, STATEMENT_PROMISE_REOPEN, db_int(link_id));
	for (size_t row = 0; row < rows.count && result >= 0; row++) {
		given.id = row_int(&rows, row, "id");
		result = record(&given, "dipenuhi", row_text(&rows, row,
		    "title"), "Tautan dokumennya dilepas atau dipindahkan.");
	}
	return result < 0 ? result : 0;
}
