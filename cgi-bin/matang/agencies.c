/* SPDX-License-Identifier: ISC */
/*
 * matang import agencies FILE
 *
 * Agencies out of a table, all of it or nothing: every problem of every line
 * is told before anything is stored.
 */
#include "matang/reference_table.h"
#include "store/agency.h"
#include "store/history.h"
#include "base/utf8.h"
#include "base/banned.h"

/* A column of the table: the region's code, and behind it those of an agency. */
enum { REGION, FIRST, COLUMNS = FIRST + AGENCY_COLUMNS };
enum { CODE_MAX = 5 };

static const char region[] = "region";

struct agencies {
	struct table table;
	int places[COLUMNS]; /* -1: the table has no such column */
	int64_t *regions;    /* key of each line's region */
	int added;
};

static const struct field *
field_of(int column)
{
	return &agency_fields[AGENCY_FIRST + column - FIRST];
}

static bool
is_needed(int column)
{
	return column == REGION || field_of(column)->required;
}

static const char *
cell(const struct agencies *agencies, size_t line, int column)
{
	int place = agencies->places[column];

	return place < 0 ? "" : agencies->table.lines[line].cells[place];
}

static int
find_columns(struct work *work, struct agencies *agencies)
{
	for (int column = 0; column < COLUMNS; column++) {
		const char *name = column == REGION ? region : field_of(column)->name;

		agencies->places[column] = table_find(&agencies->table, name);
		if (agencies->places[column] < 0 && is_needed(column))
			return complain(work, -1,
			    "%s: there is no column "
			    "'%s'",
			    agencies->table.path, name);
	}
	return 0;
}

/* Says everything that is wrong with a line; how many things it was. */
static int
agencies_check_agency(struct work *work, struct agencies *agencies, size_t line)
{
	struct rows rows;
	int wrong = 0, result;

	for (int column = 0; column < COLUMNS; column++) {
		const char *text = cell(agencies, line, column);
		size_t most = column == REGION ? CODE_MAX : (size_t)field_of(column)->max;

		if (*text == '\0' && is_needed(column)) {
			table_complain(work, &agencies->table, line, agencies->places[column],
			    "is empty");
			wrong++;
		} else if (utf8_characters(text) > most) {
			table_complain(work, &agencies->table, line, agencies->places[column],
			    "is too long");
			wrong++;
		}
	}
	if (*cell(agencies, line, REGION) == '\0')
		return wrong;
	result = db_select(work->db, &rows, STATEMENT_ACCOUNT_REGION,
	    db_text(cell(agencies, line, REGION)));
	if (result == 1)
		agencies->regions[line] = row_int(&rows, 0, "id");
	else if (result == 0) {
		table_complain(work, &agencies->table, line, agencies->places[REGION],
		    "there is no such region");
		wrong++;
	}
	return result < 0 ? result : wrong;
}

static int
agencies_add_agency(struct db *db, const struct agencies *agencies, size_t line)
{
	const char *values[AGENCY_COLUMNS];
	struct change note = { .subject = "agency",
		.region_id = agencies->regions[line],
		.reason = "matang import agencies" };
	int result;

	for (int column = FIRST; column < COLUMNS; column++)
		values[column - FIRST] = cell(agencies, line, column);
	note.to = values[AGENCY_NAME - AGENCY_FIRST];
	result = agency_add(db, note.region_id, values);
	if (result != 0)
		return result;
	note.agency_id = note.subject_id = db_last_key(db);
	return history_add(db, &note);
}

static int
add_agencies(struct db *db, void *argument)
{
	struct agencies *agencies = argument;
	int result = 0;

	agencies->added = 0;
	for (size_t line = 0; line < agencies->table.count && result == 0; line++) {
		struct rows rows;

		result = db_select(db, &rows, STATEMENT_IMPORT_AGENCY_THERE,
		    db_int(agencies->regions[line]),
		    db_text(cell(agencies, line, FIRST + AGENCY_NAME - AGENCY_FIRST)));
		if (result > 0)
			result = 0;
		else if (result == 0) {
			result = agencies_add_agency(db, agencies, line);
			agencies->added++;
		}
	}
	return result;
}

static int
import_agencies(struct work *work)
{
	struct agencies *agencies = arena_alloc(&work->arena, sizeof(*agencies));
	int wrong = 0, result;

	if (table_read(work, &agencies->table, work->arguments[0]) != 0 ||
	    find_columns(work, agencies) != 0)
		return PROBLEM;
	agencies->regions = arena_array(&work->arena, agencies->table.count + 1,
	    sizeof(*agencies->regions));
	for (size_t line = 0; line < agencies->table.count; line++) {
		result = agencies_check_agency(work, agencies, line);
		if (result < 0)
			return store_failed(work, result,
			    "cannot read the "
			    "regions");
		wrong += result;
	}
	if (wrong > 0)
		return complain(work, PROBLEM,
		    "%d problem%s; nothing was "
		    "stored",
		    wrong, wrong == 1 ? "" : "s");
	result = db_txn_world(work->db, add_agencies, agencies);
	if (result != 0)
		return store_failed(work, result,
		    "cannot store the "
		    "agencies");
	printf("agencies: %d added, %zu there already\n", agencies->added,
	    agencies->table.count - (size_t)agencies->added);
	return DONE;
}

static void
print_columns(FILE *to)
{
	fprintf(to,
	    "\n  %-24scode of a region that exists, e.g. 64.71 "
	    "(needed)\n",
	    region);
	for (int column = FIRST; column < COLUMNS; column++)
		fprintf(to, "  %-24s%s, %lld characters%s\n", field_of(column)->name,
		    field_of(column)->label, (long long)field_of(column)->max,
		    is_needed(column) ? " (needed)" : "");
}

const struct command import_agencies_command = {
	.name = "import agencies",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.summary = "load a list of agencies (perangkat daerah)",
	.about = "Reads a CSV file, or the first sheet of an .xlsx workbook. "
		 "All of it is stored, or\nnothing and every problem said. Agencies "
		 "that are there already stay as they are.\nIts first row names the "
		 "columns:",
	.options = no_options,
	.more = print_columns,
	.run = import_agencies,
};
