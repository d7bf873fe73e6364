/* SPDX-License-Identifier: ISC */
/*
 * The look before sending: what must be filled in first, what the team will
 * ask about, documents with flags; and the sending itself.
 */
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
	if (task->answer.to_correct)
		node_set(node, "correct", "1");
}

static void
fill_name(struct node *node, const struct task *task)
{
	node_set_int(node, "number", task->evidence->number);
	node_set(node, "name", task->evidence->name);
	node_set(node, "claimed", words_roman(task->answer.level));
	node_set(node, "supported", words_roman(task->evidence->supported[VIEWER_AGENCY]));
}

/* The compulsory documents that are missing for what is claimed, each by its name
 * and its place. */
static void
fill_lacking(struct context *context, struct node *node, const struct task *task)
{
	const struct evidence_item **missing;
	size_t count;

	if (task->answer.level == LEVEL_ABSENT)
		return;
	count = evidence_missing(context, task->evidence, VIEWER_AGENCY, task->answer.level,
	    &missing);
	for (size_t at = 0; at < count; at++) {
		struct node *row = node_row(node_child(node, "missing"), at);

		node_set_int(row, "number", missing[at]->level);
		node_set(row, "level", words_roman(missing[at]->level));
		node_set(row, "title", missing[at]->title);
	}
}

/* Claimed beyond the documents, and said why, or could not say why. */
static bool
is_bold(const struct task *task)
{
	return task->answer.over_claimed && (task->answer.locked || task->answer.over_claim_reason);
}

/* Allowed, but the verifier will see it: better mended now than returned. */
static bool
check_is_weak(const struct task *task)
{
	return task->answer.level > LEVEL_MIN &&
	    (is_bold(task) || task->evidence->stored_count == 0);
}

/*
 * Open.*: what must be filled in first.  Weak.*: what may be sent as it is,
 * .over_claimed, .bare (no document at all), .outside (addresses only).  In both
 * .missing.N: the documents that are not there, .title .level .number (of the level).
 * Returns how many are open.
 */
static size_t
fill_findings(struct context *context, const struct tasks *tasks)
{
	struct node *opens = page_node(&context->page, "Open");
	struct node *weaks = page_node(&context->page, "Weak");
	size_t open = 0, weak = 0;

	for (size_t at = 0; at < tasks->count; at++) {
		const struct task *task = &tasks->list[at];
		struct node *node;

		if (task_open(task)) {
			node = node_row(opens, open++);
			fill_name(node, task);
			fill_lacks(node, task);
			if (task->lacks & ANSWER_OVER_CLAIM_REASON)
				fill_lacking(context, node, task);
		}
		if (!check_is_weak(task))
			continue;
		node = node_row(weaks, weak++);
		fill_name(node, task);
		if ((task->lacks & ANSWER_OVER_CLAIM_REASON) == 0)
			fill_lacking(context, node, task);
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
fill_flagged(struct context *context, struct node *rows, const struct evidence *evidence)
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
			quality_fill(context, node_child(node, "flags"), link->flags,
			    link->document_id);
		}
	}
	return count;
}

enum { UNUSED_SHOWN = 10 };

/*
 * Flagged.N: the variables with such links, in .links.M.  Unused.N: documents
 * that are linked nowhere, in no year, with .total in each.
 */
static void
fill_quality(struct context *context, const struct tasks *tasks, const struct rows *unused)
{
	struct node *list = page_node(&context->page, "Flagged");
	size_t count = 0;

	for (size_t at = 0; at < tasks->count; at++) {
		const struct task *task = &tasks->list[at];
		struct node *node = node_row(list, count);

		if (fill_flagged(context, node_child(node, "links"), task->evidence) == 0)
			continue;
		fill_name(node, task);
		count++;
	}
	page_set_int(&context->page, "Quality.flagged", (int64_t)count);
	for (size_t row = 0; row < unused->count; row++) {
		struct node *node = node_row(page_node(&context->page, "Unused"), row);

		fill_row(node, unused, row);
		quality_fill(context, node_child(node, "flags"), QUALITY_FLAG(QUALITY_UNUSED),
		    row_int(unused, row, "id"));
	}
}

/* What the page shows of an assessment. */
struct check {
	struct tasks tasks;
	struct deadline deadline;
	struct rows unused;
};

static int
read_check(struct context *context, const struct assessment *assessment, struct check *check)
{
	int status = tasks_load(context, assessment, &check->tasks);

	check->deadline = read_deadline(context, assessment, filling_step(assessment));
	return status != 0 ?
	    status :
	    context_status(context,
		db_select(context->db, &check->unused, STATEMENT_QUESTIONNAIRE_UNUSED,
		    db_int(assessment->agency_id), db_int(UNUSED_SHOWN)));
}

static void
fill_check(struct context *context, const struct assessment *assessment, const struct check *check)
{
	const struct tasks *tasks = &check->tasks;

	fill_quality(context, tasks, &check->unused);
	assessment_fill(context, assessment);
	fill_tasks(context, assessment, tasks);
	fill_deadline(context, page_node(&context->page, "Deadline"), &check->deadline);
	if (may_write(context, assessment))
		page_set(&context->page, "May.write", "1");
	if (fill_findings(context, tasks) == 0 &&
	    assessment_allows(assessment, context->actor.role, ACTION_SUBMIT))
		page_set(&context->page, "May.submit", "1");
}

int
show_check(struct context *context)
{
	struct assessment assessment;
	struct check check;
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status == 0)
		status = read_check(context, &assessment, &check);
	if (status != 0)
		return status;
	fill_check(context, &assessment, &check);
	return context_show(context, "questionnaire/check");
}

struct submission {
	struct context *context;
	const struct assessment *assessment;
	const struct move *move;
};

/* The notes of the return are closed by sending again; history keeps them. */
static int
close_notes(struct context *context, const struct assessment *assessment)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_RETURN_NOTES,
	    db_int(assessment->id));

	if (result <= 0)
		return result;
	for (size_t row = 0; row < rows.count; row++) {
		result = assessment_change(context, assessment, "return_note",
		    row_int(&rows, row, "number"), 0, "open", "closed",
		    row_text(&rows, row, "return_note"));
		if (result != 0)
			return result;
	}
	result = db_run(context->db, STATEMENT_QUESTIONNAIRE_CORRECTED, db_int(assessment->id));
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
	struct context *context = submission->context;
	struct tasks tasks;
	int result = assessment_move(context, submission->assessment, submission->move, "");

	(void)db;
	if (result != 0)
		return result;
	result = db_stop(db, tasks_load(context, submission->assessment, &tasks));
	if (result != 0)
		return result;
	for (size_t at = 0; at < tasks.count; at++)
		if (task_open(&tasks.list[at]))
			return db_stop(db, 422);
	return close_notes(context, submission->assessment);
}

static int
show_refusal(struct context *context, const struct assessment *assessment)
{
	struct check check;
	int status = read_check(context, assessment, &check);

	if (status != 0)
		return status;
	fill_check(context, assessment, &check);
	return context_show_errors(context, "questionnaire/check");
}

int
submit(struct context *context)
{
	struct assessment assessment;
	struct submission submission = { .context = context, .assessment = &assessment };
	int status = assessment_find(context, context->keys[0], &assessment);

	if (status != 0)
		return status;
	if (!assessment.cycle_open)
		return context_refuse(context, 409,
		    "Periode penilaian ini sudah "
		    "ditutup.");
	submission.move = assessment_may(context, &assessment, ACTION_SUBMIT, &status);
	if (submission.move == NULL)
		return status;
	if (!form_given(&context->form, FIELD_STATEMENT))
		form_error(&context->form, FIELD_STATEMENT,
		    "Centang pernyataan "
		    "bahwa jawaban sesuai dengan kondisi sebenarnya.");
	if (!form_ok(&context->form))
		return show_refusal(context, &assessment);
	status = context_status(context, db_txn(context->db, send_in, &submission));
	if (status == 422) {
		context->form.notice = "Penilaian belum dapat dikirim: masih "
				       "ada yang perlu dilengkapi.";
		return show_refusal(context, &assessment);
	}
	return status != 0 ?
	    status :
	    context_redirect(context, "/questionnaire/%lld/sent", (long long)assessment.id);
}
