/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_RESULTS_COLUMNS_H
#define ASSESSMENT_RESULTS_COLUMNS_H

#include "assessment/results.h"

/*
 * What is told of each agency in a region's results: one list of columns, of
 * which the page, CSV, JSON and the workbook are made.  The names of those with
 * RESULTS_DATA are a contract with other programs and stay as they are.
 */
enum results_where {
	RESULTS_SHOWN = 1,  /* page and workbook */
	RESULTS_DATA = 2,   /* CSV and JSON */
	RESULTS_INSIDE = 4, /* shown to the region's own people alone */
	RESULTS_WHOLE = 8   /* a whole number in the data, though people read words */
};

/* An agency and what its columns are read from. */
struct results_row {
	struct arena *arena;
	const struct results *results;
	const struct agency_results *agency;
};

struct results_cell {
	enum { RESULTS_NONE, RESULTS_NUMBER, RESULTS_TEXT } kind;
	int64_t number;
	const char *text;  /* of the data */
	const char *shown; /* for people; NULL: as the data have it */
};

struct results_column {
	const char *name;  /* of the data and of the template's values */
	const char *label; /* for people */
	const char *none;  /* what people read where there is nothing */
	unsigned where;
	bool words; /* set left, as text */
	struct results_cell (*read)(const struct results_row *);
	bool (*there)(const struct results *); /* NULL: always */
};

extern const struct results_column results_columns[];
extern const size_t results_column_count;

/* Whether people see it in these results; its head: "Akhir 2025". */
bool results_column_shown(const struct results_column *, const struct results *);
const char *results_column_label(struct arena *, const struct results_column *,
    const struct results *);

/* A cell as people read it. */
const char *results_cell_text(struct arena *, const struct results_column *,
    const struct results_cell *);

#endif
