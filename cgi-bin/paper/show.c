/* SPDX-License-Identifier: ISC */
/*
 * A paper that was issued, on the screen and as PDF, for those who may see
 * what it is about; drawn from what it keeps and from nothing else, and drawn
 * once.
 */
#include "paper/paper.h"

#include <string.h>

#include "document/drawing.h"
#include "document/pdf.h"
#include "signing/printed_head.h"
#include "base/banned.h"

int
send_pdf(struct context *context, const struct document_model *model, const char *name)
{
	struct buffer pdf = { .arena = context->arena };
	int status = paper_pdf(context, model, NULL, NULL, &pdf);

	if (status == 0)
		paper_pdf_answer(context, &pdf, 0, 0, name);
	return status;
}

/* On these the head of the agency has a place to sign. */
static bool
names_head(const struct issued_document *paper)
{
	return *paper->ended == '\0' && paper->assessment_id != 0 &&
	    (strcmp(paper->kind, "form") == 0 || strcmp(paper->kind, "minutes") == 0 ||
		strcmp(paper->kind, "score") == 0);
}

int
show_paper(struct context *context)
{
	struct document_model model;
	struct issued_document paper;
	bool read, head_changed = false;
	int status = issued_by_id(context, context->keys[0], &paper);

	if (status != 0)
		return status;
	read = model_read(context->arena, paper.content, &model);
	if (read && names_head(&paper))
		status = printed_head_changed(context, paper.assessment_id, &model, &head_changed);
	if (status != 0)
		return status;
	issued_fill(context, &paper);
	if (head_changed)
		page_set(&context->page, "Printed.head_changed", "1");
	if (read) {
		page_set(&context->page, "May.edit", "1");
		fill_tables(context, &model);
	}
	if (paper.assessment_id != 0)
		page_set_int(&context->page, "Back.assessment", paper.assessment_id);
	else if (context->actor.agency_id == 0 || !context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		page_set_int(&context->page, "Back.cycle", paper.cycle_id);
	return context_show(context, "paper/paper");
}

/* Drawn from what it keeps. */
static int
draw_paper(struct context *context, int64_t issued_id, struct buffer *pdf)
{
	struct document_model model;
	struct issued_document paper;
	int status = issued_by_id(context, issued_id, &paper);

	if (status != 0)
		return status;
	if (!model_read(context->arena, paper.content, &model))
		return context_refuse(context, 409,
		    "Lembar ini diterbitkan "
		    "sebelum ada berkas PDF. Cetak dari halamannya, atau "
		    "buat lembar yang baru.");
	return paper_pdf(context, &model, &paper, NULL, pdf);
}

int
paper_stored(struct context *context, int64_t issued_id, struct drawing *drawing,
    struct buffer *pdf)
{
	unsigned char digest[SHA256_BYTES];
	int status = drawing_find(context, issued_id, drawing);

	if (status != 0 || drawing->stored)
		return status;
	status = draw_paper(context, issued_id, pdf);
	if (status == 0) {
		drawing_write(context, drawing, pdf, digest);
		status = paper_remember(context, issued_id, 0, digest, pdf->length);
	}
	/* Last: what is sent without being drawn is not remembered any more. */
	if (status == 0)
		drawing_keep(context, issued_id, drawing, digest);
	return status;
}

int
send_paper(struct context *context)
{
	struct buffer pdf = { .arena = context->arena };
	struct drawing drawing;
	int status = paper_stored(context, context->keys[0], &drawing, &pdf);

	if (status != 0)
		return status;
	if (drawing.stored) {
		context_takes_out(context, "export", 0, 0, drawing.file.name);
		return download_send(context, &drawing.file);
	}
	paper_pdf_answer(context, &pdf, 0, 0, drawing.file.name);
	return 0;
}
