/* SPDX-License-Identifier: ISC */
/*
 * The main loop: requests by FastCGI, or one by plain CGI in the same binary,
 * one after another until a signal ends it between two.  libfcgi is known here
 * alone.
 */
#include "web/server.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/part.h"
#include "web/channel.h"
#include "web/leaving.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/write.h"
#include "base/banned.h"

/*
 * A process serves one request at a time, so nobody may keep it longer than it
 * takes.  A web server has the whole head when it begins; where a body stops
 * coming, or an answer being read, the line is taken for broken; and a body
 * that comes has a rate to keep and a time in all.
 */
enum {
	HEAD_SECONDS = 5,
	STALL_SECONDS = 30,
	GRACE_SECONDS = 30, /* before its rate is looked at */
	BODY_BYTES = 2048,
	BODY_SECONDS = 900
};

/* Nobody came for so long: there is time to tidy up. */
enum { IDLE_MS = 20 };

enum { NO_SOCKET = -1 }; /* libfcgi is given what was accepted */

static volatile sig_atomic_t ending;

static void
server_on_end(int signal_number)
{
	(void)signal_number;
	ending = 1;
}

static void
catch_signals(void)
{
	struct sigaction action = { .sa_handler = server_on_end };

	sigemptyset(&action.sa_mask);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGUSR1, SIG_IGN); /* else libfcgi takes it for the end of accepting */
}

/*
 * The end is heard while nothing is asked for, and at no other time: libfcgi
 * takes a read or write that a signal interrupted for a connection that broke,
 * and does not see one that arrives just before it accepts.  Returns what is
 * blocked while it may be heard.
 */
static sigset_t
hold_signals(void)
{
	sigset_t ends, heard;

	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigprocmask(SIG_BLOCK, &ends, &heard);
	sigdelset(&heard, SIGTERM);
	sigdelset(&heard, SIGINT);
	return heard;
}

static const char *
variable_or(struct channel *channel, const char *name, const char *otherwise)
{
	const char *value = channel->variable(channel, name);

	return value != NULL ? value : otherwise;
}

static enum method
method_named(const char *name)
{
	enum method method = METHOD_GET;

	while (method < METHOD_OTHER && strcmp(method_name(method), name) != 0)
		method++;
	return method;
}

/*
 * Some lines let through nothing but GET and POST: the client says then what
 * it means (tus 1.0, X-HTTP-Method-Override).  No page of another site can set
 * such a header on a form.
 */
static enum method
method_asked(struct channel *channel)
{
	enum method method = method_named(variable_or(channel, "REQUEST_METHOD", "")), meant;
	const char *name = channel->variable(channel, "HTTP_X_HTTP_METHOD_OVERRIDE");

	if (method != METHOD_POST || name == NULL)
		return method;
	meant = method_named(name);
	return meant == METHOD_PATCH || meant == METHOD_DELETE ? meant : METHOD_OTHER;
}

static bool
may_have_body(enum method method)
{
	return method == METHOD_POST || method == METHOD_PATCH || method == METHOD_OTHER;
}

/* Milliseconds from now, until what came is too little for the time that it took. */
static int64_t
patience_left(const struct channel *channel, int64_t now)
{
	const struct patience *patience = channel->patience;
	int64_t seconds = channel->seconds + channel->bytes / patience->bytes;

	if (seconds > patience->seconds)
		seconds = patience->seconds;
	return channel->begun + seconds * 1000 - now;
}

/* Its time is over: was it let, and does it keep the rate? */
static bool
body_goes_on(struct channel *channel, int64_t now)
{
	if (channel->patience == NULL || patience_left(channel, now) <= 0)
		return false;
	if (!channel->granted)
		channel->granted = channel->patience->grant(channel->patience->argument);
	if (!channel->granted)
		channel->patience = NULL;
	return channel->granted;
}

/* May the body go on coming?  Counted from when it is first asked for; so many bytes came. */
static bool
body_in_time(struct channel *channel, int64_t bytes)
{
	int64_t now = clock_milliseconds(), seconds;

	if (channel->begun == 0)
		channel->begun = now;
	channel->bytes += bytes;
	seconds = (now - channel->begun) / 1000;
	if (seconds >= channel->seconds)
		return body_goes_on(channel, now);
	return seconds < GRACE_SECONDS ||
	    channel->bytes >= (seconds - GRACE_SECONDS) * (int64_t)BODY_BYTES;
}

/* Milliseconds to wait for more of it. */
static int
body_patience(const struct channel *channel)
{
	int64_t now = clock_milliseconds();
	int64_t left = channel->begun + channel->seconds * (int64_t)1000 - now;

	if (channel->patience != NULL && patience_left(channel, now) > left)
		left = patience_left(channel, now);
	return left < 0 ? 0 : left < STALL_SECONDS * 1000 ? (int)left : STALL_SECONDS * 1000;
}

struct fcgi_channel {
	struct channel channel;
	FCGX_Request fcgi;
	bool finished; /* the answer has gone, with the record that ends it */
};

static const char *
fcgi_variable(struct channel *channel, const char *name)
{
	return FCGX_GetParam(name, ((struct fcgi_channel *)channel)->fcgi.envp);
}

/* What libfcgi has in its buffer: at most one wait for each time it is filled. */
static int
fcgi_read_some(FCGX_Stream *in, char *bytes, size_t length)
{
	int first = FCGX_GetChar(in);
	size_t more;

	if (first == EOF)
		return FCGX_GetError(in) == 0 ? 0 : -1;
	*bytes = (char)first;
	more = (size_t)(in->stop - in->rdNext);
	if (more > length - 1)
		more = length - 1;
	return 1 + (more > 0 ? FCGX_GetStr(bytes + 1, (int)more, in) : 0);
}

static int64_t
fcgi_read(struct channel *channel, void *bytes, size_t length)
{
	FCGX_Stream *in = ((struct fcgi_channel *)channel)->fcgi.in;
	size_t have = 0;
	int got = 1;

	while (have < length && got > 0) {
		if (!body_in_time(channel, 0))
			return have > 0 ? (int64_t)have : -1;
		got = fcgi_read_some(in, (char *)bytes + have, length - have);
		if (got > 0) {
			have += (size_t)got;
			body_in_time(channel, got);
		}
	}
	return have > 0 ? (int64_t)have : got;
}

static int
fcgi_write(struct channel *channel, const void *bytes, size_t length)
{
	FCGX_Stream *out = ((struct fcgi_channel *)channel)->fcgi.out;
	const char *next = bytes;

	while (length > 0) {
		int piece = length > 1 << 20 ? 1 << 20 : (int)length;

		if (FCGX_PutStr(next, piece, out) != piece)
			return -1;
		next += piece;
		length -= (size_t)piece;
	}
	return 0;
}

/* A record of the FastCGI specification 1.0: its head, of 8 bytes. */
enum { FCGI_HEAD = 8, FCGI_END_REQUEST = 3, FCGI_STDOUT = 6, FCGI_CONTENT_MAX = 65528 };

static unsigned char *
fcgi_head(unsigned char *head, unsigned type, int id, size_t length)
{
	head[0] = 1; /* version */
	head[1] = (unsigned char)type;
	head[2] = (unsigned char)(id >> 8);
	head[3] = (unsigned char)id;
	head[4] = (unsigned char)(length >> 8);
	head[5] = (unsigned char)length;
	head[6] = head[7] = 0; /* no padding */
	return head + FCGI_HEAD;
}

/*
 * An answer that is all there goes out in one call, past the stream of libfcgi,
 * which makes 8 KiB records of it with a copy and a call for each, and another
 * call for the end.
 */
static int
fcgi_finish(struct channel *channel, const void *head, size_t head_length, const void *body,
    size_t length)
{
	struct fcgi_channel *fcgi = (struct fcgi_channel *)channel;
	int socket = fcgi->fcgi.ipcFd, id = fcgi->fcgi.requestId;
	const char *next = body;

	if (head_length > FCGI_CONTENT_MAX) /* longer than a record */
		return fcgi_write(channel, head, head_length) == 0 ?
		    fcgi_write(channel, body, length) :
		    -1;
	fcgi->finished = true;
	do {
		unsigned char first[FCGI_HEAD], last[3 * FCGI_HEAD] = { 0 }, *end = last;
		size_t piece = FCGI_CONTENT_MAX - head_length;

		if (piece > length)
			piece = length;
		length -= piece;
		fcgi_head(first, FCGI_STDOUT, id, head_length + piece);
		if (length == 0) {
			end = fcgi_head(end, FCGI_STDOUT, id, 0);
			end = fcgi_head(end, FCGI_END_REQUEST, id, 8) + 8;
		}
		if (write_parts(socket,
			(struct iovec[]){ { first, sizeof(first) },
			    { (void *)(uintptr_t)head, head_length },
			    { (void *)(uintptr_t)next, piece }, { last, (size_t)(end - last) } },
			4) != 0)
			return -1;
		next += piece;
		head_length = 0;
	} while (length > 0);
	return 0;
}

/* Has the server sent all that it will?  What can have no body is read to its end for that. */
static bool
fcgi_read_up(struct fcgi_channel *fcgi)
{
	FCGX_Stream *in = fcgi->fcgi.in;

	if (!may_have_body(method_asked(&fcgi->channel)))
		FCGX_GetChar(in);
	return FCGX_HasSeenEOF(in) != 0 && FCGX_GetError(in) == 0;
}

/*
 * A connection is kept, or closed at once, or where the server may still be sending,
 * left to go by itself: libfcgi, which is not asked to close, would wait for that.
 * The queue wakes the process when something comes of it.
 */
static void
fcgi_end(struct fcgi_channel *fcgi, struct leaving *leaving, int queue)
{
	bool kept = fcgi->fcgi.keepConnection, read_up = fcgi_read_up(fcgi);
	struct epoll_event come = { .events = EPOLLIN };

	fcgi->fcgi.keepConnection = true;
	if (fcgi->finished)
		FCGX_Free(&fcgi->fcgi, false);
	else
		FCGX_Finish_r(&fcgi->fcgi); /* closes only what is broken */
	fcgi->finished = false;
	if (fcgi->fcgi.ipcFd < 0 || (read_up && kept))
		return;
	if (!read_up && epoll_ctl(queue, EPOLL_CTL_ADD, fcgi->fcgi.ipcFd, &come) == 0)
		leaving_add(leaving, fcgi->fcgi.ipcFd);
	else
		close(fcgi->fcgi.ipcFd);
	fcgi->fcgi.ipcFd = -1;
}

/* What sends nothing, or reads nothing, for so long has left. */
static void
limit_stalls(int socket, int seconds)
{
	const struct timeval coming = { .tv_sec = seconds }, going = { .tv_sec = STALL_SECONDS };

	setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &coming, sizeof(coming));
	setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &going, sizeof(going));
}

struct cgi_channel {
	struct channel channel;
	int64_t left; /* bytes of the body, -1: until the end */
};

static const char *
cgi_variable(struct channel *channel, const char *name)
{
	(void)channel;
	return getenv(name);
}

/* A script reads no more than CONTENT_LENGTH, although the server need not
 * end what follows it (RFC 3875, section 4.2). */
static int64_t
cgi_read(struct channel *channel, void *bytes, size_t length)
{
	struct cgi_channel *cgi = (struct cgi_channel *)channel;
	struct pollfd body = { .fd = STDIN_FILENO, .events = POLLIN };
	ssize_t got;

	if (cgi->left >= 0 && (uint64_t)cgi->left < length)
		length = (size_t)cgi->left;
	if (length == 0)
		return 0;
	if (!body_in_time(channel, 0) || poll(&body, 1, body_patience(channel)) == 0)
		return -1;
	do
		got = read(STDIN_FILENO, bytes, length);
	while (got < 0 && errno == EINTR);
	if (got > 0)
		body_in_time(channel, got);
	if (cgi->left >= 0 && got >= 0)
		cgi->left = got > 0 ? cgi->left - got : 0;
	return got;
}

static int
cgi_write(struct channel *channel, const void *bytes, size_t length)
{
	(void)channel;
	return write_all(STDOUT_FILENO, bytes, length);
}

static int
cgi_finish(struct channel *channel, const void *head, size_t head_length, const void *body,
    size_t length)
{
	(void)channel;
	return write_parts(STDOUT_FILENO,
	    (struct iovec[]){ { (void *)(uintptr_t)head, head_length },
		{ (void *)(uintptr_t)body, length } },
	    2);
}

static int64_t
length_of(const char *text)
{
	char *end;
	long long length;

	if (text == NULL || *text < '0' || *text > '9')
		return -1;
	errno = 0;
	length = strtoll(text, &end, 10);
	return errno == 0 && *end == '\0' ? length : -1;
}

static void
server_serve(struct channel *channel, struct arena *arena, request_handler *handle, void *context)
{
	struct request request = {
		.arena = arena,
		.channel = channel,
		.method = method_asked(channel),
		.path = variable_or(channel, "PATH_INFO", "/"),
		.query = variable_or(channel, "QUERY_STRING", ""),
		.content_type = variable_or(channel, "CONTENT_TYPE", ""),
		.content_length = length_of(channel->variable(channel, "CONTENT_LENGTH")),
		.cookies = variable_or(channel, "HTTP_COOKIE", ""),
		.address = variable_or(channel, "REMOTE_ADDR", ""),
		.agent = variable_or(channel, "HTTP_USER_AGENT", ""),
		.accept = variable_or(channel, "HTTP_ACCEPT", ""),
		.origin = variable_or(channel, "HTTP_ORIGIN", ""),
		.host = variable_or(channel, "HTTP_HOST", ""),
		.fetch_site = variable_or(channel, "HTTP_SEC_FETCH_SITE", ""),
		.fetch_dest = variable_or(channel, "HTTP_SEC_FETCH_DEST", ""),
		.referer = variable_or(channel, "HTTP_REFERER", ""),
		.secure = strcmp(variable_or(channel, "HTTPS", ""), "on") == 0,
	};

	if (*request.path == '\0')
		request.path = "/";
	channel->begun = channel->bytes = 0;
	channel->seconds = BODY_SECONDS;
	channel->patience = NULL;
	channel->granted = false;
	handle(&request, context);
	arena_reset(arena);
}

/* Where there is always something to accept, no wait lets a signal through. */
static bool
is_told_to_end(void)
{
	sigset_t pending;

	sigpending(&pending);
	return ending || sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

/* What comes on a connection that is kept, or a new one.  As epoll_pwait. */
static int
wait_at(int queue, int kept, int ms, const sigset_t *heard)
{
	struct pollfd next = { .fd = kept, .events = POLLIN };
	struct timespec limit = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L };
	struct epoll_event event;

	if (kept < 0)
		return epoll_pwait(queue, &event, 1, ms, heard);
	return ppoll(&next, 1, ms < 0 ? NULL : &limit, heard);
}

/*
 * Waits for a request: one of the processes that share the socket is woken for
 * each.  Those who were faster leave nothing to accept, so the socket must not
 * wait.  Memory is given back when nobody wants anything; -1 as `rest_ms`: that
 * is no reason to end.  False: the end.
 */
static bool
wait_for_request(int queue, int kept, struct arena *arena, struct leaving *leaving, int rest_ms,
    const sigset_t *heard)
{
	while (!is_told_to_end()) {
		bool untrimmed = arena_untrimmed(arena), left = leaving_look(leaving) > 0;
		int come = wait_at(queue, kept,
		    untrimmed ? IDLE_MS :
			left  ? LEAVING_LOOK_MS :
				rest_ms,
		    heard);

		if (come > 0)
			return true;
		if (come == 0 && untrimmed)
			arena_trim(arena);
		else if (come == 0 ? !left : errno != EINTR)
			return false;
	}
	return false;
}

/* The connections that come in, as something that can be waited for; -1 after a message. */
static int
open_queue(void)
{
	struct epoll_event come = { .events = EPOLLIN | EPOLLEXCLUSIVE };
	int queue = epoll_create1(EPOLL_CLOEXEC);

	if (queue < 0 || epoll_ctl(queue, EPOLL_CTL_ADD, STDIN_FILENO, &come) != 0 ||
	    fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK) != 0) {
		log_process("matang", "the socket: %s", strerror(errno));
		return -1;
	}
	return queue;
}

/*
 * The next request, on the connection that was kept or on a new one, which is
 * accepted here: libfcgi would wait for its head for ever.  False: there is
 * none, since others were faster or who came went away.
 */
static bool
fcgi_accept(FCGX_Request *fcgi)
{
	if (fcgi->ipcFd < 0)
		fcgi->ipcFd = accept4(STDIN_FILENO, NULL, NULL, SOCK_CLOEXEC);
	if (fcgi->ipcFd < 0)
		return false;
	limit_stalls(fcgi->ipcFd, HEAD_SECONDS);
	fcgi->keepConnection = true; /* lest it be closed before it is read */
	if (FCGX_Accept_r(fcgi) != 0)
		return false;
	limit_stalls(fcgi->ipcFd, STALL_SECONDS);
	return true;
}

/* For one answer alone, as in plain CGI, opening the part would cost more than it saves. */
static gzip_packer *
answer_packer(void)
{
	gzip_packer *packer = NULL;

	if (part_there("gzip"))
		*(void **)&packer = part_function("gzip", "gzip_once");
	return packer;
}

static int
run_fcgi(struct arena *arena, request_handler *handle, unsigned rest_seconds, void *context)
{
	struct fcgi_channel channel = {
		.channel = { .variable = fcgi_variable,
		    .read = fcgi_read,
		    .write = fcgi_write,
		    .finish = fcgi_finish,
		    .pack = answer_packer() },
	};
	struct leaving leaving = { .count = 0 };
	const sigset_t heard = hold_signals();
	int queue = open_queue(), rest_ms = -1;

	if (queue < 0 || FCGX_InitRequest(&channel.fcgi, NO_SOCKET, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
		return EXIT_FAILURE;
	while (wait_for_request(queue, channel.fcgi.ipcFd, arena, &leaving, rest_ms, &heard)) {
		if (!fcgi_accept(&channel.fcgi))
			continue;
		server_serve(&channel.channel, arena, handle, context);
		fcgi_end(&channel, &leaving, queue);
		if (rest_seconds != 0)
			rest_ms = (int)rest_seconds * 1000;
	}
	leaving_end(&leaving);
	return EXIT_SUCCESS;
}

/*
 * Some of the body may have been left.  A socket that is closed over it breaks
 * the line before the answer was read, and mod_cgid says 502: so the server is
 * told that no more will be read, and what is there already is thrown away.
 * Nobody is waited for.
 */
static void
cgi_leave_body(void)
{
	char rest[16 * 1024];

	if (shutdown(STDIN_FILENO, SHUT_RD) == 0)
		while (recv(STDIN_FILENO, rest, sizeof(rest), MSG_DONTWAIT) > 0)
			continue;
}

static int
run_cgi(struct arena *arena, request_handler *handle, void *context)
{
	struct cgi_channel cgi = {
		.channel = { .variable = cgi_variable,
		    .read = cgi_read,
		    .write = cgi_write,
		    .finish = cgi_finish },
		.left = length_of(getenv("CONTENT_LENGTH")),
	};

	/* Not every server ends an input that nobody promised. */
	if (cgi.left < 0 && !may_have_body(method_asked(&cgi.channel)))
		cgi.left = 0;
	server_serve(&cgi.channel, arena, handle, context);
	cgi_leave_body();
	return EXIT_SUCCESS;
}

int
server_run(request_handler *handle, unsigned rest_seconds, void *context)
{
	struct arena arena = { NULL };
	int status;

	catch_signals();
	if (FCGX_Init() != 0)
		return EXIT_FAILURE;
	status = FCGX_IsCGI() ?
	    run_cgi(&arena, handle, context) :
	    run_fcgi(&arena, handle, rest_seconds, context);
	arena_free(&arena);
	return status;
}
