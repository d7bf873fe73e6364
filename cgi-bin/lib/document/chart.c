/* SPDX-License-Identifier: ISC */
/*
 * Pictures into pages, as paths and texts of templates/picture.cs, each in a
 * wide and a narrow form and with its table, so that no style sheet has to
 * squeeze one and who cannot see it reads the figures.
 */
#include "document/chart.h"

#include "base/banned.h"

const char *
chart_title(struct arena *arena, const char *what, const char *whose, int64_t year)
{
	return arena_format(arena, "%s, %s %lld", what, whose, (long long)year);
}

/* A length in units, as short as it goes. */
static void
add_length(struct buffer *path, int32_t tenths)
{
	if (tenths < 0)
		buffer_char(path, '-');
	if (tenths < 0)
		tenths = -tenths;
	buffer_format(path, "%d", tenths / 10);
	if (tenths % 10 != 0)
		buffer_format(path, ".%d", tenths % 10);
}

static void
add_step(struct buffer *path, char command, int32_t x, int32_t y)
{
	buffer_char(path, command);
	add_length(path, x);
	buffer_char(path, ' ');
	add_length(path, y);
}

static void
add_box(struct buffer *path, struct box box)
{
	add_step(path, 'M', box.x, box.y);
	buffer_char(path, 'h');
	add_length(path, box.width);
	buffer_char(path, 'v');
	add_length(path, box.height);
	buffer_char(path, 'h');
	add_length(path, -box.width);
	buffer_char(path, 'z');
}

/* Two half turns. */
static void
add_dot(struct buffer *path, struct box box)
{
	int32_t radius = box.width;

	add_step(path, 'M', box.x - radius, box.y);
	for (int32_t turn = 2 * radius; turn >= -2 * radius; turn -= 4 * radius) {
		add_step(path, 'a', radius, radius);
		buffer_text(path, " 0 1 0 ");
		add_length(path, turn);
		buffer_text(path, " 0");
	}
	buffer_char(path, 'z');
}

static void
add_path(struct buffer *path, const struct shape *shape)
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
			add_step(path,
			    at == 0 || (shape->kind == SHAPE_SEGMENTS && at % 2 == 0) ? 'M' : 'L',
			    shape->points[at].x, shape->points[at].y);
		if (shape->kind == SHAPE_POLYGON)
			buffer_char(path, 'z');
	}
}

static const char *
length_text(struct context *context, int32_t tenths)
{
	struct buffer text = { .arena = context->arena };

	add_length(&text, tenths);
	return text.bytes;
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
	struct buffer dash = { .arena = context->arena };

	node_set(node, "ink", paint->code);
	node_set(node, "fill", colour_text(context, paint->fill));
	if (paint->stroke == PAINT_NONE)
		return;
	node_set(node, "stroke", colour_text(context, paint->stroke));
	node_set(node, "width", length_text(context, paint->width));
	for (size_t at = 0; at < 4 && paint->dash[at] > 0; at++) {
		if (at > 0)
			buffer_char(&dash, ' ');
		add_length(&dash, paint->dash[at]);
	}
	if (dash.length > 0)
		node_set(node, "dash", dash.bytes);
}

static bool
same_run(const struct shape *one, const struct shape *other)
{
	return (one->kind == SHAPE_TEXT) == (other->kind == SHAPE_TEXT) && one->ink == other->ink &&
	    (one->kind != SHAPE_TEXT ||
		(one->size == other->size && one->strong == other->strong &&
		    one->anchor == other->anchor));
}

static void
chart_fill_texts(struct context *context, struct node *node, const struct shape *first,
    size_t count)
{
	static const char *const anchors
	    [] = { [ANCHOR_START] = "start", [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end" };
	struct node *texts = node_child(node, "texts");

	node_set(node, "anchor", anchors[first->anchor]);
	node_set(node, "size", length_text(context, first->size));
	if (first->strong)
		node_set(node, "strong", "1");
	for (size_t at = 0; at < count; at++) {
		struct node *text = node_row(texts, at);

		node_set(text, "x", length_text(context, first[at].box.x));
		node_set(text, "y", length_text(context, first[at].box.y));
		node_set(text, "text", first[at].text);
	}
}

/* What is drawn alike one after the other is one element. */
static void
fill_shapes(struct context *context, struct node *node, const struct picture *picture)
{
	struct node *runs = node_child(node, "runs");
	size_t row = 0, next;

	node_set(node, "width", length_text(context, picture->width));
	node_set(node, "height", length_text(context, picture->height));
	for (size_t at = 0; at < picture->shape_count; at = next) {
		const struct shape *shape = &picture->shapes[at];
		struct node *run = node_row(runs, row++);
		struct buffer path = { .arena = context->arena };

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
		node_set(run, "path", path.bytes);
	}
}

static void
fill_table(struct node *node, const struct picture_table *table)
{
	struct node *list = node_child(node, "columns");

	node_set(node, "head", table->head);
	for (size_t at = 0; at < table->column_count; at++)
		node_set(node_row(list, at), "label", table->columns[at]);
	list = node_child(node, "rows");
	for (size_t row = 0; row < table->row_count; row++) {
		struct node *one = node_row(list, row);
		struct node *cells = node_child(one, "cells");

		node_set(one, "head", table->rows[row].head);
		if (table->rows[row].total)
			node_set(one, "total", "1");
		for (size_t at = 0; at < table->column_count; at++) {
			struct node *cell = node_row(cells, at);

			node_set(cell, "label", table->columns[at]);
			node_set(cell, "text", table->rows[row].cells[at]);
		}
	}
}

void
chart_fill(struct context *context, const char *id, const struct picture *wide,
    const struct picture *narrow)
{
	struct node *node = node_child(page_node(&context->page, "Pictures"), id);

	node_set(node, "id", id);
	node_set(node, "title", wide->title);
	node_set(node, "description", wide->description);
	fill_shapes(context, node_child(node, "wide"), wide);
	fill_shapes(context, node_child(node, "narrow"), narrow);
	if (wide->table.row_count > 0)
		fill_table(node_child(node, "table"), &wide->table);
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
