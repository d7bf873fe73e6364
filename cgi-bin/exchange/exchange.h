/* SPDX-License-Identifier: ISC */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "frame/context.h"

/*
 * What other programs and other installations read from here, and the copies
 * of cycles that come from others.
 */

/* ---- instrument.c: an instrument out -------------------------------------- */

/* As the schema exchange/schema/instrument.json says: 0, or a status. */
int	instrument_json(struct visit *, int64_t id, struct buffer *);

/* Handler: the word says json, xlsx, or of which table the CSV. */
int	send_instrument(struct visit *);

/* ---- assessment.c: an assessment out, everything but the files ------------ */

/* Of that region; 0: the caller has found out who may.  0, 404, or another
 * status. */
int	assessment_json(struct visit *, int64_t id, int64_t region_id,
	    struct buffer *);
int	send_assessment(struct visit *);

/* ---- api.c: the interface with keys ---------------------------------------- */

int	api_instruments(struct visit *);
int	api_instrument(struct visit *);
int	api_cycles(struct visit *);
int	api_cycle(struct visit *);
int	api_assessments(struct visit *);
int	api_bundle(struct visit *);
int	api_assessment(struct visit *);
int	show_description(struct visit *);
int	show_schema(struct visit *);

/* ---- tokens.c: the keys ----------------------------------------------------- */

extern const struct field token_fields[], tokens_query[];
int	show_tokens(struct visit *);
int	add_token(struct visit *);
int	end_token(struct visit *);

/* ---- export_cycle.c: cycles out to another installation ------------------------------ */

/* Key.public and .fingerprint of this installation, as far as it has one. */
void	fill_own_key(struct visit *);
int	show_sending(struct visit *);
int	send_cycle(struct visit *);
/* The file of a cycle that the caller may read: 0, 404, another status. */
int	cycle_bundle(struct visit *, int64_t cycle_id, struct buffer *,
	    const char **name);

/* ---- peers.c: whom we believe -------------------------------------------------- */

extern const struct field peer_fields[], peer_end_fields[];

/*
 * Who collects: the administrator of a province or of the whole installation.
 * The prefix of the codes in their care, "" for all: 0, 403, another status.
 */
int	find_care(struct visit *, const char **prefix);
int	show_peers(struct visit *);
int	add_peer(struct visit *);
int	end_peer(struct visit *);

/* ---- import_cycle.c: cycles in -------------------------------------------------------- */

extern const struct field collect_fields[];
int	show_collecting(struct visit *);
int	take_in(struct visit *);
int	show_bundle(struct visit *);
int	take_over(struct visit *);

#endif
