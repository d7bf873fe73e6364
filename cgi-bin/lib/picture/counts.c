/* SPDX-License-Identifier: ISC */
/*
 * How often each of some things is there: a row each, with its name, a bar as long as its
 * share of the most, and the figure behind it.
 */
#include "picture/count_rows.h"
#include "base/banned.h"

enum { BAR = 190, ROW = 280, LEFT = 1250, VALUE_ROOM = 450 };

struct count_rows
count_rows_begin(struct canvas *canvas, int most)
{
	int32_t figure = text_width(arena_format(canvas->arena, "%d", most), TEXT_SIZE, true) + 90;

	if (figure < VALUE_ROOM)
		figure = VALUE_ROOM;
	return (struct count_rows){ .canvas = canvas,
		.most = most,
		.room = canvas->width - EDGE - figure - LEFT,
		.y = EDGE };
}

void
count_rows_draw(struct count_rows *rows, const char *name, int count, enum ink bar, enum ink ink)
{
	struct canvas *canvas = rows->canvas;
	int32_t wide = rows->most == 0 ? 0 : (int32_t)((int64_t)rows->room * count / rows->most);
	struct wrapped text = text_wrap(canvas->arena, name, TEXT_SIZE, false, LEFT - EDGE - 100,
	    1);
	int32_t middle = rows->y + ROW / 2;

	canvas_wrapped(canvas, LETTERING(.ink = ink, .anchor = ANCHOR_END), LEFT - 100,
	    middle + TEXT_RISE, &text);
	if (count > 0)
		canvas_rect(canvas, bar, (struct box){ LEFT, middle - BAR / 2, wide, BAR });
	canvas_text(canvas, LETTERING(.ink = INK_TEXT, .strong = true), LEFT + wide + 70,
	    middle + TEXT_RISE, arena_format(canvas->arena, "%d", count));
	rows->y += ROW;
}

struct picture *
count_rows_end(const struct count_rows *rows, const char *title)
{
	canvas_line(rows->canvas, INK_AXIS, LEFT, EDGE, LEFT, rows->y);
	return canvas_end(rows->canvas, title, rows->y + EDGE);
}

struct picture *
picture_counts(struct arena *arena, const struct counts *counts, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct count_rows rows;
	int most = 0;

	listing_begin(&canvas, counts->head, 1, counts->count);
	listing_column(&canvas, 0, counts->what);
	buffer_format(&canvas.words, "%s:", counts->what);
	for (size_t at = 0; at < counts->count; at++) {
		if (counts->counts[at] > most)
			most = counts->counts[at];
		listing_row(&canvas, at, counts->names[at], false);
		listing_number(&canvas, at, 0, counts->counts[at], false);
		buffer_format(&canvas.words, "%s %s %d", at > 0 ? "," : "", counts->names[at],
		    counts->counts[at]);
	}
	buffer_text(&canvas.words, ".");
	rows = count_rows_begin(&canvas, most);
	for (size_t at = 0; at < counts->count; at++)
		count_rows_draw(&rows, counts->names[at], counts->counts[at], INK_BAR_AFTER,
		    INK_TEXT);
	return count_rows_end(&rows, counts->title);
}
