/* SPDX-License-Identifier: ISC */
/*
 * The instrument of levels: five segments for each variable, filled as far as
 * the last say goes, and below them the marks of who said which.  Pages draw
 * the same with a style sheet (templates/macros.cs, level_marks).
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum {
	SEGMENT = 270, /* from one to the next */
	SEGMENT_GAP = 20,
	SEGMENT_RISE = 90, /* their height */
	MARKS = 80,        /* from their lower edge to the middle of the marks */
	SIDE = 85,         /* between two marks at one level */
	MARK_SIZE = 65,    /* in hundredths of those of lines, */
	SQUARE_SIZE = 105, /* whose square is the smallest */
	LEGEND_ROW = 200,
	ROW_GAP = 90,
	NUMERAL = 300, /* room of the level in words */
	NAME_LINES = 3
};

struct frame {
	struct canvas *canvas;
	const struct ladder *ladder;
	int32_t left; /* of the first segment */
};

/* The last series that says something of the variable has the last say. */
static int
ladder_stands(const struct ladder *ladder, size_t at)
{
	for (size_t series = ladder->series_count; series > 0; series--)
		if (level_valid(ladder->series[series - 1].levels[at]))
			return ladder->series[series - 1].levels[at];
	return LEVEL_ABSENT;
}

static void
ladder_draw_segments(const struct frame *frame, int level, int32_t y)
{
	for (int at = LEVEL_MIN; at <= LEVEL_MAX; at++)
		canvas_rect(frame->canvas, at <= level ? INK_BAR_AFTER : INK_BAR_BEFORE,
		    (struct box){ frame->left + (at - 1) * SEGMENT, y, SEGMENT - SEGMENT_GAP,
			SEGMENT_RISE });
}

static int32_t
ladder_mark_size(enum ink ink)
{
	return ink == INK_CITY ? SQUARE_SIZE : MARK_SIZE;
}

/* Each side has its own place below a segment, so that none covers another. */
static void
ladder_draw_marks(const struct frame *frame, size_t at, int32_t y)
{
	const struct ladder *ladder = frame->ladder;
	int32_t middle = (SEGMENT - SEGMENT_GAP) / 2;

	for (size_t series = 0; series < ladder->series_count; series++) {
		int level = ladder->series[series].levels[at];

		if (level_valid(level))
			canvas_mark_sized(frame->canvas, ladder->series[series].ink,
			    frame->left + (level - 1) * SEGMENT + middle +
				((int32_t)series - 1) * SIDE,
			    y, ladder_mark_size(ladder->series[series].ink));
	}
}

static int32_t
ladder_draw_row(const struct frame *frame, size_t at, int32_t y)
{
	const struct ladder *ladder = frame->ladder;
	struct canvas *canvas = frame->canvas;
	int level = ladder_stands(ladder, at);
	struct wrapped name = text_wrap(canvas->arena,
	    variable_head(canvas->arena, ladder->variables, at), TEXT_SMALL, false,
	    frame->left - EDGE - 100, NAME_LINES);
	int32_t names = (int32_t)name.count * TEXT_LINE, own = SEGMENT_RISE + 2 * MARKS;
	int32_t row = names > own ? names : own, top = y + (row - own) / 2;

	canvas_wrapped(canvas, LETTERING(.ink = INK_TEXT, .size = TEXT_SMALL), EDGE,
	    y + (row - names) / 2 + TEXT_LINE / 2 + TEXT_RISE, &name);
	ladder_draw_segments(frame, level, top);
	ladder_draw_marks(frame, at, top + SEGMENT_RISE + MARKS);
	canvas_text(canvas, LETTERING(.ink = INK_TEXT, .anchor = ANCHOR_END, .strong = true),
	    canvas->width - EDGE, top + SEGMENT_RISE / 2 + TEXT_RISE, level_text(level));
	return y + row + ROW_GAP;
}

static int32_t
ladder_draw_legend(struct canvas *canvas, const struct ladder *ladder, int32_t y)
{
	int32_t x = EDGE + 50;

	for (size_t at = 0; at < ladder->series_count; at++) {
		const char *name = ladder->series[at].name;

		canvas_mark_sized(canvas, ladder->series[at].ink, x, y + LEGEND_ROW / 2,
		    ladder_mark_size(ladder->series[at].ink));
		canvas_text(canvas, LETTERING(.ink = INK_TEXT, .size = TEXT_SMALL), x + 90,
		    y + LEGEND_ROW / 2 + TEXT_RISE, name);
		x += 90 + text_width(name, TEXT_SMALL, false) + 170;
	}
	return y + LEGEND_ROW;
}

static void
ladder_tell(struct canvas *canvas, const struct ladder *ladder)
{
	listing_begin(canvas, "Variabel", ladder->series_count, ladder->count);
	for (size_t at = 0; at < ladder->count; at++)
		listing_row(canvas, at, variable_head(canvas->arena, ladder->variables, at), false);
	for (size_t one = 0; one < ladder->series_count; one++) {
		const struct series *series = &ladder->series[one];

		listing_column(canvas, one, series->name);
		for (size_t at = 0; at < ladder->count; at++)
			listing_level(canvas, at, one, series->levels[at]);
	}
	for (size_t at = 0; at < ladder->count; at++)
		buffer_format(&canvas->words, "%s%s %s",
		    at > 0 ? ", " : "Tingkat: ", ladder->variables[at],
		    level_text(ladder_stands(ladder, at)));
	buffer_text(&canvas->words, ".");
}

void
ladder_add(struct ladder *ladder, const char *name, enum ink ink, const int *levels)
{
	if (ladder->series_count < LADDER_SERIES && score_sum(levels, ladder->count).present > 0)
		ladder->series[ladder->series_count++] = (struct series){ name, ink, levels };
}

struct picture *
picture_ladder(struct arena *arena, const struct ladder *ladder, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas, .ladder = ladder };
	int32_t y;

	frame.left = canvas.width - EDGE - NUMERAL - LEVEL_MAX * SEGMENT;
	frame.left -= frame.left % 10;
	ladder_tell(&canvas, ladder);
	y = ladder_draw_legend(&canvas, ladder, EDGE) + 80;
	for (size_t at = 0; at < ladder->count; at++)
		y = ladder_draw_row(&frame, at, y);
	return canvas_end(&canvas, ladder->title, y);
}
