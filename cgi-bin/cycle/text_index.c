/* SPDX-License-Identifier: ISC */
/*
 * Places by a text of theirs: a table of hashes with chains, in an arena.
 */
#include "cycle/text_index.h"

#include "base/banned.h"

void
text_index_make(struct text_index *index, struct arena *arena, size_t room)
{
	size_t size = 1;

	while (size < room)
		size *= 2;
	*index = (struct text_index){
		.heads = arena_array(arena, size, sizeof(*index->heads)),
		.next = arena_array(arena, room + 1, sizeof(*index->next)),
		.hashes = arena_array(arena, room + 1, sizeof(*index->hashes)),
		.mask = size - 1,
		.room = room,
	};
}

/* FNV-1a. */
uint64_t
text_hash(const char *text, int64_t number)
{
	const uint64_t prime = 0x100000001b3;
	uint64_t hash = 0xcbf29ce484222325 ^ (uint64_t)number;

	hash *= prime;
	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * prime;
	return hash ^ hash >> 32;
}

void
text_index_put(struct text_index *index, size_t place, uint64_t hash)
{
	uint32_t *head = &index->heads[hash & index->mask];

	index->hashes[place] = hash;
	index->next[place] = *head;
	*head = (uint32_t)place + 1;
}

/* From that place, counted from 1, on. */
static long
text_index_from(const struct text_index *index, uint32_t place, uint64_t hash)
{
	while (place != 0 && index->hashes[place - 1] != hash)
		place = index->next[place - 1];
	return (long)place - 1;
}

long
text_index_first(const struct text_index *index, uint64_t hash)
{
	return text_index_from(index, index->heads[hash & index->mask], hash);
}

long
text_index_next(const struct text_index *index, long place)
{
	return text_index_from(index, index->next[place], index->hashes[place]);
}
