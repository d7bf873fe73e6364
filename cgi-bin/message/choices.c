/* SPDX-License-Identifier: ISC */
/*
 * What a person wants by mail, and how often.  In the program everything is
 * told, whatever is chosen here.
 */
#include <string.h>

#include "frame/context.h"
#include "message/message.h"
#include "base/banned.h"

static const char *const paces[] = { "soon", "daily", "never", NULL };

enum { PACE, TASK, DEADLINE, NEWS, TOPICS_END };
const struct field choices_fields[] = {
	[PACE] = { "pace", FIELD_CHOICE, "Seberapa sering", true, .choices = paces },
	[TASK] = { "task", FIELD_FLAG, "Yang menunggu saya" },
	[DEADLINE] = { "deadline", FIELD_FLAG, "Batas waktu" },
	[NEWS] = { "news", FIELD_FLAG, "Perkembangan" },
	{ 0 },
};

static int
read_choices(struct context *context, struct rows *rows)
{
	return context_status(context,
	    db_select(context->db, rows, STATEMENT_MESSAGE_CHOICES,
		db_int(context->actor.account_id)));
}

static void
fill_mail_choices(struct context *context, const struct rows *rows)
{
	struct node *values = page_node(&context->page, "Form.value");

	node_set(values, "pace", row_text(rows, 0, "mail_pace"));
	node_set(values, "task", row_text(rows, 0, "task"));
	node_set(values, "deadline", row_text(rows, 0, "deadline"));
	node_set(values, "news", row_text(rows, 0, "news"));
}

static int
choices_show(struct context *context, const struct rows *rows, int status)
{
	page_set(&context->page, "Email", row_text(rows, 0, "email"));
	if (context->config->sendmail != NULL)
		page_set(&context->page, "Sends", "1");
	return context_show_status(context, "message/choices", status);
}

int
show_choices(struct context *context)
{
	struct rows rows;
	int status = read_choices(context, &rows);

	if (status != 0 || rows.count == 0)
		return status != 0 ? status : 404;
	fill_mail_choices(context, &rows);
	return choices_show(context, &rows, 200);
}

/* "task,deadline", as the column takes it. */
static const char *
chosen_topics(struct context *context)
{
	struct buffer topics = { .arena = context->arena };

	buffer_text(&topics, "");
	for (int topic = TASK; topic < TOPICS_END; topic++)
		if (form_given(&context->form, topic))
			buffer_format(&topics, "%s%s", topics.length > 0 ? "," : "",
			    choices_fields[topic].name);
	return topics.bytes;
}

int
save_choices(struct context *context)
{
	struct rows rows;
	int status;

	if (form_ok(&context->form)) {
		int result = db_run(context->db, STATEMENT_MESSAGE_CHOOSE,
		    db_text(form_text(&context->form, PACE)), db_text(chosen_topics(context)),
		    db_int(context->actor.account_id));

		return result < 0 ?
		    context_status(context, result) :
		    context_redirect(context, "/message/choices?done=saved");
	}
	status = read_choices(context, &rows);
	if (status != 0 || rows.count == 0)
		return status != 0 ? status : 404;
	fill_form(context);
	return choices_show(context, &rows, 422);
}
