/* SPDX-License-Identifier: ISC */
/*
 * The report becomes evidence of the agency's present assessment with one press.  Which
 * criterion asks for it is said by the instrument: those whose title speaks of public
 * consultation are offered, or all where none does.
 */
#include "forum/report.h"

#include <string.h>

#include "assessment/placing.h"
#include "document/paper_evidence.h"
#include "frame/words.h"
#include "rules/calendar.h"
#include "base/banned.h"

enum { QUERY_ALL };
const struct field report_evidence_query[] = {
	[QUERY_ALL] = { "all", FIELD_FLAG, "Semua kriteria" },
	{ .name = NULL },
};

enum { EVIDENCE_ITEM };
const struct field report_evidence_fields[] = {
	[EVIDENCE_ITEM] = { "item", FIELD_NUMBER, "Kriteria", true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

struct report_choice {
	struct hearing hearing;
	struct assessment assessment;
	struct rows items;
};

static int
report_find_choice(struct context *context, struct report_choice *choice)
{
	int status = hearing_find(context, &choice->hearing);

	if (status == 0 && report_lacks(&choice->hearing) != NULL)
		status = context_refuse(context, 409,
		    "Laporan menjadi data dukung sesudah hasil konsultasinya diterbitkan.");
	return status != 0 ? status : assessment_current(context, &choice->assessment);
}

static int
report_read_items(struct context *context, struct report_choice *choice)
{
	int status = report_find_choice(context, choice);

	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, &choice->items, STATEMENT_FORUM_ITEMS,
		    db_int(choice->assessment.id)));
}

static void
fill_report_items(struct context *context, const struct report_choice *choice)
{
	const struct rows *items = &choice->items;
	bool returned = choice->assessment.state == STATE_RETURNED;
	bool all = *form_text(&context->form, QUERY_ALL) != '\0' || items->count == 0 ||
	    row_int(items, 0, "likely") == 0;
	size_t likely = 0, others = 0;

	for (size_t row = 0; row < items->count; row++) {
		bool fits = row_int(items, row, "likely") != 0;
		struct node *node;

		if ((returned && row_int(items, row, "needs_correction") == 0) || (!fits && !all))
			continue;
		node = fits ? node_row(page_node(&context->page, "Likely"), likely++) :
			      node_row(page_node(&context->page, "Others"), others++);
		fill_row(node, items, row);
		node_set(node, "level", words_roman(row_int(items, row, "level")));
	}
	if (all)
		page_set(&context->page, "All", "1");
}

static int
show_report_items(struct context *context, const struct report_choice *choice)
{
	hearing_fill(context, &choice->hearing);
	page_set_int(&context->page, "Year", choice->assessment.year);
	fill_report_items(context, choice);
	return context_show(context, "forum/evidence");
}

int
show_report_evidence(struct context *context)
{
	struct report_choice choice;
	int status = report_read_items(context, &choice);

	return status != 0 ? status : show_report_items(context, &choice);
}

static int
find_report(struct context *context, const void *of, struct paper_before *before)
{
	const struct hearing *hearing = of;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_FORUM_PAPER_DOCUMENT,
	    db_int(hearing->id));

	if (result <= 0)
		return result;
	*before = paper_before_of(&rows);
	return 0;
}

static int
keep_report(struct context *context, const void *of, int64_t document_id)
{
	const struct hearing *hearing = of;
	int result = db_run(context->db, STATEMENT_FORUM_PAPER_KEEP, db_int(document_id),
	    db_int(hearing->id));

	return result < 0 ? result : 0;
}

int
make_report_evidence(struct context *context)
{
	struct report_choice choice;
	struct document_model model;
	const struct hearing *hearing = &choice.hearing;
	char until[DAY_TEXT];
	int status = report_find_choice(context, &choice);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = report_make(context, hearing, &model);
	if (status != 0)
		return status;
	day_format(until, words_day(hearing->published_at, hearing->zone));
	return paper_evidence_make(context,
	    &(struct paper_evidence){ .title = report_title(context->arena, hearing),
		.kind = "laporan",
		.file_name = report_file(context->arena, hearing),
		.from = strcmp(hearing->opens_on, until) < 0 ? hearing->opens_on : until,
		.until = until,
		.of = hearing,
		.find = find_report,
		.keep = keep_report },
	    &model, &choice.assessment, EVIDENCE_ITEM);
}
