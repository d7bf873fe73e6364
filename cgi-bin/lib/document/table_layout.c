/* SPDX-License-Identifier: ISC */
/*
 * Tables over as many pages as they take: each page has the head, no row or
 * sum stands alone, and only a row higher than a good part of a page is
 * broken.
 */
#include "document/table_layout.h"

#include <string.h>

#include "rules/drawn_line.h"
#include "base/banned.h"

enum { PAD_X = 4, PAD_Y = 3, GAP = 7 }; /* around a text, below the table */
enum { INK_HIGH = 24 };                 /* room for a signature, points */

/* A row higher than this share of a page is broken where the page ends. */
static const double row_whole = 0.4;
/* And not begun below what is left of this. */
static const double row_begun = 0.15;

struct cells {
	struct text text[CELLS_MAX];
	const char *ink[CELLS_MAX]; /* a signature in place of a text, or NULL */
	double height;
	bool joined;         /* what the first says, the row above said */
	int from[CELLS_MAX]; /* lines that stand already */
};

struct table {
	struct paginator *paginator;
	const struct block *block;
	double x[CELLS_MAX + 1];
	size_t width; /* columns */
	struct cells *head;
	struct cells **rows;
	double begin;     /* where it begins on this page */
	bool begun, open; /* on any page, on this one */
};

static const PangoAlignment aligns[] = {
	[ALIGN_LEFT] = PANGO_ALIGN_LEFT,
	[ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
	[ALIGN_RIGHT] = PANGO_ALIGN_RIGHT,
	[ALIGN_INK] = PANGO_ALIGN_LEFT,
};

static void
share_width(struct table *table)
{
	double total = 0, width = paginator_wide(table->paginator);

	for (size_t at = 0; at < table->width; at++)
		total += table->block->columns[at].width;
	table->x[0] = table->paginator->left;
	for (size_t at = 0; at < table->width; at++)
		table->x[at + 1] = table->x[at] +
		    (total > 0 ? width * table->block->columns[at].width / total :
				 width / (double)table->width);
}

/* Whether a row goes on with what the one above is about: its name is said
 * once on a page. */
static bool
is_joined(const struct block *block, const struct row *above, const struct row *row)
{
	return above != NULL && block->columns[0].align == ALIGN_LEFT && above->count > 1 &&
	    row->count > 1 && !row->total && *row->cells[0] != '\0' &&
	    strcmp(above->cells[0], row->cells[0]) == 0;
}

static struct cells *
make_cells(struct table *table, const struct row *row, bool joined)
{
	struct cells *cells = arena_alloc(table->paginator->arena, sizeof(*cells));

	cells->joined = joined;
	for (size_t at = 0; at < table->width; at++) {
		const struct column *column = &table->block->columns[at];
		const char *text = row == NULL ? column->label :
		    at < row->count            ? row->cells[at] :
						 "";
		bool strong = row == NULL || row->total;

		if (row != NULL && column->align == ALIGN_INK) {
			if (cells->height < INK_HIGH)
				cells->height = INK_HIGH;
			if (drawn_line(text)) {
				cells->ink[at] = text;
				text = "";
			}
		}
		cells->text[at] = text_layout(table->paginator,
		    strong ? STYLE_CELL_STRONG : STYLE_CELL, text,
		    table->x[at + 1] - table->x[at] - 2 * PAD_X,
		    row == NULL ? PANGO_ALIGN_CENTER : aligns[column->align], false);
		if (cells->text[at].height > cells->height && (at > 0 || !joined))
			cells->height = cells->text[at].height;
	}
	cells->height += 2 * PAD_Y;
	return cells;
}

/* A line across from that column on, where the next thing goes. */
static void
draw_border(const struct table *table, size_t from)
{
	paginator_line(table->paginator, table->x[from], table->paginator->y,
	    table->x[table->width], table->paginator->y);
}

/* A signature as lines from point to point. */
void
ink_put(struct paginator *paginator, const char *line, double left, double top, double scale)
{
	struct drawn_point from = { 0 }, to;

	for (; drawn_next(&line, &to); from = to)
		if (!to.begins)
			paginator_line(paginator, left + from.x * scale, top + from.y * scale,
			    left + to.x * scale, top + to.y * scale);
}

/* As large as its cell has room. */
static void
put_ink(const struct table *table, size_t column, const char *line)
{
	double wide = table->x[column + 1] - table->x[column] - 2 * PAD_X;
	double scale = wide / DRAWN_WIDTH < (double)INK_HIGH / DRAWN_HEIGHT ?
	    wide / DRAWN_WIDTH :
	    (double)INK_HIGH / DRAWN_HEIGHT;

	ink_put(table->paginator, line, table->x[column] + PAD_X, table->paginator->y + PAD_Y,
	    scale);
}

/* As many lines of a row as the room takes; true when none is left.  tag: of
 * its cells, NULL when they are said already. */
static bool
put_cells(struct table *table, struct cells *cells, const char *tag, double room)
{
	struct paginator *paginator = table->paginator;
	double height = 0;
	int until[CELLS_MAX];
	bool whole = true;

	for (size_t at = 0; at < table->width; at++) {
		const struct text *text = &cells->text[at];
		int from = cells->from[at], line = from;

		while (line < text->count &&
		    text->lines[line].bottom - text->lines[from].top <= room - 2 * PAD_Y)
			line++;
		if (line == from && line < text->count &&
		    paginator->y <= paginator->top + table->head->height)
			line++; /* one line is higher than a page */
		until[at] = line;
		whole = whole && line == text->count;
		if (line > from && text->lines[line - 1].bottom - text->lines[from].top > height)
			height = text->lines[line - 1].bottom - text->lines[from].top;
		if (table->block->columns[at].align == ALIGN_INK && cells != table->head &&
		    from == 0 && height < INK_HIGH)
			height = INK_HIGH;
	}
	height += 2 * PAD_Y;
	if (cells == table->head)
		paginator_fill(paginator, table->x[0], paginator->y,
		    table->x[table->width] - table->x[0], height, 0xe8ecf2);
	draw_border(table, cells->joined ? 1 : 0);
	if (tag != NULL)
		paginator_open(paginator, "TR");
	for (size_t at = 0; at < table->width; at++) {
		if (tag != NULL)
			paginator_open(paginator, tag);
		paginator_put(paginator, &cells->text[at], table->x[at] + PAD_X,
		    paginator->y + PAD_Y, cells->from[at], until[at]);
		if (cells->ink[at] != NULL && cells->from[at] == 0)
			put_ink(table, at, cells->ink[at]);
		if (tag != NULL)
			paginator_close(paginator, tag);
		cells->from[at] = until[at];
	}
	if (tag != NULL)
		paginator_close(paginator, "TR");
	paginator->y += height;
	return whole;
}

/* Each page has the head; to a reader of the structure it is said once. */
static void
table_layout_open_table(struct table *table)
{
	struct paginator *paginator = table->paginator;

	if (table->open)
		return;
	if (!table->begun)
		paginator_open(paginator, "Table");
	table->begin = paginator->y;
	memset(table->head->from, 0, sizeof(table->head->from));
	put_cells(table, table->head, table->begun ? NULL : "TH", paginator_room(paginator) + 999);
	table->open = table->begun = true;
}

/* The last line below the table on this page, and those between columns. */
static void
end_page(struct table *table)
{
	if (!table->open)
		return;
	draw_border(table, 0);
	for (size_t at = 0; at <= table->width; at++)
		paginator_line(table->paginator, table->x[at], table->begin, table->x[at],
		    table->paginator->y);
	table->open = false;
}

static void
turn_page(struct table *table)
{
	end_page(table);
	paginator_next_page(table->paginator);
}

/*
 * The height that has to fit below y for row `at` to go there: the last row
 * is not left alone on a page, nor is a sum, nor what stays with the table,
 * nor the first of several rows about the same.
 */
static double
row_need(const struct table *table, size_t at, double tail)
{
	size_t count = table->block->row_count;
	double need = table->rows[at]->height;

	if (at + 2 == count)
		need += table->rows[at + 1]->height + tail;
	else if (at + 1 == count)
		need += tail;
	else if (table->rows[at + 1]->joined && !table->rows[at]->joined)
		need += table->rows[at + 1]->height;
	return need;
}

static void
put_row(struct table *table, size_t at, double tail)
{
	struct paginator *paginator = table->paginator;
	struct cells *row = table->rows[at];
	double page = paginator->bottom - paginator->top;
	double need = row_need(table, at, tail);

	if (need > page - table->head->height)
		need = row->height;
	if (need > paginator_room(paginator) &&
	    (row->height <= page * row_whole ||
		paginator_room(paginator) < 12 * PAD_Y + row->text[0].height) &&
	    paginator->y > paginator->top + table->head->height + 1)
		turn_page(table);
	if (row->joined && table->open)
		row->from[0] = row->text[0].count;
	row->joined = row->joined && table->open;
	table_layout_open_table(table);
	while (!put_cells(table, row, "TD", paginator_room(paginator))) {
		turn_page(table);
		row->joined = false;
		table_layout_open_table(table);
	}
}

/*
 * What has to fit for the table to begin: all of a short one, else the head
 * and the first row, or some lines of it where it is broken anyway.
 */
static double
first_need(const struct table *table, double tail)
{
	double page = table->paginator->bottom - table->paginator->top;
	double whole = table->head->height + tail, need = table->head->height;
	size_t count = table->block->row_count;

	for (size_t at = 0; at < count && whole <= page; at++)
		whole += table->rows[at]->height;
	if (whole <= page * row_whole)
		return whole;
	if (count > 0)
		need += row_need(table, 0, count < 3 ? tail : 0);
	return need < page * row_whole ? need : page * row_begun;
}

void
table_put(struct paginator *paginator, const struct block *block, double tail)
{
	struct table table = { .paginator = paginator,
		.block = block,
		.width = block->column_count };
	const struct row *above = NULL;
	struct text caption = { .count = 0 };
	size_t at = 0;

	share_width(&table);
	table.head = make_cells(&table, NULL, false);
	table.rows = arena_array(paginator->arena, block->row_count + 1, sizeof(struct cells *));
	for (const struct row *row = block->rows; row != NULL; above = row, row = row->next)
		table.rows[at++] = make_cells(&table, row, is_joined(block, above, row));
	if (*block->text != '\0')
		caption = text_layout(paginator, STYLE_CELL_STRONG, block->text,
		    paginator_wide(paginator), PANGO_ALIGN_LEFT, false);
	paginator_need(paginator, first_need(&table, tail) + caption.height + 3);
	if (caption.count > 0) {
		paginator_open(paginator, "P");
		paginator_put(paginator, &caption, paginator->left, paginator->y, 0, caption.count);
		paginator_close(paginator, "P");
		paginator->y += caption.height + 3;
	}
	table_layout_open_table(&table);
	for (at = 0; at < block->row_count; at++)
		put_row(&table, at, tail);
	end_page(&table);
	paginator_close(paginator, "Table");
	paginator->y += GAP;
}
