/* SPDX-License-Identifier: ISC */
/*
 * A stored file goes out (RFC 9110): whole, or one range of it, or not at all
 * when the browser has it; by the web server itself where it can.  Whatever is
 * in the file, it runs nothing and reaches nothing of this site.
 */
#include "frame/download.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/media_type.h"
#include "base/banned.h"

enum { PIECE = 64 * 1024 };

const char *
shown_as(const char *media)
{
	switch (file_type_of(media)) {
	case FILE_PDF:
		return "pdf";
	case FILE_JPEG:
	case FILE_PNG:
		return "image";
	case FILE_DOCX:
	case FILE_XLSX:
	case FILE_PPTX:
	case FILE_ODT:
	case FILE_ODS:
		return "text";
	case FILE_REFUSED:
	case FILE_HEIF:
	case FILE_WEBP:
	case FILE_TIFF:
	case FILE_TYPES:
		break;
	}
	return "";
}

/* U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069. */
static bool
turns_writing(const unsigned char *at)
{
	if (at[0] != 0xe2)
		return false;
	if (at[1] == 0x80)
		return at[2] == 0x8e || at[2] == 0x8f || (at[2] >= 0xaa && at[2] <= 0xae);
	return at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9;
}

const char *
safe_name(struct arena *arena, const char *title, size_t characters)
{
	struct buffer name = { .arena = arena };
	const unsigned char *at = (const unsigned char *)title;
	size_t count = 0;

	for (; *at != '\0'; at++) {
		if (turns_writing(at)) {
			at += 2;
			continue;
		}
		if ((*at & 0xc0) != 0x80 && count++ == characters)
			break;
		if (*at < ' ' || *at == 0x7f || strchr("/\\:*?\"<>|", *at) != NULL)
			buffer_char(&name, '-');
		else if (name.length > 0 || (*at != '.' && *at != ' '))
			buffer_char(&name, (char)*at);
	}
	while (name.length > 0 &&
	    (name.bytes[name.length - 1] == '.' || name.bytes[name.length - 1] == ' '))
		name.bytes[--name.length] = '\0';
	return name.length > 0 ? name.bytes : "dokumen";
}

/* RFC 8187: the name as UTF-8, everything but letters, digits, "-._" as %XX. */
const char *
disposition_of(struct arena *arena, const char *how, const char *name)
{
	struct buffer value = { .arena = arena };

	buffer_format(&value, "%s; filename*=UTF-8''", how);
	for (; *name != '\0'; name++) {
		unsigned char byte = (unsigned char)*name;

		if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		    (byte >= '0' && byte <= '9') || strchr("-._", byte) != NULL)
			buffer_char(&value, *name);
		else
			buffer_format(&value, "%%%02X", byte);
	}
	return value.bytes;
}

/* If-None-Match, RFC 9110, 13.1.2: one of a list, weak or strong, or any. */
bool
known_already(const struct request *request, const char *etag)
{
	const char *known = request_variable(request, "HTTP_IF_NONE_MATCH");

	return known != NULL && (strcmp(known, "*") == 0 || strstr(known, etag) != NULL);
}

/*
 * The stored file, or -1: one whose length is not what the row says was cut
 * or exchanged, and is not given out as the evidence that was decided on.
 */
static int
open_whole(struct context *context, const struct download *download)
{
	int fd = files_open(context->config->files_dir, download->stored_name, &context->errors);
	struct stat status;

	if (fd >= 0 && (fstat(fd, &status) != 0 || status.st_size != download->bytes)) {
		ERROR_CAUSE(&context->errors, "%s: not of its length", download->stored_name);
		close(fd);
		return -1;
	}
	return fd;
}

/* From the first to the last byte, both counted; whole: all of it. */
struct range {
	int64_t first, last;
	bool whole;
};

/* Digits, at most 18 of them; -1 and *text unmoved when there is none. */
static int64_t
read_offset(const char **text)
{
	int64_t offset = 0;
	int digits = 0;

	for (; **text >= '0' && **text <= '9' && digits < 18; digits++)
		offset = offset * 10 + *(*text)++ - '0';
	return digits > 0 ? offset : -1;
}

/*
 * RFC 9110, 14.1.2 and 14.2: what is not one well formed range of bytes is
 * answered as if it had not been asked for.  False: begins behind the end.
 */
static bool
read_range(const char *text, int64_t bytes, struct range *range)
{
	int64_t first, last;

	*range = (struct range){ 0, bytes - 1, true };
	if (strncmp(text, "bytes=", 6) != 0)
		return true;
	text += 6;
	first = read_offset(&text);
	if (*text++ != '-')
		return true;
	last = read_offset(&text);
	if (*text != '\0' || (first < 0 && last < 0) || (first >= 0 && last >= 0 && last < first))
		return true;
	range->whole = false;
	if (first < 0) { /* so many from the end */
		first = last < bytes ? bytes - last : 0;
		if (last == 0)
			return false;
		last = bytes - 1;
	}
	range->first = first;
	range->last = last >= 0 && last < bytes ? last : bytes - 1;
	return first < bytes;
}

/* The range that is asked for, if the browser's first part is of the content
 * that we have (If-Range, RFC 9110, 13.1.5; a date is no proof of that). */
static bool
asked_range(const struct context *context, const char *etag, int64_t bytes, struct range *range)
{
	const char *asked = request_variable(context->request, "HTTP_RANGE");
	const char *known = request_variable(context->request, "HTTP_IF_RANGE");

	if (asked == NULL || context->request->method != METHOD_GET ||
	    (known != NULL && strcmp(known, etag) != 0))
		asked = "";
	return read_range(asked, bytes, range);
}

static void
stream(struct context *context, int fd, const struct range *range)
{
	char *piece = arena_alloc(context->arena, PIECE);
	int64_t left = range->last - range->first + 1;
	ssize_t got;

	if (lseek(fd, (off_t)range->first, SEEK_SET) < 0)
		return;
	while (left > 0 && (got = read(fd, piece, left < PIECE ? (size_t)left : PIECE)) > 0) {
		if (answer_write(context->request, piece, (size_t)got) != 0)
			break;
		left -= got;
	}
}

static void
add_headers(struct context *context, const struct download *download, const char *etag)
{
	struct request *request = context->request;

	answer_header(request, "ETag", etag);
	/* Whatever a browser makes of the content, it may do nothing in our
	 * name: it stands alone, without scripts and without a line out.
	 * The style is the browser's own, which fits an image to its frame. */
	answer_header(request, "Content-Security-Policy",
	    download->shown ? "sandbox; default-src 'none'; img-src 'self'; "
			      "style-src 'unsafe-inline'; frame-ancestors 'self'" :
			      "sandbox; default-src 'none'; frame-ancestors 'none'");
	if (download->shown)
		answer_header(request, "X-Frame-Options", "SAMEORIGIN");
}

/* The server reads the file, and sees to ranges and slow lines. */
static void
download_hand_over(struct context *context, const struct download *download)
{
	answer_header(context->request, context->config->sendfile_header,
	    arena_format(context->arena, "%s%s", context->config->sendfile_prefix,
		download->stored_name));
	answer_begin(context->request, 200, download->media, -1);
}

static void
send_range(struct context *context, const struct download *download, int fd,
    const struct range *range)
{
	struct request *request = context->request;

	answer_header(request, "Accept-Ranges", "bytes");
	if (!range->whole)
		answer_header(request, "Content-Range",
		    arena_format(context->arena, "bytes %" PRId64 "-%" PRId64 "/%" PRId64,
			range->first, range->last, download->bytes));
	answer_unbuffered(request);
	answer_begin(request, range->whole ? 200 : 206, download->media,
	    range->last - range->first + 1);
	if (request->method != METHOD_HEAD)
		stream(context, fd, range);
}

static void
refuse_range(struct context *context, const struct download *download)
{
	answer_header(context->request, "Content-Range",
	    arena_format(context->arena, "bytes */%" PRId64, download->bytes));
	answer_begin(context->request, 416, NULL, 0);
}

int
download_send(struct context *context, const struct download *download)
{
	struct request *request = context->request;
	const char *etag = arena_format(context->arena, "\"%s\"", download->sha256);
	struct range range;
	int fd;

	if (known_already(request, etag)) {
		add_headers(context, download, etag);
		answer_begin(request, 304, NULL, -1);
		return 0;
	}
	fd = open_whole(context, download);
	if (fd < 0)
		return context_refuse(context, 500,
		    "Berkas ini hilang atau rusak "
		    "di penyimpanan. Sampaikan nomor rujukan di bawah kepada "
		    "administrator.");
	add_headers(context, download, etag);
	answer_header(request, "Content-Disposition",
	    disposition_of(context->arena, download->shown ? "inline" : "attachment",
		download->name));
	if (context->config->sendfile_header != NULL)
		download_hand_over(context, download);
	else if (asked_range(context, etag, download->bytes, &range))
		send_range(context, download, fd, &range);
	else
		refuse_range(context, download);
	close(fd);
	return 0;
}
