/* SPDX-License-Identifier: ISC */
/*
 * A document as a text to work on, for LibreOffice (ODT) and Word (DOCX):
 * letterhead with crest, tables, charts and signatures where the PDF has them.
 * Each is an archive whose parts are templates, filled by the same data.
 */
#include "document/text_file.h"

#include <string.h>

#include "base/utf8.h"
#include "document/export.h"
#include "document/pdf.h"
#include "rules/drawn_line.h"
#include "base/banned.h"

struct text_format {
	const char *ending, *media;
	const char *pictures;    /* folder of them in the archive */
	bool typed;              /* its first part is its type, not compressed */
	const char *parts[8][2]; /* view, path */
};

static const struct text_format formats[] = {
	[TEXT_ODT] = {
	.ending = "odt",
	.media = "application/vnd.oasis.opendocument.text",
	.pictures = "Pictures",
	.typed = true,
	.parts = { { "export/text", "content.xml" }, { "export/text_styles", "styles.xml" },
	    { "export/text_about", "meta.xml" },
	    { "export/text_manifest", "META-INF/manifest.xml" } },
	},
	[TEXT_DOCX] = {
	.ending = "docx",
	.media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	.pictures = "word/media",
	.parts = { { "export/word_types", "[Content_Types].xml" },
	    { "export/word_root", "_rels/.rels" }, { "export/word", "word/document.xml" },
	    { "export/word_relations", "word/_rels/document.xml.rels" },
	    { "export/word_styles", "word/styles.xml" },
	    { "export/word_footer", "word/footer1.xml" },
	    { "export/book_about", "docProps/core.xml" } },
	},
};

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

/* Of a page, without its margins. */
static int
text_width(const struct document_model *model)
{
	int margins = model_margin(model, MARGIN_LEFT) + model_margin(model, MARGIN_RIGHT);

	if (model->landscape)
		return (model->folio ? 330 : 297) - margins;
	return (model->folio ? 215 : 210) - margins;
}

/* Text.…: the page as the PDF has it, with room for as high a foot. */
static void
export_fill_setup(struct context *context, const struct document_model *model)
{
	enum { QR_ROOM = 11, FOOT = 12 }; /* millimetres: beside page numbers, and of these */

	page_set(&context->page, "Text.title", model->title);
	page_set(&context->page, "Text.folio", model->folio ? "1" : "");
	page_set(&context->page, "Text.landscape", model->landscape ? "1" : "");
	page_set(&context->page, "Text.serif", model->serif ? "1" : "");
	page_set(&context->page, "Text.large", model->large ? "1" : "");
	page_set_int(&context->page, "Text.width", text_width(model));
	page_set_int(&context->page, "Text.top", model_margin(model, MARGIN_TOP));
	page_set_int(&context->page, "Text.right", model_margin(model, MARGIN_RIGHT));
	page_set_int(&context->page, "Text.bottom",
	    model_margin(model, MARGIN_BOTTOM) + QR_ROOM - FOOT);
	page_set_int(&context->page, "Text.left", model_margin(model, MARGIN_LEFT));
}

static void
export_text_columns(struct node *node, const struct block *table, int page_mm)
{
	static const char *const aligns[] = { [ALIGN_LEFT] = "left",
		[ALIGN_CENTRE] = "centre",
		[ALIGN_RIGHT] = "right",
		[ALIGN_INK] = "left" };
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
		if (table->columns[at].align == ALIGN_INK)
			node_set(node, "ink", "1"); /* room to sign in each row */
	}
}

/* What is being made. */
struct text_making {
	struct context *context;
	const struct text_format *format;
	const struct document_model *model;
	const struct text_crest *crest;
	struct zip_writer *zip;
	size_t pictures, shown; /* so far: files, and places that show one */
	const char *crest_path; /* of the one that every letterhead shows, or NULL: not yet */
};

/* A picture as a file of the package, which has a list of them: Pictures.N.path .file. */
static const char *
text_add_picture(struct text_making *making, const struct buffer *png)
{
	const char *path = arena_format(making->context->arena, "%s/%zu.png",
	    making->format->pictures, making->pictures);
	struct node *node = node_row(page_node(&making->context->page, "Pictures"),
	    making->pictures++);

	zip_writer_add(making->zip, path, png->bytes, png->length, true);
	node_set(node, "path", path);
	node_set(node, "file", strrchr(path, '/') + 1);
	return path;
}

/* Where the text shows it: picture.path .file .number .width .height.  The number is
 * that of the place, for a picture may be shown in several. */
static void
text_show_picture(struct text_making *making, struct node *node, const char *path,
    const struct picture_size *size)
{
	node = node_child(node, "picture");
	node_set(node, "path", path);
	node_set(node, "file", strrchr(path, '/') + 1);
	node_set_int(node, "number", (int64_t)++making->shown);
	node_set_int(node, "width", size->width_mm);
	node_set_int(node, "height", size->height_mm);
}

/* Of a chart or a QR code; nothing where none can be drawn: then the table stands
 * alone, and the address. */
static void
add_picture(struct text_making *making, const struct block *block, struct node *node)
{
	struct buffer png = { .arena = making->context->arena };
	struct picture_size size;

	if (render_picture(making->model, block, &png, &size) == 0)
		text_show_picture(making, node, text_add_picture(making, &png), &size);
}

/* Of the labels before facts, as the PDF has it: as wide as the longest, and less
 * than half of the page; a letter takes two millimetres. */
static int
label_width(const struct block *facts, int page_mm)
{
	enum { LETTER_MM = 2, BESIDE_MM = 6 };
	int widest = 0, most = page_mm * 45 / 100;

	for (const struct row *row = facts->rows; row != NULL; row = row->next) {
		int width = row->count < 2 ?
		    0 :
		    (int)utf8_characters(row->cells[0]) * LETTER_MM + BESIDE_MM;

		if (width > widest)
			widest = width;
	}
	return widest < most ? widest : most;
}

/* Rows that say what a letter is known by, before those that say to whom it goes. */
static int
count_pairs(const struct block *address)
{
	int pairs = 0;

	for (const struct row *row = address->rows; row != NULL; row = row->next)
		pairs += row->count == 2;
	return pairs;
}

void
text_crest_read(struct context *context, const struct document_model *model,
    struct text_crest *crest)
{
	const struct block *block = model->blocks;

	*crest = (struct text_crest){ .png.arena = context->arena };
	while (block != NULL && block->kind != BLOCK_LETTERHEAD)
		block = block->next;
	if (block != NULL)
		crest->there = paper_crest(context, model, &crest->png, &crest->size);
}

/* To the left of the letterhead, as high as on the PDF. */
static void
add_crest(struct text_making *making, struct node *node)
{
	const struct text_crest *crest = making->crest;

	if (!crest->there)
		return;
	if (making->crest_path == NULL)
		making->crest_path = text_add_picture(making, &crest->png);
	text_show_picture(making, node, making->crest_path, &crest->size);
}

/* A signature that was drawn: its line is no text, but a picture, which fits into the
 * cell of a list of those present; in words where none can be drawn. */
static const char *
text_ink(struct text_making *making, const char *line, struct node *node)
{
	static const struct picture_size size = { 24, 8 };
	struct buffer png = { .arena = making->context->arena };

	if (render_ink(making->context->arena, line, &size, &png) != 0)
		return "(digambar)";
	text_show_picture(making, node, text_add_picture(making, &png), &size);
	return "";
}

static const char *
text_file_cell(struct text_making *making, const struct block *table, const struct row *row,
    size_t cell, struct node *node)
{
	if (cell < table->column_count && table->columns[cell].align == ALIGN_INK &&
	    drawn_line(row->cells[cell]))
		return text_ink(making, row->cells[cell], node);
	return row->cells[cell];
}

static void
export_text_rows(struct text_making *making, struct node *node, const struct block *block)
{
	struct node *rows = node_child(node, "rows");
	size_t at = 0;

	export_text_columns(node, block, text_width(making->model));
	for (const struct row *row = block->rows; row != NULL; row = row->next) {
		struct node *line = node_row(rows, at++);
		struct node *cells = node_child(line, "cells");

		if (row->total)
			node_set(line, "total", "1");
		for (size_t cell = 0; cell < row->count; cell++) {
			struct node *place = node_row(cells, cell);

			export_fill_lines(making->context, place,
			    text_file_cell(making, block, row, cell, place));
		}
	}
}

static void
export_text_block(struct text_making *making, const struct block *block, size_t number)
{
	struct context *context = making->context;
	struct node *node = node_row(page_node(&context->page, "Blocks"), number);

	node_set(node, "kind", block_code(block->kind));
	if (block->kind == BLOCK_FACTS || block->kind == BLOCK_ADDRESS)
		node_set_int(node, "label", label_width(block, text_width(making->model)));
	if (block->kind == BLOCK_ADDRESS)
		node_set_int(node, "known", count_pairs(block));
	if (block->next != NULL && block->next->kind == BLOCK_SIGNATURES)
		node_set(node, "stays", "1");
	node_set(node, "broken", strchr(block->text, '\n') != NULL ? "1" : "");
	node_set_int(node, "number", (int64_t)number);
	node_set_int(node, "level", block->level);
	export_fill_lines(context, node, block->kind == BLOCK_LETTERHEAD ? "" : block->text);
	if (block->kind == BLOCK_PICTURE || block->kind == BLOCK_QR)
		add_picture(making, block, node);
	if (block->kind == BLOCK_LETTERHEAD)
		add_crest(making, node);
	if (block->kind != BLOCK_PICTURE || export_is_table(block))
		export_text_rows(making, node, export_table(context->arena, block));
}

int
text_send(struct context *context, enum text_kind kind, const struct document_model *model,
    const struct text_crest *crest, const char *mark, const char *name)
{
	const struct text_format *format = &formats[kind];
	struct text_making making = { .context = context,
		.format = format,
		.model = model,
		.crest = crest,
		.zip = zip_writer_open(context->arena) };
	struct zip_writer *zip = making.zip;
	size_t number = 0;
	int status = 0;

	if (format->typed)
		zip_writer_add(zip, "mimetype", format->media, strlen(format->media), true);
	export_fresh(context);
	page_set(&context->page, "Book.title", model->title);
	export_fill_setup(context, model);
	if (mark != NULL)
		page_set(&context->page, "Text.mark", mark);
	for (const struct block *block = model->blocks; block != NULL; block = block->next)
		export_text_block(&making, block, number++);
	for (size_t at = 0; format->parts[at][0] != NULL && status == 0; at++)
		status = export_part(context, zip, format->parts[at][0], format->parts[at][1]);
	return status != 0 ? status : export_send(context, zip, format->media, name);
}

const char *
text_ending(enum text_kind kind)
{
	return formats[kind].ending;
}

/* ---- what is not issued -------------------------------------------------------- */

/* Which file the end of the address names. */
static void
paper_file_begin(struct context *context, struct paper_file *file)
{
	const char *ending = strrchr(context->request->path, '/');

	*file = (struct paper_file){ .pdf.arena = context->arena };
	for (size_t kind = 0; kind < sizeof(formats) / sizeof(formats[0]); kind++)
		if (ending != NULL && strcmp(ending + 1, formats[kind].ending) == 0) {
			file->text = true;
			file->kind = (enum text_kind)kind;
		}
}

int
paper_file_make(struct context *context, const struct document_model *model,
    const struct issued_document *issued, struct paper_file *file)
{
	paper_file_begin(context, file);
	if (!file->text)
		return paper_pdf(context, model, issued, NULL, &file->pdf);
	if (issued != NULL)
		file->mark = issued_ended(context->arena, issued);
	text_crest_read(context, model, &file->crest);
	return 0;
}

int
paper_file_make_marked(struct context *context, const struct document_model *model,
    const char *mark, struct paper_file *file)
{
	paper_file_begin(context, file);
	if (!file->text)
		return paper_pdf_marked(context, model, mark, &file->pdf);
	file->mark = mark;
	text_crest_read(context, model, &file->crest);
	return 0;
}

int
paper_file_send(struct context *context, const struct document_model *model,
    const struct paper_file *file, const struct paper_about *about, const char *name)
{
	if (!file->text) {
		paper_pdf_answer(context, &file->pdf, about->region_id, about->agency_id, name);
		return 0;
	}
	name = arena_format(context->arena, "%.*s%s", (int)(strlen(name) - strlen("pdf")), name,
	    text_ending(file->kind));
	context_takes_out(context, "export", about->region_id, about->agency_id, name);
	return text_send(context, file->kind, model, &file->crest, file->mark, name);
}
