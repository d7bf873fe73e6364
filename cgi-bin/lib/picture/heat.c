/* SPDX-License-Identifier: ISC */
/*
 * Agencies against variables, a cell for each level, its figure written in it.
 * The numbers over the columns come again and again, and a long list is cut
 * into parts for paper.
 */
#include "picture/canvas.h"
#include "base/banned.h"

enum {
	CELL = 240,      /* height of a cell */
	GAP = 20,        /* between cells */
	HEAD_EVERY = 20, /* agencies; then the numbers stand again */
	HEAD = 220,
	FIGURE_ROOM = 130, /* narrower cells go without their figure, */
	HEAD_ROOM = 150,   /* and some columns without their number */
	NAME_LINES = 2,
	NAME_LINES_NARROW = 3,
	LEGEND_CELL = 240
};

struct frame {
	struct canvas *canvas;
	const struct heat *heat;
	int32_t left, cell, gap; /* where cells begin, from one to the next, between */
	struct heat_cell {
		struct box box;
		int level;
	} * cells;
	size_t count; /* of cells */
};

/* Whole units, where there is room for figures: shorter paths. */
static void
place_columns(struct frame *frame)
{
	bool narrow = canvas_narrow(frame->canvas);
	int32_t width = frame->canvas->width, score_room = narrow ? 300 : 420;

	if (frame->heat->count == 0)
		return;
	frame->left = narrow ? width * 17 / 50 / 10 * 10 : width * 2 / 5;
	frame->cell = (width - EDGE - score_room - frame->left) / (int32_t)frame->heat->count;
	frame->gap = frame->cell < FIGURE_ROOM ? frame->cell / 4 : GAP;
	if (frame->cell > FIGURE_ROOM) {
		frame->cell -= frame->cell % 10;
		frame->left -= (frame->cell - frame->gap) / 2 %
		    10; /* so that figures stand at whole ones */
	}
}

static int32_t
cell_x(const struct frame *frame, size_t at)
{
	return frame->left + (int32_t)at * frame->cell;
}

static void
heat_add_cell(struct frame *frame, struct box box, int level)
{
	frame->cells[frame->count++] = (struct heat_cell){ box, level };
}

static void
draw_figure(struct canvas *canvas, struct box box, int level, enum ink ink)
{
	if (box.width < FIGURE_ROOM)
		return;
	canvas_text(canvas, LETTERING(.anchor = ANCHOR_MIDDLE, .ink = ink), box.x + box.width / 2,
	    box.y + box.height / 2 + TEXT_RISE, level_text(level));
}

static enum ink
figure_ink(int level)
{
	return level > 3 ? INK_TEXT_LIGHT : level == LEVEL_ABSENT ? INK_TEXT_SOFT : INK_TEXT;
}

/* Level by level and not row by row: what is painted alike is one path, and
 * of one colour of figures one group, however many agencies there are. */
static void
draw_cells(const struct frame *frame)
{
	static const enum ink figures[] = { INK_TEXT_SOFT, INK_TEXT, INK_TEXT_LIGHT };

	for (int level = LEVEL_ABSENT; level <= LEVEL_MAX; level++)
		for (size_t at = 0; at < frame->count; at++)
			if (frame->cells[at].level == level)
				canvas_rect(frame->canvas, (enum ink)(INK_LEVEL_0 + level),
				    frame->cells[at].box);
	for (size_t ink = 0; ink < sizeof(figures) / sizeof(figures[0]); ink++)
		for (size_t at = 0; at < frame->count; at++)
			if (figure_ink(frame->cells[at].level) == figures[ink])
				draw_figure(frame->canvas, frame->cells[at].box,
				    frame->cells[at].level, figures[ink]);
}

static int32_t
heat_draw_legend(struct frame *frame, int32_t y)
{
	struct canvas *canvas = frame->canvas;
	int32_t x = EDGE + text_width("Tingkat", TEXT_SIZE, false) + 100;
	struct box box = { x - x % 10, y, LEGEND_CELL, CELL };

	canvas_text(canvas, LETTERING(.ink = INK_TEXT), EDGE, y + CELL / 2 + TEXT_RISE, "Tingkat");
	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		heat_add_cell(frame, box, level);
		box.x += LEGEND_CELL + GAP;
	}
	heat_add_cell(frame, box, LEVEL_ABSENT);
	canvas_text(canvas, LETTERING(.ink = INK_TEXT), box.x + LEGEND_CELL + 60,
	    y + CELL / 2 + TEXT_RISE, "belum ada");
	return y + CELL;
}

static int32_t
heat_draw_head(const struct frame *frame, int32_t y)
{
	struct canvas *canvas = frame->canvas;
	size_t every = frame->cell < FIGURE_ROOM ? 5 : 1;

	/* The first of very narrow columns still keeps off the edge. */
	for (size_t at = 0; at < frame->heat->count; at += every)
		(frame->cell < HEAD_ROOM ? canvas_text_apart : canvas_text)(canvas,
		    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_MIDDLE, .size = TEXT_SMALL,
			.strong = true),
		    cell_x(frame, at) + (frame->cell < 120 ? 120 : frame->cell) / 2,
		    y + HEAD / 2 + TEXT_RISE, arena_format(canvas->arena, "%zu", at + 1));
	canvas_text(canvas,
	    LETTERING(.ink = INK_TEXT_SOFT, .anchor = ANCHOR_END, .size = TEXT_SMALL,
		.strong = true),
	    canvas->width - EDGE, y + HEAD / 2 + TEXT_RISE, "Skor");
	return y + HEAD;
}

static const int *
levels_of(const struct heat *heat, size_t agency)
{
	return heat->levels + agency * heat->count;
}

/* Its name and its cells; gives the y below them. */
static int32_t
draw_agency(struct frame *frame, size_t agency, int32_t y)
{
	const struct heat *heat = frame->heat;
	struct canvas *canvas = frame->canvas;
	const int *levels = levels_of(heat, agency);
	struct wrapped name = text_wrap(canvas->arena, heat->agencies[agency], TEXT_SMALL, false,
	    frame->left - EDGE - 80, canvas_narrow(canvas) ? NAME_LINES_NARROW : NAME_LINES);
	int32_t names = (int32_t)name.count * TEXT_LINE;
	int32_t row = names < CELL ? CELL : (names + 60 + 19) / 20 * 20; /* whole, its half too */

	canvas_wrapped(canvas, LETTERING(.ink = INK_TEXT, .size = TEXT_SMALL), EDGE,
	    y + (row - names) / 2 + TEXT_LINE / 2 + TEXT_RISE, &name);
	for (size_t at = 0; at < heat->count; at++)
		heat_add_cell(frame,
		    (struct box){ cell_x(frame, at), y, frame->cell - frame->gap, row },
		    levels[at]);
	return y + row + GAP;
}

static void
draw_scores(const struct frame *frame)
{
	const struct heat *heat = frame->heat;
	struct canvas *canvas = frame->canvas;
	size_t first = frame->count - heat->agency_count * heat->count;

	for (size_t at = 0; at < heat->agency_count; at++) {
		struct box box = frame->cells[first + at * heat->count].box;

		canvas_text(canvas,
		    LETTERING(.ink = INK_TEXT, .anchor = ANCHOR_END, .strong = true),
		    canvas->width - EDGE, box.y + box.height / 2 + TEXT_RISE,
		    sum_text(canvas->arena, levels_of(heat, at), heat->count));
	}
}

/* What the numbers over the columns stand for, in one column or two. */
static int32_t
heat_draw_key(const struct frame *frame, int32_t y)
{
	const struct heat *heat = frame->heat;
	struct canvas *canvas = frame->canvas;
	size_t columns = canvas_narrow(canvas) ? 1 : 2;
	size_t rows = (heat->count + columns - 1) / columns;
	int32_t wide = (canvas->width - 2 * EDGE) / (int32_t)columns;
	int32_t lowest = y, top = y;

	for (size_t at = 0; at < heat->count; at++) {
		struct wrapped text = text_wrap(canvas->arena,
		    variable_head(canvas->arena, heat->variables, at), TEXT_SMALL, false,
		    wide - 120, NAME_LINES);

		if (at == rows)
			y = top;
		canvas_wrapped(canvas, LETTERING(.ink = INK_TEXT_SOFT, .size = TEXT_SMALL),
		    EDGE + (at < rows ? 0 : wide), y + TEXT_LINE / 2 + TEXT_RISE, &text);
		y += (int32_t)text.count * TEXT_LINE + 30;
		if (y > lowest)
			lowest = y;
	}
	return lowest;
}

static void
heat_describe(struct canvas *canvas, const struct heat *heat)
{
	size_t scored = 0, lowest = 0, highest = 0;
	int low = 0, high = 0;

	for (size_t at = 0; at < heat->agency_count; at++) {
		struct score score = score_sum(levels_of(heat, at), heat->count);

		if (!score.complete)
			continue;
		if (scored == 0 || score.sum < low) {
			low = score.sum;
			lowest = at;
		}
		if (scored == 0 || score.sum > high) {
			high = score.sum;
			highest = at;
		}
		scored++;
	}
	buffer_format(&canvas->words,
	    "%zu perangkat daerah dan %zu variabel, "
	    "%zu sudah mempunyai skor.",
	    heat->agency_count, heat->count, scored);
	if (scored > 0)
		buffer_format(&canvas->words,
		    " Skor paling tinggi %d: %s. "
		    "Paling rendah %d: %s.",
		    high, heat->agencies[highest], low, heat->agencies[lowest]);
}

static void
heat_tabulate(struct canvas *canvas, const struct heat *heat)
{
	listing_begin(canvas, "Perangkat daerah", heat->count + 1, heat->agency_count);
	for (size_t at = 0; at < heat->count; at++)
		listing_column(canvas, at, arena_format(canvas->arena, "%zu", at + 1));
	listing_column(canvas, heat->count, "Skor");
	for (size_t agency = 0; agency < heat->agency_count; agency++) {
		const int *levels = levels_of(heat, agency);

		listing_row(canvas, agency, heat->agencies[agency], false);
		for (size_t at = 0; at < heat->count; at++)
			listing_level(canvas, agency, at, levels[at]);
		listing_cell(canvas, agency, heat->count,
		    sum_text(canvas->arena, levels, heat->count));
	}
}

struct picture *
picture_heat(struct arena *arena, const struct heat *heat, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct frame frame = { .canvas = &canvas,
		.heat = heat,
		.cells = arena_array(arena, heat->agency_count * heat->count + LEVEL_MAX + 1,
		    sizeof(*frame.cells)) };
	int32_t y = heat_draw_legend(&frame, EDGE) + 60;

	heat_describe(&canvas, heat);
	heat_tabulate(&canvas, heat);
	place_columns(&frame);
	for (size_t at = 0; heat->count > 0 && at < heat->agency_count; at++) {
		if (at % HEAD_EVERY == 0)
			y = heat_draw_head(&frame, y);
		y = draw_agency(&frame, at, y);
	}
	draw_cells(&frame);
	if (heat->count == 0)
		return canvas_end(&canvas, heat->title, y);
	draw_scores(&frame);
	return canvas_end(&canvas, heat->title, heat_draw_key(&frame, y + 80) + EDGE);
}

bool
heat_part(struct arena *arena, const struct heat *heat, size_t number, struct heat *part)
{
	enum { AGENCIES_A_PAGE = 20 };
	size_t first = number * AGENCIES_A_PAGE, rest;

	if (first >= heat->agency_count)
		return false;
	rest = heat->agency_count - first;
	*part = *heat;
	part->agency_count = rest < AGENCIES_A_PAGE ? rest : AGENCIES_A_PAGE;
	part->agencies = heat->agencies + first;
	part->levels = heat->levels + first * heat->count;
	if (heat->agency_count > AGENCIES_A_PAGE)
		part->title = arena_format(arena, "%s (%zu–%zu dari %zu)", heat->title, first + 1,
		    first + part->agency_count, heat->agency_count);
	return true;
}
