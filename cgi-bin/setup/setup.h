/* SPDX-License-Identifier: ISC */
#ifndef SETUP_SETUP_H
#define SETUP_SETUP_H

#include <stdbool.h>
#include <stddef.h>

#include "frame/context.h"

/*
 * The first run on shared hosting, in the browser: looks at the host, asks for the
 * database, makes tables and the first administrator, and closes itself.  Whoever
 * does any of it shows the code that stands in a file only the owner of the host
 * can write (by FTP or the panel's file manager).  It stands on no database and no
 * configuration, so not on the frame's skeleton; it uses the frame's pages.
 */

/* The operator's command, in the same file: it makes the tables. */
typedef int setup_command(int count, char **words);

int setup_main(setup_command *);

/* Where everything is, by the place of this program and what the web server says. */
struct setup_places {
	const char *base;    /* "/matang" */
	const char *address; /* "https://host" */
	const char *folder;  /* of matang.cgi */
	const char *private; /* below it, which nobody may fetch */
	const char *config;  /* private/matang.conf */
	const char *code;    /* private/kode.txt */
	const char *closed;  /* private/closed: the set-up is over */
	const char *outside; /* a folder beside the web root, or NULL: evidence then lies below
			      * private */
	const char *top;     /* the folder that the panel's file manager begins with, or NULL */
	bool encrypted;      /* the visitor came by TLS */
};

void setup_find_places(struct context *, struct setup_places *);

/* A path as the panel's file manager shows it, from its first folder on: a page that is
 * open before there is an account says nothing of how the host is laid out. */
const char *setup_shown(struct context *, const struct setup_places *, const char *path);

/* One thing that the host has or lacks. */
struct setup_check {
	const char *what;
	enum { SETUP_GOOD, SETUP_LACKS, SETUP_NEEDS } state; /* it works without; it does not */
	const char *words;                                   /* what was found, and how to get it */
};

enum { SETUP_CHECKS = 12 };

size_t setup_look_at_host(struct context *, const struct setup_places *,
    struct setup_check checks[SETUP_CHECKS]);

/* Has the code been shown?  A sentence why not, or NULL. */
const char *setup_code_wrong(struct context *, const struct setup_places *, const char *shown);

/* How far it has come. */
enum setup_step {
	SETUP_DATABASE, /* no configuration yet, or none by which the database answers */
	SETUP_TABLES,   /* no tables, or those of an earlier release */
	SETUP_ADMIN,    /* nobody can sign in */
	SETUP_CLOSED
};

struct setup_state {
	enum setup_step step;
	const char *trouble; /* why the database does not answer, or NULL */
	long level, wanted;  /* of the schema */
};

struct setup_database {
	const char *host, *name, *user, *password; /* host: an address or name, or a socket */
};

/* Writes the configuration and the folders that it names; 0, or -1 with a sentence
 * in Indonesian. */
int setup_write(struct context *, const struct setup_places *, const struct setup_database *,
    const char **why);

/* Runs a command of `matang` and gives what it said; its exit status. */
int setup_run(struct context *, setup_command *, char **words, const char **said);

#endif
