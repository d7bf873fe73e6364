/* SPDX-License-Identifier: ISC */
/*
 * How many agencies have come through each part of the work, day by day, over
 * the plan as a line: a step for a day, since a day has one figure.
 */
#include "picture/canvas.h"

#include "rules/calendar.h"
#include "base/banned.h"

enum {
	PLOT = 900,
	HEAD = 230,
	FOOT = 240,
	GAP = 160,
	LEFT = 420,
	LABEL_APART = 60,
	LABELS_MAX = 3
};

struct frame {
	struct canvas *canvas;
	const struct progress *progress;
	int32_t right;
	int32_t top; /* of the plot that is drawn */
};

int
progress_planned(const struct progress_part *part, int agencies, int32_t day)
{
	if (day < part->from)
		return 0;
	if (day >= part->until)
		return agencies;
	return agencies * (day - part->from + 1) / (part->until - part->from + 1);
}

static const char *
progress_day_text(struct arena *arena, int32_t day)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul",
		"Agu", "Sep", "Okt", "Nov", "Des" };
	struct date date = day_date(day);

	return date.month < 1 ? "" : arena_format(arena, "%d %s", date.day, months[date.month - 1]);
}

/* The end of a day, counted from the first; the left edge is its beginning. */
static int32_t
progress_x_of(const struct frame *frame, size_t days)
{
	return LEFT +
	    (int32_t)((int64_t)(frame->right - LEFT) * (int64_t)days /
		(int64_t)frame->progress->days);
}

static int32_t
progress_y_of(const struct frame *frame, int agencies)
{
	return frame->progress->agencies == 0 ?
	    frame->top + PLOT :
	    frame->top + PLOT - PLOT * agencies / frame->progress->agencies;
}

static void
draw_plan(const struct frame *frame, const struct progress_part *part)
{
	const struct progress *progress = frame->progress;
	struct point *points = arena_array(frame->canvas->arena, progress->days + 1,
	    sizeof(*points));

	points[0] = (struct point){ LEFT, progress_y_of(frame, 0) };
	for (size_t at = 0; at < progress->days; at++)
		points[at + 1] = (struct point){ progress_x_of(frame, at + 1),
			progress_y_of(frame,
			    progress_planned(part, progress->agencies,
				progress->first + (int32_t)at)) };
	canvas_points(frame->canvas, SHAPE_LINE, INK_PLAN, points, progress->days + 1);
}

/* Steps: a day has its figure from its beginning to its end. */
static void
draw_done(const struct frame *frame, const struct progress_part *part)
{
	size_t known = frame->progress->known, count = 0;
	struct point *points = arena_array(frame->canvas->arena, 2 * known + 3, sizeof(*points));

	if (known == 0)
		return;
	points[count++] = (struct point){ LEFT, progress_y_of(frame, 0) };
	for (size_t at = 0; at < known; at++) {
		points[count++] = (struct point){ progress_x_of(frame, at),
			progress_y_of(frame, part->done[at]) };
		points[count++] = (struct point){ progress_x_of(frame, at + 1),
			progress_y_of(frame, part->done[at]) };
	}
	points[count] = (struct point){ progress_x_of(frame, known), progress_y_of(frame, 0) };
	canvas_points(frame->canvas, SHAPE_POLYGON, INK_DONE_AREA, points, count + 1);
	canvas_points(frame->canvas, SHAPE_LINE, INK_DONE, points, count);
}

/* Days below a plot, the most wanted first; one that would touch another is
 * left out. */
static void
draw_days(const struct frame *frame, const struct progress_part *part)
{
	const struct progress *progress = frame->progress;
	struct canvas *canvas = frame->canvas;
	const struct {
		int32_t day;
		bool today;
	} wanted[LABELS_MAX] = { { part->until, false },
		{ progress->first + (int32_t)progress->known - 1, true }, { part->from, false } };
	struct {
		int32_t from, until;
	} taken[LABELS_MAX];
	size_t count = 0;

	for (size_t at = 0; at < LABELS_MAX; at++) {
		const char *text = progress_day_text(canvas->arena, wanted[at].day);
		int32_t day = wanted[at].day - progress->first, x, half;
		bool free = day >= 0 && (size_t)day < progress->days;

		if (wanted[at].today && (progress->known == 0 || progress->known == progress->days))
			continue;
		if (wanted[at].today)
			text = arena_format(canvas->arena, "hari ini %s", text);
		half = text_width(text, TEXT_SMALL, wanted[at].today) / 2;
		x = free ? progress_x_of(frame, (size_t)day + 1) : 0;
		if (x + half > canvas->width - EDGE)
			x = canvas->width - EDGE - half;
		if (x - half < EDGE)
			x = EDGE + half;
		for (size_t other = 0; other < count; other++)
			free = free &&
			    /* analyse: uninitvar: those before count are set. */
			    (x + half + LABEL_APART < taken[other].from ||
				x - half - LABEL_APART > taken[other].until);
		if (!free)
			continue;
		canvas_text(canvas,
		    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_MIDDLE, .size = TEXT_SMALL,
			.strong = wanted[at].today),
		    x, frame->top + PLOT + 170, text);
		taken[count].from = x - half;
		taken[count++].until = x + half;
	}
}

static void
progress_draw_head(const struct frame *frame, const struct progress_part *part, int32_t y)
{
	const struct progress *progress = frame->progress;
	size_t last = progress->known > 0 ? progress->known - 1 : 0;
	struct canvas *canvas = frame->canvas;
	const char *text = progress->known == 0 ?
	    part->name :
	    arena_format(canvas->arena, "%s: %d dari %d, rencana %d", part->name, part->done[last],
		progress->agencies,
		progress_planned(part, progress->agencies, progress->first + (int32_t)last));
	struct wrapped wrapped = text_wrap(canvas->arena, text, TEXT_SIZE, true,
	    canvas->width - 2 * EDGE, 1);

	canvas_wrapped(canvas, LETTERING(.ink = INK_TEXT, .strong = true), EDGE,
	    y + HEAD / 2 + TEXT_RISE - 30, &wrapped);
}

static int32_t
draw_part(struct frame *frame, const struct progress_part *part, int32_t y)
{
	const struct progress *progress = frame->progress;
	struct canvas *canvas = frame->canvas;

	progress_draw_head(frame, part, y);
	frame->top = y + HEAD;
	canvas_line(canvas, INK_GRID, LEFT, frame->top, frame->right, frame->top);
	draw_done(frame, part);
	draw_plan(frame, part);
	canvas_line(canvas, INK_AXIS, LEFT, frame->top + PLOT, frame->right, frame->top + PLOT);
	if (progress->known > 0 && progress->known < progress->days)
		canvas_line(canvas, INK_TODAY, progress_x_of(frame, progress->known),
		    frame->top - 30, progress_x_of(frame, progress->known), frame->top + PLOT + 40);
	canvas_text(canvas,
	    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_END, .size = TEXT_SMALL), LEFT - 70,
	    frame->top + TEXT_RISE, arena_format(canvas->arena, "%d", progress->agencies));
	canvas_text(canvas,
	    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_END, .size = TEXT_SMALL), LEFT - 70,
	    frame->top + PLOT + TEXT_RISE, "0");
	draw_days(frame, part);
	return frame->top + PLOT + FOOT;
}

static int32_t
progress_draw_legend(struct canvas *canvas, int32_t y)
{
	static const struct {
		enum ink ink;
		const char *name;
	} rows[] = { { INK_DONE, "kenyataan" }, { INK_PLAN, "rencana" } };
	enum { SAMPLE = 360, ROW = 220 };
	int32_t x = EDGE;

	for (size_t at = 0; at < sizeof(rows) / sizeof(rows[0]); at++) {
		canvas_line(canvas, rows[at].ink, x, y + ROW / 2, x + SAMPLE, y + ROW / 2);
		canvas_text(canvas, LETTERING(.ink = INK_TEXT), x + SAMPLE + 80,
		    y + ROW / 2 + TEXT_RISE, rows[at].name);
		x += SAMPLE + 80 + text_width(rows[at].name, TEXT_SIZE, false) + 260;
	}
	return y + ROW;
}

/* Days on which nothing moved say nothing new, and have no row. */
static bool
says_something(const struct progress *progress, size_t at)
{
	int32_t day = progress->first + (int32_t)at;

	if (at == 0 || at + 1 == progress->known || at + 1 == progress->days)
		return true;
	for (size_t one = 0; one < progress->count; one++) {
		const struct progress_part *part = &progress->parts[one];

		if (progress_planned(part, progress->agencies, day) !=
			progress_planned(part, progress->agencies, day - 1) ||
		    (at < progress->known && part->done[at] != part->done[at - 1]))
			return true;
	}
	return false;
}

static void
progress_tabulate(struct canvas *canvas, const struct progress *progress)
{
	size_t rows = 0, row = 0;

	for (size_t at = 0; at < progress->days; at++)
		rows += says_something(progress, at);
	listing_begin(canvas, "Akhir hari", 2 * progress->count, rows);
	for (size_t one = 0; one < progress->count; one++) {
		listing_column(canvas, 2 * one, progress->parts[one].name);
		listing_column(canvas, 2 * one + 1,
		    arena_format(canvas->arena, "%s, rencana", progress->parts[one].name));
	}
	for (size_t at = 0; at < progress->days; at++) {
		int32_t day = progress->first + (int32_t)at;

		if (!says_something(progress, at))
			continue;
		listing_row(canvas, row, progress_day_text(canvas->arena, day), false);
		for (size_t one = 0; one < progress->count; one++) {
			const struct progress_part *part = &progress->parts[one];

			listing_number(canvas, row, 2 * one,
			    at < progress->known ? part->done[at] : 0, at >= progress->known);
			listing_number(canvas, row, 2 * one + 1,
			    progress_planned(part, progress->agencies, day), false);
		}
		row++;
	}
}

static void
progress_describe(struct canvas *canvas, const struct progress *progress)
{
	size_t last = progress->known > 0 ? progress->known - 1 : 0;
	int32_t day = progress->first + (int32_t)last;

	if (progress->known == 0) {
		buffer_text(&canvas->words, "Periode belum mulai.");
		return;
	}
	buffer_format(&canvas->words,
	    "Sampai %s, dari %d perangkat daerah:", progress_day_text(canvas->arena, day),
	    progress->agencies);
	for (size_t one = 0; one < progress->count; one++)
		buffer_format(&canvas->words, " %s %d, menurut rencana %d%s",
		    progress->parts[one].name, progress->parts[one].done[last],
		    progress_planned(&progress->parts[one], progress->agencies, day),
		    one + 1 < progress->count ? ";" : ".");
}

struct picture *
picture_progress(struct arena *arena, const struct progress *progress, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas,
		.progress = progress,
		.right = canvas.width - EDGE - 200 };
	int32_t y = progress_draw_legend(&canvas, EDGE) + 40;

	progress_describe(&canvas, progress);
	progress_tabulate(&canvas, progress);
	for (size_t one = 0; one < progress->count; one++)
		y = draw_part(&frame, &progress->parts[one], y) +
		    (one + 1 < progress->count ? GAP : 0);
	return canvas_end(&canvas, progress->title, y + EDGE);
}
