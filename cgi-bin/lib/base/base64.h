/* SPDX-License-Identifier: ISC */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Base 64 (RFC 4648, section 4), with its padding and without line ends. */

void base64_add(struct buffer *, const void *bytes, size_t length);

/*
 * `bytes` has room for three quarters of the text.  False for a text that is
 * none, and for one whose last bits are not zero: each value has one text.
 */
bool base64_decode(const char *text, size_t length, unsigned char *bytes, size_t *decoded);

/*
 * To be asked before a text of any kind of base 64 is given to libsodium: 1.0.18
 * takes every byte above 0x7f for the last letter.
 */
bool base64_is_ascii(const char *text, size_t length);

#endif
