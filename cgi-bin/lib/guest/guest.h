/* SPDX-License-Identifier: ISC */
#ifndef GUEST_GUEST_H
#define GUEST_GUEST_H

#include "frame/context.h"
#include "frame/kept_page.h"
#include "guest/token.h"

/*
 * What protects a form that anybody may post without account.
 *
 *	const struct field fields[] = { GUEST_FIELDS, [GUEST_FIELD_COUNT] = { … }, … };
 *	a route for EVERYBODY with ROUTE_OWN_CSRF
 *
 *	show:  status = guest_offer(context, &offer);  guest_fill(context, &offer);  and in the
 *	       template, in the form, call:guest_fields() of templates/guest.cs, with
 *	       set:page_script = "matang-guest"
 *	post:  status = guest_token_read(context, &guest);   errors are those of the form
 *	       if (!form_ok(form)) show again, by guest_offer and context_show_errors
 *	       db_txn: result = guest_take(&guest) first, then what the form makes
 *
 * Whoever has a script works for the token (some ten thousand hashes), whoever has none
 * answers a sum in words; a field that nobody sees stays empty; a token is of this
 * instance and no older than some hours.  None of that asks the database, so a flood is
 * refused before it costs.  Then so many an hour for an address and in all (settings
 * guest_posts_per_hour and guest_posts_of_all), counted in the transaction of the post
 * itself: what was not stored is not counted, and it costs no commit of its own.
 *
 * The token is the form's protection against other sites, too, beside the check of Origin
 * that the frame makes.  It is no protection against being sent twice: store guest.mark in
 * a UNIQUE column, and at DB_DUPLICATE show what the mark has stored; ticket_secret gives
 * the same secret again.
 */
enum { GUEST_TOKEN, GUEST_WORK, GUEST_ANSWER, GUEST_TRAP, GUEST_FIELD_COUNT };
#define GUEST_FIELDS \
	[GUEST_TOKEN] = { "guest_token", FIELD_TEXT, "Tanda halaman", .max = 80 }, \
	[GUEST_WORK] = { "guest_work", FIELD_TEXT, "Hitungan", .max = 20 }, \
	[GUEST_ANSWER] = { "guest_answer", FIELD_TEXT, "Jawaban pertanyaan", .max = 40 }, \
	[GUEST_TRAP] = { "website", FIELD_TEXT, "Jangan diisi", .max = 200 }

struct guest {
	struct context *context;
	const char *token;
	unsigned char mark[SHA256_BYTES]; /* of the page: the same for a form sent twice */
	char secret[TICKET_LETTERS + 1];  /* of the ticket that comes of it, */
	unsigned char hash[SHA256_BYTES]; /* and what is stored of it */
	bool by_script;                   /* worked for; else answered, which counts double */
	int64_t of_address, of_all;       /* so many an hour: settings, read before the transaction,
	                                   * within which nothing is kept */
};

/* What a page with such a form needs: read, then shown as Guest.token .bits .question for
 * the macro.  0 or a status. */
struct guest_offer {
	char token[GUEST_TOKEN_TEXT];
	struct guest_sum sum;
};
int guest_offer(struct context *, struct guest_offer *);
void guest_fill(struct context *, const struct guest_offer *);

/* The same for a page that is kept: its maker leaves holes, which are filled for each who asks.
 * 0 or a status. */
void guest_fill_holes(struct context *);
int guest_page_answer(struct context *, const struct page_asked *);

/* Judges what came: errors of the form, of its first four fields.  0 or a status. */
int guest_token_read(struct context *, struct guest *);

/*
 * The secret of a ticket, and its hash, that comes of a form of somebody who is signed in, for
 * the person whom it is about: of the same text the same, so that a form that is sent again
 * shows it again.  0 or a status.
 */
int guest_ticket_of(struct context *, const char *text, char secret[TICKET_LETTERS + 1],
    unsigned char hash[SHA256_BYTES]);

/* Whoever has a ticket is known: the form has no token, and is counted.  0 or a status. */
int guest_known(struct context *, struct guest *);

/* In the work of a transaction, before anything else: 0, db_stop with a page of 429, or enum
 * db_error.  Locks the rate of the address until its end, and that of the program: whole where
 * few are let in, else one of eight shares of it, so that posts do not wait for one another; the
 * first is refused when one share is spent, which is somewhat before all are. */
int guest_take(const struct guest *);

/*
 * Before the files of a form are looked at, which costs more than all else of it: so many
 * MiB an hour for an address and in all (settings guest_mib_per_hour, guest_mib_of_all),
 * each file rounded up by the caller.  Counted in a transaction of its own, also where the
 * form comes to nothing, or the same files could be sent for ever.  Seconds to wait, 0 for
 * none, or enum db_error.
 */
int guest_take_files(const struct guest *, int64_t mebibytes);

/* ---- tickets ------------------------------------------------------------------ */

/*
 * Who has number and secret of a ticket reads and answers it.  Both come by POST once
 * and stay in a cookie of the browser for that program until it is closed or ticket_forget
 * is called: nothing of it stands in an address, which servers log.
 */
struct ticket {
	const char *number, *secret; /* as typed, the secret in its plain form */
	unsigned char hash[SHA256_BYTES];
};

/* The cookie's, or false. */
bool ticket_kept(struct context *, struct ticket *);

/* What was typed: false where it cannot be one. */
bool ticket_typed(struct context *, const char *number, const char *secret, struct ticket *);

void ticket_keep(struct context *, const char *number, const char *secret);
void ticket_forget(struct context *);

/*
 * Tries are counted by address before they are judged, and forgiven where they were good:
 * 0, or 429 with its page.  ticket_miss counts one of a cookie that is not good (any more);
 * it gives 404 or 429 with its page.
 */
int ticket_try(struct context *);
int ticket_good(struct context *);
int ticket_miss(struct context *);

/*
 * Ticket.number .secret ("K7QM-…") .address .qr .qr_size: for ticket_card() of
 * templates/guest.cs, a page to print.  The QR code leads to `path` below the base path with both
 * behind "#", which no browser sends: a script puts them into the form there.
 */
void ticket_fill(struct context *, const char *path, const char *number, const char *secret);

#endif
