/* SPDX-License-Identifier: ISC */
/*
 * Versions of the questionnaire, and what the pages of one have in common:
 * that only drafts change, and that a change counts up the draft's version.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/instrument.h"
#include "assessment/scaled.h"
#include "document/listing.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

const char *
score_words(struct arena *arena, int64_t tenths)
{
	return tenths % 10 == 0 ?
	    arena_format(arena, "%lld", (long long)tenths / 10) :
	    words_tenths(arena, tenths);
}

static bool
is_draft(const struct rows *instruments, size_t row)
{
	return strcmp(row_text(instruments, row, "state"), "draft") == 0;
}

/* When it came to what it is. */
static const char *
instrument_since(struct context *context, const struct rows *rows, size_t row)
{
	return words_time(context->arena,
	    row_text(rows, row, is_draft(rows, row) ? "created_at" : "published_at"),
	    context->actor.zone);
}

static int
show_instrument_list(struct context *context, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(page_node(&context->page, "Instruments"), row);

		fill_row(node, rows, row);
		node_set(node, "since", instrument_since(context, rows, row));
	}
	return context_show(context, "cycle/instruments");
}

static int
read_instruments(struct context *context, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_INSTRUMENT_LIST,
		db_key(context->actor.region_id)));
}

int
show_instruments(struct context *context)
{
	struct rows rows;
	int status = read_instruments(context, &rows);

	return status != 0 ? status : show_instrument_list(context, &rows);
}

/* One version as a line of the file. */
struct instrument_line {
	const char *name, *variables, *owner, *cycles, *state, *since;
};

int
send_instruments(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Nama", 40, struct instrument_line, name),
		LISTING_NUMBER("Variabel", 8, struct instrument_line, variables),
		LISTING_MEMBER("Milik", 20, struct instrument_line, owner),
		LISTING_NUMBER("Dipakai periode", 8, struct instrument_line, cycles),
		LISTING_MEMBER("Status", 8, struct instrument_line, state),
		LISTING_MEMBER("Sejak", 16, struct instrument_line, since),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Instrumen",
		.columns = columns,
		.size = sizeof(struct instrument_line) };
	struct instrument_line *lines;
	struct rows rows;
	int status = read_instruments(context, &rows);

	if (status != 0)
		return status;
	listing.records = lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (listing.count = 0; listing.count < rows.count; listing.count++) {
		size_t row = listing.count;

		lines[row] = (struct instrument_line){ row_text(&rows, row, "name"),
			row_text(&rows, row, "variables"),
			row_null(&rows, row, "owner") ? "Semua daerah" :
							row_text(&rows, row, "owner"),
			row_text(&rows, row, "cycles"), is_draft(&rows, row) ? "Draf" : "Terbit",
			instrument_since(context, &rows, row) };
	}
	return listing_send(context, "instrumen", &listing, 1);
}

int
instrument_find(struct context *context, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_INSTRUMENT_FIND,
	    db_key(context->actor.region_id), db_int(context->keys[0]));

	return result == 0 ? 404 : context_status(context, result);
}

void
instrument_fill(struct context *context, const struct rows *rows)
{
	struct node *node = page_node(&context->page, "Instrument");

	fill_row(node, rows, 0);
	node_set(node, "published",
	    words_time(context->arena, row_text(rows, 0, "published_at"), context->actor.zone));
}

static int
frozen(struct context *context)
{
	return context_refuse(context, 409,
	    "Versi ini sudah terbit dan tidak "
	    "berubah lagi. Salin menjadi draf baru untuk mengubahnya.");
}

int
instrument_find_draft(struct context *context, struct rows *rows)
{
	int status = instrument_find(context, rows);

	if (status != 0)
		return status;
	if (row_int(rows, 0, "own") == 0)
		return context_refuse(context, 403,
		    "Instrumen ini milik %s, dan hanya dapat diubah di sana. Salin menjadi draf "
		    "daerah Anda untuk mengubahnya.",
		    row_null(rows, 0, "owner") ? "semua daerah" : row_text(rows, 0, "owner"));
	return is_draft(rows, 0) ? 0 : frozen(context);
}

int
instrument_read_variables(struct context *context, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_INSTRUMENT_VARIABLES, db_int(context->keys[0])));
}

/* Of another kind than those of the seven steps. */
static bool
is_scaled(const struct rows *instrument)
{
	return strcmp(row_text(instrument, 0, "course"), "own") == 0;
}

/* What the page of one shows, beside the instrument itself. */
struct instrument_page {
	struct rows variables, categories, history;
	struct scaled scaled; /* of one of another kind; its name is NULL for others */
};

static int
read_instrument_page(struct context *context, const struct rows *instrument,
    struct instrument_page *shown)
{
	int64_t id = context->keys[0];
	int status,
	    result = db_select(context->db, &shown->categories, STATEMENT_INSTRUMENT_CATEGORIES,
		db_int(id));

	if (result < 0)
		return context_status(context, result);
	shown->scaled.name = NULL;
	status = is_scaled(instrument) ?
	    scaled_load(context, id, &shown->scaled) :
	    instrument_read_variables(context, &shown->variables);
	return status != 0 ? status : history_read(context, "instrument", id, &shown->history);
}

static void
fill_categories(struct context *context, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(page_node(&context->page, "Categories"), row);

		fill_row(node, rows, row);
		node_set(node, "least",
		    score_words(context->arena, row_int(rows, row, "min_tenths")));
		node_set(node, "most",
		    score_words(context->arena, row_int(rows, row, "max_tenths")));
	}
}

static void
fill_instrument_page(struct context *context, const struct rows *instrument,
    const struct instrument_page *shown)
{
	instrument_fill(context, instrument);
	if (shown->scaled.name != NULL)
		scaled_fill(context, &shown->scaled);
	else {
		fill_rows(page_node(&context->page, "Variables"), &shown->variables);
		fill_categories(context, &shown->categories);
	}
	history_fill(context, "instrument", &shown->history);
}

int
instrument_show(struct context *context, const struct rows *instrument, int code)
{
	struct instrument_page shown;
	int status = read_instrument_page(context, instrument, &shown);

	if (status != 0)
		return status;
	fill_instrument_page(context, instrument, &shown);
	return context_show_status(context, "cycle/instrument", code);
}

int
show_instrument(struct context *context)
{
	struct rows rows;
	int status = instrument_find(context, &rows);

	return status != 0 ? status : instrument_show(context, &rows, 200);
}

static void
fill_items(struct node *level, const struct rows *items, int64_t level_id)
{
	size_t count = 0;

	for (size_t row = 0; row < items->count; row++)
		if (row_int(items, row, "level_id") == level_id)
			fill_row(node_row(node_child(level, "items"), count++), items, row);
}

/* What the page of one variable shows. */
struct variable_page {
	struct rows instrument, levels, items;
};

static int
read_variable_page(struct context *context, struct variable_page *shown)
{
	const struct db_value id = db_int(context->keys[0]), number = db_int(context->keys[1]);
	int result, status = instrument_find(context, &shown->instrument);

	if (status != 0)
		return status;
	result = db_select(context->db, &shown->levels, STATEMENT_INSTRUMENT_LEVELS, id, number);
	if (result == 0)
		return 404;
	if (result > 0)
		result = db_select(context->db, &shown->items, STATEMENT_INSTRUMENT_ITEMS, id,
		    number);
	return context_status(context, result);
}

static int
show_variable_page(struct context *context, const struct variable_page *shown)
{
	struct page *page = &context->page;
	const struct rows *levels = &shown->levels;
	int64_t number = context->keys[1];

	instrument_fill(context, &shown->instrument);
	page_set(page, "Variable.name", row_text(levels, 0, "variable_name"));
	page_set_int(page, "Variable.number", number);
	page_set_int(page, "Variable.next",
	    number < row_int(&shown->instrument, 0, "variables") ? number + 1 : 0);
	for (size_t row = 0; row < levels->count; row++) {
		struct node *node = node_row(page_node(page, "Levels"), row);

		fill_row(node, levels, row);
		node_set(node, "roman", words_roman(row_int(levels, row, "number")));
		fill_items(node, &shown->items, row_int(levels, row, "id"));
	}
	return context_show(context, "cycle/variable");
}

int
show_variable(struct context *context)
{
	struct variable_page shown;
	int status = read_variable_page(context, &shown);

	return status != 0 ? status : show_variable_page(context, &shown);
}

/* ---- changes -------------------------------------------------------------- */

int
instrument_touch(struct db *db, struct context *context, int64_t version)
{
	int result = db_run(db, STATEMENT_INSTRUMENT_TOUCH, db_int(context->keys[0]),
	    db_int(version));

	return result > 0 ? 0 : result < 0 ? result : db_stop(db, 409);
}

int
instrument_record(struct context *context, int64_t id, const char *from, const char *to)
{
	struct change change = change_of(context, "instrument", 0, id);

	change.from = from;
	change.to = to;
	return history_add(context->db, &change);
}
