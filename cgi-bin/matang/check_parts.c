/* SPDX-License-Identifier: ISC */
/*
 * matang check
 *
 * The parts that the installation stands on, as healthz has them for an
 * administrator: for who sets it up, before anybody can sign in.
 */
#include <stdio.h>

#include "matang/command.h"
#include "store/parts.h"
#include "base/banned.h"

enum { HOST };

static const struct option options[] = {
	[HOST] = { .name = "host",
	    .help = "and at what deploy/KEAMANAN.md asks of the host: antivirus, second factors,\n"
		    "where the key lies, encrypted disk, updates, log" },
	{ .name = NULL },
};

static int
check_parts(struct work *work)
{
	struct parts parts = { .config = &work->config,
		.db = work->db,
		.arena = &work->arena,
		.errors = &work->fault };
	bool wrong = false, away = false;

	parts_look(&parts);
	parts_look_closer(&parts);
	if (work->given[HOST] != NULL)
		parts_look_at_host(&parts);
	for (size_t at = 0; at < parts.count; at++) {
		const struct part *part = &parts.all[at];

		printf("%s%s\n", part->wrong != NULL ? "! " : "", part->detail);
		wrong |= part->wrong != NULL;
		away |= part->wrong != NULL && part->fatal;
	}
	error_chain_clear(&work->fault);
	return away ? AWAY : wrong ? PROBLEM : DONE;
}

const struct command check_command = {
	.name = "check",
	.summary = "look at the parts that the installation stands on",
	.about = "Database, schema, storage and its room, inspector, key of the secrets, kinds of\n"
		 "files, and how far the kernel confines the programs: a line each, with ! where\n"
		 "something is to be done. The same as healthz shows to an administrator.\n"
		 "Exit status 1 says that something is wrong, 3 that no page can be answered.",
	.options = options,
	.run = check_parts,
};
