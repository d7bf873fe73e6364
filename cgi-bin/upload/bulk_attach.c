/* SPDX-License-Identifier: ISC */
/*
 * Many to many in one go: documents chosen in the library, criteria of any
 * variable ticked on one page.
 */
#include "upload/upload.h"

#include "upload/bulk_criteria.h"
#include "frame/words.h"
#include "base/banned.h"

enum { BULK_MAX = 50 }; /* documents at once */

enum { BULK_DOCUMENT, BULK_ITEM };

/* The address may tick criteria beforehand. */
const struct field bulk_attach_fields[] = {
	[BULK_DOCUMENT] = { .name = "document-", .kind = FIELD_FLAG, .label = "Dokumen" },
	[BULK_ITEM] = { .name = "item-", .kind = FIELD_FLAG, .label = "Kriteria" },
	{ .name = NULL },
};

struct bulk_attachment {
	struct context *context;
	struct assessment assessment;
	struct document documents[BULK_MAX];
	size_t count;
	const char *keys; /* "3,5": the same */
};

/* The documents chosen; all of the agency, none archived. */
static int
find_documents(struct bulk_attachment *bulk)
{
	struct context *context = bulk->context;
	struct buffer keys = { .arena = context->arena };
	const struct each *each = form_each(&context->form, BULK_DOCUMENT);

	buffer_text(&keys, "");
	for (; each != NULL; each = each->next) {
		struct document document;
		int status = document_find(context, each->key, &document);

		if (status != 0)
			return status;
		if (document.archived)
			return context_refuse(context, 409,
			    "Dokumen \"%s\" "
			    "diarsipkan. Keluarkan dahulu dari arsip, lalu "
			    "tautkan.",
			    document.title);
		if (bulk->count == BULK_MAX)
			return context_refuse(context, 409,
			    "Pilih paling banyak "
			    "%d dokumen sekaligus.",
			    BULK_MAX);
		bulk->documents[bulk->count++] = document;
		buffer_format(&keys, "%s%lld", keys.length > 0 ? "," : "", (long long)document.id);
	}
	bulk->keys = keys.bytes;
	return 0;
}

static int
find_all(struct bulk_attachment *bulk)
{
	int status = assessment_current(bulk->context, &bulk->assessment);

	return status != 0 ? status : find_documents(bulk);
}

static void
bulk_fill(const struct bulk_attachment *bulk, const struct bulk_criteria *criteria)
{
	struct context *context = bulk->context;
	struct node *list = page_node(&context->page, "Documents");

	for (size_t at = 0; at < bulk->count; at++) {
		const struct document *document = &bulk->documents[at];
		struct node *node = node_row(list, at);

		node_set_int(node, "id", document->id);
		node_set(node, "title", document->title);
		node_set(node, "kind", words_kind(document->kind));
		node_set(node, "number", document->number);
		node_set(node, "dated", words_date(context->arena, document->dated));
	}
	page_set_int(&context->page, "Bulk.count", (int64_t)bulk->count);
	page_set_int(&context->page, "Bulk.first", bulk->count > 0 ? bulk->documents[0].id : 0);
	assessment_fill(context, &bulk->assessment);
	bulk_criteria_fill(context, &bulk->assessment, criteria, BULK_ITEM);
}

int
show_bulk_attach(struct context *context)
{
	struct bulk_criteria criteria;
	struct bulk_attachment bulk = { .context = context };
	int status = find_all(&bulk);

	if (status == 0 && bulk.count == 0)
		return context_redirect(context, "/upload/");
	if (status == 0)
		status = bulk_criteria_read(context, &bulk.assessment, bulk.keys, bulk.count,
		    &criteria);
	if (status != 0)
		return status;
	bulk_fill(&bulk, &criteria);
	return context_show(context, "upload/bulk_attach");
}

/* One criterion for all of the documents. */
static int
bulk_attach_put_all(const struct bulk_attachment *bulk, int64_t item_id)
{
	struct context *context = bulk->context;
	const struct each *each = form_each(&context->form, BULK_DOCUMENT);
	struct criterion_at criterion;
	bool fresh;
	int result = db_stop(context->db,
	    criterion_find(context, &bulk->assessment, item_id, &criterion));

	if (result == 0)
		result = db_stop(context->db,
		    criterion_open(context, &bulk->assessment, criterion.needs_correction));
	for (; result == 0 && each != NULL; each = each->next)
		result = link_put(context, &bulk->assessment, &criterion, each->key, &fresh);
	return result;
}

static int
put_each(struct db *db, void *argument)
{
	const struct bulk_attachment *bulk = argument;
	struct context *context = bulk->context;
	const struct each *each = form_each(&context->form, BULK_ITEM);
	int result = links_begin(context, &bulk->assessment);

	(void)db;
	for (; result == 0 && each != NULL; each = each->next)
		result = bulk_attach_put_all(bulk, each->key);
	return result;
}

int
bulk_attach_documents(struct context *context)
{
	struct form *form = &context->form;
	struct bulk_criteria criteria;
	struct bulk_attachment bulk = { .context = context };
	int status = find_all(&bulk);

	if (status != 0)
		return status;
	if (bulk.count == 0)
		form->notice = "Pilih paling sedikit satu dokumen di pustaka.";
	else if (form_each(form, BULK_ITEM) == NULL)
		form->notice = "Pilih paling sedikit satu kriteria.";
	if (!form_ok(form)) {
		status = bulk_criteria_read(context, &bulk.assessment, bulk.keys, bulk.count,
		    &criteria);
		if (status != 0)
			return status;
		bulk_fill(&bulk, &criteria);
		return context_show_errors(context, "upload/bulk_attach");
	}
	status = context_status(context,
	    db_txn_agency(context->db, bulk.assessment.agency_id, put_each, &bulk));
	if (status != 0)
		return status;
	if (bulk.count == 1)
		return context_redirect(context,
		    "/upload/document/%lld"
		    "?done=linked",
		    (long long)bulk.documents[0].id);
	return context_redirect(context, "/upload/?done=linked");
}
