/* SPDX-License-Identifier: ISC */
/*
 * From one score to the other, variable by variable: what each added or took
 * away, so that the change adds up before one's eyes.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum { BAR = 150, ROW = 250, NAME_LINES = 3, VALUE_ROOM = 420 };

struct frame {
	struct canvas *canvas;
	int32_t left, right;
	int highest; /* score that the right end stands for */
	int32_t y;   /* of the row that comes next */
};

static int32_t
waterfall_x_of(const struct frame *frame, int score)
{
	return frame->left + (frame->right - frame->left) * score / frame->highest;
}

/* One row: a name, a bar from one score to the other, what it adds. */
static void
waterfall_draw_row(struct frame *frame, enum ink ink, const char *name, int from, int to,
    const char *value)
{
	struct canvas *canvas = frame->canvas;
	bool narrow = canvas_narrow(canvas), total = ink == INK_TOTAL;
	struct wrapped text = text_wrap(canvas->arena, name, TEXT_SMALL, total,
	    narrow ? canvas->width - 2 * EDGE : frame->left - EDGE - 120, NAME_LINES);
	int32_t names = (int32_t)text.count * TEXT_LINE, y = frame->y;
	int32_t row = narrow ? names + 40 + ROW : names > ROW ? names + 60 : ROW;
	int32_t low = waterfall_x_of(frame, from < to ? from : to);
	int32_t high = waterfall_x_of(frame, from < to ? to : from);
	int32_t top = y + (narrow ? names + 20 : (row - BAR) / 2);
	struct box bar = { low, top, high - low, BAR };

	canvas_wrapped(canvas,
	    LETTERING(.ink = INK_TEXT, .anchor = narrow ? ANCHOR_START : ANCHOR_END,
		.size = TEXT_SMALL, .strong = total),
	    narrow ? EDGE : frame->left - 120,
	    y + (narrow ? 0 : (row - names) / 2) + TEXT_LINE / 2 + TEXT_RISE, &text);
	canvas_rect(canvas, ink, bar);
	if (ink == INK_LOSS)
		canvas_hatch(canvas, bar);
	canvas_text(canvas, LETTERING(.ink = INK_TEXT, .strong = true), high + 70,
	    top + BAR / 2 + TEXT_RISE, value);
	frame->y += row;
}

/* From the end of one row's bar to the beginning of the next one's. */
static void
draw_link(struct frame *frame, int score)
{
	canvas_line(frame->canvas, INK_LINK, waterfall_x_of(frame, score), frame->y - 50,
	    waterfall_x_of(frame, score), frame->y + (canvas_narrow(frame->canvas) ? 0 : 50));
}

static bool
waterfall_moved(const struct waterfall *fall, size_t at, int *change)
{
	return score_change(fall->before.levels[at], fall->after.levels[at], change) &&
	    *change != 0;
}

static void
waterfall_describe(struct canvas *canvas, const struct waterfall *fall, int from, int to)
{
	const char *between = " Perubahan: ";
	int change;

	buffer_format(&canvas->words, "%s %d, %s %d (%s).", fall->before.name, from,
	    fall->after.name, to, change_text(canvas->arena, to - from));
	for (size_t at = 0; at < fall->count; at++)
		if (waterfall_moved(fall, at, &change)) {
			buffer_format(&canvas->words, "%s%s %s", between, fall->variables[at],
			    change_text(canvas->arena, change));
			between = ", ";
		}
	buffer_text(&canvas->words, *between == ',' ? "." : " Tidak ada variabel yang berubah.");
}

/* Every variable has its row, so that the column adds up before one's eyes. */
static void
waterfall_tabulate(struct canvas *canvas, const struct waterfall *fall, int from, int to)
{
	size_t last = fall->count + 1;
	int change, sum = from;

	listing_begin(canvas, "Variabel", 2, fall->count + 2);
	listing_column(canvas, 0, "Perubahan");
	listing_column(canvas, 1, "Skor sampai di sini");
	listing_row(canvas, 0, fall->before.name, true);
	listing_number(canvas, 0, 1, from, false);
	for (size_t at = 0; at < fall->count; at++) {
		if (!score_change(fall->before.levels[at], fall->after.levels[at], &change))
			change = 0;
		sum += change;
		listing_row(canvas, at + 1, variable_head(canvas->arena, fall->variables, at),
		    false);
		listing_cell(canvas, at + 1, 0, change_text(canvas->arena, change));
		listing_number(canvas, at + 1, 1, sum, false);
	}
	listing_row(canvas, last, fall->after.name, true);
	listing_cell(canvas, last, 0, change_text(canvas->arena, to - from));
	listing_number(canvas, last, 1, to, false);
}

static void
draw(struct frame *frame, const struct waterfall *fall, int from, int to)
{
	struct canvas *canvas = frame->canvas;
	int change, sum = from;

	waterfall_draw_row(frame, INK_TOTAL, fall->before.name, 0, from,
	    arena_format(canvas->arena, "%d", from));
	for (size_t at = 0; at < fall->count; at++) {
		if (!waterfall_moved(fall, at, &change))
			continue;
		draw_link(frame, sum);
		waterfall_draw_row(frame, change > 0 ? INK_GAIN : INK_LOSS,
		    variable_head(canvas->arena, fall->variables, at), sum, sum + change,
		    change_text(canvas->arena, change));
		sum += change;
	}
	draw_link(frame, sum);
	waterfall_draw_row(frame, INK_TOTAL, fall->after.name, 0, to,
	    arena_format(canvas->arena, "%d (%s)", to, change_text(canvas->arena, to - from)));
}

struct picture *
picture_waterfall(struct arena *arena, const struct waterfall *fall, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct score from = score_sum(fall->before.levels, fall->count);
	struct score to = score_sum(fall->after.levels, fall->count);
	struct frame frame = { .canvas = &canvas, .y = EDGE + 30 };
	int32_t top = frame.y;

	if (!from.complete || !to.complete) {
		buffer_text(&canvas.words, "Belum ada dua skor yang lengkap.");
		canvas_text(&canvas, LETTERING(.ink = INK_TEXT_SOFT), EDGE, EDGE + TEXT_LINE,
		    "Belum ada dua skor yang lengkap.");
		return canvas_end(&canvas, fall->title, 2 * TEXT_LINE);
	}
	frame.highest = LEVEL_MAX * (int)fall->count;
	frame.left = canvas_narrow(&canvas) ? EDGE : canvas.width * 2 / 5;
	frame.right = canvas.width - EDGE - VALUE_ROOM - 150;
	waterfall_describe(&canvas, fall, from.sum, to.sum);
	waterfall_tabulate(&canvas, fall, from.sum, to.sum);
	draw(&frame, fall, from.sum, to.sum);
	if (!canvas_narrow(&canvas))
		canvas_line(&canvas, INK_AXIS, frame.left, top, frame.left, frame.y);
	return canvas_end(&canvas, fall->title, frame.y + 30 + EDGE);
}
