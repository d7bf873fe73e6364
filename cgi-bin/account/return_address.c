/* SPDX-License-Identifier: ISC */
/*
 * Back to where a person wanted to go before being asked to sign in.  The wish
 * comes from the address, which anybody can make: what is not surely a path of
 * this site is forgotten, so that no link to us leads elsewhere (open
 * redirect).
 */
#include <ctype.h>
#include <string.h>

#include "account/account.h"
#include "base/banned.h"

#define PLAIN "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

const char next_others_ended[] = "/account/profile?done=others-ended";

/*
 * Only what looks like a path of ours: a slash that no second one follows
 * ("//host" is another site), no way up, and no character that a browser
 * might take for something else ("/\\host", a control character).  Its query
 * may have more in it, percent-encoded.
 */
const char *
next_own(const char *path)
{
	size_t length = strspn(path, PLAIN "/_-.");

	if (path[0] != '/' || path[1] == '/' || strlen(path) > NEXT_MAX)
		return "";
	for (size_t at = 1; at < length; at++)
		if (path[at] == '.' && path[at - 1] == '.')
			return "";
	if (path[length] == '?')
		length += strspn(path + length, PLAIN "?/_-.~=&%+,:");
	return path[length] == '\0' ? path : "";
}

int
next_ask(struct context *context, const char *page, const char *next)
{
	struct buffer address = { .arena = context->arena };

	buffer_text(&address, page);
	next = next_own(next);
	if (*next != '\0')
		buffer_text(&address, "?next=");
	for (; *next != '\0'; next++)
		if (isalnum((unsigned char)*next) || strchr("/_-.", *next) != NULL)
			buffer_char(&address, *next);
		else
			buffer_format(&address, "%%%02X", (unsigned char)*next);
	return context_redirect(context, "%s", address.bytes);
}

int
next_go(struct context *context, const char *next)
{
	next = next_own(next);
	return context_redirect(context, "%s", *next != '\0' ? next : "/account/start");
}
