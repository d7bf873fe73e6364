/* SPDX-License-Identifier: ISC */
/*
 * What is in a folder of backups: objects that are written once, sealed or not, and
 * read again before they count; the same as entries of a tar archive.
 */
#include "matang/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/write.h"
#include "base/banned.h"

enum { TAR_BLOCK = 512 };

int
backup_begin(struct backup *backup, struct work *work, const char *folder)
{
	const char *path = work->config.backup_key;

	*backup = (struct backup){ .work = work, .folder = folder, .sealed = path != NULL };
	if (path != NULL && stream_key_load(path, backup->key, &work->fault) != 0)
		return store_failed(work, PROBLEM, "backup_key");
	return DONE;
}

const char *
backup_place(struct backup *backup, const unsigned char hash[SHA256_BYTES])
{
	unsigned char name[SHA256_BYTES];
	char text[SHA256_TEXT];

	if (backup->sealed)
		stream_name(name, hash, backup->key);
	else
		memcpy(name, hash, sizeof(name));
	hex_text(text, name, sizeof(name));
	return arena_format(&backup->work->arena, "objects/%.2s/%s", text, text);
}

bool
backup_hash_of(const char *text, unsigned char hash[SHA256_BYTES])
{
	for (size_t at = 0; at < SHA256_BYTES; at++) {
		char pair[3] = { text[2 * at], text[2 * at] == '\0' ? '\0' : text[2 * at + 1],
			'\0' };
		char *end;

		hash[at] = (unsigned char)strtoul(pair, &end, 16);
		if (end != pair + 2)
			return false;
	}
	return true;
}

bool
backup_hash(int file, unsigned char hash[SHA256_BYTES], uint64_t *bytes)
{
	struct sha256_state state;
	char piece[STREAM_PIECE];
	ssize_t got;

	*bytes = 0;
	sha256_begin(&state);
	while ((got = pread(file, piece, sizeof(piece), (off_t)*bytes)) > 0) {
		sha256_add(&state, piece, (size_t)got);
		*bytes += (uint64_t)got;
	}
	sha256_so_far(&state, hash);
	return got == 0;
}

int
backup_scratch(struct work *work, const char *folder)
{
	char *name = arena_format(&work->arena, "%s/.scratch-XXXXXX", folder);
	int file = mkostemp(name, O_CLOEXEC);

	if (file < 0)
		complain(work, PROBLEM, "cannot write in %s: %s", folder, strerror(errno));
	else
		unlink(name);
	return file;
}

/* As long as what it makes of so many bytes: pieces, of which the last may be empty. */
static uint64_t
sealed_length(uint64_t bytes)
{
	return STREAM_HEAD + bytes + (bytes / STREAM_PIECE + 1) * STREAM_MORE;
}

static int
write_sealed(struct backup *backup, int from, uint64_t bytes, int to)
{
	static unsigned char piece[STREAM_PIECE], out[STREAM_PIECE + STREAM_MORE];
	unsigned char head[STREAM_HEAD];
	struct sealed_stream stream;

	stream_seal(&stream, backup->key, head);
	if (write_all(to, head, sizeof(head)) != 0)
		return -1;
	for (uint64_t at = 0;; at += STREAM_PIECE) {
		size_t length = bytes - at < STREAM_PIECE ? (size_t)(bytes - at) : STREAM_PIECE;
		bool last = length < STREAM_PIECE;

		if (length > 0 && pread(from, piece, length, (off_t)at) != (ssize_t)length)
			return -1;
		stream_push(&stream, out, piece, length, last);
		if (write_all(to, out, length + STREAM_MORE) != 0)
			return -1;
		if (last)
			return 0;
	}
}

static int
write_plain(int from, uint64_t bytes, int to)
{
	static unsigned char piece[STREAM_PIECE];

	for (uint64_t at = 0; at < bytes;) {
		size_t length = bytes - at < STREAM_PIECE ? (size_t)(bytes - at) : STREAM_PIECE;

		if (pread(from, piece, length, (off_t)at) != (ssize_t)length ||
		    write_all(to, piece, length) != 0)
			return -1;
		at += length;
	}
	return 0;
}

static int
backup_write(struct backup *backup, int from, uint64_t bytes, int to)
{
	return backup->sealed ?
	    write_sealed(backup, from, bytes, to) :
	    write_plain(from, bytes, to);
}

/* ---- as an archive ---- */

/* POSIX.1-1988 ustar: numbers are octal, and of more than 8 GiB binary as GNU has it. */
static int
tar_entry(const char *place, uint64_t bytes)
{
	unsigned char head[TAR_BLOCK] = { 0 };
	unsigned sum = 0;

	snprintf((char *)head, 100, "%s", place);
	snprintf((char *)head + 100, 8, "%07o", 0600U);
	snprintf((char *)head + 108, 8, "%07o", 0U);
	snprintf((char *)head + 116, 8, "%07o", 0U);
	if (bytes < 1ULL << 33) {
		snprintf((char *)head + 124, 12, "%011llo", (unsigned long long)bytes);
	} else {
		head[124] = 0x80;
		for (int at = 0; at < 8; at++)
			head[135 - at] = (unsigned char)(bytes >> (8 * at));
	}
	snprintf((char *)head + 136, 12, "%011llo", (unsigned long long)time(NULL));
	head[156] = '0';
	memcpy(head + 257, "ustar\00000", 8);
	memset(head + 148, ' ', 8);
	for (size_t at = 0; at < TAR_BLOCK; at++)
		sum += head[at];
	snprintf((char *)head + 148, 8, "%06o", sum);
	return write_all(STDOUT_FILENO, head, sizeof(head));
}

static int
tar_fill(uint64_t bytes)
{
	static const char nothing[TAR_BLOCK];
	size_t rest = (size_t)(bytes % TAR_BLOCK);

	return rest == 0 ? 0 : write_all(STDOUT_FILENO, nothing, TAR_BLOCK - rest);
}

static int
put_in_archive(struct backup *backup, int file, const char *place, uint64_t bytes)
{
	uint64_t length = backup->sealed ? sealed_length(bytes) : bytes;

	if (tar_entry(place, length) == 0 &&
	    backup_write(backup, file, bytes, STDOUT_FILENO) == 0 && tar_fill(length) == 0)
		return DONE;
	return complain(backup->work, PROBLEM, "cannot write the archive: %s", strerror(errno));
}

/* ---- as a folder ---- */

static int
backup_sync_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int status = fd >= 0 ? fsync(fd) : -1;

	if (fd >= 0)
		close(fd);
	return status;
}

/* The folders above a place, made if need be. */
static const char *
make_above(struct backup *backup, const char *place)
{
	char *path = arena_format(&backup->work->arena, "%s/%s", backup->folder, place);

	for (char *at = path + strlen(backup->folder) + 1; (at = strchr(at, '/')) != NULL; at++) {
		*at = '\0';
		mkdir(path, 0700);
		*at = '/';
	}
	return path;
}

static int
put_in_folder(struct backup *backup, int file, const char *place,
    const unsigned char hash[SHA256_BYTES], uint64_t bytes)
{
	const char *path = make_above(backup, place), *fresh = "incoming", *wrong = NULL;
	const char *at = arena_format(&backup->work->arena, "%s/%s", backup->folder, fresh);
	char *above = arena_format(&backup->work->arena, "%s", path);
	int to = open(at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	*strrchr(above, '/') = '\0';
	if (to < 0 || backup_write(backup, file, bytes, to) != 0 || fsync(to) != 0)
		wrong = strerror(errno);
	/* From the disk, and not from memory, as far as the system can be asked. */
	if (to >= 0) {
		posix_fadvise(to, 0, 0, POSIX_FADV_DONTNEED);
		close(to);
	}
	if (wrong == NULL)
		wrong = backup_get(backup, fresh, -1, hash);
	if (wrong == NULL && (rename(at, path) != 0 || backup_sync_folder(above) != 0))
		wrong = strerror(errno);
	if (wrong == NULL)
		return DONE;
	unlink(at);
	return complain(backup->work, PROBLEM, "cannot write %s: %s", path, wrong);
}

int
backup_put(struct backup *backup, int file, const char *place,
    const unsigned char hash[SHA256_BYTES], uint64_t bytes)
{
	struct stat about;
	uint64_t length = backup->sealed ? sealed_length(bytes) : bytes;
	int status;

	if (backup->folder != NULL &&
	    stat(arena_format(&backup->work->arena, "%s/%s", backup->folder, place), &about) == 0 &&
	    (uint64_t)about.st_size == length) {
		backup->kept++;
		return DONE;
	}
	status = backup->folder == NULL ?
	    put_in_archive(backup, file, place, bytes) :
	    put_in_folder(backup, file, place, hash, bytes);
	if (status == DONE) {
		backup->objects++;
		backup->written += length;
	}
	return status;
}

/* ---- back ---- */

static const char *
get_sealed(struct backup *backup, int from, int to, struct sha256_state *state)
{
	static unsigned char piece[STREAM_PIECE + STREAM_MORE], out[STREAM_PIECE];
	unsigned char head[STREAM_HEAD];
	struct sealed_stream stream;
	off_t at = STREAM_HEAD;
	bool last = false;

	if (pread(from, head, sizeof(head), 0) != (ssize_t)sizeof(head) ||
	    !stream_open(&stream, backup->key, head))
		return "not sealed by the key of this configuration (backup_key)";
	while (!last) {
		ssize_t got = pread(from, piece, sizeof(piece), at);

		if (got < 0)
			return strerror(errno);
		if (!stream_pull(&stream, out, piece, (size_t)got, &last))
			return "it was changed or cut off, or sealed by another key";
		at += got;
		got -= STREAM_MORE;
		sha256_add(state, out, (size_t)got);
		if (to >= 0 && write_all(to, out, (size_t)got) != 0)
			return strerror(errno);
	}
	return pread(from, piece, 1, at) == 0 ? NULL : "something follows its end";
}

static const char *
get_plain(int from, int to, struct sha256_state *state)
{
	static unsigned char piece[STREAM_PIECE];
	ssize_t got;

	for (off_t at = 0; (got = pread(from, piece, sizeof(piece), at)) > 0; at += got) {
		sha256_add(state, piece, (size_t)got);
		if (to >= 0 && write_all(to, piece, (size_t)got) != 0)
			return strerror(errno);
	}
	return got == 0 ? NULL : strerror(errno);
}

const char *
backup_get(struct backup *backup, const char *place, int to, const unsigned char hash[SHA256_BYTES])
{
	const char *path = arena_format(&backup->work->arena, "%s/%s", backup->folder, place);
	int from = open(path, O_RDONLY | O_CLOEXEC);
	unsigned char found[SHA256_BYTES];
	struct sha256_state state;
	const char *wrong;

	if (from < 0)
		return strerror(errno);
	sha256_begin(&state);
	wrong = backup->sealed ? get_sealed(backup, from, to, &state) : get_plain(from, to, &state);
	sha256_so_far(&state, found);
	close(from);
	if (wrong == NULL && hash != NULL && memcmp(found, hash, SHA256_BYTES) != 0)
		wrong = backup->sealed ?
		    "its content is not what its name says" :
		    "its content is not what its name says (is it sealed, and "
		    "backup_key missing from the configuration?)";
	return wrong;
}
