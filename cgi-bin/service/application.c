/* SPDX-License-Identifier: ISC */
/*
 * One application: where it stands, how many working days it has taken, and how it goes
 * from one state into the next.
 */
#include "service/service.h"

#include <string.h>

#include "frame/words.h"
#include "store/setting.h"
#include "base/banned.h"

const char *const application_states[] = { "received", "checked", "returned", "approved",
	"rejected", "withdrawn", NULL };

static const char *const state_words[] = { "Menunggu pemeriksaan", "Menunggu keputusan",
	"Menunggu pemohon", "Dikabulkan", "Ditolak", "Ditarik pemohon" };

const char *
application_state_name(const char *code)
{
	for (size_t at = 0; application_states[at] != NULL; at++)
		if (strcmp(application_states[at], code) == 0)
			return state_words[at];
	return "";
}

static int
read_application(struct context *context, int64_t id, int64_t agency_id, struct application *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SERVICE_APPLICATION_FIND, db_int(id),
	    db_int(agency_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*found = (struct application){
		.id = row_int(&rows, 0, "id"),
		.version_id = row_int(&rows, 0, "version_id"),
		.enterprise_id = row_int(&rows, 0, "enterprise_id"),
		.version = row_int(&rows, 0, "version"),
		.spent = row_int(&rows, 0, "spent_days"),
		.visits = row_int(&rows, 0, "visits"),
		.surveyed = row_int(&rows, 0, "surveyed") != 0,
		.entered_by = row_int(&rows, 0, "entered_by"),
		.entered_name = row_text(&rows, 0, "entered_name"),
		.consent = row_text(&rows, 0, "consent"),
		.consent_by = row_text(&rows, 0, "consent_by"),
		.consent_on = row_text(&rows, 0, "consent_on"),
		.number = row_text(&rows, 0, "number"),
		.channel = row_text(&rows, 0, "channel"),
		.state = row_text(&rows, 0, "state"),
		.applicant = row_text(&rows, 0, "applicant"),
		.phone = row_text(&rows, 0, "phone"),
		.email = row_text(&rows, 0, "email"),
		.village = row_text(&rows, 0, "village"),
		.reason = row_text(&rows, 0, "reason"),
		.received_at = row_text(&rows, 0, "received_at"),
		.running_since = row_text(&rows, 0, "running_since"),
		.due_on = row_text(&rows, 0, "due_on"),
		.enterprise = row_text(&rows, 0, "enterprise"),
		.renews = row_text(&rows, 0, "renews"),
		.renews_ended = row_text(&rows, 0, "renews_ended"),
		.renews_application = row_int(&rows, 0, "renews_application"),
	};
	particulars_parse(context->arena, row_text(&rows, 0, "particulars"), &found->particulars);
	return 0;
}

int
application_load_of(struct context *context, int64_t id, int64_t agency_id,
    struct application *found)
{
	int status = read_application(context, id, agency_id, found), result;
	int64_t survey_least;

	if (status == 0)
		status = service_load_of(context, found->version_id, agency_id, &found->service);
	if (status == 0)
		status = calendar_load(context, found->service.region_id, &found->calendar);
	if (status != 0)
		return status;
	found->today = words_today(found->service.zone);
	result = setting_number(context->db, SETTING_SERVICE_SURVEY, &survey_least);
	found->survey_wanted = result == 0 && survey_least > 0 && !found->surveyed &&
	    application_decided(found->state);
	if (result >= 0)
		result = db_select(context->db, &found->values,
		    STATEMENT_SERVICE_APPLICATION_VALUES, db_int(found->id));
	if (result >= 0)
		result = db_select(context->db, &found->verdicts,
		    STATEMENT_SERVICE_APPLICATION_VERDICTS, db_int(found->id));
	for (size_t row = 0; result >= 0 && row < found->verdicts.count; row++)
		if (row_int(&found->verdicts, row, "wants_file") != 0)
			return context_status(context,
			    db_select(context->db, &found->files, STATEMENT_SERVICE_FILES,
				db_int(found->id)));
	return context_status(context, result);
}

int
application_load(struct context *context, struct application *found)
{
	return application_load_of(context, context->keys[0], context->actor.agency_id, found);
}

int64_t
application_spent(const struct application *application)
{
	int32_t since = day_parse(application->running_since);
	int ran = since == DAY_NONE || since >= application->today ?
	    0 :
	    working_left(&application->calendar, since, application->today);

	return application->spent + (ran > 0 ? ran : 0);
}

/* ---- from one state into another ------------------------------------------------------ */

bool
application_runs(const char *state)
{
	return strcmp(state, "received") == 0 || strcmp(state, "checked") == 0;
}

bool
application_decided(const char *state)
{
	return strcmp(state, "approved") == 0 || strcmp(state, "rejected") == 0;
}

/* Its last day, which moves on by the days that it was with the applicant. */
static int32_t
due_after(const struct application *application, const char *to)
{
	int64_t left = application->service.days - application->spent;

	if (strcmp(application->state, "returned") != 0 || !application_runs(to))
		return day_parse(application->due_on);
	return working_until(&application->calendar, application->today + 1,
	    left > 0 ? (int)left : 1);
}

/* Working days that it has stood where it is; below 0: nobody knows. */
static int
stood_days(struct context *context, const struct application *application, int64_t *days)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SERVICE_APPLICATION_STOOD,
	    db_int(application->id));
	int32_t since = result > 0 ?
	    words_day(row_text(&rows, 0, "at"), application->service.zone) :
	    DAY_NONE;

	*days = since == DAY_NONE ?
	    -1 :
	    since >= application->today ?
	    0 :
	    working_left(&application->calendar, since, application->today);
	return result < 0 ? result : 0;
}

static int
write_move(struct context *context, const struct application *application, const char *to,
    const char *reason)
{
	int64_t days;
	int result = stood_days(context, application, &days);

	return result < 0 ?
	    result :
	    db_run(context->db, STATEMENT_SERVICE_APPLICATION_MOVE_ADD, db_int(application->id),
		db_text(application->state), db_text(to), db_key(context->actor.account_id),
		db_text(reason), days < 0 ? db_null() : db_int(days));
}

int
application_move(struct context *context, const struct application *application, const char *to,
    const char *reason)
{
	bool keeps = application_runs(application->state) && application_runs(to);
	bool decides = application_decided(to);
	bool over = decides || strcmp(to, "withdrawn") == 0;
	char today[DAY_TEXT], due[DAY_TEXT];
	int result;

	day_format(today, application->today);
	day_format(due, due_after(application, to));
	result = db_run(context->db, STATEMENT_SERVICE_APPLICATION_MOVE, db_text(to),
	    db_text(reason),
	    keeps                    ? db_text(application->running_since) :
		application_runs(to) ? db_text(today) :
				       db_null(),
	    db_int(keeps ? application->spent : application_spent(application)), db_text(due),
	    decides ? db_text(today) : db_null(),
	    decides ? db_int(context->actor.account_id) : db_null(), db_int(over),
	    db_int(application->id), db_int(application->service.agency_id),
	    db_text(application->state), db_int(application->version));
	if (result == 0)
		return context_stop(context, 409,
		    "Permohonan ini sudah diproses sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya untuk melihat statusnya sekarang.");
	if (result > 0)
		result = write_move(context, application, to, reason);
	return result < 0 ?
	    result :
	    service_change_of(context, &application->service, application->id,
		application_state_name(application->state), application_state_name(to),
		*reason != '\0' ? reason : NULL);
}
