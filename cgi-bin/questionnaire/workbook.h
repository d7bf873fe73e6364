/* SPDX-License-Identifier: ISC */
#ifndef QUESTIONNAIRE_WORKBOOK_H
#define QUESTIONNAIRE_WORKBOOK_H

#include "questionnaire/questionnaire.h"
#include "import/import_table.h"

/*
 * All answers of an assessment in a file, to be written in where there is no
 * line, and brought back: one list of columns for the way out and the way in.
 */
enum {
	ANSWERS_NUMBER,
	ANSWERS_NAME,
	ANSWERS_LEVEL,
	ANSWERS_EXPLANATION,
	ANSWERS_REASON,
	ANSWERS_CODE, /* which answer of which assessment, and as of when */
	ANSWERS_COLUMNS
};
extern const struct table_column answers_columns[];

/* The answers of an assessment, in the order of their variables. */
struct answers {
	struct assessment assessment;
	const struct criteria *criteria;
	struct variable_page *pages;
	size_t count;
};

/* One round trip, for an assessment that was found.  0 or a status. */
int answers_read(struct context *, const struct assessment *, struct answers *);

/* "A21V3R7": version 7 of the answer to variable 3 in assessment 21. */
const char *answers_code(struct arena *, const struct variable_page *);

/* The same read; false for what is none. */
bool answers_code_read(const char *, int64_t *assessment_id, int64_t *number, int64_t *version);

/* The pages; fields where a form comes back. */
extern const struct field answers_import_fields[], answers_store_fields[];
int send_answers(struct context *);
int new_answers_import(struct context *);
int preview_answers(struct context *);
int store_answers(struct context *);

#endif
