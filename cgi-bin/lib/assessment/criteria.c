/* SPDX-License-Identifier: ISC */
/*
 * Variables, levels and checklists of an instrument, read once and kept until
 * something in the world changes.
 */
#include "assessment/criteria.h"

#include <stdlib.h>
#include <string.h>

#include "frame/kept.h"
#include "base/banned.h"

static void
begin_variable(struct arena *arena, const struct rows *rows, size_t row, struct variable *variable,
    struct criterion *items)
{
	variable->id = row_int(rows, row, "variable_id");
	variable->number = (int)row_int(rows, row, "number");
	variable->name = arena_text(arena, row_text(rows, row, "name"));
	variable->items = items;
	for (int level = 0; level < LEVEL_MAX; level++)
		variable->levels[level].indicator = variable->levels[level].guidance = "";
}

static void
criteria_read_level(struct arena *arena, const struct rows *rows, size_t row,
    struct variable *variable, int level)
{
	if (*variable->levels[level - 1].indicator != '\0')
		return;
	variable->levels[level - 1].indicator = kept_text(arena, rows, row, "indicator");
	variable->levels[level - 1].guidance = kept_text(arena, rows, row, "guidance");
}

/* NULL where nothing is said of it, as of most. */
static const char *const *
read_help(struct arena *arena, const struct rows *rows, size_t row)
{
	const char *texts[HELP_TEXTS] = { [HELP_COUNTS] = row_text(rows, row, "counts"),
		[HELP_COUNTS_NOT] = row_text(rows, row, "counts_not"),
		[HELP_EXAMPLE] = row_text(rows, row, "example") };
	const char **help = NULL;

	for (int at = 0; at < HELP_TEXTS; at++) {
		if (*texts[at] == '\0')
			continue;
		if (help == NULL) {
			help = arena_array(arena, HELP_TEXTS, sizeof(*help));
			help[HELP_COUNTS] = help[HELP_COUNTS_NOT] = help[HELP_EXAMPLE] = "";
		}
		help[at] = arena_text(arena, texts[at]);
	}
	return help;
}

static void
criteria_read_item(struct arena *arena, const struct rows *rows, size_t row, int level,
    struct criterion *item)
{
	item->id = row_int(rows, row, "item_id");
	item->level = level;
	item->title = arena_text(arena, row_text(rows, row, "title"));
	item->compulsory = row_int(rows, row, "compulsory") != 0;
	item->needs_signature = row_int(rows, row, "needs_signature") != 0;
	item->help = read_help(arena, rows, row);
}

/* Where a row of the statement stands in the instrument. */
struct criterion_place {
	int64_t variable, level, position;
	size_t row;
};

static int
criterion_compare(const void *one, const void *other)
{
	const struct criterion_place *a = one, *b = other;

	if (a->variable != b->variable)
		return a->variable < b->variable ? -1 : 1;
	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	return (a->position > b->position) - (a->position < b->position);
}

/* The rows in the order of the instrument. */
static struct criterion_place *
sort_places(struct arena *arena, const struct rows *rows)
{
	struct criterion_place *places = arena_array(arena, rows->count, sizeof(*places));

	for (size_t row = 0; row < rows->count; row++)
		places[row] = (struct criterion_place){ .row = row,
			.variable = row_int(rows, row, "number"),
			.level = row_int(rows, row, "level"),
			.position = row_int(rows, row, "position") };
	qsort(places, rows->count, sizeof(*places), criterion_compare);
	return places;
}

/* One row per item, or per level that has none. */
static struct criteria *
read_criteria(struct context *context, struct arena *arena, const struct rows *rows)
{
	const struct criterion_place *places = sort_places(context->arena, rows);
	struct criteria *criteria = arena_alloc(arena, sizeof(*criteria));
	struct criterion *items = arena_array(arena, rows->count, sizeof(*items));
	struct variable *variable = NULL;
	size_t count = 0;

	for (size_t at = 0; at < rows->count; at++)
		count += at == 0 || places[at].variable != places[at - 1].variable;
	criteria->variables = arena_array(arena, count, sizeof(*criteria->variables));
	for (size_t at = 0; at < rows->count; at++) {
		size_t row = places[at].row;
		int level = (int)places[at].level;

		if (variable == NULL || variable->number != places[at].variable) {
			variable = &criteria->variables[criteria->count++];
			begin_variable(arena, rows, row, variable, &items[criteria->item_count]);
		}
		if (!level_valid(level))
			continue;
		criteria_read_level(arena, rows, row, variable, level);
		if (row_null(rows, row, "item_id"))
			continue;
		criteria_read_item(arena, rows, row, level,
		    &variable->items[variable->item_count++]);
		criteria->item_count++;
	}
	return criteria;
}

static void
criteria_read_categories(struct arena *arena, const struct rows *rows, struct criteria *criteria)
{
	criteria->categories = arena_array(arena, rows->count + 1, sizeof(*criteria->categories));
	criteria->category_count = rows->count;
	for (size_t row = 0; row < rows->count; row++)
		criteria->categories[row] = (struct category){
			.level = (int)row_int(rows, row, "level"),
			.name = kept_text(arena, rows, row, "name"),
			.min_tenths = (int)row_int(rows, row, "min_tenths"),
			.max_tenths = (int)row_int(rows, row, "max_tenths")
		};
}

static int
read_instrument(struct context *context, struct arena *arena, const void *what, const void **value)
{
	struct criteria *criteria;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CRITERIA,
	    db_int(*(const int64_t *)what));

	if (result <= 0)
		return result;
	criteria = read_criteria(context, arena, &rows);
	criteria->instrument_id = *(const int64_t *)what;
	result = db_select(context->db, &rows, STATEMENT_CRITERIA_CATEGORIES,
	    db_int(criteria->instrument_id));
	if (result < 0)
		return result;
	criteria_read_categories(arena, &rows, criteria);
	*value = criteria;
	return 0;
}

int
criteria_load(struct context *context, int64_t instrument_id, const struct criteria **found)
{
	const void *value = NULL;
	int result = kept_of_world(context,
	    (struct cache_key){ .kind = CACHE_CRITERIA, .id = instrument_id }, read_instrument,
	    &instrument_id, &value);

	*found = value;
	return result == 0 && value == NULL ? 404 : context_status(context, result);
}

const struct variable *
criteria_variable(const struct criteria *criteria, int64_t number)
{
	for (size_t at = 0; at < criteria->count; at++)
		if (criteria->variables[at].number == number)
			return &criteria->variables[at];
	return NULL;
}

const struct criterion *
criteria_item(const struct criteria *criteria, int64_t item_id, const struct variable **variable)
{
	for (size_t at = 0; at < criteria->count; at++) {
		*variable = &criteria->variables[at];
		for (size_t of = 0; of < (*variable)->item_count; of++)
			if ((*variable)->items[of].id == item_id)
				return &(*variable)->items[of];
	}
	*variable = NULL;
	return NULL;
}

size_t
variable_row(const struct variable *variable, const struct rows *rows)
{
	size_t row = 0;

	while (row < rows->count && row_int(rows, row, "variable_id") != variable->id)
		row++;
	return row;
}
