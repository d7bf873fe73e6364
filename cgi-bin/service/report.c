/* SPDX-License-Identifier: ISC */
/*
 * The report of an agency's services over a year, a quarter or a month: what came in and
 * from where, how many working days it took, and what it was returned for; the same as a
 * page, a workbook and a paper.
 */
#include "service/service.h"

#include <string.h>

#include "document/export.h"
#include "document/issued.h"
#include "document/pdf.h"
#include "frame/words.h"
#include "base/banned.h"

enum { QUICK_DAYS = 3 }; /* source 004: a letter within two to three days */

static const char *const report_parts[] = { "q1", "q2", "q3", "q4", "1", "2", "3", "4", "5", "6",
	"7", "8", "9", "10", "11", "12", NULL };

enum { REPORT_YEAR, REPORT_PART, REPORT_BOM };
const struct field service_report_fields[] = {
	[REPORT_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2000, .max = 2100 },
	[REPORT_PART] = { "part", FIELD_CHOICE, "Masa", .choices = report_parts },
	[REPORT_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

struct service_report {
	struct context *context;
	int64_t year;
	const char *part, *from, *until;
	struct rows received, decided, returned, services;
	int64_t came, ended, approved, quick, median, most;
};

/* ---- which days -------------------------------------------------------------------------- */

static const char *
report_part_name(struct arena *arena, const char *part)
{
	static const char *const quarters[] = { "I", "II", "III", "IV" };

	if (part[0] == 'q')
		return arena_format(arena, "Triwulan %s", quarters[part[1] - '1']);
	return words_month(part[1] != '\0' ? 10 + part[1] - '0' : part[0] - '0');
}

static void
report_span(struct service_report *report)
{
	struct context *context = report->context;
	int64_t year = form_number(&context->form, REPORT_YEAR);
	int first = 1, last = 12;
	char text[DAY_TEXT];

	report->part = form_text(&context->form, REPORT_PART);
	report->year = year > 0 ? year : day_date(words_today(context->actor.zone)).year;
	if (report->part[0] == 'q') {
		first = (report->part[1] - '1') * 3 + 1;
		last = first + 2;
	} else if (report->part[0] != '\0') {
		first = report->part[1] != '\0' ?
		    10 + report->part[1] - '0' :
		    report->part[0] - '0';
		last = first;
	}
	report->from = arena_text(context->arena,
	    day_format(text, day_of((int)report->year, first, 1)));
	report->until = arena_text(context->arena,
	    day_format(text,
		day_of(last == 12 ? (int)report->year + 1 : (int)report->year, last % 12 + 1, 1) -
		    1));
}

/* ---- read, and counted -------------------------------------------------------------------- */

/* The working days within which so many of a hundred were ended. */
static int64_t
days_of_share(const struct service_report *report, int64_t percent)
{
	int64_t reached = 0;

	for (size_t row = 0; row < report->decided.count; row++) {
		reached += row_int(&report->decided, row, "decided");
		if (reached * 100 >= report->ended * percent)
			return row_int(&report->decided, row, "spent_days");
	}
	return 0;
}

static void
count_report(struct service_report *report)
{
	for (size_t row = 0; row < report->received.count; row++)
		report->came += row_int(&report->received, row, "received");
	for (size_t row = 0; row < report->decided.count; row++) {
		int64_t count = row_int(&report->decided, row, "decided");

		report->ended += count;
		if (strcmp(row_text(&report->decided, row, "state"), "approved") == 0)
			report->approved += count;
		if (row_int(&report->decided, row, "spent_days") <= QUICK_DAYS)
			report->quick += count;
	}
	report->median = days_of_share(report, 50);
	report->most = days_of_share(report, 90);
}

static int
read_service_report(struct service_report *report)
{
	struct context *context = report->context;
	struct db_value agency = db_int(context->actor.agency_id);
	int result;

	report_span(report);
	result = db_select(context->db, &report->received, STATEMENT_SERVICE_REPORT_RECEIVED,
	    agency, db_text(report->from), db_text(report->until));
	if (result >= 0)
		result = db_select(context->db, &report->decided, STATEMENT_SERVICE_REPORT_DECIDED,
		    agency, db_text(report->from), db_text(report->until));
	if (result >= 0)
		result = db_select(context->db, &report->returned,
		    STATEMENT_SERVICE_REPORT_RETURNED, agency, db_text(report->from),
		    db_text(report->until));
	if (result >= 0)
		count_report(report);
	return context_status(context, result);
}

/* ---- as a paper ------------------------------------------------------------------------------ */

static const char *
counted(struct arena *arena, int64_t count)
{
	return arena_format(arena, "%lld", (long long)count);
}

static void
compose_figures(const struct service_report *report, struct document_model *model)
{
	struct arena *arena = report->context->arena;
	struct block *facts = compose(model, BLOCK_FACTS, "");

	compose_row(model, facts, "Permohonan masuk", counted(arena, report->came));
	compose_row(model, facts, "Permohonan selesai",
	    arena_format(arena, "%lld (%lld dikabulkan, %lld ditolak)", (long long)report->ended,
		(long long)report->approved, (long long)(report->ended - report->approved)));
	if (report->ended == 0)
		return;
	compose_row(model, facts, "Lama penyelesaian, nilai tengah",
	    arena_format(arena, "%lld hari kerja", (long long)report->median));
	compose_row(model, facts, "90% selesai dalam",
	    arena_format(arena, "%lld hari kerja", (long long)report->most));
	compose_row(model, facts, arena_format(arena, "Selesai dalam %d hari kerja", QUICK_DAYS),
	    arena_format(arena, "%lld; lebih lama %lld", (long long)report->quick,
		(long long)(report->ended - report->quick)));
}

static void
compose_durations(const struct service_report *report, struct document_model *model)
{
	struct block *table = compose(model, BLOCK_TABLE, "Lama penyelesaian");

	compose_column(table, "Hari kerja", 30, ALIGN_RIGHT);
	compose_column(table, "Hasil", 40, ALIGN_LEFT);
	compose_column(table, "Permohonan", 30, ALIGN_RIGHT);
	for (size_t row = 0; row < report->decided.count; row++)
		compose_row(model, table, row_text(&report->decided, row, "spent_days"),
		    application_state_name(row_text(&report->decided, row, "state")),
		    row_text(&report->decided, row, "decided"));
	if (report->decided.count == 0)
		compose_head_alone(model, table);
}

static void
compose_report_counts(const struct rows *rows, struct document_model *model, const char *caption,
    const char *label, const char *names, const char *counts)
{
	struct block *table = compose(model, BLOCK_TABLE, caption);

	compose_column(table, label, 70, ALIGN_LEFT);
	compose_column(table, "Jumlah", 30, ALIGN_RIGHT);
	for (size_t row = 0; row < rows->count; row++)
		compose_row(model, table, row_text(rows, row, names), row_text(rows, row, counts));
	if (rows->count == 0)
		compose_head_alone(model, table);
}

static int
make_service_report(struct service_report *report, struct document_model *model)
{
	struct context *context = report->context;
	struct letterhead letterhead;
	struct block *title;
	int status = read_service_report(report);

	if (status == 0)
		status = letterhead_load(context, context->actor.region_id, 0, &letterhead);
	if (status != 0)
		return status;
	letterhead_compose(context, &letterhead,
	    arena_format(context->arena, "Laporan layanan %s s.d. %s", report->from, report->until),
	    context->actor.agency_name, model);
	title = compose(model, BLOCK_TITLE, "Laporan layanan");
	compose_row(model, title, words_period(context->arena, report->from, report->until));
	compose_figures(report, model);
	compose_durations(report, model);
	compose_report_counts(&report->received, model,
	    "Permohonan masuk menurut kelurahan atau desa", "Kelurahan atau desa", "village",
	    "received");
	compose_report_counts(&report->returned, model, "Persyaratan yang paling sering kurang",
	    "Persyaratan", "name", "returned");
	return 0;
}

static const char *
report_query(const struct service_report *report)
{
	return arena_format(report->context->arena, "year=%lld&part=%s", (long long)report->year,
	    report->part);
}

static void
fill_service_report(struct service_report *report, const struct document_model *model)
{
	struct context *context = report->context;
	struct buffer content = { .arena = context->arena };
	struct node *parts = page_node(&context->page, "Parts");

	model_write(model, &content);
	issued_fill_content(context, content.bytes);
	page_set_int(&context->page, "Form.value.year", report->year);
	page_set(&context->page, "Form.value.part", report->part);
	page_set(&context->page, "Query", report_query(report));
	if (render_can())
		page_set(&context->page, "Drawn", "1");
	for (size_t at = 0; report_parts[at] != NULL; at++) {
		struct node *node = node_row(parts, at);

		node_set(node, "value", report_parts[at]);
		node_set(node, "label", report_part_name(context->arena, report_parts[at]));
	}
}

int
show_service_report(struct context *context)
{
	struct service_report report = { .context = context };
	struct document_model model;
	int status = make_service_report(&report, &model);

	if (status != 0)
		return status;
	fill_service_report(&report, &model);
	return context_show(context, "service/report");
}

int
send_service_report(struct context *context)
{
	struct service_report report = { .context = context };
	struct document_model model;
	int status = export_is_ending(context->words[0]) ?
	    make_service_report(&report, &model) :
	    404;

	return status != 0 ?
	    status :
	    export_tables(context, &model, context->words[0], "laporan-layanan");
}

int
send_service_report_paper(struct context *context)
{
	struct service_report report = { .context = context };
	struct buffer pdf = { .arena = context->arena };
	struct document_model model;
	int status = make_service_report(&report, &model);

	if (status == 0)
		status = paper_pdf(context, &model, NULL, NULL, &pdf);
	if (status == 0)
		paper_pdf_answer(context, &pdf, context->actor.region_id, context->actor.agency_id,
		    arena_format(context->arena, "laporan-layanan-%s.pdf", report.from));
	return status;
}
