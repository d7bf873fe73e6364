/* SPDX-License-Identifier: ISC */
/*
 * What is read as JSON is what the limits allow, in UTF-8, with a place for
 * each value; an instrument that is read and written reads the same again,
 * and so does each of its checklists in a cell.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "format/instrument_json.h"

static const struct json_limits limits = { 16384, 8, 1200 };

static size_t
count(const struct json *value, size_t depth)
{
	size_t values = 1;

	switch (value->kind) {
	case JSON_IS_TEXT:
		CHECK(utf8_text(value->text, strlen(value->text), true) == UTF8_OK);
		break;
	case JSON_IS_LIST:
	case JSON_IS_OBJECT:
		CHECK(depth < limits.depth);
		for (size_t i = 0; i < value->count; i++) {
			const struct json *member = &value->members[i];

			CHECK(member->parent == value);
			CHECK((member->name != NULL) == (value->kind == JSON_IS_OBJECT));
			values += count(member, depth + 1);
		}
		break;
	default:
		break;
	}
	return values;
}

static void
check_checklist(struct arena *arena, const struct instrument_level *level)
{
	struct buffer cell = { .arena = arena };
	struct instrument_level again;
	bool other = false;

	instrument_items_text(&cell, level);
	instrument_items(arena, &again, cell.bytes);
	for (size_t i = 0; i < level->item_count; i++) {
		const struct instrument_item *was = &level->items[i], *is = &again.items[i];

		CHECK(i < again.item_count);
		CHECK(strcmp(was->title, is->title) == 0);
		CHECK(was->compulsory == is->compulsory);
		CHECK(was->needs_signature == is->needs_signature);
		other = other || strcmp(was->title, INSTRUMENT_OTHER) == 0;
	}
	CHECK(again.item_count == level->item_count + !other);
}

static void
check_instrument(struct arena *arena, const struct instrument *first)
{
	struct buffer out = { .arena = arena }, again = { .arena = arena };
	struct json_problems problems = { .arena = arena };
	struct instrument second;

	instrument_write(&out, first);
	instrument_read(&problems, json_read(&problems, out.bytes, out.length, &json_limits_import),
	    &second);
	CHECK(problems.count == 0);
	instrument_write(&again, &second);
	CHECK(strcmp(out.bytes, again.bytes) == 0);
	for (size_t i = 0; i < first->variable_count; i++)
		for (size_t level = 0; level < INSTRUMENT_LEVELS; level++)
			check_checklist(arena, &first->variables[i].levels[level]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena arena = { 0 };
	struct json_problems problems = { .arena = &arena };
	struct instrument instrument;
	char *bytes = copy(data, n);
	struct json *file;

	file = json_read(&problems, bytes, n, &limits);
	free(bytes);
	CHECK((file == NULL) == (problems.count > 0));
	if (file != NULL)
		CHECK(count(file, 0) <= limits.values);
	instrument_read(&problems, file, &instrument);
	for (size_t i = 0; i < problems.count && i < JSON_PROBLEMS_LISTED; i++) {
		const char *where = problems.listed[i].where;
		const char *text = problems.listed[i].text;

		CHECK(utf8_text(where, strlen(where), false) == UTF8_OK);
		CHECK(*text != '\0');
		CHECK(utf8_text(text, strlen(text), false) == UTF8_OK);
	}
	if (problems.count == 0)
		check_instrument(&arena, &instrument);
	arena_free(&arena);
	return 0;
}
