/* SPDX-License-Identifier: ISC */
/*
 * Berita acara of the verification of one agency.  No official form of it is
 * published (domain.md 2.4): this one says who decided what on which day, and
 * has room for all of them to sign.
 */
#include "paper/paper.h"

#include <stdlib.h>

#include "rules/calendar.h"
#include "rules/score.h"
#include "document/chart.h"
#include "assessment/evidence.h"
#include "frame/words.h"
#include "base/banned.h"

enum { BY_HAND = 3 }; /* rows for a team that is not known by name */

static void
count_documents(const struct evidence *evidence, int *accepted, int *all)
{
	*accepted = *all = 0;
	for (size_t item = 0; item < evidence->item_count; item++)
		for (size_t k = 0; k < evidence->items[item].link_count; k++) {
			++*all;
			*accepted += evidence->items[item].links[k].city.decision ==
			    REVIEW_ACCEPTED;
		}
}

static const char *
minutes_notes_cell(struct arena *arena, const struct rows *answers, size_t at)
{
	const char *reason = row_text(answers, at, "city_reason");
	const char *advice = row_text(answers, at, "city_recommendation");

	return arena_format(arena, "%s%s%s%s", reason,
	    *reason != '\0' && *advice != '\0' ? "\n" : "", *advice != '\0' ? "Rekomendasi: " : "",
	    advice);
}

static void
minutes_compose_levels(struct document_model *minutes, const struct issue_subject *subject,
    const struct rows *answers, const struct evidence_list *evidence)
{
	const struct agency_results *agency = subject_agency(subject);
	struct block *table = compose(minutes, BLOCK_TABLE, "");
	struct arena *arena = minutes->arena;
	bool any_above = false;

	number_column(table);
	compose_column(table, "Variabel", 31, ALIGN_LEFT);
	compose_column(table, "Mandiri", 10, ALIGN_CENTRE);
	compose_column(table, "Verifikasi", 12, ALIGN_CENTRE);
	compose_column(table, "Dokumen diterima", 11, ALIGN_CENTRE);
	compose_column(table, "Catatan dan rekomendasi", 34, ALIGN_LEFT);
	for (size_t at = 0; at < answers->count; at++) {
		int accepted = 0, all = 0, level = (int)row_int(answers, at, "city_level");
		bool above = false;

		if (at < evidence->count) {
			count_documents(&evidence->variables[at], &accepted, &all);
			above = above_accepted(level,
			    evidence->variables[at].supported[VIEWER_CITY]);
			any_above |= above;
		}
		compose_row(minutes, table, row_text(answers, at, "number"),
		    row_text(answers, at, "name"), cell_level(row_int(answers, at, "self_level")),
		    above ? arena_format(arena, "%s*", words_roman(level)) : cell_level(level),
		    arena_format(arena, "%d dari %d", accepted, all),
		    minutes_notes_cell(arena, answers, at));
	}
	if (agency != NULL)
		compose_row(minutes, table, "", "Jumlah skor", cell_number(arena, agency->self),
		    cell_number(arena, agency->city), "", "")
		    ->total = true;
	if (any_above)
		compose(minutes, BLOCK_NOTE,
		    "* Di atas dokumen yang diterima; alasannya pada catatan.");
}

static int
compose_team(struct context *context, const struct issue_subject *subject,
    struct document_model *minutes)
{
	struct block *table;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_VERIFIERS,
	    db_int(subject->assessment->id));

	if (result < 0)
		return result;
	compose(minutes, BLOCK_HEADING,
	    "Tim Pelaksana yang "
	    "memverifikasi")
	    ->level = 3;
	table = compose(minutes, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Nama", 36, ALIGN_LEFT);
	compose_column(table, "Unsur", 34, ALIGN_LEFT);
	compose_column(table, "Tanda tangan", 25, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++)
		compose_row(minutes, table, cell_number(context->arena, (int64_t)row + 1),
		    arena_format(context->arena, "%s%s%s", row_text(&rows, row, "full_name"),
			*row_text(&rows, row, "nip") != '\0' ? "\nNIP " : "",
			row_text(&rows, row, "nip")),
		    row_text(&rows, row, "office"), "\n\n");
	for (int64_t row = 1; rows.count == 0 && row <= BY_HAND; row++)
		compose_row(minutes, table, cell_number(context->arena, row), "", "", "\n\n");
	return 0;
}

static const char *
opening(struct context *context, const struct issue_subject *subject)
{
	int32_t day = words_today(subject->letterhead.zone);
	struct date date = day_date(day);
	char text[DAY_TEXT];
	const char *words = words_date(context->arena, day_format(text, day));

	return arena_format(context->arena,
	    "Pada hari ini, %s tanggal %s bulan "
	    "%s tahun %s (%s), Tim Pelaksana Penilaian Mandiri Kematangan "
	    "Organisasi Daerah %s telah memverifikasi kuesioner dan data "
	    "dukung %s untuk penilaian tahun %s, dengan hasil sebagai "
	    "berikut:",
	    words_weekday(day), words_spelled(context->arena, date.day), words_month(date.month),
	    words_spelled(context->arena, date.year), words, subject->letterhead.region_name,
	    subject->assessment->agency_name, row_text(&subject->cycle, 0, "year"));
}

/* What the team's score is beside the agency's own. */
static const char *
minutes_change(struct arena *arena, int change)
{
	if (change == 0)
		return ", sama dengan penilaian mandiri";
	return arena_format(arena, ", %s %d dari penilaian mandiri",
	    change > 0 ? "lebih tinggi" : "lebih rendah", abs(change));
}

static void
compose_result(struct context *context, const struct issue_subject *subject,
    struct document_model *minutes)
{
	const struct agency_results *agency = subject_agency(subject);
	const struct category *category;
	int change;

	if (agency == NULL || agency->city == SCORE_ABSENT)
		return;
	category = category_of(subject->results.categories, subject->results.category_count,
	    score_tenths(agency->city));
	compose(minutes, BLOCK_PARAGRAPH,
	    arena_format(context->arena,
		"Skor "
		"hasil verifikasi adalah %d dengan kategori %s%s.%s",
		agency->city, category != NULL ? category->name : "–",
		score_change(agency->self, agency->city, &change) ?
		    minutes_change(context->arena, change) :
		    "",
		subject->results.province_tier ?
		    " Hasil ini diteruskan kepada "
		    "provinsi untuk divalidasi." :
		    ""));
}

int
make_minutes(struct context *context, const struct issue_subject *subject,
    struct document_model *minutes)
{
	const struct assessment *assessment = subject->assessment;
	const struct evidence_list *evidence;
	struct rows answers, head;
	struct block *title, *signatures;
	int result = db_select(context->db, &answers, STATEMENT_SIGNOFF_ANSWERS,
	    db_int(assessment->id));

	if (result >= 0)
		result = db_select(context->db, &head, STATEMENT_SIGNOFF_HEAD,
		    db_int(assessment->id));
	if (result < 0)
		return result;
	result = db_stop(context->db, evidence_load(context, assessment, &evidence));
	if (result != 0)
		return result;
	letterhead_compose(context, &subject->letterhead,
	    arena_format(context->arena, "Berita acara verifikasi %s: %s", subject->number,
		assessment->agency_name),
	    NULL, minutes);
	title = compose(minutes, BLOCK_TITLE,
	    "Berita acara verifikasi\n"
	    "penilaian mandiri kematangan organisasi");
	compose_row(minutes, title, arena_format(context->arena, "Nomor %s", subject->number));
	compose(minutes, BLOCK_PARAGRAPH, opening(context, subject));
	minutes_compose_levels(minutes, subject, &answers, evidence);
	(void)chart_answers(minutes, &answers, false);
	compose_result(context, subject, minutes);
	compose(minutes, BLOCK_PARAGRAPH,
	    "Demikian berita acara ini dibuat "
	    "dengan sebenarnya untuk dipergunakan sebagaimana mestinya.");
	result = compose_team(context, subject, minutes);
	if (result != 0)
		return result;
	signatures = compose(minutes, BLOCK_SIGNATURES, "");
	letterhead_sign_head(minutes, signatures, "", row_text(&head, 0, "head_title"),
	    row_text(&head, 0, "head_name"), row_text(&head, 0, "head_rank"),
	    row_text(&head, 0, "head_nip"));
	letterhead_sign(minutes, signatures, &subject->letterhead,
	    letterhead_dated(context, &subject->letterhead));
	return 0;
}
