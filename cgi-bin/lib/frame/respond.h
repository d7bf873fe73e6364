/* SPDX-License-Identifier: ISC */
#ifndef FRAME_RESPOND_H
#define FRAME_RESPOND_H

#include "frame/context.h"

/*
 * The page for a status that a handler returned, with the reference under
 * which the causes stand in the log, and with what was typed.  Nothing of the
 * request is trusted any more.  Scripts get JSON, programs plain text.  Where
 * an answer has begun already, the causes are logged and nothing is sent.
 */
void	respond_error(struct context *, int status);

#endif
