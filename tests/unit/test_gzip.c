/* SPDX-License-Identifier: ISC */
/* Bodies joined of pieces that were packed once and of texts that were not: what any reader of gzip
 * makes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>
#include <cmocka.h>

#include "web/gzip.h"

enum { LONG = 40000, ROOM = 3 * LONG };

static void
unpacks_to(const struct buffer *packed, const char *text, size_t length)
{
	static unsigned char plain[ROOM];
	z_stream stream = { .next_in = (z_const Bytef *)(uintptr_t)packed->bytes,
		.avail_in = (uInt)packed->length,
		.next_out = plain,
		.avail_out = ROOM };

	assert_int_equal(inflateInit2(&stream, 16 + MAX_WBITS), Z_OK);
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	assert_int_equal(stream.avail_in, 0);
	assert_int_equal(stream.total_out, length);
	assert_memory_equal(plain, text, length);
	inflateEnd(&stream);
}

static void
pieces_and_texts_are_one_body(void **state)
{
	static char body[LONG];
	static const char *const texts[] = { "", "x", "0123456789abcdef.0123", "Berapa tiga?" };
	struct arena arena = { 0 };
	struct gzip_piece begins, ends, nothing;

	(void)state;
	for (size_t at = 0; at < LONG; at++)
		body[at] = "<p class=\"govuk-body\">Pengaduan</p>\n"[at * at % 36];
	assert_int_equal(gzip_piece_pack(&arena, body, LONG, false, &begins), 0);
	assert_int_equal(gzip_piece_pack(&arena, body + 100, LONG / 2, true, &ends), 0);
	assert_int_equal(gzip_piece_pack(&arena, body, 0, true, &nothing), 0);
	assert_true(begins.packed_length < LONG / 4);
	for (size_t at = 0; at < sizeof(texts) / sizeof(texts[0]); at++) {
		struct buffer bytes = { .arena = &arena }, short_bytes = { .arena = &arena },
			      whole = { .arena = &arena };
		struct gzip_joined joined = { .bytes = &bytes }, brief = { .bytes = &short_bytes };

		gzip_join_piece(&joined, &begins);
		gzip_join_plain(&joined, texts[at], strlen(texts[at]));
		gzip_join_piece(&joined, &ends);
		gzip_join_end(&joined);
		buffer_add(&whole, body, LONG);
		buffer_text(&whole, texts[at]);
		buffer_add(&whole, body + 100, LONG / 2);
		unpacks_to(&bytes, whole.bytes, whole.length);
		gzip_join_plain(&brief, texts[at], strlen(texts[at]));
		gzip_join_piece(&brief, &nothing);
		gzip_join_end(&brief);
		unpacks_to(&short_bytes, texts[at], strlen(texts[at]));
	}
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(pieces_and_texts_are_one_body) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("gzip", tests, NULL, NULL);
}
