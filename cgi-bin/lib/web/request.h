/* SPDX-License-Identifier: ISC */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * One request and its answer, the same over FastCGI and plain CGI.
 * Texts come from the server's variables (RFC 3875), are never NULL unless
 * said so, and live as long as the request.
 */
enum method {
	METHOD_GET,
	METHOD_HEAD,
	METHOD_POST,
	METHOD_PATCH,
	METHOD_DELETE,
	METHOD_OPTIONS,
	METHOD_OTHER /* any that has no name here */
};

/* "GET"; of METHOD_OTHER "". */
const char *method_name(enum method);

struct request {
	struct arena *arena;
	enum method method;
	const char *path;  /* PATH_INFO, begins with "/" */
	const char *query; /* QUERY_STRING, still encoded */
	const char *content_type;
	int64_t content_length; /* -1 when absent */
	const char *cookies;
	const char *address; /* REMOTE_ADDR */
	const char *agent;
	const char *accept;
	const char *origin; /* HTTP_ORIGIN or "" */
	const char *host;
	const char *fetch_site; /* HTTP_SEC_FETCH_SITE or "" */
	const char *fetch_dest; /* HTTP_SEC_FETCH_DEST: "document" in a window, or "" */
	const char *referer;
	bool secure;             /* HTTPS on */
	struct channel *channel; /* owned by the server loop */
	bool answered;           /* the head of the answer was sent, */
	int status;              /* with this status */
	struct header {
		const char *name, *value;
		struct header *next;
	} * headers; /* to be sent with the answer */
};

/* Any other variable of the request, e.g. "HTTP_RANGE"; NULL when absent. */
const char *request_variable(const struct request *, const char *name);

/* Whether who asks takes a body that is packed by gzip: Accept-Encoding, RFC 9110, 12.5.3.
 * A quality of 0 says no; "*" is not taken for it. */
bool request_takes_gzip(const struct request *);

/* A script of a page asks for JSON; a person who has none gets pages. */
bool request_by_script(const struct request *);

/* Up to length bytes of the body: 0 at its end, -1 when it broke off. */
int64_t request_read(struct request *, void *bytes, size_t length);

/* The body has so many seconds in all, from when it is first read; then it has broken off. */
void request_hurry(struct request *, unsigned seconds);

/* And goes on after them as told there, which is kept. */
struct patience;
void request_patient(struct request *, const struct patience *);

/* A header for the answer, before it is sent.  Texts are kept, not copied.
 * One of those that every answer has (request.c) takes its place, and with
 * NULL for a value leaves it out. */
void answer_header(struct request *, const char *name, const char *value);

/*
 * Before a long answer: nginx passes it on as the line takes it.  Its file for
 * what a line has not taken yet has an end, behind which it would stop reading
 * until all of that file has gone out, for longer than a write may wait.
 */
void answer_unbuffered(struct request *);

/* Head and whole body.  HEAD requests get the head alone. */
void answer_send(struct request *, int status, const char *type, const void *body, size_t length);

/* Streaming: the head with its length (-1: not known), then the pieces.
 * answer_write returns 0, or -1 when the client is gone. */
void answer_begin(struct request *, int status, const char *type, int64_t length);
int answer_write(struct request *, const void *bytes, size_t length);

/* 303 See Other, for post/redirect/get. */
void answer_redirect(struct request *, const char *address);

/* 301 Moved Permanently: what is asked for has this address now. */
void answer_moved(struct request *, const char *address);

#endif
