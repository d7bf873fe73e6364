/* SPDX-License-Identifier: ISC */
#ifndef FRAME_NAVIGATION_H
#define FRAME_NAVIGATION_H

#include "frame/context.h"

/* Path of the page on which a role begins, below the base path. */
const char *nav_home(enum role);

/* The entries of the actor's role: Nav.N.href, .label, .current,
 * and .unread of the messages, where some are. */
void nav_fill(struct context *);

#endif
