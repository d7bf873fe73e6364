/* SPDX-License-Identifier: ISC */
#include "document/pdf.h"

#include "base/secret.h"
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
paper_pdf(struct visit *visit, const struct composition *composition,
    const struct paper *paper, struct draw_place *sign, struct buffer *pdf)
{
	struct drawing drawing = { .author = visit->actor.region_name,
	    .made_at = "", .crest = crest_path(visit, composition),
	    .sign = sign };

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
	if (draw_pdf(composition, &drawing, pdf) != 0) {
		FAULT(&visit->fault, "a PDF could not be drawn");
		return 500;
	}
	return paper == NULL ? 0 : remember(visit, paper, pdf);
}
