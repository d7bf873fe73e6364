/* SPDX-License-Identifier: ISC */
#include "document/signature_block.h"

#include <string.h>

#include "base/banned.h"

static const double MM = 72 / 25.4;
enum { GAP = 7 };	/* below them */

enum { SIGN_DATED, SIGN_OFFICE, SIGN_NAME, SIGN_RANK, SIGN_NIP };

static const double sign_space = 20 * 72 / 25.4;

/* Puts one signature, or only measures it (put false); its height.  *space is
 * where the room for the hand begins. */
static double
signature(struct press *press, const struct row *row, double x, double width,
    bool put, double *space)
{
	double y = press->y;

	*space = y;
	for (size_t at = 0; at < row->count; at++) {
		bool dots = strncmp(row->cells[at], "…", 3) == 0;
		struct text text = press_text(press, at == SIGN_NAME && !dots ?
		    STYLE_NAME : STYLE_BODY, row->cells[at], width,
		    PANGO_ALIGN_LEFT, false);

		if (at == SIGN_NAME) {
			*space = y;
			y += sign_space;
		}
		if (*row->cells[at] == '\0' && at > SIGN_NAME)
			continue;
		if (put && *row->cells[at] != '\0') {
			press_open(press, "P");
			press_put(press, &text, x, y, 0, text.count);
			press_close(press, "P");
		}
		y += text.advance;
	}
	return y - press->y;
}

double
signatures_height(struct press *press, const struct block *block)
{
	double height = 0;

	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		double space;
		double one = signature(press, row, 0, 75 * MM, false, &space);

		if (one > height)
			height = one;
	}
	return height + 10;
}

void
signatures_put(struct press *press, const struct block *block,
    struct draw_place *place)
{
	double height = signatures_height(press, block), width = 75 * MM;
	double x = press->right - width, space;
	bool two = block->row_count > 1;

	press_need(press, height);
	press->y += 10;
	if (two)
		signature(press, block->rows, press->left, width, true,
		    &space);
	if (block->last != NULL) {
		signature(press, block->last, x, width, true, &space);
		if (place != NULL)
			*place = (struct draw_place){ press->page_count, x,
			    space, width, sign_space, press->height };
	}
	press->y += height - 10 + GAP;
}
