/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/table.h"
#include "rules/score.h"
#include "sheet/instrument.h"
#include "store/instrument.h"
#include "base/banned.h"

/*
 * Steps 1 and 2: an instrument out of three tables, files of their own or
 * sheets of one workbook.  What is stored is a draft.
 */

enum { LEVELS = 5, VARIABLES_MAX = 60, TITLE_MAX = 300 };

enum { NAME, BASIS, WORKBOOK, FILE_VARIABLES, FILE_LEVELS, FILE_CATEGORIES };
const struct field instrument_import_fields[] = {
	[NAME] = { "name", FIELD_TEXT, "Nama instrumen", true, .max = 160 },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", .max = 300 },
	[WORKBOOK] = { "workbook", FIELD_FILE, "Berkas Excel" },
	[FILE_VARIABLES] = { "variables", FIELD_FILE, "Berkas variabel" },
	[FILE_LEVELS] = { "levels", FIELD_FILE, "Berkas tingkat" },
	[FILE_CATEGORIES] = { "categories", FIELD_FILE, "Berkas kategori" },
	{ 0 }
};

enum { STORE_NAME, STORE_BASIS, STORE_VARIABLES, STORE_LEVELS,
	STORE_CATEGORIES };
const struct field instrument_store_fields[] = {
	[STORE_NAME] = { "name", FIELD_TEXT, "Nama instrumen", true,
	    .max = 160 },
	[STORE_BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", .max = 300 },
	[STORE_VARIABLES] = { "variables", FIELD_LINES, "Variabel", true,
	    .max = TABLE_TEXT_MAX },
	[STORE_LEVELS] = { "levels", FIELD_LINES, "Tingkat", true,
	    .max = TABLE_TEXT_MAX },
	[STORE_CATEGORIES] = { "categories", FIELD_LINES, "Kategori", true,
	    .max = TABLE_TEXT_MAX },
	{ 0 }
};

enum { MUST = COLUMN_REQUIRED | COLUMN_FILLED };

enum { VARIABLE_NUMBER, VARIABLE_NAME };
static const struct table_column variable_columns[] = {
	[VARIABLE_NUMBER] = { "variabel", "variable nomor no number", MUST,
	    10 },
	[VARIABLE_NAME] = { "nama", "name namavariabel", MUST, 200 },
	{ 0 }
};

enum { LEVEL_VARIABLE, LEVEL_NUMBER, INDICATOR, GUIDANCE, EXAMPLES };
static const struct table_column level_columns[] = {
	[LEVEL_VARIABLE] = { "variabel", "variable nomorvariabel", MUST, 10 },
	[LEVEL_NUMBER] = { "tingkat", "level", MUST, 10 },
	[INDICATOR] = { "indikator", "indicator bunyi kriteria",
	    MUST | COLUMN_LINES, 4000 },
	[GUIDANCE] = { "petunjuk verifikasi",
	    "petunjuk guidance verificationguidance*", COLUMN_LINES, 4000 },
	[EXAMPLES] = { "dokumen", "datadukung dokumendatadukung checklist "
	    "evidence evidenceexamples*", 0, 4000 },
	{ 0 }
};

enum { CATEGORY_NAME, CATEGORY_NUMBER, LEAST, MOST };
static const struct table_column category_columns[] = {
	[CATEGORY_NAME] = { "kategori", "category nama", MUST, 60 },
	[CATEGORY_NUMBER] = { "tingkat", "level", MUST, 10 },
	[LEAST] = { "nilai terendah", "minscore min terendah", MUST, 10 },
	[MOST] = { "nilai tertinggi", "maxscore max tertinggi", MUST, 10 },
	{ 0 }
};

enum { VARIABLES, LEVEL_TABLE, CATEGORIES, TABLES };
static const struct {
	const char *label;
	const char *sheets[4];
	const struct table_column *columns;
	const char *field;	/* of both forms */
} sources[TABLES] = {
	[VARIABLES] = { "Variabel", { "variables", "variabel", "Variabel",
	    NULL }, variable_columns, "variables" },
	[LEVEL_TABLE] = { "Tingkat", { "levels", "tingkat", "Tingkat",
	    NULL }, level_columns, "levels" },
	[CATEGORIES] = { "Kategori", { "categories", "kategori", "Kategori",
	    NULL }, category_columns, "categories" },
};

struct import {
	struct visit *visit;
	struct problems problems;
	struct table tables[TABLES];
	bool read[TABLES];
	bool variables_sound;	/* else what refers to them says nothing */
	const char *csv[TABLES];
	struct instrument instrument;
	int64_t id;
};

/* ---- the rules of the three tables ---------------------------------------- */

static void
check_variables(struct import *import)
{
	struct table *table = &import->tables[VARIABLES];
	size_t before = import->problems.count;
	struct instrument *instrument = &import->instrument;

	instrument->variables = arena_array(import->visit->arena,
	    VARIABLES_MAX, sizeof(*instrument->variables));
	for (size_t row = 0; row < table->count; row++) {
		int64_t number = table_number(table, row, VARIABLE_NUMBER, 1,
		    VARIABLES_MAX);
		struct instrument_variable *variable;

		if (number < 0)
			continue;
		variable = &instrument->variables[number - 1];
		if (variable->name != NULL) {
			table_problem(table, row, VARIABLE_NUMBER, "Variabel "
			    "%lld ada dua kali.", (long long)number);
			continue;
		}
		variable->number = number;
		variable->name = table->rows[row].cells[VARIABLE_NAME];
		if ((size_t)number > instrument->variable_count)
			instrument->variable_count = (size_t)number;
	}
	for (size_t at = 0; at < instrument->variable_count; at++)
		if (instrument->variables[at].name == NULL)
			table_trouble(table, "Nomor variabel harus berurutan "
			    "dari 1. Variabel %zu tidak ada.", at + 1);
	import->variables_sound = import->read[VARIABLES] &&
	    import->problems.count == before;
}

static void
check_level(struct import *import, size_t row)
{
	struct table *table = &import->tables[LEVEL_TABLE];
	struct instrument *instrument = &import->instrument;
	const char **cells = table->rows[row].cells;
	int64_t of = table_number(table, row, LEVEL_VARIABLE, 1,
	    VARIABLES_MAX);
	int64_t number = table_number(table, row, LEVEL_NUMBER, 1, LEVELS);
	struct instrument_level *level;

	if (of < 0 || number < 0)
		return;
	if ((size_t)of > instrument->variable_count ||
	    instrument->variables[of - 1].name == NULL) {
		if (import->variables_sound)
			table_problem(table, row, LEVEL_VARIABLE, "Variabel "
			    "%lld tidak ada dalam tabel variabel.",
			    (long long)of);
		return;
	}
	level = &instrument->variables[of - 1].levels[number - 1];
	if (level->indicator != NULL) {
		table_problem(table, row, LEVEL_NUMBER, "Variabel %lld "
		    "tingkat %lld ada dua kali.", (long long)of,
		    (long long)number);
		return;
	}
	level->indicator = cells[INDICATOR];
	level->guidance = cells[GUIDANCE];
	instrument_items(import->visit->arena, level, cells[EXAMPLES]);
	for (size_t at = 0; at < level->item_count; at++)
		if (table_characters(level->items[at].title) > TITLE_MAX)
			table_problem(table, row, EXAMPLES, "Satu dokumen "
			    "paling panjang 300 karakter. Pisahkan dokumen "
			    "dengan titik koma.");
}

static void
check_levels(struct import *import)
{
	struct table *table = &import->tables[LEVEL_TABLE];
	const struct instrument *instrument = &import->instrument;

	for (size_t row = 0; row < table->count; row++)
		check_level(import, row);
	for (size_t at = 0; import->read[LEVEL_TABLE] &&
	    at < instrument->variable_count; at++)
		for (int level = 0; level < LEVELS; level++)
			if (instrument->variables[at].name != NULL &&
			    instrument->variables[at].levels[level].indicator
			    == NULL)
				table_trouble(table, "Variabel %zu tidak "
				    "mempunyai tingkat %d. Setiap variabel "
				    "memerlukan lima tingkat.", at + 1,
				    level + 1);
}

/* A score of a cell in tenths, or -1 and a problem. */
static int64_t
tenths(struct table *table, size_t row, size_t column)
{
	const char *cell = table->rows[row].cells[column];
	int64_t value;

	if (instrument_tenths(cell, &value))
		return value;
	if (*cell != '\0')
		table_problem(table, row, column, "“%s” bukan nilai dengan "
		    "paling banyak satu angka di belakang koma, misalnya "
		    "19,1.", cell);
	return -1;
}

static void
check_intervals(struct import *import)
{
	struct table *table = &import->tables[CATEGORIES];
	int variables = (int)import->instrument.variable_count;
	struct category rows[LEVELS];
	enum category_fault fault;
	size_t row = 0;

	for (size_t at = 0; at < LEVELS; at++) {
		const struct instrument_category *category =
		    &import->instrument.categories[at];

		rows[at] = (struct category){ .level = (int)at + 1,
		    .name = category->name,
		    .min_tenths = (int)category->min_tenths,
		    .max_tenths = (int)category->max_tenths };
	}
	fault = category_check(rows, LEVELS, variables * LEVEL_MIN * 10,
	    variables * LEVEL_MAX * 10, &row);
	if (fault != CATEGORY_SOUND)
		table_problem(table, row, LEAST, "%s",
		    category_fault_text(fault));
}

static void
check_categories(struct import *import)
{
	struct table *table = &import->tables[CATEGORIES];
	size_t before = import->problems.count;

	if (!import->read[CATEGORIES])
		return;
	if (table->count != LEVELS)
		table_trouble(table, "Harus ada lima kategori, di sini %zu.",
		    table->count);
	for (size_t row = 0; row < table->count && row < LEVELS; row++) {
		struct instrument_category *category =
		    &import->instrument.categories[row];
		int64_t number = table_number(table, row, CATEGORY_NUMBER, 1,
		    LEVELS);

		category->name = table->rows[row].cells[CATEGORY_NAME];
		category->min_tenths = tenths(table, row, LEAST);
		category->max_tenths = tenths(table, row, MOST);
		if (number > 0 && number != (int64_t)row + 1)
			table_problem(table, row, CATEGORY_NUMBER, "Kategori "
			    "disusun dari yang terendah: tingkat 1 sampai 5 "
			    "berurutan.");
	}
	/* How they join is worth a look only when each is sound. */
	if (import->problems.count == before && import->variables_sound)
		check_intervals(import);
}

static void
check(struct import *import)
{
	size_t length = 0;

	check_variables(import);
	check_levels(import);
	check_categories(import);
	for (size_t at = 0; at < TABLES; at++) {
		import->csv[at] = import->read[at] ?
		    table_csv(&import->tables[at]) : NULL;
		length += import->csv[at] != NULL ? strlen(import->csv[at]) :
		    0;
	}
	if (length > TABLE_TEXT_MAX)
		table_trouble(&import->tables[LEVEL_TABLE], "Ketiga tabel "
		    "bersama-sama terlalu panjang. Ringkas petunjuk dan "
		    "daftar dokumennya; keduanya dapat dilengkapi lagi "
		    "sesudah diimpor.");
}

/* ---- upload, preview, store ----------------------------------------------- */

static int
name_free(struct visit *visit, int field)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_IMPORT_INSTRUMENT_ID,
	    db_text(form_text(&visit->form, field)));

	if (result > 0)
		form_error(&visit->form, field, "Sudah ada instrumen dengan "
		    "nama itu. Tambahkan misalnya tahunnya.");
	return result < 0 ? visit_status(visit, result) : 0;
}

int
new_instrument(struct visit *visit)
{
	return visit_show(visit, "cycle/instrument_import");
}

static void
begin(struct import *import, struct visit *visit)
{
	memset(import, 0, sizeof(*import));
	import->visit = visit;
	import->problems.visit = visit;
	import->instrument.name = form_text(&visit->form, NAME);
	import->instrument.basis = form_text(&visit->form, BASIS);
}

/* From a workbook or from three files; false when the form lacks them. */
static bool
read_uploads(struct import *import)
{
	struct visit *visit = import->visit;
	struct form *form = &visit->form;
	struct upload *workbook = table_upload(visit, WORKBOOK);
	struct upload *files[TABLES];

	for (int at = 0; at < TABLES; at++) {
		files[at] = workbook != NULL ? workbook :
		    table_upload(visit, FILE_VARIABLES + at);
		if (files[at] == NULL && !form_given(form, FILE_VARIABLES +
		    at) && !form_given(form, WORKBOOK))
			form_error(form, WORKBOOK, "Pilih satu berkas Excel, "
			    "atau ketiga berkas CSV.");
	}
	if (workbook != NULL && !workbook->workbook)
		form_error(form, WORKBOOK, "Ini bukan berkas Excel (.xlsx). "
		    "Untuk CSV pilih tiga berkas di bawah.");
	if (!form_ok(form))
		return false;
	for (size_t at = 0; at < TABLES; at++)
		import->read[at] = table_read(&import->tables[at],
		    &import->problems, sources[at].columns, sources[at].label,
		    files[at], sources[at].sheets);
	return true;
}

static void
fill_level(struct node *node, const struct instrument_level *level,
    int64_t number)
{
	node_set_int(node, "number", number);
	node_set(node, "indicator", level->indicator);
	node_set(node, "guidance", level->guidance);
	for (size_t at = 0; at < level->item_count; at++) {
		struct node *item = node_row(node_child(node, "items"), at);

		node_set(item, "title", level->items[at].title);
		node_set_int(item, "compulsory", level->items[at].compulsory);
		node_set_int(item, "signature", level->items[at].needs_signature);
	}
}

static void
fill_preview(struct import *import)
{
	const struct instrument *instrument = &import->instrument;
	struct page *page = &import->visit->page;

	for (size_t at = 0; at < instrument->variable_count; at++) {
		const struct instrument_variable *variable =
		    &instrument->variables[at];
		struct node *node = node_row(page_node(page, "Variables"),
		    at);

		node_set_int(node, "number", variable->number);
		node_set(node, "name", variable->name);
		for (size_t level = 0; level < LEVELS; level++)
			fill_level(node_row(node_child(node, "levels"),
			    level), &variable->levels[level],
			    (int64_t)level + 1);
	}
	for (size_t at = 0; at < LEVELS; at++) {
		const struct instrument_category *category =
		    &instrument->categories[at];
		struct node *node = node_row(page_node(page, "Categories"),
		    at);

		node_set(node, "name", category->name);
		node_set(node, "least", score_words(import->visit->arena,
		    category->min_tenths));
		node_set(node, "most", score_words(import->visit->arena,
		    category->max_tenths));
	}
	page_set_int(page, "Count.variables",
	    (int64_t)instrument->variable_count);
}

static int
show_preview(struct import *import)
{
	struct visit *visit = import->visit;
	bool sound = import->problems.count == 0;

	set_value(visit, "name", import->instrument.name);
	set_value(visit, "basis", import->instrument.basis);
	if (sound) {
		fill_preview(import);
		for (size_t at = 0; at < TABLES; at++)
			set_value(visit, sources[at].field, import->csv[at]);
	}
	return visit_show_status(visit, "cycle/instrument_preview",
	    sound ? 200 : 422);
}

int
preview_instrument(struct visit *visit)
{
	struct import import;
	int status;

	begin(&import, visit);
	status = name_free(visit, NAME);
	if (status != 0)
		return status;
	if (!read_uploads(&import))
		return visit_show_errors(visit, "cycle/instrument_import");
	check(&import);
	return show_preview(&import);
}

int
store_instrument(struct visit *visit)
{
	struct import import;
	int result;

	begin(&import, visit);
	if (!form_ok(&visit->form))
		return 400;
	for (int at = 0; at < TABLES; at++)
		import.read[at] = table_again(&import.tables[at],
		    &import.problems, sources[at].columns, sources[at].label,
		    form_text(&visit->form, STORE_VARIABLES + at));
	check(&import);
	if (import.problems.count > 0)
		return show_preview(&import);
	result = instrument_add(visit->db, &import.instrument, false,
	    visit->actor.account_id, &import.id);
	if (result == DB_DUPLICATE)
		return visit_refuse(visit, 409, "Sudah ada instrumen dengan "
		    "nama itu. Impor sekali lagi dengan nama lain.");
	if (result != 0)
		return visit_status(visit, result);
	return visit_redirect(visit, "/cycle/instruments/%lld?done=imported",
	    (long long)import.id);
}
