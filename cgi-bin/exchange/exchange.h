/* SPDX-License-Identifier: ISC */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "frame/context.h"

/*
 * What other programs and other instances read from here, and the copies
 * of cycles that come from others.
 */

/* ---- instrument.c: an instrument out -------------------------------------- */

/* As the schema exchange/schema/instrument.json says, for a region: 0, 404 when
 * it is another's, or a status. */
int instrument_json(struct context *, int64_t region_id, int64_t id, struct buffer *);

/* Handler: the word says json, xlsx, or of which table the CSV. */
int send_instrument(struct context *);

/* ---- assessment.c: an assessment out, everything but the files ------------ */

/* Of that region; 0: the caller has found out who may.  0, 404, or another
 * status. */
int assessment_json(struct context *, int64_t id, int64_t region_id, struct buffer *);
int send_assessment(struct context *);

/* ---- api.c: the interface with keys ---------------------------------------- */

int api_instruments(struct context *);
int api_instrument(struct context *);
int api_cycles(struct context *);
int api_cycle(struct context *);
int api_assessments(struct context *);
int api_package(struct context *);
int api_assessment(struct context *);
int show_description(struct context *);
int show_schema(struct context *);

/* ---- tokens.c: the keys ----------------------------------------------------- */

extern const struct field token_fields[], tokens_query[];
int show_tokens(struct context *);
int send_tokens(struct context *);
int add_token(struct context *);
int end_token(struct context *);

/* ---- export_cycle.c: cycles out to another instance ------------------------------ */

/* Key.public and .fingerprint of this instance, as far as it has one. */
void fill_own_key(struct context *);
int show_sending(struct context *);
int send_sending(struct context *);
int send_cycle(struct context *);
/* The file of a cycle that the caller may read: 0, 404, another status. */
int cycle_package(struct context *, int64_t cycle_id, struct buffer *, const char **name);

/* ---- peers.c: whom we believe -------------------------------------------------- */

extern const struct field peer_fields[], peer_end_fields[];

/*
 * Who imports: the administrator of a province or of the whole instance.
 * The prefix of the codes in their care, "" for all: 0, 403, another status.
 */
int find_care(struct context *, const char **prefix);
int show_peers(struct context *);
int send_peers(struct context *);
int add_peer(struct context *);
int end_peer(struct context *);

/* ---- import_cycle.c: cycles in -------------------------------------------------------- */

extern const struct field import_fields[];
int show_imports(struct context *);
int send_imports(struct context *);
int take_in(struct context *);
int show_package(struct context *);
int take_over(struct context *);

#endif
