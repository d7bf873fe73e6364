/* SPDX-License-Identifier: ISC */
/*
 * The input is an archive, or the content.xml of one, behind a line of "=====" its
 * list of files.  A table that comes out whole must be good CSV.
 */
#include "table.h"
#include "zip.h"

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static const char line[] = "\n=====\n";
	const char *at = (const char *)input, *end = at + n, *next;
	struct zip z = { NULL, 0, NULL, 0, 0 };
	struct table table;
	enum format_error error;
	char *bytes;

	if (n >= 2 && memcmp(input, "PK", 2) == 0)
		error = table_read(&table, SHEET_ODS, input, n);
	else {
		next = n == 0 ? NULL : memmem(at, n, line, sizeof(line) - 1);
		zip_add(&z, "content.xml", at, (size_t)((next == NULL ? end : next) - at), 0, 0, 0);
		if (next != NULL) {
			at = next + sizeof(line) - 1;
			zip_add(&z, "META-INF/manifest.xml", at, (size_t)(end - at), 0, 0, 0);
		}
		bytes = zip_end(&z, &n);
		error = table_read(&table, SHEET_ODS, bytes, n);
		free(bytes);
	}
	CHECK(error != FORMAT_UTF8); /* expat has seen to it */
	table_check(&table, error);
	return 0;
}
