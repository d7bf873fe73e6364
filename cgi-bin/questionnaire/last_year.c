/* SPDX-License-Identifier: ISC */
/*
 * What the agency said last year about the same variable, beside this year's
 * answer, and its words brought over when asked for.
 */
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

/* The year before this one; count 0: there is none, or nothing was answered. */
struct last_year {
	struct last_answer *answers;
	size_t count;
	bool over; /* reported: its answers stay as they are */
};

/* The levels of teams are told when these have finished, in that year too. */
static struct last_answer
read_last_answer(struct arena *arena, const struct rows *rows, size_t row)
{
	enum state state;
	bool known = state_of(row_text(rows, row, "assessment_state"), &state);
	bool province_tier = row_int(rows, row, "province_tier") != 0;
	struct last_answer answer = { .number = (int)row_int(rows, row, "number"),
		.self_level = (int)row_int(rows, row, "self_level"),
		.explanation = kept_text(arena, rows, row, "explanation") };

	if (known && city_disclosed(state))
		answer.city_level = (int)row_int(rows, row, "city_level");
	if (known && province_tier && province_disclosed(state))
		answer.province_level = (int)row_int(rows, row, "province_level");
	answer.final_level = level_final(answer.city_level, answer.province_level, province_tier);
	return answer;
}

static int
read_last_year(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct assessment *assessment = what;
	struct last_year *last = arena_alloc(arena, sizeof(*last));
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_LAST_YEAR,
	    db_int(assessment->region_id), db_int(assessment->year - 1),
	    db_int(assessment->agency_id));

	if (result < 0)
		return result;
	last->answers = arena_array(arena, rows.count + 1, sizeof(*last->answers));
	last->over = true;
	for (size_t row = 0; row < rows.count; row++) {
		last->over = strcmp(row_text(&rows, row, "state"), "reported") == 0;
		if (row_null(&rows, row, "self_level"))
			continue;
		last->answers[last->count++] = read_last_answer(arena, &rows, row);
	}
	*value = last;
	return 0;
}

/*
 * The answer of the year before; NULL where there is none to begin from.  A
 * year that is over changes no more but with its cycle, so under the world's
 * stamp; while it is open still, nothing of it is used twice.  0 or a status.
 */
int
last_answer_find(struct context *context, const struct variable_page *page,
    const struct last_answer **found)
{
	const struct assessment *assessment = &page->assessment;
	struct cache_key key = { .kind = CACHE_LAST_YEAR, .id = assessment->id };
	const struct last_year *last;
	const void *value = NULL;
	int result = kept_of_world(context, key, read_last_year, assessment, &value);

	*found = NULL;
	last = value;
	if (result == 0 && !last->over) {
		result = read_last_year(context, context->arena, assessment, &value);
		last = value;
	}
	if (result != 0)
		return context_status(context, result);
	for (size_t at = 0; at < last->count; at++)
		if (last->answers[at].number == page->number)
			*found = &last->answers[at];
	return 0;
}

void
fill_last_year(struct context *context, const struct variable_page *page,
    const struct last_answer *last)
{
	struct node *node;

	if (last == NULL)
		return;
	node = page_node(&context->page, "Last");
	node_set_int(node, "year", page->assessment.year - 1);
	node_set(node, "self", words_roman(last->self_level));
	node_set(node, "city", words_roman(last->city_level));
	node_set(node, "province", words_roman(last->province_level));
	node_set(node, "final", words_roman(last->final_level));
	node_set(node, "explanation", last->explanation);
}

int
bring_words(struct context *context, const struct variable_page *page, const char **explanation)
{
	const struct last_answer *last;
	int status = last_answer_find(context, page, &last);

	if (status != 0 || last == NULL || *last->explanation == '\0' ||
	    strstr(*explanation, last->explanation) != NULL)
		return status;
	*explanation = **explanation == '\0' ?
	    last->explanation :
	    arena_format(context->arena, "%s\n\n%s", *explanation, last->explanation);
	return 0;
}
