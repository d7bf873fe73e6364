/* SPDX-License-Identifier: ISC */
#ifndef PDF_SIGNATURE_SIGNATURE_CHECK_H
#define PDF_SIGNATURE_SIGNATURE_CHECK_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"
#include "base/error_chain.h"

/*
 * Electronic signatures in a PDF (ISO 32000-1, 12.8; ETSI EN 319 142-1 for
 * the forms in use): are the bytes those that were signed, by whom, and does
 * an authority that the region trusts vouch for the person.  Nothing is asked
 * of the network: whether a certificate was revoked is known only from lists
 * that stand among the authorities.
 */
enum signature_verdict {
	SIGNATURE_VALID,   /* sah */
	SIGNATURE_INVALID, /* tidak sah */
	SIGNATURE_UNKNOWN  /* tidak dapat diperiksa */
};

enum signature_reason {
	SIGNATURE_GOOD,
	/* not valid */
	SIGNATURE_CONTENT_CHANGED, /* the signed bytes are not these */
	SIGNATURE_CHANGED_AFTER,   /* bytes were added after the last signature */
	SIGNATURE_REVOKED,         /* the authority took the certificate back */
	SIGNATURE_NOT_FOR_SIGNING, /* the certificate may not sign */
	SIGNATURE_NOT_YET,         /* signed before the certificate began */
	/* cannot be checked */
	SIGNATURE_NO_SIGNATURE,
	SIGNATURE_BROKEN,       /* no readable signature, or a hidden part */
	SIGNATURE_OLD_FORM,     /* a form that is no longer in use */
	SIGNATURE_WEAK,         /* a digest that can be forged */
	SIGNATURE_STRANGER,     /* issued by none of the authorities */
	SIGNATURE_NO_AUTHORITY, /* the region has named none */
	SIGNATURE_EXPIRED,      /* over now, and nothing proves the time */
	SIGNATURE_ADDED_PROOF,  /* proof data were added and not signed */
	SIGNATURE_REASONS
};

enum {
	PDF_SIGNATURES_MAX = 32,
	PDF_SIGNATURE_NAME = 200,
	PDF_SIGNATURE_TIME = 24,
	PDF_SIGNATURE_SERIAL = 64
};

struct pdf_signature {
	enum signature_verdict verdict;
	enum signature_reason reason;
	bool timestamp;                  /* of the whole document, by a time authority */
	bool proved_time;                /* ->time comes from a trusted time authority,
				 * else it is what the signer says */
	bool whole;                      /* it covers the file to its end */
	char signer[PDF_SIGNATURE_NAME]; /* common name; "" when it cannot be read */
	char organisation[PDF_SIGNATURE_NAME];
	char issuer[PDF_SIGNATURE_NAME];   /* common name of who issued the certificate */
	char serial[PDF_SIGNATURE_SERIAL]; /* of the certificate, hexadecimal */
	char time[PDF_SIGNATURE_TIME];     /* UTC, "YYYY-MM-DD HH:MM:SS"; "" unknown */
};

/* Of the file: valid only when every signature is and nothing came after. */
struct pdf_signatures {
	enum signature_verdict verdict;
	enum signature_reason reason; /* of the first that is not valid */
	size_t count;
	struct pdf_signature all[PDF_SIGNATURES_MAX]; /* in the order in which they were made */
};

/*
 * Checks the PDF that is open for reading at fd, at the moment `now`.
 * `authorities` is text of PEM blocks, certificates and revocation lists; ""
 * when the region has named none.  A file that is no PDF is SIGNATURE_BROKEN.
 * 0, or -1 with a cause when the file cannot be read or memory is short.
 */
int signature_check(int fd, const char *authorities, time_t now, struct pdf_signatures *,
    struct error_chain *);

/* "valid", "invalid", "unknown": as stored. */
const char *signature_verdict_code(enum signature_verdict);

/* "content_changed": as stored; SIGNATURE_REASONS for a code that is none. */
const char *signature_reason_code(enum signature_reason);
enum signature_reason signature_reason_of(const char *code);

/* A certificate among the authorities, for the person who entrusts it. */
struct trust_anchor {
	char name[PDF_SIGNATURE_NAME];
	char organisation[PDF_SIGNATURE_NAME];
	char from[PDF_SIGNATURE_TIME], until[PDF_SIGNATURE_TIME]; /* UTC */
	char fingerprint[65];                                     /* SHA-256, hexadecimal */
	bool may_issue; /* a certificate of an authority */
};

enum { TRUST_ANCHORS_MAX = 20 };

/*
 * Reads PEM text, or one certificate in DER, into PEM text without anything
 * else that stood there.  Returns how many certificates it has, at most
 * TRUST_ANCHORS_MAX; 0 when there is none or too many.
 */
size_t trust_anchors_read(const void *bytes, size_t length, struct arena *,
    struct trust_anchor all[TRUST_ANCHORS_MAX], const char **pem);

#endif
