/* SPDX-License-Identifier: ISC */
/* The archive as bytes; what other programs make of it is in tests/web/zip.test.mjs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/zip_stream.h"

struct sink {
	unsigned char bytes[4096];
	size_t length;
	size_t room;
};

static int
take(void *arg, const void *bytes, size_t length)
{
	struct sink *sink = arg;

	if (sink->length + length > sink->room)
		return -1;
	memcpy(sink->bytes + sink->length, bytes, length);
	sink->length += length;
	return 0;
}

static const struct zip_entry small = {
	.name = "a/b.txt", .bytes = 3, .crc = 0x352441c2, .year = 2026, .month = 11, .day = 22
};

static uint32_t
four(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
	    (uint32_t)bytes[3] << 24;
}

static void
writes_what_it_counted(void **state)
{
	struct arena arena = { .blocks = NULL };
	struct sink sink = { .room = sizeof(sink.bytes) };
	struct zip zip;
	uint64_t counted;

	(void)state;
	zip_begin(&zip, &arena, NULL, NULL);
	assert_int_equal(zip_entry(&zip, &small), 0);
	assert_int_equal(zip_skip(&zip), 0);
	assert_int_equal(zip_end(&zip), 0);
	counted = zip.offset;
	zip_begin(&zip, &arena, take, &sink);
	assert_int_equal(zip_entry(&zip, &small), 0);
	assert_int_equal(zip_data(&zip, "abc", 3), 0);
	assert_int_equal(zip_end(&zip), 0);
	assert_int_equal(sink.length, counted);
	assert_int_equal(zip.offset, counted);
	assert_int_equal(four(sink.bytes), 0x04034b50);
	assert_int_equal(four(sink.bytes + 14), 0x352441c2);
	assert_memory_equal(sink.bytes + 30, "a/b.txtabc", 10);
	assert_int_equal(four(sink.bytes + 40), 0x02014b50);
	assert_int_equal(four(sink.bytes + sink.length - 22), 0x06054b50);
	assert_int_equal(four(sink.bytes + sink.length - 6), 40);
	arena_free(&arena);
}

static void
counts_beyond_four_gigabytes(void **state)
{
	struct arena arena = { .blocks = NULL };
	struct zip_entry huge = small;
	struct zip zip;

	(void)state;
	huge.bytes = (uint64_t)5 << 30;
	zip_begin(&zip, &arena, NULL, NULL);
	for (int at = 0; at < 2; at++) {
		assert_int_equal(zip_entry(&zip, &huge), 0);
		assert_int_equal(zip_skip(&zip), 0);
	}
	assert_int_equal(zip_end(&zip), 0);
	/* heads with 20 bytes more, directory with 20 and 28, the two ends */
	assert_int_equal(zip.offset,
	    ((uint64_t)10 << 30) + 2 * (30 + 7 + 20) + (46 + 7 + 20) + (46 + 7 + 28) + 56 + 20 +
		22);
	arena_free(&arena);
}

static void
keeps_to_what_was_said(void **state)
{
	struct arena arena = { .blocks = NULL };
	struct sink sink = { .room = sizeof(sink.bytes) };
	struct zip zip;

	(void)state;
	zip_begin(&zip, &arena, take, &sink);
	assert_int_equal(zip_entry(&zip, &small), 0);
	assert_int_equal(zip_data(&zip, "ab", 2), 0);
	assert_int_equal(zip_entry(&zip, &small), -1);
	assert_int_equal(zip_end(&zip), -1);
	assert_int_equal(zip_data(&zip, "cd", 2), -1);
	sink.room = sink.length;
	assert_int_equal(zip_data(&zip, "c", 1), -1);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_what_it_counted),
		cmocka_unit_test(counts_beyond_four_gigabytes),
		cmocka_unit_test(keeps_to_what_was_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
