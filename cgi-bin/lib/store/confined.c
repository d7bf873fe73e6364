/* SPDX-License-Identifier: ISC */
/*
 * Starts what reads what strangers sent in a process with little memory, little
 * time and no rights, and reads its answer as long as it may take.
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
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/confine.h"
#include "base/banned.h"

enum { NOT_STARTED = 127, FIRST_MORE = 3, OWN_DESCRIPTORS = 16, HOST_DESCRIPTORS = 32 };

/* A look without its limits is none. */
static void
confined_limit(int resource, rlim_t most)
{
	const struct rlimit both = { most, most };

	if (setrlimit((__rlimit_resource_t)resource, &both) != 0)
		_exit(NOT_STARTED);
}

/* A descriptor above all which dup2 could run over, and no higher: from 64 on
 * the kernel makes a larger table for the process. */
static int
confined_away(int fd, size_t count)
{
	int away = fcntl(fd, F_DUPFD, FIRST_MORE + (int)count);

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
	int away[CONFINED_FILES], null = open("/dev/null", O_RDWR);

	if (null < 0)
		_exit(NOT_STARTED);
	answer = confined_away(answer, count);
	null = confined_away(null, count);
	for (size_t at = 0; at < count; at++)
		away[at] = confined_away(files[at], count);
	for (size_t at = 0; at < count; at++) {
		int as = at == 0 ? 0 : (int)at - 1 + FIRST_MORE;

		confined_place(away[at], as);
		if (lseek(as, 0, SEEK_SET) != 0 && errno != ESPIPE)
			_exit(NOT_STARTED);
	}
	if (count == 0)
		confined_place(null, 0);
	confined_place(answer, 1);
	confined_place(null, 2);
	if (close_range(FIRST_MORE + (count > 0 ? (unsigned)count - 1 : 0), ~0U, 0) != 0)
		_exit(NOT_STARTED);
}

static void
confined_limits(const struct confined_program *program, const struct confined_limits *limits,
    off_t bytes)
{
	confined_limit(RLIMIT_CPU, limits->cpu > 0 ? limits->cpu : limits->seconds);
	confined_limit(RLIMIT_CORE, 0);
	confined_limit(RLIMIT_FSIZE, (rlim_t)limits->output << 20);
	confined_limit(RLIMIT_NOFILE, program->host ? HOST_DESCRIPTORS : OWN_DESCRIPTORS);
#ifdef __SANITIZE_ADDRESS__ /* which reserves terabytes */
	if (!program->host)
		return;
#endif
	if (limits->mebibytes > 0)
		confined_limit(RLIMIT_AS, ((rlim_t)limits->mebibytes << 20) + (rlim_t)bytes);
}

/* In the child, where only what is safe after fork() may be called. */
static void __attribute__((noreturn)) confined_become(const struct confined_program *program,
    int answer, off_t bytes, const struct confined_limits *limits)
{
	static char *const nothing[] = { NULL };
	static char *const locale[] = { (char *)"LC_ALL=C.UTF-8", (char *)"OMP_THREAD_LIMIT=1",
		NULL };
	const char *last = program->path != NULL ? strrchr(program->path, '/') : NULL;
	char *words[CONFINED_WORDS + 2] = { (char *)(last != NULL ? last + 1 : program->path) };
	sigset_t none;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	confined_give(program->files, program->count, answer);
	confined_limits(program, limits, bytes);
	if (limits->gently)
		setpriority(PRIO_PROCESS, 0, 10);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	if (program->host)
		confine_reader(program->path, program->reads);
	if (program->path == NULL) {
		program->run(program->what);
		_exit(NOT_STARTED);
	}
	for (size_t at = 0; at < CONFINED_WORDS && program->words[at] != NULL; at++)
		words[at + 1] = (char *)program->words[at];
	execve(program->path, words, program->host ? locale : nothing);
	_exit(NOT_STARTED);
}

/* The bytes of its files, or -1. */
static off_t
confined_bytes(const struct confined_program *program)
{
	off_t bytes = 0;

	errno = EMFILE;
	if (program->count > CONFINED_FILES)
		return -1;
	for (size_t at = 0; at < program->count; at++) {
		struct stat about;

		if (fstat(program->files[at], &about) != 0)
			return -1;
		bytes += about.st_size;
	}
	return bytes;
}

int
confined_start(struct confined *confined, const struct confined_program *program,
    const struct confined_limits *limits)
{
	off_t bytes = confined_bytes(program);
	int pipes[2] = { -1, program->output };

	*confined = (struct confined){ .child = -1, .answer = -1 };
	if (bytes < 0 || (program->output == 0 && pipe2(pipes, O_CLOEXEC) != 0))
		return -1;
	confined->child = fork();
	if (confined->child == 0)
		confined_become(program, pipes[1], bytes, limits);
	if (program->output == 0)
		close(pipes[1]);
	if (confined->child < 0) {
		if (pipes[0] >= 0)
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

/* Whether it has ended; *status then.  Where the caller ignores SIGCHLD that is
 * not told, and it has. */
static bool
confined_ended(const struct confined *confined, int how, int *status)
{
	pid_t ended;

	while ((ended = waitpid(confined->child, status, how)) < 0)
		if (errno != EINTR) {
			*status = 0;
			return true;
		}
	return ended == confined->child;
}

/* What writes into an output says nothing of its end. */
static bool
confined_wait(const struct confined *confined, int *status)
{
	const struct timespec nap = { 0, 4000000 };
	bool ended;

	while (!(ended = confined_ended(confined, WNOHANG, status)) &&
	    clock_milliseconds() < confined->until)
		nanosleep(&nap, NULL);
	return ended;
}

enum confined_end
confined_end(struct confined *confined, bool stop, int *number)
{
	int status = 0;
	bool ended = false;

	if (confined->answer >= 0)
		close(confined->answer);
	else if (!stop)
		stop = !(ended = confined_wait(confined, &status));
	if (stop)
		kill(confined->child, SIGKILL);
	if (!ended)
		confined_ended(confined, 0, &status);
	*number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
	if (WIFSIGNALED(status))
		return CONFINED_SIGNAL;
	return *number == NOT_STARTED ? CONFINED_NO_PROGRAM :
	    *number != 0              ? CONFINED_STATUS :
					CONFINED_DONE;
}
