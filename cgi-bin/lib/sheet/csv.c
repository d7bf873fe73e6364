/* SPDX-License-Identifier: ISC */
/*
 * CSV (RFC 4180) in the forms that spreadsheets here write, with comma,
 * semicolon or tab; decoded in place.
 */
#include "sheet/csv.h"

#include <stdbool.h>
#include <string.h>

#include "sheet/row.h"
#include "base/banned.h"

struct csv {
	char *at, *end;
	char separator;
	struct sheet_rows rows;
};

/* Step over the end of a record: CR LF, LF or CR. */
static char *
skip_line_end(char *s, const char *end)
{
	if (s < end && *s == '\r')
		s++;
	if (s < end && *s == '\n')
		s++;
	return s;
}

/*
 * Find the separator.  A semicolon in the first record that is parted at all (a
 * title above the head is not) decides, even beside more commas: a semicolon
 * file need not quote the commas in its headings, while a heading with a
 * semicolon in a comma file is all but unknown.  Tabs, as they come out of a
 * spreadsheet by the clipboard and as "Unicode text", have to be more than the commas.
 */
static char
find_separator(const char *s, const char *end)
{
	size_t tabs = 0, commas = 0;
	bool quoted = false;

	for (; s < end; s++) {
		if (!quoted && (*s == '\r' || *s == '\n')) {
			if (tabs + commas > 0)
				break;
		} else if (*s == '"')
			quoted = !quoted;
		else if (*s == ';' && !quoted)
			return ';';
		tabs += *s == '\t' && !quoted;
		commas += *s == ',' && !quoted;
	}
	return tabs > commas ? '\t' : ',';
}

/*
 * Undo a quoted cell that begins at its opening quote.  Moves c->at behind the
 * closing one.  The text is moved to the cell's begin; its length is returned
 * through n.
 */
static enum format_error
csv_unquote(struct csv *c, size_t *n)
{
	char *to = c->at, *from = c->at + 1, *quote;
	size_t run;

	for (;;) {
		quote = memchr(from, '"', (size_t)(c->end - from));
		if (quote == NULL)
			return FORMAT_QUOTE;
		run = (size_t)(quote - from);
		memmove(to, from, run);
		to += run;
		from = quote + 1;
		if (from == c->end || *from != '"')
			break;
		*to++ = '"';
		from++;
	}
	*n = (size_t)(to - c->at);
	c->at = from;
	return FORMAT_OK;
}

/*
 * Read one record.  A cell is terminated where it ends, which may be upon its
 * separator, so the separator is looked at before.
 */
static enum format_error
read_record(struct csv *c, size_t number)
{
	enum format_error error;
	char *cell, last;
	size_t n, column = 1;

	sheet_row_begin(&c->rows, number);
	for (;;) {
		cell = c->at;
		if (cell < c->end && *cell == '"') {
			error = csv_unquote(c, &n);
			if (error != FORMAT_OK)
				return sheet_fail(c->rows.fault, error, number, column);
		} else {
			while (c->at < c->end && *c->at != c->separator && *c->at != '\r' &&
			    *c->at != '\n' && *c->at != '"')
				c->at++;
			n = (size_t)(c->at - cell);
		}
		last = c->at < c->end ? *c->at : '\n';
		if (last != c->separator && last != '\r' && last != '\n')
			return sheet_fail(c->rows.fault, FORMAT_QUOTE, number, column);
		c->at = last == c->separator ? c->at + 1 : skip_line_end(c->at, c->end);
		cell[n] = '\0';
		error = sheet_row_cell(&c->rows, column, cell, n);
		if (error != FORMAT_OK)
			return error;
		if (last != c->separator)
			break;
		column++;
	}
	return sheet_row_end(&c->rows);
}

enum format_error
/* analyse: readability-non-const-parameter: cells end there, where they stood. */
csv_read(char *bytes, size_t n, const struct sheet_request *request, struct sheet_fault *fault)
{
	struct csv c = { .at = bytes, .end = bytes + n };
	enum format_error error = FORMAT_OK;
	size_t number = 1;

	sheet_rows_init(&c.rows, request, fault);
	if (n >= 3 && memcmp(c.at, "\xef\xbb\xbf", 3) == 0)
		c.at += 3;
	n = (size_t)(c.end - c.at);
	if (n >= 5 && memcmp(c.at, "sep=", 4) == 0 && strchr(",;\t", c.at[4]) != NULL &&
	    c.at[4] != '\0' && (n == 5 || c.at[5] == '\r' || c.at[5] == '\n')) {
		c.separator = c.at[4];
		c.at = skip_line_end(c.at + 5, c.end);
		number++;
	} else
		c.separator = request->separator != '\0' ?
		    request->separator :
		    find_separator(c.at, c.end);

	for (; c.at < c.end && error == FORMAT_OK; number++)
		error = read_record(&c, number);
	return error;
}
