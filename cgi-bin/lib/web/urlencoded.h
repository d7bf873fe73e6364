/* SPDX-License-Identifier: ISC */
#ifndef WEB_URLENCODED_H
#define WEB_URLENCODED_H

#include <stddef.h>

/*
 * Reader of application/x-www-form-urlencoded (WHATWG URL standard, section
 * 5): query strings and simple form bodies.  Stricter than the standard: what
 * a browser never sends is refused, not repaired.
 */
enum urlencoded_error {
	URLENCODED_OK = 0,
	URLENCODED_ESCAPE,  /* % without two hexadecimal digits */
	URLENCODED_NUL,     /* a zero byte, raw or as %00 */
	URLENCODED_UTF8,    /* a name or value is not UTF-8 */
	URLENCODED_CONTROL, /* a control character: see utf8.h */
	URLENCODED_PAIRS,   /* more pairs than max_pairs */
	URLENCODED_STOPPED  /* the callback returned nonzero */
};

/*
 * One pair, decoded.  Both strings lie in the caller's buffer, are
 * NUL-terminated and hold no other NUL.  A pair without "=" has an empty
 * value; a name may be empty ("=x"); the same name may come again.  Line ends
 * in values are as sent: browsers send CR LF.
 */
typedef int urlencoded_fn(void *arg, char *name, size_t name_len, char *value, size_t value_len);

/*
 * Decode the n bytes at buf in place and call fn for each pair in order; empty
 * pairs ("a=1&&b=2") are skipped.  buf[n] is overwritten, so the buffer holds
 * n + 1 bytes; its content is worthless afterwards but for the strings given to
 * fn.  Ends at the first error: pairs before it have been delivered.
 */
enum urlencoded_error urlencoded_parse(char *buf, size_t n, size_t max_pairs, urlencoded_fn *fn,
    void *arg);

/* The same of what people typed: values may hold control characters, for which
 * fn finds something better (utf8_mend). */
enum urlencoded_error urlencoded_parse_typed(char *buf, size_t n, size_t max_pairs,
    urlencoded_fn *fn, void *arg);

#endif
