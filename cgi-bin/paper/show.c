/* SPDX-License-Identifier: ISC */
/*
 * A paper that was issued, on the screen and as PDF, for those who may see
 * what it is about; drawn from what it keeps and from nothing else.
 */
#include "paper/paper.h"

#include <string.h>

#include "document/pdf.h"
#include "base/banned.h"

int
send_pdf(struct context *context, const struct document_model *model,
    const struct issued_document *paper, const char *name)
{
	struct buffer pdf = { .arena = context->arena };
	int status = paper_pdf(context, model, paper, NULL, &pdf);

	if (status != 0)
		return status;
	answer_header(context->request, "Cache-Control", "private, no-cache");
	answer_header(context->request, "Content-Disposition",
	    arena_format(context->arena, "attachment; filename=\"%s\"", name));
	answer_send(context->request, 200, "application/pdf", pdf.bytes, pdf.length);
	return 0;
}

int
show_paper(struct context *context)
{
	struct document_model model;
	struct issued_document paper;
	int status = issued_by_id(context, context->keys[0], &paper);

	if (status != 0)
		return status;
	issued_fill(context, &paper);
	if (model_read(context->arena, paper.content, &model)) {
		page_set(&context->page, "May.edit", "1");
		fill_tables(context, &model);
	}
	if (paper.assessment_id != 0)
		page_set_int(&context->page, "Back.assessment", paper.assessment_id);
	else if (context->actor.agency_id == 0 || !context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		page_set_int(&context->page, "Back.cycle", paper.cycle_id);
	return context_show(context, "paper/paper");
}

int
send_paper(struct context *context)
{
	struct document_model model;
	struct issued_document paper;
	int status = issued_by_id(context, context->keys[0], &paper);

	if (status != 0)
		return status;
	if (!model_read(context->arena, paper.content, &model))
		return context_refuse(context, 409,
		    "Lembar ini diterbitkan "
		    "sebelum ada berkas PDF. Cetak dari halamannya, atau "
		    "buat lembar yang baru.");
	return send_pdf(context, &model, &paper,
	    arena_format(context->arena, "%s-%.8s.pdf", paper.kind, paper.code));
}
