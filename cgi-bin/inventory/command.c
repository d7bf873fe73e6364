/* SPDX-License-Identifier: ISC */
/*
 * The command page: what a region has before it today, on one screen.  What it counts is
 * one table: a program that has something to decide adds a row, whose statement takes the
 * region and gives `today` (what waits for a decision), `open` (all of it) and `since`
 * (the oldest, or NULL).
 */
#include "inventory/inventory.h"

#include "assessment/assessment.h"
#include "frame/words.h"
#include "rules/calendar.h"
#include "rules/workflow.h"
#include "base/banned.h"

static const struct command_source {
	const char *label; /* of the figure that waits */
	const char *open;  /* what all of them are, behind their number; NULL: the same as those */
	const char *href;  /* below the base path; "%lld" is not: the region goes into its query */
	unsigned roles;    /* who may follow it */
	enum statement statement;
} sources[] = {
	{ "Penilaian menunggu verifikasi", "penilaian belum terverifikasi", "/verify/",
	    ROLE_VERIFIER | ROLE_VALIDATOR, DB_TAKES(1, STATEMENT_COMMAND_ASSESSMENTS) },
	{ "Penilaian terlambat dikirim", NULL, "/plan/wall",
	    ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR | ROLE_LEADER | ROLE_ADMIN,
	    DB_TAKES(1, STATEMENT_COMMAND_LATE) },
	{ "Formulir menunggu diperiksa", NULL, "/signoff/", ROLE_VERIFIER,
	    DB_TAKES(1, STATEMENT_COMMAND_FORMS) },
	{ "Permintaan tambahan waktu", NULL, "/schedule/", ROLE_VERIFIER,
	    DB_TAKES(1, STATEMENT_COMMAND_TIME) },
	{ "Konsultasi menunggu jawaban", NULL, "/consultation/", ROLE_VERIFIER | ROLE_AUDITOR,
	    DB_TAKES(1, STATEMENT_COMMAND_CONSULTATIONS) },
	{ "Pengaduan menunggu diteruskan", "pengaduan belum dijawab", "/complaint/",
	    ROLE_VERIFIER | ROLE_AUDITOR | ROLE_LEADER, DB_TAKES(1, STATEMENT_COMMAND_COMPLAINTS) },
	{ "Pendapat warga menunggu dirilis", NULL, "/forum/desk/", ROLE_VERIFIER,
	    DB_TAKES(1, STATEMENT_COMMAND_OPINIONS) },
	{ "Langkah rencana terlambat", "langkah belum selesai", "/plan/",
	    ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR, DB_TAKES(1, STATEMENT_COMMAND_STEPS) },
	{ "Tautan tidak terbuka", NULL, "/inventory/wall",
	    ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR | ROLE_LEADER | ROLE_ADMIN,
	    DB_TAKES(1, STATEMENT_COMMAND_LINKS) },
};
enum { SOURCES = sizeof(sources) / sizeof(sources[0]), COMMAND_REGION = 0 };

struct command {
	struct inventory_place place;
	struct rows cycle, counts[SOURCES];
	struct calendar calendar; /* where a step of a cycle runs */
};

static int
command_read(struct context *context, struct command *command)
{
	int status = form_ok(&context->form) ?
	    inventory_place_find(context, form_number(&context->form, COMMAND_REGION),
		&command->place) :
	    400;
	struct db_value region = db_int(command->place.region_id);
	char today[DAY_TEXT];
	int result;

	if (status != 0)
		return status;
	region = db_int(command->place.region_id);
	day_format(today, words_today(command->place.zone));
	result = db_select(context->db, &command->cycle, STATEMENT_COMMAND_CYCLE, db_text(today),
	    db_text(today), region);
	for (size_t at = 0; at < SOURCES && result >= 0; at++)
		result = db_select_values(context->db, &command->counts[at], sources[at].statement,
		    DB_VALUES(region));
	if (result < 0 || command->cycle.count == 0)
		return context_status(context, result);
	return calendar_load(context, command->place.region_id, &command->calendar);
}

static void
fill_source(struct context *context, const struct command *command, size_t at, struct node *node)
{
	const struct rows *counts = &command->counts[at];
	const char *since = row_text(counts, 0, "since");

	node_set(node, "label", sources[at].label);
	node_set_int(node, "count", row_int(counts, 0, "today"));
	if (sources[at].open != NULL) {
		node_set_int(node, "open", row_int(counts, 0, "open"));
		node_set(node, "open_words", sources[at].open);
	}
	if (*since != '\0')
		node_set(node, "since",
		    day_parse(since) != DAY_NONE ?
			words_date(context->arena, since) :
			words_day_of(context->arena, since, command->place.zone));
	if (context_may(context, sources[at].roles))
		node_set(node, "href", arena_format(context->arena, "%s", sources[at].href));
}

static void
fill_deadline(struct context *context, const struct command *command, struct node *node)
{
	const struct rows *cycle = &command->cycle;
	const char *until = cycle->count > 0 ? row_text(cycle, 0, "planned_until") : "";

	if (cycle->count > 0)
		node_set(node, "year", row_text(cycle, 0, "year"));
	if (*until == '\0')
		return;
	node_set(node, "step", step_name((int)row_int(cycle, 0, "step")));
	node_set(node, "until", words_date(context->arena, until));
	node_set(node, "left",
	    words_left(context->arena,
		working_left(&command->calendar, words_today(command->place.zone),
		    day_parse(until))));
}

static void
command_fill(struct context *context, const struct command *command)
{
	struct node *node = page_node(&context->page, "Command");
	struct node *waits = node_child(node, "waits"), *quiet = node_child(node, "quiet");
	size_t waiting = 0, resting = 0;

	inventory_place_fill(context, &command->place);
	for (size_t at = 0; at < SOURCES; at++)
		fill_source(context, command, at,
		    row_int(&command->counts[at], 0, "today") > 0 ?
			node_row(waits, waiting++) :
			node_row(quiet, resting++));
	fill_deadline(context, command, node);
	node_set(node, "at", words_clock_now(context->arena, command->place.zone));
}

int
show_command(struct context *context)
{
	struct command command;
	int status = command_read(context, &command);

	if (status != 0)
		return status;
	command_fill(context, &command);
	return context_show(context, "inventory/command");
}
