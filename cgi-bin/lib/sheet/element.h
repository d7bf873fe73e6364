/* SPDX-License-Identifier: ISC */
#ifndef SHEET_ELEMENT_H
#define SHEET_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Where a reader of a workbook's XML stands: a machine whose states are the
 * elements that matter.  All others are passed over with their content.  It also
 * bounds what expat would let grow without end beside one tag's length
 * (format/xml_reader.h): open elements, and the names of elements and attributes,
 * each of which it keeps.
 */
enum { ELEMENT_DEPTH = 64, ELEMENT_NAMES = 1024, ELEMENT_UNKNOWN = 0 };

/* Which element means what within which; the frequent ones first.  One of
 * no name ends the list. */
struct element {
	int parent;
	const char *name; /* without its prefix */
	int node;         /* not 0 */
};

struct element_path {
	const struct element *grammar;
	unsigned depth;
	int nodes[ELEMENT_DEPTH];
	unsigned names;
	unsigned char names_seen[8192 / 8];
};

/* Begin a file, whose document is that node in the grammar. */
void element_begin(struct element_path *, const struct element *grammar, int file);

/* Into an element: *node is what it means, ELEMENT_UNKNOWN for nothing.  False
 * when there is too much of it. */
bool element_enter(struct element_path *, const char *name, const char **attributes, int *node);

/* Out of one: what it meant. */
int element_leave(struct element_path *);

/* Nothing within the element that was entered matters. */
void element_pass(struct element_path *);

/* The element that is open. */
int element_at(const struct element_path *);

#endif
