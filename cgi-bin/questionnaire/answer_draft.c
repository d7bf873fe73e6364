/* SPDX-License-Identifier: ISC */
/*
 * How an answer is stored, wherever it comes from: guarded by its version, with
 * its history, and with what falls when a claim changes.
 */
#include "questionnaire/answer_draft.h"

#include <string.h>

#include "store/sums.h"
#include "base/banned.h"

bool
answer_draft_is_stored(const struct answer_draft *draft)
{
	const struct variable_page *page = draft->page;

	return draft->level == page->self_level &&
	    strcmp(draft->explanation, page->explanation) == 0 &&
	    strcmp(draft->overclaim_reason, page->overclaim_reason) == 0;
}

const char *
answer_level_text(struct arena *arena, int level)
{
	return level == LEVEL_ABSENT ? "" : arena_format(arena, "%d", level);
}

/*
 * The first answer makes the assessment a draft.  When a colleague just did
 * that with another variable it is one already, and that is as good.
 */
static int
answer_draft_begin(struct answer_draft *draft)
{
	struct context *context = draft->context;
	const struct assessment *assessment = &draft->page->assessment;
	const struct move *move;
	int status, result;

	if (assessment->state != STATE_NOT_STARTED)
		return 0;
	move = assessment_may(context, assessment, ACTION_SAVE, &status);
	if (move == NULL)
		return db_stop(context->db, status);
	result = assessment_move(context, assessment, move, "");
	if (result == DB_STOPPED) {
		context->why = NULL;
		return 0;
	}
	return result;
}

/* A level of a team stands for the claim that it looked at. */
static int
undo_verification(struct answer_draft *draft)
{
	static const char why[] = "Penilaian mandiri berubah setelah "
				  "diverifikasi.";
	struct context *context = draft->context;
	const struct variable_page *page = draft->page;
	int result = 0;

	if (page->city_level == LEVEL_ABSENT && page->province_level == LEVEL_ABSENT)
		return 0;
	result = db_run(context->db, STATEMENT_QUESTIONNAIRE_UNVERIFY, db_int(page->assessment.id),
	    db_int(page->variable_id), db_int(page->version));
	if (result > 0 && page->city_level != LEVEL_ABSENT)
		result = assessment_change(context, &page->assessment, "city_level", page->number,
		    page->variable_id, answer_level_text(context->arena, page->city_level), "",
		    why);
	else if (result > 0)
		result = 0;
	if (result == 0 && page->province_level != LEVEL_ABSENT)
		result = assessment_change(context, &page->assessment, "province_level",
		    page->number, page->variable_id,
		    answer_level_text(context->arena, page->province_level), "", why);
	return result;
}

static bool
has_new_words(const struct answer_draft *draft)
{
	const struct variable_page *page = draft->page;

	return strcmp(draft->explanation, page->explanation) != 0 ||
	    strcmp(draft->overclaim_reason, page->overclaim_reason) != 0;
}

/* Of the assessment when this is written: the first answer makes it a draft. */
static int64_t
written_version(const struct answer_draft *draft)
{
	const struct assessment *assessment = &draft->page->assessment;

	return assessment->version + (assessment->state == STATE_NOT_STARTED);
}

static bool
words_go_on(const struct answer_draft *draft)
{
	const struct variable_page *page = draft->page;

	return !draft->apart && page->updated_by_id == draft->context->actor.account_id &&
	    page->words_kept == written_version(draft);
}

bool
answer_draft_begins_words(const struct answer_draft *draft)
{
	return has_new_words(draft) && !words_go_on(draft);
}

static struct db_value
words_kept(const struct answer_draft *draft)
{
	return words_go_on(draft) || (has_new_words(draft) && !draft->apart) ?
	    db_int(written_version(draft)) :
	    db_null();
}

static int
keep_words(const struct answer_draft *draft)
{
	struct context *context = draft->context;
	const struct variable_page *page = draft->page;
	int result = assessment_change(context, &page->assessment, "explanation", page->number,
	    page->variable_id, "", "", "");

	if (result == 0)
		result = db_run(context->db, STATEMENT_QUESTIONNAIRE_KEEP_WORDS,
		    db_int(db_last_key(context->db)), db_int(page->assessment.id),
		    db_int(page->variable_id), db_text(page->explanation),
		    db_text(page->overclaim_reason));
	return result < 0 ? result : 0;
}

int
answer_draft_write(struct answer_draft *draft)
{
	struct context *context = draft->context;
	const struct variable_page *page = draft->page;
	bool level_changed = draft->level != page->self_level;
	int result = level_changed ? undo_verification(draft) : 0;

	if (result != 0)
		return result;
	result = db_run(context->db, STATEMENT_QUESTIONNAIRE_SAVE, db_key(draft->level),
	    db_text(draft->explanation), db_text(draft->overclaim_reason),
	    db_int(context->actor.account_id), words_kept(draft), db_int(page->assessment.id),
	    db_int(page->variable_id), db_int(page->version));
	if (result < 0)
		return result;
	if (result == 0)
		return db_stop(context->db, 409);
	if (answer_draft_begins_words(draft) && (result = keep_words(draft)) < 0)
		return result;
	if (!level_changed)
		return 0;
	result = assessment_change(context, &page->assessment, "self_level", page->number,
	    page->variable_id, answer_level_text(context->arena, page->self_level),
	    answer_level_text(context->arena, draft->level), "");
	/* Which level it is adds nothing; that there is one now, or none any more, does. */
	return result == 0 && (draft->level == LEVEL_ABSENT) != (page->self_level == LEVEL_ABSENT) ?
	    sums_changed(context->db, page->assessment.id) :
	    result;
}

int
answer_draft_store(struct answer_draft *draft)
{
	int result = answer_draft_begin(draft);

	return result == 0 && !answer_draft_is_stored(draft) ? answer_draft_write(draft) : result;
}
