/* SPDX-License-Identifier: ISC */
/* A table that is read and written as RFC 4180 has it reads the same again. */
#include "table.h"

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	struct table table;

	table_check(&table, table_read(&table, SHEET_CSV, input, n));
	return 0;
}
