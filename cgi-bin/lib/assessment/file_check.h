/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_FILE_CHECK_H
#define ASSESSMENT_FILE_CHECK_H

#include "frame/context.h"

/*
 * What is known of a stored file beside its bytes: what the look inside it
 * found (store/inspection.h) and what the antivirus says (store/antivirus.h).
 * Read from any row that has the columns pages, signatures, findings,
 * inspected_at, scan, scanned_at and scan_finding of a revision, and held: why
 * it is kept from who verifies (migration 0025), "no" once it is not.
 */
struct file_check {
	int64_t pages;            /* of a PDF; 0: none, or not known */
	int64_t signatures;       /* filled signature fields of a PDF */
	const char *findings;     /* the set's text, "" for none */
	bool inspected;           /* false: its inside is unknown */
	bool infected;            /* kept out of reach of everybody */
	const char *held;         /* "no"; "time", "broke": kept from who verifies */
	const char *scan;         /* "none", "clean", "infected" */
	const char *scanned_at;   /* UTC or "" */
	const char *scan_finding; /* name of what was found, or "" */
};

void file_check_read(const struct rows *, size_t row, struct file_check *);

/*
 * For the macros file_checked() and file_warnings(): node.checked.inspected(1)
 * .pages .signatures .scan .scanned_at .scan_finding and .findings.N.code
 * .label .text; .held (time, broke) with .held_text.
 */
void file_check_fill(struct context *, struct node *, const struct file_check *);

/* May nobody judge it as it is: infected, or kept from who verifies? */
bool file_check_held(const struct file_check *);

/* Is it kept from the actor?  An infected file from everybody, one whose inside
 * is unknown from all but the agency that sent it. */
bool file_check_kept_from(const struct context *, const struct file_check *);

/* Says on a page of its own why the actor may not have the file: 403. */
int file_check_refuse(struct context *, const struct file_check *);

#endif
