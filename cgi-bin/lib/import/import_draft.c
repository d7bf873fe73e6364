/* SPDX-License-Identifier: ISC */
/*
 * Files of lists that are looked at before they are stored, each its person's
 * own: another one's does not exist.
 */
#include "import/import_draft.h"

#include <string.h>

#include "base/banned.h"

struct keeping {
	struct context *context;
	const char *kind;
	const struct upload *upload;
	int64_t id;
};

static int
keep(struct db *db, void *argument)
{
	struct keeping *keeping = argument;
	const struct upload *upload = keeping->upload;
	struct db_value account = db_int(keeping->context->actor.account_id);
	int result = db_run(db, STATEMENT_IMPORT_DRAFT_EXPIRE);

	if (result >= 0)
		result = db_run(db, STATEMENT_IMPORT_DRAFT_FORGET, account, db_text(keeping->kind));
	if (result >= 0)
		result = db_run(db, STATEMENT_IMPORT_DRAFT_ADD, account, db_text(keeping->kind),
		    db_text(upload->name), db_bytes(upload->bytes, upload->length));
	if (result < 0)
		return result;
	keeping->id = db_last_key(db);
	return 0;
}

int
draft_keep(struct context *context, const char *kind, const struct upload *upload, int64_t *id)
{
	struct keeping keeping = { context, kind, upload, 0 };
	int result = db_txn(context->db, keep, &keeping);

	*id = keeping.id;
	return result != 0 ? context_status(context, result) : 0;
}

int
draft_find(struct context *context, const char *kind, int64_t id, struct upload **upload)
{
	struct rows rows;
	const char *content;
	size_t length;
	int result = db_select(context->db, &rows, STATEMENT_IMPORT_DRAFT, db_int(id),
	    db_int(context->actor.account_id), db_text(kind));

	*upload = NULL;
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 0;
	content = row_bytes(&rows, 0, "content", &length);
	*upload = table_file(context, row_text(&rows, 0, "file_name"), content, length);
	return 0;
}

int
draft_again(struct context *context, const char *kind, struct upload **upload)
{
	const struct form *form = &context->form;
	int status;

	if (!form_ok(form))
		return 400;
	status = draft_find(context, kind, form_number(form, DRAFT_ID), upload);
	if (status != 0 || *upload == NULL)
		return status != 0 ? status : draft_gone(context);
	(*upload)->chosen = form_each(form, DRAFT_COLUMN);
	(*upload)->attempt = (size_t)form_number(form, DRAFT_ATTEMPT);
	return 0;
}

void
draft_show(struct context *context, int64_t id, const struct table *table)
{
	struct node *form = page_node(&context->page, "Form.value");

	node_set_int(form, "draft", id);
	node_set_int(form, "attempt", (int64_t)table->attempt);
}

void
import_change(struct node *node, const char *label, const char *from, const char *to)
{
	node_set(node, "label", label);
	node_set(node, "from", from);
	node_set(node, "to", to);
}

int
draft_gone(struct context *context)
{
	context->why = "Berkas ini tidak disimpan lagi, atau sudah diganti dengan yang "
		       "lebih baru. Unggah sekali lagi.";
	return 409;
}
