/* SPDX-License-Identifier: ISC */
#include "sheet/archive.h"

#include <minizip/unzip.h>
#include <string.h>

#include "base/banned.h"

/* Nothing is judged by its ratio before it has become this large. */
#define RATIO_FROM	(1u << 20)

/* How minizip reads memory instead of a file. */

static voidpf
memory_open(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong
memory_read(voidpf opaque, voidpf stream, void *buf, uLong n)
{
	struct archive	*a = opaque;

	(void)stream;
	if (n > a->n - a->at)
		n = a->n - a->at;
	memcpy(buf, a->bytes + a->at, n);
	a->at += n;
	return n;
}

static ZPOS64_T
memory_tell(voidpf opaque, voidpf stream)
{
	const struct archive	*a = opaque;

	(void)stream;
	return a->at;
}

static long
memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct archive	*a = opaque;
	size_t		 from = 0;

	(void)stream;
	if (origin == ZLIB_FILEFUNC_SEEK_CUR)
		from = a->at;
	else if (origin == ZLIB_FILEFUNC_SEEK_END)
		from = a->n;
	if (offset > a->n - from)
		return -1;
	a->at = from + (size_t)offset;
	return 0;
}

static int
memory_close(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

enum sheet_error
archive_open(struct archive *a, const char *bytes, size_t n,
    const struct sheet_limits *limits)
{
	zlib_filefunc64_def	memory = {
		.zopen64_file = memory_open,
		.zread_file = memory_read,
		.ztell64_file = memory_tell,
		.zseek64_file = memory_seek,
		.zclose_file = memory_close,
		.zerror_file = memory_close,
		.opaque = a,
	};
	unz_global_info64	info;

	memset(a, 0, sizeof(*a));
	a->limits = limits;
	a->bytes = bytes;
	a->n = n;
	a->zip = unzOpen2_64("", &memory);
	if (a->zip == NULL || unzGetGlobalInfo64(a->zip, &info) != UNZ_OK)
		return SHEET_ZIP;
	if (info.number_entry > limits->entries)
		return SHEET_INFLATED;
	return SHEET_OK;
}

/* The file that minizip stands at. */
static enum sheet_error
begin(struct archive *a, char *name, size_t room)
{
	unz_file_info64	info;

	if (unzGetCurrentFileInfo64(a->zip, &info, name, room, NULL, 0, NULL,
	    0) != UNZ_OK || (name != NULL &&
	    (info.size_filename >= room ||
	    strlen(name) != info.size_filename)))
		return SHEET_ZIP;
	if ((info.flag & 1) != 0) {
		a->locked = 1;
		return SHEET_ZIP;
	}
	a->file = 0;
	a->claimed = (size_t)info.uncompressed_size;
	a->packed = (size_t)info.compressed_size;
	return unzOpenCurrentFile(a->zip) == UNZ_OK ? SHEET_OK : SHEET_ZIP;
}

enum sheet_error
archive_begin(struct archive *a, const char *name)
{
	int		status;

	status = unzLocateFile(a->zip, name, 1);
	if (status == UNZ_END_OF_LIST_OF_FILE)
		return SHEET_ABSENT;
	return status == UNZ_OK ? begin(a, NULL, 0) : SHEET_ZIP;
}

enum sheet_error
archive_next(struct archive *a, char *name, size_t room)
{
	int	status;

	status = a->walking ? unzGoToNextFile(a->zip) :
	    unzGoToFirstFile(a->zip);
	a->walking = 1;
	if (status == UNZ_END_OF_LIST_OF_FILE)
		return SHEET_ABSENT;
	return status == UNZ_OK ? begin(a, name, room) : SHEET_ZIP;
}

enum sheet_error
archive_read(struct archive *a, void *buf, size_t n, size_t *got)
{
	int	status;

	*got = 0;
	status = unzReadCurrentFile(a->zip, buf, (unsigned)n);
	if (status < 0)
		return SHEET_ZIP;
	*got = (size_t)status;
	a->file += *got;
	a->inflated += *got;
	if (a->inflated > a->limits->inflated || (a->file > RATIO_FROM &&
	    a->file / a->limits->ratio > a->packed))
		return SHEET_INFLATED;
	return SHEET_OK;
}

enum sheet_error
archive_end(struct archive *a)
{
	enum sheet_error	error;
	char			rest[4096];
	size_t			got;

	do
		error = archive_read(a, rest, sizeof(rest), &got);
	while (error == SHEET_OK && got > 0);
	if (unzCloseCurrentFile(a->zip) != UNZ_OK && error == SHEET_OK)
		error = SHEET_ZIP;
	if (error == SHEET_OK && a->file != a->claimed)
		error = SHEET_ZIP;
	return error;
}

void
archive_close(struct archive *a)
{
	if (a->zip != NULL)
		(void)unzClose(a->zip);
	a->zip = NULL;
}
