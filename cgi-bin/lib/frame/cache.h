/* SPDX-License-Identifier: ISC */
#ifndef FRAME_CACHE_H
#define FRAME_CACHE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * What a process keeps of the database from one request to the next, under the
 * numbers that its stamps had before it was read (store/db.h, "Stamps").  Who
 * asks gives the numbers that hold now: what was kept under others is gone.
 * So nothing is shown that had changed before the request began, whichever
 * process changed it.
 *
 * Who asks, and what a person is about to change, is never kept: session,
 * account, role and agency of the actor, state of an assessment, answers.
 *
 * The cache is bounded in bytes; what was asked for least lately goes first.
 * Wording of instruments stays as long as its stamp, since evidence points into
 * it; nothing else that is kept may point to what is kept elsewhere.
 *
 * A value lasts to the end of the request in which it was found or kept, even
 * where others have taken its place.
 */
struct cache;

/* What there is to keep; the numbers in brackets are the key. */
enum cache_kind {
	CACHE_SETTINGS, /* as they are stored */
	CACHE_HOLIDAYS,
	CACHE_PLACE,     /* (region, agency) of whoever asks */
	CACHE_CYCLE,     /* (cycle) with its plan */
	CACHE_AGENCY,    /* (agency) its name */
	CACHE_PERSON,    /* (account) the name */
	CACHE_CRITERIA,  /* (instrument) variables, levels, checklists, categories */
	CACHE_EVIDENCE,  /* (assessment, day and reader) */
	CACHE_CARRIED,   /* (assessment) what has no place this year */
	CACHE_LAST_YEAR, /* (assessment) its answers of a year that is over */
	CACHE_LAST_MOVE, /* (assessment, its version) how it came there */
	CACHE_ROWS,      /* (digest of statement and values, twice) */
	CACHE_SHEET,     /* (assessment, held) what its links and its pending evidence add up to */
	CACHE_GUEST_KEY, /* of forms without account */
	CACHE_PAGE,      /* (digest of view, word and number, twice) what the public reads */
	CACHE_PUBLISHED  /* (region's code, year and kind) what the public reads */
};

struct cache_key {
	enum cache_kind kind;
	int64_t id, part;
};

/* 0 for a stamp that the value does not hang on. */
struct stamps {
	int64_t world, agency;
};

/*
 * Guesses are kept without a stamp, and in few bytes: a key that a statement
 * can be asked by before it is known to be right.  Whoever guesses compares
 * what comes back.  0: none.
 */
int64_t cache_guess(const struct cache *, int64_t id, int64_t part);
void cache_guess_next(struct cache *, int64_t id, int64_t part, int64_t key);

/* Exits the program when memory is short, as do the calls below. */
struct cache *cache_new(size_t bytes);
void cache_free(struct cache *);

/* A request begins: what was pushed out during the one before is freed. */
void cache_request(struct cache *);

/* NULL when nothing is kept under these numbers. */
const void *cache_find(struct cache *, struct cache_key, struct stamps);

/*
 * Keeping something: it is made in the arena of a new entry, whole, with all
 * texts that belong to it; then it is kept, or dropped where that failed.
 */
struct cache_entry *cache_begin(struct cache *);
struct arena *cache_arena(struct cache_entry *);
void cache_keep(struct cache *, struct cache_entry *, struct cache_key, struct stamps,
    const void *value);
void cache_drop(struct cache_entry *);

#endif
