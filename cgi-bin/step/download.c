/* SPDX-License-Identifier: ISC */
#include "step/download.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/banned.h"

enum { PIECE = 64 * 1024 };

/* RFC 8187: the name as UTF-8, everything but letters, digits, "-._" as %XX. */
static const char *
disposition(struct arena *arena, const char *name)
{
	struct buffer value = { .arena = arena };

	buffer_text(&value, "attachment; filename*=UTF-8''");
	for (; *name != '\0'; name++) {
		unsigned char byte = (unsigned char)*name;

		if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' &&
		    byte <= 'Z') || (byte >= '0' && byte <= '9') ||
		    strchr("-._", byte) != NULL)
			buffer_char(&value, *name);
		else
			buffer_format(&value, "%%%02X", byte);
	}
	return value.bytes;
}

/* If-None-Match, RFC 9110, 13.1.2: one of a list, weak or strong, or any. */
static bool
known_already(const struct request *request, const char *etag)
{
	const char *known = request_variable(request, "HTTP_IF_NONE_MATCH");

	return known != NULL && (strcmp(known, "*") == 0 ||
	    strstr(known, etag) != NULL);
}

/*
 * The stored file, or -1: one whose length is not what the row says was cut
 * or exchanged, and is not given out as the evidence that was decided on.
 */
static int
open_whole(struct visit *visit, const struct download *download)
{
	int fd = files_open(visit->config->files_dir, download->stored_name,
	    &visit->fault);
	struct stat status;

	if (fd >= 0 && (fstat(fd, &status) != 0 ||
	    status.st_size != download->bytes)) {
		FAULT(&visit->fault, "%s: not of its length",
		    download->stored_name);
		close(fd);
		return -1;
	}
	return fd;
}

static void
stream(struct visit *visit, int fd)
{
	char *piece = arena_alloc(visit->arena, PIECE);
	ssize_t got;

	while ((got = read(fd, piece, PIECE)) > 0)
		if (answer_write(visit->request, piece, (size_t)got) != 0)
			break;
}

static void
add_headers(struct visit *visit, const char *etag)
{
	answer_header(visit->request, "ETag", etag);
	answer_header(visit->request, "Cache-Control", "private, no-cache");
	/* Beside the policy of every answer: whatever a browser makes of the
	 * content, it may do nothing in our name. */
	answer_header(visit->request, "Content-Security-Policy",
	    "sandbox; default-src 'none'");
}

int
visit_send_file(struct visit *visit, const struct download *download)
{
	struct request *request = visit->request;
	const char *etag = arena_format(visit->arena, "\"%s\"",
	    download->sha256);
	int fd;

	if (known_already(request, etag)) {
		add_headers(visit, etag);
		answer_begin(request, 304, NULL, -1);
		return 0;
	}
	fd = open_whole(visit, download);
	if (fd < 0)
		return visit_refuse(visit, 500, "Berkas ini hilang atau rusak "
		    "di penyimpanan. Sampaikan nomor rujukan di bawah kepada "
		    "administrator.");
	add_headers(visit, etag);
	answer_header(request, "Content-Disposition",
	    disposition(visit->arena, download->name));
	answer_begin(request, 200, download->media, download->bytes);
	if (request->method != METHOD_HEAD)
		stream(visit, fd);
	close(fd);
	return 0;
}
