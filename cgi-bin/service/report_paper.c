/* SPDX-License-Identifier: ISC */
/*
 * What the report of an agency's services says: how many came and how they ended, how long
 * which step took, what took longer and by what, from where they came, what was missing.
 */
#include "service/report.h"

#include <string.h>

#include "assessment/scaled.h"
#include "document/chart_record.h"
#include "frame/words.h"
#include "rules/satisfaction.h"
#include "base/banned.h"

static const char *
counted(struct arena *arena, int64_t count)
{
	return arena_format(arena, "%lld", (long long)count);
}

static const char *
days_words(struct arena *arena, int64_t days)
{
	return arena_format(arena, "%lld hari kerja", (long long)days);
}

static void
compose_figures(const struct service_report *report, struct document_model *model)
{
	struct arena *arena = report->context->arena;
	struct block *facts = compose(model, BLOCK_FACTS, "");

	compose_row(model, facts, "Permohonan masuk", counted(arena, report->came));
	compose_row(model, facts, "Permohonan selesai",
	    arena_format(arena, "%lld (%lld dikabulkan, %lld ditolak)", (long long)report->ended,
		(long long)report->approved, (long long)(report->ended - report->approved)));
	if (report->ended == 0)
		return;
	compose_row(model, facts, "Lama penyelesaian, nilai tengah",
	    days_words(arena, report->whole.median));
	compose_row(model, facts, "90% selesai dalam", days_words(arena, report->whole.most));
	compose_row(model, facts, arena_format(arena, "Selesai dalam %d hari kerja", QUICK_DAYS),
	    arena_format(arena, "%lld; lebih lama %lld", (long long)report->quick,
		(long long)(report->ended - report->quick)));
	compose_row(model, facts, "Pernah dikembalikan kepada pemohon",
	    counted(arena, report->step[STEP_MEND].count));
}

/* How many took so long, as a picture; the figures are in the table behind it. */
static void
compose_days_picture(const struct service_report *report, struct document_model *model)
{
	static const struct {
		const char *name;
		int64_t until; /* working days */
	} spans[] = { { "Hari itu juga", 0 }, { "1 hari kerja", 1 }, { "2 hari kerja", 2 },
		{ "3 hari kerja", 3 }, { "4–5 hari kerja", 5 }, { "6–10 hari kerja", 10 },
		{ "Lebih dari 10", INT64_MAX } };
	enum { SPANS = sizeof(spans) / sizeof(spans[0]) };
	const char *names[SPANS];
	int counts[SPANS] = { 0 };

	for (size_t at = 0; at < SPANS; at++)
		names[at] = spans[at].name;
	for (size_t row = 0; row < report->decided.count; row++) {
		size_t at = 0;

		while (row_int(&report->decided, row, "spent_days") > spans[at].until)
			at++;
		counts[at] += (int)row_int(&report->decided, row, "decided");
	}
	chart_record_counts(model,
	    &(struct counts){ .title = arena_format(report->context->arena,
				  "Permohonan selesai menurut lamanya, %s", report->span),
		.head = "Lama",
		.what = "Permohonan",
		.names = names,
		.counts = counts,
		.count = SPANS });
}

static void
compose_step_times(const struct service_report *report, struct document_model *model)
{
	static const char *const names[] = { [STEP_CHECK] = "Pemeriksaan, termasuk kunjungan",
		[STEP_DECIDE] = "Keputusan kepala perangkat daerah",
		[STEP_MEND] = "Dilengkapi pemohon (tidak dihitung)" };
	struct arena *arena = report->context->arena;
	struct block *table = compose(model, BLOCK_TABLE, "Lama tiap langkah, hari kerja");
	bool any = false;

	compose_column(table, "Langkah", 49, ALIGN_LEFT);
	compose_column(table, "Jumlah", 17, ALIGN_RIGHT);
	compose_column(table, "Nilai tengah", 17, ALIGN_RIGHT);
	compose_column(table, "90% dalam", 17, ALIGN_RIGHT);
	for (int step = 0; step < STEP_TIMES; step++) {
		const struct days_of *days = &report->step[step];

		any = any || days->count > 0;
		if (days->count > 0)
			compose_row(model, table, names[step], counted(arena, days->count),
			    counted(arena, days->median), counted(arena, days->most));
	}
	if (!any)
		compose_head_alone(model, table);
}

/* Why it took longer: by where most of its days went, unless its standard allows as many. */
static void
compose_late(const struct service_report *report, struct document_model *model)
{
	static const struct {
		const char *code, *name;
	} causes[] = { { "check", "Paling lama di pemeriksaan" },
		{ "decide", "Paling lama menunggu keputusan" },
		{ "standard", "Sesuai standar layanannya, yang lebih panjang" },
		{ "unknown", "Lama tiap langkahnya belum tercatat" } };
	struct block *table;

	if (report->late.count == 0)
		return;
	table = compose(model, BLOCK_TABLE,
	    arena_format(report->context->arena, "Lebih dari %d hari kerja, dan sebabnya",
		QUICK_DAYS));
	compose_column(table, "Sebab", 70, ALIGN_LEFT);
	compose_column(table, "Permohonan", 30, ALIGN_RIGHT);
	for (size_t row = 0; row < report->late.count; row++)
		for (size_t at = 0; at < sizeof(causes) / sizeof(causes[0]); at++)
			if (strcmp(row_text(&report->late, row, "cause"), causes[at].code) == 0)
				compose_row(model, table, causes[at].name,
				    row_text(&report->late, row, "applications"));
}

static void
compose_durations(const struct service_report *report, struct document_model *model)
{
	struct block *table = compose(model, BLOCK_TABLE, "Lama penyelesaian");

	compose_column(table, "Hari kerja", 30, ALIGN_RIGHT);
	compose_column(table, "Hasil", 40, ALIGN_LEFT);
	compose_column(table, "Permohonan", 30, ALIGN_RIGHT);
	for (size_t row = 0; row < report->decided.count; row++)
		compose_row(model, table, row_text(&report->decided, row, "spent_days"),
		    application_state_name(row_text(&report->decided, row, "state")),
		    row_text(&report->decided, row, "decided"));
	if (report->decided.count == 0)
		compose_head_alone(model, table);
}

static void
compose_report_counts(const struct rows *rows, struct document_model *model, const char *caption,
    const char *label, const char *names, const char *counts)
{
	struct block *table = compose(model, BLOCK_TABLE, caption);

	compose_column(table, label, 70, ALIGN_LEFT);
	compose_column(table, "Jumlah", 30, ALIGN_RIGHT);
	for (size_t row = 0; row < rows->count; row++)
		compose_row(model, table, row_text(rows, row, names), row_text(rows, row, counts));
	if (rows->count == 0)
		compose_head_alone(model, table);
}

/* The ten from where most came; in which kecamatan they are, the table beneath tells. */
static void
compose_villages_picture(const struct service_report *report, struct document_model *model)
{
	enum { VILLAGES = 10 };
	const char *names[VILLAGES];
	int counts[VILLAGES];
	size_t count = 0;

	for (; count < VILLAGES && count < report->received.count; count++) {
		const char *village = row_text(&report->received, count, "village");

		names[count] = arena_format(report->context->arena, "%.*s",
		    (int)strcspn(village, ","), village);
		counts[count] = (int)row_int(&report->received, count, "received");
	}
	chart_record_counts(model,
	    &(struct counts){ .title = arena_format(report->context->arena,
				  "Permohonan masuk menurut kelurahan atau desa, %s", report->span),
		.head = "Kelurahan atau desa",
		.what = "Permohonan",
		.names = names,
		.counts = counts,
		.count = count });
}

/* Whom assistants helped; nothing where there are none. */
static void
compose_assistants(const struct service_report *report, struct document_model *model)
{
	const struct rows *rows = &report->assisted;
	struct block *table;

	if (rows->count == 0)
		return;
	table = compose(model, BLOCK_TABLE, "Permohonan yang dibantu pendamping lapangan");
	compose_column(table, "Pendamping", 40, ALIGN_LEFT);
	compose_column(table, "Masuk", 15, ALIGN_RIGHT);
	compose_column(table, "Dikabulkan", 15, ALIGN_RIGHT);
	compose_column(table, "Ditolak", 15, ALIGN_RIGHT);
	compose_column(table, "Pernah kembali", 15, ALIGN_RIGHT);
	for (size_t row = 0; row < rows->count; row++)
		compose_row(model, table, row_text(rows, row, "name"),
		    row_text(rows, row, "received"), row_text(rows, row, "approved"),
		    row_text(rows, row, "rejected"), row_text(rows, row, "returned"));
}

/* What applicants think of it, of so many that nobody's own answer can be seen. */
static void
compose_survey(const struct service_report *report, struct document_model *model)
{
	static const char *const names[] = {
#define SURVEY_ROW(column, name, question) name,
		SATISFACTION(SURVEY_ROW)
#undef SURVEY_ROW
	};
	struct arena *arena = report->context->arena;
	int64_t sum = 0, index;
	struct block *facts, *table;

	if (report->respondents < report->survey_least) {
		compose(model, BLOCK_NOTE,
		    arena_format(arena,
			"Survei kepuasan: %lld jawaban. Nilainya dihitung mulai dari %lld jawaban.",
			(long long)report->respondents, (long long)report->survey_least));
		return;
	}
	for (size_t at = 0; at < SATISFACTION_ELEMENTS; at++)
		sum += report->survey_sums[at];
	index = satisfaction_index(sum, report->respondents);
	facts = compose(model, BLOCK_FACTS, "");
	compose_row(model, facts, "Indeks kepuasan masyarakat",
	    arena_format(arena, "%s, mutu %c (%s)", scaled_number(arena, index, 2),
		satisfaction_mark(index), satisfaction_mark_word(satisfaction_mark(index))));
	compose_row(model, facts, "Jawaban survei",
	    arena_format(arena, "%lld; %lld di antaranya diketik petugas dari kertas",
		(long long)report->respondents, (long long)report->respondents_on_paper));
	table = compose(model, BLOCK_TABLE, "Survei kepuasan masyarakat");
	compose_column(table, "Unsur", 70, ALIGN_LEFT);
	compose_column(table, "Nilai (1–4)", 30, ALIGN_RIGHT);
	for (size_t at = 0; at < SATISFACTION_ELEMENTS; at++)
		compose_row(model, table, names[at],
		    scaled_number(arena,
			satisfaction_mean(report->survey_sums[at], report->respondents), 2));
	compose(model, BLOCK_NOTE,
	    "Tiap unsur berbobot sama, sepersembilan. Unsur dan batas mutunya menurut laporan "
	    "perangkat daerah yang memakai PermenPANRB 14/2017; cocokkan dengan naskah "
	    "peraturannya sebelum diterbitkan.");
}

void
service_report_compose(const struct service_report *report, struct document_model *model)
{
	struct context *context = report->context;
	struct block *title;

	letterhead_compose(context, &report->letterhead,
	    arena_format(context->arena, "Laporan layanan %s s.d. %s", report->from, report->until),
	    context->actor.agency_name, model);
	title = compose(model, BLOCK_TITLE, "Laporan layanan");
	compose_row(model, title, words_period(context->arena, report->from, report->until));
	compose_figures(report, model);
	if (report->ended > 0)
		compose_days_picture(report, model);
	compose_step_times(report, model);
	compose_late(report, model);
	compose_durations(report, model);
	if (report->received.count > 1)
		compose_villages_picture(report, model);
	compose_report_counts(&report->received, model,
	    "Permohonan masuk menurut kelurahan atau desa", "Kelurahan atau desa", "village",
	    "received");
	compose_assistants(report, model);
	compose_report_counts(&report->returned, model, "Persyaratan yang paling sering kurang",
	    "Persyaratan", "name", "returned");
	if (report->survey_least > 0)
		compose_survey(report, model);
}
