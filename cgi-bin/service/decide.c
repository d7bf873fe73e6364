/* SPDX-License-Identifier: ISC */
/*
 * The head of the agency decides on what was checked: once, whoever presses first, and with
 * the letter in the same transaction where it is granted.
 */
#include "service/service.h"

#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

static const char *const decisions[] = { "approve", "reject", NULL };

enum { DECIDE_VERSION, DECIDE_DECISION, DECIDE_REASON };
const struct field decide_fields[] = {
	[DECIDE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[DECIDE_DECISION] = { "decision", FIELD_CHOICE, "Keputusan", true, .choices = decisions },
	[DECIDE_REASON] = { "reason", FIELD_TEXT, "Alasan penolakan", .max = 1000 },
	{ .name = NULL },
};

struct deciding {
	struct context *context;
	struct application application;
	struct letterhead letterhead;
	struct rows head;
	bool approves;
};

static int
store_decision(struct db *db, void *argument)
{
	struct deciding *deciding = argument;
	struct context *context = deciding->context;
	const struct application *application = &deciding->application;
	const char *number = "";
	int result = application_move(context, application,
	    deciding->approves ? "approved" : "rejected",
	    deciding->approves ? "" : form_text(&context->form, DECIDE_REASON));
	(void)db;

	if (result < 0 || !deciding->approves)
		return result;
	result = letter_issue(context, application, &deciding->letterhead, &deciding->head, "",
	    &number);
	return result < 0 ?
	    result :
	    service_change(context, application->id, NULL,
		arena_format(context->arena, "surat %s terbit", number), NULL);
}

static int
read_deciding(struct deciding *deciding)
{
	struct context *context = deciding->context;
	int status = application_load(context, &deciding->application);
	char today[DAY_TEXT];

	if (status == 0)
		status = letterhead_load(context, deciding->application.service.region_id, 0,
		    &deciding->letterhead);
	if (status == 0)
		status = context_status(context,
		    db_select(context->db, &deciding->head, STATEMENT_AGENCY_HEAD_ON,
			db_text(day_format(today, deciding->application.today)),
			db_int(context->actor.agency_id)));
	return status;
}

int
decide_application(struct context *context)
{
	struct deciding deciding = { .context = context };
	struct form *form = &context->form;
	int status = read_deciding(&deciding);

	if (status != 0)
		return status;
	deciding.approves = strcmp(form_text(form, DECIDE_DECISION), "approve") == 0;
	if (strcmp(deciding.application.state, "checked") != 0)
		return context_refuse(context, 409,
		    "Permohonan ini berstatus %s, jadi tidak dapat diputuskan sekarang.",
		    application_state_name(deciding.application.state));
	if (!deciding.approves && !utf8_shows(form_text(form, DECIDE_REASON)))
		form_error(form, DECIDE_REASON, "Tulis alasan penolakannya.");
	if (!form_ok(form))
		return application_show_errors(context, &deciding.application);
	deciding.application.version = form_number(form, DECIDE_VERSION);
	status = context_status(context, db_txn(context->db, store_decision, &deciding));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=%s", (long long)deciding.application.id,
		deciding.approves ? "approved" : "refused");
}
