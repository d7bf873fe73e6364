/* SPDX-License-Identifier: ISC */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include <stddef.h>

/*
 * Push parser of multipart/form-data (RFC 7578 over RFC 2046, section 5.1;
 * as browsers write it: WHATWG HTML, "multipart form data").  Memory is this
 * struct and nothing else, whatever the size of the body.  What it delivers
 * depends on the bytes only, not on how they were cut into feeds: the same
 * calls in the same order, the same bytes of data (in other slices).
 *
 * Strict where browsers are uniform: no preamble, no epilogue beyond one CR
 * LF, no padding after a boundary, no folded headers, no transfer encoding,
 * lines end in CR LF.
 */
#define MULTIPART_BOUNDARY_MAX 70 /* RFC 2046, section 5.1.1 */
#define MULTIPART_HEADER_MAX 4096 /* bytes of one part's header block */

enum multipart_error {
	MULTIPART_OK = 0,
	MULTIPART_TYPE,        /* Content-Type is not multipart/form-data */
	MULTIPART_BOUNDARY,    /* its boundary is missing, twice or invalid */
	MULTIPART_START,       /* the body does not begin with the boundary */
	MULTIPART_DELIMITER,   /* neither CR LF nor "--" follows a boundary */
	MULTIPART_HEADER,      /* malformed part header, or it is not UTF-8 */
	MULTIPART_HEADER_SIZE, /* header block over the limit */
	MULTIPART_NAME,        /* no Content-Disposition: form-data; name=… */
	MULTIPART_ENCODING,    /* Content-Transfer-Encoding changes the bytes */
	MULTIPART_PARTS,       /* more parts than the limit */
	MULTIPART_TRUNCATED,   /* the body ended before its last boundary */
	MULTIPART_TRAILING,    /* bytes after the last boundary */
	MULTIPART_STOPPED      /* a callback returned nonzero */
};

struct multipart_limits {
	size_t parts;  /* parts in one body */
	size_t header; /* bytes of a header block, its empty line
				 * included; at most MULTIPART_HEADER_MAX */
};

/*
 * A callback returns 0 to go on.  Strings are NUL-terminated UTF-8 of one line
 * without control characters and last until on_part returns.
 *
 * name: never empty.  filename: NULL when the part is an ordinary field, ""
 * when the person chose no file; %22 is decoded to a quote and nothing else is
 * touched, so it may hold slashes, dots and a whole path: text to show, never
 * a path to open.  filename*= is ignored (RFC 7578, section 4.2, forbids it).
 * type: the part's Content-Type as sent, or NULL; a claim of the client.
 *
 * on_data is called any number of times, also never, with n > 0.  Data of a
 * field is not yet text: see utf8.h.  on_part_end says that the part is whole;
 * that the body is whole, only multipart_end says.
 */
struct multipart_calls {
	int (*on_part)(void *arg, const char *name, const char *filename, const char *type);
	int (*on_data)(void *arg, const void *bytes, size_t n);
	int (*on_part_end)(void *arg);
};

struct multipart {
	struct multipart_limits limits;
	struct multipart_calls calls;
	void *arg;
	enum multipart_error error; /* stays once it is set */
	int state;
	size_t parts;
	size_t matched; /* bytes of delimiter seen */
	size_t implied; /* of these, no data in any case */
	size_t delimiter_len;
	size_t header_len;
	char delimiter[4 + MULTIPART_BOUNDARY_MAX];
	char header[MULTIPART_HEADER_MAX + 1];
};

/*
 * Begin a body whose request had this Content-Type header (NULL: none).
 * Limits and callbacks are copied.  Nothing needs to be freed.
 */
enum multipart_error multipart_init(struct multipart *m, const char *content_type,
    const struct multipart_limits *limits, const struct multipart_calls *calls, void *arg);

/* The next n bytes of the body.  After an error, that error again. */
enum multipart_error multipart_feed(struct multipart *m, const void *bytes, size_t n);

/* The body has ended: MULTIPART_OK only now means that it was whole. */
enum multipart_error multipart_end(struct multipart *m);

#endif
