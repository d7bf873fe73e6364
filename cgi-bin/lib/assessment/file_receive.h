/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_FILE_RECEIVE_H
#define ASSESSMENT_FILE_RECEIVE_H

#include "frame/context.h"
#include "store/files.h"
#include "store/media_type.h"

/* What files that came in are kept as. */
struct received {
	struct temporary_file *staged; /* finished: as it came, or as it was made */
	enum file_type type;           /* one that is stored */
	const char *made_of;           /* "HEIC", "3 gambar"; NULL: as it came */
};

/*
 * Finds out what finished files are.  A picture that not everybody can see
 * becomes a JPEG, several pictures become one PDF of as many pages, where the
 * host has what that takes (store/photo.h).  0; a status when that failed by
 * the server's fault; *why says in Indonesian why it cannot be taken, or NULL.
 * What is made is discarded with the request unless it is kept.
 */
int file_receive(struct context *, struct temporary_file *const *files, size_t count,
    struct received *, const char **why);

/* The files of the request's form, in their order: how many, at most `room`. */
size_t file_receive_files(struct context *, struct temporary_file **files, size_t room);

/* Upload.accept and .takes, for a file field that takes these (store/media_type.h),
 * with what is made into them on this host. */
void file_receive_fill(struct context *, enum file_set);

#endif
