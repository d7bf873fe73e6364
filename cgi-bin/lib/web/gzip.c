/* SPDX-License-Identifier: ISC */
/*
 * Bodies packed by zlib as web servers send them, once for all who ask: what is
 * sent again and again may take the time for fewer bytes.
 */
#include "web/gzip.h"

#include <zlib.h>

#include "base/banned.h"

const char *
gzip_pack(struct arena *arena, const void *body, size_t length, size_t *packed_length)
{
	enum { GZIP_FORMAT = 16 + MAX_WBITS, MEMORY = 8 };
	z_stream stream = { .avail_in = (uInt)length };
	char *packed;
	int status;

	if (length == 0 || length > UINT32_MAX / 2)
		return NULL;
	packed = arena_array(arena, length, 1);
	if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP_FORMAT, MEMORY,
		Z_DEFAULT_STRATEGY) != Z_OK)
		return NULL;
	stream.next_in = (z_const Bytef *)(uintptr_t)body;
	stream.next_out = (Bytef *)packed;
	stream.avail_out = (uInt)length;
	status = deflate(&stream, Z_FINISH);
	*packed_length = stream.total_out;
	deflateEnd(&stream);
	return status == Z_STREAM_END ? packed : NULL;
}

/* ---- joined ------------------------------------------------------------------ */

int
gzip_piece_pack(struct arena *arena, const void *body, size_t length, bool last,
    struct gzip_piece *piece)
{
	enum { MEMORY = 8 };
	z_stream stream = { .avail_in = (uInt)length };
	char *packed;
	size_t room;
	int status;

	if (length > UINT32_MAX / 2 ||
	    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MEMORY,
		Z_DEFAULT_STRATEGY) != Z_OK)
		return -1;
	room = deflateBound(&stream, (uLong)length) + MEMORY;
	packed = arena_array(arena, room, 1);
	stream.next_in = (z_const Bytef *)(uintptr_t)body;
	stream.next_out = (Bytef *)packed;
	stream.avail_out = (uInt)room;
	/* What is flushed ends with a whole byte, and nothing behind it looks back. */
	status = deflate(&stream, last ? Z_FINISH : Z_FULL_FLUSH);
	*piece = (struct gzip_piece){ packed, stream.total_out, length,
		crc32(crc32(0, NULL, 0), body, (uInt)length) };
	deflateEnd(&stream);
	return status == (last ? Z_STREAM_END : Z_OK) ? 0 : -1;
}

static void
gzip_add(struct gzip_joined *joined, const void *packed, size_t packed_length, unsigned long check,
    size_t length)
{
	/* RFC 1952: deflate, no flags, no time, made on Unix. */
	static const unsigned char head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3 };

	if (joined->bytes->length == 0)
		buffer_add(joined->bytes, head, sizeof(head));
	buffer_add(joined->bytes, packed, packed_length);
	joined->check = crc32_combine(joined->check, check, (z_off_t)length);
	joined->length += length;
}

void
gzip_join_piece(struct gzip_joined *joined, const struct gzip_piece *piece)
{
	gzip_add(joined, piece->packed, piece->packed_length, piece->check, piece->length);
}

/* A block that is stored, of at most 64 KiB (RFC 1951, 3.2.4). */
void
gzip_join_plain(struct gzip_joined *joined, const void *text, size_t length)
{
	unsigned part = (unsigned)length & 0xffff, other = ~part & 0xffff;
	const unsigned char block[] = { 0, (unsigned char)part, (unsigned char)(part >> 8),
		(unsigned char)other, (unsigned char)(other >> 8) };

	gzip_add(joined, block, sizeof(block), 0, 0);
	gzip_add(joined, text, part, crc32(crc32(0, NULL, 0), text, part), part);
}

void
gzip_join_end(struct gzip_joined *joined)
{
	unsigned long words[] = { joined->check, joined->length };
	unsigned char end[2 * 4];

	for (size_t at = 0; at < sizeof(end); at++)
		end[at] = (unsigned char)(words[at / 4] >> (at % 4 * 8));
	buffer_add(joined->bytes, end, sizeof(end));
}
