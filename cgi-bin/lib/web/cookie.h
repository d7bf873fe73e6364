/* SPDX-License-Identifier: ISC */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include <stddef.h>

/* The one cookie that we set, out of the header in which all of a host come. */
enum cookie_result {
	COOKIE_FOUND = 0,
	COOKIE_ABSENT,
	COOKIE_DUPLICATE, /* the name comes more than once */
	COOKIE_MALFORMED  /* its value has bytes that no cookie of ours has */
};

/*
 * Find the cookie `name` in `header`, the value of the request's Cookie header
 * (RFC 6265, section 4.2; NULL when there was none).  Names are compared
 * exactly, with case.  On COOKIE_FOUND *value points into header and *len is
 * its length: not terminated, empty possible.  Otherwise *value is NULL and
 * *len is 0.
 *
 * Only a value of cookie-octets without quotes is accepted.  A name that comes
 * twice is refused, because a neighbour on the same domain can plant a second
 * cookie and the order does not tell whose is whose (RFC 6265, section 8.6).
 * Cookies of other names are not judged: other software on the host may have
 * set them.
 */
enum cookie_result cookie_find(const char *header, const char *name, const char **value,
    size_t *len);

/*
 * What a cookie of ours is called and where it holds, by whether the site has
 * TLS.  With it "__Host-" stands before the name, and its path is "/": then a
 * browser takes it from this host alone, and no neighbour on the same domain can
 * plant or replace it (draft-ietf-httpbis-rfc6265bis, 4.1.3.2).  Without it, in
 * the demo, it holds below our own path.
 */
#define COOKIE_NAME(secure, name) ((secure) ? "__Host-" name : (name))
#define COOKIE_PATH(secure, base) ((secure) ? "" : (base))

#endif
