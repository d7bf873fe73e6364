/* SPDX-License-Identifier: ISC */
/*
 * The analysis of gaps: what a variable is like, what is expected of it, what is to be done,
 * what comes first, by whom and until when.
 */
#include "questionnaire/other.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

static const char *const priorities[] = { "tinggi", "sedang", "rendah", NULL };
static const char *const priority_words[] = { "Tinggi", "Sedang", "Rendah" };

enum {
	GAP_CONDITION,
	GAP_TARGET,
	GAP_EXPECTED,
	GAP_RECOMMENDATION,
	GAP_PRIORITY,
	GAP_PLAN,
	GAP_DUE,
	GAP_VERSION
};
const struct field other_gap_fields[] = {
	[GAP_CONDITION] = { "condition", FIELD_TEXT, "Kondisi", .max = OTHER_WORD },
	[GAP_TARGET] = { "target", FIELD_NUMBER, "Harapan", .min = 1, .max = SCALE_WORDS_MAX },
	[GAP_EXPECTED] = { "expected", FIELD_TEXT, "Harapan", .max = OTHER_WORD },
	[GAP_RECOMMENDATION] = { "recommendation", FIELD_LINES, "Rekomendasi",
	    .max = OTHER_RECOMMENDATION },
	[GAP_PRIORITY] = { "priority", FIELD_CHOICE, "Prioritas", .choices = priorities },
	[GAP_PLAN] = { "plan", FIELD_LINES, "Rencana", .max = OTHER_PLAN },
	[GAP_DUE] = { "due", FIELD_DATE, "Batas waktu" },
	[GAP_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

bool
appraisal_has_gap(const struct appraisal *appraisal, size_t at)
{
	return *appraisal_expected(appraisal, at) != '\0' ||
	    *row_text(&appraisal->answers, at, "recommendation") != '\0';
}

const char *
appraisal_gap_condition(const struct appraisal *appraisal, size_t at)
{
	const char *shown = row_text(&appraisal->answers, at, "shown_word");

	return *shown != '\0' ? shown : appraisal_condition(appraisal, at);
}

const char *
appraisal_expected(const struct appraisal *appraisal, size_t at)
{
	const char *word = row_text(&appraisal->answers, at, "target_word");

	return *word != '\0' ?
	    word :
	    scaled_word(&appraisal->scaled.variables[at],
		row_int(&appraisal->answers, at, "target_level"));
}

const char *
appraisal_priority(const struct appraisal *appraisal, size_t at)
{
	const char *code = row_text(&appraisal->answers, at, "priority");

	for (size_t which = 0; priorities[which] != NULL; which++)
		if (strcmp(priorities[which], code) == 0)
			return priority_words[which];
	return "";
}

/* ---- the table ------------------------------------------------------------------------ */

static void
fill_recommendations(struct arena *arena, struct node *node, const char *text)
{
	for (size_t count = 0; *text != '\0'; count++) {
		size_t length = strcspn(text, "\n");

		node_set(node_row(node_child(node, "recommendations"), count), "text",
		    arena_copy(arena, text, length));
		text += length + (text[length] == '\n');
	}
}

static void
fill_gap(struct context *context, struct node *node, const struct appraisal *appraisal, size_t at)
{
	node_set_int(node, "number", appraisal->scaled.variables[at].number);
	node_set(node, "name", appraisal->scaled.variables[at].name);
	node_set(node, "condition", appraisal_gap_condition(appraisal, at));
	node_set(node, "expected", appraisal_expected(appraisal, at));
	node_set(node, "priority", appraisal_priority(appraisal, at));
	node_set(node, "plan", row_text(&appraisal->answers, at, "plan"));
	node_set(node, "due", words_date(context->arena, row_text(&appraisal->answers, at, "due")));
	fill_recommendations(context->arena, node,
	    row_text(&appraisal->answers, at, "recommendation"));
}

static int
show_gaps(struct context *context, const struct appraisal *appraisal)
{
	struct node *gaps = page_node(&context->page, "Gaps");
	struct node *rest = page_node(&context->page, "Rest");
	size_t count = 0, others = 0;

	appraisal_fill(context, appraisal);
	for (size_t at = 0; at < appraisal->scaled.count; at++) {
		struct node *node;

		if (appraisal_has_gap(appraisal, at)) {
			fill_gap(context, node_row(gaps, count++), appraisal, at);
			continue;
		}
		node = node_row(rest, others++);
		node_set_int(node, "number", appraisal->scaled.variables[at].number);
		node_set(node, "name", appraisal->scaled.variables[at].name);
		node_set(node, "word", appraisal_condition(appraisal, at));
	}
	return context_show(context, "questionnaire/other_gaps");
}

int
show_other_gaps(struct context *context)
{
	struct appraisal appraisal;
	int status = appraisal_load(context, &appraisal);

	return status != 0 ? status : show_gaps(context, &appraisal);
}

/* ---- one row of it ---------------------------------------------------------------------- */

/* The variable of the second key: 0, or 404. */
static int
load_gap(struct context *context, struct appraisal *appraisal, size_t *at)
{
	int status = appraisal_load(context, appraisal);

	if (status != 0)
		return status;
	if (context->keys[1] < 1 || context->keys[1] > (int64_t)appraisal->scaled.count)
		return 404;
	*at = (size_t)context->keys[1] - 1;
	return 0;
}

static void
fill_gap_values(struct context *context, const struct appraisal *appraisal, size_t at)
{
	const struct rows *answers = &appraisal->answers;
	struct node *node = page_node(&context->page, "Form.value");

	node_set(node, "condition", row_text(answers, at, "shown_word"));
	node_set(node, "target", row_text(answers, at, "target_level"));
	node_set(node, "expected", row_text(answers, at, "target_word"));
	node_set(node, "recommendation", row_text(answers, at, "recommendation"));
	node_set(node, "priority", row_text(answers, at, "priority"));
	node_set(node, "plan", row_text(answers, at, "plan"));
	node_set(node, "due", row_text(answers, at, "due"));
}

static int
show_gap_form(struct context *context, const struct appraisal *appraisal, size_t at, int status)
{
	const struct scaled_variable *one = &appraisal->scaled.variables[at];
	struct node *list = page_node(&context->page, "Words");
	struct node *choices = page_node(&context->page, "Priorities");

	appraisal_fill(context, appraisal);
	page_set_int(&context->page, "Variable.number", one->number);
	page_set(&context->page, "Variable.name", one->name);
	page_set(&context->page, "Variable.word", appraisal_condition(appraisal, at));
	for (size_t level = 0; level < one->scale->count; level++) {
		struct node *word = node_row(list, level);

		node_set_int(word, "value", (int64_t)level + 1);
		node_set(word, "label", one->scale->words[level].word);
	}
	for (size_t which = 0; priorities[which] != NULL; which++) {
		struct node *choice = node_row(choices, which);

		node_set(choice, "value", priorities[which]);
		node_set(choice, "label", priority_words[which]);
	}
	fill_gap_values(context, appraisal, at);
	if (status != 200)
		fill_form(context);
	return context_show_status(context, "questionnaire/other_gap", status);
}

int
show_other_gap(struct context *context)
{
	struct appraisal appraisal;
	size_t at;
	int status = load_gap(context, &appraisal, &at);

	return status != 0 ? status : show_gap_form(context, &appraisal, at, 200);
}

struct gap_saving {
	struct context *context;
	const struct appraisal *appraisal;
	size_t at;
};

static const char *
or_null(const char *text)
{
	return *text != '\0' ? text : NULL;
}

static int
put_gap(struct db *db, void *argument)
{
	const struct gap_saving *saving = argument;
	struct context *context = saving->context;
	const struct form *form = &context->form;
	const struct appraisal *appraisal = saving->appraisal;
	const struct scaled_variable *one = &appraisal->scaled.variables[saving->at];
	const char *expected = form_text(form, GAP_EXPECTED);
	int result = db_run(db, STATEMENT_APPRAISAL_TOUCH, db_int(appraisal->id),
	    db_int(form_number(form, GAP_VERSION)));

	if (result == 0)
		return db_stop(db, 409);
	if (result > 0)
		result = db_run(db, STATEMENT_APPRAISAL_GAP_PUT,
		    db_text(form_text(form, GAP_CONDITION)), db_key(form_number(form, GAP_TARGET)),
		    db_text(expected), db_text(form_text(form, GAP_RECOMMENDATION)),
		    db_text(or_null(form_text(form, GAP_PRIORITY))),
		    db_text(form_text(form, GAP_PLAN)), db_text(or_null(form_text(form, GAP_DUE))),
		    db_int(appraisal->id), db_int(one->id));
	return result < 0 ?
	    result :
	    appraisal_change(context, appraisal, "plan",
		arena_format(context->arena, "%d: %s", one->number,
		    appraisal_expected(appraisal, saving->at)),
		arena_format(context->arena, "%d: %s", one->number,
		    *expected != '\0' ? expected : scaled_word(one, form_number(form, GAP_TARGET))),
		form_text(form, GAP_RECOMMENDATION));
}

int
save_other_gap(struct context *context)
{
	struct appraisal appraisal;
	struct gap_saving saving = { .context = context, .appraisal = &appraisal };
	struct form *form = &context->form;
	int result, status = load_gap(context, &appraisal, &saving.at);

	if (status == 0 && !appraisal.writes)
		status = 403;
	if (status != 0)
		return status;
	if (form_number(form, GAP_TARGET) >
	    (int64_t)appraisal.scaled.variables[saving.at].scale->count)
		form_error(form, GAP_TARGET, "Pilih salah satu tingkat.");
	if (!form_ok(form))
		return show_gap_form(context, &appraisal, saving.at, 422);
	result = db_txn(context->db, put_gap, &saving);
	if (db_stopped(context->db, result) == 409) {
		form->notice =
		    "Penilaian ini sudah berubah sejak halaman ini ditampilkan. Periksa isi di "
		    "bawah, lalu simpan sekali lagi.";
		return show_gap_form(context, &appraisal, saving.at, 409);
	}
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/questionnaire/other/%lld/gaps?done=saved",
		(long long)appraisal.id);
}
