/* SPDX-License-Identifier: ISC */
/*
 * A request and its answer, whatever brought it (web/server.c): variables,
 * body, status, and the headers of security that every answer carries.
 */
#include "web/request.h"

#include <string.h>
#include <strings.h>

#include "base/decimal.h"
#include "web/channel.h"
#include "base/banned.h"

/*
 * On every answer, unless it brings its own header of that name.  Nothing is
 * loaded from elsewhere, nothing inline runs, nobody frames us and we frame
 * nobody else; pages with people's work are kept by no cache.
 */
static const struct {
	const char *name, *value;
} usual_headers[] = {
	{ "Cache-Control", "no-store" },
	{ "Content-Security-Policy",
	    "default-src 'none'; script-src 'self'; "
	    "style-src 'self'; img-src 'self' data:; font-src 'self'; "
	    "connect-src 'self'; frame-src 'self'; form-action 'self'; "
	    "base-uri 'none'; frame-ancestors 'none'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "X-Frame-Options", "DENY" },
	{ "Referrer-Policy", "same-origin" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Permissions-Policy", "camera=(), geolocation=(), microphone=()" },
};

static const struct {
	int status;
	const char *phrase;
} phrases[] = {
	{ 200, "OK" },
	{ 201, "Created" },
	{ 204, "No Content" },
	{ 206, "Partial Content" },
	{ 301, "Moved Permanently" },
	{ 303, "See Other" },
	{ 304, "Not Modified" },
	{ 400, "Bad Request" },
	{ 401, "Unauthorized" },
	{ 403, "Forbidden" },
	{ 404, "Not Found" },
	{ 405, "Method Not Allowed" },
	{ 408, "Request Timeout" },
	{ 409, "Conflict" },
	{ 410, "Gone" },
	{ 411, "Length Required" },
	{ 412, "Precondition Failed" },
	{ 413, "Content Too Large" },
	{ 415, "Unsupported Media Type" },
	{ 416, "Range Not Satisfiable" },
	{ 421, "Misdirected Request" },
	{ 422, "Unprocessable Content" },
	{ 423, "Locked" },
	{ 429, "Too Many Requests" },
	{ 460, "Checksum Mismatch" },
	{ 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
	{ 507, "Insufficient Storage" },
};

static const char *
phrase_of(int status)
{
	for (size_t at = 0; at < sizeof(phrases) / sizeof(phrases[0]); at++)
		if (phrases[at].status == status)
			return phrases[at].phrase;
	return "Unknown";
}

const char *
method_name(enum method method)
{
	static const char *const names[] = {
		[METHOD_GET] = "GET",
		[METHOD_HEAD] = "HEAD",
		[METHOD_POST] = "POST",
		[METHOD_PATCH] = "PATCH",
		[METHOD_DELETE] = "DELETE",
		[METHOD_OPTIONS] = "OPTIONS",
		[METHOD_OTHER] = "",
	};

	return names[method];
}

const char *
request_variable(const struct request *request, const char *name)
{
	return request->channel->variable(request->channel, name);
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

bool
request_by_script(const struct request *request)
{
	return strstr(request->accept, "application/json") != NULL;
}

int64_t
request_read(struct request *request, void *bytes, size_t length)
{
	return request->channel->read(request->channel, bytes, length);
}

void
request_hurry(struct request *request, unsigned seconds)
{
	request->channel->seconds = seconds;
}

void
request_patient(struct request *request, const struct patience *patience)
{
	request->channel->patience = patience;
}

void
answer_header(struct request *request, const char *name, const char *value)
{
	struct header *header = arena_alloc(request->arena, sizeof(*header));
	struct header **end = &request->headers;

	while (*end != NULL)
		end = &(*end)->next;
	header->name = name;
	header->value = value;
	*end = header;
}

void
answer_unbuffered(struct request *request)
{
	answer_header(request, "X-Accel-Buffering", "no");
}

/* A header's value ends where a line would: no text can add a header. */
static void
request_add_header(struct buffer *head, const char *name, const char *value)
{
	buffer_text(head, name);
	buffer_text(head, ": ");
	buffer_add(head, value, strcspn(value, "\r\n"));
	buffer_text(head, "\r\n");
}

static void
request_add_number(struct buffer *head, const char *before, uint64_t number, const char *after)
{
	char text[DECIMAL_ROOM], *end = text + sizeof(text);
	const char *digits = decimal_put(end, number, 1);

	buffer_text(head, before);
	buffer_add(head, digits, (size_t)(end - digits));
	buffer_text(head, after);
}

static bool
has_header(const struct request *request, const char *name)
{
	for (const struct header *at = request->headers; at != NULL; at = at->next)
		if (strcmp(at->name, name) == 0)
			return true;
	return false;
}

static struct buffer
request_head(struct request *request, int status, const char *type, int64_t length)
{
	struct buffer head = { .arena = request->arena };

	request_add_number(&head, "Status: ", (uint64_t)status, " ");
	buffer_text(&head, phrase_of(status));
	buffer_text(&head, "\r\n");
	if (type != NULL)
		request_add_header(&head, "Content-Type", type);
	if (length >= 0)
		request_add_number(&head, "Content-Length: ", (uint64_t)length, "\r\n");
	for (const struct header *at = request->headers; at != NULL; at = at->next)
		if (at->value != NULL)
			request_add_header(&head, at->name, at->value);
	for (size_t at = 0; at < sizeof(usual_headers) / sizeof(usual_headers[0]); at++)
		if (!has_header(request, usual_headers[at].name))
			request_add_header(&head, usual_headers[at].name, usual_headers[at].value);
	buffer_text(&head, "\r\n");
	request->answered = true;
	request->status = status;
	return head;
}

void
answer_begin(struct request *request, int status, const char *type, int64_t length)
{
	struct buffer head = request_head(request, status, type, length);

	request->channel->write(request->channel, head.bytes, head.length);
}

int
answer_write(struct request *request, const void *bytes, size_t length)
{
	if (request->method == METHOD_HEAD)
		return 0;
	return request->channel->write(request->channel, bytes, length);
}

/* What gains by it: pictures, papers and workbooks are packed as they are. */
static bool
packs_well(const char *type)
{
	static const char *const types[] = { "text/", "application/json",
		"application/problem+json", "application/ld+json", "application/atom+xml",
		"image/svg+xml" };

	for (size_t at = 0; at < sizeof(types) / sizeof(types[0]); at++)
		if (strncmp(type, types[at], strlen(types[at])) == 0)
			return true;
	return false;
}

/*
 * The body as it goes out, and its length.  What is short gains nothing; where a
 * secret came in, no copy of the page may lie in memory that nobody overwrites.
 */
static const void *
packed_body(struct request *request, const char *type, const void *body, size_t *length)
{
	enum { SHORT = 512 };
	gzip_packer *pack = request->channel->pack;
	size_t bytes;
	char *packed;

	if (pack == NULL || *length < SHORT || request->arena->secret || !packs_well(type) ||
	    has_header(request, "Content-Encoding"))
		return body;
	answer_header(request, "Vary", "Accept-Encoding");
	if (!request_takes_gzip(request))
		return body;
	packed = arena_alloc(request->arena, *length);
	bytes = pack(body, *length, packed, *length);
	if (bytes == 0)
		return body;
	answer_header(request, "Content-Encoding", "gzip");
	*length = bytes;
	return packed;
}

void
answer_send(struct request *request, int status, const char *type, const void *body, size_t length)
{
	const void *sent = packed_body(request, type, body, &length);
	struct buffer head = request_head(request, status, type, (int64_t)length);

	request->channel->finish(request->channel, head.bytes, head.length, sent,
	    request->method == METHOD_HEAD ? 0 : length);
}

static void
lead(struct request *request, int status, const char *address)
{
	answer_header(request, "Location", address);
	answer_send(request, status, "text/plain; charset=utf-8", "", 0);
}

void
answer_redirect(struct request *request, const char *address)
{
	lead(request, 303, address);
}

void
answer_moved(struct request *request, const char *address)
{
	lead(request, 301, address);
}
