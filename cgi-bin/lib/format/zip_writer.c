/* SPDX-License-Identifier: ISC */
#include "format/zip_writer.h"

#include <stdio.h>
#include <string.h>

#include <minizip/zip.h>

#include "base/banned.h"

/* The archive grows in the arena while minizip takes it for a file. */
struct parcel {
	struct buffer bytes;
	size_t at;
	zipFile zip;
	bool failed;
};

static voidpf ZCALLBACK
open_bytes(voidpf parcel, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return parcel;
}

static uLong ZCALLBACK
read_bytes(voidpf unused, voidpf stream, void *to, uLong length)
{
	struct parcel *parcel = stream;
	size_t left = parcel->bytes.length - parcel->at;

	(void)unused;
	if (length > left)
		length = left;
	memcpy(to, parcel->bytes.bytes + parcel->at, length);
	parcel->at += length;
	return length;
}

/* minizip goes back to write sizes into a header, then to the end again. */
static uLong ZCALLBACK
write_bytes(voidpf unused, voidpf stream, const void *from, uLong length)
{
	struct parcel *parcel = stream;
	size_t over = parcel->bytes.length - parcel->at;

	(void)unused;
	if (over > length)
		over = length;
	if (over > 0)
		memcpy(parcel->bytes.bytes + parcel->at, from, over);
	if (length > over)
		buffer_add(&parcel->bytes, (const char *)from + over,
		    length - over);
	parcel->at += length;
	return length;
}

static ZPOS64_T ZCALLBACK
tell_bytes(voidpf unused, voidpf stream)
{
	const struct parcel *parcel = stream;

	(void)unused;
	return parcel->at;
}

static long ZCALLBACK
seek_bytes(voidpf unused, voidpf stream, ZPOS64_T offset, int origin)
{
	struct parcel *parcel = stream;
	ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_CUR ? parcel->at :
	    origin == ZLIB_FILEFUNC_SEEK_END ? parcel->bytes.length : 0;

	(void)unused;
	if (base + offset > parcel->bytes.length)
		return -1;
	parcel->at = (size_t)(base + offset);
	return 0;
}

static int ZCALLBACK
nothing(voidpf unused, voidpf stream)
{
	(void)unused;
	(void)stream;
	return 0;
}

struct parcel *
parcel_open(struct arena *arena)
{
	struct parcel *parcel = arena_alloc(arena, sizeof(*parcel));
	zlib_filefunc64_def functions = {
		.zopen64_file = open_bytes, .zread_file = read_bytes,
		.zwrite_file = write_bytes, .ztell64_file = tell_bytes,
		.zseek64_file = seek_bytes, .zclose_file = nothing,
		.zerror_file = nothing, .opaque = parcel
	};

	parcel->bytes.arena = arena;
	parcel->zip = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
	parcel->failed = parcel->zip == NULL;
	return parcel;
}

void
parcel_add(struct parcel *parcel, const char *path, const void *bytes,
    size_t length, bool plain)
{
	static const unsigned first_day = 1 << 5 | 1;	/* of DOS's calendar */
	zip_fileinfo about = { .dosDate = (uLong)first_day << 16 };

	if (parcel->failed)
		return;
	parcel->failed = zipOpenNewFileInZip(parcel->zip, path, &about, NULL,
	    0, NULL, 0, NULL, plain ? 0 : Z_DEFLATED,
	    plain ? 0 : Z_DEFAULT_COMPRESSION) != ZIP_OK ||
	    zipWriteInFileInZip(parcel->zip, bytes, (unsigned)length) !=
	    ZIP_OK || zipCloseFileInZip(parcel->zip) != ZIP_OK;
}

int
parcel_close(struct parcel *parcel, const char **bytes, size_t *length)
{
	if (parcel->zip != NULL && zipClose(parcel->zip, NULL) != ZIP_OK)
		parcel->failed = true;
	parcel->zip = NULL;
	*bytes = parcel->bytes.bytes;
	*length = parcel->bytes.length;
	return parcel->failed ? -1 : 0;
}
