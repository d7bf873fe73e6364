/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_ACTING_LIST_H
#define CYCLE_ACTING_LIST_H

#include "frame/context.h"

/* Who stood in for the head of an agency, the newest first: 0 or a status; and
 * Acting.N.id .kind .name .days .basis of them. */
int acting_read(struct context *, int64_t agency_id, struct rows *);
void acting_fill(struct context *, const struct rows *);

/* "Plt." of "plt", "Plh." of "plh"; "sejak 1 Desember 2026" where the last day is "",
 * else both days. */
const char *acting_word(const char *kind);
const char *acting_days(struct arena *, const char *from, const char *until);

#endif
