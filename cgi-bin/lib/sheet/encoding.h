/* SPDX-License-Identifier: ISC */
#ifndef SHEET_ENCODING_H
#define SHEET_ENCODING_H

#include <stddef.h>

/*
 * Texts that spreadsheets save in another encoding than UTF-8: UTF-16 with its
 * byte order mark ("Unicode text") or, where it begins with letters, without it,
 * and Windows-1252 ("CSV"), for which a text is taken that is not UTF-8 and has
 * no character of UTF-8 beyond ASCII either: one damaged byte in UTF-8 is damage.
 *
 * The same in UTF-8, malloc'ed and with a NUL behind the *n bytes it is set
 * to; NULL when it is to be read as it stands, UTF-8 or neither, or when there
 * is no memory.
 */
char *encoding_to_utf8(const char *bytes, size_t *n);

#endif
