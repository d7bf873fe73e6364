/* SPDX-License-Identifier: ISC */
/*
 * An activity that the actor reaches, what it is called and when it is: what all
 * pages of the program begin with.
 */
#include "activity/activity.h"

#include <string.h>

#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

const char *const activity_kinds[] = { "pelatihan", "sosialisasi", "pendampingan", "rapat",
	"inovasi", "lainnya", NULL };

static const char *const kind_names[] = { "Pelatihan", "Sosialisasi", "Pendampingan", "Rapat",
	"Inovasi", "Lainnya" };

const char *
activity_kind_name(const char *code)
{
	for (size_t at = 0; activity_kinds[at] != NULL; at++)
		if (strcmp(activity_kinds[at], code) == 0)
			return kind_names[at];
	return "";
}

struct activity_reach
activity_reach(const struct context *context)
{
	return (struct activity_reach){
		.region = db_int(context->actor.region_id),
		.agency = context_may(context, ROLE_AUDITOR) ?
		    db_null() :
		    db_int(context->actor.agency_id),
	};
}

int
activity_find(struct context *context, struct activity *found)
{
	const struct activity_reach reach = activity_reach(context);
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_ACTIVITY_FIND,
	    db_int(context->keys[0]), reach.region, reach.agency, reach.agency);

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*found = (struct activity){
		.id = row_int(&rows, 0, "id"),
		.version = row_int(&rows, 0, "version"),
		.region_id = row_int(&rows, 0, "region_id"),
		.agency_id = row_int(&rows, 0, "agency_id"),
		.participants = row_int(&rows, 0, "participants"),
		.certificates = row_int(&rows, 0, "certificates"),
		.kind = row_text(&rows, 0, "kind"),
		.title = row_text(&rows, 0, "title"),
		.place = row_text(&rows, 0, "place"),
		.organiser = row_text(&rows, 0, "organiser"),
		.agenda = row_text(&rows, 0, "agenda"),
		.minutes = row_text(&rows, 0, "minutes"),
		.follow_up = row_text(&rows, 0, "follow_up"),
		.starts_on = row_text(&rows, 0, "starts_on"),
		.ends_on = row_text(&rows, 0, "ends_on"),
		.starts = row_int(&rows, 0, "starts_minute"),
		.ends = row_int(&rows, 0, "ends_minute"),
		.hours = row_int(&rows, 0, "hours"),
		.agency_name = row_text(&rows, 0, "agency_name"),
	};
	return 0;
}

const char *
activity_clock(struct arena *arena, int64_t minute)
{
	return arena_format(arena, "%02d.%02d", (int)(minute / 60), (int)(minute % 60));
}

const char *
activity_days(struct arena *arena, const char *from, const char *until)
{
	return strcmp(from, until) == 0 ?
	    words_date(arena, from) :
	    words_period(arena, from, until);
}

/* "21 November 2026, 08.30–12.00 WITA" */
static const char *
activity_when(struct context *context, const struct activity *activity)
{
	struct arena *arena = context->arena;

	return arena_format(arena, "%s, %s–%s %s",
	    activity_days(arena, activity->starts_on, activity->ends_on),
	    activity_clock(arena, activity->starts), activity_clock(arena, activity->ends),
	    context->actor.zone);
}

void
activity_fill(struct context *context, const struct activity *activity)
{
	struct node *node = page_node(&context->page, "Activity");

	node_set_int(node, "id", activity->id);
	node_set_int(node, "version", activity->version);
	node_set_int(node, "participants", activity->participants);
	node_set(node, "agency", activity->agency_name);
	node_set(node, "kind", activity->kind);
	node_set(node, "kind_name", activity_kind_name(activity->kind));
	node_set(node, "title", activity->title);
	node_set(node, "place", activity->place);
	node_set(node, "organiser", activity->organiser);
	node_set(node, "agenda", activity->agenda);
	node_set(node, "minutes", activity->minutes);
	node_set(node, "follow_up", activity->follow_up);
	node_set(node, "when", activity_when(context, activity));
	if (activity->hours > 0)
		node_set_int(node, "hours", activity->hours);
}

void
activity_fill_kinds(struct context *context)
{
	struct node *list = page_node(&context->page, "Kinds");

	for (size_t at = 0; activity_kinds[at] != NULL; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "value", activity_kinds[at]);
		node_set(node, "label", kind_names[at]);
	}
}

int
activity_change(struct context *context, int64_t id, const char *from, const char *to)
{
	return history_add(context->db,
	    &(struct change){ .subject = "activity",
		.account_id = context->actor.account_id,
		.region_id = context->actor.region_id,
		.agency_id = context->actor.agency_id,
		.subject_id = id,
		.from = from,
		.to = to });
}
