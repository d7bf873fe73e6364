/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_PDF_H
#define DOCUMENT_PDF_H

#include "document/render.h"
#include "document/issued.h"

/*
 * The PDF file of a model, and of the paper that it was issued as (NULL:
 * of none).  sign as in document/render.h.  Linked by paper and by esign.
 * 0, or a status: 404, with a sentence, where no PDF can be made.
 */
int paper_pdf(struct context *, const struct document_model *, const struct issued_document *,
    struct render_place *sign, struct buffer *pdf);

/* The same of what is not issued yet: with what says so above each page. */
int paper_pdf_marked(struct context *, const struct document_model *, const char *mark,
    struct buffer *pdf);

/* The same of what is not issued but kept as a file: made at a moment that is said, as the
 * database writes it, so that the same model is the same file. */
int paper_pdf_of(struct context *, const struct document_model *, const char *made_at,
    struct buffer *pdf);

/* Answers with a PDF to be saved under that name, and has it noted as an export of the
 * region and the agency that it is about (0: none). */
void paper_pdf_answer(struct context *, const struct buffer *pdf, int64_t region_id,
    int64_t agency_id, const char *name);

/* The crest of a model's letterhead as a PNG, and how large it stands there; false
 * where it has none. */
bool paper_crest(struct context *, const struct document_model *, struct buffer *png,
    struct picture_size *);

/* Before a paper's file is given away: its digest is kept, so that whoever
 * holds the file finds the paper (paper/check_file.c).  Of a letter of a service
 * the number of that is given, and 0 for the other.  0 or a status. */
int paper_remember(struct context *, int64_t issued_id, int64_t letter_id,
    const unsigned char *sha256_bytes, size_t length);

#endif
