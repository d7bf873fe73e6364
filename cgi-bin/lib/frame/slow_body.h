/* SPDX-License-Identifier: ISC */
#ifndef FRAME_SLOW_BODY_H
#define FRAME_SLOW_BODY_H

#include "frame/context.h"

/*
 * Three photographs from a telephone on a thin line take minutes, and whoever
 * sends them has no account.  Where a form takes files from anybody, a body
 * goes on beyond the seconds of a stranger as long as it comes at a rate that a
 * telephone keeps and somebody who only wants to hold a process would have to
 * pay for; so few at once on the whole host, and of one network (base/network.h),
 * that the other processes are there for everybody.  They are counted by locks
 * on a file below files_dir, which end with the process: it need be started by
 * nobody, as in plain CGI.  Where that file cannot be locked, nobody goes on.
 *
 * SLOW_BYTES a second; SLOW_SECONDS in all; SLOW_ALL at once, SLOW_NETWORK of
 * one network.
 */
enum { SLOW_BYTES = 8 * 1024, SLOW_SECONDS = 900, SLOW_ALL = 8, SLOW_NETWORK = 2 };

/* Lets the body of this request, for whoever is not signed in. */
void slow_body_let(struct context *);

/* It was read, or broke off. */
void slow_body_end(struct context *);

#endif
