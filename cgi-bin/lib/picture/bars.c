/* SPDX-License-Identifier: ISC */
/*
 * Bars, two to a variable, before and after, with the change beside them: what
 * an agency said and what was found, or averages of two cycles.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum {
	BAR = 110,
	BETWEEN = 30,
	ROW_GAP = 130,
	LEGEND_ROW = 220,
	NAME_LINES = 3,
	VALUE_ROOM = 340,
	SWATCH = 240
};

struct frame {
	struct canvas *canvas;
	const struct bars *bars;
	int32_t left, right; /* where a bar begins, and one of five ends */
};

/* A level or an average as tenths, AVERAGE_ABSENT where absent. */
static int
tenths_of(const struct bars *bars, int value)
{
	return bars->averages ? value : value == LEVEL_ABSENT ? AVERAGE_ABSENT : 10 * value;
}

static const char *
value_text(struct arena *arena, const struct bars *bars, int value)
{
	return bars->averages ? tenths_text(arena, value) : level_text(value);
}

static const char *
total_text(struct arena *arena, const struct bars *bars, const struct series *series)
{
	return !bars->averages ?
	    sum_text(arena, series->levels, bars->count) :
	    tenths_text(arena, series == &bars->before ? bars->before_total : bars->after_total);
}

/* False when there is nothing to compare; in tenths. */
static bool
bars_moved(const struct bars *bars, size_t at, int *tenths)
{
	int then = tenths_of(bars, bars->before.levels[at]);
	int now = tenths_of(bars, bars->after.levels[at]);

	*tenths = now - then;
	return then != AVERAGE_ABSENT && now != AVERAGE_ABSENT;
}

static const char *
moved_text(struct arena *arena, const struct bars *bars, int tenths)
{
	return bars->averages ? tenths_change_text(arena, tenths) : change_text(arena, tenths / 10);
}

static void
draw_bar(const struct frame *frame, enum ink ink, int32_t y, int value)
{
	struct canvas *canvas = frame->canvas;
	int tenths = tenths_of(frame->bars, value);
	int32_t wide = tenths == AVERAGE_ABSENT ?
	    0 :
	    (frame->right - frame->left) * tenths / (10 * LEVEL_MAX);

	if (wide > 0)
		canvas_rect(canvas, ink, (struct box){ frame->left, y, wide, BAR });
	canvas_text(canvas, LETTERING(.ink = INK_TEXT, .strong = ink == INK_BAR_AFTER),
	    frame->left + wide + 60, y + BAR / 2 + TEXT_RISE,
	    value_text(canvas->arena, frame->bars, value));
}

static int32_t
bars_draw_legend(struct canvas *canvas, const struct series *series, enum ink ink, const char *sum,
    int32_t y)
{
	canvas_rect(canvas, ink, (struct box){ EDGE, y + (LEGEND_ROW - BAR) / 2, SWATCH, BAR });
	canvas_text(canvas, LETTERING(.ink = INK_TEXT, .strong = ink == INK_BAR_AFTER),
	    EDGE + SWATCH + 80, y + LEGEND_ROW / 2 + TEXT_RISE,
	    arena_format(canvas->arena, "%s: %s", series->name, sum));
	return y + LEGEND_ROW;
}

static int32_t
bars_draw_row(const struct frame *frame, size_t at, int32_t y)
{
	const struct bars *bars = frame->bars;
	struct canvas *canvas = frame->canvas;
	bool narrow = canvas_narrow(canvas);
	struct wrapped name = text_wrap(canvas->arena,
	    variable_head(canvas->arena, bars->variables, at), TEXT_SMALL, false,
	    narrow ? canvas->width - 2 * EDGE : frame->left - EDGE - 120, narrow ? 2 : NAME_LINES);
	int32_t names = (int32_t)name.count * TEXT_LINE;
	int32_t pair = 2 * BAR + BETWEEN, top = y;

	if (narrow)
		y += names + 30;
	else if (names > pair)
		y += (names - pair) / 2;
	else
		top += (pair - names) / 2;
	canvas_wrapped(canvas,
	    LETTERING(.ink = INK_TEXT, .anchor = narrow ? ANCHOR_START : ANCHOR_END,
		.size = TEXT_SMALL),
	    narrow ? EDGE : frame->left - 120, top + TEXT_LINE / 2 + TEXT_RISE, &name);
	draw_bar(frame, INK_BAR_BEFORE, y, bars->before.levels[at]);
	draw_bar(frame, INK_BAR_AFTER, y + BAR + BETWEEN, bars->after.levels[at]);
	return y + pair + ROW_GAP + (narrow || names <= pair ? 0 : (names - pair) / 2);
}

static void
bars_describe(struct canvas *canvas, const struct bars *bars, const char *before, const char *after)
{
	const char *what = bars->averages ? "rata-rata" : "jumlah skor";
	size_t up = 0, down = 0, same = 0;
	int tenths;

	for (size_t at = 0; at < bars->count; at++)
		if (bars_moved(bars, at, &tenths)) {
			up += tenths > 0;
			down += tenths < 0;
			same += tenths == 0;
		}
	buffer_format(&canvas->words,
	    "%s: %s %s. %s: %s %s. %zu variabel "
	    "naik, %zu turun, %zu tetap.",
	    bars->before.name, what, before, bars->after.name, what, after, up, down, same);
}

static void
bars_tabulate(struct canvas *canvas, const struct bars *bars, const char *before, const char *after)
{
	struct score from, to;
	int tenths;

	listing_begin(canvas, "Variabel", 3, bars->count + 1);
	listing_column(canvas, 0, bars->before.name);
	listing_column(canvas, 1, bars->after.name);
	listing_column(canvas, 2, "Perubahan");
	for (size_t at = 0; at < bars->count; at++) {
		listing_row(canvas, at, variable_head(canvas->arena, bars->variables, at), false);
		listing_cell(canvas, at, 0,
		    value_text(canvas->arena, bars, bars->before.levels[at]));
		listing_cell(canvas, at, 1,
		    value_text(canvas->arena, bars, bars->after.levels[at]));
		if (bars_moved(bars, at, &tenths))
			listing_cell(canvas, at, 2, moved_text(canvas->arena, bars, tenths));
	}
	listing_row(canvas, bars->count, bars->averages ? "Rata-rata skor" : "Jumlah skor", true);
	listing_cell(canvas, bars->count, 0, before);
	listing_cell(canvas, bars->count, 1, after);
	if (bars->averages) {
		if (bars->before_total != AVERAGE_ABSENT && bars->after_total != AVERAGE_ABSENT)
			listing_cell(canvas, bars->count, 2,
			    tenths_change_text(canvas->arena,
				bars->after_total - bars->before_total));
		return;
	}
	from = score_sum(bars->before.levels, bars->count);
	to = score_sum(bars->after.levels, bars->count);
	if (from.complete && to.complete)
		listing_cell(canvas, bars->count, 2, change_text(canvas->arena, to.sum - from.sum));
}

struct picture *
picture_bars(struct arena *arena, const struct bars *bars, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas, .bars = bars };
	const char *before = total_text(arena, bars, &bars->before);
	const char *after = total_text(arena, bars, &bars->after);
	int32_t top, y = EDGE;

	frame.left = canvas_narrow(&canvas) ? EDGE : canvas.width * 9 / 20;
	frame.right = canvas.width - EDGE - VALUE_ROOM;
	bars_describe(&canvas, bars, before, after);
	bars_tabulate(&canvas, bars, before, after);
	y = bars_draw_legend(&canvas, &bars->before, INK_BAR_BEFORE, before, y);
	y = bars_draw_legend(&canvas, &bars->after, INK_BAR_AFTER, after, y) + 80;
	top = y;
	for (size_t at = 0; at < bars->count; at++)
		y = bars_draw_row(&frame, at, y);
	if (!canvas_narrow(&canvas))
		canvas_line(&canvas, INK_AXIS, frame.left, top - 40, frame.left, y - ROW_GAP + 40);
	return canvas_end(&canvas, bars->title, y - ROW_GAP + 40 + EDGE);
}
