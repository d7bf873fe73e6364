/* SPDX-License-Identifier: ISC */
/*
 * A worksheet out of an OpenDocument spreadsheet (OpenDocument 1.3, Part 3) by
 * expat.  All of them are in one file, so what is before the one that is asked for
 * is passed over, and what is behind it is not read.
 */
#include "sheet/ods.h"

#include <stdlib.h>
#include <string.h>

#include "format/xml_reader.h"
#include "format/zip_reader.h"
#include "sheet/bytes.h"
#include "sheet/cell.h"
#include "sheet/element.h"
#include "sheet/number_text.h"
#include "sheet/row.h"
#include "base/banned.h"

/* What is repeated more often than a worksheet has cells is nothing else: */
#define REPEATED_MAX 1048576
enum {
	STYLES_SIZE = 4096, /* names of styles that hide worksheets */
	DAY = 10,           /* "2026-11-21" */
	MOMENT = 19         /* "2026-11-21 13:45:00" */
};

enum node {
	UNKNOWN = ELEMENT_UNKNOWN,
	MANIFEST_FILE,
	MANIFEST,
	ENTRY,
	ENCRYPTION,
	CONTENT_FILE,
	CONTENT,
	STYLES,
	STYLE,
	TABLE_STYLE,
	BODY,
	SPREADSHEET,
	TABLE,
	ROWS,
	ROW,
	CELL,
	COVERED,
	PARAGRAPH,
	RUN,
	SPACES,
	TAB,
	BREAK
};

/* Sections 3 (document), 5 and 6 (text), 9 (tables), 16 (styles); Part 2, section
 * 4 (manifest). */
static const struct element grammar[] = {
	{ CELL, "p", PARAGRAPH },
	{ ROW, "table-cell", CELL },
	{ ROW, "covered-table-cell", COVERED },
	{ TABLE, "table-row", ROW },
	{ TABLE, "table-header-rows", ROWS },
	{ TABLE, "table-row-group", ROWS },
	{ TABLE, "table-rows", ROWS },
	{ ROWS, "table-row", ROW },
	{ ROWS, "table-header-rows", ROWS },
	{ ROWS, "table-row-group", ROWS },
	{ ROWS, "table-rows", ROWS },
	{ PARAGRAPH, "span", RUN },
	{ PARAGRAPH, "a", RUN },
	{ PARAGRAPH, "s", SPACES },
	{ PARAGRAPH, "tab", TAB },
	{ PARAGRAPH, "line-break", BREAK },
	{ PARAGRAPH, "ruby", RUN },
	{ PARAGRAPH, "date", RUN },
	{ PARAGRAPH, "time", RUN },
	{ PARAGRAPH, "title", RUN },
	{ PARAGRAPH, "sheet-name", RUN },
	{ RUN, "span", RUN },
	{ RUN, "a", RUN },
	{ RUN, "s", SPACES },
	{ RUN, "tab", TAB },
	{ RUN, "line-break", BREAK },
	{ RUN, "ruby-base", RUN },
	{ SPREADSHEET, "table", TABLE },
	{ STYLES, "style", STYLE },
	{ STYLE, "table-properties", TABLE_STYLE },
	{ CONTENT_FILE, "document-content", CONTENT },
	{ CONTENT, "automatic-styles", STYLES },
	{ CONTENT, "body", BODY },
	{ BODY, "spreadsheet", SPREADSHEET },
	{ MANIFEST_FILE, "manifest", MANIFEST },
	{ MANIFEST, "file-entry", ENTRY },
	{ ENTRY, "encryption-data", ENCRYPTION },
	{ 0 },
};

/* A cell of the present row: its text is row.s[at, at + n), terminated. */
struct cell {
	size_t column, at, n;
};

struct ods {
	const struct sheet_request *request;
	struct sheet_fault *fault;
	struct zip_reader archive;
	struct sheet_rows rows;
	struct xml_reader part;
	struct element_path path;
	bool is_spreadsheet, found;

	/* styles of worksheets that are hidden, one after the other */
	char style[256];
	struct bytes hidden_styles;

	/* of the row: as often as it is repeated, below those that are read */
	size_t number, repeated;
	bool is_hidden;
	struct bytes row;
	struct cell cells[SHEET_COLUMNS_MAX];
	size_t cell_n;

	/* of the cell */
	size_t column, cell_repeated, cell_at;
	bool valued;    /* by an attribute: what it shows does not count */
	bool is_error;  /* and what it shows is its name */
	bool to_be_had; /* a formula without a result */
	size_t paragraphs, paragraph_at;
	bool blank; /* before what comes next, one is there or none counts */
};

static void
ods_fail(struct ods *x, enum format_error error)
{
	if (x->fault->error == FORMAT_OK)
		sheet_fail(x->fault, error, x->number, x->column);
	xml_stop(&x->part, error);
}

static void
ods_append(struct ods *x, const char *s, size_t n)
{
	if (n > x->request->limits->cell - (x->row.n - x->cell_at))
		ods_fail(x, FORMAT_CELL);
	else if (!bytes_add(&x->row, s, n))
		ods_fail(x, FORMAT_MEMORY);
}

/* How often something is there: 1 where nothing says it. */
static size_t
repeated(const char **atts, const char *name)
{
	const char *value = xml_attribute(atts, name, "1");
	size_t times = 0;

	for (; *value >= '0' && *value <= '9' && times <= REPEATED_MAX; value++)
		times = times * 10 + (size_t)(*value - '0');
	return times == 0 ? 1 : times > REPEATED_MAX ? REPEATED_MAX : times;
}

/* ---- Worksheets ---- */

static void
start_style(struct ods *x, const char **atts)
{
	const char *name = xml_attribute(atts, "name", "");

	x->style[0] = '\0';
	if (strcmp(xml_attribute(atts, "family", ""), "table") == 0 &&
	    strlen(name) < sizeof(x->style))
		memcpy(x->style, name, strlen(name) + 1);
}

static void
start_table_style(struct ods *x, const char **atts)
{
	size_t n = strlen(x->style) + 1;

	if (n > 1 && strcmp(xml_attribute(atts, "display", "true"), "false") == 0 &&
	    n <= STYLES_SIZE - x->hidden_styles.n && !bytes_add(&x->hidden_styles, x->style, n))
		ods_fail(x, FORMAT_MEMORY);
}

static bool
is_hidden_style(const struct ods *x, const char *name)
{
	for (size_t at = 0; at < x->hidden_styles.n; at += strlen(x->hidden_styles.s + at) + 1)
		if (strcmp(x->hidden_styles.s + at, name) == 0)
			return true;
	return false;
}

static void
start_table(struct ods *x, const char **atts)
{
	bool hidden = is_hidden_style(x, xml_attribute(atts, "style-name", ""));

	if (sheet_is_wanted(&x->rows, xml_attribute(atts, "name", ""), hidden))
		x->found = true;
	else
		element_pass(&x->path);
}

/* ---- Rows ---- */

static void
ods_start_row(struct ods *x, const char **atts)
{
	x->number++;
	x->repeated = repeated(atts, "number-rows-repeated");
	x->is_hidden = strcmp(xml_attribute(atts, "visibility", "visible"), "visible") != 0;
	x->row.n = 0;
	x->cell_n = 0;
	x->column = 0;
}

static enum format_error
ods_deliver(struct ods *x)
{
	enum format_error error = FORMAT_OK;

	sheet_row_begin(&x->rows, x->number);
	for (size_t at = 0; at < x->cell_n && error == FORMAT_OK; at++)
		error = sheet_row_cell(&x->rows, x->cells[at].column, x->row.s + x->cells[at].at,
		    x->cells[at].n);
	return error == FORMAT_OK ? sheet_row_end(&x->rows) : error;
}

static void
ods_end_row(struct ods *x)
{
	enum format_error error = FORMAT_OK;

	if (x->request->marks != NULL)
		x->request->marks->hidden = x->is_hidden;
	x->column = 0;
	if (x->cell_n == 0)
		x->number += x->repeated - 1;
	else
		for (size_t times = 1; error == FORMAT_OK; times++, x->number++) {
			error = ods_deliver(x);
			if (times == x->repeated)
				break;
		}
	if (error != FORMAT_OK)
		ods_fail(x, error);
}

/* ---- Cells ---- */

/*
 * A date as it is stored, "2026-11-21" or "2026-11-21T13:45:00.000000000Z".  The
 * first minute of a day is its midnight, as in xlsx.c.
 */
static bool
ods_put_date(struct ods *x, const char *value)
{
	static const char digits[] = "0000-00-00T00:00:00";
	size_t n = 0;

	for (; value[n] != '\0' && n < MOMENT; n++)
		if (digits[n] == '0' ? value[n] < '0' || value[n] > '9' : value[n] != digits[n])
			return false;
	if (n != DAY && n != MOMENT)
		return false;
	ods_append(x, value, DAY);
	if (n == MOMENT && memcmp(value + DAY + 1, "00:00", 5) != 0) {
		ods_append(x, " ", 1);
		ods_append(x, value + DAY + 1, MOMENT - DAY - 1);
	}
	return true;
}

static bool
ods_put_number(struct ods *x, const char *value)
{
	char made[NUMBER_TEXT];
	size_t n = number_text(made, value, strlen(value));

	if (n > 0)
		ods_append(x, made, n);
	else
		ods_append(x, value, strlen(value));
	return *value != '\0';
}

/* What the attributes of a cell say that it holds; false where its text says it. */
static bool
ods_put_value(struct ods *x, const char *type, const char **atts)
{
	if (strcmp(type, "float") == 0 || strcmp(type, "percentage") == 0 ||
	    strcmp(type, "currency") == 0)
		return ods_put_number(x, xml_attribute(atts, "value", ""));
	if (strcmp(type, "date") == 0)
		return ods_put_date(x, xml_attribute(atts, "date-value", ""));
	if (strcmp(type, "boolean") == 0) {
		bool set = strcmp(xml_attribute(atts, "boolean-value", "false"), "true") == 0;

		ods_append(x, set ? "TRUE" : "FALSE", set ? 4 : 5);
		return true;
	}
	return false;
}

/* Two attributes are called so, and LibreOffice's own alone knows errors. */
static const char *
type_of(const char **atts, bool *is_error)
{
	const char *type = "";

	*is_error = false;
	for (; *atts != NULL; atts += 2) {
		if (strcmp(xml_local(*atts), "value-type") != 0)
			continue;
		if (strcmp(atts[1], "error") == 0)
			*is_error = true;
		else if (*type == '\0')
			type = atts[1];
	}
	return type;
}

/* Cells that are one on the screen. */
static void
note_span(struct ods *x, const char **atts)
{
	struct sheet_marks *marks = x->request->marks;
	size_t rows = repeated(atts, "number-rows-spanned");
	size_t columns = repeated(atts, "number-columns-spanned");

	if (marks == NULL || rows * columns == 1 || marks->range_count == SHEET_RANGES_MAX)
		return;
	marks->ranges[marks->range_count++] = (struct sheet_range){ .first_row = x->number,
		.last_row = x->number + rows - 1,
		.first_column = x->column,
		.last_column = x->column + columns - 1 };
}

static void
ods_start_cell(struct ods *x, const char **atts)
{
	const char *type = type_of(atts, &x->is_error), *text;

	x->column++;
	x->cell_repeated = repeated(atts, "number-columns-repeated");
	x->cell_at = x->row.n;
	x->paragraphs = 0;
	note_span(x, atts);
	x->valued = !x->is_error && ods_put_value(x, type, atts);
	x->to_be_had = *type == '\0' && xml_attribute(atts, "formula", NULL) != NULL;
	if (x->valued || x->is_error)
		return;
	x->row.n = x->cell_at;
	text = xml_attribute(atts, "string-value", "");
	ods_append(x, text, strlen(text));
}

static void
start_paragraph(struct ods *x)
{
	if (x->paragraphs++ == 0 && !x->valued)
		x->row.n = x->cell_at;
	else if (!x->valued)
		ods_append(x, "\n", 1);
	x->paragraph_at = x->row.n;
	x->blank = true;
}

/* Blanks of the file are one, and none at the edges (Part 3, 6.1.2). */
static void
end_paragraph(struct ods *x)
{
	if (!x->valued && x->blank && x->row.n > x->paragraph_at)
		x->row.n--;
}

static void
put_text(struct ods *x, const char *s, size_t n)
{
	size_t from = 0;

	for (size_t at = 0; at < n; at++) {
		bool blank = strchr(" \t\r\n", s[at]) != NULL;

		if (blank) {
			ods_append(x, s + from, at - from);
			if (!x->blank)
				ods_append(x, " ", 1);
			from = at + 1;
		}
		x->blank = blank;
	}
	ods_append(x, s + from, n - from);
}

/* Blanks that are written as elements, and stay. */
static void
put_blanks(struct ods *x, char blank, size_t times)
{
	if (x->valued)
		return;
	for (; times > 0 && x->fault->error == FORMAT_OK; times--)
		ods_append(x, &blank, 1);
	x->blank = false;
}

static void
ods_end_cell(struct ods *x)
{
	const struct format_limits *limits = x->request->limits;
	size_t n = x->row.n - x->cell_at;
	/* In some languages LibreOffice calls an error as nobody else does: "#WERT!" */
	bool named = n > 0 && cell_is_error(x->row.s + x->cell_at, n);
	bool lost = x->is_error ? !named : x->to_be_had && n == 0;

	if (lost) {
		x->row.n = x->cell_at;
		ods_append(x, "#N/A", 4);
		n = 4;
	}
	if (n > 0 && !bytes_add(&x->row, "", 1))
		ods_fail(x, FORMAT_MEMORY);
	if (n == 0 || x->fault->error != FORMAT_OK) {
		x->column += x->cell_repeated - 1;
		return;
	}
	for (size_t times = 1;; times++, x->column++) {
		if (x->number > limits->rows)
			ods_fail(x, FORMAT_ROWS);
		else if (x->column > limits->columns || x->column > SHEET_COLUMNS_MAX)
			ods_fail(x, FORMAT_COLUMNS);
		if (x->fault->error != FORMAT_OK)
			return;
		x->cells[x->cell_n++] = (struct cell){ x->column, x->cell_at, n };
		if (times == x->cell_repeated)
			return;
	}
}

/* ---- XML ---- */

static void
ods_on_start(void *arg, const char *name, const char **atts)
{
	struct ods *x = arg;
	int node;

	if (!element_enter(&x->path, name, atts, &node)) {
		ods_fail(x,
		    x->path.depth == 0 && element_at(&x->path) == CONTENT_FILE ?
			FORMAT_KIND :
			FORMAT_XML);
		return;
	}
	switch (node) {
	case ENCRYPTION:
		ods_fail(x, FORMAT_LOCKED);
		break;
	case STYLE:
		start_style(x, atts);
		break;
	case TABLE_STYLE:
		start_table_style(x, atts);
		break;
	case SPREADSHEET:
		x->is_spreadsheet = true;
		break;
	case TABLE:
		start_table(x, atts);
		break;
	case ROW:
		ods_start_row(x, atts);
		break;
	case CELL:
		ods_start_cell(x, atts);
		break;
	case COVERED:
		x->column += repeated(atts, "number-columns-repeated");
		break;
	case PARAGRAPH:
		start_paragraph(x);
		break;
	case SPACES:
		put_blanks(x, ' ', repeated(atts, "c"));
		break;
	case TAB:
		put_blanks(x, '\t', 1);
		break;
	case BREAK:
		put_blanks(x, '\n', 1);
		break;
	default:
		break;
	}
}

static void
ods_on_end(void *arg, const char *name)
{
	struct ods *x = arg;

	(void)name;
	switch (element_leave(&x->path)) {
	case PARAGRAPH:
		end_paragraph(x);
		break;
	case CELL:
		ods_end_cell(x);
		break;
	case ROW:
		ods_end_row(x);
		break;
	case TABLE:
		x->number = x->column = 0;
		xml_stop(&x->part, FORMAT_OK);
		break;
	default:
		break;
	}
}

static void
ods_on_text(void *arg, const char *s, size_t n)
{
	struct ods *x = arg;
	int node = element_at(&x->path);

	if ((node == PARAGRAPH || node == RUN) && !x->valued)
		put_text(x, s, n);
}

static enum format_error
ods_read_part(struct ods *x, const char *name, enum node file)
{
	enum format_error error = zip_reader_begin(&x->archive, name), whole;

	if (error != FORMAT_OK)
		return error;
	element_begin(&x->path, grammar, file);
	x->part = (struct xml_reader){ .arg = x,
		.start = ods_on_start,
		.end = ods_on_end,
		.text = ods_on_text };
	error = xml_read(&x->part, &x->archive);
	whole = zip_reader_end(&x->archive);
	return error == FORMAT_OK ? whole : error;
}

/* A locked one says so in its list of files; what is wrong with that otherwise,
 * and whether it is there at all, is no matter. */
static enum format_error
ods_read_all(struct ods *x)
{
	enum format_error error = ods_read_part(x, "META-INF/manifest.xml", MANIFEST_FILE);

	if (error == FORMAT_LOCKED)
		return error;
	*x->fault = (struct sheet_fault){ .error = FORMAT_OK };
	error = ods_read_part(x, "content.xml", CONTENT_FILE);
	if (error != FORMAT_OK)
		return error == FORMAT_ABSENT ? FORMAT_KIND : error;
	return !x->is_spreadsheet ? FORMAT_KIND : !x->found ? FORMAT_ABSENT : FORMAT_OK;
}

enum format_error
ods_read(const char *bytes, size_t n, const struct sheet_request *request,
    struct sheet_fault *fault)
{
	struct ods x = { .request = request, .fault = fault };
	enum format_error error;

	sheet_rows_init(&x.rows, request, fault);
	if (request->marks != NULL)
		request->marks->range_count = 0;
	error = zip_reader_open(&x.archive, bytes, n, request->limits);
	if (error == FORMAT_OK)
		error = ods_read_all(&x);
	if (error != FORMAT_OK && fault->error == FORMAT_OK)
		sheet_fail(fault, error, 0, 0);
	zip_reader_close(&x.archive);
	free(x.hidden_styles.s);
	free(x.row.s);
	return fault->error;
}
