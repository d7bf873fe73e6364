/* SPDX-License-Identifier: ISC */
/*
 * An instrument into the database with all its variables, levels, items and
 * categories, in one transaction, and out of it again.
 */
#include "store/instrument.h"

#include "store/history.h"
#include "base/banned.h"

struct adding {
	const struct instrument *instrument;
	bool publish;
	int64_t by;
	int64_t id;
};

static int
add_level(struct db *db, int64_t variable_id, int64_t number, const struct instrument_level *level)
{
	int result = db_run(db, STATEMENT_IMPORT_LEVEL, db_int(variable_id), db_int(number),
	    db_text(level->indicator), db_text(level->guidance));
	int64_t id = db_last_key(db);

	for (size_t at = 0; result >= 0 && at < level->item_count; at++)
		result = db_run(db, STATEMENT_IMPORT_ITEM, db_int(id), db_int((int64_t)at + 1),
		    db_text(level->items[at].title), db_int(level->items[at].compulsory),
		    db_int(level->items[at].needs_signature), HELP_VALUES(level->items[at].help));
	return result;
}

static int
add_variable(struct db *db, int64_t instrument_id, const struct instrument_variable *variable)
{
	int result = db_run(db, STATEMENT_IMPORT_VARIABLE, db_int(instrument_id),
	    db_int(variable->number), db_text(variable->name));
	int64_t id = db_last_key(db);

	for (int level = 0; result >= 0 && level < INSTRUMENT_LEVELS; level++)
		result = add_level(db, id, level + 1, &variable->levels[level]);
	return result;
}

static int
add_instrument(struct db *db, void *argument)
{
	struct adding *adding = argument;
	const struct instrument *new = adding->instrument;
	struct change change = { .subject = "instrument",
		.account_id = adding->by,
		.to = new->name,
		.reason = adding->publish ? "published" : "draft" };
	int result = db_run(db, STATEMENT_IMPORT_INSTRUMENT, db_key(adding->by), db_text(new->name),
	    db_text(new->basis), db_int(adding->publish), db_int(adding->publish));

	adding->id = db_last_key(db);
	for (size_t at = 0; result >= 0 && at < new->variable_count; at++)
		result = add_variable(db, adding->id, &new->variables[at]);
	for (int level = 0; result >= 0 && level < INSTRUMENT_LEVELS; level++)
		result = db_run(db, STATEMENT_IMPORT_CATEGORY, db_int(adding->id),
		    db_int(level + 1), db_text(new->categories[level].name),
		    db_int(new->categories[level].min_tenths),
		    db_int(new->categories[level].max_tenths));
	if (result < 0)
		return result;
	change.subject_id = adding->id;
	return history_add(db, &change);
}

int
instrument_put(struct db *db, const struct instrument *instrument, bool publish, int64_t by,
    int64_t *id)
{
	struct adding adding = { .instrument = instrument, .publish = publish, .by = by };
	int result = add_instrument(db, &adding);

	*id = adding.id;
	return result;
}

int
instrument_add(struct db *db, const struct instrument *instrument, bool publish, int64_t by,
    int64_t *id)
{
	struct adding adding = { .instrument = instrument, .publish = publish, .by = by };
	int result = db_txn_world(db, add_instrument, &adding);

	*id = adding.id;
	return result;
}

/* ---- out ------------------------------------------------------------------ */

/* Items of all levels come in the order of the levels: takes those of one. */
static void
take_items(struct arena *arena, const struct rows *items, size_t *item, int64_t level_id,
    struct instrument_level *level)
{
	size_t first = *item;

	while (*item < items->count && row_int(items, *item, "level_id") == level_id)
		++*item;
	level->item_count = *item - first;
	level->items = arena_array(arena, level->item_count + 1, sizeof(*level->items));
	for (size_t at = 0; at < level->item_count; at++)
		level->items[at] = (struct instrument_item){
			.title = row_text(items, first + at, "title"),
			.compulsory = row_int(items, first + at, "compulsory") != 0,
			.needs_signature = row_int(items, first + at, "needs_signature") != 0,
			.help = { [HELP_COUNTS] = row_text(items, first + at, "counts"),
			    [HELP_COUNTS_NOT] = row_text(items, first + at, "counts_not"),
			    [HELP_EXAMPLE] = row_text(items, first + at, "example") }
		};
}

static void
take_levels(struct arena *arena, const struct rows *levels, const struct rows *items,
    struct instrument *instrument)
{
	struct instrument_variable *variable = NULL;
	size_t item = 0;

	instrument->variables = arena_array(arena, levels->count + 1,
	    sizeof(*instrument->variables));
	for (size_t row = 0; row < levels->count; row++) {
		struct instrument_level *level;

		if (variable == NULL || variable->number != row_int(levels, row, "variable")) {
			variable = &instrument->variables[instrument->variable_count++];
			variable->number = row_int(levels, row, "variable");
			variable->name = row_text(levels, row, "name");
			for (size_t at = 0; at < INSTRUMENT_LEVELS; at++)
				variable->levels[at].indicator = variable->levels[at].guidance = "";
		}
		level = &variable->levels[row_int(levels, row, "number") - 1];
		level->indicator = row_text(levels, row, "indicator");
		level->guidance = row_text(levels, row, "guidance");
		take_items(arena, items, &item, row_int(levels, row, "id"), level);
	}
}

static void
take_categories(const struct rows *rows, struct instrument *instrument)
{
	for (size_t row = 0; row < INSTRUMENT_LEVELS; row++)
		instrument->categories[row].name = "";
	for (size_t row = 0; row < rows->count && row < INSTRUMENT_LEVELS; row++)
		instrument->categories[row] = (struct instrument_category){
			.name = row_text(rows, row, "name"),
			.min_tenths = row_int(rows, row, "min_tenths"),
			.max_tenths = row_int(rows, row, "max_tenths")
		};
}

int
instrument_load(struct db *db, struct arena *arena, int64_t region_id, int64_t id,
    struct instrument *instrument)
{
	struct rows about, levels, items, categories;
	int result = db_select(db, &about, STATEMENT_API_INSTRUMENT, db_key(region_id), db_int(id));

	if (result <= 0)
		return result;
	result = db_select(db, &levels, STATEMENT_API_INSTRUMENT_LEVELS, db_int(id));
	if (result >= 0)
		result = db_select(db, &items, STATEMENT_API_INSTRUMENT_ITEMS, db_int(id));
	if (result >= 0)
		result = db_select(db, &categories, STATEMENT_INSTRUMENT_CATEGORIES, db_int(id));
	if (result < 0)
		return result;
	*instrument = (struct instrument){ .name = row_text(&about, 0, "name"),
		.basis = row_text(&about, 0, "basis") };
	take_levels(arena, &levels, &items, instrument);
	take_categories(&categories, instrument);
	return 1;
}
