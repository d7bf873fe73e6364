/* SPDX-License-Identifier: ISC */
#ifndef UPLOAD_BULK_CRITERIA_H
#define UPLOAD_BULK_CRITERIA_H

#include "assessment/assessment.h"

/*
 * Variables.* of a page: every criterion of the assessment, and how many of these
 * documents ("3,5", and their count) stand there.  ticked: the field of the form
 * whose members are ticked.  0 or a status.
 */
int bulk_criteria_fill(struct context *, const struct assessment *, const char *documents,
    size_t count, int ticked);

#endif
