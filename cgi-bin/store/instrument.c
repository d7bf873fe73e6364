/* SPDX-License-Identifier: ISC */
#include "store/instrument.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "store/history.h"
#include "base/banned.h"

enum { LEVELS = 5, NUMBER_MAX = 9999 };

static const char other_documents[] = "Dokumen pendukung lain";

static char *
title_of(struct arena *arena, const char *from, const char *end)
{
	static const char blank[] = " \t\r\n+";
	char *title;

	while (from < end && strchr(blank, *from) != NULL)
		from++;
	while (end > from && strchr(" \t\r\n.", end[-1]) != NULL)
		end--;
	title = arena_copy(arena, from, (size_t)(end - from));
	*title = (char)toupper((unsigned char)*title);
	return title;
}

/* A "(ttd)" at the end: the document is to be signed. */
static bool
take_mark(const char *from, const char **end, const char *mark)
{
	const char *at = *end;

	while (at > from && strchr(" \t\r\n.", at[-1]) != NULL)
		at--;
	if ((size_t)(at - from) < strlen(mark) ||
	    strncasecmp(at - strlen(mark), mark, strlen(mark)) != 0)
		return false;
	*end = at - strlen(mark);
	return true;
}

void
instrument_items(struct arena *arena, struct instrument_level *level,
    const char *examples)
{
	size_t most = 2;
	bool marked = false;

	for (const char *at = examples; *at != '\0'; at++)
		most += *at == ';';
	level->items = arena_array(arena, most, sizeof(*level->items));
	level->item_count = 0;
	while (*examples != '\0') {
		size_t length = strcspn(examples, ";");
		struct instrument_item *item =
		    &level->items[level->item_count];
		const char *end = examples + length;

		item->compulsory = take_mark(examples, &end, "(wajib)");
		item->needs_signature = take_mark(examples, &end, "(ttd)");
		item->title = title_of(arena, examples, end);
		marked = marked || item->compulsory;
		level->item_count += *item->title != '\0';
		examples += length + (examples[length] == ';');
	}
	if (!marked && level->item_count > 0)
		level->items[0].compulsory = true;
	level->items[level->item_count++] = (struct instrument_item){
	    .title = other_documents };
}

bool
instrument_tenths(const char *text, int64_t *tenths)
{
	int64_t number = 0;
	const char *at = text;

	for (; *at >= '0' && *at <= '9' && number <= NUMBER_MAX; at++)
		number = number * 10 + (*at - '0');
	if (at == text || number > NUMBER_MAX)
		return false;
	*tenths = number * 10;
	if (*at == '\0')
		return true;
	if ((*at != '.' && *at != ',') || at[1] < '0' || at[1] > '9' ||
	    at[2] != '\0')
		return false;
	*tenths += at[1] - '0';
	return true;
}

struct adding {
	const struct instrument *instrument;
	bool publish;
	int64_t by;
	int64_t id;
};

static int
add_level(struct db *db, int64_t variable_id, int64_t number,
    const struct instrument_level *level)
{
	int result = db_run(db, STATEMENT_IMPORT_LEVEL, db_int(variable_id),
	    db_int(number), db_text(level->indicator),
	    db_text(level->guidance));
	int64_t id = db_last_key(db);

	for (size_t at = 0; result >= 0 && at < level->item_count; at++)
		result = db_run(db, STATEMENT_IMPORT_ITEM, db_int(id),
		    db_int((int64_t)at + 1), db_text(level->items[at].title),
		    db_int(level->items[at].compulsory),
		    db_int(level->items[at].needs_signature));
	return result;
}

static int
add_variable(struct db *db, int64_t instrument_id,
    const struct instrument_variable *variable)
{
	int result = db_run(db, STATEMENT_IMPORT_VARIABLE,
	    db_int(instrument_id), db_int(variable->number),
	    db_text(variable->name));
	int64_t id = db_last_key(db);

	for (int level = 0; result >= 0 && level < LEVELS; level++)
		result = add_level(db, id, level + 1,
		    &variable->levels[level]);
	return result;
}

static int
add_instrument(struct db *db, void *argument)
{
	struct adding *adding = argument;
	const struct instrument *new = adding->instrument;
	struct change change = { .subject = "instrument",
	    .account_id = adding->by, .to = new->name,
	    .reason = adding->publish ? "published" : "draft" };
	int result = db_run(db, STATEMENT_IMPORT_INSTRUMENT,
	    db_text(new->name), db_text(new->basis), db_int(adding->publish),
	    db_int(adding->publish));

	adding->id = db_last_key(db);
	for (size_t at = 0; result >= 0 && at < new->variable_count; at++)
		result = add_variable(db, adding->id, &new->variables[at]);
	for (int level = 0; result >= 0 && level < LEVELS; level++)
		result = db_run(db, STATEMENT_IMPORT_CATEGORY,
		    db_int(adding->id), db_int(level + 1),
		    db_text(new->categories[level].name),
		    db_int(new->categories[level].min_tenths),
		    db_int(new->categories[level].max_tenths));
	if (result < 0)
		return result;
	change.subject_id = adding->id;
	return history_add(db, &change);
}

int
instrument_add(struct db *db, const struct instrument *instrument,
    bool publish, int64_t by, int64_t *id)
{
	struct adding adding = { .instrument = instrument, .publish = publish,
	    .by = by };
	int result = db_txn(db, add_instrument, &adding);

	*id = adding.id;
	return result;
}
