/* SPDX-License-Identifier: ISC */
/*
 * A new question at a variable of one's own assessment, with documents that stand
 * there.  It goes to the unsur of the team whose field the variable is.
 */
#include "consultation/consultation.h"

#include "assessment/criteria.h"
#include "assessment/rulings.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "rules/team_field.h"
#include "store/message.h"
#include "base/banned.h"

enum { ASK_TITLE, ASK_BODY, ASK_LEVEL, ASK_DOCUMENT };
const struct field ask_fields[] = {
	[ASK_TITLE] = { "title", FIELD_TEXT, "Pertanyaan", true, .min = 5, .max = TITLE_LENGTH },
	[ASK_BODY] = { "body", FIELD_LINES, "Penjelasan", .max = BODY_LENGTH },
	[ASK_LEVEL] = { "level", FIELD_NUMBER, "Tingkat", .min = 1, .max = LEVEL_MAX },
	[ASK_DOCUMENT] = { "document-", FIELD_FLAG, "Dokumen" },
	{ .name = NULL },
};

struct question {
	struct context *context;
	struct assessment assessment;
	const struct variable *variable;
	const char *field;
	struct rows documents, earlier, rulings;
	int64_t id;
};

int
variable_field(struct context *context, int64_t region_id, int variable, const char **code)
{
	struct rows rows;
	int result = kept_world_select(context, &rows, STATEMENT_CONSULTATION_FIELD_OF,
	    db_int(region_id));

	*code = team_field_of(variable);
	for (size_t row = 0; result >= 0 && row < rows.count; row++)
		if (row_int(&rows, row, "variable_number") == variable)
			*code = row_text(&rows, row, "field");
	return context_status(context, result);
}

static int
find_question_place(struct question *question)
{
	struct context *context = question->context;
	const struct criteria *criteria;
	int status = assessment_find(context, context->keys[0], &question->assessment);

	if (status == 0)
		status = criteria_load(context, question->assessment.instrument_id, &criteria);
	if (status != 0)
		return status;
	question->variable = criteria_variable(criteria, context->keys[1]);
	if (question->variable == NULL)
		return 404;
	if (!question->assessment.cycle_open)
		return context_refuse(context, 409,
		    "Periode penilaian ini sudah ditutup, jadi tidak ada pertanyaan baru. "
		    "Ajukan di periode yang sedang dibuka.");
	return variable_field(context, question->assessment.region_id, question->variable->number,
	    &question->field);
}

static int
read_question_place(struct question *question)
{
	struct context *context = question->context;
	int64_t id = question->assessment.id;
	int number = question->variable->number;
	int result = db_select(context->db, &question->documents,
	    STATEMENT_CONSULTATION_DOCUMENTS_AT, db_int(id), db_int(number));

	if (result >= 0)
		result = db_select(context->db, &question->earlier, STATEMENT_CONSULTATION_AT,
		    db_int(id), db_int(number));
	return result < 0 ?
	    context_status(context, result) :
	    rulings_read(context, question->assessment.region_id, &question->rulings);
}

static void
fill_documents(const struct question *question)
{
	struct context *context = question->context;
	struct node *list = page_node(&context->page, "Documents");

	fill_rows(list, &question->documents);
	for (size_t row = 0; row < question->documents.count; row++)
		if (form_member(&context->form, ASK_DOCUMENT,
			row_int(&question->documents, row, "id")) != NULL)
			node_set(node_row(list, row), "chosen", "1");
}

void
fill_level_choices(struct context *context)
{
	struct node *list = page_node(&context->page, "Levels");

	for (int level = 1; level <= LEVEL_MAX; level++) {
		struct node *node = node_row(list, (size_t)level - 1);

		node_set_int(node, "value", level);
		node_set(node, "label", words_roman(level));
	}
}

static void
fill_question_page(const struct question *question)
{
	struct context *context = question->context;

	assessment_fill(context, &question->assessment);
	page_set_int(&context->page, "Variable.number", question->variable->number);
	page_set(&context->page, "Variable.name", question->variable->name);
	page_set(&context->page, "Variable.field", team_field_name(question->field));
	fill_documents(question);
	fill_level_choices(context);
	fill_rows(page_node(&context->page, "Earlier"), &question->earlier);
	rulings_fill(context, &question->rulings, question->variable->number,
	    words_today(question->assessment.zone));
}

int
show_new_question(struct context *context)
{
	struct question question = { .context = context };
	int status = find_question_place(&question);

	if (status == 0)
		status = read_question_place(&question);
	if (status != 0)
		return status;
	fill_question_page(&question);
	return context_show(context, "consultation/new");
}

static int
add_question_documents(struct db *db, const struct question *question)
{
	const struct each *each = form_each(&question->context->form, ASK_DOCUMENT);
	int result = 0;

	for (; each != NULL && result >= 0; each = each->next)
		result = db_run(db, STATEMENT_CONSULTATION_DOCUMENT_ADD, db_int(question->id),
		    db_int(each->key), db_int(question->assessment.agency_id));
	return result;
}

static int
add_question(struct db *db, void *argument)
{
	struct question *question = argument;
	struct context *context = question->context;
	const struct assessment *assessment = &question->assessment;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_CONSULTATION_ADD, db_int(assessment->id),
	    db_int(assessment->agency_id), db_int(assessment->region_id),
	    db_int(question->variable->number), db_key(form_number(form, ASK_LEVEL)),
	    db_text(question->field), db_text(form_text(form, ASK_TITLE)));

	if (result < 0)
		return result;
	question->id = db_last_key(db);
	result = db_run(db, STATEMENT_CONSULTATION_MESSAGE_ADD, db_int(question->id),
	    db_text("question"), db_text(form_text(form, ASK_BODY)),
	    db_int(context->actor.account_id));
	if (result >= 0)
		result = add_question_documents(db, question);
	if (result >= 0)
		result = message_send(db,
		    &(struct message){ .kind = MESSAGE_QUESTION_ASKED,
			.region_id = assessment->region_id,
			.agency_id = assessment->agency_id,
			.assessment_id = assessment->id,
			.year = assessment->year,
			.by = context->actor.account_id });
	return result < 0 ?
	    result :
	    assessment_change(context, assessment, "consultation", question->variable->number,
		question->id, NULL, "open", form_text(form, ASK_TITLE));
}

static int
show_question_errors(struct question *question)
{
	int status = read_question_place(question);

	if (status != 0)
		return status;
	fill_question_page(question);
	return context_show_errors(question->context, "consultation/new");
}

int
ask_question(struct context *context)
{
	struct question question = { .context = context };
	int result, status = find_question_place(&question);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_question_errors(&question);
	result = db_txn(context->db, add_question, &question);
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/consultation/%lld?done=asked", (long long)question.id);
}
