/* SPDX-License-Identifier: ISC */
/*
 * One question with all that was said to it: the page, and how it moves: answered
 * by the team, closed or opened again by the agency.
 */
#include "consultation/consultation.h"

#include <string.h>

#include "assessment/criteria.h"
#include "frame/judging.h"
#include "frame/words.h"
#include "rules/team_field.h"
#include "store/history.h"
#include "store/message.h"
#include "base/banned.h"

enum { ANSWER_BODY, ANSWER_VERSION };
const struct field answer_fields[] = {
	[ANSWER_BODY] = { "answer", FIELD_LINES, "Jawaban", true, .min = 2, .max = BODY_LENGTH },
	[ANSWER_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { CLOSE_VERSION };
const struct field close_fields[] = {
	[CLOSE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { REOPEN_BODY, REOPEN_VERSION };
const struct field reopen_fields[] = {
	[REOPEN_BODY] = { "again", FIELD_LINES, "Yang belum jelas", true, .min = 2,
	    .max = BODY_LENGTH },
	[REOPEN_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

/* What a page of a question shows beside it. */
struct thread {
	struct rows messages, documents;
	struct calendar calendar;
	const struct kept_cycle *cycle;
	const struct variable *variable; /* NULL: the instrument has it no more */
};

static bool
may_read(const struct context *context, const struct consultation *found)
{
	if (context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		return found->agency_id == context->actor.agency_id;
	return found->region_id == context->actor.region_id;
}

int
consultation_find(struct context *context, struct consultation *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_CONSULTATION_FIND,
	    db_int(context->keys[0]));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*found = (struct consultation){
		.id = row_int(&rows, 0, "id"),
		.version = row_int(&rows, 0, "version"),
		.ruling_id = row_int(&rows, 0, "ruling_id"),
		.assessment_id = row_int(&rows, 0, "assessment_id"),
		.cycle_id = row_int(&rows, 0, "cycle_id"),
		.agency_id = row_int(&rows, 0, "agency_id"),
		.region_id = row_int(&rows, 0, "region_id"),
		.variable = (int)row_int(&rows, 0, "variable_number"),
		.level = (int)row_int(&rows, 0, "level"),
		.field = row_text(&rows, 0, "field"),
		.title = row_text(&rows, 0, "title"),
		.state = row_text(&rows, 0, "state"),
		.agency_name = row_text(&rows, 0, "agency_name"),
		.asked_at = row_text(&rows, 0, "asked_at"),
		.waiting_since = row_text(&rows, 0, "waiting_since"),
	};
	return may_read(context, found) ? 0 : 404;
}

static int
thread_variable(struct context *context, const struct consultation *found, struct thread *thread)
{
	const struct criteria *criteria;
	int result = kept_cycle(context, found->cycle_id, &thread->cycle), status;

	if (result != 0 || thread->cycle == NULL)
		return result != 0 ? context_status(context, result) : 404;
	status = criteria_load(context, thread->cycle->instrument_id, &criteria);
	thread->variable = status == 0 ? criteria_variable(criteria, found->variable) : NULL;
	return status;
}

static int
thread_read(struct context *context, const struct consultation *found, struct thread *thread)
{
	int status = thread_variable(context, found, thread), result;

	if (status != 0)
		return status;
	result = db_select(context->db, &thread->messages, STATEMENT_CONSULTATION_MESSAGES,
	    db_int(found->id));
	if (result >= 0)
		result = db_select(context->db, &thread->documents,
		    STATEMENT_CONSULTATION_DOCUMENTS, db_int(found->id));
	return result < 0 ?
	    context_status(context, result) :
	    calendar_load(context, found->region_id, &thread->calendar);
}

static void
fill_messages(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Messages");

	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "kind", row_text(rows, row, "kind"));
		node_set(node, "body", row_text(rows, row, "body"));
		node_set(node, "who", row_text(rows, row, "who"));
		node_set(node, "role", role_name(role_of(row_text(rows, row, "role"))));
		node_set(node, "at",
		    words_time(context->arena, row_text(rows, row, "at"), context->actor.zone));
	}
}

/* What the actor may do with it now. */
static void
fill_moves(struct context *context, struct node *node, const struct consultation *found)
{
	bool open = strcmp(found->state, "open") == 0;
	bool agency = context_may(context, ROLE_OPERATOR);
	bool team = context_may(context, ROLE_VERIFIER) && !judges_own(context, found->agency_id);

	if (team && strcmp(found->state, "closed") != 0)
		node_set(node, "answers", "1");
	if (team && !open)
		node_set(node, "rules", "1");
	if (agency && strcmp(found->state, "closed") != 0)
		node_set(node, "closes", "1");
	if (agency && !open)
		node_set(node, "reopens", "1");
}

static void
thread_fill(struct context *context, const struct consultation *found, const struct thread *thread)
{
	struct node *node = page_node(&context->page, "Question");

	node_set_int(node, "id", found->id);
	node_set_int(node, "version", found->version);
	node_set(node, "title", found->title);
	node_set(node, "state", found->state);
	node_set(node, "agency", found->agency_name);
	node_set(node, "field", team_field_name(found->field));
	node_set_int(node, "assessment", found->assessment_id);
	node_set_int(node, "variable", found->variable);
	node_set(node, "level", words_roman(found->level));
	node_set_int(node, "year", thread->cycle->year);
	if (thread->variable != NULL)
		node_set(node, "variable_name", thread->variable->name);
	if (found->ruling_id != 0)
		node_set_int(node, "ruling", found->ruling_id);
	if (strcmp(found->state, "open") == 0)
		node_set_int(node, "waited",
		    waited_days(&thread->calendar, context->actor.zone, found->waiting_since));
	fill_moves(context, node, found);
	fill_messages(context, &thread->messages);
	fill_rows(page_node(&context->page, "Documents"), &thread->documents);
}

int
show_consultation(struct context *context)
{
	struct consultation found;
	struct thread thread;
	int status = consultation_find(context, &found);

	if (status == 0)
		status = thread_read(context, &found, &thread);
	if (status != 0)
		return status;
	thread_fill(context, &found, &thread);
	return context_show(context, "consultation/thread");
}

int
show_consultation_errors(struct context *context, const struct consultation *found)
{
	struct thread thread;
	int status = thread_read(context, found, &thread);

	if (status != 0)
		return status;
	thread_fill(context, found, &thread);
	return context_show_errors(context, "consultation/thread");
}

/* ---- moves ----------------------------------------------------------------- */

struct question_move {
	struct context *context;
	struct consultation found;
	const char *to;
	const char *kind, *body; /* of the message that goes with it; NULL: none */
	int64_t version;
};

/* Whose turn it is now is told; nobody when it is closed. */
static int
tell_move(struct db *db, const struct question_move *move)
{
	const struct consultation *found = &move->found;

	if (strcmp(move->to, "closed") == 0)
		return 0;
	return message_send(db,
	    &(struct message){ .kind = strcmp(move->to, "open") == 0 ?
		    MESSAGE_QUESTION_ASKED :
		    MESSAGE_QUESTION_ANSWERED,
		.region_id = found->region_id,
		.agency_id = found->agency_id,
		.assessment_id = found->assessment_id,
		.by = move->context->actor.account_id });
}

static int
move_question(struct db *db, void *argument)
{
	const struct question_move *move = argument;
	struct context *context = move->context;
	const struct consultation *found = &move->found;
	int result = db_run(db, STATEMENT_CONSULTATION_MOVE, db_text(move->to),
	    db_int(strcmp(move->to, "open") == 0), db_int(found->id), db_text(found->state),
	    db_int(move->version));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409, "%s%s",
			"Pertanyaan ini sudah dijawab atau berubah sejak halaman ini "
			"ditampilkan. Muat ulang halamannya",
			move->body == NULL ? "." : "; yang Anda tulis ada di bawah.");
	if (move->kind != NULL)
		result = db_run(db, STATEMENT_CONSULTATION_MESSAGE_ADD, db_int(found->id),
		    db_text(move->kind), db_text(move->body), db_int(context->actor.account_id));
	if (result >= 0)
		result = tell_move(db, move);
	return result < 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "consultation",
		    .account_id = context->actor.account_id,
		    .region_id = found->region_id,
		    .agency_id = found->agency_id,
		    .assessment_id = found->assessment_id,
		    .variable_number = found->variable,
		    .subject_id = found->id,
		    .from = found->state,
		    .to = move->to,
		    .reason = move->body });
}

static int
make_move(struct question_move *move, const char *done)
{
	struct context *context = move->context;
	int status;

	if (!form_ok(&context->form))
		return show_consultation_errors(context, &move->found);
	status = context_status(context, db_txn(context->db, move_question, move));
	return status != 0 ?
	    status :
	    context_redirect(context, "/consultation/%lld?done=%s", (long long)move->found.id,
		done);
}

int
answer_question(struct context *context)
{
	struct question_move move = { .context = context,
		.to = "answered",
		.kind = "answer",
		.body = form_text(&context->form, ANSWER_BODY),
		.version = form_number(&context->form, ANSWER_VERSION) };
	int status = consultation_find(context, &move.found);

	if (status != 0)
		return status;
	if (strcmp(move.found.state, "closed") == 0)
		return context_refuse(context, 409,
		    "Perangkat daerah sudah menutup konsultasi ini. Bila ada yang perlu "
		    "disampaikan kepada semua, terbitkan ketetapan.");
	return make_move(&move, "answered");
}

int
close_question(struct context *context)
{
	struct question_move move = { .context = context,
		.to = "closed",
		.version = form_number(&context->form, CLOSE_VERSION) };
	int status = consultation_find(context, &move.found);

	if (status != 0)
		return status;
	if (strcmp(move.found.state, "closed") == 0)
		return context_refuse(context, 409, "Konsultasi ini sudah ditutup.");
	return make_move(&move, "closed");
}

int
reopen_question(struct context *context)
{
	struct question_move move = { .context = context,
		.to = "open",
		.kind = "reopening",
		.body = form_text(&context->form, REOPEN_BODY),
		.version = form_number(&context->form, REOPEN_VERSION) };
	int status = consultation_find(context, &move.found);

	if (status != 0)
		return status;
	if (strcmp(move.found.state, "open") == 0)
		return context_refuse(context, 409, "Pertanyaan ini masih menunggu jawaban tim.");
	return make_move(&move, "asked");
}
