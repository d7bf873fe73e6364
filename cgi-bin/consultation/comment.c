/* SPDX-License-Identifier: ISC */
/*
 * Notes of colleagues at a variable of their own assessment.  They stay inside the
 * agency: neither the team nor the province nor the auditor reads them.
 */
#include "consultation/consultation.h"

#include "assessment/criteria.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { COMMENT_BODY, COMMENT_LEVEL };
const struct field comment_fields[] = {
	[COMMENT_BODY] = { "body", FIELD_LINES, "Catatan", true, .min = 2, .max = COMMENT_LENGTH },
	[COMMENT_LEVEL] = { "level", FIELD_NUMBER, "Tingkat", .min = 1, .max = LEVEL_MAX },
	{ .name = NULL },
};

struct comments_page {
	struct context *context;
	struct assessment assessment;
	const struct variable *variable;
	struct rows rows;
};

static int
comments_find(struct comments_page *page)
{
	struct context *context = page->context;
	const struct criteria *criteria;
	int status = assessment_find(context, context->keys[0], &page->assessment);

	if (status == 0)
		status = criteria_load(context, page->assessment.instrument_id, &criteria);
	if (status != 0)
		return status;
	page->variable = criteria_variable(criteria, context->keys[1]);
	return page->variable == NULL ? 404 : 0;
}

static int
comments_read(struct comments_page *page)
{
	return context_status(page->context,
	    db_select(page->context->db, &page->rows, STATEMENT_CONSULTATION_COMMENT_LIST,
		db_int(page->assessment.id), db_int(page->variable->number)));
}

static void
comments_fill(const struct comments_page *page)
{
	struct context *context = page->context;
	struct node *list = page_node(&context->page, "Comments");
	const struct rows *rows = &page->rows;

	assessment_fill(context, &page->assessment);
	page_set_int(&context->page, "Variable.number", page->variable->number);
	page_set(&context->page, "Variable.name", page->variable->name);
	fill_level_choices(context);
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set_int(node, "id", row_int(rows, row, "id"));
		node_set(node, "level", words_roman(row_int(rows, row, "level")));
		node_set(node, "body", row_text(rows, row, "body"));
		node_set(node, "who", row_text(rows, row, "who"));
		node_set(node, "at",
		    words_time(context->arena, row_text(rows, row, "at"), context->actor.zone));
		if (row_int(rows, row, "account_id") == context->actor.account_id)
			node_set(node, "own", "1");
	}
}

int
show_comments(struct context *context)
{
	struct comments_page page = { .context = context };
	int status = comments_find(&page);

	if (status == 0)
		status = comments_read(&page);
	if (status != 0)
		return status;
	comments_fill(&page);
	return context_show(context, "consultation/comments");
}

/* Whether one was written, for the history, which the team reads: not its words. */
static int
run_comment(struct db *db, void *argument)
{
	struct comments_page *page = argument;
	struct context *context = page->context;
	int number = page->variable->number;
	int result = db_run(db, STATEMENT_CONSULTATION_COMMENT_ADD, db_int(page->assessment.id),
	    db_int(number), db_key(form_number(&context->form, COMMENT_LEVEL)),
	    db_text(form_text(&context->form, COMMENT_BODY)), db_int(context->actor.account_id));

	return result < 0 ?
	    result :
	    assessment_change(context, &page->assessment, "comment", number, db_last_key(db), NULL,
		"ditulis", NULL);
}

static int
show_comment_errors(struct comments_page *page)
{
	int status = comments_read(page);

	if (status != 0)
		return status;
	comments_fill(page);
	return context_show_errors(page->context, "consultation/comments");
}

int
add_comment(struct context *context)
{
	struct comments_page page = { .context = context };
	int status = comments_find(&page);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_comment_errors(&page);
	status = context_status(context,
	    db_txn_agency(context->db, page.assessment.agency_id, run_comment, &page));
	return status != 0 ?
	    status :
	    context_redirect(context, "/consultation/comments/%lld/%d?done=saved",
		(long long)page.assessment.id, page.variable->number);
}

struct removal {
	struct context *context;
	struct assessment assessment;
	int variable;
};

static int
run_comment_removal(struct db *db, void *argument)
{
	struct removal *removal = argument;
	struct context *context = removal->context;
	int64_t id = context->keys[0];
	int result = db_run(db, STATEMENT_CONSULTATION_COMMENT_REMOVE, db_int(id),
	    db_int(context->actor.account_id));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409, "Catatan ini sudah dihapus.");
	return assessment_change(context, &removal->assessment, "comment", removal->variable, id,
	    "ditulis", "dihapus", NULL);
}

int
remove_comment(struct context *context)
{
	struct removal removal = { .context = context };
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CONSULTATION_COMMENT_FIND,
	    db_int(context->keys[0]));
	int status;

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	status = assessment_find(context, row_int(&rows, 0, "assessment_id"), &removal.assessment);
	if (status != 0)
		return status;
	if (row_int(&rows, 0, "account_id") != context->actor.account_id)
		return context_refuse(context, 403,
		    "Catatan ini ditulis rekan Anda, jadi hanya dia yang dapat "
		    "menghapusnya.");
	removal.variable = (int)row_int(&rows, 0, "variable_number");
	status = context_status(context,
	    db_txn_agency(context->db, removal.assessment.agency_id, run_comment_removal,
		&removal));
	return status != 0 ?
	    status :
	    context_redirect(context, "/consultation/comments/%lld/%d?done=removed",
		(long long)removal.assessment.id, removal.variable);
}
