/* SPDX-License-Identifier: ISC */
/*
 * Processes that take text out of files, within bounds, and their text made
 * clean: whatever a file is made to do, it does to such a process.
 */
#include "matang/text_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { PIECE = 32768, PATIENCE_NS = 5000000 };

/* What stands for a space, or for nothing: characters that nobody sees, that
 * part words for hyphenation, or that turn the direction of writing. */
static bool
is_unseen(const unsigned char *at)
{
	return (at[0] == 0xc2 && at[1] == 0xad) ||
	    (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf) ||
	    (at[0] == 0xe2 && at[1] == 0x80 &&
		((at[2] >= 0x8b && at[2] <= 0x8f) || (at[2] >= 0xaa && at[2] <= 0xae))) ||
	    (at[0] == 0xe2 && at[1] == 0x81 && at[2] >= 0xa0 && at[2] <= 0xaf);
}

static size_t
character_length(unsigned char lead)
{
	return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static void
text_end_line(struct buffer *text)
{
	while (text->length > 0 &&
	    (text->bytes[text->length - 1] == ' ' || text->bytes[text->length - 1] == '\t'))
		text->length--;
	/* One empty line at most; none at the beginning. */
	if (text->length > 0 &&
	    !(text->length > 1 && text->bytes[text->length - 1] == '\n' &&
		text->bytes[text->length - 2] == '\n'))
		buffer_char(text, '\n');
}

static void
add_space(struct buffer *text, char space)
{
	if (text->length > 0 && strchr(" \t\n", text->bytes[text->length - 1]) == NULL)
		buffer_char(text, space);
}

void
text_clean(struct buffer *text, const char *bytes, size_t length)
{
	size_t at = 0;

	buffer_text(text, "");
	while (at < length && text->length < TEXT_MAX) {
		const unsigned char *now = (const unsigned char *)bytes + at;
		size_t width = character_length(*now);

		if (width > length - at ||
		    (width > 1 && utf8_text(bytes + at, width, false) != UTF8_OK))
			width = 1;
		else if (width > 1 && now[0] == 0xc2 && now[1] == 0xa0)
			add_space(text, ' ');
		else if (width > 1 && !is_unseen(now))
			buffer_add(text, now, width);
		else if (*now == '\n' || *now == '\f' || *now == '\v')
			text_end_line(text);
		else if (*now == ' ' || *now == '\t')
			add_space(text, (char)*now);
		else if (*now > ' ' && *now < 0x7f)
			buffer_char(text, (char)*now);
		at += width;
	}
	while (text->length > 0 && strchr(" \t\n", text->bytes[text->length - 1]) != NULL)
		text->length--;
	text->bytes[text->length] = '\0';
}

/* ---- the process --------------------------------------------------------------- */

static void
text_limit(int what, rlim_t most)
{
	const struct rlimit limits = { most, most };

	if (setrlimit((__rlimit_resource_t)what, &limits) != 0)
		_exit(126);
}

void
text_child(int in, int out, unsigned seconds)
{
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (nothing < 0 || dup2(in >= 0 ? in : nothing, STDIN_FILENO) < 0 ||
	    dup2(out, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0 ||
	    close_range(STDERR_FILENO + 1, ~0U, 0) != 0)
		_exit(126);
	text_limit(RLIMIT_CORE, 0);
	text_limit(RLIMIT_CPU, seconds);
	text_limit(RLIMIT_FSIZE, 0);
	text_limit(RLIMIT_NOFILE, 32);
}

void
text_child_memory(unsigned mebibytes)
{
	text_limit(RLIMIT_AS, (rlim_t)mebibytes << 20);
}

/* All that comes through the pipe in time; true when the pipe has ended. */
static bool
text_read_pipe(int fd, int64_t milliseconds, struct buffer *raw)
{
	int64_t until = clock_milliseconds() + milliseconds;
	const struct timespec nap = { 0, PATIENCE_NS };
	char *piece = arena_alloc(raw->arena, PIECE);

	while (clock_milliseconds() < until && raw->length < TEXT_MAX * 2) {
		ssize_t got = read(fd, piece, PIECE);

		if (got == 0)
			return true;
		if (got > 0)
			buffer_add(raw, piece, (size_t)got);
		else if (errno == EAGAIN)
			nanosleep(&nap, NULL);
		else if (errno != EINTR)
			return false;
	}
	return false;
}

int
text_hear(pid_t child, int pipe, int64_t milliseconds, struct buffer *raw, bool *whole)
{
	int status = 0;

	buffer_text(raw, "");
	if (child < 0 || fcntl(pipe, F_SETFL, O_NONBLOCK) != 0) {
		close(pipe);
		if (child > 0)
			kill(child, SIGKILL);
		return -1;
	}
	*whole = text_read_pipe(pipe, milliseconds, raw);
	close(pipe);
	if (!*whole)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		*whole = false;
	return 0;
}
