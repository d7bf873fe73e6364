/* SPDX-License-Identifier: ISC */
/*
 * Calls to the signature service, as a part that is opened at the first of them:
 * libcurl brings thirty libraries along.  Linked in the place of http.c.
 */
#include "esign/http.h"

#include "base/part.h"
#include "base/banned.h"

enum http_outcome
http_call(struct arena *arena, const struct http_call *call, struct http_answer *answer,
    struct error_chain *fault)
{
	__typeof__(&http_call) there;

	*(void **)&there = part_function("http", "http_call");
	if (there != NULL)
		return there(arena, call, answer, fault);
	*answer = (struct http_answer){ .path = call->path, .body = { .arena = arena } };
	buffer_text(&answer->body, "");
	ERROR_CAUSE(fault, "signature service: matang-http.so cannot be opened");
	return HTTP_UNREACHABLE;
}
