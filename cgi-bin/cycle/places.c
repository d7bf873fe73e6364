/* SPDX-License-Identifier: ISC */
/*
 * Kecamatan and kelurahan of a region: a list that is imported, looked at before it is
 * stored, brought out again to be edited, and of which each can be taken out of the choice.
 * Nothing is deleted, since what people wrote names them.
 */
#include <string.h>
#include <strings.h>

#include "cycle/cycle.h"
#include "document/listing.h"
#include "import/import_draft.h"
#include "import/import_table.h"
#include "rules/name_text.h"
#include "store/history.h"
#include "base/banned.h"

/* The most villages of a kabupaten are some nine hundred. */
enum { PLACE_ROWS_MAX = 1500, PLACE_NAME_MAX = 80 };

enum { FILE_FIELD };
const struct field place_import_fields[] = {
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ .name = NULL },
};

const struct field place_reread_fields[] = {
	DRAFT_FORM,
	{ .name = NULL },
};

enum { OFFER_DISTRICT, OFFER_VILLAGE, OFFERED };
const struct field place_offer_fields[] = {
	[OFFER_DISTRICT] = { "district", FIELD_NUMBER, "Kecamatan", .min = 1, .max = INT32_MAX },
	[OFFER_VILLAGE] = { "village", FIELD_NUMBER, "Kelurahan", .min = 1, .max = INT32_MAX },
	[OFFERED] = { "offered", FIELD_FLAG, "Dapat dipilih" },
	{ .name = NULL },
};

enum { COLUMN_DISTRICT, COLUMN_VILLAGE };
static const struct table_column columns[] = {
	[COLUMN_DISTRICT] = { "kecamatan", "district namakecamatan kec",
	    COLUMN_REQUIRED | COLUMN_FILLED, PLACE_NAME_MAX },
	[COLUMN_VILLAGE] = { "kelurahan",
	    "desa kelurahandesa desakelurahan namakelurahan namadesa kel village", COLUMN_REQUIRED,
	    PLACE_NAME_MAX },
	{ .name = NULL },
};

/* ---- the list -------------------------------------------------------------------- */

/* A region in care and all its places, also those that are not offered. */
struct places {
	struct rows region, rows;
};

static int
places_read(struct context *context, struct places *places)
{
	int result, status = region_find(context, context->keys[0], &places->region);

	if (status != 0)
		return status;
	result = db_select(context->db, &places->rows, STATEMENT_PLACE_LIST,
	    db_int(context->keys[0]));
	return result < 0 ? context_status(context, result) : 0;
}

static void
places_fill(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Districts"), *district = NULL;
	size_t districts = 0, villages = 0;
	int64_t last = 0;

	for (size_t row = 0; row < rows->count; row++) {
		if (row_int(rows, row, "district_id") != last) {
			last = row_int(rows, row, "district_id");
			district = node_row(list, districts++);
			node_set_int(district, "id", last);
			node_set(district, "name", row_text(rows, row, "district"));
			node_set_int(district, "offered", row_int(rows, row, "district_active"));
			villages = 0;
		}
		if (!row_null(rows, row, "village_id")) {
			struct node *village = node_row(node_child(district, "villages"),
			    villages++);

			node_set_int(village, "id", row_int(rows, row, "village_id"));
			node_set(village, "name", row_text(rows, row, "village"));
			node_set_int(village, "offered", row_int(rows, row, "village_active"));
			node_set_int(district, "count", (int64_t)villages);
		}
	}
}

static int
places_show(struct context *context, const struct places *places)
{
	fill_row(page_node(&context->page, "Region"), &places->region, 0);
	places_fill(context, &places->rows);
	return context_show(context, "cycle/places");
}

int
show_places(struct context *context)
{
	struct places places;
	int status = places_read(context, &places);

	return status != 0 ? status : places_show(context, &places);
}

int
send_places(struct context *context)
{
	static const struct listing_column listed[] = {
		{ .label = "kecamatan", .share = 40, .source = "district" },
		{ .label = "kelurahan", .share = 60, .source = "village" },
		{ .label = NULL },
	};
	struct places places;
	int status = places_read(context, &places);

	return status != 0 ?
	    status :
	    listing_send_rows(context, "kecamatan-kelurahan", "Kecamatan dan kelurahan", listed,
		&places.rows);
}

/* ---- taken out of the choice, and back -------------------------------------------- */

static int
places_record(struct context *context, const char *to)
{
	struct change change = change_of(context, "region", context->keys[0], context->keys[0]);

	change.to = to;
	return history_add(context->db, &change);
}

static int
places_offer_one(struct db *db, void *argument)
{
	struct context *context = argument;
	const struct form *form = &context->form;
	bool village = form_given(form, OFFER_VILLAGE);
	int64_t offered = form_number(form, OFFERED);
	int64_t id = form_number(form, village ? OFFER_VILLAGE : OFFER_DISTRICT);
	int result = village ?
	    db_run(db, STATEMENT_PLACE_VILLAGE_OFFER, db_int(offered), db_int(id),
		db_int(context->keys[0])) :
	    db_run(db, STATEMENT_PLACE_DISTRICT_OFFER, db_int(offered), db_int(id),
		db_int(context->keys[0]));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	return places_record(context,
	    arena_format(context->arena, "%s nomor %lld %s", village ? "Kelurahan" : "Kecamatan",
		(long long)id, offered ? "dapat dipilih lagi" : "tidak dapat dipilih lagi"));
}

int
offer_place(struct context *context)
{
	struct rows region;
	int result, status = region_find(context, context->keys[0], &region);

	if (status != 0)
		return status;
	if (!form_ok(&context->form) ||
	    form_given(&context->form, OFFER_VILLAGE) == form_given(&context->form, OFFER_DISTRICT))
		return 400;
	result = db_txn_world(context->db, places_offer_one, context);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/regions/%lld/places?done=saved",
	    (long long)context->keys[0]);
}

/* ---- imported ---------------------------------------------------------------------- */

/* A row that adds something, or brings it back. */
struct new_place {
	const char *district, *village;
};

struct place_import {
	struct context *context;
	struct places there;
	struct problems problems;
	struct table table;
	struct new_place *fresh, *seen; /* seen: of each row */
	size_t count, same;
	int64_t draft;
	const char *file;
};

/* "Kec. Balikpapan Kota" is Balikpapan Kota: lists say it or not. */
static const char *
place_name(const char *cell)
{
	static const char *const before[] = { "kecamatan ", "kec. ", "kelurahan ", "kel. ",
		"desa " };

	for (size_t at = 0; at < sizeof(before) / sizeof(before[0]); at++)
		if (strncasecmp(cell, before[at], strlen(before[at])) == 0)
			return cell + strlen(before[at]);
	return cell;
}

static bool
place_is_there(const struct rows *rows, const struct new_place *place)
{
	for (size_t row = 0; row < rows->count; row++)
		if (row_int(rows, row, "district_active") != 0 &&
		    name_same(row_text(rows, row, "district"), place->district) &&
		    (*place->village == '\0' ||
			(name_same(row_text(rows, row, "village"), place->village) &&
			    row_int(rows, row, "village_active") != 0)))
			return true;
	return false;
}

static bool
place_is_twice(struct place_import *import, size_t row, const struct new_place *place)
{
	struct table *table = &import->table;

	for (size_t other = 0; other < row; other++)
		if (strcmp(import->seen[other].district, place->district) == 0 &&
		    name_same(import->seen[other].village, place->village)) {
			table_problem(table, row, COLUMN_VILLAGE,
			    "Kelurahan yang sama ada di baris %zu. Hapus salah satunya.",
			    table->rows[other].number);
			return true;
		}
	return false;
}

/* A kecamatan as it is written there, or else as it stands first in the file: however it
 * is written, it is no second one. */
static const char *
place_district(const struct place_import *import, const char *cell)
{
	const char *name = place_name(cell);
	const struct rows *there = &import->there.rows;

	for (size_t row = 0; row < there->count; row++)
		if (name_same(row_text(there, row, "district"), name))
			return row_text(there, row, "district");
	for (size_t at = import->count; at > 0; at--)
		if (name_same(import->fresh[at - 1].district, name))
			return import->fresh[at - 1].district;
	return name;
}

static void
places_check(struct place_import *import)
{
	struct table *table = &import->table;

	import->fresh = arena_array(import->context->arena, table->count + 1,
	    sizeof(*import->fresh));
	import->seen = arena_array(import->context->arena, table->count + 1, sizeof(*import->seen));
	for (size_t row = 0; row < table->count; row++) {
		const struct new_place place = {
			.district = place_district(import, table->rows[row].cells[COLUMN_DISTRICT]),
			.village = place_name(table->rows[row].cells[COLUMN_VILLAGE]),
		};

		import->seen[row] = place;
		if (*place.district == '\0' || place_is_twice(import, row, &place))
			continue;
		if (place_is_there(&import->there.rows, &place))
			import->same++;
		else
			import->fresh[import->count++] = place;
	}
}

static void
places_understand(struct place_import *import, struct upload *upload)
{
	import->problems.context = import->context;
	import->file = upload->name;
	upload->rows_max = PLACE_ROWS_MAX;
	table_read(&import->table, &import->problems, columns, "", upload, NULL);
	places_check(import);
}

/* By kecamatan, as they stand in the file; what is wrong is above. */
static void
places_fill_fresh(struct context *context, const struct place_import *import)
{
	struct node *list = page_node(&context->page, "Rows"), *node = NULL;
	const char *last = "";
	size_t count = 0, villages = 0;

	for (size_t at = 0; at < import->count; at++) {
		const struct new_place *place = &import->fresh[at];

		if (node == NULL || strcasecmp(last, place->district) != 0) {
			node = node_row(list, count++);
			node_set(node, "name", place->district);
			last = place->district;
			villages = 0;
		}
		if (*place->village != '\0')
			node_set(node_row(node_child(node, "villages"), villages++), "name",
			    place->village);
	}
}

static int
places_show_preview(const struct place_import *import)
{
	struct context *context = import->context;

	fill_row(page_node(&context->page, "Region"), &import->there.region, 0);
	page_set(&context->page, "File.name", import->file);
	page_set_int(&context->page, "Count.fresh", (int64_t)import->count);
	page_set_int(&context->page, "Count.same", (int64_t)import->same);
	draft_show(context, import->draft, &import->table);
	places_fill_fresh(context, import);
	return context_show_status(context, "cycle/place_preview",
	    import->problems.count == 0 ? 200 : 422);
}

static int
places_show_form(struct context *context, const struct rows *region)
{
	fill_row(page_node(&context->page, "Region"), region, 0);
	return form_ok(&context->form) ?
	    context_show(context, "cycle/place_import") :
	    context_show_errors(context, "cycle/place_import");
}

int
new_place_import(struct context *context)
{
	struct rows region;
	int status = region_find(context, context->keys[0], &region);

	return status != 0 ? status : places_show_form(context, &region);
}

int
preview_places(struct context *context)
{
	struct place_import import = { .context = context };
	struct upload *upload = table_upload(context, FILE_FIELD);
	int status = places_read(context, &import.there);

	if (status != 0)
		return status;
	if (!form_ok(&context->form) || upload == NULL)
		return places_show_form(context, &import.there.region);
	status = draft_keep(context, "places", upload, &import.draft);
	if (status != 0)
		return status;
	places_understand(&import, upload);
	return places_show_preview(&import);
}

/* The kept file, understood as the form says. */
static int
places_again(struct place_import *import)
{
	struct context *context = import->context;
	struct upload *upload;
	int status = places_read(context, &import->there);

	if (status == 0)
		status = draft_again(context, "places", &upload);
	if (status != 0)
		return status;
	import->draft = form_number(&context->form, DRAFT_ID);
	places_understand(import, upload);
	return 0;
}

int
reread_places(struct context *context)
{
	struct place_import import = { .context = context };
	int status = places_again(&import);

	return status != 0 ? status : places_show_preview(&import);
}

static int
places_store_all(struct db *db, void *argument)
{
	const struct place_import *import = argument;
	struct context *context = import->context;
	int result = 0;

	for (size_t at = 0; result >= 0 && at < import->count; at++) {
		const struct new_place *place = &import->fresh[at];

		result = db_run(db, STATEMENT_PLACE_DISTRICT_PUT, db_int(context->keys[0]),
		    db_text(place->district));
		if (result >= 0 && *place->village != '\0')
			result = db_run(db, STATEMENT_PLACE_VILLAGE_PUT, db_int(db_last_key(db)),
			    db_text(place->village));
	}
	return result < 0 ?
	    result :
	    places_record(context,
		arena_format(context->arena,
		    "Daftar kecamatan dan kelurahan: %zu baris ditambahkan", import->count));
}

int
store_places(struct context *context)
{
	struct place_import import = { .context = context };
	int result, status = places_again(&import);

	if (status != 0)
		return status;
	if (import.problems.count > 0)
		return places_show_preview(&import);
	result = import.count > 0 ? db_txn_world(context->db, places_store_all, &import) : 0;
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/regions/%lld/places?done=imported",
	    (long long)context->keys[0]);
}
