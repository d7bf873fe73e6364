/* SPDX-License-Identifier: ISC */
#ifndef FRAME_FORM_UPLOAD_H
#define FRAME_FORM_UPLOAD_H

#include "frame/context.h"

/*
 * Writes the files of a form below files_dir as they arrive; they are found
 * in visit->files, in order, each finished and hashed.  What is refused leaves
 * nothing behind, and visit->file_status says how: see context.h.
 */
struct form_sink intake_sink(struct visit *);

/* Takes in no file at all: for reading what was typed beside it. */
struct form_sink intake_closed(void);

/*
 * Keeps a file and runs the transaction that names it.  The file is taken
 * back where that surely left nothing behind; after a broken connection nobody
 * knows, and the operator's sweep decides.  What db_txn gave, or 500.
 */
int	intake_commit(struct visit *, struct staged *, db_work *, void *);

/* Removes what no handler kept. */
void	intake_discard(struct visit *);

/* What an agency has stored and may store, in bytes. */
struct quota {
	uint64_t stored;	/* all revisions of all its documents */
	uint64_t limit;		/* setting agency_quota_mib */
};

/*
 * 0, or a status.  Inside a transaction it tells the truth about others'
 * uploads only to who has locked the agency's row before.
 */
int	quota_load(struct visit *, int64_t agency_id, struct quota *);
uint64_t quota_left(const struct quota *);

/* Bytes that one file may have: setting file_max_mib. */
uint64_t intake_file_max(struct visit *);

/* Before the body: the actor's agency takes in no more than it has left. */
int	intake_limit(struct visit *);

/* The sentences for a file that is larger than any may be, and for one that
 * does not fit into what is left. */
const char *intake_too_large(struct visit *, uint64_t file_max);
const char *intake_no_room(struct visit *, uint64_t left);

#endif
