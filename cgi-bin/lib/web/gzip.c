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
