/* SPDX-License-Identifier: ISC */
/*
 * The host that a request names and the page that it came from, compared with
 * the addresses of the site.  Nothing is believed of a Host header but that.
 */
#include "web/site.h"

#include <string.h>
#include <strings.h>

#include "base/banned.h"

/* An origin in its parts; the port that the scheme has anyway is none. */
struct origin {
	bool encrypted;
	const char *host;
	size_t length;
};

static struct origin
host_of(const char *host, bool encrypted)
{
	struct origin origin = { .encrypted = encrypted, .host = host, .length = strlen(host) };
	const char *usual = encrypted ? ":443" : ":80";
	size_t port = strlen(usual);

	if (origin.length > port && strcmp(host + origin.length - port, usual) == 0)
		origin.length -= port;
	return origin;
}

/* false: it is none. */
static bool
origin_of(const char *address, struct origin *origin)
{
	bool encrypted = strncasecmp(address, "https://", 8) == 0;

	if (!encrypted && strncasecmp(address, "http://", 7) != 0)
		return false;
	*origin = host_of(address + (encrypted ? 8 : 7), encrypted);
	return origin->length > 0;
}

static bool
is_same_host(const struct origin *one, const struct origin *other)
{
	return one->length == other->length &&
	    strncasecmp(one->host, other->host, one->length) == 0;
}

bool
site_is_host(const char *address, const struct request *request)
{
	struct origin own, asked;

	if (*request->host == '\0')
		return true;
	if (!origin_of(address, &own))
		return false;
	/* Behind a proxy the line to us is another one than the browser's. */
	asked = host_of(request->host, own.encrypted);
	return is_same_host(&own, &asked);
}

bool
site_is_origin(const char *address, const struct request *request)
{
	const char *site = request->fetch_site;
	struct origin own, from;

	if (*site != '\0' && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0)
		return false;
	return *request->origin == '\0' ||
	    (origin_of(address, &own) && origin_of(request->origin, &from) &&
		own.encrypted == from.encrypted && is_same_host(&own, &from));
}
