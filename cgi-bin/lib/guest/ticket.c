/* SPDX-License-Identifier: ISC */
/*
 * Tickets in the hands of whoever wrote without account: the cookie that remembers
 * one, the tries that are counted, the page to keep.
 */
#include "guest/guest.h"

#include <string.h>

#include "base/qr.h"
#include "store/throttle.h"
#include "web/cookie.h"
#include "base/banned.h"

enum { TRIES = 20, TRY_MINUTES = 15, NUMBER_MAX = 20 };

static const char cookie_word[] = "matang-ticket-";

/* "__Host-matang-ticket-complaint" */
static const char *
ticket_cookie(struct context *context)
{
	return arena_format(context->arena, "%s%s%s",
	    COOKIE_NAME(context->config->secure_cookie, ""), cookie_word, context->program);
}

/* Letters, digits and hyphens alone: it goes into a cookie. */
static bool
number_formed(const char *number)
{
	size_t length = strlen(number);

	return length > 0 && length <= NUMBER_MAX &&
	    strspn(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

/* Capitals, without blanks: "p-000123 " is P-000123. */
static const char *
number_meant(struct arena *arena, const char *typed)
{
	struct buffer number = { .arena = arena };

	buffer_text(&number, "");
	for (; *typed != '\0'; typed++)
		if (*typed != ' ')
			buffer_char(&number,
			    *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed);
	return number.bytes;
}

bool
ticket_typed(struct context *context, const char *number, const char *secret, struct ticket *ticket)
{
	const char *shown = ticket_shown(context->arena, secret);

	*ticket = (struct ticket){ .number = number_meant(context->arena, number),
		.secret = shown };
	return *shown != '\0' && number_formed(ticket->number) && ticket_hash(shown, ticket->hash);
}

bool
ticket_kept(struct context *context, struct ticket *ticket)
{
	const char *value, *text, *dot;
	size_t length;

	if (cookie_find(context->request->cookies, ticket_cookie(context), &value, &length) !=
	    COOKIE_FOUND)
		return false;
	text = arena_copy(context->arena, value, length);
	dot = strchr(text, '.');
	return dot != NULL &&
	    ticket_typed(context, arena_copy(context->arena, text, (size_t)(dot - text)), dot + 1,
		ticket);
}

static void
set_ticket(struct context *context, const char *value, const char *ending)
{
	const struct config *config = context->config;

	answer_header(context->request, "Set-Cookie",
	    arena_format(context->arena, "%s=%s; Path=%s/; HttpOnly; SameSite=Lax%s%s",
		ticket_cookie(context), value,
		COOKIE_PATH(config->secure_cookie, config->base_path),
		config->secure_cookie ? "; Secure" : "", ending));
}

void
ticket_keep(struct context *context, const char *number, const char *secret)
{
	set_ticket(context,
	    arena_format(context->arena, "%s.%s", number, ticket_shown(context->arena, secret)),
	    "");
}

void
ticket_forget(struct context *context)
{
	set_ticket(context, "", "; Max-Age=0");
}

/* ---- tries ------------------------------------------------------------------------ */

static struct throttle
tries_of(struct context *context)
{
	return (struct throttle){ .kind = "check",
		.key = arena_format(context->arena, "ticket %s", context_network(context)),
		.limit = TRIES,
		.minutes = TRY_MINUTES };
}

int
ticket_try(struct context *context)
{
	const struct throttle tries = tries_of(context);
	int result = throttle_count(context->db, &tries);

	if (result < 0)
		return context_status(context, result);
	return result > 0 ?
	    0 :
	    context_refuse(context, 429,
		"Terlalu banyak nomor dan kode yang keliru dari jaringan ini. Coba lagi setelah "
		"%d menit.",
		TRY_MINUTES);
}

int
ticket_good(struct context *context)
{
	const struct throttle tries = tries_of(context);

	return context_status(context, throttle_forgive(context->db, &tries));
}

int
ticket_miss(struct context *context)
{
	int status = ticket_try(context);

	return status != 0 ?
	    status :
	    context_refuse(context, 404,
		"Nomor dan kode rahasia ini tidak ditemukan. Periksa lagi keduanya pada "
		"tanda terima Anda.");
}

/* ---- the page to keep --------------------------------------------------------------- */

void
ticket_fill(struct context *context, const char *path, const char *number, const char *secret)
{
	struct node *node = page_node(&context->page, "Ticket");
	const char *shown = ticket_shown(context->arena, secret);
	const char *address = arena_format(context->arena, "%s%s%s", context->config->site_address,
	    context->config->base_path, path);
	int size = 0;
	const char *qr = qr_path(context->arena,
	    arena_format(context->arena, "%s#%s.%s", address, number, shown), &size);

	node_set(node, "number", number);
	node_set(node, "secret", shown);
	node_set(node, "address", address);
	if (qr != NULL)
		node_set(node, "qr", qr);
	node_set_int(node, "qr_size", size);
}
