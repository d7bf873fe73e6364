/* SPDX-License-Identifier: ISC */
#ifndef FRAME_ONCE_H
#define FRAME_ONCE_H

#include "frame/context.h"

/*
 * A form that makes something is taken once (ROUTE_ONCE).  Its token names the
 * page that it stood on; with the person, the address and what was typed this
 * gives a mark, which is stored with the change.  Who presses the button twice,
 * or goes back and sends the same again, is led to where the first was led,
 * since a browser shows the answer to the last.  What was typed otherwise is
 * another form, and so is one of a page that was opened anew; what was refused
 * may be sent again as it is.
 *
 * Calls the handler, or answers in its place; what handlers return.
 */
int once_handle(struct context *, const struct route *);

#endif
