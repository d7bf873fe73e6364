/* SPDX-License-Identifier: ISC */
/*
 * Documents are put under criteria: the criterion as the caller may see it, whether links of
 * its assessment may be changed, and the link, with its row of history; a promise that waits
 * there is kept along with it.
 */
#include "assessment/placing.h"

#include "assessment/mend.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

void
criterion_read(struct arena *arena, const struct rows *rows, struct criterion_at *criterion)
{
	criterion->item_id = row_int(rows, 0, "item_id");
	criterion->variable = row_int(rows, 0, "variable");
	criterion->level = row_int(rows, 0, "level");
	criterion->position = row_int(rows, 0, "position");
	criterion->compulsory = row_int(rows, 0, "compulsory") != 0;
	criterion->needs_correction = row_int(rows, 0, "needs_correction") != 0;
	criterion->title = row_text(rows, 0, "title");
	criterion->variable_name = row_text(rows, 0, "variable_name");
	criterion->code = arena_format(arena, "%lld/%s/%lld", (long long)criterion->variable,
	    words_roman(criterion->level), (long long)criterion->position);
}

int
criterion_find(struct context *context, const struct assessment *assessment, int64_t item_id,
    struct criterion_at *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_CRITERION,
	    db_int(assessment->id), db_int(item_id), db_int(assessment->instrument_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	criterion_read(context->arena, &rows, found);
	return 0;
}

void
criterion_fill(struct context *context, const struct criterion_at *criterion)
{
	struct node *node = page_node(&context->page, "Criterion");

	node_set_int(node, "id", criterion->item_id);
	node_set_int(node, "variable", criterion->variable);
	node_set(node, "variable_name", criterion->variable_name);
	node_set(node, "level", words_roman(criterion->level));
	node_set(node, "title", criterion->title);
	if (criterion->compulsory)
		node_set(node, "required", "1");
}

int
criterion_go_back(struct context *context, const struct assessment *assessment,
    const struct criterion_at *criterion)
{
	return context_redirect(context,
	    "/questionnaire/%lld/%lld?done=linked&level=%lld#documents-%lld",
	    (long long)assessment->id, (long long)criterion->variable, (long long)criterion->level,
	    (long long)criterion->level);
}

static enum action
action_of_role(enum role role)
{
	return role == ROLE_VERIFIER ? ACTION_VERIFY :
	    role == ROLE_VALIDATOR   ? ACTION_VALIDATE :
				       ACTION_SAVE;
}

/* But for the variables of a return. */
static int
links_open(struct context *context, const struct assessment *assessment)
{
	int status = 0;

	if (assessment_may(context, assessment, action_of_role(context->actor.role), &status) ==
	    NULL)
		return status;
	if (!assessment->cycle_open)
		return context_refuse(context, 409,
		    "Periode penilaian %lld sudah "
		    "ditutup, sehingga tautan dokumennya tidak dapat diubah "
		    "lagi.",
		    (long long)assessment->year);
	return 0;
}

int
criterion_open(struct context *context, const struct assessment *assessment, bool needs_correction)
{
	int status = links_open(context, assessment);

	if (status != 0 || assessment->state != STATE_RETURNED || needs_correction)
		return status;
	return context_refuse(context, 409,
	    "Penilaian ini dikembalikan untuk "
	    "memperbaiki variabel tertentu saja, dan variabel ini tidak "
	    "termasuk. Dokumennya tidak dapat diubah sekarang.");
}

int
assessment_current(struct context *context, struct assessment *found)
{
	struct rows rows;
	int result = kept_select(context, &rows, STATEMENT_UPLOAD_ASSESSMENTS,
	    db_int(context->actor.agency_id));
	int status = 409;

	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		return context_refuse(context, 409,
		    "Belum ada periode penilaian "
		    "yang dibuka, sehingga dokumen belum dapat ditautkan ke "
		    "kriteria.");
	for (size_t row = rows.count; row-- > 0 && status != 0;) {
		status = assessment_find(context, row_int(&rows, row, "id"), found);
		if (status == 0)
			status = links_open(context, found);
	}
	return status;
}

int
links_begin(struct context *context, const struct assessment *assessment)
{
	const struct move *begins;
	int result = assessment_hold_open(context, assessment);

	if (result != 0)
		return result;
	begins = workflow_move(assessment->state, ACTION_SAVE, context->actor.role,
	    assessment->province_tier);
	if (begins == NULL || begins->from == begins->to)
		return 0;
	return assessment_move(context, assessment, begins, NULL);
}
int
pending_linked(struct context *context, const struct assessment *assessment,
    const struct criterion_at *criterion, int64_t link_id)
{
	struct rows rows;
	int64_t id;
	int result = db_select(context->db, &rows, STATEMENT_PENDING_UNDER, db_int(assessment->id),
	    db_int(criterion->item_id));

	/* Of several, only a person knows which one it is. */
	if (result != 1)
		return result < 0 ? result : 0;
	id = row_int(&rows, 0, "id");
	result = db_run(context->db, STATEMENT_PENDING_KEEP, db_int(link_id), db_int(id),
	    db_int(row_int(&rows, 0, "version")), db_int(link_id));
	if (result <= 0)
		return result;
	return assessment_change(context, assessment, "promise", criterion->variable, id,
	    row_text(&rows, 0, "title"), "dipenuhi: dokumennya sudah ditautkan", NULL);
}

int
pending_unlinked(struct context *context, const struct assessment *assessment,
    const struct criterion_at *criterion, int64_t link_id)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PENDING_KEPT_BY, db_int(link_id));

	if (result <= 0)
		return result;
	result = db_run(context->db, STATEMENT_PENDING_REOPEN, db_int(link_id));
	for (size_t row = 0; row < rows.count && result >= 0; row++)
		result = assessment_change(context, assessment, "promise", criterion->variable,
		    row_int(&rows, row, "id"), "dipenuhi", row_text(&rows, row, "title"),
		    "Tautan dokumennya dilepas atau dipindahkan.");
	return result < 0 ? result : 0;
}
int
link_place(struct context *context, const struct assessment *assessment, int64_t item_id,
    int64_t document_id, bool moving, int64_t *id, bool *fresh)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_LINK_AT, db_int(assessment->id),
	    db_int(item_id), db_int(document_id));

	*fresh = false;
	if (result < 0)
		return result;
	if (result == 1) {
		*id = row_int(&rows, 0, "id");
		if (row_int(&rows, 0, "live") != 0)
			return 0;
		result = db_run(context->db, STATEMENT_UPLOAD_LINK_REVIVE,
		    db_int(context->actor.account_id), db_int(*id),
		    db_int(row_int(&rows, 0, "version")), db_int(moving));
	} else {
		result = db_run(context->db, STATEMENT_UPLOAD_LINK_ADD, db_int(item_id),
		    db_int(context->actor.account_id), db_int(assessment->id), db_int(document_id),
		    db_int(moving));
		*id = db_last_key(context->db);
	}
	*fresh = result == 1;
	return result < 0 ? result : result == 0 ? db_stop(context->db, 404) : 0;
}

int
link_put(struct context *context, const struct assessment *assessment,
    const struct criterion_at *criterion, int64_t document_id, bool *fresh)
{
	int64_t id;
	int result = link_place(context, assessment, criterion->item_id, document_id, false, &id,
	    fresh);

	if (result != 0 || !*fresh)
		return result;
	result = assessment_change(context, assessment, "link", criterion->variable, id, NULL,
	    criterion->code, NULL);
	if (result == 0)
		result = pending_linked(context, assessment, criterion, id);
	return result != 0 ? result : mend_variable(context, assessment, criterion->variable);
}
