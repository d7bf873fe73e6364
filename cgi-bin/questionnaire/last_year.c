/* SPDX-License-Identifier: ISC */
/*
 * What the agency said last year about the same variable, beside this year's
 * answer, and its words brought over when asked for.
 */
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "frame/words.h"
#include "base/banned.h"

/* Rows: one, or none where the year before has no answer to begin from. */
static int
load_last_year(struct context *context, const struct variable_page *page, struct rows *rows)
{
	const struct assessment *assessment = &page->assessment;

	return db_select(context->db, rows, STATEMENT_QUESTIONNAIRE_LAST_YEAR, db_int(page->number),
	    db_int(assessment->region_id), db_int(assessment->year - 1),
	    db_int(assessment->agency_id));
}

int
fill_last_year(struct context *context, const struct variable_page *page)
{
	struct node *node;
	struct rows rows;
	int result = load_last_year(context, page, &rows);

	if (result <= 0)
		return context_status(context, result);
	node = page_node(&context->page, "Last");
	node_set_int(node, "year", page->assessment.year - 1);
	node_set(node, "self", words_roman(row_int(&rows, 0, "self_level")));
	node_set(node, "final",
	    words_roman(level_final((int)row_int(&rows, 0, "city_level"),
		(int)row_int(&rows, 0, "province_level"),
		row_int(&rows, 0, "province_tier") != 0)));
	node_set(node, "explanation", row_text(&rows, 0, "explanation"));
	return 0;
}

int
bring_words(struct context *context, const struct variable_page *page, const char **explanation)
{
	struct rows rows;
	const char *last;
	int result = load_last_year(context, page, &rows);

	if (result <= 0)
		return context_status(context, result);
	last = row_text(&rows, 0, "explanation");
	if (*last == '\0' || strstr(*explanation, last) != NULL)
		return 0;
	*explanation = **explanation == '\0' ?
	    last :
	    arena_format(context->arena, "%s\n\n%s", *explanation, last);
	return 0;
}
