/* SPDX-License-Identifier: ISC */
#include "store/setting.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/role.h"
#include "store/history.h"
#include "base/banned.h"

enum { ROLE_TEXT = 16, NOTE_TEXT = 400 };

static const struct setting_rule rules[] = {
	{ "session_idle_minutes", SETTING_NUMBER, 5, 1440 },
	{ "session_hours", SETTING_NUMBER, 1, 168 },
	{ "second_factor_roles", SETTING_ROLES, 0, 0 },
	{ "password_min_length", SETTING_NUMBER, 8, 64 },
	{ "throttle_failures", SETTING_NUMBER, 3, 100 },
	{ "throttle_address_failures", SETTING_NUMBER, 5, 10000 },
	{ "throttle_minutes", SETTING_NUMBER, 1, 1440 },
	{ "file_max_mib", SETTING_NUMBER, 1, 2048 },
	{ "agency_quota_mib", SETTING_NUMBER, 1, 1048576 },
	{ "api_requests_per_minute", SETTING_NUMBER, 1, 10000 },
	{ "arrival_hours", SETTING_NUMBER, 1, 8760 },
	{ "working_weekdays", SETTING_NUMBER, 1, 127 },
	{ "quality_variables_max", SETTING_NUMBER, 1, 60 },
	{ "promise_due_days", SETTING_NUMBER, 0, 60 },
	{ "anonymity_threshold", SETTING_NUMBER, 3, 100 },
};

const struct setting_rule *
setting_rule(const char *name)
{
	for (size_t at = 0; at < sizeof(rules) / sizeof(rules[0]); at++)
		if (strcmp(rules[at].name, name) == 0)
			return &rules[at];
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

		if (length >= sizeof(code) ||
		    (value[length] == ',' && value[length + 1] == '\0'))
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

bool
setting_fits(const struct setting_rule *rule, const char *value)
{
	char *end;
	long long number;

	if (rule->kind == SETTING_ROLES)
		return are_roles(value);
	errno = 0;
	number = strtoll(value, &end, 10);
	return errno == 0 && *value >= '0' && *value <= '9' && *end == '\0' &&
	    number >= rule->min && number <= rule->max;
}

int
setting_change(struct db *db, const char *name, const char *value, int64_t by)
{
	char from[NOTE_TEXT], to[NOTE_TEXT];
	const struct change note = { .subject = "setting", .account_id = by,
	    .from = from, .to = to };
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_SETTING_VALUE,
	    db_text(name));

	if (result < 1)
		return result;
	snprintf(from, sizeof(from), "%s: %s", name,
	    row_text(&rows, 0, "value"));
	snprintf(to, sizeof(to), "%s: %s", name, value);
	result = db_run(db, STATEMENT_SETTING_CHANGE, db_text(value),
	    db_text(name));
	if (result < 1)
		return result;
	result = history_add(db, &note);
	return result != 0 ? result : 1;
}
