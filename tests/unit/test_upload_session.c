/* SPDX-License-Identifier: ISC */
/* Files that come in pieces, on a real disk: what is left by whoever stopped at
 * any point is what may count, to the byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "store/upload_session.h"

enum { PATH = 600, PIECE = 1000 };

static char directory[] = "/tmp/matang-arriving-XXXXXX";
static struct error_chain fault;
static char bytes[10 * PIECE];

static int
set_up(void **state)
{
	size_t i;

	(void)state;
	secret_init();
	for (i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 31 + i / 256);
	return mkdtemp(directory) == NULL;
}

static int
tear_down(void **state)
{
	char path[PATH];

	(void)state;
	snprintf(path, sizeof(path), "%s/arriving", directory);
	rmdir(path);
	return rmdir(directory); /* only when nothing was left in it */
}

static void
begin(char name[STORED_NAME])
{
	struct upload_session file;

	assert_int_equal(upload_session_create(&file, directory, 300000, &fault),
	    UPLOAD_SESSION_OPEN);
	assert_int_equal(file.sure, 0);
	memcpy(name, file.staged.name, STORED_NAME);
	upload_session_close(&file);
}

static struct upload_session
open_it(const char *name)
{
	struct upload_session file;

	assert_int_equal(upload_session_open(&file, directory, name, 0, &fault),
	    UPLOAD_SESSION_OPEN);
	return file;
}

/* Where it lies, or its mark. */
static bool
is_there(const char *name, const char *end)
{
	char path[PATH];
	struct stat about;

	snprintf(path, sizeof(path), "%s/arriving/%s%s", directory, name + 3, end);
	return stat(path, &about) == 0;
}

/* So much is there, and it is what was sent. */
static void
holds(const char *name, uint64_t length)
{
	struct upload_session file = open_it(name);
	unsigned char hash[SHA256_BYTES];

	assert_int_equal(file.sure, length);
	assert_int_equal(file.staged.bytes, length);
	assert_false(is_there(name, ".from"));
	sha256(hash, bytes, (size_t)length);
	assert_int_equal(upload_session_hash(&file, &fault), 0);
	assert_memory_equal(file.staged.sha256, hash, sizeof(hash));
	upload_session_close(&file);
}

static void
pieces_follow_each_other(void **state)
{
	char name[STORED_NAME];
	struct upload_session file;
	size_t i;

	(void)state;
	begin(name);
	for (i = 0; i < 10; i++) {
		file = open_it(name);
		assert_int_equal(file.sure, i * PIECE);
		assert_int_equal(upload_session_write(&file, bytes + i * PIECE, PIECE, &fault), 0);
		assert_int_equal(file.sure, i * PIECE);
		assert_int_equal(upload_session_sync(&file, &fault), 0);
		assert_int_equal(file.sure, (i + 1) * PIECE);
		upload_session_close(&file);
	}
	holds(name, sizeof(bytes));
	upload_session_remove(directory, name);
	assert_int_equal(upload_session_open(&file, directory, name, 0, &fault),
	    UPLOAD_SESSION_GONE);
	upload_session_close(&file);
}

static void
hashed_on_the_way(void **state)
{
	char name[STORED_NAME];
	struct upload_session file;
	unsigned char hash[SHA256_BYTES];
	int along;

	(void)state;
	for (along = 0; along < 2; along++) {
		begin(name);
		file = open_it(name);
		if (along)
			assert_int_equal(upload_session_along(&file, &fault), 0);
		assert_int_equal(upload_session_write(&file, bytes, sizeof(bytes), &fault), 0);
		assert_int_equal(upload_session_sync(&file, &fault), 0);
		assert_int_equal(upload_session_hash(&file, &fault), 0);
		sha256(hash, bytes, sizeof(bytes));
		assert_memory_equal(file.staged.sha256, hash, sizeof(hash));
		upload_session_close(&file);
		upload_session_remove(directory, name);
	}
}

static void
a_piece_that_is_wrong(void **state)
{
	char name[STORED_NAME];
	unsigned char hash[SHA256_BYTES];
	struct upload_session file;

	(void)state;
	begin(name);
	file = open_it(name);
	assert_int_equal(upload_session_write(&file, bytes, PIECE, &fault), 0);
	assert_int_equal(upload_session_sync(&file, &fault), 0);
	assert_int_equal(upload_session_mark(&file, "sha256", &fault), 0);
	assert_true(is_there(name, ".from"));
	assert_int_equal(upload_session_write(&file, "wrong", 5, &fault), 0);
	sha256(hash, "right", 5);
	assert_false(upload_session_matches(&file, hash, sizeof(hash)));
	assert_int_equal(upload_session_cut(&file, &fault), 0);
	upload_session_close(&file);
	holds(name, PIECE);

	file = open_it(name);
	assert_int_equal(upload_session_mark(&file, "sha256", &fault), 0);
	assert_int_equal(upload_session_write(&file, bytes + PIECE, PIECE, &fault), 0);
	sha256(hash, bytes + PIECE, PIECE);
	assert_false(upload_session_matches(&file, hash, 20));
	upload_session_close(&file);
	holds(name, PIECE);

	file = open_it(name);
	assert_int_equal(upload_session_mark(&file, "sha256", &fault), 0);
	assert_int_equal(upload_session_write(&file, bytes + PIECE, PIECE, &fault), 0);
	assert_true(upload_session_matches(&file, hash, sizeof(hash)));
	assert_int_equal(upload_session_sync(&file, &fault), 0);
	upload_session_close(&file);
	holds(name, 2 * PIECE);
	assert_int_equal(
	    upload_session_mark(&(struct upload_session){ .sure = 0 }, "md4711", &fault), -1);
	error_chain_clear(&fault);
	upload_session_remove(directory, name);
}

/* A process that ends at once after so many steps of taking two pieces. */
static void
stop_after(const char *name, int steps, bool checked)
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		struct upload_session file;
		int step = 0;

#define STEP(action) \
	if (step++ == steps || (action) != 0) \
	_exit(0)
		STEP(upload_session_open(&file, directory, name, 0, &fault));
		STEP(upload_session_write(&file, bytes, PIECE, &fault));
		STEP(upload_session_sync(&file, &fault));
		if (checked)
			STEP(upload_session_mark(&file, "sha1", &fault));
		STEP(upload_session_write(&file, bytes + PIECE, 10, &fault));
		STEP(upload_session_write(&file, bytes + PIECE + 10, PIECE - 10, &fault));
		STEP(upload_session_sync(&file, &fault));
#undef STEP
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void
stopped_anywhere(void **state)
{
	static const uint64_t plain[] = { 0, 0, PIECE, PIECE, PIECE + 10, 2 * PIECE, 2 * PIECE };
	static const uint64_t checked[] = { 0, 0, PIECE, PIECE, PIECE, PIECE, PIECE, 2 * PIECE };
	char name[STORED_NAME];
	int steps;

	(void)state;
	for (steps = 0; steps < 7; steps++) {
		begin(name);
		stop_after(name, steps, false);
		holds(name, plain[steps]);
		upload_session_remove(directory, name);
	}
	for (steps = 0; steps < 8; steps++) {
		begin(name);
		stop_after(name, steps, true);
		holds(name, checked[steps]);
		upload_session_remove(directory, name);
	}
}

/* The mark itself was being written when all stopped: no byte had followed. */
static void
half_a_mark(void **state)
{
	static const char *const texts[] = { "", "5", "500", "99999999\n" };
	char name[STORED_NAME], path[PATH];
	struct upload_session file;
	FILE *mark;
	size_t i;

	(void)state;
	begin(name);
	file = open_it(name);
	assert_int_equal(upload_session_write(&file, bytes, PIECE, &fault), 0);
	assert_int_equal(upload_session_sync(&file, &fault), 0);
	upload_session_close(&file);
	snprintf(path, sizeof(path), "%s/arriving/%s.from", directory, name + 3);
	for (i = 0; i < 4; i++) {
		mark = fopen(path, "w");
		assert_non_null(mark);
		fputs(texts[i], mark);
		fclose(mark);
		holds(name, PIECE);
	}
	upload_session_remove(directory, name);
}

static void
one_at_a_time(void **state)
{
	char name[STORED_NAME];
	struct upload_session file, other;

	(void)state;
	begin(name);
	file = open_it(name);
	assert_int_equal(upload_session_open(&other, directory, name, 50, &fault),
	    UPLOAD_SESSION_BUSY);
	upload_session_close(&other);
	/* A name that is taken away leaves the one who waited with nothing. */
	upload_session_remove(directory, name);
	assert_int_equal(upload_session_open(&other, directory, name, 0, &fault),
	    UPLOAD_SESSION_GONE);
	upload_session_close(&other);
	upload_session_close(&file);
}

/* Between the rename and the commit everything stopped. */
static void
in_its_place_already(void **state)
{
	char name[STORED_NAME], folder[PATH], path[PATH];
	struct upload_session file;
	int times;

	(void)state;
	begin(name);
	file = open_it(name);
	assert_int_equal(upload_session_write(&file, bytes, PIECE, &fault), 0);
	assert_int_equal(upload_session_sync(&file, &fault), 0);
	for (times = 0; times < 2; times++) {
		assert_int_equal(files_keep(&file.staged, directory, &fault), 0);
		files_unkeep(&file.staged, directory);
		upload_session_close(&file);
		assert_false(is_there(name, ""));
		holds(name, PIECE);
		file = open_it(name);
	}
	upload_session_close(&file);
	upload_session_remove(directory, name);
	snprintf(path, sizeof(path), "%s/%s", directory, name);
	assert_int_equal(access(path, F_OK), -1);
	snprintf(folder, sizeof(folder), "%s/%.2s", directory, name);
	assert_int_equal(rmdir(folder), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(pieces_follow_each_other),
		cmocka_unit_test(hashed_on_the_way), cmocka_unit_test(a_piece_that_is_wrong),
		cmocka_unit_test(stopped_anywhere), cmocka_unit_test(half_a_mark),
		cmocka_unit_test(one_at_a_time), cmocka_unit_test(in_its_place_already) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("arriving", tests, set_up, tear_down);
}
