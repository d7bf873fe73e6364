/* SPDX-License-Identifier: ISC */
/*
 * Settings of the instance: one table with bounds and default of each, and
 * what was chosen.  What cannot be read is an error and never the default.
 */
#include "store/setting.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/role.h"
#include "store/history.h"
#include "base/banned.h"

enum { ROLE_TEXT = 16, NOTE_TEXT = 400, ADDRESS_TEXT = 300 };

const struct setting_rule setting_rules[SETTING_COUNT] = {
#define SETTING_ROW(id, name, kind, min, max, value, label) \
	[SETTING_##id] = { name, SETTING_OF_##kind, min, max, value, label },
	SETTINGS(SETTING_ROW)
#undef SETTING_ROW
};

const struct setting_rule *
setting_rule(const char *name)
{
	for (size_t at = 0; at < SETTING_COUNT; at++)
		if (strcmp(setting_rules[at].name, name) == 0)
			return &setting_rules[at];
	return NULL;
}

static bool
are_roles(const char *value)
{
	unsigned seen = 0;

	while (*value != '\0') {
		size_t length = strcspn(value, ",");
		char code[ROLE_TEXT] = "";
		enum role role;

		if (length >= sizeof(code) || (value[length] == ',' && value[length + 1] == '\0'))
			return false;
		memcpy(code, value, length);
		role = role_of(code);
		if (role == ROLE_PUBLIC || (seen & (unsigned)role) != 0)
			return false;
		seen |= (unsigned)role;
		value += length + (value[length] == ',');
	}
	return true;
}

/* So much of a text as these characters make. */
#define LETTERS "abcdefghijklmnopqrstuvwxyz0123456789"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
static const char https[] = "https://";

static bool
is_address(const char *value)
{
	size_t length = strlen(value);

	return length == 0 ||
	    (length < ADDRESS_TEXT && strncmp(value, https, sizeof(https) - 1) == 0 &&
		length > sizeof(https) - 1 &&
		strspn(value, LETTERS CAPITALS "-._~:/?#[]@!$&()*+,;=%") == length);
}

/* One origin, and where it ends: a host, and a port where it has one. */
static const char *
pass_site(const char *value)
{
	enum { PORT_DIGITS = 5 };
	size_t host;

	if (strncmp(value, https, sizeof(https) - 1) != 0)
		return NULL;
	value += sizeof(https) - 1;
	host = strspn(value, LETTERS "-.");
	if (host == 0 || *value == '.' || *value == '-' || value[host - 1] == '.')
		return NULL;
	value += host;
	if (*value == ':') {
		size_t digits = strspn(value + 1, "0123456789");

		if (digits == 0 || digits > PORT_DIGITS)
			return NULL;
		value += digits + 1;
	}
	return value;
}

static bool
are_sites(const char *value)
{
	if (strlen(value) >= ADDRESS_TEXT)
		return false;
	while (*value != '\0') {
		value = pass_site(value);
		if (value == NULL || (*value != '\0' && *value != ' ') ||
		    (*value == ' ' && value[1] == '\0'))
			return false;
		value += *value == ' ';
	}
	return true;
}

bool
setting_fits(const struct setting_rule *rule, const char *value)
{
	char *end;
	long long number;

	if (rule->kind == SETTING_OF_ROLES)
		return are_roles(value);
	if (rule->kind == SETTING_OF_ADDRESS)
		return is_address(value);
	if (rule->kind == SETTING_OF_SITES)
		return are_sites(value);
	errno = 0;
	number = strtoll(value, &end, 10);
	return errno == 0 && *value >= '0' && *value <= '9' && *end == '\0' &&
	    number >= rule->min && number <= rule->max;
}

/* ---- reading -------------------------------------------------------------- */

int
setting_text_of(struct db *db, enum setting setting, const char *chosen, const char **value)
{
	const struct setting_rule *rule = &setting_rules[setting];

	*value = chosen != NULL ? chosen : rule->value;
	if (setting_fits(rule, *value))
		return 0;
	ERROR_CAUSE(db_errors(db),
	    "the setting %s has a value that it may not "
	    "have: matang setting --help",
	    rule->name);
	return DB_FAILED;
}

int
setting_number_of(struct db *db, enum setting setting, const char *chosen, int64_t *number)
{
	const char *value;
	int result = setting_text_of(db, setting, chosen, &value);

	*number = result == 0 ? strtoll(value, NULL, 10) : 0;
	return result;
}

/* What was chosen, or NULL. */
static int
read_chosen(struct db *db, enum setting setting, const char **chosen)
{
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_SETTING_VALUE,
	    db_text(setting_rules[setting].name));

	*chosen = result > 0 ? row_text(&rows, 0, "value") : NULL;
	return result < 0 ? result : 0;
}

int
setting_text(struct db *db, enum setting setting, const char **value)
{
	const char *chosen;
	int result = read_chosen(db, setting, &chosen);

	*value = "";
	return result != 0 ? result : setting_text_of(db, setting, chosen, value);
}

int
setting_number(struct db *db, enum setting setting, int64_t *number)
{
	const char *chosen;
	int result = read_chosen(db, setting, &chosen);

	*number = 0;
	return result != 0 ? result : setting_number_of(db, setting, chosen, number);
}

int
setting_all(struct db *db, const char *values[SETTING_COUNT])
{
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_SETTING_LIST);

	for (size_t at = 0; at < SETTING_COUNT; at++)
		values[at] = setting_rules[at].value;
	for (size_t row = 0; row < rows.count; row++) {
		const struct setting_rule *rule = setting_rule(row_text(&rows, row, "name"));

		if (rule != NULL)
			values[rule - setting_rules] = row_text(&rows, row, "value");
	}
	return result < 0 ? result : 0;
}

/* ---- choosing ------------------------------------------------------------- */

int
setting_change(struct db *db, const struct setting_rule *rule, const char *value, int64_t by)
{
	char from[NOTE_TEXT], to[NOTE_TEXT];
	const struct change note = { .subject = "setting",
		.account_id = by,
		.from = from,
		.to = to };
	const char *chosen;
	int result = read_chosen(db, (enum setting)(rule - setting_rules), &chosen);

	if (result != 0)
		return result;
	snprintf(from, sizeof(from), "%s: %s", rule->name, chosen != NULL ? chosen : rule->value);
	snprintf(to, sizeof(to), "%s: %s", rule->name, value);
	result = db_run(db, STATEMENT_SETTING_CHANGE, db_text(rule->name), db_text(value));
	return result < 0 ? result : history_add(db, &note);
}
