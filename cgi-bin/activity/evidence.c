/* SPDX-License-Identifier: ISC */
/*
 * A paper becomes evidence with one press: its file a document of the agency's library,
 * looked into and measured as any other, and put under the criterion that was pressed.
 * The same paper again is the same document; one that says something else by now is its
 * next revision.
 */
#include "activity/activity.h"

#include <string.h>

#include "activity/likely.h"
#include "assessment/document_file.h"
#include "assessment/placing.h"
#include "document/pdf.h"
#include "frame/form_upload.h"
#include "frame/words.h"
#include "store/media_type.h"
#include "base/banned.h"

enum { QUERY_ALL };
const struct field evidence_query[] = {
	[QUERY_ALL] = { "all", FIELD_FLAG, "Semua kriteria" },
	{ .name = NULL },
};

enum { EVIDENCE_ITEM };
const struct field evidence_fields[] = {
	[EVIDENCE_ITEM] = { "item", FIELD_NUMBER, "Kriteria", true, .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

struct evidence_choice {
	enum paper paper;
	struct activity activity;
	struct assessment assessment;
	struct rows items;
};

static int
find_paper(struct context *context, struct evidence_choice *choice)
{
	const char *lacks;
	int status = activity_find(context, &choice->activity);

	choice->paper = paper_named(context->words[0]);
	if (status == 0 &&
	    (choice->paper == PAPERS || !paper_suits(choice->paper, &choice->activity)))
		status = 404;
	if (status != 0)
		return status;
	lacks = paper_lacks(choice->paper, &choice->activity);
	return lacks == NULL ?
	    assessment_current(context, &choice->assessment) :
	    context_refuse(context, 409, "%s", lacks);
}

static int
read_choice(struct context *context, struct evidence_choice *choice)
{
	int status = find_paper(context, choice);

	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, &choice->items, STATEMENT_ACTIVITY_ITEMS,
		    db_int(choice->assessment.id)));
}

static void
fill_item(struct node *node, const struct rows *items, size_t row)
{
	fill_row(node, items, row);
	node_set(node, "level", words_roman(row_int(items, row, "level")));
}

/* The likely ones first; all of them where they are asked for, or where none is likely. */
static void
evidence_fill_choice(struct context *context, const struct evidence_choice *choice)
{
	const struct rows *items = &choice->items;
	struct node *likely = page_node(&context->page, "Likely");
	struct node *others = page_node(&context->page, "Others");
	size_t rows[LIKELY_MAX], count, shown = 0;
	bool returned = choice->assessment.state == STATE_RETURNED;

	count = likely_items(items, choice->paper, choice->activity.kind, returned, rows);
	for (size_t at = 0; at < count; at++)
		fill_item(node_row(likely, at), items, rows[at]);
	if (count > 0 && *form_text(&context->form, QUERY_ALL) == '\0')
		return;
	page_set(&context->page, "All", "1");
	for (size_t row = 0; row < items->count; row++)
		if (!returned || row_int(items, row, "needs_correction") != 0)
			fill_item(node_row(others, shown++), items, row);
}

static int
show_choice(struct context *context, const struct evidence_choice *choice)
{
	struct node *node = page_node(&context->page, "Paper");

	activity_fill(context, &choice->activity);
	page_set_int(&context->page, "Year", choice->assessment.year);
	node_set(node, "word", paper_word(choice->paper));
	node_set(node, "title", paper_title(choice->paper));
	evidence_fill_choice(context, choice);
	return context_show(context, "activity/evidence");
}

int
show_evidence_choice(struct context *context)
{
	struct evidence_choice choice;
	int status = read_choice(context, &choice);

	return status != 0 ? status : show_choice(context, &choice);
}

/* ---- made evidence --------------------------------------------------------------- */

struct making {
	struct context *context;
	const struct evidence_choice *choice;
	struct criterion_at criterion;
	struct candidate candidate;
};

/* The paper as a file among those of the request: gone at its end unless it is kept. */
static int
stage_pdf(struct context *context, const struct buffer *pdf, struct temporary_file **staged)
{
	struct temporary_file *file = form_upload_more(context);

	if (!form_upload_spare(context, pdf->length))
		return form_upload_no_disk(context);
	if (files_begin(file, context->config->files_dir, &context->errors) != 0 ||
	    files_write(file, pdf->bytes, pdf->length, &context->errors) != 0 ||
	    files_finish(file, &context->errors) != 0)
		return 500;
	*staged = file;
	return 0;
}

static int
evidence_draw(struct making *making)
{
	struct context *context = making->context;
	struct candidate *candidate = &making->candidate;
	struct buffer pdf = { .arena = context->arena };
	struct document_model model;
	const char *why;
	int status = paper_make(context, making->choice->paper, &making->choice->activity, &model);

	if (status == 0)
		status = paper_pdf_of(context, &model,
		    arena_format(context->arena, "%s 00:00:00.000",
			making->choice->activity.ends_on),
		    &pdf);
	if (status == 0)
		status = stage_pdf(context, &pdf, &candidate->staged);
	if (status != 0)
		return status;
	why = examine_file(context, candidate->staged, FILE_PDF, &candidate->inspection,
	    &candidate->scan);
	if (why != NULL)
		return context_refuse(context, 409, "%s", why);
	candidate->media = file_media(FILE_PDF);
	candidate->client_name = paper_file(context->arena, making->choice->paper,
	    &making->choice->activity);
	return 0;
}

static int
add_paper_document(struct making *making, int64_t *id)
{
	struct context *context = making->context;
	const struct activity *activity = &making->choice->activity;
	enum paper paper = making->choice->paper;
	const char *title = paper_name_of(context->arena, paper, activity);
	int result = db_run(context->db, STATEMENT_UPLOAD_CREATE, db_int(context->actor.agency_id),
	    db_text(title), db_text(paper_kind(paper)), db_text(""), db_text(activity->ends_on),
	    db_text(activity->starts_on), db_text(activity->ends_on), db_text(""),
	    db_int(context->actor.account_id));

	if (result < 0)
		return result;
	*id = db_last_key(context->db);
	result = document_change(context, *id, NULL,
	    revision_words(context->arena, 1, &making->candidate), NULL);
	if (result == 0)
		result = revision_add(context, *id, &making->candidate);
	if (result != 0)
		return result;
	result = db_run(context->db, STATEMENT_ACTIVITY_PAPER_FREE, db_int(activity->id),
	    db_text(paper_word(paper)));
	if (result >= 0)
		result = db_run(context->db, STATEMENT_ACTIVITY_DOCUMENT_ADD,
		    db_text(paper_word(paper)), db_int(activity->id), db_int(*id));
	return result < 0 ? result : 0;
}

/* The document that it was made of before, with what it says by now. */
static int
renew_paper_document(struct making *making, const struct rows *rows)
{
	struct context *context = making->context;
	char sha256[SHA256_TEXT];
	int64_t id = row_int(rows, 0, "id");
	int result;

	hex_text(sha256, making->candidate.staged->sha256, SHA256_BYTES);
	if (strcmp(sha256, row_text(rows, 0, "sha256")) == 0)
		return 0;
	result = document_change(context, id, NULL,
	    revision_words(context->arena, row_int(rows, 0, "number") + 1, &making->candidate),
	    NULL);
	return result != 0 ? result : revision_add(context, id, &making->candidate);
}

static int
make_linked(struct db *db, void *argument)
{
	struct making *making = argument;
	struct context *context = making->context;
	const struct activity *activity = &making->choice->activity;
	const struct assessment *assessment = &making->choice->assessment;
	struct rows rows;
	int64_t id;
	bool fresh;
	int result = links_begin(context, assessment);

	if (result != 0)
		return result;
	result = db_select(db, &rows, STATEMENT_ACTIVITY_PAPER_DOCUMENT, db_int(activity->id),
	    db_text(paper_word(making->choice->paper)));
	if (result < 0)
		return result;
	id = result > 0 ? row_int(&rows, 0, "id") : 0;
	result = id != 0 ? renew_paper_document(making, &rows) : add_paper_document(making, &id);
	if (result == 0)
		result = link_put(context, assessment, &making->criterion, id, &fresh);
	return result;
}

int
make_evidence(struct context *context)
{
	struct evidence_choice choice;
	struct making making = { .context = context, .choice = &choice };
	int status = find_paper(context, &choice);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = criterion_find(context, &choice.assessment,
		    form_number(&context->form, EVIDENCE_ITEM), &making.criterion);
	if (status == 0)
		status = criterion_open(context, &choice.assessment,
		    making.criterion.needs_correction);
	if (status == 0)
		status = evidence_draw(&making);
	if (status == 0)
		status = candidate_commit(context, &making.candidate, EVIDENCE_ITEM, make_linked,
		    &making);
	return status != 0 ?
	    status :
	    criterion_go_back(context, &choice.assessment, &making.criterion);
}
