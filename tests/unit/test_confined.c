/* SPDX-License-Identifier: ISC */
/* What a process of store/confined.h gets, how far it may go, and that it ends. */
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "store/confined.h"

static const struct confined_limits limits = { .seconds = 5, .mebibytes = 256, .output = 1 };

static int
file_of(const char *text)
{
	int fd = memfd_create("file", MFD_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	return fd;
}

/* What a command of the shell says, up to its end; its end. */
static enum confined_end
shell(const char *command, const int *files, size_t count, char said[200])
{
	const struct confined_program program = { .path = "/bin/sh",
		.words = (const char *const[]){ "-c", command, NULL },
		.host = true,
		.files = files,
		.count = count };
	struct confined confined;
	size_t length = 0;
	ssize_t got;
	int number;

	assert_int_equal(confined_start(&confined, &program, &limits), 0);
	while ((got = confined_read(&confined, said + length, 199 - length)) > 0)
		length += (size_t)got;
	said[length] = '\0';
	return confined_end(&confined, got < 0, &number);
}

static void
gets_its_files_and_nothing_else(void **state)
{
	int files[2] = { file_of("first"), file_of("second") };
	char said[200];

	(void)state;
	assert_int_equal(
	    shell("cat; echo; cat <&3; echo; echo $LC_ALL$HOME; for n in 0 1 2 3 4 5 6 7 8 9; do "
		  "(: <&$n) 2>/dev/null && echo -n $n; done; echo",
		files, 2, said),
	    CONFINED_DONE);
	/* the second file is 3, and there is no other */
	assert_string_equal(said, "first\nsecond\nC.UTF-8\n0123\n");
	close(files[0]);
	close(files[1]);
}

static void
reads_nothing_where_nothing_is_given(void **state)
{
	char said[200];

	(void)state;
	assert_int_equal(shell("cat; echo end", NULL, 0, said), CONFINED_DONE);
	assert_string_equal(said, "end\n");
}

static void
tells_what_could_not_be_started(void **state)
{
	const struct confined_program program = { .path = "/no/such/program",
		.words = (const char *const[]){ NULL } };
	struct confined confined;
	char byte;
	int number;

	(void)state;
	assert_int_equal(confined_start(&confined, &program, &limits), 0);
	assert_int_equal(confined_read(&confined, &byte, 1), 0);
	assert_int_equal(confined_end(&confined, false, &number), CONFINED_NO_PROGRAM);
}

static enum confined_end
into_file(const char *command, const struct confined_limits *within, int output)
{
	const struct confined_program program = { .path = "/bin/sh",
		.words = (const char *const[]){ "-c", command, NULL },
		.host = true,
		.output = output };
	struct confined confined;
	int number;

	assert_int_equal(confined_start(&confined, &program, within), 0);
	return confined_end(&confined, false, &number);
}

static void
writes_into_its_output_as_far_as_that_goes(void **state)
{
	int output = file_of("");
	char said[8] = "";

	(void)state;
	assert_int_equal(into_file("echo done", &limits, output), CONFINED_DONE);
	assert_int_equal(pread(output, said, 5, 0), 5);
	assert_string_equal(said, "done\n");
	assert_int_not_equal(into_file("exec head -c 2000000 /dev/zero", &limits, output),
	    CONFINED_DONE);
	close(output);
}

static void
is_ended_when_its_time_is_over(void **state)
{
	const struct confined_limits second = { .seconds = 1, .mebibytes = 256, .output = 1 };
	int output = file_of("");

	(void)state;
	assert_int_equal(into_file("exec sleep 60", &second, output), CONFINED_SIGNAL);
	close(output);
}

static void __attribute__((noreturn)) say_word(const void *what)
{
	_exit(write(STDOUT_FILENO, what, strlen(what)) == 4 ? 0 : 1);
}

static void
does_work_of_the_callers_own(void **state)
{
	const struct confined_program program = { .run = say_word, .what = "word" };
	struct confined confined;
	char said[8] = "";
	int number;

	(void)state;
	assert_int_equal(confined_start(&confined, &program, &limits), 0);
	assert_int_equal(confined_read(&confined, said, 7), 4);
	assert_string_equal(said, "word");
	assert_int_equal(confined_end(&confined, false, &number), CONFINED_DONE);
}

/* Whoever waits for the other end of the pipe learns of it. */
static void
ends_with_who_started_it(void **state)
{
	struct confined_program program = { .path = "/bin/sleep",
		.words = (const char *const[]){ "60", NULL },
		.host = true };
	const struct confined_limits minute = { .seconds = 60, .mebibytes = 256 };
	struct pollfd ready = { .events = POLLIN };
	struct confined confined;
	int ends[2], status;
	pid_t starter;

	(void)state;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	program.output = ends[1];
	starter = fork();
	if (starter == 0) {
		status = confined_start(&confined, &program, &minute);
		usleep(200000);
		_exit(status == 0 ? 0 : 1);
	}
	close(ends[1]);
	assert_int_equal(waitpid(starter, &status, 0), starter);
	assert_int_equal(status, 0);
	ready.fd = ends[0];
	assert_int_equal(poll(&ready, 1, 10000), 1);
	assert_true(ready.revents & POLLHUP);
	close(ends[0]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gets_its_files_and_nothing_else),
		cmocka_unit_test(reads_nothing_where_nothing_is_given),
		cmocka_unit_test(tells_what_could_not_be_started),
		cmocka_unit_test(writes_into_its_output_as_far_as_that_goes),
		cmocka_unit_test(is_ended_when_its_time_is_over),
		cmocka_unit_test(does_work_of_the_callers_own),
		cmocka_unit_test(ends_with_who_started_it),
	};

	return cmocka_run_group_tests_name("confined", tests, NULL, NULL);
}
