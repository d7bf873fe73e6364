/* SPDX-License-Identifier: ISC */
/*
 * "Ceklist perangkat daerah yang diverifikasi" (source 002, step 5), on the
 * screen and over all regions of a province: who was verified, when and by
 * whom.  The sheet of one region is a paper: paper/checklists.c.
 */
#include "verify/verify.h"

#include <string.h>

#include "document/export.h"
#include "document/listing.h"
#include "frame/words.h"
#include "base/banned.h"

enum { CHECKLIST_YEAR, CHECKLIST_REGION, CHECKLIST_MARK };

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
	[CHECKLIST_MARK] = EXPORT_MARK,
	{ .name = NULL },
};

/* One agency as people read it; what it has not come to is "". */
struct checked_line {
	const char *number, *agency, *region;
	enum state state;
	const char *state_name;
	const char *verified_at, *verified_by, *validated_at, *validated_by;
};

static struct checked_line
checked_line(struct arena *arena, const struct rows *rows, size_t row)
{
	const char *zone = row_text(rows, row, "timezone");
	struct checked_line line = { .number = arena_format(arena, "%zu", row + 1),
		.agency = row_text(rows, row, "agency_name"),
		.region = row_text(rows, row, "region_name"),
		.verified_at = "",
		.verified_by = "",
		.validated_at = "",
		.validated_by = "" };

	state_of(row_text(rows, row, "state"), &line.state);
	line.state_name = state_name(line.state);
	/* What was verified and then sent back is not verified. */
	if (line.state < STATE_VERIFIED)
		return line;
	line.verified_at = words_day_of(arena, row_text(rows, row, "verified_at"), zone);
	line.verified_by = row_text(rows, row, "verified_by");
	if (line.state < STATE_VALIDATED || row_int(rows, row, "province_tier") == 0)
		return line;
	line.validated_at = words_day_of(arena, row_text(rows, row, "validated_at"), zone);
	line.validated_by = row_text(rows, row, "validated_by");
	return line;
}

static bool
fill_line(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	struct checked_line line = checked_line(context->arena, rows, row);

	node_set(node, "number", line.number);
	node_set(node, "agency_name", line.agency);
	node_set(node, "region_name", line.region);
	node_set(node, "state", state_code(line.state));
	node_set(node, "verified_at", line.verified_at);
	node_set(node, "verified_by", line.verified_by);
	node_set(node, "validated_at", line.validated_at);
	node_set(node, "validated_by", line.validated_by);
	return line.state >= STATE_VERIFIED;
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

int
send_checklist(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_NUMBER("No.", 5, struct checked_line, number),
		LISTING_MEMBER("Perangkat daerah", 25, struct checked_line, agency),
		LISTING_MEMBER("Daerah", 15, struct checked_line, region),
		LISTING_MEMBER("Status", 12, struct checked_line, state_name),
		LISTING_MEMBER("Diverifikasi", 12, struct checked_line, verified_at),
		LISTING_MEMBER("Diverifikasi oleh", 15, struct checked_line, verified_by),
		LISTING_MEMBER("Divalidasi", 12, struct checked_line, validated_at),
		LISTING_MEMBER("Divalidasi oleh", 15, struct checked_line, validated_by),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Ceklist",
		.columns = columns,
		.size = sizeof(struct checked_line) };
	struct checked_line *lines;
	struct choice choice;
	struct rows rows;
	int status = form_ok(&context->form) ? checklist_read(context, &choice, &rows) : 400;

	if (status != 0)
		return status;
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		lines[row] = checked_line(context->arena, &rows, row);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context,
	    arena_format(context->arena, "ceklist-%lld", (long long)choice.year), &listing, 1);
}
