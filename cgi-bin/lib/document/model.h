/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_MODEL_H
#define DOCUMENT_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * What stands on a paper, said once: blocks in their order, each a text or
 * rows of cells.  A paper is kept as the lines "name=value" of its
 * model (document/issued.h); the print page and the public check page are
 * drawn from these lines by templates/paper.cs, the PDF by cgi-bin/paper.
 * So whatever the data say later, the paper says what it said.
 *
 * Texts are UTF-8, may hold line ends, are never NULL and are kept, not
 * copied: they live in the same arena or longer.
 */
enum block_kind {
	BLOCK_LETTERHEAD, /* text: SHA-256 of the crest or "";
				 * rows of one cell: government, office, then
				 * lines of the address */
	BLOCK_TITLE,      /* text, centred; rows of one cell below it */
	BLOCK_HEADING,    /* text, level 1 to 3; stays with what follows */
	BLOCK_ADDRESS,    /* of a letter: text: place and date; rows of two cells:
				 * number and what else it is known by; rows of
				 * one cell: to whom; level 1: those to the right */
	BLOCK_PARAGRAPH,  /* text, justified; level 1: its first line indented */
	BLOCK_RIGHT,      /* text, one line to the right: place and date */
	BLOCK_NOTE,       /* text, small */
	BLOCK_FACTS,      /* rows of two cells: label, value */
	BLOCK_LIST,       /* text: what is listed, or ""; rows of two cells:
				 * marker, text */
	BLOCK_TABLE,      /* text: caption or ""; columns; rows */
	BLOCK_CONTENTS,   /* headings of level 1 and 2, with their pages */
	BLOCK_PICTURE,    /* figures to be drawn: see document/chart_record.h */
	BLOCK_LINES,      /* text: label; level: empty lines to write on */
	BLOCK_SIGNATURES, /* rows of five cells: place and date, office,
				 * name, rank, NIP, or the first three; one
				 * stands to the right, two side by side */
	BLOCK_FOOT,       /* text, smallest, at the end of a paper: codes that
				 * machines compare */
	BLOCK_PAGE,       /* what follows begins a page */
	BLOCK_QR,         /* text: an address, as a large QR code: of a poster */
	BLOCK_KINDS
};

struct column {
	const char *label;
	int width; /* share of the whole */
	enum align {
		ALIGN_LEFT,
		ALIGN_CENTRE,
		ALIGN_RIGHT,
		ALIGN_INK /* signatures: rules/drawn_line.h, or a text */
	} align;
};

enum { CELLS_MAX = 24 };

struct row {
	const char **cells;
	size_t count;
	bool total; /* a sum: printed bold, never alone on a page */
	struct row *next;
};

struct block {
	enum block_kind kind;
	const char *text;
	int level;
	struct column columns[CELLS_MAX];
	size_t column_count;
	struct row *rows, *last;
	size_t row_count;
	struct block *next;
};

/* Of what is filled on a page, in millimetres; all 0: the usual. */
enum margin { MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT, MARGINS };
extern const int usual_margins[MARGINS];

struct document_model {
	struct arena *arena;
	const char *title; /* of the document, for readers of screens */
	bool folio;        /* F4, 215 × 330 mm; else A4 */
	bool landscape;
	bool serif; /* letters with serifs, as Times; else as Arial */
	bool large; /* texts of 12 points, else of 11 */
	int margins[MARGINS];
	struct block *blocks, *last;
};

/* A block at the end; fill in its level. */
struct block *compose(struct document_model *, enum block_kind, const char *text);

/* A column to the right of those that the table has. */
void compose_column(struct block *, const char *label, int width, enum align);

/* A row at the end of a block that gets its cells one by one.  What is more
 * than CELLS_MAX is left out, as a column is. */
struct row *compose_line(struct document_model *, struct block *);
void compose_cell(struct row *, const char *text);

/* The one row of a list of nothing, which has no cells: a table without rows is
 * none and goes out nowhere. */
void compose_head_alone(struct document_model *, struct block *);

/* A row at the end of a block. */
#define compose_row(model, block, ...) \
	compose_cells((model), (block), (const char *const[]){ __VA_ARGS__ }, \
	    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))
struct row *compose_cells(struct document_model *, struct block *, const char *const *cells,
    size_t count);

/* "table", "heading": as in the lines, and for templates. */
const char *block_code(enum block_kind);

/* One of its margins, in millimetres. */
int model_margin(const struct document_model *, enum margin);

/* The lines of a model, and back.  Reading takes lines of no block, and
 * papers that were issued before there were blocks, for none: false. */
void model_write(const struct document_model *, struct buffer *);
bool model_read(struct arena *, const char *lines, struct document_model *);

#endif
