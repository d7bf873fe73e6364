/* SPDX-License-Identifier: ISC */
/*
 * An assessment by an instrument of another kind as a workbook, and as a paper: what was found
 * of each variable, and the gaps.  It is changed tomorrow, so the paper is not issued: no code.
 */
#include "questionnaire/other.h"

#include <string.h>

#include "document/issued.h"
#include "document/letterhead.h"
#include "document/listing.h"
#include "document/text_file.h"
#include "frame/words.h"
#include "base/banned.h"

/* ---- workbook ------------------------------------------------------------------------- */

struct other_line {
	const char *number, *outer, *inner, *name, *word, *points, *note;
};

struct gap_line {
	const char *number, *name, *condition, *expected, *recommendation, *priority, *plan, *due;
};

static struct other_line
other_line(struct arena *arena, const struct appraisal *appraisal, size_t at)
{
	const struct scaled_variable *one = &appraisal->scaled.variables[at];
	const struct rated *rated = &appraisal->rated[at];
	bool counts = appraisal->scaled.scoring != SCORING_NONE && !rated->unasked &&
	    !rated->skipped && rated->level > 0;

	return (struct other_line){
		.number = arena_format(arena, "%d", one->number),
		.outer = one->outer,
		.inner = one->inner,
		.name = one->name,
		.word = appraisal_condition(appraisal, at),
		.points = counts ?
		    scaled_number(arena, one->scale->words[rated->level - 1].points, 0) :
		    "",
		.note = row_text(&appraisal->answers, at, "note"),
	};
}

static struct gap_line
other_gap_line(struct arena *arena, const struct appraisal *appraisal, size_t at, size_t number)
{
	const struct rows *answers = &appraisal->answers;

	return (struct gap_line){
		.number = arena_format(arena, "%zu", number),
		.name = appraisal->scaled.variables[at].name,
		.condition = appraisal_gap_condition(appraisal, at),
		.expected = appraisal_expected(appraisal, at),
		.recommendation = row_text(answers, at, "recommendation"),
		.priority = appraisal_priority(appraisal, at),
		.plan = row_text(answers, at, "plan"),
		.due = words_date(arena, row_text(answers, at, "due")),
	};
}

struct other_lines {
	struct other_line *all;
	struct gap_line *gaps;
	size_t gap_count;
};

static struct other_lines
other_lines_of(struct arena *arena, const struct appraisal *appraisal)
{
	size_t count = appraisal->scaled.count;
	struct other_lines lines = { arena_array(arena, count + 1, sizeof(*lines.all)),
		arena_array(arena, count + 1, sizeof(*lines.gaps)), 0 };

	for (size_t at = 0; at < count; at++) {
		lines.all[at] = other_line(arena, appraisal, at);
		if (appraisal_has_gap(appraisal, at)) {
			lines.gaps[lines.gap_count] = other_gap_line(arena, appraisal, at,
			    lines.gap_count + 1);
			lines.gap_count++;
		}
	}
	return lines;
}

static int
send_lines(struct context *context, const struct appraisal *appraisal)
{
	const struct scaled *scaled = &appraisal->scaled;
	struct other_lines lines = other_lines_of(context->arena, appraisal);
	const struct listing_column all[] = {
		LISTING_NUMBER("No.", 5, struct other_line, number),
		LISTING_MEMBER(scaled->labels[SCALED_OUTER], 20, struct other_line, outer),
		LISTING_MEMBER(scaled->labels[SCALED_INNER], 22, struct other_line, inner),
		LISTING_MEMBER(scaled->labels[SCALED_ITEM], 34, struct other_line, name),
		LISTING_MEMBER("Keterangan", 14, struct other_line, word),
		LISTING_NUMBER("Nilai", 7, struct other_line, points),
		LISTING_MEMBER("Catatan", 24, struct other_line, note),
		{ .label = NULL },
	};
	const struct listing_column gaps[] = {
		LISTING_NUMBER("No.", 5, struct gap_line, number),
		LISTING_MEMBER(scaled->labels[SCALED_ITEM], 26, struct gap_line, name),
		LISTING_MEMBER("Kondisi", 10, struct gap_line, condition),
		LISTING_MEMBER("Harapan", 10, struct gap_line, expected),
		LISTING_MEMBER("Rekomendasi", 40, struct gap_line, recommendation),
		LISTING_MEMBER("Prioritas", 8, struct gap_line, priority),
		LISTING_MEMBER("Rencana", 24, struct gap_line, plan),
		LISTING_MEMBER("Batas waktu", 12, struct gap_line, due),
		{ .label = NULL },
	};
	const struct listing listings[] = {
		{ .title = "Hasil",
		    .columns = all,
		    .records = lines.all,
		    .count = scaled->count,
		    .size = sizeof(struct other_line) },
		{ .title = "Analisis kesenjangan",
		    .columns = gaps,
		    .records = lines.gaps,
		    .count = lines.gap_count,
		    .size = sizeof(struct gap_line) },
	};

	return listing_send(context,
	    arena_format(context->arena, "penilaian-lain-%lld.pdf", (long long)appraisal->year),
	    listings, 2);
}

int
send_other_table(struct context *context)
{
	struct appraisal appraisal;
	int status = appraisal_load(context, &appraisal);

	return status != 0 ? status : send_lines(context, &appraisal);
}

/* ---- paper ------------------------------------------------------------------------------ */

static void
compose_other_results(struct document_model *model, const struct scaled *scaled,
    const struct other_lines *lines)
{
	struct block *table = compose(model, BLOCK_TABLE, "");

	compose_column(table, "No.", 6, ALIGN_CENTRE);
	compose_column(table, scaled->labels[SCALED_OUTER], 18, ALIGN_LEFT);
	compose_column(table, scaled->labels[SCALED_INNER], 22, ALIGN_LEFT);
	compose_column(table, scaled->labels[SCALED_ITEM], 38, ALIGN_LEFT);
	compose_column(table, "Keterangan", 16, ALIGN_LEFT);
	for (size_t at = 0; at < scaled->count; at++) {
		const struct other_line *line = &lines->all[at];
		bool same = at > 0 && strcmp(line->outer, line[-1].outer) == 0;

		compose_row(model, table, line->number, same ? "" : line->outer,
		    same && strcmp(line->inner, line[-1].inner) == 0 ? "" : line->inner, line->name,
		    line->word);
	}
}

static void
compose_gaps(struct document_model *model, const struct scaled *scaled,
    const struct other_lines *lines)
{
	struct block *table = compose(model, BLOCK_TABLE, "");

	compose_column(table, "No.", 6, ALIGN_CENTRE);
	compose_column(table, scaled->labels[SCALED_ITEM], 22, ALIGN_LEFT);
	compose_column(table, "Kondisi", 11, ALIGN_LEFT);
	compose_column(table, "Harapan", 12, ALIGN_LEFT);
	compose_column(table, "Rekomendasi", 33, ALIGN_LEFT);
	compose_column(table, "Prioritas dan rencana", 16, ALIGN_LEFT);
	for (size_t at = 0; at < lines->gap_count; at++) {
		const struct gap_line *line = &lines->gaps[at];

		compose_row(model, table, line->number, line->name, line->condition, line->expected,
		    line->recommendation,
		    arena_format(model->arena, "%s%s%s%s%s", line->priority,
			*line->priority != '\0' && *line->plan != '\0' ? "\n" : "", line->plan,
			*line->due != '\0' ? "\nsampai " : "", line->due));
	}
}

static void
compose_other(struct context *context, const struct letterhead *letterhead,
    const struct appraisal *appraisal, struct document_model *model)
{
	struct arena *arena = context->arena;
	const struct scaled *scaled = &appraisal->scaled;
	struct other_lines lines = other_lines_of(arena, appraisal);
	const char *score = scaled_score(arena, scaled, &appraisal->rating);
	const char *class = scaled_class(scaled, &appraisal->rating);
	struct block *facts;

	letterhead_compose(context, letterhead, appraisal->subject,
	    appraisal->agency_id != 0 ? appraisal->whose : NULL, model);
	compose(model, BLOCK_TITLE, appraisal->subject);
	facts = compose(model, BLOCK_FACTS, "");
	compose_row(model, facts, "Instrumen", scaled->name);
	compose_row(model, facts, "Yang menilai", appraisal->whose);
	compose_row(model, facts, "Tahun", arena_format(arena, "%lld", (long long)appraisal->year));
	if (*score != '\0')
		compose_row(model, facts, "Nilai",
		    *class != '\0' ? arena_format(arena, "%s (%s)", score, class) : score);
	if (*appraisal->source != '\0')
		compose_row(model, facts, "Sumber", appraisal->source);
	compose(model, BLOCK_HEADING, "Hasil")->level = 2;
	compose_other_results(model, scaled, &lines);
	if (lines.gap_count > 0) {
		compose(model, BLOCK_HEADING, "Analisis kesenjangan")->level = 2;
		compose_gaps(model, scaled, &lines);
	}
}

static int
other_paper_load(struct context *context, struct appraisal *appraisal, struct document_model *model)
{
	struct letterhead letterhead;
	int status = appraisal_load(context, appraisal);

	if (status == 0)
		status = letterhead_load(context, appraisal->region_id, 0, &letterhead);
	if (status == 0)
		compose_other(context, &letterhead, appraisal, model);
	return status;
}

int
show_other_paper(struct context *context)
{
	struct buffer content = { .arena = context->arena };
	struct document_model model;
	struct appraisal appraisal;
	int status = other_paper_load(context, &appraisal, &model);

	if (status != 0)
		return status;
	model_write(&model, &content);
	appraisal_fill(context, &appraisal);
	issued_fill_content(context, content.bytes);
	if (render_can())
		page_set(&context->page, "May.draw", "1");
	return context_show(context, "questionnaire/other_paper");
}

int
send_other_paper(struct context *context)
{
	struct paper_file file;
	struct document_model model;
	struct appraisal appraisal;
	int status = other_paper_load(context, &appraisal, &model);

	if (status == 0)
		status = paper_file_make(context, &model, NULL, &file);
	if (status != 0)
		return status;
	return paper_file_send(context, &model, &file,
	    &(struct paper_about){ appraisal.region_id, appraisal.agency_id },
	    arena_format(context->arena, "penilaian-lain-%lld.pdf", (long long)appraisal.year));
}
