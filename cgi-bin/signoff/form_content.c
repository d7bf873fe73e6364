/* SPDX-License-Identifier: ISC */
/*
 * What stands on the verified questionnaire and on the tanda terima: every
 * level, note and document, and the totals, as blocks of a model (product.md,
 * "Sign-off").  Hashes of files stand at the foot, by the numbers that documents
 * have in the text: machines compare them, and nobody reads them.
 */
#include "signoff/form_content.h"

#include <string.h>

#include "rules/score.h"
#include "document/chart.h"
#include "document/model.h"
#include "assessment/evidence.h"
#include "assessment/results.h"
#include "document/letterhead.h"
#include "frame/words.h"
#include "base/banned.h"

enum { HASH_SHOWN = 16 }; /* hexadecimal digits: enough to compare by eye */

/* A figure of a cell; what is absent stays empty. */
static const char *
form_content_figure(struct arena *arena, int64_t number)
{
	return number != 0 ? arena_format(arena, "%lld", (long long)number) : "";
}

static const struct agency_results *
agency_of(const struct results *results, int64_t assessment_id)
{
	for (size_t at = 0; at < results->count; at++)
		if (results->agencies[at].assessment_id == assessment_id)
			return &results->agencies[at];
	return NULL;
}

static void
compose_facts(struct document_model *form, const struct assessment *assessment,
    const struct rows *head)
{
	struct block *facts = compose(form, BLOCK_FACTS, "");

	compose_row(form, facts, "Perangkat daerah", row_text(head, 0, "agency_name"));
	compose_row(form, facts, "Daerah", row_text(head, 0, "region_name"));
	compose_row(form, facts, "Instrumen", row_text(head, 0, "instrument_name"));
	compose_row(form, facts, "Tahun penilaian",
	    form_content_figure(form->arena, assessment->year));
}

static int
final_of(const struct assessment *assessment, const struct rows *answers, size_t at)
{
	return level_final((int)row_int(answers, at, "city_level"),
	    (int)row_int(answers, at, "province_level"), assessment->province_tier);
}

/* The levels of a row: a variable's, or the sums of them all. */
struct levels {
	int64_t self, city, province, final;
	bool sums;
	/* Which of them is above what the documents support. */
	bool self_above, city_above, province_above, final_above;
};

static const char *
level_cell(struct document_model *form, int64_t figure, bool sum, bool above)
{
	return sum ? form_content_figure(form->arena, figure) :
	    !above ? words_roman(figure) :
		     arena_format(form->arena, "%s*", words_roman(figure));
}

static bool
above_documents(const struct evidence *evidence, enum viewer_tier tier, int64_t level)
{
	return evidence != NULL && level > evidence->supported[tier];
}

static struct levels
form_levels(const struct assessment *assessment, const struct rows *answers, size_t at,
    const struct evidence *evidence)
{
	struct levels levels = { .self = row_int(answers, at, "self_level"),
		.city = row_int(answers, at, "city_level"),
		.province = row_int(answers, at, "province_level"),
		.final = final_of(assessment, answers, at) };

	levels.self_above = above_documents(evidence, VIEWER_AGENCY, levels.self);
	levels.city_above = above_documents(evidence, VIEWER_CITY, levels.city);
	levels.province_above = above_documents(evidence, VIEWER_PROVINCE, levels.province);
	levels.final_above = assessment->province_tier && levels.province != 0 ?
	    levels.province_above :
	    levels.city_above;
	return levels;
}

static void
level_row(struct document_model *form, struct block *table, bool tier, const char *number,
    const char *name, const struct levels *levels)
{
	struct row *row = compose_line(form, table);
	bool sums = levels->sums;

	compose_cell(row, number);
	compose_cell(row, name);
	compose_cell(row, level_cell(form, levels->self, sums, levels->self_above));
	compose_cell(row, level_cell(form, levels->city, sums, levels->city_above));
	if (tier)
		compose_cell(row, level_cell(form, levels->province, sums, levels->province_above));
	compose_cell(row, level_cell(form, levels->final, sums, levels->final_above));
}

static void
form_content_compose_levels(struct document_model *form, const struct assessment *assessment,
    const struct rows *answers, const struct agency_results *agency,
    const struct evidence_list *evidence)
{
	struct block *table;
	bool tier = assessment->province_tier, above = false;

	compose(form, BLOCK_HEADING, "Tingkat tiap variabel")->level = 2;
	table = compose(form, BLOCK_TABLE, "");
	compose_column(table, "No.", 5, ALIGN_CENTRE);
	compose_column(table, "Variabel", tier ? 52 : 59, ALIGN_LEFT);
	compose_column(table, "Mandiri", 11, ALIGN_CENTRE);
	compose_column(table, "Verifikasi", 12, ALIGN_CENTRE);
	if (tier)
		compose_column(table, "Validasi", 11, ALIGN_CENTRE);
	compose_column(table, "Akhir", 9, ALIGN_CENTRE);
	for (size_t at = 0; at < answers->count; at++) {
		struct levels levels = form_levels(assessment, answers, at,
		    at < evidence->count ? &evidence->variables[at] : NULL);

		level_row(form, table, tier, row_text(answers, at, "number"),
		    row_text(answers, at, "name"), &levels);
		above = above || levels.self_above || levels.city_above ||
		    (tier && levels.province_above);
	}
	level_row(form, table, tier, "", "Jumlah skor",
	    &(struct levels){ agency->self, agency->city, agency->province, agency->final,
		.sums = true });
	table->last->total = true;
	if (above)
		compose(form, BLOCK_NOTE,
		    "* Di atas tingkat yang didukung dokumen. Alasannya tercantum pada penjelasan "
		    "dan catatan variabelnya.");
}

static void
compose_totals(struct document_model *form, const struct agency_results *agency)
{
	struct block *facts = compose(form, BLOCK_FACTS, "");

	compose_row(form, facts, "Kategori (jumlah skor)",
	    agency->category != NULL ? agency->category->name : "");
	compose_row(form, facts, "Tingkat bertahap (variabel terendah)",
	    words_roman(agency->staged));
	compose_row(form, facts, "Perubahan dari penilaian mandiri",
	    agency->has_change ? words_change(form->arena, agency->change) : "");
}

/* Adds "label: text" as a line of a cell, where there is a text. */
static void
add_said(struct buffer *cell, const char *label, const char *text)
{
	if (*text == '\0')
		return;
	if (cell->length > 0)
		buffer_char(cell, '\n');
	buffer_format(cell, "%s%s", label, text);
}

/* Files by their hashes, in the order in which the form names them. */
struct form_files {
	struct arena *arena;
	const char **hashes;
	size_t count, room;
};

/* The number of a file, from 1: one for all places where it proves something. */
static size_t
form_file_number(struct form_files *files, const char *hash)
{
	for (size_t at = 0; at < files->count; at++)
		if (strcmp(files->hashes[at], hash) == 0)
			return at + 1;
	if (files->count == files->room) {
		size_t room = files->room == 0 ? 64 : 2 * files->room;
		const char **hashes = arena_array(files->arena, room, sizeof(*hashes));

		if (files->count > 0)
			memcpy(hashes, files->hashes, files->count * sizeof(*hashes));
		files->hashes = hashes;
		files->room = room;
	}
	files->hashes[files->count++] = hash;
	return files->count;
}

static void
compose_hashes(struct document_model *form, const struct form_files *files)
{
	struct buffer text = { .arena = form->arena };

	if (files->count == 0)
		return;
	buffer_format(&text, "Kode berkas data dukung (%d angka pertama SHA-256): ", HASH_SHOWN);
	for (size_t at = 0; at < files->count; at++)
		buffer_format(&text, "%s[%zu]\xc2\xa0%.*s", at > 0 ? ", " : "", at + 1, HASH_SHOWN,
		    files->hashes[at]);
	compose(form, BLOCK_FOOT, text.bytes);
}

static void
form_content_add_document(struct form_files *files, struct buffer *cell, int level,
    const struct evidence_link *link)
{
	enum item_state state = link->state[VIEWER_CITY];
	const char *decision = item_state_code(state);
	bool outside = *link->outside_address != '\0' && link->revision_id == 0;

	add_said(cell, "• ",
	    arena_format(files->arena, "%s%s%s (tingkat %s%s)%s", link->title,
		*link->number != '\0' ? ", " : "", link->number, words_roman(level),
		strcmp(decision, "accepted") == 0     ? ", diterima" :
		    strcmp(decision, "rejected") == 0 ? ", ditolak" :
							"",
		outside ? " – alamat luar, tidak tersimpan" : ""));
	if (!outside && *link->sha256 != '\0')
		buffer_format(cell, " [%zu]", form_file_number(files, link->sha256));
}

static const char *
form_content_documents_cell(struct form_files *files, const struct evidence *evidence)
{
	struct buffer cell = { .arena = files->arena };

	for (size_t item = 0; item < evidence->item_count; item++) {
		const struct evidence_item *at = &evidence->items[item];

		for (size_t k = 0; k < at->link_count; k++)
			form_content_add_document(files, &cell, at->level, &at->links[k]);
	}
	return cell.length > 0 ? cell.bytes : "–";
}

static const char *
explanation_cell(struct arena *arena, const struct rows *answers, size_t at)
{
	struct buffer cell = { .arena = arena };

	add_said(&cell, "", row_text(answers, at, "explanation"));
	add_said(&cell,
	    "Alasan menilai di atas dokumen: ", row_text(answers, at, "overclaim_reason"));
	return cell.length > 0 ? cell.bytes : "–";
}

static const char *
form_content_notes_cell(struct arena *arena, const struct rows *answers, size_t at)
{
	struct buffer cell = { .arena = arena };

	add_said(&cell, "Catatan verifikasi: ", row_text(answers, at, "city_reason"));
	add_said(&cell, "Rekomendasi: ", row_text(answers, at, "city_recommendation"));
	add_said(&cell, "Catatan validasi: ", row_text(answers, at, "province_reason"));
	add_said(&cell, "Rekomendasi provinsi: ", row_text(answers, at, "province_recommendation"));
	return cell.length > 0 ? cell.bytes : "–";
}

static void
compose_details(struct document_model *form, const struct rows *answers,
    const struct evidence_list *evidence, struct form_files *files)
{
	struct block *table;

	compose(form, BLOCK_HEADING,
	    "Penjelasan, catatan, rekomendasi dan "
	    "data dukung")
	    ->level = 2;
	table = compose(form, BLOCK_TABLE, "");
	compose_column(table, "No.", 5, ALIGN_CENTRE);
	compose_column(table, "Penjelasan perangkat daerah", 30, ALIGN_LEFT);
	compose_column(table, "Catatan dan rekomendasi", 30, ALIGN_LEFT);
	compose_column(table, "Data dukung", 35, ALIGN_LEFT);
	for (size_t at = 0; at < answers->count; at++)
		compose_row(form, table, row_text(answers, at, "number"),
		    explanation_cell(form->arena, answers, at),
		    form_content_notes_cell(form->arena, answers, at),
		    at < evidence->count ?
			form_content_documents_cell(files, &evidence->variables[at]) :
			"–");
}

/* How far it was looked at: by the region's team, or by the province too. */
static const char *
form_state(const struct assessment *assessment)
{
	return assessment->province_tier &&
		results_tier_disclosed(assessment->state, STATE_VALIDATED) ?
	    "tervalidasi" :
	    "terverifikasi";
}

int
form_content(struct context *context, const struct assessment *assessment, struct buffer *content)
{
	const struct agency_results *agency;
	struct document_model form;
	struct form_files files = { .arena = context->arena };
	struct letterhead letterhead;
	struct results results;
	struct rows head, answers;
	const struct evidence_list *evidence;
	int status, result;

	result = db_select(context->db, &head, STATEMENT_SIGNOFF_HEAD, db_int(assessment->id));
	if (result > 0)
		result = db_select(context->db, &answers, STATEMENT_SIGNOFF_ANSWERS,
		    db_int(assessment->id));
	if (result < 0)
		return context_status(context, result);
	if ((status = evidence_load(context, assessment, &evidence)) != 0 ||
	    (status = letterhead_load(context, assessment->region_id, assessment->cycle_id,
		 &letterhead)) != 0 ||
	    (status = results_load(context, assessment->cycle_id, &results)) != 0)
		return status;
	agency = agency_of(&results, assessment->id);
	if (agency == NULL)
		return 404;
	letterhead_compose(context, &letterhead,
	    arena_format(context->arena, "Kuesioner %s %lld: %s", form_state(assessment),
		(long long)assessment->year, assessment->agency_name),
	    assessment->agency_name, &form);
	compose(&form, BLOCK_TITLE,
	    arena_format(context->arena,
		"Kuesioner "
		"penilaian mandiri kematangan organisasi\ntahun %lld (%s)",
		(long long)assessment->year, form_state(assessment)));
	compose_facts(&form, assessment, &head);
	form_content_compose_levels(&form, assessment, &answers, agency, evidence);
	(void)chart_answers(&form, &answers, assessment->province_tier);
	compose_totals(&form, agency);
	compose_details(&form, &answers, evidence, &files);
	letterhead_sign_head(&form, compose(&form, BLOCK_SIGNATURES, ""),
	    letterhead_dated(context, &letterhead), row_text(&head, 0, "head_title"),
	    row_text(&head, 0, "head_name"), row_text(&head, 0, "head_rank"),
	    row_text(&head, 0, "head_nip"));
	compose_hashes(&form, &files);
	model_write(&form, content);
	return 0;
}

static void
compose_received(struct context *context, struct document_model *receipt,
    const struct assessment *assessment, const struct issued_document *form,
    const struct agency_results *agency, const struct rows *signature)
{
	struct block *facts = compose(receipt, BLOCK_FACTS, "");

	compose_row(receipt, facts, "Perangkat daerah", assessment->agency_name);
	compose_row(receipt, facts, "Tahun penilaian",
	    form_content_figure(context->arena, assessment->year));
	compose_row(receipt, facts, "Skor akhir",
	    arena_format(context->arena, "%s (%s)",
		form_content_figure(context->arena, agency->final),
		agency->category != NULL ? agency->category->name : ""));
	compose_row(receipt, facts, "Dikirim",
	    arena_format(context->arena, "%s oleh %s",
		words_time(context->arena, row_text(signature, 0, "created_at"), assessment->zone),
		row_text(signature, 0, "sent_by")));
	compose_row(receipt, facts, "Berkas", row_text(signature, 0, "client_name"));
	compose_row(receipt, facts, "Kode formulir", form->code);
}

int
receipt_content(struct context *context, const struct assessment *assessment,
    const struct issued_document *form, int64_t number, struct buffer *content)
{
	const struct agency_results *agency;
	struct document_model receipt;
	struct letterhead letterhead;
	struct results results;
	struct rows signature;
	struct block *title;
	struct date today;
	int status,
	    result = db_select(context->db, &signature, STATEMENT_SIGNOFF_SIGNATURE,
		db_int(form->id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	if ((status = letterhead_load(context, assessment->region_id, assessment->cycle_id,
		 &letterhead)) != 0 ||
	    (status = results_load(context, assessment->cycle_id, &results)) != 0)
		return status;
	agency = agency_of(&results, assessment->id);
	if (agency == NULL)
		return 404;
	today = day_date(words_today(letterhead.zone));
	letterhead_compose(context, &letterhead,
	    arena_format(context->arena, "Tanda terima %lld/%lld: %s", (long long)number,
		(long long)assessment->year, assessment->agency_name),
	    NULL, &receipt);
	title = compose(&receipt, BLOCK_TITLE, "Tanda terima");
	compose_row(&receipt, title,
	    arena_format(context->arena, "Nomor %s",
		letterhead_number(context->arena, letterhead.number_format, number, "TT",
		    today.month, assessment->year)));
	compose(&receipt, BLOCK_PARAGRAPH,
	    "Telah diterima kuesioner penilaian "
	    "mandiri kematangan organisasi yang sudah ditandatangani kepala "
	    "perangkat daerah:");
	compose_received(context, &receipt, assessment, form, agency, &signature);
	compose_row(&receipt, compose(&receipt, BLOCK_SIGNATURES, ""),
	    letterhead_dated(context, &letterhead), "Penerima, Tim Pelaksana", context->actor.name);
	compose(&receipt, BLOCK_FOOT,
	    arena_format(context->arena,
		"Kode berkas yang diterima (SHA-256): %s\n"
		"Kode isi formulir (SHA-256): %s",
		row_text(&signature, 0, "sha256"), form->digest));
	model_write(&receipt, content);
	return 0;
}
