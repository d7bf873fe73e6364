/* SPDX-License-Identifier: ISC */
/*
 * Starts a program that reads what strangers sent in a process with little
 * memory, little time and no rights, and reads its answer as long as it may
 * take.
 */
#include "store/confined.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/banned.h"

enum { NOT_STARTED = 127, ABOVE = 128, FIRST_MORE = 3 };

/* A look without its limits is none. */
static void
confined_limit(int resource, rlim_t most)
{
	const struct rlimit both = { most, most };

	if (setrlimit((__rlimit_resource_t)resource, &both) != 0)
		_exit(NOT_STARTED);
}

/* Descriptors that are above all which dup2 could run over. */
static int
confined_away(int fd)
{
	int away = fcntl(fd, F_DUPFD, ABOVE);

	if (away < 0)
		_exit(NOT_STARTED);
	return away;
}

static void
confined_place(int fd, int as)
{
	if (dup2(fd, as) < 0)
		_exit(NOT_STARTED);
}

/* 0, then 3 and on; 1 is the answer, 2 is nothing. */
static void
confined_give(const int *files, size_t count, int answer)
{
	int away[CONFINED_FILES], null = open("/dev/null", O_WRONLY);

	if (null < 0)
		_exit(NOT_STARTED);
	answer = confined_away(answer);
	null = confined_away(null);
	for (size_t at = 0; at < count; at++)
		away[at] = confined_away(files[at]);
	for (size_t at = 0; at < count; at++) {
		int as = at == 0 ? 0 : (int)at - 1 + FIRST_MORE;

		confined_place(away[at], as);
		if (lseek(as, 0, SEEK_SET) != 0)
			_exit(NOT_STARTED);
	}
	confined_place(answer, 1);
	confined_place(null, 2);
	if (close_range(FIRST_MORE + (unsigned)count - 1, ~0U, 0) != 0)
		_exit(NOT_STARTED);
}

/* In the child, where only what is safe after fork() may be called. */
static void __attribute__((noreturn))
confined_become(const char *program, const char *const what[2], const int *files, size_t count,
    int answer, off_t bytes, const struct confined_limits *limits)
{
	const char *last = strrchr(program, '/');
	char *const words[] = { (char *)(last != NULL ? last + 1 : program), (char *)what[0],
		(char *)what[1], NULL };
	char *const nothing[] = { NULL };
	sigset_t none;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	confined_give(files, count, answer);
	confined_limit(RLIMIT_CPU, limits->cpu > 0 ? limits->cpu : limits->seconds);
	confined_limit(RLIMIT_CORE, 0);
	confined_limit(RLIMIT_FSIZE, 0);
	confined_limit(RLIMIT_NOFILE, 16);
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes */
	confined_limit(RLIMIT_AS, ((rlim_t)limits->mebibytes << 20) + (rlim_t)bytes);
#else
	(void)bytes;
#endif
	if (limits->gently)
		setpriority(PRIO_PROCESS, 0, 10);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	execve(program, words, nothing);
	_exit(NOT_STARTED);
}

int
confined_start(struct confined *confined, const char *program, const char *const what[2],
    const int *files, size_t count, const struct confined_limits *limits)
{
	off_t bytes = 0;
	int pipes[2];

	*confined = (struct confined){ .child = -1, .answer = -1 };
	errno = EMFILE;
	if (count < 1 || count > CONFINED_FILES)
		return -1;
	for (size_t at = 0; at < count; at++) {
		struct stat about;

		if (fstat(files[at], &about) != 0)
			return -1;
		bytes += about.st_size;
	}
	if (pipe2(pipes, O_CLOEXEC) != 0)
		return -1;
	confined->child = fork();
	if (confined->child == 0)
		confined_become(program, what, files, count, pipes[1], bytes, limits);
	close(pipes[1]);
	if (confined->child < 0) {
		close(pipes[0]);
		return -1;
	}
	confined->answer = pipes[0];
	confined->until = clock_milliseconds() + (int64_t)limits->seconds * 1000;
	return 0;
}

ssize_t
confined_read(const struct confined *confined, void *bytes, size_t length)
{
	for (;;) {
		struct pollfd ready = { .fd = confined->answer, .events = POLLIN };
		int64_t left = confined->until - clock_milliseconds();
		ssize_t got;

		if (left <= 0)
			return -1;
		if (poll(&ready, 1, (int)left) <= 0)
			continue;
		got = read(confined->answer, bytes, length);
		if (got >= 0 || (errno != EINTR && errno != EAGAIN))
			return got;
	}
}

/* Where the caller ignores SIGCHLD the end of the child is not told. */
enum confined_end
confined_end(struct confined *confined, bool stop, int *number)
{
	int status = 0;

	close(confined->answer);
	if (stop)
		kill(confined->child, SIGKILL);
	while (waitpid(confined->child, &status, 0) < 0)
		if (errno != EINTR) {
			status = 0;
			break;
		}
	*number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
	if (WIFSIGNALED(status))
		return CONFINED_SIGNAL;
	return *number == NOT_STARTED ? CONFINED_NO_PROGRAM :
	    *number != 0              ? CONFINED_STATUS :
					CONFINED_DONE;
}
