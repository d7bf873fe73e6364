/* SPDX-License-Identifier: ISC */
/*
 * A program's own workers: forked, watched, replaced and told to end by a
 * process that does nothing else.  It blocks its signals and waits for them, so
 * there is no handler and no moment at which one could be missed.
 */
#include "web/workers.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/banned.h"

enum {
	BACKLOG = 1024,
	START_MS = 250, /* what a worker costs; time gives it back, */
	CREDIT_MS = 32 * START_MS,
	SOCKET_MODE_MASK = 0117
};

struct crew {
	const struct workers *workers;
	pid_t *pids; /* 0: its place is empty */
	pid_t first; /* the process that watches */
	sigset_t watched;
	int64_t credit, counted; /* ms: left to start workers, and up to when */
};

static int64_t
crew_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Each end has one line, with its reason. */
static void
crew_report(const struct crew *crew, pid_t pid, int status)
{
	const char *program = crew->workers->program;

	if (WIFSIGNALED(status))
		log_process(program, "worker %d ended by signal %d (%s)", (int)pid,
		    WTERMSIG(status), strsignal(WTERMSIG(status)));
	else if (WEXITSTATUS(status) != EXIT_SUCCESS)
		log_process(program, "worker %d ended with status %d", (int)pid,
		    WEXITSTATUS(status));
	else
		log_process(program, "worker %d ended after a rest, or when told to", (int)pid);
}

/* Empties the places of those who have ended; others were of an execution before. */
static void
crew_reap(struct crew *crew)
{
	int status;

	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;)
		for (unsigned at = 0; at < crew->workers->count; at++)
			if (crew->pids[at] == pid) {
				crew->pids[at] = 0;
				holds_forget(crew->workers->holds, at);
				crew_report(crew, pid, status);
			}
}

static unsigned
crew_missing(const struct crew *crew)
{
	unsigned missing = 0;

	for (unsigned at = 0; at < crew->workers->count; at++)
		missing += crew->pids[at] == 0;
	return missing;
}

static void
crew_tell(const struct crew *crew, int signal_number)
{
	for (unsigned at = 0; at < crew->workers->count; at++)
		if (crew->pids[at] != 0)
			kill(crew->pids[at], signal_number);
}

/* A worker hears of its end where it waits for a request (server.c), and not
 * before; what SIGHUP asks for is not its own to do. */
static void
crew_let_work(void)
{
	sigset_t heard;

	sigemptyset(&heard);
	sigaddset(&heard, SIGCHLD);
	sigprocmask(SIG_UNBLOCK, &heard, NULL);
}

/* In the worker that this begins: true. */
static bool
crew_start(struct crew *crew, unsigned at)
{
	pid_t pid = fork();

	if (pid < 0) {
		log_process(crew->workers->program, "no worker: %s", strerror(errno));
		return false;
	}
	if (pid > 0) {
		crew->pids[at] = pid;
		return false;
	}
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != crew->first)
		_exit(EXIT_SUCCESS); /* it had ended before that was asked for */
	crew_let_work();
	holds_be(crew->workers->holds, at);
	return true;
}

/* Fills the empty places as far as there is credit; true in a worker. */
static bool
crew_fill(struct crew *crew)
{
	int64_t now = crew_now();

	crew->credit += now - crew->counted;
	if (crew->credit > CREDIT_MS)
		crew->credit = CREDIT_MS;
	crew->counted = now;
	for (unsigned at = 0; at < crew->workers->count && crew->credit >= START_MS; at++)
		if (crew->pids[at] == 0) {
			crew->credit -= START_MS;
			if (crew_start(crew, at))
				return true;
		}
	return false;
}

/* A signal, or 0 after so many ms; -1: no matter how long. */
static int
crew_wait(const struct crew *crew, int64_t ms)
{
	struct timespec limit = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 };
	int got = ms < 0 ? sigwaitinfo(&crew->watched, NULL) :
			   sigtimedwait(&crew->watched, NULL, &limit);

	return got > 0 ? got : 0;
}

/* Of executions before, too: who is busy finishes. */
static int
crew_end(struct crew *crew)
{
	crew_tell(crew, SIGTERM);
	while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
		continue;
	return EXIT_SUCCESS;
}

/* Comes back when it must stay as it is.  The signals stay blocked: the end of
 * a worker is not to be missed meanwhile. */
static void
crew_again(struct crew *crew)
{
	const char *path = strchr(program_invocation_name, '/') != NULL ?
	    program_invocation_name :
	    "/proc/self/exe";

	if (crew->workers->check(crew->workers->context) != 0) {
		log_process(crew->workers->program, "goes on as it was");
		return;
	}
	crew_tell(crew, SIGTERM);
	execv(path, (char *[]){ program_invocation_name, NULL });
	log_process(crew->workers->program, "%s: %s", path, strerror(errno));
}

/* Until the next may be started: with credit left there was no memory or no
 * process for it, and it is tried again. */
static int64_t
crew_patience(const struct crew *crew)
{
	if (crew_missing(crew) == 0)
		return -1;
	return crew->credit < START_MS ? START_MS - crew->credit : START_MS;
}

static int
crew_watch(struct crew *crew)
{
	const struct workers *workers = crew->workers;

	for (;;) {
		/* also who ended while SIGHUP's execution had not come this far */
		crew_reap(crew);
		if (crew_fill(crew))
			return workers->work(workers->context);
		switch (crew_wait(crew, crew_patience(crew))) {
		case SIGTERM:
		case SIGINT:
			return crew_end(crew);
		case SIGHUP:
			crew_again(crew);
		}
	}
}

int
workers_run(const struct workers *workers)
{
	struct crew crew = {
		.workers = workers,
		.pids = calloc(workers->count, sizeof(pid_t)),
		.first = getpid(),
		.credit = CREDIT_MS,
		.counted = crew_now(),
	};
	int status;

	if (crew.pids == NULL)
		return EXIT_FAILURE;
	holds_open(workers->holds, workers->count);
	sigemptyset(&crew.watched);
	sigaddset(&crew.watched, SIGCHLD);
	sigaddset(&crew.watched, SIGTERM);
	sigaddset(&crew.watched, SIGINT);
	sigaddset(&crew.watched, SIGHUP);
	sigprocmask(SIG_BLOCK, &crew.watched, NULL);
	status = crew_watch(&crew);
	holds_close(workers->holds);
	free(crew.pids);
	return status;
}

bool
workers_socket(void)
{
	int listens = 0;
	socklen_t size = sizeof(listens);

	return getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 &&
	    listens != 0;
}

bool
workers_socket_of(const char *program)
{
	struct sockaddr_un address = { 0 };
	socklen_t size = sizeof(address) - 1; /* a NUL stays behind it */
	const char *name;

	if (!workers_socket() ||
	    getsockname(STDIN_FILENO, (struct sockaddr *)&address, &size) != 0 ||
	    address.sun_family != AF_UNIX)
		return false;
	name = strrchr(address.sun_path, '/');
	name = name != NULL ? name + 1 : address.sun_path;
	return strncmp(name, program, strlen(program)) == 0 &&
	    strcmp(name + strlen(program), ".sock") == 0;
}

/* Takes the place of a socket that nobody listens at any more. */
static int
listen_bind(int fd, const struct sockaddr_un *address)
{
	int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), served;
	mode_t mask;

	served = connect(probe, (const struct sockaddr *)address, sizeof(*address));
	close(probe);
	if (served == 0) {
		errno = EADDRINUSE;
		return -1;
	}
	unlink(address->sun_path);
	mask = umask(SOCKET_MODE_MASK);
	if (bind(fd, (const struct sockaddr *)address, sizeof(*address)) != 0)
		return -1;
	umask(mask);
	return listen(fd, BACKLOG);
}

int
workers_listen(const char *dir, const char *program)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), length, status = -1;

	length = snprintf(address.sun_path, sizeof(address.sun_path), "%s/%s.sock", dir, program);
	if (length < 0 || (size_t)length >= sizeof(address.sun_path))
		errno = ENAMETOOLONG;
	else if (fd > STDIN_FILENO && listen_bind(fd, &address) == 0 &&
	    dup2(fd, STDIN_FILENO) == STDIN_FILENO)
		status = 0;
	if (status != 0)
		log_process(program, "%s/%s.sock: %s", dir, program, strerror(errno));
	if (fd > STDIN_FILENO)
		close(fd);
	return status;
}
