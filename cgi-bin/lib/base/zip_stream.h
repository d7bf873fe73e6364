/* SPDX-License-Identifier: ISC */
#ifndef BASE_ZIP_STREAM_H
#define BASE_ZIP_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * A ZIP archive (PKWARE's APPNOTE.TXT 6.3) written from front to back, for a
 * browser that can be sent nothing twice: minizip goes back to an entry's
 * head when its end is known, libarchive cannot say beforehand how long the
 * whole will be.  Entries are stored, not packed, since PDFs and photographs
 * are packed already; their length and CRC-32 are asked for first, so that
 * heads are complete, no reader needs the directory to find its way, and the
 * length of the archive follows from the lengths in it.  ZIP64 where sizes or
 * counts ask for it, and nowhere else: old readers read small archives.
 *
 * Memory: some 100 bytes and the name for each entry, in the arena.
 */

/* Takes bytes; anything but 0 ends the writing. */
typedef int zip_write(void *arg, const void *bytes, size_t length);

struct zip_entry {
	const char *name; /* UTF-8, "/" between folders; lives as long
				 * as the archive is written */
	uint64_t bytes;
	uint32_t crc;         /* CRC-32 of zlib */
	int year, month, day; /* 1980 to 2107; no time of day is kept */
};

struct zip {
	struct arena *arena;
	zip_write *write; /* NULL: only count */
	void *arg;
	uint64_t offset; /* bytes so far; after zip_end: of all */
	uint64_t left;   /* of the present entry */
	struct zip_member {
		struct zip_entry entry;
		uint64_t offset;
		struct zip_member *next;
	} * first, *last;
	uint64_t count;
};

void zip_begin(struct zip *, struct arena *, zip_write *, void *arg);

/* Each returns 0, or -1 when write gave up or an entry did not get exactly
 * the bytes that it was said to have. */
int zip_entry(struct zip *, const struct zip_entry *);
int zip_data(struct zip *, const void *bytes, size_t length);
int zip_skip(struct zip *); /* all of the entry: to count only */
int zip_end(struct zip *);

#endif
