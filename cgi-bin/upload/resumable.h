/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_RESUMABLE_H
#define UPLOAD_RESUMABLE_H

#include "store/upload_session.h"
#include "upload/upload.h"
#include "web/tus.h"

/*
 * A file that comes in pieces by tus 1.0: a row (table resumable) that says
 * whose it is, how long it will be and what is said about it, and a file
 * (store/upload_session.h) that alone says how much of it is there.
 *
 * In the order of things, each on disk before the next begins: the file, its
 * row, the address given to the client; the bytes, their acknowledgement; the
 * whole file in its place, then document, revision, link and the end of the
 * row in one transaction.  Whatever stops in between leaves a state from which
 * HEAD tells the truth and the client goes on; a last answer that was lost is
 * given again.  A row that ended in any other way comes before its file is
 * removed.
 */
struct resumable {
	int64_t id;
	uint64_t bytes;       /* when complete */
	const char *metadata; /* as sent */
	const char *stored_name;
	const char *ended;   /* code, "" while it arrives */
	const char *reason;  /* why it was refused, or "" */
	int64_t document_id; /* once kept, else 0 */
	int64_t expires;     /* seconds since 1970, UTC */
	bool expired;
	bool unplaced; /* see create_uploaded */
};

/* What the metadata may say; other keys are the client's own affair. */
enum { UPLOADED_NAME = PLACED, UPLOADED_DOCUMENT, UPLOADED_VERSION };

/* resumable_body.c: the body of a request becomes the next bytes of the file.
 * 0, also when it broke off, or a status; what counts is file->sure. */
int resumable_receive(struct context *, const struct resumable *, struct upload_session *);

/* resumable_finish.c: the metadata into context->form: 0, 400 or 422. */
int resumable_details(struct context *, const char *metadata);

/*
 * When the last byte is there, makes it a document or refuses it for good;
 * when it could be neither, it waits for the next try.  0 or a status.
 */
int resumable_finish(struct context *, struct resumable *, struct upload_session *);

/* Ends the row, then removes the file: 0, or a status with both still there. */
int resumable_end(struct context *, const struct resumable *, const char *how, const char *reason);

#endif
