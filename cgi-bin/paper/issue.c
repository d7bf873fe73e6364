/* SPDX-License-Identifier: ISC */
#include "paper/paper.h"

#include <string.h>

#include "document/render.h"
#include "rules/calendar.h"
#include "assessment/replica.h"
#include "frame/words.h"
#include "base/banned.h"

enum {
	REGION = ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR,
	TELLING = REGION | ROLE_ADMIN	/* no scores are in these */
};

/* Ends with a NULL code. */
static const struct kind kinds[] = {
	{ "letter", .make = make_letter, .drafts = TELLING },
	{ "told", .make = make_told, .drafts = TELLING },
	{ "verified", .make = make_verified, .drafts = REGION },
	{ "recap", .make = make_recap, .drafts = REGION },
	{ "report", .make = make_report, .drafts = REGION },
	{ "minutes", .make = make_minutes, .about_agency = true, .mark = "BA",
	    .from = STATE_VERIFIED },
	{ "score", .make = make_score, .about_agency = true,
	    .from = STATE_VERIFIED },
	{ .code = NULL }
};

const struct kind *
kind_named(const char *code)
{
	for (const struct kind *kind = kinds; kind->code != NULL; kind++)
		if (strcmp(kind->code, code) == 0)
			return kind;
	return NULL;
}

const char *
cell_number(struct arena *arena, int64_t number)
{
	return number != 0 ? arena_format(arena, "%lld", (long long)number) :
	    "";
}

void
number_column(struct block *table)
{
	compose_column(table, "No.", 5, ALIGN_CENTRE);
}

const struct agency_results *
subject_agency(const struct issue_subject *subject)
{
	for (size_t at = 0; at < subject->results.count; at++)
		if (subject->results.agencies[at].assessment_id ==
		    subject->assessment->id)
			return &subject->results.agencies[at];
	return NULL;
}

const char *
subject_basis(struct arena *arena, const struct issue_subject *subject)
{
	const char *basis = row_text(&subject->cycle, 0, "basis");
	const char *remark = strstr(basis, ". ");

	if (*basis == '\0')
		return "Peraturan Menteri Dalam Negeri Nomor 99 Tahun 2018 "
		    "tentang Pembinaan dan Pengendalian Penataan Perangkat "
		    "Daerah";
	return remark == NULL ? basis : arena_copy(arena, basis,
	    (size_t)(remark - basis));
}

static int64_t
region_below(const struct context *context)
{
	return context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR | ROLE_ADMIN) ?
	    context->actor.region_id : 0;
}

int
subject_load(struct context *context, int64_t cycle_id, struct issue_subject *subject)
{
	int status, result = db_select(context->db, &subject->cycle,
	    STATEMENT_PAPER_CYCLE, db_int(cycle_id),
	    db_key(context->actor.region_id), db_key(region_below(context)));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	subject->cycle_id = cycle_id;
	subject->number = "";
	status = replica_guard(context, row_int(&subject->cycle, 0, "collected") !=
	    0, row_text(&subject->cycle, 0, "region_name"));
	if (status == 0)
		status = letterhead_load(context, row_int(&subject->cycle, 0,
		    "region_id"), &subject->letterhead);
	return status != 0 ? status : results_load(context, cycle_id,
	    &subject->results);
}

struct issuing {
	struct context *context;
	struct issue_subject *subject;
	const struct kind *kind;
	int64_t paper_id;
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
	result = db_select(context->db, &rows, STATEMENT_PAPER_NEXT_NUMBER,
	    db_int(subject->cycle_id), db_text(issuing->kind->code));
	if (result < 0)
		return result;
	*number = row_int(&rows, 0, "number");
	subject->number = letterhead_number(context->arena,
	    subject->letterhead.number_format, *number, issuing->kind->mark,
	    today.month, row_int(&subject->cycle, 0, "year"));
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
	int result = db_select(db, &rows, STATEMENT_PAPER_HOLD_CYCLE,
	    db_int(subject->cycle_id));

	if (result >= 0 && subject->assessment != NULL)
		result = assessment_hold(context, subject->assessment);
	if (result < 0 || (subject->assessment != NULL && result != 0))
		return result;
	result = next_number(issuing, &number);
	if (result == 0)
		result = issuing->kind->make(context, subject, &model);
	if (result != 0)
		return result;
	model_write(&model, &content);
	return issued_issue(context, issuing->kind->code, subject->cycle_id,
	    subject->assessment != NULL ? subject->assessment->id : 0, number,
	    content.bytes, &issuing->paper_id);
}

int
subject_issue(struct context *context, struct issue_subject *subject,
    const struct kind *kind, int64_t *paper_id)
{
	struct issuing issuing = { context, subject, kind, 0 };
	int status = context_status(context, db_txn(context->db, issue, &issuing));

	*paper_id = issuing.paper_id;
	return status;
}

static void
fill_one(struct context *context, struct node *node, const struct rows *papers,
    size_t row, const char *zone)
{
	fill_row(node, papers, row);
	node_set(node, "name", issued_kind_name(row_text(papers, row, "kind")));
	node_set(node, "issued_at", words_time(context->arena, row_text(papers,
	    row, "issued_at"), zone));
	node_set(node, "state", *row_text(papers, row, "ended") != '\0' ?
	    row_text(papers, row, "ended") : "valid");
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
		if (!about_agency || results_tier_disclosed(
		    subject->assessment->state, kind->from))
			node_set(node, "ready", "1");
		if (context_may(context, kind->drafts))
			node_set(node, "draft", "1");
		for (size_t row = 0; row < papers->count; row++)
			if (strcmp(row_text(papers, row, "kind"),
			    kind->code) == 0 && row_null(papers, row,
			    "ended")) {
				fill_one(context, node_child(node, "paper"),
				    papers, row, subject->letterhead.zone);
				break;
			}
	}
	for (size_t row = 0; row < papers->count; row++)
		if (kind_named(row_text(papers, row, "kind")) == NULL ||
		    !row_null(papers, row, "ended"))
			fill_one(context, node_row(past, ended++), papers, row,
			    subject->letterhead.zone);
}
