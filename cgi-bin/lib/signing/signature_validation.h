/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_SIGNATURE_VALIDATION_H
#define SIGNING_SIGNATURE_VALIDATION_H

#include "pdf_signature/signature_check.h"
#include "assessment/assessment.h"

/*
 * Electronic signatures on the form that came back (pdf_signature/signature_check.h says what is
 * checked), with the authorities that the region of the assessment trusts.
 */

/* Checks the file that is open at fd, and closes it; below 0 is 500.  0 or a
 * status; the reason is SIGNATURE_NO_SIGNATURE when it is a scan of ink. */
int signature_judge(struct context *, const struct assessment *, int fd, struct pdf_signatures *);

/* In a transaction, after the signature's row was made or found: its verdict,
 * and what each electronic signature says.  0 or enum db_error. */
int signature_keep(struct context *, int64_t signature_id, const struct pdf_signatures *);

/* Signature.verdict, .verdict_name, .why, .checked, and PdfSignatures.N.* of a stored
 * signature; nothing for ink.  0 or a status. */
int signature_fill(struct context *, const struct assessment *, const struct rows *signature,
    size_t row);

/* Why a file is not valid, and what to do: a sentence in Indonesian. */
const char *signature_words(enum signature_reason);

#endif
