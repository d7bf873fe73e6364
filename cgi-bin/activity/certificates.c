/* SPDX-License-Identifier: ISC */
/*
 * Certificates of those who were there: numbered behind a lock, so that no number is given
 * twice; kept as they were printed, and found by whoever holds one on the public page that
 * checks papers.  One with a mistake is cancelled, and another number given.
 */
#include "activity/activity.h"

#include <string.h>

#include "document/issued.h"
#include "document/listing.h"
#include "document/pdf.h"
#include "document/text_file.h"
#include "frame/download.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "rules/calendar.h"
#include "base/secret.h"
#include "base/banned.h"

static const char usual_format[] = "{nomor}/{jenis}/{bulan}/{tahun}", mark[] = "SERT";

enum { PAGE_QUERY, PAGE_NUMBER, PAGE_CANCEL };
const struct field certificates_fields[] = {
	[PAGE_QUERY] = { "q", FIELD_TEXT, "Cari", .max = NAME_LENGTH },
	[PAGE_NUMBER] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	[PAGE_CANCEL] = { "cancel", FIELD_NUMBER, "Sertifikat", .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

enum { FORMAT_TEXT };
const struct field certificate_format_fields[] = {
	[FORMAT_TEXT] = { "format", FIELD_TEXT, "Bentuk nomor", true, .max = 80 },
	{ .name = NULL },
};

enum { CANCEL_KEY, CANCEL_REASON };
const struct field certificate_cancel_fields[] = {
	[CANCEL_KEY] = { "certificate", FIELD_NUMBER, "Sertifikat", true, .min = 1,
	    .max = INT64_MAX },
	[CANCEL_REASON] = { "reason", FIELD_TEXT, "Alasan", true, .min = 5, .max = 500 },
	{ .name = NULL },
};

/* Certificates of one activity, or those of a page of them, and what is known of their numbers. */
struct certificates {
	struct context *context;
	struct activity activity;
	struct letterhead letterhead;
	struct rows head, series, waiting, waiting_count, list, cancelled;
	struct date ended; /* when the activity did: year and month of the numbers */
	const char *query; /* words that are looked for */
	int64_t page;
};

static int
find_certificates(struct certificates *all)
{
	int status = activity_find(all->context, &all->activity);

	if (status == 0)
		all->ended = day_date(day_parse(all->activity.ends_on));
	return status;
}

/* One page, of those with words that are looked for; and the one that is about to be cancelled. */
static int
read_certificates(struct certificates *all, int64_t cancelled)
{
	struct context *context = all->context;
	int status = find_certificates(all), result;
	struct db_value id = db_int(all->activity.id);

	if (status != 0)
		return status;
	result = db_select(context->db, &all->series, STATEMENT_CERTIFICATE_SERIES_FORMAT,
	    db_int(all->activity.agency_id), db_int(all->ended.year));
	if (result >= 0)
		result = db_select(context->db, &all->waiting_count,
		    STATEMENT_CERTIFICATE_WAITING_COUNT, id);
	if (result >= 0)
		result = db_select(context->db, &all->list, STATEMENT_CERTIFICATE_PAGE, id,
		    db_text(all->query), db_text(db_like(context->arena, all->query)),
		    PAGE_LIMIT(all->page));
	if (result >= 0 && cancelled > 0 && context_may(context, ROLE_OPERATOR))
		result = db_select(context->db, &all->cancelled, STATEMENT_CERTIFICATE_VALID,
		    db_int(cancelled), id);
	return context_status(context, result);
}

static void
certificates_fill_list(struct certificates *all)
{
	struct context *context = all->context;
	struct node *list = page_node(&context->page, "Certificates");

	page_turn(context, &all->list, PAGE_ROWS, all->page,
	    arena_format(context->arena, "/activity/%lld/certificates?q=%s",
		(long long)all->activity.id, query_text(context->arena, all->query)));
	for (size_t row = 0; row < all->list.count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "id", row_text(&all->list, row, "id"));
		node_set(node, "number", row_text(&all->list, row, "number_text"));
		node_set(node, "name", row_text(&all->list, row, "name"));
		if (!row_null(&all->list, row, "ended_at"))
			node_set(node, "ended", row_text(&all->list, row, "ended_reason"));
	}
}

static void
certificates_fill(struct certificates *all)
{
	struct context *context = all->context;
	struct node *cancelled = page_node(&context->page, "Cancel");

	activity_fill(context, &all->activity);
	page_set(&context->page, "Form.value.format",
	    all->series.count > 0 ? row_text(&all->series, 0, "format") : usual_format);
	page_set(&context->page, "Form.value.q", all->query);
	page_set_int(&context->page, "Waiting", row_int(&all->waiting_count, 0, "count"));
	page_set_int(&context->page, "Valid", all->activity.certificates);
	if (words_today(context->actor.zone) >= day_parse(all->activity.ends_on))
		page_set(&context->page, "Over", "1");
	if (render_can())
		page_set(&context->page, "Drawn", "1");
	if (all->cancelled.count > 0) {
		node_set(cancelled, "id", row_text(&all->cancelled, 0, "id"));
		node_set(cancelled, "number", row_text(&all->cancelled, 0, "number_text"));
		node_set(cancelled, "name", row_text(&all->cancelled, 0, "name"));
	}
	certificates_fill_list(all);
}

int
show_certificates(struct context *context)
{
	struct certificates all = { .context = context,
		.query = form_text(&context->form, PAGE_QUERY),
		.page = page_number(context, PAGE_NUMBER) };
	int64_t cancelled = form_number(&context->form, PAGE_CANCEL);
	int status = read_certificates(&all, cancelled);

	if (status == 0 && cancelled > 0 && all.cancelled.count == 0)
		status = 404;
	if (status != 0)
		return status;
	fill_form(context);
	certificates_fill(&all);
	return context_show(context, "activity/certificates");
}

struct certificate_line {
	const char *number, *name, *issued, *state;
};

int
send_certificates(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Nomor", 30, struct certificate_line, number),
		LISTING_MEMBER("Nama", 30, struct certificate_line, name),
		LISTING_MEMBER("Diterbitkan", 20, struct certificate_line, issued),
		LISTING_MEMBER("Status", 20, struct certificate_line, state),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Sertifikat",
		.columns = columns,
		.size = sizeof(struct certificate_line) };
	struct certificates all = { .context = context };
	struct certificate_line *lines;
	struct rows rows;
	int status = find_certificates(&all);

	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &rows, STATEMENT_CERTIFICATE_LIST,
			db_int(all.activity.id)));
	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = (struct certificate_line){
			.number = row_text(&rows, row, "number_text"),
			.name = row_text(&rows, row, "name"),
			.issued = words_time(context->arena, row_text(&rows, row, "issued_at"),
			    context->actor.zone),
			.state = row_null(&rows, row, "ended_at") ? "Berlaku" : "Dibatalkan",
		};
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context,
	    arena_format(context->arena, "sertifikat-%lld", (long long)all.activity.id), &listing,
	    1);
}

/* ---- issued ---------------------------------------------------------------------- */

static const char *
certificate_words(struct context *context, const struct activity *activity)
{
	const char *hours = activity->hours > 0 ?
	    arena_format(context->arena, " selama %lld jam pelajaran", (long long)activity->hours) :
	    "";

	return arena_format(context->arena,
	    "telah mengikuti kegiatan “%s” yang diselenggarakan %s pada %s di %s%s.",
	    activity->title, activity->organiser,
	    activity_days(context->arena, activity->starts_on, activity->ends_on), activity->place,
	    hours);
}

static void
compose_certificate(const struct certificates *all, size_t row, const char *number,
    struct document_model *model)
{
	struct context *context = all->context;
	const char *name = row_text(&all->waiting, row, "name");
	const char *office = row_text(&all->waiting, row, "office");
	const char *day = words_date(context->arena, all->activity.ends_on);
	const char *place = all->letterhead.place;
	struct block *title;

	letterhead_compose(context, &all->letterhead,
	    arena_format(context->arena, "Sertifikat %s: %s", number, name),
	    all->activity.agency_name, model);
	model->landscape = true;
	title = compose(model, BLOCK_TITLE, "Sertifikat");
	compose_row(model, title, arena_format(context->arena, "Nomor %s", number));
	compose_row(model, title, "diberikan kepada");
	title = compose(model, BLOCK_TITLE, name);
	if (*office != '\0')
		compose_row(model, title, office);
	compose(model, BLOCK_PARAGRAPH, certificate_words(context, &all->activity));
	letterhead_sign_head(model, compose(model, BLOCK_SIGNATURES, ""),
	    *place != '\0' ? arena_format(context->arena, "%s, %s", place, day) : day,
	    row_text(&all->head, 0, "head_title"), row_text(&all->head, 0, "head_name"),
	    row_text(&all->head, 0, "head_rank"), row_text(&all->head, 0, "head_nip"));
}

static int
add_certificate(const struct certificates *all, size_t row, int64_t number)
{
	struct context *context = all->context;
	const char *text = letterhead_number(context->arena, row_text(&all->series, 0, "format"),
	    number, mark, all->ended.month, all->ended.year);
	struct buffer content = { .arena = context->arena };
	unsigned char digest[SHA256_BYTES];
	struct document_model model;
	char code[CODE_TEXT];

	compose_certificate(all, row, text, &model);
	model_write(&model, &content);
	sha256(digest, content.bytes, content.length);
	random_code(code);
	return db_run(context->db, STATEMENT_CERTIFICATE_ADD, db_int(context->actor.agency_id),
	    db_int(all->ended.year), db_int(number), db_int(all->activity.id),
	    db_int(row_int(&all->waiting, row, "id")),
	    db_text(row_text(&all->waiting, row, "name")), db_text(text), db_text(code),
	    db_text(content.bytes), db_bytes(digest, sizeof(digest)),
	    db_int(context->actor.account_id));
}

/* The numbers of this agency and year are ours until the end. */
static int
hold_series(struct certificates *all)
{
	struct context *context = all->context;
	struct db_value agency = db_int(context->actor.agency_id), year = db_int(all->ended.year);
	int result = db_run(context->db, STATEMENT_CERTIFICATE_SERIES_BEGIN, year, year, agency);

	/* Somebody else has begun it at this moment. */
	if (result >= 0 || result == DB_DUPLICATE)
		result = db_select(context->db, &all->series, STATEMENT_CERTIFICATE_SERIES_HOLD,
		    agency, year);
	return result < 0 ? result : 0;
}

static int
issue_waiting(struct db *db, void *argument)
{
	struct certificates *all = argument;
	struct context *context = all->context;
	int64_t number;
	int result = hold_series(all);

	if (result == 0)
		result = db_select(db, &all->waiting, STATEMENT_CERTIFICATE_WAITING,
		    db_int(all->activity.id));
	if (result <= 0)
		return result;
	number = row_int(&all->series, 0, "last_number");
	for (size_t row = 0; row < all->waiting.count && result >= 0; row++)
		result = add_certificate(all, row, ++number);
	if (result >= 0)
		result = db_run(db, STATEMENT_CERTIFICATE_SERIES_COUNT, db_int(number),
		    db_int(context->actor.agency_id), db_int(all->ended.year));
	return result < 0 ?
	    result :
	    activity_change(context, all->activity.id, NULL,
		arena_format(context->arena, "%zu sertifikat diterbitkan, sampai nomor %lld",
		    all->waiting.count, (long long)number));
}

int
issue_certificates(struct context *context)
{
	struct certificates all = { .context = context };
	int status = find_certificates(&all);

	if (status == 0)
		status = letterhead_load(context, all.activity.region_id, 0, &all.letterhead);
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &all.head, STATEMENT_AGENCY_HEAD_ON,
			db_text(all.activity.ends_on), db_int(context->actor.agency_id)));
	if (status != 0)
		return status;
	if (words_today(context->actor.zone) < day_parse(all.activity.ends_on))
		return context_refuse(context, 409,
		    "Sertifikat diterbitkan mulai hari terakhir kegiatan, %s.",
		    words_date(context->arena, all.activity.ends_on));
	status = context_status(context, db_txn(context->db, issue_waiting, &all));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld/certificates?done=issued",
		(long long)all.activity.id);
}

static int
write_format(struct db *db, void *argument)
{
	struct certificates *all = argument;
	struct context *context = all->context;
	const char *format = form_text(&context->form, FORMAT_TEXT);
	int result = hold_series(all);

	if (result != 0 || strcmp(row_text(&all->series, 0, "format"), format) == 0)
		return result;
	result = db_run(db, STATEMENT_CERTIFICATE_SERIES_WRITE, db_text(format),
	    db_int(context->actor.agency_id), db_int(all->ended.year));
	return result < 0 ?
	    result :
	    activity_change(context, all->activity.id, row_text(&all->series, 0, "format"), format);
}

int
save_certificate_format(struct context *context)
{
	struct form *form = &context->form;
	struct certificates all = { .context = context, .query = "", .page = 1 };
	const char *wrong = NULL;
	int status = read_certificates(&all, 0);

	if (status != 0)
		return status;
	if (form->values[FORMAT_TEXT].error == NULL)
		wrong = letterhead_number_wrong(context->arena, form_text(form, FORMAT_TEXT));
	if (wrong != NULL)
		form_error(form, FORMAT_TEXT, "%s", wrong);
	if (!form_ok(form)) {
		certificates_fill(&all);
		return context_show_errors(context, "activity/certificates");
	}
	status = context_status(context, db_txn(context->db, write_format, &all));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld/certificates?done=saved",
		(long long)all.activity.id);
}

/* ---- cancelled ------------------------------------------------------------------- */

static int
cancel_one(struct db *db, void *argument)
{
	struct certificates *all = argument;
	struct context *context = all->context;
	int64_t id = form_number(&context->form, CANCEL_KEY);
	int result = db_run(db, STATEMENT_CERTIFICATE_CANCEL,
	    db_text(form_text(&context->form, CANCEL_REASON)), db_int(id),
	    db_int(all->activity.id));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409, "Sertifikat ini sudah dibatalkan, atau tidak ada.");
	return activity_change(context, all->activity.id, NULL,
	    arena_format(context->arena, "sertifikat %lld dibatalkan: %s", (long long)id,
		form_text(&context->form, CANCEL_REASON)));
}

int
cancel_certificate(struct context *context)
{
	struct certificates all = { .context = context, .query = "", .page = 1 };
	int status = read_certificates(&all, form_number(&context->form, CANCEL_KEY));

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		certificates_fill(&all);
		return context_show_errors(context, "activity/certificates");
	}
	status = context_status(context, db_txn(context->db, cancel_one, &all));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld/certificates?done=cancelled",
		(long long)all.activity.id);
}

/* ---- as files -------------------------------------------------------------------- */

/* The rows of one certificate, or of all valid ones of the activity: 404 for none. */
static int
find_contents(struct context *context, int64_t id, struct activity *activity, struct rows *rows)
{
	int status = activity_find(context, activity);

	if (status == 0)
		status = context_status(context,
		    db_select(context->db, rows, STATEMENT_CERTIFICATE_CONTENTS,
			db_int(activity->id), db_int(id), db_int(id)));
	return status == 0 && rows->count == 0 ? 404 : status;
}

int
send_certificate(struct context *context)
{
	struct paper_file file;
	struct document_model model;
	struct activity activity;
	struct rows rows;
	int status = find_contents(context, context->keys[1], &activity, &rows);

	if (status == 0 && !model_read(context->arena, row_text(&rows, 0, "content"), &model))
		status = 500;
	if (status == 0)
		status = paper_file_make(context, &model,
		    &(struct issued_document){ .kind = "certificate",
			.code = row_text(&rows, 0, "code"),
			.digest = row_text(&rows, 0, "digest"),
			.issued_at = row_text(&rows, 0, "issued_at"),
			.ended = row_null(&rows, 0, "ended_at") ? "" : "cancelled",
			.ended_at = row_text(&rows, 0, "ended_at"),
			.ended_reason = row_text(&rows, 0, "ended_reason"),
			.zone = context->actor.zone },
		    &file);
	if (status == 0)
		status = paper_file_send(context, &model, &file,
		    &(struct paper_about){ activity.region_id, activity.agency_id },
		    arena_format(context->arena, "sertifikat-%.8s.pdf",
			row_text(&rows, 0, "code")));
	return status;
}

/* Each on a page of its own, with where it can be checked below it. */
static bool
join_certificates(struct context *context, const struct rows *rows, struct document_model *whole)
{
	for (size_t row = 0; row < rows->count; row++) {
		const char *code = row_text(rows, row, "code");
		struct document_model one;

		if (!model_read(context->arena, row_text(rows, row, "content"), &one))
			return false;
		compose(&one, BLOCK_FOOT,
		    arena_format(context->arena, "Periksa keaslian: %s\nKode: %s",
			issued_address(context, code), code));
		if (row == 0) {
			*whole = one;
			continue;
		}
		compose(whole, BLOCK_PAGE, "");
		whole->last->next = one.blocks;
		whole->last = one.last;
	}
	return true;
}

int
send_all_certificates(struct context *context)
{
	struct paper_file file;
	struct document_model whole;
	struct activity activity;
	struct rows rows;
	int status = find_contents(context, 0, &activity, &rows);

	if (status == 0 && !join_certificates(context, &rows, &whole))
		status = 500;
	if (status != 0)
		return status;
	whole.title = arena_format(context->arena, "Sertifikat: %s", activity.title);
	status = paper_file_make(context, &whole, NULL, &file);
	if (status == 0)
		status = paper_file_send(context, &whole, &file,
		    &(struct paper_about){ activity.region_id, activity.agency_id },
		    arena_format(context->arena, "sertifikat-%s-%lld.pdf", activity.ends_on,
			(long long)activity.id));
	return status;
}
