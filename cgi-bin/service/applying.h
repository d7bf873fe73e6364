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
	APPLY_EMAIL,
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
	/* What it renews, or NULL; that was renewed by another one before this was stored. */
	struct renewal *renews;
	bool renewed;
	struct guest_offer offer; /* the rest is of whoever has no account */
	struct guest guest;
};

/* What the form needs beside the service, which is there.  0 or a status. */
int applying_read(struct applying *);

void applying_fill(struct applying *);

/* Are there only names that the service asks for? */
bool applying_asks_only(const struct applying *);

/* The answer where there are others: 400, or what to do where the service has changed since. */
int applying_refuse_names(struct applying *);

/* What was sent is checked and stored, or its form shown again with the errors; then thanked for.
 * A status, or the answer was begun. */
int applying_send(struct applying *, void (*fill)(struct applying *),
    int (*thank)(struct applying *));

/* Leads to number and secret, which the browser keeps until it is closed. */
int applying_give_ticket(struct applying *);

/* Each way in, from the service that is there: what its form needs, its page, and what was sent;
 * of whoever has no account the token was read before. */
int counter_send(struct applying *);
int online_offer(struct applying *);
void online_fill(struct applying *);
int online_send(struct applying *);
int assisted_offer(struct applying *);
void assisted_fill(struct applying *);
int assisted_send(struct applying *);

/* NIK and NPWP that a renewal leaves empty stay as they were, for they are not shown again. */
void renewal_keep_numbers(struct applying *);
void renewal_hide_numbers(struct particulars *);

/* In the transaction that stores it: what it renews is held from the first statement on, and then
 * free.  0 or enum db_error, which is DB_STOPPED where it is not. */
int renewal_hold(const struct applying *);
int renewal_free(struct applying *);

#endif
