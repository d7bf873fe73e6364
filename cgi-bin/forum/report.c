/* SPDX-License-Identifier: ISC */
/*
 * The report of a public consultation, for its agency to sign and for everybody's evidence:
 * what was asked, how many answered from where, what was said, what was decided and why.
 */
#include "forum/forum.h"
#include "forum/report.h"

#include <string.h>

#include "document/issued.h"
#include "document/letterhead.h"
#include "document/text_file.h"
#include "frame/words.h"
#include "base/banned.h"

/* What goes onto it. */
struct report_source {
	const struct hearing *hearing;
	struct letterhead letterhead;
	struct hearing_result result;
	struct rows head, opinions, documents;
};

static int
read_report(struct context *context, struct report_source *source)
{
	const struct hearing *hearing = source->hearing;
	int status = letterhead_load(context, hearing->region_id, 0, &source->letterhead), result;
	char today[DAY_TEXT];

	if (status == 0)
		status = hearing_result_read(context, hearing->id, &source->result);
	if (status != 0)
		return status;
	result = db_select(context->db, &source->opinions, STATEMENT_FORUM_REASONS,
	    db_int(hearing->id));
	if (result >= 0)
		result = db_select(context->db, &source->documents, STATEMENT_FORUM_DOCUMENTS,
		    db_int(hearing->id));
	if (result >= 0 && hearing->agency_id != 0)
		result = db_select(context->db, &source->head, STATEMENT_AGENCY_HEAD_ON,
		    db_text(day_format(today, words_today(context->actor.zone))),
		    db_int(hearing->agency_id));
	return context_status(context, result);
}

static void
report_part(struct document_model *model, const char *heading, const char *text)
{
	compose(model, BLOCK_HEADING, heading)->level = 2;
	if (*text != '\0')
		compose(model, BLOCK_PARAGRAPH, text);
}

static void
report_facts(struct context *context, const struct report_source *source,
    struct document_model *model)
{
	const struct hearing *hearing = source->hearing;
	struct block *facts = compose(model, BLOCK_FACTS, "");

	compose_row(model, facts, "Topik", hearing->title);
	compose_row(model, facts, "Penyelenggara", hearing->owner);
	compose_row(model, facts, "Masa pendapat",
	    words_period(context->arena, hearing->opens_on, hearing->closes_on));
	compose_row(model, facts, "Pendapat yang masuk",
	    arena_format(context->arena, "%lld", (long long)source->result.opinions));
}

static void
report_counts(struct context *context, const struct hearing_result *result,
    struct document_model *model)
{
	struct place_count *counted = arena_array(context->arena, result->villages.count + 1,
	    sizeof(*counted));
	size_t count = places_counted(context->arena, &result->villages, result->threshold,
	    counted);
	struct block *table;

	report_part(model, "Pendapat menurut tempat",
	    count == 0 ?
		"Pendapat yang masuk terlalu sedikit untuk ditunjukkan menurut tempat tanpa "
		"menunjuk orangnya." :
		"");
	if (count == 0)
		return;
	table = compose(model, BLOCK_TABLE, "");
	compose_column(table, "Tempat", 75, ALIGN_LEFT);
	compose_column(table, "Pendapat", 25, ALIGN_RIGHT);
	for (size_t at = 0; at < count; at++)
		compose_row(model, table, counted[at].name,
		    arena_format(context->arena, "%lld", (long long)counted[at].count));
}

static void
report_themes(const struct hearing_result *result, struct document_model *model)
{
	struct block *table;

	if (result->themes.count == 0)
		return;
	report_part(model, "Tema", "");
	table = compose(model, BLOCK_TABLE, "");
	compose_column(table, "Tema", 60, ALIGN_LEFT);
	compose_column(table, "Pendapat", 20, ALIGN_RIGHT);
	compose_column(table, "Dukungan", 20, ALIGN_RIGHT);
	for (size_t row = 0; row < result->themes.count; row++)
		compose_row(model, table, row_text(&result->themes, row, "name"),
		    row_text(&result->themes, row, "opinions"),
		    row_text(&result->themes, row, "supports"));
}

static void
report_choices(const struct hearing_result *result, struct document_model *model)
{
	const struct rows *choices = &result->choices;
	struct block *table = NULL;
	int64_t before = 0;

	if (result->opinions < result->threshold || choices->count == 0)
		return;
	report_part(model, "Jawaban pertanyaan pilihan", "");
	for (size_t row = 0; row < choices->count; row++) {
		int64_t id = row_int(choices, row, "question_id");

		if (id != before) {
			table = compose(model, BLOCK_TABLE, row_text(choices, row, "wording"));
			compose_column(table, "Pilihan", 75, ALIGN_LEFT);
			compose_column(table, "Jawaban", 25, ALIGN_RIGHT);
		}
		before = id;
		compose_row(model, table, row_text(choices, row, "label"),
		    row_text(choices, row, "opinions"));
	}
}

static void
report_opinions(struct context *context, const struct rows *opinions, struct document_model *model)
{
	struct block *table;

	if (opinions->count == 0)
		return;
	report_part(model, "Pendapat dan tanggapan", "");
	table = compose(model, BLOCK_TABLE, "");
	compose_column(table, "No.", 6, ALIGN_CENTRE);
	compose_column(table, "Pendapat", 40, ALIGN_LEFT);
	compose_column(table, "Dukungan", 12, ALIGN_RIGHT);
	compose_column(table, "Tanggapan", 42, ALIGN_LEFT);
	for (size_t row = 0; row < opinions->count; row++) {
		const char *name = decision_name(row_text(opinions, row, "decision"));
		const char *answer = row_text(opinions, row, "answer");

		compose_row(model, table, arena_format(context->arena, "%zu", row + 1),
		    row_text(opinions, row, "body"), row_text(opinions, row, "supports"),
		    *answer == '\0' ? name : arena_format(context->arena, "%s: %s", name, answer));
	}
}

static void
report_sign(struct context *context, const struct report_source *source,
    struct document_model *model)
{
	const struct hearing *hearing = source->hearing;
	const char *day = words_day_of(context->arena, hearing->published_at, hearing->zone);
	const char *place = source->letterhead.place;
	const char *dated = *place != '\0' && *day != '\0' ?
	    arena_format(context->arena, "%s, %s", place, day) :
	    day;
	struct block *block = compose(model, BLOCK_SIGNATURES, "");

	if (hearing->agency_id == 0) {
		letterhead_sign(model, block, &source->letterhead, dated);
		return;
	}
	letterhead_sign_head(model, block, dated, row_text(&source->head, 0, "head_title"),
	    row_text(&source->head, 0, "head_name"), row_text(&source->head, 0, "head_rank"),
	    row_text(&source->head, 0, "head_nip"));
}

const char *
report_title(struct arena *arena, const struct hearing *hearing)
{
	return arena_format(arena, "Laporan konsultasi publik: %s", hearing->title);
}

const char *
report_file(struct arena *arena, const struct hearing *hearing)
{
	return arena_format(arena, "laporan-konsultasi-publik-%lld.pdf", (long long)hearing->id);
}

const char *
report_lacks(const struct hearing *hearing)
{
	return strcmp(hearing->state, "published") == 0 ?
	    NULL :
	    "Laporan ini masih sementara sampai hasilnya diterbitkan.";
}

int
report_make(struct context *context, const struct hearing *hearing, struct document_model *model)
{
	struct report_source source = { .hearing = hearing };
	struct block *list;
	int status = read_report(context, &source);

	if (status != 0)
		return status;
	letterhead_compose(context, &source.letterhead, report_title(context->arena, hearing),
	    hearing->agency_id != 0 ? hearing->owner : NULL, model);
	compose(model, BLOCK_TITLE, "Laporan konsultasi publik");
	report_facts(context, &source, model);
	report_part(model, "Yang dikonsultasikan", hearing->explanation);
	if (source.documents.count > 0) {
		list = compose(model, BLOCK_LIST, "Dokumen yang disertakan:");
		for (size_t row = 0; row < source.documents.count; row++)
			compose_row(model, list, "–", row_text(&source.documents, row, "title"));
	}
	report_counts(context, &source.result, model);
	report_themes(&source.result, model);
	report_choices(&source.result, model);
	report_opinions(context, &source.opinions, model);
	if (*hearing->conclusion != '\0')
		report_part(model, "Keputusan", hearing->conclusion);
	report_sign(context, &source, model);
	return 0;
}

/* ---- pages ------------------------------------------------------------------------ */

static int
show_report_model(struct context *context, const struct hearing *hearing,
    const struct document_model *model)
{
	struct buffer content = { .arena = context->arena };

	model_write(model, &content);
	issued_fill_content(context, content.bytes);
	hearing_fill(context, hearing);
	if (report_lacks(hearing) != NULL)
		page_set(&context->page, "Lacks", report_lacks(hearing));
	if (render_can())
		page_set(&context->page, "Drawn", "1");
	return context_show(context, "forum/report");
}

int
show_report(struct context *context)
{
	struct document_model model;
	struct hearing hearing;
	int status = hearing_find_read(context, &hearing);

	if (status == 0)
		status = report_make(context, &hearing, &model);
	return status != 0 ? status : show_report_model(context, &hearing, &model);
}

int
send_report(struct context *context)
{
	struct paper_file file;
	struct document_model model;
	struct hearing hearing;
	int status = hearing_find_read(context, &hearing);

	if (status == 0)
		status = report_make(context, &hearing, &model);
	if (status == 0)
		status = paper_file_make(context, &model, NULL, &file);
	if (status != 0)
		return status;
	return paper_file_send(context, &model, &file,
	    &(struct paper_about){ hearing.region_id, hearing.agency_id },
	    report_file(context->arena, &hearing));
}
