/* SPDX-License-Identifier: ISC */
/*
 * What a service says and what was measured of it becomes evidence of the agency's present
 * assessment with one press: the standard of a service, and the report of a period.  Which
 * criteria they fit is said by the instrument: those of variables whose names speak of services
 * are offered, first those whose document speaks of it.
 */
#include "service/report.h"

#include <string.h>

#include "assessment/placing.h"
#include "document/paper_evidence.h"
#include "frame/words.h"
#include "base/banned.h"

enum { STANDARD_ALL };
const struct field standard_evidence_query[] = {
	[STANDARD_ALL] = { "all", FIELD_FLAG, "Semua kriteria" },
	{ .name = NULL },
};

enum { STANDARD_ITEM };
const struct field standard_evidence_fields[] = {
	[STANDARD_ITEM] = { "item", FIELD_NUMBER, "Kriteria", true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

enum { SPAN_YEAR, SPAN_PART, SPAN_ALL };
const struct field service_report_evidence_query[] = {
	[SPAN_YEAR] = { "year", FIELD_NUMBER, "Tahun", true, .min = 2000, .max = 2100 },
	[SPAN_PART] = { "part", FIELD_CHOICE, "Masa", .choices = report_parts },
	[SPAN_ALL] = { "all", FIELD_FLAG, "Semua kriteria" },
	{ .name = NULL },
};

enum { SPAN_ITEM = SPAN_ALL };
const struct field service_report_evidence_fields[] = {
	[SPAN_YEAR] = { "year", FIELD_NUMBER, "Tahun", true, .min = 2000, .max = 2100 },
	[SPAN_PART] = { "part", FIELD_CHOICE, "Masa", .choices = report_parts },
	[SPAN_ITEM] = { "item", FIELD_NUMBER, "Kriteria", true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

/* A paper and where it may go. */
struct offering {
	struct context *context;
	const char *word, *about;        /* as service_paper has them */
	const char *title, *back, *here; /* of the document; places below /service */
	struct service service;          /* of a standard; of the other: */
	struct service_report report;
	struct assessment assessment;
	struct rows items;
};

/* ---- which paper ---------------------------------------------------------------------- */

static int
find_standard(struct offering *offering)
{
	struct context *context = offering->context;
	int status = service_load(context, context->keys[0], &offering->service);

	if (status == 0 && strcmp(offering->service.state, "published") != 0)
		status = context_refuse(context, 409,
		    "Hanya layanan yang sedang berlaku yang menjadi data dukung.");
	if (status != 0)
		return status;
	offering->word = "standard";
	offering->about = arena_format(context->arena, "%lld",
	    (long long)offering->service.service_id);
	offering->title = arena_format(context->arena, "Standar pelayanan: %s",
	    offering->service.name);
	offering->back = arena_format(context->arena, "/services/%lld",
	    (long long)offering->service.id);
	offering->here = arena_format(context->arena, "%s/evidence?", offering->back);
	return assessment_current(context, &offering->assessment);
}

static int
find_span(struct offering *offering)
{
	struct context *context = offering->context;
	struct service_report *report = &offering->report;
	const struct form *form = &context->form;
	char today[DAY_TEXT];

	*report = (struct service_report){ .context = context,
		.year = form_number(form, SPAN_YEAR),
		.part = form_text(form, SPAN_PART) };
	service_report_days(report);
	if (strcmp(report->from, day_format(today, words_today(context->actor.zone))) > 0)
		return context_refuse(context, 409, "Masa laporan ini belum mulai.");
	offering->word = "report";
	offering->about = arena_format(context->arena, "%lld%s%s", (long long)report->year,
	    *report->part != '\0' ? "-" : "", report->part);
	offering->title = arena_format(context->arena, "Laporan layanan %s", report->span);
	offering->back = arena_format(context->arena, "/report?year=%lld&part=%s",
	    (long long)report->year, report->part);
	offering->here = arena_format(context->arena, "/report/evidence?year=%lld&part=%s&",
	    (long long)report->year, report->part);
	return assessment_current(context, &offering->assessment);
}

/* ---- offered -------------------------------------------------------------------------- */

static int
read_offered_items(struct offering *offering)
{
	struct context *context = offering->context;

	return context_status(context,
	    db_select(context->db, &offering->items, STATEMENT_SERVICE_EVIDENCE_ITEMS,
		db_text(offering->word), db_int(offering->assessment.id)));
}

/* Those that fit best, those of the same variables, and the rest where it is asked for. */
static void
fill_offered_items(const struct offering *offering, bool all)
{
	struct page *page = &offering->context->page;
	const struct rows *items = &offering->items;
	bool returned = offering->assessment.state == STATE_RETURNED;
	static const char *const lists[] = { "Others", "Near", "Likely" };
	size_t counts[] = { 0, 0, 0 };

	for (size_t row = 0; row < items->count; row++) {
		int64_t fits = row_int(items, row, "likely");
		struct node *node;

		if ((returned && row_int(items, row, "needs_correction") == 0) ||
		    (fits == 0 && !all))
			continue;
		node = node_row(page_node(page, lists[fits]), counts[fits]++);
		fill_row(node, items, row);
		node_set(node, "level", words_roman(row_int(items, row, "level")));
	}
	if (all)
		page_set(page, "All", "1");
}

static int
show_offering(const struct offering *offering, bool all)
{
	struct context *context = offering->context;
	struct node *paper = page_node(&context->page, "Paper");

	node_set(paper, "title", offering->title);
	node_set(paper, "word", offering->word);
	node_set(paper, "back", offering->back);
	node_set(paper, "here", offering->here);
	if (strcmp(offering->word, "report") == 0) {
		node_set_int(paper, "year", offering->report.year);
		node_set(paper, "part", offering->report.part);
	}
	page_set_int(&context->page, "Year", offering->assessment.year);
	fill_offered_items(offering, all);
	return context_show(context, "service/evidence");
}

int
show_standard_evidence(struct context *context)
{
	struct offering offering = { .context = context };
	int status = find_standard(&offering);

	if (status == 0)
		status = read_offered_items(&offering);
	return status != 0 ?
	    status :
	    show_offering(&offering, *form_text(&context->form, STANDARD_ALL) != '\0');
}

int
show_service_report_evidence(struct context *context)
{
	struct offering offering = { .context = context };
	int status = find_span(&offering);

	if (status == 0)
		status = read_offered_items(&offering);
	return status != 0 ?
	    status :
	    show_offering(&offering, *form_text(&context->form, SPAN_ALL) != '\0');
}

/* ---- made ------------------------------------------------------------------------------ */

static int
find_service_paper(struct context *context, const void *of, struct paper_before *before)
{
	const struct offering *offering = of;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SERVICE_PAPER_DOCUMENT,
	    db_int(context->actor.agency_id), db_text(offering->word), db_text(offering->about));

	if (result <= 0)
		return result;
	*before = paper_before_of(&rows);
	return 0;
}

static int
keep_service_paper(struct context *context, const void *of, int64_t document_id)
{
	const struct offering *offering = of;
	int result = db_run(context->db, STATEMENT_SERVICE_PAPER_KEEP,
	    db_int(context->actor.agency_id), db_text(offering->word), db_text(offering->about),
	    db_int(document_id));

	return result < 0 ? result : 0;
}

/* What it says holds until today, or until its period ended. */
static int
make_offered(const struct offering *offering, const struct document_model *model, const char *kind,
    const char *file_name, const char *from, const char *until, int item_field)
{
	struct context *context = offering->context;
	char today[DAY_TEXT];

	day_format(today, words_today(context->actor.zone));
	return paper_evidence_make(context,
	    &(struct paper_evidence){ .title = offering->title,
		.kind = kind,
		.file_name = file_name,
		.from = from,
		.until = strcmp(until, today) < 0 ? until : today,
		.of = offering,
		.find = find_service_paper,
		.keep = keep_service_paper },
	    model, &offering->assessment, item_field);
}

int
make_standard_evidence(struct context *context)
{
	struct offering offering = { .context = context };
	struct letterhead letterhead;
	struct document_model model;
	char from[DAY_TEXT];
	int status = find_standard(&offering);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = letterhead_load(context, context->actor.region_id, 0, &letterhead);
	if (status != 0)
		return status;
	service_standard_compose(context, &offering.service, &letterhead, &model);
	day_format(from, words_day(offering.service.published_at, offering.service.zone));
	return make_offered(&offering, &model, "lainnya",
	    arena_format(context->arena, "standar-pelayanan-%s.pdf", offering.about), from,
	    "9999-12-31", STANDARD_ITEM);
}

int
make_service_report_evidence(struct context *context)
{
	struct offering offering = { .context = context };
	struct document_model model;
	int status = form_ok(&context->form) ? find_span(&offering) : 400;

	if (status == 0)
		status = service_report_read(&offering.report);
	if (status != 0)
		return status;
	service_report_compose(&offering.report, &model);
	return make_offered(&offering, &model, "laporan",
	    arena_format(context->arena, "laporan-layanan-%s.pdf", offering.about),
	    offering.report.from, offering.report.until, SPAN_ITEM);
}
