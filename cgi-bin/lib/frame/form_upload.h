/* SPDX-License-Identifier: ISC */
#ifndef FRAME_FORM_UPLOAD_H
#define FRAME_FORM_UPLOAD_H

#include "frame/context.h"

/*
 * Writes the files of a form below files_dir as they arrive; they are found
 * in context->files, in order, each finished and hashed.  What is refused leaves
 * nothing behind, and context->file_status says how: see context.h.
 */
struct form_sink form_upload_sink(struct context *);

/* Takes in no file at all: for reading what was typed beside it. */
struct form_sink form_upload_closed(void);

/*
 * Keeps a file and runs the transaction that names it.  The file is taken
 * back where that surely left nothing behind; after a broken connection nobody
 * knows, and the operator's sweep decides.  The transaction raises the stamp
 * of the agency, where one is given.  What db_txn gave, or 500.
 */
int form_upload_commit(struct context *, struct temporary_file *, int64_t agency_id, db_work *,
    void *);

/* The same of several, or of none: all of them, or none. */
int form_upload_commit_all(struct context *, struct temporary_file *const *, size_t count,
    int64_t agency_id, db_work *, void *);

/* Another one behind them, that the program itself makes of what came in. */
struct temporary_file *form_upload_more(struct context *);

/* Removes what no handler kept. */
void form_upload_discard(struct context *);

/* What an agency has stored and may store, in bytes. */
struct quota {
	uint64_t stored; /* all revisions of all its documents */
	uint64_t limit;  /* setting agency_quota_mib */
};

/*
 * 0, or a status.  Inside a transaction it tells the truth about others'
 * uploads only to who has locked the agency's row before.
 */
int quota_load(struct context *, int64_t agency_id, struct quota *);
uint64_t quota_left(const struct quota *);

/* Bytes that one file may have: setting file_max_mib.  0, or a status. */
int form_upload_file_max(struct context *, uint64_t *bytes);

/* Would so many bytes more leave the reserve of the disk (config.h) alone? */
bool form_upload_spare(const struct context *, uint64_t bytes);

/* Why a file is refused that would not: 507. */
int form_upload_no_disk(struct context *);

/* What a form for people without account takes: its page says so and judges each file;
 * more than all of them together is not received. */
enum { GUEST_FILES = 3, GUEST_FILE_MAX = 10 << 20 };

/* Does a form with these fields take files? */
bool form_upload_takes(const struct field *);

/* Before the body: by its length alone, may one come for a route with these
 * fields?  0, or 413 or 507 with its words. */
int form_upload_announced(struct context *, const struct field *);

/* Before the body: the actor's agency takes in no more than it has left. */
int form_upload_limit(struct context *);

/* The sentences for a file that is larger than any may be, and for one that
 * does not fit into what is left. */
const char *form_upload_too_large(struct context *, uint64_t file_max);
const char *form_upload_no_room(struct context *, uint64_t left);

#endif
