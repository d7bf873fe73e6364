/* SPDX-License-Identifier: ISC */
/*
 * The empty questionnaire, for a meeting in which it is filled in by hand.
 * It says nothing that could be changed, so it is not issued: no code.
 */
#include "paper/paper.h"

#include "document/render.h"
#include "document/text_file.h"
#include "assessment/evidence.h"
#include "frame/words.h"
#include "base/banned.h"

#define BOX "□ "

static const char *
blank_questionnaire_documents_cell(struct arena *arena, const struct variable *variable, int level)
{
	struct buffer cell = { .arena = arena };

	for (size_t at = 0; at < variable->item_count; at++) {
		const struct criterion *item = &variable->items[at];

		if (item->level != level)
			continue;
		if (cell.length > 0)
			buffer_char(&cell, '\n');
		buffer_format(&cell, BOX "%s%s", item->title,
		    item->compulsory ? "" : " (tidak wajib)");
	}
	return cell.length > 0 ? cell.bytes : "";
}

static void
compose_variable(struct document_model *blank, const struct variable *variable)
{
	struct block *table;

	compose(blank, BLOCK_HEADING,
	    arena_format(blank->arena, "%d. %s", variable->number, variable->name))
	    ->level = 2;
	table = compose(blank, BLOCK_TABLE, "");
	compose_column(table, "Tingkat", 10, ALIGN_LEFT);
	compose_column(table, "Keadaan", 45, ALIGN_LEFT);
	compose_column(table, "Dokumen data dukung", 45, ALIGN_LEFT);
	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++)
		if (*variable->levels[level - 1].indicator != '\0')
			compose_row(blank, table,
			    arena_format(blank->arena, BOX "%s", words_roman(level)),
			    variable->levels[level - 1].indicator,
			    blank_questionnaire_documents_cell(blank->arena, variable, level));
	compose(blank, BLOCK_LINES,
	    "Penjelasan keadaan yang "
	    "sebenarnya:")
	    ->level = 4;
}

static int
make_blank(struct context *context, struct assessment *assessment, struct document_model *blank)
{
	struct letterhead letterhead;
	const struct criteria *criteria;
	struct block *facts;
	int status;

	if ((status = assessment_find(context, context->keys[0], assessment)) != 0 ||
	    (status = letterhead_load(context, assessment->region_id, assessment->cycle_id,
		 &letterhead)) != 0 ||
	    (status = criteria_load(context, assessment->instrument_id, &criteria)) != 0)
		return status;
	letterhead_compose(context, &letterhead,
	    arena_format(context->arena, "Kuesioner kosong %lld: %s", (long long)assessment->year,
		assessment->agency_name),
	    NULL, blank);
	compose(blank, BLOCK_TITLE,
	    arena_format(context->arena,
		"Kuesioner "
		"penilaian mandiri kematangan organisasi\ntahun %lld (kosong)",
		(long long)assessment->year));
	facts = compose(blank, BLOCK_FACTS, "");
	compose_row(blank, facts, "Perangkat daerah", assessment->agency_name);
	compose_row(blank, facts, "Daerah", assessment->region_name);
	compose(blank, BLOCK_PARAGRAPH,
	    "Pilih satu tingkat untuk setiap "
	    "variabel. Sebuah tingkat tercapai bila semua tingkat di bawahnya "
	    "juga tercapai. Lembar ini untuk dibahas bersama; jawaban resminya "
	    "diisikan di Matang.");
	for (size_t at = 0; at < criteria->count; at++)
		compose_variable(blank, &criteria->variables[at]);
	return 0;
}

int
show_blank(struct context *context)
{
	struct buffer content = { .arena = context->arena };
	struct document_model blank;
	struct assessment assessment;
	int status = make_blank(context, &assessment, &blank);

	if (status != 0)
		return status;
	model_write(&blank, &content);
	assessment_fill(context, &assessment);
	issued_fill_content(context, content.bytes);
	if (render_can())
		page_set(&context->page, "May.draw", "1");
	return context_show(context, "paper/blank");
}

int
send_blank(struct context *context)
{
	struct document_model blank;
	struct assessment assessment;
	struct paper_file file;
	int status = make_blank(context, &assessment, &blank);

	if (status == 0)
		status = paper_file_make(context, &blank, NULL, &file);
	return status != 0 ?
	    status :
	    paper_file_send(context, &blank, &file, &(struct paper_about){ 0 },
		arena_format(context->arena, "kuesioner-kosong-%lld.pdf",
		    (long long)assessment.year));
}
