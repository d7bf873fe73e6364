/* SPDX-License-Identifier: ISC */
/*
 * What came in a month and how it was handled, as a page, a paper and a workbook: counts
 * by category and agency, and how many were forwarded and answered in time.
 */
#include "complaint/complaint.h"

#include <string.h>

#include "document/issued.h"
#include "document/letterhead.h"
#include "document/listing.h"
#include "document/text_file.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

enum { REPORT_YEAR, REPORT_MONTH, REPORT_BOM };
const struct field complaint_report_fields[] = {
	[REPORT_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2020, .max = 2100 },
	[REPORT_MONTH] = { "month", FIELD_NUMBER, "Bulan", .min = 1, .max = 12 },
	[REPORT_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

/* Of a category or an agency. */
struct tally {
	const char *name, *what;
	int64_t count, closed, forwarded_late, answered_late, rated, ratings;
};

struct monthly {
	struct context *context;
	struct rows rows, rule;
	struct calendar calendar;
	struct letterhead letterhead;
	int year, month;
	struct tally *tallies; /* categories, then agencies, then all */
	size_t count;
};

enum { MONTHS = 12 };

static void
month_chosen(struct monthly *monthly)
{
	const struct form *form = &monthly->context->form;
	const struct date today = day_date(words_today(monthly->context->actor.zone));

	monthly->year = form_given(form, REPORT_YEAR) ?
	    (int)form_number(form, REPORT_YEAR) :
	    today.year;
	monthly->month = form_given(form, REPORT_MONTH) ?
	    (int)form_number(form, REPORT_MONTH) :
	    today.month;
}

/* The region's midnight of a first of a month, in UTC. */
static const char *
month_begin(struct context *context, int year, int month)
{
	enum { MIDNIGHT = 24 };
	char text[DAY_TEXT];

	return arena_format(context->arena, "%s %02d:00:00",
	    day_format(text,
		day_of(month > MONTHS ? year + 1 : year, month > MONTHS ? 1 : month, 1) - 1),
	    MIDNIGHT - words_zone_hours(context->actor.zone));
}

static int
monthly_read(struct monthly *monthly)
{
	struct context *context = monthly->context;
	struct db_value region = db_int(context->actor.region_id);
	int result;

	month_chosen(monthly);
	result = db_select(context->db, &monthly->rows, STATEMENT_COMPLAINT_MONTH, region,
	    db_text(month_begin(context, monthly->year, monthly->month)),
	    db_text(month_begin(context, monthly->year, monthly->month + 1)));
	if (result >= 0)
		result = kept_world_select(context, &monthly->rule, STATEMENT_COMPLAINT_RULE,
		    region);
	return result < 0 ?
	    context_status(context, result) :
	    calendar_load(context, context->actor.region_id, &monthly->calendar);
}

/* ---- counted ----------------------------------------------------------------------- */

/* Was what had to be done in so many working days done later, or is it late now? */
static bool
was_late(const struct monthly *monthly, const char *since, const char *done, const char *column,
    int otherwise)
{
	const char *zone = monthly->context->actor.zone;
	int days = monthly->rule.count > 0 ? (int)row_int(&monthly->rule, 0, column) : otherwise;
	int32_t end = *done != '\0' ? words_day(done, zone) : words_today(zone);

	return *since != '\0' &&
	    end > working_until(&monthly->calendar, words_day(since, zone) + 1, days);
}

static void
tally_add(struct tally *tally, const struct monthly *monthly, size_t row)
{
	const struct rows *rows = &monthly->rows;
	const char *forwarded = row_text(rows, row, "forwarded_at");
	bool closed = strcmp(row_text(rows, row, "state"), "closed") == 0;
	bool over = closed && *row_text(rows, row, "answered_at") == '\0';

	tally->count++;
	tally->closed += closed;
	/* What was closed without an answer, as a twin or as none of ours, is not waited for. */
	if (!over)
		tally->forwarded_late += was_late(monthly, row_text(rows, row, "created_at"),
		    forwarded, "forward_days", 3);
	if (!over)
		tally->answered_late += was_late(monthly, forwarded,
		    row_text(rows, row, "answered_at"), "answer_days", 5);
	if (!row_null(rows, row, "rating")) {
		tally->rated++;
		tally->ratings += row_int(rows, row, "rating");
	}
}

static struct tally *
tally_named(struct monthly *monthly, const char *what, const char *name)
{
	for (size_t at = 0; at < monthly->count; at++)
		if (strcmp(monthly->tallies[at].what, what) == 0 &&
		    strcmp(monthly->tallies[at].name, name) == 0)
			return &monthly->tallies[at];
	monthly->tallies[monthly->count] = (struct tally){ .what = what, .name = name };
	return &monthly->tallies[monthly->count++];
}

static void
monthly_count(struct monthly *monthly)
{
	const struct rows *rows = &monthly->rows;

	/* A category each, an agency for each row at most, the bureau, and all. */
	monthly->tallies = arena_array(monthly->context->arena, rows->count + MONTHS,
	    sizeof(*monthly->tallies));
	for (size_t at = 0; complaint_categories[at] != NULL; at++)
		tally_named(monthly, "Tentang", complaint_category(complaint_categories[at]));
	for (size_t row = 0; row < rows->count; row++) {
		const char *agency = row_text(rows, row, "agency_name");

		tally_add(tally_named(monthly, "Tentang",
			      complaint_category(row_text(rows, row, "category"))),
		    monthly, row);
		tally_add(tally_named(monthly, "Penangan",
			      *agency != '\0' ? agency : "Sekretariat Daerah"),
		    monthly, row);
	}
	tally_named(monthly, "Semua", "Semua pengaduan");
	for (size_t row = 0; row < rows->count; row++)
		tally_add(tally_named(monthly, "Semua", "Semua pengaduan"), monthly, row);
}

static const char *
tally_rating(struct arena *arena, const struct tally *tally)
{
	return tally->rated == 0 ?
	    "" :
	    words_tenths(arena, (20 * tally->ratings + tally->rated) / (2 * tally->rated));
}

static const char *
month_words(const struct monthly *monthly)
{
	return arena_format(monthly->context->arena, "%s %d", words_month(monthly->month),
	    monthly->year);
}

/* ---- page ---------------------------------------------------------------------------- */

static void
fill_tallies(const struct monthly *monthly)
{
	struct context *context = monthly->context;
	struct node *list = page_node(&context->page, "Tallies");

	for (size_t at = 0; at < monthly->count; at++) {
		const struct tally *tally = &monthly->tallies[at];
		struct node *node = node_row(list, at);

		node_set(node, "what", tally->what);
		node_set(node, "name", tally->name);
		node_set_int(node, "count", tally->count);
		node_set_int(node, "closed", tally->closed);
		node_set_int(node, "forwarded_late", tally->forwarded_late);
		node_set_int(node, "answered_late", tally->answered_late);
		node_set(node, "rating", tally_rating(context->arena, tally));
	}
}

static int
monthly_show(struct monthly *monthly)
{
	struct context *context = monthly->context;

	fill_tallies(monthly);
	page_set(&context->page, "Month.words", month_words(monthly));
	page_set_int(&context->page, "Month.year", monthly->year);
	page_set_int(&context->page, "Month.number", monthly->month);
	for (int month = 1; month <= MONTHS; month++) {
		struct node *node = node_row(page_node(&context->page, "Months"),
		    (size_t)month - 1);

		node_set_int(node, "value", month);
		node_set(node, "label", words_month(month));
		if (month == monthly->month)
			node_set(node, "current", "1");
	}
	if (render_can())
		page_set(&context->page, "May.draw", "1");
	return context_show(context, "complaint/report");
}

int
show_complaint_report(struct context *context)
{
	struct monthly monthly = { .context = context };
	int status = form_ok(&context->form) ? monthly_read(&monthly) : 400;

	if (status != 0)
		return status;
	monthly_count(&monthly);
	return monthly_show(&monthly);
}

/* ---- paper ----------------------------------------------------------------------------- */

static void
compose_tallies(struct document_model *model, const struct monthly *monthly, const char *what,
    const char *heading)
{
	struct arena *arena = model->arena;
	struct block *table;

	compose(model, BLOCK_HEADING, heading)->level = 2;
	table = compose(model, BLOCK_TABLE, "");
	compose_column(table, heading, 40, ALIGN_LEFT);
	compose_column(table, "Masuk", 12, ALIGN_RIGHT);
	compose_column(table, "Selesai", 12, ALIGN_RIGHT);
	compose_column(table, "Terlambat diteruskan", 12, ALIGN_RIGHT);
	compose_column(table, "Terlambat dijawab", 12, ALIGN_RIGHT);
	compose_column(table, "Kepuasan (1–5)", 12, ALIGN_RIGHT);
	for (size_t at = 0; at < monthly->count; at++) {
		const struct tally *tally = &monthly->tallies[at];

		if (strcmp(tally->what, what) == 0)
			compose_row(model, table, tally->name,
			    arena_format(arena, "%lld", (long long)tally->count),
			    arena_format(arena, "%lld", (long long)tally->closed),
			    arena_format(arena, "%lld", (long long)tally->forwarded_late),
			    arena_format(arena, "%lld", (long long)tally->answered_late),
			    tally_rating(arena, tally));
	}
}

static void
compose_monthly(struct monthly *monthly, struct document_model *model)
{
	struct context *context = monthly->context;

	letterhead_compose(context, &monthly->letterhead,
	    arena_format(context->arena, "Laporan pengaduan %s", month_words(monthly)), "", model);
	compose(model, BLOCK_TITLE,
	    arena_format(context->arena, "Laporan pengaduan dan pertanyaan masyarakat\nbulan %s",
		month_words(monthly)));
	compose_tallies(model, monthly, "Semua", "Seluruhnya");
	compose_tallies(model, monthly, "Tentang", "Menurut hal");
	if (monthly->rows.count > 0)
		compose_tallies(model, monthly, "Penangan", "Menurut penangan");
	compose(model, BLOCK_NOTE,
	    "Dihitung menurut hari masuknya. Isi pengaduan dan data pelapor tidak dimuat.");
	letterhead_sign(model, compose(model, BLOCK_SIGNATURES, ""), &monthly->letterhead,
	    letterhead_dated(context, &monthly->letterhead));
}

int
send_complaint_report(struct context *context)
{
	struct monthly monthly = { .context = context };
	struct paper_file file;
	struct document_model model;
	int status = form_ok(&context->form) ? monthly_read(&monthly) : 400;

	if (status == 0)
		status = letterhead_load(context, context->actor.region_id, 0, &monthly.letterhead);
	if (status != 0)
		return status;
	monthly_count(&monthly);
	compose_monthly(&monthly, &model);
	status = paper_file_make(context, &model, NULL, &file);
	if (status != 0)
		return status;
	return paper_file_send(context, &model, &file,
	    &(struct paper_about){ context->actor.region_id, 0 },
	    arena_format(context->arena, "laporan-pengaduan-%d-%02d.pdf", monthly.year,
		monthly.month));
}

/* ---- workbook ---------------------------------------------------------------------------- */

struct tally_line {
	const char *what, *name, *count, *closed, *forwarded_late, *answered_late, *rating;
};

int
send_complaint_report_table(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Menurut", 12, struct tally_line, what),
		LISTING_MEMBER("Nama", 36, struct tally_line, name),
		LISTING_NUMBER("Masuk", 10, struct tally_line, count),
		LISTING_NUMBER("Selesai", 10, struct tally_line, closed),
		LISTING_NUMBER("Terlambat diteruskan", 10, struct tally_line, forwarded_late),
		LISTING_NUMBER("Terlambat dijawab", 10, struct tally_line, answered_late),
		LISTING_NUMBER("Kepuasan", 10, struct tally_line, rating),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Laporan pengaduan",
		.columns = columns,
		.size = sizeof(struct tally_line) };
	struct monthly monthly = { .context = context };
	struct tally_line *lines;
	int status = form_ok(&context->form) ? monthly_read(&monthly) : 400;

	if (status != 0)
		return status;
	monthly_count(&monthly);
	lines = arena_array(context->arena, monthly.count + 1, sizeof(*lines));
	for (size_t at = 0; at < monthly.count; at++) {
		const struct tally *tally = &monthly.tallies[at];
		struct arena *arena = context->arena;

		lines[at] = (struct tally_line){ .what = tally->what,
			.name = tally->name,
			.count = arena_format(arena, "%lld", (long long)tally->count),
			.closed = arena_format(arena, "%lld", (long long)tally->closed),
			.forwarded_late = arena_format(arena, "%lld",
			    (long long)tally->forwarded_late),
			.answered_late = arena_format(arena, "%lld",
			    (long long)tally->answered_late),
			.rating = tally_rating(arena, tally) };
	}
	listing.records = lines;
	listing.count = monthly.count;
	return listing_send(context,
	    arena_format(context->arena, "laporan-pengaduan-%d-%02d.pdf", monthly.year,
		monthly.month),
	    &listing, 1);
}
