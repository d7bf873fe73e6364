/* SPDX-License-Identifier: ISC */
/*
 * Two revisions of a document side by side, with what changed in their text
 * where that is known: what did the agency mend since the team said no?
 */
#include "upload/upload.h"

#include <string.h>

#include "base/diff.h"
#include "assessment/file_check.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LINES_MAX = 400 }; /* of differences on one page */

enum { COMPARE_OLD, COMPARE_NEW };

const struct field compare_fields[] = {
	[COMPARE_OLD] = { .name = "old",
	    .kind = FIELD_NUMBER,
	    .label = "Revisi pertama",
	    .min = 1,
	    .max = UINT16_MAX },
	[COMPARE_NEW] = { .name = "new",
	    .kind = FIELD_NUMBER,
	    .label = "Revisi kedua",
	    .min = 1,
	    .max = UINT16_MAX },
	{ .name = NULL },
};

/* What the page shows: two revisions of all, and what each of them says. */
struct comparison {
	struct document document;
	struct rows revisions;
	size_t old, new;            /* rows of the two */
	const char *before, *after; /* their texts; NULL: not known */
	bool whole;                 /* neither text is cut */
};

/* The row of a revision; the number of rows when there is none such. */
static size_t
row_of(const struct rows *revisions, int64_t number)
{
	size_t row = 0;

	while (row < revisions->count && row_int(revisions, row, "number") != number)
		row++;
	return row;
}

/* Without numbers: the newest beside the one before.  False for one that there
 * is not. */
static bool
choose_revisions(struct comparison *comparison, int64_t old, int64_t new)
{
	const struct rows *revisions = &comparison->revisions;

	if (new == 0)
		new = comparison->document.revision_number;
	comparison->new = row_of(revisions, new);
	comparison->old = row_of(revisions, old != 0 ? old : new - 1);
	return comparison->old < revisions->count && comparison->new < revisions->count;
}

/* One revision of the two, as a column. */
static void
compare_fill_side(struct context *context, const struct comparison *comparison, const char *name,
    size_t row)
{
	const struct rows *rows = &comparison->revisions;
	struct node *node = page_node(&context->page, name);
	struct file_check checked;

	fill_row(node, rows, row);
	file_check_read(rows, row, &checked);
	file_check_fill(context, node, &checked);
	node_set(node, "size", words_bytes(context->arena, row_int(rows, row, "bytes")));
	node_set(node, "type", words_file_type(row_text(rows, row, "type")));
	node_set(node, "created_at",
	    words_time(context->arena, row_text(rows, row, "created_at"),
		comparison->document.zone));
}

static void
compare_fill_lines(struct context *context, const struct diff *diff)
{
	static const char *const kinds[] = { [DIFF_SAME] = "same",
		[DIFF_REMOVED] = "removed",
		[DIFF_ADDED] = "added",
		[DIFF_GAP] = "gap" };
	struct node *texts = page_node(&context->page, "Texts");
	struct node *list = node_child(texts, "lines");

	for (size_t at = 0; at < diff->count; at++) {
		const struct diff_line *line = &diff->lines[at];
		struct node *node = node_row(list, at);

		node_set(node, "kind", kinds[line->kind]);
		if (line->kind == DIFF_GAP)
			node_set_int(node, "skipped", (int64_t)line->skipped);
		else
			node_set(node, "text",
			    arena_copy(context->arena, line->text, line->length));
	}
	node_set_int(node_child(texts, "counts"), "removed", (int64_t)diff->removed);
	node_set_int(node_child(texts, "counts"), "added", (int64_t)diff->added);
	if (diff->rough)
		node_set(texts, "rough", "1");
	if (diff->cut)
		node_set(texts, "cut", "1");
}

/* What one revision says; NULL when that is not known. */
static int
load_text(struct context *context, struct comparison *comparison, size_t row, const char **text)
{
	const struct document *document = &comparison->document;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_REVISION_TEXT,
	    db_int(document->agency_id), db_int(document->id),
	    db_int(row_int(&comparison->revisions, row, "number")));

	*text = NULL;
	if (result != 1)
		return result < 0 ? context_status(context, result) : 0;
	if (!row_null(&rows, 0, "body"))
		*text = row_text(&rows, 0, "body");
	if (row_int(&rows, 0, "cut") != 0)
		comparison->whole = false;
	return 0;
}

static int
compare_read(struct context *context, struct comparison *comparison)
{
	const struct form *form = &context->form;
	int status = document_find(context, context->keys[0], &comparison->document);

	comparison->whole = true;
	if (status == 0 && !form_ok(form))
		status = 404;
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &comparison->revisions, STATEMENT_UPLOAD_REVISIONS,
			db_int(comparison->document.id)));
	if (status == 0 &&
	    !choose_revisions(comparison, form_number(form, COMPARE_OLD),
		form_number(form, COMPARE_NEW)))
		status = 404;
	if (status == 0)
		status = load_text(context, comparison, comparison->old, &comparison->before);
	return status != 0 ?
	    status :
	    load_text(context, comparison, comparison->new, &comparison->after);
}

static void
compare_fill_texts(struct context *context, const struct comparison *comparison)
{
	struct diff diff;

	if (comparison->before == NULL || comparison->after == NULL)
		return;
	diff_lines(&diff, context->arena, comparison->before, comparison->after, LINES_MAX);
	page_set(&context->page, "Texts.known", "1");
	if (!comparison->whole)
		page_set(&context->page, "Texts.partly", "1");
	if (diff.removed + diff.added > 0)
		page_set(&context->page, "Texts.differ", "1");
	compare_fill_lines(context, &diff);
}

static void
fill_numbers(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Numbers");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "value", row_text(rows, row, "number"));
		node_set(node, "label",
		    arena_format(context->arena, "Revisi %s", row_text(rows, row, "number")));
	}
}

static int
compare_show(struct context *context, const struct comparison *comparison)
{
	compare_fill_side(context, comparison, "Old", comparison->old);
	compare_fill_side(context, comparison, "New", comparison->new);
	page_set_int(&context->page, "Document.id", comparison->document.id);
	page_set(&context->page, "Document.title", comparison->document.title);
	fill_numbers(context, &comparison->revisions);
	compare_fill_texts(context, comparison);
	return context_show(context, "upload/compare");
}

int
show_compare(struct context *context)
{
	struct comparison comparison;
	int status = compare_read(context, &comparison);

	return status != 0 ? status : compare_show(context, &comparison);
}
