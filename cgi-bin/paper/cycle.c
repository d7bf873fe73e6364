/* SPDX-License-Identifier: ISC */
#include "paper/paper.h"

#include <string.h>

#include "base/banned.h"

static const char *const codes[] = { "letter", "told", "verified", "recap",
	"report", "minutes", "score", NULL };

enum { ISSUE_KIND };
const struct field issue_fields[] = {
	[ISSUE_KIND] = { "kind", FIELD_CHOICE, "Jenis lembar", true,
	    .choices = codes },
	{ NULL }
};

/*
 * What would be issued at this moment, to look at and to print: it proves
 * nothing, so it is kept nowhere and carries no code.
 */
int
show_draft(struct visit *visit)
{
	const struct kind *kind = kind_named(visit->words[0]);
	struct buffer content = { .arena = visit->arena };
	struct matter matter = { .assessment = NULL };
	struct composition draft;
	int status;

	if (kind == NULL || kind->about_agency || !visit_may(visit,
	    kind->drafts))
		return 404;
	status = matter_load(visit, visit->keys[0], &matter);
	if (status == 0)
		status = visit_status(visit, kind->make(visit, &matter,
		    &draft));
	if (status != 0)
		return status;
	composition_write(&draft, &content);
	paper_fill_content(visit, content.bytes);
	fill_row(page_node(&visit->page, "Cycle"), &matter.cycle, 0);
	page_set(&visit->page, "Draft.name", paper_kind_name(kind->code));
	return visit_show(visit, "paper/draft");
}

static int
list_agency(struct visit *visit)
{
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_SIGNOFF_LIST_AGENCY, db_int(visit->actor.agency_id));

	if (result < 0)
		return visit_status(visit, result);
	if (rows.count == 1)
		return visit_redirect(visit, "/paper/agency/%lld",
		    (long long)row_int(&rows, 0, "id"));
	fill_rows(page_node(&visit->page, "Assessments"), &rows);
	return visit_show(visit, "paper/home");
}

int
show_home(struct visit *visit)
{
	int64_t below = visit_may(visit, ROLE_VALIDATOR | ROLE_AUDITOR) ?
	    visit->actor.region_id : 0;
	struct rows rows;
	int result;

	if (visit_may(visit, ROLE_OPERATOR | ROLE_HEAD))
		return list_agency(visit);
	result = db_select(visit->db, &rows, STATEMENT_PAPER_CYCLES,
	    db_key(visit->actor.region_id), db_key(below));
	if (result < 0)
		return visit_status(visit, result);
	if (rows.count == 1)
		return visit_redirect(visit, "/paper/cycle/%lld",
		    (long long)row_int(&rows, 0, "id"));
	fill_rows(page_node(&visit->page, "Cycles"), &rows);
	return visit_show(visit, "paper/home");
}

int
show_cycle(struct visit *visit)
{
	struct matter matter = { .assessment = NULL };
	struct node *list = page_node(&visit->page, "Agencies");
	struct rows papers;
	int result, status = matter_load(visit, visit->keys[0], &matter);

	if (status != 0)
		return status;
	result = db_select(visit->db, &papers, STATEMENT_PAPER_LIST_CYCLE,
	    db_int(matter.cycle_id));
	if (result < 0)
		return visit_status(visit, result);
	fill_row(page_node(&visit->page, "Cycle"), &matter.cycle, 0);
	fill_papers(visit, &papers, false, &matter);
	for (size_t at = 0; at < matter.figures.count; at++) {
		const struct agency_figures *agency =
		    &matter.figures.agencies[at];
		struct node *node = node_row(list, at);

		node_set_int(node, "id", agency->assessment_id);
		node_set(node, "name", agency->name);
		node_set(node, "state", state_code(agency->state));
	}
	if (visit_may(visit, ROLE_VERIFIER))
		page_set(&visit->page, "May.issue", "1");
	return visit_show(visit, "paper/cycle");
}

int
issue_cycle(struct visit *visit)
{
	const struct kind *kind = kind_named(form_text(&visit->form,
	    ISSUE_KIND));
	struct matter matter = { .assessment = NULL };
	int64_t paper_id;
	int status = matter_load(visit, visit->keys[0], &matter);

	if (status != 0)
		return status;
	if (!form_ok(&visit->form) || kind == NULL || kind->about_agency)
		return 400;
	status = matter_issue(visit, &matter, kind, &paper_id);
	return status != 0 ? status : visit_redirect(visit,
	    "/paper/%lld?done=issued", (long long)paper_id);
}
