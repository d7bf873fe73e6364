/* SPDX-License-Identifier: ISC */
/*
 * An instrument as JSON, out and in.  What comes in was written by somebody
 * else: everything is checked, and every problem is told with its place in the
 * file.
 */
#include "format/instrument_json.h"

#include <string.h>

#include "base/json_writer.h"
#include "base/banned.h"

/* ---- out ------------------------------------------------------------------ */

static void
write_level(struct buffer *json, int number, const struct instrument_level *level)
{
	json_open(json, NULL, '{');
	json_number(json, "number", number);
	json_put(json, "indicator", level->indicator);
	json_put(json, "guidance", level->guidance);
	json_open(json, "items", '[');
	for (size_t at = 0; at < level->item_count; at++) {
		const struct instrument_item *item = &level->items[at];

		json_open(json, NULL, '{');
		json_put(json, "title", item->title);
		json_flag(json, "compulsory", item->compulsory);
		json_flag(json, "needs_signature", item->needs_signature);
		for (int help = 0; help < HELP_TEXTS; help++)
			if (item->help[help] != NULL && *item->help[help] != '\0')
				json_put(json, instrument_help_names[help], item->help[help]);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void
write_variable(struct buffer *json, const struct instrument_variable *variable)
{
	json_open(json, NULL, '{');
	json_number(json, "number", variable->number);
	json_put(json, "name", variable->name);
	json_open(json, "levels", '[');
	for (int level = 0; level < INSTRUMENT_LEVELS; level++)
		write_level(json, level + 1, &variable->levels[level]);
	json_close(json, ']');
	json_close(json, '}');
}

void
instrument_write(struct buffer *json, const struct instrument *instrument)
{
	json_open(json, NULL, '{');
	json_put(json, "format", INSTRUMENT_FORMAT);
	json_put(json, "name", instrument->name);
	json_put(json, "basis", instrument->basis);
	json_open(json, "variables", '[');
	for (size_t at = 0; at < instrument->variable_count; at++)
		write_variable(json, &instrument->variables[at]);
	json_close(json, ']');
	json_open(json, "categories", '[');
	for (int level = 0; level < INSTRUMENT_LEVELS; level++) {
		const struct instrument_category *category = &instrument->categories[level];

		json_open(json, NULL, '{');
		json_number(json, "level", level + 1);
		json_put(json, "name", category->name);
		json_number(json, "min_tenths", category->min_tenths);
		json_number(json, "max_tenths", category->max_tenths);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

/* ---- what a file is ------------------------------------------------------- */

static bool
instrument_json_begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* Whether it says that it is one; if not, a sentence about what it is. */
static bool
is_instrument(struct json_problems *problems, struct json *file)
{
	const char *format = json_hint(file, "format");

	if (strcmp(format, INSTRUMENT_FORMAT) == 0)
		return true;
	if (instrument_json_begins(format, "matang-instrument/"))
		json_problem(problems, NULL,
		    "Instrumen ini dari Matang yang "
		    "lebih baru: yang dikenal di sini format “%s”. Perbarui "
		    "dahulu server ini.",
		    INSTRUMENT_FORMAT);
	else if (instrument_json_begins(format, "matang-assessment/"))
		json_problem(problems, NULL,
		    "Ini isi penilaian satu perangkat "
		    "daerah, bukan instrumen. Isi penilaian diunduh untuk "
		    "dibaca program lain dan tidak dimuat di halaman ini.");
	else if (instrument_json_begins(format, "matang-cycle/") ||
	    *json_hint(file, "payload") != '\0')
		json_problem(problems, NULL,
		    "Ini salinan seluruh periode "
		    "penilaian suatu daerah, bukan instrumen. Yang memuatnya "
		    "server yang mengumpulkan, misalnya di provinsi, "
		    "dengan “matang import-cycle”.");
	else if (instrument_json_begins(json_hint(file, "openapi"), "3"))
		json_problem(problems, NULL,
		    "Ini keterangan tentang "
		    "antarmuka program, bukan instrumen.");
	else if (*json_hint(file, "$schema") != '\0')
		json_problem(problems, NULL,
		    "Ini skema, yaitu aturan isi "
		    "berkas, bukan instrumen.");
	else if (*json_hint(file, "region") != '\0')
		json_problem(problems, NULL,
		    "Ini angka hasil penilaian suatu "
		    "daerah, bukan instrumen. Angka hasil tidak dimuat: "
		    "dihitung dari penilaiannya.");
	else
		json_problem(problems, NULL,
		    "Ini bukan instrumen dari "
		    "Matang: “format” harus “%s”. Unduh instrumennya sebagai "
		    "JSON dari halaman instrumen.",
		    INSTRUMENT_FORMAT);
	return false;
}

/* ---- in ------------------------------------------------------------------- */

/* Without white space around it, as forms and tables are read. */
static const char *
instrument_json_tidy(struct arena *arena, const char *text)
{
	static const char blanks[] = " \t\r\n";
	char *copy = arena_text(arena, text + strspn(text, blanks));
	char *to = copy;

	for (const char *at = copy; *at != '\0'; at++)
		if (*at == '\r')
			*to++ = '\n', at += at[1] == '\n';
		else
			*to++ = *at == '\t' ? ' ' : *at;
	while (to > copy && strchr(blanks, to[-1]) != NULL)
		to--;
	*to = '\0';
	return copy;
}

static const char *
read_text(struct json_problems *problems, struct json *object, const char *name, size_t max,
    unsigned flags)
{
	return instrument_json_tidy(problems->arena,
	    json_as_text(problems, json_member(problems, object, name, JSON_REQUIRED), max, flags));
}

/* Lists are in the order of their numbers: each says its own. */
static void
instrument_json_read_number(struct json_problems *problems, struct json *object, const char *name,
    size_t expected)
{
	int64_t number = (int64_t)expected;
	struct json *member = json_member(problems, object, name, JSON_REQUIRED);

	if (json_as_whole(problems, member, 1, INSTRUMENT_VARIABLES_MAX, &number) &&
	    (size_t)number != expected)
		json_problem(problems, member,
		    "Disusun berurutan dari 1: di "
		    "sini harus %zu.",
		    expected);
}

static void
instrument_json_read_item(struct json_problems *problems, struct json *object,
    struct instrument_item *item)
{
	item->title = read_text(problems, object, "title", INSTRUMENT_TITLE_MAX, JSON_FILLED);
	item->compulsory = json_as_flag(problems,
	    json_member(problems, object, "compulsory", JSON_REQUIRED));
	item->needs_signature = json_as_flag(problems,
	    json_member(problems, object, "needs_signature", JSON_REQUIRED));
	for (int help = 0; help < HELP_TEXTS; help++) {
		struct json *member = json_member(problems, object, instrument_help_names[help],
		    JSON_OPTIONAL);

		if (member != NULL)
			item->help[help] = instrument_json_tidy(problems->arena,
			    json_as_text(problems, member, INSTRUMENT_HELP_MAX, 0));
	}
	json_refuse_others(problems, object);
}

static void
instrument_json_read_level(struct json_problems *problems, struct json *object, size_t number,
    struct instrument_level *level)
{
	struct json *items;

	instrument_json_read_number(problems, object, "number", number);
	level->indicator = read_text(problems, object, "indicator", INSTRUMENT_WORDING_MAX,
	    JSON_FILLED | JSON_LINES);
	level->guidance = read_text(problems, object, "guidance", INSTRUMENT_WORDING_MAX,
	    JSON_LINES);
	items = json_as_list(problems, json_member(problems, object, "items", JSON_REQUIRED), 1,
	    INSTRUMENT_ITEMS_MAX + 1);
	level->item_count = json_count(items);
	level->items = arena_array(problems->arena, level->item_count + 1, sizeof(*level->items));
	for (size_t at = 0; at < level->item_count; at++)
		instrument_json_read_item(problems, json_as_object(problems, json_at(items, at)),
		    &level->items[at]);
	json_refuse_others(problems, object);
}

static void
read_variable(struct json_problems *problems, struct json *object, size_t number,
    struct instrument_variable *variable)
{
	struct json *levels;

	instrument_json_read_number(problems, object, "number", number);
	variable->number = (int64_t)number;
	variable->name = read_text(problems, object, "name", INSTRUMENT_VARIABLE_MAX, JSON_FILLED);
	levels = json_as_list(problems, json_member(problems, object, "levels", JSON_REQUIRED),
	    INSTRUMENT_LEVELS, INSTRUMENT_LEVELS);
	for (size_t at = 0; at < json_count(levels); at++)
		instrument_json_read_level(problems, json_as_object(problems, json_at(levels, at)),
		    at + 1, &variable->levels[at]);
	json_refuse_others(problems, object);
}

static void
instrument_json_read_category(struct json_problems *problems, struct json *object, size_t number,
    struct instrument_category *category)
{
	enum { MOST = INSTRUMENT_VARIABLES_MAX * LEVEL_MAX * 10 };

	instrument_json_read_number(problems, object, "level", number);
	category->name = read_text(problems, object, "name", INSTRUMENT_CATEGORY_MAX, JSON_FILLED);
	json_as_whole(problems, json_member(problems, object, "min_tenths", JSON_REQUIRED), 0, MOST,
	    &category->min_tenths);
	json_as_whole(problems, json_member(problems, object, "max_tenths", JSON_REQUIRED), 0, MOST,
	    &category->max_tenths);
	json_refuse_others(problems, object);
}

enum category_fault
instrument_categories_check(const struct instrument *instrument, size_t *row)
{
	int variables = (int)instrument->variable_count;
	struct category rows[INSTRUMENT_LEVELS];

	for (size_t at = 0; at < INSTRUMENT_LEVELS; at++) {
		const struct instrument_category *category = &instrument->categories[at];

		rows[at] = (struct category){ .level = (int)at + 1,
			.name = category->name,
			.min_tenths = (int)category->min_tenths,
			.max_tenths = (int)category->max_tenths };
	}
	return category_check(rows, INSTRUMENT_LEVELS, variables * LEVEL_MIN * 10,
	    variables * LEVEL_MAX * 10, row);
}

/* How they join is worth a look only when all before is sound. */
static void
instrument_json_check_categories(struct json_problems *problems, struct json *categories,
    const struct instrument *instrument)
{
	size_t row = 0;
	enum category_fault fault = instrument_categories_check(instrument, &row);

	if (fault != CATEGORY_SOUND)
		json_problem(problems, json_at(categories, row), "%s", category_fault_text(fault));
}

void
instrument_read(struct json_problems *problems, struct json *file, struct instrument *instrument)
{
	size_t before = problems->count;
	struct json *variables, *categories;

	memset(instrument, 0, sizeof(*instrument));
	instrument->name = instrument->basis = "";
	file = json_as_object(problems, file);
	if (file == NULL || !is_instrument(problems, file))
		return;
	json_member(problems, file, "format", JSON_REQUIRED);
	instrument->name = read_text(problems, file, "name", INSTRUMENT_NAME_MAX, JSON_FILLED);
	instrument->basis = read_text(problems, file, "basis", INSTRUMENT_BASIS_MAX, 0);
	variables = json_as_list(problems, json_member(problems, file, "variables", JSON_REQUIRED),
	    1, INSTRUMENT_VARIABLES_MAX);
	instrument->variable_count = json_count(variables);
	instrument->variables = arena_array(problems->arena, instrument->variable_count + 1,
	    sizeof(*instrument->variables));
	for (size_t at = 0; at < json_count(variables); at++)
		read_variable(problems, json_as_object(problems, json_at(variables, at)), at + 1,
		    &instrument->variables[at]);
	categories = json_as_list(problems,
	    json_member(problems, file, "categories", JSON_REQUIRED), INSTRUMENT_LEVELS,
	    INSTRUMENT_LEVELS);
	for (size_t at = 0; at < json_count(categories); at++)
		instrument_json_read_category(problems,
		    json_as_object(problems, json_at(categories, at)), at + 1,
		    &instrument->categories[at]);
	json_refuse_others(problems, file);
	if (problems->count == before)
		instrument_json_check_categories(problems, categories, instrument);
}
