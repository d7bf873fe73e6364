/* SPDX-License-Identifier: ISC */
/*
 * The secret of an authenticator app and the recovery codes of an account.  A
 * code is taken once: the statement that takes it is guarded, and of two
 * browsers with the same one a single one passes.
 */
#include "store/second_factor.h"

#include <string.h>

#include "base/secret.h"
#include "store/history.h"
#include "store/kept_secret.h"
#include "store/password.h"
#include "base/banned.h"

enum {
	RECOVERY_LETTERS = 12,
	GROUP = 4,
	SEALED_SECRET = TOTP_SECRET + SEAL_MORE,
	SALT = PASSWORD_SALT_BYTES
};

int
factor_read(struct db *db, struct factor *factor, int64_t account_id)
{
	struct rows rows;
	const void *secret;
	size_t length;
	int result = db_select(db, &rows, STATEMENT_FACTOR_READ, db_int(account_id));

	memset(factor, 0, sizeof(*factor));
	if (result < 1)
		return result;
	secret = row_bytes(&rows, 0, "totp_secret", &length);
	factor->begun = secret != NULL;
	result = secret == NULL ?
	    0 :
	    kept_secret_open(db, account_id, secret, length, factor->secret, TOTP_SECRET,
		&factor->sealed);
	if (result != 0)
		return result;
	factor->on = factor->begun && row_int(&rows, 0, "totp_confirmed") != 0;
	factor->last_step = row_int(&rows, 0, "totp_last_step");
	factor->codes_left = row_int(&rows, 0, "codes_left");
	return 1;
}

int
factor_begin(struct db *db, int64_t account_id)
{
	unsigned char secret[TOTP_SECRET], kept[SEALED_SECRET];
	size_t length;
	int result;

	random_bytes(secret, sizeof(secret));
	result = kept_secret_close(db, account_id, secret, TOTP_SECRET, kept, &length);
	explicit_bzero(secret, sizeof(secret));
	return result != 0 ?
	    result :
	    db_run(db, STATEMENT_FACTOR_BEGIN, db_bytes(kept, length), db_int(account_id));
}

/* One that was there before the key was is sealed when it is used. */
static int
seal_later(struct db *db, int64_t account_id, const struct factor *factor)
{
	unsigned char kept[SEALED_SECRET];
	size_t length;
	int result;

	if (factor->sealed || db_config(db)->secrets_key == NULL)
		return 0;
	result = kept_secret_close(db, account_id, factor->secret, TOTP_SECRET, kept, &length);
	if (result == 0)
		result = db_run(db, STATEMENT_FACTOR_SEAL, db_bytes(kept, length),
		    db_int(account_id), db_bytes(factor->secret, TOTP_SECRET));
	return result < 0 ? result : 0;
}

static int
second_factor_note(struct db *db, const struct account *account, const char *from, const char *to)
{
	const struct change change = {
		.subject = "account",
		.account_id = account->id,
		.region_id = account->region_id,
		.agency_id = account->agency_id,
		.subject_id = account->id,
		.from = from,
		.to = to,
	};

	return history_add(db, &change);
}

/* Of two browsers that send the same code, the guard lets one pass. */
int
factor_try(struct db *db, const struct account *account, const char *code, int64_t now)
{
	struct factor factor;
	int64_t step;
	int result = factor_read(db, &factor, account->id);

	if (result < 1 || !factor.begun)
		return result < 1 ? result : 0;
	step = totp_match(code, factor.secret, sizeof(factor.secret), totp_step(now),
	    factor.last_step);
	if (step < 0)
		return 0;
	if ((result = seal_later(db, account->id, &factor)) != 0)
		return result;
	return db_run(db, STATEMENT_FACTOR_TAKE, db_int(step), db_int(account->id), db_int(step));
}

/*
 * Letters that are read for digits count as these; dashes do not count.  With
 * the salt of the account's codes it takes as long as a password does; those
 * that were made before they had one have the digest alone.  0 or DB_FAILED.
 */
static int
second_factor_hash_of(struct db *db, unsigned char hash[SHA256_BYTES], const char *code,
    const unsigned char *salt)
{
	char plain[RECOVERY_LETTERS + 1];
	size_t length = 0;

	for (; *code != '\0' && length < sizeof(plain); code++)
		if (*code != '-' && *code != ' ')
			plain[length++] = secret_letter_meant(*code);
	if (salt == NULL) {
		sha256(hash, plain, length);
		return 0;
	}
	if (password_digest(hash, plain, length, salt) == 0)
		return 0;
	ERROR_CAUSE(db_errors(db), "memory is short");
	return DB_FAILED;
}

int
factor_try_recovery(struct db *db, const struct account *account, const char *code)
{
	unsigned char hash[SHA256_BYTES];
	const unsigned char *salt;
	struct rows rows;
	size_t length;
	int result = db_select(db, &rows, STATEMENT_RECOVERY_SALT, db_int(account->id));

	if (result < 1)
		return result;
	salt = row_bytes(&rows, 0, "salt", &length);
	result = second_factor_hash_of(db, hash, code, length == SALT ? salt : NULL);
	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_RECOVERY_USE, db_int(account->id),
	    db_bytes(hash, sizeof(hash)));
	if (result < 1)
		return result;
	result = second_factor_note(db, account, "", "recovery_used");
	return result == 0 ? 1 : result;
}

static void
make_code(char text[RECOVERY_TEXT])
{
	char letters[CODE_TEXT], *to = text;

	random_code(letters);
	for (int at = 0; at < RECOVERY_LETTERS; at++) {
		if (at > 0 && at % GROUP == 0)
			*to++ = '-';
		*to++ = letters[at];
	}
	*to = '\0';
}

static int
second_factor_make_codes(struct db *db, const struct account *account, struct recovery *recovery)
{
	unsigned char hash[SHA256_BYTES], salt[SALT];
	int result = db_run(db, STATEMENT_RECOVERY_CLEAR, db_int(account->id));

	random_bytes(salt, sizeof(salt));

	for (int at = 0; result >= 0 && at < RECOVERY_CODES; at++) {
		make_code(recovery->codes[at]);
		result = second_factor_hash_of(db, hash, recovery->codes[at], salt);
		if (result == 0)
			result = db_run(db, STATEMENT_RECOVERY_ADD, db_int(account->id),
			    db_bytes(hash, sizeof(hash)), db_bytes(salt, sizeof(salt)));
	}
	return result < 0 ? result : 0;
}

int
factor_confirm(struct db *db, const struct account *account, struct recovery *recovery)
{
	int result = db_run(db, STATEMENT_FACTOR_CONFIRM, db_int(account->id));

	if (result < 0 || (result = second_factor_make_codes(db, account, recovery)) != 0)
		return result;
	return second_factor_note(db, account, "second_factor_off", "second_factor_on");
}

int
factor_renew(struct db *db, const struct account *account, struct recovery *recovery)
{
	int result = second_factor_make_codes(db, account, recovery);

	return result != 0 ? result : second_factor_note(db, account, "", "recovery_renewed");
}

int
factor_end(struct db *db, const struct account *account)
{
	int result = db_run(db, STATEMENT_ACCOUNT_CLEAR_TOTP, db_int(account->id));

	if (result >= 0)
		result = db_run(db, STATEMENT_RECOVERY_CLEAR, db_int(account->id));
	return result < 0 ?
	    result :
	    second_factor_note(db, account, "second_factor_on", "second_factor_off");
}
