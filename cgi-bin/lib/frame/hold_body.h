/* SPDX-License-Identifier: ISC */
#ifndef FRAME_HOLD_BODY_H
#define FRAME_HOLD_BODY_H

#include "frame/context.h"

/*
 * As context_hold, where the web server says that a body comes straight through: it
 * hands on what has come, and does so with what is too much to wait there
 * (deploy/nginx/matang.conf).  That lasts as long as the line needs.
 */
int context_hold_body(struct context *);

#endif
