/* SPDX-License-Identifier: ISC */
/*
 * matang add-user, reset-password, end-user
 *
 * Accounts by the operator's hand, the first administrator's above all.
 * Passwords are made here or read from stdin, never from the command line,
 * where every user of the machine could read them.
 */
#include <errno.h>
#include <string.h>

#include "matang/command.h"
#include "store/account.h"
#include "store/password.h"
#include "store/setting.h"
#include "base/banned.h"

enum { USERNAME, ROLE, NAME, REGION, AGENCY, NIP, OFFICE, EMAIL, PHONE, FROM_STDIN, LASTING };

static const struct option add_options[] = {
	[USERNAME] = { "username", "NAME", "sign-in name", true },
	[ROLE] = { "role", "ROLE",
	    "operator|head|verifier|validator|"
	    "admin|auditor|leader|assistant",
	    true },
	[NAME] = { "name", "TEXT", "full name, as colleagues see it", true },
	[REGION] = { "region", "CODE",
	    "e.g. 64.71; an admin without one "
	    "looks after everything",
	    false },
	[AGENCY] = { "agency", "TEXT",
	    "full or short name; of a verifier "
	    "the one never verified",
	    false },
	[NIP] = { "nip", "TEXT", "civil servant number", false },
	[OFFICE] = { "office", "TEXT", "position", false },
	[EMAIL] = { "email", "ADDRESS", "for messages", false },
	[PHONE] = { "phone", "TEXT", "for calling back", false },
	[FROM_STDIN] = { "password-stdin", NULL,
	    "read the password from "
	    "stdin, instead of making one",
	    false },
	[LASTING] = { "lasting", NULL,
	    "the password need not be changed at "
	    "the first sign-in",
	    false },
	{ .name = NULL },
};

static const char *
flaw_text(struct work *work, enum password_flaw flaw, int64_t least)
{
	switch (flaw) {
	case PASSWORD_GOOD:
		break;
	case PASSWORD_SHORT:
		return arena_format(&work->arena,
		    "the password is to have "
		    "%lld characters or more",
		    (long long)least);
	case PASSWORD_LONG:
		return "the password is too long";
	case PASSWORD_IS_NAME:
		return "the password is the sign-in name";
	case PASSWORD_PLAIN:
		return "the password is one character again and again";
	case PASSWORD_KNOWN:
		return "the password is one of those that are tried first";
	case PASSWORD_LOCAL:
		return "the password is made of names that anybody would try";
	}
	return NULL;
}

/* A new password and its hash, in memory that lasts. */
struct secret {
	char text[PASSWORD_MAX + 3];
	char hash[PASSWORD_HASH_TEXT];
	bool made; /* by us: to be printed once */
};

/* The password to set: the first line of stdin, or one of our own. */
static int
choose_password(struct work *work, const char *username, bool from_stdin, struct secret *secret)
{
	static const char *const no_names[] = { NULL };
	const char *flaw = NULL;
	int64_t least;
	int result;

	secret->made = !from_stdin;
	if (secret->made) {
		password_make(secret->text);
	} else {
		if (fgets(secret->text, sizeof(secret->text), stdin) == NULL)
			return complain(work, MISUSE,
			    "no password came from "
			    "stdin");
		secret->text[strcspn(secret->text, "\r\n")] = '\0';
		result = setting_number(work->db, SETTING_PASSWORD_MIN_LENGTH, &least);
		if (result != 0)
			return store_failed(work, result,
			    "cannot read the "
			    "settings");
		flaw = flaw_text(work, password_flaw(secret->text, username, least, no_names),
		    least);
	}
	if (flaw != NULL)
		return complain(work, PROBLEM, "%s", flaw);
	if (password_hash(secret->hash, secret->text) != 0)
		return complain(work, PROBLEM, "memory is short");
	return DONE;
}

static void
print_password(const struct secret *secret)
{
	if (secret->made)
		printf("password: %s\n", secret->text);
}

/* DONE with the key, 0 where the text is NULL. */
static int
user_find_region(struct work *work, const char *code, int64_t *id)
{
	struct rows rows;
	int result = 1;

	*id = 0;
	if (code == NULL)
		return DONE;
	result = db_select(work->db, &rows, STATEMENT_ACCOUNT_REGION, db_text(code));
	if (result < 0)
		return store_failed(work, result, "cannot read the regions");
	if (result == 0)
		return complain(work, PROBLEM, "there is no region %s", code);
	*id = row_int(&rows, 0, "id");
	return DONE;
}

static int
user_find_agency(struct work *work, int64_t region_id, const char *name, int64_t *id)
{
	struct rows rows;
	int result;

	*id = 0;
	if (name == NULL)
		return DONE;
	result = db_select(work->db, &rows, STATEMENT_ACCOUNT_AGENCY, db_key(region_id),
	    db_text(name), db_text(name));
	if (result < 0)
		return store_failed(work, result, "cannot read the agencies");
	if (result != 1)
		return complain(work, PROBLEM,
		    "%s agency '%s' in that "
		    "region",
		    result == 0 ? "there is no" : "more than one", name);
	*id = row_int(&rows, 0, "id");
	return DONE;
}

static int
user_add_account(struct db *db, void *argument)
{
	return account_add(db, argument, 0, "matang add-user");
}

static int
add_user(struct work *work)
{
	struct secret secret;
	struct account account = {
		.username = work->given[USERNAME],
		.password_hash = secret.hash,
		.role = role_of(work->given[ROLE]),
		.person = { [PERSON_NAME] = work->given[NAME],
		    [PERSON_NIP] = work->given[NIP],
		    [PERSON_OFFICE] = work->given[OFFICE],
		    [PERSON_EMAIL] = work->given[EMAIL],
		    [PERSON_PHONE] = work->given[PHONE] },
		.must_change_password = work->given[LASTING] == NULL,
	};
	int status, result;

	if (!account_name_fits(account.username))
		return complain(work, MISUSE,
		    "a sign-in name has 3 to 60 of "
		    "a-z, 0-9 and . _ - between them");
	if (account.role == ROLE_PUBLIC)
		return complain(work, MISUSE, "there is no role '%s'", work->given[ROLE]);
	if (*work->given[NAME] == '\0')
		return complain(work, MISUSE, "--name is empty");
	if ((status = user_find_region(work, work->given[REGION], &account.region_id)) != DONE ||
	    (status = user_find_agency(work, account.region_id, work->given[AGENCY],
		 &account.agency_id)) != DONE)
		return status;
	if (!account_scope_fits(account.role, account.region_id, account.agency_id))
		return complain(work, MISUSE,
		    "operator, head and assistant need --region "
		    "and --agency; verifier, validator,\nauditor and leader need "
		    "--region; only operator, head, assistant and verifier have an "
		    "--agency");
	status = choose_password(work, account.username, work->given[FROM_STDIN] != NULL, &secret);
	if (status != DONE)
		return status;
	result = db_txn(work->db, user_add_account, &account);
	if (result == DB_DUPLICATE)
		return complain(work, PROBLEM,
		    "there is an account '%s' "
		    "already",
		    account.username);
	if (result != 0)
		return store_failed(work, result, "cannot store the account");
	printf("account %s: made\n", account.username);
	print_password(&secret);
	return DONE;
}

const struct command add_user_command = {
	.name = "add-user",
	.summary = "make an account",
	.about = "Makes an account. Its password is made and printed once, or "
		 "read from stdin with\n--password-stdin; the person has to change "
		 "it at the first sign-in.",
	.options = add_options,
	.run = add_user,
};

/* ---- an account that is there ---- */

static int
find_account(struct work *work, const char *username, struct account *account)
{
	int found = account_named(work->db, account, username);

	if (found < 0)
		return store_failed(work, found, "cannot read the account");
	return found == 1 ? DONE : complain(work, PROBLEM, "there is no account '%s'", username);
}

struct ending {
	struct account account;
	const char *hash;   /* the new password's, or NULL */
	bool second_factor; /* take it away */
	int64_t successor;
	const char *reason;
};

enum { RESET_STDIN, RESET_FACTOR };

static const struct option reset_options[] = {
	[RESET_STDIN] = { "password-stdin", NULL,
	    "read the password from "
	    "stdin, instead of making one",
	    false },
	[RESET_FACTOR] = { "second-factor", NULL,
	    "take the second factor "
	    "away too: the telephone is lost",
	    false },
	{ .name = NULL },
};

static int
reset(struct db *db, void *argument)
{
	struct ending *ending = argument;
	int result = account_reset_password(db, &ending->account, ending->hash, 0,
	    "matang reset-password");

	if (result == 0 && ending->second_factor)
		result = account_reset_second_factor(db, &ending->account, 0,
		    "matang reset-password");
	return result;
}

static int
user_reset_password(struct work *work)
{
	struct secret secret;
	struct ending ending = { .hash = secret.hash,
		.second_factor = work->given[RESET_FACTOR] != NULL };
	int status = find_account(work, work->arguments[0], &ending.account);
	int result;

	if (status == DONE && ending.account.ended)
		status = complain(work, PROBLEM, "access of '%s' has ended",
		    ending.account.username);
	if (status == DONE)
		status = choose_password(work, ending.account.username,
		    work->given[RESET_STDIN] != NULL, &secret);
	if (status != DONE)
		return status;
	if (!ending.account.second_factor)
		ending.second_factor = false;
	result = db_txn(work->db, reset, &ending);
	if (result != 0)
		return store_failed(work, result, "cannot reset the password");
	printf("account %s: password reset%s, signed out everywhere\n", ending.account.username,
	    ending.second_factor ? ", second factor taken away" : "");
	print_password(&secret);
	return DONE;
}

const struct command reset_password_command = {
	.name = "reset-password",
	.arguments = "USERNAME",
	.least = 1,
	.most = 1,
	.summary = "give an account a new password",
	.about = "Sets a password that the person has to change at the next "
		 "sign-in, and ends all\nsessions of the account. Its password is "
		 "made and printed once, or read from\nstdin.",
	.options = reset_options,
	.run = user_reset_password,
};

enum { END_REASON, END_SUCCESSOR };

static const struct option end_options[] = {
	[END_REASON] = { "reason", "TEXT", "why; people see it", true },
	[END_SUCCESSOR] = { "successor", "USERNAME",
	    "who goes on with the "
	    "work",
	    false },
	{ .name = NULL },
};

static int
end_account(struct db *db, void *argument)
{
	struct ending *ending = argument;
	int result = account_end(db, &ending->account, ending->successor, 0, ending->reason);

	return result == 1 ? 0 : result == 0 ? db_stop(db, PROBLEM) : result;
}

static int
end_user(struct work *work)
{
	struct ending ending = { .reason = work->given[END_REASON] };
	struct account successor;
	int status = find_account(work, work->arguments[0], &ending.account);
	int result;

	if (status == DONE && *ending.reason == '\0')
		return complain(work, MISUSE, "--reason is empty");
	if (status == DONE && work->given[END_SUCCESSOR] != NULL) {
		status = find_account(work, work->given[END_SUCCESSOR], &successor);
		if (status == DONE && (successor.ended || successor.id == ending.account.id))
			status = complain(work, PROBLEM,
			    "'%s' cannot go on "
			    "with the work",
			    successor.username);
		ending.successor = status == DONE ? successor.id : 0;
	}
	if (status != DONE)
		return status;
	result = db_txn_world(work->db, end_account, &ending);
	if (result == DB_STOPPED)
		return complain(work, PROBLEM,
		    "access of '%s' has ended "
		    "already",
		    ending.account.username);
	if (result != 0)
		return store_failed(work, result, "cannot end the access");
	printf("account %s: access ended, the work stays\n", ending.account.username);
	return DONE;
}

const struct command end_user_command = {
	.name = "end-user",
	.arguments = "USERNAME",
	.least = 1,
	.most = 1,
	.summary = "end an account's access; the work stays",
	.about = "The person cannot sign in any more and is signed out "
		 "everywhere. Accounts are\nnever deleted, since the history names "
		 "them.",
	.options = end_options,
	.run = end_user,
};
