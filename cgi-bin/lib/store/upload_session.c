/* SPDX-License-Identifier: ISC */
/*
 * A file that arrives in pieces over many requests: how much of it is there is
 * said by nothing but the file, under its lock, and every byte that is
 * acknowledged has been synced before.
 */
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
	WAIT_MS = 20,        /* between two tries for the lock */
	WRITE_BACK = 8 << 20 /* begin to write this much to disk */
};

static enum upload_session_result
upload_session_failed(struct upload_session *upload_session, const char *what,
    struct error_chain *fault)
{
	upload_session->staged.error = errno;
	ERROR_CAUSE(fault, "%s %s: %s", what, upload_session->staged.path, strerror(errno));
	return UPLOAD_SESSION_FAILED;
}

static int
sync_folder(struct upload_session *upload_session, struct error_chain *fault)
{
	char folder[PATH_ROOM];
	int fd, status;

	snprintf(folder, sizeof(folder), "%s", upload_session->staged.path);
	*strrchr(folder, '/') = '\0';
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	status = fd >= 0 ? fsync(fd) : -1;
	if (status != 0)
		upload_session_failed(upload_session, "sync the folder of", fault);
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
upload_session_begin(struct upload_session *upload_session, const char *directory, const char *name)
{
	memset(upload_session, 0, sizeof(*upload_session));
	upload_session->staged.fd = -1;
	upload_session->staged.lasting = true;
	snprintf(upload_session->staged.name, sizeof(upload_session->staged.name), "%s", name);
	snprintf(upload_session->staged.path, sizeof(upload_session->staged.path),
	    "%s/" UPLOAD_SESSION_FOLDER "/%s", directory, token_of(name));
}

static void
name_mark(const struct upload_session *upload_session, char path[PATH_ROOM])
{
	snprintf(path, PATH_ROOM, "%s.from", upload_session->staged.path);
}

enum upload_session_result
upload_session_create(struct upload_session *upload_session, const char *directory, uint64_t bytes,
    struct error_chain *fault)
{
	char token[TOKEN_TEXT], name[STORED_NAME], folder[PATH_ROOM];
	struct temporary_file *staged = &upload_session->staged;

	random_token(token);
	snprintf(name, sizeof(name), "%.2s/%s", token, token);
	upload_session_begin(upload_session, directory, name);
	snprintf(folder, sizeof(folder), "%s/" UPLOAD_SESSION_FOLDER, directory);
	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return upload_session_failed(upload_session, "make the folder of", fault);
	staged->fd = open(staged->path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (staged->fd < 0 || flock(staged->fd, LOCK_EX | LOCK_NB) != 0)
		return upload_session_failed(upload_session, "create", fault);
	/* What is promised is taken at once where it can be, so that the next one is not
	 * promised it too; its size stays what has come. */
	(void)!fallocate(staged->fd, FALLOC_FL_KEEP_SIZE, 0, (off_t)bytes);
	return sync_folder(upload_session, fault) == 0 ?
	    UPLOAD_SESSION_OPEN :
	    UPLOAD_SESSION_FAILED;
}

bool
upload_session_has_room(const struct upload_session *upload_session, uint64_t bytes)
{
	struct stat about;

	return fstat(upload_session->staged.fd, &about) == 0 &&
	    (uint64_t)about.st_blocks * 512 >= bytes;
}

/* ---- opening what is there ------------------------------------------------- */

/* In the folder of sessions, or in its place when somebody was about to make it a
 * document; between the two it is for no time. */
static int
open_either(struct upload_session *upload_session, const char *directory)
{
	struct temporary_file *staged = &upload_session->staged;
	int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW;

	staged->fd = open(staged->path, flags);
	if (staged->fd >= 0 || errno != ENOENT)
		return staged->fd;
	snprintf(staged->path, sizeof(staged->path), "%s/%s", directory, staged->name);
	return staged->fd = open(staged->path, flags);
}

static bool
lock(int fd, unsigned milliseconds)
{
	const struct timespec wait = { .tv_nsec = WAIT_MS * 1000000L };
	unsigned waited = 0;

	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if ((errno != EWOULDBLOCK && errno != EINTR) || waited >= milliseconds)
			return false;
		nanosleep(&wait, NULL);
		waited += WAIT_MS;
	}
	return true;
}

/* Where a piece began that was not proved good before everything stopped: the
 * whole of it does not count. */
static int
cut_back(struct upload_session *upload_session, struct error_chain *fault)
{
	char path[PATH_ROOM], text[NUMBER_ROOM] = "";
	struct temporary_file *staged = &upload_session->staged;
	unsigned long long from;
	ssize_t got;
	int fd;

	name_mark(upload_session, path);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0 && errno == ENOENT)
		return 0;
	got = fd >= 0 ? read(fd, text, sizeof(text) - 1) : -1;
	if (fd >= 0)
		close(fd);
	if (got < 0)
		return upload_session_failed(upload_session, "read the mark of", fault), -1;
	upload_session->marked = true;
	/* Half a mark was never followed by a byte of the piece. */
	if (got == 0 || text[got - 1] != '\n')
		return 0;
	from = strtoull(text, NULL, 10);
	if (from < staged->bytes && ftruncate(staged->fd, (off_t)from) != 0)
		return upload_session_failed(upload_session, "cut", fault), -1;
	if (from < staged->bytes)
		staged->bytes = from;
	return 0;
}

/* Bytes that a stopped process left may still be in memory alone. */
static enum upload_session_result
make_sure(struct upload_session *upload_session, struct error_chain *fault)
{
	struct temporary_file *staged = &upload_session->staged;
	struct stat about;

	if (fstat(staged->fd, &about) != 0)
		return upload_session_failed(upload_session, "look at", fault);
	if (about.st_nlink == 0)
		return UPLOAD_SESSION_GONE; /* removed while we waited */
	staged->bytes = (uint64_t)about.st_size;
	return cut_back(upload_session, fault) == 0 &&
		upload_session_sync(upload_session, fault) == 0 ?
	    UPLOAD_SESSION_OPEN :
	    UPLOAD_SESSION_FAILED;
}

enum upload_session_result
upload_session_open(struct upload_session *upload_session, const char *directory, const char *name,
    unsigned milliseconds, struct error_chain *fault)
{
	upload_session_begin(upload_session, directory, name);
	if (open_either(upload_session, directory) < 0)
		return errno == ENOENT ?
		    UPLOAD_SESSION_GONE :
		    upload_session_failed(upload_session, "open", fault);
	if (!lock(upload_session->staged.fd, milliseconds))
		return errno == EWOULDBLOCK ?
		    UPLOAD_SESSION_BUSY :
		    upload_session_failed(upload_session, "lock", fault);
	return make_sure(upload_session, fault);
}

/* ---- writing ---------------------------------------------------------------- */

static void *
begin_hash(const EVP_MD *kind, struct error_chain *fault)
{
	EVP_MD_CTX *hash = EVP_MD_CTX_new();

	if (hash != NULL && kind != NULL && EVP_DigestInit_ex(hash, kind, NULL) == 1)
		return hash;
	ERROR_CAUSE(fault, "the hash is not available");
	EVP_MD_CTX_free(hash);
	return NULL;
}

int
upload_session_along(struct upload_session *upload_session, struct error_chain *fault)
{
	upload_session->staged.hash = begin_hash(EVP_sha256(), fault);
	return upload_session->staged.hash != NULL ? 0 : -1;
}

int
upload_session_mark(struct upload_session *upload_session, const char *hash,
    struct error_chain *fault)
{
	char path[PATH_ROOM], text[NUMBER_ROOM];
	int length = snprintf(text, sizeof(text), "%llu\n",
	    (unsigned long long)upload_session->sure);
	int fd, status = -1;

	upload_session->piece = begin_hash(EVP_get_digestbyname(hash), fault);
	if (upload_session->piece == NULL)
		return -1;
	name_mark(upload_session, path);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd >= 0)
		status = write_all(fd, text, (size_t)length) == 0 ? fsync(fd) : -1;
	if (status != 0)
		upload_session_failed(upload_session, "mark", fault);
	if (fd >= 0)
		close(fd);
	upload_session->marked = fd >= 0;
	return status == 0 ? sync_folder(upload_session, fault) : -1;
}

static int
unmark(struct upload_session *upload_session, struct error_chain *fault)
{
	char path[PATH_ROOM];

	if (!upload_session->marked)
		return 0;
	name_mark(upload_session, path);
	if (unlink(path) != 0 && errno != ENOENT) {
		upload_session_failed(upload_session, "unmark", fault);
		return -1;
	}
	upload_session->marked = false;
	return sync_folder(upload_session, fault);
}

/* The kernel begins to write while more comes in, so that the sync at the end
 * has little left to wait for. */
static void
write_back(const struct temporary_file *staged, uint64_t before)
{
	uint64_t from = before / WRITE_BACK * WRITE_BACK;
	uint64_t to = staged->bytes / WRITE_BACK * WRITE_BACK;

	if (to > from)
		sync_file_range(staged->fd, (off_t)from, (off_t)(to - from), SYNC_FILE_RANGE_WRITE);
}

static bool
hash_more(struct upload_session *upload_session, const void *bytes, size_t length)
{
	return (upload_session->staged.hash == NULL ||
		   EVP_DigestUpdate(upload_session->staged.hash, bytes, length) == 1) &&
	    (upload_session->piece == NULL ||
		EVP_DigestUpdate(upload_session->piece, bytes, length) == 1);
}

int
upload_session_write(struct upload_session *upload_session, const void *bytes, size_t length,
    struct error_chain *fault)
{
	struct temporary_file *staged = &upload_session->staged;
	uint64_t before = staged->bytes;

	if (!hash_more(upload_session, bytes, length)) {
		ERROR_CAUSE(fault, "the hash failed");
		return -1;
	}
	if (write_all(staged->fd, bytes, length) != 0) {
		struct stat about;

		upload_session_failed(upload_session, "write", fault);
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
upload_session_cut(struct upload_session *upload_session, struct error_chain *fault)
{
	struct temporary_file *staged = &upload_session->staged;

	EVP_MD_CTX_free(staged->hash);
	staged->hash = NULL;
	if (ftruncate(staged->fd, (off_t)upload_session->sure) != 0)
		return upload_session_failed(upload_session, "cut", fault), -1;
	staged->bytes = upload_session->sure;
	return upload_session_sync(upload_session, fault);
}

/*
 * After a sync that failed nobody knows which of the bytes are on disk, and
 * another one would say that all is well: they are dropped.
 */
int
upload_session_sync(struct upload_session *upload_session, struct error_chain *fault)
{
	struct temporary_file *staged = &upload_session->staged;

	if (fdatasync(staged->fd) != 0) {
		upload_session_failed(upload_session, "sync", fault);
		if (ftruncate(staged->fd, (off_t)upload_session->sure) == 0)
			staged->bytes = upload_session->sure;
		return -1;
	}
	if (unmark(upload_session, fault) != 0)
		return -1;
	upload_session->sure = staged->bytes;
	return 0;
}

/* ---- the end ------------------------------------------------------------------ */

bool
upload_session_matches(struct upload_session *upload_session, const unsigned char *digest,
    size_t length)
{
	unsigned char own[EVP_MAX_MD_SIZE];
	unsigned own_length;

	return EVP_DigestFinal_ex(upload_session->piece, own, &own_length) == 1 &&
	    own_length == length && memcmp(own, digest, length) == 0;
}

/* What came in one piece was hashed on the way; all else is read again, which
 * shows at once that the disk gives back what it took. */
static int
read_back(struct upload_session *upload_session, struct error_chain *fault)
{
	struct temporary_file *staged = &upload_session->staged;
	EVP_MD_CTX *context = begin_hash(EVP_sha256(), fault);
	bool good = context != NULL;
	char piece[PIECE];
	uint64_t at = 0;
	ssize_t got = -1;

	while (good && (got = pread(staged->fd, piece, sizeof(piece), (off_t)at)) > 0) {
		good = EVP_DigestUpdate(context, piece, (size_t)got) == 1;
		at += (uint64_t)got;
	}
	if (good && got < 0)
		upload_session_failed(upload_session, "read", fault);
	else if (!good || EVP_DigestFinal_ex(context, staged->sha256, NULL) != 1)
		ERROR_CAUSE(fault, "the hash failed");
	else if (at != staged->bytes)
		ERROR_CAUSE(fault, "%s: changed while it was read", staged->path);
	else
		got = 1;
	EVP_MD_CTX_free(context);
	return got == 1 ? 0 : -1;
}

int
upload_session_hash(struct upload_session *upload_session, struct error_chain *fault)
{
	struct temporary_file *staged = &upload_session->staged;

	if (!upload_session->hashed && staged->hash != NULL)
		upload_session->hashed = EVP_DigestFinal_ex(staged->hash, staged->sha256, NULL) ==
		    1;
	if (!upload_session->hashed)
		upload_session->hashed = read_back(upload_session, fault) == 0;
	return upload_session->hashed ? 0 : -1;
}

void
upload_session_close(struct upload_session *upload_session)
{
	EVP_MD_CTX_free(upload_session->piece);
	upload_session->piece = NULL;
	files_discard(&upload_session->staged);
}

void
upload_session_remove(const char *directory, const char *name)
{
	char path[PATH_ROOM];

	snprintf(path, sizeof(path), "%s/" UPLOAD_SESSION_FOLDER "/%s", directory, token_of(name));
	unlink(path);
	snprintf(path, sizeof(path), "%s/" UPLOAD_SESSION_FOLDER "/%s.from", directory,
	    token_of(name));
	unlink(path);
	snprintf(path, sizeof(path), "%s/%s", directory, name);
	unlink(path);
}
