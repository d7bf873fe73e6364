/* SPDX-License-Identifier: ISC */
/*
 * Answered connections whose body nobody reads: read and thrown away beside the
 * requests, and closed without a process that waits for them.
 */
#include "web/leaving.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/banned.h"

/* Reads of one line before the next one's turn comes. */
enum { READS = 16 };

static void
leave_line(struct leaving *leaving, size_t at)
{
	close(leaving->lines[at].socket);
	leaving->count--;
	memmove(&leaving->lines[at], &leaving->lines[at + 1],
	    (leaving->count - at) * sizeof(leaving->lines[0]));
}

void
leaving_add(struct leaving *leaving, int socket)
{
	if (shutdown(socket, SHUT_WR) != 0) {
		close(socket);
		return;
	}
	if (leaving->count == LEAVING_MOST)
		leave_line(leaving, 0);
	leaving->lines[leaving->count++] = (struct leaving_line){ socket,
		clock_milliseconds() + LEAVING_MS };
}

/* Has the server closed it? */
static bool
line_is_over(int socket)
{
	char rest[16 * 1024];
	ssize_t got = 1;

	for (int reads = 0; got > 0 && reads < READS; reads++)
		got = recv(socket, rest, sizeof(rest), MSG_DONTWAIT);
	return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

size_t
leaving_look(struct leaving *leaving)
{
	int64_t now = leaving->count > 0 ? clock_milliseconds() : 0;

	for (size_t at = leaving->count; at > 0; at--)
		if (leaving->lines[at - 1].until <= now ||
		    line_is_over(leaving->lines[at - 1].socket))
			leave_line(leaving, at - 1);
	return leaving->count;
}

void
leaving_end(struct leaving *leaving)
{
	int64_t until = clock_milliseconds() + LEAVING_END_MS;

	while (leaving_look(leaving) > 0 && clock_milliseconds() < until)
		poll(NULL, 0, LEAVING_LOOK_MS);
}
