/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_MEND_H
#define ASSESSMENT_MEND_H

#include "assessment/assessment.h"

/*
 * What counts as mending in a return: another answer, or any change of the
 * evidence of a variable that was named.  Who changes evidence says so here, in
 * the same transaction; where nothing was returned, it writes nothing.  Both
 * give 0 or enum db_error.
 */

/* A document was put under this variable, taken away from it, or moved. */
int mend_variable(struct context *, const struct assessment *, int64_t variable);

/* A document has another file, or is described otherwise, wherever it stands. */
int mend_document(struct context *, int64_t document_id);

#endif
