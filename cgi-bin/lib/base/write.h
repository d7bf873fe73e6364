/* SPDX-License-Identifier: ISC */
#ifndef BASE_WRITE_H
#define BASE_WRITE_H

#include <stddef.h>

/* All of the bytes, however many calls it takes and whoever interrupts: 0, or
 * -1 with errno, and then some of them may be written. */
int write_all(int fd, const void *bytes, size_t length);

#endif
