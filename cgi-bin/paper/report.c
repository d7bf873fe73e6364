/* SPDX-License-Identifier: ISC */
/*
 * Laporan Kegiatan, the product of step 7 (source 002).  The figures and the
 * dates come from the database; what the team says in its own words it writes
 * in a form, and where it wrote nothing stand the usual words.
 */
#include "paper/recap.h"

#include <string.h>

#include "rules/workflow.h"
#include "assessment/kept_cycle.h"
#include "document/chart.h"
#include "document/chart_record.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { FOREWORD, BASIS, TEAM, RECOMMENDATION, VERSION };
const struct field report_fields[] = {
	[FOREWORD] = { "foreword", FIELD_LINES, "Kata pengantar", .max = 6000 },
	[BASIS] = { "basis", FIELD_LINES, "Dasar", .max = 6000 },
	[TEAM] = { "team", FIELD_LINES, "Tim Pelaksana", .max = 6000 },
	[RECOMMENDATION] = { "recommendation", FIELD_LINES, "Rekomendasi", .max = 10000 },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 0, .max = INT32_MAX },
	{ NULL },
};

struct texts {
	const char *foreword, *basis, *team, *recommendation;
	int64_t version;
};

static const char *
report_or_else(const char *text, const char *otherwise)
{
	return *text != '\0' ? text : otherwise;
}

static const char *
usual_foreword(struct context *context, const struct issue_subject *subject)
{
	return arena_format(context->arena,
	    "Puji syukur kami panjatkan ke "
	    "hadirat Tuhan Yang Maha Esa karena penilaian mandiri kematangan "
	    "organisasi perangkat daerah di lingkungan %s tahun %s telah "
	    "terlaksana.\nLaporan ini memuat pelaksanaan kegiatan, hasil "
	    "penilaian setiap perangkat daerah, dan rekomendasi perbaikannya, "
	    "sebagai bahan pimpinan dalam membina dan mengendalikan penataan "
	    "perangkat daerah.\nKepada semua pihak yang telah membantu "
	    "disampaikan terima kasih.",
	    subject->letterhead.government, row_text(&subject->cycle, 0, "year"));
}

static int
usual_team(struct context *context, const struct issue_subject *subject, const char **team)
{
	struct buffer lines = { .arena = context->arena };
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_TEAM,
	    db_int(subject->letterhead.region_id));

	if (result < 0)
		return result;
	buffer_text(&lines, "");
	for (size_t row = 0; row < rows.count; row++) {
		const char *office = row_text(&rows, row, "office");

		buffer_format(&lines, "%s%s%s%s", row > 0 ? "\n" : "",
		    row_text(&rows, row, "full_name"), *office != '\0' ? " – " : "", office);
	}
	*team = lines.bytes;
	return 0;
}

/* As written, or the usual words.  0, or enum db_error. */
static int
load_texts(struct context *context, const struct issue_subject *subject, struct texts *texts)
{
	struct rows rows;
	const char *team = "";
	int result = db_select(context->db, &rows, STATEMENT_PAPER_REPORT_TEXTS,
	    db_int(subject->cycle_id));
	bool written = result > 0;

	if (result >= 0)
		result = usual_team(context, subject, &team);
	if (result < 0)
		return result;
	texts->foreword = report_or_else(written ? row_text(&rows, 0, "foreword") : "",
	    usual_foreword(context, subject));
	texts->basis = report_or_else(written ? row_text(&rows, 0, "basis") : "",
	    subject_basis(context->arena, subject));
	texts->team = report_or_else(written ? row_text(&rows, 0, "team") : "", team);
	texts->recommendation = written ? row_text(&rows, 0, "recommendation") : "";
	texts->version = written ? row_int(&rows, 0, "version") : 0;
	return 0;
}

/* The next line of a text, or NULL. */
static const char *
report_next_line(struct arena *arena, const char **text)
{
	size_t length = strcspn(*text, "\n");
	const char *line;

	if (**text == '\0')
		return NULL;
	line = arena_copy(arena, *text, length);
	*text += length + ((*text)[length] == '\n');
	return line;
}

static void
compose_paragraphs(struct document_model *report, const char *text)
{
	const char *line;

	while ((line = report_next_line(report->arena, &text)) != NULL)
		if (*line != '\0')
			compose(report, BLOCK_PARAGRAPH, line);
}

static void
compose_numbered(struct document_model *report, const char *text)
{
	struct block *list = compose(report, BLOCK_LIST, "");
	const char *line;
	int number = 0;

	while ((line = report_next_line(report->arena, &text)) != NULL)
		if (*line != '\0') {
			number++;
			compose_row(report, list, arena_format(report->arena, "%d.", number), line);
		}
}

static void
heading(struct document_model *report, int level, const char *text)
{
	compose(report, BLOCK_HEADING, text)->level = level;
}

static void
chapter(struct document_model *report, const char *text)
{
	compose(report, BLOCK_PAGE, "");
	heading(report, 1, text);
}

static void
compose_cover(struct context *context, const struct issue_subject *subject,
    struct document_model *report)
{
	struct block *title = compose(report, BLOCK_TITLE,
	    "Laporan kegiatan\n"
	    "penilaian mandiri kematangan\norganisasi daerah");

	title->level = 1;
	compose_row(report, title,
	    arena_format(context->arena, "\n%s\nTahun %s", subject->letterhead.region_name,
		row_text(&subject->cycle, 0, "year")));
}

static void
compose_foreword(struct context *context, const struct issue_subject *subject,
    const struct texts *texts, struct document_model *report)
{
	chapter(report, "Kata pengantar");
	compose_paragraphs(report, texts->foreword);
	letterhead_sign(report, compose(report, BLOCK_SIGNATURES, ""), &subject->letterhead,
	    letterhead_dated(context, &subject->letterhead));
}

static void
compose_introduction(struct context *context, const struct issue_subject *subject,
    const struct texts *texts, struct document_model *report)
{
	chapter(report, "Bab I  Pendahuluan");
	heading(report, 2, "A. Latar belakang");
	compose(report, BLOCK_PARAGRAPH,
	    arena_format(context->arena,
		"Penilaian mandiri kematangan organisasi mengukur tata laksana, "
		"budaya organisasi dan inovasi setiap perangkat daerah melalui "
		"%zu variabel yang masing-masing terdiri atas lima tingkat. Setiap "
		"tingkat dibuktikan dengan dokumen data dukung yang diverifikasi "
		"oleh Tim Pelaksana%s.",
		subject->results.variable_count,
		subject->results.province_tier ? " dan divalidasi oleh provinsi" : ""));
	heading(report, 2, "B. Dasar");
	compose_numbered(report, texts->basis);
	heading(report, 2, "C. Maksud dan tujuan");
	compose(report, BLOCK_PARAGRAPH,
	    "Kegiatan ini dimaksudkan untuk "
	    "mengetahui tingkat kematangan setiap perangkat daerah dan tingkat "
	    "kematangan organisasi daerah, serta menghasilkan rekomendasi "
	    "perbaikan yang dapat ditindaklanjuti.");
	heading(report, 2, "D. Tim Pelaksana");
	compose_numbered(report, texts->team);
}

/* "21 November 2026 – 23 November 2026", or what there is of it. */
static const char *
kept(struct context *context, const struct issue_subject *subject, const char *from,
    const char *until)
{
	const char *first = words_day_of(context->arena, from, subject->letterhead.zone);
	const char *last = words_day_of(context->arena, until, subject->letterhead.zone);

	if (*first == '\0')
		first = last;
	if (*last == '\0' || strcmp(first, last) == 0)
		return report_or_else(first, "belum");
	return arena_format(context->arena, "%s s.d. %s", first, last);
}

/* What each step leaves behind says when it really was. */
static const char *
step_kept(struct context *context, const struct issue_subject *subject, const struct rows *rows,
    int64_t step)
{
	static const char *const columns[][2] = {
		[3] = { "notified_from", "notified_until" },
		[4] = { "filled_from", "filled_until" },
		[5] = { "verified_from", "verified_until" },
		[6] = { "signed_from", "signed_until" },
	};
	const char *opened = row_text(&subject->cycle, 0, "opened_at");
	const char *reported = row_text(&subject->cycle, 0, "reported_at");

	if (step < 3)
		return kept(context, subject, "", opened);
	if (step > 6)
		return kept(context, subject, "", reported);
	return kept(context, subject, row_text(rows, 0, columns[step][0]),
	    row_text(rows, 0, columns[step][1]));
}

static int
report_compose_schedule(struct context *context, const struct issue_subject *subject,
    struct document_model *report)
{
	struct block *table;
	struct rows steps, done;
	int result = db_select(context->db, &steps, STATEMENT_PAPER_STEPS,
	    db_int(subject->cycle_id));

	if (result >= 0)
		result = db_select(context->db, &done, STATEMENT_PAPER_KEPT,
		    db_int(subject->cycle_id));
	if (result < 0)
		return result;
	heading(report, 2, "A. Jadwal");
	table = compose(report, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Kegiatan", 22, ALIGN_LEFT);
	compose_column(table, "Rencana", 40, ALIGN_LEFT);
	compose_column(table, "Pelaksanaan", 33, ALIGN_LEFT);
	for (size_t row = 0; row < steps.count; row++) {
		int64_t step = row_int(&steps, row, "step");

		compose_row(report, table, cell_number(context->arena, step), step_name((int)step),
		    words_period(context->arena, row_text(&steps, row, "planned_from"),
			row_text(&steps, row, "planned_until")),
		    step_kept(context, subject, &done, step));
	}
	return 0;
}

/* 0 or a status. */
static int
compose_progress(struct context *context, const struct issue_subject *subject,
    struct document_model *report)
{
	struct progress progress;
	int status = chart_progress(context, &subject->results, &progress);

	if (status == 0 && progress.count > 0)
		chart_record_progress(report, &progress);
	return status;
}

static void
compose_participation(struct context *context, const struct issue_subject *subject,
    struct document_model *report)
{
	const struct results *results = &subject->results;
	size_t received = 0;

	for (size_t at = 0; at < results->count; at++)
		received += results->agencies[at].state >= STATE_RECEIVED;
	heading(report, 2, "B. Keikutsertaan");
	compose(report, BLOCK_PARAGRAPH,
	    arena_format(context->arena,
		"Dari %zu "
		"perangkat daerah, %zu sudah dinilai sampai tahap akhir dan %zu "
		"sudah menyerahkan kuesioner yang ditandatangani kepala perangkat "
		"daerah.",
		results->count, results->assessed, received));
}

static void
compose_heat(struct document_model *report, const struct heat *heat)
{
	struct heat part;

	for (size_t number = 0; heat_part(report->arena, heat, number, &part); number++)
		chart_record_heat(report, &part);
}

static const char *
average_words(struct arena *arena, const struct results *results)
{
	return results->average_assessed == AVERAGE_ABSENT ?
	    "belum ada" :
	    arena_format(arena, "%s (%s)", words_tenths(arena, results->average_assessed),
		results->category->name);
}

static void
compose_then_and_now(struct document_model *report, const struct results *then,
    const struct results *now)
{
	struct arena *arena = report->arena;
	struct block *table;

	compose(report, BLOCK_PARAGRAPH,
	    arena_format(arena,
		"Rata-rata "
		"perangkat daerah yang dinilai tahun %lld: %s; tahun %lld: %s.",
		(long long)then->year, average_words(arena, then), (long long)now->year,
		average_words(arena, now)));
	table = compose(report, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Perangkat daerah", 55, ALIGN_LEFT);
	compose_column(table, arena_format(arena, "Akhir %lld", (long long)then->year), 15,
	    ALIGN_CENTRE);
	compose_column(table, arena_format(arena, "Akhir %lld", (long long)now->year), 15,
	    ALIGN_CENTRE);
	compose_column(table, "Selisih", 15, ALIGN_CENTRE);
	for (size_t at = 0; at < now->count; at++) {
		const struct agency_results *agency = &now->agencies[at];
		const struct agency_results *before = results_agency(then, agency->agency_id);
		int score = before != NULL ? before->final : SCORE_ABSENT;
		int change;

		compose_row(report, table, cell_number(arena, (int64_t)at + 1), agency->name,
		    cell_number(arena, score), cell_number(arena, agency->final),
		    score_change(score, agency->final, &change) ? words_change(arena, change) : "");
	}
}

/* Nothing in a region's first year. */
static void
compose_before(const struct issue_subject *subject, const struct region_charts *charts,
    struct document_model *report)
{
	if (charts->before == NULL)
		return;
	heading(report, 2, "D. Perbandingan dengan periode sebelumnya");
	compose_then_and_now(report, charts->before, &subject->results);
	chart_record_trend(report, &charts->trend);
}

/* 0 or a status. */
static int
compose_results(struct context *context, const struct issue_subject *subject,
    struct document_model *report)
{
	const struct results *results = &subject->results;
	struct region_charts charts;
	int status = charts_of_region(context, results, false, &charts);

	if (status != 0)
		return status;
	chapter(report, "Bab III  Hasil");
	heading(report, 2,
	    "A. Nilai dan tingkat kematangan organisasi "
	    "daerah");
	compose_summary(report, results);
	compose_distribution(report, results);
	if (results->assessed > 0)
		chart_record_distribution(report, &charts.distribution);
	heading(report, 2, "B. Nilai dan tingkat kematangan perangkat daerah");
	compose_agencies(report, results, "");
	heading(report, 2, "C. Hasil tiap variabel");
	compose_variables(report, results);
	if (results->assessed > 0)
		compose_heat(report, &charts.heat);
	compose_before(subject, &charts, report);
	return 0;
}

/* The variables with the lowest average come first: there is most to gain. */
static const struct variable_results *
weakest(const struct results *results, const bool *named)
{
	const struct variable_results *found = NULL;

	for (size_t at = 0; at < results->variable_count && at < 60; at++)
		if (!named[at] && results->variables[at].final_tenths > 0 &&
		    (found == NULL || results->variables[at].final_tenths < found->final_tenths))
			found = &results->variables[at];
	return found;
}

static void
compose_weakest(struct document_model *report, const struct results *results)
{
	bool named[60] = { false };
	struct block *list;
	const struct variable_results *variable = weakest(results, named);

	if (variable == NULL)
		return;
	compose(report, BLOCK_PARAGRAPH,
	    "Variabel dengan rata-rata paling "
	    "rendah, yang perlu didahulukan:");
	list = compose(report, BLOCK_LIST, "");
	for (int count = 1; count <= 3 && variable != NULL; count++) {
		compose_row(report, list, arena_format(report->arena, "%d.", count),
		    arena_format(report->arena, "%s (rata-rata %s)", variable->name,
			words_tenths(report->arena, variable->final_tenths)));
		named[variable - results->variables] = true;
		variable = weakest(results, named);
	}
}

static int
compose_recommendations(struct context *context, const struct issue_subject *subject,
    struct document_model *report)
{
	bool tier = subject->results.province_tier;
	struct block *table;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_RECOMMENDATIONS,
	    db_int(subject->cycle_id));

	if (result < 0)
		return result;
	chapter(report,
	    "Lampiran 2  Rekomendasi perbaikan tiap perangkat "
	    "daerah");
	table = compose(report, BLOCK_TABLE, "");
	compose_column(table, "Perangkat daerah", 20, ALIGN_LEFT);
	compose_column(table, "Variabel", 36, ALIGN_LEFT);
	compose_column(table, "Tingkat", 9, ALIGN_CENTRE);
	compose_column(table, "Rekomendasi", 35, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++) {
		const char *province = row_text(&rows, row, "province_recommendation");

		compose_row(report, table, row_text(&rows, row, "name"),
		    arena_format(context->arena, "%s. %s", row_text(&rows, row, "number"),
			row_text(&rows, row, "variable_name")),
		    cell_level(row_int(&rows, row,
			tier && !row_null(&rows, row, "province_level") ? "province_level" :
									  "city_level")),
		    tier && *province != '\0' ? province :
						row_text(&rows, row, "city_recommendation"));
	}
	return 0;
}

int
make_report(struct context *context, const struct issue_subject *subject,
    struct document_model *report)
{
	const struct results *results = &subject->results;
	struct texts texts;
	int result = load_texts(context, subject, &texts);

	if (result < 0)
		return result;
	letterhead_compose(context, &subject->letterhead,
	    arena_format(context->arena,
		"Laporan kegiatan penilaian mandiri "
		"kematangan organisasi %s tahun %s",
		subject->letterhead.region_name, row_text(&subject->cycle, 0, "year")),
	    NULL, report);
	compose_cover(context, subject, report);
	compose_foreword(context, subject, &texts, report);
	compose(report, BLOCK_PAGE, "");
	compose(report, BLOCK_TITLE, "Daftar isi");
	compose(report, BLOCK_CONTENTS, "");
	compose_introduction(context, subject, &texts, report);
	chapter(report, "Bab II  Pelaksanaan");
	result = report_compose_schedule(context, subject, report);
	if (result != 0)
		return result;
	result = db_stop(context->db, compose_progress(context, subject, report));
	if (result != 0)
		return result;
	compose_participation(context, subject, report);
	result = db_stop(context->db, compose_results(context, subject, report));
	if (result != 0)
		return result;
	chapter(report, "Bab IV  Rekomendasi dan penutup");
	heading(report, 2, "A. Rekomendasi");
	compose_weakest(report, results);
	if (*texts.recommendation != '\0')
		compose_numbered(report, texts.recommendation);
	heading(report, 2, "B. Penutup");
	compose(report, BLOCK_PARAGRAPH,
	    "Demikian laporan ini disusun sebagai "
	    "pertanggungjawaban kegiatan. Hasil dan rekomendasi setiap "
	    "perangkat daerah terdapat dalam lampiran.");
	letterhead_sign(report, compose(report, BLOCK_SIGNATURES, ""), &subject->letterhead,
	    letterhead_dated(context, &subject->letterhead));
	chapter(report,
	    "Lampiran 1  Tingkat akhir tiap perangkat daerah dan "
	    "variabel");
	compose_matrix(context, subject, report, "");
	return compose_recommendations(context, subject, report);
}

/* ---- the team's own words ------------------------------------------------- */

static void
report_fill_texts(struct context *context, const struct issue_subject *subject,
    const struct texts *texts)
{
	fill_row(page_node(&context->page, "Cycle"), &subject->cycle, 0);
	cycle_steps_fill(context, subject->kept);
	fill_value(context, FOREWORD, texts->foreword);
	fill_value(context, BASIS, texts->basis);
	fill_value(context, TEAM, texts->team);
	fill_value(context, RECOMMENDATION, texts->recommendation);
	page_set_int(&context->page, "Form.value.version", texts->version);
}

int
edit_report(struct context *context)
{
	struct issue_subject subject = { .assessment = NULL };
	struct texts texts;
	int status = subject_load(context, context->keys[0], &subject);

	if (status == 0)
		status = context_status(context, load_texts(context, &subject, &texts));
	if (status != 0)
		return status;
	context->form.fields = report_fields;
	report_fill_texts(context, &subject, &texts);
	return context_show(context, "paper/report");
}

static int
report_save(struct db *db, void *argument)
{
	const struct issue_subject *subject = ((void **)argument)[1];
	struct context *context = ((void **)argument)[0];
	struct form *form = &context->form;
	int result = db_run(db, STATEMENT_PAPER_REPORT_BEGIN, db_int(subject->cycle_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_PAPER_REPORT_SAVE, db_text(form_text(form, FOREWORD)),
		    db_text(form_text(form, BASIS)), db_text(form_text(form, TEAM)),
		    db_text(form_text(form, RECOMMENDATION)), db_int(subject->cycle_id),
		    db_int(form_number(form, VERSION)));
	if (result == 0)
		return context_stop(context, 409,
		    "Naskah laporan ini sudah berubah sejak halaman ini ditampilkan. Salin yang "
		    "Anda tulis, muat ulang halamannya, lalu gabungkan.");
	return result < 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "cycle",
		    .account_id = context->actor.account_id,
		    .region_id = subject->letterhead.region_id,
		    .subject_id = subject->cycle_id,
		    .to = "naskah laporan kegiatan" });
}

static int
report_show_errors(struct context *context, const struct issue_subject *subject)
{
	fill_row(page_node(&context->page, "Cycle"), &subject->cycle, 0);
	cycle_steps_fill(context, subject->kept);
	return context_show_errors(context, "paper/report");
}

int
save_report(struct context *context)
{
	struct issue_subject subject = { .assessment = NULL };
	int status = subject_load(context, context->keys[0], &subject);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return report_show_errors(context, &subject);
	status = context_status(context,
	    db_txn(context->db, report_save, (void *[]){ context, &subject }));
	return status != 0 ?
	    status :
	    context_redirect(context, "/paper/cycle/%lld?done=saved", (long long)subject.cycle_id);
}
