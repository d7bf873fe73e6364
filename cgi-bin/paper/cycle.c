/* SPDX-License-Identifier: ISC */
/*
 * The papers about a whole cycle: the page that lists them, a draft to look
 * at, and issuing one.
 */
#include "paper/paper.h"

#include <string.h>

#include "assessment/kept_cycle.h"
#include "document/render.h"
#include "document/text_file.h"
#include "base/banned.h"

static const char *const codes[] = { "letter", "notified", "verified", "recap", "report", "minutes",
	"score", NULL };

enum { ISSUE_KIND };
const struct field issue_fields[] = {
	[ISSUE_KIND] = { "kind", FIELD_CHOICE, "Jenis lembar", true, .choices = codes },
	{ NULL },
};

/*
 * What would be issued at this moment, to look at, to print and to work on: it
 * proves nothing, so it is kept nowhere and carries no code.
 */
static int
make_draft(struct context *context, const struct kind **kind, struct issue_subject *subject,
    struct document_model *draft)
{
	int status;

	*kind = kind_named(context->words[0]);
	if (*kind == NULL || (*kind)->about_agency || !context_may(context, (*kind)->drafts))
		return 404;
	*subject = (struct issue_subject){ .assessment = NULL };
	status = subject_load(context, context->keys[0], subject);
	return status != 0 ?
	    status :
	    context_status(context, (*kind)->make(context, subject, draft));
}

int
send_draft(struct context *context)
{
	const struct kind *kind;
	struct issue_subject subject;
	struct document_model draft;
	struct paper_file file;
	int status = make_draft(context, &kind, &subject, &draft);

	if (status == 0)
		status = paper_file_make_marked(context, &draft,
		    "Rancangan: belum diterbitkan, tanpa kode pemeriksaan.", &file);
	return status != 0 ?
	    status :
	    paper_file_send(context, &draft, &file,
		&(struct paper_about){ row_int(&subject.cycle, 0, "region_id"), 0 },
		issued_file_name(context->arena, kind->code, row_text(&subject.cycle, 0, "year"),
		    "-rancangan.pdf"));
}

int
show_draft(struct context *context)
{
	const struct kind *kind;
	struct buffer content = { .arena = context->arena };
	struct issue_subject subject;
	struct document_model draft;
	int status = make_draft(context, &kind, &subject, &draft);

	if (status != 0)
		return status;
	model_write(&draft, &content);
	issued_fill_content(context, content.bytes);
	fill_row(page_node(&context->page, "Cycle"), &subject.cycle, 0);
	cycle_steps_fill(context, subject.kept);
	page_set(&context->page, "Draft.kind", kind->code);
	if (render_can())
		page_set(&context->page, "May.draw", "1");
	page_set(&context->page, "Draft.name", issued_kind_name(kind->code));
	return context_show(context, "paper/draft");
}

/* What there are papers of: one's own assessments, or cycles that one may see. */
static int
read_subjects(struct context *context, bool own, struct rows *subjects)
{
	int64_t below = context_may(context, ROLE_VALIDATOR | ROLE_AUDITOR) ?
	    context->actor.region_id :
	    0;

	return context_status(context,
	    own ? db_select(context->db, subjects, STATEMENT_SIGNOFF_LIST_AGENCY,
		      db_int(context->actor.agency_id)) :
		  db_select(context->db, subjects, STATEMENT_PAPER_CYCLES,
		      db_key(context->actor.region_id), db_key(below)));
}

/* Nobody chooses from a list of one. */
int
show_home(struct context *context)
{
	bool own = context_may(context, ROLE_OPERATOR | ROLE_HEAD);
	struct rows subjects;
	int status = read_subjects(context, own, &subjects);

	if (status != 0)
		return status;
	if (subjects.count == 1)
		return context_redirect(context, own ? "/paper/agency/%lld" : "/paper/cycle/%lld",
		    (long long)row_int(&subjects, 0, "id"));
	fill_rows(page_node(&context->page, own ? "Assessments" : "Cycles"), &subjects);
	return context_show(context, "paper/home");
}

static int
cycle_read_papers(struct context *context, struct issue_subject *subject, struct rows *papers)
{
	int status = subject_load(context, context->keys[0], subject);

	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, papers, STATEMENT_ISSUED_LIST_CYCLE,
		    db_int(subject->cycle_id)));
}

int
show_cycle(struct context *context)
{
	struct issue_subject subject = { .assessment = NULL };
	struct node *list = page_node(&context->page, "Agencies");
	struct rows papers;
	int status = cycle_read_papers(context, &subject, &papers);

	if (status != 0)
		return status;
	fill_row(page_node(&context->page, "Cycle"), &subject.cycle, 0);
	cycle_steps_fill(context, subject.kept);
	fill_papers(context, &papers, false, &subject);
	for (size_t at = 0; at < subject.results.count; at++) {
		const struct agency_results *agency = &subject.results.agencies[at];
		struct node *node = node_row(list, at);

		node_set_int(node, "id", agency->assessment_id);
		node_set(node, "name", agency->name);
		node_set(node, "state", state_code(agency->state));
	}
	if (context_may(context, ROLE_VERIFIER))
		page_set(&context->page, "May.issue", "1");
	return context_show(context, "paper/cycle");
}

int
send_cycle_papers(struct context *context)
{
	struct issue_subject subject = { .assessment = NULL };
	struct rows papers;
	int status = cycle_read_papers(context, &subject, &papers);

	return status != 0 ?
	    status :
	    send_papers(context, &papers, subject.letterhead.zone,
		arena_format(context->arena, "lembar-%s-%lld", subject.results.region_code,
		    (long long)subject.results.year));
}

int
issue_cycle(struct context *context)
{
	const struct kind *kind = kind_named(form_text(&context->form, ISSUE_KIND));
	struct issue_subject subject = { .assessment = NULL };
	int64_t issued_id;
	int status = subject_load(context, context->keys[0], &subject);

	if (status != 0)
		return status;
	if (!form_ok(&context->form) || kind == NULL || kind->about_agency)
		return 400;
	status = subject_issue(context, &subject, kind, &issued_id);
	return status != 0 ?
	    status :
	    context_redirect(context, "/paper/%lld?done=issued", (long long)issued_id);
}
