/* SPDX-License-Identifier: ISC */
/*
 * The part of an address that somebody cannot change at will: all of IPv4, and the
 * network of IPv6, as text for what is counted by it.
 */
#include "base/network.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/banned.h"

enum { OWN_BYTES = 8 }; /* of a network of IPv6 */

const char *
network_of(struct arena *arena, const char *address)
{
	struct in6_addr six;
	char text[INET6_ADDRSTRLEN];

	if (strchr(address, ':') == NULL || inet_pton(AF_INET6, address, &six) != 1)
		return address;
	if (IN6_IS_ADDR_V4MAPPED(&six))
		return inet_ntop(AF_INET, &six.s6_addr[12], text, sizeof(text)) != NULL ?
		    arena_format(arena, "%s", text) :
		    address;
	memset(&six.s6_addr[OWN_BYTES], 0, sizeof(six.s6_addr) - OWN_BYTES);
	return inet_ntop(AF_INET6, &six, text, sizeof(text)) != NULL ?
	    arena_format(arena, "%s/64", text) :
	    address;
}
