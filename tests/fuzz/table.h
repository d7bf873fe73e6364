/* SPDX-License-Identifier: ISC */
#ifndef MATANG_TESTS_TABLE_H
#define MATANG_TESTS_TABLE_H

/* A table as it comes out of a reader, held to its contract, written as CSV. */
#include "fuzz.h"
#include "sheet/sheet.h"
#include "base/utf8.h"

struct table {
	struct text csv;
	size_t row, total;
};

static const struct format_limits table_limits = {
	.rows = 300,
	.columns = 20,
	.cell = 200,
	.total = 2000,
	.strings = 100,
	.entries = 20,
	.inflated = 4u << 20,
	.ratio = 100,
};

static inline int
table_row(void *arg, size_t row, size_t n, const char *const *cells)
{
	struct table *t = arg;
	const char *c;
	size_t i, len;

	CHECK(row > t->row && row <= table_limits.rows);
	CHECK(n > 0 && n <= table_limits.columns && *cells[n - 1] != '\0');
	while (++t->row < row)
		put(&t->csv, "\r\n", 2);
	for (i = 0; i < n; i++) {
		len = strlen(cells[i]);
		CHECK(len <= table_limits.cell);
		CHECK(utf8_text(cells[i], len, true) == UTF8_OK);
		t->total += len;
		put(&t->csv, i == 0 ? "\"" : ",\"", i == 0 ? 1 : 2);
		for (c = cells[i]; *c != '\0'; c++)
			put(&t->csv, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
		put(&t->csv, "\"", 1);
	}
	CHECK(t->total <= table_limits.total);
	put(&t->csv, "\r\n", 2);
	return 0;
}

/* Read bytes as that kind into t. */
static inline enum format_error
table_read(struct table *t, enum sheet_kind kind, const void *bytes, size_t n)
{
	struct sheet_request request = { .limits = &table_limits, .row = table_row, .arg = t };
	struct sheet_fault fault;
	enum format_error error;
	char *buf = copy_with(bytes, n, '"');

	memset(t, 0, sizeof(*t));
	error = sheet_read(kind, buf, n, &request, &fault);
	CHECK(error == fault.error && error != FORMAT_STOPPED);
	free(buf);
	return error;
}

/* What came out whole reads the same again from its CSV (RFC 4180).  Takes what t holds. */
static inline void
table_check(struct table *t, enum format_error error)
{
	struct table again;

	if (error == FORMAT_OK) {
		CHECK(table_read(&again, SHEET_CSV, t->csv.s, t->csv.n) == FORMAT_OK);
		CHECK(same(&t->csv, &again.csv));
		free(again.csv.s);
	}
	free(t->csv.s);
}

#endif
