/* SPDX-License-Identifier: ISC */
/*
 * Stored files: written under a name of our own, synced, hashed and renamed to
 * their place before the row that names them is committed.  What is found on
 * disk without a row is the sweep's affair (matang/sweep.c).
 */
#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/write.h"
#include "base/banned.h"

enum { PATH_ROOM = 512, PIECE = 64 * 1024 };

static int
files_failed(struct error_chain *fault, const char *what, const char *path)
{
	ERROR_CAUSE(fault, "%s %s: %s", what, path, strerror(errno));
	return -1;
}

/* The same about a file that is coming in; the caller may ask why. */
static int
staging_failed(struct temporary_file *staged, const char *what, struct error_chain *fault)
{
	staged->error = errno;
	return files_failed(fault, what, staged->path);
}

static int
make_directory(const char *path, struct error_chain *fault)
{
	return mkdir(path, 0700) == 0 || errno == EEXIST ? 0 : files_failed(fault, "mkdir", path);
}

/* A rename is on disk only once its directory is. */
static int
sync_directory(const char *path, struct error_chain *fault)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int status = fd >= 0 ? fsync(fd) : -1;

	if (fd >= 0)
		close(fd);
	return status == 0 ? 0 : files_failed(fault, "sync", path);
}

uint64_t
files_room(const char *directory)
{
	struct statvfs disk;

	return statvfs(directory, &disk) == 0 ?
	    (uint64_t)disk.f_bavail * disk.f_frsize :
	    UINT64_MAX;
}

bool
files_spare(const char *directory, unsigned reserve_mib, uint64_t bytes)
{
	uint64_t room = files_room(directory), reserve = (uint64_t)reserve_mib << 20;

	return reserve == 0 || (room >= reserve && room - reserve >= bytes);
}

int
files_begin(struct temporary_file *staged, const char *directory, struct error_chain *fault)
{
	char token[TOKEN_TEXT];

	memset(staged, 0, sizeof(*staged));
	snprintf(staged->path, sizeof(staged->path), "%s/staged", directory);
	if (make_directory(staged->path, fault) != 0) {
		staged->error = errno;
		staged->path[0] = '\0';
		return -1;
	}
	random_token(token);
	snprintf(staged->name, sizeof(staged->name), "%.2s/%s", token, token);
	snprintf(staged->path, sizeof(staged->path), "%s/staged/%s", directory, token);
	staged->fd = open(staged->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (staged->fd < 0) {
		staging_failed(staged, "create", fault);
		staged->path[0] = '\0';
		return -1;
	}
	staged->hash = EVP_MD_CTX_new();
	if (staged->hash == NULL || EVP_DigestInit_ex(staged->hash, EVP_sha256(), NULL) != 1) {
		ERROR_CAUSE(fault, "SHA-256 is not available");
		return -1;
	}
	return 0;
}

int
files_write(struct temporary_file *staged, const void *bytes, size_t length,
    struct error_chain *fault)
{
	if (EVP_DigestUpdate(staged->hash, bytes, length) != 1) {
		ERROR_CAUSE(fault, "SHA-256 failed");
		return -1;
	}
	staged->bytes += length;
	return write_all(staged->fd, bytes, length) == 0 ?
	    0 :
	    staging_failed(staged, "write", fault);
}

/* A full disk may show itself here and not before: some file systems choose
 * the place of a byte only when it has to be there. */
int
files_finish(struct temporary_file *staged, struct error_chain *fault)
{
	int status = fsync(staged->fd);

	if (status != 0)
		staging_failed(staged, "sync", fault);
	if (close(staged->fd) != 0 && status == 0)
		status = staging_failed(staged, "close", fault);
	staged->fd = -1;
	if (status != 0)
		return -1;
	if (EVP_DigestFinal_ex(staged->hash, staged->sha256, NULL) != 1) {
		ERROR_CAUSE(fault, "SHA-256 failed");
		return -1;
	}
	return 0;
}

static int
copy_bytes(struct temporary_file *staged, int from, const char *name, struct error_chain *fault)
{
	char piece[PIECE];
	ssize_t got;

	while ((got = read(from, piece, sizeof(piece))) > 0)
		if (files_write(staged, piece, (size_t)got, fault) != 0)
			return -1;
	return got == 0 ? 0 : files_failed(fault, "read", name);
}

int
files_copy(struct temporary_file *staged, const char *directory, const char *name,
    struct error_chain *fault)
{
	int from = files_open(directory, name, fault), status;

	memset(staged, 0, sizeof(*staged));
	if (from < 0)
		return -1;
	status = files_begin(staged, directory, fault);
	if (status == 0)
		status = copy_bytes(staged, from, name, fault);
	if (status == 0)
		status = files_finish(staged, fault);
	close(from);
	return status;
}

int
files_keep(struct temporary_file *staged, const char *directory, struct error_chain *fault)
{
	char path[PATH_ROOM], folder[PATH_ROOM];

	snprintf(folder, sizeof(folder), "%s/%.2s", directory, staged->name);
	snprintf(path, sizeof(path), "%s/%s", directory, staged->name);
	if (make_directory(folder, fault) != 0)
		return -1;
	if (strcmp(staged->path, path) != 0 && rename(staged->path, path) != 0)
		return files_failed(fault, "rename", staged->path);
	staged->path[0] = '\0';
	return sync_directory(folder, fault) == 0 && sync_directory(directory, fault) == 0 ? 0 : -1;
}

void
files_unkeep(const struct temporary_file *staged, const char *directory)
{
	char path[PATH_ROOM];

	if (staged->lasting)
		return;
	snprintf(path, sizeof(path), "%s/%s", directory, staged->name);
	unlink(path);
}

void
files_discard(struct temporary_file *staged)
{
	if (staged == NULL)
		return;
	if (staged->fd > 0)
		close(staged->fd);
	staged->fd = -1;
	EVP_MD_CTX_free(staged->hash);
	staged->hash = NULL;
	if (staged->path[0] != '\0' && !staged->lasting)
		unlink(staged->path);
	staged->path[0] = '\0';
}

int
files_open(const char *directory, const char *name, struct error_chain *fault)
{
	char path[PATH_ROOM];
	struct stat about;
	int fd;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	/* What is no file must not hold whoever opens it: a pipe waits for a writer. */
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return files_failed(fault, "open", path);
	if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode))
		return fd;
	close(fd);
	ERROR_CAUSE(fault, "open %s: no regular file", path);
	return -1;
}
