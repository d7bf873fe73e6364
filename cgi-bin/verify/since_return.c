/* SPDX-License-Identifier: ISC */
/*
 * The second round: what the agency has changed since the assessment was
 * returned, so that a team looks at that first and not at everything again.
 */
#include "verify/verify.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

static const char *
level_step(struct context *context, const struct rows *rows, size_t row)
{
	const char *from = words_roman(row_int(rows, row, "from_level"));

	return arena_format(context->arena, "tingkat mandiri %s → %s",
	    *from != '\0' ? from : "belum ada", words_roman(row_int(rows, row, "to_level")));
}

static const char *
link_step(struct context *context, const struct rows *rows, size_t row)
{
	const char *from = row_text(rows, row, "from_value"), *to = row_text(rows, row, "to_value");
	const char *title = row_text(rows, row, "title");

	if (*from == '\0')
		return arena_format(context->arena, "dokumen ditambah: %s", title);
	return *to == '\0' ?
	    arena_format(context->arena, "dokumen dilepas: %s", title) :
	    arena_format(context->arena, "dokumen dialihkan: %s (%s → %s)", title, from, to);
}

static size_t
fill_steps_of(struct context *context, struct node *what, const struct since *since,
    int64_t variable)
{
	bool words = false;
	size_t count = 0;

	for (size_t row = 0; row < since->rows.count; row++) {
		const char *subject = row_text(&since->rows, row, "subject");

		if (row_int(&since->rows, row, "number") != variable)
			continue;
		if (strcmp(subject, "explanation") == 0)
			words = true; /* once, however many sat at them */
		else
			node_set(node_row(what, count++), "text",
			    strcmp(subject, "link") == 0 ? link_step(context, &since->rows, row) :
							   level_step(context, &since->rows, row));
	}
	if (words)
		node_set(node_row(what, count++), "text", "penjelasan atau alasannya diubah");
	return count;
}

/* Another file of a document that was there. */
static size_t
fill_new_files(struct context *context, struct node *what, const struct since *since,
    const struct evidence *evidence, size_t count)
{
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++) {
			const struct evidence_link *link = &evidence->items[at].links[of];

			if (link->revision_number > 1 &&
			    strcmp(link->revised_at, since->returned_at) > 0)
				node_set(node_row(what, count++), "text",
				    arena_format(context->arena, "berkas baru: %s (revisi %lld)",
					link->title, (long long)link->revision_number));
		}
	return count;
}

static void
since_fill_row(struct context *context, struct node *list, size_t *shown, const struct since *since,
    const struct score_row *row)
{
	struct node *node = node_row(list, *shown), *what = node_child(node, "what");
	size_t count = fill_steps_of(context, what, since, row->number);

	count = fill_new_files(context, what, since, row->evidence, count);
	if (count == 0 && *row->return_note == '\0')
		return;
	/* What was named was mended, or it could not have been sent: by a document's words then. */
	if (count == 0)
		node_set(node_row(what, 0), "text",
		    strcmp(row->return_note, opened_beside) == 0 ?
			"tidak ada yang diubah" :
			"keterangan dokumennya");
	node_set_int(node, "number", row->number);
	node_set(node, "name", row->name);
	node_set(node, "note", row->return_note);
	++*shown;
}

int
since_return_read(struct context *context, const struct verification *verification,
    const struct score_sheet *scores, struct since *since)
{
	int64_t id = verification->assessment.id;
	bool noted = false;
	int result;

	*since = (struct since){ .returned_at = NULL };
	for (size_t at = 0; at < scores->count; at++)
		noted |= *scores->rows[at].return_note != '\0';
	if (!noted || verification->assessment.state != tiers[verification->tier].waiting)
		return 0;
	result = db_select(context->db, &since->rows, STATEMENT_VERIFY_SINCE_RETURN, db_int(id),
	    db_int(id));
	since->returned_at = result > 0 ? row_text(&since->rows, 0, "at") : "";
	return context_status(context, result);
}

void
since_return_fill(struct context *context, const struct score_sheet *scores,
    const struct since *since, const struct score_row *only)
{
	struct node *list = page_node(&context->page, "Since");
	size_t shown = 0;

	for (size_t at = 0; since->returned_at != NULL && at < scores->count; at++)
		if (only == NULL || only == &scores->rows[at])
			since_fill_row(context, list, &shown, since, &scores->rows[at]);
}
