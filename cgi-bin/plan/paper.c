/* SPDX-License-Identifier: ISC */
/*
 * The plan as a paper: to be printed, and as PDF.  It says what is planned today and
 * is changed tomorrow, so it is not issued: no code.
 */
#include "plan/plan.h"

#include <string.h>

#include "document/issued.h"
#include "document/letterhead.h"
#include "document/text_file.h"
#include "frame/download.h"
#include "frame/words.h"
#include "base/banned.h"

static void
compose_targets(struct document_model *model, const struct plan *plan)
{
	struct arena *arena = model->arena;
	struct block *table = compose(model, BLOCK_TABLE, "");
	struct row *row;

	compose_column(table, "No.", 6, ALIGN_CENTRE);
	compose_column(table, "Variabel", 55, ALIGN_LEFT);
	compose_column(table, "Sekarang", 13, ALIGN_CENTRE);
	compose_column(table, "Sasaran", 13, ALIGN_CENTRE);
	compose_column(table, "Perkiraan", 13, ALIGN_CENTRE);
	for (size_t at = 0; at < plan->count; at++) {
		const struct plan_variable *one = &plan->variables[at];

		compose_row(model, table, arena_format(arena, "%d", one->variable->number),
		    one->variable->name, words_roman(one->level), words_roman(one->target),
		    words_roman(one->expected));
	}
	row = compose_row(model, table, "", "Skor", arena_format(arena, "%d", plan->present.sum),
	    "", arena_format(arena, "%d", plan->expected.sum));
	row->total = true;
}

static void
compose_steps(struct document_model *model, const struct plan *plan)
{
	const struct rows *rows = &plan->steps;
	struct block *table = compose(model, BLOCK_TABLE, "");

	compose_column(table, "Var.", 7, ALIGN_CENTRE);
	compose_column(table, "Tk.", 6, ALIGN_CENTRE);
	compose_column(table, "Langkah", 35, ALIGN_LEFT);
	compose_column(table, "Penanggung jawab", 17, ALIGN_LEFT);
	compose_column(table, "Batas waktu", 13, ALIGN_LEFT);
	compose_column(table, "Status", 10, ALIGN_LEFT);
	compose_column(table, "Perkiraan biaya", 12, ALIGN_RIGHT);
	for (size_t row = 0; row < rows->count; row++)
		compose_row(model, table, row_text(rows, row, "variable_number"),
		    words_roman(row_int(rows, row, "level")), row_text(rows, row, "title"),
		    row_text(rows, row, "charge"),
		    words_date(model->arena, row_text(rows, row, "due")),
		    step_state_words(row_text(rows, row, "state")),
		    step_cost_words(model->arena, rows, row));
}

static void
compose_plan(struct context *context, const struct letterhead *letterhead, const struct plan *plan,
    const struct rows *head, struct document_model *model)
{
	struct arena *arena = context->arena;
	const struct assessment *assessment = &plan->assessment;
	struct block *facts;

	letterhead_compose(context, letterhead,
	    arena_format(arena, "Rencana perbaikan %lld: %s", (long long)assessment->year,
		assessment->agency_name),
	    assessment->agency_name, model);
	compose(model, BLOCK_TITLE,
	    arena_format(arena, "Rencana perbaikan kematangan organisasi\ntahun %lld",
		(long long)assessment->year));
	facts = compose(model, BLOCK_FACTS, "");
	compose_row(model, facts, "Perangkat daerah", assessment->agency_name);
	compose_row(model, facts, "Daerah", assessment->region_name);
	compose_row(model, facts, "Skor sekarang",
	    arena_format(arena, "%d (%s)", plan->present.sum,
		plan->final                     ? "hasil akhir" :
		    plan->viewer == VIEWER_CITY ? "verifikasi" :
						  "penilaian mandiri"));
	compose_row(model, facts, "Perkiraan skor",
	    arena_format(arena, "%d bila semua langkah selesai", plan->expected.sum));
	compose(model, BLOCK_HEADING, "Sasaran tiap variabel")->level = 2;
	compose_targets(model, plan);
	if (plan->steps.count > 0) {
		compose(model, BLOCK_HEADING, "Langkah")->level = 2;
		compose_steps(model, plan);
	}
	compose(model, BLOCK_NOTE,
	    "Perkiraan skor dihitung dari dokumen wajib yang direncanakan. Tingkat tetap "
	    "ditetapkan tim verifikasi setelah dokumennya diperiksa.");
	letterhead_sign_head(model, compose(model, BLOCK_SIGNATURES, ""),
	    letterhead_dated(context, letterhead),
	    *row_text(head, 0, "head_title") != '\0' ?
		row_text(head, 0, "head_title") :
		arena_format(arena, "Kepala %s", assessment->agency_name),
	    row_text(head, 0, "head_name"), row_text(head, 0, "head_rank"),
	    row_text(head, 0, "head_nip"));
}

static int
plan_paper_load(struct context *context, struct plan *plan, struct document_model *model)
{
	struct letterhead letterhead;
	struct rows head;
	int status = plan_load(context, context->keys[0], plan);

	if (status == 0)
		status = letterhead_load(context, plan->assessment.region_id,
		    plan->assessment.cycle_id, &letterhead);
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &head, STATEMENT_SIGNOFF_HEAD,
			db_int(plan->assessment.id)));
	if (status == 0)
		compose_plan(context, &letterhead, plan, &head, model);
	return status;
}

int
show_plan_paper(struct context *context)
{
	struct buffer content = { .arena = context->arena };
	struct document_model model;
	struct plan plan;
	int status = plan_paper_load(context, &plan, &model);

	if (status != 0)
		return status;
	model_write(&model, &content);
	assessment_fill(context, &plan.assessment);
	issued_fill_content(context, content.bytes);
	if (render_can())
		page_set(&context->page, "May.draw", "1");
	return context_show(context, "plan/paper");
}

int
send_plan_paper(struct context *context)
{
	struct paper_file file;
	struct document_model model;
	struct plan plan;
	int status = plan_paper_load(context, &plan, &model);

	if (status == 0)
		status = paper_file_make(context, &model, NULL, &file);
	if (status != 0)
		return status;
	return paper_file_send(context, &model, &file,
	    &(struct paper_about){ plan.assessment.region_id, plan.assessment.agency_id },
	    arena_format(context->arena, "rencana-perbaikan-%lld.pdf",
		(long long)plan.assessment.year));
}
