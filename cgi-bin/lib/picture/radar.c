/* SPDX-License-Identifier: ISC */
/*
 * Levels of all variables around a centre, one net for each series.  Where
 * names have no room around it they are numbered and told below.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum {
	NAMED_MAX = 16,    /* axes that have room for their names */
	NUMBERED_MAX = 30, /* and for a number at each */
	LABEL_GAP = 110,   /* from the outermost mark to a label */
	LABEL_APART = 30,
	KEY_LINES = 2
};

struct frame {
	struct canvas *canvas;
	const struct radar *radar;
	int32_t x, y, radius; /* the centre is at nought while labels are
				 * laid out, and moved once they are */
};

static struct point
place(const struct frame *frame, size_t axis, int32_t distance)
{
	int32_t part = (int32_t)axis, parts = (int32_t)frame->radar->count;

	return (struct point){ frame->x +
		    (int32_t)((int64_t)distance * turn_sine(part, parts) / 10000),
		frame->y - (int32_t)((int64_t)distance * turn_cosine(part, parts) / 10000) };
}

static int32_t
level_radius(const struct frame *frame, int level)
{
	return frame->radius * level / LEVEL_MAX;
}

/* ---- names around ----------------------------------------------------------- */

struct label {
	struct wrapped text;
	enum anchor anchor;
	int32_t x, top, height;
};

static enum anchor
anchor_at(const struct frame *frame, size_t axis)
{
	int32_t sine = turn_sine((int32_t)axis, (int32_t)frame->radar->count);

	return sine > 500 ? ANCHOR_START : sine < -500 ? ANCHOR_END : ANCHOR_MIDDLE;
}

/* A label grows away from the centre: upwards at the top, downwards at the
 * bottom, both ways at the sides. */
static struct label
radar_lay_out(const struct frame *frame, size_t axis)
{
	const struct radar *radar = frame->radar;
	struct canvas *canvas = frame->canvas;
	int32_t cosine = turn_cosine((int32_t)axis, (int32_t)radar->count);
	struct point at = place(frame, axis, frame->radius + LABEL_GAP);
	struct label label = { .anchor = anchor_at(frame, axis), .x = at.x };
	int32_t room = canvas->width / 2 - EDGE;

	switch (label.anchor) {
	case ANCHOR_START:
		room -= at.x;
		break;
	case ANCHOR_END:
		room += at.x;
		break;
	case ANCHOR_MIDDLE:
		/* Up to where its neighbours begin, on both sides. */
		room = 2 * (place(frame, 1, frame->radius + LABEL_GAP).x - LABEL_APART);
		break;
	}
	label.text = text_wrap(canvas->arena, variable_head(canvas->arena, radar->variables, axis),
	    TEXT_SMALL, false, room, WRAP_LINES);
	label.height = (int32_t)label.text.count * TEXT_LINE;
	label.top = at.y - label.height / 2 - (int32_t)((int64_t)label.height * cosine / 20000);
	return label;
}

/* Down one side: no label begins before the one above it has ended. */
static void
spread_labels(struct label *labels, size_t count, bool right)
{
	enum anchor side = right ? ANCHOR_START : ANCHOR_END;
	int32_t free = INT32_MIN;

	for (size_t step = 0; step < count; step++) {
		struct label *label = &labels[right ? step : count - 1 - step];

		if (label->anchor != side)
			continue;
		if (label->top < free)
			label->top = free;
		free = label->top + label->height;
	}
}

static struct label *
lay_out_all(const struct frame *frame, int32_t *top, int32_t *bottom)
{
	size_t count = frame->radar->count;
	struct label *labels = arena_array(frame->canvas->arena, count + 1, sizeof(*labels));

	for (size_t at = 0; at < count; at++)
		labels[at] = radar_lay_out(frame, at);
	spread_labels(labels, count, true);
	spread_labels(labels, count, false);
	*top = -frame->radius - LABEL_GAP;
	*bottom = frame->radius + LABEL_GAP;
	for (size_t at = 0; at < count; at++) {
		if (labels[at].top < *top)
			*top = labels[at].top;
		if (labels[at].top + labels[at].height > *bottom)
			*bottom = labels[at].top + labels[at].height;
	}
	return labels;
}

static void
draw_labels(const struct frame *frame, const struct label *labels)
{
	for (size_t at = 0; at < frame->radar->count; at++)
		canvas_wrapped(frame->canvas,
		    LETTERING(.ink = INK_TEXT, .anchor = labels[at].anchor, .size = TEXT_SMALL),
		    frame->x + labels[at].x, frame->y + labels[at].top + TEXT_LINE / 2 + TEXT_RISE,
		    &labels[at].text);
}

/* ---- numbers around, names below ------------------------------------------- */

static void
draw_numbers(const struct frame *frame)
{
	struct canvas *canvas = frame->canvas;
	size_t step = frame->radar->count / NUMBERED_MAX + 1;

	for (size_t at = 0; at < frame->radar->count; at += step) {
		struct point spot = place(frame, at, frame->radius + LABEL_GAP + 20);

		canvas_text(canvas,
		    LETTERING(.ink = INK_TEXT, .anchor = ANCHOR_MIDDLE, .strong = true), spot.x,
		    spot.y + TEXT_RISE, arena_format(canvas->arena, "%zu", at + 1));
	}
}

static int32_t
radar_draw_key(const struct frame *frame, int32_t y)
{
	struct canvas *canvas = frame->canvas;

	for (size_t at = 0; at < frame->radar->count; at++) {
		struct wrapped text = text_wrap(canvas->arena,
		    variable_head(canvas->arena, frame->radar->variables, at), TEXT_SMALL, false,
		    canvas->width - 2 * EDGE, KEY_LINES);

		canvas_wrapped(canvas, LETTERING(.ink = INK_TEXT, .size = TEXT_SMALL), EDGE,
		    y + TEXT_LINE / 2 + TEXT_RISE, &text);
		y += (int32_t)text.count * TEXT_LINE + 40;
	}
	return y;
}

/* ---- the net ------------------------------------------------------------------ */

static void
draw_net(const struct frame *frame)
{
	size_t count = frame->radar->count;
	struct canvas *canvas = frame->canvas;
	struct point *ring = arena_array(canvas->arena, count + 1, sizeof(*ring));

	for (int level = LEVEL_MAX; level >= LEVEL_MIN; level--) {
		for (size_t at = 0; at < count; at++)
			ring[at] = place(frame, at, level_radius(frame, level));
		canvas_points(canvas, SHAPE_POLYGON, level == LEVEL_MAX ? INK_AXIS : INK_GRID, ring,
		    count);
	}
	for (size_t at = 0; at < count; at++) {
		struct point end = place(frame, at, frame->radius);

		canvas_line(canvas, INK_GRID, frame->x, frame->y, end.x, end.y);
	}
}

static void
draw_scale(const struct frame *frame)
{
	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++)
		canvas_text(frame->canvas,
		    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_END, .size = TEXT_SMALL),
		    frame->x - 70, frame->y - level_radius(frame, level) + TEXT_RISE + 40,
		    level_text(level));
}

/* Closed where every level is there; else from neighbour to neighbour. */
static void
radar_draw_series(const struct frame *frame, const struct series *series)
{
	size_t count = frame->radar->count, pairs = 0;
	struct canvas *canvas = frame->canvas;
	struct point *points = arena_array(canvas->arena, 2 * count + 1, sizeof(*points));

	if (score_sum(series->levels, count).complete) {
		for (size_t at = 0; at < count; at++)
			points[at] = place(frame, at, level_radius(frame, series->levels[at]));
		canvas_points(canvas, SHAPE_POLYGON, series->ink, points, count);
		return;
	}
	for (size_t at = 0; at < count; at++) {
		size_t next = (at + 1) % count;

		if (series->levels[at] == LEVEL_ABSENT || series->levels[next] == LEVEL_ABSENT)
			continue;
		points[pairs++] = place(frame, at, level_radius(frame, series->levels[at]));
		points[pairs++] = place(frame, next, level_radius(frame, series->levels[next]));
	}
	if (pairs > 0)
		canvas_points(canvas, SHAPE_SEGMENTS, series->ink, points, pairs);
}

static void
radar_draw_marks(const struct frame *frame, const struct series *series)
{
	for (size_t at = 0; at < frame->radar->count; at++) {
		struct point spot;

		if (series->levels[at] == LEVEL_ABSENT)
			continue;
		spot = place(frame, at, level_radius(frame, series->levels[at]));
		canvas_mark(frame->canvas, series->ink, spot.x, spot.y);
	}
}

/* What is small comes last, so that it is seen where lines lie on each
 * other. */
static void
draw_all_series(const struct frame *frame)
{
	static const enum ink order[] = { INK_EARLIER, INK_SELF, INK_PROVINCE, INK_CITY };
	const struct radar *radar = frame->radar;

	for (size_t turn = 0; turn < sizeof(order) / sizeof(order[0]); turn++)
		for (size_t at = 0; at < radar->series_count; at++)
			if (radar->series[at].ink == order[turn])
				radar_draw_series(frame, &radar->series[at]);
	for (size_t turn = 0; turn < sizeof(order) / sizeof(order[0]); turn++)
		for (size_t at = 0; at < radar->series_count; at++)
			if (radar->series[at].ink == order[turn])
				radar_draw_marks(frame, &radar->series[at]);
}

/* ---- in words and figures --------------------------------------------------- */

static void
radar_describe(struct canvas *canvas, const struct radar *radar)
{
	buffer_format(&canvas->words, "Tingkat I sampai V dari %zu variabel.", radar->count);
	for (size_t at = 0; at < radar->series_count; at++) {
		const struct series *series = &radar->series[at];
		int staged = level_staged(series->levels, radar->count);

		buffer_format(&canvas->words, " %s: jumlah skor %s", series->name,
		    sum_text(canvas->arena, series->levels, radar->count));
		if (staged != LEVEL_ABSENT)
			buffer_format(&canvas->words,
			    ", paling rendah "
			    "tingkat %s",
			    level_roman(staged));
		buffer_char(&canvas->words, '.');
	}
}

static void
radar_tabulate(struct canvas *canvas, const struct radar *radar)
{
	listing_begin(canvas, "Variabel", radar->series_count, radar->count + 1);
	for (size_t at = 0; at < radar->count; at++)
		listing_row(canvas, at, variable_head(canvas->arena, radar->variables, at), false);
	listing_row(canvas, radar->count, "Jumlah skor", true);
	for (size_t one = 0; one < radar->series_count; one++) {
		const struct series *series = &radar->series[one];

		listing_column(canvas, one, series->name);
		for (size_t at = 0; at < radar->count; at++)
			listing_level(canvas, at, one, series->levels[at]);
		listing_cell(canvas, radar->count, one,
		    sum_text(canvas->arena, series->levels, radar->count));
	}
}

void
radar_add(struct radar *radar, const char *name, enum ink ink, const int *levels)
{
	if (radar->series_count < SERIES_MAX && score_sum(levels, radar->count).present > 0)
		radar->series[radar->series_count++] = (struct series){ .name = name,
			.ink = ink,
			.levels = levels };
}

struct picture *
picture_radar(struct arena *arena, const struct radar *radar, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas, .radar = radar };
	struct label *labels = NULL;
	int32_t top, bottom,
	    y = canvas_legend(&canvas, radar->series, radar->series_count, EDGE) + 60;

	radar_describe(&canvas, radar);
	radar_tabulate(&canvas, radar);
	if (radar->count == 0)
		return canvas_end(&canvas, radar->title, y);
	if (canvas_narrow(&canvas) || radar->count > NAMED_MAX) {
		frame.radius = canvas.width / 2 - LABEL_GAP - 180;
		if (frame.radius > 1700)
			frame.radius = 1700;
		top = -frame.radius - LABEL_GAP - 100;
		bottom = -top;
	} else {
		frame.radius = canvas.width / 2 - 1900;
		labels = lay_out_all(&frame, &top, &bottom);
	}
	frame.x = canvas.width / 2;
	frame.y = y - top;
	draw_net(&frame);
	draw_all_series(&frame);
	draw_scale(&frame);
	y = frame.y + bottom + 60;
	if (labels != NULL)
		draw_labels(&frame, labels);
	else {
		draw_numbers(&frame);
		y = radar_draw_key(&frame, y);
	}
	return canvas_end(&canvas, radar->title, y + EDGE);
}
