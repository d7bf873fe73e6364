/* SPDX-License-Identifier: ISC */
#ifndef RULES_LINK_ADDRESS_H
#define RULES_LINK_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Addresses that the checker of links may ask.  It is asked on behalf of people, from
 * inside the network of an office: what is not for everybody on the internet is not
 * asked, whatever leads there.
 */
enum { LINK_ADDRESS_MAX = 500, LINK_HOST_MAX = 253 };

struct link_address {
	bool tls;
	char host[LINK_HOST_MAX +
	    1]; /* small letters; of IPv6 without brackets; no dot at the end */
	int port;
	const char *path; /* within the address: from the first / ? or #, or "" */
};

/*
 * Takes "http://" and "https://" apart.  False for another scheme, a name or password
 * before the host, a host of other letters than those of names and numbers, a port that
 * is none, control characters and blanks, and what is longer than LINK_ADDRESS_MAX.
 */
bool link_parse(const char *address, struct link_address *);

/*
 * Whether it may be asked as far as its letters tell: ports 80, 443, 8080 and 8443, no
 * name of an own network (localhost, a name without a dot, .local, .internal …), and of
 * numbers only public ones, written as four decimals or as IPv6.  What its name leads to
 * is asked of address_public.
 */
bool link_fits(const struct link_address *);

/*
 * Whether its host and port are in a list of "host" and "host:port", with blanks or commas
 * between them; without a port it is 443.
 */
bool link_listed(const struct link_address *, const char *list);

/*
 * Whether an address of the network, 4 or 16 bytes in the order of the network, is one of
 * the public internet.  False for private, shared, local, own, documented, reserved and
 * group addresses, and for IPv6 that carries such an IPv4 inside or a tunnel.
 */
bool address_public(const unsigned char *bytes, size_t length);

/*
 * Whether an address that was asked for led to the page above it: to the same host at a
 * folder above, or to the host above (diskominfo.kota.go.id -> kota.go.id).  www. before
 * a host counts for nothing, and neither does http becoming https.
 */
bool link_is_parent(const char *asked, const char *came_to);

#endif
