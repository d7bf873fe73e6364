/* SPDX-License-Identifier: ISC */
/*
 * matang import agencies FILE
 *
 * Agencies out of a table, all of it or nothing: every problem of every line
 * is told before anything is stored.
 */
#include "matang/reference_table.h"
#include "store/history.h"
#include "base/utf8.h"
#include "base/banned.h"

enum column { REGION, NAME, SHORT_NAME, HEAD_TITLE, HEAD_NAME, HEAD_RANK,
	HEAD_NIP, COLUMNS };

/* As in the schema; the first two have to be there. */
static const struct {
	const char *name;
	size_t characters;
} columns[COLUMNS] = {
	[REGION] = { "region", 5 },
	[NAME] = { "name", 200 },
	[SHORT_NAME] = { "short_name", 40 },
	[HEAD_TITLE] = { "head_title", 200 },
	[HEAD_NAME] = { "head_name", 120 },
	[HEAD_RANK] = { "head_rank", 120 },
	[HEAD_NIP] = { "head_nip", 30 },
};

struct agencies {
	struct table table;
	int places[COLUMNS];		/* -1: the table has no such column */
	int64_t *regions;		/* key of each line's region */
	int added;
};

static const char *
cell(const struct agencies *agencies, size_t line, enum column column)
{
	int place = agencies->places[column];

	return place < 0 ? "" : agencies->table.lines[line].cells[place];
}

static int
find_columns(struct work *work, struct agencies *agencies)
{
	for (int column = 0; column < COLUMNS; column++) {
		agencies->places[column] = table_find(&agencies->table,
		    columns[column].name);
		if (agencies->places[column] < 0 && column <= NAME)
			return complain(work, -1, "%s: there is no column "
			    "'%s'", agencies->table.path,
			    columns[column].name);
	}
	return 0;
}

/* Says everything that is wrong with a line; how many things it was. */
static int
check_agency(struct work *work, struct agencies *agencies, size_t line)
{
	struct rows rows;
	int wrong = 0, result;

	for (int column = 0; column < COLUMNS; column++) {
		const char *text = cell(agencies, line, (enum column)column);

		if (*text == '\0' && column <= NAME) {
			table_complain(work, &agencies->table, line,
			    agencies->places[column], "is empty");
			wrong++;
		} else if (utf8_characters(text) > columns[column].characters) {
			table_complain(work, &agencies->table, line,
			    agencies->places[column], "is too long");
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
		table_complain(work, &agencies->table, line,
		    agencies->places[REGION], "there is no such region");
		wrong++;
	}
	return result < 0 ? result : wrong;
}

static int
add_agencies(struct db *db, void *argument)
{
	struct agencies *agencies = argument;

	agencies->added = 0;
	for (size_t line = 0; line < agencies->table.count; line++) {
		struct change note = { .subject = "agency",
		    .region_id = agencies->regions[line],
		    .to = cell(agencies, line, NAME),
		    .reason = "matang import agencies" };
		int result = db_run(db, STATEMENT_IMPORT_AGENCY,
		    db_int(agencies->regions[line]),
		    db_text(cell(agencies, line, NAME)),
		    db_text(cell(agencies, line, SHORT_NAME)),
		    db_text(cell(agencies, line, HEAD_TITLE)),
		    db_text(cell(agencies, line, HEAD_NAME)),
		    db_text(cell(agencies, line, HEAD_RANK)),
		    db_text(cell(agencies, line, HEAD_NIP)),
		    db_int(agencies->regions[line]),
		    db_text(cell(agencies, line, NAME)));

		if (result < 0)
			return result;
		if (result == 0)
			continue;
		agencies->added++;
		note.agency_id = note.subject_id = db_last_key(db);
		result = history_add(db, &note);
		if (result != 0)
			return result;
	}
	return 0;
}

static int
import_agencies(struct work *work)
{
	struct agencies *agencies = arena_alloc(&work->arena,
	    sizeof(*agencies));
	int wrong = 0, result;

	if (table_read(work, &agencies->table, work->arguments[0]) != 0 ||
	    find_columns(work, agencies) != 0)
		return PROBLEM;
	agencies->regions = arena_array(&work->arena, agencies->table.count +
	    1, sizeof(*agencies->regions));
	for (size_t line = 0; line < agencies->table.count; line++) {
		result = check_agency(work, agencies, line);
		if (result < 0)
			return store_failed(work, result, "cannot read the "
			    "regions");
		wrong += result;
	}
	if (wrong > 0)
		return complain(work, PROBLEM, "%d problem%s; nothing was "
		    "stored", wrong, wrong == 1 ? "" : "s");
	result = db_txn(work->db, add_agencies, agencies);
	if (result != 0)
		return store_failed(work, result, "cannot store the "
		    "agencies");
	printf("agencies: %d added, %zu there already\n", agencies->added,
	    agencies->table.count - (size_t)agencies->added);
	return DONE;
}

const struct command import_agencies_command = {
	.name = "import agencies",
	.arguments = "FILE",
	.least = 1, .most = 1,
	.summary = "load a list of agencies (perangkat daerah)",
	.about = "Reads a CSV file, or the first sheet of an .xlsx workbook. "
	    "Its first row names\nthe columns: region (the code of a region "
	    "that exists, e.g. 64.71), name; and, if\nthere, short_name, "
	    "head_title, head_name, head_rank, head_nip. All of it is\nstored, "
	    "or nothing and every problem said. Agencies that are there "
	    "already stay\nas they are.",
	.options = no_options,
	.run = import_agencies,
};
