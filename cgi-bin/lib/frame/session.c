/* SPDX-License-Identifier: ISC */
/*
 * Who asks: sessions by a random token, of which the database keeps the hash
 * alone.  A new one begins at every sign-in and when the second factor is
 * given, so that none that was known before stays good (session fixation).
 */
#include "frame/session.h"

#include <string.h>

#include "base/secret.h"
#include "base/utf8.h"
#include "frame/kept.h"
#include "web/cookie.h"
#include "base/banned.h"

enum {
	TOUCH_SECONDS = 60, /* the idle time is written this seldom */
	FRESH_SECONDS = 900
};

/* The hash under which the browser's token is kept; false: no good cookie. */
static bool
token_hash(const struct context *context, unsigned char hash[SHA256_BYTES])
{
	const char *token;
	size_t length;

	if (cookie_find(context->request->cookies, SESSION_COOKIE(context->config), &token,
		&length) != COOKIE_FOUND ||
	    length != TOKEN_TEXT - 1)
		return false;
	sha256(hash, token, length);
	return true;
}

static void
set_cookie(struct context *context, const char *token, const char *ending)
{
	const struct config *config = context->config;

	answer_header(context->request, "Set-Cookie",
	    arena_format(context->arena, "%s=%s; Path=%s/; HttpOnly; SameSite=Lax%s%s",
		SESSION_COOKIE(config), token,
		COOKIE_PATH(config->secure_cookie, config->base_path),
		config->secure_cookie ? "; Secure" : "", ending));
}

/* For who serves several agencies: which, and as what in the one that the session is at. */
static int
know_agencies(struct context *context, const struct rows *rows)
{
	int64_t account = row_int(rows, 0, "account_id");
	struct rows *serves;
	int result;

	if (row_int(rows, 0, "serves") == 0)
		return 0;
	if (!row_null(rows, 0, "at_role"))
		db_acts_as(context->db, row_text(rows, 0, "at_role"));
	serves = arena_alloc(context->arena, sizeof(*serves));
	result = kept_world_select(context, serves, STATEMENT_MEMBERSHIP_OF, db_int(account),
	    db_int(account));
	context->actor.serves = serves;
	return result < 0 ? result : 0;
}

static int
know(struct context *context, const struct rows *rows, const char *second_factor)
{
	bool confirmed = row_int(rows, 0, "totp_confirmed") != 0;
	struct actor *actor = &context->actor;
	const struct place_names *place = NULL;
	int result = 0;

	actor->account_id = row_int(rows, 0, "account_id");
	actor->role = role_of(row_text(rows, 0, "role"));
	actor->region_id = row_int(rows, 0, "region_id");
	actor->agency_id = row_int(rows, 0, "own_agency_id");
	actor->name = row_text(rows, 0, "full_name");
	actor->csrf = row_text(rows, 0, "csrf");
	actor->tour = row_int(rows, 0, "tour");
	actor->unread = row_int(rows, 0, "unread");
	actor->fresh = row_int(rows, 0, "age_seconds") <= FRESH_SECONDS;
	actor->must_change_password = row_int(rows, 0, "must_change_password") != 0;
	actor->needs_second_factor = confirmed && row_int(rows, 0, "second_factor") == 0;
	/* Where the site has asked for a factor, none has to be set up here. */
	actor->needs_set_up = !confirmed && row_int(rows, 0, "second_factor") == 0 &&
	    role_listed(second_factor, actor->role);
	if (actor->region_id != 0)
		result = kept_place(context, actor->region_id, actor->agency_id, &place);
	if (result == 0)
		result = know_agencies(context, rows);
	if (place != NULL) {
		actor->region_name = place->region;
		actor->agency_name = place->agency;
		actor->zone = place->zone;
		actor->place = place;
	}
	return result;
}

/* The session with what the route asks for beside it. */
static int
select_session(struct context *context, unsigned flags, const unsigned char hash[SHA256_BYTES],
    struct rows *rows)
{
	struct db_value token = db_bytes(hash, SHA256_BYTES);
	int64_t first = context->keys[0], second = context->keys[1];
	int result;

	if (flags & ROUTE_ANSWER)
		result = db_select(context->db, rows, STATEMENT_SESSION_ANSWER, db_int(first),
		    db_int(cache_guess(context->cache, first, second)), token);
	else if (flags & ROUTE_ASSESSMENT)
		result = db_select(context->db, rows, STATEMENT_SESSION_ASSESSMENT, db_int(first),
		    token);
	else
		return db_select(context->db, rows, STATEMENT_SESSION_LOAD, token);
	if (result > 0)
		context->opening = *rows;
	return result;
}

int
session_load(struct context *context, unsigned flags)
{
	unsigned char hash[SHA256_BYTES];
	const char *second_factor;
	int64_t minutes, hours;
	struct rows rows;
	int result;

	if (!token_hash(context, hash))
		return 0;
	result = select_session(context, flags, hash, &rows);
	if (result < 1)
		return result;
	context->world = row_int(&rows, 0, "world");
	context->own_known = !row_null(&rows, 0, "agency_id") &&
	    row_int(&rows, 0, "agency_id") == row_int(&rows, 0, "own_agency_id");
	context->own = row_int(&rows, 0, "stamp");
	if ((result = kept_setting_number(context, SETTING_SESSION_IDLE_MINUTES, &minutes)) != 0 ||
	    (result = kept_setting_number(context, SETTING_SESSION_HOURS, &hours)) != 0 ||
	    (result = kept_setting_text(context, SETTING_SECOND_FACTOR_ROLES, &second_factor)) != 0)
		return result;
	if (row_int(&rows, 0, "idle_seconds") > minutes * 60 ||
	    row_int(&rows, 0, "age_seconds") > hours * 3600)
		return 0;
	result = know(context, &rows, second_factor);
	if (result == 0 && row_int(&rows, 0, "idle_seconds") >= TOUCH_SECONDS)
		result = db_run(context->db, STATEMENT_SESSION_TOUCH, db_bytes(hash, sizeof(hash)));
	return result < 0 ? result : 0;
}

/* How the browser names itself, where that is text: it may send anything. */
static const char *
agent_text(const struct request *request)
{
	return utf8_text(request->agent, strlen(request->agent), false) == UTF8_OK ?
	    request->agent :
	    "";
}

struct beginning {
	struct context *context;
	int64_t account_id;
	enum session_entry entry;
	int64_t most, idle_minutes; /* by the settings */
	bool others_ended;
	bool had_one;
	unsigned char old_hash[SHA256_BYTES];
	unsigned char hash[SHA256_BYTES];
	char csrf[TOKEN_TEXT];
};

/* The account's row is held: of two who enter at once the second one counts the first. */
static int
make_place(struct db *db, struct beginning *new)
{
	struct rows living;
	int result = db_select(db, &living, STATEMENT_SESSION_LIVING, db_int(new->account_id),
	    db_int(new->entry == SESSION_PROVED), db_int(new->idle_minutes));

	new->others_ended = result > 0 && row_int(&living, 0, "count") >= new->most;
	return result < 0 ?
	    result :
	    db_run(db, STATEMENT_SESSION_LIMIT, db_int(new->account_id), db_int(new->most - 1),
		db_int(new->account_id));
}

static int
replace_session(struct db *db, void *argument)
{
	struct beginning *new = argument;
	const struct request *request = new->context->request;
	int result = db_run(db, STATEMENT_ACCOUNT_SIGNED_IN, db_int(new->account_id));

	if (result >= 0 && new->had_one)
		result = db_run(db, STATEMENT_SESSION_END, db_bytes(new->old_hash, SHA256_BYTES));
	if (result >= 0 && new->entry != SESSION_WAITS)
		result = make_place(db, new);
	if (result >= 0)
		result = db_run(db, STATEMENT_SESSION_BEGIN, db_bytes(new->hash, SHA256_BYTES),
		    db_int(new->account_id), db_text(new->csrf),
		    db_int(new->entry == SESSION_PROVED), db_text(request->address),
		    db_text(agent_text(request)));
	return result < 0 ? result : 0;
}

int
session_begin(struct context *context, int64_t account_id, enum session_entry entry,
    bool *others_ended)
{
	struct beginning new = { .context = context, .account_id = account_id, .entry = entry };
	char token[TOKEN_TEXT];
	int result = kept_setting_number(context, SETTING_SESSIONS_MAX, &new.most);

	if (result == 0)
		result = kept_setting_number(context, SETTING_SESSION_IDLE_MINUTES,
		    &new.idle_minutes);
	if (result != 0)
		return result;
	new.had_one = token_hash(context, new.old_hash);
	random_token(token);
	random_token(new.csrf);
	sha256(new.hash, token, TOKEN_TEXT - 1);
	result = db_txn(context->db, replace_session, &new);
	if (others_ended != NULL)
		*others_ended = result == 0 && new.others_ended;
	if (result == 0) {
		set_cookie(context, arena_text(context->arena, token), "");
		/* Forms of this very answer are sent in the new session. */
		context->actor.csrf = arena_text(context->arena, new.csrf);
	}
	return result;
}

int
session_complete(struct context *context, bool *others_ended)
{
	return session_begin(context, context->actor.account_id, SESSION_PROVED, others_ended);
}

int
session_confirm(struct context *context)
{
	unsigned char old[SHA256_BYTES], hash[SHA256_BYTES];
	char token[TOKEN_TEXT];
	int result = 0;

	random_token(token);
	sha256(hash, token, TOKEN_TEXT - 1);
	if (token_hash(context, old))
		result = db_run(context->db, STATEMENT_SESSION_CONFIRM,
		    db_bytes(hash, sizeof(hash)), db_bytes(old, sizeof(old)));
	if (result == 1)
		set_cookie(context, arena_text(context->arena, token), "");
	return result < 0 ? result : 0;
}

int
session_serve(struct context *context, int64_t agency_id)
{
	unsigned char hash[SHA256_BYTES] = { 0 };
	struct db_value token = db_bytes(hash, sizeof(hash));
	int result;

	if (!token_hash(context, hash))
		return 0;
	result = db_run(context->db, STATEMENT_SESSION_SERVE_OWN, token);
	if (result < 0 || agency_id == 0)
		return result < 0 ? result : 1;
	return db_run(context->db, STATEMENT_SESSION_SERVE, db_int(agency_id), token);
}

int
session_end(struct context *context)
{
	unsigned char hash[SHA256_BYTES];
	int result = 0;

	if (token_hash(context, hash))
		result = db_run(context->db, STATEMENT_SESSION_END, db_bytes(hash, sizeof(hash)));
	set_cookie(context, "", "; Max-Age=0");
	return result < 0 ? result : 0;
}

int
session_end_all(struct context *context, int64_t account_id, bool but_this)
{
	unsigned char hash[SHA256_BYTES] = { 0 };
	int result;

	if (but_this)
		token_hash(context, hash);
	result = db_run(context->db, STATEMENT_SESSION_END_ALL, db_int(account_id),
	    db_bytes(hash, sizeof(hash)));
	return result < 0 ? result : 0;
}
