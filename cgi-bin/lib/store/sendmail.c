/* SPDX-License-Identifier: ISC */
/*
 * One letter to the host's sendmail, by a keeper that outlives whoever asked
 * for it, with its receipt in a file.
 */
#include "store/sendmail.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/write.h"
#include "base/banned.h"

enum {
	PATH_BYTES = 1024,
	NOT_STARTED = 127,
	ABOVE = 64, /* descriptors that nothing is placed over */
	/* sysexits.h, of which no header of the standard is */
	STATUS_DATA = 65,
	STATUS_USER = 67,
	STATUS_HOST = 68
};

static const char *
sendmail_path(char path[PATH_BYTES], const struct sendmail *sendmail, const char *name,
    const char *kind)
{
	snprintf(path, PATH_BYTES, "%s/%s.%s", sendmail->folder, name, kind);
	return path;
}

static int
sendmail_open(const struct sendmail *sendmail, const char *name, const char *kind, int flags)
{
	char path[PATH_BYTES];

	return open(sendmail_path(path, sendmail, name, kind), flags | O_CLOEXEC | O_NOFOLLOW,
	    0600);
}

/* ---- the keeper, in which only what is safe after fork() may be called -------
 * It starts sendmail by posix_spawn, which shares its memory until the new
 * program is in place: a second fork() would copy the tables of all of it. */

struct keeping {
	const struct sendmail *sendmail;
	const char *name;
	int letter, try, said, told; /* the last is closed when it is over */
};

/* Descriptors 0 letter, 1 nothing, 2 said, 3 try, 4 told; no other. */
static void
keeper_place(const struct keeping *keeping)
{
	const int files[] = { keeping->letter, open("/dev/null", O_WRONLY), keeping->said,
		keeping->try, keeping->told };
	int away[sizeof(files) / sizeof(files[0])];
	const int count = (int)(sizeof(files) / sizeof(files[0]));

	for (int at = 0; at < count; at++)
		if ((away[at] = fcntl(files[at], F_DUPFD, ABOVE)) < 0)
			_exit(NOT_STARTED);
	for (int at = 0; at < count; at++)
		if (dup2(away[at], at) < 0)
			_exit(NOT_STARTED);
	close_range((unsigned)count, ~0U, 0);
	/* sendmail keeps the lock: as long as it works, nobody takes it for ended */
	fcntl(count - 1, F_SETFD, FD_CLOEXEC);
}

/* 0, or why it was not started. */
static int
keeper_start_sendmail(const struct sendmail *sendmail, pid_t *child)
{
	static char *const environment[] = { (char *)"PATH=/usr/sbin:/usr/bin:/sbin:/bin",
		(char *)"LC_ALL=C.UTF-8", NULL };
	char *words[] = { (char *)"sendmail", (char *)"-t", (char *)"-i", (char *)"-f",
		(char *)sendmail->from, NULL };
	const int given_back[] = { SIGTERM, SIGINT, SIGHUP, SIGPIPE };
	posix_spawnattr_t about;
	sigset_t signals;
	int result;

	posix_spawnattr_init(&about);
	posix_spawnattr_setflags(&about, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	sigemptyset(&signals);
	posix_spawnattr_setsigmask(&about, &signals);
	for (size_t at = 0; at < sizeof(given_back) / sizeof(given_back[0]); at++)
		sigaddset(&signals, given_back[at]);
	posix_spawnattr_setsigdefault(&about, &signals);
	result = posix_spawn(child, sendmail->program, NULL, &about, words, environment);
	posix_spawnattr_destroy(&about);
	return result;
}

/* The receipt, whole or not at all. */
static void
keeper_write_done(const struct keeping *keeping, int status)
{
	char text[32], path[PATH_BYTES], new[PATH_BYTES];
	int length = snprintf(text, sizeof(text), "%d\n",
	    WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
	int file;

	sendmail_path(path, keeping->sendmail, keeping->name, "done");
	sendmail_path(new, keeping->sendmail, keeping->name, "new");
	file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (file >= 0 && write_all(file, text, (size_t)length) == 0 && fsync(file) == 0)
		rename(new, path);
}

static void __attribute__((noreturn)) keeper_run(const struct keeping *keeping)
{
	int status = NOT_STARTED << 8, result; /* as waitpid() would tell it */
	pid_t child = -1;

	setsid();
	signal(SIGTERM, SIG_IGN);
	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
	keeper_place(keeping);
	/* From this byte on it may have been sent. */
	if (write_all(3, "x", 1) != 0 || fsync(3) != 0)
		_exit(NOT_STARTED);
	result = keeper_start_sendmail(keeping->sendmail, &child);
	while (result == 0 && waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			_exit(NOT_STARTED);
	if (result != EAGAIN && result != ENOMEM)
		keeper_write_done(keeping, status);
	else if (ftruncate(3, 0) != 0) /* never started after all */
		_exit(NOT_STARTED);
	_exit(0);
}

/* ---- whoever asks ------------------------------------------------------------- */

/* Until the keeper has closed its end, or time is over. */
static void
sendmail_wait(int told, pid_t keeper, unsigned seconds)
{
	int64_t until = clock_milliseconds() + (int64_t)seconds * 1000, left;
	struct pollfd ready = { .fd = told, .events = POLLIN };
	int status;

	while ((left = until - clock_milliseconds()) > 0)
		if (poll(&ready, 1, (int)left) > 0)
			break;
	if (ready.revents == 0)
		return; /* init waits for it */
	while (waitpid(keeper, &status, 0) < 0 && errno == EINTR)
		continue;
}

/* -1 with a cause. */
static int
sendmail_prepare(struct keeping *keeping, const void *letter, size_t length,
    struct error_chain *fault)
{
	const struct sendmail *sendmail = keeping->sendmail;
	const char *name = keeping->name;

	if (mkdir(sendmail->folder, 0700) != 0 && errno != EEXIST)
		goto failed;
	keeping->letter = sendmail_open(sendmail, name, "letter", O_RDWR | O_CREAT | O_TRUNC);
	keeping->said = sendmail_open(sendmail, name, "said", O_RDWR | O_CREAT | O_TRUNC);
	keeping->try = sendmail_open(sendmail, name, "try", O_RDWR | O_CREAT | O_EXCL);
	if (keeping->letter < 0 || keeping->said < 0 || keeping->try < 0 ||
	    flock(keeping->try, LOCK_EX | LOCK_NB) != 0 ||
	    write_all(keeping->letter, letter, length) != 0 ||
	    lseek(keeping->letter, 0, SEEK_SET) != 0)
		goto failed;
	return 0;
failed:
	ERROR_CAUSE(fault, "cannot lay a letter into %s: %s", sendmail->folder, strerror(errno));
	return -1;
}

static void
sendmail_close(int file)
{
	if (file >= 0)
		close(file);
}

enum sendmail_end
sendmail_hand_over(const struct sendmail *sendmail, const char *name, const void *letter,
    size_t length, unsigned seconds, char said[SENDMAIL_SAID], struct error_chain *fault)
{
	struct keeping keeping = { sendmail, name, -1, -1, -1, -1 };
	enum sendmail_end end = SENDMAIL_FAILED;
	int told[2] = { -1, -1 };
	pid_t keeper;

	said[0] = '\0';
	if (sendmail_prepare(&keeping, letter, length, fault) != 0)
		goto out;
	if (pipe2(told, O_CLOEXEC) != 0) {
		ERROR_CAUSE(fault, "no pipe: %s", strerror(errno));
		goto out;
	}
	keeping.told = told[1];
	keeper = fork();
	if (keeper == 0)
		keeper_run(&keeping);
	if (keeper < 0)
		ERROR_CAUSE(fault, "no process: %s", strerror(errno));
	close(told[1]);
	/* The lock is the keeper's alone. */
	sendmail_close(keeping.try);
	keeping.try = -1;
	if (keeper > 0) {
		sendmail_wait(told[0], keeper, seconds);
		end = sendmail_look(sendmail, name, said);
	}
	close(told[0]);
out:
	sendmail_close(keeping.letter);
	sendmail_close(keeping.said);
	sendmail_close(keeping.try);
	return end;
}

/* The last line that it said, where that is plain. */
static void
sendmail_read_said(const struct sendmail *sendmail, const char *name, char said[SENDMAIL_SAID])
{
	int file = sendmail_open(sendmail, name, "said", O_RDONLY);
	ssize_t got = file >= 0 ? read(file, said, SENDMAIL_SAID - 1) : 0;

	sendmail_close(file);
	said[got > 0 ? got : 0] = '\0';
	for (char *at = said; *at != '\0'; at++)
		if (*at < ' ' || *at > '~')
			*at = ' ';
	while (*said != '\0' && said[strlen(said) - 1] == ' ')
		said[strlen(said) - 1] = '\0';
}

static enum sendmail_end
sendmail_end_of(int status)
{
	return status == 0 ?
	    SENDMAIL_TAKEN :
	    status == STATUS_DATA || status == STATUS_USER || status == STATUS_HOST ?
	    SENDMAIL_REFUSED :
	    status < 0 ? SENDMAIL_UNKNOWN :
			 SENDMAIL_LATER;
}

enum sendmail_end
sendmail_look(const struct sendmail *sendmail, const char *name, char said[SENDMAIL_SAID])
{
	int file = sendmail_open(sendmail, name, "try", O_RDWR), done;
	bool busy = file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0;
	enum sendmail_end end;
	char text[32] = "";
	struct stat about;

	said[0] = '\0';
	/* Behind the lock: who held it has written its receipt by now, if ever. */
	done = sendmail_open(sendmail, name, "done", O_RDONLY);
	if (done >= 0 && read(done, text, sizeof(text) - 1) > 0)
		end = sendmail_end_of((int)strtol(text, NULL, 10));
	else if (busy)
		end = SENDMAIL_RUNNING;
	else if (file < 0 || (fstat(file, &about) == 0 && about.st_size == 0))
		end = SENDMAIL_UNTRIED;
	else
		end = SENDMAIL_UNKNOWN;
	sendmail_close(done);
	sendmail_close(file);
	if (end != SENDMAIL_RUNNING && end != SENDMAIL_UNTRIED)
		sendmail_read_said(sendmail, name, said);
	return end;
}

void
sendmail_forget(const struct sendmail *sendmail, const char *name)
{
	static const char *const kinds[] = { "letter", "said", "new", "try", "done" };
	char path[PATH_BYTES];

	for (size_t at = 0; at < sizeof(kinds) / sizeof(kinds[0]); at++)
		unlink(sendmail_path(path, sendmail, name, kinds[at]));
}

/* "12-1.try" is of "12-1". */
static bool
sendmail_is_of(const char *file, const char *const *names, size_t count)
{
	for (size_t at = 0; at < count; at++) {
		size_t length = strlen(names[at]);

		if (strncmp(file, names[at], length) == 0 && file[length] == '.')
			return true;
	}
	return false;
}

void
sendmail_tidy(const struct sendmail *sendmail, const char *const *names, size_t count)
{
	DIR *directory = opendir(sendmail->folder);
	struct dirent *entry;

	if (directory == NULL)
		return; /* nothing was ever sent */
	while ((entry = readdir(directory)) != NULL)
		if (entry->d_name[0] != '.' && !sendmail_is_of(entry->d_name, names, count))
			unlinkat(dirfd(directory), entry->d_name, 0);
	closedir(directory);
}
