/* SPDX-License-Identifier: ISC */
/*
 * Where a walk through the objects of a PDF has been, so that what refers to
 * itself is visited once: a set of numbers in open addressing.
 */
#include "inspect/seen.h"

#include <stdlib.h>

#include "base/banned.h"

enum { SEEN_FIRST = 1024 };

void *
grown(void *memory, size_t count, size_t size)
{
	void *more = reallocarray(memory, count, size);

	if (more == NULL)
		abort();
	return more;
}

static size_t
seen_place_of(const uint64_t *seen, size_t room, uint64_t key)
{
	size_t at = (size_t)(key * 0x9e3779b97f4a7c15U >> 20) & (room - 1);

	while (seen[at] != 0 && seen[at] != key)
		at = (at + 1) & (room - 1);
	return at;
}

static void
seen_make_room(struct seen *seen)
{
	size_t room = seen->room == 0 ? SEEN_FIRST : seen->room * 2;
	uint64_t *keys = calloc(room, sizeof(*keys));

	if (keys == NULL)
		abort();
	for (size_t at = 0; at < seen->room; at++)
		if (seen->keys[at] != 0)
			keys[seen_place_of(keys, room, seen->keys[at])] = seen->keys[at];
	free(seen->keys);
	seen->keys = keys;
	seen->room = room;
}

bool
seen_first(struct seen *seen, uint64_t key)
{
	size_t at;

	if (seen->count * 2 >= seen->room)
		seen_make_room(seen);
	at = seen_place_of(seen->keys, seen->room, key);
	if (seen->keys[at] == key)
		return false;
	seen->keys[at] = key;
	seen->count++;
	return true;
}

void
seen_free(struct seen *seen)
{
	free(seen->keys);
}
