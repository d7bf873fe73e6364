/* SPDX-License-Identifier: ISC */
/*
 * Step 3, Pemberitahuan: which agency was notified, when, by whom and how, and
 * which has opened its questionnaire since ("Ceklist daftar pemberitahuan" of
 * source 002).  For the team of a region and for its administrators.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "assessment/kept_cycle.h"
#include "assessment/replica.h"
#include "document/export.h"
#include "document/listing.h"
#include "frame/words.h"
#include "store/history.h"
#include "store/message.h"
#include "base/banned.h"

static const char *const filters[] = { "unnotified", "unopened", NULL };
static const char *const ways[] = { "Surat", "Rapat", "Telepon", "Pesan", NULL };

enum { LIST_ONLY, LIST_MARK };
const struct field notice_list_fields[] = {
	[LIST_ONLY] = { "only", FIELD_CHOICE, "Tampilkan", .choices = filters },
	[LIST_MARK] = EXPORT_MARK,
	{ 0 },
};

enum { LETTER, LETTER_VERSION };
const struct field notice_letter_fields[] = {
	[LETTER] = { "letter_number", FIELD_TEXT, "Nomor surat", .max = 80 },
	[LETTER_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ 0 },
};

enum { NOTIFIED, HOW, DETAIL, ALL, UNDO };
const struct field notice_notified_fields[] = {
	[NOTIFIED] = { "notified-", FIELD_FLAG, "Sudah diberi tahu" },
	[HOW] = { "how", FIELD_CHOICE, "Cara", .choices = ways },
	[DETAIL] = { "detail", FIELD_TEXT, "Keterangan", .max = 120 },
	[ALL] = { "all", FIELD_FLAG, "Semua" },
	[UNDO] = { "undo", FIELD_NUMBER, "Batalkan", .min = 1, .max = INT32_MAX },
	{ 0 },
};

/* A verifier sees the own region alone, an administrator also those below. */
static struct db_value
notice_own_region(const struct context *context)
{
	return db_key(context->actor.region_id);
}

static struct db_value
care(const struct context *context)
{
	return context_may(context, ROLE_ADMIN) ? scope(context) : db_int(0);
}

struct notice {
	int64_t cycle_id, region_id;
	const char *zone;
	struct rows cycle;
};

static int
notice_find(struct context *context, struct notice *notice)
{
	int result = db_select(context->db, &notice->cycle, STATEMENT_NOTICE_CYCLE,
	    db_int(context->keys[0]), notice_own_region(context), care(context));

	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	notice->cycle_id = context->keys[0];
	notice->region_id = row_int(&notice->cycle, 0, "region_id");
	notice->zone = row_text(&notice->cycle, 0, "timezone");
	return replica_guard(context, row_int(&notice->cycle, 0, "imported") != 0,
	    row_text(&notice->cycle, 0, "region_name"));
}

static int
show_notice_cycles(struct context *context, const struct rows *cycles)
{
	fill_rows(page_node(&context->page, "Cycles"), cycles);
	return context_show(context, "cycle/notices");
}

static int
read_notice_cycles(struct context *context, struct rows *cycles)
{
	return context_status(context,
	    db_select(context->db, cycles, STATEMENT_NOTICE_CYCLES, notice_own_region(context),
		care(context)));
}

/* Of a single cycle its own page. */
int
show_notices(struct context *context)
{
	struct rows rows;
	int status = read_notice_cycles(context, &rows);

	if (status != 0)
		return status;
	return rows.count != 1 ?
	    show_notice_cycles(context, &rows) :
	    context_redirect(context, "/cycle/notice/%lld", (long long)row_int(&rows, 0, "id"));
}

int
send_notices(struct context *context)
{
	static const struct listing_column columns[] = {
		{ "Daerah", 40, .source = "region_name" },
		{ "Periode", 20, true, .source = "year" },
		{ "Perangkat daerah", 20, true, .source = "agencies" },
		{ "Sudah diberi tahu", 20, true, .source = "notified" },
		{ .label = NULL },
	};
	struct rows rows;
	int status = read_notice_cycles(context, &rows);

	return status != 0 ?
	    status :
	    listing_send_rows(context, "pemberitahuan", "Pemberitahuan", columns, &rows);
}

static bool
is_shown(const struct rows *rows, size_t row, const char *only)
{
	if (strcmp(only, "unnotified") == 0)
		return row_null(rows, row, "notified_at");
	if (strcmp(only, "unopened") == 0)
		return row_null(rows, row, "opened_at");
	return true;
}

/* Agencies.N and the counts of all of them, whatever is shown. */
static void
notice_fill_agencies(struct context *context, const struct notice *notice,
    const struct rows *agencies, const char *only)
{
	struct node *list = page_node(&context->page, "Agencies");
	int64_t count = (int64_t)agencies->count, notified = 0, opened = 0;
	size_t shown = 0;

	for (size_t row = 0; row < agencies->count; row++) {
		struct node *node;

		notified += !row_null(agencies, row, "notified_at");
		opened += !row_null(agencies, row, "opened_at");
		if (!is_shown(agencies, row, only))
			continue;
		node = node_row(list, shown++);
		fill_row(node, agencies, row);
		node_set(node, "notified",
		    words_time(context->arena, row_text(agencies, row, "notified_at"),
			notice->zone));
		node_set(node, "opened",
		    words_time(context->arena, row_text(agencies, row, "opened_at"), notice->zone));
	}
	page_set_int(&context->page, "Count.all", count);
	page_set_int(&context->page, "Count.notified", notified);
	page_set_int(&context->page, "Count.opened", opened);
	page_set_int(&context->page, "Count.unnotified", count - notified);
	page_set_int(&context->page, "Count.unopened", count - opened);
}

/* What the page shows, beside the cycle. */
struct notice_page {
	struct rows agencies, history;
	const struct kept_cycle *kept;
};

static int
read_notice_page(struct context *context, const struct notice *notice, struct notice_page *shown)
{
	int result = db_select(context->db, &shown->agencies, STATEMENT_NOTICE_AGENCIES,
	    db_int(notice->cycle_id));

	if (result >= 0)
		result = kept_cycle(context, notice->cycle_id, &shown->kept);
	return result < 0 ?
	    context_status(context, result) :
	    history_read(context, "notice", notice->cycle_id, &shown->history);
}

static void
fill_notice_page(struct context *context, const struct notice *notice,
    const struct notice_page *shown, const char *only)
{
	fill_row(page_node(&context->page, "Cycle"), &notice->cycle, 0);
	cycle_steps_fill(context, shown->kept);
	notice_fill_agencies(context, notice, &shown->agencies, only);
	history_fill(context, "notice", &shown->history);
	page_set(&context->page, "Only", only);
}

static int
notice_show_one(struct context *context, const struct notice *notice, const char *only, int code)
{
	struct notice_page shown;
	int status = read_notice_page(context, notice, &shown);

	if (status != 0)
		return status;
	fill_notice_page(context, notice, &shown, only);
	return context_show_status(context, "cycle/notice", code);
}

int
show_notice(struct context *context)
{
	struct notice notice;
	int status = notice_find(context, &notice);

	if (status != 0)
		return status;
	set_value(context, "letter_number", row_text(&notice.cycle, 0, "letter_number"));
	set_value(context, "how", ways[0]);
	return notice_show_one(context, &notice, form_text(&context->form, LIST_ONLY), 200);
}

/* One agency as a line of the file. */
struct notice_line {
	const char *agency, *how, *notified, *notified_by, *opened, *opened_by;
};

static struct notice_line
notice_line(struct arena *arena, const struct rows *agencies, size_t row, const char *zone)
{
	bool none = row_null(agencies, row, "opened_at") &&
	    row_int(agencies, row, "operators") == 0;

	return (struct notice_line){
		.agency = row_text(agencies, row, "name"),
		.how = row_text(agencies, row, "notified_how"),
		.notified = row_null(agencies, row, "notified_at") ?
		    "Belum" :
		    words_time(arena, row_text(agencies, row, "notified_at"), zone),
		.notified_by = row_text(agencies, row, "notified_by"),
		.opened = none ? "Belum ada operator" :
		    row_null(agencies, row, "opened_at") ?
				 "Belum" :
				 words_time(arena, row_text(agencies, row, "opened_at"), zone),
		.opened_by = row_text(agencies, row, "opened_by"),
	};
}

int
send_notice(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Perangkat daerah", 25, struct notice_line, agency),
		LISTING_MEMBER("Cara", 15, struct notice_line, how),
		LISTING_MEMBER("Diberi tahu", 15, struct notice_line, notified),
		LISTING_MEMBER("Diberi tahu oleh", 15, struct notice_line, notified_by),
		LISTING_MEMBER("Membuka penilaian", 15, struct notice_line, opened),
		LISTING_MEMBER("Dibuka oleh", 15, struct notice_line, opened_by),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Pemberitahuan",
		.columns = columns,
		.size = sizeof(struct notice_line) };
	struct notice_line *lines;
	struct notice_page shown;
	struct notice notice;
	int status = notice_find(context, &notice);

	if (status == 0)
		status = read_notice_page(context, &notice, &shown);
	if (status != 0)
		return status;
	lines = arena_array(context->arena, shown.agencies.count + 1, sizeof(*lines));
	for (size_t row = 0; row < shown.agencies.count; row++)
		if (is_shown(&shown.agencies, row, form_text(&context->form, LIST_ONLY)))
			lines[listing.count++] = notice_line(context->arena, &shown.agencies, row,
			    notice.zone);
	listing.records = lines;
	return listing_send(context,
	    arena_format(context->arena, "pemberitahuan-%s", row_text(&notice.cycle, 0, "year")),
	    &listing, 1);
}

struct telling {
	struct context *context;
	const struct notice *notice;
	const char *how;
};

static int
notice_record(const struct telling *telling, int64_t assessment_id, int64_t agency_id,
    const char *from, const char *to)
{
	struct change change = change_of(telling->context, "notice", telling->notice->region_id,
	    telling->notice->cycle_id);

	change.assessment_id = assessment_id;
	change.agency_id = agency_id;
	change.from = from;
	change.to = to;
	return history_add(telling->context->db, &change);
}

static int
save_letter(struct db *db, void *argument)
{
	struct telling *telling = argument;
	struct form *form = &telling->context->form;
	int result = db_run(db, STATEMENT_NOTICE_LETTER, db_text(form_text(form, LETTER)),
	    db_int(telling->notice->cycle_id), db_int(form_number(form, LETTER_VERSION)));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(telling->context, 409,
			"Nomor surat atau jadwal periode ini sudah berubah sejak halaman ini "
			"ditampilkan. Muat ulang halamannya, lalu periksa.");
	return notice_record(telling, 0, 0, row_text(&telling->notice->cycle, 0, "letter_number"),
	    arena_format(telling->context->arena, "Nomor surat: %s", form_text(form, LETTER)));
}

int
set_notice_letter(struct context *context)
{
	struct notice notice;
	struct telling telling = { .context = context, .notice = &notice };
	int result, status = notice_find(context, &notice);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		fill_form(context);
		return notice_show_one(context, &notice, "", 422);
	}
	if (strcmp(form_text(&context->form, LETTER),
		row_text(&notice.cycle, 0, "letter_number")) != 0) {
		result = db_txn_world(context->db, save_letter, &telling);
		if (result != 0)
			return context_status(context, result);
	}
	return context_redirect(context, "/cycle/notice/%lld?done=saved",
	    (long long)notice.cycle_id);
}

static const char *
agency_name(struct context *context, int64_t assessment_id, int64_t *agency_id)
{
	struct rows rows;

	if (db_select(context->db, &rows, STATEMENT_NOTICE_AGENCY, db_int(assessment_id)) < 1)
		return NULL;
	*agency_id = row_int(&rows, 0, "agency_id");
	return row_text(&rows, 0, "name");
}

/* In the program too, whichever way it was told. */
static int
notice_message(const struct telling *telling, int64_t assessment_id, int64_t agency_id)
{
	return message_send(telling->context->db,
	    &(struct message){ .kind = MESSAGE_NOTIFIED,
		.region_id = telling->notice->region_id,
		.agency_id = agency_id,
		.assessment_id = assessment_id,
		.year = row_int(&telling->notice->cycle, 0, "year"),
		.by = telling->context->actor.account_id });
}

/* One agency is notified or, when `how` is NULL, not notified after all.  Whom
 * somebody else has ticked meanwhile stays as it is. */
static int
notice_tell(const struct telling *telling, int64_t assessment_id)
{
	struct context *context = telling->context;
	int64_t agency_id, cycle_id = telling->notice->cycle_id;
	const char *name;
	int result = telling->how != NULL ?
	    db_run(context->db, STATEMENT_NOTICE_NOTIFY, db_int(context->actor.account_id),
		db_text(telling->how), db_int(assessment_id), db_int(cycle_id)) :
	    db_run(context->db, STATEMENT_NOTICE_TAKE_BACK, db_int(assessment_id),
		db_int(cycle_id));

	if (result <= 0)
		return result;
	name = agency_name(context, assessment_id, &agency_id);
	if (name == NULL)
		return DB_FAILED;
	if (telling->how != NULL &&
	    (result = notice_message(telling, assessment_id, agency_id)) != 0)
		return result;
	return telling->how != NULL ?
	    notice_record(telling, assessment_id, agency_id, "",
		arena_format(context->arena, "%s diberi tahu: %s", name, telling->how)) :
	    notice_record(telling, assessment_id, agency_id, "",
		arena_format(context->arena, "%s: pemberitahuan dibatalkan", name));
}

/* Each that was not told yet, whoever is ticked. */
static int
tell_rest(struct telling *telling)
{
	struct rows agencies;
	int result = db_select(telling->context->db, &agencies, STATEMENT_NOTICE_AGENCIES,
	    db_int(telling->notice->cycle_id));

	if (result < 0)
		return result;
	result = 0;
	for (size_t row = 0; row < agencies.count && result == 0; row++)
		if (row_null(&agencies, row, "notified_at"))
			result = notice_tell(telling, row_int(&agencies, row, "id"));
	return result;
}

static int
tell_all(struct db *db, void *argument)
{
	struct telling *telling = argument;
	struct form *form = &telling->context->form;
	int result = 0;

	(void)db;
	if (form_given(form, UNDO)) {
		telling->how = NULL;
		return notice_tell(telling, form_number(form, UNDO));
	}
	if (form_given(form, ALL))
		return tell_rest(telling);
	for (const struct each *each = form_each(form, NOTIFIED); each != NULL && result == 0;
	     each = each->next)
		result = notice_tell(telling, each->key);
	return result;
}

int
tell_agencies(struct context *context)
{
	struct form *form = &context->form;
	struct notice notice;
	struct telling telling = { .context = context, .notice = &notice };
	const char *detail = form_text(form, DETAIL);
	int result, status = notice_find(context, &notice);

	if (status != 0)
		return status;
	if (!form_given(form, UNDO)) {
		if (form_each(form, NOTIFIED) == NULL && !form_given(form, ALL))
			form->notice = "Centang dahulu perangkat daerah yang "
				       "sudah diberi tahu.";
		if (*form_text(form, HOW) == '\0')
			form_error(form, HOW, "Pilih cara pemberitahuannya.");
	}
	if (!form_ok(form)) {
		fill_form(context);
		set_value(context, "letter_number", row_text(&notice.cycle, 0, "letter_number"));
		return notice_show_one(context, &notice, "", 422);
	}
	telling.how = *detail == '\0' ?
	    form_text(form, HOW) :
	    arena_format(context->arena, "%s, %s", form_text(form, HOW), detail);
	result = db_txn(context->db, tell_all, &telling);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/notice/%lld?done=%s", (long long)notice.cycle_id,
	    form_given(form, UNDO) ? "unnotified" : "notified");
}
