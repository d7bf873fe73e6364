/* SPDX-License-Identifier: ISC */
/*
 * The two checklists of source 002: of those who were notified (step 3) and of
 * those who were verified (step 5).
 */
#include "paper/paper.h"

#include "frame/words.h"
#include "base/banned.h"

static void
checklists_begin(struct context *context, const struct issue_subject *subject, const char *title,
    struct document_model *list)
{
	struct block *head;
	const char *year = row_text(&subject->cycle, 0, "year");

	letterhead_compose(context, &subject->letterhead,
	    arena_format(context->arena, "%s %s", title, year), NULL, list);
	head = compose(list, BLOCK_TITLE, title);
	compose_row(list, head,
	    arena_format(context->arena,
		"Penilaian mandiri "
		"kematangan organisasi perangkat daerah tahun %s",
		year));
}

static void
checklists_end(struct context *context, const struct issue_subject *subject,
    struct document_model *list)
{
	letterhead_sign(list, compose(list, BLOCK_SIGNATURES, ""), &subject->letterhead,
	    letterhead_dated(context, &subject->letterhead));
}

static void
compose_counts(struct context *context, const struct issue_subject *subject,
    struct document_model *list, const char *words)
{
	struct block *facts = compose(list, BLOCK_FACTS, "");

	compose_row(list, facts, "Daerah", subject->letterhead.region_name);
	compose_row(list, facts, "Status per",
	    arena_format(context->arena, "%s: %s", letterhead_today(context, &subject->letterhead),
		words));
}

int
make_notified(struct context *context, const struct issue_subject *subject,
    struct document_model *list)
{
	const char *zone = subject->letterhead.zone;
	size_t notified = 0, opened = 0;
	struct block *table;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_AGENCIES,
	    db_int(subject->cycle_id));

	if (result < 0)
		return result;
	for (size_t row = 0; row < rows.count; row++) {
		notified += !row_null(&rows, row, "notified_at");
		opened += !row_null(&rows, row, "opened_at");
	}
	checklists_begin(context, subject, "Ceklist daftar pemberitahuan", list);
	compose_counts(context, subject, list,
	    arena_format(context->arena, "%zu dari %zu diberi tahu, %zu sudah membuka penilaian",
		notified, rows.count, opened));
	table = compose(list, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Perangkat daerah", 37, ALIGN_LEFT);
	compose_column(table, "Diberi tahu", 18, ALIGN_LEFT);
	compose_column(table, "Cara", 13, ALIGN_LEFT);
	compose_column(table, "Membuka penilaian", 18, ALIGN_LEFT);
	compose_column(table, "Paraf", 9, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++)
		compose_row(list, table, cell_number(context->arena, (int64_t)row + 1),
		    row_text(&rows, row, "name"),
		    words_day_of(context->arena, row_text(&rows, row, "notified_at"), zone),
		    row_text(&rows, row, "notified_how"),
		    words_day_of(context->arena, row_text(&rows, row, "opened_at"), zone), "");
	checklists_end(context, subject, list);
	return 0;
}

/* "21 November 2026, Nama", or "belum". */
static const char *
done_cell(struct context *context, const struct rows *rows, size_t row, bool done, const char *at,
    const char *by, const char *zone)
{
	return !done ?
	    "belum" :
	    arena_format(context->arena, "%s\n%s",
		words_day_of(context->arena, row_text(rows, row, at), zone),
		row_text(rows, row, by));
}

int
make_verified(struct context *context, const struct issue_subject *subject,
    struct document_model *list)
{
	const char *zone = subject->letterhead.zone;
	bool tier = row_int(&subject->cycle, 0, "province_tier") != 0;
	size_t verified = 0, validated = 0;
	struct block *table;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PAPER_AGENCIES,
	    db_int(subject->cycle_id));

	if (result < 0)
		return result;
	checklists_begin(context, subject, "Ceklist perangkat daerah terverifikasi", list);
	for (size_t row = 0; row < rows.count; row++) {
		enum state state = STATE_NOT_STARTED;

		state_of(row_text(&rows, row, "state"), &state);
		verified += results_tier_disclosed(state, STATE_VERIFIED);
		validated += results_tier_disclosed(state, STATE_VALIDATED);
	}
	compose_counts(context, subject, list,
	    tier ?
		arena_format(context->arena, "%zu dari %zu diverifikasi, %zu divalidasi provinsi",
		    verified, rows.count, validated) :
		arena_format(context->arena, "%zu dari %zu diverifikasi", verified, rows.count));
	table = compose(list, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Perangkat daerah", tier ? 47 : 65, ALIGN_LEFT);
	compose_column(table, "Diverifikasi", tier ? 24 : 30, ALIGN_LEFT);
	if (tier)
		compose_column(table, "Divalidasi", 24, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++) {
		enum state state = STATE_NOT_STARTED;
		struct row *line = compose_line(list, table);

		/* What was verified and then sent back is not verified. */
		state_of(row_text(&rows, row, "state"), &state);
		compose_cell(line, cell_number(context->arena, (int64_t)row + 1));
		compose_cell(line, row_text(&rows, row, "name"));
		compose_cell(line,
		    done_cell(context, &rows, row, results_tier_disclosed(state, STATE_VERIFIED),
			"verified_at", "verified_by", zone));
		if (tier)
			compose_cell(line,
			    done_cell(context, &rows, row,
				results_tier_disclosed(state, STATE_VALIDATED), "validated_at",
				"validated_by", zone));
	}
	checklists_end(context, subject, list);
	return 0;
}
