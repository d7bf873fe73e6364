/* SPDX-License-Identifier: ISC */
/*
 * A row of history: who changed what from which to which, and why, written in
 * the transaction of the change itself.  Long values are cut, never inside a
 * character.
 */
#include "store/history.h"

#include <string.h>

#include "base/banned.h"

enum { VALUE_CHARACTERS = 500, REASON_CHARACTERS = 2000 };

/* The first characters of a text, never cut inside one. */
static struct db_value
shortened(const char *text, size_t limit)
{
	size_t length = 0;

	if (text == NULL)
		return db_text("");
	while (text[length] != '\0' && limit > 0) {
		length++;
		while (((unsigned char)text[length] & 0xc0) == 0x80)
			length++;
		limit--;
	}
	return db_bytes(text, length);
}

static bool
is_right(const struct change *change)
{
	return strcmp(change->subject, "account") == 0 || strcmp(change->subject, "right") == 0;
}

/* As what it was done; NULL: as what the account is, or by nobody's account. */
static struct db_value
capacity_of(const struct db *db, int64_t account_id)
{
	return db_text(account_id != 0 ? db_capacity(db) : NULL);
}

static const char *
value_or_none(const char *value)
{
	return value == NULL || *value == '\0' ? "–" : value;
}

/* The values of the event that goes with the change of a right. */
enum { EVENT_VALUES = 9 };

static void
put_right(const struct db *db, const struct change *change, struct db_value *values)
{
	const struct db_value all[EVENT_VALUES] = {
		db_key(change->account_id),
		capacity_of(db, change->account_id),
		db_key(change->account_id),
		db_key(change->region_id),
		db_key(change->agency_id),
		db_text(db_address(db)),
		db_key(change->subject_id),
		db_text(value_or_none(change->from)),
		db_text(value_or_none(change->to)),
	};

	memcpy(values, all, sizeof(all));
}

/* 0, or enum db_error. */
static int
add_right(struct db *db, const struct change *change)
{
	struct db_value values[EVENT_VALUES + 1] = { [EVENT_VALUES] = { .kind = DB_END } };
	int result;

	put_right(db, change, values);
	result = db_run_values(db, DB_TAKES(EVENT_VALUES, STATEMENT_EVENT_ADD_RIGHT), values);
	return result < 0 ? result : 0;
}

enum { HISTORY_VALUES = 13 };

static void
put_change(const struct db *db, const struct change *change, struct db_value *values)
{
	const struct db_value all[HISTORY_VALUES] = {
		db_key(change->account_id),
		capacity_of(db, change->account_id),
		db_key(change->account_id),
		db_text(db_address(db)),
		db_key(change->region_id),
		db_key(change->agency_id),
		db_key(change->assessment_id),
		db_key(change->variable_number),
		db_text(change->subject),
		db_key(change->subject_id),
		shortened(change->from, VALUE_CHARACTERS),
		shortened(change->to, VALUE_CHARACTERS),
		shortened(change->reason, REASON_CHARACTERS),
	};

	memcpy(values, all, sizeof(all));
}

int
history_add(struct db *db, const struct change *change)
{
	struct db_value values[HISTORY_VALUES + 1] = { [HISTORY_VALUES] = { .kind = DB_END } };
	int result;

	put_change(db, change, values);
	result = db_run_values(db, DB_TAKES(HISTORY_VALUES, STATEMENT_HISTORY_ADD), values);
	if (result >= 0 && is_right(change))
		result = add_right(db, change);
	return result < 0 ? result : 0;
}

static int
add_rights(struct db *db, const struct change *changes, size_t count)
{
	struct db_value values[DB_ROWS_MAX * EVENT_VALUES];
	size_t rights = 0;
	int result;

	for (size_t row = 0; row < count; row++)
		if (is_right(&changes[row]))
			put_right(db, &changes[row], values + rights++ * EVENT_VALUES);
	if (rights == 0)
		return 0;
	result = db_run_rows(db, DB_TAKES(EVENT_VALUES, STATEMENT_EVENT_ADD_RIGHT), values,
	    EVENT_VALUES, rights);
	return result < 0 ? result : 0;
}

int
history_add_rows(struct db *db, const struct change *changes, size_t count)
{
	struct db_value values[DB_ROWS_MAX * HISTORY_VALUES];
	int result;

	if (count == 0)
		return 0;
	for (size_t row = 0; row < count; row++)
		put_change(db, &changes[row], values + row * HISTORY_VALUES);
	result = db_run_rows(db, DB_TAKES(HISTORY_VALUES, STATEMENT_HISTORY_ADD), values,
	    HISTORY_VALUES, count);
	return result < 0 ? result : add_rights(db, changes, count);
}
