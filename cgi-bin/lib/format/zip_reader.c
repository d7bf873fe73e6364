/* SPDX-License-Identifier: ISC */
/*
 * Files of a ZIP archive by minizip, out of memory or from disk.  Counted, and
 * their growth measured while they are unpacked: what the headers claim proves
 * nothing.
 */
#include "format/zip_reader.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

/* Nothing is judged by its ratio before it has become this large. */
#define RATIO_FROM (1u << 20)

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
	struct zip_reader *a = opaque;

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
	const struct zip_reader *a = opaque;

	(void)stream;
	return a->at;
}

static long
memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct zip_reader *a = opaque;
	size_t from = 0;

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

static enum format_error
begin_archive(struct zip_reader *a, unzFile zip, const struct format_limits *limits)
{
	unz_global_info64 info;

	a->zip = zip;
	a->limits = limits;
	if (zip == NULL || unzGetGlobalInfo64(zip, &info) != UNZ_OK)
		return FORMAT_ZIP;
	return info.number_entry > limits->entries ? FORMAT_INFLATED : FORMAT_OK;
}

enum format_error
zip_reader_open(struct zip_reader *a, const char *bytes, size_t n,
    const struct format_limits *limits)
{
	zlib_filefunc64_def memory = {
		.zopen64_file = memory_open,
		.zread_file = memory_read,
		.ztell64_file = memory_tell,
		.zseek64_file = memory_seek,
		.zclose_file = memory_close,
		.zerror_file = memory_close,
		.opaque = a,
	};

	memset(a, 0, sizeof(*a));
	a->bytes = bytes;
	a->n = n;
	return begin_archive(a, unzOpen2_64("", &memory), limits);
}

enum format_error
zip_reader_open_file(struct zip_reader *a, const char *path, const struct format_limits *limits)
{
	memset(a, 0, sizeof(*a));
	return begin_archive(a, unzOpen64(path), limits);
}

/* What the directory says of the file that minizip stands at. */
static enum format_error
zip_reader_look(struct zip_reader *a, char *name, size_t room)
{
	unz_file_info64 info;

	if (unzGetCurrentFileInfo64(a->zip, &info, name, room, NULL, 0, NULL, 0) != UNZ_OK ||
	    (name != NULL && (info.size_filename >= room || strlen(name) != info.size_filename)))
		return FORMAT_ZIP;
	a->file = 0;
	a->claimed = (size_t)info.uncompressed_size;
	a->packed = (size_t)info.compressed_size;
	a->packing = (int)info.compression_method;
	a->shut = (info.flag & 1) != 0;
	a->locked |= a->shut;
	return FORMAT_OK;
}

enum format_error
zip_reader_next(struct zip_reader *a, char *name, size_t room)
{
	int status;

	status = a->walking ? unzGoToNextFile(a->zip) : unzGoToFirstFile(a->zip);
	a->walking = 1;
	if (status == UNZ_END_OF_LIST_OF_FILE)
		return FORMAT_ABSENT;
	return status == UNZ_OK ? zip_reader_look(a, name, room) : FORMAT_ZIP;
}

enum format_error
zip_reader_enter(struct zip_reader *a)
{
	return !a->shut && unzOpenCurrentFile(a->zip) == UNZ_OK ? FORMAT_OK : FORMAT_ZIP;
}

struct span {
	ZPOS64_T from, to;
};

static int
compare_spans(const void *a, const void *b)
{
	const struct span *left = a, *right = b;

	return (left->from > right->from) - (left->from < right->from);
}

/* Where the packed bytes of each file lie; empty ones lie nowhere. */
static enum format_error
zip_reader_spans(struct zip_reader *a, struct span *spans, size_t room, size_t *count)
{
	enum format_error error;

	for (*count = 0; (error = zip_reader_next(a, NULL, 0)) == FORMAT_OK;) {
		if (a->packed == 0 || a->shut)
			continue;
		if (*count == room || zip_reader_enter(a) != FORMAT_OK)
			return FORMAT_ZIP;
		spans[*count].from = unzGetCurrentFileZStreamPos64(a->zip);
		spans[*count].to = spans[*count].from + a->packed;
		++*count;
		(void)unzCloseCurrentFile(a->zip); /* nothing was read of it */
	}
	return error == FORMAT_ABSENT ? FORMAT_OK : error;
}

enum format_error
zip_reader_apart(struct zip_reader *a)
{
	size_t room = a->limits->entries, count = 0;
	struct span *spans = calloc(room, sizeof(*spans));
	enum format_error error = spans == NULL ?
	    FORMAT_ZIP :
	    zip_reader_spans(a, spans, room, &count);

	if (error == FORMAT_OK && count > 0)
		qsort(spans, count, sizeof(*spans), compare_spans);
	for (size_t at = 1; error == FORMAT_OK && at < count; at++)
		if (spans[at].from < spans[at - 1].to)
			error = FORMAT_INFLATED;
	free(spans);
	a->walking = 0;
	return error;
}

enum format_error
zip_reader_begin(struct zip_reader *a, const char *name)
{
	enum format_error error;
	int status;

	status = unzLocateFile(a->zip, name, 1);
	if (status == UNZ_END_OF_LIST_OF_FILE)
		return FORMAT_ABSENT;
	error = status == UNZ_OK ? zip_reader_look(a, NULL, 0) : FORMAT_ZIP;
	return error == FORMAT_OK ? zip_reader_enter(a) : error;
}

int
zip_reader_has(struct zip_reader *a, const char *name)
{
	return unzLocateFile(a->zip, name, 2) == UNZ_OK;
}

enum format_error
zip_reader_read(struct zip_reader *a, void *buf, size_t n, size_t *got)
{
	int status;

	*got = 0;
	status = unzReadCurrentFile(a->zip, buf, (unsigned)n);
	if (status < 0)
		return FORMAT_ZIP;
	*got = (size_t)status;
	a->file += *got;
	a->inflated += *got;
	if (a->inflated > a->limits->inflated ||
	    (a->file > RATIO_FROM && a->file / a->limits->ratio > a->packed))
		return FORMAT_INFLATED;
	return FORMAT_OK;
}

enum format_error
zip_reader_again(struct zip_reader *a)
{
	(void)unzCloseCurrentFile(a->zip); /* whose checksum is judged at its end */
	a->inflated -= a->file;
	a->file = 0;
	return zip_reader_enter(a);
}

enum format_error
zip_reader_end(struct zip_reader *a)
{
	enum format_error error;
	char rest[4096];
	size_t got;

	do
		error = zip_reader_read(a, rest, sizeof(rest), &got);
	while (error == FORMAT_OK && got > 0);
	if (unzCloseCurrentFile(a->zip) != UNZ_OK && error == FORMAT_OK)
		error = FORMAT_ZIP;
	if (error == FORMAT_OK && a->file != a->claimed)
		error = FORMAT_ZIP;
	return error;
}

void
zip_reader_close(struct zip_reader *a)
{
	if (a->zip != NULL)
		(void)unzClose(a->zip);
	a->zip = NULL;
}
