/* SPDX-License-Identifier: ISC */
#ifndef WEB_TUS_H
#define WEB_TUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The headers of tus 1.0 (https://tus.io/protocols/resumable-upload), the
 * protocol of resumable uploads.  Pure: texts in, values out; NULL is a header
 * that did not come.  Everything here is written by strangers.
 */
#define TUS_VERSION "1.0.0"
#define TUS_EXTENSIONS \
	"creation,creation-with-upload,termination,checksum," \
	"expiration"
#define TUS_ALGORITHMS "sha1,sha256"
#define TUS_BODY "application/offset+octet-stream"

/*
 * Upload-Length and Upload-Offset: digits only, at most 18 of them, without
 * zeros in front.  False leaves *bytes alone.
 */
bool tus_bytes(const char *text, uint64_t *bytes);

/* Upload-Checksum: the name of a hash, one space, its value in base 64. */
enum tus_hash { TUS_NO_HASH, TUS_SHA1, TUS_SHA256 };

enum { TUS_DIGEST_MAX = 32 }; /* bytes of the longest of them */

struct tus_checksum {
	enum tus_hash hash;
	size_t length; /* of the digest: 20 or 32 */
	unsigned char digest[TUS_DIGEST_MAX];
};

/*
 * True with TUS_NO_HASH for a header that did not come; false for one that is
 * malformed, of an unknown hash, or of another length than its hash has.
 */
bool tus_checksum(const char *text, struct tus_checksum *);

enum { TUS_METADATA_MAX = 6000, TUS_METADATA_KEYS = 32, TUS_KEY_MAX = 64 };

enum tus_error {
	TUS_OK = 0,
	TUS_LONG,   /* more than the limits above */
	TUS_KEY,    /* an empty one, one of other than visible ASCII, or
			 * the same twice */
	TUS_VALUE,  /* no base 64 (RFC 4648, section 4, with padding) */
	TUS_STOPPED /* the caller's answer was not 0 */
};

/*
 * Upload-Metadata: "key base64,key base64"; a value may be absent.  Calls for
 * each pair in order, with a NUL behind key and value (which may hold others:
 * compare the length); both live until the call returns.  An answer other
 * than 0 stops.  The keys of the whole header were looked at before the first
 * call; its values were not.
 */
typedef int tus_pair(void *arg, const char *key, const char *value, size_t length);
enum tus_error tus_metadata(const char *text, tus_pair *, void *arg);

#endif
