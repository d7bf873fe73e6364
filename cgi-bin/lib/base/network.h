/* SPDX-License-Identifier: ISC */
#ifndef BASE_NETWORK_H
#define BASE_NETWORK_H

#include "base/arena.h"

/*
 * What counts as one place in the net, for whatever is counted by the address
 * of somebody: an address of IPv4, also one written within IPv6; of IPv6 the
 * first 64 bits ("2001:db8:0:1::/64"), since every line and every rented
 * machine has all that begin with these (RFC 6177, RFC 4291 section 2.5.1), and
 * would be another one with each try.  What is no address stays as it is.
 */
const char *network_of(struct arena *, const char *address);

#endif
