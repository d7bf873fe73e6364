/* SPDX-License-Identifier: ISC */
/*
 * What an instrument of any kind says, on the page before it is stored and on its own.
 */
#include "cycle/instrument.h"
#include "assessment/scaled.h"
#include "base/banned.h"

static void
fill_scales(struct context *context, const struct scaled *scaled)
{
	struct node *list = page_node(&context->page, "Scales");

	for (size_t at = 0; at < scaled->scale_count; at++) {
		const struct scale *scale = &scaled->scales[at];
		struct node *node = node_row(list, at);

		node_set(node, "code", scale->code);
		for (size_t level = 0; level < scale->count; level++) {
			struct node *word = node_row(node_child(node, "words"), level);

			node_set(word, "word", scale->words[level].word);
			node_set(word, "points",
			    scaled_number(context->arena, scale->words[level].points, 0));
		}
	}
}

static void
fill_scaled_variables(struct context *context, const struct scaled *scaled)
{
	struct node *list = page_node(&context->page, "Scaled");

	for (size_t at = 0; at < scaled->count; at++) {
		const struct scaled_variable *one = &scaled->variables[at];
		struct node *node = node_row(list, at);

		node_set_int(node, "number", one->number);
		node_set(node, "name", one->name);
		node_set(node, "hint", one->hint);
		node_set(node, "outer", one->outer);
		node_set(node, "inner", one->inner);
		node_set(node, "scale", one->scale != NULL ? one->scale->code : "");
		if (one->if_number > 0)
			node_set(node, "asked",
			    arena_format(context->arena, "bila variabel %d paling sedikit “%s”",
				one->if_number,
				scaled_word(&scaled->variables[one->if_number - 1],
				    one->if_level)));
	}
}

void
scaled_fill(struct context *context, const struct scaled *scaled)
{
	struct page *page = &context->page;

	page_set(page, "Rules.scoring", scoring_words(scaled->scoring));
	page_set(page, "Rules.rounding", rounding_words(scaled->rounding));
	page_set_int(page, "Rules.decimals", scaled->decimals);
	page_set_int(page, "Rules.count", (int64_t)scaled->count);
	page_set(page, "Rules.outer", scaled->labels[SCALED_OUTER]);
	page_set(page, "Rules.inner", scaled->labels[SCALED_INNER]);
	page_set(page, "Rules.item", scaled->labels[SCALED_ITEM]);
	if (scaled->scoring != SCORING_NONE)
		page_set(page, "Rules.scored", "1");
	fill_scales(context, scaled);
	fill_scaled_variables(context, scaled);
	for (size_t at = 0; at < scaled->class_count; at++) {
		struct node *node = node_row(page_node(page, "Classes"), at);

		node_set(node, "name", scaled->classes[at].name);
		node_set(node, "least",
		    scaled_number(context->arena, scaled->classes[at].least, 0));
	}
}
