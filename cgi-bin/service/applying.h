/* SPDX-License-Identifier: ISC */
#ifndef SERVICE_APPLYING_H
#define SERVICE_APPLYING_H

#include "base/secret.h"
#include "guest/guest.h"
#include "guest/place.h"
#include "service/service.h"

/*
 * An application as it comes in: typed in at the counter by an official, or by the applicant
 * himself, who has no account.  Both fill in the same form, application_fields.
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
	bool again;  /* it was there before, so its files were not kept */
	bool online; /* the rest is of that alone */
	struct guest_offer offer;
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
