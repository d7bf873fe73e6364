/* SPDX-License-Identifier: ISC */
#ifndef FRAME_SESSION_H
#define FRAME_SESSION_H

#include "frame/context.h"
#include "web/cookie.h"

/* Who asks: the sessions of people who signed in. */
#define SESSION_COOKIE(config) COOKIE_NAME((config)->secure_cookie, "matang")

/*
 * Finds out who asks, in one round trip, and only when the browser sent a
 * cookie.  Ended, idle and overdue sessions are nobody.  What the flags of the
 * route ask for beside it comes in the same round trip.  0 or enum db_error.
 */
int session_load(struct context *, unsigned flags);

/*
 * Begins a session for an account and sets its cookie; a session that this
 * browser had before ends (no fixation).  One that is let in counts among the
 * account's: beyond the setting sessions_max those end that nobody used for the
 * longest time, and *others_ended (or NULL) says whether one of them was still
 * good.  0 or enum db_error.
 */
enum session_entry {
	SESSION_WAITS,  /* for the second factor: not in yet, and pushes nobody out */
	SESSION_ENTERS, /* there is no factor */
	SESSION_PROVED  /* it was given */
};
int session_begin(struct context *, int64_t account_id, enum session_entry, bool *others_ended);

/*
 * The password was given once more: the session has another token and begins
 * anew, and forms that are open elsewhere in this browser stay good.
 */
int session_confirm(struct context *);

/*
 * From here on this session works for a further agency of the account, or for its own
 * (0).  1, 0 where the account does not serve that, or enum db_error.
 */
int session_serve(struct context *, int64_t agency_id);

/* Ends the session of this browser and clears the cookie. */
int session_end(struct context *);

/* Ends every session of an account; `but_this` keeps the caller's own. */
int session_end_all(struct context *, int64_t account_id, bool but_this);

/* The second factor was given in this session; rotates the token.  Else as
 * session_begin(). */
int session_complete(struct context *, bool *others_ended);

#endif
