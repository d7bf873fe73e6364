/* SPDX-License-Identifier: ISC */
/*
 * Memory of one request, given back at once when the request is over.  Blocks
 * are kept for the next request; a large one goes back to the system, and
 * where a secret came in all of it is overwritten.
 */
#include "base/arena.h"

#include <malloc.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

enum {
	BLOCK_BYTES = 32 * 1024,
	BLOCKS_KEPT = 4,
	GROWN_BYTES = 8 * 1024,  /* of blocks that begin small */
	RARE_BYTES = 1024 * 1024 /* a request that took more was a rare one */
};

struct arena_block {
	struct arena_block *next;
	size_t used;
	size_t room;
	alignas(max_align_t) char bytes[];
};

static _Noreturn void
out_of_memory(void)
{
	fputs("matang: out of memory\n", stderr);
	abort();
}

static size_t
aligned(size_t bytes)
{
	size_t unit = alignof(max_align_t);

	if (bytes > SIZE_MAX / 2)
		out_of_memory();
	return (bytes + unit - 1) / unit * unit;
}

static struct arena_block *
add_block(struct arena *arena, size_t bytes)
{
	size_t least = arena->grows != 0 ? arena->grows : BLOCK_BYTES;
	size_t room = bytes > least ? bytes : least;
	struct arena_block *block = arena->spare;

	if (arena->grows != 0 && arena->grows < GROWN_BYTES)
		arena->grows *= 2;

	if (block != NULL && room == BLOCK_BYTES)
		arena->spare = block->next;
	else
		block = malloc(sizeof(*block) + room);
	if (block == NULL)
		out_of_memory();
	block->used = 0;
	block->room = room;
	block->next = arena->blocks;
	arena->blocks = block;
	return block;
}

/* Not zeroed; begins at a multiple of the unit. */
static void *
arena_take(struct arena *arena, size_t bytes, size_t unit)
{
	struct arena_block *block = arena->blocks;
	size_t begin = block == NULL ? 0 : (block->used + unit - 1) / unit * unit;

	if (block == NULL || block->room < begin || block->room - begin < bytes) {
		block = add_block(arena, bytes);
		begin = 0;
	}
	block->used = begin + bytes;
	return block->bytes + begin;
}

size_t
arena_bytes(const struct arena *arena)
{
	size_t bytes = 0;

	for (const struct arena_block *at = arena->blocks; at != NULL; at = at->next)
		bytes += sizeof(*at) + at->room;
	return bytes;
}

void *
arena_alloc(struct arena *arena, size_t bytes)
{
	bytes = aligned(bytes > 0 ? bytes : 1);
	return memset(arena_take(arena, bytes, alignof(max_align_t)), 0, bytes);
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(arena, count * size);
}

static char *
copy_at(struct arena *arena, const void *bytes, size_t length, size_t unit)
{
	char *copy;

	if (length == SIZE_MAX)
		out_of_memory();
	copy = arena_take(arena, length + 1, unit);
	if (length > 0)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

char *
arena_copy(struct arena *arena, const void *bytes, size_t length)
{
	return copy_at(arena, bytes, length, alignof(max_align_t));
}

char *
arena_copy_close(struct arena *arena, const void *bytes, size_t length)
{
	return copy_at(arena, bytes, length, 1);
}

char *
arena_text(struct arena *arena, const char *text)
{
	size_t bytes = strlen(text) + 1;

	return memcpy(arena_take(arena, bytes, 1), text, bytes);
}

char *
arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
	char first[256], *text;
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(first, sizeof(first), format, again);
	va_end(again);
	if (length < 0)
		out_of_memory();
	if ((size_t)length < sizeof(first))
		return arena_copy(arena, first, (size_t)length);
	text = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	return text;
}

char *
arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_vformat(arena, format, arguments);
	va_end(arguments);
	return text;
}

static size_t
free_blocks(struct arena_block *block)
{
	struct arena_block *next;
	size_t freed = 0;

	for (; block != NULL; block = next) {
		next = block->next;
		freed += block->room;
		free(block);
	}
	return freed;
}

bool
arena_untrimmed(const struct arena *arena)
{
	return arena->freed > RARE_BYTES;
}

void
arena_trim(struct arena *arena)
{
	malloc_trim(0);
	arena->freed = 0;
}

/* Overwrites what was in use, so that no secret waits in free memory. */
static void
wipe(struct arena *arena)
{
	for (struct arena_block *at = arena->blocks; arena->secret && at != NULL; at = at->next)
		explicit_bzero(at->bytes, at->room);
	arena->secret = false;
}

void
arena_reset(struct arena *arena)
{
	struct arena_block *block = arena->blocks, *next, *freed = NULL;
	size_t kept = 0;

	wipe(arena);
	for (const struct arena_block *at = arena->spare; at != NULL; at = at->next)
		kept++;
	for (; block != NULL; block = next) {
		struct arena_block **list = &freed;

		next = block->next;
		if (block->room == BLOCK_BYTES && kept < BLOCKS_KEPT) {
			kept++;
			list = &arena->spare;
		}
		block->next = *list;
		*list = block;
	}
	arena->blocks = NULL;
	arena->freed += free_blocks(freed);
}

void
arena_free(struct arena *arena)
{
	wipe(arena);
	free_blocks(arena->blocks);
	free_blocks(arena->spare);
	arena->blocks = arena->spare = NULL;
}

static void
buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t room = buffer->room > 0 ? buffer->room : 256;
	char *bytes;

	if (more > SIZE_MAX / 4 - buffer->length)
		out_of_memory();
	if (buffer->bytes != NULL && buffer->length + more < buffer->room)
		return;
	while (room <= buffer->length + more)
		room *= 2;
	bytes = arena_alloc(buffer->arena, room);
	if (buffer->length > 0)
		memcpy(bytes, buffer->bytes, buffer->length);
	buffer->bytes = bytes;
	buffer->room = room;
}

void
buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
	buffer_reserve(buffer, length);
	if (length > 0)
		memcpy(buffer->bytes + buffer->length, bytes, length);
	buffer->length += length;
	buffer->bytes[buffer->length] = '\0';
}

void
buffer_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void
buffer_char(struct buffer *buffer, char character)
{
	buffer_add(buffer, &character, 1);
}

void
buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_vformat(buffer->arena, format, arguments);
	va_end(arguments);
	buffer_text(buffer, text);
}
