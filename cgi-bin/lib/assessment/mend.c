/* SPDX-License-Identifier: ISC */
/*
 * Mending by evidence: a variable that was returned is mended once its
 * documents have changed, though nobody wrote another word.
 */
#include "assessment/mend.h"

#include "base/banned.h"

int
mend_variable(struct context *context, const struct assessment *assessment, int64_t variable)
{
	int result;

	if (assessment->state != STATE_RETURNED)
		return 0;
	result = db_run(context->db, STATEMENT_EVIDENCE_MEND_VARIABLE, db_int(assessment->id),
	    db_int(variable));
	return result < 0 ? result : 0;
}

int
mend_document(struct context *context, int64_t document_id)
{
	int result = db_run(context->db, STATEMENT_EVIDENCE_MEND_DOCUMENT, db_int(document_id));

	return result < 0 ? result : 0;
}
