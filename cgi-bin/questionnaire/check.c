/* SPDX-License-Identifier: ISC */
#include "questionnaire/questionnaire.h"
#include "assessment/quality.h"
#include "frame/words.h"
#include "base/banned.h"

/* What stands in the way of one answer, one flag each for the template. */
static void
fill_lacks(struct node *node, const struct task *task)
{
	if (task->lacks & ANSWER_LEVEL)
		node_set(node, "level", "1");
	if (task->lacks & ANSWER_EXPLANATION)
		node_set(node, "explanation", "1");
	if (task->lacks & ANSWER_OVER_CLAIM_REASON)
		node_set(node, "reason", "1");
	if (task->answer.to_mend)
		node_set(node, "mend", "1");
}

static void
fill_name(struct node *node, const struct task *task)
{
	node_set_int(node, "number", task->evidence->number);
	node_set(node, "name", task->evidence->name);
	node_set(node, "claimed", words_roman(task->answer.level));
	node_set(node, "supported",
	    words_roman(task->evidence->supported[EYES_AGENCY]));
}

static bool
is_open(const struct task *task)
{
	return task->lacks != 0 || task->answer.to_mend;
}

/* Claimed beyond the documents, and said why. */
static bool
is_bold(const struct task *task)
{
	return task->answer.over_claimed && task->answer.over_claim_reason;
}

/* Allowed, but the verifier will see it: better mended now than returned. */
static bool
is_weak(const struct task *task)
{
	return task->answer.level > LEVEL_MIN &&
	    (is_bold(task) || task->evidence->stored_count == 0);
}

/*
 * Open.*: what must be filled in first.  Weak.*: what may be sent as it is,
 * .over_claimed, .bare (no document at all), .outside (addresses only).
 * Returns how many are open.
 */
static size_t
fill_findings(struct visit *visit, const struct tasks *tasks)
{
	struct node *opens = page_node(&visit->page, "Open");
	struct node *weaks = page_node(&visit->page, "Weak");
	size_t open = 0, weak = 0;

	for (size_t at = 0; at < tasks->count; at++) {
		const struct task *task = &tasks->list[at];
		struct node *node;

		if (is_open(task)) {
			node = node_row(opens, open++);
			fill_name(node, task);
			fill_lacks(node, task);
		}
		if (!is_weak(task))
			continue;
		node = node_row(weaks, weak++);
		fill_name(node, task);
		if (is_bold(task))
			node_set(node, "over_claimed", "1");
		if (!task->answer.documented)
			node_set(node, "bare", "1");
		else if (task->evidence->stored_count == 0)
			node_set(node, "outside", "1");
	}
	return open;
}

/* The links of one variable of which there is something to say. */
static size_t
fill_flagged(struct visit *visit, struct node *rows,
    const struct evidence *evidence)
{
	size_t count = 0;

	for (size_t at = 0; at < evidence->item_count; at++) {
		const struct evidence_item *item = &evidence->items[at];

		for (size_t of = 0; of < item->link_count; of++) {
			const struct evidence_link *link = &item->links[of];
			struct node *node;

			if (link->flags == 0)
				continue;
			node = node_row(rows, count++);
			node_set_int(node, "document_id", link->document_id);
			node_set(node, "title", link->title);
			node_set(node, "level", words_roman(item->level));
			node_set(node, "item", item->title);
			quality_fill(visit, node_child(node, "flags"),
			    link->flags, link->document_id);
		}
	}
	return count;
}

enum { UNUSED_SHOWN = 10 };

/*
 * Flagged.N: the variables with such links, in .links.M.  Unused.N: documents
 * that are linked nowhere, in no year, with .total in each.
 */
static int
fill_quality(struct visit *visit, const struct assessment *assessment,
    const struct tasks *tasks)
{
	struct node *list = page_node(&visit->page, "Flagged");
	struct rows rows;
	size_t count = 0;
	int result;

	for (size_t at = 0; at < tasks->count; at++) {
		const struct task *task = &tasks->list[at];
		struct node *node = node_row(list, count);

		if (fill_flagged(visit, node_child(node, "links"),
		    task->evidence) == 0)
			continue;
		fill_name(node, task);
		count++;
	}
	page_set_int(&visit->page, "Quality.flagged", (int64_t)count);
	result = db_select(visit->db, &rows, STATEMENT_QUESTIONNAIRE_UNUSED,
	    db_int(assessment->agency_id), db_int(UNUSED_SHOWN));
	if (result < 0)
		return visit_status(visit, result);
	for (size_t row = 0; row < rows.count; row++) {
		struct node *node = node_row(page_node(&visit->page,
		    "Unused"), row);

		fill_row(node, &rows, row);
		quality_fill(visit, node_child(node, "flags"),
		    QUALITY_FLAG(QUALITY_UNUSED), row_int(&rows, row, "id"));
	}
	return 0;
}

static bool
may_submit(const struct visit *visit, const struct assessment *assessment)
{
	return assessment->cycle_open && workflow_move(assessment->state,
	    ACTION_SUBMIT, visit->actor.role, assessment->province_tier) !=
	    NULL;
}

static int
fill_check(struct visit *visit, const struct assessment *assessment)
{
	struct tasks tasks;
	int status = tasks_load(visit, assessment, &tasks);

	if (status == 0)
		status = fill_quality(visit, assessment, &tasks);
	if (status != 0)
		return status;
	assessment_fill(visit, assessment);
	fill_tasks(visit, assessment, &tasks);
	if (workflow_step(assessment->state, assessment->province_tier) == 4)
		fill_deadline(visit, assessment, 4);
	if (may_write(visit, assessment))
		page_set(&visit->page, "May.write", "1");
	if (fill_findings(visit, &tasks) == 0 &&
	    may_submit(visit, assessment))
		page_set(&visit->page, "May.submit", "1");
	return 0;
}

int
show_check(struct visit *visit)
{
	struct assessment assessment;
	int status = assessment_find(visit, visit->keys[0], &assessment);

	if (status == 0)
		status = fill_check(visit, &assessment);
	return status != 0 ? status : visit_show(visit, "questionnaire/check");
}

struct submission {
	struct visit *visit;
	const struct assessment *assessment;
	const struct move *move;
};

/* The notes of the return are closed by sending again; history keeps them. */
static int
close_notes(struct visit *visit, const struct assessment *assessment)
{
	struct rows rows;
	int result = db_select(visit->db, &rows,
	    STATEMENT_QUESTIONNAIRE_RETURN_NOTES, db_int(assessment->id));

	if (result <= 0)
		return result;
	for (size_t row = 0; row < rows.count; row++) {
		result = assessment_change(visit, assessment, "return_note",
		    row_int(&rows, row, "number"), 0, "open", "closed",
		    row_text(&rows, row, "return_note"));
		if (result != 0)
			return result;
	}
	result = db_run(visit->db, STATEMENT_QUESTIONNAIRE_MENDED,
	    db_int(assessment->id));
	return result < 0 ? result : 0;
}

/*
 * The move comes first: it locks the assessment, so that no answer changes
 * between being judged and being sent.  422: something is still open.
 */
static int
send_in(struct db *db, void *argument)
{
	struct submission *submission = argument;
	struct visit *visit = submission->visit;
	struct tasks tasks;
	int result = assessment_move(visit, submission->assessment,
	    submission->move, "");

	(void)db;
	if (result != 0)
		return result;
	result = tasks_load(visit, submission->assessment, &tasks);
	if (result != 0)
		return result;
	for (size_t at = 0; at < tasks.count; at++)
		if (is_open(&tasks.list[at]))
			return 422;
	return close_notes(visit, submission->assessment);
}

static int
show_refusal(struct visit *visit, const struct assessment *assessment)
{
	int status = fill_check(visit, assessment);

	return status != 0 ? status :
	    visit_show_errors(visit, "questionnaire/check");
}

int
submit(struct visit *visit)
{
	struct assessment assessment;
	struct submission submission = { .visit = visit,
	    .assessment = &assessment };
	int result, status = assessment_find(visit, visit->keys[0],
	    &assessment);

	if (status != 0)
		return status;
	if (!assessment.cycle_open)
		return visit_refuse(visit, 409, "Periode penilaian ini sudah "
		    "ditutup.");
	submission.move = assessment_may(visit, &assessment, ACTION_SUBMIT,
	    &status);
	if (submission.move == NULL)
		return status;
	if (!form_given(&visit->form, FIELD_STATEMENT))
		form_error(&visit->form, FIELD_STATEMENT, "Centang pernyataan "
		    "bahwa isian sesuai keadaan sebenarnya.");
	if (!form_ok(&visit->form))
		return show_refusal(visit, &assessment);
	result = db_txn(visit->db, send_in, &submission);
	if (result == 422) {
		visit->form.notice = "Penilaian belum dapat dikirim: masih "
		    "ada yang perlu dilengkapi.";
		return show_refusal(visit, &assessment);
	}
	return result != 0 ? visit_status(visit, result) :
	    visit_redirect(visit, "/questionnaire/%lld/?done=submitted",
	    (long long)assessment.id);
}
