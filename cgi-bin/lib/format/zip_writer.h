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
struct zip_writer;

/* In the arena; the bytes come by way of zip_writer_close alone. */
struct zip_writer *zip_writer_open(struct arena *);

/* A part by its path within the archive; plain: not compressed, as the part
 * "mimetype" of OpenDocument has to be. */
void zip_writer_add(struct zip_writer *, const char *path, const void *bytes, size_t length,
    bool plain);

/* 0 with the archive, which is the arena's; -1 when anything failed. */
int zip_writer_close(struct zip_writer *, const char **bytes, size_t *length);

#endif
