/* SPDX-License-Identifier: ISC */
/*
 * Which reader a table needs.  The kind is judged by the file's first bytes and
 * not by its name: people rename a workbook to .csv and expect it to be read.
 */
#include "sheet/sheet.h"

#include <string.h>

#include "format/zip_reader.h"
#include "sheet/csv.h"
#include "sheet/ods.h"
#include "sheet/row.h"
#include "sheet/xlsx.h"
#include "base/banned.h"

/* Programs put the kind first, some of them anywhere; what is in it all of them
 * call alike (OpenDocument 1.3, Part 2, 3.2; ECMA-376, Part 2, 10.1.2.2). */
static bool
is_opendocument(const char *bytes, size_t n)
{
	struct zip_reader archive;
	bool is = zip_reader_open(&archive, bytes, n, &sheet_limits_import) == FORMAT_OK &&
	    zip_reader_has(&archive, "META-INF/manifest.xml") &&
	    !zip_reader_has(&archive, "[Content_Types].xml");

	zip_reader_close(&archive);
	return is;
}

enum sheet_kind
sheet_kind_of(const char *bytes, size_t n)
{
	if (n >= 4 && memcmp(bytes, "PK\3\4", 4) == 0)
		return is_opendocument(bytes, n) ? SHEET_ODS : SHEET_XLSX;
	if (n >= 8 && memcmp(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
		return SHEET_OLE;
	return SHEET_CSV;
}

bool
sheet_is_workbook(enum sheet_kind kind)
{
	return kind == SHEET_XLSX || kind == SHEET_ODS;
}

enum format_error
sheet_read(enum sheet_kind kind, char *bytes, size_t n, const struct sheet_request *request,
    struct sheet_fault *fault)
{
	switch (kind) {
	case SHEET_CSV:
		return csv_read(bytes, n, request, fault);
	case SHEET_XLSX:
		return xlsx_read(bytes, n, request, fault);
	case SHEET_ODS:
		return ods_read(bytes, n, request, fault);
	case SHEET_OLE:
		break;
	}
	return sheet_fail(fault, FORMAT_KIND, 0, 0);
}
