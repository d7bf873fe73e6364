/* SPDX-License-Identifier: ISC */
/*
 * Evidence seen without being saved: drawn in a frame without an origin, an
 * image as it is, or the text that was taken out of an office file.
 */
#include "upload/upload.h"

#include <string.h>

#include "frame/download.h"
#include "frame/viewer.h"
#include "base/banned.h"

enum { TEXT_CHARACTERS = 40000 };

static struct viewed
viewed_of(const struct rows *rows)
{
	return (struct viewed){ row_text(rows, 0, "title"), row_text(rows, 0, "type"),
		row_int(rows, 0, "bytes") };
}

/* The beginning of the text that the background run took out of the file; no row
 * while it has not. */
static int
viewer_read_text(struct context *context, struct rows *text)
{
	return context_status(context,
	    db_select(context->db, text, STATEMENT_UPLOAD_TEXT, db_int(TEXT_CHARACTERS),
		db_int(TEXT_CHARACTERS), db_int(context->keys[0])));
}

static int
show_text(struct context *context, const struct rows *rows, const struct rows *text)
{
	struct node *node = page_node(&context->page, "Text");
	struct viewed viewed = viewed_of(rows);

	if (text->count > 0) {
		context_takes_out(context, "download", 0, row_int(rows, 0, "agency_id"),
		    arena_format(context->arena, "%s, revisi %lld (teks)",
			row_text(rows, 0, "title"), (long long)row_int(rows, 0, "number")));
		node_set(node, "taken", "1");
		node_set(node, "body", row_text(text, 0, "body"));
		if (row_int(text, 0, "machine_read") != 0)
			node_set(node, "machine_read", "1");
		if (row_int(text, 0, "cut") != 0)
			node_set(node, "cut", "1");
	}
	return viewer_tell(context, &viewed, "upload/text");
}

static int
view_text(struct context *context, const struct rows *rows)
{
	struct rows text;
	int status = viewer_read_text(context, &text);

	return status != 0 ? status : show_text(context, rows, &text);
}

/* A window of its own, which somebody opened by the address or in a new tab: a page with
 * the viewer in it, for what a script draws. */
static int
show_alone(struct context *context, const struct rows *rows, const struct viewed *viewed)
{
	struct node *node = page_node(&context->page, "View");

	node_set(node, "title", viewed->title);
	node_set(node, "kind", shown_as(viewed->media));
	node_set_int(node, "revision", context->keys[0]);
	node_set(node, "alone", "1");
	node_set_int(node, "document", row_int(rows, 0, "document_id"));
	node_set_int(node, "number", row_int(rows, 0, "number"));
	return context_show(context, "upload/view");
}

/* In a frame without scripts: an image as it is, a text, else what to do instead. */
int
view_revision(struct context *context)
{
	struct viewed viewed;
	struct rows rows;
	int status = revision_find(context, context->keys[0], &rows);
	const char *how;

	if (status != 0)
		return status;
	viewed = viewed_of(&rows);
	how = shown_as(viewed.media);
	answer_header(context->request, "Vary", "Sec-Fetch-Dest");
	if (strcmp(how, "pdf") == 0 && strcmp(context->request->fetch_dest, "document") == 0)
		return show_alone(context, &rows, &viewed);
	if (strcmp(how, "image") == 0)
		return revision_send(context, &rows, true);
	if (strcmp(how, "text") == 0)
		return view_text(context, &rows);
	return viewer_tell(context, &viewed, "upload/note");
}

int
frame_revision(struct context *context)
{
	struct viewed viewed;
	struct rows rows;
	int status = revision_find(context, context->keys[0], &rows);

	if (status != 0)
		return status;
	viewed = viewed_of(&rows);
	return strcmp(shown_as(viewed.media), "text") == 0 ?
	    view_text(context, &rows) :
	    viewer_draw(context, &viewed);
}
