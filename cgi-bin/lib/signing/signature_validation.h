/* SPDX-License-Identifier: ISC */
#ifndef SIGNING_SIGNATURE_VALIDATION_H
#define SIGNING_SIGNATURE_VALIDATION_H

#include "pdf_signature/signature_check.h"
#include "assessment/assessment.h"
#include "rules/signatory.h"
#include "signing/form_named.h"
#include "signing/printed_head.h"

/*
 * Electronic signatures on a paper that came back (pdf_signature/signature_check.h says what is
 * checked), with the authorities that its region trusts.
 */

/* What is found in a file that came in for a form. */
struct form_finding {
	struct pdf_signatures signatures; /* reason SIGNATURE_NO_SIGNATURE: a scan of ink */
	enum form_named named;
	char other[CODE_TEXT];
};

/* Looks into the file that is open at fd, and closes it, by the authorities of that region;
 * below 0 is 500.  0 or a status. */
int signature_judge(struct context *, int64_t region_id, const struct issued_document *, int fd,
    enum file_type, struct form_finding *);

/* In a transaction, after the signature's row was made or found: its verdict,
 * and what each electronic signature says.  0 or enum db_error. */
int signature_keep(struct context *, int64_t signature_id, const struct pdf_signatures *);

/* The electronic signatures of a stored signature, in their order; no rows for
 * ink.  0 or a status. */
int signature_list(struct context *, const struct rows *signature, struct rows *list);

/* Whether a person whom the form names is among those who signed it: the best
 * of them beside the printed head, and who that is in *row (of list). */
enum signatory_match signature_signatory(const struct rows *list, const struct printed_head *,
    size_t *row);

/* Signature.verdict_name, .why, .checked, .found, and PdfSignatures.N.* of a stored
 * signature; of ink .found alone. */
void signature_fill(struct context *, const char *zone, const struct rows *signature,
    const struct rows *list);

/* Why a file is not valid, and what to do: a sentence in Indonesian. */
const char *signature_words(enum signature_reason);

#endif
