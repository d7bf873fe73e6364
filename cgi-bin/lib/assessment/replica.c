/* SPDX-License-Identifier: ISC */
/*
 * The guard of cycles that were taken over from another instance: read
 * here, changed there.  Any method but GET and HEAD is refused, so that no
 * handler can forget it.
 */
#include "assessment/replica.h"

#include "frame/words.h"
#include "base/banned.h"

int
replica_guard(struct context *context, bool imported, const char *region_name)
{
	enum method method = context->request->method;

	if (!imported || method == METHOD_GET || method == METHOD_HEAD)
		return 0;
	return context_refuse(context, 409,
	    "Periode ini salinan dari %s, yang "
	    "memakai server Matang sendiri. Di sini salinan itu hanya "
	    "dapat dibaca; perubahan dilakukan di sana, lalu dikirim sebagai "
	    "berkas yang baru.",
	    region_name);
}

void
replica_fill(struct context *context, const char *region_name, const char *received_at,
    const char *zone)
{
	page_set(&context->page, "Replica.region_name", region_name);
	page_set(&context->page, "Replica.received", words_time(context->arena, received_at, zone));
}
