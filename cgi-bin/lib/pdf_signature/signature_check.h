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
enum seal_verdict {
	SEAL_VALID,		/* sah */
	SEAL_INVALID,		/* tidak sah */
	SEAL_UNKNOWN		/* tidak dapat diperiksa */
};

enum seal_reason {
	SEAL_GOOD,
	/* not valid */
	SEAL_CONTENT_CHANGED,	/* the signed bytes are not these */
	SEAL_CHANGED_AFTER,	/* bytes were added after the last signature */
	SEAL_REVOKED,		/* the authority took the certificate back */
	SEAL_NOT_FOR_SIGNING,	/* the certificate may not sign */
	SEAL_NOT_YET,		/* signed before the certificate began */
	/* cannot be checked */
	SEAL_NO_SIGNATURE,
	SEAL_BROKEN,		/* no readable signature, or a hidden part */
	SEAL_OLD_FORM,		/* a form that is no longer in use */
	SEAL_WEAK,		/* a digest that can be forged */
	SEAL_STRANGER,		/* issued by none of the authorities */
	SEAL_NO_AUTHORITY,	/* the region has named none */
	SEAL_EXPIRED,		/* over now, and nothing proves the time */
	SEAL_ADDED_PROOF,	/* proof data were added and not signed */
	SEAL_REASONS
};

enum { SEALS_MAX = 32, SEAL_NAME = 200, SEAL_TIME = 24, SEAL_SERIAL = 64 };

struct seal {
	enum seal_verdict verdict;
	enum seal_reason reason;
	bool timestamp;		/* of the whole document, by a time authority */
	bool proved_time;	/* ->time comes from a trusted time authority,
				 * else it is what the signer says */
	bool whole;		/* it covers the file to its end */
	char signer[SEAL_NAME];	/* common name; "" when it cannot be read */
	char organisation[SEAL_NAME];
	char issuer[SEAL_NAME];	/* common name of who issued the certificate */
	char serial[SEAL_SERIAL];	/* of the certificate, hexadecimal */
	char time[SEAL_TIME];	/* UTC, "YYYY-MM-DD HH:MM:SS"; "" unknown */
};

/* Of the file: valid only when every signature is and nothing came after. */
struct seals {
	enum seal_verdict verdict;
	enum seal_reason reason;	/* of the first that is not valid */
	size_t count;
	struct seal all[SEALS_MAX];	/* in the order in which they were made */
};

/*
 * Checks the PDF that is open for reading at fd, at the moment `now`.
 * `authorities` is text of PEM blocks, certificates and revocation lists; ""
 * when the region has named none.  A file that is no PDF is SEAL_BROKEN.
 * 0, or -1 with a cause when the file cannot be read or memory is short.
 */
int	seal_check(int fd, const char *authorities, time_t now,
	    struct seals *, struct fault *);

/* "valid", "invalid", "unknown": as stored. */
const char *seal_verdict_code(enum seal_verdict);

/* "content_changed": as stored; SEAL_REASONS for a code that is none. */
const char *seal_reason_code(enum seal_reason);
enum seal_reason seal_reason_of(const char *code);

/* A certificate among the authorities, for the person who entrusts it. */
struct authority {
	char name[SEAL_NAME];
	char organisation[SEAL_NAME];
	char from[SEAL_TIME], until[SEAL_TIME];	/* UTC */
	char fingerprint[65];	/* SHA-256, hexadecimal */
	bool may_issue;		/* a certificate of an authority */
};

enum { AUTHORITIES_MAX = 20 };

/*
 * Reads PEM text, or one certificate in DER, into PEM text without anything
 * else that stood there.  Returns how many certificates it has, at most
 * AUTHORITIES_MAX; 0 when there is none or too many.
 */
size_t	authorities_read(const void *bytes, size_t length, struct arena *,
	    struct authority all[AUTHORITIES_MAX], const char **pem);

#endif
