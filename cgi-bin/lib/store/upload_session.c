/* SPDX-License-Identifier: ISC */
#include "store/upload_session.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/write.h"
#include "base/banned.h"

enum {
	PATH_ROOM = 600,
	PIECE = 64 * 1024,
	NUMBER_ROOM = 24,
	WAIT_MS = 20,			/* between two tries for the lock */
	WRITE_BACK = 8 << 20		/* begin to write this much to disk */
};

static enum arriving_result
failed(struct arriving *arriving, const char *what, struct fault *fault)
{
	arriving->staged.error = errno;
	FAULT(fault, "%s %s: %s", what, arriving->staged.path,
	    strerror(errno));
	return ARRIVING_FAILED;
}

static int
sync_folder(struct arriving *arriving, struct fault *fault)
{
	char folder[PATH_ROOM];
	int fd, status;

	snprintf(folder, sizeof(folder), "%s", arriving->staged.path);
	*strrchr(folder, '/') = '\0';
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	status = fd >= 0 ? fsync(fd) : -1;
	if (status != 0)
		failed(arriving, "sync the folder of", fault);
	if (fd >= 0)
		close(fd);
	return status;
}

/* The token of "2a/2a93…". */
static const char *
token_of(const char *name)
{
	const char *slash = strchr(name, '/');

	return slash != NULL ? slash + 1 : name;
}

static void
begin(struct arriving *arriving, const char *directory, const char *name)
{
	memset(arriving, 0, sizeof(*arriving));
	arriving->staged.fd = -1;
	arriving->staged.lasting = true;
	snprintf(arriving->staged.name, sizeof(arriving->staged.name), "%s",
	    name);
	snprintf(arriving->staged.path, sizeof(arriving->staged.path),
	    "%s/arriving/%s", directory, token_of(name));
}

static void
name_mark(const struct arriving *arriving, char path[PATH_ROOM])
{
	snprintf(path, PATH_ROOM, "%s.from", arriving->staged.path);
}

enum arriving_result
arriving_create(struct arriving *arriving, const char *directory,
    struct fault *fault)
{
	char token[TOKEN_TEXT], name[STORED_NAME], folder[PATH_ROOM];
	struct staged *staged = &arriving->staged;

	random_token(token);
	snprintf(name, sizeof(name), "%.2s/%s", token, token);
	begin(arriving, directory, name);
	snprintf(folder, sizeof(folder), "%s/arriving", directory);
	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return failed(arriving, "make the folder of", fault);
	staged->fd = open(staged->path, O_RDWR | O_APPEND | O_CREAT | O_EXCL |
	    O_CLOEXEC, 0600);
	if (staged->fd < 0 || flock(staged->fd, LOCK_EX | LOCK_NB) != 0)
		return failed(arriving, "create", fault);
	return sync_folder(arriving, fault) == 0 ? ARRIVING_OPEN :
	    ARRIVING_FAILED;
}

/* ---- opening what is there ------------------------------------------------- */

/* In "arriving/", or in its place when somebody was about to make it a
 * document; between the two it is for no time. */
static int
open_either(struct arriving *arriving, const char *directory)
{
	struct staged *staged = &arriving->staged;
	int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW;

	staged->fd = open(staged->path, flags);
	if (staged->fd >= 0 || errno != ENOENT)
		return staged->fd;
	snprintf(staged->path, sizeof(staged->path), "%s/%s", directory,
	    staged->name);
	return staged->fd = open(staged->path, flags);
}

static bool
lock(int fd, unsigned milliseconds)
{
	const struct timespec wait = { .tv_nsec = WAIT_MS * 1000000L };
	unsigned waited = 0;

	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if ((errno != EWOULDBLOCK && errno != EINTR) ||
		    waited >= milliseconds)
			return false;
		nanosleep(&wait, NULL);
		waited += WAIT_MS;
	}
	return true;
}

/* Where a piece began that was not proved good before everything stopped: the
 * whole of it does not count. */
static int
cut_back(struct arriving *arriving, struct fault *fault)
{
	char path[PATH_ROOM], text[NUMBER_ROOM] = "";
	struct staged *staged = &arriving->staged;
	unsigned long long from;
	ssize_t got;
	int fd;

	name_mark(arriving, path);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0 && errno == ENOENT)
		return 0;
	got = fd >= 0 ? read(fd, text, sizeof(text) - 1) : -1;
	if (fd >= 0)
		close(fd);
	if (got < 0)
		return failed(arriving, "read the mark of", fault), -1;
	arriving->marked = true;
	/* Half a mark was never followed by a byte of the piece. */
	if (got == 0 || text[got - 1] != '\n')
		return 0;
	from = strtoull(text, NULL, 10);
	if (from < staged->bytes && ftruncate(staged->fd, (off_t)from) != 0)
		return failed(arriving, "cut", fault), -1;
	if (from < staged->bytes)
		staged->bytes = from;
	return 0;
}

/* Bytes that a stopped process left may still be in memory alone. */
static enum arriving_result
make_sure(struct arriving *arriving, struct fault *fault)
{
	struct staged *staged = &arriving->staged;
	struct stat about;

	if (fstat(staged->fd, &about) != 0)
		return failed(arriving, "look at", fault);
	if (about.st_nlink == 0)
		return ARRIVING_GONE;	/* removed while we waited */
	staged->bytes = (uint64_t)about.st_size;
	return cut_back(arriving, fault) == 0 &&
	    arriving_sync(arriving, fault) == 0 ? ARRIVING_OPEN :
	    ARRIVING_FAILED;
}

enum arriving_result
arriving_open(struct arriving *arriving, const char *directory,
    const char *name, unsigned milliseconds, struct fault *fault)
{
	begin(arriving, directory, name);
	if (open_either(arriving, directory) < 0)
		return errno == ENOENT ? ARRIVING_GONE :
		    failed(arriving, "open", fault);
	if (!lock(arriving->staged.fd, milliseconds))
		return errno == EWOULDBLOCK ? ARRIVING_BUSY :
		    failed(arriving, "lock", fault);
	return make_sure(arriving, fault);
}

/* ---- writing ---------------------------------------------------------------- */

static void *
begin_hash(const EVP_MD *kind, struct fault *fault)
{
	EVP_MD_CTX *hash = EVP_MD_CTX_new();

	if (hash != NULL && kind != NULL &&
	    EVP_DigestInit_ex(hash, kind, NULL) == 1)
		return hash;
	FAULT(fault, "the hash is not available");
	EVP_MD_CTX_free(hash);
	return NULL;
}

int
arriving_along(struct arriving *arriving, struct fault *fault)
{
	arriving->staged.hash = begin_hash(EVP_sha256(), fault);
	return arriving->staged.hash != NULL ? 0 : -1;
}

int
arriving_mark(struct arriving *arriving, const char *hash,
    struct fault *fault)
{
	char path[PATH_ROOM], text[NUMBER_ROOM];
	int length = snprintf(text, sizeof(text), "%llu\n",
	    (unsigned long long)arriving->sure);
	int fd, status = -1;

	arriving->piece = begin_hash(EVP_get_digestbyname(hash), fault);
	if (arriving->piece == NULL)
		return -1;
	name_mark(arriving, path);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
	    0600);
	if (fd >= 0)
		status = write_all(fd, text, (size_t)length) == 0 ?
		    fsync(fd) : -1;
	if (status != 0)
		failed(arriving, "mark", fault);
	if (fd >= 0)
		close(fd);
	arriving->marked = fd >= 0;
	return status == 0 ? sync_folder(arriving, fault) : -1;
}

static int
unmark(struct arriving *arriving, struct fault *fault)
{
	char path[PATH_ROOM];

	if (!arriving->marked)
		return 0;
	name_mark(arriving, path);
	if (unlink(path) != 0 && errno != ENOENT) {
		failed(arriving, "unmark", fault);
		return -1;
	}
	arriving->marked = false;
	return sync_folder(arriving, fault);
}

/* The kernel begins to write while more comes in, so that the sync at the end
 * has little left to wait for. */
static void
write_back(const struct staged *staged, uint64_t before)
{
	uint64_t from = before / WRITE_BACK * WRITE_BACK;
	uint64_t to = staged->bytes / WRITE_BACK * WRITE_BACK;

	if (to > from)
		sync_file_range(staged->fd, (off_t)from, (off_t)(to - from),
		    SYNC_FILE_RANGE_WRITE);
}

static bool
hash_more(struct arriving *arriving, const void *bytes, size_t length)
{
	return (arriving->staged.hash == NULL ||
	    EVP_DigestUpdate(arriving->staged.hash, bytes, length) == 1) &&
	    (arriving->piece == NULL ||
	    EVP_DigestUpdate(arriving->piece, bytes, length) == 1);
}

int
arriving_write(struct arriving *arriving, const void *bytes, size_t length,
    struct fault *fault)
{
	struct staged *staged = &arriving->staged;
	uint64_t before = staged->bytes;

	if (!hash_more(arriving, bytes, length)) {
		FAULT(fault, "the hash failed");
		return -1;
	}
	if (write_all(staged->fd, bytes, length) != 0) {
		struct stat about;

		failed(arriving, "write", fault);
		/* Of the last bytes some may be there: a disk fills up. */
		if (fstat(staged->fd, &about) == 0)
			staged->bytes = (uint64_t)about.st_size;
		return -1;
	}
	staged->bytes += length;
	write_back(staged, before);
	return 0;
}

int
arriving_cut(struct arriving *arriving, struct fault *fault)
{
	struct staged *staged = &arriving->staged;

	EVP_MD_CTX_free(staged->hash);
	staged->hash = NULL;
	if (ftruncate(staged->fd, (off_t)arriving->sure) != 0)
		return failed(arriving, "cut", fault), -1;
	staged->bytes = arriving->sure;
	return arriving_sync(arriving, fault);
}

/*
 * After a sync that failed nobody knows which of the bytes are on disk, and
 * another one would say that all is well: they are dropped.
 */
int
arriving_sync(struct arriving *arriving, struct fault *fault)
{
	struct staged *staged = &arriving->staged;

	if (fdatasync(staged->fd) != 0) {
		failed(arriving, "sync", fault);
		if (ftruncate(staged->fd, (off_t)arriving->sure) == 0)
			staged->bytes = arriving->sure;
		return -1;
	}
	if (unmark(arriving, fault) != 0)
		return -1;
	arriving->sure = staged->bytes;
	return 0;
}

/* ---- the end ------------------------------------------------------------------ */

bool
arriving_matches(struct arriving *arriving, const unsigned char *digest,
    size_t length)
{
	unsigned char own[EVP_MAX_MD_SIZE];
	unsigned own_length;

	return EVP_DigestFinal_ex(arriving->piece, own, &own_length) == 1 &&
	    own_length == length && memcmp(own, digest, length) == 0;
}

/* What came in one piece was hashed on the way; all else is read again, which
 * shows at once that the disk gives back what it took. */
static int
read_back(struct arriving *arriving, struct fault *fault)
{
	struct staged *staged = &arriving->staged;
	EVP_MD_CTX *context = begin_hash(EVP_sha256(), fault);
	bool good = context != NULL;
	char piece[PIECE];
	uint64_t at = 0;
	ssize_t got = -1;

	while (good && (got = pread(staged->fd, piece, sizeof(piece),
	    (off_t)at)) > 0) {
		good = EVP_DigestUpdate(context, piece, (size_t)got) == 1;
		at += (uint64_t)got;
	}
	if (good && got < 0)
		failed(arriving, "read", fault);
	else if (!good || EVP_DigestFinal_ex(context, staged->sha256,
	    NULL) != 1)
		FAULT(fault, "the hash failed");
	else if (at != staged->bytes)
		FAULT(fault, "%s: changed while it was read", staged->path);
	else
		got = 1;
	EVP_MD_CTX_free(context);
	return got == 1 ? 0 : -1;
}

int
arriving_hash(struct arriving *arriving, struct fault *fault)
{
	struct staged *staged = &arriving->staged;

	if (!arriving->hashed && staged->hash != NULL)
		arriving->hashed = EVP_DigestFinal_ex(staged->hash,
		    staged->sha256, NULL) == 1;
	if (!arriving->hashed)
		arriving->hashed = read_back(arriving, fault) == 0;
	return arriving->hashed ? 0 : -1;
}

void
arriving_close(struct arriving *arriving)
{
	EVP_MD_CTX_free(arriving->piece);
	arriving->piece = NULL;
	files_discard(&arriving->staged);
}

void
arriving_remove(const char *directory, const char *name)
{
	char path[PATH_ROOM];

	snprintf(path, sizeof(path), "%s/arriving/%s", directory,
	    token_of(name));
	unlink(path);
	snprintf(path, sizeof(path), "%s/arriving/%s.from", directory,
	    token_of(name));
	unlink(path);
	snprintf(path, sizeof(path), "%s/%s", directory, name);
	unlink(path);
}
