/* SPDX-License-Identifier: ISC */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/field.h"
#include "web/request.h"

/*
 * What a route accepts, a table of struct field that ends with a NULL name,
 * checked at the edge.  A name that is not declared, or comes twice, is a 400:
 * browsers never send it.  A value that does not fit is an error of its field,
 * in Indonesian, and the person gets the form back with everything that was
 * typed.
 */
enum { FORM_TEXT_MAX = 200, FORM_LINES_MAX = 10000 }; /* where max is 0 */

enum { FORM_BODY_MAX = 512 * 1024 }; /* bytes of a body, its files not counted */

struct value {
	const char *text; /* what was typed, "" when absent */
	int64_t number;
	const char *error; /* NULL: good */
	struct each *each; /* members of a family, in order of arrival */
	struct each *last;
	struct each **by_key; /* the same, in order of their keys */
	size_t members;
	bool given; /* the name came with the request */
};

/* One member of a family: "decision-12" has the key 12. */
struct each {
	int64_t key;
	const char *text;
	int64_t number;
	const char *error;
	struct each *next;
};

/*
 * Takes the bytes of files as they arrive.  begin and data return NULL, or a
 * message in Indonesian why the file is refused: it becomes the error of the
 * field and the rest of the file is read and dropped.  end may return one
 * too.  begin is not called when no file was chosen.
 */
struct form_sink {
	const char *(*begin)(void *arg, const char *field, const char *client_name);
	const char *(*data)(void *arg, const void *bytes, size_t length);
	const char *(*end)(void *arg);
	void *arg;
};

struct form {
	struct arena *arena;
	const struct field *fields; /* ends with a NULL name */
	size_t count;
	struct value *values; /* one per field, same order */
	const char *csrf;     /* token of the form, "" when absent, */
	const char *page;     /* and the page that it stood on, "" where it does not say */
	const char *done;     /* the `done` of a redirect, "" */
	const char *notice;   /* error of the form as a whole */
	const char *problem;  /* for the log, when reading failed */
};

/*
 * The token in "TOKEN.PAGE", as forms carry it; the second names one page of all
 * that were shown, so that what is sent twice is known.  In the arena.
 */
const char *form_token(struct arena *, const char *sent, const char **page);

/*
 * Reads the query of a GET or the body of a POST, which has no query.  csrf is the token that a
 * POST must carry, before any file; NULL where the route checks it itself.
 * Returns 0, or the HTTP status to refuse with: 400, 403, 413, 415.
 */
int form_read(struct form *, struct request *, const struct field *, const char *csrf,
    const struct form_sink *);

/*
 * The same care for values that came in another way: begin, put each pair,
 * end.  Put returns 0, or 400 for an unknown name and one that comes twice;
 * text is UTF-8 without control characters.
 */
void form_begin(struct form *, struct arena *, const struct field *);
int form_put(struct form *, const char *name, const char *text);
void form_end(struct form *);

bool form_given(const struct form *, int field);
const char *form_text(const struct form *, int field);
int64_t form_number(const struct form *, int field);
const struct each *form_each(const struct form *, int field);

/* The member of a family with that key, or NULL. */
const struct each *form_member(const struct form *, int field, int64_t key);

/* Sets the error of a field that the rules found; the first one stays. */
void form_error(struct form *, int field, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same for the member of a family with that key; if absent, nothing. */
void form_member_error(struct form *, int field, int64_t key, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool form_ok(const struct form *);

#endif
