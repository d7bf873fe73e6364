/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <string.h>

#include "matang/command.h"
#include "store/account.h"
#include "store/password.h"
#include "base/banned.h"

enum { LEAST_CHARACTERS = 12 };	/* where the setting cannot be read */

enum { USERNAME, ROLE, NAME, REGION, AGENCY, NIP, OFFICE, EMAIL, PHONE,
	FROM_STDIN, LASTING };

static const struct option add_options[] = {
	[USERNAME] = { "username", "NAME", "sign-in name", true },
	[ROLE] = { "role", "ROLE", "operator, head, verifier, validator, "
	    "admin or auditor", true },
	[NAME] = { "name", "TEXT", "full name, as colleagues see it", true },
	[REGION] = { "region", "CODE", "e.g. 64.71; an admin without one "
	    "looks after everything", false },
	[AGENCY] = { "agency", "TEXT", "full or short name; of a verifier "
	    "the one never verified", false },
	[NIP] = { "nip", "TEXT", "civil servant number", false },
	[OFFICE] = { "office", "TEXT", "position", false },
	[EMAIL] = { "email", "ADDRESS", "for messages", false },
	[PHONE] = { "phone", "TEXT", "for calling back", false },
	[FROM_STDIN] = { "password-stdin", NULL, "read the password from "
	    "stdin, instead of making one", false },
	[LASTING] = { "lasting", NULL, "the password need not be changed at "
	    "the first sign-in", false },
	{ .name = NULL },
};

static const char *
flaw_text(struct work *work, enum password_flaw flaw, int64_t least)
{
	switch (flaw) {
	case PASSWORD_GOOD:
		break;
	case PASSWORD_SHORT:
		return arena_format(&work->arena, "the password is to have "
		    "%lld characters or more", (long long)least);
	case PASSWORD_LONG:
		return "the password is too long";
	case PASSWORD_IS_NAME:
		return "the password is the sign-in name";
	case PASSWORD_PLAIN:
		return "the password is one character again and again";
	}
	return NULL;
}

/* The password to set: the first line of stdin, or one of our own. */
static int
choose_password(struct work *work, const char *username, bool from_stdin,
    char *password, size_t size)
{
	char made[PASSWORD_MADE_TEXT];
	struct rows rows;
	int64_t least = LEAST_CHARACTERS;
	const char *flaw;
	size_t length;

	if (!from_stdin) {
		password_make(made);
		snprintf(password, size, "%s", made);
		return DONE;
	}
	if (fgets(password, (int)size, stdin) == NULL)
		return complain(work, MISUSE, "no password came from stdin");
	length = strcspn(password, "\r\n");
	password[length] = '\0';
	if (db_select(work->db, &rows, STATEMENT_SETTING_VALUE,
	    db_text("password_min_length")) == 1)
		least = row_int(&rows, 0, "value");
	flaw = flaw_text(work, password_flaw(password, username, least),
	    least);
	return flaw == NULL ? DONE : complain(work, PROBLEM, "%s", flaw);
}

/* DONE with the key, 0 where the text is NULL. */
static int
find_region(struct work *work, const char *code, int64_t *id)
{
	struct rows rows;
	int result = 1;

	*id = 0;
	if (code == NULL)
		return DONE;
	result = db_select(work->db, &rows, STATEMENT_ACCOUNT_REGION,
	    db_text(code));
	if (result < 0)
		return store_failed(work, result, "cannot read the regions");
	if (result == 0)
		return complain(work, PROBLEM, "there is no region %s", code);
	*id = row_int(&rows, 0, "id");
	return DONE;
}

static int
find_agency(struct work *work, int64_t region_id, const char *name,
    int64_t *id)
{
	struct rows rows;
	int result;

	*id = 0;
	if (name == NULL)
		return DONE;
	result = db_select(work->db, &rows, STATEMENT_ACCOUNT_AGENCY,
	    db_key(region_id), db_text(name), db_text(name));
	if (result < 0)
		return store_failed(work, result, "cannot read the agencies");
	if (result != 1)
		return complain(work, PROBLEM, "%s agency '%s' in that "
		    "region", result == 0 ? "there is no" : "more than one",
		    name);
	*id = row_int(&rows, 0, "id");
	return DONE;
}

static const char *
given(const struct work *work, int option)
{
	return work->given[option] != NULL ? work->given[option] : "";
}

static int
add_account(struct db *db, void *argument)
{
	return account_add(db, argument, 0, "matang add-user");
}

static int
add_user(struct work *work)
{
	char password[PASSWORD_MAX + 3], hash[PASSWORD_HASH_TEXT];
	struct account account = {
		.username = work->given[USERNAME],
		.role = role_of(work->given[ROLE]),
		.full_name = work->given[NAME],
		.nip = given(work, NIP), .office = given(work, OFFICE),
		.email = given(work, EMAIL), .phone = given(work, PHONE),
		.must_change_password = work->given[LASTING] == NULL,
	};
	bool from_stdin = work->given[FROM_STDIN] != NULL;
	int status, result;

	if (!account_name_fits(account.username))
		return complain(work, MISUSE, "a sign-in name has 3 to 60 of "
		    "a-z, 0-9 and . _ - between them");
	if (account.role == ROLE_PUBLIC)
		return complain(work, MISUSE, "there is no role '%s'",
		    work->given[ROLE]);
	if (*account.full_name == '\0')
		return complain(work, MISUSE, "--name is empty");
	if ((status = find_region(work, work->given[REGION],
	    &account.region_id)) != DONE ||
	    (status = find_agency(work, account.region_id,
	    work->given[AGENCY], &account.agency_id)) != DONE)
		return status;
	if (!account_scope_fits(account.role, account.region_id,
	    account.agency_id))
		return complain(work, MISUSE, "operator and head need --region "
		    "and --agency; verifier, validator and\nauditor need "
		    "--region; only operator, head and verifier have an "
		    "--agency");
	status = choose_password(work, account.username, from_stdin, password,
	    sizeof(password));
	if (status != DONE)
		return status;
	if (password_hash(hash, password) != 0)
		return complain(work, PROBLEM, "memory is short");
	account.password_hash = hash;
	result = db_txn(work->db, add_account, &account);
	if (result == DB_DUPLICATE)
		return complain(work, PROBLEM, "there is an account '%s' "
		    "already", account.username);
	if (result != 0)
		return store_failed(work, result, "cannot store the account");
	printf("account %s: made\n", account.username);
	if (!from_stdin)
		printf("password: %s\n", password);
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
