/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_ZIP_READER_H
#define FORMAT_ZIP_READER_H

#include "format/format.h"

/*
 * A ZIP archive, read one file after the other within the limits entries,
 * inflated and ratio.  What a header claims about sizes is not believed: the
 * bytes that come out are counted.
 */
struct zip_reader {
	void *zip;
	const struct format_limits *limits;
	const char *bytes;
	size_t n, at;
	size_t inflated;              /* of all files */
	size_t file, claimed, packed; /* of this one */
	int walking;                  /* by zip_reader_next */
	int packing;                  /* of this one: 0 stored */
	int shut;                     /* it asks for a password */
	int locked;                   /* some file does */
};

/* Open the n bytes, which must stay.  FORMAT_ZIP or FORMAT_INFLATED if not. */
enum format_error zip_reader_open(struct zip_reader *a, const char *bytes, size_t n,
    const struct format_limits *limits);

/* The same with a file, of which no more than a piece is ever in memory. */
enum format_error zip_reader_open_file(struct zip_reader *a, const char *path,
    const struct format_limits *limits);

/*
 * Begin to read a file, by its exact name; FORMAT_ABSENT when there is none.
 * One at a time: each that was begun is ended.
 */
enum format_error zip_reader_begin(struct zip_reader *a, const char *name);

/*
 * Walk: stand at the first file, then at the one after the last, and give its
 * name; FORMAT_ABSENT behind the last.  Nothing of it is read before
 * zip_reader_enter() has begun it.
 */
enum format_error zip_reader_next(struct zip_reader *a, char *name, size_t room);
enum format_error zip_reader_enter(struct zip_reader *a);

/*
 * Do the files lie apart, each in bytes of its own?  Where they share them a
 * small archive unpacks without end, and takes as long.  Only heads are read;
 * the walk begins anew after it.  FORMAT_INFLATED if not.
 */
enum format_error zip_reader_apart(struct zip_reader *a);

/* Is there a file of that name, whatever its case? */
int zip_reader_has(struct zip_reader *a, const char *name);

/* Its next bytes, at most n (up to INT_MAX).  *got is 0 when it has ended. */
enum format_error zip_reader_read(struct zip_reader *a, void *buf, size_t n, size_t *got);

/* Back to the beginning of the file that was begun: what came out of it counts no more. */
enum format_error zip_reader_again(struct zip_reader *a);

/* Read it to its end if need be and check length and checksum. */
enum format_error zip_reader_end(struct zip_reader *a);

/* Also after a failed open, and in the middle of a file. */
void zip_reader_close(struct zip_reader *a);

#endif
