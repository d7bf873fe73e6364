/* SPDX-License-Identifier: ISC */
/*
 * One cookie out of the header (RFC 6265): a name that comes twice or has
 * bytes that no cookie of ours has is no cookie.
 */
#include "web/cookie.h"

#include <stdbool.h>
#include <string.h>

#include "base/banned.h"

/* cookie-octet of RFC 6265, section 4.1.1. */
static bool
octets(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i] <= ' ' || s[i] > '~' || s[i] == '"' || s[i] == ',' || s[i] == '\\')
			return false;
	return true;
}

enum cookie_result
cookie_find(const char *header, const char *name, const char **value, size_t *len)
{
	const size_t name_len = strlen(name);
	const char *s, *end, *found = NULL;
	size_t found_len = 0;

	*value = NULL;
	*len = 0;

	for (s = header; s != NULL && *s != '\0'; s = *end == '\0' ? end : end + 1) {
		s += strspn(s, " \t");
		end = s + strcspn(s, ";");
		if ((size_t)(end - s) <= name_len || s[name_len] != '=' ||
		    memcmp(s, name, name_len) != 0)
			continue;
		if (found != NULL)
			return COOKIE_DUPLICATE;
		found = s + name_len + 1;
		found_len = (size_t)(end - found);
	}
	if (found == NULL)
		return COOKIE_ABSENT;
	while (found_len > 0 && (found[found_len - 1] == ' ' || found[found_len - 1] == '\t'))
		found_len--;
	if (!octets(found, found_len))
		return COOKIE_MALFORMED;
	*value = found;
	*len = found_len;
	return COOKIE_FOUND;
}
