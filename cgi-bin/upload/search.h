/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_SEARCH_H
#define UPLOAD_SEARCH_H

#include "frame/context.h"

/*
 * What a person looks for, made into what the database is asked.  Nothing
 * typed is ever an operator: the words are taken out of it and put together
 * anew.
 */
enum { SEARCH_WORDS = 8, SEARCH_PARTS = 2 };

struct search {
	const char *text;                /* as typed; "" for no search */
	const char *plain;               /* without quotation marks */
	const char *pattern;             /* of LIKE, for titles and numbers */
	const char *words[SEARCH_WORDS]; /* each as it was typed */
	size_t word_count;
	const char *parts[SEARCH_PARTS]; /* of LIKE, "" for none: what
					 * stands together, as in
					 * "12/2026" or a quoted phrase */
	size_t part_count;
	bool quoted; /* there was such a phrase */
};

void search_read(struct search *, struct arena *, const char *text);

/* Can the contents of files be searched for it?  Not for punctuation alone. */
bool search_inside(const struct search *);

/* The words for the index, each as the beginning of one and the short ones
 * whole; scope is "agency12"
 * or "(region2 region3)", see file_text.scope. */
const char *search_boolean(const struct search *, struct arena *, const char *scope);

/* The word that an excerpt is cut around. */
const char *search_anchor(const struct search *, struct arena *);

/*
 * Rows of node: <N>.text, and .found(1) where it is what was looked for.  At
 * most some 200 characters around the first place; nothing when none of the
 * words stands in it.
 */
void search_excerpt(const struct search *, struct arena *, struct node *, const char *body);

#endif
