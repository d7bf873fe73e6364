/* SPDX-License-Identifier: ISC */
/*
 * What every program keeps of the world: settings, holidays, names of places
 * and people; and the one way in which anything is kept.
 */
#include "frame/kept.h"

#include <string.h>

#include "base/secret.h"
#include "rules/calendar.h"
#include "base/banned.h"

int
kept_world_stamp(struct context *context, struct stamps *stamps)
{
	struct rows rows;
	int result = 0;

	if (context->world == 0 && db_untouched(context->db)) {
		result = db_select(context->db, &rows, STATEMENT_STAMP_WORLD, db_int(1));
		if (result > 0)
			context->world = row_int(&rows, 0, "number");
	}
	*stamps = (struct stamps){ .world = context->world };
	return result < 0 ? result : 0;
}

int
kept(struct context *context, struct cache_key key, struct stamps stamps, kept_read *read,
    const void *what, const void **value)
{
	bool keeps = db_untouched(context->db) && stamps.world != 0;
	struct cache_entry *entry;
	int result;

	*value = keeps ? cache_find(context->cache, key, stamps) : NULL;
	if (*value != NULL)
		return 0;
	if (!keeps)
		return read(context, context->arena, what, value);
	entry = cache_begin(context->cache);
	result = read(context, cache_arena(entry), what, value);
	if (result == 0 && *value != NULL)
		cache_keep(context->cache, entry, key, stamps, *value);
	else
		cache_drop(entry);
	return result;
}

int
kept_of_world(struct context *context, struct cache_key key, kept_read *read, const void *what,
    const void **value)
{
	struct stamps stamps;
	int result = kept_world_stamp(context, &stamps);

	return result != 0 ? result : kept(context, key, stamps, read, what, value);
}

const char *
kept_text(struct arena *arena, const struct rows *rows, size_t row, const char *column)
{
	const char *text = row_text(rows, row, column);

	return *text != '\0' ? arena_text(arena, text) : "";
}

/* ---- rows -------------------------------------------------------------------- */

struct asking {
	enum statement statement;
	const struct db_value *values;
};

static int
read_rows(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct asking *asking = what;
	struct rows rows, *copy;
	struct cell *cells;
	int result = db_select_values(context->db, &rows, asking->statement, asking->values);

	if (result < 0)
		return result;
	cells = arena_array(arena, rows.count * rows.width, sizeof(*cells));
	for (size_t at = 0; at < rows.count * rows.width; at++)
		if (rows.cells[at].text != NULL)
			cells[at] = (struct cell){ .text = rows.cells[at].length ==
					strlen(rows.cells[at].text) ?
				    arena_text(arena, rows.cells[at].text) :
				    arena_copy(arena, rows.cells[at].text, rows.cells[at].length),
				.length = rows.cells[at].length };
	copy = arena_alloc(arena, sizeof(*copy));
	*copy = rows;
	copy->cells = cells;
	*value = copy;
	return 0;
}

/* The statement and its values, so that no two questions are taken for one. */
static struct cache_key
question_of(enum statement statement, int64_t version, const struct db_value *values)
{
	struct cache_key key = { .kind = CACHE_ROWS };
	unsigned char digest[SHA256_BYTES];
	struct sha256_state state;

	sha256_begin(&state);
	sha256_add(&state, &statement, sizeof(statement));
	sha256_add(&state, &version, sizeof(version));
	for (; values->kind != DB_END; values++) {
		int64_t kind = values->kind, length = (int64_t)values->length;

		sha256_add(&state, &kind, sizeof(kind));
		sha256_add(&state, &values->number, sizeof(values->number));
		sha256_add(&state, &length, sizeof(length));
		if (values->kind == DB_BYTES)
			sha256_add(&state, values->bytes, values->length);
	}
	sha256_so_far(&state, digest);
	memcpy(&key.id, digest, sizeof(key.id));
	memcpy(&key.part, digest + sizeof(key.id), sizeof(key.part));
	return key;
}

int
kept_version_select_values(struct context *context, struct rows *rows, enum statement statement,
    struct stamps stamps, int64_t version, const struct db_value *values)
{
	struct asking asking = { .statement = statement, .values = values };
	const void *value = NULL;
	int result = kept(context, question_of(statement, version, values), stamps, read_rows,
	    &asking, &value);

	if (result < 0)
		return result;
	*rows = *(const struct rows *)value;
	rows->next = arena_alloc(context->arena, sizeof(*rows->next));
	return (int)rows->count;
}

int
kept_select_values(struct context *context, struct rows *rows, enum statement statement,
    const struct db_value *values)
{
	struct stamps stamps = { .world = context->world, .agency = context->own };

	if (!context->own_known || !context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		return db_select_values(context->db, rows, statement, values);
	return kept_version_select_values(context, rows, statement, stamps, 0, values);
}

int
kept_world_select_values(struct context *context, struct rows *rows, enum statement statement,
    const struct db_value *values)
{
	struct stamps stamps;
	int result = kept_world_stamp(context, &stamps);

	return result != 0 ?
	    result :
	    kept_version_select_values(context, rows, statement, stamps, 0, values);
}

/* ---- settings and holidays ------------------------------------------------- */

/* As stored, or the default. */
struct settings {
	const char *texts[SETTING_COUNT];
};

static int
read_settings(struct context *context, struct arena *arena, const void *what, const void **value)
{
	struct settings *settings = arena_alloc(arena, sizeof(*settings));
	int result = setting_all(context->db, settings->texts);

	(void)what;
	for (size_t at = 0; at < SETTING_COUNT; at++)
		settings->texts[at] = arena_text(arena, settings->texts[at]);
	*value = settings;
	return result;
}

static int
kept_setting(struct context *context, enum setting setting, const char **text)
{
	const void *value;
	int result = kept_of_world(context, (struct cache_key){ .kind = CACHE_SETTINGS },
	    read_settings, NULL, &value);

	if (result == 0)
		*text = ((const struct settings *)value)->texts[setting];
	return result;
}

static int
kept_read_holidays(struct context *context, struct arena *arena, const void *what,
    const void **value)
{
	struct holidays *holidays = arena_alloc(arena, sizeof(*holidays));
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CALENDAR_LOAD);

	(void)what;
	if (result < 0)
		return result;
	holidays->days = arena_array(arena, rows.count + 1, sizeof(*holidays->days));
	holidays->regions = arena_array(arena, rows.count + 1, sizeof(*holidays->regions));
	holidays->count = rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		holidays->days[row] = day_parse(row_text(&rows, row, "day"));
		holidays->regions[row] = row_int(&rows, row, "region_id");
	}
	*value = holidays;
	return 0;
}

int
kept_holidays(struct context *context, const struct holidays **holidays)
{
	const void *value;
	int result = kept_of_world(context, (struct cache_key){ .kind = CACHE_HOLIDAYS },
	    kept_read_holidays, NULL, &value);

	if (result == 0)
		*holidays = value;
	return result;
}

int
kept_setting_number(struct context *context, enum setting setting, int64_t *number)
{
	const char *text;
	int result = kept_setting(context, setting, &text);

	*number = 0;
	return result != 0 ? result : setting_number_of(context->db, setting, text, number);
}

int
kept_setting_text(struct context *context, enum setting setting, const char **text)
{
	const char *stored;
	int result = kept_setting(context, setting, &stored);

	*text = "";
	return result != 0 ? result : setting_text_of(context->db, setting, stored, text);
}

/* ---- names ----------------------------------------------------------------- */

static int
read_name(struct arena *arena, const struct rows *rows, int result, const void **value)
{
	if (result > 0)
		*value = arena_text(arena, row_text(rows, 0, "name"));
	return result < 0 ? result : 0;
}

static int
read_agency_name(struct context *context, struct arena *arena, const void *what, const void **value)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_KEPT_AGENCY,
	    db_int(*(const int64_t *)what));

	return read_name(arena, &rows, result, value);
}

static int
read_person_name(struct context *context, struct arena *arena, const void *what, const void **value)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_KEPT_PERSON,
	    db_int(*(const int64_t *)what));

	return read_name(arena, &rows, result, value);
}

static int
kept_name(struct context *context, enum cache_kind kind, kept_read *read, int64_t id,
    const char **name)
{
	const void *value = NULL;
	int result = 0;

	if (id != 0)
		result = kept_of_world(context, (struct cache_key){ .kind = kind, .id = id }, read,
		    &id, &value);
	*name = value != NULL ? value : "";
	return result;
}

int
kept_agency_name(struct context *context, int64_t agency_id, const char **name)
{
	/* Who asks was read with the names of where they belong. */
	if (agency_id != 0 && agency_id == context->actor.agency_id) {
		*name = context->actor.agency_name;
		return 0;
	}
	return kept_name(context, CACHE_AGENCY, read_agency_name, agency_id, name);
}

int
kept_person_name(struct context *context, int64_t account_id, const char **name)
{
	return kept_name(context, CACHE_PERSON, read_person_name, account_id, name);
}

static int
read_place(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct cache_key *key = what;
	struct place_names *names;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_KEPT_PLACE, db_int(key->part),
	    db_int(key->id));

	if (result <= 0)
		return result;
	names = arena_alloc(arena, sizeof(*names));
	names->region = kept_text(arena, &rows, 0, "region_name");
	names->agency = kept_text(arena, &rows, 0, "agency_name");
	names->zone = kept_text(arena, &rows, 0, "timezone");
	names->contact_name = kept_text(arena, &rows, 0, "contact_name");
	names->contact_phone = kept_text(arena, &rows, 0, "contact_phone");
	names->contact_mail = kept_text(arena, &rows, 0, "contact_mail");
	*value = names;
	return 0;
}

int
kept_place(struct context *context, int64_t region_id, int64_t agency_id,
    const struct place_names **names)
{
	struct cache_key key = { .kind = CACHE_PLACE, .id = region_id, .part = agency_id };
	const void *value = NULL;
	int result = kept_of_world(context, key, read_place, &key, &value);

	*names = value;
	return result;
}
