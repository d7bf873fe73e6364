/* SPDX-License-Identifier: ISC */
/*
 * The pictures of one agency: its levels by variable, this year beside the
 * last, and its scores over the years.  What the caller may not know yet is
 * not in them.
 */
#include "document/chart.h"
#include "document/chart_record.h"

#include <string.h>

#include "base/banned.h"

/* Those who verify see their tier as it grows; others once it has finished. */
static bool
city_known(const struct context *context, enum state state)
{
	return results_tier_disclosed(state, STATE_VERIFIED) ||
	    context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR);
}

static bool
province_known(const struct context *context, enum state state)
{
	return results_tier_disclosed(state, STATE_VALIDATED) ||
	    context_may(context, ROLE_VALIDATOR);
}

static int
chart_agency_read_levels(struct context *context, int64_t assessment_id, enum state state,
    struct chart_levels *levels)
{
	bool tier = levels->province_tier;
	bool city = city_known(context, state);
	bool province = tier && province_known(context, state);
	int *self, *said, *validated, *final;
	const char **names;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CHART_LEVELS, db_int(assessment_id));

	if (result < 0)
		return context_status(context, result);
	names = arena_array(context->arena, rows.count + 1, sizeof(*names));
	self = arena_array(context->arena, 4 * rows.count + 1, sizeof(*self));
	said = self + rows.count;
	validated = said + rows.count;
	final = validated + rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		names[row] = row_text(&rows, row, "name");
		self[row] = (int)row_int(&rows, row, "self_level");
		said[row] = city ? (int)row_int(&rows, row, "city_level") : LEVEL_ABSENT;
		validated[row] = province ?
		    (int)row_int(&rows, row, "province_level") :
		    LEVEL_ABSENT;
		final[row] = level_final(said[row], validated[row], tier);
	}
	levels->disclosed = results_tier_disclosed(state, tier ? STATE_VALIDATED : STATE_VERIFIED);
	levels->variables = names;
	levels->count = rows.count;
	levels->self = self;
	levels->city = said;
	levels->province = validated;
	levels->final = final;
	return 0;
}

int
chart_levels(struct context *context, const struct assessment *assessment,
    struct chart_levels *levels)
{
	levels->year = assessment->year;
	levels->province_tier = assessment->province_tier;
	return chart_agency_read_levels(context, assessment->id, assessment->state, levels);
}

int
chart_levels_before(struct context *context, const struct assessment *assessment,
    struct chart_levels *levels)
{
	struct rows rows;
	enum state state;
	int result = db_select(context->db, &rows, STATEMENT_CHART_ASSESSMENTS,
	    db_int(assessment->agency_id), db_int(assessment->year - 1), db_int(1));

	memset(levels, 0, sizeof(*levels));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 0;
	levels->year = row_int(&rows, 0, "year");
	levels->province_tier = row_int(&rows, 0, "province_tier") != 0;
	state_of(row_text(&rows, 0, "state"), &state);
	return chart_agency_read_levels(context, row_int(&rows, 0, "id"), state, levels);
}

int
charts_of_agency(struct context *context, const struct assessment *assessment,
    struct agency_charts *charts)
{
	struct arena *arena = context->arena;
	struct chart_levels *now = &charts->now, *before = &charts->before;
	struct radar *radar = &charts->radar;
	struct series self, final;
	int status;

	memset(charts, 0, sizeof(*charts));
	if ((status = chart_levels(context, assessment, now)) != 0 ||
	    (status = chart_levels_before(context, assessment, before)) != 0)
		return status;
	radar->title = chart_title(arena, "Tingkat tiap variabel", assessment->agency_name,
	    assessment->year);
	radar->variables = now->variables;
	radar->count = now->count;
	radar_add(radar, "Penilaian mandiri", INK_SELF, now->self);
	radar_add(radar, "Verifikasi", INK_CITY, now->city);
	radar_add(radar, "Validasi", INK_PROVINCE, now->province);
	/* Variables are told by their number: another instrument may have
	 * others. */
	if (before->count == now->count)
		radar_add(radar, arena_format(arena, "Akhir %lld", (long long)before->year),
		    INK_EARLIER, before->final);
	self = (struct series){ "Penilaian mandiri", INK_SELF, now->self };
	final = (struct series){ "Skor akhir", INK_CITY, now->final };
	charts->finished = score_sum(now->self, now->count).complete &&
	    score_sum(now->final, now->count).complete;
	charts->bars = (struct bars){
		.title = chart_title(arena,
		    "Sebelum "
		    "dan sesudah diperiksa",
		    assessment->agency_name, assessment->year),
		.variables = now->variables,
		.count = now->count,
		.before = self,
		.after = final
	};
	charts->waterfall = (struct waterfall){
		.title = chart_title(arena, "Dari mana angka berubah", assessment->agency_name,
		    assessment->year),
		.variables = now->variables,
		.count = now->count,
		.before = self,
		.after = final
	};
	return 0;
}

/* Where all variables have a level; a year that is not complete has no point. */
static int
chart_agency_tenths(const int *levels, size_t count)
{
	const struct score score = score_sum(levels, count);

	return score.complete ? score_tenths(score.sum) : AVERAGE_ABSENT;
}

int
chart_agency_trend(struct context *context, const struct assessment *assessment,
    const struct category *categories, size_t category_count, struct trend *trend)
{
	int *years, *self, *final;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CHART_ASSESSMENTS,
	    db_int(assessment->agency_id), db_int(assessment->year), db_int(TREND_YEARS));

	if (result < 0)
		return context_status(context, result);
	years = arena_array(context->arena, 3 * rows.count + 1, sizeof(*years));
	self = years + rows.count;
	final = self + rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		size_t at = rows.count - 1 - row;
		struct chart_levels levels = { .year = row_int(&rows, row, "year"),
			.province_tier = row_int(&rows, row, "province_tier") != 0 };
		enum state state;
		int status;

		state_of(row_text(&rows, row, "state"), &state);
		status = chart_agency_read_levels(context, row_int(&rows, row, "id"), state,
		    &levels);
		if (status != 0)
			return status;
		years[at] = (int)levels.year;
		self[at] = chart_agency_tenths(levels.self, levels.count);
		final[at] = chart_agency_tenths(levels.final, levels.count);
	}
	*trend = (struct trend){ .title = arena_format(context->arena,
				     "Skor dari tahun ke tahun, %s", assessment->agency_name),
		.years = years,
		.count = rows.count,
		.series = { { "Skor akhir", INK_CITY, final },
		    { "Penilaian mandiri", INK_SELF, self } },
		.series_count = 2,
		.categories = categories,
		.category_count = category_count };
	return 0;
}

static const int *
answer_levels(struct arena *arena, const struct rows *answers, const char *column)
{
	int *levels = arena_array(arena, answers->count + 1, sizeof(*levels));

	for (size_t at = 0; at < answers->count; at++)
		levels[at] = (int)row_int(answers, at, column);
	return levels;
}

struct block *
chart_answers(struct document_model *model, const struct rows *answers, bool province)
{
	struct arena *arena = model->arena;
	const char **names = arena_array(arena, answers->count + 1, sizeof(*names));
	struct ladder ladder = { .title = "Tingkat menurut tiap pemeriksa",
		.variables = names,
		.count = answers->count };

	for (size_t at = 0; at < answers->count; at++)
		names[at] = row_text(answers, at, "name");
	ladder_add(&ladder, "Penilaian mandiri", INK_SELF,
	    answer_levels(arena, answers, "self_level"));
	ladder_add(&ladder, "Verifikasi", INK_CITY, answer_levels(arena, answers, "city_level"));
	if (province)
		ladder_add(&ladder, "Validasi", INK_PROVINCE,
		    answer_levels(arena, answers, "province_level"));
	return ladder.series_count > 0 ? chart_record_ladder(model, &ladder) : NULL;
}
