/* SPDX-License-Identifier: ISC */
/*
 * The card that stands for a published result where its address is shared:
 * whose and of which year, the number, its category, and the way since the
 * year before.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum {
	WIDE = 12000, /* 1200 by 630 units, as those who show cards ask for */
	HIGH = 6300,
	MARGIN = 700,
	NAME = 560, /* sizes of letters */
	LINE = 680,
	WORDS = 330,
	NUMBER = 2200,
	NAME_LINES = 2,
	SEGMENT = 900,
	SEGMENT_GAP = 60,
	SEGMENT_RISE = 260,
	BAND = 260
};

struct picture *
picture_card(struct arena *arena, const struct card *card)
{
	struct canvas canvas = canvas_begin(arena, WIDE);
	struct wrapped name = text_wrap(arena, card->name, NAME, true, WIDE - 2 * MARGIN,
	    NAME_LINES);
	int32_t right = MARGIN + text_width(card->number, NUMBER, true) + 500, y = 1150;

	canvas_rect(&canvas, INK_PAPER, (struct box){ 0, 0, WIDE, HIGH });
	canvas_rect(&canvas, INK_TOTAL, (struct box){ 0, 0, WIDE, BAND });
	for (size_t at = 0; at < name.count; at++, y += LINE)
		canvas_text(&canvas, LETTERING(.ink = INK_TEXT, .size = NAME, .strong = true),
		    MARGIN, y, name.lines[at]);
	canvas_text(&canvas, LETTERING(.ink = INK_TEXT_SOFT, .size = WORDS), MARGIN, y, card->what);
	canvas_text(&canvas, LETTERING(.ink = INK_TEXT, .size = NUMBER, .strong = true), MARGIN,
	    4900, card->number);
	canvas_text(&canvas, LETTERING(.ink = INK_TEXT, .size = NAME, .strong = true), right, 3700,
	    card->category);
	for (size_t at = 0; at < card->segments; at++)
		canvas_rect(&canvas, at < card->full ? INK_BAR_AFTER : INK_BAR_BEFORE,
		    (struct box){ right + (int32_t)at * SEGMENT, 4000, SEGMENT - SEGMENT_GAP,
			SEGMENT_RISE });
	canvas_text(&canvas, LETTERING(.ink = INK_TEXT_SOFT, .size = WORDS), right, 4900,
	    card->change);
	canvas_text(&canvas, LETTERING(.ink = INK_TEXT_SOFT, .size = WORDS), MARGIN, 5850,
	    "Matang · Penilaian kematangan organisasi perangkat daerah");
	buffer_format(&canvas.words, "%s: %s, %s.", card->name, card->number, card->category);
	return canvas_end(&canvas, card->name, HIGH);
}
