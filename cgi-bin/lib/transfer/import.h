/* SPDX-License-Identifier: ISC */
#ifndef TRANSFER_IMPORT_H
#define TRANSFER_IMPORT_H

#include "transfer/package.h"

/*
 * A cycle of another instance beside what is here of it: what would
 * change, and the change itself.
 */

/* What the file says about one agency that is not what is here. */
struct level_change {
	int variable;
	enum tier tier;
	int from, to; /* 0: none */
};

struct difference {
	const struct package_agency *agency;
	int64_t agency_id;      /* 0: new here */
	int64_t assessment_id;  /* 0: new here */
	const char *was_called; /* renamed; NULL: not */
	enum state was;         /* its state here, if it is here */
	struct level_change *levels;
	size_t level_count;
	size_t worded;         /* answers of which only words changed */
	size_t added, removed; /* documents */
	size_t moves_same;     /* moves that are here already, */
	size_t moves_here;     /* of so many */
	bool same;             /* nothing of it changes */
	bool documents_same;
};

enum outcome {
	OUTCOME_FIRST,  /* nothing of this cycle is here yet */
	OUTCOME_NEWER,  /* takes the place of what is here */
	OUTCOME_HELD,   /* this very file is what is here */
	OUTCOME_REFUSED /* see why */
};

struct taking {
	struct arena *arena;
	const struct transfer_package *package;
	int64_t package_id; /* its row, once it has one */
	int64_t by;         /* account; 0: the operator's command */

	enum outcome outcome;
	const char *why;                            /* Indonesian, when refused */
	const char *held_from;                      /* made_at of what is here, UTC, or "" */
	int64_t cycle_id, region_id, instrument_id; /* 0: none here yet */
	const char *instrument_name;                /* of the one that it will stand under */
	bool instrument_changes;                    /* another one than what is here has */
	bool cycle_changes;                         /* state, plan or instrument of the cycle */
	struct difference *differences;             /* one per agency of the file */
	const char **missing;                       /* names of agencies here that the file lacks */
	size_t missing_count;
	/* sums */
	size_t fresh, renamed, stated, levelled, added, removed, changed;
};

/*
 * Takes a file apart, believes it or not, and reads it.  Nothing of it is read
 * before its signature is found good by a key that is known here, and nothing
 * told of it unless that key has not ended and may speak for its region.
 */
enum opening {
	OPENING_GOOD,
	OPENING_FAULTY,  /* not made as it should be: see the problems */
	OPENING_DOUBTED, /* not believed: a sentence in *why */
	OPENING_FAILED   /* the database: enum db_error is logged */
};

enum opening package_open(struct db *, struct json_problems *, const char *file, size_t length,
    struct transfer_package *, int64_t *peer_id, const char **why);

/* Finds out what would change; 0 or enum db_error. */
int transfer_compare(struct db *, struct taking *);

/*
 * Takes it over in one transaction, or nothing of it: 0, enum db_error, or
 * 409 with .why.  Again after a broken connection it is safe: what has been
 * taken over already is OUTCOME_HELD.
 */
int transfer_import(struct db *, struct taking *);

#endif
