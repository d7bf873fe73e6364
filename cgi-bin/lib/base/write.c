/* SPDX-License-Identifier: ISC */
/*
 * All of some bytes to a descriptor: write(2) may take fewer, or be
 * interrupted.
 */
#include "base/write.h"

#include <errno.h>
#include <unistd.h>

#include "base/banned.h"

int
write_all(int fd, const void *bytes, size_t length)
{
	const char *next = bytes;

	while (length > 0) {
		ssize_t put = write(fd, next, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		next += put;
		length -= (size_t)put;
	}
	return 0;
}
