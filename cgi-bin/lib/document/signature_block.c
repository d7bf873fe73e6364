/* SPDX-License-Identifier: ISC */
/*
 * Who signs, with room for the hand above the name; one to the right, two side
 * by side.  Says where that room is, so that an electronic signature is seen
 * there.
 */
#include "document/signature_block.h"

#include <string.h>

#include "base/banned.h"

static const double MM = 72 / 25.4;
enum {
	GAP = 7,       /* below them */
	BEHALF = 5,    /* bytes of what hangs out */
	BEHALF_GAP = 3 /* between that and the column */
};

enum { SIGN_DATED, SIGN_OFFICE, SIGN_NAME, SIGN_RANK, SIGN_NIP };

static const double sign_space = 20 * 72 / 25.4;

/* "a.n. " before the office in whose name somebody signs hangs out of the column, so
 * that all offices and the name stand below each other. */
static const char behalf[] = "a.n. ";

static void
signature_put_behalf(struct paginator *paginator, double x, double y)
{
	struct text text = text_layout(paginator, STYLE_BODY, behalf, 20 * MM, PANGO_ALIGN_LEFT,
	    false);

	paginator_put(paginator, &text, x - text.lines[0].width - BEHALF_GAP, y, 0, text.count);
}

/* Puts one signature, or only measures it (put false); its height.  *space is
 * where the room for the hand begins. */
static double
signature(struct paginator *paginator, const struct row *row, double x, double width, bool put,
    double *space)
{
	double y = paginator->y;

	*space = y;
	for (size_t at = 0; at < row->count; at++) {
		bool dots = strncmp(row->cells[at], "…", 3) == 0;
		bool hangs = at == SIGN_OFFICE && strncmp(row->cells[at], behalf, BEHALF) == 0;
		struct text text = text_layout(paginator,
		    at == SIGN_NAME && !dots ? STYLE_NAME : STYLE_BODY,
		    row->cells[at] + (hangs ? BEHALF : 0), width, PANGO_ALIGN_LEFT, false);

		if (at == SIGN_NAME) {
			*space = y;
			y += sign_space;
		}
		if (*row->cells[at] == '\0' && at > SIGN_NAME)
			continue;
		if (put && *row->cells[at] != '\0') {
			paginator_open(paginator, "P");
			if (hangs)
				signature_put_behalf(paginator, x, y);
			paginator_put(paginator, &text, x, y, 0, text.count);
			paginator_close(paginator, "P");
		}
		y += text.advance;
	}
	return y - paginator->y;
}

double
signatures_height(struct paginator *paginator, const struct block *block)
{
	double height = 0;

	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		double space;
		double one = signature(paginator, row, 0, SIGNATURE_WIDE * MM, false, &space);

		if (one > height)
			height = one;
	}
	return height + 10;
}

void
signatures_put(struct paginator *paginator, const struct block *block, struct render_place *place)
{
	double height = signatures_height(paginator, block), width = SIGNATURE_WIDE * MM;
	double x = paginator->right - width, space;
	bool two = block->row_count > 1;

	paginator_need(paginator, height);
	paginator->y += 10;
	if (two)
		signature(paginator, block->rows, paginator->left, width, true, &space);
	if (block->last != NULL) {
		signature(paginator, block->last, x, width, true, &space);
		if (place != NULL)
			*place = (struct render_place){ paginator->page_count, x, space, width,
				sign_space, paginator->height };
	}
	paginator->y += height - 10 + GAP;
}
