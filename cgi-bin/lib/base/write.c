/* SPDX-License-Identifier: ISC */
/*
 * All of some bytes to a descriptor: write(2) may take fewer, or be
 * interrupted.
 */
#include "base/write.h"

#include <errno.h>
#include <stdint.h>

#include "base/banned.h"

int
write_parts(int fd, struct iovec *parts, int count)
{
	while (count > 0) {
		ssize_t put = writev(fd, parts, count);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		for (; count > 0 && (size_t)put >= parts->iov_len; parts++, count--)
			put -= (ssize_t)parts->iov_len;
		if (count > 0) {
			parts->iov_base = (char *)parts->iov_base + put;
			parts->iov_len -= (size_t)put;
		}
	}
	return 0;
}

int
write_all(int fd, const void *bytes, size_t length)
{
	return write_parts(fd, &(struct iovec){ (void *)(uintptr_t)bytes, length }, 1);
}
