/* SPDX-License-Identifier: ISC */
/*
 * More time for an agency: whoever gives it, an administrator to many or the team
 * to who asked, it is one statement, a row of history and a message.
 */
#include "assessment/last_day.h"

#include "frame/words.h"
#include "rules/calendar.h"
#include "rules/workflow.h"
#include "store/history.h"
#include "store/message.h"
#include "base/banned.h"

const char *
last_day_words(struct arena *arena, int step, int32_t day)
{
	char text[DAY_TEXT];

	return arena_format(arena, "%s sampai %s", step_name(step),
	    words_date(arena, day_format(text, day)));
}

static int
last_day_record(struct context *context, const struct last_day *given)
{
	struct arena *arena = context->arena;
	const char *now = last_day_words(arena, given->step, given->day);

	return history_add(context->db,
	    &(struct change){ .subject = "cycle",
		.account_id = context->actor.account_id,
		.region_id = given->region_id,
		.agency_id = given->agency_id,
		.assessment_id = given->assessment_id,
		.subject_id = given->cycle_id,
		.from = given->was > 0 ? arena_format(arena, "%s: %s", given->agency_name,
					     last_day_words(arena, given->step, given->was)) :
					 "",
		.to = arena_format(arena, "%s: %s", given->agency_name, now),
		.reason = given->reason });
}

int
last_day_give(struct context *context, const struct last_day *given)
{
	char text[DAY_TEXT];
	struct db_value day = db_text(day_format(text, given->day)), step = db_int(given->step);
	int result = db_run(context->db, STATEMENT_ASSESSMENT_LAST_DAY, step, day, step, day, step,
	    day, db_int(given->assessment_id), step, day);

	if (result < 0)
		return result;
	if (result == 0)
		return context_stop(context, 409,
		    "Batas waktu %s tidak berubah: periodenya sudah ditutup, perangkat daerah "
		    "ini sudah keluar dari periode, atau sudah berubah sejak halaman ini "
		    "ditampilkan. Muat ulang halamannya.",
		    given->agency_name);
	result = last_day_record(context, given);
	if (result != 0)
		return result;
	return message_send(context->db,
	    &(struct message){ .kind = MESSAGE_DEADLINE_MOVED,
		.region_id = given->region_id,
		.agency_id = given->agency_id,
		.assessment_id = given->assessment_id,
		.year = given->year,
		.by = context->actor.account_id,
		.detail = last_day_words(context->arena, given->step, given->day) });
}
