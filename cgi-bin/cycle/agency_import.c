/* SPDX-License-Identifier: ISC */
/*
 * Many agencies at once, out of a spreadsheet: new ones are entered, those
 * that the region has already get what the file knows better.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/import.h"
#include "store/history.h"
#include "base/banned.h"

enum { REGION, FILE_FIELD };
const struct field agency_import_fields[] = {
	[REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[FILE_FIELD] = { "file", FIELD_FILE, "Berkas", true },
	{ 0 }
};

enum { STORE_REGION, CONTENT, SEEN };
const struct field agency_store_fields[] = {
	[STORE_REGION] = { "region_id", FIELD_NUMBER, "Daerah", .min = 1,
	    .max = INT32_MAX },
	[CONTENT] = { "content", FIELD_LINES, "Daftar", true,
	    .max = TABLE_TEXT_MAX },
	[SEEN] = { "seen", FIELD_TEXT, "Pemeriksaan", true,
	    .max = SHA256_TEXT },
	{ 0 }
};

const struct table_column agency_columns[] = {
	[AGENCY_NAME] = { "nama", "perangkatdaerah namaperangkatdaerah "
	    "namaopd opd skpd name", COLUMN_REQUIRED | COLUMN_FILLED, 200 },
	[AGENCY_SHORT] = { "singkatan", "shortname", 0, 40 },
	[AGENCY_TITLE] = { "jabatan kepala", "jabatan headtitle", 0, 200 },
	[AGENCY_HEAD] = { "nama kepala", "kepala pimpinan namapimpinan "
	    "headname", 0, 120 },
	[AGENCY_RANK] = { "pangkat", "pangkatgolongan golongan headrank", 0,
	    120 },
	[AGENCY_NIP] = { "nip", "nipkepala headnip", 0, 30 },
	[AGENCY_CODE] = { "kode daerah", "daerah kode kodewilayah region", 0,
	    5 },
	{ 0 }
};

struct import {
	struct context *context;
	struct table table;
	struct problems problems;
	int64_t region_id;		/* where no column says otherwise */
	struct rows regions;		/* all in care, with their codes */
	struct place {
		int64_t region_id;
		int64_t id;		/* of an agency there already, or 0 */
		int64_t version;
		bool same;		/* nothing in it changes */
		const char *values[AGENCY_WIDTH];
	} *places;			/* one per row */
	size_t fresh, changed, same;
	struct seen seen;
	const char *csv;	/* what is to be stored */
};

static const struct {
	size_t column;
	const char *name;	/* column of the schema */
	const char *label;
} kept[] = {
	{ AGENCY_NAME, "name", "Nama" },
	{ AGENCY_SHORT, "short_name", "Singkatan" },
	{ AGENCY_TITLE, "head_title", "Jabatan kepala" },
	{ AGENCY_HEAD, "head_name", "Nama kepala" },
	{ AGENCY_RANK, "head_rank", "Pangkat" },
	{ AGENCY_NIP, "head_nip", "NIP" },
};
enum { KEPT = sizeof(kept) / sizeof(kept[0]) };

/* Where a row belongs, or 0 and a problem. */
static int64_t
region_of(struct import *import, size_t row)
{
	const char *code = import->table.rows[row].cells[AGENCY_CODE];

	if (*code == '\0') {
		if (import->region_id == 0)
			table_problem(&import->table, row, AGENCY_CODE,
			    "Tulis kode daerahnya, misalnya 64.71, atau pilih "
			    "satu daerah untuk seluruh berkas.");
		return import->region_id;
	}
	for (size_t at = 0; at < import->regions.count; at++)
		if (is_region_code(row_text(&import->regions, at, "code"),
		    code))
			return row_int(&import->regions, at, "id");
	table_problem(&import->table, row, AGENCY_CODE, "Daerah dengan kode "
	    "%s tidak ada di wilayah Anda.", code);
	return 0;
}

static void
check_twice(struct import *import, size_t row)
{
	const struct table_row *rows = import->table.rows;

	for (size_t other = 0; other < row; other++)
		if (import->places[other].region_id ==
		    import->places[row].region_id &&
		    same_words(rows[other].cells[AGENCY_NAME],
		    rows[row].cells[AGENCY_NAME])) {
			table_problem(&import->table, row, AGENCY_NAME, "Sama "
			    "dengan baris %zu. Hapus salah satunya.",
			    rows[other].number);
			return;
		}
}

/* An agency that is there keeps what the file leaves empty. */
static void
match_existing(struct import *import, size_t row, const struct rows *there,
    size_t at)
{
	struct place *place = &import->places[row];

	place->id = row_int(there, at, "id");
	place->version = row_int(there, at, "version");
	place->same = true;
	for (size_t each = 0; each < KEPT; each++) {
		const char *was = row_text(there, at, kept[each].name);
		const char *cell =
		    import->table.rows[row].cells[kept[each].column];

		place->values[kept[each].column] = was;
		if (*cell == '\0')
			import->table.rows[row].cells[kept[each].column] = was;
		else if (strcmp(cell, was) != 0)
			place->same = false;
	}
}

/* Compares with what one region has; each region is asked once. */
static int
match_region(struct import *import, int64_t region_id)
{
	struct table *table = &import->table;
	struct rows there;
	int result = db_select(import->context->db, &there,
	    STATEMENT_AGENCIES_THERE, db_int(region_id));

	if (result < 0)
		return context_status(import->context, result);
	for (size_t row = 0; row < table->count; row++)
		for (size_t at = 0; at < there.count &&
		    import->places[row].region_id == region_id; at++)
			if (same_words(table->rows[row].cells[AGENCY_NAME],
			    row_text(&there, at, "name")))
				match_existing(import, row, &there, at);
	return 0;
}

static int
match_all(struct import *import)
{
	int status = 0;

	for (size_t row = 0; row < import->table.count && status == 0; row++) {
		int64_t region_id = import->places[row].region_id;
		size_t first = 0;

		while (import->places[first].region_id != region_id)
			first++;
		if (first == row && region_id != 0)
			status = match_region(import, region_id);
	}
	return status;
}

/* What is as it was need not travel, nor be seen again. */
static void
weigh(struct import *import, size_t row)
{
	const struct place *place = &import->places[row];
	struct table_row *line = &import->table.rows[row];

	if (line->wrong)
		return;
	line->idle = place->id != 0 && place->same;
	import->fresh += place->id == 0;
	import->changed += place->id != 0 && !place->same;
	import->same += line->idle;
	if (!line->idle)
		seen_add(&import->seen, place->id, place->version,
		    line->cells[AGENCY_NAME]);
}

/* Everything that is wrong, and what would become of each row. */
static int
check(struct import *import)
{
	struct context *context = import->context;
	struct table *table = &import->table;
	struct rows region;
	int result, status;

	seen_begin(&import->seen);
	if (import->region_id != 0 && (status = region_find(context,
	    import->region_id, &region)) != 0)
		return status;
	result = db_select(context->db, &import->regions,
	    STATEMENT_ADMIN_REGION_CODES, scope(context));
	if (result < 0)
		return context_status(context, result);
	import->places = arena_array(context->arena, table->count + 1,
	    sizeof(*import->places));
	for (size_t row = 0; row < table->count; row++) {
		import->places[row].region_id = region_of(import, row);
		check_nip_cell(&import->table, row, AGENCY_NIP);
		check_twice(import, row);
	}
	status = match_all(import);
	for (size_t row = 0; row < table->count && status == 0; row++)
		weigh(import, row);
	if (status == 0 && import->problems.count == 0)
		import->csv = table_csv(table);
	return status;
}

static int
show_upload(struct context *context, int code)
{
	int status = region_options(context);

	fill_form(context);
	return status != 0 ? status :
	    context_show_status(context, "cycle/agency_import", code);
}

int
new_agency_import(struct context *context)
{
	int64_t region = form_number(&context->form, REGION);

	if (region == 0)
		region = context->actor.region_id;
	if (region != 0)
		set_number(context, "region_id", region);
	return show_upload(context, 200);
}

/* What a row would change: Rows.N.changes.M.label, .from, .to. */
static void
fill_changes(const struct import *import, size_t row, struct node *node)
{
	struct node *list = node_child(node, "changes");
	size_t number = 0;

	for (size_t at = 0; at < KEPT; at++) {
		const char *was = import->places[row].values[kept[at].column];
		const char *now = import->table.rows[row]
		    .cells[kept[at].column];
		struct node *change;

		if (strcmp(was, now) == 0)
			continue;
		change = node_row(list, number++);
		node_set(change, "label", kept[at].label);
		node_set(change, "from", was);
		node_set(change, "to", now);
	}
}

static void
fill_place(const struct import *import, size_t row, struct node *node)
{
	const struct place *place = &import->places[row];
	const struct table_row *line = &import->table.rows[row];

	for (size_t at = 0; at < KEPT; at++)
		node_set(node, kept[at].name, line->cells[kept[at].column]);
	node_set_int(node, "number", (int64_t)line->number);
	node_set(node, "what", line->wrong ? "wrong" : place->id == 0 ?
	    "new" : place->same ? "same" : "changed");
	if (place->id != 0 && !place->same)
		fill_changes(import, row, node);
	for (size_t at = 0; at < import->regions.count; at++)
		if (row_int(&import->regions, at, "id") == place->region_id)
			node_set(node, "region_name",
			    row_text(&import->regions, at, "name"));
}

/* The rows as they would be stored, or what is wrong with them; those that
 * stay as they are by themselves. */
static int
show_preview(struct import *import, int code)
{
	struct context *context = import->context;
	struct node *rows = page_node(&context->page, "Rows");
	struct node *same = page_node(&context->page, "Same");
	size_t row_count = 0, same_count = 0;

	for (size_t row = 0; row < import->table.count; row++)
		fill_place(import, row, import->table.rows[row].idle ?
		    node_row(same, same_count++) :
		    node_row(rows, row_count++));
	page_set_int(&context->page, "Count.fresh", (int64_t)import->fresh);
	page_set_int(&context->page, "Count.changed",
	    (int64_t)import->changed);
	page_set_int(&context->page, "Count.same", (int64_t)import->same);
	if (import->region_id != 0)
		set_number(context, "region_id", import->region_id);
	if (import->problems.count > 0)
		return context_show_status(context, "cycle/agency_preview",
		    code == 200 ? 422 : code);
	set_value(context, "content", import->csv);
	set_value(context, "seen", seen_text(&import->seen));
	return context_show_status(context, "cycle/agency_preview", code);
}

static void
begin(struct import *import, struct context *context, int region)
{
	memset(import, 0, sizeof(*import));
	import->context = context;
	import->problems.context = context;
	import->region_id = form_number(&context->form, region);
}

int
preview_agencies(struct context *context)
{
	struct import import;
	struct upload *upload = table_upload(context, FILE_FIELD);
	int status;

	begin(&import, context, REGION);
	if (!form_ok(&context->form) || upload == NULL)
		return show_upload(context, 422);
	page_set(&context->page, "File.name", upload->name);
	table_read(&import.table, &import.problems, agency_columns, "", upload,
	    NULL);
	status = check(&import);
	return status != 0 ? status : show_preview(&import, 200);
}

static int
record(struct import *import, size_t row, int64_t id)
{
	const struct place *place = &import->places[row];
	struct arena *arena = import->context->arena;
	struct change change = change_of(import->context, "agency",
	    place->region_id, id);
	struct buffer from = { .arena = arena }, to = { .arena = arena };

	change.agency_id = id;
	change.reason = "Impor dari berkas";
	if (place->id == 0) {
		change.to = import->table.rows[row].cells[AGENCY_NAME];
		return history_add(import->context->db, &change);
	}
	for (size_t at = 0; at < KEPT; at++) {
		const char *was = place->values[kept[at].column];
		const char *now = import->table.rows[row]
		    .cells[kept[at].column];

		if (strcmp(was, now) == 0)
			continue;
		buffer_format(&from, "%s%s: %s", from.length > 0 ? "; " : "",
		    kept[at].label, *was != '\0' ? was : "–");
		buffer_format(&to, "%s%s: %s", to.length > 0 ? "; " : "",
		    kept[at].label, now);
	}
	change.from = from.bytes;
	change.to = to.bytes;
	return history_add(import->context->db, &change);
}

static int
store_row(struct db *db, struct import *import, size_t row)
{
	const struct place *place = &import->places[row];
	const char **cells = import->table.rows[row].cells;
	int result;

	if (place->id != 0 && place->same)
		return 0;
	if (place->id != 0)
		result = db_run(db, STATEMENT_AGENCY_UPDATE,
		    db_text(cells[AGENCY_NAME]), db_text(cells[AGENCY_SHORT]),
		    db_text(cells[AGENCY_TITLE]), db_text(cells[AGENCY_HEAD]),
		    db_text(cells[AGENCY_RANK]), db_text(cells[AGENCY_NIP]),
		    db_int(place->id), db_int(place->version));
	else
		result = db_run(db, STATEMENT_AGENCY_CREATE,
		    db_int(place->region_id), db_text(cells[AGENCY_NAME]),
		    db_text(cells[AGENCY_SHORT]), db_text(cells[AGENCY_TITLE]),
		    db_text(cells[AGENCY_HEAD]), db_text(cells[AGENCY_RANK]),
		    db_text(cells[AGENCY_NIP]));
	if (result <= 0)
		return result < 0 ? result : DB_DUPLICATE;
	return record(import, row, place->id != 0 ? place->id :
	    db_last_key(db));
}

static int
store_all(struct db *db, void *argument)
{
	struct import *import = argument;
	int result = 0;

	for (size_t row = 0; row < import->table.count && result == 0; row++)
		result = store_row(db, import, row);
	return result;
}

int
store_agencies(struct context *context)
{
	struct import import;
	int result, status;

	begin(&import, context, STORE_REGION);
	if (!form_ok(&context->form))
		return 400;
	table_again(&import.table, &import.problems, agency_columns, "",
	    form_text(&context->form, CONTENT));
	status = check(&import);
	if (status != 0)
		return status;
	if (import.problems.count > 0)
		return show_preview(&import, 422);
	if (strcmp(form_text(&context->form, SEEN),
	    seen_text(&import.seen)) != 0) {
		/* Sent a second time: all of it is there. */
		bool done = import.fresh + import.changed == 0;

		page_set(&context->page, "Preview.late", done ? "done" :
		    "changed");
		return show_preview(&import, done ? 200 : 409);
	}
	result = db_txn(context->db, store_all, &import);
	if (result == DB_DUPLICATE) {
		table_trouble(&import.table, "Daftar perangkat daerah baru "
		    "saja diubah orang lain. Unggah berkasnya sekali lagi "
		    "untuk membandingkan dengan daftar terbaru.");
		return show_preview(&import, 409);
	}
	if (result != 0)
		return context_status(context, result);
	if (import.region_id == 0)
		return context_redirect(context, "/cycle/agencies?done=imported");
	return context_redirect(context, "/cycle/agencies?region=%lld&"
	    "done=imported", (long long)import.region_id);
}
