/* SPDX-License-Identifier: ISC */
/*
 * Accounts: added, found, ended, handed over, their passwords and second
 * factors taken away, each with its row of history in the caller's
 * transaction.  The page of the administrator and the operator's command both
 * come here.
 */
#include "store/account.h"

#include <string.h>

#include "store/history.h"
#include "base/banned.h"

enum { NAME_LEAST = 3, NAME_MOST = 60 };

const struct field person_fields[] = { PERSON_FIELDS };

bool
account_name_fits(const char *username)
{
	static const char inner[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";
	size_t length = strlen(username);

	return length >= NAME_LEAST && length <= NAME_MOST && strspn(username, inner) == length &&
	    strchr("._-", username[0]) == NULL && strchr("._-", username[length - 1]) == NULL;
}

/* The constraint account_scope of the schema, asked beforehand. */
bool
account_scope_fits(enum role role, int64_t region_id, int64_t agency_id)
{
	switch (role) {
	case ROLE_OPERATOR:
	case ROLE_HEAD:
	case ROLE_ASSISTANT:
		return region_id != 0 && agency_id != 0;
	case ROLE_VERIFIER:
		return region_id != 0;
	case ROLE_VALIDATOR:
	case ROLE_AUDITOR:
	case ROLE_LEADER:
		return region_id != 0 && agency_id == 0;
	case ROLE_ADMIN:
		return agency_id == 0;
	case ROLE_PUBLIC:
		break;
	}
	return false;
}

static int
account_note(struct db *db, const struct account *account, const char *subject, int64_t by,
    const char *from, const char *to, const char *reason)
{
	const struct change change = {
		.subject = subject,
		.account_id = by,
		.region_id = account->region_id,
		.agency_id = account->agency_id,
		.subject_id = account->id,
		.from = from,
		.to = to,
		.reason = reason,
	};

	return history_add(db, &change);
}

static void
put_person(struct db_value *values, const char *const person[PERSON_COLUMNS])
{
	for (size_t at = 0; at < PERSON_COLUMNS; at++)
		values[at] = db_text(person[at] != NULL ? person[at] : "");
}

enum { ADD_BEFORE = 5, ADD_VALUES = ADD_BEFORE + PERSON_COLUMNS + 1 };

static void
put_account(struct db_value *values, const struct account *account)
{
	const struct db_value before[ADD_BEFORE] = {
		db_text(account->username),
		db_text(account->password_hash),
		db_text(role_code(account->role)),
		db_key(account->region_id),
		db_key(account->agency_id),
	};

	memcpy(values, before, sizeof(before));
	put_person(values + ADD_BEFORE, account->person);
	values[ADD_VALUES - 1] = db_int(account->must_change_password);
}

int
account_add(struct db *db, struct account *account, int64_t by, const char *reason)
{
	struct db_value values[ADD_VALUES + 1] = { [ADD_VALUES] = { .kind = DB_END } };
	int result;

	put_account(values, account);
	result = db_run_values(db, DB_TAKES(ADD_VALUES, STATEMENT_ACCOUNT_ADD), values);
	if (result < 0)
		return result;
	account->id = db_last_key(db);
	return account_note(db, account, "account", by, "", account->username, reason);
}

/* The keys of those that were just added.  Others may have added some between them. */
static int
read_account_keys(struct db *db, int64_t last, struct account *const accounts[], size_t count)
{
	struct rows keys;
	size_t found = 0;
	int result = db_select(db, &keys, STATEMENT_ACCOUNT_KEYS_ABOVE, db_int(last));

	if (result < 0)
		return result;
	for (size_t row = 0; row < keys.count && found < count; row++)
		if (strcmp(row_text(&keys, row, "username"), accounts[found]->username) == 0)
			accounts[found++]->id = row_int(&keys, row, "id");
	if (found == count)
		return 0;
	ERROR_CAUSE(db_errors(db), "%zu accounts of %zu entered", found, count);
	return DB_FAILED;
}

/* That each is there, then that each got its role. */
static int
note_added(struct db *db, struct account *const accounts[], size_t count, int64_t by,
    const char *reason)
{
	static const char *const subjects[] = { "account", "right" };
	struct change changes[DB_ROWS_MAX];
	int result = 0;

	for (size_t at = 0; at < 2 && result == 0; at++) {
		for (size_t row = 0; row < count; row++)
			changes[row] = (struct change){
				.subject = subjects[at],
				.account_id = by,
				.region_id = accounts[row]->region_id,
				.agency_id = accounts[row]->agency_id,
				.subject_id = accounts[row]->id,
				.to = at == 0 ? accounts[row]->username :
						role_code(accounts[row]->role),
				.reason = reason,
			};
		result = history_add_rows(db, changes, count);
	}
	return result;
}

int
account_add_rows(struct db *db, struct account *const accounts[], size_t count, int64_t by,
    const char *reason)
{
	struct db_value values[DB_ROWS_MAX * ADD_VALUES];
	struct rows last;
	int result = db_select(db, &last, STATEMENT_ACCOUNT_KEY_LAST);

	if (result < 0 || count == 0)
		return result < 0 ? result : 0;
	for (size_t row = 0; row < count; row++)
		put_account(values + row * ADD_VALUES, accounts[row]);
	result = db_run_rows(db, DB_TAKES(ADD_VALUES, STATEMENT_ACCOUNT_ADD), values, ADD_VALUES,
	    count);
	if (result >= 0)
		result = read_account_keys(db, row_int(&last, 0, "id"), accounts, count);
	return result != 0 ? result : note_added(db, accounts, count, by, reason);
}

int
account_correct(struct db *db, int64_t id, int64_t version,
    const char *const person[PERSON_COLUMNS])
{
	enum { VALUES = PERSON_COLUMNS + 2 };
	struct db_value values[VALUES + 1];

	put_person(values, person);
	values[PERSON_COLUMNS] = db_int(id);
	values[PERSON_COLUMNS + 1] = db_int(version);
	values[VALUES].kind = DB_END;
	return db_run_values(db, DB_TAKES(VALUES, STATEMENT_ACCOUNT_CORRECT), values);
}

static int
read_account(struct account *account, const struct rows *rows, int count)
{
	if (count < 1)
		return count;
	*account = (struct account){
		.id = row_int(rows, 0, "id"),
		.version = row_int(rows, 0, "version"),
		.username = row_text(rows, 0, "username"),
		.password_hash = row_text(rows, 0, "password_hash"),
		.role = role_of(row_text(rows, 0, "role")),
		.region_id = row_int(rows, 0, "region_id"),
		.agency_id = row_int(rows, 0, "agency_id"),
		.ended = strcmp(row_text(rows, 0, "state"), "ended") == 0,
		.must_change_password = row_int(rows, 0, "must_change_password") != 0,
		.second_factor = row_int(rows, 0, "totp_confirmed") != 0,
		.password_days = row_int(rows, 0, "password_days"),
	};
	for (size_t at = 0; at < PERSON_COLUMNS; at++)
		account->person[at] = row_text(rows, 0, person_fields[at].name);
	return 1;
}

int
account_read(struct db *db, struct account *account, int64_t id)
{
	struct rows rows;

	return read_account(account, &rows,
	    db_select(db, &rows, STATEMENT_ACCOUNT_READ, db_int(id)));
}

int
account_named(struct db *db, struct account *account, const char *username)
{
	struct rows rows;

	/* The column is ASCII: it cannot be compared with anything else. */
	if (!account_name_fits(username))
		return 0;
	return read_account(account, &rows,
	    db_select(db, &rows, STATEMENT_ACCOUNT_NAMED, db_text(username)));
}

static int
end_sessions(struct db *db, int64_t account_id)
{
	static const unsigned char none[32];
	int result = db_run(db, STATEMENT_SESSION_END_ALL, db_int(account_id),
	    db_bytes(none, sizeof(none)));

	return result;
}

int
account_end_sessions(struct db *db, const struct account *account, int64_t by, const char *reason)
{
	int result = end_sessions(db, account->id);

	return result <= 0 ?
	    result :
	    account_note(db, account, "account", by, "", "sessions_ended", reason);
}

int
account_reset_password(struct db *db, const struct account *account, const char *password_hash,
    int64_t by, const char *reason)
{
	int result = db_run(db, STATEMENT_ACCOUNT_SET_PASSWORD, db_text(password_hash), db_int(1),
	    db_int(account->id));

	if (result < 0 || (result = end_sessions(db, account->id)) < 0)
		return result;
	return account_note(db, account, "account", by, "", "password_reset", reason);
}

int
account_first_password(struct db *db, const struct account *account, const char *password_hash,
    int64_t by, const char *reason)
{
	int result = db_run(db, STATEMENT_ACCOUNT_FIRST_PASSWORD, db_text(password_hash),
		db_int(account->id)),
	    error;

	if (result < 1)
		return result;
	if ((error = end_sessions(db, account->id)) < 0 ||
	    (error = account_note(db, account, "account", by, "", "password_reset", reason)) != 0)
		return error;
	return 1;
}

int
account_reset_second_factor(struct db *db, const struct account *account, int64_t by,
    const char *reason)
{
	int result = db_run(db, STATEMENT_ACCOUNT_CLEAR_TOTP, db_int(account->id));

	if (result >= 0)
		result = db_run(db, STATEMENT_RECOVERY_CLEAR, db_int(account->id));
	if (result < 0 || (result = end_sessions(db, account->id)) < 0)
		return result;
	return account_note(db, account, "account", by, "second_factor_on", "second_factor_off",
	    reason);
}

int
account_local_names(struct db *db, const struct account *account, const char *names[LOCAL_NAMES])
{
	static const char *const columns[] = { "region_name", "province_name", "agency_name",
		"short_name" };
	const char *const own[] = { account->person[PERSON_NAME], account->person[PERSON_OFFICE] };
	struct rows rows;
	size_t count = 0;
	int result = db_select(db, &rows, STATEMENT_ACCOUNT_LOCAL_NAMES, db_key(account->agency_id),
	    db_int(account->region_id));

	if (result < 0)
		return result;
	for (size_t at = 0; at < sizeof(own) / sizeof(own[0]); at++)
		if (own[at] != NULL)
			names[count++] = own[at];
	for (size_t at = 0; result > 0 && at < sizeof(columns) / sizeof(columns[0]); at++)
		if (!row_null(&rows, 0, columns[at]))
			names[count++] = row_text(&rows, 0, columns[at]);
	names[count] = NULL;
	return 0;
}

int
account_leave_agency(struct db *db, int64_t account_id, int64_t agency_id)
{
	int result = db_run(db, STATEMENT_SESSION_HOME, db_int(account_id), db_int(agency_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_DUTY_LEAVE, db_int(account_id), db_int(agency_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_MEMBERSHIP_REMOVE, db_int(account_id),
		    db_int(agency_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_MEMBERSHIP_COUNT, db_int(account_id),
		    db_int(account_id));
	return result < 0 ? result : 0;
}

/* Whoever is gone serves no further agency and works on no variable. */
static int
leave_agencies(struct db *db, int64_t account_id)
{
	int result = db_run(db, STATEMENT_DUTY_END, db_int(account_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_MEMBERSHIP_END, db_int(account_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_MEMBERSHIP_COUNT, db_int(account_id),
		    db_int(account_id));
	return result;
}

int
account_end(struct db *db, const struct account *account, int64_t successor, int64_t by,
    const char *reason)
{
	int result = db_run(db, STATEMENT_ACCOUNT_END, db_key(successor), db_int(account->id)),
	    error;

	if (result < 1)
		return result;
	if ((error = end_sessions(db, account->id)) < 0 ||
	    (error = leave_agencies(db, account->id)) < 0 ||
	    (error = account_note(db, account, "right", by, role_code(account->role), "",
		 reason)) != 0)
		return error;
	return 1;
}

int
account_hand_over(struct db *db, const struct account *old, struct account *successor, int64_t by,
    const char *reason)
{
	int result;

	successor->role = old->role;
	successor->region_id = old->region_id;
	successor->agency_id = old->agency_id;
	successor->must_change_password = true;
	result = account_add(db, successor, by, reason);
	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_DUTY_PASS, db_int(successor->id), db_int(old->id),
	    db_int(old->agency_id));
	if (result < 0)
		return result;
	result = account_end(db, old, successor->id, by, reason);
	if (result < 1)
		return result;
	result = account_note(db, successor, "right", by, old->username, successor->username,
	    reason);
	return result != 0 ? result : 1;
}
