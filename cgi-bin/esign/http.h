/* SPDX-License-Identifier: ISC */
#ifndef ESIGN_HTTP_H
#define ESIGN_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/error_chain.h"

/*
 * One call over HTTP, by libcurl, which is known to http.c alone.  TLS is
 * verified wherever there is TLS, no redirect is followed, no proxy is taken
 * from the environment, and nothing that is sent or received is ever logged:
 * both hold what belongs to a person.  All memory is overwritten when it is
 * freed, libcurl's too.
 */

struct http_part { /* of multipart/form-data; ends with NULL */
	const char *name;
	const char *filename, *type; /* of a file, else NULL */
	const void *bytes;           /* or, where NULL, ->text */
	size_t length;
	const char *text;
};

struct http_call {
	const struct esign_service *service; /* address, credentials */
	const char *path;
	const struct http_part *parts; /* POST of these, or … */
	const struct buffer *json;     /* … of this; neither: GET */
	int64_t until;                 /* by base/clock.h */
	size_t max;                    /* bytes of the answer */
};

enum http_outcome {
	HTTP_ANSWERED,
	HTTP_UNREACHABLE, /* no host, no connection, or it broke off */
	HTTP_UNTRUSTED,   /* no TLS with whom we wanted */
	HTTP_SLOW,        /* the time was over */
	HTTP_TOO_LARGE
};

struct http_answer {
	const char *path; /* of the call, for the log */
	long status;
	struct buffer body;
	char document[101]; /* the header id_dokumen; "" when absent */
};

/* Causes go into the fault: what libcurl calls the trouble, never an address
 * with a query, a header or a body. */
enum http_outcome http_call(struct arena *, const struct http_call *, struct http_answer *,
    struct error_chain *);

#endif
