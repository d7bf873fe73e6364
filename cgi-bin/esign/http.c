/* SPDX-License-Identifier: ISC */
/*
 * Calls to the signature service by libcurl.  They carry a person's number and
 * passphrase, so all memory, libcurl's own too, is overwritten before it goes
 * back, and nothing of what is sent or received is logged.  It is a part of its
 * own (http_later.c).
 */
#include "esign/http.h"

#include <curl/curl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/banned.h"

enum { CONNECT_MILLISECONDS = 10000 };

/* ---- memory that is overwritten before it goes back ----------------------- */

static void
wipe_free(void *memory)
{
	if (memory != NULL)
		explicit_bzero(memory, malloc_usable_size(memory));
	free(memory);
}

static void *
wipe_realloc(void *memory, size_t bytes)
{
	size_t had = memory != NULL ? malloc_usable_size(memory) : 0;
	void *fresh = malloc(bytes);

	if (fresh == NULL)
		return NULL;
	if (had > 0)
		memcpy(fresh, memory, had < bytes ? had : bytes);
	wipe_free(memory);
	return fresh;
}

static CURLcode
http_begin(void)
{
	return curl_global_init_mem(CURL_GLOBAL_DEFAULT, malloc, wipe_free, wipe_realloc, strdup,
	    calloc);
}

/* ---- one call ------------------------------------------------------------- */

struct calling {
	CURL *curl;
	curl_mime *mime;
	struct curl_slist *headers;
	const struct http_call *call;
	struct http_answer *answer;
	bool too_large;
	bool failed; /* to be set up */
};

static size_t
http_take_body(char *bytes, size_t unit, size_t count, void *arg)
{
	struct calling *calling = arg;
	size_t length = unit * count;

	if (length > calling->call->max - calling->answer->body.length) {
		calling->too_large = true;
		return CURL_WRITEFUNC_ERROR;
	}
	buffer_add(&calling->answer->body, bytes, length);
	return length;
}

/* "id_dokumen: 3f2a…", as interface 1 names the signed document. */
static size_t
take_header(char *bytes, size_t unit, size_t count, void *arg)
{
	static const char name[] = "id_dokumen:";
	struct calling *calling = arg;
	size_t length = unit * count, at = sizeof(name) - 1, end = length;

	if (length < at || strncasecmp(bytes, name, at) != 0)
		return length;
	while (at < end && (bytes[at] == ' ' || bytes[at] == '\t'))
		at++;
	while (end > at && strchr(" \t\r\n", bytes[end - 1]) != NULL)
		end--;
	if (end - at < sizeof(calling->answer->document)) {
		memcpy(calling->answer->document, bytes + at, end - at);
		calling->answer->document[end - at] = '\0';
	}
	return length;
}

static void
http_must(struct calling *calling, CURLcode code)
{
	if (code != CURLE_OK)
		calling->failed = true;
}

static void
add_part(struct calling *calling, const struct http_part *part)
{
	curl_mimepart *mime = curl_mime_addpart(calling->mime);

	if (mime == NULL) {
		calling->failed = true;
		return;
	}
	http_must(calling, curl_mime_name(mime, part->name));
	http_must(calling,
	    part->bytes != NULL ? curl_mime_data(mime, part->bytes, part->length) :
				  curl_mime_data(mime, part->text, CURL_ZERO_TERMINATED));
	if (part->filename != NULL)
		http_must(calling, curl_mime_filename(mime, part->filename));
	if (part->type != NULL)
		http_must(calling, curl_mime_type(mime, part->type));
}

static void
http_add_header(struct calling *calling, const char *line)
{
	struct curl_slist *more = curl_slist_append(calling->headers, line);

	if (more == NULL)
		calling->failed = true;
	else
		calling->headers = more;
}

static void
set_body(struct calling *calling)
{
	const struct http_call *call = calling->call;
	CURL *curl = calling->curl;

	if (call->parts != NULL) {
		calling->mime = curl_mime_init(curl);
		if (calling->mime == NULL)
			calling->failed = true;
		for (const struct http_part *part = call->parts;
		     !calling->failed && part->name != NULL; part++)
			add_part(calling, part);
		http_must(calling, curl_easy_setopt(curl, CURLOPT_MIMEPOST, calling->mime));
	} else if (call->json != NULL) {
		http_add_header(calling, "Content-Type: application/json");
		http_must(calling,
		    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
			(curl_off_t)call->json->length));
		http_must(calling, curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call->json->bytes));
	}
	/* No waiting for leave to send: servers inside an office seldom give
	 * it. */
	http_add_header(calling, "Expect:");
	http_must(calling, curl_easy_setopt(curl, CURLOPT_HTTPHEADER, calling->headers));
}

/* Only what was asked for, from whom it was asked. */
static void
set_bounds(struct calling *calling, const char *address)
{
	const struct esign_service *service = calling->call->service;
	CURL *curl = calling->curl;
	int64_t left = calling->call->until - clock_milliseconds();

	http_must(calling, curl_easy_setopt(curl, CURLOPT_URL, address));
	http_must(calling,
	    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR,
		strncmp(address, "https:", 6) == 0 ? "https" : "http"));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_PROXY, ""));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L));
	http_must(calling,
	    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
	if (service->ca_file != NULL)
		http_must(calling, curl_easy_setopt(curl, CURLOPT_CAINFO, service->ca_file));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_USERNAME, service->user));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_PASSWORD, service->password));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_USERAGENT, "Matang"));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)(left > 0 ? left : 1)));
	http_must(calling,
	    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MILLISECONDS));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, http_take_body));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_WRITEDATA, calling));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header));
	http_must(calling, curl_easy_setopt(curl, CURLOPT_HEADERDATA, calling));
}

static enum http_outcome
outcome_of(CURLcode code)
{
	switch (code) {
	case CURLE_OK:
		return HTTP_ANSWERED;
	case CURLE_OPERATION_TIMEDOUT:
		return HTTP_SLOW;
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_CIPHER:
		return HTTP_UNTRUSTED;
	default:
		return HTTP_UNREACHABLE;
	}
}

enum http_outcome
http_call(struct arena *arena, const struct http_call *call, struct http_answer *answer,
    struct error_chain *fault)
{
	struct calling calling = { .call = call, .answer = answer };
	CURLcode code = http_begin();

	*answer = (struct http_answer){ .path = call->path, .body = { .arena = arena } };
	buffer_text(&answer->body, "");
	if (code != CURLE_OK)
		goto out;
	code = CURLE_OUT_OF_MEMORY;
	calling.curl = curl_easy_init();
	if (calling.curl == NULL)
		goto out;
	set_bounds(&calling, arena_format(arena, "%s%s", call->service->address, call->path));
	set_body(&calling);
	if (calling.failed)
		goto out;
	code = curl_easy_perform(calling.curl);
	if (code == CURLE_OK)
		curl_easy_getinfo(calling.curl, CURLINFO_RESPONSE_CODE, &answer->status);
out:
	if (code != CURLE_OK)
		ERROR_CAUSE(fault, "signature service, %s: %s", call->path,
		    curl_easy_strerror(code));
	curl_easy_cleanup(calling.curl);
	curl_mime_free(calling.mime);
	curl_slist_free_all(calling.headers);
	curl_global_cleanup();
	return calling.too_large ? HTTP_TOO_LARGE : outcome_of(code);
}
