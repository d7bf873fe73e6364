/* SPDX-License-Identifier: ISC */
#ifndef STORE_PHOTO_H
#define STORE_PHOTO_H

#include "store/files.h"

/*
 * Pictures of telephones and scanners, made into what everybody can see: one
 * becomes a JPEG that stands upright, several (or a TIFF of several pages)
 * become a PDF of as many.  By a confined program of its own, `photo`, which
 * lies beside the inspector where it was built: libraries that unpack pictures
 * are many and break.
 */
enum photo_result {
	PHOTO_MADE,
	PHOTO_NO_PROGRAM, /* this host cannot */
	PHOTO_UNREADABLE, /* damaged, too large, or too much for its limits */
	PHOTO_TOO_LARGE,  /* what would be made is larger than `most` bytes */
	PHOTO_FAILED      /* the server's trouble, with a cause */
};

/* Has this host the program?  The inspector is its path, or NULL. */
bool photo_can(const char *inspector);

/*
 * From the finished files, in their order, at most CONFINED_FILES; what comes
 * of it is finished too, or must be discarded.
 */
enum photo_result photo_make(const char *inspector, const struct temporary_file *const *files,
    size_t count, uint64_t most, struct temporary_file *made, const char *directory,
    struct error_chain *);

#endif
