/* SPDX-License-Identifier: ISC */
#ifndef PDF_SIGNATURE_INTERNAL_H
#define PDF_SIGNATURE_INTERNAL_H

#include <stdint.h>

#include <openssl/cms.h>
#include <openssl/x509v3.h>

#include "pdf_signature/byte_range.h"
#include "pdf_signature/signature_check.h"

/* The parts of one check, for each other alone. */

/* What one check works with. */
struct work {
	const unsigned char *bytes;
	size_t length;
	X509_STORE *authorities;
	bool any_authority;
	time_t now;
	time_t moment; /* at which what is looked at was surely there */
};

/* ---- certificate.c: who is vouched for, and when -------------------------------- */

/* From PEM text, into the store that the caller frees; -1: no memory. */
int trust_open(struct work *, const char *pem);

/* Does one of the authorities vouch for the signer at that moment? */
enum signature_reason trust_chain(const struct work *, X509 *signer, STACK_OF(X509) * others,
    time_t moment);

/* The moment that the signer claims; 0: none. */
time_t trust_claimed_time(const CMS_SignerInfo *);

/* What a time token is worth: whether it is about these bytes, and from
 * somebody whom the authorities vouched for at ->moment.  The time that it
 * says, 0 where it is worth nothing. */
enum signature_stamp trust_token(const struct work *, PKCS7 *token, BIO *about, time_t *);

/* The same of a token of RFC 3161 beside the signature, about its value. */
enum signature_stamp trust_proved_time(const struct work *, CMS_SignerInfo *, time_t *);

/* ---- cms.c: one signature -------------------------------------------- */

/* Fills in all of the signature but its verdict.  Those that were made later
 * come first: a time stamp over the document sets ->moment for what is below. */
enum signature_reason cms_check(struct work *, const struct byte_range *, struct pdf_signature *);

#endif
