/* SPDX-License-Identifier: ISC */
#ifndef STORE_INSPECTION_H
#define STORE_INSPECTION_H

#include <stdbool.h>
#include <stdint.h>

#include "store/confined.h"
#include "store/inspection_finding.h"
#include "store/media_type.h"

/*
 * The look inside a file, by a program of its own (cgi-bin/inspect): what
 * reads a hostile file may crash, hang or be taken over, and takes nothing of
 * ours with it.
 */

enum inspection_stop {
	STOP_NONE,  /* it answered, or there was nobody to ask */
	STOP_LIMIT, /* the file took more time or room than it may */
	STOP_BROKE  /* the inspector broke off at it, or answers nonsense */
};

struct inspection {
	bool done; /* else nothing below is known but stop and why */
	enum inspection_stop stop;
	unsigned findings;  /* FINDING_FLAG()s */
	int64_t pages;      /* of a PDF, else -1 */
	int64_t signatures; /* filled signature fields of a PDF, else -1 */
	bool keyless;       /* a PDF whose key somebody has thrown away */
	char why[100];      /* why it was not done, for the operator */
};

/* While somebody waits, and while nobody does. */
extern const struct confined_limits inspection_at_once;
extern const struct confined_limits inspection_in_background;

/*
 * Looks into the file behind fd, from its beginning; the inspector is the
 * path of the program, NULL where the host has none.
 */
void inspect_file(const char *inspector, int fd, enum file_type, const struct confined_limits *,
    struct inspection *);

/*
 * What came behind each signature of a PDF.  `from` is the length of the
 * document as it was before anybody signed, 0 where that is not known; with it
 * also what came before the first signature is judged.
 */
enum { REVISIONS_MAX = 33 };

enum revision_change {
	REVISION_UNKNOWN, /* nobody could look */
	REVISION_KEPT,    /* nothing but proof, signatures and fields that may be filled in */
	REVISION_CHANGED  /* something else, that may show something else */
};

struct revisions {
	bool done; /* else nothing below is known */
	struct {
		size_t from; /* where the file ended before */
		enum revision_change change;
	} all[REVISIONS_MAX];
	size_t count;
	uint32_t rights; /* those signatures, by number from 0, by which the
			  * file gives a reader rights and nobody signs */
	char why[100];   /* as in struct inspection */
};

void inspect_revisions(const char *inspector, int fd, size_t from, const struct confined_limits *,
    struct revisions *);

struct page_codes;

/* QR codes on pictures of pages (store/page_codes.h), netpbm behind fd, into
 * ->codes; ->drawn stays false where the inspector or its library is not there. */
void inspect_pages(const char *inspector, int fd, struct page_codes *);

/* What became of the document that ended there; unknown if nobody looked. */
enum revision_change revision_behind(const struct revisions *, size_t from);

/* "no", "time", "broke": as in the column revision.held, by the stop. */
const char *inspection_held(const struct inspection *);

/* What was wrong and what to do, in Indonesian; NULL when it may come in. */
const char *inspection_refusal(const struct inspection *, enum file_type);

#endif
