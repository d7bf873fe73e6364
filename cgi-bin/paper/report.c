/* SPDX-License-Identifier: ISC */
#include "paper/recap.h"

#include <string.h>

#include "rules/workflow.h"
#include "document/chart.h"
#include "document/chart_record.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

/*
 * Laporan Kegiatan, the product of step 7 (source 002).  The figures and the
 * dates come from the database; what the team says in its own words it writes
 * in a form, and where it wrote nothing stand the usual words.
 */

enum { FOREWORD, BASIS, TEAM, RECOMMENDATION, VERSION };
const struct field report_fields[] = {
	[FOREWORD] = { "foreword", FIELD_LINES, "Kata pengantar",
	    .max = 6000 },
	[BASIS] = { "basis", FIELD_LINES, "Dasar", .max = 6000 },
	[TEAM] = { "team", FIELD_LINES, "Tim Pelaksana", .max = 6000 },
	[RECOMMENDATION] = { "recommendation", FIELD_LINES, "Rekomendasi",
	    .max = 10000 },
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 0,
	    .max = INT32_MAX },
	{ NULL }
};

struct texts {
	const char *foreword, *basis, *team, *recommendation;
	int64_t version;
};

static const char *
or_else(const char *text, const char *otherwise)
{
	return *text != '\0' ? text : otherwise;
}

static const char *
usual_foreword(struct visit *visit, const struct matter *matter)
{
	return arena_format(visit->arena, "Puji syukur kami panjatkan ke "
	    "hadirat Tuhan Yang Maha Esa karena penilaian mandiri kematangan "
	    "organisasi perangkat daerah di lingkungan %s tahun %s telah "
	    "terlaksana.\nLaporan ini memuat pelaksanaan kegiatan, hasil "
	    "penilaian setiap perangkat daerah, dan rekomendasi perbaikannya, "
	    "sebagai bahan pimpinan dalam membina dan mengendalikan penataan "
	    "perangkat daerah.\nKepada semua pihak yang telah membantu "
	    "disampaikan terima kasih.", matter->letterhead.government,
	    row_text(&matter->cycle, 0, "year"));
}

static int
usual_team(struct visit *visit, const struct matter *matter,
    const char **team)
{
	struct buffer lines = { .arena = visit->arena };
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PAPER_TEAM,
	    db_int(matter->letterhead.region_id));

	if (result < 0)
		return result;
	buffer_text(&lines, "");
	for (size_t row = 0; row < rows.count; row++) {
		const char *office = row_text(&rows, row, "office");

		buffer_format(&lines, "%s%s%s%s", row > 0 ? "\n" : "",
		    row_text(&rows, row, "full_name"), *office != '\0' ?
		    " – " : "", office);
	}
	*team = lines.bytes;
	return 0;
}

/* As written, or the usual words.  0, or enum db_error. */
static int
load_texts(struct visit *visit, const struct matter *matter,
    struct texts *texts)
{
	struct rows rows;
	const char *team = "";
	int result = db_select(visit->db, &rows, STATEMENT_PAPER_REPORT_TEXTS,
	    db_int(matter->cycle_id));
	bool written = result > 0;

	if (result >= 0)
		result = usual_team(visit, matter, &team);
	if (result < 0)
		return result;
	texts->foreword = or_else(written ? row_text(&rows, 0, "foreword") :
	    "", usual_foreword(visit, matter));
	texts->basis = or_else(written ? row_text(&rows, 0, "basis") : "",
	    matter_basis(visit->arena, matter));
	texts->team = or_else(written ? row_text(&rows, 0, "team") : "", team);
	texts->recommendation = written ? row_text(&rows, 0,
	    "recommendation") : "";
	texts->version = written ? row_int(&rows, 0, "version") : 0;
	return 0;
}

/* The next line of a text, or NULL. */
static const char *
next_line(struct arena *arena, const char **text)
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
compose_paragraphs(struct composition *report, const char *text)
{
	const char *line;

	while ((line = next_line(report->arena, &text)) != NULL)
		if (*line != '\0')
			compose(report, BLOCK_PARAGRAPH, line);
}

static void
compose_numbered(struct composition *report, const char *text)
{
	struct block *list = compose(report, BLOCK_LIST, "");
	const char *line;
	int number = 0;

	while ((line = next_line(report->arena, &text)) != NULL)
		if (*line != '\0')
			compose_row(report, list, arena_format(report->arena,
			    "%d.", ++number), line);
}

static void
heading(struct composition *report, int level, const char *text)
{
	compose(report, BLOCK_HEADING, text)->level = level;
}

static void
chapter(struct composition *report, const char *text)
{
	compose(report, BLOCK_PAGE, "");
	heading(report, 1, text);
}

static void
compose_cover(struct visit *visit, const struct matter *matter,
    struct composition *report)
{
	struct block *title = compose(report, BLOCK_TITLE, "Laporan kegiatan\n"
	    "penilaian mandiri kematangan\norganisasi daerah");

	title->level = 1;
	compose_row(report, title, arena_format(visit->arena, "\n%s\nTahun %s",
	    matter->letterhead.region_name, row_text(&matter->cycle, 0,
	    "year")));
}

static void
compose_foreword(struct visit *visit, const struct matter *matter,
    const struct texts *texts, struct composition *report)
{
	chapter(report, "Kata pengantar");
	compose_paragraphs(report, texts->foreword);
	letterhead_sign(report, compose(report, BLOCK_SIGNATURES, ""),
	    &matter->letterhead, letterhead_dated(visit,
	    &matter->letterhead));
}

static void
compose_introduction(struct visit *visit, const struct matter *matter,
    const struct texts *texts, struct composition *report)
{
	chapter(report, "Bab I  Pendahuluan");
	heading(report, 2, "A. Latar belakang");
	compose(report, BLOCK_PARAGRAPH, arena_format(visit->arena,
	    "Penilaian mandiri kematangan organisasi mengukur tata laksana, "
	    "budaya organisasi dan inovasi setiap perangkat daerah melalui "
	    "%zu variabel yang masing-masing terdiri atas lima tingkat. Setiap "
	    "tingkat dibuktikan dengan dokumen data dukung yang diverifikasi "
	    "oleh Tim Pelaksana%s.", matter->figures.variable_count,
	    matter->figures.province_tier ? " dan divalidasi oleh provinsi" :
	    ""));
	heading(report, 2, "B. Dasar");
	compose_numbered(report, texts->basis);
	heading(report, 2, "C. Maksud dan tujuan");
	compose(report, BLOCK_PARAGRAPH, "Kegiatan ini dimaksudkan untuk "
	    "mengetahui tingkat kematangan setiap perangkat daerah dan tingkat "
	    "kematangan organisasi daerah, serta menghasilkan rekomendasi "
	    "perbaikan yang dapat ditindaklanjuti.");
	heading(report, 2, "D. Tim Pelaksana");
	compose_numbered(report, texts->team);
}

/* "21 November 2026 – 23 November 2026", or what there is of it. */
static const char *
kept(struct visit *visit, const struct matter *matter, const char *from,
    const char *until)
{
	const char *first = words_day_of(visit->arena, from, matter->letterhead.zone);
	const char *last = words_day_of(visit->arena, until, matter->letterhead.zone);

	if (*first == '\0')
		first = last;
	if (*last == '\0' || strcmp(first, last) == 0)
		return or_else(first, "belum");
	return arena_format(visit->arena, "%s s.d. %s", first, last);
}

/* What each step leaves behind says when it really was. */
static const char *
step_kept(struct visit *visit, const struct matter *matter,
    const struct rows *rows, int64_t step)
{
	static const char *const columns[][2] = {
		[3] = { "told_from", "told_until" },
		[4] = { "filled_from", "filled_until" },
		[5] = { "verified_from", "verified_until" },
		[6] = { "signed_from", "signed_until" },
	};
	const char *opened = row_text(&matter->cycle, 0, "opened_at");
	const char *reported = row_text(&matter->cycle, 0, "reported_at");

	if (step < 3)
		return kept(visit, matter, "", opened);
	if (step > 6)
		return kept(visit, matter, "", reported);
	return kept(visit, matter, row_text(rows, 0, columns[step][0]),
	    row_text(rows, 0, columns[step][1]));
}

static int
compose_schedule(struct visit *visit, const struct matter *matter,
    struct composition *report)
{
	struct block *table;
	struct rows steps, done;
	int result = db_select(visit->db, &steps, STATEMENT_PAPER_STEPS,
	    db_int(matter->cycle_id));

	if (result >= 0)
		result = db_select(visit->db, &done, STATEMENT_PAPER_KEPT,
		    db_int(matter->cycle_id));
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

		compose_row(report, table, cell_number(visit->arena, step),
		    step_name((int)step), words_period(visit->arena,
		    row_text(&steps, row, "planned_from"), row_text(&steps,
		    row, "planned_until")), step_kept(visit, matter, &done,
		    step));
	}
	return 0;
}

/* 0 or a status. */
static int
compose_progress(struct visit *visit, const struct matter *matter,
    struct composition *report)
{
	struct progress progress;
	int status = chart_progress(visit, &matter->figures, &progress);

	if (status == 0 && progress.count > 0)
		plate_progress(report, &progress);
	return status;
}

static void
compose_participation(struct visit *visit, const struct matter *matter,
    struct composition *report)
{
	const struct figures *figures = &matter->figures;
	size_t received = 0;

	for (size_t at = 0; at < figures->count; at++)
		received += figures->agencies[at].state >= STATE_RECEIVED;
	heading(report, 2, "B. Keikutsertaan");
	compose(report, BLOCK_PARAGRAPH, arena_format(visit->arena, "Dari %zu "
	    "perangkat daerah, %zu sudah dinilai sampai tahap akhir dan %zu "
	    "sudah menyerahkan kuesioner yang ditandatangani kepala perangkat "
	    "daerah.", figures->count, figures->assessed, received));
}

static void
compose_heat(struct composition *report, const struct heat *heat)
{
	struct heat part;

	for (size_t number = 0; heat_part(report->arena, heat, number, &part);
	    number++)
		plate_heat(report, &part);
}

static const char *
average_words(struct arena *arena, const struct figures *figures)
{
	return figures->average_assessed == AVERAGE_ABSENT ? "belum ada" :
	    arena_format(arena, "%s (%s)", words_tenths(arena,
	    figures->average_assessed), figures->category->name);
}

static void
compose_then_and_now(struct composition *report, const struct figures *then,
    const struct figures *now)
{
	struct arena *arena = report->arena;
	struct block *table;

	compose(report, BLOCK_PARAGRAPH, arena_format(arena, "Rata-rata "
	    "perangkat daerah yang dinilai tahun %lld: %s; tahun %lld: %s.",
	    (long long)then->year, average_words(arena, then),
	    (long long)now->year, average_words(arena, now)));
	table = compose(report, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Perangkat daerah", 55, ALIGN_LEFT);
	compose_column(table, arena_format(arena, "Akhir %lld",
	    (long long)then->year), 15, ALIGN_CENTRE);
	compose_column(table, arena_format(arena, "Akhir %lld",
	    (long long)now->year), 15, ALIGN_CENTRE);
	compose_column(table, "Selisih", 15, ALIGN_CENTRE);
	for (size_t at = 0; at < now->count; at++) {
		const struct agency_figures *agency = &now->agencies[at];
		const struct agency_figures *before = figures_agency(then,
		    agency->agency_id);
		int score = before != NULL ? before->final : SCORE_ABSENT;
		int change;

		compose_row(report, table, cell_number(arena,
		    (int64_t)at + 1), agency->name, cell_number(arena, score),
		    cell_number(arena, agency->final), score_change(score,
		    agency->final, &change) ? words_change(arena, change) :
		    "");
	}
}

/* Nothing in a region's first year.  0 or a status. */
static int
compose_before(struct visit *visit, const struct matter *matter,
    const struct trend *trend, struct composition *report)
{
	struct figures before;
	struct rows rows;
	int status, result = db_select(visit->db, &rows,
	    STATEMENT_REPORT_CYCLE_BEFORE, db_int(matter->figures.region_id),
	    db_int(matter->figures.year));

	if (result <= 0)
		return visit_status(visit, result);
	status = figures_load(visit, row_int(&rows, 0, "id"), &before);
	if (status != 0)
		return status;
	heading(report, 2, "D. Perbandingan dengan periode sebelumnya");
	compose_then_and_now(report, &before, &matter->figures);
	if (trend->count > 1)
		plate_trend(report, trend);
	return 0;
}

/* 0 or a status. */
static int
compose_results(struct visit *visit, const struct matter *matter,
    struct composition *report)
{
	const struct figures *figures = &matter->figures;
	struct region_charts charts;
	int status = charts_of_region(visit, figures, false, &charts);

	if (status != 0)
		return status;
	chapter(report, "Bab III  Hasil");
	heading(report, 2, "A. Nilai dan tingkat kematangan organisasi "
	    "daerah");
	compose_summary(report, figures);
	compose_distribution(report, figures);
	if (figures->assessed > 0)
		plate_distribution(report, &charts.distribution);
	heading(report, 2, "B. Nilai dan tingkat kematangan perangkat daerah");
	compose_agencies(report, figures, "");
	heading(report, 2, "C. Hasil tiap variabel");
	compose_variables(report, figures);
	if (figures->assessed > 0)
		compose_heat(report, &charts.heat);
	return compose_before(visit, matter, &charts.trend, report);
}

/* The variables with the lowest average come first: there is most to gain. */
static const struct variable_figures *
weakest(const struct figures *figures, const bool *named)
{
	const struct variable_figures *found = NULL;

	for (size_t at = 0; at < figures->variable_count && at < 60; at++)
		if (!named[at] && figures->variables[at].final_tenths > 0 &&
		    (found == NULL || figures->variables[at].final_tenths <
		    found->final_tenths))
			found = &figures->variables[at];
	return found;
}

static void
compose_weakest(struct composition *report, const struct figures *figures)
{
	bool named[60] = { false };
	struct block *list;
	const struct variable_figures *variable = weakest(figures, named);

	if (variable == NULL)
		return;
	compose(report, BLOCK_PARAGRAPH, "Variabel dengan rata-rata paling "
	    "rendah, yang perlu didahulukan:");
	list = compose(report, BLOCK_LIST, "");
	for (int count = 1; count <= 3 && variable != NULL; count++) {
		compose_row(report, list, arena_format(report->arena, "%d.",
		    count), arena_format(report->arena, "%s (rata-rata %s)",
		    variable->name, words_tenths(report->arena,
		    variable->final_tenths)));
		named[variable - figures->variables] = true;
		variable = weakest(figures, named);
	}
}

static int
compose_recommendations(struct visit *visit, const struct matter *matter,
    struct composition *report)
{
	bool tier = matter->figures.province_tier;
	struct block *table;
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_PAPER_RECOMMENDATIONS, db_int(matter->cycle_id));

	if (result < 0)
		return result;
	chapter(report, "Lampiran 2  Rekomendasi perbaikan tiap perangkat "
	    "daerah");
	table = compose(report, BLOCK_TABLE, "");
	compose_column(table, "Perangkat daerah", 20, ALIGN_LEFT);
	compose_column(table, "Variabel", 36, ALIGN_LEFT);
	compose_column(table, "Tingkat", 9, ALIGN_CENTRE);
	compose_column(table, "Rekomendasi", 35, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++) {
		const char *province = row_text(&rows, row,
		    "province_recommendation");

		compose_row(report, table, row_text(&rows, row, "name"),
		    arena_format(visit->arena, "%s. %s", row_text(&rows, row,
		    "number"), row_text(&rows, row, "variable_name")),
		    row_text(&rows, row, tier && !row_null(&rows, row,
		    "province_level") ? "province_level" : "city_level"),
		    tier && *province != '\0' ? province : row_text(&rows,
		    row, "city_recommendation"));
	}
	return 0;
}

int
make_report(struct visit *visit, const struct matter *matter,
    struct composition *report)
{
	const struct figures *figures = &matter->figures;
	struct texts texts;
	int result = load_texts(visit, matter, &texts);

	if (result < 0)
		return result;
	letterhead_compose(visit, &matter->letterhead,
	    arena_format(visit->arena, "Laporan kegiatan penilaian mandiri "
	    "kematangan organisasi %s tahun %s",
	    matter->letterhead.region_name, row_text(&matter->cycle, 0,
	    "year")), NULL, report);
	compose_cover(visit, matter, report);
	compose_foreword(visit, matter, &texts, report);
	compose(report, BLOCK_PAGE, "");
	compose(report, BLOCK_TITLE, "Daftar isi");
	compose(report, BLOCK_CONTENTS, "");
	compose_introduction(visit, matter, &texts, report);
	chapter(report, "Bab II  Pelaksanaan");
	result = compose_schedule(visit, matter, report);
	if (result != 0)
		return result;
	result = compose_progress(visit, matter, report);
	if (result != 0)
		return result;
	compose_participation(visit, matter, report);
	result = compose_results(visit, matter, report);
	if (result != 0)
		return result;
	chapter(report, "Bab IV  Rekomendasi dan penutup");
	heading(report, 2, "A. Rekomendasi");
	compose_weakest(report, figures);
	if (*texts.recommendation != '\0')
		compose_numbered(report, texts.recommendation);
	heading(report, 2, "B. Penutup");
	compose(report, BLOCK_PARAGRAPH, "Demikian laporan ini disusun sebagai "
	    "pertanggungjawaban kegiatan. Hasil dan rekomendasi setiap "
	    "perangkat daerah terdapat dalam lampiran.");
	letterhead_sign(report, compose(report, BLOCK_SIGNATURES, ""),
	    &matter->letterhead, letterhead_dated(visit,
	    &matter->letterhead));
	chapter(report, "Lampiran 1  Tingkat akhir tiap perangkat daerah dan "
	    "variabel");
	result = compose_matrix(visit, matter, report, "");
	return result != 0 ? result : compose_recommendations(visit, matter,
	    report);
}

/* ---- the team's own words ------------------------------------------------- */

static void
fill_texts(struct visit *visit, const struct matter *matter,
    const struct texts *texts)
{
	fill_row(page_node(&visit->page, "Cycle"), &matter->cycle, 0);
	fill_value(visit, FOREWORD, texts->foreword);
	fill_value(visit, BASIS, texts->basis);
	fill_value(visit, TEAM, texts->team);
	fill_value(visit, RECOMMENDATION, texts->recommendation);
	page_set_int(&visit->page, "Form.value.version", texts->version);
}

int
edit_report(struct visit *visit)
{
	struct matter matter = { .assessment = NULL };
	struct texts texts;
	int status = matter_load(visit, visit->keys[0], &matter);

	if (status == 0)
		status = visit_status(visit, load_texts(visit, &matter,
		    &texts));
	if (status != 0)
		return status;
	visit->form.fields = report_fields;
	fill_texts(visit, &matter, &texts);
	return visit_show(visit, "paper/report");
}

static int
save(struct db *db, void *argument)
{
	const struct matter *matter = ((void **)argument)[1];
	struct visit *visit = ((void **)argument)[0];
	struct form *form = &visit->form;
	int result = db_run(db, STATEMENT_PAPER_REPORT_BEGIN,
	    db_int(matter->cycle_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_PAPER_REPORT_SAVE,
		    db_text(form_text(form, FOREWORD)),
		    db_text(form_text(form, BASIS)),
		    db_text(form_text(form, TEAM)),
		    db_text(form_text(form, RECOMMENDATION)),
		    db_int(matter->cycle_id),
		    db_int(form_number(form, VERSION)));
	if (result == 0)
		return visit_refuse(visit, 409, "Naskah laporan ini baru saja "
		    "diubah orang lain. Salin isian Anda, muat ulang "
		    "halamannya, lalu gabungkan.");
	return result < 0 ? result : history_add(db, &(struct change){
	    .subject = "cycle", .account_id = visit->actor.account_id,
	    .region_id = matter->letterhead.region_id,
	    .subject_id = matter->cycle_id,
	    .to = "naskah laporan kegiatan" });
}

int
save_report(struct visit *visit)
{
	struct matter matter = { .assessment = NULL };
	int status = matter_load(visit, visit->keys[0], &matter);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form)) {
		fill_row(page_node(&visit->page, "Cycle"), &matter.cycle, 0);
		return visit_show_errors(visit, "paper/report");
	}
	status = visit_status(visit, db_txn(visit->db, save,
	    (void *[]){ visit, &matter }));
	return status != 0 ? status : visit_redirect(visit,
	    "/paper/cycle/%lld?done=saved", (long long)matter.cycle_id);
}
