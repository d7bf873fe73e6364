/* SPDX-License-Identifier: ISC */
/*
 * A paper becomes evidence with one press: its file a document of the agency's library,
 * looked into and measured as any other, and put under the criterion that was pressed.
 * The same paper again is the same document; one that says something else by now is its
 * next revision.
 */
#include "activity/activity.h"

#include <string.h>

#include "activity/likely.h"
#include "assessment/placing.h"
#include "document/paper_evidence.h"
#include "frame/words.h"
#include "base/banned.h"

enum { QUERY_ALL };
const struct field evidence_query[] = {
	[QUERY_ALL] = { "all", FIELD_FLAG, "Semua kriteria" },
	{ .name = NULL },
};

enum { EVIDENCE_ITEM };
const struct field evidence_fields[] = {
	[EVIDENCE_ITEM] = { "item", FIELD_NUMBER, "Kriteria", true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

struct evidence_choice {
	enum paper paper;
	struct activity activity;
	struct assessment assessment;
	struct rows items;
};

static int
find_paper(struct context *context, struct evidence_choice *choice)
{
	const char *lacks;
	int status = activity_find(context, &choice->activity);

	choice->paper = paper_named(context->words[0]);
	if (status == 0 &&
	    (choice->paper == PAPERS || !paper_suits(choice->paper, &choice->activity)))
		status = 404;
	if (status != 0)
		return status;
	lacks = paper_lacks(choice->paper, &choice->activity);
	return lacks == NULL ?
	    assessment_current(context, &choice->assessment) :
	    context_refuse(context, 409, "%s", lacks);
}

static int
read_choice(struct context *context, struct evidence_choice *choice)
{
	int status = find_paper(context, choice);

	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, &choice->items, STATEMENT_ACTIVITY_ITEMS,
		    db_int(choice->assessment.id)));
}

static void
fill_item(struct node *node, const struct rows *items, size_t row)
{
	fill_row(node, items, row);
	node_set(node, "level", words_roman(row_int(items, row, "level")));
}

/* The likely ones first; all of them where they are asked for, or where none is likely. */
static void
evidence_fill_choice(struct context *context, const struct evidence_choice *choice)
{
	const struct rows *items = &choice->items;
	struct node *likely = page_node(&context->page, "Likely");
	struct node *others = page_node(&context->page, "Others");
	size_t rows[LIKELY_MAX], count, shown = 0;
	bool returned = choice->assessment.state == STATE_RETURNED;

	count = likely_items(items, choice->paper, choice->activity.kind, returned, rows);
	for (size_t at = 0; at < count; at++)
		fill_item(node_row(likely, at), items, rows[at]);
	if (count > 0 && *form_text(&context->form, QUERY_ALL) == '\0')
		return;
	page_set(&context->page, "All", "1");
	for (size_t row = 0; row < items->count; row++)
		if (!returned || row_int(items, row, "needs_correction") != 0)
			fill_item(node_row(others, shown++), items, row);
}

static int
show_choice(struct context *context, const struct evidence_choice *choice)
{
	struct node *node = page_node(&context->page, "Paper");

	activity_fill(context, &choice->activity);
	page_set_int(&context->page, "Year", choice->assessment.year);
	node_set(node, "word", paper_word(choice->paper));
	node_set(node, "title", paper_title(choice->paper));
	evidence_fill_choice(context, choice);
	return context_show(context, "activity/evidence");
}

int
show_evidence_choice(struct context *context)
{
	struct evidence_choice choice;
	int status = read_choice(context, &choice);

	return status != 0 ? status : show_choice(context, &choice);
}

/* ---- made evidence --------------------------------------------------------------- */

static int
find_made(struct context *context, const void *of, struct paper_before *before)
{
	const struct evidence_choice *choice = of;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ACTIVITY_PAPER_DOCUMENT,
	    db_int(choice->activity.id), db_text(paper_word(choice->paper)));

	if (result <= 0)
		return result;
	*before = paper_before_of(&rows);
	return 0;
}

static int
keep_made(struct context *context, const void *of, int64_t document_id)
{
	const struct evidence_choice *choice = of;
	const char *word = paper_word(choice->paper);
	int result = db_run(context->db, STATEMENT_ACTIVITY_PAPER_FREE, db_int(choice->activity.id),
	    db_text(word));

	if (result >= 0)
		result = db_run(context->db, STATEMENT_ACTIVITY_DOCUMENT_ADD, db_text(word),
		    db_int(choice->activity.id), db_int(document_id));
	/* It may belong to the activity already. */
	return result < 0 && result != DB_DUPLICATE ? result : 0;
}

int
make_evidence(struct context *context)
{
	struct evidence_choice choice;
	const struct activity *activity = &choice.activity;
	struct document_model model;
	int status = find_paper(context, &choice);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = paper_make(context, choice.paper, activity, &model);
	if (status != 0)
		return status;
	return paper_evidence_make(context,
	    &(struct paper_evidence){
		.title = paper_name_of(context->arena, choice.paper, activity),
		.kind = paper_kind(choice.paper),
		.file_name = paper_file(context->arena, choice.paper, activity),
		.from = activity->starts_on,
		.until = activity->ends_on,
		.of = &choice,
		.find = find_made,
		.keep = keep_made },
	    &model, &choice.assessment, EVIDENCE_ITEM);
}
