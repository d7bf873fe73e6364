/* SPDX-License-Identifier: ISC */
#ifndef PAPER_RECAP_H
#define PAPER_RECAP_H

#include "paper/paper.h"

/* The parts of the region's recap that the activity report has too. */
void compose_summary(struct document_model *, const struct results *);
void compose_distribution(struct document_model *, const struct results *);
void compose_agencies(struct document_model *, const struct results *, const char *caption);
void compose_variables(struct document_model *, const struct results *);

void compose_matrix(struct context *, const struct issue_subject *, struct document_model *,
    const char *caption);

#endif
