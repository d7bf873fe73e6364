/* SPDX-License-Identifier: ISC */
/*
 * The first tour goes on, is stopped, and is taken up again: each leads to the page
 * of the stop that comes.
 */
#include <string.h>

#include "account/account.h"
#include "frame/navigation.h"
#include "frame/tour.h"
#include "base/banned.h"

enum { TOUR_TO, TOUR_AT };
enum { TO_START, TO_NEXT, TO_STOP };

static const char *const tour_choices[] = {
	[TO_START] = "start", [TO_NEXT] = "next", [TO_STOP] = "stop", NULL
};

const struct field tour_fields[] = {
	[TOUR_TO] = { .name = "to",
	    .kind = FIELD_CHOICE,
	    .label = "Tur",
	    .required = true,
	    .choices = tour_choices },
	/* The stop that the page has shown. */
	[TOUR_AT] = { .name = "at", .kind = FIELD_NUMBER, .label = "Langkah", .min = 0, .max = 9 },
	{ .name = NULL },
};

/* What account.tour becomes: the next stop, 0 behind the last, below 0 where it stops. */
static int64_t
tour_after(const struct context *context, int64_t now, const char *to)
{
	if (strcmp(to, tour_choices[TO_START]) == 0)
		return now < 0 ? -now : 1;
	if (strcmp(to, tour_choices[TO_STOP]) == 0)
		return -now;
	return tour_stop(context->actor.role, now + 1) != NULL ? now + 1 : 0;
}

int
move_tour(struct context *context)
{
	const char *to = form_text(&context->form, TOUR_TO);
	int64_t now = context->actor.tour, shown = form_number(&context->form, TOUR_AT);
	bool starts = strcmp(to, tour_choices[TO_START]) == 0;
	const struct tour_stop *stop;
	int64_t after;
	int result;

	if (!form_ok(&context->form))
		return 400;
	/* A page of before: where the tour is by now. */
	after = starts == (now > 0) || (!starts && shown != now) ?
	    now :
	    tour_after(context, now, to);
	result = db_run(context->db, STATEMENT_ACCOUNT_TOUR, db_int(after),
	    db_int(context->actor.account_id), db_int(now));
	if (result < 0)
		return context_status(context, result);
	stop = tour_stop(context->actor.role, after);
	return context_redirect(context, "%s",
	    stop != NULL ? stop->path : nav_home(context->actor.role));
}
