/* SPDX-License-Identifier: ISC */
/*
 * The variables of an assessment as tasks: level, documents, what each still
 * lacks, the score so far; and once a tier has finished, what it found.
 */
#include <stdlib.h>
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "rules/quality.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

static size_t
count_flagged(const struct evidence *evidence)
{
	size_t flagged = 0;

	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count; link++)
			flagged += quality_worst(evidence->items[at].links[link].flags) >
			    SEVERITY_NOTE;
	return flagged;
}

bool
task_open(const struct task *task)
{
	return task->lacks != 0 || task->answer.to_correct;
}

static void
read_task(const struct rows *rows, size_t row, enum state state, struct task *task)
{
	bool open = row_int(rows, row, "needs_correction") != 0;

	task->answer = (struct answer){ .level = (int)row_int(rows, row, "self_level"),
		.explained = row_int(rows, row, "explained") != 0,
		.over_claim_reason = row_int(rows, row, "overclaim_explained") != 0,
		.to_correct = open && row_int(rows, row, "corrected") == 0,
		.locked = state == STATE_RETURNED && !open };
	task->city_level = (int)row_int(rows, row, "city_level");
	task->province_level = (int)row_int(rows, row, "province_level");
	task->return_note = open ? row_text(rows, row, "return_note") : "";
	task->flagged = count_flagged(task->evidence);
	evidence_judge(task->evidence, &task->answer);
	task->status = task_status(&task->answer);
	task->lacks = answer_lacks(&task->answer);
}

static void
read_tasks(const struct rows *rows, enum state state, struct tasks *tasks, int *levels)
{
	const struct evidence_list *evidence = tasks->evidence;

	for (size_t at = 0; at < evidence->count; at++) {
		struct task *task = &tasks->list[tasks->count];
		int number = evidence->variables[at].number;
		size_t row = variable_row(evidence->variables[at].wording, rows);

		if (row == rows->count)
			continue;
		task->evidence = &evidence->variables[at];
		read_task(rows, row, state, task);
		task->pending = pending_list_open(tasks->evidence->pending, number);
		task->overdue = pending_list_overdue(tasks->evidence->pending, number);
		levels[tasks->count++] = task->answer.level;
		tasks->complete += task->status == TASK_COMPLETE;
		tasks->open += task_open(task);
	}
}

int
tasks_load(struct context *context, const struct assessment *assessment, struct tasks *tasks)
{
	struct rows rows;
	int *levels;
	int result, status;

	memset(tasks, 0, sizeof(*tasks));
	result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_ANSWERS,
	    db_int(assessment->id));
	if (result < 0)
		return context_status(context, result);
	if ((status = evidence_load_whole(context, assessment, &tasks->evidence)) != 0 ||
	    (status = criteria_load(context, assessment->instrument_id, &tasks->criteria)) != 0)
		return status;
	tasks->list = arena_array(context->arena, rows.count + 1, sizeof(*tasks->list));
	levels = arena_array(context->arena, rows.count + 1, sizeof(*levels));
	read_tasks(&rows, assessment->state, tasks, levels);
	tasks->score = score_sum(levels, tasks->count);
	return 0;
}

const char *
category_name(const struct criteria *criteria, int score)
{
	const struct category *found = category_of(criteria->categories, criteria->category_count,
	    score_tenths(score));

	return found != NULL ? found->name : "";
}

int
filling_step(const struct assessment *assessment)
{
	return *assessment->left_why == '\0' &&
		workflow_step(assessment->state, assessment->province_tier) == 4 ?
	    4 :
	    0;
}

struct deadline
read_deadline(struct context *context, const struct assessment *assessment, int step)
{
	struct deadline deadline = { .step = step };

	if (step == 0)
		return deadline;
	deadline.until = assessment->until[step - 1];
	if (deadline.until != DAY_NONE && deadline.until != 0)
		deadline.left = assessment_days_left(context, assessment, step);
	return deadline;
}

void
fill_deadline(struct context *context, struct node *node, const struct deadline *deadline)
{
	int left = deadline->left;
	char date[DAY_TEXT];

	if (deadline->until == DAY_NONE || deadline->until == 0)
		return;
	node_set(node, "date", words_date(context->arena, day_format(date, deadline->until)));
	node_set(node, "state", left > 0 ? "ahead" : left == 0 ? "today" : "late");
	node_set_int(node, "days", left < 0 ? -left : left);
}

static int
read_last_move(struct context *context, struct arena *arena, const void *what, const void **value)
{
	struct last_move *move = arena_alloc(arena, sizeof(*move));
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_LAST_MOVE,
	    db_int(*(const int64_t *)what));

	if (result < 0)
		return result;
	*move = (struct last_move){ .why = "" };
	if (result > 0)
		*move = (struct last_move){ .why = kept_text(arena, &rows, 0, "reason"),
			.who = kept_text(arena, &rows, 0, "full_name"),
			.at = kept_text(arena, &rows, 0, "at") };
	*value = move;
	return 0;
}

/* Each move makes another version, so one of them stays what it is, but for
 * the name of who made it. */
int
read_return(struct context *context, const struct assessment *assessment,
    const struct last_move **move)
{
	struct cache_key key = { .kind = CACHE_LAST_MOVE,
		.id = assessment->id,
		.part = assessment->version };
	const void *value = NULL;
	int result;

	*move = NULL;
	/* A draft was reopened when something was undone for it. */
	if (assessment->state != STATE_RETURNED && assessment->state != STATE_DRAFT)
		return 0;
	result = kept_of_world(context, key, read_last_move, &assessment->id, &value);
	*move = value;
	return context_status(context, result);
}

void
fill_return(struct context *context, const struct assessment *assessment,
    const struct last_move *move)
{
	struct node *node;

	if (move == NULL || *move->why == '\0')
		return;
	node = page_node(&context->page, "Return");
	node_set(node, "why", move->why);
	node_set(node, "who", move->who);
	node_set(node, "when", words_time(context->arena, move->at, assessment->zone));
}

static void
fill_task(struct node *node, const struct task *task)
{
	const struct evidence *evidence = task->evidence;

	node_set_int(node, "number", evidence->number);
	node_set(node, "name", evidence->name);
	node_set(node, "status", task_code(task->status));
	node_set(node, "status_name", task_name(task->status));
	node_set(node, "level", words_roman(task->answer.level));
	node_set_int(node, "stored", (int64_t)evidence->stored_count);
	node_set_int(node, "outside", (int64_t)evidence->outside_count);
	node_set_int(node, "flagged", (int64_t)task->flagged);
	node_set_int(node, "pending", (int64_t)task->pending);
	node_set_int(node, "overdue", (int64_t)task->overdue);
	node_set(node, "return_note", task->return_note);
	if (task->answer.over_claimed)
		node_set(node, "over_claimed", "1");
	if (task->answer.locked)
		node_set(node, "locked", "1");
}

void
fill_tasks(struct context *context, const struct assessment *assessment, const struct tasks *tasks)
{
	struct page *page = &context->page;
	struct node *node = page_node(page, "Tasks");

	for (size_t at = 0; at < tasks->count; at++)
		fill_task(node_row(node, at), &tasks->list[at]);
	if (tasks->open == 0 && filling_step(assessment) != 0 && assessment_fills(assessment))
		cycle_stage_set(context, assessment->cycle, STAGE_SEND);
	pending_list_fill(context, page_node(page, "Pending"), tasks->evidence->pending, 0);
	page_set_int(page, "PendingOverdue", (int64_t)tasks->evidence->pending->overdue);
	page_set_int(page, "Progress.complete", (int64_t)tasks->complete);
	page_set_int(page, "Progress.all", (int64_t)tasks->count);
	page_set_int(page, "Progress.open", (int64_t)tasks->open);
	page_set_int(page, "Score.sum", tasks->score.sum);
	page_set_int(page, "Score.present", (int64_t)tasks->score.present);
	page_set_int(page, "Score.max", (int64_t)tasks->count * LEVEL_MAX);
	if (!tasks->score.complete)
		return;
	/* The class of some of the variables would be that of none. */
	page_set(page, "Score.complete", "1");
	page_set(page, "Score.category", category_name(tasks->criteria, tasks->score.sum));
}

static void
fill_final(struct page *page, const struct criteria *criteria, const int *final, size_t count)
{
	struct score score = score_sum(final, count);

	if (!score.complete)
		return;
	page_set_int(page, "Score.final", score.sum);
	page_set(page, "Score.final_category", category_name(criteria, score.sum));
	page_set(page, "Score.staged", words_roman(level_staged(final, count)));
}

static void
fill_results(struct context *context, const struct assessment *assessment,
    const struct tasks *tasks)
{
	bool finished = verified(assessment->state, assessment->province_tier);
	int *city = arena_array(context->arena, tasks->count + 1, sizeof(*city));
	int *final = arena_array(context->arena, tasks->count + 1, sizeof(*final));
	struct node *rows = page_node(&context->page, "Tasks");
	struct score score;

	if (assessment->state != STATE_VERIFIED && !finished)
		return;
	for (size_t at = 0; at < tasks->count; at++) {
		const struct task *task = &tasks->list[at];
		struct node *row = node_row(rows, at);

		city[at] = task->city_level;
		final[at] = level_final(task->city_level, task->province_level,
		    assessment->province_tier);
		node_set(row, "city", words_roman(task->city_level));
		if (finished && assessment->province_tier)
			node_set(row, "province", words_roman(task->province_level));
	}
	score = score_sum(city, tasks->count);
	if (score.complete)
		page_set_int(&context->page, "Score.city", score.sum);
	if (finished)
		fill_final(&context->page, tasks->criteria, final, tasks->count);
}

/* Whoever of the agency is the first to see it has been told. */
static int
note_opening(struct context *context, const struct assessment *assessment)
{
	int result;

	if (assessment->opened || !context_may(context, AGENCY))
		return 0;
	result = db_run(context->db, STATEMENT_QUESTIONNAIRE_OPENED,
	    db_int(context->actor.account_id), db_int(assessment->id));
	return context_status(context, result < 0 ? result : 0);
}

/* What the page shows. */
struct tasks_page {
	struct assessment assessment;
	struct tasks tasks;
	struct deadline deadline;
	const struct last_move *move;
	struct rows duties, notes;
	int64_t fresh; /* last year's documents that have a place now */
};

static int
read_tasks_page(struct context *context, struct tasks_page *shown)
{
	const struct assessment *assessment = &shown->assessment;
	int status = tasks_load(context, assessment, &shown->tasks);

	if (status != 0 || (status = read_return(context, assessment, &shown->move)) != 0 ||
	    (status = duties_read(context, assessment, &shown->duties)) != 0 ||
	    (status = notes_read(context, assessment, &shown->notes)) != 0)
		return status;
	shown->deadline = read_deadline(context, assessment, filling_step(assessment));
	return read_carry_count(context, assessment, 0, &shown->fresh);
}

enum { TASKS_KEPT, TASKS_MINE };
const struct field tasks_fields[] = {
	[TASKS_KEPT] = { "kept", FIELD_NUMBER, "Variabel yang tetap", .min = 1, .max = INT64_MAX },
	[TASKS_MINE] = { "mine", FIELD_FLAG, "Bagian saya" },
	{ 0 },
};

/* Kept: "3, 7 dan 11", the variables whose bits a workbook has come back with. */
static void
fill_kept(struct context *context)
{
	int64_t kept = form_number(&context->form, TASKS_KEPT);
	struct buffer words = { .arena = context->arena };

	for (int number = 1; kept > 0; number++, kept >>= 1)
		if (kept & 1)
			buffer_format(&words, "%s%d",
			    words.length == 0 ? "" :
				kept == 1     ? " dan " :
						", ",
			    number);
	if (words.length > 0)
		page_set(&context->page, "Kept", words.bytes);
}

static int
show_tasks_page(struct context *context, const struct tasks_page *shown)
{
	const struct assessment *assessment = &shown->assessment;

	fill_return(context, assessment, shown->move);
	fill_carry_count(context, assessment, shown->fresh);
	assessment_fill(context, assessment);
	fill_tasks(context, assessment, &shown->tasks);
	fill_duties(context, &shown->tasks, &shown->duties);
	fill_notes(context, &shown->tasks, &shown->notes);
	if (form_given(&context->form, TASKS_MINE))
		page_set(&context->page, "Duties.only", "1");
	fill_deadline(context, page_node(&context->page, "Deadline"), &shown->deadline);
	if (may_write(context, assessment))
		page_set(&context->page, "May.write", "1");
	fill_results(context, assessment, &shown->tasks);
	fill_kept(context);
	return context_show(context, "questionnaire/tasks");
}

int
show_tasks(struct context *context)
{
	struct tasks_page shown;
	int status;

	if ((status = assessment_find(context, context->keys[0], &shown.assessment)) != 0 ||
	    (status = note_opening(context, &shown.assessment)) != 0 ||
	    (status = read_tasks_page(context, &shown)) != 0)
		return status;
	return show_tasks_page(context, &shown);
}
