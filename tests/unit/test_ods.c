/* SPDX-License-Identifier: ISC */
/*
 * OpenDocument spreadsheets: a list comes out of one as out of an XLSX, whatever
 * is repeated, merged, hidden or beside the table, and none costs more than the
 * limits allow.  Real files of three programs lie with the tests' inputs, so this
 * runs at the root of the tree.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "../fuzz/zip.h"
#include "sheet/sheet.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define CONTENT(styles, tables) \
	"<?xml version=\"1.0\"?>\n<office:document-content><office:automatic-styles>" styles \
	"</office:automatic-styles><office:body><office:spreadsheet><table:calculation-settings/>" tables \
	"<table:named-expressions/></office:spreadsheet></office:body>" \
	"</office:document-content>"
#define TABLE(name, rows) "<table:table table:name=\"" name "\">" rows "</table:table>"
#define ONE(rows) CONTENT("", TABLE("Daftar", rows))
#define P(text) \
	"<table:table-cell office:value-type=\"string\"><text:p>" text \
	"</text:p></table:table-cell>"
#define NUMBER(value) \
	"<table:table-cell office:value-type=\"float\" office:value=\"" value \
	"\"><text:p>lain</text:p></table:table-cell>"
#define R(cells) "<table:table-row>" cells "</table:table-row>"

static const char kind[] = "application/vnd.oasis.opendocument.spreadsheet";
static const char manifest[] = "<manifest:manifest><manifest:file-entry "
			       "manifest:full-path=\"content.xml\"/></manifest:manifest>";

struct record {
	char *text;
	size_t n;
	struct sheet_marks *marks;
	struct sheet_fault fault;
	const char *sheet;
	size_t skip;
};

static int
on_row(void *arg, size_t row, size_t n, const char *const *cells)
{
	struct record *r = arg;
	size_t more = 32;

	assert_true(n > 0 && *cells[n - 1] != '\0');
	for (size_t i = 0; i < n; i++)
		more += strlen(cells[i]) + 2;
	r->text = realloc(r->text, r->n + more);
	assert_non_null(r->text);
	r->n += (size_t)sprintf(r->text + r->n, "%zu%s:", row,
	    r->marks != NULL && r->marks->hidden ? "-" : "");
	for (size_t i = 0; i < n; i++)
		r->n += (size_t)sprintf(r->text + r->n, "[%s]", cells[i]);
	return 0;
}

static enum format_error
read_bytes(struct record *r, char *bytes, size_t n, const struct format_limits *limits)
{
	struct sheet_request request = { .limits = limits,
		.sheet = r->sheet,
		.skip = r->skip,
		.loosely = true,
		.marks = r->marks,
		.row = on_row,
		.arg = r };
	enum format_error error;

	free(r->text);
	r->text = calloc(1, 1);
	r->n = 0;
	assert_int_equal(sheet_kind_of(bytes, n), SHEET_ODS);
	error = sheet_read(SHEET_ODS, bytes, n, &request, &r->fault);
	assert_int_equal(error, r->fault.error);
	return error;
}

static enum format_error
read_within(struct record *r, const char *content, const char *files,
    const struct format_limits *limits)
{
	struct zip z = { NULL, 0, NULL, 0, 0 };
	enum format_error error;
	char *bytes;
	size_t n;

	zip_add(&z, "META-INF/manifest.xml", files, strlen(files), 1, 0, 0);
	zip_add(&z, "mimetype", kind, strlen(kind), 1, 0, 0);
	if (content != NULL)
		zip_add(&z, "content.xml", content, strlen(content), 1, 0, 0);
	bytes = zip_end(&z, &n);
	error = read_bytes(r, bytes, n, limits);
	free(bytes);
	return error;
}

static enum format_error
read_content(struct record *r, const char *content)
{
	return read_within(r, content, manifest, &sheet_limits_import);
}

static void
cells_of_every_type(void **state)
{
	struct record r = { 0 };

	(void)state;
	assert_int_equal(
	    read_content(&r,
		ONE(R(P("nama") P("<text:span>te</text:span>bal  \n biasa ") P(
		    "a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d") "<table:table-cell><office:annotation><text:p>catatan</text:p></office:annotation>"
									       "<text:p>satu</text:p><text:p/><text:p>tiga</text:p></table:table-cell>")
			R(NUMBER("64.7099999999999999992") NUMBER(
			    "5") "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-21\"/>"
				 "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-21T13:45:00.5Z\"/>"
				 "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-21T00:00:48\"/>"
				 "<table:table-cell office:value-type=\"date\" office:date-value=\"besok\"><text:p>besok</text:p></table:table-cell>"
				 "<table:table-cell office:value-type=\"time\" office:time-value=\"PT13H45M00S\"><text:p>13.45</text:p></table:table-cell>"
				 "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>BENAR</text:p></table:table-cell>"
				 "<table:table-cell office:value-type=\"string\" office:string-value=\"tersimpan\"/>"
				 "<table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p></table:table-cell>"))),
	    FORMAT_OK);
	assert_string_equal(r.text,
	    "1:[nama][tebal biasa][a  b\tc\nd][satu\n\ntiga]"
	    "2:[64.71][5][2026-11-21][2026-11-21 13:45:00][2026-11-21][besok][13.45][TRUE][tersimpan][0.5]");
	free(r.text);
}

static void
formulas_without_a_result(void **state)
{
	struct record r = { 0 };

	(void)state;
	assert_int_equal(
	    read_content(&r,
		ONE(R(
		    "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>"
		    "<table:table-cell table:formula=\"of:=X(\" calcext:value-type=\"error\" office:value-type=\"string\" office:string-value=\"\"><text:p>Err:508</text:p></table:table-cell>"
		    "<table:table-cell table:formula=\"of:=1+&quot;a&quot;\" calcext:value-type=\"error\" office:value-type=\"string\" office:string-value=\"\"><text:p>#WERT!</text:p></table:table-cell>"
		    "<table:table-cell table:formula=\"of:=[.A1]\"/>"
		    "<table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"/>"
		    "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p></table:table-cell>"))),
	    FORMAT_OK);
	assert_string_equal(r.text, "1:[#DIV/0!][#N/A][#N/A][#N/A][][2]");
	free(r.text);
}

static void
what_is_repeated_merged_and_hidden(void **state)
{
	struct sheet_marks marks;
	struct record r = { .marks = &marks };

	(void)state;
	assert_int_equal(
	    read_content(&r,
		ONE("<table:shapes><draw:frame><draw:text-box><text:p>di samping</text:p></draw:text-box></draw:frame></table:shapes>"
		    "<table:table-column table:number-columns-repeated=\"16384\"/>"
		    "<table:table-header-rows>" R(P("nama") P(
			"kode")) "</table:table-header-rows>"
				 "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
				 "<table:table-row-group><table:table-row table:visibility=\"collapse\">" P(
				     "A") "</table:table-row>"
					  "<table:table-row table:visibility=\"filter\">" P(
					      "B") "</table:table-row></table:table-row-group>"
						   "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell>" P(
						       "y") "</table:table-row>" R("<table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\" office:value-type=\"string\"><text:p>besar</text:p></table:table-cell>"
										   "<table:covered-table-cell><text:p>di bawah</text:p></table:covered-table-cell>" P(
										       "z")) "<table:table-row table:number-rows-repeated=\"1048567\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>")),
	    FORMAT_OK);
	assert_string_equal(r.text,
	    "1:[nama][kode]4-:[A]5-:[B]6:[x][x][y]7:[x][x][y]8:[besar][][z]");
	assert_int_equal(marks.range_count, 1);
	assert_int_equal(marks.ranges[0].first_row, 8);
	assert_int_equal(marks.ranges[0].last_row, 10);
	assert_int_equal(marks.ranges[0].first_column, 1);
	assert_int_equal(marks.ranges[0].last_column, 2);
	free(r.text);
}

static void
sheets_are_found(void **state)
{
	static const char content[] = CONTENT(
	    "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>"
	    "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>",
	    "<table:table table:name=\"Rahasia\" table:style-name=\"ta2\">" R(P(
		"tersembunyi")) "</table:table>"
				"<table:table table:name=\"Petunjuk\" table:style-name=\"ta1\">" R(P(
				    "baca")) "</table:table>"
					     "<table:table table:name=\"Variabel\" table:style-name=\"ta1\">" R(
						 P("dua")) "</table:table>");
	struct record r = { 0 };

	(void)state;
	assert_int_equal(read_content(&r, content), FORMAT_OK);
	assert_string_equal(r.text, "1:[baca]");
	r.skip = 1;
	assert_int_equal(read_content(&r, content), FORMAT_OK);
	assert_string_equal(r.text, "1:[dua]");
	r.skip = 2;
	assert_int_equal(read_content(&r, content), FORMAT_ABSENT);
	r.sheet = "VARIABEL";
	assert_int_equal(read_content(&r, content), FORMAT_OK);
	assert_string_equal(r.text, "1:[dua]");
	r.sheet = "Rahasia"; /* by its name it is found, as in a workbook */
	assert_int_equal(read_content(&r, content), FORMAT_OK);
	assert_string_equal(r.text, "1:[tersembunyi]");
	r.sheet = "Tingkat";
	assert_int_equal(read_content(&r, content), FORMAT_ABSENT);
	free(r.text);
}

static void
what_is_no_spreadsheet(void **state)
{
	struct record r = { 0 };

	(void)state;
	assert_int_equal(read_content(&r,
			     "<office:document-content><office:body><office:text/></office:body>"
			     "</office:document-content>"),
	    FORMAT_KIND);
	assert_int_equal(read_content(&r, "<svg/>"), FORMAT_KIND);
	assert_int_equal(read_content(&r, NULL), FORMAT_KIND);
	assert_int_equal(read_content(&r, ONE("<table:table-row>")), FORMAT_XML);
	assert_int_equal(read_content(&r, "<!DOCTYPE a><a/>"), FORMAT_DTD);
	/* As LibreOffice 7 and 24.8 lock them. */
	assert_int_equal(
	    read_within(&r, "\x8f\x01 sandi",
		"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
		&sheet_limits_import),
	    FORMAT_LOCKED);
	assert_int_equal(
	    read_within(&r, NULL,
		"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
		&sheet_limits_import),
	    FORMAT_LOCKED);
	/* The list of files says a document type, as OpenOffice.org 2 wrote it. */
	assert_int_equal(read_within(&r, ONE(R(P("a"))), "<!DOCTYPE manifest:manifest><m/>",
			     &sheet_limits_import),
	    FORMAT_OK);
	assert_string_equal(r.text, "1:[a]");
	free(r.text);
}

static void
limits_hold(void **state)
{
	static const struct {
		const char *content;
		enum format_error error;
		size_t row, column;
	} cases[] = {
		{ ONE("<table:table-row table:number-rows-repeated=\"99999999999999999999\">" P(
		      "a") "</table:table-row>"),
		    FORMAT_ROWS, 6, 1 },
		{ ONE("<table:table-row table:number-rows-repeated=\"5\"><table:table-cell/></table:table-row>" R(
		      P("a"))),
		    FORMAT_ROWS, 6, 1 },
		{ ONE(R(
		      "<table:table-cell table:number-columns-repeated=\"1000000\"><text:p>a</text:p></table:table-cell>")),
		    FORMAT_COLUMNS, 1, 4 },
		{ ONE(R("<table:table-cell table:number-columns-repeated=\"3\"/>" P("a"))),
		    FORMAT_COLUMNS, 1, 4 },
		{ ONE(R(P("12345678901"))), FORMAT_CELL, 1, 1 },
		{ ONE(R(P("a<text:s text:c=\"99999999\"/>"))), FORMAT_CELL, 1, 1 },
		{ ONE(R(
		      "<table:table-cell office:value-type=\"float\" office:value=\"12345678901\"/>")),
		    FORMAT_CELL, 1, 1 },
		{ ONE(R(P("1234567890") P("1234567890")) R(P("1234567890") P("1"))), FORMAT_TOTAL,
		    2, 2 },
	};
	static const struct format_limits limits = { .rows = 5,
		.columns = 3,
		.cell = 10,
		.total = 30,
		.strings = 1,
		.entries = 3,
		.inflated = 1 << 20,
		.ratio = 100 };
	struct record r = { 0 };

	(void)state;
	for (size_t at = 0; at < COUNT(cases); at++) {
		assert_int_equal(read_within(&r, cases[at].content, manifest, &limits),
		    cases[at].error);
		assert_int_equal(r.fault.row, cases[at].row);
		assert_int_equal(r.fault.column, cases[at].column);
	}
	free(r.text);
}

static void
assert_file(const char *path, const char *wanted)
{
	struct record r = { 0 };
	FILE *file = fopen(path, "rb");
	char *bytes = malloc(1 << 20);
	size_t n;

	assert_non_null(file);
	assert_non_null(bytes);
	n = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	assert_int_equal(read_bytes(&r, bytes, n, &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, wanted);
	free(bytes);
	free(r.text);
}

static void
real_files(void **state)
{
	(void)state;
	assert_file("tests/inputs/libreoffice.ods",
	    "1:[nama][kode daerah][nama kepala]2:[Dinas Contoh gnumeric][64.71][Contoh, S.E.]");
	assert_file("tests/inputs/gnumeric.ods",
	    "1:[nama][kode daerah][nama kepala]2:[Dinas Contoh gnumeric][64.71][Contoh, S.E.]");
	assert_file("tests/inputs/sheetjs.ods",
	    "1:[tanggal][jenis][nama]2:[46616.0005555556][libur][Contoh SheetJS]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cells_of_every_type),
		cmocka_unit_test(formulas_without_a_result),
		cmocka_unit_test(what_is_repeated_merged_and_hidden),
		cmocka_unit_test(sheets_are_found), cmocka_unit_test(what_is_no_spreadsheet),
		cmocka_unit_test(limits_hold), cmocka_unit_test(real_files) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("ods", tests, NULL, NULL);
}
