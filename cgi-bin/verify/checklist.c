/* SPDX-License-Identifier: ISC */
/*
 * "Ceklist perangkat daerah yang diverifikasi" (source 002, step 5), on the
 * screen and over all regions of a province: who was verified, when and by
 * whom.  The sheet of one region is a paper: paper/checklists.c.
 */
#include "verify/verify.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

enum { CHECKLIST_YEAR, CHECKLIST_REGION };

const struct field checklist_fields[] = {
	[CHECKLIST_YEAR] = { .name = "year",
	    .kind = FIELD_NUMBER,
	    .label = "Tahun",
	    .min = 2018,
	    .max = 2100 },
	[CHECKLIST_REGION] = { .name = "region",
	    .kind = FIELD_NUMBER,
	    .label = "Daerah",
	    .min = 0,
	    .max = INT32_MAX },
	{ .name = NULL },
};

static bool
fill_line(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	const char *zone = row_text(rows, row, "timezone");
	enum state state;

	state_of(row_text(rows, row, "state"), &state);
	node_set_int(node, "number", (int64_t)row + 1);
	node_set(node, "agency_name", row_text(rows, row, "agency_name"));
	node_set(node, "region_name", row_text(rows, row, "region_name"));
	node_set(node, "state", state_code(state));
	/* What was verified and then sent back is not verified. */
	if (state < STATE_VERIFIED)
		return false;
	node_set(node, "verified_at",
	    words_day_of(context->arena, row_text(rows, row, "verified_at"), zone));
	node_set(node, "verified_by", row_text(rows, row, "verified_by"));
	if (state < STATE_VALIDATED || row_int(rows, row, "province_tier") == 0)
		return true;
	node_set(node, "validated_at",
	    words_day_of(context->arena, row_text(rows, row, "validated_at"), zone));
	node_set(node, "validated_by", row_text(rows, row, "validated_by"));
	return true;
}

static int
checklist_read(struct context *context, struct choice *choice, struct rows *lines)
{
	const struct form *form = &context->form;
	int status = choice_make(context, form_number(form, CHECKLIST_YEAR),
	    form_number(form, CHECKLIST_REGION), choice);

	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, lines, STATEMENT_VERIFY_CHECKLIST, db_int(choice->year),
		    choice->region, choice->parent, db_int(choice->with_province),
		    db_int(choice->region_id)));
}

static void
checklist_fill_lines(struct context *context, const struct rows *lines)
{
	struct node *list = page_node(&context->page, "Lines");
	int64_t verified = 0, province_tier = 0;

	for (size_t row = 0; row < lines->count; row++) {
		verified += fill_line(context, node_row(list, row), lines, row);
		province_tier |= row_int(lines, row, "province_tier");
	}
	page_set_int(&context->page, "Checklist.verified", verified);
	page_set_int(&context->page, "Checklist.count", (int64_t)lines->count);
	if (province_tier != 0)
		page_set(&context->page, "Checklist.province_tier", "1");
}

static int
show_lines(struct context *context, const struct choice *choice, const struct rows *lines)
{
	char today[DAY_TEXT];

	checklist_fill_lines(context, lines);
	choice_fill(context, choice);
	page_set(&context->page, "Checklist.today",
	    words_date(context->arena, day_format(today, words_today(context->actor.zone))));
	return context_show(context, "verify/checklist");
}

int
show_checklist(struct context *context)
{
	struct choice choice;
	struct rows lines;
	int status = form_ok(&context->form) ? checklist_read(context, &choice, &lines) : 400;

	return status != 0 ? status : show_lines(context, &choice, &lines);
}
