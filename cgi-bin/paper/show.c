/* SPDX-License-Identifier: ISC */
#include "paper/paper.h"

#include <string.h>

#include "base/secret.h"
#include "paper/draw.h"
#include "base/banned.h"

/* The path of the crest of a composition, or NULL. */
static const char *
crest_path(struct visit *visit, const struct composition *composition)
{
	const struct block *head = composition->blocks;
	struct rows rows;

	if (head == NULL || head->kind != BLOCK_LETTERHEAD ||
	    *head->text == '\0' || db_select(visit->db, &rows,
	    STATEMENT_CREST_FIND, db_text(head->text)) != 1)
		return NULL;
	return arena_format(visit->arena, "%s/%s", visit->config->files_dir,
	    row_text(&rows, 0, "stored_name"));
}

/* What a file was made of is found again by its digest: portal/check. */
static int
remember(struct visit *visit, const struct paper *paper,
    const struct buffer *pdf)
{
	unsigned char digest[SHA256_BYTES];
	int result;

	sha256(digest, pdf->bytes, pdf->length);
	result = db_run(visit->db, STATEMENT_PAPER_FILE_ADD,
	    db_bytes(digest, sizeof(digest)), db_int(paper->id),
	    db_int((int64_t)pdf->length));
	return result < 0 ? visit_status(visit, result) : 0;
}

int
send_pdf(struct visit *visit, const struct composition *composition,
    const struct paper *paper, const char *name)
{
	struct buffer pdf = { .arena = visit->arena };
	struct drawing drawing = { .author = visit->actor.region_name,
	    .made_at = "", .crest = crest_path(visit, composition) };
	int status;

	if (!draw_can())
		return visit_refuse(visit, 404, "Di server ini berkas PDF "
		    "tidak dibuat. Buka halaman cetaknya, lalu simpan sebagai "
		    "PDF dari peramban Anda.");
	if (composition->blocks != NULL && composition->blocks->rows != NULL)
		drawing.author = composition->blocks->rows->cells[0];
	if (paper != NULL) {
		drawing.made_at = paper->issued_at;
		drawing.address = paper_address(visit, paper->code);
		drawing.code = paper->code;
		drawing.digest = paper->digest;
	}
	if (draw_pdf(composition, &drawing, &pdf) != 0) {
		FAULT(&visit->fault, "a PDF could not be drawn");
		return 500;
	}
	if (paper != NULL && (status = remember(visit, paper, &pdf)) != 0)
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
