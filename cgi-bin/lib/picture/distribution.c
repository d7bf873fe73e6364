/* SPDX-License-Identifier: ISC */
/*
 * How many agencies are in each category, as bars; those that are not assessed
 * have one of their own.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum { BAR = 190, ROW = 280, LEFT = 1250, VALUE_ROOM = 450 };

struct frame {
	struct canvas *canvas;
	int32_t right;
	int most; /* agencies of the longest bar */
	int32_t y;
};

static void
distribution_draw_row(struct frame *frame, const char *name, int agencies, bool assessed)
{
	struct canvas *canvas = frame->canvas;
	int32_t wide = frame->most == 0 ? 0 : (frame->right - LEFT) * agencies / frame->most;
	struct wrapped text = text_wrap(canvas->arena, name, TEXT_SIZE, false, LEFT - EDGE - 100,
	    1);
	int32_t middle = frame->y + ROW / 2;

	canvas_wrapped(canvas,
	    LETTERING(.ink = assessed ? INK_TEXT : INK_TEXT_SOFT, .anchor = ANCHOR_END), LEFT - 100,
	    middle + TEXT_RISE, &text);
	if (agencies > 0)
		canvas_rect(canvas, assessed ? INK_BAR_AFTER : INK_BAR_BEFORE,
		    (struct box){ LEFT, middle - BAR / 2, wide, BAR });
	canvas_text(canvas, LETTERING(.ink = INK_TEXT, .strong = true), LEFT + wide + 70,
	    middle + TEXT_RISE, arena_format(canvas->arena, "%d", agencies));
	frame->y += ROW;
}

struct picture *
picture_distribution(struct arena *arena, const struct distribution *spread, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas,
		.y = EDGE,
		.right = canvas.width - EDGE - VALUE_ROOM };
	int rest = (int)spread->agency_count;

	listing_begin(&canvas, "Kategori", 1, spread->count + 2);
	listing_column(&canvas, 0, "Perangkat daerah");
	buffer_format(&canvas.words, "Dari %zu perangkat daerah:", spread->agency_count);
	for (size_t at = 0; at < spread->count; at++) {
		rest -= spread->agencies[at];
		if (spread->agencies[at] > frame.most)
			frame.most = spread->agencies[at];
		listing_row(&canvas, at, spread->categories[at].name, false);
		listing_number(&canvas, at, 0, spread->agencies[at], false);
		buffer_format(&canvas.words, " %s %d,", spread->categories[at].name,
		    spread->agencies[at]);
	}
	if (rest > frame.most)
		frame.most = rest;
	buffer_format(&canvas.words, " belum dinilai %d.", rest);
	listing_row(&canvas, spread->count, "Belum dinilai", false);
	listing_number(&canvas, spread->count, 0, rest, false);
	listing_row(&canvas, spread->count + 1, "Jumlah", true);
	listing_number(&canvas, spread->count + 1, 0, (int64_t)spread->agency_count, false);
	for (size_t at = 0; at < spread->count; at++)
		distribution_draw_row(&frame, spread->categories[at].name, spread->agencies[at],
		    true);
	distribution_draw_row(&frame, "Belum dinilai", rest, false);
	canvas_line(&canvas, INK_AXIS, LEFT, EDGE, LEFT, frame.y);
	return canvas_end(&canvas, spread->title, frame.y + EDGE);
}
