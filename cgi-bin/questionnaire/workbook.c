/* SPDX-License-Identifier: ISC */
/*
 * The answers of an assessment as a workbook to write in: what is asked of each
 * variable, what stands there now, and which documents are still missing.
 */
#include "questionnaire/workbook.h"

#include <stdlib.h>
#include <string.h>

#include "document/export.h"
#include "questionnaire/answer_draft.h"
#include "base/banned.h"

const struct table_column answers_columns[] = {
	[ANSWERS_NUMBER] = { "nomor", "no novariabel nomorvariabel",
	    COLUMN_REQUIRED | COLUMN_FILLED, 8, .share = 6 },
	[ANSWERS_NAME] = { "variabel", "namavariabel", 0, 300, .share = 18 },
	[ANSWERS_LEVEL] = { "tingkat", "level tk tingkatdipilih", COLUMN_REQUIRED, 20, .share = 7 },
	[ANSWERS_EXPLANATION] = { "penjelasan", "uraian keterangan ket",
	    COLUMN_REQUIRED | COLUMN_LINES, 5000, .share = 40 },
	[ANSWERS_REASON] = { "alasan melebihi dokumen", "alasan", COLUMN_LINES, 2000, .share = 22 },
	[ANSWERS_CODE] = { "kode (jangan diubah)", "kode", 0, 60, .share = 10 },
	{ .name = NULL },
};

/* ---- what is there --------------------------------------------------------- */

int
answers_read(struct context *context, const struct assessment *assessment, struct answers *answers)
{
	struct rows rows;
	int result, status;

	*answers = (struct answers){ .assessment = *assessment };
	status = criteria_load(context, assessment->instrument_id, &answers->criteria);
	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_ALL_ANSWERS,
	    db_int(assessment->id));
	if (result < 0)
		return context_status(context, result);
	answers->pages = arena_array(context->arena, answers->criteria->count + 1,
	    sizeof(*answers->pages));
	for (size_t at = 0; at < answers->criteria->count && status == 0; at++) {
		const struct variable *variable = &answers->criteria->variables[at];
		struct variable_page *page = &answers->pages[answers->count];
		size_t row = variable_row(variable, &rows);

		if (row == rows.count)
			continue;
		page->assessment = *assessment;
		page->variable_id = variable->id;
		page->number = variable->number;
		status = variable_answer_read(context, &rows, row, page);
		answers->count++;
	}
	return status;
}

const char *
answers_code(struct arena *arena, const struct variable_page *page)
{
	return arena_format(arena, "A%lldV%dR%lld", (long long)page->assessment.id, page->number,
	    (long long)page->version);
}

bool
answers_code_read(const char *code, int64_t *assessment_id, int64_t *number, int64_t *version)
{
	static const char marks[] = "AVR";
	int64_t *const parts[] = { assessment_id, number, version };

	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]); at++) {
		char *end;

		if (*code != marks[at] || strspn(code + 1, "0123456789") == 0)
			return false;
		*parts[at] = strtoll(code + 1, &end, 10);
		code = end;
	}
	return *code == '\0';
}

/* ---- the sheets ------------------------------------------------------------ */

/* What a column says of an answer. */
static const char *
answers_cell(struct arena *arena, const struct answers *answers, const struct variable_page *page,
    int column)
{
	switch (column) {
	case ANSWERS_NUMBER:
		return arena_format(arena, "%d", page->number);
	case ANSWERS_NAME:
		return criteria_variable(answers->criteria, page->number)->name;
	case ANSWERS_LEVEL:
		return answer_level_text(arena, page->self_level);
	case ANSWERS_EXPLANATION:
		return page->explanation;
	case ANSWERS_REASON:
		return page->overclaim_reason;
	default:
		return answers_code(arena, page);
	}
}

static void
compose_answers(struct document_model *model, const struct answers *answers)
{
	struct block *table = compose(model, BLOCK_TABLE, "Jawaban");

	for (int column = 0; column < ANSWERS_COLUMNS; column++)
		compose_column(table, answers_columns[column].name, answers_columns[column].share,
		    column == ANSWERS_NUMBER || column == ANSWERS_LEVEL ? ALIGN_RIGHT : ALIGN_LEFT);
	for (size_t at = 0; at < answers->count; at++) {
		struct row *row = compose_line(model, table);

		for (int column = 0; column < ANSWERS_COLUMNS; column++)
			compose_cell(row,
			    answers_cell(model->arena, answers, &answers->pages[at], column));
	}
}

static void
compose_choices(struct document_model *model)
{
	struct block *table = compose(model, BLOCK_TABLE, "Pilihan");

	compose_column(table, "tingkat", 10, ALIGN_RIGHT);
	compose_column(table, "cara mengisi", 90, ALIGN_LEFT);
	for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++) {
		static const char *const how[] = {
			"Isi lembar Jawaban: pilih tingkat, lalu tulis penjelasannya. Sel yang "
			"dikosongkan tidak menghapus jawaban yang sudah tersimpan.",
			"Pernyataan tiap tingkat ada di lembar Pernyataan.",
			"Dokumen wajib yang belum ada menurut data saat berkas ini diunduh ada di "
			"lembar Dokumen yang kurang.",
			"Tingkat yang melebihi dokumen yang ada boleh dipilih dengan menulis "
			"alasannya.",
			"Unggah berkas ini di halaman Daftar variabel. Isinya diperlihatkan dahulu "
			"sebelum disimpan; dokumen tetap diunggah tersendiri.",
		};

		compose_row(model, table, answer_level_text(model->arena, level),
		    how[level - LEVEL_MIN]);
	}
}

static void
compose_statements(struct document_model *model, const struct answers *answers)
{
	struct block *table = compose(model, BLOCK_TABLE, "Pernyataan");

	compose_column(table, "nomor", 6, ALIGN_RIGHT);
	compose_column(table, "variabel", 18, ALIGN_LEFT);
	compose_column(table, "tingkat", 7, ALIGN_RIGHT);
	compose_column(table, "pernyataan", 45, ALIGN_LEFT);
	compose_column(table, "petunjuk", 30, ALIGN_LEFT);
	for (size_t at = 0; at < answers->criteria->count; at++) {
		const struct variable *variable = &answers->criteria->variables[at];

		for (int level = LEVEL_MIN; level <= LEVEL_MAX; level++)
			compose_row(model, table,
			    arena_format(model->arena, "%d", variable->number), variable->name,
			    answer_level_text(model->arena, level),
			    variable->levels[level - LEVEL_MIN].indicator,
			    variable->levels[level - LEVEL_MIN].guidance);
	}
}

/* Why a document does not count yet. */
static const char *
lacking_words(enum item_state state)
{
	switch (state) {
	case ITEM_OUTSIDE:
		return "Hanya alamat luar";
	case ITEM_REJECTED:
		return "Ditolak";
	default:
		return "Belum ada";
	}
}

static void
compose_missing(struct document_model *model, const struct evidence_list *evidence)
{
	struct block *table = compose(model, BLOCK_TABLE, "Dokumen yang kurang");

	compose_column(table, "nomor", 6, ALIGN_RIGHT);
	compose_column(table, "variabel", 24, ALIGN_LEFT);
	compose_column(table, "tingkat", 7, ALIGN_RIGHT);
	compose_column(table, "dokumen wajib", 50, ALIGN_LEFT);
	compose_column(table, "status", 13, ALIGN_LEFT);
	for (size_t at = 0; at < evidence->count; at++) {
		const struct evidence *variable = &evidence->variables[at];

		for (size_t item = 0; item < variable->item_count; item++) {
			const struct evidence_item *wanted = &variable->items[item];
			enum item_state state = wanted->state[VIEWER_AGENCY];

			if (wanted->compulsory && !item_counts(state, VIEW_SELF))
				compose_row(model, table,
				    arena_format(model->arena, "%d", variable->number),
				    variable->name, answer_level_text(model->arena, wanted->level),
				    wanted->title, lacking_words(state));
		}
	}
}

int
send_answers(struct context *context)
{
	static const struct export_choice level = { ANSWERS_LEVEL, 0, LEVEL_MAX };
	struct document_model model = { .arena = context->arena, .landscape = true };
	const struct evidence_list *evidence;
	struct assessment assessment;
	struct answers answers;
	const char *name;
	int status = export_is_ending(context->words[0]) ?
	    assessment_find(context, context->keys[0], &assessment) :
	    404;

	if (status == 0)
		status = answers_read(context, &assessment, &answers);
	if (status == 0)
		status = evidence_load(context, &assessment, &evidence);
	if (status != 0)
		return status;
	model.title = arena_format(context->arena, "Jawaban penilaian %s %lld",
	    assessment.agency_name, (long long)assessment.year);
	name = arena_format(context->arena, "jawaban-%lld-%lld", (long long)assessment.year,
	    (long long)assessment.id);
	compose_answers(&model, &answers);
	compose_choices(&model);
	compose_statements(&model, &answers);
	compose_missing(&model, evidence);
	context_takes_out(context, "export", 0, assessment.agency_id, model.title);
	return strcmp(context->words[0], "xlsx") == 0 ?
	    export_form(context, &model, &level, 1, arena_format(context->arena, "%s.xlsx", name)) :
	    export_tables(context, &model, context->words[0], name);
}
