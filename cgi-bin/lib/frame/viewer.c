/* SPDX-License-Identifier: ISC */
/*
 * What stands in the frame of a viewer.  Images can do nothing and are given
 * to it as they are.  What could (a PDF) is drawn by a script of ours in a
 * frame that has no origin.
 */
#include "frame/viewer.h"

#include "frame/download.h"
#include "frame/words.h"
#include "base/banned.h"

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
show_in_frame(struct context *context, const struct viewed *viewed, const char *policy,
    const char *view)
{
	struct node *node = page_node(&context->page, "Frame");

	node_set(node, "title", viewed->title);
	node_set(node, "kind", shown_as(viewed->media));
	node_set_int(node, "bytes", viewed->bytes);
	node_set(node, "type_name", words_file_type(viewed->media));
	answer_header(context->request, "Content-Security-Policy", policy);
	answer_header(context->request, "X-Frame-Options", "SAMEORIGIN");
	return context_show(context, view);
}

int
viewer_draw(struct context *context, const struct viewed *viewed)
{
	return *shown_as(viewed->media) == '\0' ?
	    viewer_tell(context, viewed, "upload/note") :
	    show_in_frame(context, viewed, frame_policy, "upload/frame");
}

int
viewer_tell(struct context *context, const struct viewed *viewed, const char *view)
{
	return show_in_frame(context, viewed, note_policy, view);
}
