/* SPDX-License-Identifier: ISC */
#ifndef STORE_SCRIPT_H
#define STORE_SCRIPT_H

#include <stddef.h>

/*
 * The statements of a script in their order, as MariaDB parts them: by semicolons, but
 * for those in texts, names and remarks.  The next one from *at on, without the
 * semicolon and the remarks before it, its length, and *at behind it; NULL at the end.
 */
const char *script_next(const char **at, size_t *length);

#endif
