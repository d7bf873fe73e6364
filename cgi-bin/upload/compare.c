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

/* One revision of the two, as a column; false when there is none such. */
static bool
compare_fill_side(struct context *context, const struct document *document, const char *name,
    const struct rows *rows, int64_t number)
{
	struct node *node = page_node(&context->page, name);

	for (size_t row = 0; row < rows->count; row++) {
		struct file_check checked;

		if (row_int(rows, row, "number") != number)
			continue;
		fill_row(node, rows, row);
		file_check_read(rows, row, &checked);
		file_check_fill(context, node, &checked);
		node_set(node, "size", words_bytes(context->arena, row_int(rows, row, "bytes")));
		node_set(node, "type", words_file_type(row_text(rows, row, "type")));
		node_set(node, "created_at",
		    words_time(context->arena, row_text(rows, row, "created_at"), document->zone));
		return true;
	}
	return false;
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
load_text(struct context *context, const struct document *document, int64_t number,
    const char **text, bool *whole)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_REVISION_TEXT,
	    db_int(document->agency_id), db_int(document->id), db_int(number));

	*text = NULL;
	if (result != 1)
		return result < 0 ? context_status(context, result) : 0;
	if (!row_null(&rows, 0, "body"))
		*text = row_text(&rows, 0, "body");
	if (row_int(&rows, 0, "cut") != 0)
		*whole = false;
	return 0;
}

static int
compare_fill_texts(struct context *context, const struct document *document, int64_t old,
    int64_t new)
{
	const char *before, *after;
	bool whole = true;
	struct diff diff;
	int status = load_text(context, document, old, &before, &whole);

	if (status == 0)
		status = load_text(context, document, new, &after, &whole);
	if (status != 0 || before == NULL || after == NULL)
		return status;
	diff_lines(&diff, context->arena, before, after, LINES_MAX);
	page_set(&context->page, "Texts.known", "1");
	if (!whole)
		page_set(&context->page, "Texts.partly", "1");
	if (diff.removed + diff.added > 0)
		page_set(&context->page, "Texts.differ", "1");
	compare_fill_lines(context, &diff);
	return 0;
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

/* Without numbers: the newest beside the one before. */
int
show_compare(struct context *context)
{
	const struct form *form = &context->form;
	struct document document;
	int64_t old, new;
	struct rows rows;
	int result, status = document_find(context, context->keys[0], &document);

	if (status == 0 && !form_ok(form))
		status = 404;
	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_UPLOAD_REVISIONS, db_int(document.id));
	if (result < 0)
		return context_status(context, result);
	new = form_number(form, COMPARE_NEW) != 0 ?
	    form_number(form, COMPARE_NEW) :
	    document.revision_number;
	old = form_number(form, COMPARE_OLD) != 0 ? form_number(form, COMPARE_OLD) : new - 1;
	if (!compare_fill_side(context, &document, "Old", &rows, old) ||
	    !compare_fill_side(context, &document, "New", &rows, new))
		return 404;
	page_set_int(&context->page, "Document.id", document.id);
	page_set(&context->page, "Document.title", document.title);
	fill_numbers(context, &rows);
	status = compare_fill_texts(context, &document, old, new);
	return status != 0 ? status : context_show(context, "upload/compare");
}
