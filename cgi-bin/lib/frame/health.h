/* SPDX-License-Identifier: ISC */
#ifndef FRAME_HEALTH_H
#define FRAME_HEALTH_H

#include "frame/context.h"

/*
 * Answers …/healthz.  "ok" is a line alone; where something is wrong its name
 * is another line.  200 while pages can be answered, 503 where they cannot: no
 * database, or one whose schema is not that of the program.  An administrator
 * sees each part with its numbers; anybody else no more than names.  0.
 */
int health_answer(struct context *);

#endif
