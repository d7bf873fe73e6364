/* SPDX-License-Identifier: ISC */
#ifndef PDF_SIGNATURE_NAMES_H
#define PDF_SIGNATURE_NAMES_H

#include <openssl/x509.h>

#include "pdf_signature/signature_check.h"

/* One field of a name, cut to whole characters; "" when it is not there.
 * Control characters, which could write over the line they stand in, become
 * spaces. */
void certificate_name(char text[PDF_SIGNATURE_NAME], X509_NAME *, int nid);

/* The civil servant's number (NIP, 18 digits) that stands anywhere in a name;
 * "" for none.  Other numbers of a person are nobody's business. */
void certificate_nip(char nip[PDF_SIGNATURE_NIP], X509_NAME *);

/* 0 for what is no time. */
time_t certificate_time(const ASN1_TIME *);

/* "YYYY-MM-DD HH:MM:SS", UTC; "" for 0. */
void certificate_time_text(char text[PDF_SIGNATURE_TIME], time_t);

#endif
