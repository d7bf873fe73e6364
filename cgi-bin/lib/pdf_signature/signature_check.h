/* SPDX-License-Identifier: ISC */
#ifndef PDF_SIGNATURE_SIGNATURE_CHECK_H
#define PDF_SIGNATURE_SIGNATURE_CHECK_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"
#include "base/error_chain.h"
#include "store/inspection.h"

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
	SIGNATURE_CHANGED_AFTER,   /* something else was added after it was made */
	SIGNATURE_REVOKED,         /* the authority took the certificate back */
	SIGNATURE_NOT_FOR_SIGNING, /* the certificate may not sign */
	SIGNATURE_NOT_YET,         /* signed before the certificate began */
	SIGNATURE_STAMP_WRONG,     /* its time stamp is about something else */
	/* cannot be checked */
	SIGNATURE_NO_SIGNATURE,
	SIGNATURE_BROKEN,       /* no readable signature, or a hidden part */
	SIGNATURE_OLD_FORM,     /* a form that is no longer in use */
	SIGNATURE_WEAK,         /* a digest that can be forged */
	SIGNATURE_STRANGER,     /* issued by none of the authorities */
	SIGNATURE_NO_AUTHORITY, /* the region has named none */
	SIGNATURE_EXPIRED,      /* over now, and nothing proves the time */
	SIGNATURE_ADDED_PROOF,  /* something was added, and nobody could look at what */
	SIGNATURE_REASONS
};

enum {
	PDF_SIGNATURES_MAX = 32,
	PDF_SIGNATURE_NAME = 200,
	PDF_SIGNATURE_TIME = 24,
	PDF_SIGNATURE_SERIAL = 64,
	PDF_SIGNATURE_NIP = 19
};

/* What a time token is worth, beside a signature or over the document. */
enum signature_stamp {
	STAMP_NONE,
	STAMP_PROVED,   /* about this signature, from an authority that is trusted */
	STAMP_STRANGER, /* from none of them */
	STAMP_WRONG     /* about something else, or broken */
};

struct pdf_signature {
	enum signature_verdict verdict;
	enum signature_reason reason;
	bool timestamp;                  /* of the whole document, by a time authority */
	enum signature_stamp stamp;      /* proved: ->time comes from a trusted time
				 * authority, else it is what the signer says */
	bool whole;                      /* it covers the file to its end */
	char signer[PDF_SIGNATURE_NAME]; /* common name; "" when it cannot be read */
	char organisation[PDF_SIGNATURE_NAME];
	char issuer[PDF_SIGNATURE_NAME];   /* common name of who issued the certificate */
	char serial[PDF_SIGNATURE_SERIAL]; /* of the certificate, hexadecimal */
	char nip[PDF_SIGNATURE_NIP];       /* in the certificate; "" where it has none */
	char time[PDF_SIGNATURE_TIME];     /* UTC, "YYYY-MM-DD HH:MM:SS"; "" unknown */
};

/* Of the file: valid only when every signature is, and nothing came after any
 * but proof, further signatures and what the first one allows. */
struct pdf_signatures {
	enum signature_verdict verdict;
	enum signature_reason reason; /* of the first that is not valid */
	size_t count;
	struct pdf_signature all[PDF_SIGNATURES_MAX]; /* in the order in which they were made */
	enum revision_change before; /* between signature_question.from and the first:
				      * unknown where there is no such part */
};

struct signature_question {
	const char *authorities; /* PEM blocks, certificates and revocation lists;
				  * "" when the region has named none */
	const char *inspector;   /* the program that looks at what was added; NULL
				  * where the host has none: that is unknown then */
	time_t now;
	size_t from; /* the first bytes of the file are a document of this
		      * length that is known; 0: of none */
};

/*
 * Checks the PDF that is open for reading at fd.  A file that is no PDF is
 * SIGNATURE_BROKEN.  0, or -1 with a cause when the file cannot be read or
 * memory is short.
 */
int signature_check(int fd, const struct signature_question *, struct pdf_signatures *,
    struct error_chain *);

/* "valid", "invalid", "unknown": as stored. */
const char *signature_verdict_code(enum signature_verdict);

/* "none", "proved", "stranger", "wrong": as stored. */
const char *signature_stamp_code(enum signature_stamp);

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
