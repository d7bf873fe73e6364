/* SPDX-License-Identifier: ISC */
/*
 * What stands on a paper, put together block by block, written as lines and
 * read back.  The bounds are kept here alone: what is beyond CELLS_MAX is left
 * out, so that those who draw need not count.  Papers issued years ago are
 * read too.
 */
#include "document/model.h"

#include <stdlib.h>
#include <string.h>

#include "document/content.h"
#include "base/banned.h"

static const char *const kinds[BLOCK_KINDS] = {
	[BLOCK_LETTERHEAD] = "letterhead",
	[BLOCK_TITLE] = "title",
	[BLOCK_HEADING] = "heading",
	[BLOCK_ADDRESS] = "address",
	[BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_RIGHT] = "right",
	[BLOCK_NOTE] = "note",
	[BLOCK_FACTS] = "facts",
	[BLOCK_LIST] = "list",
	[BLOCK_TABLE] = "table",
	[BLOCK_CONTENTS] = "contents",
	[BLOCK_PICTURE] = "picture",
	[BLOCK_LINES] = "lines",
	[BLOCK_SIGNATURES] = "signatures",
	[BLOCK_FOOT] = "foot",
	[BLOCK_PAGE] = "page",
	[BLOCK_QR] = "qr",
};

const int usual_margins[MARGINS] = {
	[MARGIN_TOP] = 16, [MARGIN_RIGHT] = 18, [MARGIN_BOTTOM] = 20, [MARGIN_LEFT] = 22
};

static const char *const margins[MARGINS] = { [MARGIN_TOP] = "top",
	[MARGIN_RIGHT] = "right",
	[MARGIN_BOTTOM] = "bottom",
	[MARGIN_LEFT] = "left" };

static const char *const aligns[] = {
	[ALIGN_LEFT] = "left",
	[ALIGN_CENTRE] = "centre",
	[ALIGN_RIGHT] = "right",
	[ALIGN_INK] = "ink",
};

const char *
block_code(enum block_kind kind)
{
	return kinds[kind];
}

int
model_margin(const struct document_model *model, enum margin margin)
{
	return model->margins[margin] != 0 ? model->margins[margin] : usual_margins[margin];
}

struct block *
compose(struct document_model *model, enum block_kind kind, const char *text)
{
	struct block *block = arena_alloc(model->arena, sizeof(*block));

	block->kind = kind;
	block->text = text;
	if (model->last != NULL)
		model->last->next = block;
	else
		model->blocks = block;
	return model->last = block;
}

void
compose_column(struct block *block, const char *label, int width, enum align align)
{
	if (block->column_count < CELLS_MAX)
		block->columns[block->column_count++] = (struct column){ label, width, align };
}

static struct row *
model_add_row(struct arena *arena, struct block *block)
{
	struct row *row = arena_alloc(arena, sizeof(*row));

	row->cells = arena_array(arena, CELLS_MAX, sizeof(*row->cells));
	if (block->last != NULL)
		block->last->next = row;
	else
		block->rows = row;
	block->row_count++;
	return block->last = row;
}

struct row *
compose_line(struct document_model *model, struct block *block)
{
	return model_add_row(model->arena, block);
}

void
compose_head_alone(struct document_model *model, struct block *block)
{
	model_add_row(model->arena, block);
}

void
compose_cell(struct row *row, const char *text)
{
	if (row->count < CELLS_MAX)
		row->cells[row->count++] = text;
}

struct row *
compose_cells(struct document_model *model, struct block *block, const char *const *cells,
    size_t count)
{
	struct row *row = compose_line(model, block);

	for (size_t at = 0; at < count; at++)
		compose_cell(row, cells[at]);
	return row;
}

static void
write_columns(const struct document_model *model, const char *path, const struct block *block,
    struct buffer *lines)
{
	for (size_t at = 0; at < block->column_count; at++) {
		const struct column *column = &block->columns[at];
		const char *place = arena_format(model->arena, "%s.columns.%zu", path, at);

		content_add(lines, arena_format(model->arena, "%s.label", place), column->label);
		content_add_int(lines, arena_format(model->arena, "%s.width", place),
		    column->width);
		content_add(lines, arena_format(model->arena, "%s.align", place),
		    aligns[column->align]);
	}
}

static void
write_rows(const struct document_model *model, const char *path, const struct block *block,
    struct buffer *lines)
{
	size_t number = 0;

	for (const struct row *row = block->rows; row != NULL; row = row->next, number++) {
		if (row->total)
			content_add(lines,
			    arena_format(model->arena, "%s.rows.%zu.total", path, number), "1");
		for (size_t at = 0; at < row->count; at++)
			content_add(lines,
			    arena_format(model->arena, "%s.rows.%zu.cells.%zu", path, number, at),
			    row->cells[at]);
	}
}

void
model_write(const struct document_model *model, struct buffer *lines)
{
	size_t number = 0;

	content_add(lines, "title", model->title);
	if (model->folio)
		content_add(lines, "folio", "1");
	if (model->landscape)
		content_add(lines, "landscape", "1");
	if (model->serif)
		content_add(lines, "serif", "1");
	if (model->large)
		content_add(lines, "large", "1");
	for (size_t at = 0; at < MARGINS; at++)
		if (model->margins[at] != 0)
			content_add_int(lines, arena_format(model->arena, "margin.%s", margins[at]),
			    model->margins[at]);
	for (const struct block *block = model->blocks; block != NULL;
	     block = block->next, number++) {
		const char *path = arena_format(model->arena, "blocks.%zu", number);

		content_add(lines, arena_format(model->arena, "%s.kind", path), kinds[block->kind]);
		content_add(lines, arena_format(model->arena, "%s.text", path), block->text);
		if (block->level != 0)
			content_add_int(lines, arena_format(model->arena, "%s.level", path),
			    block->level);
		write_columns(model, path, block, lines);
		write_rows(model, path, block, lines);
	}
}

/* Takes "word." or "word" off a name; true when it was there. */
static bool
model_take(const char **name, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(*name, word, length) != 0 ||
	    ((*name)[length] != '.' && (*name)[length] != '\0'))
		return false;
	*name += length + ((*name)[length] == '.');
	return true;
}

static bool
model_take_number(const char **name, size_t *number)
{
	char *end;

	*number = strtoul(*name, &end, 10);
	if (end == *name || (*end != '.' && *end != '\0'))
		return false;
	*name = end + (*end == '.');
	return true;
}

static void
model_read_column(struct block *block, const char *name, const char *value)
{
	struct column *column;
	size_t number;

	if (!model_take_number(&name, &number) || number >= CELLS_MAX)
		return;
	if (number >= block->column_count)
		block->column_count = number + 1;
	column = &block->columns[number];
	if (column->label == NULL)
		column->label = "";
	if (model_take(&name, "label"))
		column->label = value;
	else if (model_take(&name, "width"))
		column->width = (int)strtol(value, NULL, 10);
	else if (model_take(&name, "align"))
		for (size_t at = ALIGN_LEFT; at <= ALIGN_INK; at++)
			if (strcmp(value, aligns[at]) == 0)
				column->align = (enum align)at;
}

/* Lines come in their order, so a new number is the next row. */
static void
model_read_row(struct arena *arena, struct block *block, const char *name, const char *value)
{
	size_t number, cell;

	if (!model_take_number(&name, &number) || number > block->row_count)
		return;
	if (number == block->row_count)
		model_add_row(arena, block);
	if (model_take(&name, "total"))
		block->last->total = true;
	else if (model_take(&name, "cells") && model_take_number(&name, &cell) &&
	    cell < CELLS_MAX) {
		while (block->last->count <= cell)
			block->last->cells[block->last->count++] = "";
		block->last->cells[cell] = value;
	}
}

static void
read_block(struct arena *arena, struct block *block, const char *name, const char *value)
{
	if (model_take(&name, "kind")) {
		for (size_t at = 0; at < BLOCK_KINDS; at++)
			if (strcmp(value, kinds[at]) == 0)
				block->kind = (enum block_kind)at;
	} else if (model_take(&name, "text"))
		block->text = value;
	else if (model_take(&name, "level"))
		block->level = (int)strtol(value, NULL, 10);
	else if (model_take(&name, "columns"))
		model_read_column(block, name, value);
	else if (model_take(&name, "rows"))
		model_read_row(arena, block, name, value);
}

static void
model_read_margin(struct document_model *model, const char *name, const char *value)
{
	for (size_t at = 0; at < MARGINS; at++)
		if (strcmp(name, margins[at]) == 0)
			model->margins[at] = (int)strtol(value, NULL, 10);
}

static void
model_read_line(struct document_model *model, size_t *count, const char *name, const char *value)
{
	size_t number;

	if (model_take(&name, "title"))
		model->title = value;
	else if (model_take(&name, "folio"))
		model->folio = true;
	else if (model_take(&name, "landscape"))
		model->landscape = true;
	else if (model_take(&name, "serif"))
		model->serif = true;
	else if (model_take(&name, "large"))
		model->large = true;
	else if (model_take(&name, "margin"))
		model_read_margin(model, name, value);
	else if (model_take(&name, "blocks") && model_take_number(&name, &number) &&
	    number <= *count) {
		if (number == *count) {
			compose(model, BLOCK_PARAGRAPH, "");
			++*count;
		}
		read_block(model->arena, model->last, name, value);
	}
}

bool
model_read(struct arena *arena, const char *lines, struct document_model *model)
{
	struct content_line line = { .rest = arena_text(arena, lines) };
	size_t count = 0;

	*model = (struct document_model){ .arena = arena, .title = "" };
	while (content_next(&line))
		model_read_line(model, &count, line.name, line.value);
	return count > 0;
}
