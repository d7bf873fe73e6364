/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

/* Versions of the questionnaire, and what the pages of one have in common. */

const char *
score_words(struct arena *arena, int64_t tenths)
{
	return tenths % 10 == 0 ? arena_format(arena, "%lld",
	    (long long)tenths / 10) : words_tenths(arena, tenths);
}

int
show_instruments(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_INSTRUMENT_LIST);

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Instruments"), row);

		fill_row(node, &rows, row);
		node_set(node, "published", words_time(visit->arena,
		    row_text(&rows, row, "published_at"),
		    visit->actor.zone));
		node_set(node, "created", words_time(visit->arena,
		    row_text(&rows, row, "created_at"), visit->actor.zone));
	}
	return visit_show(visit, "cycle/instruments");
}

int
instrument_find(struct visit *visit, struct rows *rows)
{
	int result = db_select(visit->db, rows, STATEMENT_INSTRUMENT_FIND,
	    db_int(visit->keys[0]));
	struct node *node;

	if (result <= 0)
		return result == 0 ? 404 : visit_status(visit, result);
	node = page_node(&visit->page, "Instrument");
	fill_row(node, rows, 0);
	node_set(node, "published", words_time(visit->arena,
	    row_text(rows, 0, "published_at"), visit->actor.zone));
	return 0;
}

static bool
is_draft(const struct rows *instrument)
{
	return strcmp(row_text(instrument, 0, "state"), "draft") == 0;
}

static int
frozen(struct visit *visit)
{
	return visit_refuse(visit, 409, "Versi ini sudah terbit dan tidak "
	    "berubah lagi. Salin menjadi draf baru untuk mengubahnya.");
}

int
instrument_find_draft(struct visit *visit, struct rows *rows)
{
	int status = instrument_find(visit, rows);

	return status != 0 ? status : is_draft(rows) ? 0 : frozen(visit);
}

int
instrument_fill_variables(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_INSTRUMENT_VARIABLES, db_int(visit->keys[0]));

	if (result < 0)
		return visit_status(visit, result);
	fill_rows(page_node(&visit->page, "Variables"), &rows);
	return 0;
}

static int
fill_categories(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_INSTRUMENT_CATEGORIES, db_int(visit->keys[0]));

	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Categories"), row);

		fill_row(node, &rows, row);
		node_set(node, "least", score_words(visit->arena,
		    row_int(&rows, row, "min_tenths")));
		node_set(node, "most", score_words(visit->arena,
		    row_int(&rows, row, "max_tenths")));
	}
	return 0;
}

int
instrument_show(struct visit *visit, int code)
{
	int status;

	if ((status = instrument_fill_variables(visit)) != 0 ||
	    (status = fill_categories(visit)) != 0 ||
	    (status = history_fill(visit, "instrument", visit->keys[0])) != 0)
		return status;
	return visit_show_status(visit, "cycle/instrument", code);
}

int
show_instrument(struct visit *visit)
{
	struct rows rows;
	int status = instrument_find(visit, &rows);

	return status != 0 ? status : instrument_show(visit, 200);
}

static void
fill_items(struct node *level, const struct rows *items, int64_t level_id)
{
	size_t count = 0;

	for (size_t row = 0; row < items->count; row++)
		if (row_int(items, row, "level_id") == level_id)
			fill_row(node_row(node_child(level, "items"),
			    count++), items, row);
}

int
show_variable(struct visit *visit)
{
	struct rows instrument, levels, items;
	int result, status = instrument_find(visit, &instrument);

	if (status != 0)
		return status;
	result = db_select(visit->db, &levels, STATEMENT_INSTRUMENT_LEVELS,
	    db_int(visit->keys[0]), db_int(visit->keys[1]));
	if (result <= 0)
		return result == 0 ? 404 : visit_status(visit, result);
	result = db_select(visit->db, &items, STATEMENT_INSTRUMENT_ITEMS,
	    db_int(visit->keys[0]), db_int(visit->keys[1]));
	if (result < 0)
		return visit_status(visit, result);
	page_set(&visit->page, "Variable.name", row_text(&levels, 0,
	    "variable_name"));
	page_set_int(&visit->page, "Variable.number", visit->keys[1]);
	page_set_int(&visit->page, "Variable.next", visit->keys[1] <
	    row_int(&instrument, 0, "variables") ? visit->keys[1] + 1 : 0);
	for (size_t row = 0; row < levels.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Levels"), row);

		fill_row(node, &levels, row);
		node_set(node, "roman", words_roman(row_int(&levels, row,
		    "number")));
		fill_items(node, &items, row_int(&levels, row, "id"));
	}
	return visit_show(visit, "cycle/variable");
}

/* ---- changes -------------------------------------------------------------- */

int
instrument_touch(struct db *db, struct visit *visit, int64_t version)
{
	int result = db_run(db, STATEMENT_INSTRUMENT_TOUCH,
	    db_int(visit->keys[0]), db_int(version));

	return result > 0 ? 0 : result < 0 ? result : 409;
}

int
instrument_record(struct visit *visit, int64_t id, const char *from,
    const char *to)
{
	struct change change = change_of(visit, "instrument", 0, id);

	change.from = from;
	change.to = to;
	return history_add(visit->db, &change);
}
