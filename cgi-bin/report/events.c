/* SPDX-License-Identifier: ISC */
/*
 * The log of events for the auditor: who signed in or failed to, was refused, was
 * given rights, and took out figures or evidence.
 */
#include "report/log.h"

#include <string.h>

#include "document/listing.h"
#include "frame/words.h"
#include "base/banned.h"

static const struct log_kind kinds[] = {
	{ "sign_in", "Masuk dan keluar", "sign_in" },
	{ "refusal", "Penolakan", "refusal" },
	{ "right", "Perubahan akun dan hak", "right" },
	{ "export", "Ekspor", "export" },
	{ "download", "Unduhan data dukung", "download" },
	{ .code = NULL },
};
static const char *const kind_codes[] = { "sign_in", "refusal", "right", "export", "download",
	NULL };
const struct field event_fields[] = LOG_FIELD_TABLE(kind_codes);

static const struct {
	const char *code, *words;
} outcomes[] = {
	{ "done", "Berhasil" },
	{ "wrong", "Gagal" },
	{ "held", "Ditahan" },
	{ "refused", "Ditolak" },
};

static const char *
outcome_words(const char *code)
{
	for (size_t at = 0; at < sizeof(outcomes) / sizeof(outcomes[0]); at++)
		if (strcmp(outcomes[at].code, code) == 0)
			return outcomes[at].words;
	return code;
}

static const char *
event_kind_words(const char *code)
{
	for (const struct log_kind *kind = kinds; kind->code != NULL; kind++)
		if (strcmp(kind->code, code) == 0)
			return kind->words;
	return code;
}

#define ARROW " → "

/* A change of rights is kept as "who: code → code". */
static const char *
event_what(struct arena *arena, const char *kind, const char *what)
{
	const char *from = strcmp(kind, "right") == 0 ? strstr(what, ": ") : NULL;
	const char *to = from == NULL ? NULL : strstr(from, ARROW);

	if (to == NULL)
		return what;
	from += strlen(": ");
	return arena_format(arena, "%.*s%s" ARROW "%s", (int)(from - what), what,
	    log_right_words(to < from ? "" : arena_format(arena, "%.*s", (int)(to - from), from)),
	    log_right_words(to + strlen(ARROW)));
}

/* One row as people read it. */
struct line {
	const char *when, *kind, *outcome, *who, *role, *address, *agency, *what;
};

static void
read_line(struct context *context, const struct rows *rows, size_t row, struct line *line)
{
	const char *who = row_text(rows, row, "full_name");

	*line = (struct line){
		.when = words_time(context->arena, row_text(rows, row, "at"), context->actor.zone),
		.kind = event_kind_words(row_text(rows, row, "kind")),
		.outcome = outcome_words(row_text(rows, row, "outcome")),
		.who = *who == '\0' ?
		    "Tidak dikenal" :
		    arena_format(context->arena, "%s (%s)", who, row_text(rows, row, "username")),
		.role = row_null(rows, row, "role") ?
		    "" :
		    role_name(role_of(row_text(rows, row, "role"))),
		.address = row_text(rows, row, "address"),
		.agency = row_text(rows, row, "agency_name"),
		.what = event_what(context->arena, row_text(rows, row, "kind"),
		    row_text(rows, row, "what")),
	};
}

/* Rows of the part, or enum db_error. */
static int
events_select(struct context *context, int64_t limit, struct log_part *part, struct rows *rows,
    int *status)
{
	struct db_value members = log_members(context, kinds);

	*status = log_part(context, part);
	return *status != 0 ?
	    0 :
	    db_select(context->db, rows, STATEMENT_REPORT_EVENTS, part->region, part->agency,
		part->agency, part->before, members, members, part->person, part->query, part->from,
		part->hours, part->until, part->hours, db_int(limit));
}

static void
fill_event(struct context *context, struct node *node, const struct rows *events, size_t row)
{
	struct line line;

	read_line(context, events, row, &line);
	node_set(node, "code", row_text(events, row, "outcome"));
	node_set(node, "when", line.when);
	node_set(node, "kind", line.kind);
	node_set(node, "outcome", line.outcome);
	node_set(node, "who", line.who);
	node_set(node, "role", line.role);
	node_set(node, "address", line.address);
	node_set(node, "agency", line.agency);
	node_set(node, "what", line.what);
}

int
show_events(struct context *context)
{
	struct node *list = page_node(&context->page, "Events");
	struct log_choices choices;
	struct log_part part;
	struct rows events;
	int status, result = events_select(context, LOG_PAGE + 1, &part, &events, &status);

	if (status == 0)
		status = result < 0 ?
		    context_status(context, result) :
		    log_read_choices(context, &part, &choices);
	if (status != 0)
		return status;
	log_fill(context, kinds, &choices);
	for (size_t row = 0; row < events.count && row < LOG_PAGE; row++)
		fill_event(context, node_row(list, row), &events, row);
	if (events.count > LOG_PAGE)
		page_set(&context->page, "List.next", row_text(&events, LOG_PAGE - 1, "id"));
	return context_show(context, "report/events");
}

int
send_events(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Waktu", 15, struct line, when),
		LISTING_MEMBER("Jenis", 12, struct line, kind),
		LISTING_MEMBER("Hasil", 8, struct line, outcome),
		LISTING_MEMBER("Siapa", 15, struct line, who),
		LISTING_MEMBER("Peran", 10, struct line, role),
		LISTING_MEMBER("Alamat", 10, struct line, address),
		LISTING_MEMBER("Perangkat daerah", 15, struct line, agency),
		LISTING_MEMBER("Tentang", 20, struct line, what),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Peristiwa",
		.columns = columns,
		.size = sizeof(struct line) };
	struct log_part part;
	struct line *lines;
	struct rows rows;
	int status, result = events_select(context, LISTING_MAX, &part, &rows, &status);

	if (status != 0 || result < 0)
		return status != 0 ? status : context_status(context, result);
	lines = arena_array(context->arena, rows.count + 1, sizeof(*lines));
	for (size_t row = 0; row < rows.count; row++)
		read_line(context, &rows, row, &lines[row]);
	listing.records = lines;
	listing.count = rows.count;
	return listing_send(context, "peristiwa", &listing, 1);
}
