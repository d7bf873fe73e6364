/* SPDX-License-Identifier: ISC */
/*
 * Letters that did not get through, for administrators: given up, or nobody
 * knows.  Such a one is sent again when somebody says so.
 */
#include <string.h>

#include "frame/words.h"
#include "message/message.h"
#include "base/banned.h"

enum { SHOWN = 100 };

/* An administrator of a region sees its people and those below; of all: all. */
static int
read_letters(struct context *context, struct rows *failed, struct rows *states)
{
	struct db_value region = db_int(context->actor.region_id);
	int result = db_select(context->db, failed, STATEMENT_LETTER_FAILED, region, region, region,
	    db_int(SHOWN));

	if (result >= 0)
		result = db_select(context->db, states, STATEMENT_LETTER_STATES);
	return context_status(context, result);
}

static void
fill_letters(struct context *context, const struct rows *failed, const struct rows *states)
{
	struct node *list = page_node(&context->page, "Letters");

	for (size_t row = 0; row < failed->count; row++) {
		struct node *node = node_row(list, row);
		bool uncertain = strcmp(row_text(failed, row, "state"), "uncertain") == 0;

		fill_row(node, failed, row);
		node_set(node, "word", uncertain ? "Tidak pasti" : "Tidak terkirim");
		node_set(node, "at",
		    words_time(context->arena, row_text(failed, row, "ended_at"),
			context->actor.zone));
	}
	page_set(&context->page, "Count.sent", "0");
	page_set(&context->page, "Count.ready", "0");
	for (size_t row = 0; row < states->count; row++)
		node_set(page_node(&context->page, "Count"), row_text(states, row, "state"),
		    row_text(states, row, "count"));
	if (context->config->sendmail != NULL && context->config->mail_from != NULL)
		page_set(&context->page, "Sends", "1");
}

int
show_letters(struct context *context)
{
	struct rows failed, states;
	int status = read_letters(context, &failed, &states);

	if (status != 0)
		return status;
	fill_letters(context, &failed, &states);
	return context_show(context, "message/letters");
}

int
send_letter_again(struct context *context)
{
	struct db_value region = db_int(context->actor.region_id);
	int result = db_run(context->db, STATEMENT_LETTER_AGAIN, db_int(context->keys[0]), region,
	    region, region);

	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	return context_redirect(context, "/message/mail?done=saved");
}
