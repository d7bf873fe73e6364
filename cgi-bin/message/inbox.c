/* SPDX-License-Identifier: ISC */
/*
 * The inbox: messages of the actor, the newest first; one of them with what
 * can be sent on by telephone.  Reading is told by a form, and counted down in
 * the same transaction (account.unread).
 */
#include <string.h>

#include "frame/paging.h"
#include "frame/words.h"
#include "message/message.h"
#include "store/message.h"
#include "base/banned.h"

enum { PAGE };
const struct field inbox_fields[] = {
	[PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ 0 },
};

enum { OPEN, UNTIL };
const struct field inbox_open_fields[] = {
	[OPEN] = { "open", FIELD_NUMBER, "Pesan", .min = 1, .max = INT64_MAX },
	[UNTIL] = { "until", FIELD_NUMBER, "Pesan terakhir", .min = 1, .max = INT64_MAX },
	{ 0 },
};

static void
inbox_fill_message(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	struct message_words words = message_words(context->arena, context->config->templates_dir,
	    rows, row);

	node_set(node, "id", row_text(rows, row, "id"));
	node_set(node, "subject", words.subject);
	node_set(node, "body", words.body);
	node_set(node, "at",
	    words_time(context->arena, row_text(rows, row, "created_at"), context->actor.zone));
	if (row_int(rows, row, "unread") != 0)
		node_set(node, "unread", "1");
}

static int
inbox_read_page(struct context *context, int64_t page, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_MESSAGE_LIST, db_int(context->actor.account_id),
		PAGE_LIMIT(page)));
}

int
show_inbox(struct context *context)
{
	struct node *list = page_node(&context->page, "Messages");
	int64_t page = page_number(context, PAGE);
	struct rows rows;
	int status = inbox_read_page(context, page, &rows);

	if (status != 0)
		return status;
	page_turn(context, &rows, PAGE_ROWS, page, "/message/");
	for (size_t row = 0; row < rows.count; row++)
		inbox_fill_message(context, node_row(list, row), &rows, row);
	if (rows.count > 0)
		page_set(&context->page, "Newest", row_text(&rows, 0, "id"));
	page_set_int(&context->page, "Unread", context->actor.unread);
	return context_show(context, "message/inbox");
}

struct reading {
	int64_t account_id;
	int64_t id;    /* this one; 0: … */
	int64_t until; /* … all up to this one */
};

static int
inbox_read(struct db *db, void *argument)
{
	const struct reading *reading = argument;
	struct rows held;
	int result = db_select(db, &held, STATEMENT_MESSAGE_HOLD, db_int(reading->account_id));

	if (result >= 0)
		result = reading->id != 0 ?
		    db_run(db, STATEMENT_MESSAGE_READ, db_int(reading->id),
			db_int(reading->account_id)) :
		    db_run(db, STATEMENT_MESSAGE_READ_UNTIL, db_int(reading->account_id),
			db_int(reading->until));
	if (result > 0)
		result = db_run(db, STATEMENT_MESSAGE_UNCOUNT, db_int(result),
		    db_int(reading->account_id));
	return result < 0 ? result : 0;
}

/* A message of somebody else is not there: nothing is read, and its page is 404. */
int
open_message(struct context *context)
{
	struct reading reading = {
		.account_id = context->actor.account_id,
		.id = form_number(&context->form, OPEN),
		.until = form_number(&context->form, UNTIL),
	};
	int status;

	if (!form_ok(&context->form) || (reading.id == 0 && reading.until == 0))
		return 400;
	status = context_status(context, db_txn(context->db, inbox_read, &reading));
	if (status != 0)
		return status;
	return reading.id != 0 ?
	    context_redirect(context, "/message/%lld", (long long)reading.id) :
	    context_redirect(context, "/message/?done=saved");
}

/* Ready to be sent on by telephone: words and address, nothing else of anybody. */
static const char *
text_to_send_on(struct context *context, const struct message_words *words, const char *path)
{
	return arena_format(context->arena, "*%s*\n%s\n\n%s%s%s", words->subject, words->body,
	    context->config->site_address, context->config->base_path, path);
}

/* 404 for what somebody else was told. */
static int
inbox_read_one(struct context *context, struct rows *rows)
{
	int result = db_select(context->db, rows, STATEMENT_MESSAGE_ONE, db_int(context->keys[0]),
	    db_int(context->actor.account_id));

	return result == 0 ? 404 : context_status(context, result);
}

int
show_message(struct context *context)
{
	struct node *node = page_node(&context->page, "Message");
	struct message_words words;
	const char *path;
	struct rows rows;
	int status = inbox_read_one(context, &rows);

	if (status != 0)
		return status;
	words = message_words(context->arena, context->config->templates_dir, &rows, 0);
	path = message_path(context->arena, &rows, 0);
	inbox_fill_message(context, node, &rows, 0);
	if (*path != '\0')
		node_set(node, "href",
		    arena_format(context->arena, "%s%s", context->config->base_path, path));
	node_set(node, "text", text_to_send_on(context, &words, path));
	return context_show(context, "message/one");
}
