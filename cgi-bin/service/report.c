/* SPDX-License-Identifier: ISC */
/*
 * The report of an agency's services over a year, a quarter or a month: what came in and
 * from where, how many working days it took, and what it was returned for; the same as a
 * page, a workbook and a paper.
 */
#include "service/report.h"

#include <string.h>

#include "document/export.h"
#include "document/issued.h"
#include "document/text_file.h"
#include "frame/words.h"
#include "store/setting.h"
#include "base/banned.h"

const char *const report_parts[] = { "q1", "q2", "q3", "q4", "1", "2", "3", "4", "5", "6", "7", "8",
	"9", "10", "11", "12", NULL };

enum { REPORT_YEAR, REPORT_PART, REPORT_BOM };
const struct field service_report_fields[] = {
	[REPORT_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2000, .max = 2100 },
	[REPORT_PART] = { "part", FIELD_CHOICE, "Masa", .choices = report_parts },
	[REPORT_BOM] = { "bom", FIELD_FLAG, "Untuk Excel" },
	{ .name = NULL },
};

/* ---- which days -------------------------------------------------------------------------- */

const char *
report_part_name(struct arena *arena, const char *part)
{
	static const char *const quarters[] = { "I", "II", "III", "IV" };

	if (*part == '\0')
		return "";
	if (part[0] == 'q')
		return arena_format(arena, "Triwulan %s", quarters[part[1] - '1']);
	return words_month(part[1] != '\0' ? 10 + part[1] - '0' : part[0] - '0');
}

void
service_report_days(struct service_report *report)
{
	struct context *context = report->context;
	int first = 1, last = 12;
	char text[DAY_TEXT];

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
	report->span = *report->part == '\0' ?
	    arena_format(context->arena, "%lld", (long long)report->year) :
	    arena_format(context->arena, "%s %lld", report_part_name(context->arena, report->part),
		(long long)report->year);
}

/* The year and the part that the form asks for. */
static void
report_asked(struct service_report *report)
{
	struct context *context = report->context;
	int64_t year = form_number(&context->form, REPORT_YEAR);

	report->part = form_text(&context->form, REPORT_PART);
	report->year = year > 0 ? year : day_date(words_today(context->actor.zone)).year;
	service_report_days(report);
}

/* ---- read, and counted -------------------------------------------------------------------- */

/* Of rows in the order of their days, those alone whose state is this one; NULL: all. */
static struct days_of
count_days(const struct rows *rows, const char *state, const char *days, const char *counts)
{
	struct days_of all = { .count = 0 };
	int64_t reached = 0;

	for (size_t row = 0; row < rows->count; row++)
		if (state == NULL || strcmp(row_text(rows, row, "state"), state) == 0)
			all.count += row_int(rows, row, counts);
	for (size_t row = 0; row < rows->count; row++) {
		int64_t count = row_int(rows, row, counts), day = row_int(rows, row, days);

		if (state != NULL && strcmp(row_text(rows, row, "state"), state) != 0)
			continue;
		if (reached * 2 < all.count)
			all.median = day;
		if (reached * 10 < all.count * 9)
			all.most = day;
		reached += count;
	}
	return all;
}

static void
count_survey(struct service_report *report)
{
	const struct rows *rows = &report->survey;
	const int64_t sums[] = {
		[SATISFACTION_requirements] = row_int(rows, 0, "requirements"),
		[SATISFACTION_procedures] = row_int(rows, 0, "procedures"),
		[SATISFACTION_duration] = row_int(rows, 0, "duration"),
		[SATISFACTION_fee] = row_int(rows, 0, "fee"),
		[SATISFACTION_product] = row_int(rows, 0, "product"),
		[SATISFACTION_competence] = row_int(rows, 0, "competence"),
		[SATISFACTION_conduct] = row_int(rows, 0, "conduct"),
		[SATISFACTION_complaints] = row_int(rows, 0, "complaints"),
		[SATISFACTION_facilities] = row_int(rows, 0, "facilities"),
	};

	memcpy(report->survey_sums, sums, sizeof(sums));
	report->respondents = row_int(rows, 0, "respondents");
	report->respondents_on_paper = row_int(rows, 0, "typed");
}

static void
count_report(struct service_report *report)
{
	static const char *const states
	    [] = { [STEP_CHECK] = "received", [STEP_DECIDE] = "checked", [STEP_MEND] = "returned" };

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
	count_survey(report);
	report->whole = count_days(&report->decided, NULL, "spent_days", "decided");
	for (int step = 0; step < STEP_TIMES; step++)
		report->step[step] = count_days(&report->steps, states[step], "days",
		    "applications");
}

int
service_report_read(struct service_report *report)
{
	struct context *context = report->context;
	struct db *db = context->db;
	struct db_value agency = db_int(context->actor.agency_id);
	struct db_value from, until;
	int result;

	from = db_text(report->from);
	until = db_text(report->until);
	result = db_select(db, &report->received, STATEMENT_SERVICE_REPORT_RECEIVED, agency, from,
	    until);
	if (result >= 0)
		result = db_select(db, &report->assisted, STATEMENT_SERVICE_REPORT_ASSISTED, agency,
		    from, until);
	if (result >= 0)
		result = db_select(db, &report->decided, STATEMENT_SERVICE_REPORT_DECIDED, agency,
		    from, until);
	if (result >= 0)
		result = db_select(db, &report->steps, STATEMENT_SERVICE_REPORT_STEPS, agency, from,
		    until);
	if (result >= 0)
		result = db_select(db, &report->late, STATEMENT_SERVICE_REPORT_LATE, agency, from,
		    until, db_int(QUICK_DAYS));
	if (result >= 0)
		result = db_select(db, &report->returned, STATEMENT_SERVICE_REPORT_RETURNED, agency,
		    from, until);
	if (result >= 0)
		result = db_select(db, &report->survey, STATEMENT_SERVICE_REPORT_SURVEY, agency,
		    from, until);
	if (result >= 0)
		result = setting_number(db, SETTING_SERVICE_SURVEY, &report->survey_least);
	if (result < 0)
		return context_status(context, result);
	count_report(report);
	return letterhead_load(context, context->actor.region_id, 0, &report->letterhead);
}

/* ---- shown ----------------------------------------------------------------------------------- */

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

static int
make_service_report(struct service_report *report, struct document_model *model)
{
	int status;

	report_asked(report);
	status = service_report_read(report);
	if (status == 0)
		service_report_compose(report, model);
	return status;
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
	struct paper_file file;
	struct document_model model;
	int status = make_service_report(&report, &model);

	if (status == 0)
		status = paper_file_make(context, &model, NULL, &file);
	if (status == 0)
		status = paper_file_send(context, &model, &file,
		    &(struct paper_about){ context->actor.region_id, context->actor.agency_id },
		    arena_format(context->arena, "laporan-layanan-%s.pdf", report.from));
	return status;
}
