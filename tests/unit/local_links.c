/* SPDX-License-Identifier: ISC */
/*
 * In the place of two rules of the checker of links, where it is linked for its tests: of
 * 127.0.0.2 to 127.0.0.99 all ports are the internet, everything else is what it is; and
 * certificates are trusted by the file that the test names.  And one try takes no longer
 * than the test says.
 */
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "rules/link_address.h"

bool __real_link_fits(const struct link_address *);
bool __wrap_link_fits(const struct link_address *);
bool __real_address_public(const unsigned char *, size_t);
bool __wrap_address_public(const unsigned char *, size_t);

static bool
is_played(const unsigned char *bytes)
{
	return bytes[0] == 127 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] >= 2 && bytes[3] < 100;
}

bool
__wrap_link_fits(const struct link_address *link)
{
	unsigned char bytes[4] = { 127, 0, 0, 0 };
	bool numbers = strncmp(link->host, "127.0.0.", 8) == 0;

	if (numbers)
		bytes[3] = (unsigned char)strtoul(link->host + 8, NULL, 10);
	return (numbers && is_played(bytes)) || __real_link_fits(link);
}

bool
__wrap_address_public(const unsigned char *bytes, size_t length)
{
	return (length == 4 && is_played(bytes)) || __real_address_public(bytes, length);
}

CURL *__real_curl_easy_init(void);
CURL *__wrap_curl_easy_init(void);

CURL *
__wrap_curl_easy_init(void)
{
	CURL *curl = __real_curl_easy_init();
	const char *trusted = getenv("MATANG_TEST_TRUSTED");

	if (curl != NULL && trusted != NULL)
		curl_easy_setopt(curl, CURLOPT_CAINFO, trusted);
	return curl;
}

CURLMcode __real_curl_multi_add_handle(CURLM *, CURL *);
CURLMcode __wrap_curl_multi_add_handle(CURLM *, CURL *);

CURLMcode
__wrap_curl_multi_add_handle(CURLM *multi, CURL *curl)
{
	const char *milliseconds = getenv("MATANG_TEST_MILLISECONDS");

	if (milliseconds != NULL)
		curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, strtol(milliseconds, NULL, 10));
	return __real_curl_multi_add_handle(multi, curl);
}
