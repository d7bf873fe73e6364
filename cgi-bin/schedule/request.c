/* SPDX-License-Identifier: ISC */
/*
 * More time: an agency whose filling in was closed asks the team for it, with a
 * reason; the team gives a day or says why not.  Either tells the other.
 */
#include <string.h>

#include "assessment/last_day.h"
#include "frame/words.h"
#include "schedule/schedule.h"
#include "store/history.h"
#include "store/message.h"
#include "base/banned.h"

enum { REQUEST_UNTIL, REQUEST_REASON };
const struct field request_fields[] = {
	[REQUEST_UNTIL] = { "until", FIELD_DATE, "Sampai tanggal", true },
	[REQUEST_REASON] = { "reason", FIELD_LINES, "Alasan", true, .min = 10, .max = 1000 },
	{ .name = NULL },
};

static const char *const decisions[] = { "give", "refuse", NULL };

enum { ANSWER_REQUEST, ANSWER_DECISION, ANSWER_UNTIL, ANSWER_WORDS };
const struct field answer_fields[] = {
	[ANSWER_REQUEST] = { "request", FIELD_NUMBER, "Permintaan", true, .min = 1,
	    .max = INT32_MAX },
	[ANSWER_DECISION] = { "decision", FIELD_CHOICE, "Jawaban", true, .choices = decisions },
	[ANSWER_UNTIL] = { "until", FIELD_DATE, "Sampai tanggal" },
	[ANSWER_WORDS] = { "answer", FIELD_LINES, "Penjelasan", .max = 1000 },
	{ .name = NULL },
};

/* A day that is still to come, on which somebody works. */
static void
check_day(struct form *form, int field, const struct calendar *calendar, int32_t today)
{
	enum { DAYS_AHEAD = 366 };
	int32_t day = (int32_t)form_number(form, field);

	if (form->values[field].error != NULL)
		return;
	if (day < today || day > today + DAYS_AHEAD)
		form_error(form, field,
		    "Sampai tanggal: pilih hari ini atau sesudahnya, paling lama setahun.");
	else if (!working_day(calendar, day))
		form_error(form, field, "Sampai tanggal: hari itu hari libur. Pilih hari kerja.");
}

/* ---- asking ---------------------------------------------------------------- */

struct asking {
	struct context *context;
	const struct assessment *assessment;
	int32_t until;
	const char *reason;
};

static int
request_record(const struct asking *asking, const char *to, const char *reason)
{
	const struct assessment *assessment = asking->assessment;

	return history_add(asking->context->db,
	    &(struct change){ .subject = "cycle",
		.account_id = asking->context->actor.account_id,
		.region_id = assessment->region_id,
		.agency_id = assessment->agency_id,
		.assessment_id = assessment->id,
		.subject_id = assessment->cycle_id,
		.to = arena_format(asking->context->arena, "%s: %s", assessment->agency_name, to),
		.reason = reason });
}

static int
request_add(struct db *db, void *argument)
{
	struct asking *asking = argument;
	struct context *context = asking->context;
	char day[DAY_TEXT];
	int result = db_run(db, STATEMENT_SCHEDULE_ASK, db_int(asking->assessment->id),
	    db_text(day_format(day, asking->until)), db_text(asking->reason),
	    db_int(context->actor.account_id));
	const char *words = words_date(context->arena, day_format(day, asking->until));

	if (result >= 0)
		result = request_record(asking,
		    arena_format(context->arena, "meminta tambahan waktu pengisian sampai %s",
			words),
		    asking->reason);
	return result != 0 ?
	    result :
	    assessment_tell(context, asking->assessment, MESSAGE_TIME_ASKED,
		arena_format(context->arena, "pengisian sampai %s", words));
}

/* 0, or why it is not asked now. */
static int
request_refused(struct context *context, const struct assessment *assessment,
    const struct rows *request)
{
	if (schedule_may_ask(context, assessment, request))
		return 0;
	if (request->count > 0 && !row_null(request, 0, "waiting"))
		return context_refuse(context, 409,
		    "Permintaan tambahan waktu sudah dikirim dan menunggu jawaban tim verifikasi.");
	return context_refuse(context, 409,
	    "Tambahan waktu diminta hanya bila pengisian sudah ditutup karena batas waktunya "
	    "lewat, dan bila periodenya menyediakannya.");
}

int
ask_for_time(struct context *context)
{
	struct assessment assessment;
	struct calendar calendar;
	struct asking asking = { .context = context, .assessment = &assessment };
	struct rows request;
	int result, status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = schedule_read_request(context, &assessment, &request);
	if (status == 0)
		status = request_refused(context, &assessment, &request);
	if (status == 0)
		status = calendar_load(context, assessment.region_id, &calendar);
	if (status != 0)
		return status;
	check_day(&context->form, REQUEST_UNTIL, &calendar, words_today(assessment.zone));
	if (!form_ok(&context->form)) {
		fill_form(context);
		return schedule_show_agency(context, &assessment, 422);
	}
	asking.until = (int32_t)form_number(&context->form, REQUEST_UNTIL);
	asking.reason = form_text(&context->form, REQUEST_REASON);
	result = db_txn(context->db, request_add, &asking);
	if (result == DB_DUPLICATE)
		return context_refuse(context, 409,
		    "Permintaan tambahan waktu sudah dikirim dan menunggu jawaban tim verifikasi.");
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/schedule/%lld/?done=asked", (long long)assessment.id);
}

/* ---- answering ------------------------------------------------------------- */

static int
request_give(const struct asking *asking)
{
	const struct assessment *assessment = asking->assessment;

	return last_day_give(asking->context,
	    &(struct last_day){ .region_id = assessment->region_id,
		.cycle_id = assessment->cycle_id,
		.assessment_id = assessment->id,
		.agency_id = assessment->agency_id,
		.year = assessment->year,
		.agency_name = assessment->agency_name,
		.step = LAST_DAY_FIRST,
		.was = assessment->until[LAST_DAY_FIRST - 1],
		.day = asking->until,
		.reason = asking->reason });
}

static int
request_refuse(const struct asking *asking)
{
	struct context *context = asking->context;
	int result = request_record(asking, "tambahan waktu pengisian tidak diberikan",
	    asking->reason);

	return result != 0 ?
	    result :
	    assessment_tell(context, asking->assessment, MESSAGE_TIME_REFUSED,
		arena_format(context->arena, "%s tetap",
		    last_day_words(context->arena, LAST_DAY_FIRST,
			asking->assessment->until[LAST_DAY_FIRST - 1])));
}

static int
request_settle(struct db *db, void *argument)
{
	struct asking *asking = argument;
	struct context *context = asking->context;
	char day[DAY_TEXT];
	int result = db_run(db, STATEMENT_SCHEDULE_ANSWER,
	    asking->until != 0 ? db_text(day_format(day, asking->until)) : db_key(0),
	    db_text(asking->reason), db_int(context->actor.account_id),
	    db_int(form_number(&context->form, ANSWER_REQUEST)), db_int(asking->assessment->id));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409,
			"Permintaan ini sudah dijawab. Muat ulang halamannya untuk membaca "
			"jawabannya.");
	return asking->until != 0 ? request_give(asking) : request_refuse(asking);
}

/* What the decision needs: a day, or a reason. */
static void
check_settling(struct form *form, bool gives, const struct calendar *calendar, int32_t today)
{
	if (gives && *form_text(form, ANSWER_UNTIL) == '\0')
		form_error(form, ANSWER_UNTIL, "Sampai tanggal: isi tanggal yang diberikan.");
	if (gives)
		check_day(form, ANSWER_UNTIL, calendar, today);
	if (!gives && *form_text(form, ANSWER_WORDS) == '\0')
		form_error(form, ANSWER_WORDS, "Penjelasan: tulis mengapa tidak diberikan.");
}

int
answer_request(struct context *context)
{
	struct assessment assessment;
	struct calendar calendar;
	struct asking asking = { .context = context, .assessment = &assessment };
	bool gives = strcmp(form_text(&context->form, ANSWER_DECISION), "give") == 0;
	int result, status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = calendar_load(context, assessment.region_id, &calendar);
	if (status != 0)
		return status;
	check_settling(&context->form, gives, &calendar, words_today(assessment.zone));
	if (!form_ok(&context->form)) {
		fill_form(context);
		return schedule_show_agency(context, &assessment, 422);
	}
	asking.until = gives ? (int32_t)form_number(&context->form, ANSWER_UNTIL) : 0;
	asking.reason = form_text(&context->form, ANSWER_WORDS);
	result = db_txn(context->db, request_settle, &asking);
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/schedule/%lld/?done=%s", (long long)assessment.id,
		gives ? "time-given" : "time-refused");
}
