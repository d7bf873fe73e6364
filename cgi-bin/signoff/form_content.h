/* SPDX-License-Identifier: ISC */
#ifndef SIGNOFF_FORM_CONTENT_H
#define SIGNOFF_FORM_CONTENT_H

#include "assessment/assessment.h"
#include "document/issued.h"

/*
 * Each writes the lines of a model, see document/model.h.
 *
 * Everything that is printed on the verified questionnaire: region, agency,
 * instrument, per variable the levels, notes and documents (title, number,
 * hash), the totals, category, staged level, and who signs.  Reads the
 * database; nothing is typed.  0 or a status.
 */
int form_content(struct context *, const struct assessment *, struct buffer *content);

/* The tanda terima: who received which signed form, when, under what number. */
int receipt_content(struct context *, const struct assessment *, const struct issued_document *form,
    int64_t number, struct buffer *content);

#endif
