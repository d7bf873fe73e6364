/* SPDX-License-Identifier: ISC */
#ifndef STORE_EVENT_H
#define STORE_EVENT_H

#include "store/db.h"

/*
 * What is no change and has to be known later all the same: a row of the table
 * event_log.  The address is that of the request (db_on_behalf); as what somebody did
 * it, and where it is to be seen, is found beside the account and the agency.
 */
struct event {
	const char *kind;    /* sign_in, refusal, export, download; rights: history_add */
	const char *outcome; /* done, wrong, held, refused */
	int64_t account_id;  /* 0: nobody who is known */
	int64_t region_id;   /* 0: that of the agency, or of the account */
	int64_t agency_id;   /* whose things they were, or 0 */
	const char *what;    /* in words, cut to 300 characters; nothing that was typed
			      * by somebody unknown: it may be a password */
};

/* 0, or enum db_error. */
int event_add(struct db *, const struct event *);

/* The same, once in a quarter of an hour for an address: whoever is held may try
 * as often as he likes, and the table must not grow by it. */
int event_add_held(struct db *, const struct event *);

#endif
