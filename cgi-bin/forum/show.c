/* SPDX-License-Identifier: ISC */
/*
 * One public consultation as its officials see it: what is to be done next, what is asked,
 * what may be read with it.
 */
#include "forum/forum.h"

#include <string.h>

#include "frame/words.h"
#include "guest/place.h"
#include "base/banned.h"

struct hearing_page {
	struct hearing hearing;
	struct rows questions, documents, near, area;
};

static int
read_hearing_page(struct context *context, struct hearing_page *page)
{
	int status = hearing_find_read(context, &page->hearing), result;
	int64_t id = page->hearing.id;

	if (status != 0)
		return status;
	result = db_select(context->db, &page->questions, STATEMENT_FORUM_QUESTIONS, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->documents, STATEMENT_FORUM_DOCUMENTS,
		    db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->area, STATEMENT_FORUM_AREA, db_int(id));
	if (result >= 0 && context_may(context, ROLE_OPERATOR))
		result = db_select(context->db, &page->near, STATEMENT_FORUM_DOCUMENTS_NEAR,
		    db_int(context->actor.agency_id), db_int(id));
	return context_status(context, result);
}

static void
fill_reading(struct context *context, const struct hearing_page *page)
{
	struct node *list = page_node(&context->page, "Documents");
	struct node *near = page_node(&context->page, "Near");

	for (size_t row = 0; row < page->documents.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &page->documents, row);
		node_set(node, "kind_name", words_kind(row_text(&page->documents, row, "kind")));
	}
	for (size_t row = 0; row < page->near.count; row++) {
		node_set(node_row(near, row), "value", row_text(&page->near, row, "id"));
		node_set(node_row(near, row), "label", row_text(&page->near, row, "title"));
	}
}

static void
fill_area(struct context *context, const struct rows *area)
{
	struct node *list = page_node(&context->page, "Area");

	for (size_t row = 0; row < area->count; row++)
		node_set(node_row(list, row), "name",
		    place_words(context->arena, row_text(area, row, "district"),
			row_text(area, row, "village")));
}

static int
show_hearing_page(struct context *context, const struct hearing_page *page)
{
	struct node *kinds = page_node(&context->page, "Kinds");

	hearing_fill(context, &page->hearing);
	questions_fill(context, &page->questions);
	fill_reading(context, page);
	fill_area(context, &page->area);
	node_set(node_row(kinds, 0), "value", "text");
	node_set(node_row(kinds, 0), "label", "Jawaban bebas");
	node_set(node_row(kinds, 1), "value", "choice");
	node_set(node_row(kinds, 1), "label", "Pilihan");
	return form_ok(&context->form) ?
	    context_show(context, "forum/hearing") :
	    context_show_errors(context, "forum/hearing");
}

int
show_hearing(struct context *context)
{
	struct hearing_page page = { .hearing = { 0 } };
	int status = read_hearing_page(context, &page);

	return status != 0 ? status : show_hearing_page(context, &page);
}
