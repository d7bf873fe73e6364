/* SPDX-License-Identifier: ISC */
#ifndef MATANG_TESTS_ZIP_H
#define MATANG_TESTS_ZIP_H

/*
 * Writes a ZIP archive into memory, for the tests and the fuzzer of XLSX: files
 * packed or as they are, and the few lies about them that the tests need.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct zip {
	unsigned char *bytes; /* local headers and files so far */
	size_t n;
	unsigned char *central;
	size_t central_n;
	unsigned entries;
};

static inline void
zip_put(unsigned char **bytes, size_t *n, const void *from, size_t len)
{
	unsigned char *grown = realloc(*bytes, *n + len + 1);

	if (grown == NULL)
		abort();
	if (len > 0)
		memcpy(grown + *n, from, len);
	*bytes = grown;
	*n += len;
}

/* Little-endian fields: two bytes for 's', four for 'l'. */
static inline void
zip_fields(unsigned char **bytes, size_t *n, const char *kinds, const uint32_t *values)
{
	unsigned char b[4];

	for (; *kinds != '\0'; kinds++, values++) {
		b[0] = (unsigned char)*values;
		b[1] = (unsigned char)(*values >> 8);
		b[2] = (unsigned char)(*values >> 16);
		b[3] = (unsigned char)(*values >> 24);
		zip_put(bytes, n, b, *kinds == 's' ? 2 : 4);
	}
}

/* Add a file; `flags` are the general purpose bits, crc_xor spoils the sum. */
static inline void
zip_add(struct zip *z, const char *name, const void *data, size_t n, int packed, unsigned flags,
    uint32_t crc_xor)
{
	uint32_t crc, at = (uint32_t)z->n, method = packed ? 8 : 0;
	uint32_t name_len = (uint32_t)strlen(name);
	unsigned char *out = NULL;
	z_stream s;

	crc = (uint32_t)crc32(0, data, (uInt)n) ^ crc_xor;
	memset(&s, 0, sizeof(s));
	if (packed) {
		if (deflateInit2(&s, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
			abort();
		s.avail_out = (uInt)deflateBound(&s, n);
		out = malloc(s.avail_out);
		if (out == NULL)
			abort();
		s.next_out = out;
		s.next_in = (Bytef *)(uintptr_t)data;
		s.avail_in = (uInt)n;
		if (deflate(&s, Z_FINISH) != Z_STREAM_END)
			abort();
		(void)deflateEnd(&s);
	} else
		s.total_out = n;

	zip_fields(&z->bytes, &z->n, "lssssslllss",
	    (uint32_t[]){ 0x04034b50, 20, flags, method, 0, 0x21, crc, (uint32_t)s.total_out,
		(uint32_t)n, name_len, 0 });
	zip_put(&z->bytes, &z->n, name, name_len);
	zip_put(&z->bytes, &z->n, packed ? out : data, s.total_out);
	zip_fields(&z->central, &z->central_n, "lsssssslllsssssll",
	    (uint32_t[]){ 0x02014b50, 20, 20, flags, method, 0, 0x21, crc, (uint32_t)s.total_out,
		(uint32_t)n, name_len, 0, 0, 0, 0, 0, at });
	zip_put(&z->central, &z->central_n, name, name_len);
	z->entries++;
	free(out);
}

/* Finish: returns the archive, to be freed, with one byte to spare. */
static inline char *
zip_end(struct zip *z, size_t *n)
{
	uint32_t at = (uint32_t)z->n;

	zip_put(&z->bytes, &z->n, z->central, z->central_n);
	zip_fields(&z->bytes, &z->n, "lsssslls",
	    (uint32_t[]){ 0x06054b50, 0, 0, z->entries, z->entries, (uint32_t)z->central_n, at,
		0 });
	free(z->central);
	*n = z->n;
	return (char *)z->bytes;
}

#endif
