/* SPDX-License-Identifier: ISC */
/*
 * Secrets as they lie in the database: sealed where the host has a key for that.
 */
#include "store/kept_secret.h"

#include <string.h>

#include "base/banned.h"

int
kept_secret_close(struct db *db, int64_t row, const void *secret, size_t length,
    unsigned char *kept, size_t *kept_length)
{
	const char *path = db_config(db)->secrets_key;
	unsigned char key[SEAL_KEY_BYTES];

	*kept_length = length;
	memcpy(kept, secret, length);
	if (path == NULL)
		return 0;
	if (seal_key_load(path, key, db_errors(db)) != 0)
		return DB_FAILED;
	seal(kept, key, row, secret, length);
	explicit_bzero(key, sizeof(key));
	*kept_length = length + SEAL_MORE;
	return 0;
}

int
kept_secret_open(struct db *db, int64_t row, const void *kept, size_t kept_length, void *secret,
    size_t length, bool *sealed)
{
	const char *path = db_config(db)->secrets_key;
	unsigned char key[SEAL_KEY_BYTES];
	bool good;

	if (kept_length == length) {
		memcpy(secret, kept, length);
		return 0;
	}
	if (kept_length != length + SEAL_MORE || path == NULL) {
		ERROR_CAUSE(db_errors(db), "a secret is sealed, and there is no secrets_key");
		return DB_FAILED;
	}
	if (seal_key_load(path, key, db_errors(db)) != 0)
		return DB_FAILED;
	good = seal_open(secret, key, row, kept, kept_length);
	explicit_bzero(key, sizeof(key));
	if (sealed != NULL)
		*sealed = good;
	if (!good)
		ERROR_CAUSE(db_errors(db), "a secret is sealed by another secrets_key");
	return good ? 0 : DB_FAILED;
}
