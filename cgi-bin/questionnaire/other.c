/* SPDX-License-Identifier: ISC */
/*
 * Assessments by instruments of other kinds: the list of a region or an agency, how one is
 * begun, and one of them as a whole, with its score.
 */
#include "questionnaire/other.h"

#include <string.h>

#include "frame/paging.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { LIST_PAGE };
const struct field others_fields[] = {
	[LIST_PAGE] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 },
	{ .name = NULL },
};

enum { ADD_INSTRUMENT, ADD_YEAR, ADD_SUBJECT, ADD_SOURCE };
const struct field other_add_fields[] = {
	[ADD_INSTRUMENT] = { "instrument", FIELD_NUMBER, "Instrumen", true, .min = 1,
	    .max = INT32_MAX },
	[ADD_YEAR] = { "year", FIELD_NUMBER, "Tahun", true, .min = 2000, .max = 2100 },
	[ADD_SUBJECT] = { "subject", FIELD_TEXT, "Yang dinilai", true, .min = 3, .max = 200 },
	[ADD_SOURCE] = { "source", FIELD_TEXT, "Sumber", .max = 300 },
	{ .name = NULL },
};

/* An agency's own people see the agency's; a team sees all of its region. */
static int64_t
only_agency(const struct context *context)
{
	return context_may(context, ROLE_OPERATOR | ROLE_HEAD) ? context->actor.agency_id : 0;
}

/* An operator answers for the own agency, the team for the region as a whole. */
static bool
may_write(const struct context *context, int64_t agency_id)
{
	return context_may(context, ROLE_OPERATOR) ?
	    agency_id == context->actor.agency_id :
	    context_may(context, ROLE_VERIFIER) && agency_id == 0;
}

/* ---- what all pages read ------------------------------------------------------------- */

static void
rate_answers(struct context *context, struct appraisal *appraisal)
{
	const struct scaled *scaled = &appraisal->scaled;
	const struct rows *answers = &appraisal->answers;

	appraisal->rated = scaled_rated(context->arena, scaled);
	for (size_t row = 0; row < answers->count && row < scaled->count; row++) {
		appraisal->rated[row].level = (int)row_int(answers, row, "level");
		appraisal->rated[row].skipped = row_int(answers, row, "skipped") != 0;
	}
	rated_ask(appraisal->rated, scaled->count);
	appraisal->rating = rate(scaled->scoring, scaled->rounding, scaled->decimals,
	    appraisal->rated, scaled->count);
}

int
appraisal_load(struct context *context, struct appraisal *appraisal)
{
	struct rows rows;
	int64_t agency = only_agency(context);
	int status,
	    result = db_select(context->db, &rows, STATEMENT_APPRAISAL_FIND,
		db_int(context->keys[0]), db_int(context->actor.region_id), db_key(agency),
		db_key(agency));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*appraisal = (struct appraisal){ .id = row_int(&rows, 0, "id"),
		.version = row_int(&rows, 0, "version"),
		.region_id = row_int(&rows, 0, "region_id"),
		.agency_id = row_int(&rows, 0, "agency_id"),
		.year = row_int(&rows, 0, "year"),
		.subject = row_text(&rows, 0, "subject"),
		.source = row_text(&rows, 0, "source"),
		.whose = row_text(&rows, 0, "whose"),
		.region_name = row_text(&rows, 0, "region_name") };
	appraisal->writes = may_write(context, appraisal->agency_id);
	status = scaled_load(context, row_int(&rows, 0, "instrument_id"), &appraisal->scaled);
	if (status != 0)
		return status;
	result = db_select(context->db, &appraisal->answers, STATEMENT_APPRAISAL_ANSWERS,
	    db_int(appraisal->id));
	if (result < 0)
		return context_status(context, result);
	if (appraisal->answers.count < appraisal->scaled.count)
		return 404;
	rate_answers(context, appraisal);
	return 0;
}

void
appraisal_fill(struct context *context, const struct appraisal *appraisal)
{
	struct node *node = page_node(&context->page, "Appraisal");
	const struct scaled *scaled = &appraisal->scaled;

	node_set_int(node, "id", appraisal->id);
	node_set_int(node, "version", appraisal->version);
	node_set_int(node, "year", appraisal->year);
	node_set(node, "subject", appraisal->subject);
	node_set(node, "source", appraisal->source);
	node_set(node, "whose", appraisal->whose);
	node_set(node, "instrument", scaled->name);
	node_set(node, "basis", scaled->basis);
	node_set(node, "outer", scaled->labels[SCALED_OUTER]);
	node_set(node, "inner", scaled->labels[SCALED_INNER]);
	node_set(node, "item", scaled->labels[SCALED_ITEM]);
	node_set(node, "scoring", scoring_words(scaled->scoring));
	node_set(node, "score", scaled_score(context->arena, scaled, &appraisal->rating));
	node_set(node, "class", scaled_class(scaled, &appraisal->rating));
	node_set_int(node, "answered", (int64_t)appraisal->rating.answered);
	node_set_int(node, "asked", (int64_t)appraisal->rating.asked);
	if (appraisal->rating.complete)
		node_set(node, "complete", "1");
	if (scaled->scoring != SCORING_NONE)
		node_set(node, "scored", "1");
	if (appraisal->writes)
		node_set(node, "writes", "1");
}

int
appraisal_change(struct context *context, const struct appraisal *appraisal, const char *subject,
    const char *from, const char *to, const char *reason)
{
	return history_add(context->db,
	    &(struct change){ .subject = subject,
		.account_id = context->actor.account_id,
		.region_id = appraisal->region_id,
		.agency_id = appraisal->agency_id,
		.from = from == NULL ?
		    NULL :
		    arena_format(context->arena, "%s, %s", appraisal->subject, from),
		.to = arena_format(context->arena, "%s, %s", appraisal->subject, to),
		.reason = reason });
}

const char *
appraisal_condition(const struct appraisal *appraisal, size_t at)
{
	const struct rated *one = &appraisal->rated[at];

	return one->unasked ? "Tidak ditanyakan" :
	    one->skipped    ? "Tidak berlaku" :
			      scaled_word(&appraisal->scaled.variables[at], one->level);
}

/* ---- the list -------------------------------------------------------------------------- */

struct others {
	struct rows list, instruments;
	int64_t page;
};

static int
read_others(struct context *context, struct others *others)
{
	int64_t agency = only_agency(context);
	int result;

	others->page = 1;
	if (context->request->method == METHOD_GET)
		others->page = page_number(context, LIST_PAGE);
	result = db_select(context->db, &others->list, STATEMENT_APPRAISAL_LIST,
	    db_int(context->actor.region_id), db_key(agency), db_key(agency), db_int(PAGE_ROWS + 1),
	    db_int((others->page - 1) * PAGE_ROWS));
	if (result >= 0)
		result = db_select(context->db, &others->instruments,
		    STATEMENT_APPRAISAL_INSTRUMENTS, db_int(context->actor.region_id));
	return context_status(context, result);
}

static void
fill_others(struct context *context, struct others *others)
{
	page_turn(context, &others->list, PAGE_ROWS, others->page, "/questionnaire/other?");
	fill_rows(page_node(&context->page, "Others"), &others->list);
	fill_rows(page_node(&context->page, "Instruments"), &others->instruments);
	if (context_may(context, OTHER_WRITERS))
		page_set(&context->page, "May.write", "1");
}

int
show_others(struct context *context)
{
	struct others others;
	int status = read_others(context, &others);

	if (status != 0)
		return status;
	fill_others(context, &others);
	return context_show(context, "questionnaire/others");
}

/* ---- begun ------------------------------------------------------------------------------ */

struct other_adding {
	struct context *context;
	int64_t id;
};

static int
put_other(struct db *db, void *argument)
{
	struct other_adding *adding = argument;
	struct context *context = adding->context;
	const struct form *form = &context->form;
	int64_t agency = only_agency(context);
	int result = db_run(db, STATEMENT_APPRAISAL_ADD, db_key(agency),
	    db_int(form_number(form, ADD_YEAR)), db_text(form_text(form, ADD_SUBJECT)),
	    db_text(form_text(form, ADD_SOURCE)), db_int(context->actor.account_id),
	    db_int(form_number(form, ADD_INSTRUMENT)), db_int(context->actor.region_id));
	struct appraisal begun = { .region_id = context->actor.region_id,
		.agency_id = agency,
		.subject = form_text(form, ADD_SUBJECT) };

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 404);
	begun.id = adding->id = db_last_key(db);
	result = db_run(db, STATEMENT_APPRAISAL_ADD_ANSWERS, db_int(begun.id));
	return result < 0 ?
	    result :
	    appraisal_change(context, &begun, "explanation", NULL, form_text(form, ADD_YEAR), NULL);
}

int
add_other(struct context *context)
{
	struct other_adding adding = { .context = context };
	struct others others;
	int status;

	if (!form_ok(&context->form)) {
		status = read_others(context, &others);
		if (status != 0)
			return status;
		fill_others(context, &others);
		return context_show_errors(context, "questionnaire/others");
	}
	status = context_status(context, db_txn(context->db, put_other, &adding));
	return status != 0 ?
	    status :
	    context_redirect(context, "/questionnaire/other/%lld?done=created",
		(long long)adding.id);
}

/* ---- one of them ------------------------------------------------------------------------- */

static void
fill_other_row(struct node *node, const struct appraisal *appraisal, size_t at)
{
	const struct scaled_variable *one = &appraisal->scaled.variables[at];

	node_set_int(node, "number", one->number);
	node_set(node, "name", one->name);
	node_set(node, "inner", one->inner);
	node_set(node, "word", appraisal_condition(appraisal, at));
	node_set(node, "note", row_text(&appraisal->answers, at, "note"));
}

/* Each dimension with its own score, and its variables. */
static void
fill_outer(struct context *context, const struct appraisal *appraisal)
{
	const struct scaled *scaled = &appraisal->scaled;
	struct node *list = page_node(&context->page, "Outer");
	size_t place = 0;

	for (size_t first = 0, end; first < scaled->count; first = end) {
		struct node *node = node_row(list, place++);
		struct rating rating;

		end = scaled_outer_end(scaled, first);
		rating = rate(scaled->scoring, scaled->rounding, scaled->decimals,
		    appraisal->rated + first, end - first);
		node_set_int(node, "place", (int64_t)place);
		node_set(node, "name",
		    *scaled->variables[first].outer != '\0' ?
			scaled->variables[first].outer :
			scaled->name);
		node_set(node, "score", scaled_score(context->arena, scaled, &rating));
		node_set_int(node, "answered", (int64_t)rating.answered);
		node_set_int(node, "asked", (int64_t)rating.asked);
		if (rating.asked > 0 && !rating.complete)
			node_set(node, "open", "1");
		for (size_t at = first; at < end; at++)
			fill_other_row(node_row(node_child(node, "rows"), at - first), appraisal,
			    at);
	}
}

int
show_other(struct context *context)
{
	struct appraisal appraisal;
	int status = appraisal_load(context, &appraisal);

	if (status != 0)
		return status;
	appraisal_fill(context, &appraisal);
	fill_outer(context, &appraisal);
	return context_show(context, "questionnaire/other");
}
