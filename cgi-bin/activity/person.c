/* SPDX-License-Identifier: ISC */
/*
 * One person counts once: the same NIP, or the same name from the same office.  Two of
 * one name in one office are told apart by their NIP alone.
 */
#include "activity/activity.h"

#include <string.h>

#include "rules/name_text.h"
#include "base/banned.h"

struct identity {
	unsigned char hash[SHA256_BYTES];
};

/* What a person is known by; nip: "" but for namesakes. */
static struct identity
identity_of(struct arena *arena, const struct person *person, const char *nip)
{
	char *name = arena_alloc(arena, 4 * strlen(person->name) + 1);
	char *office = arena_alloc(arena, 4 * strlen(person->office) + 1);
	struct identity identity;
	const char *whole;

	name_key(name, person->name);
	name_key(office, person->office);
	whole = arena_format(arena, "%s\n%s\n%s", name, office, nip);
	sha256(identity.hash, whole, strlen(whole));
	return identity;
}

static int
person_insert(struct context *context, const struct arrival *arrival, const struct person *person,
    const struct identity *identity)
{
	struct db_value nip = *person->nip != '\0' ? db_text(person->nip) : db_null();
	struct db_value known_by = db_bytes(identity->hash, sizeof(identity->hash));
	int result;

	if (arrival->session_id == 0)
		return db_run(context->db, STATEMENT_ACTIVITY_ATTENDANCE_ADD,
		    db_int(arrival->activity_id), db_text(person->name), nip,
		    db_text(person->office), known_by, db_int(arrival->account_id));
	result = db_run(context->db, STATEMENT_ACTIVITY_ATTEND, db_text(person->name), nip,
	    db_text(person->office), known_by, db_text(person->drawn), db_text(person->typed),
	    db_int(arrival->session_id));
	return result == 0 ? PERSON_LATE : result;
}

/* Is whoever is there by that name and office another one, by another NIP? */
static int
is_namesake(struct context *context, const struct arrival *arrival, const struct person *person,
    const struct identity *identity, bool *namesake)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ACTIVITY_ATTENDANCE_LIKE,
	    db_int(arrival->activity_id), db_text(person->nip),
	    db_bytes(identity->hash, sizeof(identity->hash)));

	*namesake = result == 1 && *person->nip != '\0' && !row_null(&rows, 0, "nip") &&
	    strcmp(row_text(&rows, 0, "nip"), person->nip) != 0;
	return result;
}

int
person_add(struct context *context, const struct arrival *arrival, const struct person *person)
{
	struct identity identity = identity_of(context->arena, person, "");
	int result = person_insert(context, arrival, person, &identity);
	bool namesake;

	if (result != DB_DUPLICATE)
		return result;
	result = is_namesake(context, arrival, person, &identity, &namesake);
	if (result < 0 || !namesake)
		return result < 0 ? result : 0;
	identity = identity_of(context->arena, person, person->nip);
	result = person_insert(context, arrival, person, &identity);
	return result == DB_DUPLICATE ? 0 : result;
}
