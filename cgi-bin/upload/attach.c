/* SPDX-License-Identifier: ISC */
/*
 * Documents are put under criteria: chosen for one criterion, or criteria
 * chosen for one document.  The same document may prove many things.
 */
#include "upload/upload.h"

#include <string.h>

#include "frame/words.h"
#include "upload/library.h"
#include "base/banned.h"

enum { CHOICES = 12 }; /* documents offered at once; the search finds more */

/* ---- documents for a criterion: /attach/<assessment>/<item> --------------- */

enum { ATTACH_TEXT };

const struct field attach_query[] = {
	[ATTACH_TEXT] = { .name = "q", .kind = FIELD_TEXT, .label = "Kata" },
	{ .name = NULL },
};

enum { ATTACH_DOCUMENT };

const struct field attach_fields[] = {
	[ATTACH_DOCUMENT] = { .name = "document-", .kind = FIELD_FLAG, .label = "Dokumen" },
	{ .name = NULL },
};

static int
find_criterion(struct context *context, struct assessment *assessment, struct criterion *criterion)
{
	int status = assessment_find(context, context->keys[0], assessment);

	if (status == 0)
		status = criterion_find(context, assessment, context->keys[1], criterion);
	return status != 0 ?
	    status :
	    criterion_open(context, assessment, criterion->needs_correction);
}

static int
attach_fill_choices(struct context *context, const struct assessment *assessment,
    const struct criterion *criterion, const char *text)
{
	struct node *list = page_node(&context->page, "Documents");
	struct search search;
	const char *found;
	struct rows rows;
	bool all;
	int result;

	search_read(&search, context->arena, text);
	result = library_texts(context, &search,
	    arena_format(context->arena, "agency%lld", (long long)assessment->agency_id), &found,
	    &all);
	if (result == 0)
		result = db_select(context->db, &rows, STATEMENT_UPLOAD_CHOICES,
		    db_int(assessment->id), db_int(criterion->item_id),
		    db_int(assessment->agency_id), db_text(search.pattern), db_text(search.pattern),
		    db_text(found), db_int(CHOICES));
	if (result < 0)
		return context_status(context, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "kind", words_kind(row_text(&rows, row, "kind")));
		node_set(node, "dated", words_date(context->arena, row_text(&rows, row, "dated")));
		node_set(node, "type", words_file_type(row_text(&rows, row, "type")));
		node_set(node, "size", words_bytes(context->arena, row_int(&rows, row, "bytes")));
	}
	page_set_int(&context->page, "Choices.total", result > 0 ? row_int(&rows, 0, "total") : 0);
	page_set_int(&context->page, "Choices.shown", result);
	return 0;
}

static int
fill_attach(struct context *context, const struct assessment *assessment,
    const struct criterion *criterion, const char *text)
{
	int status = fill_limits(context);

	assessment_fill(context, assessment);
	criterion_fill(context, criterion);
	fill_kinds(context);
	return status != 0 ? status : attach_fill_choices(context, assessment, criterion, text);
}

int
show_attach(struct context *context)
{
	struct assessment assessment;
	struct criterion criterion;
	int status = find_criterion(context, &assessment, &criterion);

	if (status == 0)
		status = fill_attach(context, &assessment, &criterion,
		    form_text(&context->form, ATTACH_TEXT));
	if (status != 0)
		return status;
	fill_form(context);
	return context_show(context, "upload/attach");
}

struct attachment {
	struct context *context;
	const struct assessment *assessment;
	const struct criterion *criterion;
};

static int
attach(struct db *db, void *argument)
{
	const struct attachment *attachment = argument;
	struct context *context = attachment->context;
	const struct each *each = form_each(&context->form, ATTACH_DOCUMENT);
	int result = links_begin(context, attachment->assessment);
	bool fresh;

	(void)db;
	for (; result == 0 && each != NULL; each = each->next)
		result = link_put(context, attachment->assessment, attachment->criterion, each->key,
		    &fresh);
	return result;
}

int
attach_documents(struct context *context)
{
	struct form *form = &context->form;
	struct assessment assessment;
	struct criterion criterion;
	struct attachment attachment = { context, &assessment, &criterion };
	int status = find_criterion(context, &assessment, &criterion);

	if (status != 0)
		return status;
	if (form_each(form, ATTACH_DOCUMENT) == NULL)
		form->notice = "Pilih paling sedikit satu dokumen, atau unggah "
			       "dokumen baru.";
	if (!form_ok(form)) {
		status = fill_attach(context, &assessment, &criterion, "");
		return status != 0 ? status : context_show_errors(context, "upload/attach");
	}
	status = context_status(context,
	    db_txn_agency(context->db, assessment.agency_id, attach, &attachment));
	return status != 0 ?
	    status :
	    context_redirect(context, "/questionnaire/%lld/%lld?done=linked",
		(long long)assessment.id, (long long)criterion.variable);
}

/* ---- criteria for a document: /document/<id>/criteria ---------------------- */

enum { CRITERIA_VARIABLE };

const struct field criteria_query[] = {
	[CRITERIA_VARIABLE] = { .name = "variable",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .min = 1,
	    .max = 60 },
	{ .name = NULL },
};

enum { CHOSEN_VARIABLE, CHOSEN_ITEM };

const struct field criteria_fields[] = {
	[CHOSEN_VARIABLE] = { .name = "variable",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .required = true,
	    .min = 1,
	    .max = 60 },
	[CHOSEN_ITEM] = { .name = "item-", .kind = FIELD_FLAG, .label = "Kriteria" },
	{ .name = NULL },
};

/* A document that may be put under criteria, and the assessment that is open
 * for it now. */
static int
find_document(struct context *context, struct document *document, struct assessment *assessment)
{
	int status = document_find(context, context->keys[0], document);

	if (status == 0 && document->archived)
		return context_refuse(context, 409,
		    "Dokumen ini diarsipkan. "
		    "Keluarkan dahulu dari arsip, lalu tautkan.");
	return status != 0 ? status : assessment_current(context, assessment);
}

static int
attach_fill_criteria(struct context *context, const struct document *document,
    const struct assessment *assessment, int64_t variable)
{
	struct node *node = page_node(&context->page, "Document");
	int status;

	node_set_int(node, "id", document->id);
	node_set(node, "title", document->title);
	assessment_fill(context, assessment);
	status = fill_variables(context, assessment, document->id, variable);
	return status != 0 || variable == 0 ?
	    status :
	    fill_checklist(context, assessment, document->id, variable);
}

int
show_criteria(struct context *context)
{
	struct document document;
	struct assessment assessment;
	int status = find_document(context, &document, &assessment);

	if (status == 0 && !form_ok(&context->form))
		status = 404;
	if (status == 0)
		status = attach_fill_criteria(context, &document, &assessment,
		    form_number(&context->form, CRITERIA_VARIABLE));
	return status != 0 ? status : context_show(context, "upload/criteria");
}

struct choosing {
	struct context *context;
	const struct document *document;
	const struct assessment *assessment;
};

static int
put_chosen(const struct choosing *choosing, int64_t item_id)
{
	struct context *context = choosing->context;
	struct criterion criterion;
	bool fresh;
	int result = db_stop(context->db,
	    criterion_find(context, choosing->assessment, item_id, &criterion));

	if (result == 0)
		result = db_stop(context->db,
		    criterion_open(context, choosing->assessment, criterion.needs_correction));
	return result != 0 ?
	    result :
	    link_put(context, choosing->assessment, &criterion, choosing->document->id, &fresh);
}

static int
attach_choose(struct db *db, void *argument)
{
	const struct choosing *choosing = argument;
	struct context *context = choosing->context;
	const struct each *each = form_each(&context->form, CHOSEN_ITEM);
	int result = links_begin(context, choosing->assessment);

	(void)db;
	for (; result == 0 && each != NULL; each = each->next)
		result = put_chosen(choosing, each->key);
	return result;
}

int
choose_criteria(struct context *context)
{
	struct form *form = &context->form;
	struct document document;
	struct assessment assessment;
	struct choosing choosing = { context, &document, &assessment };
	int status = find_document(context, &document, &assessment);

	if (status != 0)
		return status;
	if (form_each(form, CHOSEN_ITEM) == NULL)
		form->notice = "Pilih paling sedikit satu kriteria.";
	if (!form_ok(form)) {
		status = attach_fill_criteria(context, &document, &assessment,
		    form_number(form, CHOSEN_VARIABLE));
		return status != 0 ? status : context_show_errors(context, "upload/criteria");
	}
	status = context_status(context,
	    db_txn_agency(context->db, assessment.agency_id, attach_choose, &choosing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/upload/document/%lld?done=linked", (long long)document.id);
}
