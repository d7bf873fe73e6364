/* SPDX-License-Identifier: ISC */
/*
 * What the caller may see and change: documents, criteria and links by the
 * caller's own agency or region, so that a foreign key is 404; and when links
 * of an assessment may be changed.
 */
#include "upload/upload.h"

#include <string.h>

#include "frame/words.h"
#include "frame/kept.h"
#include "base/banned.h"

int
document_find(struct context *context, int64_t id, struct document *found)
{
	struct scope scope = assessment_scope(context);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_DOCUMENT, db_int(id),
	    scope.agency, scope.region, scope.parent);

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*found = (struct document){
		.id = id,
		.agency_id = row_int(&rows, 0, "agency_id"),
		.version = row_int(&rows, 0, "version"),
		.revision_id = row_int(&rows, 0, "revision_id"),
		.revision_number = row_int(&rows, 0, "revision_number"),
		.archived = row_int(&rows, 0, "archived") != 0,
		.agency_name = row_text(&rows, 0, "agency_name"),
		.zone = row_text(&rows, 0, "timezone"),
		.title = row_text(&rows, 0, "title"),
		.kind = row_text(&rows, 0, "kind"),
		.number = row_text(&rows, 0, "number"),
		.dated = row_text(&rows, 0, "dated"),
		.period_from = row_text(&rows, 0, "period_from"),
		.period_until = row_text(&rows, 0, "period_until"),
		.outside_address = row_text(&rows, 0, "outside_address"),
		.signed_by_hand = row_int(&rows, 0, "signed_by_hand") != 0,
		.sha256 = row_text(&rows, 0, "sha256"),
		.created_at = row_text(&rows, 0, "created_at"),
		.created_by = row_text(&rows, 0, "created_by"),
	};
	return 0;
}

static void
read_criterion(struct arena *arena, const struct rows *rows, struct criterion *criterion)
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
    struct criterion *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_CRITERION,
	    db_int(assessment->id), db_int(item_id), db_int(assessment->instrument_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	read_criterion(context->arena, &rows, found);
	return 0;
}

void
criterion_fill(struct context *context, const struct criterion *criterion)
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
    const struct criterion *criterion)
{
	return context_redirect(context,
	    "/questionnaire/%lld/%lld?done=linked&level=%lld#documents-%lld",
	    (long long)assessment->id, (long long)criterion->variable, (long long)criterion->level,
	    (long long)criterion->level);
}

int
link_find(struct context *context, int64_t id, struct link *found, struct assessment *assessment)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_FIND_LINK, db_int(id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	found->id = id;
	found->assessment_id = row_int(&rows, 0, "assessment_id");
	found->version = row_int(&rows, 0, "version");
	found->document_id = row_int(&rows, 0, "document_id");
	found->document_title = row_text(&rows, 0, "document_title");
	read_criterion(context->arena, &rows, &found->criterion);
	return assessment_find(context, found->assessment_id, assessment);
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
