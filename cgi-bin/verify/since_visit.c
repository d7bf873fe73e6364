/* SPDX-License-Identifier: ISC */
/*
 * At which agencies something changed since the person was here before, above the work
 * list: one statement, and only where the list is as it opens.
 */
#include "verify/verify.h"

#include <string.h>

#include "frame/since.h"
#include "frame/words.h"
#include "base/banned.h"

enum {
	OF_PROVINCE =
	    1000, /* newest rows of history that are looked at where no region is chosen */
	AGENCIES_SHOWN = 8,
	SUBJECTS = 9, /* of verify_since */
};

int
since_visit_read(struct context *context, const struct choice *choice, struct rows *since)
{
	struct db_value me = db_int(context->actor.account_id);
	int64_t own = context->actor.region_id;
	bool several = choice->region_id == 0 && context_may(context, ROLE_VALIDATOR);

	return context_status(context,
	    db_select(context->db, since, STATEMENT_VERIFY_SINCE,
		db_int(choice->region_id != 0 ? choice->region_id : own), db_int(own),
		db_int(OF_PROVINCE), db_int(several ? OF_PROVINCE : 0), me, me,
		db_int((AGENCIES_SHOWN + 1) * SUBJECTS)));
}

/* The rows of one agency, from its first on; the row behind them. */
static size_t
since_visit_agency(struct context *context, struct node *node, const struct rows *since,
    size_t first)
{
	struct buffer what = { .arena = context->arena };
	int64_t newest = row_int(since, first, "newest");
	int64_t assessment = 0;
	size_t row = first;

	for (; row < since->count && row_int(since, row, "newest") == newest; row++) {
		buffer_format(&what, "%s%s", row > first ? "; " : "",
		    since_words(row_text(since, row, "subject")));
		if (row_int(since, row, "assessment_id") > assessment)
			assessment = row_int(since, row, "assessment_id");
	}
	node_set(node, "agency", row_text(since, first, "agency_name"));
	node_set(node, "what", what.bytes);
	node_set(node, "at",
	    words_time(context->arena, row_text(since, first, "at"), context->actor.zone));
	if (assessment != 0)
		node_set_int(node, "id", assessment);
	return row;
}

void
since_visit_fill(struct context *context, const struct rows *since)
{
	struct node *list = page_node(&context->page, "Since");
	size_t row = 0, shown = 0;

	if (since->count == 0)
		return;
	page_set(&context->page, "SinceWhen",
	    words_time(context->arena, row_text(since, 0, "visited_at"), context->actor.zone));
	while (row < since->count && shown < AGENCIES_SHOWN)
		row = since_visit_agency(context, node_row(list, shown++), since, row);
	if (row < since->count)
		page_set(&context->page, "SinceMore", "1");
}
