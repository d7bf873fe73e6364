/* SPDX-License-Identifier: ISC */
/*
 * Many agencies at once, out of a spreadsheet: new ones are entered, those
 * that the region has already get what the file knows better.
 */
#include <stdlib.h>
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

enum { AGENCY_NAME_MAX = 200 };

struct place {
	struct import_row row;
	size_t region; /* among those in care; their count: none */
	size_t index;  /* of the row */
	const char *name;
};

/* There, and not in the file: a list of a new structure lacks those that it
 * ends.  It is said, for nothing is done about them here. */
struct missing {
	const char *id, *name;
	struct missing *next;
};

/* The list that lacks more is that of another structure, or of one region among
 * several: thousands of names would be a page that nobody reads. */
enum { MISSING_SHOWN = 300 };

struct places {
	struct place *all;     /* one for each row */
	struct place **sorted; /* by region, by what the name says, by row */
	struct missing *missing, **last;
	size_t missing_count; /* of which the first are there */
};

static struct place *
agency_import_place_of(const struct import *import, size_t row)
{
	return &((const struct places *)import->own)->all[row];
}

static int
compare_names(const struct place *one, const struct place *other)
{
	if (one->region != other->region)
		return one->region < other->region ? -1 : 1;
	return strcmp(one->name, other->name);
}

static int
compare_agency_places(const void *left, const void *right)
{
	const struct place *one = *(const struct place *const *)left;
	const struct place *other = *(const struct place *const *)right;
	int names = compare_names(one, other);

	return names != 0 ? names : one->index < other->index ? -1 : 1;
}

/* The first row that says the same in the same region, in the order of names. */
static size_t
first_same(const struct import *import, const struct place *wanted)
{
	const struct places *places = import->own;
	size_t low = 0, high = import->table.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_names(places->sorted[middle], wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
agency_import_check_twice(struct import *import, size_t row)
{
	const struct places *places = import->own;
	const struct place *first = places->sorted[first_same(import, &places->all[row])];

	if (first->index != row)
		table_problem(&import->table, row, SHEET_NAME,
		    "Sama dengan baris %zu. Hapus salah satunya.",
		    import->table.rows[first->index].number);
}

enum { KEY_ROOM = 4 * 4 * AGENCY_NAME_MAX + 1 };

/* Written there, or the name itself. */
static const char *
agency_import_key(char key[KEY_ROOM], const char *name)
{
	if (strlen(name) >= KEY_ROOM / 4) /* too long a name, as is told elsewhere */
		return name;
	name_key(key, name);
	return key;
}

static const char *
agency_import_keep_key(struct arena *arena, const char *name)
{
	char room[KEY_ROOM];
	const char *key = agency_import_key(room, name);

	return key == room ? arena_text(arena, key) : name;
}

static void
add_missing(struct arena *arena, struct places *places, const struct rows *there, size_t at)
{
	struct missing *missing;

	if (places->missing_count++ >= MISSING_SHOWN)
		return;
	missing = arena_alloc(arena, sizeof(*missing));
	*missing = (struct missing){ row_text(there, at, "id"), row_text(there, at, "name"), NULL };
	*places->last = missing;
	places->last = &missing->next;
}

/* Compares with what one region has; each region is asked once. */
static int
match_region(struct import *import, size_t region)
{
	struct places *places = import->own;
	struct rows there;
	int result = db_select(import->context->db, &there, STATEMENT_AGENCIES_THERE,
	    db_int(row_int(&import->regions, region, "id")));

	if (result < 0)
		return context_status(import->context, result);
	for (size_t at = 0; at < there.count; at++) {
		char key[KEY_ROOM];
		struct place wanted = { .region = region,
			.name = agency_import_key(key, row_text(&there, at, "name")) };
		size_t first = first_same(import, &wanted), same = first;

		for (; same < import->table.count &&
		     compare_names(places->sorted[same], &wanted) == 0;
		     same++)
			import_match(import, places->sorted[same]->index, &there, at);
		if (same == first && row_int(&there, at, "active") != 0)
			add_missing(import->context->arena, places, &there, at);
	}
	return 0;
}

static int
match_all(struct import *import)
{
	const struct places *places = import->own;
	int status = 0;

	for (size_t at = 0; at < import->table.count && status == 0; at++) {
		size_t region = places->sorted[at]->region;

		if (region < import->regions.count &&
		    (at == 0 || places->sorted[at - 1]->region != region))
			status = match_region(import, region);
	}
	return status;
}

static int
check_agencies(struct import *import)
{
	struct arena *arena = import->context->arena;
	size_t count = import->table.count;
	struct places *places = arena_alloc(arena, sizeof(*places));

	*places = (struct places){ .all = arena_array(arena, count + 1, sizeof(*places->all)),
		.sorted = arena_array(arena, count + 1, sizeof(struct place *)) };
	places->last = &places->missing;
	import->own = places;
	for (size_t row = 0; row < count; row++) {
		struct place *place = &places->all[row];

		import->rows[row] = &place->row;
		place->index = row;
		place->region = import_region(import, row);
		place->name = agency_import_keep_key(arena, import_cell(import, row, SHEET_NAME));
		places->sorted[row] = place;
		import_check_cells(import, row);
	}
	if (count > 0)
		qsort(places->sorted, count, sizeof(struct place *), compare_agency_places);
	for (size_t row = 0; row < count; row++)
		agency_import_check_twice(import, row);
	return match_all(import);
}

static void
fill_place(const struct import *import, size_t row, struct node *node)
{
	size_t region = agency_import_place_of(import, row)->region;

	if (region < import->regions.count)
		node_set(node, "region_name", row_text(&import->regions, region, "name"));
}

/* Missing.N.id .name of the first some hundred, Count.missing, Count.unnamed of the others */
static void
fill_missing(const struct import *import)
{
	const struct places *places = import->own;
	struct page *page = &import->context->page;
	struct node *list = page_node(page, "Missing");
	size_t row = 0;

	for (const struct missing *each = places->missing; each != NULL; each = each->next) {
		struct node *node = node_row(list, row++);

		node_set(node, "id", each->id);
		node_set(node, "name", each->name);
	}
	page_set_int(page, "Count.missing", (int64_t)places->missing_count);
	if (places->missing_count > row)
		page_set_int(page, "Count.unnamed", (int64_t)(places->missing_count - row));
}

/* ---- storing -------------------------------------------------------------- */

/* Rows of which the same becomes, as many as go to the database at once. */
struct batch {
	const struct import *import;
	enum import_what what;
	struct agency_row agencies[DB_ROWS_MAX];
	size_t rows[DB_ROWS_MAX]; /* of the table */
	size_t count;
};

static struct change
agency_import_change_of(const struct batch *batch, size_t at)
{
	const struct import *import = batch->import;
	const struct place *place = agency_import_place_of(import, batch->rows[at]);
	struct change change = change_of(import->context, "agency",
	    row_int(&import->regions, place->region, "id"), batch->agencies[at].id);
	struct edit edit;

	change.agency_id = batch->agencies[at].id;
	change.reason = import_reason;
	if (batch->what == ROW_NEW)
		change.to = import_cell(import, batch->rows[at], SHEET_NAME);
	else {
		import_edit(import, batch->rows[at], &edit);
		change.from = edit.from;
		change.to = edit.to;
	}
	return change;
}

static int
store_batch(struct db *db, struct batch *batch)
{
	struct change changes[DB_ROWS_MAX];
	int result = batch->what == ROW_NEW ?
	    agency_add_rows(db, batch->agencies, batch->count) :
	    agency_change_rows(db, batch->agencies, batch->count);

	if (result != 0)
		return result;
	for (size_t at = 0; at < batch->count; at++)
		changes[at] = agency_import_change_of(batch, at);
	result = history_add_rows(db, changes, batch->count);
	batch->count = 0;
	return result;
}

static void
put_agency_row(struct batch *batch, size_t row)
{
	const struct import *import = batch->import;
	const struct place *place = agency_import_place_of(import, row);

	batch->rows[batch->count] = row;
	batch->agencies[batch->count++] = (struct agency_row){
		.region_id = row_int(&import->regions, place->region, "id"),
		.id = place->row.id,
		.version = place->row.version,
		.columns = import_values(import, row),
	};
}

static int
store_what(struct db *db, const struct import *import, enum import_what what)
{
	struct batch batch = { .import = import, .what = what };
	int result = 0;

	for (size_t row = 0; row < import->table.count && result == 0; row++) {
		if (agency_import_place_of(import, row)->row.what != what)
			continue;
		put_agency_row(&batch, row);
		if (batch.count == DB_ROWS_MAX)
			result = store_batch(db, &batch);
	}
	return result == 0 && batch.count > 0 ? store_batch(db, &batch) : result;
}

/* Those that are there, then the new ones. */
static int
agency_import_store_all(struct db *db, void *argument)
{
	const struct import *import = argument;
	int result = store_what(db, import, ROW_CHANGED);

	return result != 0 ? result : store_what(db, import, ROW_NEW);
}

static int
agency_import_store_import(struct import *import)
{
	int result = db_txn_world(import->context->db, agency_import_store_all, import);

	if (result == DB_DUPLICATE)
		return import_late(import,
		    "Daftar perangkat daerah sudah berubah sejak halaman ini ditampilkan. Unggah "
		    "berkasnya sekali lagi untuk membandingkan dengan daftar terbaru.");
	return result != 0 ? context_status(import->context, result) : import_done(import);
}

/* ---- pages ---------------------------------------------------------------- */

static const struct import_kind kind = {
	.name = "agencies",
	.layout = &agency_layout,
	.rows_max = AGENCY_ROWS_MAX,
	.first = 0,
	.code = SHEET_CODE,
	.key = SHEET_NAME,
	.upload = "cycle/agency_import",
	.preview = "cycle/agency_preview",
	.address = "/cycle/agencies",
	.check = check_agencies,
	.fill_row = fill_place,
	.fill = fill_missing,
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
reread_agencies(struct context *context)
{
	return import_reread(context, &kind);
}

int
store_agencies(struct context *context)
{
	return import_store(context, &kind);
}
