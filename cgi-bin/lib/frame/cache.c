/* SPDX-License-Identifier: ISC */
/*
 * What a process keeps under stamps: entries in buckets by their key, each
 * with an arena of its own, and the oldest of them freed when all together
 * have become too many bytes.
 */
#include "frame/cache.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/banned.h"

enum { BUCKETS = 256, GUESSES = 512, FIRST_BLOCK = 256 };

struct guess {
	int64_t id, part, key;
};

struct cache_entry {
	struct cache_entry *next;
	struct cache_key key;
	struct stamps stamps;
	struct arena arena;
	const void *value;
	size_t bytes;
	uint64_t used; /* the latest are highest */
};

struct cache {
	struct cache_entry *buckets[BUCKETS];
	struct cache_entry *leaving; /* still in use by this request */
	struct guess guesses[GUESSES];
	size_t bytes, most;
	int64_t world; /* the stamp that was kept under last */
	uint64_t clock;
};

static void *
cache_memory(size_t bytes)
{
	void *memory = calloc(1, bytes);

	if (memory == NULL) {
		fputs("matang: out of memory\n", stderr);
		abort();
	}
	return memory;
}

struct cache *
cache_new(size_t bytes)
{
	struct cache *cache = cache_memory(sizeof(*cache));

	cache->most = bytes;
	return cache;
}

void
cache_drop(struct cache_entry *entry)
{
	arena_free(&entry->arena);
	free(entry);
}

static void
drop_all(struct cache_entry **list)
{
	struct cache_entry *next;

	for (struct cache_entry *at = *list; at != NULL; at = next) {
		next = at->next;
		cache_drop(at);
	}
	*list = NULL;
}

void
cache_request(struct cache *cache)
{
	drop_all(&cache->leaving);
}

void
cache_free(struct cache *cache)
{
	if (cache == NULL)
		return;
	for (size_t at = 0; at < BUCKETS; at++)
		drop_all(&cache->buckets[at]);
	drop_all(&cache->leaving);
	free(cache);
}

static struct cache_entry **
bucket_of(struct cache *cache, struct cache_key key)
{
	uint64_t mixed = (uint64_t)key.id * 31 + (uint64_t)key.part * 131 + (uint64_t)key.kind * 17;

	return &cache->buckets[mixed % BUCKETS];
}

static size_t
guess_of(int64_t id, int64_t part)
{
	return ((uint64_t)id * 13 + (uint64_t)part) % GUESSES;
}

int64_t
cache_guess(const struct cache *cache, int64_t id, int64_t part)
{
	const struct guess *guess = &cache->guesses[guess_of(id, part)];

	return guess->id == id && guess->part == part ? guess->key : 0;
}

void
cache_guess_next(struct cache *cache, int64_t id, int64_t part, int64_t key)
{
	cache->guesses[guess_of(id, part)] = (struct guess){ id, part, key };
}

/* Where the entry of a key hangs; what hangs there is NULL for none. */
static struct cache_entry **
entry_of(struct cache *cache, struct cache_key key)
{
	struct cache_entry **at = bucket_of(cache, key);

	while (*at != NULL &&
	    ((*at)->key.kind != key.kind || (*at)->key.id != key.id || (*at)->key.part != key.part))
		at = &(*at)->next;
	return at;
}

/* It may be in use by this request: its memory goes with the next one. */
static void
push_out(struct cache *cache, struct cache_entry **at)
{
	struct cache_entry *entry = *at;

	*at = entry->next;
	cache->bytes -= entry->bytes;
	entry->next = cache->leaving;
	cache->leaving = entry;
}

/* All that is kept hangs on the world, and points into what was kept under the
 * same: where a database was put back, an old number comes again. */
static void
turn_to(struct cache *cache, int64_t world)
{
	if (cache->world == world)
		return;
	for (size_t bucket = 0; bucket < BUCKETS; bucket++)
		while (cache->buckets[bucket] != NULL)
			push_out(cache, &cache->buckets[bucket]);
	cache->world = world;
}

const void *
cache_find(struct cache *cache, struct cache_key key, struct stamps stamps)
{
	struct cache_entry **at;

	turn_to(cache, stamps.world);
	at = entry_of(cache, key);

	if (*at == NULL)
		return NULL;
	if ((*at)->stamps.world != stamps.world || (*at)->stamps.agency != stamps.agency) {
		push_out(cache, at);
		return NULL;
	}
	(*at)->used = ++cache->clock;
	return (*at)->value;
}

struct cache_entry *
cache_begin(struct cache *cache)
{
	struct cache_entry *entry = cache_memory(sizeof(*entry));

	entry->arena.grows = FIRST_BLOCK;
	entry->used = ++cache->clock;
	return entry;
}

struct arena *
cache_arena(struct cache_entry *entry)
{
	return &entry->arena;
}

/* An instrument's wording: the evidence that is kept points into it. */
static bool
is_pinned(const struct cache *cache, const struct cache_entry *entry)
{
	return entry->key.kind == CACHE_CRITERIA && entry->stamps.world == cache->world;
}

/* False: there is none that may go. */
static bool
push_out_oldest(struct cache *cache)
{
	struct cache_entry **oldest = NULL;

	for (size_t bucket = 0; bucket < BUCKETS; bucket++)
		for (struct cache_entry **at = &cache->buckets[bucket]; *at != NULL;
		     at = &(*at)->next)
			if (!is_pinned(cache, *at) &&
			    (oldest == NULL || (*at)->used < (*oldest)->used))
				oldest = at;
	if (oldest != NULL)
		push_out(cache, oldest);
	return oldest != NULL;
}

void
cache_keep(struct cache *cache, struct cache_entry *entry, struct cache_key key,
    struct stamps stamps, const void *value)
{
	struct cache_entry **at;

	turn_to(cache, stamps.world);
	at = entry_of(cache, key);
	if (*at != NULL)
		push_out(cache, at);
	entry->key = key;
	entry->stamps = stamps;
	entry->value = value;
	entry->bytes = sizeof(*entry) + arena_bytes(&entry->arena);
	cache->bytes += entry->bytes;
	at = bucket_of(cache, key);
	entry->next = *at;
	*at = entry;
	while (cache->bytes > cache->most && push_out_oldest(cache))
		continue;
}
