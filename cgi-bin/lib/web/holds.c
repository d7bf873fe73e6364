/* SPDX-License-Identifier: ISC */
/*
 * Which workers are held by somebody's line, in a table that the workers of
 * one program share, and whether one more may be.
 */
#include "web/holds.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/mman.h>

#include "base/banned.h"

void
holds_open(struct holds *holds, unsigned count)
{
	void *table = NULL;

	if (count > 0)
		table = mmap(NULL, count * sizeof(*holds->owners), PROT_READ | PROT_WRITE,
		    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (table == NULL || table == MAP_FAILED)
		*holds = (struct holds){ NULL, 0, 0 };
	else
		*holds = (struct holds){ table, count, count };
}

void
holds_close(struct holds *holds)
{
	if (holds->owners != NULL)
		munmap((void *)holds->owners, holds->count * sizeof(*holds->owners));
	holds->owners = NULL;
	holds->count = holds->own = 0;
}

void
holds_be(struct holds *holds, unsigned worker)
{
	holds->own = worker;
}

void
holds_forget(struct holds *holds, unsigned worker)
{
	if (worker < holds->count)
		holds->owners[worker] = 0;
}

static unsigned
at_least_one(unsigned count)
{
	return count > 0 ? count : 1;
}

/* Its own is written before the others are counted: of two at the same moment
 * both may be refused, never both be let in. */
int
holds_take(struct holds *holds, int64_t account_id)
{
	unsigned all = 0, same = 0, most = at_least_one(holds->count / 2);
	int status;

	if (holds->own >= holds->count)
		return 0;
	holds->owners[holds->own] = account_id;
	for (unsigned at = 0; at < holds->count; at++) {
		int64_t owner = holds->owners[at];

		all += owner != 0;
		same += owner == account_id;
	}
	status = same > at_least_one(most / 2) ? 429 : all > most ? 503 : 0;
	if (status != 0)
		holds_release(holds);
	return status;
}

void
holds_release(struct holds *holds)
{
	holds_forget(holds, holds->own);
}
