/* SPDX-License-Identifier: ISC */
#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/banned.h"

static int
failed(struct fault *fault, const char *what, const char *path)
{
	FAULT(fault, "%s %s: %s", what, path, strerror(errno));
	return -1;
}

static int
make_directory(const char *path, struct fault *fault)
{
	return mkdir(path, 0700) == 0 || errno == EEXIST ? 0 :
	    failed(fault, "mkdir", path);
}

/* A rename is on disk only once its directory is. */
static int
sync_directory(const char *path, struct fault *fault)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int status = fd >= 0 ? fsync(fd) : -1;

	if (fd >= 0)
		close(fd);
	return status == 0 ? 0 : failed(fault, "sync", path);
}

int
files_begin(struct staged *staged, const char *directory, struct fault *fault)
{
	char token[TOKEN_TEXT];

	memset(staged, 0, sizeof(*staged));
	staged->fd = -1;
	snprintf(staged->path, sizeof(staged->path), "%s/staged", directory);
	if (make_directory(staged->path, fault) != 0) {
		staged->path[0] = '\0';
		return -1;
	}
	random_token(token);
	snprintf(staged->name, sizeof(staged->name), "%.2s/%s", token, token);
	snprintf(staged->path, sizeof(staged->path), "%s/staged/%s", directory,
	    token);
	staged->fd = open(staged->path,
	    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (staged->fd < 0) {
		failed(fault, "create", staged->path);
		staged->path[0] = '\0';
		return -1;
	}
	staged->hash = EVP_MD_CTX_new();
	if (staged->hash == NULL ||
	    EVP_DigestInit_ex(staged->hash, EVP_sha256(), NULL) != 1) {
		FAULT(fault, "SHA-256 is not available");
		return -1;
	}
	return 0;
}

int
files_write(struct staged *staged, const void *bytes, size_t length,
    struct fault *fault)
{
	const char *next = bytes;

	if (EVP_DigestUpdate(staged->hash, bytes, length) != 1) {
		FAULT(fault, "SHA-256 failed");
		return -1;
	}
	staged->bytes += length;
	while (length > 0) {
		ssize_t put = write(staged->fd, next, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return failed(fault, "write", staged->path);
		next += put;
		length -= (size_t)put;
	}
	return 0;
}

int
files_finish(struct staged *staged, struct fault *fault)
{
	int status = fsync(staged->fd);

	if (close(staged->fd) != 0)
		status = -1;
	staged->fd = -1;
	if (status != 0)
		return failed(fault, "sync", staged->path);
	if (EVP_DigestFinal_ex(staged->hash, staged->sha256, NULL) != 1) {
		FAULT(fault, "SHA-256 failed");
		return -1;
	}
	return 0;
}

int
files_keep(struct staged *staged, const char *directory, struct fault *fault)
{
	char path[512], folder[512];

	snprintf(folder, sizeof(folder), "%s/%.2s", directory, staged->name);
	snprintf(path, sizeof(path), "%s/%s", directory, staged->name);
	if (make_directory(folder, fault) != 0)
		return -1;
	if (rename(staged->path, path) != 0)
		return failed(fault, "rename", staged->path);
	staged->path[0] = '\0';
	return sync_directory(folder, fault) == 0 &&
	    sync_directory(directory, fault) == 0 ? 0 : -1;
}

void
files_discard(struct staged *staged)
{
	if (staged == NULL)
		return;
	if (staged->fd > 0)
		close(staged->fd);
	staged->fd = -1;
	EVP_MD_CTX_free(staged->hash);
	staged->hash = NULL;
	if (staged->path[0] != '\0')
		unlink(staged->path);
	staged->path[0] = '\0';
}

int
files_open(const char *directory, const char *name, struct fault *fault)
{
	char path[512];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	return fd >= 0 ? fd : failed(fault, "open", path);
}
