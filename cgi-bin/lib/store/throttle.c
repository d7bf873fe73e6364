/* SPDX-License-Identifier: ISC */
/*
 * Counts tries by name or address, under a hash, so that the table does not
 * list who tried to sign in.
 */
#include "store/throttle.h"

#include <string.h>

#include "base/secret.h"
#include "base/banned.h"

struct key {
	unsigned char hash[SHA256_BYTES];
};

static struct key
key_of(const struct throttle *throttle)
{
	struct key key;

	sha256(key.hash, throttle->key, strlen(throttle->key));
	/* analyse: uninitvar: sha256 fills it. */
	return key;
}

int
throttle_count(struct db *db, const struct throttle *throttle)
{
	struct key key = key_of(throttle);
	int result = db_run(db, STATEMENT_THROTTLE_TRY, db_text(throttle->kind),
	    db_bytes(key.hash, sizeof(key.hash)), db_int(throttle->minutes),
	    db_int(throttle->limit), db_int(throttle->limit));

	return result < 0 ? result : db_last_key(db) <= throttle->limit;
}

int
throttle_forgive(struct db *db, const struct throttle *throttle)
{
	struct key key = key_of(throttle);
	int result = db_run(db, STATEMENT_THROTTLE_FORGIVE, db_text(throttle->kind),
	    db_bytes(key.hash, sizeof(key.hash)));

	return result < 0 ? result : 0;
}

int
throttle_forget(struct db *db, const struct throttle *throttle)
{
	struct key key = key_of(throttle);
	int result = db_run(db, STATEMENT_THROTTLE_FORGET, db_text(throttle->kind),
	    db_bytes(key.hash, sizeof(key.hash)));

	return result < 0 ? result : 0;
}
