/* SPDX-License-Identifier: ISC */
#ifndef ESIGN_SERVICE_H
#define ESIGN_SERVICE_H

#include "base/arena.h"
#include "base/config.h"
#include "base/error_chain.h"
#include "document/render.h"

/*
 * The signature service of BSrE, both versions of its interface, as its
 * clients in public code use it; no official text could be read.  HTTP Basic
 * everywhere.
 *
 *   1  POST /api/sign/pdf, multipart: file nik passphrase tampilan(visible,
 *      invisible) image imageTTD page xAxis yAxis width height reason
 *      location.  The answer is the PDF, or names it by the header id_dokumen
 *      or a member of that name: GET /api/sign/download/{id}.
 *   2  POST /api/v2/sign/pdf, JSON: nik or email, passphrase or totp,
 *      signatureProperties, file (base 64) -> file (base 64).
 *      POST /api/v2/sign/get/totp, {nik or email, data}: what `data` means is
 *      said nowhere officially; clients send the number of files that will be
 *      signed, so this sends 1.
 *      POST /api/v2/user/check/status, {nik or email} -> status.
 *
 * Not said anywhere either: from which side of a page y is counted.  As PDF
 * does (ISO 32000-1, 8.3.2.3) unless the configuration says esign_from_top.
 * Errors come as JSON with a text and sometimes a status_code (2031: wrong
 * passphrase, 2011: not registered), and with any status of HTTP; a visible
 * signature that is not liked as a plain 500: then an invisible one is asked
 * for in its place.
 *
 * Neither the person's number nor any secret is kept or logged.
 */
enum service_result {
	SERVICE_DONE,
	SERVICE_WRONG_SECRET, /* passphrase or code */
	SERVICE_NOT_REGISTERED,
	SERVICE_CERTIFICATE, /* expired, revoked, suspended */
	SERVICE_REFUSED,     /* for a reason that is not understood */
	SERVICE_FAILED,      /* says that it has trouble of its own */
	SERVICE_SETTINGS,    /* not this address, version or credentials */
	SERVICE_UNREACHABLE,
	SERVICE_UNTRUSTED, /* its TLS certificate */
	SERVICE_SLOW,
	SERVICE_GARBAGE, /* an answer that is none */
	SERVICE_TOO_LARGE,
	SERVICE_RESULTS
};

/* Who signs: a number or an address, and for signing one of the secrets. */
struct signer {
	const char *nik, *email;       /* one of them, the other NULL */
	const char *passphrase, *totp; /* the same */
};

struct to_sign {
	const struct buffer *pdf;
	const struct render_place *place; /* page 0: an invisible signature */
	const struct buffer *stamp;       /* PNG of what is seen there */
	const char *reason, *location;
};

/* A certificate's state, as the service calls it. */
enum user_status {
	USER_ISSUE,
	USER_EXPIRED,
	USER_RENEW,
	USER_WAITING,
	USER_NEW,
	USER_NO_CERTIFICATE,
	USER_NOT_REGISTERED,
	USER_SUSPEND,
	USER_REVOKE,
	USER_STATUSES
};

struct service {
	struct arena *arena;
	const struct esign_service *settings;
	struct error_chain *fault;
	int64_t until; /* by service_begin: for all calls together */
};

void service_begin(struct service *, struct arena *, const struct esign_service *,
    struct error_chain *);

/* A PDF, signed as far as one may believe a service: check it. */
enum service_result service_sign(struct service *, const struct signer *, const struct to_sign *,
    struct buffer *signed_pdf);

/* Interface 2 alone. */
enum service_result service_send_code(struct service *, const struct signer *);
enum service_result service_status(struct service *, const struct signer *, enum user_status *);

#endif
