/* SPDX-License-Identifier: ISC */
/*
 * The input is an archive, or the XML files of one, parted by lines of "=====":
 * worksheet, shared strings, styles, workbook, its relationships, those of the
 * package; the ordinary ones stand in for what is missing.  A table that comes
 * out whole must be good CSV.
 */
#include "table.h"
#include "zip.h"

#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define REL(id, type, target) \
	"<Relationship Id=\"" id "\" Type=\"" TYPE type "\" Target=\"" target "\"/>"

static const struct {
	const char *name, *content;
} files[] = {
	{ "xl/worksheets/sheet1.xml", "<worksheet/>" },
	{ "xl/sharedStrings.xml", "<sst><si><t>nama</t></si></sst>" },
	{ "xl/styles.xml",
	    "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/>"
	    "</cellXfs></styleSheet>" },
	{ "xl/workbook.xml",
	    "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/>"
	    "</sheets></workbook>" },
	{ "xl/_rels/workbook.xml.rels",
	    "<Relationships>" REL("r1", "worksheet", "worksheets/sheet1.xml")
		REL("r2", "sharedStrings", "sharedStrings.xml")
		    REL("r3", "styles", "styles.xml") "</Relationships>" },
	{ "_rels/.rels",
	    "<Relationships>" REL("r1", "officeDocument", "xl/workbook.xml") "</Relationships>" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static const char line[] = "\n=====\n";
	const char *at = (const char *)input, *end = at + n, *next;
	struct zip z = { NULL, 0, NULL, 0, 0 };
	struct table table;
	enum format_error error;
	char *bytes;
	size_t i;

	if (n >= 2 && memcmp(input, "PK", 2) == 0)
		error = table_read(&table, SHEET_XLSX, input, n);
	else {
		for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
			next = at == end ? NULL :
					   memmem(at, (size_t)(end - at), line, sizeof(line) - 1);
			if (next == NULL)
				next = end;
			if (next > at)
				zip_add(&z, files[i].name, at, (size_t)(next - at), 0, 0, 0);
			else
				zip_add(&z, files[i].name, files[i].content,
				    strlen(files[i].content), 0, 0, 0);
			at = next == end ? end : next + sizeof(line) - 1;
		}
		bytes = zip_end(&z, &n);
		error = table_read(&table, SHEET_XLSX, bytes, n);
		free(bytes);
	}
	CHECK(error != FORMAT_UTF8); /* expat has seen to it */
	table_check(&table, error);
	return 0;
}
