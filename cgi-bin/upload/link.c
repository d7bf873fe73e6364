/* SPDX-License-Identifier: ISC */
/*
 * Links put a document under a criterion; they are added, moved and taken
 * away, each with its row of history, and promises kept or opened again along
 * with them.
 */
#include "upload/upload.h"

#include <string.h>

#include "assessment/mend.h"
#include "base/banned.h"

/* One change of one link, as a transaction. */
struct change_of_link {
	struct context *context;
	const struct assessment *assessment;
	const struct link *link;
	int64_t version;                   /* that the person saw */
	const struct criterion_at *target; /* NULL: taken away */
	const char *reason;
};

static int
change_link(struct db *db, void *argument)
{
	const struct change_of_link *change = argument;
	struct context *context = change->context;
	const struct link *link = change->link;
	int64_t id = link->id;
	bool fresh;
	int result = links_begin(context, change->assessment);

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_UPLOAD_LINK_REMOVE, db_int(link->id),
	    db_int(change->version));
	if (result == 0)
		return context_stop(context, 409,
		    "Tautan ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya untuk melihat status terbaru.");
	if (result > 0 && change->target != NULL) {
		result = link_place(context, change->assessment, change->target->item_id,
		    link->document_id, true, &id, &fresh);
		if (result == 0 && !fresh)
			return context_stop(context, 409,
			    "Dokumen ini sudah "
			    "ada di kriteria tujuan. Lepas saja tautan yang "
			    "ini.");
	}
	if (result > 0)
		result = 0;
	if (result == 0)
		result = pending_unlinked(context, change->assessment, &link->criterion, link->id);
	if (result == 0 && change->target != NULL)
		result = pending_linked(context, change->assessment, change->target, id);
	if (result == 0)
		result = mend_variable(context, change->assessment, link->criterion.variable);
	if (result == 0 && change->target != NULL)
		result = mend_variable(context, change->assessment, change->target->variable);
	if (result != 0)
		return result;
	return assessment_change(context, change->assessment, "link", link->criterion.variable, id,
	    link->criterion.code, change->target != NULL ? change->target->code : NULL,
	    change->reason);
}

enum { REMOVE_FROM };

static const char *const places[] = { "document", NULL };

const struct field link_remove_fields[] = {
	[REMOVE_FROM] = { .name = "from",
	    .kind = FIELD_CHOICE,
	    .label = "Asal halaman",
	    .choices = places },
	{ .name = NULL },
};

int
link_remove(struct context *context)
{
	struct assessment assessment;
	struct link link;
	struct change_of_link change = { context, &assessment, &link, 0, NULL, NULL };
	int status = link_find(context, context->keys[0], &link, &assessment);

	if (status == 0)
		status = criterion_open(context, &assessment, link.criterion.needs_correction);
	if (status != 0)
		return status;
	change.version = link.version;
	status = context_status(context,
	    db_txn_agency(context->db, assessment.agency_id, change_link, &change));
	if (status != 0)
		return status;
	if (form_given(&context->form, REMOVE_FROM))
		return context_redirect(context,
		    "/upload/document/%lld"
		    "?done=unlinked",
		    (long long)link.document_id);
	return context_redirect(context, "/questionnaire/%lld/%lld?done=unlinked",
	    (long long)assessment.id, (long long)link.criterion.variable);
}

enum { CHOOSE_VARIABLE };

const struct field link_choose_fields[] = {
	[CHOOSE_VARIABLE] = { .name = "variable",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .min = 1,
	    .max = 60 },
	{ .name = NULL },
};

enum { MOVE_VARIABLE, MOVE_VERSION, MOVE_ITEM, MOVE_REASON };

const struct field link_move_fields[] = {
	[MOVE_VARIABLE] = { .name = "variable",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .required = true,
	    .min = 1,
	    .max = 60 },
	[MOVE_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true },
	[MOVE_ITEM] = { .name = "item",
	    .kind = FIELD_NUMBER,
	    .label = "Kriteria tujuan",
	    .required = true },
	[MOVE_REASON] = { .name = "reason",
	    .kind = FIELD_LINES,
	    .label = "Alasan",
	    .required = true,
	    .min = 5,
	    .max = 1000 },
	{ .name = NULL },
};

static void
fill_move(struct context *context, const struct link *link, const struct assessment *assessment,
    const struct criteria_choice *choice)
{
	struct node *node = page_node(&context->page, "Link");

	node_set_int(node, "id", link->id);
	node_set_int(node, "version", link->version);
	node_set_int(node, "document_id", link->document_id);
	node_set(node, "title", link->document_title);
	assessment_fill(context, assessment);
	criterion_fill(context, &link->criterion);
	criteria_choice_fill(context, assessment, choice);
}

/* The link that may be moved now, and its assessment. */
static int
find_movable(struct context *context, struct link *link, struct assessment *assessment)
{
	int status = link_find(context, context->keys[0], link, assessment);

	return status != 0 ?
	    status :
	    criterion_open(context, assessment, link->criterion.needs_correction);
}

int
show_move(struct context *context)
{
	struct criteria_choice choice;
	struct assessment assessment;
	struct link link;
	int status = find_movable(context, &link, &assessment);

	if (status == 0 && !form_ok(&context->form))
		status = 404;
	if (status == 0)
		status = criteria_choice_read(context, &assessment, link.document_id,
		    form_number(&context->form, CHOOSE_VARIABLE), &choice);
	if (status != 0)
		return status;
	fill_move(context, &link, &assessment, &choice);
	return context_show(context, "upload/move");
}

/* What no field shows alone: the target is of the variable that was chosen,
 * and not where the link is already. */
static int
check_target(struct context *context, const struct link *link, const struct assessment *assessment,
    struct criterion_at *target)
{
	struct form *form = &context->form;
	int status;

	if (*form_text(form, MOVE_ITEM) == '\0')
		return 0;
	status = criterion_find(context, assessment, form_number(form, MOVE_ITEM), target);
	if (status != 0)
		return status;
	if (target->variable != form_number(form, MOVE_VARIABLE))
		return 400;
	if (target->item_id == link->criterion.item_id)
		form_error(form, MOVE_ITEM,
		    "Dokumen ini sudah ada di kriteria "
		    "itu. Pilih kriteria lain.");
	return criterion_open(context, assessment, target->needs_correction);
}

/* Back to where the link was: there the work goes on. */
static int
leave_move(struct context *context, const struct link *link)
{
	return context_redirect(context, "/%s/%lld/%lld?done=moved",
	    context_may(context, ROLE_OPERATOR) ? "questionnaire" : "verify",
	    (long long)link->assessment_id, (long long)link->criterion.variable);
}

static int
show_move_again(struct context *context, const struct link *link,
    const struct assessment *assessment)
{
	struct criteria_choice choice;
	int status = criteria_choice_read(context, assessment, link->document_id,
	    form_number(&context->form, MOVE_VARIABLE), &choice);

	if (status != 0)
		return status;
	fill_move(context, link, assessment, &choice);
	return context_show_errors(context, "upload/move");
}

int
link_move(struct context *context)
{
	struct form *form = &context->form;
	struct assessment assessment;
	struct criterion_at target;
	struct link link;
	struct change_of_link change = { context, &assessment, &link,
		form_number(form, MOVE_VERSION), &target, form_text(form, MOVE_REASON) };
	int status = find_movable(context, &link, &assessment);

	if (status == 0)
		status = check_target(context, &link, &assessment, &target);
	if (status != 0)
		return status;
	if (!form_ok(form))
		return show_move_again(context, &link, &assessment);
	status = context_status(context,
	    db_txn_agency(context->db, assessment.agency_id, change_link, &change));
	return status != 0 ? status : leave_move(context, &link);
}
