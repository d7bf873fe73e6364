/* SPDX-License-Identifier: ISC */
/*
 * Seen without being saved.  Images can do nothing and are given to a frame
 * as they are.  What could (a PDF) is drawn by a script of ours in a frame
 * that has no origin: it may run, load and send nothing but what the page
 * around it hands in, and what was uploaded reaches it as bytes only.
 */
#include "upload/upload.h"

#include <string.h>

#include "frame/download.h"
#include "frame/words.h"
#include "base/banned.h"

enum { TEXT_CHARACTERS = 40000 };

static const char frame_policy[] =
    "sandbox allow-scripts; "
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self'; img-src blob: data:; font-src blob: data:; "
    "worker-src blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'";

static const char note_policy[] = "sandbox; default-src 'none'; "
				  "style-src 'self'; base-uri 'none'; form-action 'none'; "
				  "frame-ancestors 'self'";

static int
show_in_frame(struct context *context, const struct rows *rows, const char *policy,
    const char *view)
{
	struct node *node = page_node(&context->page, "Frame");

	node_set(node, "title", row_text(rows, 0, "title"));
	node_set(node, "kind", shown_as(row_text(rows, 0, "type")));
	node_set(node, "bytes", row_text(rows, 0, "bytes"));
	node_set(node, "type_name", words_file_type(row_text(rows, 0, "type")));
	answer_header(context->request, "Content-Security-Policy", policy);
	answer_header(context->request, "X-Frame-Options", "SAMEORIGIN");
	return context_show(context, view);
}

/* The beginning of the text that the background run took out of the file. */
static int
show_text(struct context *context, const struct rows *rows)
{
	struct node *node = page_node(&context->page, "Text");
	struct rows text;
	int result = db_select(context->db, &text, STATEMENT_UPLOAD_TEXT, db_int(TEXT_CHARACTERS),
	    db_int(TEXT_CHARACTERS), db_int(context->keys[0]));

	if (result < 0)
		return context_status(context, result);
	if (result > 0) {
		node_set(node, "taken", "1");
		node_set(node, "body", row_text(&text, 0, "body"));
		if (row_int(&text, 0, "machine_read") != 0)
			node_set(node, "machine_read", "1");
		if (row_int(&text, 0, "cut") != 0)
			node_set(node, "cut", "1");
	}
	return show_in_frame(context, rows, note_policy, "upload/text");
}

/* Without scripts: an image as it is, a text, else what to do instead. */
int
view_revision(struct context *context)
{
	struct rows rows;
	int status = revision_find(context, context->keys[0], &rows);
	const char *how;

	if (status != 0)
		return status;
	how = shown_as(row_text(&rows, 0, "type"));
	if (strcmp(how, "image") == 0)
		return revision_send(context, &rows, true);
	if (strcmp(how, "text") == 0)
		return show_text(context, &rows);
	return show_in_frame(context, &rows, note_policy, "upload/note");
}

int
frame_revision(struct context *context)
{
	struct rows rows;
	int status = revision_find(context, context->keys[0], &rows);
	const char *how;

	if (status != 0)
		return status;
	how = shown_as(row_text(&rows, 0, "type"));
	if (strcmp(how, "text") == 0)
		return show_text(context, &rows);
	if (*how == '\0')
		return show_in_frame(context, &rows, note_policy, "upload/note");
	return show_in_frame(context, &rows, frame_policy, "upload/frame");
}
