/* SPDX-License-Identifier: ISC */
#ifndef MATANG_COMMAND_H
#define MATANG_COMMAND_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/error_chain.h"
#include "store/db.h"

/*
 * The operator's command: one table of commands, each with a table of its
 * options, from which the help is printed too.  Answers go to stdout, what is
 * wrong to stderr.  No secret is ever taken from the command line, where any
 * user of the machine can read it.
 */
enum { DONE = 0, PROBLEM = 1, MISUSE = 2, AWAY = 3 }; /* exit statuses */

enum { OPTIONS_MAX = 12, ARGUMENTS_MAX = 2 };

struct option {
	const char *name;  /* without the dashes; NULL ends a table */
	const char *value; /* what follows it, for the help; NULL: none */
	const char *help;
	bool needed;
};

extern const struct option no_options[];

struct work;

struct command {
	const char *name;      /* one or two words */
	const char *arguments; /* what follows, for the help, or NULL */
	int least, most;       /* how many arguments */
	const char *summary;   /* one line */
	const char *about;     /* the rest of the help */
	const struct option *options;
	bool alone;           /* needs no configuration and no database */
	void (*more)(FILE *); /* what the help ends with, or NULL */
	int (*run)(struct work *);
};

struct work {
	const struct command *command;
	const char *arguments[ARGUMENTS_MAX]; /* NULL where not given */
	const char *given[OPTIONS_MAX];       /* by place in the table; "" if bare */
	struct config config;
	struct arena arena;
	struct error_chain fault;
	struct db *db;
};

extern const struct command migrate_command;
extern const struct command import_reference_command;
extern const struct command import_agencies_command;
extern const struct command add_user_command;
extern const struct command reset_password_command;
extern const struct command end_user_command;
extern const struct command setting_command;
extern const struct command check_command;
extern const struct command verify_command;
extern const struct command sweep_command;
extern const struct command work_command;
extern const struct command check_signature_command;
extern const struct command make_key_command;
extern const struct command make_backup_key_command;
extern const struct command backup_command;
extern const struct command restore_command;
extern const struct command make_secrets_key_command;
extern const struct command export_cycle_command;
extern const struct command import_cycle_command;

/* A sentence on stderr, after the name of the command; gives `status`. */
int complain(const struct work *, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with the causes below it: AWAY or PROBLEM, by the error. */
int store_failed(struct work *, int db_error, const char *what);

/* A whole number from `least` on; false when the text is none. */
bool whole_number(const char *text, long least, long *number);

/* The content of a file with a NUL behind it, or NULL after a complaint. */
char *read_file(struct work *, const char *path, size_t *length);

#endif
