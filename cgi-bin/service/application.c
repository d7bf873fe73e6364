/* SPDX-License-Identifier: ISC */
/*
 * One application: where it stands, how many working days it has taken, and how it goes
 * from one state into the next; its page.
 */
#include "service/service.h"

#include <string.h>

#include "frame/words.h"
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

static const char *
channel_word(const char *code)
{
	return strcmp(code, "counter") == 0 ? "Loket" :
	    strcmp(code, "online") == 0     ? "Daring" :
					      "Pendamping lapangan";
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
		.number = row_text(&rows, 0, "number"),
		.channel = row_text(&rows, 0, "channel"),
		.state = row_text(&rows, 0, "state"),
		.applicant = row_text(&rows, 0, "applicant"),
		.phone = row_text(&rows, 0, "phone"),
		.village = row_text(&rows, 0, "village"),
		.reason = row_text(&rows, 0, "reason"),
		.received_at = row_text(&rows, 0, "received_at"),
		.running_since = row_text(&rows, 0, "running_since"),
		.due_on = row_text(&rows, 0, "due_on"),
		.enterprise = row_text(&rows, 0, "enterprise"),
	};
	particulars_parse(context->arena, row_text(&rows, 0, "particulars"), &found->particulars);
	return 0;
}

int
application_load_of(struct context *context, int64_t id, int64_t agency_id,
    struct application *found)
{
	int status = read_application(context, id, agency_id, found), result;

	if (status == 0)
		status = service_load_of(context, found->version_id, agency_id, &found->service);
	if (status == 0)
		status = calendar_load(context, found->service.region_id, &found->calendar);
	if (status != 0)
		return status;
	found->today = words_today(found->service.zone);
	result = db_select(context->db, &found->values, STATEMENT_SERVICE_APPLICATION_VALUES,
	    db_int(found->id));
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

static bool
runs_in(const char *state)
{
	return strcmp(state, "received") == 0 || strcmp(state, "checked") == 0;
}

/* Its last day, which moves on by the days that it was with the applicant. */
static int32_t
due_after(const struct application *application, const char *to)
{
	int64_t left = application->service.days - application->spent;

	if (strcmp(application->state, "returned") != 0 || !runs_in(to))
		return day_parse(application->due_on);
	return working_until(&application->calendar, application->today + 1,
	    left > 0 ? (int)left : 1);
}

int
application_move(struct context *context, const struct application *application, const char *to,
    const char *reason)
{
	bool keeps = runs_in(application->state) && runs_in(to);
	bool decides = strcmp(to, "approved") == 0 || strcmp(to, "rejected") == 0;
	bool over = decides || strcmp(to, "withdrawn") == 0;
	char today[DAY_TEXT], due[DAY_TEXT];
	int result;

	day_format(today, application->today);
	day_format(due, due_after(application, to));
	result = db_run(context->db, STATEMENT_SERVICE_APPLICATION_MOVE, db_text(to),
	    db_text(reason),
	    keeps           ? db_text(application->running_since) :
		runs_in(to) ? db_text(today) :
			      db_null(),
	    db_int(keeps ? application->spent : application_spent(application)), db_text(due),
	    decides ? db_text(today) : db_null(),
	    decides ? db_int(context->actor.account_id) : db_null(), db_int(over),
	    db_int(application->id), db_int(application->service.agency_id),
	    db_text(application->state), db_int(application->version));
	if (result == 0)
		return context_stop(context, 409,
		    "Permohonan ini baru saja diproses orang lain. Muat ulang halamannya untuk "
		    "melihat statusnya sekarang.");
	if (result > 0)
		result = db_run(context->db, STATEMENT_SERVICE_APPLICATION_MOVE_ADD,
		    db_int(application->id), db_text(application->state), db_text(to),
		    db_key(context->actor.account_id), db_text(reason));
	return result < 0 ?
	    result :
	    service_change_of(context, &application->service, application->id,
		application_state_name(application->state), application_state_name(to),
		*reason != '\0' ? reason : NULL);
}

/* ---- its page -------------------------------------------------------------------------- */

static void
fill_verdicts(struct context *context, const struct application *application)
{
	const struct rows *rows = &application->verdicts;
	struct node *list = page_node(&context->page, "Requirements");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "id", row_text(rows, row, "id"));
		node_set(node, "name", row_text(rows, row, "name"));
		node_set(node, "verdict", row_text(rows, row, "verdict"));
		node_set(node, "note", row_text(rows, row, "note"));
		if (row_int(rows, row, "compulsory") != 0)
			node_set(node, "compulsory", "1");
		if (row_int(rows, row, "brought") != 0)
			node_set(node, "brought", "1");
		bringing_fill(context, application, node, row);
	}
}

static void
fill_values(struct context *context, const struct application *application)
{
	const struct rows *rows = &application->values;
	struct node *list = page_node(&context->page, "Values");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);
		const char *value = row_text(rows, row, "value");

		node_set(node, "label", row_text(rows, row, "label"));
		node_set(node, "value",
		    strcmp(row_text(rows, row, "kind"), "date") == 0 ?
			words_date(context->arena, value) :
			value);
	}
}

static const char *
spent_words(struct context *context, const struct application *application)
{
	return arena_format(context->arena, "%lld dari %lld hari kerja",
	    (long long)application_spent(application), (long long)application->service.days);
}

void
application_fill(struct context *context, const struct application *application)
{
	struct node *node = page_node(&context->page, "Application");
	bool runs = runs_in(application->state);

	node_set_int(node, "id", application->id);
	node_set_int(node, "version", application->version);
	node_set_int(node, "enterprise_id", application->enterprise_id);
	node_set(node, "number", application->number);
	node_set(node, "state", application->state);
	node_set(node, "state_name", application_state_name(application->state));
	node_set(node, "channel", channel_word(application->channel));
	node_set(node, "applicant", application->applicant);
	node_set(node, "phone", application->phone);
	node_set(node, "reason", application->reason);
	node_set(node, "enterprise", application->enterprise);
	node_set(node, "received",
	    words_time(context->arena, application->received_at, application->service.zone));
	node_set(node, "spent", spent_words(context, application));
	if (runs) {
		int32_t due = day_parse(application->due_on);

		node_set(node, "due", words_date(context->arena, application->due_on));
		node_set(node, "left",
		    words_left(context->arena,
			working_left(&application->calendar, application->today, due)));
		if (due < application->today)
			node_set(node, "late", "1");
	}
	if (service_visits(&application->service))
		node_set(node, "visited", application->visits > 0 ? "yes" : "no");
	service_fill(context, &application->service);
	particulars_fill(context, &application->particulars, true);
	fill_values(context, application);
	fill_verdicts(context, application);
}

int
application_show_errors(struct context *context, const struct application *application)
{
	application_fill(context, application);
	return context_show_errors(context, "service/application");
}

/* What its page shows beside. */
struct way {
	struct rows moves, visits, letters;
};

static int
read_way(struct context *context, const struct application *application, struct way *way)
{
	int result = db_select(context->db, &way->moves, STATEMENT_SERVICE_APPLICATION_MOVES,
	    db_int(application->id));

	if (result >= 0)
		result = db_select(context->db, &way->visits, STATEMENT_SERVICE_APPLICATION_VISITS,
		    db_int(application->id));
	if (result >= 0)
		result = db_select(context->db, &way->letters, STATEMENT_SERVICE_LETTERS_OF,
		    db_int(application->id));
	return context_status(context, result);
}

void
letters_fill(struct context *context, const struct rows *rows)
{
	struct node *letters = page_node(&context->page, "Letters");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(letters, row);

		node_set(node, "id", row_text(rows, row, "id"));
		node_set(node, "number", row_text(rows, row, "number_text"));
		node_set(node, "code", row_text(rows, row, "code"));
		node_set(node, "ended", row_text(rows, row, "ended"));
		node_set(node, "reason", row_text(rows, row, "ended_reason"));
		node_set(node, "until",
		    words_date(context->arena, row_text(rows, row, "valid_until")));
	}
}

static void
fill_way(struct context *context, const struct way *way)
{
	struct node *moves = page_node(&context->page, "Moves");
	struct node *visits = page_node(&context->page, "Visits");
	const char *zone = context->actor.zone;

	for (size_t row = 0; row < way->moves.count; row++) {
		struct node *node = node_row(moves, row);
		const char *who = row_text(&way->moves, row, "full_name");

		node_set(node, "who", *who != '\0' ? who : "Pemohon");
		node_set(node, "what", application_state_name(row_text(&way->moves, row, "state")));
		node_set(node, "when",
		    words_time(context->arena, row_text(&way->moves, row, "at"), zone));
		node_set(node, "why", row_text(&way->moves, row, "reason"));
	}
	for (size_t row = 0; row < way->visits.count; row++) {
		struct node *node = node_row(visits, row);

		node_set(node, "on",
		    words_date(context->arena, row_text(&way->visits, row, "visited_on")));
		node_set(node, "note", row_text(&way->visits, row, "note"));
		node_set(node, "who", row_text(&way->visits, row, "full_name"));
	}
	letters_fill(context, &way->letters);
}

static int
show_way(struct context *context, const struct application *application, const struct way *way)
{
	application_fill(context, application);
	fill_way(context, way);
	return context_show(context, "service/application");
}

int
show_application(struct context *context)
{
	struct application application;
	struct way way;
	int status = application_load(context, &application);

	if (status == 0)
		status = read_way(context, &application, &way);
	return status != 0 ? status : show_way(context, &application, &way);
}
