/* SPDX-License-Identifier: ISC */
#ifndef RULES_DRAWN_LINE_H
#define RULES_DRAWN_LINE_H

#include <stdbool.h>

/*
 * A signature that was drawn with a finger or a mouse: strokes, each "M" and its first
 * point, then "L" and the next, as in the data of an SVG path and with nothing else:
 * "M12 30L14 33L20 31M40 10L41 60".  A point is two whole numbers of up to three digits
 * and one blank between them, within the box.  Browsers send it, so that not one byte of
 * it is taken on trust.
 */
enum { DRAWN_WIDTH = 300, DRAWN_HEIGHT = 100, DRAWN_LENGTH = 3000, DRAWN_LEAST = 3 };

struct drawn_point {
	int x, y;
	bool begins; /* a stroke */
};

/* The next point of a line; false at its end, and where it is none. */
bool drawn_next(const char **line, struct drawn_point *);

/* Whether all of a text is such a line, no longer than DRAWN_LENGTH bytes, with more
 * than DRAWN_LEAST points: a touch by mistake signs nothing. */
bool drawn_line(const char *text);

#endif
