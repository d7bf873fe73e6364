/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "document/render.h"
#include "paper/paper.h"
#include "document/export.h"
#include "base/banned.h"

/*
 * A paper to work on: its tables as a workbook or as CSV, the whole as a text
 * document (OpenDocument), since bureaus edit before they send.  What was
 * issued stays as it is: these are copies without code.
 */

static const char media_text[] = "application/vnd.oasis.opendocument.text";

/* A composition of the paper of the path that the actor may see. */
static int
load(struct visit *visit, struct paper *paper,
    struct composition *composition)
{
	int status = paper_by_id(visit, visit->keys[0], paper);

	if (status != 0)
		return status;
	if (!composition_read(visit->arena, paper->content, composition))
		return visit_refuse(visit, 409, "Lembar ini diterbitkan "
		    "sebelum ada berkas olahan. Terbitkan lembar yang baru.");
	return 0;
}

static const char *
name_of(struct visit *visit, const struct paper *paper, const char *ending)
{
	return arena_format(visit->arena, "%s-%.8s.%s", paper->kind,
	    paper->code, ending);
}

int
send_workbook(struct visit *visit)
{
	struct composition composition;
	struct paper paper;
	int status = load(visit, &paper, &composition);

	return status != 0 ? status : office_workbook(visit, &composition,
	    name_of(visit, &paper, "xlsx"));
}

/* ---- CSV ------------------------------------------------------------------ */

enum { WITH_BOM };
const struct field table_fields[] = {
	[WITH_BOM] = { .name = "bom", .kind = FIELD_NUMBER, .label = "BOM",
	    .max = 1 },
	{ .name = NULL }
};

int
send_table(struct visit *visit)
{
	struct buffer csv = { .arena = visit->arena };
	struct composition composition;
	const struct block *block;
	struct paper paper;
	int64_t wanted = visit->keys[1];
	int status = load(visit, &paper, &composition);

	if (status != 0)
		return status;
	for (block = composition.blocks; block != NULL; block = block->next)
		if (office_is_table(block) && --wanted == 0)
			break;
	if (block == NULL || !form_ok(&visit->form))
		return 404;
	/* Excel takes UTF-8 for what it is only behind a byte order mark. */
	if (form_number(&visit->form, WITH_BOM) == 1)
		buffer_text(&csv, "\xef\xbb\xbf");
	office_csv(visit->arena, block, &csv);
	answer_header(visit->request, "Cache-Control", "private, no-cache");
	answer_header(visit->request, "Content-Disposition",
	    arena_format(visit->arena, "attachment; filename=\"%s\"",
	    name_of(visit, &paper, arena_format(visit->arena, "%lld.csv",
	    (long long)visit->keys[1]))));
	answer_send(visit->request, 200, "text/csv; charset=utf-8", csv.bytes,
	    csv.length);
	return 0;
}

void
fill_tables(struct visit *visit, const struct composition *composition)
{
	struct node *list = page_node(&visit->page, "Tables");
	size_t number = 0;

	for (const struct block *block = composition->blocks; block != NULL;
	    block = block->next)
		if (office_is_table(block)) {
			struct node *node = node_row(list, number++);
			const char *name = office_table_name(composition, block);

			node_set_int(node, "number", (int64_t)number);
			node_set(node, "name", *name != '\0' ? name :
			    arena_format(visit->arena, "Tabel %zu", number));
		}
}

/* ---- a text document ------------------------------------------------------ */

/* lines.N: a text of several lines, which has no line ends in such files. */
static void
fill_lines(struct visit *visit, struct node *node, const char *text)
{
	struct node *lines = node_child(node, "lines");
	size_t number = 0;
	const char *end;

	do {
		end = strchrnul(text, '\n');
		node_set(node_row(lines, number++), "text",
		    arena_copy(visit->arena, text, (size_t)(end - text)));
		text = end + 1;
	} while (*end != '\0');
}

/* Of a page, without the margins of templates/office/text-styles.cs. */
static int
text_width(const struct composition *composition)
{
	static const int margins = 40;		/* mm, both */

	if (composition->landscape)
		return (composition->folio ? 330 : 297) - margins;
	return (composition->folio ? 215 : 210) - margins;
}

static void
fill_columns(struct node *node, const struct block *table, int page_mm)
{
	static const char *const aligns[] = { [ALIGN_LEFT] = "left",
		[ALIGN_CENTRE] = "centre", [ALIGN_RIGHT] = "right" };
	struct node *columns = node_child(node, "columns");
	int whole = 0;

	for (size_t at = 0; at < table->column_count; at++)
		whole += table->columns[at].width;
	for (size_t at = 0; at < table->column_count; at++) {
		struct node *column = node_row(columns, at);

		node_set(column, "label", table->columns[at].label);
		node_set_int(column, "width", table->columns[at].width *
		    page_mm / (whole > 0 ? whole : 1));
		node_set(column, "align", aligns[table->columns[at].align]);
	}
}

/* picture.path, .width and .height of a chart, added as a file of its own;
 * nothing where none can be drawn: then the table stands alone. */
static void
add_picture(struct visit *visit, const struct composition *composition,
    const struct block *block, size_t number, struct node *node,
    struct parcel *parcel)
{
	struct buffer png = { .arena = visit->arena };
	const char *path = arena_format(visit->arena, "Pictures/%zu.png",
	    number);
	struct picture_size size;

	if (draw_picture(composition, block, &png, &size) != 0)
		return;
	parcel_add(parcel, path, png.bytes, png.length, true);
	node = node_child(node, "picture");
	node_set(node, "path", path);
	node_set_int(node, "width", size.width_mm);
	node_set_int(node, "height", size.height_mm);
}

static void
fill_rows_of(struct visit *visit, struct node *node,
    const struct block *block, int page_mm)
{
	struct node *rows = node_child(node, "rows");
	size_t at = 0;

	fill_columns(node, block, page_mm);
	for (const struct row *row = block->rows; row != NULL;
	    row = row->next) {
		struct node *line = node_row(rows, at++);
		struct node *cells = node_child(line, "cells");

		if (row->total)
			node_set(line, "total", "1");
		for (size_t cell = 0; cell < row->count; cell++)
			fill_lines(visit, node_row(cells, cell),
			    row->cells[cell]);
	}
}

static void
fill_block(struct visit *visit, const struct composition *composition,
    const struct block *block, size_t number, struct parcel *parcel)
{
	struct node *node = node_row(page_node(&visit->page, "Blocks"),
	    number);

	node_set(node, "kind", block_code(block->kind));
	node_set_int(node, "number", (int64_t)number);
	node_set_int(node, "level", block->level);
	fill_lines(visit, node, block->kind == BLOCK_LETTERHEAD ? "" :
	    block->text);
	if (block->kind == BLOCK_PICTURE)
		add_picture(visit, composition, block, number, node, parcel);
	if (block->kind != BLOCK_PICTURE || office_is_table(block))
		fill_rows_of(visit, node, office_table(visit->arena, block),
		    text_width(composition));
}

int
send_text(struct visit *visit)
{
	static const char *const parts[][2] = {
		{ "office/text", "content.xml" },
		{ "office/text-styles", "styles.xml" },
		{ "office/text-about", "meta.xml" },
		{ "office/text-manifest", "META-INF/manifest.xml" },
	};
	struct parcel *parcel;
	struct composition composition;
	struct paper paper;
	size_t number = 0;
	int status = load(visit, &paper, &composition);

	if (status != 0)
		return status;
	parcel = parcel_open(visit->arena);
	parcel_add(parcel, "mimetype", media_text, strlen(media_text), true);
	office_fresh(visit);
	page_set(&visit->page, "Text.title", composition.title);
	page_set(&visit->page, "Text.folio", composition.folio ? "1" : "");
	page_set(&visit->page, "Text.landscape", composition.landscape ? "1" :
	    "");
	for (const struct block *block = composition.blocks; block != NULL;
	    block = block->next)
		fill_block(visit, &composition, block, number++, parcel);
	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]) &&
	    status == 0; at++)
		status = office_part(visit, parcel, parts[at][0], parts[at][1]);
	return status != 0 ? status : office_send(visit, parcel, media_text,
	    name_of(visit, &paper, "odt"));
}
