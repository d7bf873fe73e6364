/* SPDX-License-Identifier: ISC */
/*
 * Which addresses the checker of links may ask, and which of those that it came to are
 * the page above the one that was asked for.
 */
#include "rules/link_address.h"

#include <stdint.h>
#include <string.h>

enum { PORT_MAX = 65535, IPV4 = 4, IPV6 = 16 };

static bool
link_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char
link_small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether a text begins with a word of small letters, written in any. */
static bool
link_begins(const char *text, const char *word)
{
	for (; *word != '\0'; text++, word++)
		if (link_small(*text) != *word)
			return false;
	return true;
}

/* ---- taking apart ---------------------------------------------------------------- */

/* The host, in brackets or not; where it ends, or NULL. */
static const char *
link_host(const char *at, struct link_address *link)
{
	bool brackets = *at == '[';
	size_t length = 0;

	for (at += brackets; *at != '\0' && strchr(brackets ? "]" : ":/?#", *at) == NULL; at++) {
		char c = link_small(*at);

		if (!link_digit(c) && !(c >= 'a' && c <= 'z') &&
		    (c == '\0' || strchr(brackets ? ":." : "-._", c) == NULL))
			return NULL;
		if (length == LINK_HOST_MAX)
			return NULL;
		link->host[length++] = c;
	}
	if (brackets && *at++ != ']')
		return NULL;
	if (!brackets && length > 0 && link->host[length - 1] == '.')
		length--;
	link->host[length] = '\0';
	return length > 0 ? at : NULL;
}

/* The port behind a colon, or the usual one; where it ends, or NULL. */
static const char *
link_port(const char *at, struct link_address *link)
{
	int port = 0;

	link->port = link->tls ? 443 : 80;
	if (*at != ':')
		return at;
	for (at++; link_digit(*at) && port <= PORT_MAX; at++)
		port = port * 10 + (*at - '0');
	if (port == 0 || port > PORT_MAX)
		return NULL;
	link->port = port;
	return at;
}

bool
link_parse(const char *address, struct link_address *link)
{
	const char *at = address;

	*link = (struct link_address){ .tls = link_begins(address, "https://") };
	if (strlen(address) > LINK_ADDRESS_MAX || (!link->tls && !link_begins(address, "http://")))
		return false;
	for (const char *c = address; *c != '\0'; c++)
		if ((unsigned char)*c <= ' ' || *c == 0x7f || *c == '\\')
			return false;
	at = link_host(address + (link->tls ? 8 : 7), link);
	if (at != NULL)
		at = link_port(at, link);
	if (at == NULL || (*at != '\0' && *at != '/' && *at != '?' && *at != '#'))
		return false;
	link->path = at;
	return true;
}

/* ---- public or not --------------------------------------------------------------- */

struct address_block {
	unsigned char bytes[IPV6];
	unsigned bits;
};

/* Special-purpose addresses of IPv4: RFC 6890 and its registry, groups, reserved. */
static const struct address_block closed_ipv4[] = {
	{ { 0 }, 8 },
	{ { 10 }, 8 },
	{ { 100, 64 }, 10 },
	{ { 127 }, 8 },
	{ { 169, 254 }, 16 },
	{ { 172, 16 }, 12 },
	{ { 192, 0, 0 }, 24 },
	{ { 192, 0, 2 }, 24 },
	{ { 192, 88, 99 }, 24 },
	{ { 192, 168 }, 16 },
	{ { 198, 18 }, 15 },
	{ { 198, 51, 100 }, 24 },
	{ { 203, 0, 113 }, 24 },
	{ { 224 }, 4 },
	{ { 240 }, 4 },
};

/* Of the global ones of IPv6, 2000::/3: protocols and tunnels, documentation, 6to4. */
static const struct address_block global_ipv6 = { { 0x20 }, 3 };
static const struct address_block closed_ipv6[] = {
	{ { 0x20, 0x01, 0x00 }, 23 },
	{ { 0x20, 0x01, 0x0d, 0xb8 }, 32 },
	{ { 0x20, 0x02 }, 16 },
	{ { 0x3f, 0xff }, 20 },
};

static bool
address_within(const unsigned char *bytes, const struct address_block *block)
{
	unsigned whole = block->bits / 8, rest = block->bits % 8;
	unsigned mask = 0xffU << (8 - rest);

	return memcmp(bytes, block->bytes, whole) == 0 &&
	    (rest == 0 || ((bytes[whole] ^ block->bytes[whole]) & mask & 0xffU) == 0);
}

bool
address_public(const unsigned char *bytes, size_t length)
{
	const struct address_block *closed = length == IPV4 ? closed_ipv4 : closed_ipv6;
	size_t count = length == IPV4 ?
	    sizeof(closed_ipv4) / sizeof(closed_ipv4[0]) :
	    sizeof(closed_ipv6) / sizeof(closed_ipv6[0]);

	if (length != IPV4 && (length != IPV6 || !address_within(bytes, &global_ipv6)))
		return false;
	for (size_t at = 0; at < count; at++)
		if (address_within(bytes, &closed[at]))
			return false;
	return true;
}

/* Four decimals as they are usually written; false for anything else. */
static bool
link_ipv4(const char *host, unsigned char bytes[IPV4])
{
	for (size_t part = 0; part < IPV4; part++) {
		int number = 0, digits = 0;

		if (*host == '0' && link_digit(host[1]))
			return false; /* some read it as octal */
		for (; link_digit(*host) && digits < 4; host++, digits++)
			number = number * 10 + (*host - '0');
		if (digits == 0 || number > 255 || *host != (part < IPV4 - 1 ? '.' : '\0'))
			return false;
		bytes[part] = (unsigned char)number;
		host += part < IPV4 - 1;
	}
	return true;
}

/* Names ending so are of the own network, or of none: RFC 6761, 6762, 8375, 9476. */
static const char *const own_names[] = { ".localhost", ".local", ".localdomain", ".internal",
	".intranet", ".lan", ".home", ".corp", ".arpa", ".test", ".example", ".invalid", ".onion",
	".alt" };

static bool
link_named_public(const char *host)
{
	size_t length = strlen(host);
	const char *last = strrchr(host, '.');
	bool numbers = true;

	if (last == NULL || last == host || strstr(host, "..") != NULL)
		return false;
	for (const char *c = last + 1; *c != '\0'; c++)
		numbers = numbers && (link_digit(*c) || link_small(*c) == 'x');
	if (numbers) /* 127.1, 0x7f.1: an address in disguise */
		return false;
	for (size_t at = 0; at < sizeof(own_names) / sizeof(own_names[0]); at++) {
		size_t tail = strlen(own_names[at]);

		if (length > tail && strcmp(host + length - tail, own_names[at]) == 0)
			return false;
	}
	return true;
}

bool
link_fits(const struct link_address *link)
{
	static const int ports[] = { 80, 443, 8080, 8443 };
	unsigned char bytes[IPV4];
	bool port = false;

	for (size_t at = 0; at < sizeof(ports) / sizeof(ports[0]); at++)
		port = port || ports[at] == link->port;
	if (!port)
		return false;
	if (strchr(link->host, ':') != NULL)
		return true; /* IPv6: told when it is asked */
	if (link_ipv4(link->host, bytes))
		return address_public(bytes, IPV4);
	return link_named_public(link->host);
}

bool
link_listed(const struct link_address *link, const char *list)
{
	while (*list != '\0') {
		char address[LINK_HOST_MAX + sizeof("https://[]:65535")] = "https://";
		size_t length = strcspn(list, " \t,"), room = sizeof(address) - 9;
		struct link_address listed;

		memcpy(address + 8, list, length < room ? length : room);
		if (length > 0 && length < room && link_parse(address, &listed) &&
		    listed.port == link->port && strcmp(listed.host, link->host) == 0)
			return true;
		list += length;
		list += strspn(list, " \t,");
	}
	return false;
}

/* ---- the page above -------------------------------------------------------------- */

static const char *
without_www(const char *host)
{
	return strncmp(host, "www.", 4) == 0 ? host + 4 : host;
}

/* A path without what stands behind ? or #, and without the / at its end. */
static size_t
link_path_length(const char *path)
{
	size_t length = strcspn(path, "?#");

	while (length > 0 && path[length - 1] == '/')
		length--;
	return length;
}

bool
link_is_parent(const char *asked, const char *came_to)
{
	struct link_address from, to;
	const char *from_host, *to_host;
	size_t from_path, to_path, from_length, to_length;

	if (!link_parse(asked, &from) || !link_parse(came_to, &to))
		return false;
	from_host = without_www(from.host);
	to_host = without_www(to.host);
	from_length = strlen(from_host);
	to_length = strlen(to_host);
	if (from_length > to_length + 1)
		return from_host[from_length - to_length - 1] == '.' &&
		    strcmp(from_host + from_length - to_length, to_host) == 0;
	if (strcmp(from_host, to_host) != 0)
		return false;
	from_path = link_path_length(from.path);
	to_path = link_path_length(to.path);
	if (to_path >= from_path || strncmp(from.path, to.path, to_path) != 0 ||
	    from.path[to_path] != '/')
		return false;
	/* index.php is its folder. */
	return strncmp(from.path + to_path, "/index.", 7) != 0 ||
	    memchr(from.path + to_path + 1, '/', from_path - to_path - 1) != NULL;
}
