/* SPDX-License-Identifier: ISC */
#ifndef MATANG_PROBE_H
#define MATANG_PROBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/link_address.h"

/*
 * Asks many addresses of the web how they are, by libcurl, which is known to probe.c
 * alone: a part of its own (base/part.h).  What it may ask, rules/link_address.h says.
 *
 * Many hosts at once, of each host one request at a time with a pause between two; at
 * most so many redirects, each of them looked at as if it were new; so many bytes of an
 * answer and so much time for one address, redirects included.  Each address of the
 * network is looked at when the connection to it is opened, so that a name which leads
 * elsewhere the next moment leads nowhere else; those of this machine are refused, too.
 * No proxy, no cookie, no password, nothing but http and https.
 */
enum {
	PROBE_HOSTS_AT_ONCE = 20,
	PROBE_REDIRECTS = 5,
	PROBE_BYTES = 256 * 1024,
	PROBE_MILLISECONDS = 30000,
	PROBE_CONNECT_MILLISECONDS = 10000,
	PROBE_PAUSE_MILLISECONDS = 250
};

enum probe_outcome {
	PROBE_UNASKED, /* for want of time */
	PROBE_ANSWERED,
	PROBE_STATUS,       /* that says that nothing is there */
	PROBE_NO_NAME,      /* the name leads to no address */
	PROBE_NO_ANSWER,    /* no connection, or it broke off */
	PROBE_NO_TIME,      /* the time was over */
	PROBE_NO_TRUST,     /* a certificate that nobody trusts */
	PROBE_EXPIRED,      /* one that is over */
	PROBE_REDIRECTS_ON, /* more redirects than that, or one to what is no address of the web */
	PROBE_REFUSED       /* not public: not asked */
};

enum { PROBE_HEADERS = 4 };

/*
 * What is posted goes to its address alone: no redirect is followed, and nothing but 2xx
 * is PROBE_ANSWERED.
 */
struct probe_link {
	const char *address;
	const char *post;                   /* text that is posted; NULL: it is only asked for */
	const char *headers[PROBE_HEADERS]; /* "Name: value" of what is posted; NULL: none */
	bool inside; /* who runs this host named it: it may be of an own network */
	enum probe_outcome outcome;
	long status;
	int64_t milliseconds;
	size_t redirects;
	char final[LINK_ADDRESS_MAX + 1]; /* where it led */
};

/*
 * Asks all of them, and begins with none after a time of base/clock.h: what was not asked
 * by then stays PROBE_UNASKED.  0, or -1 when libcurl or memory is not to be had.
 */
int probe_links(struct probe_link *, size_t count, int64_t until);

#endif
