/* SPDX-License-Identifier: ISC */
#ifndef PICTURE_COUNT_ROWS_H
#define PICTURE_COUNT_ROWS_H

#include "picture/canvas.h"

/*
 * Bars that lie one below the other, each with its name before and its count behind it: the
 * longest fills the width.  `most` is its count; `y` goes on with each row.
 */
struct count_rows {
	struct canvas *canvas;
	int most;
	int32_t room, y; /* for the longest bar; of the next row */
};

struct count_rows count_rows_begin(struct canvas *, int most);
void count_rows_draw(struct count_rows *, const char *name, int count, enum ink bar, enum ink text);
struct picture *count_rows_end(const struct count_rows *, const char *title);

#endif
