/* SPDX-License-Identifier: ISC */
/*
 * One agency among all of its region: for each variable the middle half of the
 * agencies as a bar with their median, the region's average as a diamond, and
 * the agency's own level as a dot.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum { BAR = 160, ROW = 350, NAME_LINES = 2, VALUE_ROOM = 420, HEAD = 220, LEGEND_ROW = 210 };

struct frame {
	struct canvas *canvas;
	const struct spread *spread;
	int32_t left, right; /* of levels 1 and 5 */
};

static int32_t
spread_x_of(const struct frame *frame, int tenths)
{
	return frame->left +
	    (frame->right - frame->left) * (tenths - 10 * LEVEL_MIN) /
	    (10 * (LEVEL_MAX - LEVEL_MIN));
}

static void
draw_diamond(struct canvas *canvas, int32_t x, int32_t y)
{
	const struct point points[] = { { x, y - 60 }, { x + 60, y }, { x, y + 60 },
		{ x - 60, y } };

	canvas_points(canvas, SHAPE_POLYGON, INK_AVERAGE, points, 4);
}

/* Each sign beside its word, one below the other. */
static int32_t
spread_draw_legend(struct canvas *canvas, int32_t y)
{
	static const char *const words[] = { "perangkat daerah ini", "rata-rata daerah",
		"median (nilai tengah)", "separuh yang di tengah (kuartil 1 sampai 3)" };
	int32_t x = EDGE + 150;

	for (size_t at = 0; at < sizeof(words) / sizeof(words[0]); at++) {
		int32_t middle = y + LEGEND_ROW / 2;

		if (at == 0)
			canvas_dot(canvas, INK_OWN, x, middle, 65);
		else if (at == 1)
			draw_diamond(canvas, x, middle);
		else if (at == 2)
			canvas_line(canvas, INK_MEDIAN, x, middle - BAR / 2, x, middle + BAR / 2);
		else
			canvas_rect(canvas, INK_SPREAD,
			    (struct box){ EDGE + 20, middle - BAR / 2, 260, BAR });
		canvas_text(canvas, LETTERING(.ink = INK_TEXT), EDGE + 380, middle + TEXT_RISE,
		    words[at]);
		y += LEGEND_ROW;
	}
	return y;
}

static void
spread_draw_marks(const struct frame *frame, size_t at, int32_t middle)
{
	const struct spread *spread = frame->spread;
	struct canvas *canvas = frame->canvas;

	if (spread->lower[at] != AVERAGE_ABSENT) {
		int32_t low = spread_x_of(frame, spread->lower[at]);
		int32_t high = spread_x_of(frame, spread->upper[at]);

		canvas_rect(canvas, INK_SPREAD,
		    (struct box){ low, middle - BAR / 2, high - low, BAR });
		canvas_line(canvas, INK_MEDIAN, spread_x_of(frame, spread->median[at]),
		    middle - BAR / 2, spread_x_of(frame, spread->median[at]), middle + BAR / 2);
	}
	if (spread->own[at] != AVERAGE_ABSENT)
		canvas_dot(canvas, INK_OWN, spread_x_of(frame, spread->own[at]), middle, 65);
	if (spread->average[at] != AVERAGE_ABSENT)
		draw_diamond(canvas, spread_x_of(frame, spread->average[at]), middle);
}

static const char *
own_text(struct canvas *canvas, int tenths)
{
	return tenths == AVERAGE_ABSENT ? "–" : arena_format(canvas->arena, "%d", tenths / 10);
}

static int32_t
spread_draw_row(const struct frame *frame, size_t at, int32_t y)
{
	struct canvas *canvas = frame->canvas;
	bool narrow = canvas_narrow(canvas);
	struct wrapped name = text_wrap(canvas->arena,
	    variable_head(canvas->arena, frame->spread->variables, at), TEXT_SMALL, false,
	    narrow ? canvas->width - 2 * EDGE : frame->left - EDGE - 250, NAME_LINES);
	int32_t names = (int32_t)name.count * TEXT_LINE;
	int32_t row = names > ROW && !narrow ? names + 40 : ROW;

	canvas_wrapped(canvas,
	    LETTERING(.ink = INK_TEXT, .anchor = narrow ? ANCHOR_START : ANCHOR_END,
		.size = TEXT_SMALL),
	    narrow ? EDGE : frame->left - 250,
	    y + (narrow ? 0 : (row - names) / 2) + TEXT_LINE / 2 + TEXT_RISE, &name);
	if (narrow)
		y += names;
	canvas_line(canvas, INK_GRID, frame->left, y + row / 2, frame->right, y + row / 2);
	spread_draw_marks(frame, at, y + row / 2);
	canvas_text(canvas, LETTERING(.ink = INK_TEXT, .anchor = ANCHOR_END, .strong = true),
	    canvas->width - EDGE, y + row / 2 + TEXT_RISE,
	    own_text(canvas, frame->spread->own[at]));
	return y + row + (narrow ? 80 : 0);
}

static void
spread_tell(struct canvas *canvas, const struct spread *spread)
{
	static const char *const columns[] = { "Perangkat daerah ini", "Rata-rata daerah",
		"Kuartil 1", "Median", "Kuartil 3" };
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	size_t above = 0, below = 0;

	listing_begin(canvas, "Variabel", COLUMNS, spread->count);
	for (size_t column = 0; column < COLUMNS; column++)
		listing_column(canvas, column, columns[column]);
	for (size_t at = 0; at < spread->count; at++) {
		listing_row(canvas, at, variable_head(canvas->arena, spread->variables, at), false);
		listing_cell(canvas, at, 0, own_text(canvas, spread->own[at]));
		listing_cell(canvas, at, 1, tenths_text(canvas->arena, spread->average[at]));
		listing_cell(canvas, at, 2, tenths_text(canvas->arena, spread->lower[at]));
		listing_cell(canvas, at, 3, tenths_text(canvas->arena, spread->median[at]));
		listing_cell(canvas, at, 4, tenths_text(canvas->arena, spread->upper[at]));
		if (spread->own[at] == AVERAGE_ABSENT || spread->average[at] == AVERAGE_ABSENT)
			continue;
		above += spread->own[at] > spread->average[at];
		below += spread->own[at] < spread->average[at];
	}
	buffer_format(&canvas->words,
	    "Dari %zu variabel, %zu di atas "
	    "rata-rata daerah, %zu di bawahnya.",
	    spread->count, above, below);
}

struct picture *
picture_spread(struct arena *arena, const struct spread *spread, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas, .spread = spread };
	int32_t top, y = spread_draw_legend(&canvas, EDGE) + 60;

	frame.left = canvas_narrow(&canvas) ? EDGE + 120 : canvas.width * 9 / 20;
	frame.right = canvas.width - EDGE - VALUE_ROOM;
	spread_tell(&canvas, spread);
	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++)
		canvas_text(&canvas,
		    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_MIDDLE, .size = TEXT_SMALL),
		    spread_x_of(&frame, 10 * level), y + HEAD / 2 + TEXT_RISE, level_text(level));
	top = y += HEAD;
	if (!canvas_narrow(&canvas))
		for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++)
			canvas_line(&canvas, INK_GRID, spread_x_of(&frame, 10 * level), top,
			    spread_x_of(&frame, 10 * level), top + (int32_t)spread->count * ROW);
	for (size_t at = 0; at < spread->count; at++)
		y = spread_draw_row(&frame, at, y);
	return canvas_end(&canvas, spread->title, y + EDGE);
}
