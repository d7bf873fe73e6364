/* SPDX-License-Identifier: ISC */
/*
 * The checker of links as a part that is opened when there is something to ask.
 * Linked in the place of probe.c.
 */
#include "matang/probe.h"

#include "base/part.h"
#include "base/banned.h"

int
probe_links(struct probe_link *links, size_t count, int64_t until)
{
	__typeof__(&probe_links) there;

	*(void **)&there = part_function("probe", "probe_links");
	return there != NULL ? there(links, count, until) : -1;
}
