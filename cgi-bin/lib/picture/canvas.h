/* SPDX-License-Identifier: ISC */
#ifndef PICTURE_CANVAS_H
#define PICTURE_CANVAS_H

#include "picture/picture.h"

/* What all pictures are made with.  A canvas collects shapes; canvas_end()
 * makes them a picture. */
struct canvas {
	struct arena *arena;
	int32_t width;
	struct buffer shapes;
	struct buffer words; /* the description */
	struct picture_table table;
};

enum {
	TEXT_SIZE = 120, /* of letters */
	TEXT_SMALL = 110,
	TEXT_LINE = 150, /* from one line of text to the next */
	TEXT_RISE = 40,  /* from the middle of a line to its baseline */
	EDGE = 10        /* around a picture */
};

struct canvas canvas_begin(struct arena *, int32_t width);
struct picture *canvas_end(struct canvas *, const char *title, int32_t height);

bool canvas_narrow(const struct canvas *);

void canvas_line(struct canvas *, enum ink, int32_t x1, int32_t y1, int32_t x2, int32_t y2);
/* The points are copied. */
void canvas_points(struct canvas *, enum shape_kind, enum ink, const struct point *, size_t count);
void canvas_rect(struct canvas *, enum ink, struct box);
/* A rectangle filled with slanting lines, as one shape of INK_HATCH. */
void canvas_hatch(struct canvas *, struct box);
void canvas_dot(struct canvas *, enum ink, int32_t x, int32_t y, int32_t radius);

/* How a text is set. */
struct lettering {
	enum ink ink;
	enum anchor anchor;
	int32_t size; /* 0: TEXT_SIZE */
	bool strong;
};

#define LETTERING(...) (&(struct lettering){ __VA_ARGS__ })

int32_t text_width(const char *text, int32_t size, bool strong);

void canvas_text(struct canvas *, const struct lettering *, int32_t x, int32_t y, const char *text);

/* The same, unless it would touch a text that is there already. */
void canvas_text_apart(struct canvas *, const struct lettering *, int32_t x, int32_t y,
    const char *text);

/*
 * A text cut into lines no wider than `width`, between words where that goes,
 * at most `most` of them; what does not fit ends in "…".
 */
enum { WRAP_LINES = 4 };

struct wrapped {
	const char *lines[WRAP_LINES];
	size_t count;
};

struct wrapped text_wrap(struct arena *, const char *text, int32_t size, bool strong, int32_t width,
    size_t most);
/* TEXT_LINE apart, the first baseline at y. */
void canvas_wrapped(struct canvas *, const struct lettering *, int32_t x, int32_t y,
    const struct wrapped *);

/* The mark of a series, so that its points are told apart without colour:
 * disc, square, diamond, triangle, in the order of the inks. */
void canvas_mark(struct canvas *, enum ink line, int32_t x, int32_t y);
/* The same, so many hundredths as large. */
void canvas_mark_sized(struct canvas *, enum ink line, int32_t x, int32_t y, int32_t size);

/* A line, its mark and its name, in rows that begin at y; gives the y below
 * the last row. */
int32_t canvas_legend(struct canvas *, const struct series *, size_t count, int32_t y);

/* Sine and cosine of part/parts of a full turn, in 1/10000. */
int32_t turn_sine(int32_t part, int32_t parts);
int32_t turn_cosine(int32_t part, int32_t parts);

/* ---- the table and the words ---------------------------------------------- */

void listing_begin(struct canvas *, const char *head, size_t columns, size_t rows);
void listing_column(struct canvas *, size_t column, const char *text);
void listing_row(struct canvas *, size_t row, const char *head, bool total);
void listing_cell(struct canvas *, size_t row, size_t column, const char *text);
void listing_number(struct canvas *, size_t row, size_t column, int64_t number, bool absent);
void listing_level(struct canvas *, size_t row, size_t column, int level);

/* "1. PERENCANAAN …" of the variable at this index */
const char *variable_head(struct arena *, const char *const *variables, size_t at);

/* 378 -> "37,8"; AVERAGE_ABSENT -> "–" */
const char *tenths_text(struct arena *, int tenths);
/* 9 -> "+9", -2 -> "−2", 0 -> "0" */
const char *change_text(struct arena *, int change);
/* 12 -> "+1,2", -3 -> "−0,3" */
const char *tenths_change_text(struct arena *, int tenths);
/* "III"; "–" when there is none */
const char *level_text(int level);
/* A score, or "–" when a level is absent. */
const char *sum_text(struct arena *, const int *levels, size_t count);

#endif
