/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_QUALITY_H
#define ASSESSMENT_QUALITY_H

#include "rules/quality.h"
#include "frame/context.h"

/*
 * The flags of rules/quality.h on pages: rows of node, the worst first, for
 * the macros flags() and flag_tags() of templates/macros.cs:
 * <N>.code .severity .label .advice (to the agency, or to the team), and .href
 * .action to the place where it is mended, where the caller is an operator and
 * a document is given.  Nothing is set for an empty mask.  document_id may be
 * 0.
 */
void quality_fill(struct context *, struct node *, unsigned flags, int64_t document_id);

/* The setting, for document_facts.variables_max.  0, or enum db_error. */
int quality_variables_max(struct context *, int *most);

#endif
