/* SPDX-License-Identifier: ISC */
/*
 * What is typed on the pages of a team is kept before it is saved: by a script
 * while somebody types, without one by each button that leads elsewhere.  A
 * draft is its writer's alone and decides nothing.
 */
#include "verify/verify.h"

#include <string.h>

#include "frame/paging.h"
#include "frame/words.h"
#include "web/urlencoded.h"
#include "base/banned.h"

enum { DRAFT_PAIRS = 4000 };

static void
draft_add(struct buffer *buffer, const char *name, const char *text)
{
	if (*text == '\0')
		return;
	if (buffer->length > 0)
		buffer_char(buffer, '&');
	buffer_text(buffer, name);
	buffer_char(buffer, '=');
	buffer_text(buffer, query_text(buffer->arena, text));
}

const char *
draft_of_form(struct context *context, const int fields[], size_t count)
{
	const struct form *form = &context->form;
	struct buffer content = { .arena = context->arena };

	buffer_text(&content, "");
	for (size_t at = 0; at < count; at++) {
		const struct field *field = &form->fields[fields[at]];
		const struct value *value = &form->values[fields[at]];

		draft_add(&content, field->name, value->text);
		for (const struct each *each = value->each; each != NULL; each = each->next)
			draft_add(&content,
			    arena_format(context->arena, "%s%lld", field->name,
				(long long)each->key),
			    each->text);
	}
	return content.bytes;
}

static int
draft_put(void *argument, char *name, size_t name_length, char *value, size_t value_length)
{
	(void)name_length;
	(void)value_length;
	(void)form_put(argument, name, value);
	return 0;
}

void
draft_read(struct context *context, const struct review_draft *draft, const struct field *fields,
    struct form *form)
{
	size_t length = strlen(draft->content);
	char *copy = arena_copy(context->arena, draft->content, length);

	form_begin(form, context->arena, fields);
	(void)urlencoded_parse_typed(copy, length, DRAFT_PAIRS, draft_put, form);
	form_end(form);
}

int
draft_keep(struct context *context, int64_t assessment_id, int64_t variable_id, const char *content)
{
	int64_t account = context->actor.account_id;
	int result = *content == '\0' ?
	    db_run(context->db, STATEMENT_VERIFY_DROP_DRAFT, db_int(assessment_id),
		db_int(variable_id), db_int(account)) :
	    db_run(context->db, STATEMENT_VERIFY_KEEP_DRAFT, db_int(assessment_id),
		db_int(variable_id), db_int(account), db_text(content));

	return context_status(context, result < 0 ? result : 0);
}

int
be_seen(struct context *context, int64_t assessment_id)
{
	int result = db_run(context->db, STATEMENT_VERIFY_BE_SEEN, db_int(assessment_id),
	    db_int(context->actor.account_id));

	return context_status(context, result < 0 ? result : 0);
}

int
draft_kept_json(struct context *context, const char *zone, int64_t version)
{
	struct buffer json = { .arena = context->arena };

	json_open(&json, NULL, '{');
	json_flag(&json, "ok", true);
	json_number(&json, "version", version);
	json_put(&json, "saved_at", words_clock_now(context->arena, zone));
	json_close(&json, '}');
	return context_json(context, 200, json.bytes);
}

void
draft_fill(struct context *context, const struct review_draft *draft, const char *zone)
{
	if (*draft->content != '\0')
		page_set(&context->page, "Draft.at", words_time(context->arena, draft->at, zone));
}
