/* SPDX-License-Identifier: ISC */
#ifndef FRAME_ZIP_ANSWER_H
#define FRAME_ZIP_ANSWER_H

#include "base/zip_stream.h"
#include "frame/context.h"

/*
 * A ZIP of stored files as an answer, made while it is sent (base/zip_stream.h).
 * It is packed twice by the same function: once to count, so that the browser is
 * told how long it will be, and once to be sent.
 */

/* Packs every entry; the archive is begun, and it is not ended.  0 or -1. */
typedef int zip_pack(void *archive, struct zip *);

/* How long it will be, and 0; or 500 with its cause. */
int zip_answer_plan(struct context *, zip_pack *, void *archive, uint64_t *length);

/* Sends it under that name, after whatever headers the caller has set.  Broken off,
 * it is shorter than was said, and the browser calls the download a failure: there is
 * no half archive. */
void zip_answer_send(struct context *, zip_pack *, void *archive, uint64_t length,
    const char *name);

/* While it is only counted no content is asked for: zip_skip() is enough. */
bool zip_counts(const struct zip *);

/* The day of a moment as the database has it, in that zone; today for "". */
void zip_entry_day(struct zip_entry *, const char *utc, const char *zone);

/* The content of an entry that has begun, from where the descriptor stands.  0 or -1. */
int zip_file(struct zip *, int fd);

#endif
