/* SPDX-License-Identifier: ISC */
/* A table that is read and written as RFC 4180 has it reads the same again. */
#include "table.h"

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	struct table first, second;

	if (table_read(&first, SHEET_CSV, input, n) == FORMAT_OK) {
		CHECK(table_read(&second, SHEET_CSV, first.csv.s, first.csv.n) == FORMAT_OK);
		CHECK(same(&first.csv, &second.csv));
		free(second.csv.s);
	}
	free(first.csv.s);
	return 0;
}
