/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <string.h>

#include "frame/words.h"
#include "upload/library.h"
#include "base/banned.h"

enum { CHOICES = 12 };	/* documents offered at once; the search finds more */

/* ---- documents for a criterion: /attach/<assessment>/<item> --------------- */

enum { ATTACH_TEXT };

const struct field attach_query[] = {
	[ATTACH_TEXT] = { .name = "q", .kind = FIELD_TEXT, .label = "Kata" },
	{ .name = NULL }
};

enum { ATTACH_DOCUMENT };

const struct field attach_fields[] = {
	[ATTACH_DOCUMENT] = { .name = "document-", .kind = FIELD_FLAG,
	    .label = "Dokumen" },
	{ .name = NULL }
};

static int
find_criterion(struct visit *visit, struct assessment *assessment,
    struct criterion *criterion)
{
	int status = assessment_find(visit, visit->keys[0], assessment);

	if (status == 0)
		status = criterion_find(visit, assessment, visit->keys[1],
		    criterion);
	return status != 0 ? status : criterion_open(visit, assessment,
	    criterion->must_mend);
}

static int
fill_choices(struct visit *visit, const struct assessment *assessment,
    const struct criterion *criterion, const char *text)
{
	struct node *list = page_node(&visit->page, "Documents");
	struct search search;
	const char *found;
	struct rows rows;
	bool all;
	int result;

	search_read(&search, visit->arena, text);
	result = library_texts(visit, &search, arena_format(visit->arena,
	    "agency%lld", (long long)assessment->agency_id), &found, &all);
	if (result == 0)
		result = db_select(visit->db, &rows,
		    STATEMENT_UPLOAD_CHOICES, db_int(assessment->id),
		    db_int(criterion->item_id), db_int(assessment->agency_id),
		    db_text(search.pattern), db_text(search.pattern),
		    db_text(found), db_int(CHOICES));
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, &rows, row);
		node_set(node, "kind", words_kind(row_text(&rows, row,
		    "kind")));
		node_set(node, "dated", words_date(visit->arena,
		    row_text(&rows, row, "dated")));
		node_set(node, "type", words_file_type(row_text(&rows, row,
		    "type")));
		node_set(node, "size", words_bytes(visit->arena,
		    row_int(&rows, row, "bytes")));
	}
	page_set_int(&visit->page, "Choices.total", result > 0 ?
	    row_int(&rows, 0, "total") : 0);
	page_set_int(&visit->page, "Choices.shown", result);
	return 0;
}

static int
fill_attach(struct visit *visit, const struct assessment *assessment,
    const struct criterion *criterion, const char *text)
{
	assessment_fill(visit, assessment);
	criterion_fill(visit, criterion);
	fill_kinds(visit);
	fill_limits(visit);
	return fill_choices(visit, assessment, criterion, text);
}

int
show_attach(struct visit *visit)
{
	struct assessment assessment;
	struct criterion criterion;
	int status = find_criterion(visit, &assessment, &criterion);

	if (status == 0)
		status = fill_attach(visit, &assessment, &criterion,
		    form_text(&visit->form, ATTACH_TEXT));
	if (status != 0)
		return status;
	fill_form(visit);
	return visit_show(visit, "upload/attach");
}

struct attachment {
	struct visit *visit;
	const struct assessment *assessment;
	const struct criterion *criterion;
};

static int
attach(struct db *db, void *argument)
{
	const struct attachment *attachment = argument;
	struct visit *visit = attachment->visit;
	const struct each *each = form_each(&visit->form, ATTACH_DOCUMENT);
	int result = links_begin(visit, attachment->assessment);
	bool fresh;

	(void)db;
	for (; result == 0 && each != NULL; each = each->next)
		result = link_put(visit, attachment->assessment,
		    attachment->criterion, each->key, &fresh);
	return result;
}

int
attach_documents(struct visit *visit)
{
	struct form *form = &visit->form;
	struct assessment assessment;
	struct criterion criterion;
	struct attachment attachment = { visit, &assessment, &criterion };
	int status = find_criterion(visit, &assessment, &criterion);

	if (status != 0)
		return status;
	if (form_each(form, ATTACH_DOCUMENT) == NULL)
		form->notice = "Pilih paling sedikit satu dokumen, atau unggah "
		    "dokumen baru.";
	if (!form_ok(form)) {
		status = fill_attach(visit, &assessment, &criterion, "");
		return status != 0 ? status : visit_show_errors(visit,
		    "upload/attach");
	}
	status = visit_status(visit, db_txn(visit->db, attach, &attachment));
	return status != 0 ? status : visit_redirect(visit,
	    "/questionnaire/%lld/%lld?done=linked", (long long)assessment.id,
	    (long long)criterion.variable);
}

/* ---- criteria for a document: /document/<id>/criteria ---------------------- */

enum { CRITERIA_VARIABLE };

const struct field criteria_query[] = {
	[CRITERIA_VARIABLE] = { .name = "variable", .kind = FIELD_NUMBER,
	    .label = "Variabel", .min = 1, .max = 60 },
	{ .name = NULL }
};

enum { CHOSEN_VARIABLE, CHOSEN_ITEM };

const struct field criteria_fields[] = {
	[CHOSEN_VARIABLE] = { .name = "variable", .kind = FIELD_NUMBER,
	    .label = "Variabel", .required = true, .min = 1, .max = 60 },
	[CHOSEN_ITEM] = { .name = "item-", .kind = FIELD_FLAG,
	    .label = "Kriteria" },
	{ .name = NULL }
};

/* A document that may be put under criteria, and the assessment that is open
 * for it now. */
static int
find_document(struct visit *visit, struct document *document,
    struct assessment *assessment)
{
	int status = document_find(visit, visit->keys[0], document);

	if (status == 0 && document->archived)
		return visit_refuse(visit, 409, "Dokumen ini diarsipkan. "
		    "Keluarkan dahulu dari arsip, lalu tautkan.");
	return status != 0 ? status : assessment_current(visit, assessment);
}

static int
fill_criteria(struct visit *visit, const struct document *document,
    const struct assessment *assessment, int64_t variable)
{
	struct node *node = page_node(&visit->page, "Document");
	int status;

	node_set_int(node, "id", document->id);
	node_set(node, "title", document->title);
	assessment_fill(visit, assessment);
	status = fill_variables(visit, assessment, document->id, variable);
	return status != 0 || variable == 0 ? status :
	    fill_checklist(visit, assessment, document->id, variable);
}

int
show_criteria(struct visit *visit)
{
	struct document document;
	struct assessment assessment;
	int status = find_document(visit, &document, &assessment);

	if (status == 0 && !form_ok(&visit->form))
		status = 404;
	if (status == 0)
		status = fill_criteria(visit, &document, &assessment,
		    form_number(&visit->form, CRITERIA_VARIABLE));
	return status != 0 ? status : visit_show(visit, "upload/criteria");
}

struct choosing {
	struct visit *visit;
	const struct document *document;
	const struct assessment *assessment;
};

static int
put_chosen(const struct choosing *choosing, int64_t item_id)
{
	struct visit *visit = choosing->visit;
	struct criterion criterion;
	bool fresh;
	int result = criterion_find(visit, choosing->assessment, item_id,
	    &criterion);

	if (result == 0)
		result = criterion_open(visit, choosing->assessment,
		    criterion.must_mend);
	return result != 0 ? result : link_put(visit, choosing->assessment,
	    &criterion, choosing->document->id, &fresh);
}

static int
choose(struct db *db, void *argument)
{
	const struct choosing *choosing = argument;
	struct visit *visit = choosing->visit;
	const struct each *each = form_each(&visit->form, CHOSEN_ITEM);
	int result = links_begin(visit, choosing->assessment);

	(void)db;
	for (; result == 0 && each != NULL; each = each->next)
		result = put_chosen(choosing, each->key);
	return result;
}

int
choose_criteria(struct visit *visit)
{
	struct form *form = &visit->form;
	struct document document;
	struct assessment assessment;
	struct choosing choosing = { visit, &document, &assessment };
	int status = find_document(visit, &document, &assessment);

	if (status != 0)
		return status;
	if (form_each(form, CHOSEN_ITEM) == NULL)
		form->notice = "Pilih paling sedikit satu kriteria.";
	if (!form_ok(form)) {
		status = fill_criteria(visit, &document, &assessment,
		    form_number(form, CHOSEN_VARIABLE));
		return status != 0 ? status : visit_show_errors(visit,
		    "upload/criteria");
	}
	status = visit_status(visit, db_txn(visit->db, choose, &choosing));
	return status != 0 ? status : visit_redirect(visit,
	    "/upload/document/%lld?done=linked", (long long)document.id);
}
