/* SPDX-License-Identifier: ISC */
/*
 * Messages: who is told of what, and in which words.  One table of kinds; the
 * words are files beside the templates.
 */
#include "store/message.h"

#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "rules/field.h"
#include "base/banned.h"

enum {
	WORDS_MAX = 4000, /* bytes of a file of words */
};

const struct message_rule message_rules[MESSAGE_KINDS] = {
#define MESSAGE_ROW(id, name, topic, audience, path) \
	[MESSAGE_##id] = { name, topic, MESSAGE_TO_##audience, path },
	MESSAGES(MESSAGE_ROW)
#undef MESSAGE_ROW
};

const struct message_rule *
message_rule(const char *name)
{
	for (size_t at = 0; at < MESSAGE_KINDS; at++)
		if (strcmp(message_rules[at].name, name) == 0)
			return &message_rules[at];
	return NULL;
}

/* ---- telling --------------------------------------------------------------- */

static const char *
message_detail(const struct message *message)
{
	return message->detail != NULL ? message->detail : "";
}

static int
send_to_agency(struct db *db, const struct message *message, const char *roles)
{
	const struct message_rule *rule = &message_rules[message->kind];
	int members,
	    result = db_run(db, STATEMENT_MESSAGE_COUNT_AGENCY, db_int(message->agency_id),
		db_text(roles), db_int(message->by));

	if (result < 0)
		return result;
	members = db_run(db, STATEMENT_MESSAGE_COUNT_MEMBERS, db_int(message->agency_id),
	    db_text(roles), db_int(message->by));
	if (members < 0 || result + members == 0)
		return members;
	return db_run(db, STATEMENT_MESSAGE_ADD_AGENCY, db_text(rule->name),
	    db_key(message->assessment_id), db_key(message->year), db_text(message_detail(message)),
	    db_text(rule->topic), db_int(message->agency_id), db_text(roles),
	    db_int(message->agency_id), db_text(roles), db_int(message->by),
	    db_int(message->agency_id));
}

/* How many they were, or enum db_error. */
static int
send_to_region(struct db *db, const struct message *message, const char *role, bool above,
    bool leads)
{
	const struct message_rule *rule = &message_rules[message->kind];
	int result = db_run(db, STATEMENT_MESSAGE_COUNT_REGION, db_int(above),
	    db_int(message->region_id), db_text(role), db_int(message->agency_id), db_int(leads),
	    db_int(message->by), db_int(message->agency_id));

	if (result <= 0)
		return result;
	return db_run(db, STATEMENT_MESSAGE_ADD_REGION, db_text(rule->name),
	    db_key(message->assessment_id), db_key(message->year), db_text(message_detail(message)),
	    db_text(rule->topic), db_int(message->agency_id), db_int(above),
	    db_int(message->region_id), db_text(role), db_int(message->agency_id), db_int(leads),
	    db_int(message->by));
}

/* And the gateway of the agency's region, where it has one, whoever reads it here. */
static int
send_to_gateway(struct db *db, const struct message *message)
{
	const struct message_rule *rule = &message_rules[message->kind];
	bool nowhere = message->assessment_id == 0 && strstr(rule->path, "%lld") != NULL;
	int result = db_run(db, STATEMENT_WEBHOOK_TELL, db_text(rule->name), db_key(message->year),
	    db_text(nowhere ? "" : rule->path), db_int(message->assessment_id),
	    db_int(message->agency_id));

	return result < 0 ? result : 0;
}

int
message_send(struct db *db, const struct message *message)
{
	int result = 0;

	switch (message_rules[message->kind].audience) {
	case MESSAGE_TO_AGENCY:
		result = send_to_agency(db, message, "operator,head");
		break;
	case MESSAGE_TO_HEAD:
		result = send_to_agency(db, message, "head");
		break;
	case MESSAGE_TO_TEAM:
		result = send_to_region(db, message, "verifier", false, false);
		break;
	case MESSAGE_TO_LEAD:
		result = send_to_region(db, message, "verifier", false, true);
		if (result == 0)
			result = send_to_region(db, message, "verifier", false, false);
		break;
	case MESSAGE_TO_PROVINCE:
		result = send_to_region(db, message, "validator", true, false);
		break;
	}
	return result < 0 ? result : send_to_gateway(db, message);
}

int
message_to_guest(struct db *db, enum message_kind kind, int64_t key, const char *contact)
{
	enum { TOKEN_BYTES = 13 };
	struct db_value name = db_text(message_rules[kind].name);
	unsigned char token[TOKEN_BYTES];
	struct rows waits;
	int result;

	if (!email_fits(contact))
		return 0;
	result = db_select(db, &waits, STATEMENT_LETTER_GUEST_WAITS, db_int(key), name);
	if (result != 0)
		return result < 0 ? result : 0;
	random_bytes(token, sizeof(token));
	result = db_run(db, STATEMENT_LETTER_GUEST_ADD, db_text(contact), name, db_int(key),
	    db_bytes(token, sizeof(token)));
	return result < 0 ? result : 0;
}

int
message_send_cycle(struct db *db, enum message_kind kind, int64_t cycle_id, const char *state,
    int64_t by)
{
	const struct message_rule *rule = &message_rules[kind];
	int result = db_run(db, STATEMENT_MESSAGE_COUNT_CYCLE, db_int(cycle_id), db_text(state),
	    db_int(by));

	if (result > 0)
		result = db_run(db, STATEMENT_MESSAGE_ADD_CYCLE, db_text(rule->name),
		    db_text(rule->topic), db_text(state), db_int(by), db_int(cycle_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_MESSAGE_COUNT_CYCLE_MEMBERS, db_int(cycle_id),
		    db_text(state), db_int(by));
	if (result > 0)
		result = db_run(db, STATEMENT_MESSAGE_ADD_CYCLE_MEMBERS, db_text(rule->name),
		    db_text(rule->topic), db_text(state), db_int(by), db_int(cycle_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_WEBHOOK_TELL_CYCLE, db_text(rule->name),
		    db_text(rule->path), db_text(state), db_int(cycle_id));
	return result < 0 ? result : 0;
}

int
message_send_all(struct db *db, enum message_kind kind, int64_t region_id, const char *detail,
    int64_t by)
{
	const struct message_rule *rule = &message_rules[kind];
	int result = db_run(db, STATEMENT_MESSAGE_COUNT_ALL, db_int(region_id), db_int(by));

	if (result > 0)
		result = db_run(db, STATEMENT_MESSAGE_ADD_ALL, db_text(rule->name), db_text(detail),
		    db_text(rule->topic), db_int(by), db_int(region_id));
	return result < 0 ? result : 0;
}

int
message_withdraw(struct db *db, int64_t assessment_id, const char *since)
{
	int result = db_run(db, STATEMENT_MESSAGE_WITHDRAW,
	    db_text(message_rules[MESSAGE_WITHDRAWN].name), db_int(assessment_id),
	    db_text(message_rules[MESSAGE_SUBMITTED].name), db_text(since));
	if (result >= 0)
		result = db_run(db, STATEMENT_WEBHOOK_TELL_ASSESSMENT,
		    db_text(message_rules[MESSAGE_WITHDRAWN].name),
		    db_text(message_rules[MESSAGE_WITHDRAWN].path), db_int(assessment_id));
	return result < 0 ? result : 0;
}

/* ---- words ----------------------------------------------------------------- */

/* The file of a kind; NULL where there is none. */
static char *
words_file(struct arena *arena, const char *templates, const char *name)
{
	FILE *file = fopen(arena_format(arena, "%s/message/texts/%s.txt", templates, name), "re");
	char *text = arena_alloc(arena, WORDS_MAX + 1);
	size_t length;

	if (file == NULL)
		return NULL;
	length = fread(text, 1, WORDS_MAX, file);
	fclose(file);
	text[length] = '\0';
	return text;
}

/* What stands for a name in braces at the beginning of the text, and behind it; NULL: none does. */
static const char *
words_value(const struct rows *rows, size_t row, const char **text)
{
	const struct {
		const char *name, *value;
	} names[] = {
		{ "{agency}", row_text(rows, row, "agency_name") },
		{ "{year}", row_text(rows, row, "year") },
		{ "{detail}", row_text(rows, row, "detail") },
	};

	for (size_t at = 0; at < sizeof(names) / sizeof(names[0]); at++)
		if (strncmp(*text, names[at].name, strlen(names[at].name)) == 0) {
			*text += strlen(names[at].name);
			return names[at].value;
		}
	return NULL;
}

/* With names filled in; lines become one. */
static const char *
words_filled(struct arena *arena, const char *text, const struct rows *rows, size_t row)
{
	struct buffer filled = { .arena = arena };

	buffer_text(&filled, "");
	while (*text != '\0') {
		const char *value = *text == '{' ? words_value(rows, row, &text) : NULL;

		if (value != NULL)
			buffer_text(&filled, value);
		else
			buffer_char(&filled, *text == '\n' ? ' ' : *text), text++;
	}
	return filled.bytes;
}

struct message_words
message_words(struct arena *arena, const char *templates, const struct rows *rows, size_t row)
{
	const struct message_rule *rule = message_rule(row_text(rows, row, "kind"));
	char *text = rule != NULL ? words_file(arena, templates, rule->name) : NULL, *end;

	if (text == NULL || (end = strchr(text, '\n')) == NULL)
		return (struct message_words){
			.subject = words_filled(arena, "Kabar tentang penilaian {agency}", rows,
			    row),
			.body = words_filled(arena, "{detail}", rows, row),
		};
	*end++ = '\0';
	end[strcspn(end, "\r")] = '\0';
	while (strlen(end) > 0 && end[strlen(end) - 1] == '\n')
		end[strlen(end) - 1] = '\0';
	return (struct message_words){
		.subject = words_filled(arena, text, rows, row),
		.body = words_filled(arena, end, rows, row),
	};
}

const char *
message_path(struct arena *arena, const struct rows *rows, size_t row)
{
	const struct message_rule *rule = message_rule(row_text(rows, row, "kind"));
	const char *number;

	if (rule == NULL)
		return "";
	number = strstr(rule->path, "%lld");
	if (number == NULL)
		return rule->path;
	return row_null(rows, row, "assessment_id") ?
	    "" :
	    arena_format(arena, "%.*s%lld%s", (int)(number - rule->path), rule->path,
		(long long)row_int(rows, row, "assessment_id"), number + strlen("%lld"));
}
