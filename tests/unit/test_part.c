/* SPDX-License-Identifier: ISC */
/* Parts that are opened when they are wanted: one of another build is as good as none. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/part.h"
#include "base/part_edition.h"

static char folder[PATH_MAX / 2]; /* of the build, where parts are looked for */

/* The whole file of a part, or NULL where it is not built. */
static char *
part_bytes(const char *name, size_t *n)
{
	char path[PATH_MAX], *bytes;
	FILE *file;

	snprintf(path, sizeof(path), "%s/matang-%s.so", folder, name);
	file = fopen(path, "rb");
	if (file == NULL)
		return NULL;
	fseek(file, 0, SEEK_END);
	*n = (size_t)ftell(file);
	rewind(file);
	bytes = malloc(*n);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, *n, file), *n);
	fclose(file);
	return bytes;
}

/* The same part, made of headers of another digest. */
static void
of_another_build(void **state)
{
	char path[PATH_MAX], *bytes, *edition;
	size_t n = 0;
	FILE *file;

	(void)state;
	bytes = part_bytes("drawing", &n);
	if (bytes == NULL)
		skip(); /* PDF=no */
	assert_non_null(part_function("drawing", "render_can"));
	assert_null(part_function("drawing", "nothing_of_this_name"));

	edition = memmem(bytes, n, PART_EDITION, sizeof(PART_EDITION));
	assert_non_null(edition);
	edition[sizeof(PART_EDITION) - 2] ^= 1;
	snprintf(path, sizeof(path), "%s/matang-altered.so", folder);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
	assert_null(part_function("altered", "render_can"));
	unlink(path);
	free(bytes);
}

static void
not_there(void **state)
{
	(void)state;
	assert_null(part_function("nowhere", "render_can"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_another_build),
		cmocka_unit_test(not_there),
	};
	ssize_t length = readlink("/proc/self/exe", folder, sizeof(folder) - 1);

	if (length <= 0)
		return EXIT_FAILURE;
	folder[length] = '\0';
	for (int up = 0; up < 2; up++)
		*strrchr(folder, '/') = '\0';
	return cmocka_run_group_tests_name("part", tests, NULL, NULL);
}
