/* SPDX-License-Identifier: ISC */
/*
 * A ZIP archive made in memory by minizip, for workbooks and text documents;
 * what is sent while it grows is base/zip_stream.h.
 */
#include "format/zip_writer.h"

#include <stdio.h>
#include <string.h>

#include <minizip/zip.h>

#include "base/banned.h"

/* The archive grows in the arena while minizip takes it for a file. */
struct zip_writer {
	struct buffer bytes;
	size_t at;
	zipFile zip;
	bool failed;
};

static voidpf ZCALLBACK
open_bytes(voidpf zip, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return zip;
}

static uLong ZCALLBACK
zip_writer_read_bytes(voidpf unused, voidpf stream, void *to, uLong length)
{
	struct zip_writer *zip = stream;
	size_t left = zip->bytes.length - zip->at;

	(void)unused;
	if (length > left)
		length = left;
	memcpy(to, zip->bytes.bytes + zip->at, length);
	zip->at += length;
	return length;
}

/* minizip goes back to write sizes into a header, then to the end again. */
static uLong ZCALLBACK
write_bytes(voidpf unused, voidpf stream, const void *from, uLong length)
{
	struct zip_writer *zip = stream;
	size_t over = zip->bytes.length - zip->at;

	(void)unused;
	if (over > length)
		over = length;
	if (over > 0)
		memcpy(zip->bytes.bytes + zip->at, from, over);
	if (length > over)
		buffer_add(&zip->bytes, (const char *)from + over, length - over);
	zip->at += length;
	return length;
}

static ZPOS64_T ZCALLBACK
tell_bytes(voidpf unused, voidpf stream)
{
	const struct zip_writer *zip = stream;

	(void)unused;
	return zip->at;
}

static long ZCALLBACK
seek_bytes(voidpf unused, voidpf stream, ZPOS64_T offset, int origin)
{
	struct zip_writer *zip = stream;
	ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_CUR ?
	    zip->at :
	    origin == ZLIB_FILEFUNC_SEEK_END ?
	    zip->bytes.length :
	    0;

	(void)unused;
	if (base + offset > zip->bytes.length)
		return -1;
	zip->at = (size_t)(base + offset);
	return 0;
}

static int ZCALLBACK
nothing(voidpf unused, voidpf stream)
{
	(void)unused;
	(void)stream;
	return 0;
}

struct zip_writer *
zip_writer_open(struct arena *arena)
{
	struct zip_writer *zip = arena_alloc(arena, sizeof(*zip));
	zlib_filefunc64_def functions = { .zopen64_file = open_bytes,
		.zread_file = zip_writer_read_bytes,
		.zwrite_file = write_bytes,
		.ztell64_file = tell_bytes,
		.zseek64_file = seek_bytes,
		.zclose_file = nothing,
		.zerror_file = nothing,
		.opaque = zip };

	zip->bytes.arena = arena;
	zip->zip = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
	zip->failed = zip->zip == NULL;
	return zip;
}

void
zip_writer_add(struct zip_writer *zip, const char *path, const void *bytes, size_t length,
    bool plain)
{
	static const unsigned first_day = 1 << 5 | 1; /* of DOS's calendar */
	zip_fileinfo about = { .dosDate = (uLong)first_day << 16 };

	if (zip->failed)
		return;
	zip->failed = zipOpenNewFileInZip(zip->zip, path, &about, NULL, 0, NULL, 0, NULL,
			  plain ? 0 : Z_DEFLATED, plain ? 0 : Z_DEFAULT_COMPRESSION) != ZIP_OK ||
	    zipWriteInFileInZip(zip->zip, bytes, (unsigned)length) != ZIP_OK ||
	    zipCloseFileInZip(zip->zip) != ZIP_OK;
}

int
zip_writer_close(struct zip_writer *zip, const char **bytes, size_t *length)
{
	if (zip->zip != NULL && zipClose(zip->zip, NULL) != ZIP_OK)
		zip->failed = true;
	zip->zip = NULL;
	*bytes = zip->bytes.bytes;
	*length = zip->bytes.length;
	return zip->failed ? -1 : 0;
}
