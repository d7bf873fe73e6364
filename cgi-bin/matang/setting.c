/* SPDX-License-Identifier: ISC */
#include "matang/command.h"
#include "store/setting.h"
#include "base/banned.h"

static int
show(struct work *work)
{
	struct rows rows;
	int result = db_select(work->db, &rows, STATEMENT_SETTING_LIST);

	if (result < 0)
		return store_failed(work, result, "cannot read the settings");
	for (size_t row = 0; row < rows.count; row++)
		printf("%-26s %s\n", row_text(&rows, row, "name"),
		    row_text(&rows, row, "value"));
	return DONE;
}

static int
change(struct db *db, void *argument)
{
	struct work *work = argument;
	int result = setting_change(db, work->arguments[0],
	    work->arguments[1], 0);

	return result == 1 ? 0 : result == 0 ? db_stop(db, PROBLEM) : result;
}

static int
setting(struct work *work)
{
	const char *name = work->arguments[0], *value = work->arguments[1];
	const struct setting_rule *rule;
	struct rows rows;
	int result;

	if (name == NULL)
		return show(work);
	rule = setting_rule(name);
	if (rule == NULL)
		return complain(work, MISUSE, "there is no setting '%s'; "
		    "matang setting lists them", name);
	if (value == NULL) {
		result = db_select(work->db, &rows, STATEMENT_SETTING_VALUE,
		    db_text(name));
		if (result < 0)
			return store_failed(work, result, "cannot read it");
		if (result == 1)
			puts(row_text(&rows, 0, "value"));
		return result == 1 ? DONE : PROBLEM;
	}
	if (!setting_fits(rule, value))
		return rule->kind == SETTING_ROLES ? complain(work, MISUSE,
		    "%s wants roles with commas between them, or ''", name) :
		    complain(work, MISUSE, "%s wants a number from %lld to "
		    "%lld", name, (long long)rule->min, (long long)rule->max);
	result = db_txn(work->db, change, work);
	if (result == DB_STOPPED)
		return complain(work, PROBLEM, "this database has no setting "
		    "'%s': matang migrate", name);
	if (result != 0)
		return store_failed(work, result, "cannot change it");
	printf("%s: %s\n", name, value);
	return DONE;
}

const struct command setting_command = {
	.name = "setting",
	.arguments = "[NAME [VALUE]]",
	.most = 2,
	.summary = "list or change what the administrator may choose",
	.about = "Without a name it lists all settings, with one it prints "
	    "its value, with a value\nit changes it. Values are checked.",
	.options = no_options,
	.run = setting,
};
