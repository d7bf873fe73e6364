/* SPDX-License-Identifier: ISC */
#ifndef BASE_SEALED_STREAM_H
#define BASE_SEALED_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error_chain.h"

/*
 * What is longer than memory, sealed piece by piece (libsodium's secretstream:
 * XChaCha20-Poly1305): pieces that are changed, left out, put elsewhere or cut off
 * at the end are noticed.  Backups are kept so (matang/backup.c).
 */
enum {
	STREAM_KEY_BYTES = 32,
	STREAM_HEAD = 32,         /* a mark of eight bytes, and what libsodium begins with */
	STREAM_PIECE = 64 * 1024, /* of what is sealed; the last one may be shorter */
	STREAM_MORE = 17          /* that each piece grows by */
};

struct sealed_stream {
	_Alignas(16) unsigned char state[64];
};

/* The key of backups, made of the file that `matang make-backup-key` wrote.  0, or -1
 * with a cause. */
int stream_key_load(const char *path, unsigned char key[STREAM_KEY_BYTES], struct error_chain *);

/* A name for what has this hash, which tells nothing of it to who lacks the key. */
void stream_name(unsigned char name[32], const unsigned char hash[32],
    const unsigned char key[STREAM_KEY_BYTES]);

/* Seals: the head is to be written first, then each piece; `to` has room for
 * length + STREAM_MORE. */
void stream_seal(struct sealed_stream *, const unsigned char key[STREAM_KEY_BYTES],
    unsigned char head[STREAM_HEAD]);
void stream_push(struct sealed_stream *, unsigned char *to, const void *piece, size_t length,
    bool last);

/* Opens: false where it is no such stream, or by another key. */
bool stream_open(struct sealed_stream *, const unsigned char key[STREAM_KEY_BYTES],
    const unsigned char head[STREAM_HEAD]);
bool stream_pull(struct sealed_stream *, unsigned char *to, const void *piece, size_t length,
    bool *last);

#endif
