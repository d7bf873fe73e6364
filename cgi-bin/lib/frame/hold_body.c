/* SPDX-License-Identifier: ISC */
/*
 * Bodies that come as fast as somebody's line does: they take their share of the
 * program's processes before they are read, and no more.
 */
#include "frame/hold_body.h"

#include "base/banned.h"

int
context_hold_body(struct context *context)
{
	const char *streamed = request_variable(context->request, "MATANG_STREAMED");

	return streamed != NULL && *streamed != '\0' ? context_hold(context) : 0;
}
