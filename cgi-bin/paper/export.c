/* SPDX-License-Identifier: ISC */
/*
 * A paper to work on: its tables as a workbook or as CSV, the whole as a text
 * document (OpenDocument), since bureaus edit before they send.  What was
 * issued stays as it is: these are copies without code.
 */
#include <string.h>

#include "paper/paper.h"
#include "document/export.h"
#include "document/text_file.h"
#include "base/banned.h"

int
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

const char *
paper_export_name(struct context *context, const struct issued_document *paper, const char *ending)
{
	return issued_file_name(context->arena, paper->kind, paper->code,
	    arena_format(context->arena, ".%s", ending));
}

int
send_workbook(struct context *context)
{
	struct document_model model;
	struct issued_document paper;
	int status = paper_export_load(context, &paper, &model);

	return status != 0 ?
	    status :
	    export_workbook(context, &model, paper_export_name(context, &paper, "xlsx"));
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
	    issued_file_name(context->arena, paper.kind, paper.code,
		arena_format(context->arena, ".%lld", (long long)context->keys[1])));
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

/* ---- as a text ---------------------------------------------------------------- */

static int
send_format(struct context *context, enum text_kind kind)
{
	struct document_model model;
	struct issued_document paper;
	struct text_crest crest;
	int status = paper_export_load(context, &paper, &model);

	if (status != 0)
		return status;
	text_crest_read(context, &model, &crest);
	return text_send(context, kind, &model, &crest, issued_ended(context->arena, &paper),
	    paper_export_name(context, &paper, text_ending(kind)));
}

int
send_text(struct context *context)
{
	return send_format(context, TEXT_ODT);
}

int
send_word(struct context *context)
{
	return send_format(context, TEXT_DOCX);
}
