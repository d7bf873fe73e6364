/* SPDX-License-Identifier: ISC */
/*
 * Bodies packed by zlib as web servers send them, and whether a browser said
 * that it takes them so.
 */
#include "web/gzip.h"

#include <string.h>
#include <strings.h>
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

/* One of "gzip", "gzip;q=0.5": the name, and a quality above 0. */
static bool
is_gzip(const char *coding, size_t length)
{
	size_t name = strcspn(coding, ";, \t");
	const char *quality;

	if (name > length)
		name = length;
	if (!(name == 4 && strncasecmp(coding, "gzip", name) == 0) &&
	    !(name == 6 && strncasecmp(coding, "x-gzip", name) == 0))
		return false;
	quality = memchr(coding, '=', length);
	return quality == NULL ||
	    strspn(quality + 1, "0.") < (size_t)(coding + length - quality - 1);
}

bool
request_takes_gzip(const struct request *request)
{
	const char *at = request_variable(request, "HTTP_ACCEPT_ENCODING");

	while (at != NULL && *at != '\0') {
		size_t length;

		at += strspn(at, ", \t");
		length = strcspn(at, ",");
		while (length > 0 && (at[length - 1] == ' ' || at[length - 1] == '\t'))
			length--;
		if (is_gzip(at, length))
			return true;
		at += strcspn(at, ",");
	}
	return false;
}
