/* SPDX-License-Identifier: ISC */
/*
 * A table for the operator's command: read as a whole, its columns found by
 * name, problems told with file and line.
 */
#include "matang/reference_table.h"

#include <string.h>

#include "sheet/sheet.h"
#include "base/banned.h"

enum { LINES_MAX = 5000 };

struct reading {
	struct work *work;
	struct table *table;
};

static int
reference_table_take_row(void *argument, size_t number, size_t count, const char *const *cells)
{
	struct reading *reading = argument;
	struct arena *arena = &reading->work->arena;
	struct table *table = reading->table;
	struct line *line = &table->lines[table->count];
	const char **kept;
	size_t width = table->head == NULL ? count : table->width;

	if (count > width || table->count == LINES_MAX)
		return complain(reading->work, -1, "%s:%zu: too many %s", table->path, number,
		    count > width ? "columns" : "lines");
	kept = arena_array(arena, width, sizeof(*kept));
	for (size_t at = 0; at < width; at++)
		kept[at] = at < count ? arena_text(arena, cells[at]) : "";
	if (table->head == NULL) {
		table->head = kept;
		table->width = width;
		return 0;
	}
	line->number = number;
	line->cells = kept;
	table->count++;
	return 0;
}

/* What the reader of sheets found, in the words of this command. */
static const char *
reference_table_fault_text(enum format_error error)
{
	switch (error) {
	case FORMAT_UTF8:
		return "not UTF-8";
	case FORMAT_CONTROL:
		return "a control character";
	case FORMAT_QUOTE:
		return "quotes are not as in RFC 4180";
	case FORMAT_KIND:
		return "not CSV";
	case FORMAT_MEMORY:
		return "memory is short";
	default:
		return "larger than any such table";
	}
}

int
table_read(struct work *work, struct table *table, const char *path)
{
	struct reading reading = { .work = work, .table = table };
	const struct sheet_request request = { .limits = &sheet_limits_import,
		.row = reference_table_take_row,
		.arg = &reading };
	struct sheet_fault fault;
	size_t length;
	char *text = read_file(work, path, &length);

	memset(table, 0, sizeof(*table));
	table->path = path;
	table->lines = arena_array(&work->arena, LINES_MAX, sizeof(*table->lines));
	if (text == NULL)
		return -1;
	switch (sheet_read(sheet_kind_of(text, length), text, length, &request, &fault)) {
	case FORMAT_OK:
		return table->head != NULL ? 0 : complain(work, -1, "%s is empty", path);
	case FORMAT_STOPPED:
		return -1;
	default:
		return complain(work, -1, "%s: row %zu, column %zu: %s", path, fault.row,
		    fault.column, reference_table_fault_text(fault.error));
	}
}

int
table_find(const struct table *table, const char *name)
{
	for (size_t at = 0; at < table->width; at++)
		if (strcmp(table->head[at], name) == 0)
			return (int)at;
	return -1;
}

int
table_column(const struct work *work, const struct table *table, const char *name)
{
	for (size_t at = 0; at < table->width; at++)
		if (strncmp(table->head[at], name, strlen(name)) == 0)
			return (int)at;
	return complain(work, -1, "%s: there is no column '%s'", table->path, name);
}

int
table_complain(const struct work *work, const struct table *table, size_t line, int column,
    const char *problem)
{
	return complain(work, -1, "%s:%zu: %s: %s", table->path, table->lines[line].number,
	    table->head[column], problem);
}
