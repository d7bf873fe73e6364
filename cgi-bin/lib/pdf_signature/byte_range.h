/* SPDX-License-Identifier: ISC */
#ifndef PDF_SIGNATURE_BYTE_RANGE_H
#define PDF_SIGNATURE_BYTE_RANGE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Where the signatures of a PDF stand (ISO 32000-1, 12.8.1): a dictionary
 * whose /ByteRange covers the file but for the value of its own /Contents.
 * Found in the bytes themselves and not by way of the cross-reference table:
 * a signature dictionary may not stand in a compressed object, and what the
 * table says can be changed afterwards without touching a signed byte.
 */
enum { BYTE_RANGES_MAX = 32, BYTE_RANGE_TIME = 24 };

enum byte_range_form {
	BYTE_RANGE_DETACHED,  /* adbe.pkcs7.detached, ETSI.CAdES.detached */
	BYTE_RANGE_TIMESTAMP, /* ETSI.RFC3161: of the whole document */
	BYTE_RANGE_RIGHTS,    /* gives a reader rights (12.8.2.3): nobody's signature */
	BYTE_RANGE_OTHER      /* older forms, and none */
};

struct byte_range {
	enum byte_range_form form;
	size_t before;              /* covered: bytes 0 to before, … */
	size_t after;               /* … and from here … */
	size_t until;               /* … to here; the hexadecimal text between */
	char time[BYTE_RANGE_TIME]; /* /M as "YYYY-MM-DD HH:MM:SS" in UTC, or "" */
};

struct byte_ranges {
	struct byte_range all[BYTE_RANGES_MAX]; /* in order of what they cover */
	size_t count;
	size_t broken; /* byte ranges that cover no such place: a
				 * file with any of them proves nothing */
};

/* Reads the bytes of a PDF; never more than BYTE_RANGES_MAX, the rest is broken.
 * What only gives a reader rights is left out where its own bytes say so. */
void byte_ranges_find(struct byte_ranges *, const unsigned char *bytes, size_t length);

#endif
