/* SPDX-License-Identifier: ISC */
/*
 * An instrument out of three tables (variables, levels, categories), with the
 * rules that no single cell shows: numbers without a gap, categories that join
 * (scoring rule 2 and 5 of product.md).
 */
#include "cycle/instrument.h"

#include <string.h>

#include "frame/words.h"
#include "sheet/cell.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { MUST = COLUMN_REQUIRED | COLUMN_FILLED };

/* So that a checklist as long as there may be comes back as it went out. */
enum {
	EXAMPLES_MAX = (INSTRUMENT_ITEMS_MAX + 1) * (INSTRUMENT_TITLE_MAX + 30),
	HELP_LINES_MAX = (INSTRUMENT_ITEMS_MAX + 1) * (INSTRUMENT_HELP_MAX + 1)
};

enum { VARIABLE_NUMBER, VARIABLE_NAME };
static const struct table_column variable_columns[] = {
	[VARIABLE_NUMBER] = { "variabel",
	    "variable nomor no number novariabel nomorvariabel kode kodevariabel urut nourut", MUST,
	    10 },
	[VARIABLE_NAME] = { "nama",
	    "name namavariabel variabel uraian uraianvariabel unsur aspek komponen", MUST,
	    INSTRUMENT_VARIABLE_MAX },
	{ 0 },
};

enum {
	LEVEL_VARIABLE,
	LEVEL_NUMBER,
	INDICATOR,
	GUIDANCE,
	EXAMPLES,
	COUNTS, /* and these, in the order of enum instrument_help */
	COUNTS_NOT,
	EXAMPLE
};
static const struct table_column level_columns[] = {
	[LEVEL_VARIABLE] = { "variabel", "variable nomorvariabel", MUST, 10 },
	[LEVEL_NUMBER] = { "tingkat", "level", MUST, 10 },
	[INDICATOR] = { "indikator", "indicator bunyi kriteria", MUST | COLUMN_LINES,
	    INSTRUMENT_WORDING_MAX },
	[GUIDANCE] = { "petunjuk verifikasi", "petunjuk guidance verificationguidance*",
	    COLUMN_LINES, INSTRUMENT_WORDING_MAX },
	[EXAMPLES] = { "dokumen",
	    "datadukung dokumendatadukung checklist "
	    "evidence evidenceexamples*",
	    COLUMN_LINES, EXAMPLES_MAX },
	[COUNTS] = { "yang dihitung", "dihitung counts", COLUMN_LINES, HELP_LINES_MAX },
	[COUNTS_NOT] = { "yang tidak dihitung", "tidakdihitung countsnot", COLUMN_LINES,
	    HELP_LINES_MAX },
	[EXAMPLE] = { "contoh", "contohdokumen example", COLUMN_LINES, HELP_LINES_MAX },
	{ 0 },
};

enum { CATEGORY_NAME, CATEGORY_NUMBER, LEAST, MOST };
static const struct table_column category_columns[] = {
	[CATEGORY_NAME] = { "kategori",
	    "category nama namakategori predikat sebutan kategoripenilaian", MUST,
	    INSTRUMENT_CATEGORY_MAX },
	[CATEGORY_NUMBER] = { "tingkat", "level no nomor urut tk", MUST, 10 },
	[LEAST] = { "nilai terendah",
	    "minscore min terendah minimal nilaiminimal nilaiminimum batasbawah dari", MUST, 10 },
	[MOST] = { "nilai tertinggi",
	    "maxscore max tertinggi maksimal nilaimaksimal nilaimaksimum batasatas sampai "
	    "sampaidengan sd",
	    MUST, 10 },
	{ 0 },
};

enum { VARIABLES, LEVEL_TABLE, CATEGORIES, TABLES };
static const struct {
	const char *label;
	const char *sheets[4];
	const struct table_column *columns;
} sources[TABLES] = {
	[VARIABLES] = { "Variabel", { "variables", "variabel", "Variabel", NULL },
	    variable_columns },
	[LEVEL_TABLE] = { "Tingkat", { "levels", "tingkat", "Tingkat", NULL }, level_columns },
	[CATEGORIES] = { "Kategori", { "categories", "kategori", "Kategori", NULL },
	    category_columns },
};

struct import {
	struct problems *problems;
	struct table tables[TABLES];
	bool read[TABLES];
	bool variables_sound; /* else what refers to them says nothing */
	struct instrument *instrument;
};

/* ---- the rules of the three tables ---------------------------------------- */

static void
check_variables(struct import *import)
{
	struct table *table = &import->tables[VARIABLES];
	size_t before = import->problems->count;
	struct instrument *instrument = import->instrument;

	instrument->variables = arena_array(import->problems->context->arena,
	    INSTRUMENT_VARIABLES_MAX, sizeof(*instrument->variables));
	for (size_t row = 0; row < table->count; row++) {
		int64_t number = table_number(table, row, VARIABLE_NUMBER, 1,
		    INSTRUMENT_VARIABLES_MAX);
		struct instrument_variable *variable;

		if (number < 0)
			continue;
		variable = &instrument->variables[number - 1];
		if (variable->name != NULL) {
			table_problem(table, row, VARIABLE_NUMBER,
			    "Variabel "
			    "%lld ada dua kali.",
			    (long long)number);
			continue;
		}
		variable->number = number;
		variable->name = cell_rearmed(table->rows[row].cells[VARIABLE_NAME]);
		if ((size_t)number > instrument->variable_count)
			instrument->variable_count = (size_t)number;
	}
	for (size_t at = 0; at < instrument->variable_count; at++)
		if (instrument->variables[at].name == NULL)
			table_trouble(table,
			    "Nomor variabel harus berurutan "
			    "dari 1. Variabel %zu tidak ada.",
			    at + 1);
	import->variables_sound = import->read[VARIABLES] && import->problems->count == before;
}

/* What is said of each document stands in a line of the cell, in their order. */
static void
read_help_lines(struct import *import, size_t row, struct instrument_level *level)
{
	struct table *table = &import->tables[LEVEL_TABLE];

	for (int help = 0; help < HELP_TEXTS; help++) {
		size_t column = COUNTS + (size_t)help;

		instrument_help_lines(import->problems->context->arena, level,
		    (enum instrument_help)help, cell_rearmed(table->rows[row].cells[column]));
		for (size_t at = 0; at < level->item_count; at++)
			if (level->items[at].help[help] != NULL &&
			    utf8_characters(level->items[at].help[help]) > INSTRUMENT_HELP_MAX)
				table_problem(table, row, column,
				    "Satu baris paling panjang %d karakter.", INSTRUMENT_HELP_MAX);
	}
}

static void
instrument_table_check_level(struct import *import, size_t row)
{
	struct table *table = &import->tables[LEVEL_TABLE];
	struct instrument *instrument = import->instrument;
	const char **cells = table->rows[row].cells;
	int64_t of = table_number(table, row, LEVEL_VARIABLE, 1, INSTRUMENT_VARIABLES_MAX);
	int64_t number = table_number(table, row, LEVEL_NUMBER, 1, INSTRUMENT_LEVELS);
	struct instrument_level *level;

	if (of < 0 || number < 0)
		return;
	if ((size_t)of > instrument->variable_count || instrument->variables[of - 1].name == NULL) {
		if (import->variables_sound)
			table_problem(table, row, LEVEL_VARIABLE,
			    "Variabel "
			    "%lld tidak ada dalam tabel variabel.",
			    (long long)of);
		return;
	}
	level = &instrument->variables[of - 1].levels[number - 1];
	if (level->indicator != NULL) {
		table_problem(table, row, LEVEL_NUMBER,
		    "Variabel %lld "
		    "tingkat %s ada dua kali.",
		    (long long)of, words_roman(number));
		return;
	}
	level->indicator = cell_rearmed(cells[INDICATOR]);
	level->guidance = cell_rearmed(cells[GUIDANCE]);
	instrument_items(import->problems->context->arena, level, cell_rearmed(cells[EXAMPLES]));
	read_help_lines(import, row, level);
	if (level->item_count > INSTRUMENT_ITEMS_MAX + 1)
		table_problem(table, row, EXAMPLES,
		    "%zu dokumen, paling "
		    "banyak %d untuk satu tingkat.",
		    level->item_count - 1, INSTRUMENT_ITEMS_MAX);
	for (size_t at = 0; at < level->item_count; at++)
		if (utf8_characters(level->items[at].title) > INSTRUMENT_TITLE_MAX)
			table_problem(table, row, EXAMPLES,
			    "Satu dokumen "
			    "paling panjang %d karakter. Pisahkan dokumen "
			    "dengan titik koma.",
			    INSTRUMENT_TITLE_MAX);
}

static void
instrument_table_check_levels(struct import *import)
{
	struct table *table = &import->tables[LEVEL_TABLE];
	const struct instrument *instrument = import->instrument;

	for (size_t row = 0; row < table->count; row++)
		instrument_table_check_level(import, row);
	for (size_t at = 0; import->read[LEVEL_TABLE] && at < instrument->variable_count; at++)
		for (int level = 0; level < INSTRUMENT_LEVELS; level++)
			if (instrument->variables[at].name != NULL &&
			    instrument->variables[at].levels[level].indicator == NULL)
				table_trouble(table,
				    "Variabel %zu tidak "
				    "mempunyai tingkat %s. Setiap variabel "
				    "memerlukan lima tingkat.",
				    at + 1, level_roman(level + 1));
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
		table_problem(table, row, column,
		    "“%s” bukan nilai dengan "
		    "paling banyak satu angka di belakang koma, misalnya "
		    "19,1.",
		    cell);
	return -1;
}

static void
check_intervals(struct import *import)
{
	struct table *table = &import->tables[CATEGORIES];
	size_t row = 0;
	enum category_fault fault = instrument_categories_check(import->instrument, &row);

	if (fault != CATEGORY_SOUND)
		table_problem(table, row, LEAST, "%s", category_fault_text(fault));
}

static void
instrument_table_check_categories(struct import *import)
{
	struct table *table = &import->tables[CATEGORIES];
	size_t before = import->problems->count;

	if (!import->read[CATEGORIES])
		return;
	if (table->count != INSTRUMENT_LEVELS)
		table_trouble(table, "Harus ada lima kategori, di sini %zu.", table->count);
	for (size_t row = 0; row < table->count && row < INSTRUMENT_LEVELS; row++) {
		struct instrument_category *category = &import->instrument->categories[row];
		int64_t number = table_number(table, row, CATEGORY_NUMBER, 1, INSTRUMENT_LEVELS);

		category->name = cell_rearmed(table->rows[row].cells[CATEGORY_NAME]);
		category->min_tenths = tenths(table, row, LEAST);
		category->max_tenths = tenths(table, row, MOST);
		if (number > 0 && number != (int64_t)row + 1)
			table_problem(table, row, CATEGORY_NUMBER,
			    "Kategori "
			    "disusun dari yang terendah: nomor 1 sampai 5 "
			    "berurutan.");
	}
	/* How they join is worth a look only when each is sound. */
	if (import->problems->count == before && import->variables_sound)
		check_intervals(import);
}

void
instrument_of_tables(struct problems *problems, struct upload files[INSTRUMENT_TABLES],
    struct instrument *instrument)
{
	struct import import = { .problems = problems, .instrument = instrument };

	for (int at = 0; at < TABLES; at++) {
		import.read[at] = table_read(&import.tables[at], problems, sources[at].columns,
		    sources[at].label, &files[at], sources[at].sheets);
		files[at].attempt = import.tables[at].attempt;
	}
	check_variables(&import);
	instrument_table_check_levels(&import);
	instrument_table_check_categories(&import);
}
