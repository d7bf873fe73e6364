/* SPDX-License-Identifier: ISC */
/*
 * How many said what, and from where: what is published of it tells nothing of one person.
 */
#include "forum/forum.h"

#include "frame/kept.h"
#include "guest/place.h"
#include "base/banned.h"

size_t
places_counted(struct arena *arena, const struct rows *by_village, int64_t threshold,
    struct place_count *counted)
{
	int64_t others = 0, whole = 0;
	size_t shown = 0;

	/* They come the largest first. */
	for (size_t row = 0; row < by_village->count; row++) {
		int64_t count = row_int(by_village, row, "opinions");
		const char *name = place_words(arena, row_text(by_village, row, "district"),
		    row_text(by_village, row, "village"));

		whole += count;
		if (count < threshold)
			others += count;
		else
			counted[shown++] = (struct place_count){
				.name = *name != '\0' ? name : "Tidak menyebut tempat",
				.count = count
			};
	}
	if (whole < threshold)
		return 0;
	while (others > 0 && others < threshold && shown > 0)
		others += counted[--shown].count;
	if (others > 0)
		counted[shown++] = (struct place_count){ .name = shown > 0 ?
			    "Tempat lain bersama-sama" :
			    "Semua tempat bersama-sama",
			.count = others };
	return shown;
}

int
hearing_result_read(struct context *context, int64_t id, struct hearing_result *result)
{
	struct rows left;
	int error = kept_setting_number(context, SETTING_ANONYMITY_THRESHOLD, &result->threshold);

	if (error >= 0)
		error = db_select(context->db, &left, STATEMENT_FORUM_LEFT, db_int(id));
	if (error >= 0)
		error = db_select(context->db, &result->villages, STATEMENT_FORUM_BY_VILLAGE,
		    db_int(id));
	if (error >= 0)
		error = db_select(context->db, &result->themes, STATEMENT_FORUM_BY_THEME,
		    db_int(id));
	if (error >= 0)
		error = db_select(context->db, &result->decisions, STATEMENT_FORUM_BY_DECISION,
		    db_int(id));
	if (error >= 0)
		error = db_select(context->db, &result->choices, STATEMENT_FORUM_BY_CHOICE,
		    db_int(id));
	if (error < 0)
		return context_status(context, error);
	result->opinions = row_int(&left, 0, "opinions");
	return 0;
}

void
hearing_result_fill(struct context *context, const struct hearing_result *result)
{
	struct place_count *counted = arena_array(context->arena, result->villages.count + 1,
	    sizeof(*counted));
	struct node *places = page_node(&context->page, "ByPlace");
	struct node *decisions = page_node(&context->page, "ByDecision");
	size_t count = places_counted(context->arena, &result->villages, result->threshold,
	    counted);

	page_set_int(&context->page, "Result.opinions", result->opinions);
	page_set_int(&context->page, "Result.threshold", result->threshold);
	for (size_t at = 0; at < count; at++) {
		node_set(node_row(places, at), "name", counted[at].name);
		node_set_int(node_row(places, at), "opinions", counted[at].count);
	}
	for (size_t row = 0; row < result->decisions.count; row++) {
		struct node *node = node_row(decisions, row);

		node_set(node, "name",
		    decision_name(row_text(&result->decisions, row, "decision")));
		node_set(node, "opinions", row_text(&result->decisions, row, "opinions"));
	}
	fill_rows(page_node(&context->page, "ByTheme"), &result->themes);
	if (result->opinions >= result->threshold)
		fill_rows(page_node(&context->page, "ByChoice"), &result->choices);
}
