/* SPDX-License-Identifier: ISC */
#ifndef TRANSFER_PACKAGE_H
#define TRANSFER_PACKAGE_H

#include "base/signing_key.h"
#include "rules/workflow.h"
#include "format/instrument_json.h"
#include "format/json_reader.h"
#include "store/db.h"
#include "store/instrument.h"

/*
 * A region's whole cycle as one file, for an instance that imports from
 * others: a flattened JSON Web Signature (RFC 7515, 7.2.2) with the algorithm
 * of RFC 8037, whose payload is as exchange/schema/cycle.json says.  It holds
 * everything but files, and of people nothing.
 */
enum {
	PACKAGE_BYTES_MAX = 24 << 20, /* of the file */
	PACKAGE_AGENCIES_MAX = 1000,
	PACKAGE_MOVES_MAX = 1000,    /* of one agency */
	PACKAGE_DOCUMENTS_MAX = 5000 /* of one agency */
};

/* ---- export.c: out ---------------------------------------------------------- */

/*
 * The file for an own cycle that was opened: 1, 0 when there is no such cycle,
 * or enum db_error.  *name is the file's, "matang-64.71-2026.json".  `site`
 * says in words where it comes from; "" for the name of the region.
 */
int package_write(struct db *, int64_t cycle_id, const char *site, const struct signing_key *,
    struct buffer *, const char **name);

/* ---- read.c: in -------------------------------------------------------------- */

struct package_link_review {
	const char *decision; /* accepted, rejected, or "" */
	const char *reason;
};

struct package_document {
	int variable, level, item; /* where it stands */
	const char *title, *kind, *number;
	const char *dated, *period_from, *period_until; /* or "" */
	const char *sha256;                             /* 64 hexadecimal digits, or "": no file */
	int64_t bytes;
	const char *type;
	struct package_link_review city, province;
};

enum tier { TIER_SELF, TIER_CITY, TIER_PROVINCE, TIERS };

struct package_answer {
	int variable;                /* its number */
	int levels[TIERS];           /* 0: none, or not told */
	const char *texts[TIERS][2]; /* explanation and reason of the claim;
					 * reason and recommendation */
};

struct package_move {
	const char *at; /* as the database has it, UTC */
	enum state from, to;
};

struct package_agency {
	int64_t id; /* of the instance that it comes from */
	const char *name, *short_name;
	enum state state;
	struct package_move *moves;
	size_t move_count;
	struct package_answer *answers; /* one for each variable, in order */
	struct package_document *documents;
	size_t document_count;
};

struct package_step {
	int working_days;
	const char *from, *until;
};

struct transfer_package {
	const char *instance; /* 32 hexadecimal digits */
	const char *site;
	const char *made_at; /* as the database has it, UTC */
	const char *region_code, *region_name, *region_kind, *timezone;
	int64_t year;
	bool province_tier, reported;
	const char *start_date, *letter_number, *opened_at, *reported_at;
	struct package_step steps[WORKFLOW_STEPS];
	struct instrument instrument;
	const char *content; /* of it: instrument_content() */
	struct package_agency *agencies;
	size_t count;
	unsigned char sha256[32]; /* of the whole file */
	uint64_t bytes;
};

/* An envelope that has been opened, and not yet been believed. */
struct envelope {
	const char *key_id;
	const char *signed_part; /* what the signature is about */
	size_t signed_length;
	unsigned char signature[SIGNATURE_BYTES];
	const char *payload;
	size_t payload_length;
};

/*
 * Takes a file apart: false, and a problem, when it is not made so.  Nothing
 * in it may be trusted before signing_good() has said so.
 */
bool envelope_open(struct json_problems *, const char *file, size_t length, struct envelope *);

/*
 * Reads the payload, every value of it within the bounds of the schema and of
 * the rules, so that the database has nothing left to refuse: false, and
 * problems with their places, for anything else.
 */
bool package_read(struct json_problems *, const struct envelope *, struct transfer_package *);

/* What makes two instruments the same, whatever they are called. */
const char *instrument_content(struct arena *, const struct instrument *);

#endif
