/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_BULK_CRITERIA_H
#define UPLOAD_BULK_CRITERIA_H

#include "assessment/assessment.h"

/* Every criterion of an assessment, and how many of some documents stand there. */
struct bulk_criteria {
	size_t documents; /* that are to be attached */
	const struct criteria *criteria;
	struct rows open;   /* variables: whether they are to be corrected */
	struct rows linked; /* items: how many of the documents stand there */
};

/* Of the documents "3,5", and their count.  0 or a status. */
int bulk_criteria_read(struct context *, const struct assessment *, const char *documents,
    size_t count, struct bulk_criteria *);

/* Variables.* of a page; ticked: the field of the form whose members are ticked. */
void bulk_criteria_fill(struct context *, const struct assessment *, const struct bulk_criteria *,
    int ticked);

#endif
