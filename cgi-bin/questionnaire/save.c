/* SPDX-License-Identifier: ISC */
/*
 * One answer is saved, from a page or by a script while somebody types:
 * guarded by its version, so that of two people at once the second is shown
 * both texts.
 */
#include <stdlib.h>
#include <string.h>

#include "questionnaire/answer_draft.h"
#include "frame/words.h"
#include "base/banned.h"

/* What the button asked for. */
static int
then_of(const struct context *context)
{
	return form_given(&context->form, FIELD_THEN) ?
	    (int)form_number(&context->form, FIELD_THEN) :
	    THEN_STAY;
}

/*
 * Scripts send only what changed, so a field that did not come stays.  A
 * radio button cannot be taken back: no level is no change.
 */
static struct answer_draft
read_draft(struct context *context, const struct variable_page *page)
{
	const struct form *form = &context->form;
	int64_t level = form_number(form, FIELD_LEVEL);

	return (struct answer_draft){ .context = context,
		.page = page,
		.level = level != 0 ? (int)level : page->self_level,
		.explanation = form_given(form, FIELD_EXPLANATION) ?
		    form_text(form, FIELD_EXPLANATION) :
		    page->explanation,
		.overclaim_reason = form_given(form, FIELD_REASON) ?
		    form_text(form, FIELD_REASON) :
		    page->overclaim_reason };
}

static int
write_draft(struct db *db, void *argument)
{
	(void)db;
	return answer_draft_store(argument);
}

/*
 * Words alone that somebody goes on with, in a draft that has begun, are one
 * statement, which needs no transaction around it; a level is written with its
 * history, and words with what they said before.
 */
static int
save_draft(struct answer_draft *draft)
{
	struct db *db = draft->context->db;
	const struct variable_page *page = draft->page;
	int result = DB_BUSY;

	if (page->assessment.state != STATE_NOT_STARTED && draft->level == page->self_level &&
	    !answer_draft_begins_words(draft))
		result = answer_draft_write(draft);
	return result == DB_BUSY ? db_txn(db, write_draft, draft) : result;
}

static int
answer_saved(struct context *context, const struct variable_page *page, int64_t version)
{
	return context_json(context, 200,
	    arena_format(context->arena, "{\"ok\":true,\"version\":%lld,\"saved_at\":\"%s\"}",
		(long long)version, words_clock_now(context->arena, page->assessment.zone)));
}

static int
answer_refused(struct context *context)
{
	const struct form *form = &context->form;
	struct buffer json = { .arena = context->arena };
	const char *message = "";

	for (size_t at = 0; at < form->count && *message == '\0'; at++)
		if (form->values[at].error != NULL)
			message = form->values[at].error;
	buffer_text(&json, "{\"ok\":false,\"message\":");
	json_text(&json, message);
	buffer_char(&json, '}');
	return context_json(context, 422, json.bytes);
}

static int
answer_conflict(struct context *context, const struct variable_page *page)
{
	struct buffer json = { .arena = context->arena };

	buffer_format(&json,
	    "{\"conflict\":true,\"version\":%lld,"
	    "\"other\":{\"name\":",
	    (long long)page->version);
	json_text(&json, page->updated_by);
	buffer_text(&json, ",\"at\":");
	json_text(&json, words_clock(context->arena, page->updated_at, page->assessment.zone));
	buffer_text(&json, ",\"fields\":{\"level\":");
	json_text(&json, answer_level_text(context->arena, page->self_level));
	buffer_text(&json, ",\"explanation\":");
	json_text(&json, page->explanation);
	buffer_text(&json, ",\"overclaim_reason\":");
	json_text(&json, page->overclaim_reason);
	buffer_text(&json, "}}}");
	return context_json(context, 409, json.bytes);
}

/*
 * Somebody else saved first: both texts, side by side, and a form in which
 * the person keeps theirs, takes the other's or joins the two.  It carries
 * the version that is shown, so it is told again should a third one come.
 */
static int
show_both_answers(struct context *context, const struct answer_draft *draft,
    const struct variable_evidence *around)
{
	const struct variable_page *page = draft->page;
	struct node *node = page_node(&context->page, "Mine");

	variable_page_fill(context, page, around);
	node_set(node, "level", words_roman(draft->level));
	node_set(node, "explanation", draft->explanation);
	node_set(node, "overclaim_reason", draft->overclaim_reason);
	if (draft->level != page->self_level)
		node_set(node, "level_differs", "1");
	if (strcmp(draft->explanation, page->explanation) != 0)
		node_set(node, "explanation_differs", "1");
	if (strcmp(draft->overclaim_reason, page->overclaim_reason) != 0)
		node_set(node, "reason_differs", "1");
	node = page_node(&context->page, "Form.value");
	if (draft->level != LEVEL_ABSENT)
		node_set_int(node, "level", draft->level);
	node_set(node, "explanation", draft->explanation);
	node_set(node, "overclaim_reason", draft->overclaim_reason);
	return context_show_status(context, "questionnaire/conflict", 409);
}

static int
save_show_conflict(struct context *context, const struct answer_draft *draft)
{
	struct variable_evidence around;
	int status = variable_page_read(context, draft->page, &around);

	return status != 0 ? status : show_both_answers(context, draft, &around);
}

static int
conflict(struct context *context, const struct answer_draft *draft)
{
	return request_by_script(context->request) ?
	    answer_conflict(context, draft->page) :
	    save_show_conflict(context, draft);
}

/* Why nothing may be written: the state, or that this one was not named. */
static int
refuse_closed(struct context *context, const struct variable_page *page)
{
	int status = 409;

	if (!page->assessment.cycle_open)
		return context_refuse(context, 409,
		    "Periode penilaian ini sudah "
		    "ditutup, jadi jawaban tidak dapat diubah lagi.");
	if (assessment_may(context, &page->assessment, ACTION_SAVE, &status) == NULL)
		return status;
	return context_refuse(context, 409,
	    "Variabel ini tidak termasuk yang "
	    "dikembalikan untuk diperbaiki, jadi jawabannya tetap terkunci.");
}

/* The links of the page: to the list, to a question, to notes among colleagues, to
 * what was changed. */
static int
save_leave(struct context *context, const struct variable_page *page, int then)
{
	long long id = (long long)page->assessment.id;

	if (then == THEN_ASK)
		return context_redirect(context, "/consultation/new/%lld/%d", id, page->number);
	if (then == THEN_COMMENTS)
		return context_redirect(context, "/consultation/comments/%lld/%d", id,
		    page->number);
	if (then == THEN_HISTORY)
		return context_redirect(context, "/report/history/%lld", id);
	return context_redirect(context, "/questionnaire/%lld/", id);
}

/* Where the button leads. */
static int
save_go_on(struct context *context, const struct answer_draft *draft)
{
	const struct variable_page *page = draft->page;
	const struct each *attach = form_each(&context->form, FIELD_ATTACH);
	const struct each *pending = form_each(&context->form, FIELD_PENDING);
	long long id = (long long)page->assessment.id;
	int then = then_of(context);

	if (attach != NULL)
		return context_redirect(context, "/upload/attach/%lld/%lld", id,
		    (long long)attach->key);
	if (pending != NULL)
		return context_redirect(context, "/upload/pending/%lld/%lld", id,
		    (long long)pending->key);
	if (then >= THEN_BACK)
		return save_leave(context, page, then);
	if (then == THEN_DOCUMENTS)
		return context_redirect(context,
		    "/questionnaire/%lld/carry-over"
		    "?variable=%d",
		    id, page->number);
	if (then == THEN_NEXT && page->next != 0)
		return context_redirect(context,
		    "/questionnaire/%lld/%d"
		    "?done=next",
		    id, page->next);
	if (then == THEN_NEXT || then == THEN_LIST)
		return context_redirect(context,
		    "/questionnaire/%lld/"
		    "?done=saved",
		    id);
	return context_redirect(context, "/questionnaire/%lld/%d?done=%s", id, page->number,
	    then == THEN_WORDS ? "words#explanation" : "saved");
}

/* The answer was changed, or the assessment sent, since it was read. */
static int
overtaken(struct context *context, const struct answer_draft *draft)
{
	struct variable_page *now = arena_alloc(context->arena, sizeof(*now));
	struct answer_draft again = *draft;
	int status = variable_page_load(context, now);

	if (status != 0)
		return status;
	if (!variable_page_open(context, now))
		return refuse_closed(context, now);
	again.page = now;
	return conflict(context, &again);
}

static int
save_show_faults(struct context *context, const struct variable_page *page)
{
	struct variable_evidence around;
	int status;

	if (request_by_script(context->request))
		return answer_refused(context);
	status = variable_page_read(context, page, &around);
	if (status != 0)
		return status;
	variable_page_fill(context, page, &around);
	return context_show_errors(context, "questionnaire/variable");
}

int
save_variable(struct context *context)
{
	struct variable_page page;
	struct answer_draft draft;
	int64_t version;
	int result, status = variable_page_load(context, &page);

	if (status != 0)
		return status;
	if (!variable_page_open(context, &page))
		return refuse_closed(context, &page);
	if (!form_ok(&context->form))
		return save_show_faults(context, &page);
	draft = read_draft(context, &page);
	if (form_number(&context->form, FIELD_VERSION) != page.version &&
	    !answer_draft_is_stored(&draft))
		return conflict(context, &draft);
	if (then_of(context) == THEN_WORDS)
		status = bring_words(context, &page, &draft.explanation);
	if (status != 0)
		return status;
	version = page.version;
	if (!answer_draft_is_stored(&draft)) {
		version++;
		result = save_draft(&draft);
		if (db_stopped(context->db, result) == 409)
			return overtaken(context, &draft);
		if (result != 0)
			return context_status(context, result);
	}
	return request_by_script(context->request) ?
	    answer_saved(context, &page, version) :
	    save_go_on(context, &draft);
}
