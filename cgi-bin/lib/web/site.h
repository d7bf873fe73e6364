/* SPDX-License-Identifier: ISC */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include <stdbool.h>

#include "web/request.h"

/*
 * Is a request meant for this site, and does what it changes come from it?
 * Addresses are origins, "https://matang.example.go.id" (RFC 6454): letters of
 * either case, and the port that the scheme has anyway may be left out.
 */

/* Does the request name the host of this address?  One that names none (plain
 * HTTP/1.0, a program on this machine) is not turned away. */
bool site_is_host(const char *address, const struct request *);

/*
 * Was it sent by a page of this address, or by no page at all?  By Origin,
 * which browsers send with all that changes something, and by Sec-Fetch-Site
 * where they do; programs that are no browsers send neither.
 */
bool site_is_origin(const char *address, const struct request *);
#endif
