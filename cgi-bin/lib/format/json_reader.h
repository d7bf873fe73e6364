/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_JSON_READER_H
#define FORMAT_JSON_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * JSON that came from elsewhere (RFC 8259), parsed by jansson and kept as a
 * tree in an arena.  It is read as a table is: everything that is wrong is
 * collected with its place, so that whoever sent it mends it at once, and
 * nothing is kept before there is no problem left.
 *
 * Refused as a whole: what is not UTF-8 (one byte order mark is passed over),
 * control characters other than tab, CR and LF, a name that comes twice in
 * one object, whole numbers beyond 64 bits, and whatever exceeds the limits.
 * Bytes, depth and values are counted before anything is parsed.
 *
 * Ownership: all of it, texts and problems too, lives in the arena of the
 * problems; there is nothing to free.  The caller's bytes are not kept.
 */
struct json_limits {
	size_t bytes;  /* of the file */
	size_t depth;  /* brackets within brackets; at most JSON_DEPTH_MAX */
	size_t values; /* at most; brackets count as one each */
};

enum { JSON_DEPTH_MAX = 64 };

/*
 * For one file that an administrator loads: at most 21 MB of memory.  Measured
 * while parsing: 360 bytes for the dearest value, an object within an object,
 * 260 with its texts for one of an assessment (40 agencies with 3,000
 * documents: 61,000 values, 2.5 MB of file, 16 MB of memory, 90 ms).
 */
extern const struct json_limits json_limits_import;

enum json_kind {
	JSON_IS_NULL,
	JSON_IS_FLAG,
	JSON_IS_WHOLE,
	JSON_IS_FRACTION,
	JSON_IS_TEXT,
	JSON_IS_LIST,
	JSON_IS_OBJECT
};

struct json {
	enum json_kind kind;
	bool seen;                 /* somebody asked for this member */
	const struct json *parent; /* NULL: the file itself */
	const char *name;          /* of a member; NULL in a list */
	union {
		int64_t number; /* whole, flag */
		const char *text;
		struct {
			struct json *members; /* in the order of the file */
			size_t count;
		};
	};
};

/* What is wrong, in the order in which it was found.  `where` is as other
 * tools write it, "answers[3].level" (counted from 0), or "baris 3" where it
 * is no JSON; "" for the file as a whole.  More may be counted than listed. */
enum { JSON_PROBLEMS_LISTED = 200 };

struct json_problems {
	struct arena *arena; /* set by the caller, the rest zero */
	size_t count;
	struct json_problem {
		const char *where, *text;
	} * listed;
};

/* The object or list of a file; NULL, and a problem, for anything else. */
struct json *json_read(struct json_problems *, const char *bytes, size_t length,
    const struct json_limits *);

/*
 * Of what follows each takes NULL for a value, of which something was said
 * already, and then says nothing more and returns NULL, "", false or 0.
 */

enum json_presence {
	JSON_REQUIRED, /* a problem when it is absent or null */
	JSON_NULLABLE, /* one when it is absent; NULL for null */
	JSON_OPTIONAL  /* NULL for absent and null */
};

/* A member of an object, which is seen from now on. */
struct json *json_member(struct json_problems *, struct json *object, const char *name,
    enum json_presence);

/* A problem for each member that nobody asked for. */
void json_refuse_others(struct json_problems *, const struct json *object);

/* The value itself where it is an object, or a list of so many; else NULL. */
struct json *json_as_object(struct json_problems *, struct json *);
struct json *json_as_list(struct json_problems *, struct json *, size_t min, size_t max);

/* The values of a list that json_as_list returned: for at < json_count. */
size_t json_count(const struct json *list);
struct json *json_at(struct json *list, size_t at);

/* A text of at most so many characters; "" where it is none. */
enum {
	JSON_FILLED = 1, /* more than white space */
	JSON_LINES = 2   /* may hold tabs and line breaks */
};
const char *json_as_text(struct json_problems *, const struct json *, size_t max, unsigned flags);

/* Which of the words, which end with NULL, or -1. */
int json_as_choice(struct json_problems *, const struct json *, const char *const *words);

/* False, and the number as it was, where it is none within the bounds. */
bool json_as_whole(struct json_problems *, const struct json *, int64_t min, int64_t max,
    int64_t *number);
bool json_as_flag(struct json_problems *, const struct json *);

/* A problem that the caller found, at a value or, with NULL, of the file. */
void json_problem(struct json_problems *, const struct json *, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The text of a member, or "": to see what a file is before it is read. */
const char *json_hint(const struct json *object, const char *name);

#endif
