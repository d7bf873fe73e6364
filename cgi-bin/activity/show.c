/* SPDX-License-Identifier: ISC */
/*
 * One activity: what is known of it, whether its list is open, its papers and documents;
 * and a paper to be read, printed or taken along.
 */
#include "activity/activity.h"

#include <string.h>

#include "document/issued.h"
#include "document/text_file.h"
#include "frame/download.h"
#include "frame/words.h"
#include "base/banned.h"

struct activity_page {
	struct activity activity;
	struct rows session, documents, near;
};

static int
read_activity_page(struct context *context, struct activity_page *page)
{
	int status = activity_find(context, &page->activity), result;
	int64_t id = page->activity.id;

	if (status != 0)
		return status;
	result = db_select(context->db, &page->session, STATEMENT_ACTIVITY_SESSION, db_int(id));
	if (result >= 0)
		result = db_select(context->db, &page->documents, STATEMENT_ACTIVITY_DOCUMENTS,
		    db_int(id));
	if (result >= 0 && context_may(context, ROLE_OPERATOR))
		result = db_select(context->db, &page->near, STATEMENT_ACTIVITY_DOCUMENTS_NEAR,
		    db_int(context->actor.agency_id), db_int(id));
	return context_status(context, result);
}

static void
fill_session(struct context *context, const struct activity_page *page)
{
	struct node *node = page_node(&context->page, "Session");
	char today[DAY_TEXT];

	day_format(today, words_today(context->actor.zone));
	if (strcmp(today, page->activity.starts_on) >= 0 &&
	    strcmp(today, page->activity.ends_on) <= 0)
		node_set(node, "today", "1");
	node_set_int(node, "before",
	    page->session.count > 0 ? row_int(&page->session, 0, "id") : 0);
	if (page->session.count > 0 && row_int(&page->session, 0, "open") != 0)
		node_set(node, "until",
		    words_clock(context->arena, row_text(&page->session, 0, "closes_at"),
			context->actor.zone));
}

static void
fill_activity_papers(struct context *context, const struct activity_page *page)
{
	struct node *list = page_node(&context->page, "Papers");

	for (enum paper paper = 0; paper < PAPERS; paper++) {
		const char *lacks = paper_lacks(paper, &page->activity);
		struct node *node;

		if (!paper_suits(paper, &page->activity))
			continue;
		node = node_row(list, paper);
		node_set(node, "word", paper_word(paper));
		node_set(node, "title", paper_title(paper));
		if (lacks != NULL)
			node_set(node, "lacks", lacks);
		for (size_t row = 0; row < page->documents.count; row++)
			if (strcmp(row_text(&page->documents, row, "paper"), paper_word(paper)) ==
			    0)
				fill_row(node_child(node, "document"), &page->documents, row);
	}
}

static void
fill_activity_documents(struct context *context, const struct activity_page *page)
{
	struct node *list = page_node(&context->page, "Documents");
	struct node *near = page_node(&context->page, "Near");
	size_t count = 0;

	for (size_t row = 0; row < page->documents.count; row++) {
		struct node *node;

		if (!row_null(&page->documents, row, "paper"))
			continue;
		node = node_row(list, count++);
		fill_row(node, &page->documents, row);
		node_set(node, "kind_name", words_kind(row_text(&page->documents, row, "kind")));
	}
	for (size_t row = 0; row < page->near.count; row++) {
		struct node *node = node_row(near, row);

		node_set(node, "value", row_text(&page->near, row, "id"));
		node_set(node, "label", row_text(&page->near, row, "title"));
	}
}

static int
show_activity_page(struct context *context, const struct activity_page *page)
{
	activity_fill(context, &page->activity);
	fill_session(context, page);
	fill_activity_papers(context, page);
	fill_activity_documents(context, page);
	return form_ok(&context->form) ?
	    context_show(context, "activity/activity") :
	    context_show_errors(context, "activity/activity");
}

int
show_activity(struct context *context)
{
	struct activity_page page = { .session = { 0 } };
	int status = read_activity_page(context, &page);

	return status != 0 ? status : show_activity_page(context, &page);
}

/* ---- a paper -------------------------------------------------------------------- */

static int
paper_of_path(struct context *context, enum paper *paper, struct activity *activity,
    struct document_model *model)
{
	int status = activity_find(context, activity);

	*paper = paper_named(context->words[0]);
	if (status == 0 && (*paper == PAPERS || !paper_suits(*paper, activity)))
		status = 404;
	return status != 0 ? status : paper_make(context, *paper, activity, model);
}

static int
show_model(struct context *context, enum paper paper, const struct activity *activity,
    const struct document_model *model)
{
	struct buffer content = { .arena = context->arena };
	struct node *node = page_node(&context->page, "Paper");

	model_write(model, &content);
	issued_fill_content(context, content.bytes);
	activity_fill(context, activity);
	node_set(node, "word", paper_word(paper));
	node_set(node, "title", paper_title(paper));
	if (paper_lacks(paper, activity) != NULL)
		node_set(node, "lacks", paper_lacks(paper, activity));
	if (render_can())
		node_set(node, "drawn", "1");
	return context_show(context, "activity/paper");
}

int
show_activity_paper(struct context *context)
{
	struct document_model model;
	struct activity activity;
	enum paper paper;
	int status = paper_of_path(context, &paper, &activity, &model);

	return status != 0 ? status : show_model(context, paper, &activity, &model);
}

int
send_activity_paper(struct context *context)
{
	struct paper_file file;
	struct document_model model;
	struct activity activity;
	enum paper paper;
	int status = paper_of_path(context, &paper, &activity, &model);

	if (status == 0)
		status = paper_file_make(context, &model, NULL, &file);
	if (status != 0)
		return status;
	return paper_file_send(context, &model, &file,
	    &(struct paper_about){ activity.region_id, activity.agency_id },
	    paper_file(context->arena, paper, &activity));
}

/* ---- documents of its agency --------------------------------------------------------- */

enum { DOCUMENT_KEY };
const struct field activity_document_fields[] = {
	[DOCUMENT_KEY] = { "document", FIELD_NUMBER, "Dokumen", true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

struct belonging {
	struct context *context;
	struct activity activity;
	int64_t document_id;
};

static int
store_attached(struct db *db, void *argument)
{
	struct belonging *belonging = argument;
	int result = db_run(db, STATEMENT_ACTIVITY_DOCUMENT_ADD, db_null(),
	    db_int(belonging->activity.id), db_int(belonging->document_id));

	/* Pressed beside itself it is there already. */
	if (result == DB_DUPLICATE)
		return 0;
	if (result == 0)
		return db_stop(db, 404);
	return result < 0 ?
	    result :
	    activity_change(belonging->context, belonging->activity.id, NULL,
		arena_format(belonging->context->arena, "dokumen %lld dilampirkan",
		    (long long)belonging->document_id));
}

static int
store_detached(struct db *db, void *argument)
{
	struct belonging *belonging = argument;
	int result = db_run(db, STATEMENT_ACTIVITY_DOCUMENT_REMOVE, db_int(belonging->activity.id),
	    db_int(belonging->document_id));

	return result <= 0 ?
	    result :
	    activity_change(belonging->context, belonging->activity.id, NULL,
		arena_format(belonging->context->arena, "dokumen %lld dilepas",
		    (long long)belonging->document_id));
}

/* Without a document the page again, which says so. */
static int
change_belonging(struct context *context, db_work *work)
{
	struct belonging belonging = { .context = context,
		.document_id = form_number(&context->form, DOCUMENT_KEY) };
	struct activity_page page = { .session = { 0 } };
	int status;

	if (!form_ok(&context->form)) {
		status = read_activity_page(context, &page);
		return status != 0 ? status : show_activity_page(context, &page);
	}
	status = activity_find(context, &belonging.activity);
	if (status == 0)
		status = context_status(context, db_txn(context->db, work, &belonging));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld?done=saved#documents",
		(long long)belonging.activity.id);
}

int
attach_document(struct context *context)
{
	return change_belonging(context, store_attached);
}

int
detach_document(struct context *context)
{
	return change_belonging(context, store_detached);
}
