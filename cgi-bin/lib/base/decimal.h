/* SPDX-License-Identifier: ISC */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdint.h>

/*
 * Whole numbers as decimal text, for rows and pages that are full of them:
 * printf takes several times as long.  Both write backwards from `end`, which
 * is one past the last digit, put no NUL there, and return the first character.
 */

enum { DECIMAL_ROOM = 20 }; /* the longest, INT64_MIN or UINT64_MAX, without a NUL */

/* At least so many digits, with zeros before them; 0 with `least` 0 is no text. */
char *decimal_put(char *end, uint64_t number, unsigned least);

char *decimal_put_signed(char *end, int64_t number);

#endif
