/* SPDX-License-Identifier: ISC */
/*
 * One complaint as its officials read and handle it: forwarded, answered, noted, closed,
 * merged, opened again.  Each change is guarded by the version that was seen, and is in the
 * history.
 */
#include "complaint/complaint.h"

#include <string.h>

#include "frame/judging.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { FORWARD_VERSION, FORWARD_AGENCY };
const struct field forward_fields[] = {
	[FORWARD_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = UINT32_MAX },
	[FORWARD_AGENCY] = { "agency", FIELD_NUMBER, "Perangkat daerah", .max = INT32_MAX },
	{ .name = NULL },
};

enum { ANSWER_VERSION, ANSWER_BODY };
const struct field complaint_answer_fields[] = {
	[ANSWER_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = UINT32_MAX },
	[ANSWER_BODY] = { "body", FIELD_LINES, "Jawaban", true, .min = 2, .max = BODY_LENGTH },
	{ .name = NULL },
};

enum { NOTE_BODY };
const struct field note_fields[] = {
	[NOTE_BODY] = { "note", FIELD_LINES, "Catatan", true, .min = 2, .max = BODY_LENGTH },
	{ .name = NULL },
};

static const char *const closings[] = { "done", "refused", NULL };
enum { CLOSE_VERSION, CLOSE_AS };
const struct field complaint_close_fields[] = {
	[CLOSE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = UINT32_MAX },
	[CLOSE_AS] = { "as", FIELD_CHOICE, "Alasan", true, .choices = closings },
	{ .name = NULL },
};

enum { MERGE_VERSION, MERGE_NUMBER };
const struct field merge_fields[] = {
	[MERGE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = UINT32_MAX },
	[MERGE_NUMBER] = { "into", FIELD_TEXT, "Nomor pengaduan", true, .max = 20 },
	{ .name = NULL },
};

/* What the page of one shows. */
struct one {
	struct context *context;
	struct rows rows, messages, files, twins, agencies, templates;
	struct calendar calendar;
	int64_t id;
};

static int
one_read(struct one *one)
{
	struct context *context = one->context;
	struct db *db = context->db;
	struct db_value id = db_int(one->id), region = db_int(context->actor.region_id);
	int result = db_select(db, &one->messages, STATEMENT_COMPLAINT_MESSAGES, id);

	if (result >= 0)
		result = db_select(db, &one->files, STATEMENT_COMPLAINT_FILES, id);
	if (result >= 0)
		result = db_select(db, &one->twins, STATEMENT_COMPLAINT_TWINS, id);
	if (result >= 0 && context_may(context, ROLE_VERIFIER))
		result = kept_world_select(context, &one->agencies, STATEMENT_COMPLAINT_AGENCIES,
		    region);
	if (result >= 0 && context_may(context, ROLE_VERIFIER | ROLE_OPERATOR))
		result = db_select(db, &one->templates, STATEMENT_COMPLAINT_TEMPLATES, region);
	return result < 0 ?
	    context_status(context, result) :
	    calendar_load(context, context->actor.region_id, &one->calendar);
}

static void
fill_complaint_thread(struct context *context, const struct rows *messages)
{
	struct node *list = page_node(&context->page, "Messages");

	for (size_t row = 0; row < messages->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "kind", row_text(messages, row, "kind"));
		node_set(node, "body", row_text(messages, row, "body"));
		node_set(node, "who", row_text(messages, row, "who"));
		node_set(node, "agency", row_text(messages, row, "agency_name"));
		node_set(node, "when",
		    words_time(context->arena, row_text(messages, row, "at"), context->actor.zone));
	}
}

static void
fill_files(struct context *context, const struct rows *files)
{
	for (size_t row = 0; row < files->count; row++)
		sent_file_fill(context, node_row(page_node(&context->page, "Files"), row), files,
		    row);
}

static void
fill_handlers(struct node *list, const struct rows *rows, const char *column)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set_int(node, "value", row_int(rows, row, "id"));
		node_set(node, "label", row_text(rows, row, column));
	}
}

static void
fill_reporter(struct context *context, struct node *node, const struct rows *rows)
{
	bool anonymous = row_int(rows, 0, "anonymous") != 0;

	if (complaint_shows_person(context, rows, 0)) {
		node_set(node, "name", row_text(rows, 0, "name"));
		node_set(node, "contact", row_text(rows, 0, "contact"));
	}
	if (anonymous)
		node_set(node, "anonymous", "1");
	if (row_int(rows, 0, "confidential") != 0)
		node_set(node, "confidential", "1");
}

static void
one_fill(struct one *one)
{
	struct context *context = one->context;
	const struct rows *rows = &one->rows;
	struct node *node = page_node(&context->page, "Complaint");
	const struct due due = complaint_due(&one->calendar, context->actor.zone, rows, rows, 0);

	node_set_int(node, "id", one->id);
	node_set(node, "number", words_complaint(context->arena, one->id));
	node_set(node, "title", row_text(rows, 0, "title"));
	node_set(node, "body", row_text(rows, 0, "body"));
	node_set(node, "category", complaint_category(row_text(rows, 0, "category")));
	node_set(node, "place",
	    place_words(context->arena, row_text(rows, 0, "district"),
		row_text(rows, 0, "village")));
	node_set(node, "state", row_text(rows, 0, "state"));
	node_set(node, "state_name", complaint_state(row_text(rows, 0, "state")));
	node_set(node, "closed", complaint_closed(row_text(rows, 0, "closed_as")));
	node_set(node, "agency", row_text(rows, 0, "agency_name"));
	node_set_int(node, "version", row_int(rows, 0, "version"));
	if (judges_own(context, row_int(rows, 0, "agency_id")))
		node_set(node, "own", judging_why_not);
	node_set(node, "rating", row_text(rows, 0, "rating"));
	node_set(node, "sent",
	    words_time(context->arena, row_text(rows, 0, "created_at"), context->actor.zone));
	if (!row_null(rows, 0, "merged_into")) {
		node_set_int(node, "into", row_int(rows, 0, "merged_into"));
		node_set(node, "into_number",
		    words_complaint(context->arena, row_int(rows, 0, "merged_into")));
	}
	fill_reporter(context, node, rows);
	complaint_fill_due(context->arena, node, &due);
	fill_complaint_thread(context, &one->messages);
	fill_files(context, &one->files);
	fill_handlers(page_node(&context->page, "Agencies"), &one->agencies, "name");
	fill_rows(page_node(&context->page, "Templates"), &one->templates);
	for (size_t row = 0; row < one->twins.count; row++) {
		struct node *twin = node_row(page_node(&context->page, "Twins"), row);

		node_set_int(twin, "id", row_int(&one->twins, row, "id"));
		node_set(twin, "number",
		    words_complaint(context->arena, row_int(&one->twins, row, "id")));
		node_set(twin, "title", row_text(&one->twins, row, "title"));
	}
}

static int
one_show(struct one *one)
{
	struct context *context = one->context;
	int status = one_read(one);

	if (status != 0)
		return status;
	one_fill(one);
	return form_ok(&context->form) ?
	    context_show(context, "complaint/one") :
	    context_show_errors(context, "complaint/one");
}

static int
one_find(struct one *one)
{
	one->id = one->context->keys[0];
	return complaint_find(one->context, &one->rows);
}

int
show_complaint(struct context *context)
{
	struct one one = { .context = context };
	int status = one_find(&one);

	return status != 0 ? status : one_show(&one);
}

/* ---- handled ---------------------------------------------------------------------- */

static int
stale_complaint(struct context *context)
{
	return context_stop(context, 409,
	    "Pengaduan ini baru saja berubah. Muat ulang halamannya; yang Anda tulis masih ada di "
	    "halaman sebelumnya.");
}

static int
one_done(struct one *one, int result, const char *done)
{
	struct context *context = one->context;

	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/complaint/%lld?done=%s", (long long)one->id, done);
}

/* Its state is another: in its thread, in the history, and to whoever wrote it. */
static int
one_moved(const struct one *one, int64_t agency_id, const char *what)
{
	int result = complaint_change(one->context, one->id, what);

	return result != 0 ?
	    result :
	    complaint_handled(one->context,
		&(struct handled){ .found = &one->rows,
		    .agency_id = agency_id,
		    .what = what,
		    .told = true });
}

static int64_t
handler_of(const struct one *one)
{
	return row_int(&one->rows, 0, "agency_id");
}

/* The agency's name, "" of the bureau itself; NULL of none in the region. */
static const char *
handler_chosen(const struct one *one, int64_t id)
{
	for (size_t row = 0; row < one->agencies.count; row++)
		if (row_int(&one->agencies, row, "id") == id)
			return row_text(&one->agencies, row, "name");
	return id == 0 ? "" : NULL;
}

static int
forward_one(struct db *db, void *argument)
{
	struct one *one = argument;
	struct context *context = one->context;
	int64_t agency = form_number(&context->form, FORWARD_AGENCY);
	const char *name = handler_chosen(one, agency);
	int result = db_run(db, STATEMENT_COMPLAINT_FORWARD, db_key(agency), db_int(one->id),
	    db_int(form_number(&context->form, FORWARD_VERSION)));

	if (result <= 0)
		return result < 0 ? result : stale_complaint(context);
	return one_moved(one, agency,
	    *name != '\0' ? arena_format(context->arena, "Diteruskan kepada %s", name) :
			    "Ditangani Sekretariat Daerah");
}

int
forward_complaint(struct context *context)
{
	struct one one = { .context = context };
	int result, status = one_find(&one);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return one_show(&one);
	result = kept_world_select(context, &one.agencies, STATEMENT_COMPLAINT_AGENCIES,
	    db_int(context->actor.region_id));
	if (result < 0)
		return context_status(context, result);
	if (handler_chosen(&one, form_number(&context->form, FORWARD_AGENCY)) == NULL)
		return 404;
	return one_done(&one, db_txn(context->db, forward_one, &one), "forwarded");
}

static int
answer_one(struct db *db, void *argument)
{
	struct one *one = argument;
	struct context *context = one->context;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_COMPLAINT_ANSWER, db_int(one->id),
	    db_int(form_number(form, ANSWER_VERSION)));

	if (result <= 0)
		return result < 0 ? result : stale_complaint(context);
	result = db_run(db, STATEMENT_COMPLAINT_MESSAGE_ADD, db_int(one->id), db_text("answer"),
	    db_text(form_text(form, ANSWER_BODY)), db_int(context->actor.account_id), db_null());
	return result < 0 ?
	    result :
	    complaint_handled(context,
		&(struct handled){ .found = &one->rows,
		    .agency_id = handler_of(one),
		    .what = "Dijawab",
		    .told = true });
}

static void
check_shows(struct form *form, int field)
{
	if (*form_text(form, field) != '\0' && !utf8_shows(form_text(form, field)))
		form_error(form, field, "Tulisan ini belum terbaca. Tulis lagi.");
}

int
answer_complaint(struct context *context)
{
	struct one one = { .context = context };
	int status = one_find(&one);

	if (status != 0)
		return status;
	check_shows(&context->form, ANSWER_BODY);
	return form_ok(&context->form) ?
	    one_done(&one, db_txn(context->db, answer_one, &one), "answered") :
	    one_show(&one);
}

static int
note_one(struct db *db, void *argument)
{
	struct one *one = argument;
	struct context *context = one->context;
	int result = db_run(db, STATEMENT_COMPLAINT_MESSAGE_ADD, db_int(one->id), db_text("note"),
	    db_text(form_text(&context->form, NOTE_BODY)), db_int(context->actor.account_id),
	    db_null());

	return result < 0 ?
	    result :
	    complaint_handled(context,
		&(struct handled){ .found = &one->rows,
		    .agency_id = handler_of(one),
		    .what = "Catatan internal ditulis" });
}

int
note_complaint(struct context *context)
{
	struct one one = { .context = context };
	int status = one_find(&one);

	if (status != 0)
		return status;
	check_shows(&context->form, NOTE_BODY);
	return form_ok(&context->form) ?
	    one_done(&one, db_txn(context->db, note_one, &one), "noted") :
	    one_show(&one);
}

static int
close_one(struct db *db, void *argument)
{
	struct one *one = argument;
	struct context *context = one->context;
	const char *as = form_text(&context->form, CLOSE_AS);
	int result = db_run(db, STATEMENT_COMPLAINT_CLOSE, db_text(as), db_int(one->id),
	    db_int(form_number(&context->form, CLOSE_VERSION)));

	if (result <= 0)
		return result < 0 ? result : stale_complaint(context);
	return one_moved(one, handler_of(one), complaint_closed(as));
}

int
close_complaint(struct context *context)
{
	struct one one = { .context = context };
	int status = one_find(&one);

	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    one_done(&one, db_txn(context->db, close_one, &one), "closed") :
	    one_show(&one);
}

static int
reopen_one(struct db *db, void *argument)
{
	struct one *one = argument;
	int result = db_run(db, STATEMENT_COMPLAINT_REOPENED, db_int(1), db_int(one->id));

	if (result <= 0)
		return result < 0 ? result : stale_complaint(one->context);
	return one_moved(one, handler_of(one), "Dibuka kembali");
}

int
reopen_complaint(struct context *context)
{
	struct one one = { .context = context };
	int status = one_find(&one);

	return status != 0 ?
	    status :
	    one_done(&one, db_txn(context->db, reopen_one, &one), "reopened");
}

static int
merge_one(struct db *db, void *argument)
{
	struct one *one = argument;
	struct context *context = one->context;
	int64_t into = complaint_id(form_text(&context->form, MERGE_NUMBER));
	int result = db_run(db, STATEMENT_COMPLAINT_MERGE, db_int(into), db_int(one->id),
	    db_int(form_number(&context->form, MERGE_VERSION)));

	if (result == 0)
		return context_stop(context, 409,
		    "Pengaduan ini tidak dapat digabung ke nomor itu: nomornya tidak ada di daerah "
		    "ini, sudah digabung sendiri, atau pengaduan ini baru saja berubah.");
	if (result > 0)
		result = db_run(db, STATEMENT_COMPLAINT_MERGE_REST, db_int(into), db_int(one->id));
	return result < 0 ?
	    result :
	    one_moved(one, handler_of(one),
		arena_format(context->arena, "Digabung ke %s",
		    words_complaint(context->arena, into)));
}

int
merge_complaint(struct context *context)
{
	struct one one = { .context = context };
	int status = one_find(&one);

	if (status != 0)
		return status;
	return form_ok(&context->form) ?
	    one_done(&one, db_txn(context->db, merge_one, &one), "merged") :
	    one_show(&one);
}
