/* SPDX-License-Identifier: ISC */
/*
 * A paper to work on: its tables as a workbook or as CSV, the whole as a text
 * document (OpenDocument), since bureaus edit before they send.  What was
 * issued stays as it is: these are copies without code.
 */
#include <string.h>

#include "document/render.h"
#include "paper/paper.h"
#include "document/export.h"
#include "base/banned.h"

static const char media_text[] = "application/vnd.oasis.opendocument.text";

/* The model of the issued document of the path that the actor may see. */
static int
paper_export_load(struct context *context, struct issued_document *paper,
    struct document_model *model)
{
	int status = issued_by_id(context, context->keys[0], paper);

	if (status != 0)
		return status;
	if (!model_read(context->arena, paper->content, model))
		return context_refuse(context, 409,
		    "Lembar ini diterbitkan "
		    "sebelum ada berkas olahan. Terbitkan lembar yang baru.");
	return 0;
}

static const char *
name_of(struct context *context, const struct issued_document *paper, const char *ending)
{
	return arena_format(context->arena, "%s-%.8s.%s", paper->kind, paper->code, ending);
}

int
send_workbook(struct context *context)
{
	struct document_model model;
	struct issued_document paper;
	int status = paper_export_load(context, &paper, &model);

	return status != 0 ?
	    status :
	    export_workbook(context, &model, name_of(context, &paper, "xlsx"));
}

/* ---- CSV ------------------------------------------------------------------ */

int
send_table(struct context *context)
{
	struct buffer csv = { .arena = context->arena };
	struct document_model model;
	const struct block *block;
	struct issued_document paper;
	int64_t wanted = context->keys[1];
	int status = paper_export_load(context, &paper, &model);

	if (status != 0)
		return status;
	for (block = model.blocks; block != NULL; block = block->next)
		if (export_is_table(block) && --wanted == 0)
			break;
	if (block == NULL)
		return 404;
	export_csv(context->arena, block, &csv);
	return export_csv_send(context, &csv,
	    arena_format(context->arena, "%s-%.8s.%lld", paper.kind, paper.code,
		(long long)context->keys[1]));
}

void
fill_tables(struct context *context, const struct document_model *model)
{
	struct node *list = page_node(&context->page, "Tables");
	size_t number = 0;

	for (const struct block *block = model->blocks; block != NULL; block = block->next)
		if (export_is_table(block)) {
			struct node *node = node_row(list, number++);
			const char *name = export_table_name(model, block);

			node_set_int(node, "number", (int64_t)number);
			node_set(node, "name",
			    *name != '\0' ? name :
					    arena_format(context->arena, "Tabel %zu", number));
		}
}

/* ---- a text document ------------------------------------------------------ */

/* lines.N: a text of several lines, which has no line ends in such files. */
static void
export_fill_lines(struct context *context, struct node *node, const char *text)
{
	struct node *lines = node_child(node, "lines");
	size_t number = 0;
	const char *end;

	do {
		end = strchrnul(text, '\n');
		node_set(node_row(lines, number++), "text",
		    arena_copy(context->arena, text, (size_t)(end - text)));
		text = end + 1;
	} while (*end != '\0');
}

/* Of a page, without the margins of templates/export/text_styles.cs. */
static int
text_width(const struct document_model *model)
{
	static const int margins = 40; /* mm, both */

	if (model->landscape)
		return (model->folio ? 330 : 297) - margins;
	return (model->folio ? 215 : 210) - margins;
}

static void
fill_columns(struct node *node, const struct block *table, int page_mm)
{
	static const char *const aligns
	    [] = { [ALIGN_LEFT] = "left", [ALIGN_CENTRE] = "centre", [ALIGN_RIGHT] = "right" };
	struct node *columns = node_child(node, "columns");
	int whole = 0;

	for (size_t at = 0; at < table->column_count; at++)
		whole += table->columns[at].width;
	for (size_t at = 0; at < table->column_count; at++) {
		struct node *column = node_row(columns, at);

		node_set(column, "label", table->columns[at].label);
		node_set_int(column, "width",
		    table->columns[at].width * page_mm / (whole > 0 ? whole : 1));
		node_set(column, "align", aligns[table->columns[at].align]);
	}
}

/* picture.path, .width and .height of a chart, added as a file of its own;
 * nothing where none can be drawn: then the table stands alone. */
static void
add_picture(struct context *context, const struct document_model *model, const struct block *block,
    size_t number, struct node *node, struct zip_writer *zip)
{
	struct buffer png = { .arena = context->arena };
	const char *path = arena_format(context->arena, "Pictures/%zu.png", number);
	struct picture_size size;

	if (render_picture(model, block, &png, &size) != 0)
		return;
	zip_writer_add(zip, path, png.bytes, png.length, true);
	node = node_child(node, "picture");
	node_set(node, "path", path);
	node_set_int(node, "width", size.width_mm);
	node_set_int(node, "height", size.height_mm);
}

static void
fill_rows_of(struct context *context, struct node *node, const struct block *block, int page_mm)
{
	struct node *rows = node_child(node, "rows");
	size_t at = 0;

	fill_columns(node, block, page_mm);
	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		struct node *line = node_row(rows, at++);
		struct node *cells = node_child(line, "cells");

		if (row->total)
			node_set(line, "total", "1");
		for (size_t cell = 0; cell < row->count; cell++)
			export_fill_lines(context, node_row(cells, cell), row->cells[cell]);
	}
}

static void
fill_block(struct context *context, const struct document_model *model, const struct block *block,
    size_t number, struct zip_writer *zip)
{
	struct node *node = node_row(page_node(&context->page, "Blocks"), number);

	node_set(node, "kind", block_code(block->kind));
	node_set_int(node, "number", (int64_t)number);
	node_set_int(node, "level", block->level);
	export_fill_lines(context, node, block->kind == BLOCK_LETTERHEAD ? "" : block->text);
	if (block->kind == BLOCK_PICTURE)
		add_picture(context, model, block, number, node, zip);
	if (block->kind != BLOCK_PICTURE || export_is_table(block))
		fill_rows_of(context, node, export_table(context->arena, block), text_width(model));
}

int
send_text(struct context *context)
{
	static const char *const parts[][2] = {
		{ "export/text", "content.xml" },
		{ "export/text_styles", "styles.xml" },
		{ "export/text_about", "meta.xml" },
		{ "export/text_manifest", "META-INF/manifest.xml" },
	};
	struct zip_writer *zip;
	struct document_model model;
	struct issued_document paper;
	size_t number = 0;
	int status = paper_export_load(context, &paper, &model);

	if (status != 0)
		return status;
	zip = zip_writer_open(context->arena);
	zip_writer_add(zip, "mimetype", media_text, strlen(media_text), true);
	export_fresh(context);
	page_set(&context->page, "Text.title", model.title);
	page_set(&context->page, "Text.folio", model.folio ? "1" : "");
	page_set(&context->page, "Text.landscape", model.landscape ? "1" : "");
	for (const struct block *block = model.blocks; block != NULL; block = block->next)
		fill_block(context, &model, block, number++, zip);
	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]) && status == 0; at++)
		status = export_part(context, zip, parts[at][0], parts[at][1]);
	return status != 0 ?
	    status :
	    export_send(context, zip, media_text, name_of(context, &paper, "odt"));
}
