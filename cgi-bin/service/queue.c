/* SPDX-License-Identifier: ISC */
/*
 * The queue of an agency: the applications of one state, the one that is due first on top.
 * It goes on behind the last row that was shown, so that a long queue costs what a short one
 * costs.
 */
#include "service/service.h"

#include <string.h>

#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { QUEUE_STATE, QUEUE_NUMBER, QUEUE_DAY, QUEUE_AFTER };
const struct field queue_fields[] = {
	[QUEUE_STATE] = { "state", FIELD_CHOICE, "Status", .choices = application_states },
	[QUEUE_NUMBER] = { "number", FIELD_TEXT, "Nomor permohonan", .max = 40 },
	[QUEUE_DAY] = { "day", FIELD_NUMBER, "Mulai dari hari", .min = 1, .max = 100000 },
	[QUEUE_AFTER] = { "after", FIELD_NUMBER, "Sesudah", .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

struct queue {
	const char *state;
	struct rows rows, services;
	struct calendar calendar;
	int32_t today;
	int64_t found; /* by its number; 0: none */
};

/* "lyn 7kqm3xta": as people copy it. */
static const char *
tidy_application_number(struct arena *arena, const char *typed)
{
	struct buffer number = { .arena = arena };

	for (; *typed != '\0' && number.length < 12; typed++) {
		char letter = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;

		if (letter != ' ' && letter != '-')
			buffer_char(&number, letter);
		if (number.length == 3)
			buffer_char(&number, '-');
	}
	return number.bytes != NULL ? number.bytes : "";
}

static int
find_numbered(struct context *context, struct queue *queue)
{
	const char *typed = form_text(&context->form, QUEUE_NUMBER);
	struct rows rows;
	int result;

	if (*typed == '\0')
		return 0;
	result = db_select(context->db, &rows, STATEMENT_SERVICE_APPLICATION_NUMBERED,
	    db_text(tidy_application_number(context->arena, typed)),
	    db_int(context->actor.agency_id));
	if (result > 0)
		queue->found = row_int(&rows, 0, "id");
	return result < 0 ? result : 0;
}

static int
read_queue(struct context *context, struct queue *queue)
{
	const struct form *form = &context->form;
	char day[DAY_TEXT];
	int result = find_numbered(context, queue);

	day_format(day, (int32_t)form_number(form, QUEUE_DAY));
	queue->state = *form_text(form, QUEUE_STATE) != '\0' ?
	    form_text(form, QUEUE_STATE) :
	    context_may(context, ROLE_HEAD) ?
	    "checked" :
	    "received";
	queue->today = words_today(context->actor.zone);
	if (result == 0 && queue->found == 0)
		result = db_select(context->db, &queue->rows, STATEMENT_SERVICE_APPLICATION_QUEUE,
		    db_int(context->actor.agency_id), db_text(queue->state), db_text(day),
		    db_int(form_number(form, QUEUE_AFTER)), db_text(day), db_int(PAGE_ROWS + 1));
	if (result >= 0 && queue->found == 0)
		result = db_select(context->db, &queue->services, STATEMENT_SERVICE_LIST,
		    db_int(context->actor.agency_id));
	return result < 0 ?
	    context_status(context, result) :
	    calendar_load(context, context->actor.region_id, &queue->calendar);
}

static void
fill_queue_row(struct context *context, struct node *node, const struct queue *queue, size_t row)
{
	const struct rows *rows = &queue->rows;
	const char *due = row_text(rows, row, "due_on");
	bool runs = strcmp(queue->state, "received") == 0 || strcmp(queue->state, "checked") == 0;

	node_set(node, "id", row_text(rows, row, "id"));
	node_set(node, "number", row_text(rows, row, "number"));
	node_set(node, "applicant", row_text(rows, row, "applicant"));
	node_set(node, "enterprise", row_text(rows, row, "enterprise"));
	node_set(node, "service", row_text(rows, row, "service"));
	node_set(node, "village", row_text(rows, row, "village"));
	node_set(node, "received", words_date(context->arena, row_text(rows, row, "received_on")));
	node_set(node, "due", words_date(context->arena, due));
	if (runs)
		node_set(node, "left",
		    words_left(context->arena,
			working_left(&queue->calendar, queue->today, day_parse(due))));
	if (runs && day_parse(due) < queue->today)
		node_set(node, "late", "1");
}

static void
fill_queue(struct context *context, const struct queue *queue)
{
	struct node *states = page_node(&context->page, "States");
	struct node *list = page_node(&context->page, "Applications");
	size_t count = queue->rows.count < PAGE_ROWS ? queue->rows.count : PAGE_ROWS;

	for (size_t at = 0; application_states[at] != NULL; at++) {
		struct node *node = node_row(states, at);

		node_set(node, "value", application_states[at]);
		node_set(node, "label", application_state_name(application_states[at]));
	}
	page_set(&context->page, "State.value", queue->state);
	page_set(&context->page, "State.label", application_state_name(queue->state));
	for (size_t row = 0; row < count; row++)
		fill_queue_row(context, node_row(list, row), queue, row);
	if (queue->rows.count > PAGE_ROWS)
		page_set(&context->page, "Next",
		    arena_format(context->arena, "state=%s&day=%d&after=%s", queue->state,
			(int)day_parse(row_text(&queue->rows, count - 1, "due_on")),
			row_text(&queue->rows, count - 1, "id")));
	fill_rows(page_node(&context->page, "Services"), &queue->services);
	fill_value(context, QUEUE_STATE, queue->state);
	fill_value(context, QUEUE_NUMBER, form_text(&context->form, QUEUE_NUMBER));
}

int
show_queue(struct context *context)
{
	struct queue queue = { .found = 0 };
	int status = form_ok(&context->form) ? read_queue(context, &queue) : 400;

	if (status != 0)
		return status;
	if (queue.found != 0)
		return context_redirect(context, "/service/%lld", (long long)queue.found);
	fill_queue(context, &queue);
	return context_show(context, "service/queue");
}
