/* SPDX-License-Identifier: ISC */
/*
 * Lists of accounts that lack cards still, wherever a page leads to them.
 */
#include "cycle/accounts.h"

#include "base/banned.h"

int
card_lists_read(struct context *context, struct rows *lists)
{
	int result = db_select(context->db, lists, STATEMENT_ACCOUNT_LISTS_OPEN,
	    db_int(context->actor.account_id));

	return result < 0 ? context_status(context, result) : 0;
}

void
card_lists_fill(struct context *context, const struct rows *lists)
{
	fill_rows(page_node(&context->page, "CardLists"), lists);
}
