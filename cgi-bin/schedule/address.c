/* SPDX-License-Identifier: ISC */
/*
 * A person's own deadlines at a secret address, which the calendar of a telephone
 * asks by itself, without a session.  The secret stands in the answer that makes it
 * and nowhere else; what is kept is its hash.  It may be made anew, and withdrawn.
 */
#include <string.h>

#include "base/secret.h"
#include "schedule/schedule.h"
#include "store/history.h"
#include "base/banned.h"

enum { FEED_KEY };
const struct field feed_fields[] = {
	[FEED_KEY] = { "key", FIELD_TEXT, "Kunci", true, .max = CODE_TEXT - 1 },
	{ .name = NULL },
};

enum { ADDRESS_KEY };
const struct field address_fields[] = {
	[ADDRESS_KEY] = { "key", FIELD_TEXT, "Kunci", true, .max = CODE_TEXT - 1 },
	{ .name = NULL },
};

/* Which steps a role has to do with: what it does itself. */
static const char *
steps_of(enum role role)
{
	switch (role) {
	case ROLE_OPERATOR:
		return "4,6";
	case ROLE_HEAD:
		return "6";
	case ROLE_VERIFIER:
		return "3,5,7";
	case ROLE_VALIDATOR:
		return "5";
	default:
		return "1,2,3,4,5,6,7";
	}
}

static int
feed_read(struct context *context, struct rows *steps)
{
	const char *key = form_text(&context->form, FEED_KEY);
	unsigned char hash[SHA256_BYTES];
	struct rows person;
	int result;

	sha256(hash, key, strlen(key));
	result = db_select(context->db, &person, STATEMENT_SCHEDULE_FEED_PERSON,
	    db_bytes(hash, sizeof(hash)));
	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	result = db_select(context->db, steps, STATEMENT_SCHEDULE_FEED,
	    db_text(steps_of(role_of(row_text(&person, 0, "role")))),
	    db_int(row_int(&person, 0, "id")), db_text(steps_of(ROLE_HEAD)),
	    db_text(steps_of(ROLE_OPERATOR)), db_int(row_int(&person, 0, "id")));
	return result < 0 ? context_status(context, result) : 0;
}

int
send_feed(struct context *context)
{
	struct rows steps;
	int status = form_ok(&context->form) ? feed_read(context, &steps) : 404;

	if (status != 0)
		return status;
	schedule_send_calendar(context, &steps, "inline");
	return 0;
}

/* ---- the page -------------------------------------------------------------- */

static int
address_read(struct context *context, bool *made)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SCHEDULE_ADDRESS,
	    db_int(context->actor.account_id));

	*made = result > 0 && row_int(&rows, 0, "made") != 0;
	return result < 0 ? context_status(context, result) : 0;
}

static int
address_show(struct context *context, bool made, const char *key)
{
	char next[CODE_TEXT];

	/* Brought along by the form: a button pressed twice makes one address. */
	random_code(next);
	page_set(&context->page, "NextKey", arena_text(context->arena, next));
	if (made)
		page_set(&context->page, "Made", "1");
	if (key != NULL)
		page_set(&context->page, "NewAddress",
		    arena_format(context->arena, "%s%s/schedule/feed?key=%s",
			context->config->site_address, context->config->base_path, key));
	return context_show(context, "schedule/address");
}

int
show_address(struct context *context)
{
	bool made;
	int status = address_read(context, &made);

	return status != 0 ? status : address_show(context, made, NULL);
}

struct addressing {
	const struct context *context;
	struct db_value hash;
	const char *said;
};

static int
address_keep(struct db *db, void *argument)
{
	const struct addressing *addressing = argument;
	const struct actor *actor = &addressing->context->actor;
	int result = db_run(db, STATEMENT_SCHEDULE_ADDRESS_SET, addressing->hash,
	    db_int(actor->account_id), addressing->hash);

	return result <= 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "account",
		    .account_id = actor->account_id,
		    .region_id = actor->region_id,
		    .agency_id = actor->agency_id,
		    .subject_id = actor->account_id,
		    .to = addressing->said });
}

/* No redirect: the address stands in this answer alone. */
int
make_address(struct context *context)
{
	const char *key = form_text(&context->form, ADDRESS_KEY);
	unsigned char hash[SHA256_BYTES];
	struct addressing addressing = { .context = context, .said = "Alamat kalender dibuat" };
	int status;

	if (!form_ok(&context->form) || !code_formed(key))
		return 400;
	sha256(hash, key, strlen(key));
	addressing.hash = db_bytes(hash, sizeof(hash));
	status = context_status(context, db_txn(context->db, address_keep, &addressing));
	return status != 0 ? status : address_show(context, true, key);
}

int
withdraw_address(struct context *context)
{
	struct addressing addressing = { .context = context,
		.hash = db_key(0),
		.said = "Alamat kalender dicabut" };
	int status = context_status(context, db_txn(context->db, address_keep, &addressing));

	return status != 0 ? status : context_redirect(context, "/schedule/address?done=withdrawn");
}
