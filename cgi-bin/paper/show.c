/* SPDX-License-Identifier: ISC */
#include "paper/paper.h"

#include <string.h>

#include "document/pdf.h"
#include "base/banned.h"

int
send_pdf(struct visit *visit, const struct composition *composition,
    const struct paper *paper, const char *name)
{
	struct buffer pdf = { .arena = visit->arena };
	int status = paper_pdf(visit, composition, paper, NULL, &pdf);

	if (status != 0)
		return status;
	answer_header(visit->request, "Cache-Control", "private, no-cache");
	answer_header(visit->request, "Content-Disposition",
	    arena_format(visit->arena, "attachment; filename=\"%s\"", name));
	answer_send(visit->request, 200, "application/pdf", pdf.bytes,
	    pdf.length);
	return 0;
}

int
show_paper(struct visit *visit)
{
	struct composition composition;
	struct paper paper;
	int status = paper_by_id(visit, visit->keys[0], &paper);

	if (status != 0)
		return status;
	paper_fill(visit, &paper);
	if (composition_read(visit->arena, paper.content, &composition)) {
		page_set(&visit->page, "May.edit", "1");
		fill_tables(visit, &composition);
	}
	if (paper.assessment_id != 0)
		page_set_int(&visit->page, "Back.assessment",
		    paper.assessment_id);
	else if (visit->actor.agency_id == 0 || !visit_may(visit,
	    ROLE_OPERATOR | ROLE_HEAD))
		page_set_int(&visit->page, "Back.cycle", paper.cycle_id);
	return visit_show(visit, "paper/paper");
}

int
send_paper(struct visit *visit)
{
	struct composition composition;
	struct paper paper;
	int status = paper_by_id(visit, visit->keys[0], &paper);

	if (status != 0)
		return status;
	if (!composition_read(visit->arena, paper.content, &composition))
		return visit_refuse(visit, 409, "Lembar ini diterbitkan "
		    "sebelum ada berkas PDF. Cetak dari halamannya, atau "
		    "buat lembar yang baru.");
	return send_pdf(visit, &composition, &paper,
	    arena_format(visit->arena, "%s-%.8s.pdf", paper.kind,
	    paper.code));
}
