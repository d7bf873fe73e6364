/* SPDX-License-Identifier: ISC */
#ifndef MATANG_BACKUP_H
#define MATANG_BACKUP_H

#include <stdint.h>

#include "base/secret.h"
#include "base/sealed_stream.h"
#include "matang/command.h"

/*
 * A folder of backups:
 *
 *	objects/ab/ab12…        what was stored, each content once, named by its hash (by
 *	                        one of the hash and the key where it is sealed)
 *	snapshots/TIME.matang   a list of what there was at that time, written last
 *
 * A snapshot, in lines: "matang-backup 1", "made TIME", "release R", "schema N", "site S",
 * "base B", "dump HASH BYTES", a "file HASH BYTES NAME" for each stored file, "damaged …"
 * for one that is not what it was when it came, and "end COUNT".
 */
struct backup {
	struct work *work;
	const char *folder; /* NULL: a tar archive of such a folder goes to stdout */
	bool sealed;
	unsigned char key[STREAM_KEY_BYTES];
	uint64_t written, kept; /* bytes; objects that were there already */
	size_t objects;
};

/* The folder's key, where the configuration names one.  DONE, or an exit status. */
int backup_begin(struct backup *, struct work *, const char *folder);

/* Below the folder: where what has this hash lies. */
const char *backup_place(struct backup *, const unsigned char hash[SHA256_BYTES]);

/* Hash and bytes of all that an open file holds, from its beginning; false: cannot be read. */
bool backup_hash(int file, unsigned char hash[SHA256_BYTES], uint64_t *bytes);

/* Stores what is behind the file, which has that hash, at that place below the folder;
 * it is read again from the disk and compared.  DONE, or an exit status. */
int backup_put(struct backup *, int file, const char *place, const unsigned char hash[SHA256_BYTES],
    uint64_t bytes);

/* Writes what is stored at that place into `to` (-1: nowhere) and compares its hash, where
 * one is given.  NULL, or what is wrong. */
const char *backup_get(struct backup *, const char *place, int to,
    const unsigned char hash[SHA256_BYTES]);

/* A file without a name below that folder, or -1 after a complaint. */
int backup_scratch(struct work *, const char *folder);

/* Hexadecimal of a hash; false for anything else. */
bool backup_hash_of(const char *text, unsigned char hash[SHA256_BYTES]);

#endif
