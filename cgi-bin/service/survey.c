/* SPDX-License-Identifier: ISC */
/*
 * What an applicant thinks of the service, once his application was decided: nine elements, by
 * himself after number and secret, or typed in from paper by an official for those who came to
 * the counter.  Each is asked once; officials see the sums of many alone, in the report.
 */
#include "guest/guest.h"
#include "service/service.h"

#include "frame/words.h"
#include "rules/satisfaction.h"
#include "base/banned.h"

static const char *const survey_values[] = { "1", "2", "3", "4", NULL };

const struct field survey_fields[] = {
#define SURVEY_FIELD(column, name, question) \
	[SATISFACTION_##column] = { #column, FIELD_CHOICE, name, true, .choices = survey_values },
	SATISFACTION(SURVEY_FIELD)
#undef SURVEY_FIELD
	    { .name = NULL },
};

struct surveying {
	struct context *context;
	struct application application;
	struct guest guest;
	bool online; /* by the applicant */
};

/* 0, or 409 with its page. */
static int
survey_may(struct surveying *surveying)
{
	return surveying->application.survey_wanted ?
	    0 :
	    context_refuse(surveying->context, 409,
		"Survei diisi satu kali, sesudah permohonannya diputuskan. Permohonan ini sudah "
		"diisi surveinya, belum diputuskan, atau surveinya tidak dipakai di sini.");
}

static void
fill_survey(struct surveying *surveying)
{
	static const struct {
		const char *column, *name, *question;
	} elements[] = {
#define SURVEY_ELEMENT(column, name, question) { #column, name, question },
		SATISFACTION(SURVEY_ELEMENT)
#undef SURVEY_ELEMENT
	};
	struct context *context = surveying->context;
	struct node *list = page_node(&context->page, "Elements");
	struct node *values = page_node(&context->page, "Values");

	for (size_t at = 0; at < SATISFACTION_ELEMENTS; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "name", elements[at].column);
		node_set(node, "label", elements[at].name);
		node_set(node, "question", elements[at].question);
	}
	for (int value = SATISFACTION_LEAST; value <= SATISFACTION_MOST; value++) {
		struct node *node = node_row(values, (size_t)value);

		node_set_int(node, "value", value);
		node_set(node, "label", satisfaction_word(value));
	}
	page_set_int(&context->page, "Application.id", surveying->application.id);
	page_set(&context->page, "Application.number", surveying->application.number);
	page_set(&context->page, "Service.name", surveying->application.service.name);
	if (surveying->online)
		page_set(&context->page, "Online", "1");
}

static int
show_survey_page(struct surveying *surveying)
{
	struct context *context = surveying->context;
	int status = survey_may(surveying);

	if (status != 0)
		return status;
	fill_survey(surveying);
	return form_ok(&context->form) ?
	    context_show(context, "service/survey") :
	    context_show_errors(context, "service/survey");
}

/* ---- kept ---------------------------------------------------------------------------------- */

static struct db_value
survey_value(const struct surveying *surveying, int element)
{
	return db_int(form_text(&surveying->context->form, element)[0] - '0');
}

static int
store_survey(struct db *db, void *argument)
{
	const struct surveying *surveying = argument;
	const struct application *application = &surveying->application;
	struct context *context = surveying->context;
	char today[DAY_TEXT];
	int result = surveying->online ? guest_take(&surveying->guest) : 0;

	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_SERVICE_SURVEY_ADD, db_int(application->id),
	    db_int(application->service.agency_id), db_text(day_format(today, application->today)),
	    survey_value(surveying, SATISFACTION_requirements),
	    survey_value(surveying, SATISFACTION_procedures),
	    survey_value(surveying, SATISFACTION_duration),
	    survey_value(surveying, SATISFACTION_fee),
	    survey_value(surveying, SATISFACTION_product),
	    survey_value(surveying, SATISFACTION_competence),
	    survey_value(surveying, SATISFACTION_conduct),
	    survey_value(surveying, SATISFACTION_complaints),
	    survey_value(surveying, SATISFACTION_facilities), db_key(context->actor.account_id));
	return result < 0 ?
	    result :
	    service_change_of(context, &application->service, application->id, NULL,
		surveying->online ? "survei kepuasan diisi pemohon" :
				    "survei kepuasan diketik dari kertas",
		NULL);
}

/* 0 where it is kept, also for whoever sends it once more. */
static int
keep_survey(struct surveying *surveying)
{
	int result, status = surveying->application.surveyed ? 0 : survey_may(surveying);

	if (status != 0)
		return status;
	result = db_txn(surveying->context->db, store_survey, surveying);
	return result == DB_DUPLICATE ? 0 : context_status(surveying->context, result);
}

/* ---- by the applicant ---------------------------------------------------------------------- */

int
show_own_survey(struct context *context)
{
	struct surveying surveying = { .context = context, .online = true };
	struct ticket ticket;
	int status;

	if (!ticket_kept(context, &ticket))
		return context_redirect(context, "/service/status");
	status = application_load_ticket(context, &surveying.application);
	return status != 0 ? status : show_survey_page(&surveying);
}

int
send_own_survey(struct context *context)
{
	struct surveying surveying = { .context = context, .online = true };
	int status = application_load_ticket(context, &surveying.application);

	/* The cookie of the ticket, which no other site's page sends, is the token. */
	if (status == 0)
		status = guest_known(context, &surveying.guest);
	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_survey_page(&surveying);
	status = keep_survey(&surveying);
	return status != 0 ? status : context_redirect(context, "/service/mine?done=surveyed");
}

/* ---- from paper ------------------------------------------------------------------------------ */

int
show_survey(struct context *context)
{
	struct surveying surveying = { .context = context };
	int status = application_load(context, &surveying.application);

	return status != 0 ? status : show_survey_page(&surveying);
}

int
enter_survey(struct context *context)
{
	struct surveying surveying = { .context = context };
	int status = application_load(context, &surveying.application);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_survey_page(&surveying);
	status = keep_survey(&surveying);
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=surveyed",
		(long long)surveying.application.id);
}
