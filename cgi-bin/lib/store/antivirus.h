/* SPDX-License-Identifier: ISC */
#ifndef STORE_ANTIVIRUS_H
#define STORE_ANTIVIRUS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/config.h"

/*
 * The antivirus of the host: clamd, by its UNIX socket or by TCP, spoken to
 * with INSTREAM (clamd(8)), so that it need not be able to read our files.
 * Constant memory, whatever the size.  A host without it, or one whose clamd
 * is away, has files that are not scanned: which is something other than
 * clean, and said so.
 */
enum scan_state { SCAN_NONE, SCAN_CLEAN, SCAN_INFECTED };

enum { SCAN_TEXT = 201, SCAN_SIGNATURES = 81 };

struct scan {
	enum scan_state state;
	bool away;                        /* NONE: clamd did not answer in time */
	bool too_large;                   /* NONE: above its StreamMaxLength */
	char finding[SCAN_TEXT];          /* INFECTED: what was found */
	char signatures[SCAN_SIGNATURES]; /* engine and database that
					 * looked, as its VERSION says */
	char why[SCAN_TEXT];              /* NONE: for the operator */
};

/* "none", "clean", "infected": as in revision.scan. */
const char *scan_code(enum scan_state);

/* Does the host have an antivirus at all? */
bool scan_configured(const struct config *);

/* Only ->signatures, or NONE with its reason. */
void scan_version(const struct config *, unsigned milliseconds, struct scan *);

/* The file behind fd from its beginning; in all at most so long. */
void scan_file(const struct config *, int fd, unsigned milliseconds, struct scan *);

#endif
