/* SPDX-License-Identifier: ISC */
#include "assessment/replica.h"

#include "frame/words.h"
#include "base/banned.h"

int
copy_guard(struct visit *visit, bool collected, const char *region_name)
{
	enum method method = visit->request->method;

	if (!collected || method == METHOD_GET || method == METHOD_HEAD)
		return 0;
	return visit_refuse(visit, 409, "Periode ini salinan dari %s, yang "
	    "memakai pemasangan Matang sendiri. Di sini salinan itu hanya "
	    "dapat dibaca; perubahan dilakukan di sana, lalu dikirim sebagai "
	    "berkas yang baru.", region_name);
}

void
copy_fill(struct visit *visit, const char *region_name,
    const char *received_at, const char *zone)
{
	page_set(&visit->page, "Copy.region_name", region_name);
	page_set(&visit->page, "Copy.received", words_time(visit->arena,
	    received_at, zone));
}
