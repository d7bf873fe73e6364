/* SPDX-License-Identifier: ISC */
#include "assessment/pending.h"

#include <string.h>

#include "assessment/criteria.h"
#include "frame/words.h"
#include "base/banned.h"

enum { SOON_DAYS = 3 };

static void
read_promise(const struct rows *rows, size_t row,
    const struct criteria *criteria, int32_t today, struct promise *promise)
{
	const struct variable *variable;
	const struct criterion *item;

	promise->id = row_int(rows, row, "id");
	promise->version = row_int(rows, row, "version");
	promise->item_id = row_int(rows, row, "item_id");
	promise->side = row_text(rows, row, "side");
	promise->title = row_text(rows, row, "title");
	promise->due = row_text(rows, row, "due");
	promise->who = row_text(rows, row, "who");
	item = criteria_item(criteria, promise->item_id, &variable);
	promise->variable = item != NULL ? variable->number : 0;
	promise->variable_name = item != NULL ? variable->name : "";
	promise->level = item != NULL ? item->level : 0;
	promise->item_title = item != NULL ? item->title : "";
	promise->days = (int)(day_parse(promise->due) - today);
	promise->reminded = strcmp(row_text(rows, row, "reminder"),
	    "none") != 0;
}

int
promises_load(struct visit *visit, const struct assessment *assessment,
    struct promises *promises)
{
	int32_t today = words_today(assessment->zone);
	const struct criteria *criteria;
	struct rows rows;
	int result = criteria_load(visit, assessment->instrument_id,
	    &criteria);

	memset(promises, 0, sizeof(*promises));
	if (result != 0)
		return result;
	result = db_select(visit->db, &rows, STATEMENT_PROMISE_OPEN,
	    db_int(assessment->id));
	if (result < 0)
		return visit_status(visit, result);
	promises->list = arena_array(visit->arena, rows.count + 1,
	    sizeof(*promises->list));
	promises->count = rows.count;
	for (size_t row = 0; row < rows.count; row++) {
		read_promise(&rows, row, criteria, today,
		    &promises->list[row]);
		promises->overdue += promises->list[row].days < 0;
	}
	return 0;
}

size_t
promises_open(const struct promises *promises, int64_t variable)
{
	size_t count = 0;

	for (size_t at = 0; at < promises->count; at++)
		count += variable == 0 ||
		    promises->list[at].variable == variable;
	return count;
}

size_t
promises_overdue(const struct promises *promises, int64_t variable)
{
	size_t count = 0;

	for (size_t at = 0; at < promises->count; at++)
		count += promises->list[at].days < 0 && (variable == 0 ||
		    promises->list[at].variable == variable);
	return count;
}

const char *
promise_side(const struct visit *visit)
{
	return visit_may(visit, ROLE_VERIFIER) ? "city" :
	    visit_may(visit, ROLE_VALIDATOR) ? "province" : "agency";
}

const char *
promise_words(struct visit *visit, const char *title, const char *due)
{
	return arena_format(visit->arena, "%s, sampai %s", title,
	    words_date(visit->arena, due));
}

static const char *
when_words(struct visit *visit, int days)
{
	if (days < 0)
		return arena_format(visit->arena, "terlambat %d hari", -days);
	if (days == 0)
		return "jatuh tempo hari ini";
	if (days == 1)
		return "jatuh tempo besok";
	return arena_format(visit->arena, "%d hari lagi", days);
}

void
promise_fill(struct visit *visit, struct node *node,
    const struct promise *promise)
{
	node_set_int(node, "id", promise->id);
	node_set_int(node, "variable", promise->variable);
	node_set(node, "variable_name", promise->variable_name);
	node_set(node, "level", words_roman(promise->level));
	node_set(node, "item", promise->item_title);
	node_set(node, "title", promise->title);
	node_set(node, "due", words_date(visit->arena, promise->due));
	node_set(node, "when", when_words(visit, promise->days));
	node_set(node, "side", promise->side);
	node_set(node, "who", promise->who);
	if (promise->days < 0)
		node_set(node, "overdue", "1");
	else if (promise->days <= SOON_DAYS)
		node_set(node, "soon", "1");
	if (strcmp(promise->side, promise_side(visit)) == 0)
		node_set(node, "own", "1");
}

void
promises_fill(struct visit *visit, struct node *node,
    const struct promises *promises, int64_t variable)
{
	size_t row = 0;

	for (size_t at = 0; at < promises->count; at++)
		if (variable == 0 || promises->list[at].variable == variable)
			promise_fill(visit, node_row(node, row++),
			    &promises->list[at]);
}
