/* SPDX-License-Identifier: ISC */
/*
 * Kinds of papers, and how one is issued: numbered, made from what the
 * database says at that moment, and kept, in one transaction that is made
 * again as a whole when it has to be.
 */
#include "paper/paper.h"
#include "document/listing.h"

#include <string.h>

#include "document/render.h"
#include "rules/calendar.h"
#include "assessment/replica.h"
#include "frame/words.h"
#include "base/banned.h"

enum {
	REGION = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	TELLING = REGION | ROLE_ADMIN /* no scores are in these */
};

/* Ends with a NULL code. */
static const struct kind kinds[] = {
	{ "letter", .make = make_letter, .drafts = TELLING },
	{ "notified", .make = make_notified, .drafts = TELLING },
	{ "verified", .make = make_verified, .drafts = REGION },
	{ "recap", .make = make_recap, .drafts = REGION },
	{ "report", .make = make_report, .drafts = REGION },
	{ "minutes", .make = make_minutes, .about_agency = true, .mark = "BA",
	    .from = STATE_VERIFIED },
	{ "score", .make = make_score, .about_agency = true, .from = STATE_VERIFIED },
	{ .code = NULL },
};

const struct kind *
kind_named(const char *code)
{
	for (const struct kind *kind = kinds; kind->code != NULL; kind++)
		if (strcmp(kind->code, code) == 0)
			return kind;
	return NULL;
}

const struct kind *
kind_at(size_t at)
{
	return at < sizeof(kinds) / sizeof(kinds[0]) - 1 ? &kinds[at] : NULL;
}

struct issuing {
	struct context *context;
	struct issue_subject *subject;
	const struct kind *kind;
	bool missing; /* only where none stands */
	int64_t issued_id;
};

static int
next_number(struct issuing *issuing, int64_t *number)
{
	struct context *context = issuing->context;
	struct issue_subject *subject = issuing->subject;
	struct date today = day_date(words_today(subject->letterhead.zone));
	struct rows rows;
	int result;

	*number = 0;
	if (issuing->kind->mark == NULL)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_ISSUED_NEXT_NUMBER,
	    db_int(subject->cycle_id), db_text(issuing->kind->code));
	if (result < 0)
		return result;
	*number = row_int(&rows, 0, "number");
	subject->number = letterhead_number(context->arena, subject->letterhead.number_format,
	    *number, issuing->kind->mark, today.month, row_int(&subject->cycle, 0, "year"));
	return 0;
}

/* Made again when the transaction is: all that it says was read in it. */
static int
issue(struct db *db, void *argument)
{
	struct issuing *issuing = argument;
	struct issue_subject *subject = issuing->subject;
	struct context *context = issuing->context;
	struct buffer content = { .arena = context->arena };
	struct document_model model;
	struct rows rows;
	int64_t number;
	int result = db_select(db, &rows, STATEMENT_ISSUED_HOLD_CYCLE, db_int(subject->cycle_id));

	if (result >= 0 && subject->assessment != NULL)
		result = assessment_hold(context, subject->assessment);
	if (result < 0 || (subject->assessment != NULL && result != 0))
		return result;
	if (issuing->missing) {
		result = db_select(db, &rows, STATEMENT_ISSUED_OF, db_int(subject->assessment->id),
		    db_text(issuing->kind->code));
		if (result < 0 || (result > 0 && row_null(&rows, 0, "ended")))
			return result < 0 ? result : 0;
	}
	result = next_number(issuing, &number);
	if (result == 0)
		result = issuing->kind->make(context, subject, &model);
	if (result != 0)
		return result;
	model_write(&model, &content);
	return issued_issue(context, issuing->kind->code, subject->cycle_id, subject->assessment,
	    number, content.bytes, &issuing->issued_id);
}

int
subject_issue(struct context *context, struct issue_subject *subject, const struct kind *kind,
    int64_t *issued_id)
{
	struct issuing issuing = { context, subject, kind, false, 0 };
	int status = context_status(context, db_txn(context->db, issue, &issuing));

	*issued_id = issuing.issued_id;
	return status;
}

int
subject_issue_missing(struct context *context, struct issue_subject *subject,
    const struct kind *kind, bool *issued)
{
	struct issuing issuing = { context, subject, kind, true, 0 };
	int status = context_status(context, db_txn(context->db, issue, &issuing));

	*issued = issuing.issued_id != 0;
	return status;
}

static const char *
paper_name(const struct rows *papers, size_t row)
{
	return issued_name(row_text(papers, row, "kind"), row_text(papers, row, "begin"));
}

static void
fill_one(struct context *context, struct node *node, const struct rows *papers, size_t row,
    const char *zone)
{
	fill_row(node, papers, row);
	node_set(node, "name", paper_name(papers, row));
	node_set(node, "issued_at",
	    words_time(context->arena, row_text(papers, row, "issued_at"), zone));
	node_set(node, "state",
	    *row_text(papers, row, "ended") != '\0' ? row_text(papers, row, "ended") : "valid");
}

void
fill_papers(struct context *context, const struct rows *papers, bool about_agency,
    const struct issue_subject *subject)
{
	struct node *list = page_node(&context->page, "Kinds");
	struct node *past = page_node(&context->page, "Past");
	size_t count = 0, ended = 0;

	if (render_can())
		page_set(&context->page, "May.draw", "1");
	for (const struct kind *kind = kinds; kind->code != NULL; kind++) {
		struct node *node;

		if (kind->about_agency != about_agency)
			continue;
		node = node_row(list, count++);
		node_set(node, "code", kind->code);
		node_set(node, "name", issued_kind_name(kind->code));
		if (!about_agency || results_tier_disclosed(subject->assessment->state, kind->from))
			node_set(node, "ready", "1");
		if (context_may(context, kind->drafts))
			node_set(node, "draft", "1");
		for (size_t row = 0; row < papers->count; row++)
			if (strcmp(row_text(papers, row, "kind"), kind->code) == 0 &&
			    row_null(papers, row, "ended")) {
				fill_one(context, node_child(node, "paper"), papers, row,
				    subject->letterhead.zone);
				break;
			}
	}
	for (size_t row = 0; row < papers->count; row++)
		if (kind_named(row_text(papers, row, "kind")) == NULL ||
		    !row_null(papers, row, "ended"))
			fill_one(context, node_row(past, ended++), papers, row,
			    subject->letterhead.zone);
}

/* One paper as a line of the file. */
struct paper_line {
	const char *name, *number, *issued_at, *issued_by, *state;
};

static struct paper_line
paper_line(struct arena *arena, const struct rows *papers, size_t row, const char *zone)
{
	const char *ended = row_text(papers, row, "ended");

	return (struct paper_line){
		.name = paper_name(papers, row),
		.number = row_text(papers, row, "number"),
		.issued_at = words_time(arena, row_text(papers, row, "issued_at"), zone),
		.issued_by = row_text(papers, row, "issued_by"),
		.state = *ended == '\0'            ? "Berlaku" :
		    strcmp(ended, "replaced") == 0 ? "Diganti" :
						     "Dibatalkan",
	};
}

int
send_papers(struct context *context, const struct rows *papers, const char *zone, const char *name)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Lembar", 30, struct paper_line, name),
		LISTING_MEMBER("Nomor", 15, struct paper_line, number),
		LISTING_MEMBER("Diterbitkan", 20, struct paper_line, issued_at),
		LISTING_MEMBER("Oleh", 20, struct paper_line, issued_by),
		LISTING_MEMBER("Status", 10, struct paper_line, state),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Lembar",
		.columns = columns,
		.count = papers->count,
		.size = sizeof(struct paper_line) };
	struct paper_line *lines = arena_array(context->arena, papers->count + 1, sizeof(*lines));

	for (size_t row = 0; row < papers->count; row++)
		lines[row] = paper_line(context->arena, papers, row, zone);
	listing.records = lines;
	return listing_send(context, name, &listing, 1);
}
