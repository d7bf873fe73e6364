/* SPDX-License-Identifier: ISC */
/* What a process may still do that has given up its rights; each in a child of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/confine.h"

static char scratch[] = "/tmp/matang-confine-XXXXXX";

static const char *
below(const char *name)
{
	static char path[200];

	snprintf(path, sizeof(path), "%s/%s", scratch, name);
	return path;
}

/* 0, or why not. */
static int
opened(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd < 0)
		return errno;
	close(fd);
	return 0;
}

static int
make_place(void **state)
{
	(void)state;
	if (mkdtemp(scratch) == NULL || mkdir(below("files"), 0700) != 0)
		return -1;
	return opened(below("files/own"), O_WRONLY | O_CREAT) +
	    opened(below("secret"), O_WRONLY | O_CREAT);
}

static int
clear_place(void **state)
{
	static const char *const names[] = { "files/own", "files/new", "files", "secret", "" };

	(void)state;
	for (size_t at = 0; at < sizeof(names) / sizeof(names[0]); at++)
		remove(below(names[at]));
	return 0;
}

/* The number of what went otherwise than it should, or 0. */
static int
in_child(int (*act)(int version), int version)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(act(version));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int
listen_somewhere(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	return bind(fd, (struct sockaddr *)&address, sizeof(address)) == 0 ? 0 : errno;
}

static int
act_writer(int version)
{
	char to[200];

	if (!confine_writes(below("files"), version))
		return 1;
	snprintf(to, sizeof(to), "%s", below("files/new"));
	if (opened(below("files/own"), O_WRONLY | O_TRUNC) != 0 ||
	    opened(to, O_WRONLY | O_CREAT | O_EXCL) != 0 || rename(to, below("files/own")) != 0)
		return 2;
	if (opened(below("secret"), O_WRONLY) != EACCES ||
	    opened(below("other"), O_WRONLY | O_CREAT) != EACCES || unlink(below("secret")) == 0 ||
	    mkdir(below("folder"), 0700) == 0)
		return 3;
	if (opened(below("secret"), O_RDONLY) != 0 || opened("/dev/null", O_WRONLY) != 0)
		return 4;
	return version >= 4 && listen_somewhere() != EACCES ? 5 : 0;
}

/* As each file is kept: from where it came in to its own folder. */
static int
act_mover(int version)
{
	char from[200], to[200];

	snprintf(from, sizeof(from), "%s", below("files/own"));
	snprintf(to, sizeof(to), "%s", below("files/kept"));
	if (mkdir(to, 0700) != 0)
		return 1;
	snprintf(to, sizeof(to), "%s", below("files/kept/own"));
	if (confine_writes(below("files"), version) != (version >= 2))
		return 2;
	if (rename(from, to) != 0 || rename(to, from) != 0)
		return 3;
	return rmdir(below("files/kept")) == 0 ? 0 : 4;
}

static int
act_reader(int version)
{
	if (!confine_reader("/usr/bin/cat", below("files/own")))
		return 1;
	if (opened(below("files/own"), O_RDONLY) != 0 || opened("/etc/passwd", O_RDONLY) != 0)
		return 2;
	if (opened(below("secret"), O_RDONLY) != EACCES || opened(scratch, O_RDONLY) != EACCES)
		return 3;
	/* Where the configuration and the keys of an installation lie: /etc/matang. */
	if (opened("/etc", O_RDONLY) != EACCES || opened("/etc/group", O_RDONLY) != EACCES)
		return 7;
	if (opened(below("files/own"), O_WRONLY) != EACCES)
		return 4;
	if (version >= 4 && listen_somewhere() != EACCES)
		return 5;
	/* Without what the tests' clock brings along, which wants to write. */
	execle("/bin/sh", "sh", "-c", "exec cat </dev/null", NULL, (char *[]){ NULL });
	return 6;
}

static void
a_program_writes_in_its_folder_alone(void **state)
{
	(void)state;
	if (confine_version() == 0)
		skip();
	assert_int_equal(in_child(act_writer, confine_version()), 0);
}

static void
files_move_within_it_by_every_interface(void **state)
{
	(void)state;
	for (int version = 0; version <= confine_version(); version++)
		assert_int_equal(in_child(act_mover, version), 0);
}

static void
a_reader_has_its_file_alone(void **state)
{
	(void)state;
	if (confine_version() == 0)
		skip();
	assert_int_equal(in_child(act_reader, confine_version()), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_program_writes_in_its_folder_alone),
		cmocka_unit_test(files_move_within_it_by_every_interface),
		cmocka_unit_test(a_reader_has_its_file_alone),
	};

	return cmocka_run_group_tests(tests, make_place, clear_place);
}
