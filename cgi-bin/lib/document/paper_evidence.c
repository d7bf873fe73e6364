/* SPDX-License-Identifier: ISC */
/*
 * A paper as a PDF among the documents of its agency, under a criterion: drawn, looked at
 * as an upload is, kept as a document or its next revision, linked.
 */
#include "document/paper_evidence.h"

#include <string.h>

#include "assessment/document_file.h"
#include "assessment/placing.h"
#include "document/pdf.h"
#include "frame/form_upload.h"
#include "rules/quality.h"
#include "store/media_type.h"
#include "base/banned.h"

struct evidence_making {
	struct context *context;
	const struct paper_evidence *paper;
	const struct assessment *assessment;
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
evidence_draw(struct evidence_making *making, const struct document_model *model)
{
	struct context *context = making->context;
	struct candidate *candidate = &making->candidate;
	struct buffer pdf = { .arena = context->arena };
	const char *why;
	int status = paper_pdf_of(context, model,
	    arena_format(context->arena, "%s 00:00:00.000", making->paper->until), &pdf);

	if (status == 0)
		status = stage_pdf(context, &pdf, &candidate->staged);
	if (status != 0)
		return status;
	why = examine_file(context, candidate->staged, FILE_PDF, &candidate->inspection,
	    &candidate->scan);
	if (why != NULL)
		return context_refuse(context, 409, "%s", why);
	candidate->media = file_media(FILE_PDF);
	candidate->client_name = making->paper->file_name;
	return 0;
}

static int
add_paper_document(struct evidence_making *making, int64_t *id)
{
	struct context *context = making->context;
	const struct paper_evidence *paper = making->paper;
	/* What tells of days that are over stays good; of a kind that expires it would not. */
	const char *until = quality_expires(paper->kind) ? NULL : paper->until;
	int result = db_run(context->db, STATEMENT_UPLOAD_CREATE, db_int(context->actor.agency_id),
	    db_text(paper->title), db_text(paper->kind), db_text(""), db_text(paper->until),
	    db_text(paper->from), db_text(until), db_text(""), db_int(context->actor.account_id));

	if (result < 0)
		return result;
	*id = db_last_key(context->db);
	result = document_change(context, *id, NULL,
	    revision_words(context->arena, 1, &making->candidate), NULL);
	if (result == 0)
		result = revision_add(context, *id, &making->candidate);
	return result != 0 ? result : paper->keep(context, paper->of, *id);
}

/* The document that it was made of before, with what it says by now. */
static int
renew_paper_document(struct evidence_making *making, const struct paper_before *before)
{
	struct context *context = making->context;
	char sha256[SHA256_TEXT];
	int64_t id = before->id;
	int result;

	hex_text(sha256, making->candidate.staged->sha256, SHA256_BYTES);
	if (strcmp(sha256, before->sha256) == 0)
		return 0;
	result = document_change(context, id, NULL,
	    revision_words(context->arena, before->number + 1, &making->candidate), NULL);
	return result != 0 ? result : revision_add(context, id, &making->candidate);
}

static int
make_linked(struct db *db, void *argument)
{
	struct evidence_making *making = argument;
	struct context *context = making->context;
	const struct paper_evidence *paper = making->paper;
	struct paper_before before = { .id = 0 };
	int64_t id;
	bool fresh;
	int result = links_begin(context, making->assessment);

	(void)db;
	if (result != 0)
		return result;
	result = paper->find(context, paper->of, &before);
	if (result != 0)
		return result;
	id = before.id;
	result = id != 0 ? renew_paper_document(making, &before) : add_paper_document(making, &id);
	if (result == 0)
		result = link_put(context, making->assessment, &making->criterion, id, &fresh);
	return result;
}

struct paper_before
paper_before_of(const struct rows *rows)
{
	return (struct paper_before){ .id = row_int(rows, 0, "id"),
		.number = row_int(rows, 0, "number"),
		.sha256 = row_text(rows, 0, "sha256") };
}

int
paper_evidence_make(struct context *context, const struct paper_evidence *paper,
    const struct document_model *model, const struct assessment *assessment, int item_field)
{
	struct evidence_making making = { .context = context,
		.paper = paper,
		.assessment = assessment };
	int status = criterion_find(context, assessment, form_number(&context->form, item_field),
	    &making.criterion);

	if (status == 0)
		status = criterion_open(context, assessment, making.criterion.needs_correction);
	if (status == 0)
		status = evidence_draw(&making, model);
	if (status == 0)
		status = candidate_commit(context, &making.candidate, item_field, make_linked,
		    &making);
	return status != 0 ? status : criterion_go_back(context, assessment, &making.criterion);
}
