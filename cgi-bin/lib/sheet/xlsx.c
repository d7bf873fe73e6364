/* SPDX-License-Identifier: ISC */
/*
 * A worksheet out of an XLSX workbook (ECMA-376, Part 1, section 18) by expat,
 * as a machine whose states are the elements that matter: all others are
 * passed over with their content, and whatever grows has a limit.
 */
#include "sheet/xlsx.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "format/zip_reader.h"
#include "format/xml_reader.h"
#include "sheet/bytes.h"
#include "sheet/element.h"
#include "sheet/number_text.h"
#include "sheet/row.h"
#include "base/banned.h"

/* The edges of a worksheet, from Excel's specification. */
#define ROW_MAX 1048576
#define COLUMN_MAX 16384

#define NAME_SIZE 256    /* of a file in the archive */
#define FORMATS_MAX 256  /* Excel allows about 250 */
#define STYLES_MAX 65536 /* Excel allows 65,490 */
#define DATE_SIZE 19     /* "2026-11-21 13:45:00", no NUL */

/* The elements that we know; all others are passed over with their content. */
enum node {
	UNKNOWN = ELEMENT_UNKNOWN,
	RELS_FILE,
	RELS,
	REL,
	WORKBOOK_FILE,
	WORKBOOK,
	WORKBOOK_PR,
	CALCULATION,
	SHEETS,
	SHEET,
	STRINGS_FILE,
	STRINGS,
	STRING,
	STRING_RUN,
	STRING_TEXT,
	STYLES_FILE,
	STYLES,
	FORMATS,
	FORMAT,
	XFS,
	XF,
	SHEET_FILE,
	WORKSHEET,
	DATA,
	ROW,
	CELL,
	VALUE,
	FORMULA,
	INLINE,
	INLINE_RUN,
	INLINE_TEXT,
	MERGES,
	MERGE
};

/* Which element means what within which; the frequent ones first. */
static const struct element grammar[] = {
	{ ROW, "c", CELL },
	{ CELL, "v", VALUE },
	{ DATA, "row", ROW },
	{ STRINGS, "si", STRING },
	{ STRING, "t", STRING_TEXT },
	{ STRING, "r", STRING_RUN },
	{ STRING_RUN, "t", STRING_TEXT },
	{ CELL, "f", FORMULA },
	{ CELL, "is", INLINE },
	{ INLINE, "t", INLINE_TEXT },
	{ INLINE, "r", INLINE_RUN },
	{ INLINE_RUN, "t", INLINE_TEXT },
	{ XFS, "xf", XF },
	{ FORMATS, "numFmt", FORMAT },
	{ RELS, "Relationship", REL },
	{ SHEETS, "sheet", SHEET },
	{ RELS_FILE, "Relationships", RELS },
	{ WORKBOOK_FILE, "workbook", WORKBOOK },
	{ WORKBOOK, "workbookPr", WORKBOOK_PR },
	{ WORKBOOK, "sheets", SHEETS },
	{ WORKBOOK, "calcPr", CALCULATION },
	{ STRINGS_FILE, "sst", STRINGS },
	{ STYLES_FILE, "styleSheet", STYLES },
	{ STYLES, "numFmts", FORMATS },
	{ STYLES, "cellXfs", XFS },
	{ SHEET_FILE, "worksheet", WORKSHEET },
	{ WORKSHEET, "sheetData", DATA },
	{ WORKSHEET, "mergeCells", MERGES },
	{ MERGES, "mergeCell", MERGE },
	{ 0 },
};

/* Types of a cell (ECMA-376, Part 1, 18.18.11, ST_CellType). */
enum type {
	TYPE_NUMBER,   /* n, also none */
	TYPE_SHARED,   /* s */
	TYPE_INLINE,   /* inlineStr */
	TYPE_STRING,   /* str */
	TYPE_BOOLEAN,  /* b */
	TYPE_AS_STORED /* d: ISO 8601, e: error */
};

/* A cell of the present row: its text is row.s[at, at + n), terminated. */
struct cell {
	size_t column, at, n;
};

struct xlsx {
	const struct sheet_request *request;
	struct sheet_fault *fault;
	struct zip_reader archive;
	struct sheet_rows rows;

	/* of the file that is being read */
	struct xml_reader part;
	struct element_path path;
	const char *base; /* folder that targets
							 * are relative to */

	/* of the workbook */
	bool from_1904;
	bool to_be_computed; /* when it is opened */
	char sheet_id[64];
	char workbook_file[NAME_SIZE];
	char sheet_file[NAME_SIZE];
	char strings_file[NAME_SIZE];
	char styles_file[NAME_SIZE];

	/* shared strings, terminated one after the other, and where each is */
	struct bytes strings;
	size_t *string_at;
	size_t string_n, string_size;

	/* styles: custom formats that are dates; is cell format i a date? */
	size_t formats[FORMATS_MAX];
	size_t format_n;
	struct bytes styles;

	/* of the worksheet */
	size_t number, column;
	enum type type;
	bool is_date, is_formula, is_hidden;
	struct bytes row;
	struct cell cells[SHEET_COLUMNS_MAX];
	size_t cell_n, cell_at;
};

static void
xlsx_fail(struct xlsx *x, enum format_error error)
{
	if (x->fault->error == FORMAT_OK)
		sheet_fail(x->fault, error, x->number, x->column);
	if (x->part.parser != NULL)
		xml_stop(&x->part, error);
}

/* Append n bytes; false, with the fault set, when memory has run out. */
static bool
xlsx_append(struct xlsx *x, struct bytes *b, const char *s, size_t n)
{
	if (bytes_add(b, s, n))
		return true;
	xlsx_fail(x, FORMAT_MEMORY);
	return false;
}

/* Read n digits, nothing else, of a number not above max. */
static bool
parse_size(const char *s, size_t n, size_t max, size_t *value)
{
	size_t v = 0, digit;

	if (n == 0)
		return false;
	for (; n > 0; s++, n--) {
		if (*s < '0' || *s > '9')
			return false;
		digit = (size_t)(*s - '0');
		if (v > (max - digit) / 10)
			return false;
		v = v * 10 + digit;
	}
	*value = v;
	return true;
}

static bool
xlsx_ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

/* ---- Relationships: which file of the archive is what ---- */

/*
 * The name in the archive of a relationship's target: absolute ("/xl/…") or
 * relative to x->base.  Empty when it has no place in an archive of ours.
 */
static void
resolve(struct xlsx *x, char name[NAME_SIZE], const char *target)
{
	size_t base_len = strlen(x->base);

	if (*target == '/') {
		base_len = 0;
		target++;
	}
	name[0] = '\0';
	if (base_len + strlen(target) >= NAME_SIZE || strstr(target, "..") != NULL)
		return;
	memcpy(name, x->base, base_len);
	memcpy(name + base_len, target, strlen(target) + 1);
}

static void
start_relationship(struct xlsx *x, const char **atts)
{
	const char *id = xml_attribute(atts, "Id", NULL);
	const char *type = xml_attribute(atts, "Type", NULL);
	const char *target = xml_attribute(atts, "Target", NULL);
	const char *mode = xml_attribute(atts, "TargetMode", NULL);

	if (id == NULL || type == NULL || target == NULL) {
		xlsx_fail(x, FORMAT_XML);
		return;
	}
	if (mode != NULL && strcmp(mode, "Internal") != 0)
		return;
	if (xlsx_ends_with(type, "/officeDocument"))
		resolve(x, x->workbook_file, target);
	else if (xlsx_ends_with(type, "/sharedStrings"))
		resolve(x, x->strings_file, target);
	else if (xlsx_ends_with(type, "/styles"))
		resolve(x, x->styles_file, target);
	else if (xlsx_ends_with(type, "/worksheet") && strcmp(id, x->sheet_id) == 0)
		resolve(x, x->sheet_file, target);
}

/* ---- Workbook ---- */

static bool
is_true(const char **atts, const char *name)
{
	const char *value = xml_attribute(atts, name, "0");

	return strcmp(value, "1") == 0 || strcmp(value, "true") == 0;
}

static void
start_sheet(struct xlsx *x, const char **atts)
{
	const char *name = xml_attribute(atts, "name", NULL);
	const char *id = xml_attribute(atts, "id", NULL);
	const char *state = xml_attribute(atts, "state", NULL);

	if (name == NULL || id == NULL || *id == '\0' || strlen(id) >= sizeof(x->sheet_id)) {
		xlsx_fail(x, FORMAT_XML);
		return;
	}
	if (x->sheet_id[0] != '\0')
		return;
	if (sheet_is_wanted(&x->rows, name, state != NULL && strcmp(state, "visible") != 0))
		memcpy(x->sheet_id, id, strlen(id) + 1);
}

/* ---- Strings ---- */

static int
hex4(const char *s)
{
	int value = 0, i;

	for (i = 0; i < 4; i++) {
		value <<= 4;
		if (s[i] >= '0' && s[i] <= '9')
			value += s[i] - '0';
		else if (s[i] >= 'A' && s[i] <= 'F')
			value += s[i] - 'A' + 10;
		else if (s[i] >= 'a' && s[i] <= 'f')
			value += s[i] - 'a' + 10;
		else
			return -1;
	}
	return value;
}

/*
 * Undo the escape of ST_Xstring (ECMA-376, Part 1, 22.9.2.19) in place:
 * _x000D_ stands for what XML cannot write.  NUL and surrogates stay as they
 * are.  Returns the new length.
 */
static size_t
unescape(char *s, size_t n)
{
	char *to;
	size_t i;
	int c;

	to = memchr(s, '_', n);
	if (to == NULL)
		return n;
	for (i = (size_t)(to - s); i < n; i++) {
		c = -1;
		if (n - i >= 7 && s[i] == '_' && s[i + 1] == 'x' && s[i + 6] == '_')
			c = hex4(s + i + 2);
		if (c <= 0 || (c >= 0xd800 && c <= 0xdfff)) {
			*to++ = s[i];
			continue;
		}
		if (c < 0x80)
			*to++ = (char)c;
		else if (c < 0x800) {
			*to++ = (char)(0xc0 | c >> 6);
			*to++ = (char)(0x80 | (c & 0x3f));
		} else {
			*to++ = (char)(0xe0 | c >> 12);
			*to++ = (char)(0x80 | (c >> 6 & 0x3f));
			*to++ = (char)(0x80 | (c & 0x3f));
		}
		i += 6;
	}
	return (size_t)(to - s);
}

static void
start_string(struct xlsx *x)
{
	size_t size = x->string_size == 0 ? 256 : x->string_size * 2;
	size_t *grown;

	if (x->string_n == x->request->limits->strings) {
		xlsx_fail(x, FORMAT_INFLATED);
		return;
	}
	if (x->string_n == x->string_size) {
		grown = realloc(x->string_at, size * sizeof(*grown));
		if (grown == NULL) {
			xlsx_fail(x, FORMAT_MEMORY);
			return;
		}
		x->string_at = grown;
		x->string_size = size;
	}
	x->string_at[x->string_n++] = x->strings.n;
}

static void
xlsx_end_string(struct xlsx *x)
{
	size_t at = x->string_at[x->string_n - 1];

	if (x->strings.n > at)
		x->strings.n = at + unescape(x->strings.s + at, x->strings.n - at);
	(void)xlsx_append(x, &x->strings, "", 1);
}

/* ---- Styles ---- */

/*
 * Does a number format show a day or a year?  Quoted and escaped text, padding
 * and [colours], [conditions], [locales] are no letters of the format; only its
 * first section counts (ECMA-376, Part 1, 18.8.31).
 */
static bool
is_date_format(const char *s)
{
	for (; *s != '\0' && *s != ';'; s++) {
		if (*s == '"' || *s == '[') {
			s = strchr(s + 1, *s == '"' ? '"' : ']');
			if (s == NULL)
				return false;
		} else if (*s == '\\' || *s == '_' || *s == '*') {
			if (*++s == '\0')
				return false;
		} else if (*s == 'd' || *s == 'D' || *s == 'y' || *s == 'Y')
			return true;
	}
	return false;
}

static void
start_format(struct xlsx *x, const char **atts)
{
	const char *id = xml_attribute(atts, "numFmtId", NULL);
	const char *code = xml_attribute(atts, "formatCode", NULL);
	size_t number;

	if (id == NULL || code == NULL || !parse_size(id, strlen(id), UINT32_MAX, &number)) {
		xlsx_fail(x, FORMAT_XML);
		return;
	}
	if (!is_date_format(code))
		return;
	if (x->format_n == FORMATS_MAX)
		xlsx_fail(x, FORMAT_INFLATED);
	else
		x->formats[x->format_n++] = number;
}

/* A cell format: all that matters of it is whether it shows a date. */
static void
start_xf(struct xlsx *x, const char **atts)
{
	const char *id = xml_attribute(atts, "numFmtId", NULL);
	size_t number = 0, i;
	bool date;

	if (id != NULL && !parse_size(id, strlen(id), UINT32_MAX, &number)) {
		xlsx_fail(x, FORMAT_XML);
		return;
	}
	/* Built-in formats (18.8.30); 27 and more: East Asian calendars. */
	date = (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
	    number == 36 || (number >= 50 && number <= 54) || number == 57 || number == 58;
	for (i = 0; i < x->format_n && !date; i++)
		date = x->formats[i] == number;
	if (x->styles.n == STYLES_MAX)
		xlsx_fail(x, FORMAT_INFLATED);
	else
		(void)xlsx_append(x, &x->styles, date ? "\1" : "", 1);
}

/* ---- Dates ---- */

/* Write value with `width` digits. */
static char *
xlsx_put_digits(char *to, unsigned value, int width)
{
	int i;

	for (i = width - 1; i >= 0; i--) {
		to[i] = (char)('0' + value % 10);
		value /= 10;
	}
	return to + width;
}

/*
 * Write the date of a stored number, which counts days, its fraction the part
 * of the day (ECMA-376, Part 1, 18.17.4).  Day 1 is 1900-01-01; day 60 is the
 * 29 February that 1900 did not have, and with what lies before day 1 it is no
 * date; in a workbook "from 1904", day 0 is 1904-01-01.  The first minute of a
 * day is its midnight: SheetJS counts days by the zone's mean local time of 1899
 * and writes dates 12 seconds late in Jakarta, 20 in Pontianak, 36 in Makassar,
 * 48 in Jayapura.  Returns the length, or 0 when the number is not of that form
 * and is left as it is.
 */
static size_t
date_text(char out[DATE_SIZE], const char *s, size_t n, bool from_1904)
{
	const char *point = memchr(s, '.', n);
	size_t whole_len = point == NULL ? n : (size_t)(point - s);
	size_t whole, i;
	unsigned days, era_day, era_year, year, year_day, month, day;
	unsigned seconds = 0;
	uint64_t fraction = 0, unit = 1;
	char *to = out;

	if (!parse_size(s, whole_len, 2958465, &whole))
		return 0;
	for (i = whole_len + 1; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return 0;
		if (unit < 1000000000) {
			fraction = fraction * 10 + (uint64_t)(s[i] - '0');
			unit *= 10;
		}
	}
	seconds = (unsigned)((fraction * 86400 + unit / 2) / unit);
	days = (unsigned)whole + seconds / 86400;
	seconds %= 86400;

	/* Days since 0000-03-01, where the civil calendar's 400 years begin. */
	if (from_1904)
		days += 695361;
	else if (days == 0 || days == 60)
		return 0;
	else
		days += days < 60 ? 693900 : 693899;

	era_day = days % 146097;
	era_year = (era_day - era_day / 1460 + era_day / 36524 - era_day / 146096) / 365;
	year_day = era_day - (365 * era_year + era_year / 4 - era_year / 100);
	month = (5 * year_day + 2) / 153;
	day = year_day - (153 * month + 2) / 5 + 1;
	month = month < 10 ? month + 3 : month - 9;
	year = days / 146097 * 400 + era_year + (month <= 2 ? 1 : 0);
	if (year > 9999)
		return 0;

	to = xlsx_put_digits(to, year, 4);
	*to++ = '-';
	to = xlsx_put_digits(to, month, 2);
	*to++ = '-';
	to = xlsx_put_digits(to, day, 2);
	if (seconds >= 60) {
		*to++ = ' ';
		to = xlsx_put_digits(to, seconds / 3600, 2);
		*to++ = ':';
		to = xlsx_put_digits(to, seconds / 60 % 60, 2);
		*to++ = ':';
		to = xlsx_put_digits(to, seconds % 60, 2);
	}
	return (size_t)(to - out);
}

/* ---- Worksheet ---- */

static void
start_row(struct xlsx *x, const char **atts)
{
	const char *r = xml_attribute(atts, "r", NULL);
	size_t number = x->number + 1;

	x->column = 0;
	if ((r != NULL && !parse_size(r, strlen(r), ROW_MAX, &number)) || number <= x->number ||
	    number > ROW_MAX) {
		xlsx_fail(x, FORMAT_XML);
		return;
	}
	x->number = number;
	x->is_hidden = is_true(atts, "hidden");
	x->row.n = 0;
	x->cell_n = 0;
}

static void
xlsx_end_row(struct xlsx *x)
{
	const struct cell *c;
	enum format_error error = FORMAT_OK;

	if (x->request->marks != NULL)
		x->request->marks->hidden = x->is_hidden;
	sheet_row_begin(&x->rows, x->number);
	for (c = x->cells; c < x->cells + x->cell_n && error == FORMAT_OK; c++)
		error = sheet_row_cell(&x->rows, c->column, x->row.s + c->at, c->n);
	if (error == FORMAT_OK)
		error = sheet_row_end(&x->rows);
	if (error != FORMAT_OK)
		xlsx_fail(x, error);
	x->column = 0;
}

/* Read "AB12" of n bytes: a column and a row. */
static bool
parse_place(const char *r, size_t n, size_t *column, size_t *row)
{
	size_t v = 0;

	for (; n > 0 && *r >= 'A' && *r <= 'Z' && v <= COLUMN_MAX; r++, n--)
		v = v * 26 + (size_t)(*r - 'A') + 1;
	*column = v;
	return v > 0 && parse_size(r, n, ROW_MAX, row);
}

/* The same, of the present row. */
static bool
parse_reference(struct xlsx *x, const char *r, size_t *column)
{
	size_t row;

	return parse_place(r, strlen(r), column, &row) && row == x->number;
}

/* <mergeCell ref="A4:A5"/>; what is no range is none of ours. */
static void
start_merge(struct xlsx *x, const char **atts)
{
	struct sheet_marks *marks = x->request->marks;
	const char *ref = xml_attribute(atts, "ref", "");
	const char *colon = strchr(ref, ':');
	struct sheet_range range;

	if (colon == NULL || marks == NULL || marks->range_count == SHEET_RANGES_MAX ||
	    !parse_place(ref, (size_t)(colon - ref), &range.first_column, &range.first_row) ||
	    !parse_place(colon + 1, strlen(colon + 1), &range.last_column, &range.last_row))
		return;
	marks->ranges[marks->range_count++] = range;
}

static void
start_cell(struct xlsx *x, const char **atts)
{
	const char *r = xml_attribute(atts, "r", NULL);
	const char *t = xml_attribute(atts, "t", NULL);
	const char *s = xml_attribute(atts, "s", NULL);
	size_t column = x->column + 1, style = 0;

	if ((r != NULL && !parse_reference(x, r, &column)) || column <= x->column ||
	    column > COLUMN_MAX || (s != NULL && !parse_size(s, strlen(s), STYLES_MAX, &style))) {
		xlsx_fail(x, FORMAT_XML);
		return;
	}
	x->column = column;
	x->cell_at = x->row.n;
	x->is_formula = false;
	x->is_date = style < x->styles.n && x->styles.s[style] != 0;

	if (t == NULL || strcmp(t, "n") == 0)
		x->type = TYPE_NUMBER;
	else if (strcmp(t, "s") == 0)
		x->type = TYPE_SHARED;
	else if (strcmp(t, "inlineStr") == 0)
		x->type = TYPE_INLINE;
	else if (strcmp(t, "str") == 0)
		x->type = TYPE_STRING;
	else if (strcmp(t, "b") == 0)
		x->type = TYPE_BOOLEAN;
	else if (strcmp(t, "d") == 0 || strcmp(t, "e") == 0)
		x->type = TYPE_AS_STORED;
	else
		xlsx_fail(x, FORMAT_XML);
}

/*
 * What the *n bytes at *text, as they are stored, stand for by the cell's
 * type; a date or a number is made in the room given.  False, with the fault
 * set, for what the type does not allow.
 */
static bool
read_cell(struct xlsx *x, char *stored, const char **text, size_t *n, char made[NUMBER_TEXT])
{
	size_t index;

	*text = stored;
	switch (x->type) {
	case TYPE_SHARED:
		if (!parse_size(stored, *n, SIZE_MAX, &index) || index >= x->string_n) {
			xlsx_fail(x, FORMAT_XML);
			return false;
		}
		*text = x->strings.s + x->string_at[index];
		*n = (index + 1 < x->string_n ? x->string_at[index + 1] : x->strings.n) -
		    x->string_at[index] - 1;
		break;
	case TYPE_INLINE:
	case TYPE_STRING:
		*n = unescape(stored, *n);
		break;
	case TYPE_BOOLEAN:
		if (*n != 1 || (*stored != '0' && *stored != '1')) {
			xlsx_fail(x, FORMAT_XML);
			return false;
		}
		*text = *stored == '1' ? "TRUE" : "FALSE";
		*n = strlen(*text);
		break;
	case TYPE_NUMBER:
		index = x->is_date ? date_text(made, stored, *n, x->from_1904) : 0;
		if (index == 0)
			index = number_text(made, stored, *n);
		if (index > 0) {
			*text = made;
			*n = index;
		}
		break;
	case TYPE_AS_STORED:
		break;
	}
	return true;
}

/* A filled cell must lie within the limits; an empty one may lie anywhere. */
static bool
within_limits(struct xlsx *x, size_t n)
{
	const struct format_limits *limits = x->request->limits;

	if (x->number > limits->rows)
		xlsx_fail(x, FORMAT_ROWS);
	else if (x->column > limits->columns || x->column > SHEET_COLUMNS_MAX)
		xlsx_fail(x, FORMAT_COLUMNS);
	else if (n > limits->cell)
		xlsx_fail(x, FORMAT_CELL);
	else
		return true;
	return false;
}

/*
 * Has nobody worked out the formula?  A result that is empty is a text, and
 * programs that compute nothing ask for it when the file is opened: openpyxl
 * leaves the result out, XlsxWriter writes 0, for texts too.
 */
static bool
is_uncomputed(const struct xlsx *x)
{
	size_t n = x->row.n - x->cell_at;

	return x->is_formula && x->type == TYPE_NUMBER &&
	    (n == 0 || (x->to_be_computed && n == 1 && x->row.s[x->cell_at] == '0'));
}

/*
 * The cell is whole: turn what is stored, the last bytes of the row, into the
 * text that its type stands for.
 */
static void
end_cell(struct xlsx *x)
{
	const char *text;
	char *stored, made[NUMBER_TEXT];
	size_t n;

	if (is_uncomputed(x)) {
		x->row.n = x->cell_at;
		x->type = TYPE_AS_STORED;
		if (!xlsx_append(x, &x->row, "#N/A", 4))
			return;
	}
	n = x->row.n - x->cell_at;
	if (n == 0)
		return;
	stored = x->row.s + x->cell_at;
	if (!read_cell(x, stored, &text, &n, made))
		return;
	if (n == 0) {
		x->row.n = x->cell_at;
		return;
	}
	if (!within_limits(x, n))
		return;
	x->row.n = x->cell_at;
	if (text == stored)
		x->row.n += n;
	else if (!xlsx_append(x, &x->row, text, n))
		return;
	if (!xlsx_append(x, &x->row, "", 1))
		return;
	x->cells[x->cell_n++] = (struct cell){ x->column, x->cell_at, n };
}

/* ---- XML ---- */

static void
xlsx_on_start(void *arg, const char *name, const char **atts)
{
	struct xlsx *x = arg;
	int node;

	if (!element_enter(&x->path, name, atts, &node))
		xlsx_fail(x,
		    x->path.depth == 0 && element_at(&x->path) == WORKBOOK_FILE ?
			FORMAT_KIND :
			FORMAT_XML);
	if (x->fault->error != FORMAT_OK)
		return;

	switch (node) {
	case REL:
		start_relationship(x, atts);
		break;
	case WORKBOOK_PR:
		x->from_1904 = is_true(atts, "date1904");
		break;
	case CALCULATION:
		x->to_be_computed = is_true(atts, "fullCalcOnLoad");
		break;
	case SHEET:
		start_sheet(x, atts);
		break;
	case STRING:
		start_string(x);
		break;
	case FORMAT:
		start_format(x, atts);
		break;
	case XF:
		start_xf(x, atts);
		break;
	case ROW:
		start_row(x, atts);
		break;
	case CELL:
		start_cell(x, atts);
		break;
	case FORMULA:
		x->is_formula = true;
		break;
	case MERGE:
		start_merge(x, atts);
		break;
	default:
		break;
	}
}

static void
xlsx_on_end(void *arg, const char *name)
{
	struct xlsx *x = arg;

	(void)name;
	switch (element_leave(&x->path)) {
	case STRING:
		xlsx_end_string(x);
		break;
	case CELL:
		end_cell(x);
		break;
	case ROW:
		xlsx_end_row(x);
		break;
	case DATA:
		/* What follows is what is merged, formats and settings. */
		x->number = x->column = 0;
		if (x->request->marks == NULL)
			xml_stop(&x->part, FORMAT_OK);
		break;
	case MERGES:
		xml_stop(&x->part, FORMAT_OK);
		break;
	default:
		break;
	}
}

static void
xlsx_on_text(void *arg, const char *s, size_t n)
{
	struct xlsx *x = arg;

	switch (element_at(&x->path)) {
	case STRING_TEXT:
		(void)xlsx_append(x, &x->strings, s, n);
		break;
	case VALUE:
	case INLINE_TEXT:
		if ((element_at(&x->path) == VALUE) == (x->type == TYPE_INLINE))
			break;
		if (n > x->request->limits->cell - (x->row.n - x->cell_at))
			xlsx_fail(x, FORMAT_CELL);
		else
			(void)xlsx_append(x, &x->row, s, n);
		break;
	default:
		break;
	}
}

/*
 * Read one file of the archive, whose document is `file` in the grammar.
 * `absent` is the error when it is not there.
 */
static bool
xlsx_read_file(struct xlsx *x, const char *name, enum node file, enum format_error absent)
{
	enum format_error error;

	error = zip_reader_begin(&x->archive, name);
	if (error != FORMAT_OK) {
		xlsx_fail(x, error == FORMAT_ABSENT ? absent : error);
		return false;
	}
	element_begin(&x->path, grammar, file);
	x->part = (struct xml_reader){ .arg = x,
		.start = xlsx_on_start,
		.end = xlsx_on_end,
		.text = xlsx_on_text };
	error = xml_read(&x->part, &x->archive);
	if (error != FORMAT_OK)
		xlsx_fail(x, error);
	x->number = x->column = 0;
	if (x->fault->error == FORMAT_OK) {
		error = zip_reader_end(&x->archive);
		if (error != FORMAT_OK)
			xlsx_fail(x, error);
	}
	return x->fault->error == FORMAT_OK;
}

/* The steps from the archive to the rows.  Each sets the fault when it fails. */
static bool
read_workbook(struct xlsx *x)
{
	char folder[NAME_SIZE], rels[NAME_SIZE + sizeof("_rels/.rels")];
	char *slash;
	size_t n, len;

	x->base = "";
	if (!xlsx_read_file(x, "_rels/.rels", RELS_FILE, FORMAT_KIND))
		return false;
	if (!xlsx_read_file(x, x->workbook_file, WORKBOOK_FILE, FORMAT_KIND))
		return false;
	if (x->sheet_id[0] == '\0') {
		xlsx_fail(x, FORMAT_ABSENT);
		return false;
	}

	/* xl/workbook.xml has its relationships in xl/_rels/workbook.xml.rels */
	memcpy(folder, x->workbook_file, sizeof(folder));
	slash = strrchr(folder, '/');
	n = slash == NULL ? 0 : (size_t)(slash - folder) + 1;
	folder[n] = '\0';
	len = strlen(x->workbook_file) - n;
	memcpy(rels, folder, n);
	/* analyse: bugprone-not-null-terminated-result: more follows. */
	memcpy(rels + n, "_rels/", 6);
	memcpy(rels + n + 6, x->workbook_file + n, len);
	memcpy(rels + n + 6 + len, ".rels", 6);
	x->base = folder;
	if (!xlsx_read_file(x, rels, RELS_FILE, FORMAT_XML))
		return false;
	x->base = "";

	if (x->strings_file[0] != '\0' &&
	    !xlsx_read_file(x, x->strings_file, STRINGS_FILE, FORMAT_XML))
		return false;
	if (x->styles_file[0] != '\0' &&
	    !xlsx_read_file(x, x->styles_file, STYLES_FILE, FORMAT_XML))
		return false;
	return xlsx_read_file(x, x->sheet_file, SHEET_FILE, FORMAT_XML);
}

enum format_error
xlsx_read(const char *bytes, size_t n, const struct sheet_request *request,
    struct sheet_fault *fault)
{
	struct xlsx x = { .request = request, .fault = fault };
	enum format_error error;

	sheet_rows_init(&x.rows, request, fault);
	if (request->marks != NULL)
		request->marks->range_count = 0;
	error = zip_reader_open(&x.archive, bytes, n, request->limits);
	if (error == FORMAT_OK)
		(void)read_workbook(&x);
	else
		xlsx_fail(&x, error);
	zip_reader_close(&x.archive);
	free(x.strings.s);
	free(x.string_at);
	free(x.styles.s);
	free(x.row.s);
	return fault->error;
}
