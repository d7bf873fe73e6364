/* SPDX-License-Identifier: ISC */
/*
 * The page of one application: what was asked for and brought, where it stands, the way that
 * it went.
 */
#include "service/service.h"

#include <string.h>

#include "assessment/file_receive.h"
#include "frame/words.h"
#include "signing/signed_file.h"
#include "base/banned.h"

static const char *
channel_word(const char *code)
{
	return strcmp(code, "counter") == 0 ? "Loket" :
	    strcmp(code, "online") == 0     ? "Daring" :
					      "Pendamping lapangan";
}

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

static void
fill_consent(struct context *context, struct node *node, const struct application *application)
{
	const char *by = application->consent_by;

	node_set(node, "assistant", application->entered_name);
	node_set(node, "consent", application->consent);
	node_set(node, "consented",
	    arena_format(context->arena, "%s%s%s", by, *by != '\0' ? ", " : "",
		words_date(context->arena, application->consent_on)));
}

void
application_fill(struct context *context, const struct application *application)
{
	struct node *node = page_node(&context->page, "Application");
	bool runs = application_runs(application->state);

	node_set_int(node, "id", application->id);
	node_set_int(node, "version", application->version);
	node_set_int(node, "enterprise_id", application->enterprise_id);
	node_set(node, "number", application->number);
	node_set(node, "state", application->state);
	node_set(node, "state_name", application_state_name(application->state));
	node_set(node, "channel", channel_word(application->channel));
	node_set(node, "applicant", application->applicant);
	node_set(node, "phone", application->phone);
	node_set(node, "email", application->email);
	node_set(node, "reason", application->reason);
	node_set(node, "enterprise", application->enterprise);
	node_set(node, "renews", application->renews);
	node_set(node, "renews_ended", application->renews_ended);
	node_set_int(node, "renews_application", application->renews_application);
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
	if (strcmp(application->channel, "assistant") == 0)
		fill_consent(context, node, application);
	if (service_visits(&application->service))
		node_set(node, "visited", application->visits > 0 ? "yes" : "no");
	if (application->survey_wanted)
		page_set(&context->page, "Surveying", "1");
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

int
letters_read_signed(struct context *context, int64_t application_id, const struct rows *letters,
    struct rows *signed_copies)
{
	int result;

	*signed_copies = (struct rows){ .count = 0 };
	if (letters->count == 0)
		return 0;
	result = db_select(context->db, signed_copies, STATEMENT_SIGNED_LETTER_LIST,
	    db_int(application_id));
	return result < 0 ? result : 0;
}

/* Asked of who may sign while there is a letter alone. */
static bool
may_esign(struct context *context, const struct application *application, const struct way *way)
{
	return way->letters.count > 0 && context_may(context, ROLE_HEAD) &&
	    signing_service(context, application->service.region_id) != NULL;
}

int
way_read(struct context *context, const struct application *application, struct way *way)
{
	int result = db_select(context->db, &way->moves, STATEMENT_SERVICE_APPLICATION_MOVES,
	    db_int(application->id));

	if (result >= 0)
		result = db_select(context->db, &way->visits, STATEMENT_SERVICE_APPLICATION_VISITS,
		    db_int(application->id));
	if (result >= 0)
		result = db_select(context->db, &way->letters, STATEMENT_SERVICE_LETTERS_OF,
		    db_int(application->id));
	if (result >= 0)
		result = letters_read_signed(context, application->id, &way->letters,
		    &way->signed_copies);
	way->esign = result >= 0 && may_esign(context, application, way);
	return result < 0 ?
	    context_status(context, result) :
	    renewal_read(context, application, &way->renewal);
}

/* How the copy came, and what is known of it. */
static const char *
copy_state(const struct rows *copies, size_t row)
{
	if (strcmp(row_text(copies, row, "method"), "electronic") != 0)
		return "ink";
	return strcmp(row_text(copies, row, "verdict"), "valid") == 0 ? "proved" : "unproved";
}

static void
fill_signed_copy(struct context *context, struct node *letter, int64_t letter_id,
    const struct rows *copies)
{
	for (size_t row = 0; row < copies->count; row++)
		if (row_int(copies, row, "letter_id") == letter_id) {
			node_set(letter, "copy", copy_state(copies, row));
			node_set(letter, "copy_named", row_text(copies, row, "named"));
			node_set(letter, "copy_sha256", row_text(copies, row, "sha256"));
			node_set(letter, "copy_by", row_text(copies, row, "sent_by"));
			node_set(letter, "copy_at",
			    words_time(context->arena, row_text(copies, row, "created_at"),
				row_text(copies, row, "timezone")));
			return;
		}
}

void
letters_fill(struct context *context, const struct rows *rows, const struct rows *signed_copies)
{
	struct node *letters = page_node(&context->page, "Letters");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(letters, row);

		node_set(node, "id", row_text(rows, row, "id"));
		node_set(node, "number", row_text(rows, row, "number_text"));
		node_set(node, "code", row_text(rows, row, "code"));
		node_set(node, "ended", row_text(rows, row, "ended"));
		node_set(node, "reason", row_text(rows, row, "ended_reason"));
		fill_signed_copy(context, node, row_int(rows, row, "id"), signed_copies);
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
	letters_fill(context, &way->letters, &way->signed_copies);
	renewal_fill(context, &way->renewal);
	if (way->esign)
		page_set(&context->page, "May.esign", "1");
	file_receive_fill(context, FILE_SET_SCAN);
}

int
way_show(struct context *context, const struct application *application, const struct way *way)
{
	application_fill(context, application);
	fill_way(context, way);
	return form_ok(&context->form) ?
	    context_show(context, "service/application") :
	    context_show_errors(context, "service/application");
}

int
show_application(struct context *context)
{
	struct application application;
	struct way way;
	int status = application_load(context, &application);

	if (status == 0)
		status = way_read(context, &application, &way);
	return status != 0 ? status : way_show(context, &application, &way);
}
