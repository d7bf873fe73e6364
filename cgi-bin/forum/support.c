/* SPDX-License-Identifier: ISC */
/*
 * Whoever agrees with an opinion that was released supports it, once: what tells so is a
 * number that the browser keeps, or, where it keeps none, its address; stored is a hash that
 * belongs to this one opinion alone.
 */
#include "forum/forum.h"

#include <string.h>

#include "base/secret.h"
#include "guest/guest.h"
#include "web/cookie.h"
#include "base/banned.h"

#define BROWSER_COOKIE(config) COOKIE_NAME((config)->secure_cookie, "matang_forum")

const struct field support_fields[] = {
	GUEST_FIELDS,
	{ .name = NULL },
};

struct supporting {
	struct context *context;
	struct hearing hearing;
	struct rows opinion, salt;
	struct guest guest;
	unsigned char mark[SHA256_BYTES];
};

static int
read_supporting(struct supporting *supporting)
{
	struct context *context = supporting->context;
	int result = db_select(context->db, &supporting->salt, STATEMENT_FORUM_PUBLIC,
	    db_int(context->keys[0]));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	hearing_read(context, &supporting->salt, &supporting->hearing);
	result = db_select(context->db, &supporting->opinion, STATEMENT_FORUM_RELEASED_ONE,
	    db_int(context->keys[1]), db_int(context->keys[0]));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	return hearing_takes(&supporting->hearing) ?
	    0 :
	    context_refuse(context, 410,
		"Konsultasi ini sedang tidak menerima dukungan. Pendapatnya masih dapat dibaca.");
}

/* The number that this browser keeps; NULL: none. */
static const char *
browser_number(struct context *context)
{
	const char *value;
	size_t length;

	return cookie_find(context->request->cookies, BROWSER_COOKIE(context->config), &value,
		   &length) == COOKIE_FOUND &&
		length == TOKEN_TEXT - 1 ?
	    arena_copy(context->arena, value, length) :
	    NULL;
}

static void
give_browser_number(struct context *context)
{
	const struct config *config = context->config;
	char number[TOKEN_TEXT];

	if (browser_number(context) != NULL)
		return;
	random_token(number);
	answer_header(context->request, "Set-Cookie",
	    arena_format(context->arena, "%s=%s; Path=%s/; HttpOnly; SameSite=Lax%s",
		BROWSER_COOKIE(config), number,
		COOKIE_PATH(config->secure_cookie, config->base_path),
		config->secure_cookie ? "; Secure" : ""));
}

static void
make_support_mark(struct supporting *supporting)
{
	struct context *context = supporting->context;
	const char *number = browser_number(context);
	struct buffer text = { .arena = context->arena };
	size_t length;
	const void *salt = row_bytes(&supporting->salt, 0, "salt", &length);

	buffer_add(&text, salt, length);
	buffer_format(&text, "%lld %s %s", (long long)context->keys[1],
	    number != NULL ? "browser" : "address",
	    number != NULL ? number : context_network(context));
	sha256(supporting->mark, text.bytes, text.length);
}

static void
fill_supporting(const struct supporting *supporting)
{
	hearing_fill(supporting->context, &supporting->hearing);
	fill_row(page_node(&supporting->context->page, "Opinion"), &supporting->opinion, 0);
}

static int
make_support(struct context *context, const void *what, const char **body, size_t *length)
{
	struct supporting supporting = { .context = context };
	int status = read_supporting(&supporting);

	(void)what;
	if (status != 0)
		return status;
	fill_supporting(&supporting);
	guest_fill_holes(context);
	return context_render(context, "forum/support", body, length);
}

static int
show_own_support(struct context *context)
{
	struct supporting supporting = { .context = context };
	struct guest_offer offer;
	int status = read_supporting(&supporting);

	if (status == 0)
		status = guest_offer(context, &offer);
	if (status != 0)
		return status;
	fill_supporting(&supporting);
	guest_fill(context, &offer);
	return context_show(context, "forum/support");
}

int
show_support(struct context *context)
{
	struct page_asked asked = { .make = make_support };
	int status;

	give_browser_number(context);
	if (!kept_page_serves(context))
		return show_own_support(context);
	status = hearing_asked(context, "forum/support", "", context->keys[1], &asked);
	return status != 0 ? status : guest_page_answer(context, &asked);
}

static int
store_support(struct db *db, void *argument)
{
	const struct supporting *supporting = argument;
	struct context *context = supporting->context;
	struct db_value opinion = db_int(context->keys[1]), hearing = db_int(context->keys[0]);
	int result = guest_take(&supporting->guest);

	if (result == 0)
		result = hearing_hold(context, &supporting->hearing, "open", "");
	if (result == 0)
		result = db_run(db, STATEMENT_FORUM_SUPPORT,
		    db_bytes(supporting->mark, sizeof(supporting->mark)), opinion, hearing);
	if (result > 0)
		result = db_run(db, STATEMENT_FORUM_SUPPORT_COUNT, opinion);
	if (result > 0)
		result = db_run(db, STATEMENT_FORUM_TOUCH, hearing);
	return result < 0 ? result : 0;
}

int
support(struct context *context)
{
	struct supporting supporting = { .context = context };
	struct guest_offer offer;
	int status = read_supporting(&supporting), result;

	if (status == 0)
		status = guest_token_read(context, &supporting.guest);
	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		status = guest_offer(context, &offer);
		if (status != 0)
			return status;
		fill_supporting(&supporting);
		guest_fill(context, &offer);
		return context_show_errors(context, "forum/support");
	}
	make_support_mark(&supporting);
	result = db_txn(context->db, store_support, &supporting);
	if (result < 0 && result != DB_DUPLICATE)
		return context_status(context, result);
	return context_redirect(context, "/forum/%lld?done=%s", (long long)context->keys[0],
	    result == DB_DUPLICATE ? "supported-before" : "supported");
}
