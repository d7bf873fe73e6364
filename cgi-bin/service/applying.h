/* SPDX-License-Identifier: ISC */
#ifndef SERVICE_APPLYING_H
#define SERVICE_APPLYING_H

#include "base/secret.h"
#include "guest/guest.h"
#include "guest/place.h"
#include "service/service.h"

/* Numbers of the form's fields; a field assistant's form has the last four beside. */
enum {
	APPLY_SAID = GUEST_FIELD_COUNT,
	APPLY_APPLICANT = APPLY_SAID + PARTICULARS,
	APPLY_PLACE,
	APPLY_FIELD,
	APPLY_HAVE,
	APPLY_FILE,
	APPLY_DRAFT,
	APPLY_CONSENT,
	APPLY_CONSENT_BY,
	APPLY_CONSENT_ON
};

enum apply_channel { APPLY_COUNTER, APPLY_ONLINE, APPLY_ASSISTED };

/*
 * An application as it comes in: typed in at the counter by an official, by a field assistant
 * at the place of a person without phone, or by the applicant himself, who has no account.
 * All fill in the same form, application_fields.
 */
struct applying {
	struct context *context;
	struct service service;
	struct particulars said;
	struct place_list places;
	const char **values; /* of the service's fields, in their order */
	const char *particulars;
	struct calendar calendar;
	int32_t today;
	unsigned char mark[SHA256_BYTES];
	const char *number;
	int64_t id;
	struct sent_files sent;
	bool again; /* it was there before, so its files were not kept */
	enum apply_channel channel;
	const char *consent; /* of an assistant: the words that the person agreed to, */
	unsigned char sent_mark[SHA256_BYTES]; /* and the form, the same however often it is sent */
	/* What the applicant proves himself by, and its hash; not at the counter. */
	char secret[TICKET_LETTERS + 1];
	unsigned char secret_hash[SHA256_BYTES];
	struct guest_offer offer; /* the rest is of whoever has no account */
	struct guest guest;
};

/* What the form needs beside the service, which is there.  0 or a status. */
int applying_read(struct applying *);

void applying_fill(struct applying *);

/* Are there only names that the service asks for? */
bool applying_asks_only(const struct applying *);

/* What was typed, then what was sent: what does not fit becomes an error of its field.  0 or a
 * status. */
int applying_check(struct applying *);

/*
 * Stores it, or finds it where the same was sent before: its key and number.  0, or a
 * status, which is 409 for who sends what somebody else has sent.
 */
int applying_store(struct applying *);

#endif
