/* SPDX-License-Identifier: ISC */
#ifndef BASE_WRITE_H
#define BASE_WRITE_H

#include <stddef.h>
#include <sys/uio.h>

/* All of the bytes, however many calls it takes and whoever interrupts: 0, or
 * -1 with errno, and then some of them may be written. */
int write_all(int fd, const void *bytes, size_t length);

/* The same of bytes that lie in several places.  The parts are used up. */
int write_parts(int fd, struct iovec *, int count);

#endif
