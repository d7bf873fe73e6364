/* SPDX-License-Identifier: ISC */
#include "step/download.h"

#include <string.h>
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

static void
stream(struct visit *visit, int fd)
{
	char *piece = arena_alloc(visit->arena, PIECE);
	ssize_t got;

	while ((got = read(fd, piece, PIECE)) > 0)
		if (answer_write(visit->request, piece, (size_t)got) != 0)
			break;
}

int
visit_send_file(struct visit *visit, const struct download *download)
{
	struct request *request = visit->request;
	const char *etag = arena_format(visit->arena, "\"%s\"",
	    download->sha256);
	const char *known = request_variable(request, "HTTP_IF_NONE_MATCH");
	int fd;

	answer_header(request, "ETag", etag);
	answer_header(request, "Cache-Control", "private, no-cache");
	if (known != NULL && strcmp(known, etag) == 0) {
		answer_begin(request, 304, NULL, -1);
		return 0;
	}
	fd = files_open(visit->config->files_dir, download->stored_name,
	    &visit->fault);
	if (fd < 0)
		return visit_refuse(visit, 500, "Berkasnya tidak ditemukan di "
		    "penyimpanan. Sampaikan nomor rujukan di bawah kepada "
		    "administrator.");
	answer_header(request, "Content-Disposition",
	    disposition(visit->arena, download->name));
	answer_begin(request, 200, download->media, download->bytes);
	if (request->method != METHOD_HEAD)
		stream(visit, fd);
	close(fd);
	return 0;
}
