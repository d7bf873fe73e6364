/* SPDX-License-Identifier: ISC */
/*
 * Asks clamd about a file, over its socket (clamd(8), INSTREAM).  Within a
 * time limit, and by an address and never a name; a scanner that does not
 * answer leaves the file unscanned, to be asked again.
 */
#include "store/antivirus.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/banned.h"

enum { PIECE = 64 * 1024, REPLY_ROOM = 512, PORT_DEFAULT = 3310 };

/* One command, one connection, as clamd(8) has it without IDSESSION. */
struct call {
	int fd;
	int64_t until;
	struct scan *scan;
};

static int antivirus_failed(struct scan *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int
antivirus_failed(struct scan *scan, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(scan->why, sizeof(scan->why), format, arguments);
	va_end(arguments);
	scan->state = SCAN_NONE;
	scan->away = true;
	return -1;
}

const char *
scan_code(enum scan_state state)
{
	static const char *const codes[] = { "none", "clean", "infected" };

	return codes[state];
}

bool
scan_configured(const struct config *config)
{
	return config->clamd_socket != NULL || config->clamd_host != NULL;
}

/* Waits for one of the events; 0 or -1 when the time is over. */
static int
await(const struct call *call, short events, short *found)
{
	for (;;) {
		struct pollfd ready = { .fd = call->fd, .events = events };
		int64_t left = call->until - clock_milliseconds();

		if (left <= 0)
			return antivirus_failed(call->scan,
			    "clamd did not answer in "
			    "time");
		if (poll(&ready, 1, (int)left) <= 0)
			continue;
		*found = ready.revents;
		return 0;
	}
}

/* ---- the connection --------------------------------------------------------- */

static int
attempt(struct call *call, const struct sockaddr *address, socklen_t length)
{
	int error = 0;
	socklen_t room = sizeof(error);
	short found;

	call->fd = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (call->fd < 0)
		return antivirus_failed(call->scan, "socket: %s", strerror(errno));
	if (connect(call->fd, address, length) == 0)
		return 0;
	if (errno != EINPROGRESS)
		return antivirus_failed(call->scan, "clamd: %s", strerror(errno));
	if (await(call, POLLOUT, &found) != 0)
		return -1;
	if (getsockopt(call->fd, SOL_SOCKET, SO_ERROR, &error, &room) != 0 || error != 0)
		return antivirus_failed(call->scan, "clamd: %s", strerror(error));
	return 0;
}

static int
connect_socket(struct call *call, const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	if (strlen(path) >= sizeof(address.sun_path))
		return antivirus_failed(call->scan, "clamd_socket is too long");
	memcpy(address.sun_path, path, strlen(path) + 1);
	return attempt(call, (const struct sockaddr *)&address, sizeof(address));
}

/* An address, never a name: nothing here waits for a name server. */
static int
connect_host(struct call *call, const char *host, unsigned port)
{
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
		.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV };
	struct addrinfo *address;
	char service[12];
	int status;

	snprintf(service, sizeof(service), "%u", port != 0 ? port : PORT_DEFAULT);
	if (getaddrinfo(host, service, &hints, &address) != 0)
		return antivirus_failed(call->scan, "clamd_host is not an address");
	status = attempt(call, address->ai_addr, address->ai_addrlen);
	freeaddrinfo(address);
	return status;
}

static int
antivirus_begin(struct call *call, const struct config *config, int64_t until, struct scan *scan)
{
	*call = (struct call){ .fd = -1, .until = until, .scan = scan };
	if (config->clamd_socket != NULL)
		return connect_socket(call, config->clamd_socket);
	if (config->clamd_host != NULL)
		return connect_host(call, config->clamd_host, config->clamd_port);
	return antivirus_failed(scan, "no clamd is configured");
}

static void
antivirus_end(struct call *call)
{
	if (call->fd >= 0)
		close(call->fd);
}

/*
 * 1 when clamd has begun to answer, though we are still speaking: it says
 * that it has had enough.
 */
static int
antivirus_say(const struct call *call, const void *bytes, size_t length)
{
	const char *next = bytes;

	while (length > 0) {
		ssize_t put = send(call->fd, next, length, MSG_NOSIGNAL);
		short found;

		if (put < 0 && (errno == EPIPE || errno == ECONNRESET))
			return 1;
		if (put < 0 && errno != EAGAIN && errno != EINTR)
			return antivirus_failed(call->scan, "clamd: %s", strerror(errno));
		if (put < 0) {
			if (await(call, POLLOUT | POLLIN, &found) != 0)
				return -1;
			if ((found & (POLLIN | POLLERR | POLLHUP)) != 0)
				return 1;
			continue;
		}
		next += put;
		length -= (size_t)put;
	}
	return 0;
}

/* The reply to its NUL; control characters in it become points. */
static int
antivirus_hear(const struct call *call, char reply[REPLY_ROOM])
{
	size_t length = 0;
	short found;

	while (length < REPLY_ROOM - 1) {
		ssize_t got;

		if (await(call, POLLIN, &found) != 0)
			return -1;
		got = recv(call->fd, reply + length, REPLY_ROOM - 1 - length, 0);
		if (got < 0 && (errno == EAGAIN || errno == EINTR))
			continue;
		if (got <= 0)
			break;
		length += (size_t)got;
		if (reply[length - 1] == '\0')
			break;
	}
	if (length == 0)
		return antivirus_failed(call->scan, "clamd hung up");
	reply[length] = '\0';
	for (char *at = reply; *at != '\0'; at++)
		if (*at < ' ' || *at > '~')
			*at = '.';
	return 0;
}

/* ---- the commands ----------------------------------------------------------- */

/* "ClamAV 1.4.6/27500/Sat Nov 21 …": the date says no more than the number. */
static void
keep_version(struct scan *scan, char *reply)
{
	char *slash = strchr(reply, '/');

	if (slash != NULL && (slash = strchr(slash + 1, '/')) != NULL)
		*slash = '\0';
	snprintf(scan->signatures, sizeof(scan->signatures), "%.80s", reply);
}

static int
ask_version(const struct config *config, int64_t until, struct scan *scan)
{
	char reply[REPLY_ROOM];
	struct call call;
	int status = antivirus_begin(&call, config, until, scan);

	if (status == 0)
		status = antivirus_say(&call, "zVERSION", sizeof("zVERSION"));
	if (status >= 0)
		status = antivirus_hear(&call, reply);
	if (status == 0 && strncmp(reply, "ClamAV ", 7) != 0)
		status = antivirus_failed(scan, "not a clamd: %.60s", reply);
	if (status == 0)
		keep_version(scan, reply);
	antivirus_end(&call);
	return status;
}

/* Each piece with its length before it, four bytes in network order; a piece
 * of nothing is the end. */
static int
send_pieces(const struct call *call, int file)
{
	char piece[4 + PIECE];
	off_t at = 0;
	ssize_t got;
	int status = antivirus_say(call, "zINSTREAM", sizeof("zINSTREAM"));

	do {
		uint32_t length;

		got = pread(file, piece + 4, PIECE, at);
		if (got < 0)
			return antivirus_failed(call->scan, "read: %s", strerror(errno));
		length = htonl((uint32_t)got);
		memcpy(piece, &length, sizeof(length));
		if (status == 0)
			status = antivirus_say(call, piece, 4 + (size_t)got);
		at += got;
	} while (status == 0 && got > 0);
	return status;
}

/* "stream: OK", "stream: NAME FOUND", "INSTREAM size limit exceeded. ERROR" */
static void
antivirus_judge(struct scan *scan, const char *reply)
{
	static const char stream[] = "stream: ", found[] = " FOUND";
	size_t length = strlen(reply), tail = strlen(found);

	if (strcmp(reply, "stream: OK") == 0) {
		scan->state = SCAN_CLEAN;
		return;
	}
	if (strncmp(reply, stream, strlen(stream)) == 0 && length > strlen(stream) + tail &&
	    strcmp(reply + length - tail, found) == 0) {
		scan->state = SCAN_INFECTED;
		length -= strlen(stream) + tail;
		snprintf(scan->finding, sizeof(scan->finding), "%.*s",
		    (int)(length < SCAN_TEXT ? length : SCAN_TEXT - 1), reply + strlen(stream));
		return;
	}
	antivirus_failed(scan, "clamd: %.100s", reply);
	scan->away = false;
	scan->too_large = strstr(reply, "size limit exceeded") != NULL;
}

void
scan_version(const struct config *config, unsigned milliseconds, struct scan *scan)
{
	memset(scan, 0, sizeof(*scan));
	ask_version(config, clock_milliseconds() + milliseconds, scan);
}

void
scan_file(const struct config *config, int fd, unsigned milliseconds, struct scan *scan)
{
	const int64_t until = clock_milliseconds() + milliseconds;
	char reply[REPLY_ROOM];
	struct call call = { .fd = -1 };
	int status;

	memset(scan, 0, sizeof(*scan));
	status = ask_version(config, until, scan);
	if (status == 0)
		status = antivirus_begin(&call, config, until, scan);
	if (status == 0)
		status = send_pieces(&call, fd);
	if (status >= 0)
		status = antivirus_hear(&call, reply);
	if (status == 0)
		antivirus_judge(scan, reply);
	antivirus_end(&call);
}
