/* SPDX-License-Identifier: ISC */
/*
 * Many agencies at once, out of a spreadsheet: new ones are entered, those
 * that the region has already get what the file knows better.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/import.h"
#include "store/agency.h"
#include "store/history.h"
#include "rules/name_text.h"
#include "base/banned.h"

enum { SHEET_NAME = AGENCY_NAME - AGENCY_FIRST, SHEET_CODE = AGENCY_COLUMNS };

static const struct table_column none[] = { { 0 } };
static const struct table_column code[] = {
	{ "kode daerah", SHEET_CODE_ALSO, 0, SHEET_CODE_MAX, .share = 6, .source = "region_code" },
	{ 0 },
};
const struct sheet_layout agency_layout = {
	.before = none,
	.fields = agency_fields + AGENCY_FIRST,
	.count = AGENCY_COLUMNS,
	.required = COLUMN_REQUIRED | COLUMN_FILLED,
	.behind = code,
};

struct place {
	struct import_row row;
	size_t region; /* among those in care; their count: none */
};

static struct place *
agency_import_place_of(const struct import *import, size_t row)
{
	return (struct place *)import->own + row;
}

static void
agency_import_check_twice(struct import *import, size_t row)
{
	for (size_t other = 0; other < row; other++)
		if (agency_import_place_of(import, other)->region ==
			agency_import_place_of(import, row)->region &&
		    name_same(import_cell(import, other, SHEET_NAME),
			import_cell(import, row, SHEET_NAME))) {
			table_problem(&import->table, row, SHEET_NAME,
			    "Sama "
			    "dengan baris %zu. Hapus salah satunya.",
			    import->table.rows[other].number);
			return;
		}
}

/* Compares with what one region has; each region is asked once. */
static int
match_region(struct import *import, size_t region)
{
	struct rows there;
	int result = db_select(import->context->db, &there, STATEMENT_AGENCIES_THERE,
	    db_int(row_int(&import->regions, region, "id")));

	if (result < 0)
		return context_status(import->context, result);
	for (size_t row = 0; row < import->table.count; row++)
		for (size_t at = 0;
		     at < there.count && agency_import_place_of(import, row)->region == region;
		     at++)
			if (name_same(import_cell(import, row, SHEET_NAME),
				row_text(&there, at, "name")))
				import_match(import, row, &there, at);
	return 0;
}

static int
match_all(struct import *import)
{
	int status = 0;

	for (size_t row = 0; row < import->table.count && status == 0; row++) {
		size_t region = agency_import_place_of(import, row)->region, first = 0;

		while (agency_import_place_of(import, first)->region != region)
			first++;
		if (first == row && region < import->regions.count)
			status = match_region(import, region);
	}
	return status;
}

static int
check_agencies(struct import *import)
{
	size_t count = import->table.count;
	struct place *places = arena_array(import->context->arena, count + 1, sizeof(*places));

	import->own = places;
	for (size_t row = 0; row < count; row++) {
		import->rows[row] = &places[row].row;
		places[row].region = import_region(import, row);
		import_check_cells(import, row);
		agency_import_check_twice(import, row);
	}
	return match_all(import);
}

static void
fill_place(const struct import *import, size_t row, struct node *node)
{
	size_t region = agency_import_place_of(import, row)->region;

	if (region < import->regions.count)
		node_set(node, "region_name", row_text(&import->regions, region, "name"));
}

/* ---- storing -------------------------------------------------------------- */

static int
agency_import_record(struct db *db, const struct import *import, size_t row, int64_t id)
{
	const struct place *place = agency_import_place_of(import, row);
	struct change change = change_of(import->context, "agency",
	    row_int(&import->regions, place->region, "id"), id);
	struct edit edit;

	change.agency_id = id;
	change.reason = import_reason;
	if (place->row.what == ROW_NEW)
		change.to = import_cell(import, row, SHEET_NAME);
	else {
		import_edit(import, row, &edit);
		change.from = edit.from;
		change.to = edit.to;
	}
	return history_add(db, &change);
}

static int
store_row(struct db *db, const struct import *import, size_t row)
{
	const struct place *place = agency_import_place_of(import, row);
	const char *const *values = import_values(import, row);
	int result;

	if (place->row.what == ROW_NEW) {
		result = agency_add(db, row_int(&import->regions, place->region, "id"), values);
		return result != 0 ?
		    result :
		    agency_import_record(db, import, row, db_last_key(db));
	}
	if (place->row.what != ROW_CHANGED)
		return 0;
	result = agency_change(db, place->row.id, place->row.version, values);
	return result < 0 ? result :
	    result == 0   ? DB_DUPLICATE :
			    agency_import_record(db, import, row, place->row.id);
}

static int
agency_import_store_all(struct db *db, void *argument)
{
	const struct import *import = argument;
	int result = 0;

	for (size_t row = 0; row < import->table.count && result == 0; row++)
		result = store_row(db, import, row);
	return result;
}

static int
agency_import_store_import(struct import *import)
{
	int result = db_txn_world(import->context->db, agency_import_store_all, import);

	if (result == DB_DUPLICATE)
		return import_late(import,
		    "Daftar perangkat daerah baru saja "
		    "diubah orang lain. Unggah berkasnya sekali lagi untuk "
		    "membandingkan dengan daftar terbaru.");
	return result != 0 ? context_status(import->context, result) : import_done(import);
}

/* ---- pages ---------------------------------------------------------------- */

static const struct import_kind kind = {
	.layout = &agency_layout,
	.first = 0,
	.code = SHEET_CODE,
	.key = SHEET_NAME,
	.upload = "cycle/agency_import",
	.preview = "cycle/agency_preview",
	.address = "/cycle/agencies",
	.check = check_agencies,
	.fill_row = fill_place,
	.store = agency_import_store_import,
};

int
new_agency_import(struct context *context)
{
	return import_new(context, &kind);
}

int
preview_agencies(struct context *context)
{
	return import_preview(context, &kind);
}

int
store_agencies(struct context *context)
{
	return import_store(context, &kind);
}
