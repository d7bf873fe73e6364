/* SPDX-License-Identifier: ISC */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/*
 * Milliseconds of a clock that nobody sets: for how long something may take,
 * not for what time it is.  Only the difference of two means anything.
 */
int64_t clock_milliseconds(void);

#endif
