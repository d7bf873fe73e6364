/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_TEXT_INDEX_H
#define CYCLE_TEXT_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * Places of a table by a text of theirs, so that thousands of rows find one another
 * without each being compared with all.  What is found has the text, and seldom
 * another one: whoever asks compares once more.  It lasts as long as its arena.
 */
struct text_index {
	uint32_t *heads, *next; /* places, from 1; 0 ends */
	uint64_t *hashes;       /* of each place */
	size_t mask, room;
};

enum { TEXT_INDEX_END = -1 };

/* For places below `room`, none of which has a text yet. */
void text_index_make(struct text_index *, struct arena *, size_t room);

/* Of a text together with a number: the same only of both. */
uint64_t text_hash(const char *text, int64_t number);

/* A place gets its text; none has two.  What was put last is found first. */
void text_index_put(struct text_index *, size_t place, uint64_t hash);

/* The first place of that text, and the next after one; TEXT_INDEX_END where there is none. */
long text_index_first(const struct text_index *, uint64_t hash);
long text_index_next(const struct text_index *, long place);

#endif
