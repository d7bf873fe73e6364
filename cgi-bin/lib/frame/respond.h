/* SPDX-License-Identifier: ISC */
#ifndef FRAME_RESPOND_H
#define FRAME_RESPOND_H

#include "frame/context.h"

/*
 * The page for a status that a handler returned, with the reference under
 * which the causes stand in the log, and with what was typed.  Nothing of the
 * request is trusted any more.  Scripts and programs below /api get JSON, tus plain text.  Where
 * an answer has begun already, the causes are logged and nothing is sent.
 */
void respond_error(struct context *, int status);

/*
 * Problem details of RFC 9457 instead of a page; what happened in Indonesian, ""
 * where the status says it all; "" for no reference.  Returns 0.
 */
int context_problem(struct context *, int status, const char *detail, const char *reference);

#endif
