/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include "frame/words.h"
#include "base/banned.h"

/*
 * Many to many in one go: documents chosen in the library, criteria of any
 * variable ticked on one page.
 */
enum { GATHER_MAX = 50 };	/* documents at once */

enum { GATHER_DOCUMENT, GATHER_ITEM };

/* The address may tick criteria beforehand. */
const struct field gather_fields[] = {
	[GATHER_DOCUMENT] = { .name = "document-", .kind = FIELD_FLAG,
	    .label = "Dokumen" },
	[GATHER_ITEM] = { .name = "item-", .kind = FIELD_FLAG,
	    .label = "Kriteria" },
	{ .name = NULL }
};

struct gathering {
	struct visit *visit;
	struct assessment assessment;
	const char *keys;	/* "3,5": the documents */
	size_t count;
	int64_t first;		/* of them */
};

/* The documents chosen, onto the page; all of the agency, none archived. */
static int
find_documents(struct gathering *gathering)
{
	struct visit *visit = gathering->visit;
	struct node *list = page_node(&visit->page, "Documents");
	struct buffer keys = { .arena = visit->arena };
	const struct each *each = form_each(&visit->form, GATHER_DOCUMENT);

	buffer_text(&keys, "");
	for (; each != NULL; each = each->next) {
		struct document document;
		struct node *node;
		int status = document_find(visit, each->key, &document);

		if (status != 0)
			return status;
		if (document.archived)
			return visit_refuse(visit, 409, "Dokumen \"%s\" "
			    "diarsipkan. Keluarkan dahulu dari arsip, lalu "
			    "tautkan.", document.title);
		if (gathering->count == GATHER_MAX)
			return visit_refuse(visit, 409, "Pilih paling banyak "
			    "%d dokumen sekaligus.", GATHER_MAX);
		node = node_row(list, gathering->count++);
		node_set_int(node, "id", document.id);
		node_set(node, "title", document.title);
		node_set(node, "kind", words_kind(document.kind));
		node_set(node, "number", document.number);
		node_set(node, "dated", words_date(visit->arena,
		    document.dated));
		if (gathering->first == 0)
			gathering->first = document.id;
		buffer_format(&keys, "%s%lld", keys.length > 0 ? "," : "",
		    (long long)document.id);
	}
	gathering->keys = keys.bytes;
	page_set_int(&visit->page, "Gather.count",
	    (int64_t)gathering->count);
	page_set_int(&visit->page, "Gather.first", gathering->first);
	return 0;
}

/* All criteria of the assessment, by variable and level. */
static int
fill_criteria(const struct gathering *gathering)
{
	struct visit *visit = gathering->visit;
	const struct assessment *assessment = &gathering->assessment;
	struct node *variables = page_node(&visit->page, "Variables");
	struct node *variable = NULL, *level = NULL, *item;
	int64_t last_variable = 0, last_level = 0;
	size_t variable_count = 0, level_count = 0, item_count = 0;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_UPLOAD_CRITERIA,
	    db_int(assessment->id), db_text(gathering->keys),
	    db_int(assessment->id));

	for (size_t row = 0; result > 0 && row < rows.count; row++) {
		int64_t number = row_int(&rows, row, "variable");
		int64_t at = row_int(&rows, row, "level");

		if (number != last_variable) {
			variable = node_row(variables, variable_count++);
			node_set_int(variable, "number", number);
			node_set(variable, "name", row_text(&rows, row,
			    "name"));
			if (assessment->state == STATE_RETURNED &&
			    row_int(&rows, row, "must_mend") == 0)
				node_set(variable, "locked", "1");
			level_count = 0;
			last_level = 0;
		}
		if (at != last_level) {
			level = node_row(node_child(variable, "levels"),
			    level_count++);
			node_set(level, "roman", words_roman(at));
			node_set(level, "text", row_text(&rows, row,
			    "indicator"));
			item_count = 0;
		}
		last_variable = number;
		last_level = at;
		item = node_row(node_child(level, "items"), item_count++);
		fill_row(item, &rows, row);
		/* Some of the documents are there, or all of them. */
		if (row_int(&rows, row, "linked") ==
		    (int64_t)gathering->count)
			node_set(item, "whole", "1");
		if (form_member(&visit->form, GATHER_ITEM, row_int(&rows, row,
		    "id")) != NULL)
			node_set(item, "checked", "1");
		if (row_int(&rows, row, "linked") > 0)
			node_set(variable, "some", "1");
	}
	return result < 0 ? visit_status(visit, result) : 0;
}

static int
find_all(struct gathering *gathering)
{
	int status = assessment_current(gathering->visit,
	    &gathering->assessment);

	if (status == 0)
		status = find_documents(gathering);
	if (status == 0)
		assessment_fill(gathering->visit, &gathering->assessment);
	return status;
}

int
show_gather(struct visit *visit)
{
	struct gathering gathering = { .visit = visit };
	int status = find_all(&gathering);

	if (status == 0 && gathering.count == 0)
		return visit_redirect(visit, "/upload/");
	if (status == 0)
		status = fill_criteria(&gathering);
	return status != 0 ? status : visit_show(visit, "upload/gather");
}

/* One criterion for all of the documents. */
static int
put_all(const struct gathering *gathering, int64_t item_id)
{
	struct visit *visit = gathering->visit;
	const struct each *each = form_each(&visit->form, GATHER_DOCUMENT);
	struct criterion criterion;
	bool fresh;
	int result = criterion_find(visit, &gathering->assessment, item_id,
	    &criterion);

	if (result == 0)
		result = criterion_open(visit, &gathering->assessment,
		    criterion.must_mend);
	for (; result == 0 && each != NULL; each = each->next)
		result = link_put(visit, &gathering->assessment, &criterion,
		    each->key, &fresh);
	return result;
}

static int
put_each(struct db *db, void *argument)
{
	const struct gathering *gathering = argument;
	struct visit *visit = gathering->visit;
	const struct each *each = form_each(&visit->form, GATHER_ITEM);
	int result = links_begin(visit, &gathering->assessment);

	(void)db;
	for (; result == 0 && each != NULL; each = each->next)
		result = put_all(gathering, each->key);
	return result;
}

int
gather_documents(struct visit *visit)
{
	struct form *form = &visit->form;
	struct gathering gathering = { .visit = visit };
	int status = find_all(&gathering);

	if (status != 0)
		return status;
	if (gathering.count == 0)
		form->notice = "Pilih paling sedikit satu dokumen di pustaka.";
	else if (form_each(form, GATHER_ITEM) == NULL)
		form->notice = "Pilih paling sedikit satu kriteria.";
	if (!form_ok(form)) {
		status = fill_criteria(&gathering);
		return status != 0 ? status : visit_show_errors(visit,
		    "upload/gather");
	}
	status = visit_status(visit, db_txn(visit->db, put_each, &gathering));
	if (status != 0)
		return status;
	if (gathering.count == 1)
		return visit_redirect(visit, "/upload/document/%lld"
		    "?done=linked", (long long)gathering.first);
	return visit_redirect(visit, "/upload/?done=linked");
}
