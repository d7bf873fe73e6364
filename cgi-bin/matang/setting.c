/* SPDX-License-Identifier: ISC */
/*
 * matang setting [NAME [VALUE]]
 *
 * Shows and changes the settings of the instance, for hosts on which
 * nobody is administrator yet or the page cannot be reached.
 */
#include <string.h>

#include "matang/command.h"
#include "store/setting.h"
#include "base/banned.h"

static int
setting_show(struct work *work)
{
	const char *values[SETTING_COUNT];
	int result = setting_all(work->db, values);

	if (result != 0)
		return store_failed(work, result, "cannot read the settings");
	for (size_t at = 0; at < SETTING_COUNT; at++)
		printf("%-26s %s\n", setting_rules[at].name, values[at]);
	return DONE;
}

static int
matang_setting_change(struct db *db, void *argument)
{
	struct work *work = argument;

	return setting_change(db, setting_rule(work->arguments[0]), work->arguments[1], 0);
}

static int
setting_show_one(struct work *work, const struct setting_rule *rule)
{
	const char *value;
	int result = setting_text(work->db, (enum setting)(rule - setting_rules), &value);

	if (result != 0)
		return store_failed(work, result, "cannot read it");
	puts(value);
	return DONE;
}

/* What the value of a setting may be, in words. */
static void
print_kind(FILE *to, const struct setting_rule *rule)
{
	switch (rule->kind) {
	case SETTING_OF_NUMBER:
		fprintf(to, "%lld to %lld", (long long)rule->min, (long long)rule->max);
		break;
	case SETTING_OF_ROLES:
		fputs("roles with commas between them, or ''", to);
		break;
	case SETTING_OF_WEEKDAYS:
		fputs("the sum of Monday 1, Tuesday 2, Wednesday 4 … Sunday "
		      "64",
		    to);
		break;
	case SETTING_OF_ADDRESS:
		fputs("an address that begins with https://, or ''", to);
		break;
	case SETTING_OF_SITES:
		fputs("origins like https://www.kota.go.id with a space between them, or ''", to);
		break;
	}
}

/* The label as the page has it, in lines of a terminal. */
static void
print_label(FILE *to, const char *label)
{
	enum { MARGIN = 4, LINE = 80 };
	int column = LINE;

	for (const char *word = label; *word != '\0'; word += strspn(word, " ")) {
		int length = (int)strcspn(word, " ");

		if (column + length >= LINE)
			column = fprintf(to, "\n%*s", MARGIN - 1, "") - 1;
		column += fprintf(to, " %.*s", length, word);
		word += length;
	}
	fputc('\n', to);
}

static void
print_rules(FILE *to)
{
	for (size_t at = 0; at < SETTING_COUNT; at++) {
		const struct setting_rule *rule = &setting_rules[at];

		fprintf(to, "\n  %s: ", rule->name);
		print_kind(to, rule);
		fprintf(to, "\n    '%s' where nobody chose", rule->value);
		print_label(to, rule->label);
	}
}

static int
setting_refuse(struct work *work, const struct setting_rule *rule)
{
	switch (rule->kind) {
	case SETTING_OF_ROLES:
		return complain(work, MISUSE, "%s wants roles with commas between them, or ''",
		    rule->name);
	case SETTING_OF_ADDRESS:
		return complain(work, MISUSE,
		    "%s wants an address that begins with https://, or ''", rule->name);
	case SETTING_OF_SITES:
		return complain(work, MISUSE,
		    "%s wants origins like https://www.kota.go.id in small letters, with one space "
		    "between them, or ''",
		    rule->name);
	case SETTING_OF_NUMBER:
	case SETTING_OF_WEEKDAYS:
		break;
	}
	return complain(work, MISUSE, "%s wants a number from %lld to %lld", rule->name,
	    (long long)rule->min, (long long)rule->max);
}

static int
setting(struct work *work)
{
	const char *name = work->arguments[0], *value = work->arguments[1];
	const struct setting_rule *rule;
	int result;

	if (name == NULL)
		return setting_show(work);
	rule = setting_rule(name);
	if (rule == NULL)
		return complain(work, MISUSE,
		    "there is no setting '%s'; "
		    "matang setting lists them",
		    name);
	if (value == NULL)
		return setting_show_one(work, rule);
	if (!setting_fits(rule, value))
		return setting_refuse(work, rule);
	result = db_txn_world(work->db, matang_setting_change, work);
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
		 "its value, with a value\nit changes it. Values are checked:",
	.options = no_options,
	.more = print_rules,
	.run = setting,
};
