/* SPDX-License-Identifier: ISC */
/*
 * Letters that did not get through, for administrators: given up, or nobody
 * knows.  Such a one is sent again when somebody says so.
 */
#include <string.h>

#include "frame/words.h"
#include "message/message.h"
#include "store/history.h"
#include "base/banned.h"

enum { SHOWN = 100, COUNTED = 1000 };

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

/* Up to a bound they were counted: letter_states. */
static const char *
count_words(struct context *context, int64_t count)
{
	return count > COUNTED ?
	    "lebih dari 1.000" :
	    arena_format(context->arena, "%lld", (long long)count);
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
	page_set(&context->page, "Count.sent", count_words(context, row_int(states, 0, "sent")));
	page_set(&context->page, "Count.waiting",
	    count_words(context, row_int(states, 0, "waiting")));
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

static int
letter_again(struct db *db, void *argument)
{
	struct context *context = argument;
	struct db_value region = db_int(context->actor.region_id);
	struct rows person;
	int result = db_run(db, STATEMENT_LETTER_AGAIN, db_int(context->keys[0]), region, region,
	    region);

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	result = db_select(db, &person, STATEMENT_LETTER_PERSON_OF, db_int(context->keys[0]));
	return result < 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "account",
		    .account_id = context->actor.account_id,
		    .region_id = row_int(&person, 0, "region_id"),
		    .agency_id = row_int(&person, 0, "agency_id"),
		    .subject_id = row_int(&person, 0, "account_id"),
		    .to = "Surel dikirim lagi" });
}

int
send_letter_again(struct context *context)
{
	int status = context_status(context, db_txn(context->db, letter_again, context));

	return status != 0 ? status : context_redirect(context, "/message/mail?done=saved");
}
