/* SPDX-License-Identifier: ISC */
/*
 * Streams sealed by libsodium's secretstream, for backups: one key, a head of its
 * own for each stream, pieces of one length.
 */
#include "base/sealed_stream.h"

#include <sodium.h>
#include <string.h>

#include "base/signing_key.h"
#include "base/banned.h"

static const unsigned char stream_mark[8] = { 'M', 'A', 'T', 'A', 'N', 'G', 'B', '1' };

_Static_assert(sizeof(crypto_secretstream_xchacha20poly1305_state) <=
	sizeof(((struct sealed_stream *)0)->state),
    "room for libsodium's state");
_Static_assert((int)STREAM_HEAD ==
	(int)(sizeof(stream_mark) + crypto_secretstream_xchacha20poly1305_HEADERBYTES),
    "a mark and a head");
_Static_assert((int)STREAM_MORE == (int)crypto_secretstream_xchacha20poly1305_ABYTES, "a tag");

static crypto_secretstream_xchacha20poly1305_state *
state_of(struct sealed_stream *stream)
{
	return (crypto_secretstream_xchacha20poly1305_state *)(void *)stream->state;
}

int
stream_key_load(const char *path, unsigned char key[STREAM_KEY_BYTES], struct error_chain *fault)
{
	static const unsigned char purpose[] = "matang backups";
	struct signing_key file;

	if (signing_key_load(path, &file, fault) != 0)
		return -1;
	crypto_generichash(key, STREAM_KEY_BYTES, purpose, sizeof(purpose) - 1, file.secret, 32);
	signing_key_forget(&file);
	return 0;
}

void
stream_name(unsigned char name[32], const unsigned char hash[32],
    const unsigned char key[STREAM_KEY_BYTES])
{
	crypto_generichash(name, 32, hash, 32, key, STREAM_KEY_BYTES);
}

void
stream_seal(struct sealed_stream *stream, const unsigned char key[STREAM_KEY_BYTES],
    unsigned char head[STREAM_HEAD])
{
	memcpy(head, stream_mark, sizeof(stream_mark));
	crypto_secretstream_xchacha20poly1305_init_push(state_of(stream),
	    head + sizeof(stream_mark), key);
}

void
stream_push(struct sealed_stream *stream, unsigned char *to, const void *piece, size_t length,
    bool last)
{
	crypto_secretstream_xchacha20poly1305_push(state_of(stream), to, NULL, piece, length, NULL,
	    0, last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
}

bool
stream_open(struct sealed_stream *stream, const unsigned char key[STREAM_KEY_BYTES],
    const unsigned char head[STREAM_HEAD])
{
	return memcmp(head, stream_mark, sizeof(stream_mark)) == 0 &&
	    crypto_secretstream_xchacha20poly1305_init_pull(state_of(stream),
		head + sizeof(stream_mark), key) == 0;
}

bool
stream_pull(struct sealed_stream *stream, unsigned char *to, const void *piece, size_t length,
    bool *last)
{
	unsigned char tag = 0;

	if (length < STREAM_MORE ||
	    crypto_secretstream_xchacha20poly1305_pull(state_of(stream), to, NULL, &tag, piece,
		length, NULL, 0) != 0)
		return false;
	*last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	return true;
}
