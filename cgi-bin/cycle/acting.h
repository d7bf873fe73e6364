/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_ACTING_H
#define CYCLE_ACTING_H

#include "frame/context.h"

/* Who stood in for the head of an agency, the newest first: 0 or a status; and
 * Acting.N.id .kind .name .days .basis of them. */
int acting_read(struct context *, int64_t agency_id, struct rows *);
void acting_fill(struct context *, const struct rows *);

extern const struct field acting_fields[], acting_remove_fields[];
int add_acting(struct context *);
int remove_acting(struct context *);

#endif
