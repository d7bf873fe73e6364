/* SPDX-License-Identifier: ISC */
/*
 * Pictures into pages, as paths and texts of templates/picture.cs, each with
 * its table, so that who cannot see it reads the figures.
 */
#include "document/chart.h"

#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "base/banned.h"

const char *
chart_title(struct arena *arena, const char *what, const char *whose, int64_t year)
{
	return arena_format(arena, "%s, %s %lld", what, whose, (long long)year);
}

/*
 * The numbers of a path, as short as they go: lengths in units with a decimal
 * where there is one, from the point before, and no space before a sign.
 */
struct path {
	struct buffer text;
	struct point at;   /* where the pen is, */
	struct point from; /* and where this line began: z goes back to it */
	bool number;       /* the last that was written is a number */
};

/* Where the text begins that ends at `end`. */
static char *
put_length(char *end, int32_t tenths)
{
	int32_t size = tenths < 0 ? -tenths : tenths;

	if (size % 10 != 0) {
		*--end = (char)('0' + size % 10);
		*--end = '.';
	}
	end = decimal_put(end, (uint64_t)(size / 10), 1);
	if (tenths < 0)
		*--end = '-';
	return end;
}

enum { LENGTH_ROOM = DECIMAL_ROOM + 3 };

static void
add_length(struct path *path, int32_t tenths)
{
	char text[LENGTH_ROOM], *end = text + LENGTH_ROOM, *begin = put_length(end, tenths);

	if (path->number && tenths >= 0)
		*--begin = ' ';
	buffer_add(&path->text, begin, (size_t)(end - begin));
	path->number = true;
}

static void
add_command(struct path *path, char command)
{
	buffer_char(&path->text, command);
	path->number = false;
}

static void
add_move(struct path *path, int32_t x, int32_t y)
{
	add_command(path, path->text.length == 0 ? 'M' : 'm');
	add_length(path, x - path->at.x);
	add_length(path, y - path->at.y);
	path->at = path->from = (struct point){ x, y };
}

/* Straight across or down where that is so. */
static void
add_line(struct path *path, int32_t x, int32_t y)
{
	int32_t right = x - path->at.x, down = y - path->at.y;

	add_command(path, down == 0 ? 'h' : right == 0 ? 'v' : 'l');
	if (down == 0 || right != 0)
		add_length(path, right);
	if (down != 0)
		add_length(path, down);
	path->at = (struct point){ x, y };
}

static void
add_close(struct path *path)
{
	add_command(path, 'z');
	path->at = path->from;
}

static void
add_box(struct path *path, struct box box)
{
	add_move(path, box.x, box.y);
	add_line(path, box.x + box.width, box.y);
	add_line(path, box.x + box.width, box.y + box.height);
	add_line(path, box.x, box.y + box.height);
	add_close(path);
}

/* Two half turns. */
static void
add_dot(struct path *path, struct box box)
{
	int32_t radius = box.width;

	add_move(path, box.x - radius, box.y);
	for (int32_t turn = 2 * radius; turn >= -2 * radius; turn -= 4 * radius) {
		add_command(path, 'a');
		add_length(path, radius);
		add_length(path, radius);
		buffer_text(&path->text, " 0 1 0");
		add_length(path, turn);
		add_length(path, 0);
	}
	add_close(path);
}

static void
add_path(struct path *path, const struct shape *shape)
{
	switch (shape->kind) {
	case SHAPE_RECT:
		add_box(path, shape->box);
		return;
	case SHAPE_DOT:
		add_dot(path, shape->box);
		return;
	default:
		for (size_t at = 0; at < shape->count; at++)
			(at == 0 || (shape->kind == SHAPE_SEGMENTS && at % 2 == 0) ?
				add_move :
				add_line)(path, shape->points[at].x, shape->points[at].y);
		if (shape->kind == SHAPE_POLYGON)
			add_close(path);
	}
}

static void
set_length(struct node *node, const char *name, int32_t tenths)
{
	char text[LENGTH_ROOM + 1], *end = text + LENGTH_ROOM;

	*end = '\0';
	node_set(node, name, put_length(end, tenths));
}

static const char *
colour_text(struct context *context, int32_t colour)
{
	return colour == PAINT_NONE ?
	    "none" :
	    arena_format(context->arena, "#%06x", (unsigned)colour);
}

static void
fill_paint(struct context *context, struct node *node, enum ink ink)
{
	const struct paint *paint = ink_paint(ink);
	struct path dash = { .text = { .arena = context->arena } };

	node_set(node, "ink", paint->code);
	node_set(node, "fill", colour_text(context, paint->fill));
	if (paint->stroke == PAINT_NONE)
		return;
	node_set(node, "stroke", colour_text(context, paint->stroke));
	set_length(node, "width", paint->width);
	for (size_t at = 0; at < 4 && paint->dash[at] > 0; at++)
		add_length(&dash, paint->dash[at]);
	if (dash.text.length > 0)
		node_set(node, "dash", dash.text.bytes);
}

static bool
same_run(const struct shape *one, const struct shape *other)
{
	return (one->kind == SHAPE_TEXT) == (other->kind == SHAPE_TEXT) && one->ink == other->ink &&
	    (one->kind != SHAPE_TEXT ||
		(one->size == other->size && one->strong == other->strong &&
		    one->anchor == other->anchor));
}

/* SVG counts in UTF-16: four bytes would be two places. */
static bool
one_letter(const char *text)
{
	return utf8_characters(text) == 1 && strlen(text) < 4;
}

/* A numeral such as "III", around its place: its letters are narrow, and stand apart
 * at whole pixels. */
static bool
is_spelled(const struct shape *shape)
{
	return one_letter(shape->text) ||
	    (shape->anchor == ANCHOR_MIDDLE && strlen(shape->text) <= LETTERS_SPELLED &&
		shape->text[strspn(shape->text, "IVX")] == '\0');
}

/* Letters that stand on one line, each at a place of its own, are one text:
 * SVG takes as many places as there are letters. */
static bool
goes_on(const struct shape *one, const struct shape *next)
{
	return one->box.y == next->box.y && is_spelled(one) && is_spelled(next);
}

/* Where its letters stand: whole pixels, for there are hundreds.  What is alone
 * has one place. */
static void
add_places(struct path *x, const struct shape *shape, bool alone)
{
	int32_t middles[LETTERS_SPELLED];

	if (alone || one_letter(shape->text)) {
		add_length(x, shape->box.x);
		return;
	}
	text_letters(shape->text, shape->size, middles);
	for (size_t at = 0; shape->text[at] != '\0'; at++)
		add_length(x, (shape->box.x + middles[at] + 5) / 10 * 10);
}

static void
chart_fill_texts(struct context *context, struct node *node, const struct shape *first,
    size_t count)
{
	static const char *const
	    anchors[] = { [ANCHOR_START] = "", [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end" };
	struct node *texts = node_child(node, "texts");
	size_t row = 0, next;

	node_set(node, "anchor", anchors[first->anchor]);
	set_length(node, "size", first->size);
	if (first->strong)
		node_set(node, "strong", "1");
	for (size_t at = 0; at < count; at = next) {
		struct buffer letters = { .arena = context->arena };
		struct path x = { .text = { .arena = context->arena } };
		struct node *text;

		for (next = at + 1; next < count && goes_on(&first[at], &first[next]); next++)
			;
		for (size_t one = at; one < next; one++) {
			buffer_text(&letters, first[one].text);
			add_places(&x, &first[one], next == at + 1);
		}
		text = node_row_set(texts, row++, letters.bytes);
		node_set(text, "x", x.text.bytes);
		set_length(text, "y", first[at].box.y);
	}
}

/* What is drawn alike one after the other is one element. */
static void
fill_shapes(struct context *context, struct node *node, const struct picture *picture)
{
	struct node *runs = node_child(node, "runs");
	size_t row = 0, next;

	set_length(node, "width", picture->width);
	set_length(node, "height", picture->height);
	for (size_t at = 0; at < picture->shape_count; at = next) {
		const struct shape *shape = &picture->shapes[at];
		struct node *run = node_row(runs, row++);
		struct path path = { .text = { .arena = context->arena } };

		for (next = at + 1;
		     next < picture->shape_count && same_run(shape, &picture->shapes[next]); next++)
			;
		fill_paint(context, run, shape->ink);
		if (shape->kind == SHAPE_TEXT) {
			chart_fill_texts(context, run, shape, next - at);
			continue;
		}
		for (size_t one = at; one < next; one++)
			add_path(&path, &picture->shapes[one]);
		node_set(run, "path", path.text.bytes);
	}
}

static void
fill_table(struct node *node, const struct picture_table *table)
{
	enum { LABELLED = 6 };
	struct node *list = node_child(node, "columns");

	node_set(node, "head", table->head);
	if (table->column_count > LABELLED)
		node_set(node, "many", "1");
	for (size_t at = 0; at < table->column_count; at++)
		node_row_set(list, at, table->columns[at]);
	list = node_child(node, "rows");
	for (size_t row = 0; row < table->row_count; row++) {
		struct node *one = node_row(list, row);
		struct node *cells = node_child(one, "cells");

		node_set(one, "head", table->rows[row].head);
		if (table->rows[row].total)
			node_set(one, "total", "1");
		for (size_t at = 0; at < table->column_count; at++)
			node_row_set(cells, at, table->rows[row].cells[at]);
	}
}

void
chart_fill(struct context *context, const char *id, const struct picture *picture)
{
	struct node *node = node_child(page_node(&context->page, "Pictures"), id);

	node_set(node, "id", id);
	node_set(node, "title", picture->title);
	node_set(node, "description", picture->description);
	fill_shapes(context, node, picture);
	if (picture->table.row_count > 0)
		fill_table(node_child(node, "table"), &picture->table);
}

void
chart_fill_heat(struct context *context, const struct heat *heat)
{
	struct heat part;

	for (size_t number = 0; heat_part(context->arena, heat, number, &part); number++)
		CHART_FILL(context,
		    number == 0 ? "heat" : arena_format(context->arena, "heat-%zu", number + 1),
		    heat, &part);
}

void
chart_fill_trend(struct context *context, const struct trend *trend)
{
	if (trend->count > 1)
		CHART_FILL(context, "trend", trend, trend);
}
