/* SPDX-License-Identifier: ISC */
/*
 * Workbooks: those that programs write are read, those that only an attacker
 * writes are refused.  Most are put together here out of their XML; two come
 * from a real writer and lie with the fuzzer's corpus, so this runs at the root
 * of the tree.
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
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
#define REL(id, type, target) \
	"<Relationship Id=\"" id "\" Type=\"" R "/" type "\" Target=\"" target "\"/>"
#define SHEET(rows) \
	XML "<worksheet " MAIN "><dimension ref=\"A1\"/><sheetData>" rows \
	    "</sheetData><pageMargins left=\"0.7\"/></worksheet>"

/* A workbook's parts.  What is NULL is the ordinary one, what is "" is left out. */
struct parts {
	const char *rels, *workbook, *workbook_rels, *strings, *styles, *sheet;
};

static const struct {
	const char *name, *content;
} ordinary[] = {
	{ "_rels/.rels",
	    XML "<Relationships " PACKAGE ">" REL("rId3", "extended-properties", "docProps/app.xml")
		REL("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>" },
	{ "xl/workbook.xml",
	    XML "<workbook " MAIN " xmlns:r=\"" R "\">"
		"<workbookPr defaultThemeVersion=\"1\"/><sheets>"
		"<sheet name=\"Instrumen\" sheetId=\"1\" r:id=\"rId1\"/>"
		"</sheets></workbook>" },
	{ "xl/_rels/workbook.xml.rels",
	    XML "<Relationships " PACKAGE ">" REL("rId3", "theme", "theme/theme1.xml")
		REL("rId1", "worksheet", "worksheets/sheet1.xml") REL("rId2", "worksheet",
		    "/xl/worksheets/sheet2.xml") REL("rId4", "styles", "styles.xml")
		    REL("rId5", "sharedStrings", "sharedStrings.xml") "</Relationships>" },
	{ "xl/sharedStrings.xml",
	    XML "<sst " MAIN " count=\"4\" uniqueCount=\"4\">"
		"<si><t>nama</t></si>"
		"<si><r><rPr><b/><sz val=\"11\"/></rPr><t xml:space=\"preserve\">tebal </t></r>"
		"<r><t>biasa</t></r><rPh sb=\"0\" eb=\"1\"><t>hantu</t></rPh></si>"
		"<si/><si><t>a_x000D_&#10;b &amp; <![CDATA[<c>]]> _x005F_x000D_</t></si>"
		"</sst>" },
	{ "xl/styles.xml",
	    XML "<styleSheet " MAIN "><numFmts count=\"2\">"
		"<numFmt numFmtId=\"164\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy;@\"/>"
		"<numFmt numFmtId=\"165\" formatCode=\"#,##0 &quot;hari&quot;\"/></numFmts>"
		"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
		"<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
		"<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/>"
		"<xf numFmtId=\"20\"/></cellXfs></styleSheet>" },
	{ "xl/worksheets/sheet1.xml",
	    SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\">"
		  "<v>0</v></c></row>") },
};

struct record {
	char *text;
	size_t n, last_row;
	int stop;
	struct sheet_fault fault;
};

static int
on_row(void *arg, size_t row, size_t n, const char *const *cells)
{
	struct record *r = arg;
	size_t i, more = 32;

	assert_true(row > r->last_row);
	assert_true(n > 0 && *cells[n - 1] != '\0');
	r->last_row = row;
	for (i = 0; i < n; i++)
		more += strlen(cells[i]) + 2;
	r->text = realloc(r->text, r->n + more);
	assert_non_null(r->text);
	r->n += (size_t)sprintf(r->text + r->n, "%zu:", row);
	for (i = 0; i < n; i++)
		r->n += (size_t)sprintf(r->text + r->n, "[%s]", cells[i]);
	return r->stop;
}

static enum format_error
read_bytes(struct record *r, const char *bytes, size_t n, const char *sheet,
    const struct format_limits *limits)
{
	struct sheet_request request = { .limits = limits,
		.sheet = sheet,
		.row = on_row,
		.arg = r };
	char *copy = malloc(n + 1);
	enum format_error error;

	assert_non_null(copy);
	memcpy(copy, bytes, n);
	free(r->text);
	r->text = calloc(1, 1);
	r->n = r->last_row = 0;
	error = sheet_read(sheet_kind_of(copy, n), copy, n, &request, &r->fault);
	assert_int_equal(error, r->fault.error);
	free(copy);
	return error;
}

static char *
build(const struct parts *p, size_t *n)
{
	const char *own[] = { p->rels, p->workbook, p->workbook_rels, p->strings, p->styles,
		p->sheet };
	const char *content;
	struct zip z = { NULL, 0, NULL, 0, 0 };
	size_t i;

	for (i = 0; i < COUNT(own); i++) {
		content = own[i] == NULL ? ordinary[i].content : own[i];
		if (*content != '\0')
			zip_add(&z, ordinary[i].name, content, strlen(content), i != 4, 0, 0);
	}
	return zip_end(&z, n);
}

static enum format_error
read_parts(struct record *r, const struct parts *p, const char *sheet,
    const struct format_limits *limits)
{
	enum format_error error;
	size_t n;
	char *bytes = build(p, &n);

	error = read_bytes(r, bytes, n, sheet, limits);
	free(bytes);
	return error;
}

static enum format_error
read_sheet(struct record *r, const char *sheet)
{
	struct parts p = { .sheet = sheet };

	return read_parts(r, &p, NULL, &sheet_limits_import);
}

static void
cells_of_every_type(void **state)
{
	struct record r = { 0 };

	(void)state;
	assert_int_equal(
	    read_sheet(&r,
		SHEET(
		    "<row r=\"1\" spans=\"1:9\" x14ac:dyDescent=\"0.25\">"
		    "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
		    "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>"
		    "<row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"B3\" t=\"n\"><v>5.50</v></c>"
		    "<c r=\"C3\"><v>1.9E+17</v></c><c r=\"E3\" t=\"b\"><v>1</v></c>"
		    "<c r=\"F3\" t=\"b\"><v>0</v></c><c r=\"G3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
		    "<c r=\"H3\" t=\"str\"><f>A1&amp;\"x\"</f><v>nama_x0009_x_x00e9__x2013__x0000_</v></c>"
		    "<c r=\"I3\" t=\"d\"><v>2026-11-21</v></c></row>"
		    "<row><c t=\"inlineStr\"><is><r><t>di </t></r><r><t>dalam</t></r></is><v>9</v></c>"
		    "<c><is><t>tidak</t></is></c><c t=\"inlineStr\"><is><t>sel</t></is></c>"
		    "<c><f>A1</f></c><c t=\"str\"><f>\"\"</f><v></v></c></row>")),
	    FORMAT_OK);
	assert_string_equal(r.text,
	    "1:[nama][tebal biasa][]"
	    "[a\r\nb & <c> _x000D_]"
	    "3:[5][5.50][1.9E+17][][TRUE][FALSE][#DIV/0!][nama\tx\xc3\xa9\xe2\x80\x93_x0000_][2026-11-21]"
	    "4:[di dalam][][sel][#N/A]");
	free(r.text);
}

static void
empty_cells_and_rows_are_passed_over(void **state)
{
	struct record r = { 0 };

	(void)state;
	assert_int_equal(read_sheet(&r, SHEET("")), FORMAT_OK);
	assert_string_equal(r.text, "");
	/* Formats far out, as spreadsheets leave them behind, harm nothing. */
	assert_int_equal(
	    read_sheet(&r,
		SHEET("<row r=\"2\"/>"
		      "<row r=\"7\"><c r=\"B7\"><v>1</v></c><c r=\"XFD7\" s=\"1\"/></row>"
		      "<row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/>"
		      "<c r=\"B1048576\" t=\"s\"><v>2</v></c></row>")),
	    FORMAT_OK);
	assert_string_equal(r.text, "7:[][1]");
	/* A sheet without any data element. */
	assert_int_equal(read_sheet(&r, "<worksheet/>"), FORMAT_OK);
	free(r.text);
}

/* What LibreOffice, gnumeric, openpyxl and SheetJS store, and what they show. */
static void
numbers_as_people_see_them(void **state)
{
	static const struct {
		const char *stored, *shown;
	} cases[] = {
		{ "64.709999999999994", "64.71" },
		{ "64.70999999999999", "64.71" },
		{ "64.7099999999999999992", "64.71" },
		{ "28.1000000000000000003", "28.1" },
		{ "-28.1000000000000000003", "-28.1" },
		{ "0.30000000000000004", "0.3" },
		{ "0.1000000000000000055511151231257827", "0.1" },
		{ "99.999999999999999", "100" },
		{ "999999999999999.9", "1000000000000000" },
		{ "9999999999999999", "10000000000000000" },
		{ "1234567890123456.7", "1234567890123460" },
		{ "123456789012345.4", "123456789012345" },
		{ "123456789012345.0", "123456789012345" },
		{ "0.12345678901234565", "0.123456789012346" },
		{ "0.00000012345678901234565", "0.000000123456789012346" },
		/* a number of 18 digits has lost its last ones */
		{ "198001012005011040", "198001012005011000" },
		{ "198001012005011999", "198001012005012000" },
		{ "1.98001012005011008E+17", "1.98001012005011E+17" },
		{ "9.9999999999999999E-5", "10E-5" },
		/* as they are: few digits, or no number */
		{ "28.10", "28.10" },
		{ "1.9E+17", "1.9E+17" },
		{ "123456789012345", "123456789012345" },
		{ "000000000000000064.71", "000000000000000064.71" },
		{ "1234567890.1234.567890", "1234567890.1234.567890" },
		{ "1234567890123456x", "1234567890123456x" },
		{ "1234567890123456E", "1234567890123456E" },
		{ "1234567890123456E+", "1234567890123456E+" },
		{ "-------------------", "-------------------" },
	};
	struct record r = { 0 };
	char sheet[512], want[128];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		(void)snprintf(sheet, sizeof(sheet),
		    SHEET("<row><c><v>%s</v></c>"
			  "</row>"),
		    cases[i].stored);
		(void)snprintf(want, sizeof(want), "1:[%s]", cases[i].shown);
		assert_int_equal(read_sheet(&r, sheet), FORMAT_OK);
		assert_string_equal(r.text, want);
	}
	/* a text that looks like one is none */
	assert_int_equal(read_sheet(&r,
			     SHEET("<row><c t=\"str\">"
				   "<v>64.709999999999994</v></c></row>")),
	    FORMAT_OK);
	assert_string_equal(r.text, "1:[64.709999999999994]");
	free(r.text);
}

/* openpyxl writes no result, XlsxWriter 0; both ask for it to be computed. */
static void
formulas_that_nobody_computed(void **state)
{
	struct record r = { 0 };
	struct parts p = {
		.sheet = SHEET("<row>"
			       "<c><f>A1</f><v>0</v></c><c><f>A1</f></c><c><f>A1</f><v></v></c>"
			       "<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v>0</v></c>"
			       "<c><v>0</v></c></row>")
	};

	(void)state;
	p.workbook = XML
	    "<workbook " MAIN " xmlns:r=\"" R "\"><sheets>"
	    "<sheet name=\"a\" r:id=\"rId1\"/></sheets>"
	    "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>";
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, "1:[#N/A][#N/A][#N/A][2][0][0]");
	/* who computes them, may find 0 */
	p.workbook = NULL;
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, "1:[0][#N/A][#N/A][2][0][0]");
	free(r.text);
}

/* As SheetJS 0.18.5 wrote midnight of 17 August 2027 in four zones. */
static void
dates_a_few_seconds_late(void **state)
{
	struct record r = { 0 };

	(void)state;
	assert_int_equal(read_sheet(&r,
			     SHEET("<row>"
				   "<c s=\"1\"><v>46616.00013888889</v></c>"
				   "<c s=\"1\"><v>46616.000231481485</v></c>"
				   "<c s=\"1\"><v>46616.00041666667</v></c>"
				   "<c s=\"1\"><v>46616.000555555554</v></c>"
				   "<c s=\"1\"><v>46616.00069444</v></c></row>")),
	    FORMAT_OK);
	assert_string_equal(r.text,
	    "1:[2027-08-17][2027-08-17][2027-08-17]"
	    "[2027-08-17][2027-08-17 00:01:00]");
	free(r.text);
}

/* Every 61st day of all that a workbook can name, by a calendar that counts. */
static void
dates_over_all_years(void **state)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	struct format_limits limits = sheet_limits_import;
	struct parts p = { .sheet = NULL };
	struct record r = { 0 };
	char *sheet, *want;
	size_t n = 0, m = 0, serial = 0, row = 0;
	int year, month, day, last;

	(void)state;
	limits.rows = 100000;
	sheet = malloc(8u << 20);
	want = malloc(2u << 20);
	assert_non_null(sheet);
	assert_non_null(want);
	n = (size_t)sprintf(sheet, "<worksheet><sheetData>");
	for (year = 1900; year <= 9999; year++)
		for (month = 1; month <= 12; month++) {
			last = days[month - 1];
			if (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0))
				last++;
			for (day = 1; day <= last; day++) {
				if (++serial == 60)
					serial++;
				if (serial % 61 != 0 && serial > 70 && serial < 2958400)
					continue;
				n += (size_t)sprintf(sheet + n,
				    "<row><c s=\"1\">"
				    "<v>%zu</v></c></row>",
				    serial);
				m += (size_t)sprintf(want + m, "%zu:[%04d-%02d-%02d]", ++row, year,
				    month, day);
			}
		}
	assert_int_equal(serial, 2958465);
	(void)sprintf(sheet + n, "</sheetData></worksheet>");
	p.sheet = sheet;
	assert_int_equal(read_parts(&r, &p, NULL, &limits), FORMAT_OK);
	assert_string_equal(r.text, want);
	free(r.text);
	free(sheet);
	free(want);
}

static void
dates_by_format(void **state)
{
	struct record r = { 0 };
	struct parts p = { .workbook = XML
		"<workbook " MAIN " xmlns:r=\"" R "\">"
		"<workbookPr date1904=\"true\"/><sheets><sheet name=\"a\" r:id=\"rId1\"/>"
		"</sheets></workbook>" };

	(void)state;
	assert_int_equal(
	    read_sheet(&r,
		SHEET("<row>"
		      "<c s=\"1\"><v>46347</v></c><c s=\"2\"><v>46347.0</v></c>"
		      "<c s=\"3\"><v>46347</v></c><c s=\"4\"><v>46347.572916666664</v></c>"
		      "<c s=\"5\"><v>0.5</v></c><c s=\"9\"><v>46347</v></c>"
		      "<c s=\"1\" t=\"str\"><v>46347</v></c></row>"
		      /* the last half second belongs to the next day */
		      "<row><c s=\"1\"><v>1.999994</v></c><c s=\"1\"><v>1.999995</v></c>"
		      "<c s=\"1\"><v>59.9999999</v></c>"
		      /* no dates: kept as stored */
		      "<c s=\"1\"><v>0</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>-1</v></c>"
		      "<c s=\"1\"><v>4.6E4</v></c><c s=\"1\"><v>2958466</v></c>"
		      "<c s=\"1\"><v>2958465.9999999</v></c><c s=\"1\"><v>1.</v></c>"
		      "<c s=\"1\"><v>1.2.3</v></c></row>")),
	    FORMAT_OK);
	assert_string_equal(r.text,
	    "1:[2026-11-21][2026-11-21][46347]"
	    "[2026-11-21 13:45:00][0.5][46347][46347]"
	    "2:[1900-01-01 23:59:59][1900-01-02][59.9999999][0][60][-1][4.6E4]"
	    "[2958466][2958465.9999999][1900-01-01][1.2.3]");

	p.sheet = SHEET("<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>60</v></c>"
			"<c s=\"1\"><v>44885</v></c><c s=\"1\"><v>2957004</v></c></row>");
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, "1:[1904-01-01][1904-03-01][2026-11-21][2957004]");
	free(r.text);
}

static void
formats_that_are_dates(void **state)
{
	static const struct {
		const char *code;
		int date;
	} cases[] = {
		{ "yyyy\\-mm\\-dd", 1 },
		{ "d/m/yy h:mm", 1 },
		{ "DD MMMM", 1 },
		{ "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 1 },
		{ "General", 0 },
		{ "0.00", 0 },
		{ "h:mm:ss", 0 },
		{ "[h]:mm", 0 },
		{ "[Red]0", 0 },
		{ "#,##0 &quot;dibayar&quot;", 0 },
		{ "0\\d", 0 },
		{ "0_d", 0 },
		{ "*d0", 0 },
		{ "0;d", 0 },
		{ "&quot;d", 0 },
		{ "[d", 0 },
		{ "0\\", 0 },
		{ "", 0 },
		{ "&quot;x&quot;d", 1 },
	};
	struct parts p = { .sheet = SHEET("<row><c s=\"0\"><v>1</v></c></row>") };
	struct record r = { 0 };
	char styles[512];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		(void)snprintf(styles, sizeof(styles),
		    "<styleSheet><numFmts>"
		    "<numFmt numFmtId=\"170\" formatCode=\"%s\"/></numFmts><cellXfs>"
		    "<xf numFmtId=\"170\"/></cellXfs></styleSheet>",
		    cases[i].code);
		p.styles = styles;
		assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_OK);
		if (strcmp(r.text, cases[i].date ? "1:[1900-01-01]" : "1:[1]") != 0)
			fail_msg("%s: %s", cases[i].code, r.text);
	}
	free(r.text);
}

static void
sheets_are_found(void **state)
{
	static const char workbook[] = XML
	    "<x:workbook xmlns:x=\"a\" "
	    "xmlns:r=\"" R "\"><x:sheets>"
	    "<x:sheet name=\"Sembunyi\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId2\"/>"
	    "<x:sheet name=\"Kota &amp; Kab\" sheetId=\"2\" r:id=\"rId1\"/>"
	    "</x:sheets></x:workbook>";
	static const char hidden[] = "<worksheet><sheetData><row><c><v>2</v></c>"
				     "</row></sheetData></worksheet>";
	struct parts p = { .workbook = workbook,
		.strings = "",
		.styles = "",
		.workbook_rels = "<Relationships>" REL("rId1", "worksheet", "worksheets/sheet1.xml")
		    REL("rId2", "worksheet", "/xl/worksheets/sheet2.xml") "</Relationships>",
		.sheet = "<x:worksheet><x:sheetData><x:row><x:c>"
			 "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>" };
	struct record r = { 0 };
	struct zip z = { NULL, 0, NULL, 0, 0 };
	size_t i, n;
	char *bytes;

	(void)state;
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, "1:[1]");
	assert_int_equal(read_parts(&r, &p, "Kota & Kab", &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, "1:[1]");
	assert_int_equal(read_parts(&r, &p, "kota & kab", &sheet_limits_import), FORMAT_ABSENT);
	assert_int_equal(r.fault.row, 0);
	/* listed, but not in the archive */
	assert_int_equal(read_parts(&r, &p, "Sembunyi", &sheet_limits_import), FORMAT_XML);

	for (i = 0; i < COUNT(ordinary) - 1; i++)
		zip_add(&z, ordinary[i].name, i == 1 ? workbook : ordinary[i].content,
		    strlen(i == 1 ? workbook : ordinary[i].content), 1, 0, 0);
	zip_add(&z, "xl/worksheets/sheet2.xml", hidden, strlen(hidden), 1, 0, 0);
	bytes = zip_end(&z, &n);
	assert_int_equal(read_bytes(&r, bytes, n, "Sembunyi", &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, "1:[2]");
	free(bytes);

	p.workbook = "<workbook><sheets/></workbook>";
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_ABSENT);
	free(r.text);
}

/* Names of sheets as people write them; those that come before the one. */
static void
sheets_are_found_loosely(void **state)
{
	static const char workbook[] = XML
	    "<workbook xmlns:r=\"" R "\"><sheets>"
	    "<sheet name=\"Petunjuk\" r:id=\"rId9\"/>"
	    "<sheet name=\"Sembunyi\" state=\"hidden\" r:id=\"rId9\"/>"
	    "<sheet name=\" VARIABEL \" r:id=\"rId1\"/></sheets></workbook>";
	struct parts p = { .workbook = workbook };
	struct record r = { .text = calloc(1, 1) };
	struct sheet_request request = { .limits = &sheet_limits_import,
		.sheet = "Variabel",
		.row = on_row,
		.arg = &r,
		.loosely = true };
	size_t n;
	char *bytes = build(&p, &n);

	(void)state;
	assert_int_equal(sheet_read(SHEET_XLSX, bytes, n, &request, &r.fault), FORMAT_OK);
	assert_string_equal(r.text, "1:[nama]");
	request.loosely = false;
	assert_int_equal(sheet_read(SHEET_XLSX, bytes, n, &request, &r.fault), FORMAT_ABSENT);
	request.sheet = NULL;
	request.skip = 1;
	r.n = r.last_row = 0;
	assert_int_equal(sheet_read(SHEET_XLSX, bytes, n, &request, &r.fault), FORMAT_OK);
	assert_string_equal(r.text, "1:[nama]");
	request.skip = 2;
	assert_int_equal(sheet_read(SHEET_XLSX, bytes, n, &request, &r.fault), FORMAT_ABSENT);
	free(bytes);
	free(r.text);
}

static struct sheet_marks marks;
static char hidden_rows[16];

static int
note_hidden(void *arg, size_t row, size_t n, const char *const *cells)
{
	(void)arg;
	(void)n;
	(void)cells;
	hidden_rows[row] = marks.hidden ? 'h' : '.';
	return 0;
}

static void
rows_and_ranges_are_marked(void **state)
{
	struct parts p = { .sheet = XML
		"<worksheet><sheetData>"
		"<row r=\"1\"><c><v>1</v></c></row>"
		"<row r=\"2\" hidden=\"1\"><c><v>1</v></c></row>"
		"<row r=\"3\" hidden=\"true\"><c><v>1</v></c></row>"
		"<row r=\"4\" hidden=\"0\"><c><v>1</v></c></row></sheetData>"
		"<mergeCells count=\"3\"><mergeCell ref=\"A1:A3\"/>"
		"<mergeCell ref=\"x\"/><mergeCell ref=\"B2:AC2\"/></mergeCells>"
		"<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells></worksheet>" };
	struct sheet_request request = { .limits = &sheet_limits_import,
		.row = note_hidden,
		.marks = &marks };
	struct sheet_fault fault;
	size_t n;
	char *bytes = build(&p, &n);

	(void)state;
	memset(hidden_rows, 0, sizeof(hidden_rows));
	assert_int_equal(sheet_read(SHEET_XLSX, bytes, n, &request, &fault), FORMAT_OK);
	assert_string_equal(hidden_rows + 1, ".hh.");
	assert_int_equal(marks.range_count, 2);
	assert_int_equal(marks.ranges[0].last_row, 3);
	assert_int_equal(marks.ranges[0].last_column, 1);
	assert_int_equal(marks.ranges[1].first_column, 2);
	assert_int_equal(marks.ranges[1].last_column, 29);
	free(bytes);
}

static void
targets_stay_in_the_archive(void **state)
{
	static const char *targets[] = { "../../../etc/passwd", "..",
		"worksheets/../worksheets/sheet1.xml", "http://contoh.invalid/a", "/etc/passwd", "",
		"/" };
	struct parts p = { .sheet = NULL };
	struct record r = { 0 };
	char rels[1024];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(targets); i++) {
		(void)snprintf(rels, sizeof(rels),
		    "<Relationships>" REL("rId1", "worksheet", "%s") "</Relationships>",
		    targets[i]);
		p.workbook_rels = rels;
		assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_XML);
	}
	p.workbook_rels = "<Relationships><Relationship Id=\"rId1\" TargetMode="
			  "\"External\" Type=\"a/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
			  "</Relationships>";
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_XML);
	free(r.text);
}

static void
not_a_workbook(void **state)
{
	static const struct {
		struct parts parts;
		enum format_error error;
	} cases[] = {
		{ { .rels = "" }, FORMAT_KIND },
		{ { .workbook = "" }, FORMAT_KIND },
		{ { .workbook = "<document/>" }, FORMAT_KIND },
		{ { .rels = "<Relationships/>" }, FORMAT_KIND },
		{ { .rels = "<x/>" }, FORMAT_XML },
		{ { .rels = "<Relationships><Relationship/></Relationships>" }, FORMAT_XML },
		{ { .workbook_rels = "" }, FORMAT_XML },
		{ { .workbook_rels = "<Relationships/>" }, FORMAT_XML },
		{ { .strings = "" }, FORMAT_XML },
		{ { .styles = "" }, FORMAT_XML },
		{ { .strings = "<sst><si>" }, FORMAT_XML },
		{ { .styles = "<worksheet/>" }, FORMAT_XML },
		{ { .workbook = "<workbook><sheets><sheet/></sheets></workbook>" }, FORMAT_XML },
		{ { .styles = "<styleSheet><cellXfs><xf numFmtId=\"x\"/></cellXfs>"
			      "</styleSheet>" },
		    FORMAT_XML },
		{ { .styles = "<styleSheet><numFmts><numFmt/></numFmts>"
			      "</styleSheet>" },
		    FORMAT_XML },
		{ { .sheet = "" }, FORMAT_XML },
		{ { .sheet = "<chartsheet/>" }, FORMAT_XML },
		{ { .sheet = "PK" }, FORMAT_XML },
	};
	struct record r = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		if (read_parts(&r, &cases[i].parts, NULL, &sheet_limits_import) != cases[i].error)
			fail_msg("case %zu: %d", i, (int)r.fault.error);
	assert_int_equal(read_bytes(&r, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, NULL,
			     &sheet_limits_import),
	    FORMAT_KIND);
	assert_int_equal(read_bytes(&r, "PK\3\4", 4, NULL, &sheet_limits_import), FORMAT_ZIP);
	free(r.text);
}

/* Faults in a sheet name their row and column. */
static void
faults_name_their_cell(void **state)
{
	static const struct {
		const char *rows;
		enum format_error error;
		size_t row, column;
	} cases[] = {
		{ "<row r=\"2\"/><row r=\"2\"/>", FORMAT_XML, 2, 0 },
		{ "<row r=\"0\"/>", FORMAT_XML, 0, 0 },
		{ "<row r=\"x\"/>", FORMAT_XML, 0, 0 },
		{ "<row r=\"1048577\"/>", FORMAT_XML, 0, 0 },
		{ "<row r=\"1048576\"/><row/>", FORMAT_XML, 1048576, 0 },
		{ "<row r=\"3\"><c r=\"B3\"/><c r=\"A3\"/></row>", FORMAT_XML, 3, 2 },
		{ "<row r=\"3\"><c r=\"B3\"/><c r=\"B3\"/></row>", FORMAT_XML, 3, 2 },
		{ "<row r=\"3\"><c r=\"B4\"/></row>", FORMAT_XML, 3, 0 },
		{ "<row r=\"3\"><c r=\"B\"/></row>", FORMAT_XML, 3, 0 },
		{ "<row r=\"3\"><c r=\"3\"/></row>", FORMAT_XML, 3, 0 },
		{ "<row r=\"3\"><c r=\"XFE3\"/></row>", FORMAT_XML, 3, 0 },
		{ "<row r=\"3\"><c r=\"ZZZZZZZZZZZZZZZZZZ3\"/></row>", FORMAT_XML, 3, 0 },
		{ "<row r=\"3\"><c t=\"s\"><v>4</v></c></row>", FORMAT_XML, 3, 1 },
		{ "<row r=\"3\"><c t=\"s\"><v>-1</v></c></row>", FORMAT_XML, 3, 1 },
		{ "<row r=\"3\"><c t=\"s\"><v>18446744073709551616</v></c></row>", FORMAT_XML, 3,
		    1 },
		{ "<row r=\"3\"><c t=\"b\"><v>2</v></c></row>", FORMAT_XML, 3, 1 },
		{ "<row r=\"3\"><c t=\"x\"><v>2</v></c></row>", FORMAT_XML, 3, 1 },
		{ "<row r=\"3\"><c s=\"x\"><v>2</v></c></row>", FORMAT_XML, 3, 0 },
		{ "<row r=\"3\"><c><v>2</c></row>", FORMAT_XML, 3, 1 },
		{ "<row r=\"3\"><c/><c t=\"str\"><v>_x001B_</v></c></row>", FORMAT_CONTROL, 3, 2 },
		{ "<row r=\"3\"><c/><c t=\"str\"><v>&#x85;</v></c></row>", FORMAT_CONTROL, 3, 2 },
		{ "<row r=\"3\"><c/><c t=\"str\"><v>&siapa;</v></c></row>", FORMAT_XML, 3, 2 },
		{ "<row r=\"3\"><c/><c t=\"str\"><v>\xff</v></c></row>", FORMAT_XML, 3, 2 },
		{ "<row r=\"20001\"><c r=\"B20001\"><v>1</v></c></row>", FORMAT_ROWS, 20001, 2 },
		{ "<row r=\"1\"><c r=\"CW1\"><v>1</v></c></row>", FORMAT_COLUMNS, 1, 101 },
	};
	struct record r = { 0 };
	char sheet[512];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		(void)snprintf(sheet, sizeof(sheet),
		    "<worksheet><sheetData>%s"
		    "</sheetData></worksheet>",
		    cases[i].rows);
		if (read_sheet(&r, sheet) != cases[i].error || r.fault.row != cases[i].row ||
		    r.fault.column != cases[i].column)
			fail_msg("case %zu: %d at %zu,%zu", i, (int)r.fault.error, r.fault.row,
			    r.fault.column);
	}
	r.stop = 1;
	assert_int_equal(read_sheet(&r, NULL), FORMAT_STOPPED);
	assert_int_equal(r.fault.row, 1);
	free(r.text);
}

static void
limits_hold(void **state)
{
	const struct parts p = {
		.sheet = SHEET("<row><c t=\"s\"><v>0</v></c>"
			       "<c t=\"s\"><v>0</v></c></row><row><c><v>1234</v></c></row>")
	};
	static const struct format_limits exact = { .rows = 2,
		.columns = 2,
		.cell = 4,
		.total = 12,
		.strings = 4,
		.entries = 6,
		.inflated = 10000,
		.ratio = 200 };
	struct format_limits l;
	struct record r = { 0 };

	(void)state;
	assert_int_equal(read_parts(&r, &p, NULL, &exact), FORMAT_OK);
	l = exact, l.rows = 1;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_ROWS);
	l = exact, l.columns = 1;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_COLUMNS);
	l = exact, l.cell = 3;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_CELL);
	l = exact, l.total = 11;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_TOTAL);
	assert_int_equal(r.fault.row, 2);
	l = exact, l.strings = 3;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_INFLATED);
	l = exact, l.entries = 5;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_INFLATED);
	l = exact, l.inflated = 1000;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_INFLATED);
	free(r.text);
}

/* What a file of a few kilobytes could do to the memory. */
static void
bombs_are_refused(void **state)
{
	const size_t n = 6u << 20;
	struct format_limits l = sheet_limits_import;
	struct parts p = { .sheet = NULL };
	struct record r = { 0 };
	char *xml = malloc(n + 100);
	size_t i, at;

	(void)state;
	assert_non_null(xml);
	/* declared entities, and the mere declaration */
	assert_int_equal(read_sheet(&r,
			     "<!DOCTYPE x [<!ENTITY a \"b\">]>"
			     "<worksheet/>"),
	    FORMAT_DTD);
	p.strings = "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>";
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_DTD);
	p.strings = NULL;

	/* packed a thousandfold */
	memset(xml, ' ', n);
	memcpy(xml, "<worksheet>", 11);
	memcpy(xml + n, "</worksheet>", 13);
	assert_int_equal(read_sheet(&r, xml), FORMAT_INFLATED);

	/* nested without end */
	for (at = 11; at + 3 <= n; at += 3)
		memcpy(xml + at, "<a>", 3);
	assert_int_equal(read_sheet(&r, xml), FORMAT_XML);

	/* one endless tag */
	memset(xml + 11, ' ', n - 11);
	memcpy(xml + 11, "<a", 2);
	assert_int_equal(read_sheet(&r, xml), FORMAT_XML);

	/* a new name each time, of elements and of attributes */
	for (i = 0, at = 11; at + 20 <= n; i++)
		at += (size_t)sprintf(xml + at, "<a%zu/>", i);
	(void)sprintf(xml + at, "</worksheet>");
	assert_int_equal(read_sheet(&r, xml), FORMAT_XML);
	for (i = 0, at = 11; at + 20 <= n; i++)
		at += (size_t)sprintf(xml + at, "<a a%zu=''/>", i);
	(void)sprintf(xml + at, "</worksheet>");
	assert_int_equal(read_sheet(&r, xml), FORMAT_XML);

	/* more formats than any program writes */
	at = (size_t)sprintf(xml, "<styleSheet><numFmts>");
	for (i = 0; i < 257; i++)
		at += (size_t)sprintf(xml + at, "<numFmt numFmtId=\"170\" formatCode=\"d\"/>");
	(void)sprintf(xml + at, "</numFmts></styleSheet>");
	p.styles = xml;
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_INFLATED);
	at = (size_t)sprintf(xml, "<styleSheet><cellXfs>");
	for (i = 0; i < 65537; i++)
		at += (size_t)sprintf(xml + at, "<xf numFmtId=\"%zu\"/>", i);
	(void)sprintf(xml + at, "</cellXfs></styleSheet>");
	assert_int_equal(read_parts(&r, &p, NULL, &sheet_limits_import), FORMAT_INFLATED);
	p.styles = NULL;

	/* a cell longer than the limit, by itself and by reference */
	at = (size_t)sprintf(xml, "<worksheet><sheetData><row><c t=\"str\"><v>");
	memset(xml + at, 'a', 65537);
	(void)sprintf(xml + at + 65537, "</v></c></row></sheetData></worksheet>");
	assert_int_equal(read_sheet(&r, xml), FORMAT_CELL);
	assert_int_equal(r.fault.row, 1);
	assert_int_equal(r.fault.column, 1);

	/* few bytes that stand for one long text, again and again */
	at = (size_t)sprintf(xml, "<sst><si><t>");
	memset(xml + at, 'a', 60000);
	(void)sprintf(xml + at + 60000, "</t></si></sst>");
	p.strings = xml;
	p.sheet = SHEET("<row>"
			"<c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>"
			"<row>"
			"<c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>");
	l.total = 200000;
	assert_int_equal(read_parts(&r, &p, NULL, &l), FORMAT_TOTAL);
	assert_int_equal(r.fault.row, 2);
	assert_int_equal(r.fault.column, 2);
	free(xml);
	free(r.text);
}

static void
damaged_archives(void **state)
{
	static const struct {
		unsigned flags;
		uint32_t crc_xor;
	} lies[] = { { 1, 0 }, { 0, 1 } };
	struct parts p = { .sheet = NULL };
	struct record r = { 0 };
	struct zip z;
	size_t i, j, n, cut;
	char *bytes;

	(void)state;
	for (i = 0; i < COUNT(lies); i++) {
		memset(&z, 0, sizeof(z));
		for (j = 0; j < COUNT(ordinary); j++)
			zip_add(&z, ordinary[j].name, ordinary[j].content,
			    strlen(ordinary[j].content), 1, j == 5 ? lies[i].flags : 0,
			    j == 5 ? lies[i].crc_xor : 0);
		bytes = zip_end(&z, &n);
		assert_int_equal(read_bytes(&r, bytes, n, NULL, &sheet_limits_import), FORMAT_ZIP);
		free(bytes);
	}
	bytes = build(&p, &n);
	/* minizip takes the last three bytes, which are 0, for granted. */
	for (cut = 4; cut < n - 3; cut++)
		if (read_bytes(&r, bytes, cut, NULL, &sheet_limits_import) == FORMAT_OK)
			fail_msg("cut at %zu of %zu", cut, n);
	/* Any one byte changed: whatever it says, it does not fall over. */
	for (cut = 4; cut < n; cut++) {
		bytes[cut] ^= 0x40;
		(void)read_bytes(&r, bytes, n, NULL, &sheet_limits_import);
		bytes[cut] ^= 0x40;
	}
	assert_int_equal(read_bytes(&r, bytes, n, NULL, &sheet_limits_import), FORMAT_OK);
	free(bytes);
	free(r.text);
}

static void
other_encodings(void **state)
{
	static const char text[] =
	    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
	    "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>";
	char sheet[2 * sizeof(text)];
	struct zip z = { NULL, 0, NULL, 0, 0 };
	struct record r = { 0 };
	char *bytes;
	size_t i, n;

	(void)state;
	sheet[0] = (char)0xff;
	sheet[1] = (char)0xfe;
	for (i = 0; i < sizeof(text) - 1; i++) {
		sheet[2 + 2 * i] = text[i];
		sheet[3 + 2 * i] = '\0';
	}
	for (i = 0; i < COUNT(ordinary) - 1; i++)
		zip_add(&z, ordinary[i].name, ordinary[i].content, strlen(ordinary[i].content), 1,
		    0, 0);
	zip_add(&z, "xl/worksheets/sheet1.xml", sheet, sizeof(text) * 2, 1, 0, 0);
	bytes = zip_end(&z, &n);
	assert_int_equal(read_bytes(&r, bytes, n, NULL, &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, "1:[7]");
	free(bytes);
	free(r.text);
}

static void
assert_file(const char *path, const char *sheet, const char *expected)
{
	char bytes[32768];
	struct record r = { 0 };
	FILE *f;
	size_t n;

	f = fopen(path, "rb");
	assert_non_null(f);
	n = fread(bytes, 1, sizeof(bytes), f);
	(void)fclose(f);
	assert_int_equal(read_bytes(&r, bytes, n, sheet, &sheet_limits_import), FORMAT_OK);
	assert_string_equal(r.text, expected);
	free(r.text);
}

/* Files that real programs wrote, with inline and with shared strings. */
static void
real_files(void **state)
{
	(void)state;
	assert_file("tests/fuzz/corpus/xlsx/openpyxl.xlsx", NULL,
	    "1:[variabel][nama][tanggal][][5][5.5][TRUE]"
	    "2:[][][2026-11-21][2026-11-21 13:45:00][1900-01-01][1900-03-01]"
	    "5:[baris satu\nbaris dua \xc3\xa9 \xe2\x80\x93][][#N/A]"
	    "[Permendagri 99/2018; \"kutip\", <tanda>]"
	    "7:[][2024-02-29][1234.5]"
	    "9:[gabung]");
	assert_file("tests/fuzz/corpus/xlsx/openpyxl.xlsx", "Kedua", "2:[][x]");
	assert_file("tests/fuzz/corpus/xlsx/xlsxwriter.xlsx", NULL,
	    "1:[kode][nama][mulai][jam][skor]"
	    "2:[64.71][Dinas Contoh \xe2\x80\x9cSatu\xe2\x80\x9d][2026-11-21]"
	    "[2026-11-21 13:45:00][38]"
	    "3:[64.71][Dinas Contoh\nDua][][][47]"
	    "4:[][biasa tebal biasa][][FALSE]"
	    "6:[gabungan]7:[ spasi ]8:[#N/A]");
	assert_file("tests/fuzz/corpus/xlsx/xlsxwriter.xlsx", "Bantuan", "1:[jangan dibaca]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cells_of_every_type),
		cmocka_unit_test(empty_cells_and_rows_are_passed_over),
		cmocka_unit_test(numbers_as_people_see_them),
		cmocka_unit_test(formulas_that_nobody_computed),
		cmocka_unit_test(dates_a_few_seconds_late), cmocka_unit_test(dates_over_all_years),
		cmocka_unit_test(dates_by_format), cmocka_unit_test(formats_that_are_dates),
		cmocka_unit_test(sheets_are_found), cmocka_unit_test(sheets_are_found_loosely),
		cmocka_unit_test(rows_and_ranges_are_marked),
		cmocka_unit_test(targets_stay_in_the_archive), cmocka_unit_test(not_a_workbook),
		cmocka_unit_test(faults_name_their_cell), cmocka_unit_test(limits_hold),
		cmocka_unit_test(bombs_are_refused), cmocka_unit_test(damaged_archives),
		cmocka_unit_test(other_encodings), cmocka_unit_test(real_files) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("xlsx", tests, NULL, NULL);
}
