/* SPDX-License-Identifier: ISC */
/*
 * Averages or scores over the years as lines, over the bands of the
 * categories.  Figures that would touch are left out, the newest stay.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum {
	PLOT = 2600,
	HEADROOM = 240,
	FOOT = 260,
	LEFT = 340,
	RIGHT = 1150,
	SIDE = 320 /* between the edges and the outer years */
};

struct frame {
	struct canvas *canvas;
	const struct trend *trend;
	int32_t top;
	int highest; /* tenths */
};

static int32_t
trend_y_of(const struct frame *frame, int tenths)
{
	int value = tenths > frame->highest ? frame->highest : tenths;

	return frame->top + PLOT - (int32_t)((int64_t)PLOT * value / frame->highest);
}

static int32_t
trend_x_of(const struct frame *frame, size_t at)
{
	int32_t first = LEFT + SIDE;
	int32_t last = frame->canvas->width - RIGHT - SIDE;

	if (frame->trend->count < 2)
		return (first + last) / 2;
	return first + (last - first) * (int32_t)at / (int32_t)(frame->trend->count - 1);
}

/* A band for each category with its name at the right, every other shaded. */
static void
draw_categories(const struct frame *frame)
{
	const struct trend *trend = frame->trend;
	struct canvas *canvas = frame->canvas;
	int32_t right = canvas->width - RIGHT, bottom = trend_y_of(frame, 0);

	for (size_t at = 0; at < trend->category_count; at++) {
		const struct category *category = &trend->categories[at];
		int32_t top = trend_y_of(frame, category->max_tenths);
		struct wrapped name = text_wrap(canvas->arena, category->name, TEXT_SMALL, false,
		    RIGHT - 100, 1);

		if (at % 2 == 0)
			canvas_rect(canvas, INK_BAND,
			    (struct box){ LEFT, top, right - LEFT, bottom - top });
		canvas_line(canvas, INK_GRID, LEFT, top, right, top);
		canvas_wrapped(canvas, LETTERING(.ink = INK_TEXT_SOFT, .size = TEXT_SMALL),
		    right + 80, (top + bottom) / 2 + TEXT_RISE, &name);
		canvas_text(canvas,
		    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_END, .size = TEXT_SMALL),
		    LEFT - 60, top + TEXT_RISE,
		    category->max_tenths % 10 == 0 ?
			arena_format(canvas->arena, "%d", category->max_tenths / 10) :
			tenths_text(canvas->arena, category->max_tenths));
		bottom = top;
	}
	canvas_text(canvas,
	    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_END, .size = TEXT_SMALL), LEFT - 60,
	    trend_y_of(frame, 0) + TEXT_RISE, "0");
	canvas_line(canvas, INK_AXIS, LEFT, trend_y_of(frame, 0), right, trend_y_of(frame, 0));
}

/* From the newest on: where they would touch, the newer one stays. */
static void
draw_years(const struct frame *frame)
{
	for (size_t at = frame->trend->count; at-- > 0;)
		canvas_text_apart(frame->canvas,
		    LETTERING(.ink = INK_TEXT, .anchor = ANCHOR_MIDDLE, .size = TEXT_SMALL),
		    trend_x_of(frame, at), trend_y_of(frame, 0) + 190,
		    arena_format(frame->canvas->arena, "%d", frame->trend->years[at]));
}

static void
trend_draw_series(const struct frame *frame, size_t one)
{
	const struct trend *trend = frame->trend;
	const int *tenths = trend->series[one].tenths;
	struct point *points = arena_array(frame->canvas->arena, 2 * trend->count + 1,
	    sizeof(*points));
	size_t count = 0;

	for (size_t at = 1; at < trend->count; at++) {
		if (tenths[at - 1] == AVERAGE_ABSENT || tenths[at] == AVERAGE_ABSENT)
			continue;
		points[count++] = (struct point){ trend_x_of(frame, at - 1),
			trend_y_of(frame, tenths[at - 1]) };
		points[count++] = (struct point){ trend_x_of(frame, at),
			trend_y_of(frame, tenths[at]) };
	}
	if (count > 0)
		canvas_points(frame->canvas, SHAPE_SEGMENTS, trend->series[one].ink, points, count);
	for (size_t at = 0; at < trend->count; at++)
		if (tenths[at] != AVERAGE_ABSENT)
			canvas_mark(frame->canvas, trend->series[one].ink, trend_x_of(frame, at),
			    trend_y_of(frame, tenths[at]));
}

/* The higher of two has its figure above, the lower one below; of two that
 * are the same one figure is enough. */
static void
draw_values(const struct frame *frame, size_t one)
{
	const struct trend *trend = frame->trend;

	for (size_t at = trend->count; at-- > 0;) {
		int mine = trend->series[one].tenths[at];
		int other = trend->series_count < 2 ?
		    AVERAGE_ABSENT :
		    trend->series[1 - one].tenths[at];
		bool up = mine > other || (mine == other && one == 0);

		if (mine == AVERAGE_ABSENT || (mine == other && one == 1))
			continue;
		canvas_text_apart(frame->canvas,
		    LETTERING(.ink = INK_TEXT, .anchor = ANCHOR_MIDDLE, .size = TEXT_SMALL,
			.strong = true),
		    trend_x_of(frame, at), trend_y_of(frame, mine) + (up ? -90 : 180),
		    tenths_text(frame->canvas->arena, mine));
	}
}

static void
trend_tell(struct canvas *canvas, const struct trend *trend)
{
	listing_begin(canvas, "Tahun", trend->series_count, trend->count);
	for (size_t at = 0; at < trend->count; at++)
		listing_row(canvas, at, arena_format(canvas->arena, "%d", trend->years[at]), false);
	for (size_t one = 0; one < trend->series_count; one++) {
		listing_column(canvas, one, trend->series[one].name);
		buffer_format(&canvas->words, "%s%s:", one > 0 ? " " : "", trend->series[one].name);
		for (size_t at = 0; at < trend->count; at++) {
			const char *value = tenths_text(canvas->arena,
			    trend->series[one].tenths[at]);

			listing_cell(canvas, at, one, value);
			buffer_format(&canvas->words, " %d %s%s", trend->years[at], value,
			    at + 1 < trend->count ? ";" : ".");
		}
	}
}

struct picture *
picture_trend(struct arena *arena, const struct trend *trend, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas,
		.trend = trend,
		.highest = trend->category_count > 0 ?
		    trend->categories[trend->category_count - 1].max_tenths :
		    550 };
	struct series legend[TREND_SERIES];

	for (size_t one = 0; one < trend->series_count; one++)
		legend[one] = (struct series){ .name = trend->series[one].name,
			.ink = trend->series[one].ink };
	trend_tell(&canvas, trend);
	frame.top = canvas_legend(&canvas, legend, trend->series_count, EDGE) + HEADROOM;
	draw_categories(&frame);
	draw_years(&frame);
	/* The first lies on top. */
	for (size_t one = trend->series_count; one-- > 0;)
		trend_draw_series(&frame, one);
	for (size_t one = 0; one < trend->series_count; one++)
		draw_values(&frame, one);
	return canvas_end(&canvas, trend->title, frame.top + PLOT + FOOT + EDGE);
}
