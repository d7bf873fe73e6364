/* SPDX-License-Identifier: ISC */
/*
 * The head of the agency as a form names them, beside the head that the agency
 * has now.
 */
#include "signing/printed_head.h"

#include <string.h>

#include "document/issued.h"
#include "document/letterhead.h"
#include "base/banned.h"

/* An office may have "Mengetahui," above it. */
static struct printed_head
head_of(const struct row *row)
{
	const char *line = strrchr(row->cells[1], '\n');

	return (struct printed_head){ line != NULL ? line + 1 : row->cells[1], row->cells[2],
		row->cells[4] };
}

struct printed_head
printed_head_of(const struct document_model *model)
{
	struct printed_head head = { "", "", "" };

	for (const struct block *at = model->blocks; at != NULL; at = at->next)
		if (at->kind == BLOCK_SIGNATURES && at->last != NULL && at->last->count == 5)
			head = head_of(at->last);
	return head;
}

static bool
same_head(const struct printed_head *one, const struct printed_head *other)
{
	return strcmp(one->office, other->office) == 0 && strcmp(one->name, other->name) == 0 &&
	    strcmp(one->nip, other->nip) == 0;
}

/* Is that head among those who sign, or does nobody sign at all? */
static bool
is_printed(const struct document_model *model, const struct printed_head *now)
{
	bool any = false;

	for (const struct block *at = model->blocks; at != NULL; at = at->next) {
		if (at->kind != BLOCK_SIGNATURES)
			continue;
		for (const struct row *row = at->rows; row != NULL; row = row->next) {
			struct printed_head head;

			if (row->count != 5)
				continue;
			head = head_of(row);
			if (same_head(&head, now))
				return true;
			any = true;
		}
	}
	return !any;
}

/* Would a paper that is printed now name another head than this one does? */
static bool
names_another(struct context *context, const struct document_model *printed,
    const struct rows *head)
{
	struct document_model model = { .arena = context->arena };
	struct block *signatures = compose(&model, BLOCK_SIGNATURES, "");
	struct printed_head now;

	letterhead_sign_head(&model, signatures, "", row_text(head, 0, "head_title"),
	    row_text(head, 0, "head_name"), row_text(head, 0, "head_rank"),
	    row_text(head, 0, "head_nip"));
	now = head_of(signatures->last);
	return !is_printed(printed, &now);
}

int
printed_head_changed(struct context *context, int64_t assessment_id,
    const struct document_model *printed, bool *changed)
{
	struct rows head;
	int result = db_select(context->db, &head, STATEMENT_SIGNOFF_HEAD, db_int(assessment_id));

	*changed = false;
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*changed = names_another(context, printed, &head);
	return 0;
}

int
printed_letter_head_changed(struct context *context, int64_t agency_id, int32_t today,
    const struct document_model *printed, bool *changed)
{
	struct rows head;
	char day[DAY_TEXT];
	int result = db_select(context->db, &head, STATEMENT_AGENCY_HEAD_ON,
	    db_text(day_format(day, today)), db_int(agency_id));

	*changed = false;
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*changed = names_another(context, printed, &head);
	return 0;
}

int
printed_form_outdated(struct context *context, int64_t assessment_id, bool *outdated)
{
	struct document_model model;
	struct issued_document form;
	int status = issued_of(context, assessment_id, "form", &form);

	*outdated = false;
	if (status != 0)
		return status == 404 ? 0 : status;
	if (*form.ended != '\0' || !model_read(context->arena, form.content, &model))
		return 0;
	return printed_head_changed(context, assessment_id, &model, outdated);
}
