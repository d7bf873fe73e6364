/* SPDX-License-Identifier: ISC */
/*
 * Documents with the same content become one: what stands under criteria goes
 * over to the one that is kept, the others are archived.  Nothing is deleted;
 * what a team has decided about, and what belongs to years gone by, stays
 * where it is.
 */
#include "upload/upload.h"

#include <string.h>

#include "assessment/mend.h"
#include "frame/words.h"
#include "base/banned.h"

enum { MERGE_KEEP };

const struct field merge_fields[] = {
	[MERGE_KEEP] = { .name = "keep",
	    .kind = FIELD_NUMBER,
	    .label = "Dokumen yang dipertahankan",
	    .required = true },
	{ .name = NULL },
};

struct merging {
	struct context *context;
	int64_t id;                          /* of the path */
	const struct assessment *assessment; /* NULL: none is open */
	int64_t keep;
	const char *keep_title;
};

static int
find_twins(struct context *context, const struct document *document, struct rows *twins)
{
	int result;

	if (document->revision_id == 0 || document->archived)
		return 0;
	result = db_select(context->db, twins, STATEMENT_UPLOAD_TWINS, db_text(document->sha256),
	    db_int(document->agency_id), db_int(document->id));
	return result;
}

static void
add_choice(struct context *context, size_t row, int64_t id, const char *title, const char *kind,
    const char *number, const char *created_at)
{
	struct node *node = node_row(page_node(&context->page, "Choices"), row);

	node_set_int(node, "value", id);
	node_set(node, "label", title);
	node_set(node, "hint",
	    arena_format(context->arena, "%s%s%s, dicatat %s", words_kind(kind),
		*number != '\0' ? ", nomor " : "", number,
		words_time(context->arena, created_at, context->actor.zone)));
}

/* A document and its twins to choose from; 409 when it has none. */
struct merge_page {
	struct document document;
	struct rows twins;
};

static int
read_merge(struct context *context, struct merge_page *shown)
{
	int result, status = document_find(context, context->keys[0], &shown->document);

	if (status != 0)
		return status;
	result = find_twins(context, &shown->document, &shown->twins);
	return result != 0 ?
	    context_status(context, result) :
	    context_refuse(context, 409,
		"Tidak ada dokumen lain "
		"dengan isi yang sama persis, jadi tidak ada yang perlu "
		"disatukan.");
}

static void
fill_merge(struct context *context, const struct merge_page *shown)
{
	const struct document *document = &shown->document;
	const struct rows *twins = &shown->twins;

	page_set_int(&context->page, "Document.id", document->id);
	page_set(&context->page, "Document.title", document->title);
	add_choice(context, 0, document->id, document->title, document->kind, document->number,
	    document->created_at);
	for (size_t row = 0; row < twins->count; row++)
		add_choice(context, row + 1, row_int(twins, row, "id"),
		    row_text(twins, row, "title"), row_text(twins, row, "kind"),
		    row_text(twins, row, "number"), row_text(twins, row, "created_at"));
}

int
show_merge(struct context *context)
{
	struct merge_page shown;
	int status = read_merge(context, &shown);

	if (status != 0)
		return status;
	fill_merge(context, &shown);
	return context_show(context, "upload/merge");
}

/* One link goes over, when its variable may be changed now. */
static int
merge_hand_over(const struct merging *merging, const struct rows *links, size_t row)
{
	struct context *context = merging->context;
	int64_t id = row_int(links, row, "id");
	struct criterion_at criterion;
	bool fresh;
	int result = db_stop(context->db,
	    criterion_find(context, merging->assessment, row_int(links, row, "item_id"),
		&criterion));

	if (result != 0)
		return result;
	if (criterion_open(context, merging->assessment, criterion.needs_correction) != 0) {
		context->why = NULL;
		return 0;
	}
	result = link_put(context, merging->assessment, &criterion, merging->keep, &fresh);
	if (result != 0)
		return result;
	result = db_run(context->db, STATEMENT_UPLOAD_LINK_REMOVE, db_int(id),
	    db_int(row_int(links, row, "version")));
	if (result != 1)
		return result < 0 ? result : db_stop(context->db, 409);
	result = mend_variable(context, merging->assessment, criterion.variable);
	if (result != 0)
		return result;
	return assessment_change(context, merging->assessment, "link", criterion.variable, id,
	    criterion.code, NULL,
	    arena_format(context->arena, "Disatukan dengan \"%s\"", merging->keep_title));
}

static int
hand_over_links(const struct merging *merging, int64_t from)
{
	struct rows links;
	int result;

	if (merging->assessment == NULL)
		return 0;
	result = db_select(merging->context->db, &links, STATEMENT_UPLOAD_MERGE_LINKS, db_int(from),
	    db_int(merging->assessment->id));
	for (size_t row = 0; result > 0 && row < links.count; row++) {
		int error = merge_hand_over(merging, &links, row);

		if (error != 0)
			return error;
	}
	return result < 0 ? result : 0;
}

/* One of those that are not kept. */
static int
merge_give_up(const struct merging *merging, int64_t id)
{
	struct context *context = merging->context;
	struct document document;
	int result = hand_over_links(merging, id);

	if (result == 0)
		result = db_stop(context->db, document_find(context, id, &document));
	if (result != 0)
		return result;
	result = db_run(context->db, STATEMENT_UPLOAD_ARCHIVE, db_int(1), db_int(id),
	    db_int(context->actor.agency_id), db_int(document.version));
	if (result != 1)
		return result < 0 ? result : db_stop(context->db, 409);
	return document_change(context, id, "Di pustaka", "Diarsipkan",
	    arena_format(context->arena,
		"Disatukan dengan \"%s\", yang isinya "
		"sama persis",
		merging->keep_title));
}

static int
merge(struct db *db, void *argument)
{
	struct merging *merging = argument;
	struct context *context = merging->context;
	struct document now, *asked = &now;
	struct rows twins;
	/* Whoever brings a new revision waits here: see quota_load. */
	int result = db_select(db, &twins, STATEMENT_UPLOAD_LOCK_AGENCY,
	    db_int(context->actor.agency_id));

	if (result >= 0 && merging->assessment != NULL)
		result = links_begin(context, merging->assessment);
	if (result < 0)
		return result;
	result = db_stop(db, document_find(context, merging->id, asked));
	if (result != 0)
		return result;
	twins.count = 0;
	result = find_twins(context, asked, &twins);
	if (result < 0)
		return result;
	merging->keep_title = merging->keep == asked->id ? asked->title : NULL;
	for (size_t row = 0; row < twins.count; row++)
		if (row_int(&twins, row, "id") == merging->keep)
			merging->keep_title = row_text(&twins, row, "title");
	if (merging->keep_title == NULL || twins.count == 0)
		return context_stop(context, 409,
		    "Salah satu dokumen ini baru "
		    "saja berubah, sehingga isinya tidak lagi sama. Muat "
		    "ulang halamannya.");
	result = merging->keep == asked->id ? 0 : merge_give_up(merging, asked->id);
	for (size_t row = 0; result == 0 && row < twins.count; row++)
		if (row_int(&twins, row, "id") != merging->keep)
			result = merge_give_up(merging, row_int(&twins, row, "id"));
	return result;
}

int
merge_documents(struct context *context)
{
	struct merge_page shown;
	struct assessment assessment;
	struct merging merging = { .context = context,
		.id = context->keys[0],
		.keep = form_number(&context->form, MERGE_KEEP) };
	int status = read_merge(context, &shown);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		fill_merge(context, &shown);
		return context_show_errors(context, "upload/merge");
	}
	if (assessment_current(context, &assessment) == 0)
		merging.assessment = &assessment;
	context->why = NULL;
	status = context_status(context,
	    db_txn_agency(context->db, context->actor.agency_id, merge, &merging));
	return status != 0 ?
	    status :
	    context_redirect(context, "/upload/document/%lld?done=merged", (long long)merging.keep);
}
