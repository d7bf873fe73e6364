/* SPDX-License-Identifier: ISC */
#ifndef STORE_PARTS_H
#define STORE_PARTS_H

#include <stdbool.h>

#include "store/db.h"

/*
 * The parts that a program stands on, each looked at and judged: for healthz
 * (frame/health.h) and for `matang check`.
 */
enum { PARTS_MAX = 16, UPDATE_DAYS_MAX = 7 /* deploy/KEAMANAN-RINCIAN.md 6 */ };

struct part {
	const char *wrong; /* in two or three words, for anybody; NULL: it is as it should be */
	bool fatal;        /* no page can be answered */
	const char *detail;
};

struct parts {
	const struct config *config;
	struct db *db;
	struct arena *arena;
	struct error_chain *errors;
	struct part all[PARTS_MAX];
	size_t count;
};

/* Database, schema, storage, inspector and key of the secrets. */
void parts_look(struct parts *);

/* And what is worth its time to an administrator alone: which kinds of files are
 * known, and how far the kernel confines us. */
void parts_look_closer(struct parts *);

/* What deploy/KEAMANAN.md asks of the host: wrong where it is not so, or cannot be told. */
void parts_look_at_host(struct parts *);

#endif
