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

const struct agency_figures *
matter_agency(const struct matter *matter)
{
	for (size_t at = 0; at < matter->figures.count; at++)
		if (matter->figures.agencies[at].assessment_id ==
		    matter->assessment->id)
			return &matter->figures.agencies[at];
	return NULL;
}

const char *
matter_basis(struct arena *arena, const struct matter *matter)
{
	const char *basis = row_text(&matter->cycle, 0, "basis");
	const char *remark = strstr(basis, ". ");

	if (*basis == '\0')
		return "Peraturan Menteri Dalam Negeri Nomor 99 Tahun 2018 "
		    "tentang Pembinaan dan Pengendalian Penataan Perangkat "
		    "Daerah";
	return remark == NULL ? basis : arena_copy(arena, basis,
	    (size_t)(remark - basis));
}

static int64_t
region_below(const struct visit *visit)
{
	return visit_may(visit, ROLE_VALIDATOR | ROLE_AUDITOR | ROLE_ADMIN) ?
	    visit->actor.region_id : 0;
}

int
matter_load(struct visit *visit, int64_t cycle_id, struct matter *matter)
{
	int status, result = db_select(visit->db, &matter->cycle,
	    STATEMENT_PAPER_CYCLE, db_int(cycle_id),
	    db_key(visit->actor.region_id), db_key(region_below(visit)));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	matter->cycle_id = cycle_id;
	matter->number = "";
	status = copy_guard(visit, row_int(&matter->cycle, 0, "collected") !=
	    0, row_text(&matter->cycle, 0, "region_name"));
	if (status == 0)
		status = letterhead_load(visit, row_int(&matter->cycle, 0,
		    "region_id"), &matter->letterhead);
	return status != 0 ? status : figures_load(visit, cycle_id,
	    &matter->figures);
}

struct issuing {
	struct visit *visit;
	struct matter *matter;
	const struct kind *kind;
	int64_t paper_id;
};

static int
next_number(struct issuing *issuing, int64_t *number)
{
	struct visit *visit = issuing->visit;
	struct matter *matter = issuing->matter;
	struct date today = day_date(words_today(matter->letterhead.zone));
	struct rows rows;
	int result;

	*number = 0;
	if (issuing->kind->mark == NULL)
		return 0;
	result = db_select(visit->db, &rows, STATEMENT_PAPER_NEXT_NUMBER,
	    db_int(matter->cycle_id), db_text(issuing->kind->code));
	if (result < 0)
		return result;
	*number = row_int(&rows, 0, "number");
	matter->number = letterhead_number(visit->arena,
	    matter->letterhead.number_format, *number, issuing->kind->mark,
	    today.month, row_int(&matter->cycle, 0, "year"));
	return 0;
}

/* Made again when the transaction is: all that it says was read in it. */
static int
issue(struct db *db, void *argument)
{
	struct issuing *issuing = argument;
	struct matter *matter = issuing->matter;
	struct visit *visit = issuing->visit;
	struct buffer content = { .arena = visit->arena };
	struct composition composition;
	struct rows rows;
	int64_t number;
	int result = db_select(db, &rows, STATEMENT_PAPER_HOLD_CYCLE,
	    db_int(matter->cycle_id));

	if (result >= 0 && matter->assessment != NULL)
		result = assessment_hold(visit, matter->assessment);
	if (result < 0 || (matter->assessment != NULL && result != 0))
		return result;
	result = next_number(issuing, &number);
	if (result == 0)
		result = issuing->kind->make(visit, matter, &composition);
	if (result != 0)
		return result;
	composition_write(&composition, &content);
	return paper_issue(visit, issuing->kind->code, matter->cycle_id,
	    matter->assessment != NULL ? matter->assessment->id : 0, number,
	    content.bytes, &issuing->paper_id);
}

int
matter_issue(struct visit *visit, struct matter *matter,
    const struct kind *kind, int64_t *paper_id)
{
	struct issuing issuing = { visit, matter, kind, 0 };
	int status = visit_status(visit, db_txn(visit->db, issue, &issuing));

	*paper_id = issuing.paper_id;
	return status;
}

static void
fill_one(struct visit *visit, struct node *node, const struct rows *papers,
    size_t row, const char *zone)
{
	fill_row(node, papers, row);
	node_set(node, "name", paper_kind_name(row_text(papers, row, "kind")));
	node_set(node, "issued_at", words_time(visit->arena, row_text(papers,
	    row, "issued_at"), zone));
	node_set(node, "state", *row_text(papers, row, "ended") != '\0' ?
	    row_text(papers, row, "ended") : "valid");
}

void
fill_papers(struct visit *visit, const struct rows *papers, bool about_agency,
    const struct matter *matter)
{
	struct node *list = page_node(&visit->page, "Kinds");
	struct node *past = page_node(&visit->page, "Past");
	size_t count = 0, ended = 0;

	if (draw_can())
		page_set(&visit->page, "May.draw", "1");
	for (const struct kind *kind = kinds; kind->code != NULL; kind++) {
		struct node *node;

		if (kind->about_agency != about_agency)
			continue;
		node = node_row(list, count++);
		node_set(node, "code", kind->code);
		node_set(node, "name", paper_kind_name(kind->code));
		if (!about_agency || figures_tier_told(
		    matter->assessment->state, kind->from))
			node_set(node, "ready", "1");
		if (visit_may(visit, kind->drafts))
			node_set(node, "draft", "1");
		for (size_t row = 0; row < papers->count; row++)
			if (strcmp(row_text(papers, row, "kind"),
			    kind->code) == 0 && row_null(papers, row,
			    "ended")) {
				fill_one(visit, node_child(node, "paper"),
				    papers, row, matter->letterhead.zone);
				break;
			}
	}
	for (size_t row = 0; row < papers->count; row++)
		if (kind_named(row_text(papers, row, "kind")) == NULL ||
		    !row_null(papers, row, "ended"))
			fill_one(visit, node_row(past, ended++), papers, row,
			    matter->letterhead.zone);
}
