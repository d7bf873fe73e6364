/* SPDX-License-Identifier: ISC */
/*
 * Many accounts made in one go: sign-in names that nobody thought of,
 * passwords that are shown on cards to be printed and cut, and nowhere else.
 */
#include <ctype.h>
#include <string.h>

#include "cycle/accounts.h"
#include "document/issued.h"
#include "store/history.h"
#include "base/banned.h"

enum { SLUG_MAX = 30, NUMBERS_MAX = 1000 };

const char card_again_reason[] = "Kartu akun dibuat ulang: belum pernah masuk";

/* ---- sign-in names -------------------------------------------------------- */

/* "Dinas Kesehatan" -> "dinas.kesehatan"; ends before the byte `end`. */
static const char *
slug(struct arena *arena, const char *from, char end)
{
	char *text = arena_text(arena, from), *to = text;

	for (; *from != '\0' && *from != end && to - text < SLUG_MAX; from++) {
		unsigned char byte = (unsigned char)*from;

		if (isalnum(byte))
			*to++ = (char)tolower(byte);
		else if (to > text && to[-1] != '.')
			*to++ = '.';
	}
	while (to > text && to[-1] == '.')
		to--;
	*to = '\0';
	return text;
}

static const char *
first_word(enum role role)
{
	switch (role) {
	case ROLE_OPERATOR:
		return "operator";
	case ROLE_HEAD:
		return "kepala";
	case ROLE_VERIFIER:
		return "verifikator";
	case ROLE_VALIDATOR:
		return "validator";
	case ROLE_ADMIN:
		return "admin";
	case ROLE_AUDITOR:
		return "auditor";
	case ROLE_LEADER:
		return "pimpinan";
	case ROLE_ASSISTANT:
		return "pendamping";
	case ROLE_PUBLIC:
		break;
	}
	return "akun";
}

const char *
username_base(struct arena *arena, enum role role, const char *short_name, const char *agency_name,
    const char *full_name)
{
	bool agency = agency_need(role) == AGENCY_MUST;
	/* What follows a comma in a person's name is a degree. */
	const char *whose = agency ?
	    slug(arena, *short_name != '\0' ? short_name : agency_name, '\0') :
	    slug(arena, full_name, ',');

	return *whose == '\0' ?
	    first_word(role) :
	    arena_format(arena, "%s.%s", first_word(role), whose);
}

int
username_free(struct context *context, const char *base, const char *region_code,
    bool (*taken)(void *, const char *), void *argument, const char **username)
{
	const char *name = base, *code = slug(context->arena, region_code, '\0');
	struct account other;
	int result = 0, number = 1;

	while (number < NUMBERS_MAX) {
		bool promised = taken != NULL && taken(argument, name);

		if (!promised && (result = account_named(context->db, &other, name)) <= 0)
			break;
		if (!promised && *code != '\0') {
			base = name = arena_format(context->arena, "%s.%s", base, code);
			code = "";
		} else
			name = arena_format(context->arena, "%s.%d", base, ++number);
	}
	*username = name;
	return result < 0 ? result : 0;
}

/* ---- the accounts --------------------------------------------------------- */

int
account_card_hash(struct account_card *made, size_t count)
{
	for (struct account_card *each = made; each < made + count; each++) {
		password_make(each->password);
		if (password_hash(each->hash, each->password) != 0)
			return 503;
		each->account.password_hash = each->hash;
		each->account.must_change_password = true;
	}
	return 0;
}

int
account_card_store(struct db *db, const struct context *context, struct account_card *made,
    size_t count, const char *reason)
{
	int result = 0;

	for (size_t first = 0; first < count && result == 0; first += DB_ROWS_MAX) {
		struct account *accounts[DB_ROWS_MAX];
		size_t some = 0;

		for (; some < DB_ROWS_MAX && first + some < count; some++)
			accounts[some] = &made[first + some].account;
		result = account_add_rows(db, accounts, some, context->actor.account_id, reason);
	}
	return result;
}

static void
fill_card(struct node *node, const struct account_card *made)
{
	node_set(node, "agency_name", made->agency_name);
	node_set(node, "full_name", made->account.person[PERSON_NAME]);
	node_set(node, "role_name", role_name(made->account.role));
	node_set(node, "username", made->account.username);
	node_set(node, "password", made->password);
}

int
account_card_show(struct context *context, struct account_card *made, size_t count)
{
	size_t shown = 0;

	for (size_t at = 0; at < count; at++) {
		if (!made[at].late)
			fill_card(node_row(page_node(&context->page, "Cards"), shown++), &made[at]);
		explicit_bzero(made[at].password, sizeof(made[at].password));
	}
	page_set_int(&context->page, "Bulk.count", (int64_t)shown);
	page_set(&context->page, "Bulk.address",
	    arena_format(context->arena, "%s%s/", context->config->site_address,
		context->config->base_path));
	return context_show(context, "cycle/account_cards");
}
