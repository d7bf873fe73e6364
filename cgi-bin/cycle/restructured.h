/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_RESTRUCTURED_H
#define CYCLE_RESTRUCTURED_H

#include "frame/context.h"

/* What may become of an agency (SOTK): codes of the database, and their words. */
enum {
	RESTRUCTURED_RENAME,
	RESTRUCTURED_MERGE,
	RESTRUCTURED_SPLIT,
	RESTRUCTURED_DISSOLVE,
	RESTRUCTURED_KINDS
};
extern const char *const restructured_kinds[RESTRUCTURED_KINDS + 1]; /* ends with NULL */
extern const char *const restructured_names[RESTRUCTURED_KINDS];

/* The kind of a code; RESTRUCTURED_KINDS for an unknown one. */
int restructured_kind(const char *code);

/* What became of one, the newest first.  0 or a status. */
int restructured_read(struct context *, int64_t agency_id, struct rows *);

/* Restructured.N.kind .since .basis .old_name and .successors.M.id .name */
void restructured_fill(struct context *, const struct rows *);

#endif
