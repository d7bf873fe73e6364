/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_DOCUMENT_FILE_H
#define ASSESSMENT_DOCUMENT_FILE_H

#include "assessment/file_examine.h"

/*
 * A file becomes a revision of a document of the actor's agency: judged by its content
 * before, measured against the quota, kept first and then named by a row, or taken back.
 */

/* A file that was looked at and may be kept. */
struct candidate {
	struct temporary_file *staged;
	const char *client_name;
	const char *made_of; /* see assessment/file_receive.h */
	const char *media;
	struct inspection inspection; /* what was found in it, if anybody */
	struct scan scan;             /* looked; else the background does */
};

/*
 * Keeps the file, then runs the work in a transaction.  When that surely came
 * to nothing the file is taken back; when its end is unknown the file stays
 * and the operator's sweep finds out.  0 or a status.
 */
int candidate_commit(struct context *, struct candidate *, int file_field, db_work *,
    void *argument);

/* In that transaction: the agency's quota, then the row of the revision. */
int revision_add(struct context *, int64_t document_id, const struct candidate *);

/* "Revisi 2: laporan.pdf, SHA-256 0f3a…", for the history. */
const char *revision_words(struct arena *, int64_t number, const struct candidate *);

/* A row of history about a document of the actor's own agency: 0 or enum
 * db_error. */
int document_change(struct context *, int64_t id, const char *from, const char *to,
    const char *reason);

#endif
