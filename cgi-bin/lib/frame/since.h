/* SPDX-License-Identifier: ISC */
#ifndef FRAME_SINCE_H
#define FRAME_SINCE_H

#include <stdbool.h>

#include "frame/context.h"

/*
 * What a subject of history is called in a list of what changed since the person was
 * here before; NULL for what stands in no such list.  Static.
 */
const char *since_words(const char *subject);

/*
 * At which agencies others changed something since then, above a first page.
 *
 * Subjects with commas between them.  Of whoever reads the assessments: nothing of what a
 * tier says before it has finished, of drafts, and of what colleagues say among themselves.
 * Of whoever does not: what becomes of an assessment, and who the agency is.
 */
#define SINCE_OF_READERS "state,document,link,promise,consultation,paper,signature,agency,notice"
#define SINCE_OF_OTHERS "state,paper,signature,agency,notice"

/* Of so many agencies with so many subjects each is read, and one more is not shown. */
enum { SINCE_SUBJECTS = 9, SINCE_ROWS = 9 * SINCE_SUBJECTS };

/* One statement, of the person's region, bounded whatever there is, and nothing of the
 * agency that the person works in.  0 or a status. */
int since_read(struct context *, const char *subjects, struct rows *);

/* The page of an agency: what stands around the number in its address, which is the agency's
 * or else that of its newest assessment. */
struct since_page {
	const char *before, *after;
	bool of_agency;
};

/* Since.N.agency .what .at and .path, below the base, where there is a page; SinceWhen, and
 * SinceMore where there are more agencies: of templates/since.cs.  Rows of since_agencies or
 * verify_since. */
void since_fill(struct context *, const struct since_page *, const struct rows *);

#endif
