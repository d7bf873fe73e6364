/* SPDX-License-Identifier: ISC */
#include "paper/paper.h"

#include "step/words.h"
#include "base/banned.h"

/*
 * The two checklists of source 002: of those who were told (step 3) and of
 * those who were verified (step 5).
 */

static void
begin(struct visit *visit, const struct matter *matter, const char *title,
    struct composition *list)
{
	struct block *head;
	const char *year = row_text(&matter->cycle, 0, "year");

	letterhead_compose(visit, &matter->letterhead,
	    arena_format(visit->arena, "%s %s", title, year), NULL, list);
	head = compose(list, BLOCK_TITLE, title);
	compose_row(list, head, arena_format(visit->arena, "Penilaian mandiri "
	    "kematangan organisasi perangkat daerah tahun %s", year));
}

static void
end(struct visit *visit, const struct matter *matter,
    struct composition *list)
{
	letterhead_sign(list, compose(list, BLOCK_SIGNATURES, ""),
	    &matter->letterhead, letterhead_dated(visit,
	    &matter->letterhead));
}

static void
compose_counts(struct visit *visit, const struct matter *matter,
    struct composition *list, const char *words)
{
	struct block *facts = compose(list, BLOCK_FACTS, "");

	compose_row(list, facts, "Daerah", matter->letterhead.region_name);
	compose_row(list, facts, "Keadaan per", arena_format(visit->arena,
	    "%s: %s", letterhead_today(visit, &matter->letterhead), words));
}

int
make_told(struct visit *visit, const struct matter *matter,
    struct composition *list)
{
	const char *zone = matter->letterhead.zone;
	size_t told = 0, opened = 0;
	struct block *table;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PAPER_AGENCIES,
	    db_int(matter->cycle_id));

	if (result < 0)
		return result;
	for (size_t row = 0; row < rows.count; row++) {
		told += !row_null(&rows, row, "told_at");
		opened += !row_null(&rows, row, "opened_at");
	}
	begin(visit, matter, "Ceklist daftar pemberitahuan", list);
	compose_counts(visit, matter, list, arena_format(visit->arena,
	    "%zu dari %zu diberi tahu, %zu sudah membuka kuesioner", told,
	    rows.count, opened));
	table = compose(list, BLOCK_TABLE, "");
	number_column(table);
	compose_column(table, "Perangkat daerah", 37, ALIGN_LEFT);
	compose_column(table, "Diberi tahu", 18, ALIGN_LEFT);
	compose_column(table, "Cara", 13, ALIGN_LEFT);
	compose_column(table, "Membuka kuesioner", 18, ALIGN_LEFT);
	compose_column(table, "Paraf", 9, ALIGN_LEFT);
	for (size_t row = 0; row < rows.count; row++)
		compose_row(list, table, cell_number(visit->arena,
		    (int64_t)row + 1), row_text(&rows, row, "name"),
		    words_day_of(visit->arena, row_text(&rows, row, "told_at"), zone),
		    row_text(&rows, row, "told_how"), words_day_of(visit->arena,
		    row_text(&rows, row, "opened_at"), zone), "");
	end(visit, matter, list);
	return 0;
}

/* "21 November 2026, Nama", or "belum". */
static const char *
done_cell(struct visit *visit, const struct rows *rows, size_t row,
    bool done, const char *at, const char *by, const char *zone)
{
	return !done ? "belum" : arena_format(visit->arena, "%s\n%s",
	    words_day_of(visit->arena, row_text(rows, row, at), zone), row_text(rows, row,
	    by));
}

int
make_verified(struct visit *visit, const struct matter *matter,
    struct composition *list)
{
	const char *zone = matter->letterhead.zone;
	bool tier = row_int(&matter->cycle, 0, "province_tier") != 0;
	size_t verified = 0, validated = 0;
	struct block *table;
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_PAPER_AGENCIES,
	    db_int(matter->cycle_id));

	if (result < 0)
		return result;
	begin(visit, matter, "Ceklist perangkat daerah terverifikasi", list);
	for (size_t row = 0; row < rows.count; row++) {
		enum state state = STATE_NOT_STARTED;

		state_of(row_text(&rows, row, "state"), &state);
		verified += figures_tier_told(state, STATE_VERIFIED);
		validated += figures_tier_told(state, STATE_VALIDATED);
	}
	compose_counts(visit, matter, list, tier ? arena_format(visit->arena,
	    "%zu dari %zu diverifikasi, %zu divalidasi provinsi", verified,
	    rows.count, validated) : arena_format(visit->arena,
	    "%zu dari %zu diverifikasi", verified, rows.count));
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
		compose_cell(line, cell_number(visit->arena, (int64_t)row +
		    1));
		compose_cell(line, row_text(&rows, row, "name"));
		compose_cell(line, done_cell(visit, &rows, row,
		    figures_tier_told(state, STATE_VERIFIED), "verified_at",
		    "verified_by", zone));
		if (tier)
			compose_cell(line, done_cell(visit, &rows, row,
			    figures_tier_told(state, STATE_VALIDATED),
			    "validated_at", "validated_by", zone));
	}
	end(visit, matter, list);
	return 0;
}
