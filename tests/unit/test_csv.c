/* SPDX-License-Identifier: ISC */
/*
 * CSV: as RFC 4180 has it and as spreadsheets write it.  Reads the shipped
 * reference data too, so it runs at the root of the tree.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "sheet/encoding.h"
#include "sheet/sheet.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct record {
	char text[65536];
	size_t n;
	int stop;
	struct sheet_fault fault;
};

static int
on_row(void *arg, size_t row, size_t n, const char *const *cells)
{
	struct record *r = arg;
	size_t i;

	assert_true(n > 0 && *cells[n - 1] != '\0');
	r->n += (size_t)snprintf(r->text + r->n, sizeof(r->text) - r->n, "%zu:", row);
	for (i = 0; i < n; i++) {
		assert_true(r->n + strlen(cells[i]) + 32 < sizeof(r->text));
		r->n += (size_t)snprintf(r->text + r->n, sizeof(r->text) - r->n, "[%s]", cells[i]);
	}
	return r->stop;
}

static enum format_error
read_limited(struct record *r, const char *text, size_t n, const struct format_limits *limits)
{
	struct sheet_request request = { .limits = limits, .row = on_row, .arg = r };
	enum format_error error;
	char *copy = malloc(n + 1);

	assert_non_null(copy);
	memcpy(copy, text, n);
	copy[n] = 'x';
	r->n = 0;
	r->text[0] = '\0';
	error = sheet_read(SHEET_CSV, copy, n, &request, &r->fault);
	assert_int_equal(error, r->fault.error);
	free(copy);
	return error;
}

static enum format_error
read_text(struct record *r, const char *text)
{
	return read_limited(r, text, strlen(text), &sheet_limits_import);
}

static void
records_as_spreadsheets_write_them(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ "\n", "" },
		{ "\"\"", "" },
		{ ",,,\r\n,", "" },
		{ "\r\n\na,b;c\n", "3:[a,b][c]" },
		{ "a", "1:[a]" },
		{ "a,b\r\nc,d\r\n", "1:[a][b]2:[c][d]" },
		{ "a,b\nc,d", "1:[a][b]2:[c][d]" },
		{ "a,b\rc,d\r", "1:[a][b]2:[c][d]" },
		{ "a\n\rb\r\r\nc", "1:[a]3:[b]5:[c]" },
		{ "a;b\r\nc,d;e\r\n", "1:[a][b]2:[c,d][e]" },
		{ "no,nama;tanggal\n1;x", "1:[no,nama][tanggal]2:[1][x]" },
		{ "\"a;b\",c\nd;e,f", "1:[a;b][c]2:[d;e][f]" },
		{ "\"a;\n;\",c\nd;e,f", "1:[a;\n;][c]2:[d;e][f]" },
		{ "\xef\xbb\xbf\"a\",b", "1:[a][b]" },
		{ "\xef\xbb\xbf", "" },
		{ "sep=;\r\na,b;c", "2:[a,b][c]" },
		{ "sep=\t\na,b\tc;d", "2:[a,b][c;d]" },
		{ "\xef\xbb\xbfsep=,\na;b,c", "2:[a;b][c]" },
		{ "sep=;", "" },
		{ "a\tb, c\td\n1\t2, 3\t", "1:[a][b, c][d]2:[1][2, 3]" },
		{ "a\tb;c\nd", "1:[a\tb][c]2:[d]" },
		{ "DAFTAR TAHUN 2027\n\nno;nama, gelar\n1;x",
		    "1:[DAFTAR TAHUN 2027]3:[no][nama, gelar]4:[1][x]" },
		{ "\"judul; dua\"\na,b;c", "1:[judul; dua]2:[a,b][c]" },
		{ "\"a\t\",b\n", "1:[a\t][b]" },
		{ "sep=|\na|b", "1:[sep=|]2:[a|b]" },
		{ "sep=;;\na", "1:[sep=]2:[a]" },
		{ "\"a \"\"b\"\"\",\"\"\"\",\"c\"", "1:[a \"b\"][\"][c]" },
		{ "\"baris\r\nkedua\",x\r\n\r\ny", "1:[baris\r\nkedua][x]3:[y]" },
		{ "a,,b,,\r\n,,\r\n,c", "1:[a][][b]3:[][c]" },
		{ "a,", "1:[a]" },
		{ " a , b ", "1:[ a ][ b ]" },
		{ "\xc3\xa9,\xe2\x80\x93\t", "1:[\xc3\xa9][\xe2\x80\x93\t]" },
	};
	struct record r = { .stop = 0 };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		if (read_text(&r, cases[i].in) != FORMAT_OK || strcmp(r.text, cases[i].out) != 0)
			fail_msg("case %zu: %s (%d)", i, r.text, (int)r.fault.error);
		assert_int_equal(r.fault.row, 0);
		assert_int_equal(r.fault.column, 0);
	}
}

static void
faults_name_their_cell(void **state)
{
	static const struct {
		const char *in;
		enum format_error error;
		size_t row, column;
	} cases[] = {
		{ "a,b\nc,\"d", FORMAT_QUOTE, 2, 2 },
		{ "a,b\nc,\"d\"\"", FORMAT_QUOTE, 2, 2 },
		{ "a,b\n\"c\"x,d", FORMAT_QUOTE, 2, 1 },
		{ "a,b\n\"c\" ,d", FORMAT_QUOTE, 2, 1 },
		{ "a,pipa 5\",c", FORMAT_QUOTE, 1, 2 },
		{ "\"", FORMAT_QUOTE, 1, 1 },
		{ "a\n\nb,c\xe9", FORMAT_UTF8, 3, 2 },
		{ "\xff\xfe"
		  "a",
		    FORMAT_UTF8, 1, 1 },
		{ "a,\"b\nc\x96\"", FORMAT_UTF8, 1, 2 },
		{ "a,b\x0b", FORMAT_CONTROL, 1, 2 },
		{ "a;\x1b[2J", FORMAT_CONTROL, 1, 2 },
		{ "a\x1a", FORMAT_CONTROL, 1, 1 },
	};
	struct record r = { .stop = 0 };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		if (read_text(&r, cases[i].in) != cases[i].error || r.fault.row != cases[i].row ||
		    r.fault.column != cases[i].column)
			fail_msg("case %zu: %d at %zu,%zu", i, (int)r.fault.error, r.fault.row,
			    r.fault.column);
	assert_int_equal(read_limited(&r, "a,b\0c", 5, &sheet_limits_import), FORMAT_CONTROL);
	assert_int_equal(r.fault.column, 2);

	r.stop = 1;
	assert_int_equal(read_text(&r, "\na\nb"), FORMAT_STOPPED);
	assert_int_equal(r.fault.row, 2);
	assert_string_equal(r.text, "2:[a]");
}

static void
limits_hold(void **state)
{
	static const struct format_limits exact = { .rows = 3,
		.columns = 2,
		.cell = 4,
		.total = 10,
		.strings = 1,
		.entries = 1,
		.inflated = 1,
		.ratio = 1 };
	static const char text[] = "ab,cd\n\nef,ghij,,\n,\n";
	struct format_limits l;
	struct record r = { .stop = 0 };
	char wide[SHEET_COLUMNS_MAX + 2];

	(void)state;
	assert_int_equal(read_limited(&r, text, strlen(text), &exact), FORMAT_OK);
	assert_string_equal(r.text, "1:[ab][cd]3:[ef][ghij]");
	l = exact, l.rows = 2;
	assert_int_equal(read_limited(&r, text, strlen(text), &l), FORMAT_ROWS);
	assert_int_equal(r.fault.row, 3);
	l = exact, l.columns = 1;
	assert_int_equal(read_limited(&r, text, strlen(text), &l), FORMAT_COLUMNS);
	assert_int_equal(r.fault.column, 2);
	l = exact, l.cell = 3;
	assert_int_equal(read_limited(&r, text, strlen(text), &l), FORMAT_CELL);
	l = exact, l.total = 9;
	assert_int_equal(read_limited(&r, text, strlen(text), &l), FORMAT_TOTAL);

	/* Whatever is asked for, a row has room for so many cells. */
	l = sheet_limits_import, l.columns = SIZE_MAX;
	memset(wide, ',', sizeof(wide));
	wide[SHEET_COLUMNS_MAX - 1] = 'x';
	assert_int_equal(read_limited(&r, wide, SHEET_COLUMNS_MAX, &l), FORMAT_OK);
	wide[SHEET_COLUMNS_MAX - 1] = ',';
	wide[SHEET_COLUMNS_MAX] = 'x';
	assert_int_equal(read_limited(&r, wide, SHEET_COLUMNS_MAX + 1, &l), FORMAT_COLUMNS);
}

static void
assert_encoded(const char *bytes, size_t n, const char *text)
{
	char *utf8 = encoding_to_utf8(bytes, &n);

	if (text == NULL)
		assert_null(utf8);
	else {
		assert_non_null(utf8);
		assert_int_equal(n, strlen(text));
		assert_memory_equal(utf8, text, n);
	}
	free(utf8);
}

/* As Excel saves "Unicode text", and "CSV" in a Windows of ours. */
static void
other_encodings(void **state)
{
	(void)state;
	assert_encoded("\xff\xfe"
		       "a\0\t\0\xe9\0\x13\x20",
	    10, "a\t\xc3\xa9\xe2\x80\x93");
	assert_encoded("\xfe\xff"
		       "\0a\0\t\0\xe9\x20\x13",
	    10, "a\t\xc3\xa9\xe2\x80\x93");
	assert_encoded("\xff\xfe\x3d\xd8\x00\xde", 6, "\xf0\x9f\x98\x80");
	assert_encoded("\xff\xfe\x3d\xd8"
		       "a\0\0\xdc",
	    8,
	    "\xef\xbf\xbd"
	    "a\xef\xbf\xbd");
	assert_encoded("\xff\xfe"
		       "a",
	    3, "");
	assert_encoded("Dinas \x93"
		       "A\x94 \x96 caf\xe9",
	    16,
	    "Dinas \xe2\x80\x9c"
	    "A\xe2\x80\x9d \xe2\x80\x93 caf\xc3\xa9");
	/* UTF-8, with and without damage; nothing to be changed; no text */
	assert_encoded("caf\xc3\xa9", 5, NULL);
	assert_encoded("caf\xc3\xa9 \xe9", 7, NULL);
	assert_encoded("a,b", 3, NULL);
	assert_encoded("", 0, NULL);
	assert_encoded("\xe9\0", 2, NULL);
	assert_encoded("\xe9\x81", 2, NULL);
}

/* 10,000 tables written as RFC 4180 says come back cell by cell. */
static void
random_round_trips(void **state)
{
	static const char alphabet[] = "a\",;\n\r =\t";
	static const char *ends[] = { "\r\n", "\n", "\r" };
	struct record r = { .stop = 0 };
	char in[4096], out[8192], cell[16], separator;
	uint64_t seed = 42;
	size_t rows, columns, row, column, filled, at, k, n;
	size_t i, o, end;
	int trip, quoted;

	(void)state;
	for (trip = 0; trip < 10000; trip++) {
#define RANDOM(below) ((seed = seed * 6364136223846793005u + 1442695040888963407u) >> 33) % (below)
		separator = ",;"[RANDOM(2)];
		end = RANDOM(COUNT(ends));
		rows = RANDOM(6);
		columns = 1 + RANDOM(5);
		i = (size_t)snprintf(in, sizeof(in), "sep=%c%s", separator, ends[end]);
		o = 0;
		for (row = 0; row < rows; row++) {
			at = o;
			filled = 0;
			o += (size_t)snprintf(out + o, sizeof(out) - o, "%zu:", row + 2);
			for (column = 0; column < columns; column++) {
				if (column > 0)
					in[i++] = separator;
				n = RANDOM(sizeof(cell));
				quoted = RANDOM(2) != 0;
				for (k = 0; k < n; k++) {
					cell[k] = alphabet[RANDOM(sizeof(alphabet) - 1)];
					if (strchr("\",;\n\r", cell[k]) != NULL)
						quoted = 1;
				}
				if (quoted)
					in[i++] = '"';
				out[o++] = '[';
				for (k = 0; k < n; k++) {
					if (cell[k] == '"')
						in[i++] = '"';
					in[i++] = cell[k];
					out[o++] = cell[k];
				}
				out[o++] = ']';
				if (quoted)
					in[i++] = '"';
				if (n > 0)
					filled = o;
			}
			o = filled > 0 ? filled : at;
			i += (size_t)snprintf(in + i, sizeof(in) - i, "%s", ends[end]);
		}
		out[o] = '\0';
		assert_int_equal(read_limited(&r, in, i, &sheet_limits_import), FORMAT_OK);
		assert_string_equal(r.text, out);
#undef RANDOM
	}
}

static void
shipped_reference_data(void **state)
{
	static const struct {
		const char *path, *begin;
	} files[] = {
		{ "sql/reference/balikpapan-2025.csv", "1:[variable]" },
		{ "sql/reference/categories.csv", "1:[category][level]" },
		{ "sql/reference/levels.csv", "1:[variable][level]" },
		{ "sql/reference/variables.csv", "1:[variable][name]" },
	};
	static char bytes[65536];
	struct record r = { .stop = 0 };
	size_t i, n;
	FILE *f;

	(void)state;
	for (i = 0; i < COUNT(files); i++) {
		f = fopen(files[i].path, "rb");
		assert_non_null(f);
		n = fread(bytes, 1, sizeof(bytes), f);
		(void)fclose(f);
		assert_true(n < sizeof(bytes));
		assert_int_equal(read_limited(&r, bytes, n, &sheet_limits_import), FORMAT_OK);
		assert_memory_equal(r.text, files[i].begin, strlen(files[i].begin));
	}
}

static void
kinds_are_known_by_their_face(void **state)
{
	(void)state;
	assert_int_equal(sheet_kind_of("", 0), SHEET_CSV);
	assert_int_equal(sheet_kind_of("PK\3", 3), SHEET_CSV);
	assert_int_equal(sheet_kind_of("PK\3\4", 4), SHEET_XLSX);
	assert_int_equal(sheet_kind_of("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8), SHEET_OLE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(records_as_spreadsheets_write_them),
		cmocka_unit_test(faults_name_their_cell), cmocka_unit_test(limits_hold),
		cmocka_unit_test(other_encodings), cmocka_unit_test(random_round_trips),
		cmocka_unit_test(shipped_reference_data),
		cmocka_unit_test(kinds_are_known_by_their_face) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
