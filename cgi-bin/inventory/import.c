/* SPDX-License-Identifier: ISC */
/*
 * The register out of a workbook: looked at first, then stored.  Its head is that of the
 * file that the register goes out as, so that one may be filled in and brought back.
 * What is there by that name in its agency is changed, what is not there is entered; what
 * the file does not say stays as it is.  An administrator's file says of each line whose
 * it is; in an operator's, a line of another agency is told, not taken for his own.
 */
#include "inventory/inventory.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "frame/words.h"
#include "import/import_draft.h"
#include "import/import_table.h"
#include "rules/date_text.h"
#include "rules/name_text.h"
#include "base/banned.h"

enum { IMPORT_FILE, IMPORT_REGION };
const struct field inventory_import_fields[] = {
	[IMPORT_FILE] = { "file", FIELD_FILE, "Berkas", true },
	[IMPORT_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { REREAD_REGION = DRAFT_FIELDS };
const struct field inventory_reread_fields[] = {
	DRAFT_FORM,
	[REREAD_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { STORE_CONTENT, STORE_REGION };
const struct field inventory_store_fields[] = {
	[STORE_CONTENT] = { "content", FIELD_LINES, "Daftar", true, .max = TABLE_TEXT_MAX },
	[STORE_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

/* The columns: those of the register in their order, then what was counted and seen. */
enum {
	SHEET_USERS = APPLICATION_FIELDS,
	SHEET_DOWNLOADS,
	SHEET_DATE,
	SHEET_STATE,
	SHEET_AGENCY,
	SHEET_COLUMNS
};
static const struct table_column sheet_columns[] = {
	[APPLICATION_KIND] = { "jenis", "kind", 0, 40 },
	[APPLICATION_NAME] = { "nama",
	    "namaaplikasi namasitus aplikasi situs namaaplikasiatausitus",
	    COLUMN_REQUIRED | COLUMN_FILLED, 160 },
	[APPLICATION_ADDRESS] = { "alamat", "url tautan link alamatsitus domain", 0,
	    LINK_ADDRESS_MAX },
	[APPLICATION_PURPOSE] = { "kegunaan", "fungsi deskripsi tujuan keterangan", COLUMN_LINES,
	    1000 },
	[APPLICATION_AUDIENCE] = { "sasaran pengguna", "sasaran penggunasasaran", 0, 200 },
	[APPLICATION_AUDIENCE_COUNT] = { "jumlah sasaran pengguna", "jumlahsasaran", 0, 20 },
	[APPLICATION_MANAGER] = { "pengelola", "admin penanggungjawab", 0, 200 },
	[APPLICATION_TRAINING] = { "pelatihan pengelola", "pelatihan", 0, 500 },
	[APPLICATION_PARTNER] = { "mitra", "kemitraan pengembang", 0, 200 },
	[APPLICATION_COST] = { "biaya setahun (Rp)", "biaya biayasetahun anggaran", 0, 30 },
	[APPLICATION_FUND] = { "sumber dana", "sumberdana sumberanggaran", 0, 120 },
	[APPLICATION_DATA] = { "data yang disimpan", "data", 0, 500 },
	[APPLICATION_RUNS_AT] = { "tempat berjalan", "server hosting lokasi", 0, 200 },
	[SHEET_USERS] = { "pengguna", "jumlahpengguna", 0, 20 },
	[SHEET_DOWNLOADS] = { "unduhan", "jumlahunduhan download", 0, 20 },
	[SHEET_DATE] = { "per tanggal", "tanggal", 0, 40 },
	[SHEET_STATE] = { "status tautan", "statustautan kondisitautan", 0, 60 },
	[SHEET_AGENCY] = { "perangkat daerah", "opd skpd instansi dinas", 0, 200 },
	{ .name = NULL },
};

/* What a line becomes. */
struct line {
	struct application_owner owner; /* 0: not known */
	struct application_values values;
	int64_t there; /* the row of what is there by that name; -1: it is new */
	bool changed;  /* of that, something */
	int64_t number;
	const char *unit; /* NULL: nothing was counted */
	const char *date;
	const char *state; /* NULL: nobody has opened it */
};

struct inventory_import {
	struct context *context;
	struct inventory_place place;
	struct rows agencies, there;
	struct problems problems;
	struct table table;
	struct line *lines;
	int64_t draft;
};

static const char draft_kind[] = "applications";

/* ---- reading --------------------------------------------------------------------------- */

static int
import_read(struct inventory_import *import, int64_t region)
{
	struct context *context = import->context;
	int status = inventory_place_find(context, region, &import->place);
	int result;

	if (status != 0)
		return status;
	result = db_select(context->db, &import->agencies, STATEMENT_INVENTORY_AGENCIES,
	    db_int(import->place.region_id));
	if (result >= 0)
		result = db_select(context->db, &import->there, STATEMENT_INVENTORY_THERE,
		    db_int(import->place.region_id), db_int(import->place.agency_id),
		    db_int(import->place.agency_id));
	return context_status(context, result);
}

/* ---- deciding -------------------------------------------------------------------------- */

static const char *
import_text(const struct inventory_import *import, size_t row, size_t column)
{
	return import->table.rows[row].cells[column];
}

/* The agency of a name or short name, or 0. */
static int64_t
agency_called(const struct inventory_import *import, const char *name)
{
	const struct rows *agencies = &import->agencies;

	for (size_t at = 0; at < agencies->count && *name != '\0'; at++)
		if (name_same(row_text(agencies, at, "name"), name) ||
		    name_same(row_text(agencies, at, "short_name"), name))
			return row_int(agencies, at, "id");
	return 0;
}

/* Whose a line is: of an operator his own agency's, else by name or short name. */
static struct application_owner
line_owner(struct inventory_import *import, size_t row)
{
	struct application_owner owner = { import->place.agency_id, import->place.region_id };
	const char *name = import_text(import, row, SHEET_AGENCY);
	int64_t called = agency_called(import, name);

	if (owner.agency_id != 0 && *name != '\0' && called != owner.agency_id)
		table_problem(&import->table, row, SHEET_AGENCY,
		    "“%s” bukan perangkat daerah Anda. Hapus barisnya, atau kosongkan sel ini "
		    "bila isinya milik perangkat daerah Anda.",
		    name);
	else if (owner.agency_id == 0 && called == 0 && *name == '\0')
		table_problem(&import->table, row, SHEET_AGENCY,
		    "Kosong. Tulis nama atau singkatan perangkat daerahnya.");
	else if (owner.agency_id == 0 && called == 0)
		table_problem(&import->table, row, SHEET_AGENCY,
		    "“%s” tidak ada di daftar perangkat daerah. Tulis nama atau singkatannya.",
		    name);
	if (owner.agency_id == 0)
		owner.agency_id = called;
	return owner;
}

/* A whole number as digits, "" for none. */
static const char *
line_number(struct inventory_import *import, size_t row, size_t column, int64_t min, int64_t max)
{
	int64_t number = table_amount(&import->table, row, column, min, max);

	return number < 0 ? "" : arena_format(import->context->arena, "%lld", (long long)number);
}

static const char *
line_kind(struct inventory_import *import, size_t row)
{
	const char *text = import_text(import, row, APPLICATION_KIND);
	struct arena *arena = import->context->arena;

	if (*text == '\0' || table_called(arena, text, "aplikasi application app"))
		return application_kinds[0];
	if (table_called(arena, text, "situs website web site situsweb laman"))
		return application_kinds[1];
	table_problem(&import->table, row, APPLICATION_KIND,
	    "“%s” tidak dikenal. Tulis aplikasi atau situs.", text);
	return application_kinds[0];
}

static const char *
line_state(struct inventory_import *import, size_t row)
{
	static const struct {
		const char *state, *names; /* as offices say it, too */
	} known[] = {
		{ "alive", "aktif online berjalan dapatdiakses bisadiakses" },
		{ "slow", "lambat" },
		{ "parent", "dialihkan" },
		{ "expired", "kedaluwarsa kadaluarsa" },
		{ "dead", "tidakaktif nonaktif offline tidakdapatdiakses tidakbisadiakses" },
	};
	const char *text = import_text(import, row, SHEET_STATE);

	if (*text == '\0' || strcasecmp(text, link_state_name("")) == 0 ||
	    strcasecmp(text, link_state_name("refused")) == 0)
		return NULL;
	for (size_t at = 0; at < sizeof(known) / sizeof(known[0]); at++)
		if (strcasecmp(text, link_state_name(known[at].state)) == 0 ||
		    table_called(import->context->arena, text, known[at].names))
			return known[at].state;
	table_problem(&import->table, row, SHEET_STATE,
	    "“%s” tidak dikenal. Tulis hidup, sangat lambat, dialihkan ke induk, sertifikat "
	    "kedaluwarsa atau mati.",
	    text);
	return NULL;
}

/* The day of a count, today where none is said.  Wrong or not, it is looked at. */
static const char *
line_day(struct inventory_import *import, size_t row)
{
	const char *date = import_text(import, row, SHEET_DATE);
	char today[DAY_TEXT], day[DAY_TEXT];
	int32_t days[1];
	size_t count = 0;

	day_format(today, words_today(import->place.zone));
	if (*date == '\0')
		return arena_text(import->context->arena, today);
	if (date_text_days(date, 0, days, 1, &count) != DATE_OK || count != 1)
		table_problem(&import->table, row, SHEET_DATE,
		    "“%s” bukan tanggal. Tulis seperti 25/12/2026.", date);
	else if (strcmp(day_format(day, days[0]), today) > 0)
		table_problem(&import->table, row, SHEET_DATE, "Tanggal %s belum tiba.", date);
	else
		return arena_text(import->context->arena, day);
	return "";
}

/* One figure of a day is kept. */
static void
line_count(struct inventory_import *import, size_t row, struct line *line)
{
	const char *users = line_number(import, row, SHEET_USERS, 0, INVENTORY_PEOPLE_MAX);
	const char *downloads = line_number(import, row, SHEET_DOWNLOADS, 0, INVENTORY_PEOPLE_MAX);
	const char *day = line_day(import, row);

	if (*users != '\0' && *downloads != '\0')
		table_problem(&import->table, row, SHEET_DOWNLOADS,
		    "Kolom pengguna sudah terisi. Isi salah satunya saja.");
	if (*users == '\0' && *downloads == '\0')
		return;
	line->unit = *users != '\0' ? "users" : "downloads";
	line->number = strtoll(*users != '\0' ? users : downloads, NULL, 10);
	line->date = day;
}

/* What is there by that name in its agency, or -1. */
static int64_t
line_there(const struct inventory_import *import, const struct line *line)
{
	const struct rows *there = &import->there;

	for (size_t at = 0; at < there->count; at++)
		if (row_int(there, at, "agency_id") == line->owner.agency_id &&
		    name_same(row_text(there, at, "name"), line->values.text[APPLICATION_NAME]))
			return (int64_t)at;
	return -1;
}

/* An empty cell leaves what is there as it is. */
static void
line_compare(const struct inventory_import *import, struct line *line)
{
	for (size_t at = 0; at < APPLICATION_FIELDS && line->there >= 0; at++) {
		const char *was = row_text(&import->there, (size_t)line->there,
		    application_columns[at]);

		if (*line->values.text[at] == '\0')
			line->values.text[at] = was;
		else if (strcmp(line->values.text[at], was) != 0)
			line->changed = true;
	}
}

static void
line_twice(struct inventory_import *import, size_t row)
{
	const struct line *line = &import->lines[row];

	for (size_t other = 0; other < row; other++)
		if (import->lines[other].owner.agency_id == line->owner.agency_id &&
		    name_same(import->lines[other].values.text[APPLICATION_NAME],
			line->values.text[APPLICATION_NAME])) {
			table_problem(&import->table, row, APPLICATION_NAME,
			    "Nama yang sama ada di baris %zu. Hapus salah satunya.",
			    import->table.rows[other].number);
			return;
		}
}

static void
check_line(struct inventory_import *import, size_t row)
{
	struct line *line = &import->lines[row];
	const char *fault;

	*line = (struct line){ .owner = line_owner(import, row) };
	for (size_t at = 0; at < APPLICATION_FIELDS; at++)
		line->values.text[at] = import_text(import, row, at);
	line->values.text[APPLICATION_KIND] = line_kind(import, row);
	line->values.text[APPLICATION_AUDIENCE_COUNT] = line_number(import, row,
	    APPLICATION_AUDIENCE_COUNT, 1, INVENTORY_PEOPLE_MAX);
	line->values.text[APPLICATION_COST] = line_number(import, row, APPLICATION_COST, 0,
	    INVENTORY_COST_MAX);
	fault = application_address_fault(line->values.text[APPLICATION_ADDRESS]);
	if (fault != NULL)
		table_problem(&import->table, row, APPLICATION_ADDRESS, "%s", fault);
	line_count(import, row, line);
	line->state = line_state(import, row);
	line->there = line_there(import, line);
	line_compare(import, line);
	line_twice(import, row);
}

static void
check_lines(struct inventory_import *import)
{
	import->lines = arena_array(import->context->arena, import->table.count + 1,
	    sizeof(*import->lines));
	for (size_t row = 0; row < import->table.count; row++)
		check_line(import, row);
}

static const char *
line_becomes(const struct inventory_import *import, size_t row)
{
	const struct line *line = &import->lines[row];

	return import->table.rows[row].wrong ?
	    "wrong" :
	    line->there < 0 ?
	    "new" :
	    line->changed || line->unit != NULL || line->state != NULL ?
	    "changed" :
	    "same";
}

/* ---- showing --------------------------------------------------------------------------- */

static const char *
shown_value(const char *text, size_t column)
{
	return column == APPLICATION_KIND ? application_kind_name(text) : text;
}

/* Each thing that would be stored; of what is there, what it was. */
static void
fill_changed(const struct inventory_import *import, size_t row, struct node *list)
{
	const struct line *line = &import->lines[row];
	size_t count = 0;

	for (size_t at = 0; at < APPLICATION_FIELDS; at++) {
		const char *to = line->values.text[at];
		const char *was = line->there < 0 ?
		    "" :
		    row_text(&import->there, (size_t)line->there, application_columns[at]);

		/* Name, address and kind of a new one have columns of their own. */
		if (*to != '\0' && strcmp(to, was) != 0 &&
		    (line->there >= 0 || at > APPLICATION_ADDRESS))
			import_change(node_row(list, count++), application_labels[at],
			    shown_value(was, at), shown_value(to, at));
	}
	if (line->unit != NULL)
		import_change(node_row(list, count++),
		    strcmp(line->unit, "users") == 0 ? "Pengguna" : "Unduhan", "",
		    arena_format(import->context->arena, "%lld per %s", (long long)line->number,
			words_date(import->context->arena, line->date)));
	if (line->state != NULL)
		import_change(node_row(list, count++), "Status tautan", "",
		    link_state_name(line->state));
}

static int
import_show(struct inventory_import *import, const char *file)
{
	struct context *context = import->context;
	const char *csv = import->problems.count == 0 ? table_csv(&import->table) : NULL;
	struct node *list = page_node(&context->page, "Rows");
	int64_t changes = 0;

	for (size_t row = 0; row < import->table.count; row++) {
		const struct line *line = &import->lines[row];
		struct node *node = node_row(list, row);
		const char *what = line_becomes(import, row);

		node_set(node, "what", what);
		node_set(node, "name", line->values.text[APPLICATION_NAME]);
		node_set(node, "kind", application_kind_name(line->values.text[APPLICATION_KIND]));
		node_set(node, "agency", import_text(import, row, SHEET_AGENCY));
		node_set(node, "address", line->values.text[APPLICATION_ADDRESS]);
		if (strcmp(what, "wrong") != 0)
			fill_changed(import, row, node_child(node, "changes"));
		changes += strcmp(what, "new") == 0 || strcmp(what, "changed") == 0;
	}
	page_set(&context->page, "File.name", file);
	if (import->draft != 0)
		draft_show(context, import->draft, &import->table);
	page_set_int(&context->page, "Form.value.region", import->place.region_id);
	page_set_int(&context->page, "Changes", changes);
	page_set_int(&context->page, "ProblemCount", (int64_t)import->problems.count);
	if (csv != NULL)
		page_set(&context->page, "Form.value.content", csv);
	inventory_place_fill(context, &import->place);
	return context_show_status(context, "inventory/preview", csv != NULL ? 200 : 422);
}

static int
import_page(struct inventory_import *import)
{
	inventory_place_fill(import->context, &import->place);
	return form_ok(&import->context->form) ?
	    context_show(import->context, "inventory/import") :
	    context_show_errors(import->context, "inventory/import");
}

int
show_inventory_import(struct context *context)
{
	struct inventory_import import = { .context = context };
	int status = form_ok(&context->form) ?
	    inventory_place_find(context, form_number(&context->form, 0), &import.place) :
	    400;

	return status != 0 ? status : import_page(&import);
}

static int
understand_file(struct inventory_import *import, const struct upload *upload)
{
	table_read(&import->table, &import->problems, sheet_columns, "", upload, NULL);
	check_lines(import);
	return import_show(import, upload->name);
}

int
preview_inventory(struct context *context)
{
	struct inventory_import import = { .context = context, .problems = { .context = context } };
	struct upload *upload = table_upload(context, IMPORT_FILE);
	int status = import_read(&import, form_number(&context->form, IMPORT_REGION));

	if (status != 0)
		return status;
	if (!form_ok(&context->form) || upload == NULL)
		return import_page(&import);
	status = draft_keep(context, draft_kind, upload, &import.draft);
	return status != 0 ? status : understand_file(&import, upload);
}

int
reread_inventory(struct context *context)
{
	struct inventory_import import = { .context = context, .problems = { .context = context } };
	struct upload *upload;
	int status = draft_again(context, draft_kind, &upload);

	if (status == 0)
		status = import_read(&import, form_number(&context->form, REREAD_REGION));
	if (status != 0)
		return status;
	import.draft = form_number(&context->form, DRAFT_ID);
	return understand_file(&import, upload);
}

/* ---- storing --------------------------------------------------------------------------- */

/* What was counted, and what somebody saw. */
static int
line_store_rest(struct inventory_import *import, const struct line *line, int64_t id)
{
	struct db *db = import->context->db;
	int result = line->unit == NULL ?
	    0 :
	    db_run(db, STATEMENT_INVENTORY_COUNT_PUT, db_int(id), db_text(line->date),
		db_text(line->unit), db_int(line->number), db_text(""),
		db_int(import->context->actor.account_id));

	if (result >= 0 && line->state != NULL)
		result = db_run(db, STATEMENT_INVENTORY_LINK_TOLD, db_text(line->state),
		    db_text(line->state), db_int(id));
	return result < 0 ? result : 0;
}

static int
line_store(struct inventory_import *import, const struct line *line)
{
	struct context *context = import->context;
	const struct rows *there = &import->there;
	size_t row = (size_t)line->there;
	int64_t id = line->there < 0 ? 0 : row_int(there, row, "id");
	int result = line->there < 0 ?
	    application_store_new(context, line->owner.agency_id, &line->values) :
	    !line->changed ?
	    1 :
	    application_store_change(context, id, row_int(there, row, "version"), &line->values);

	if (result == 0)
		return context_stop(context, 409,
		    "Daftarnya sudah berubah sejak halaman ini ditampilkan. Unggah lagi "
		    "berkasnya.");
	if (result > 0 && line->there < 0)
		id = db_last_key(context->db);
	if (result > 0)
		result = line_store_rest(import, line, id);
	return result < 0 ?
	    result :
	    application_change(context, &line->owner, id,
		line->there < 0 ? NULL : row_text(there, row, "name"),
		arena_format(context->arena, "%s: %s",
		    application_kind_name(line->values.text[APPLICATION_KIND]),
		    line->values.text[APPLICATION_NAME]));
}

static int
import_store(struct db *db, void *argument)
{
	struct inventory_import *import = argument;
	int result = 0;

	(void)db;
	for (size_t row = 0; row < import->table.count && result >= 0; row++)
		if (strcmp(line_becomes(import, row), "same") != 0)
			result = line_store(import, &import->lines[row]);
	return result;
}

int
store_inventory(struct context *context)
{
	struct inventory_import import = { .context = context, .problems = { .context = context } };
	int status;

	if (!form_ok(&context->form))
		return 400;
	status = import_read(&import, form_number(&context->form, STORE_REGION));
	if (status != 0)
		return status;
	table_again(&import.table, &import.problems, sheet_columns, "",
	    form_text(&context->form, STORE_CONTENT));
	check_lines(&import);
	if (import.problems.count > 0)
		return import_show(&import, "");
	status = context_status(context, db_txn(context->db, import_store, &import));
	return status != 0 ?
	    status :
	    context_redirect(context, "/inventory/?region=%lld&done=imported",
		(long long)import.place.region_id);
}
