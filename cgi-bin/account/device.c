/* SPDX-License-Identifier: ISC */
/*
 * Browsers from which somebody has signed in before.  Each keeps a proof that
 * only this server can have given: a hash of what is stored of the password, so
 * that it is good for one account and until the password changes, and nothing
 * has to be kept of it here.  It opens nothing; it only tells the owner from
 * those who guess.
 */
#include <string.h>

#include "account/account.h"
#include "base/secret.h"
#include "web/cookie.h"
#include "base/banned.h"

#define DEVICE_COOKIE(config) COOKIE_NAME((config)->secure_cookie, "matang-device")

enum { DEVICE_SECONDS = 365 * 24 * 3600 };

static const char *
device_proof(struct arena *arena, const struct account *account)
{
	const char *text = arena_format(arena, "device of %lld\n%s", (long long)account->id,
	    account->password_hash);
	char *proof = arena_alloc(arena, 2 * SHA256_BYTES + 1);
	unsigned char hash[SHA256_BYTES];

	sha256(hash, text, strlen(text));
	return hex_text(proof, hash, SHA256_BYTES);
}

bool
device_is_known(struct context *context, const struct account *account)
{
	const char *value;
	size_t length;

	return account->id != 0 &&
	    cookie_find(context->request->cookies, DEVICE_COOKIE(context->config), &value,
		&length) == COOKIE_FOUND &&
	    secret_equal(arena_copy(context->arena, value, length),
		device_proof(context->arena, account));
}

void
device_remember(struct context *context, const struct account *account)
{
	const struct config *config = context->config;

	answer_header(context->request, "Set-Cookie",
	    arena_format(context->arena, "%s=%s; Path=%s/; HttpOnly; SameSite=Lax%s; Max-Age=%d",
		DEVICE_COOKIE(config), device_proof(context->arena, account),
		COOKIE_PATH(config->secure_cookie, config->base_path),
		config->secure_cookie ? "; Secure" : "", DEVICE_SECONDS));
}
