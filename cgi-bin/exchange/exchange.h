/* SPDX-License-Identifier: ISC */
#ifndef EXCHANGE_EXCHANGE_H
#define EXCHANGE_EXCHANGE_H

#include "step/visit.h"

/*
 * What other programs and other installations read from here.  Nothing of it
 * changes anything but keys of the interface themselves.
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
int	api_assessment(struct visit *);
int	show_description(struct visit *);
int	show_schema(struct visit *);

/* ---- tokens.c: the keys ----------------------------------------------------- */

extern const struct field token_fields[], tokens_query[];
int	show_tokens(struct visit *);
int	add_token(struct visit *);
int	end_token(struct visit *);

#endif
