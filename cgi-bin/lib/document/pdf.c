/* SPDX-License-Identifier: ISC */
/*
 * The PDF of a model as programs send it: drawn with the region's crest and,
 * for an issued paper, with its address and digest; and the file's own digest
 * kept, so that whoever holds the file can ask whether it is ours.
 */
#include "document/pdf.h"

#include "base/secret.h"
#include <stdint.h>
#include <stdio.h>

#include "frame/download.h"
#include "base/banned.h"

/* The path of the crest of a model, or NULL. */
static const char *
crest_path(struct context *context, const struct document_model *model)
{
	const struct block *head = model->blocks;
	struct rows rows;

	if (head == NULL || head->kind != BLOCK_LETTERHEAD || *head->text == '\0' ||
	    db_select(context->db, &rows, STATEMENT_CREST_FIND, db_text(head->text)) != 1)
		return NULL;
	return arena_format(context->arena, "%s/%s", context->config->files_dir,
	    row_text(&rows, 0, "stored_name"));
}

/* Width and height of a PNG stand at the same place in each (ISO 15948, 11.2.2). */
static unsigned
png_number(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 |
	    bytes[3];
}

bool
paper_crest(struct context *context, const struct document_model *model, struct buffer *png,
    struct picture_size *size)
{
	enum { WIDTH_AT = 16, HEIGHT_AT = 20, SIZES_END = 24, SIDE_MM = 22 };
	const char *path = crest_path(context, model);
	FILE *file = path == NULL ? NULL : fopen(path, "rb");
	char piece[4096];
	unsigned width, height;
	size_t got;

	if (file == NULL)
		return false;
	while ((got = fread(piece, 1, sizeof(piece), file)) > 0)
		buffer_add(png, piece, got);
	fclose(file);
	if (png->length < SIZES_END)
		return false;
	width = png_number((const unsigned char *)png->bytes + WIDTH_AT);
	height = png_number((const unsigned char *)png->bytes + HEIGHT_AT);
	if (width == 0 || height == 0 || width > UINT16_MAX || height > UINT16_MAX)
		return false;
	size->height_mm = width > height ? (int)(SIDE_MM * height / width) : SIDE_MM;
	size->width_mm = width > height ? SIDE_MM : (int)(SIDE_MM * width / height);
	return true;
}

int
paper_remember(struct context *context, int64_t issued_id, int64_t letter_id,
    const unsigned char *sha256_bytes, size_t length)
{
	int result = db_run(context->db, STATEMENT_ISSUED_FILE_ADD,
	    db_bytes(sha256_bytes, SHA256_BYTES), db_key(issued_id), db_key(letter_id),
	    db_int((int64_t)length));

	return result < 0 ? context_status(context, result) : 0;
}

static int
pdf_draw(struct context *context, const struct document_model *model, struct rendering *drawing,
    struct buffer *pdf)
{
	if (!render_can())
		return context_refuse(context, 404,
		    "Di server ini berkas PDF "
		    "tidak dibuat. Buka halaman cetaknya, lalu simpan sebagai "
		    "PDF dari peramban Anda.");
	drawing->author = context->actor.region_name;
	drawing->crest = crest_path(context, model);
	if (model->blocks != NULL && model->blocks->rows != NULL)
		drawing->author = model->blocks->rows->cells[0];
	if (render_pdf(model, drawing, pdf) != 0) {
		ERROR_CAUSE(&context->errors, "a PDF could not be drawn");
		return 500;
	}
	return 0;
}

int
paper_pdf_of(struct context *context, const struct document_model *model, const char *made_at,
    struct buffer *pdf)
{
	return pdf_draw(context, model, &(struct rendering){ .made_at = made_at }, pdf);
}

int
paper_pdf_marked(struct context *context, const struct document_model *model, const char *mark,
    struct buffer *pdf)
{
	return pdf_draw(context, model, &(struct rendering){ .made_at = "", .mark = mark }, pdf);
}

int
paper_pdf(struct context *context, const struct document_model *model,
    const struct issued_document *paper, struct render_place *sign, struct buffer *pdf)
{
	struct rendering drawing = { .made_at = "", .sign = sign };

	if (paper != NULL) {
		drawing.made_at = paper->issued_at;
		drawing.address = issued_address(context, paper->code);
		drawing.code = paper->code;
		drawing.digest = paper->digest;
		drawing.mark = issued_ended(context->arena, paper);
	}
	return pdf_draw(context, model, &drawing, pdf);
}

void
paper_pdf_answer(struct context *context, const struct buffer *pdf, int64_t region_id,
    int64_t agency_id, const char *name)
{
	context_takes_out(context, "export", region_id, agency_id, name);
	answer_header(context->request, "Cache-Control", "private, no-cache");
	answer_header(context->request, "Content-Disposition",
	    disposition_of(context->arena, "attachment", name));
	answer_send(context->request, 200, "application/pdf", pdf->bytes, pdf->length);
}
