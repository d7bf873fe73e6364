/* SPDX-License-Identifier: ISC */
/*
 * The head of the agency as a form names them, beside the head that the agency
 * has now.
 */
#include "signing/printed_head.h"

#include <string.h>

#include "document/letterhead.h"
#include "base/banned.h"

static struct printed_head
head_in(const struct block *signatures)
{
	struct printed_head head = { "", "", "" };

	if (signatures->last != NULL && signatures->last->count == 5) {
		head.office = signatures->last->cells[1];
		head.name = signatures->last->cells[2];
		head.nip = signatures->last->cells[4];
	}
	return head;
}

struct printed_head
printed_head_of(const struct document_model *model)
{
	struct printed_head head = { "", "", "" };

	for (const struct block *at = model->blocks; at != NULL; at = at->next)
		if (at->kind == BLOCK_SIGNATURES)
			head = head_in(at);
	return head;
}

int
printed_head_changed(struct context *context, const struct assessment *assessment,
    const struct printed_head *printed, bool *changed)
{
	struct document_model model = { .arena = context->arena };
	struct block *signatures = compose(&model, BLOCK_SIGNATURES, "");
	struct printed_head now;
	struct rows head;
	int result = db_select(context->db, &head, STATEMENT_SIGNOFF_HEAD, db_int(assessment->id));

	*changed = false;
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	letterhead_sign_head(&model, signatures, "", row_text(&head, 0, "head_title"),
	    row_text(&head, 0, "head_name"), row_text(&head, 0, "head_rank"),
	    row_text(&head, 0, "head_nip"));
	now = head_in(signatures);
	*changed = *printed->office != '\0' &&
	    (strcmp(now.office, printed->office) != 0 || strcmp(now.name, printed->name) != 0 ||
		strcmp(now.nip, printed->nip) != 0);
	return 0;
}
