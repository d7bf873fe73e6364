/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_TEXT_FILE_H
#define DOCUMENT_TEXT_FILE_H

#include "document/issued.h"
#include "document/render.h"
#include "frame/context.h"

/*
 * A document as a text to work on, for LibreOffice and Word, that looks like its PDF.
 */
enum text_kind { TEXT_ODT, TEXT_DOCX };

/* "odt", "docx". */
const char *text_ending(enum text_kind);

/* The crest of the letterhead, where the model has one of either. */
struct text_crest {
	bool there;
	struct buffer png;
	struct picture_size size;
};
void text_crest_read(struct context *, const struct document_model *, struct text_crest *);

/* Answers with it, to be saved under that name; mark: what says that it counts no more, or
 * NULL.  0 or a status. */
int text_send(struct context *, enum text_kind, const struct document_model *,
    const struct text_crest *, const char *mark, const char *name);

/*
 * What is printed, as the file that the end of the address names: /pdf, /odt or /docx; `issued`
 * is NULL for what is not issued, else the PDF has its code, and either says where it is over.
 * Made first, which may ask and gives a status (document/pdf.h), then sent, and noted
 * as an export of the region and the agency that it is about (0: none).  The name is that of
 * the PDF, "laporan.pdf"; a text has its own ending in that one's place.
 */
struct paper_file {
	bool text; /* else the PDF */
	enum text_kind kind;
	struct text_crest crest;
	struct buffer pdf;
	const char *mark; /* of a text: see text_send */
};
struct paper_about {
	int64_t region_id, agency_id;
};
int paper_file_make(struct context *, const struct document_model *,
    const struct issued_document *issued, struct paper_file *);
/* The same of what is not issued yet: the mark says so above it. */
int paper_file_make_marked(struct context *, const struct document_model *, const char *mark,
    struct paper_file *);
int paper_file_send(struct context *, const struct document_model *, const struct paper_file *,
    const struct paper_about *, const char *name);

#endif
