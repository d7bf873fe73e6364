/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_ZIP_WRITER_H
#define FORMAT_ZIP_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * A ZIP archive that is made in memory, for office files: a few small parts,
 * one after the other.  The same parts give the same bytes: every part is
 * dated 1 January 1980.
 */
struct parcel;

/* In the arena; the bytes come by way of parcel_close alone. */
struct parcel *parcel_open(struct arena *);

/* A part by its path within the archive; plain: not compressed, as the part
 * "mimetype" of OpenDocument has to be. */
void	parcel_add(struct parcel *, const char *path, const void *bytes,
	    size_t length, bool plain);

/* 0 with the archive, which is the arena's; -1 when anything failed. */
int	parcel_close(struct parcel *, const char **bytes, size_t *length);

#endif
