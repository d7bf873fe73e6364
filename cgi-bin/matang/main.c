/* SPDX-License-Identifier: ISC */
/*
 * matang COMMAND [OPTION...]
 *
 * The operator's command.  Here are the list of commands and how words become
 * options and arguments; each command is a file of its own.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "matang/command.h"
#include "base/banned.h"

#ifndef MATANG_VERSION
#define MATANG_VERSION "development"
#endif

static const struct command *const commands[] = {
	&migrate_command,
	&import_reference_command,
	&import_agencies_command,
	&add_user_command,
	&reset_password_command,
	&end_user_command,
	&setting_command,
	&check_command,
	&verify_command,
	&sweep_command,
	&work_command,
	&check_signature_command,
	&make_key_command,
	&make_secrets_key_command,
	&make_backup_key_command,
	&backup_command,
	&restore_command,
	&export_cycle_command,
	&import_cycle_command,
};

#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static void
show_commands(FILE *to)
{
	fputs("usage: matang COMMAND [OPTION...]\n\n", to);
	for (size_t at = 0; at < COMMANDS; at++)
		fprintf(to, "  %-18s %s\n", commands[at]->name, commands[at]->summary);
	fputs("\nmatang COMMAND --help says more about one; matang --version "
	      "names the build.\n"
	      "The configuration is read from $MATANG_CONFIG, else from\n" MATANG_CONFIG_PATH ".\n"
	      "Exit status: 0 done, 1 a problem was found, 2 used or configured "
	      "wrongly,\n3 the database cannot be reached.\n",
	    to);
}

static void
show_help(const struct command *command, FILE *to)
{
	fprintf(to, "usage: matang %s%s%s%s\n\n%s\n", command->name,
	    command->options->name != NULL ? " [OPTION...]" : "",
	    command->arguments != NULL ? " " : "",
	    command->arguments != NULL ? command->arguments : "", command->about);
	if (command->options->name != NULL)
		fputc('\n', to);
	for (const struct option *at = command->options; at->name != NULL; at++) {
		int width = fprintf(to, "  --%s%s%s", at->name, at->value != NULL ? " " : "",
		    at->value != NULL ? at->value : "");

		fprintf(to, "%*s%s%s\n", width < 24 ? 24 - width : 1, "", at->help,
		    at->needed ? " (needed)" : "");
	}
	if (command->more != NULL)
		command->more(to);
}

/* The command that the words begin with, and how many of them are its name. */
static const struct command *
command_named(char **words, int *used)
{
	for (size_t at = 0; at < COMMANDS && words[0] != NULL; at++) {
		const char *name = commands[at]->name;
		size_t length = strlen(words[0]);

		if (strncmp(name, words[0], length) != 0)
			continue;
		*used = 1;
		if (name[length] == '\0')
			return commands[at];
		*used = 2;
		if (name[length] == ' ' && words[1] != NULL &&
		    strcmp(name + length + 1, words[1]) == 0)
			return commands[at];
	}
	return NULL;
}

/* Takes "--name value", "--name=value" or "--name"; how many words it was,
 * or 0 after a complaint. */
static int
take_option(struct work *work, char **words)
{
	const char *name = words[0] + 2, *equals = strchr(name, '=');
	size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
	const struct option *options = work->command->options;

	for (size_t at = 0; options[at].name != NULL; at++) {
		if (strlen(options[at].name) != length ||
		    strncmp(options[at].name, name, length) != 0)
			continue;
		if (work->given[at] != NULL)
			complain(work, 0, "--%s is given twice", options[at].name);
		else if (options[at].value == NULL && equals != NULL)
			complain(work, 0, "--%s takes no value", options[at].name);
		else if (options[at].value == NULL) {
			work->given[at] = "";
			return 1;
		} else if (equals != NULL) {
			work->given[at] = equals + 1;
			return 1;
		} else if (words[1] == NULL)
			complain(work, 0, "--%s wants %s", options[at].name, options[at].value);
		else {
			work->given[at] = words[1];
			return 2;
		}
		return 0;
	}
	complain(work, 0, "unknown option %s", words[0]);
	return 0;
}

static int
take_words(struct work *work, char **words)
{
	const struct command *command = work->command;
	bool options = true;
	int count = 0;

	while (*words != NULL) {
		int used = 1;

		if (options && strcmp(*words, "--") == 0)
			options = false;
		else if (options && strncmp(*words, "--", 2) == 0)
			used = take_option(work, words);
		else if (count == command->most)
			return complain(work, MISUSE, "'%s' is too much", *words);
		else
			work->arguments[count++] = *words;
		if (used == 0)
			return MISUSE;
		words += used;
	}
	if (count < command->least)
		return complain(work, MISUSE, "%s is missing", command->arguments);
	for (size_t at = 0; command->options[at].name != NULL; at++)
		if (command->options[at].needed && work->given[at] == NULL)
			return complain(work, MISUSE, "--%s is missing", command->options[at].name);
	return DONE;
}

static bool
asks_for_help(char **words)
{
	for (; *words != NULL && strcmp(*words, "--") != 0; words++)
		if (strcmp(*words, "--help") == 0)
			return true;
	return false;
}

static int
run(struct work *work)
{
	int status;

	if (!work->command->alone && config_load(&work->config, NULL) != 0)
		return MISUSE;
	secret_init();
	if (!work->command->alone) {
		config_for(&work->config, "matang");
		work->db = db_new(&work->config);
		db_attach(work->db, &work->arena, &work->fault);
	}
	status = work->command->run(work);
	db_free(work->db);
	arena_free(&work->arena);
	config_free(&work->config);
	if (fflush(stdout) != 0 || ferror(stdout))
		status = complain(work, PROBLEM, "cannot write the answer: %s", strerror(errno));
	return status;
}

int
main(int count, char **words)
{
	static struct work work;
	int used = 0;

	work = (struct work){ 0 }; /* cgi-bin/setup runs one command after another */
	if (count < 2) {
		show_commands(stderr);
		return MISUSE;
	}
	if (strcmp(words[1], "--version") == 0) {
		puts("matang " MATANG_VERSION);
		return DONE;
	}
	if (strcmp(words[1], "--help") == 0 || strcmp(words[1], "help") == 0) {
		show_commands(stdout);
		return DONE;
	}
	work.command = command_named(words + 1, &used);
	if (work.command == NULL) {
		complain(&work, MISUSE,
		    "there is no command '%s%s%s'; see "
		    "matang --help",
		    words[1], words[2] != NULL ? " " : "", words[2] != NULL ? words[2] : "");
		return MISUSE;
	}
	if (asks_for_help(words + 1 + used)) {
		show_help(work.command, stdout);
		return DONE;
	}
	if (take_words(&work, words + 1 + used) != DONE) {
		fprintf(stderr, "matang %s --help says how it is used.\n", work.command->name);
		return MISUSE;
	}
	return run(&work);
}
