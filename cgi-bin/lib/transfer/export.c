/* SPDX-License-Identifier: ISC */
/*
 * A region's cycle as one signed file (RFC 7515), out of one transaction, so
 * that all of it is of one moment.  What an agency still works on is not in
 * it.
 */
#include "transfer/package.h"

#include <string.h>

#include "base/secret.h"
#include "transfer/content.h"
#include "base/banned.h"

/* The rows of a whole cycle, each list in order of the assessments' keys. */
struct contents {
	struct rows cycle, steps, assessments, moves, answers, documents;
	size_t move, answer, document; /* of the assessment that is next */
};

static int
export_load(struct db *db, int64_t id, struct contents *contents)
{
	const struct {
		struct rows *rows;
		enum statement statement;
	} parts[] = {
		{ &contents->steps, DB_TAKES(1, STATEMENT_CYCLE_STEPS) },
		{ &contents->assessments, DB_TAKES(1, STATEMENT_TRANSFER_ASSESSMENTS) },
		{ &contents->moves, DB_TAKES(1, STATEMENT_TRANSFER_MOVES) },
		{ &contents->answers, DB_TAKES(1, STATEMENT_TRANSFER_ANSWERS) },
		{ &contents->documents, DB_TAKES(1, STATEMENT_TRANSFER_DOCUMENTS) },
	};
	int result = db_select(db, &contents->cycle, STATEMENT_TRANSFER_CYCLE, db_int(id));

	if (result <= 0)
		return result;
	for (size_t at = 0; result >= 0 && at < sizeof(parts) / sizeof(parts[0]); at++)
		result = db_select_values(db, parts[at].rows, parts[at].statement,
		    DB_VALUES(db_int(id)));
	return result < 0 ? result : 1;
}

/* "2026-11-21 02:32:10.123" -> "2026-11-21T02:32:10.123Z"; null for none. */
static void
add_time(struct buffer *json, const char *name, const char *time)
{
	char *text = arena_text(json->arena, time);
	char *blank = strchr(text, ' ');

	if (blank != NULL)
		*blank = 'T';
	json_put_or_null(json, name, blank == NULL ? text : arena_format(json->arena, "%sZ", text));
}

static void
add_cycle(struct buffer *json, const struct contents *contents)
{
	const struct rows *cycle = &contents->cycle;
	const struct rows *steps = &contents->steps;

	json_open(json, "cycle", '{');
	json_number(json, "year", row_int(cycle, 0, "year"));
	json_put(json, "state", row_text(cycle, 0, "state"));
	json_flag(json, "province_tier", row_int(cycle, 0, "province_tier") != 0);
	json_put(json, "start_date", row_text(cycle, 0, "start_date"));
	json_put(json, "letter_number", row_text(cycle, 0, "letter_number"));
	add_time(json, "opened_at", row_text(cycle, 0, "opened_at"));
	add_time(json, "reported_at", row_text(cycle, 0, "reported_at"));
	json_open(json, "steps", '[');
	for (size_t row = 0; row < steps->count; row++) {
		json_open(json, NULL, '{');
		json_number(json, "step", row_int(steps, row, "step"));
		json_number(json, "working_days", row_int(steps, row, "working_days"));
		json_put(json, "from", row_text(steps, row, "planned_from"));
		json_put(json, "until", row_text(steps, row, "planned_until"));
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void
add_moves(struct buffer *json, struct contents *contents, int64_t id)
{
	const struct rows *rows = &contents->moves;

	json_open(json, "moves", '[');
	for (; contents->move < rows->count && row_int(rows, contents->move, "id") == id;
	     contents->move++) {
		json_open(json, NULL, '{');
		add_time(json, "at", row_text(rows, contents->move, "at"));
		json_put(json, "from", row_text(rows, contents->move, "from_value"));
		json_put(json, "to", row_text(rows, contents->move, "to_value"));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
add_answers(struct buffer *json, struct contents *contents, int64_t id, enum state state)
{
	const struct rows *rows = &contents->answers;

	json_open(json, "answers", '[');
	for (; contents->answer < rows->count && row_int(rows, contents->answer, "id") == id;
	     contents->answer++) {
		json_open(json, NULL, '{');
		json_number(json, "variable", row_int(rows, contents->answer, "number"));
		answer_json(json, rows, contents->answer,
		    workflow_disclosed(state, STATE_SUBMITTED),
		    workflow_disclosed(state, STATE_VERIFIED),
		    workflow_disclosed(state, STATE_VALIDATED));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
export_add_document(struct buffer *json, const struct rows *rows, size_t row, enum state state)
{
	json_open(json, NULL, '{');
	json_number(json, "variable", row_int(rows, row, "variable"));
	json_number(json, "level", row_int(rows, row, "level"));
	json_number(json, "item", row_int(rows, row, "item"));
	document_json(json, rows, row, workflow_disclosed(state, STATE_VERIFIED),
	    workflow_disclosed(state, STATE_VALIDATED));
	json_close(json, '}');
}

/* What an agency still works on is its own affair. */
static void
add_documents(struct buffer *json, struct contents *contents, int64_t id, enum state state)
{
	const struct rows *rows = &contents->documents;

	json_open(json, "documents", '[');
	for (; contents->document < rows->count && row_int(rows, contents->document, "id") == id;
	     contents->document++)
		if (workflow_disclosed(state, STATE_SUBMITTED))
			export_add_document(json, rows, contents->document, state);
	json_close(json, ']');
}

static void
export_add_agency(struct buffer *json, struct contents *contents, size_t row)
{
	const struct rows *rows = &contents->assessments;
	int64_t id = row_int(rows, row, "id");
	enum state state = STATE_NOT_STARTED;

	state_of(row_text(rows, row, "state"), &state);
	json_open(json, NULL, '{');
	json_number(json, "id", row_int(rows, row, "agency_id"));
	json_put(json, "name", row_text(rows, row, "name"));
	json_put(json, "short_name", row_text(rows, row, "short_name"));
	json_put(json, "state", row_text(rows, row, "state"));
	add_moves(json, contents, id);
	add_answers(json, contents, id, state);
	add_documents(json, contents, id, state);
	json_close(json, '}');
}

struct writing {
	int64_t id;
	const char *site;
	struct buffer *json;
	const char *name;
	bool found;
};

static void
add_origin(struct buffer *json, const struct rows *cycle, const char *site)
{
	json_open(json, "origin", '{');
	json_put(json, "installation", row_text(cycle, 0, "instance"));
	json_put(json, "site", site);
	json_close(json, '}');
	add_time(json, "made_at", row_text(cycle, 0, "made_at"));
	json_open(json, "region", '{');
	json_put(json, "code", row_text(cycle, 0, "code"));
	json_put(json, "name", row_text(cycle, 0, "name"));
	json_put(json, "kind", row_text(cycle, 0, "kind"));
	json_put(json, "timezone", row_text(cycle, 0, "timezone"));
	json_close(json, '}');
}

/* In one transaction, so that all of it is of one moment. */
static int
write_all(struct db *db, void *argument)
{
	struct writing *writing = argument;
	struct buffer *json = writing->json;
	struct buffer text = { .arena = json->arena };
	struct instrument instrument;
	struct contents contents = { .move = 0 };
	const struct rows *cycle = &contents.cycle;
	int result = export_load(db, writing->id, &contents);

	json->length = 0;
	writing->found = result > 0;
	if (result <= 0)
		return result;
	result = instrument_load(db, json->arena, 0, row_int(cycle, 0, "instrument_id"),
	    &instrument);
	if (result <= 0)
		return result < 0 ? result : DB_FAILED;
	writing->name = arena_format(json->arena, "matang-%s-%s.json", row_text(cycle, 0, "code"),
	    row_text(cycle, 0, "year"));
	json_open(json, NULL, '{');
	json_put(json, "format", "matang-cycle/1");
	add_origin(json, cycle, writing->site);
	add_cycle(json, &contents);
	json_name(json, "instrument");
	instrument_write(&text, &instrument);
	buffer_add(json, text.bytes, text.length);
	json_open(json, "agencies", '[');
	for (size_t row = 0; row < contents.assessments.count; row++)
		export_add_agency(json, &contents, row);
	json_close(json, ']');
	json_close(json, '}');
	return 0;
}

/* RFC 7515, 7.2.2: the payload stands in the file once, as it was signed. */
static void
sign_payload(const struct signing_key *key, const struct buffer *payload, struct buffer *file)
{
	struct arena *arena = file->arena;
	struct buffer head = { .arena = arena }, text = { .arena = arena };
	unsigned char signature[SIGNATURE_BYTES];
	const char *protected, *body;

	json_open(&head, NULL, '{');
	json_put(&head, "alg", "EdDSA");
	json_put(&head, "kid", public_key_id(arena, key->public));
	json_put(&head, "typ", "matang-cycle+jws");
	json_close(&head, '}');
	protected = base64url(arena, head.bytes, head.length);
	body = base64url(arena, payload->bytes, payload->length);
	buffer_text(&text, protected);
	buffer_char(&text, '.');
	buffer_text(&text, body);
	signing_sign(key, text.bytes, text.length, signature);
	json_open(file, NULL, '{');
	json_put(file, "protected", protected);
	json_put(file, "payload", body);
	json_put(file, "signature", base64url(arena, signature, sizeof(signature)));
	json_close(file, '}');
	buffer_char(file, '\n');
}

/* What we are called among instances, made when it is first told. */
static int
name_instance(struct db *db)
{
	char id[TOKEN_TEXT];
	struct rows rows;
	int result = db_select(db, &rows, STATEMENT_TRANSFER_INSTANCE);

	if (result != 0)
		return result < 0 ? result : 0;
	random_token(id);
	result = db_run(db, STATEMENT_TRANSFER_INSTANCE_ADD, db_text(id));
	return result == DB_DUPLICATE || result > 0 ? 0 : result;
}

int
package_write(struct db *db, int64_t cycle_id, const char *site, const struct signing_key *key,
    struct buffer *file, const char **name)
{
	struct buffer payload = { .arena = file->arena };
	struct writing writing = { .id = cycle_id, .site = site, .json = &payload };
	int result = name_instance(db);

	if (result == 0)
		result = db_txn(db, write_all, &writing);
	if (result != 0 || !writing.found)
		return result;
	sign_payload(key, &payload, file);
	*name = writing.name;
	return 1;
}
