/* SPDX-License-Identifier: ISC */
#ifndef STORE_UPLOAD_SESSION_H
#define STORE_UPLOAD_SESSION_H

#include "store/files.h"

/*
 * Where sessions lie below files_dir.  The folder keeps the name of its first
 * days: while a new version takes over, processes of the one before still move
 * finished files out of it, and would lose them if it were called otherwise.
 */
#define UPLOAD_SESSION_FOLDER "arriving"

/*
 * A file that arrives in pieces, over many requests and processes.  It lies in
 * that folder under the last part of the name that it will have, and a row of
 * its own names it from its first byte to its last: nothing here removes it
 * but upload_session_remove, which only the caller who ended that row may call.
 *
 * How many bytes are there is said by nothing but the file.  Whoever has it
 * open holds its lock (flock, which ends with the process however that ends),
 * and ->sure bytes of it are on disk: synced, and good as far as that was
 * checked.  A piece that is checked at its end counts only then: until then
 * "<token>.from" beside the file says where it began, and who opens the file
 * after a crash cuts it back to there.
 */
struct upload_session {
	struct temporary_file staged; /* lasting; ->bytes: all that is there */
	uint64_t sure;                /* what may be acknowledged */
	bool marked;                  /* ".from" is there */
	bool hashed;                  /* ->staged.sha256 is that of all its bytes */
	void *piece;                  /* hash of a piece that is checked at its end */
};

enum upload_session_result {
	UPLOAD_SESSION_OPEN = 0,
	UPLOAD_SESSION_BUSY,  /* somebody else has it open */
	UPLOAD_SESSION_GONE,  /* there is no such file any more */
	UPLOAD_SESSION_FAILED /* with a cause; ->staged.error where known */
};

/* A new, empty one with a name of its own; it and its name are on disk. */
enum upload_session_result upload_session_create(struct upload_session *, const char *directory,
    uint64_t bytes, struct error_chain *);

/* Whether the disk holds room for so many bytes of it, where its file system can:
 * then they are not counted again when they come. */
bool upload_session_has_room(const struct upload_session *, uint64_t bytes);

/* The one that will be stored as `name`; it may lie in its place already.  The
 * lock is waited for this long. */
enum upload_session_result upload_session_open(struct upload_session *, const char *directory,
    const char *name, unsigned milliseconds, struct error_chain *);

/*
 * Each returns 0, or -1 with a cause.  Before a piece that is checked at its
 * end: mark, with "sha1" or "sha256"; before one that is the whole file: along,
 * which saves reading it back.  Then write, as often as it takes; then sync,
 * which makes all of it sure, or cut, which drops what came since the last
 * sync.
 */
int upload_session_mark(struct upload_session *, const char *hash, struct error_chain *);
int upload_session_along(struct upload_session *, struct error_chain *);
int upload_session_write(struct upload_session *, const void *, size_t, struct error_chain *);
int upload_session_sync(struct upload_session *, struct error_chain *);
int upload_session_cut(struct upload_session *, struct error_chain *);

/* Whether what was written since mark has this digest. */
bool upload_session_matches(struct upload_session *, const unsigned char *digest, size_t length);

/* The hash of all of it in ->staged.sha256, read back unless it is known. */
int upload_session_hash(struct upload_session *, struct error_chain *);

/* Closes and unlocks; the file stays.  Takes what was never opened. */
void upload_session_close(struct upload_session *);

/* Removes the file, wherever it lies, once its row has ended. */
void upload_session_remove(const char *directory, const char *name);

#endif
