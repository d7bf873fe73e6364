/* SPDX-License-Identifier: ISC */
/*
 * The form of one dimension: a word of the scale for each variable, or that it does not apply
 * and why.  What is not asked for as others stand is kept, and counts nowhere.
 */
#include "questionnaire/other.h"

#include <string.h>

#include "base/banned.h"

enum { ANSWER_LEVEL, ANSWER_NOTE, ANSWER_VERSION };
const struct field other_answer_fields[] = {
	/* 0: it does not apply. */
	[ANSWER_LEVEL] = { "level-", FIELD_NUMBER, "Jawaban", .min = 0, .max = SCALE_WORDS_MAX },
	[ANSWER_NOTE] = { "note-", FIELD_TEXT, "Catatan", .max = OTHER_NOTE },
	[ANSWER_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

struct dimension {
	struct appraisal appraisal;
	size_t first, end; /* its variables */
	int64_t place, count;
};

/* The dimension of the second key, from 1: 0 or a status. */
static int
load_dimension(struct context *context, struct dimension *dimension)
{
	const struct scaled *scaled = &dimension->appraisal.scaled;
	int status = appraisal_load(context, &dimension->appraisal);

	dimension->place = context->keys[1];
	dimension->count = 0;
	dimension->first = dimension->end = 0;
	for (size_t first = 0, end; status == 0 && first < scaled->count; first = end) {
		end = scaled_outer_end(scaled, first);
		if (++dimension->count == dimension->place) {
			dimension->first = first;
			dimension->end = end;
		}
	}
	return status != 0 ? status : dimension->end == 0 ? 404 : 0;
}

static void
fill_words(struct node *node, const struct scaled_variable *one)
{
	for (size_t level = 0; level < one->scale->count; level++) {
		struct node *word = node_row(node_child(node, "words"), level);

		node_set_int(word, "value", (int64_t)level + 1);
		node_set(word, "label", one->scale->words[level].word);
	}
	if (one->may_skip) {
		struct node *word = node_row(node_child(node, "words"), one->scale->count);

		node_set(word, "value", "0");
		node_set(word, "label", "Tidak berlaku");
	}
}

static void
fill_other_question(struct context *context, const struct dimension *dimension, size_t at)
{
	const struct appraisal *appraisal = &dimension->appraisal;
	const struct scaled_variable *one = &appraisal->scaled.variables[at];
	struct node *node = node_row(page_node(&context->page, "Questions"), at - dimension->first);
	struct node *values = page_node(&context->page, "Form.value");
	const struct rated *rated = &appraisal->rated[at];

	node_set_int(node, "number", one->number);
	node_set(node, "name", one->name);
	node_set(node, "hint", one->hint);
	if (at == dimension->first || strcmp(one->inner, one[-1].inner) != 0)
		node_set(node, "inner", one->inner);
	if (one->if_number > 0)
		node_set(node, "condition",
		    arena_format(context->arena, "Dihitung bila variabel %d paling sedikit “%s”.",
			one->if_number,
			scaled_word(&appraisal->scaled.variables[one->if_number - 1],
			    one->if_level)));
	fill_words(node, one);
	if (rated->skipped || rated->level > 0)
		node_set_int(values, arena_format(context->arena, "level-%d", one->number),
		    rated->skipped ? 0 : rated->level);
	node_set(values, arena_format(context->arena, "note-%d", one->number),
	    row_text(&appraisal->answers, at, "note"));
}

static int
show_dimension(struct context *context, const struct dimension *dimension, int status)
{
	struct page *page = &context->page;
	const struct scaled *scaled = &dimension->appraisal.scaled;

	appraisal_fill(context, &dimension->appraisal);
	page_set(page, "Dimension.name",
	    *scaled->variables[dimension->first].outer != '\0' ?
		scaled->variables[dimension->first].outer :
		scaled->name);
	page_set_int(page, "Dimension.place", dimension->place);
	page_set_int(page, "Dimension.count", dimension->count);
	for (size_t at = dimension->first; at < dimension->end; at++)
		fill_other_question(context, dimension, at);
	if (status != 200)
		fill_form(context);
	return context_show_status(context, "questionnaire/other_answers", status);
}

int
show_other_answers(struct context *context)
{
	struct dimension dimension;
	int status = load_dimension(context, &dimension);

	return status != 0 ? status : show_dimension(context, &dimension, 200);
}

/* What no field shows alone: whether the scale has that word, and why it does not apply. */
static void
check_other_answer(struct form *form, const struct scaled_variable *one)
{
	const struct each *level = form_member(form, ANSWER_LEVEL, one->number);
	const struct each *note = form_member(form, ANSWER_NOTE, one->number);

	if (level == NULL || *level->text == '\0')
		return;
	if (level->number > (int64_t)one->scale->count || (level->number == 0 && !one->may_skip))
		form_member_error(form, ANSWER_LEVEL, one->number,
		    "Pilih salah satu jawaban untuk nomor %d.", one->number);
	else if (level->number == 0 && (note == NULL || *note->text == '\0'))
		form_member_error(form, ANSWER_NOTE, one->number,
		    "Tulis alasannya, mengapa nomor %d tidak berlaku.", one->number);
}

struct other_saving {
	struct context *context;
	const struct dimension *dimension;
};

static int
put_answer(struct db *db, struct other_saving *saving, size_t at)
{
	struct context *context = saving->context;
	const struct appraisal *appraisal = &saving->dimension->appraisal;
	const struct scaled_variable *one = &appraisal->scaled.variables[at];
	const struct rated *was = &appraisal->rated[at];
	const struct each *level = form_member(&context->form, ANSWER_LEVEL, one->number);
	const struct each *typed = form_member(&context->form, ANSWER_NOTE, one->number);
	const char *note_was = row_text(&appraisal->answers, at, "note");
	const char *note = typed != NULL ? typed->text : note_was;
	bool answered = level != NULL && *level->text != '\0';
	bool skipped = answered ? level->number == 0 : was->skipped;
	int64_t now = skipped ? 0 : answered ? level->number : was->level;
	int result;

	if (now == was->level && skipped == was->skipped && strcmp(note, note_was) == 0)
		return 0;
	result = db_run(db, STATEMENT_APPRAISAL_ANSWER_PUT, db_key(now), db_int(skipped),
	    db_text(note), db_int(appraisal->id), db_int(one->id));
	return result < 0 ?
	    result :
	    appraisal_change(context, appraisal, "explanation",
		arena_format(context->arena, "%d: %s", one->number,
		    appraisal_condition(appraisal, at)),
		arena_format(context->arena, "%d: %s", one->number,
		    skipped ? "Tidak berlaku" : scaled_word(one, now)),
		note);
}

static int
put_other_answers(struct db *db, void *argument)
{
	struct other_saving *saving = argument;
	const struct dimension *dimension = saving->dimension;
	int result = db_run(db, STATEMENT_APPRAISAL_TOUCH, db_int(dimension->appraisal.id),
	    db_int(form_number(&saving->context->form, ANSWER_VERSION)));

	if (result == 0)
		return db_stop(db, 409);
	for (size_t at = dimension->first; result >= 0 && at < dimension->end; at++)
		result = put_answer(db, saving, at);
	return result < 0 ? result : 0;
}

int
save_other_answers(struct context *context)
{
	struct dimension dimension;
	struct other_saving saving = { context, &dimension };
	struct form *form = &context->form;
	int result, status = load_dimension(context, &dimension);

	if (status == 0 && !dimension.appraisal.writes)
		status = 403;
	if (status != 0)
		return status;
	for (size_t at = dimension.first; at < dimension.end; at++)
		check_other_answer(form, &dimension.appraisal.scaled.variables[at]);
	if (!form_ok(form))
		return show_dimension(context, &dimension, 422);
	result = db_txn(context->db, put_other_answers, &saving);
	if (db_stopped(context->db, result) == 409) {
		form->notice =
		    "Penilaian ini sudah berubah sejak halaman ini ditampilkan. Periksa jawaban "
		    "di bawah, lalu simpan sekali lagi.";
		return show_dimension(context, &dimension, 409);
	}
	if (result != 0)
		return context_status(context, result);
	if (dimension.place < dimension.count)
		return context_redirect(context, "/questionnaire/other/%lld/%lld?done=saved",
		    (long long)dimension.appraisal.id, (long long)dimension.place + 1);
	return context_redirect(context, "/questionnaire/other/%lld?done=saved",
	    (long long)dimension.appraisal.id);
}
