/* SPDX-License-Identifier: ISC */
/*
 * What a public consultation asks beside the opinion: questions that are answered by words
 * or by one of their choices; and its themes.
 */
#include "forum/forum.h"

#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

static const char *const question_kinds[] = { "text", "choice", NULL };

enum { QUESTION_KIND, QUESTION_WORDING, QUESTION_CHOICES };
const struct field question_fields[] = {
	[QUESTION_KIND] = { "kind", FIELD_CHOICE, "Cara menjawab", true,
	    .choices = question_kinds },
	[QUESTION_WORDING] = { "wording", FIELD_TEXT, "Pertanyaan", true, .min = 5, .max = 500 },
	[QUESTION_CHOICES] = { "choices", FIELD_LINES, "Pilihan jawaban", .max = 4000 },
	{ .name = NULL },
};

enum { REMOVE_QUESTION };
const struct field question_remove_fields[] = {
	[REMOVE_QUESTION] = { "question", FIELD_NUMBER, "Pertanyaan", true, .min = 1,
	    .max = INT32_MAX },
	{ .name = NULL },
};

enum { THEME_NAME };
const struct field theme_fields[] = {
	[THEME_NAME] = { "name", FIELD_TEXT, "Tema", true, .min = 2, .max = 80 },
	{ .name = NULL },
};

struct asking {
	struct context *context;
	struct hearing hearing;
	const char *choices[CHOICES_MAX];
	size_t count;
};

/* A line each, without blanks around it. */
static void
read_asked_choices(struct asking *asking)
{
	struct context *context = asking->context;
	struct form *form = &context->form;
	const char *at = form_text(form, QUESTION_CHOICES);

	while (*at != '\0') {
		const char *end = strchrnul(at, '\n'), *last = end;

		while (at < last && *at == ' ')
			at++;
		while (last > at && last[-1] == ' ')
			last--;
		if (last > at && asking->count == CHOICES_MAX) {
			form_error(form, QUESTION_CHOICES,
			    "Pilihan jawaban paling banyak %d. Gabungkan yang mirip.", CHOICES_MAX);
			return;
		}
		if (last > at)
			asking->choices[asking->count++] = arena_copy(context->arena, at,
			    (size_t)(last - at));
		at = *end == '\0' ? end : end + 1;
	}
}

static void
check_asked_choices(struct asking *asking)
{
	struct form *form = &asking->context->form;

	if (strcmp(form_text(form, QUESTION_KIND), "choice") != 0) {
		asking->count = 0;
		return;
	}
	if (asking->count < 2)
		form_error(form, QUESTION_CHOICES,
		    "Tulis paling sedikit dua pilihan jawaban, satu baris satu pilihan.");
	for (size_t at = 0; at < asking->count; at++) {
		if (utf8_characters(asking->choices[at]) > LABEL_LENGTH)
			form_error(form, QUESTION_CHOICES,
			    "Satu pilihan jawaban paling panjang %d huruf.", LABEL_LENGTH);
		for (size_t other = 0; other < at; other++)
			if (strcasecmp(asking->choices[at], asking->choices[other]) == 0)
				form_error(form, QUESTION_CHOICES,
				    "Pilihan jawaban tertulis dua kali: %s.", asking->choices[at]);
	}
}

static int
store_question(struct db *db, void *argument)
{
	const struct asking *asking = argument;
	struct context *context = asking->context;
	const struct form *form = &context->form;
	int64_t id;
	int result = hearing_hold(context, &asking->hearing, "draft", "");

	if (result == 0)
		result = db_run(db, STATEMENT_FORUM_QUESTION_ADD,
		    db_text(form_text(form, QUESTION_KIND)),
		    db_text(form_text(form, QUESTION_WORDING)), db_int(asking->hearing.id));
	if (result == 0)
		return context_stop(context, 409,
		    "Pertanyaan sudah 20, tidak dapat ditambah lagi.");
	id = result > 0 ? db_last_key(db) : 0;
	for (size_t at = 0; result > 0 && at < asking->count; at++)
		result = db_run(db, STATEMENT_FORUM_CHOICE_ADD, db_int(id),
		    db_text(asking->choices[at]));
	return result < 0 ?
	    result :
	    hearing_change(context, &asking->hearing, NULL,
		form_text(&context->form, QUESTION_WORDING));
}

int
add_question(struct context *context)
{
	struct asking asking = { .context = context };
	int status = hearing_find(context, &asking.hearing);

	if (status != 0)
		return status;
	read_asked_choices(&asking);
	check_asked_choices(&asking);
	if (!form_ok(&context->form))
		return show_hearing(context);
	status = context_status(context, db_txn(context->db, store_question, &asking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=saved#questions",
		(long long)asking.hearing.id);
}

static int
store_unasked(struct db *db, void *argument)
{
	const struct asking *asking = argument;
	struct context *context = asking->context;
	int64_t question = form_number(&context->form, REMOVE_QUESTION);
	int result = hearing_hold(context, &asking->hearing, "draft", "");

	if (result == 0)
		result = db_run(db, STATEMENT_FORUM_CHOICES_REMOVE, db_int(question),
		    db_int(asking->hearing.id));
	if (result >= 0)
		result = db_run(db, STATEMENT_FORUM_QUESTION_REMOVE, db_int(question),
		    db_int(asking->hearing.id));
	return result <= 0 ?
	    result :
	    hearing_change(context, &asking->hearing, "pertanyaan", "dihapus");
}

int
remove_question(struct context *context)
{
	struct asking asking = { .context = context };
	int status = hearing_find(context, &asking.hearing);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn(context->db, store_unasked, &asking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld?done=saved#questions",
		(long long)asking.hearing.id);
}

/* ---- themes ---------------------------------------------------------------------- */

static int
store_theme(struct db *db, void *argument)
{
	const struct asking *asking = argument;
	struct context *context = asking->context;
	const char *name = form_text(&context->form, THEME_NAME);
	int result = db_run(db, STATEMENT_FORUM_THEME_ADD, db_int(asking->hearing.id),
	    db_text(name));

	/* Pressed beside itself it is there already. */
	if (result == DB_DUPLICATE)
		return 0;
	return result < 0 ?
	    result :
	    hearing_change(context, &asking->hearing, NULL,
		arena_format(context->arena, "tema: %s", name));
}

int
add_theme(struct context *context)
{
	struct asking asking = { .context = context };
	int status = hearing_find(context, &asking.hearing);

	if (status == 0 && !form_ok(&context->form))
		return opinions_show_errors(context,
		    &(struct opinions_asked){ .state = "", .decided = "", .query = "", .page = 1 });
	if (status == 0)
		status = context_status(context, db_txn(context->db, store_theme, &asking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/forum/desk/%lld/opinions?done=saved",
		(long long)asking.hearing.id);
}
