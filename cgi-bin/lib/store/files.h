/* SPDX-License-Identifier: ISC */
#ifndef STORE_FILES_H
#define STORE_FILES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error_chain.h"
#include "base/secret.h"

/*
 * Files on disk below one directory.  A file is written under a name of our
 * own in "staged/", synced, and renamed to its place; the caller then commits
 * the row that names it.  What never got a row is found and removed by the
 * operator's sweep; nothing else is ever removed.
 */
enum { STORED_NAME = 40 };

struct temporary_file {
	int fd;       /* above 0 while it is open */
	int error;    /* errno of what failed, else 0 */
	bool lasting; /* its row was there before it: neither
					 * discard nor unkeep removes it, see
					 * store/upload_session.h */
	void *hash;
	uint64_t bytes;
	unsigned char sha256[SHA256_BYTES];
	char path[512];         /* where it is now */
	char name[STORED_NAME]; /* "2a/2a93…": its name once kept */
};

/* Bytes that are left on the disk of that directory; UINT64_MAX where nobody can know. */
uint64_t files_room(const char *directory);

/* Would so many bytes more leave the reserve alone?  0 MiB: there is none. */
bool files_spare(const char *directory, unsigned reserve_mib, uint64_t bytes);

/* Each returns 0, or -1 with a cause (FAULT); after -1 call discard. */
int files_begin(struct temporary_file *, const char *directory, struct error_chain *);
int files_write(struct temporary_file *, const void *, size_t, struct error_chain *);
/* Everything is on disk and the hash is known; read it at ->path. */
int files_finish(struct temporary_file *, struct error_chain *);
/* A second copy of a stored file, finished: its hash is computed anew, so the
 * caller sees whether the stored bytes are still what they were. */
int files_copy(struct temporary_file *, const char *directory, const char *name,
    struct error_chain *);
/* Moves it to its place: from now on it is served by its name.  Good also when
 * it lies there already. */
int files_keep(struct temporary_file *, const char *directory, struct error_chain *);
/* Takes back what was kept, when surely no row names it. */
void files_unkeep(const struct temporary_file *, const char *directory);
/* Takes NULL, and what was kept or never begun. */
void files_discard(struct temporary_file *);

/* A file descriptor for reading a stored name, or -1 with a cause. */
int files_open(const char *directory, const char *name, struct error_chain *);

#endif
