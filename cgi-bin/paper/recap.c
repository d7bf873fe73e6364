/* SPDX-License-Identifier: ISC */
/*
 * Recap of what came out, of one agency and of all agencies of a region; its
 * parts are those of the activity report too (paper/recap.h).
 */
#include "paper/recap.h"

#include "rules/score.h"
#include "document/chart.h"
#include "document/chart_record.h"
#include "frame/words.h"
#include "base/banned.h"

/* Levels that the tiers have disclosed; the final one is that of the last tier. */
static int
disclosed_final(const struct issue_subject *subject, const struct rows *answers, size_t at)
{
	bool tier = subject->results.province_tier;

	return results_tier_disclosed(subject->assessment->state,
		   tier ? STATE_VALIDATED : STATE_VERIFIED) ?
	    level_final((int)row_int(answers, at, "city_level"),
		(int)row_int(answers, at, "province_level"), tier) :
	    LEVEL_ABSENT;
}

static int
disclosed_province(const struct issue_subject *subject, const struct rows *answers, size_t at)
{
	return results_tier_disclosed(subject->assessment->state, STATE_VALIDATED) ?
	    (int)row_int(answers, at, "province_level") :
	    LEVEL_ABSENT;
}

static void
compose_scores(struct document_model *score, const struct issue_subject *subject,
    const struct rows *answers, const struct agency_results *agency)
{
	bool tier = subject->results.province_tier;
	struct block *table = compose(score, BLOCK_TABLE, "");
	struct arena *arena = score->arena;

	number_column(table);
	compose_column(table, "Variabel", tier ? 50 : 60, ALIGN_LEFT);
	compose_column(table, "Mandiri", 11, ALIGN_CENTRE);
	compose_column(table, "Verifikasi", 12, ALIGN_CENTRE);
	if (tier)
		compose_column(table, "Validasi", 11, ALIGN_CENTRE);
	compose_column(table, "Akhir", 11, ALIGN_CENTRE);
	for (size_t at = 0; at <= answers->count; at++) {
		bool sum = at == answers->count;
		struct row *row = compose_line(score, table);

		row->total = sum;
		compose_cell(row, sum ? "" : row_text(answers, at, "number"));
		compose_cell(row, sum ? "Total skor" : row_text(answers, at, "name"));
		compose_cell(row,
		    sum ? cell_number(arena, agency->self) :
			  cell_level(row_int(answers, at, "self_level")));
		compose_cell(row,
		    sum ? cell_number(arena, agency->city) :
			  cell_level(row_int(answers, at, "city_level")));
		if (tier)
			compose_cell(row,
			    sum ? cell_number(arena, agency->province) :
				  cell_level(disclosed_province(subject, answers, at)));
		compose_cell(row,
		    sum ? cell_number(arena, agency->final) :
			  cell_level(disclosed_final(subject, answers, at)));
	}
}

static void
compose_opinion(struct document_model *score, const struct issue_subject *subject,
    const struct agency_results *agency)
{
	struct block *facts = compose(score, BLOCK_FACTS, "");

	compose_row(score, facts, "Hasil akhir",
	    agency->final != SCORE_ABSENT ? cell_number(score->arena, agency->final) :
					    "belum ditetapkan");
	compose_row(score, facts, "Kategori (jumlah skor)",
	    agency->category != NULL ? agency->category->name : "–");
	compose_row(score, facts, "Tingkat bertahap (variabel terendah)",
	    agency->staged != LEVEL_ABSENT ? words_roman(agency->staged) : "–");
	compose_row(score, facts, "Perubahan dari penilaian mandiri",
	    agency->has_change ? words_change(score->arena, agency->change) : "–");
	compose_row(score, facts, "Rata-rata daerah",
	    subject->results.average_assessed != AVERAGE_ABSENT ?
		words_tenths(score->arena, subject->results.average_assessed) :
		"–");
}

/* The levels that the tiers have disclosed, for pictures. */
struct disclosed {
	const char **variables;
	size_t count;
	int *self, *city, *province, *final;
};

static struct disclosed
recap_disclosed_levels(struct arena *arena, const struct issue_subject *subject,
    const struct rows *answers)
{
	size_t count = answers->count;
	struct disclosed disclosed = { .count = count,
		.variables = arena_array(arena, count + 1, sizeof(*disclosed.variables)),
		.self = arena_array(arena, 4 * count + 1, sizeof(*disclosed.self)) };
	bool city = results_tier_disclosed(subject->assessment->state, STATE_VERIFIED);

	disclosed.city = disclosed.self + count;
	disclosed.province = disclosed.city + count;
	disclosed.final = disclosed.province + count;
	for (size_t at = 0; at < count; at++) {
		disclosed.variables[at] = row_text(answers, at, "name");
		disclosed.self[at] = (int)row_int(answers, at, "self_level");
		disclosed.city[at] = city ? (int)row_int(answers, at, "city_level") : LEVEL_ABSENT;
		disclosed.province[at] = disclosed_province(subject, answers, at);
		disclosed.final[at] = disclosed_final(subject, answers, at);
	}
	return disclosed;
}

/* 0 or a status. */
static int
compose_radar(struct context *context, const struct issue_subject *subject,
    const struct disclosed *disclosed, struct document_model *score)
{
	struct radar radar = { .title = "Tingkat tiap variabel",
		.variables = disclosed->variables,
		.count = disclosed->count };
	struct chart_levels before;
	int status = chart_levels_before(context, subject->assessment, &before);

	if (status != 0)
		return status;
	radar_add(&radar, "Penilaian mandiri", INK_SELF, disclosed->self);
	radar_add(&radar, "Verifikasi", INK_CITY, disclosed->city);
	radar_add(&radar, "Validasi", INK_PROVINCE, disclosed->province);
	/* Variables are told by their number: another instrument may have
	 * others. */
	if (before.disclosed && before.count == disclosed->count)
		radar_add(&radar, arena_format(score->arena, "Akhir %lld", (long long)before.year),
		    INK_EARLIER, before.final);
	chart_record_radar(score, &radar);
	return 0;
}

static void
compose_ladder(struct document_model *score, const struct disclosed *disclosed)
{
	struct ladder ladder = { .title = "Tingkat menurut tiap pemeriksa",
		.variables = disclosed->variables,
		.count = disclosed->count };

	ladder_add(&ladder, "Penilaian mandiri", INK_SELF, disclosed->self);
	ladder_add(&ladder, "Verifikasi", INK_CITY, disclosed->city);
	ladder_add(&ladder, "Validasi", INK_PROVINCE, disclosed->province);
	if (ladder.series_count > 0)
		chart_record_ladder(score, &ladder);
}

static void
compose_change(struct document_model *score, const struct disclosed *disclosed)
{
	struct series before = { "Penilaian mandiri", INK_SELF, disclosed->self };
	struct series after = { "Hasil akhir", INK_CITY, disclosed->final };

	if (!score_sum(disclosed->self, disclosed->count).complete ||
	    !score_sum(disclosed->final, disclosed->count).complete)
		return;
	chart_record_bars(score,
	    &(struct bars){ .title = "Sebelum dan sesudah "
				     "diperiksa",
		.variables = disclosed->variables,
		.count = disclosed->count,
		.before = before,
		.after = after });
	chart_record_waterfall(score,
	    &(struct waterfall){ .title = "Dari penilaian "
					  "mandiri ke hasil akhir",
		.variables = disclosed->variables,
		.count = disclosed->count,
		.before = before,
		.after = after });
}

/* How far the assessment is: what the city decided is not what the province did. */
static const char *
score_status(const struct issue_subject *subject)
{
	const struct assessment *assessment = subject->assessment;

	return subject->results.province_tier &&
		!results_tier_disclosed(assessment->state, STATE_VALIDATED) ?
	    "Terverifikasi; menunggu validasi provinsi" :
	    state_name(assessment->state);
}

int
make_score(struct context *context, const struct issue_subject *subject,
    struct document_model *score)
{
	const struct agency_results *agency = subject_agency(subject);
	struct rows answers, head;
	struct block *title, *facts;
	struct disclosed disclosed;
	int result = db_select(context->db, &answers, STATEMENT_SIGNOFF_ANSWERS,
	    db_int(subject->assessment->id));

	if (result >= 0)
		result = db_select(context->db, &head, STATEMENT_SIGNOFF_HEAD,
		    db_int(subject->assessment->id));
	if (result < 0)
		return result;
	if (agency == NULL)
		return db_stop(context->db, 404);
	letterhead_compose(context, &subject->letterhead,
	    arena_format(context->arena, "Rekapitulasi hasil %s: %s",
		row_text(&subject->cycle, 0, "year"), agency->name),
	    agency->name, score);
	title = compose(score, BLOCK_TITLE,
	    "Rekapitulasi hasil penilaian\n"
	    "kematangan organisasi");
	compose_row(score, title,
	    arena_format(context->arena, "Tahun %s", row_text(&subject->cycle, 0, "year")));
	facts = compose(score, BLOCK_FACTS, "");
	compose_row(score, facts, "Perangkat daerah", agency->name);
	compose_row(score, facts, "Instrumen", row_text(&subject->cycle, 0, "instrument_name"));
	compose_row(score, facts, "Status penilaian", score_status(subject));
	compose_scores(score, subject, &answers, agency);
	compose_opinion(score, subject, agency);
	letterhead_sign_head(score, compose(score, BLOCK_SIGNATURES, ""),
	    letterhead_dated(context, &subject->letterhead),
	    arena_format(context->arena, "Mengetahui,\n%s", row_text(&head, 0, "head_title")),
	    row_text(&head, 0, "head_name"), row_text(&head, 0, "head_rank"),
	    row_text(&head, 0, "head_nip"));
	compose(score, BLOCK_PAGE, "");
	compose(score, BLOCK_HEADING, "Grafik")->level = 2;
	disclosed = recap_disclosed_levels(context->arena, subject, &answers);
	compose_ladder(score, &disclosed);
	result = db_stop(context->db, compose_radar(context, subject, &disclosed, score));
	if (result == 0)
		compose_change(score, &disclosed);
	return result;
}

/* ---- a region ------------------------------------------------------------- */

void
compose_summary(struct document_model *recap, const struct results *results)
{
	struct block *facts = compose(recap, BLOCK_FACTS, "");
	struct arena *arena = recap->arena;

	compose_row(recap, facts, "Perangkat daerah dinilai",
	    arena_format(arena, "%zu dari %zu", results->assessed, results->count));
	compose_row(recap, facts, "Rata-rata yang dinilai",
	    results->average_assessed == AVERAGE_ABSENT ?
		"–" :
		words_tenths(arena, results->average_assessed));
	if (results->average_all != results->average_assessed)
		compose_row(recap, facts,
		    "Rata-rata semua (yang belum "
		    "dinilai dihitung 0)",
		    results->average_all == AVERAGE_ABSENT ?
			"–" :
			words_tenths(arena, results->average_all));
	compose_row(recap, facts, "Kategori daerah",
	    results->category != NULL ? results->category->name : "–");
}

void
compose_distribution(struct document_model *recap, const struct results *results)
{
	struct block *table = compose(recap, BLOCK_TABLE, "Sebaran kategori");
	struct arena *arena = recap->arena;

	compose_column(table, "Kategori", 40, ALIGN_LEFT);
	compose_column(table, "Rentang skor", 30, ALIGN_CENTRE);
	compose_column(table, "Perangkat daerah", 30, ALIGN_CENTRE);
	for (size_t at = 0; at < results->category_count; at++) {
		const struct category *category = &results->categories[at];

		compose_row(recap, table, category->name,
		    arena_format(arena, "%s – %s", words_tenths(arena, category->min_tenths),
			words_tenths(arena, category->max_tenths)),
		    arena_format(arena, "%d", results->category_agencies[at]));
	}
}

void
compose_agencies(struct document_model *recap, const struct results *results, const char *caption)
{
	struct block *table = compose(recap, BLOCK_TABLE, caption);
	struct arena *arena = recap->arena;
	bool tier = results->province_tier;

	number_column(table);
	compose_column(table, "Perangkat daerah", tier ? 29 : 39, ALIGN_LEFT);
	compose_column(table, "Mandiri", 10, ALIGN_CENTRE);
	compose_column(table, "Verifikasi", 12, ALIGN_CENTRE);
	if (tier)
		compose_column(table, "Validasi", 10, ALIGN_CENTRE);
	compose_column(table, "Akhir", 8, ALIGN_CENTRE);
	compose_column(table, "Selisih", 9, ALIGN_CENTRE);
	compose_column(table, "Kategori", 11, ALIGN_LEFT);
	compose_column(table, "Tingkat bertahap", 11, ALIGN_CENTRE);
	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];
		struct row *row = compose_line(recap, table);

		compose_cell(row, cell_number(arena, (int64_t)at + 1));
		compose_cell(row, agency->name);
		compose_cell(row, cell_number(arena, agency->self));
		compose_cell(row, cell_number(arena, agency->city));
		if (tier)
			compose_cell(row, cell_number(arena, agency->province));
		compose_cell(row, cell_number(arena, agency->final));
		compose_cell(row, agency->has_change ? words_change(arena, agency->change) : "");
		compose_cell(row,
		    agency->category != NULL ? agency->category->name : "belum dinilai");
		compose_cell(row, words_roman(agency->staged));
	}
}

/* Final levels of each agency and variable, as the last tier told them. */
void
compose_matrix(struct context *context, const struct issue_subject *subject,
    struct document_model *recap, const char *caption)
{
	const struct results *results = &subject->results;
	struct block *table = compose(recap, BLOCK_TABLE, caption);

	number_column(table);
	compose_column(table, "Perangkat daerah", 32, ALIGN_LEFT);
	for (size_t at = 0; at < results->variable_count && at < CELLS_MAX - 3; at++)
		compose_column(table, cell_number(context->arena, results->variables[at].number), 5,
		    ALIGN_CENTRE);
	compose_column(table, "Σ", 7, ALIGN_CENTRE);
	for (size_t at = 0; at < results->count; at++) {
		const struct agency_results *agency = &results->agencies[at];
		bool whole = agency->final != SCORE_ABSENT;
		struct row *row = compose_line(recap, table);

		compose_cell(row, cell_number(context->arena, (int64_t)at + 1));
		compose_cell(row, agency->name);
		for (size_t one = 0; one < results->variable_count && one < CELLS_MAX - 3; one++)
			compose_cell(row, whole ? cell_level(agency->final_levels[one]) : "");
		compose_cell(row, cell_number(context->arena, agency->final));
	}
}

/* Average score of the self assessments of those that were assessed. */
static int
average_self(const struct results *results)
{
	int64_t sum = 0, count = 0;

	for (size_t at = 0; at < results->count; at++)
		if (results->agencies[at].final != SCORE_ABSENT &&
		    results->agencies[at].self != SCORE_ABSENT) {
			sum += results->agencies[at].self;
			count++;
		}
	return score_average(sum, count, ROUNDING_HALF_UP);
}

void
compose_variables(struct document_model *recap, const struct results *results)
{
	size_t count = results->variable_count;
	int *self = arena_array(recap->arena, 2 * count + 1, sizeof(*self));
	int *final = self + count;

	if (results->assessed == 0)
		return;
	for (size_t at = 0; at < count; at++) {
		self[at] = results->variables[at].self_tenths;
		final[at] = results->variables[at].final_tenths;
	}
	chart_record_bars(recap,
	    &(struct bars){ .title = "Rata-rata tingkat tiap "
				     "variabel",
		.averages = true,
		.variables = chart_variables(recap->arena, results),
		.count = count,
		.before = { "Penilaian mandiri", INK_SELF, self },
		.after = { "Hasil akhir", INK_CITY, final },
		.before_total = average_self(results),
		.after_total = results->average_assessed });
}

/* Figures of a year that is reported do not move any more. */
static const char *
recap_status(struct context *context, const struct issue_subject *subject)
{
	const char *reported = row_text(&subject->cycle, 0, "reported_at");

	return *reported != '\0' ?
	    arena_format(context->arena, "Hasil tetap, dilaporkan %s",
		words_day_of(context->arena, reported, subject->letterhead.zone)) :
	    arena_format(context->arena, "Hasil sementara per %s: penilaian belum dilaporkan",
		letterhead_today(context, &subject->letterhead));
}

int
make_recap(struct context *context, const struct issue_subject *subject,
    struct document_model *recap)
{
	struct block *title, *names;

	letterhead_compose(context, &subject->letterhead,
	    arena_format(context->arena, "Rekapitulasi hasil %s tahun %s",
		subject->letterhead.region_name, row_text(&subject->cycle, 0, "year")),
	    NULL, recap);
	title = compose(recap, BLOCK_TITLE,
	    "Rekapitulasi hasil penilaian\n"
	    "kematangan organisasi daerah");
	compose_row(recap, title,
	    arena_format(context->arena, "%s, tahun %s", subject->letterhead.region_name,
		row_text(&subject->cycle, 0, "year")));
	compose_row(recap, title, recap_status(context, subject));
	compose_summary(recap, &subject->results);
	compose_agencies(recap, &subject->results,
	    "Skor tiap perangkat daerah "
	    "(11–55)");
	compose_distribution(recap, &subject->results);
	compose_variables(recap, &subject->results);
	compose_matrix(context, subject, recap,
	    "Tingkat akhir tiap "
	    "variabel");
	compose(recap, BLOCK_HEADING, "Nama variabel")->level = 2;
	names = compose(recap, BLOCK_LIST, "");
	for (size_t at = 0; at < subject->results.variable_count; at++)
		compose_row(recap, names,
		    arena_format(context->arena, "%d.", subject->results.variables[at].number),
		    subject->results.variables[at].name);
	letterhead_sign(recap, compose(recap, BLOCK_SIGNATURES, ""), &subject->letterhead,
	    letterhead_dated(context, &subject->letterhead));
	return 0;
}
