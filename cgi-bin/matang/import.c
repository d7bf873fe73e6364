/* SPDX-License-Identifier: ISC */
/*
 * matang import reference DIRECTORY
 *
 * The instrument and the holidays that Matang ships with, out of their tables.
 * A database that has them already is left as it is.
 */
#include <stdlib.h>
#include <string.h>

#include "matang/reference_table.h"
#include "rules/calendar.h"
#include "format/instrument_json.h"
#include "store/instrument.h"
#include "base/banned.h"

/*
 * What the sources are worth (nobody could read the annex itself) is said
 * where people see it: in the legal basis of the instrument.
 */
static const char title[] = "Permendagri 99/2018";
static const char basis[] =
    "Permendagri 99 Tahun 2018. Bunyi tingkat "
    "sebagaimana beredar di daerah: bandingkan dahulu dengan lampiran resmi. "
    "Daftar dokumen dan petunjuk verifikasi adalah contoh praktik daerah, "
    "bukan ketentuan.";

enum { VARIABLES_MAX = 60, LEVELS = 5 };

static int
import_open_table(struct work *work, struct table *table, const char *file)
{
	return table_read(work, table,
	    arena_format(&work->arena, "%s/%s", work->arguments[0], file));
}

/* A whole number of a cell within bounds, or -1 after a complaint. */
static long
number_in(const struct work *work, const struct table *table, size_t line, int column, long most)
{
	long number;

	if (whole_number(table->lines[line].cells[column], 1, &number) && number <= most)
		return number;
	return table_complain(work, table, line, column, "not a number in its range");
}

static int
import_read_variables(struct work *work, struct instrument *instrument)
{
	struct table table;
	int number, label;

	if (import_open_table(work, &table, "variables.csv") != 0 ||
	    (number = table_column(work, &table, "variable")) < 0 ||
	    (label = table_column(work, &table, "name")) < 0)
		return -1;
	instrument->variables = arena_array(&work->arena, VARIABLES_MAX,
	    sizeof(*instrument->variables));
	for (size_t line = 0; line < table.count; line++) {
		long place = number_in(work, &table, line, number, VARIABLES_MAX);

		if (place < 0)
			return -1;
		if ((size_t)place != line + 1)
			return table_complain(work, &table, line, number,
			    "numbers are to follow each other from 1");
		instrument->variables[line].number = place;
		instrument->variables[line].name = table.lines[line].cells[label];
		instrument->variable_count++;
	}
	return 0;
}

static int
import_check_levels(struct work *work, const struct table *table,
    const struct instrument *instrument)
{
	for (size_t at = 0; at < instrument->variable_count; at++)
		for (int level = 0; level < LEVELS; level++)
			if (instrument->variables[at].levels[level].indicator == NULL)
				return complain(work, -1,
				    "%s: variable %zu "
				    "has no level %d",
				    table->path, at + 1, level + 1);
	return 0;
}

static int
import_read_levels(struct work *work, struct instrument *instrument)
{
	struct table table;
	int variable, level, indicator, guidance, examples;

	if (import_open_table(work, &table, "levels.csv") != 0 ||
	    (variable = table_column(work, &table, "variable")) < 0 ||
	    (level = table_column(work, &table, "level")) < 0 ||
	    (indicator = table_column(work, &table, "indicator")) < 0 ||
	    (guidance = table_column(work, &table, "verification_guidance")) < 0 ||
	    (examples = table_column(work, &table, "evidence_examples")) < 0)
		return -1;
	for (size_t line = 0; line < table.count; line++) {
		const char **cells = table.lines[line].cells;
		long of = number_in(work, &table, line, variable, (long)instrument->variable_count);
		long number = number_in(work, &table, line, level, LEVELS);
		struct instrument_level *place;

		if (of < 1 || number < 1)
			return -1;
		place = &instrument->variables[of - 1].levels[number - 1];
		if (place->indicator != NULL)
			return table_complain(work, &table, line, level, "comes twice");
		if (*cells[indicator] == '\0')
			return table_complain(work, &table, line, indicator, "is empty");
		place->indicator = cells[indicator];
		place->guidance = cells[guidance];
		instrument_items(&work->arena, place, cells[examples]);
	}
	return import_check_levels(work, &table, instrument);
}

static int
read_categories(struct work *work, struct instrument *instrument)
{
	struct table table;
	int label, level, least, most;

	if (import_open_table(work, &table, "categories.csv") != 0 ||
	    (label = table_column(work, &table, "category")) < 0 ||
	    (level = table_column(work, &table, "level")) < 0 ||
	    (least = table_column(work, &table, "min_score")) < 0 ||
	    (most = table_column(work, &table, "max_score")) < 0)
		return -1;
	if (table.count != LEVELS)
		return complain(work, -1, "%s: there are to be %d categories", table.path, LEVELS);
	for (size_t line = 0; line < table.count; line++) {
		const char **cells = table.lines[line].cells;
		struct instrument_category *category = &instrument->categories[line];

		if (number_in(work, &table, line, level, LEVELS) != (long)line + 1)
			return table_complain(work, &table, line, level,
			    "levels are to follow each other from 1");
		category->name = cells[label];
		if (!instrument_tenths(cells[least], &category->min_tenths))
			return table_complain(work, &table, line, least,
			    "not a number with at most one decimal");
		if (!instrument_tenths(cells[most], &category->max_tenths))
			return table_complain(work, &table, line, most,
			    "not a number with at most one decimal");
		if (category->min_tenths > category->max_tenths ||
		    (line > 0 && category->min_tenths != category[-1].max_tenths + 1))
			return table_complain(work, &table, line, least,
			    "the intervals are to join each other");
	}
	return 0;
}

static int
import_instrument(struct work *work)
{
	struct instrument instrument = { .name = title, .basis = basis };
	struct rows rows;
	int64_t id;
	int result = db_select(work->db, &rows, STATEMENT_IMPORT_INSTRUMENT_ID, db_text(title));

	if (result < 0)
		return store_failed(work, result,
		    "cannot read the "
		    "instruments");
	if (result > 0) {
		printf("instrument %s: there already, left as it is\n", title);
		return DONE;
	}
	if (import_read_variables(work, &instrument) != 0 ||
	    import_read_levels(work, &instrument) != 0 || read_categories(work, &instrument) != 0)
		return PROBLEM;
	result = instrument_add(work->db, &instrument, true, 0, &id);
	if (result != 0)
		return store_failed(work, result,
		    "cannot store the "
		    "instrument");
	printf("instrument %s: %zu variables, published\n", title, instrument.variable_count);
	return DONE;
}

struct holidays {
	struct table table;
	int day, kind, label;
	int added;
};

static int
read_holidays(struct work *work, struct holidays *holidays)
{
	struct table *table = &holidays->table;

	if (import_open_table(work, table, "holidays-2026.csv") != 0 ||
	    (holidays->day = table_column(work, table, "date")) < 0 ||
	    (holidays->kind = table_column(work, table, "kind")) < 0 ||
	    (holidays->label = table_column(work, table, "name")) < 0)
		return -1;
	for (size_t line = 0; line < table->count; line++) {
		const char **cells = table->lines[line].cells;

		if (day_parse(cells[holidays->day]) == DAY_NONE)
			return table_complain(work, table, line, holidays->day, "not a date");
		if (strcmp(cells[holidays->kind], "libur") != 0 &&
		    strcmp(cells[holidays->kind], "cuti_bersama") != 0)
			return table_complain(work, table, line, holidays->kind,
			    "neither libur nor cuti_bersama");
	}
	return 0;
}

static int
add_holidays(struct db *db, void *argument)
{
	struct holidays *holidays = argument;

	holidays->added = 0;
	for (size_t line = 0; line < holidays->table.count; line++) {
		const char **cells = holidays->table.lines[line].cells;
		int result = db_run(db, STATEMENT_IMPORT_HOLIDAY, db_text(cells[holidays->day]),
		    db_text(cells[holidays->kind]), db_text(cells[holidays->label]),
		    db_text(cells[holidays->day]));

		if (result < 0)
			return result;
		holidays->added += result;
	}
	return 0;
}

static int
import_reference(struct work *work)
{
	struct holidays holidays;
	int status, result;

	if (read_holidays(work, &holidays) != 0)
		return PROBLEM;
	status = import_instrument(work);
	if (status != DONE)
		return status;
	result = db_txn_world(work->db, add_holidays, &holidays);
	if (result != 0)
		return store_failed(work, result,
		    "cannot store the "
		    "holidays");
	printf("holidays: %d added, %zu there already\n", holidays.added,
	    holidays.table.count - (size_t)holidays.added);
	return DONE;
}

const struct command import_reference_command = {
	.name = "import reference",
	.arguments = "DIR",
	.least = 1,
	.most = 1,
	.summary = "load the instrument and the holidays that come with Matang",
	.about = "Reads variables.csv, levels.csv, categories.csv and "
		 "holidays-2026.csv in DIR and\npublishes the instrument "
		 "\"Permendagri 99/2018\". What is there already stays as it\nis: "
		 "run again, it does nothing.",
	.options = no_options,
	.run = import_reference,
};
