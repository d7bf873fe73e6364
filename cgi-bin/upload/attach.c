/* SPDX-License-Identifier: ISC */
/*
 * Documents are put under criteria: chosen for one criterion, or criteria
 * chosen for one document.  The same document may prove many things.
 */
#include "upload/upload.h"

#include <string.h>

#include "frame/form_upload.h"
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

/* A criterion that documents may be put under now. */
struct attach_place {
	struct assessment assessment;
	struct criterion_at criterion;
};

static int
find_criterion(struct context *context, struct attach_place *place)
{
	struct assessment *assessment = &place->assessment;
	int status = assessment_find(context, context->keys[0], assessment);

	if (status == 0)
		status = criterion_find(context, assessment, context->keys[1], &place->criterion);
	return status != 0 ?
	    status :
	    criterion_open(context, assessment, place->criterion.needs_correction);
}

/* What stands beside it on the page. */
struct attach_choices {
	uint64_t file_max;
	struct rows documents; /* that may be put there, .total in each */
};

enum { ALIKE_WORDS = 4, ALIKE_LENGTH = 3 };

/* The first words of a criterion that say what it asks for; "" where there are
 * less. */
static void
telling_words(struct arena *arena, const char *title, const char *words[ALIKE_WORDS])
{
	static const char common[] = " dan atau yang untuk dari dengan oleh pada dalam tentang "
				     "dokumen pendukung lain contoh ada per serta ";
	size_t count = 0;

	for (size_t at = 0; at < ALIKE_WORDS; at++)
		words[at] = "";
	while (*title != '\0' && count < ALIKE_WORDS) {
		size_t length = strcspn(title, " /()&,.;:-\"");
		const char *word = arena_copy(arena, title, length);

		if (length >= ALIKE_LENGTH &&
		    strcasestr(common, arena_format(arena, " %s ", word)) == NULL)
			words[count++] = word;
		title += length + (title[length] != '\0');
	}
}

static int
attach_read_choices(struct context *context, const struct attach_place *place, const char *text,
    struct attach_choices *choices)
{
	const struct assessment *assessment = &place->assessment;
	const struct criterion_at *criterion = &place->criterion;
	struct search search;
	const char *found, *words[ALIKE_WORDS];
	bool all;
	int result, status = form_upload_file_max(context, &choices->file_max);

	if (status != 0)
		return status;
	search_read(&search, context->arena, text);
	result = library_texts(context, &search,
	    arena_format(context->arena, "agency%lld", (long long)assessment->agency_id), &found,
	    &all);
	telling_words(context->arena, criterion->title, words);
	if (result == 0)
		result = db_select(context->db, &choices->documents, STATEMENT_UPLOAD_CHOICES,
		    db_int(assessment->id), db_int(criterion->item_id), db_text(words[0]),
		    db_text(words[1]), db_text(words[2]), db_text(words[3]),
		    db_int(assessment->agency_id), db_int(assessment->id),
		    db_int(criterion->item_id), db_text(criterion->title), db_int(criterion->level),
		    db_int(criterion->variable), db_int(assessment->agency_id),
		    db_text(search.pattern), db_text(search.pattern), db_text(found),
		    db_int(CHOICES));
	return context_status(context, result);
}

static void
attach_fill_document(struct context *context, struct node *node, const struct rows *documents,
    size_t row)
{
	struct arena *arena = context->arena;

	fill_row(node, documents, row);
	node_set(node, "kind", words_kind(row_text(documents, row, "kind")));
	node_set(node, "dated", words_date(arena, row_text(documents, row, "dated")));
	node_set(node, "type", words_file_type(row_text(documents, row, "type")));
	node_set(node, "size", words_bytes(arena, row_int(documents, row, "bytes")));
}

static void
fill_attach(struct context *context, const struct attach_place *place,
    const struct attach_choices *choices)
{
	struct node *list = page_node(&context->page, "Documents");
	const struct rows *documents = &choices->documents;

	fill_limits(context, choices->file_max);
	assessment_fill(context, &place->assessment);
	criterion_fill(context, &place->criterion);
	fill_kinds(context);
	for (size_t row = 0; row < documents->count; row++)
		attach_fill_document(context, node_row(list, row), documents, row);
	page_set_int(&context->page, "Choices.total",
	    documents->count > 0 ? row_int(documents, 0, "total") : 0);
	page_set_int(&context->page, "Choices.shown", (int64_t)documents->count);
}

int
show_attach(struct context *context)
{
	struct attach_place place;
	struct attach_choices choices;
	int status = find_criterion(context, &place);

	if (status == 0)
		status = attach_read_choices(context, &place,
		    form_text(&context->form, ATTACH_TEXT), &choices);
	if (status != 0)
		return status;
	fill_attach(context, &place, &choices);
	fill_form(context);
	return context_show(context, "upload/attach");
}

struct attachment {
	struct context *context;
	const struct attach_place *place;
};

static int
attach(struct db *db, void *argument)
{
	const struct attachment *attachment = argument;
	struct context *context = attachment->context;
	const struct each *each = form_each(&context->form, ATTACH_DOCUMENT);
	const struct attach_place *place = attachment->place;
	int result = links_begin(context, &place->assessment);
	bool fresh;

	(void)db;
	for (; result == 0 && each != NULL; each = each->next)
		result = link_put(context, &place->assessment, &place->criterion, each->key,
		    &fresh);
	return result;
}

static int
show_attach_again(struct context *context, const struct attach_place *place)
{
	struct attach_choices choices;
	int status = attach_read_choices(context, place, "", &choices);

	if (status != 0)
		return status;
	fill_attach(context, place, &choices);
	return context_show_errors(context, "upload/attach");
}

int
attach_documents(struct context *context)
{
	struct form *form = &context->form;
	struct attach_place place;
	struct attachment attachment = { context, &place };
	int status = find_criterion(context, &place);

	if (status != 0)
		return status;
	if (form_each(form, ATTACH_DOCUMENT) == NULL)
		form->notice = "Pilih paling sedikit satu dokumen, atau unggah "
			       "dokumen baru.";
	if (!form_ok(form))
		return show_attach_again(context, &place);
	status = context_status(context,
	    db_txn_agency(context->db, place.assessment.agency_id, attach, &attachment));
	return status != 0 ?
	    status :
	    criterion_go_back(context, &place.assessment, &place.criterion);
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

static void
attach_fill_criteria(struct context *context, const struct document *document,
    const struct assessment *assessment, const struct criteria_choice *choice)
{
	struct node *node = page_node(&context->page, "Document");

	node_set_int(node, "id", document->id);
	node_set(node, "title", document->title);
	assessment_fill(context, assessment);
	criteria_choice_fill(context, assessment, choice);
}

int
show_criteria(struct context *context)
{
	struct criteria_choice choice;
	struct document document;
	struct assessment assessment;
	int status = find_document(context, &document, &assessment);

	if (status == 0 && !form_ok(&context->form))
		status = 404;
	if (status == 0)
		status = criteria_choice_read(context, &assessment, document.id,
		    form_number(&context->form, CRITERIA_VARIABLE), &choice);
	if (status != 0)
		return status;
	attach_fill_criteria(context, &document, &assessment, &choice);
	return context_show(context, "upload/criteria");
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
	struct criterion_at criterion;
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

static int
show_criteria_again(struct context *context, const struct document *document,
    const struct assessment *assessment)
{
	struct criteria_choice choice;
	int status = criteria_choice_read(context, assessment, document->id,
	    form_number(&context->form, CHOSEN_VARIABLE), &choice);

	if (status != 0)
		return status;
	attach_fill_criteria(context, document, assessment, &choice);
	return context_show_errors(context, "upload/criteria");
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
	if (!form_ok(form))
		return show_criteria_again(context, &document, &assessment);
	status = context_status(context,
	    db_txn_agency(context->db, assessment.agency_id, attach_choose, &choosing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/upload/document/%lld?done=linked", (long long)document.id);
}
