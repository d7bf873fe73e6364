/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "questionnaire/questionnaire.h"
#include "frame/words.h"
#include "base/banned.h"

/* What an answer shall say, and what it said when it was read. */
struct draft {
	struct visit *visit;
	const struct sheet *sheet;
	int level;
	const char *explanation, *overclaim_reason;
};

/* What the button asked for. */
static int
then_of(const struct visit *visit)
{
	return form_given(&visit->form, FIELD_THEN) ?
	    (int)form_number(&visit->form, FIELD_THEN) : THEN_STAY;
}

/*
 * Scripts send only what changed, so a field that did not come stays.  A
 * radio button cannot be taken back: no level is no change.
 */
static struct draft
read_draft(struct visit *visit, const struct sheet *sheet)
{
	const struct form *form = &visit->form;
	int64_t level = form_number(form, FIELD_LEVEL);

	return (struct draft){
	    .visit = visit,
	    .sheet = sheet,
	    .level = level != 0 ? (int)level : sheet->self_level,
	    .explanation = form_given(form, FIELD_EXPLANATION) ?
		form_text(form, FIELD_EXPLANATION) : sheet->explanation,
	    .overclaim_reason = form_given(form, FIELD_REASON) ?
		form_text(form, FIELD_REASON) : sheet->overclaim_reason };
}

static bool
same_as_stored(const struct draft *draft)
{
	const struct sheet *sheet = draft->sheet;

	return draft->level == sheet->self_level &&
	    strcmp(draft->explanation, sheet->explanation) == 0 &&
	    strcmp(draft->overclaim_reason, sheet->overclaim_reason) == 0;
}

static const char *
level_text(struct arena *arena, int level)
{
	return level == LEVEL_ABSENT ? "" : arena_format(arena, "%d", level);
}

/*
 * The first answer makes the assessment a draft.  When a colleague just did
 * that with another variable it is one already, and that is as good.
 */
static int
begin_draft(struct draft *draft)
{
	struct visit *visit = draft->visit;
	const struct assessment *assessment = &draft->sheet->assessment;
	const struct move *move;
	int status, result;

	if (assessment->state != STATE_NOT_STARTED)
		return 0;
	move = assessment_may(visit, assessment, ACTION_SAVE, &status);
	if (move == NULL)
		return status;
	result = assessment_move(visit, assessment, move, "");
	if (result == 409) {
		visit->why = NULL;
		return 0;
	}
	return result;
}

/* A level of a team stands for the claim that it looked at. */
static int
undo_verification(struct draft *draft)
{
	static const char why[] = "Penilaian mandiri berubah setelah "
	    "diverifikasi.";
	struct visit *visit = draft->visit;
	const struct sheet *sheet = draft->sheet;
	int result = 0;

	if (sheet->city_level == LEVEL_ABSENT &&
	    sheet->province_level == LEVEL_ABSENT)
		return 0;
	result = db_run(visit->db, STATEMENT_QUESTIONNAIRE_UNVERIFY,
	    db_int(sheet->assessment.id), db_int(sheet->variable_id),
	    db_int(sheet->version));
	if (result > 0 && sheet->city_level != LEVEL_ABSENT)
		result = assessment_change(visit, &sheet->assessment,
		    "city_level", sheet->number, sheet->variable_id,
		    level_text(visit->arena, sheet->city_level), "", why);
	else if (result > 0)
		result = 0;
	if (result == 0 && sheet->province_level != LEVEL_ABSENT)
		result = assessment_change(visit, &sheet->assessment,
		    "province_level", sheet->number, sheet->variable_id,
		    level_text(visit->arena, sheet->province_level), "", why);
	return result;
}

static int
write_answer(struct draft *draft)
{
	struct visit *visit = draft->visit;
	const struct sheet *sheet = draft->sheet;
	bool level_changed = draft->level != sheet->self_level;
	int result = level_changed ? undo_verification(draft) : 0;

	if (result != 0)
		return result;
	result = db_run(visit->db, STATEMENT_QUESTIONNAIRE_SAVE,
	    db_key(draft->level), db_text(draft->explanation),
	    db_text(draft->overclaim_reason), db_int(visit->actor.account_id),
	    db_int(sheet->assessment.id), db_int(sheet->variable_id),
	    db_int(sheet->version));
	if (result < 0)
		return result;
	if (result == 0)
		return 409;
	return level_changed ? assessment_change(visit, &sheet->assessment,
	    "self_level", sheet->number, sheet->variable_id,
	    level_text(visit->arena, sheet->self_level),
	    level_text(visit->arena, draft->level), "") : 0;
}

/* Nothing new is not written, except that it was looked at again. */
static bool
is_new(const struct draft *draft)
{
	return !same_as_stored(draft) || draft->sheet->must_mend;
}

static int
write_draft(struct db *db, void *argument)
{
	struct draft *draft = argument;
	int result = begin_draft(draft);

	(void)db;
	if (result == 0 && is_new(draft))
		result = write_answer(draft);
	return result;
}

static bool
wants_json(const struct visit *visit)
{
	return strstr(visit->request->accept, "application/json") != NULL;
}

static int
answer_saved(struct visit *visit, const struct sheet *sheet, int64_t version)
{
	return visit_json(visit, 200, arena_format(visit->arena,
	    "{\"ok\":true,\"version\":%lld,\"saved_at\":\"%s\"}",
	    (long long)version, words_clock_now(visit->arena,
	    sheet->assessment.zone)));
}

static int
answer_refused(struct visit *visit)
{
	const struct form *form = &visit->form;
	struct buffer json = { .arena = visit->arena };
	const char *message = "";

	for (size_t at = 0; at < form->count && *message == '\0'; at++)
		if (form->values[at].error != NULL)
			message = form->values[at].error;
	buffer_text(&json, "{\"ok\":false,\"message\":");
	json_text(&json, message);
	buffer_char(&json, '}');
	return visit_json(visit, 422, json.bytes);
}

static int
answer_conflict(struct visit *visit, const struct sheet *sheet)
{
	struct buffer json = { .arena = visit->arena };

	buffer_format(&json, "{\"conflict\":true,\"version\":%lld,"
	    "\"other\":{\"name\":", (long long)sheet->version);
	json_text(&json, sheet->updated_by);
	buffer_text(&json, ",\"at\":");
	json_text(&json, words_clock(visit->arena, sheet->updated_at,
	    sheet->assessment.zone));
	buffer_text(&json, ",\"fields\":{\"level\":");
	json_text(&json, level_text(visit->arena, sheet->self_level));
	buffer_text(&json, ",\"explanation\":");
	json_text(&json, sheet->explanation);
	buffer_text(&json, ",\"overclaim_reason\":");
	json_text(&json, sheet->overclaim_reason);
	buffer_text(&json, "}}}");
	return visit_json(visit, 409, json.bytes);
}

/*
 * Somebody else saved first: both texts, side by side, and a form in which
 * the person keeps theirs, takes the other's or joins the two.  It carries
 * the version that is shown, so it is told again should a third one come.
 */
static int
show_conflict(struct visit *visit, const struct draft *draft)
{
	const struct sheet *sheet = draft->sheet;
	struct node *node = page_node(&visit->page, "Mine");
	int status = sheet_fill(visit, sheet);

	if (status != 0)
		return status;
	node_set(node, "level", words_roman(draft->level));
	node_set(node, "explanation", draft->explanation);
	node_set(node, "overclaim_reason", draft->overclaim_reason);
	if (draft->level != sheet->self_level)
		node_set(node, "level_differs", "1");
	if (strcmp(draft->explanation, sheet->explanation) != 0)
		node_set(node, "explanation_differs", "1");
	if (strcmp(draft->overclaim_reason, sheet->overclaim_reason) != 0)
		node_set(node, "reason_differs", "1");
	node = page_node(&visit->page, "Form.value");
	if (draft->level != LEVEL_ABSENT)
		node_set_int(node, "level", draft->level);
	node_set(node, "explanation", draft->explanation);
	node_set(node, "overclaim_reason", draft->overclaim_reason);
	return visit_show_status(visit, "questionnaire/conflict", 409);
}

static int
conflict(struct visit *visit, const struct draft *draft)
{
	return wants_json(visit) ? answer_conflict(visit, draft->sheet) :
	    show_conflict(visit, draft);
}

/* Why nothing may be written: the state, or that this one was not named. */
static int
refuse_closed(struct visit *visit, const struct sheet *sheet)
{
	int status = 409;

	if (!sheet->assessment.cycle_open)
		return visit_refuse(visit, 409, "Periode penilaian ini sudah "
		    "ditutup, jadi jawaban tidak dapat diubah lagi.");
	if (assessment_may(visit, &sheet->assessment, ACTION_SAVE,
	    &status) == NULL)
		return status;
	return visit_refuse(visit, 409, "Variabel ini tidak termasuk yang "
	    "dikembalikan untuk diperbaiki, jadi jawabannya tetap terkunci.");
}

/* Where the button leads. */
static int
go_on(struct visit *visit, const struct draft *draft)
{
	const struct sheet *sheet = draft->sheet;
	const struct each *attach = form_each(&visit->form, FIELD_ATTACH);
	const struct each *promise = form_each(&visit->form, FIELD_PROMISE);
	long long id = (long long)sheet->assessment.id;
	int then = then_of(visit);

	if (attach != NULL)
		return visit_redirect(visit, "/upload/attach/%lld/%lld", id,
		    (long long)attach->key);
	if (promise != NULL)
		return visit_redirect(visit, "/upload/promise/%lld/%lld", id,
		    (long long)promise->key);
	if (then == THEN_DOCUMENTS)
		return visit_redirect(visit, "/questionnaire/%lld/carry"
		    "?variable=%d", id, sheet->number);
	if (then == THEN_NEXT && sheet->next != 0)
		return visit_redirect(visit, "/questionnaire/%lld/%d"
		    "?done=next", id, sheet->next);
	if (then == THEN_NEXT || then == THEN_LIST)
		return visit_redirect(visit, "/questionnaire/%lld/"
		    "?done=saved", id);
	return visit_redirect(visit, "/questionnaire/%lld/%d?done=%s", id,
	    sheet->number, then == THEN_WORDS ? "words#explanation" :
	    "saved");
}

/* The answer was changed, or the assessment sent, since it was read. */
static int
overtaken(struct visit *visit, const struct draft *draft)
{
	struct sheet *now = arena_alloc(visit->arena, sizeof(*now));
	struct draft again = *draft;
	int status = sheet_load(visit, now);

	if (status != 0)
		return status;
	if (!sheet_open(visit, now))
		return refuse_closed(visit, now);
	again.sheet = now;
	return conflict(visit, &again);
}

static int
show_faults(struct visit *visit, const struct sheet *sheet)
{
	int status;

	if (wants_json(visit))
		return answer_refused(visit);
	status = sheet_fill(visit, sheet);
	return status != 0 ? status :
	    visit_show_errors(visit, "questionnaire/variable");
}

int
save_variable(struct visit *visit)
{
	struct sheet sheet;
	struct draft draft;
	int64_t version;
	int result, status = sheet_load(visit, &sheet);

	if (status != 0)
		return status;
	if (!sheet_open(visit, &sheet))
		return refuse_closed(visit, &sheet);
	if (!form_ok(&visit->form))
		return show_faults(visit, &sheet);
	draft = read_draft(visit, &sheet);
	if (form_number(&visit->form, FIELD_VERSION) != sheet.version &&
	    !same_as_stored(&draft))
		return conflict(visit, &draft);
	if (then_of(visit) == THEN_WORDS)
		status = bring_words(visit, &sheet, &draft.explanation);
	if (status != 0)
		return status;
	version = sheet.version + is_new(&draft);
	if (is_new(&draft)) {
		result = db_txn(visit->db, write_draft, &draft);
		if (result == 409)
			return overtaken(visit, &draft);
		if (result != 0)
			return visit_status(visit, result);
	}
	return wants_json(visit) ? answer_saved(visit, &sheet, version) :
	    go_on(visit, &draft);
}
