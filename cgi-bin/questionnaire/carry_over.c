/* SPDX-License-Identifier: ISC */
/*
 * Last year's documents for this year's criteria (product.md, "Staff move":
 * last year's documents as the start of this year, states reset).  The person
 * sees what would be put where, and chooses; what is no good any more is told
 * and not chosen beforehand.  Taken twice, nothing happens twice.
 */
#include "questionnaire/questionnaire.h"

#include <string.h>

#include "assessment/mend.h"
#include "assessment/quality.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

enum { SHOW_VARIABLE, SHOW_CHOSEN };

/* What is chosen beforehand: what the address asks for, else what nobody has to look
 * at again; and what was chosen, where the form comes back. */
enum chosen { CHOSEN_ALL, CHOSEN_NONE, CHOSEN_GOOD, CHOSEN_TYPED };
static const char *const chosen_words[] = { [CHOSEN_ALL] = "all", [CHOSEN_NONE] = "none", NULL };

const struct field carry_over_query[] = {
	[SHOW_VARIABLE] = { .name = "variable",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .min = 1,
	    .max = 60 },
	[SHOW_CHOSEN] = { .name = "chosen",
	    .kind = FIELD_CHOICE,
	    .label = "Pilihan",
	    .choices = chosen_words },
	{ .name = NULL },
};

enum { CARRY_VARIABLE, CARRY_TAKE };

const struct field carry_over_fields[] = {
	[CARRY_VARIABLE] = { .name = "variable",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .min = 1,
	    .max = 60 },
	[CARRY_TAKE] = { .name = "take-", .kind = FIELD_FLAG, .label = "Dokumen" },
	{ .name = NULL },
};

/* One link of last year, and the criterion that it would stand under now. */
struct offer {
	int64_t link_id; /* last year's */
	int64_t item_id, document_id;
	int variable, level;
	size_t row;
	bool there;     /* was taken, or taken away, this year */
	bool same;      /* the very same item of the instrument */
	bool rejected;  /* by a team, last year */
	unsigned flags; /* of rules/quality.h, for this year */
};

struct offers {
	struct offer *list;
	size_t count, fresh; /* fresh: not there */
	struct rows rows;
};

static unsigned
carry_over_flags_of(const struct rows *rows, size_t row, int year, int32_t today)
{
	struct document_facts facts = { .outside = *row_text(rows, row, "outside_address") != '\0',
		.stored = !row_null(rows, row, "revision_id"),
		.findings = findings_of(row_text(rows, row, "findings")),
		.infected = strcmp(row_text(rows, row, "scan"), "infected") == 0,
		.signatures = (int)row_int(rows, row, "signatures"),
		.signed_by_hand = row_int(rows, row, "signed_by_hand") != 0,
		.needs_signature = row_int(rows, row, "needs_signature") != 0,
		.dated = day_parse(row_text(rows, row, "dated")),
		.period_from = day_parse(row_text(rows, row, "period_from")),
		.period_until = day_parse(row_text(rows, row, "period_until")),
		.expires = quality_expires(row_text(rows, row, "kind")),
		.today = today,
		.year = year,
		.criteria = 1 };

	return quality_of_document(&facts);
}

static void
read_offer(const struct rows *rows, size_t row, const struct assessment *assessment,
    struct offer *offer)
{
	*offer = (struct offer){ .link_id = row_int(rows, row, "link_id"),
		.item_id = row_int(rows, row, "item_id"),
		.document_id = row_int(rows, row, "document_id"),
		.variable = (int)row_int(rows, row, "variable"),
		.level = (int)row_int(rows, row, "level"),
		.row = row,
		.there = row_int(rows, row, "there") != 0,
		.same = row_int(rows, row, "same") != 0,
		.rejected = row_int(rows, row, "rejected") != 0,
		.flags = carry_over_flags_of(rows, row, (int)assessment->year,
		    words_today(assessment->zone)) };
}

/* Does an earlier offer put the same document under the same item? */
static bool
carry_over_is_repeated(const struct offers *offers, const struct offer *offer)
{
	for (size_t at = 0; at < offers->count; at++)
		if (offers->list[at].item_id == offer->item_id &&
		    offers->list[at].document_id == offer->document_id)
			return true;
	return false;
}

/* Two items of one level may bear the same title: a link goes to the first.
 * In a return only what is to be mended is open. */
static int
offers_load(struct context *context, const struct assessment *assessment, int64_t variable,
    struct offers *offers)
{
	struct rows *rows = &offers->rows;
	int result = db_select(context->db, rows, STATEMENT_QUESTIONNAIRE_CARRY_OVER,
	    db_int(assessment->id), db_int(variable), db_int(variable));

	offers->count = offers->fresh = 0;
	if (result < 0)
		return result;
	offers->list = arena_array(context->arena, rows->count + 1, sizeof(*offers->list));
	for (size_t row = 0; row < rows->count; row++) {
		struct offer *offer = &offers->list[offers->count];

		if (assessment->state == STATE_RETURNED &&
		    row_int(rows, row, "needs_correction") == 0)
			continue;
		read_offer(rows, row, assessment, offer);
		if ((offers->count > 0 && offer[-1].link_id == offer->link_id) ||
		    carry_over_is_repeated(offers, offer))
			continue;
		offers->fresh += !offer->there;
		offers->count++;
	}
	return 0;
}

/* Beforehand only what nobody has to look at again. */
static bool
carry_over_is_good(const struct offer *offer)
{
	static const unsigned bad = QUALITY_FLAG(QUALITY_PERIOD_OVER) |
	    QUALITY_FLAG(QUALITY_OTHER_YEAR) | QUALITY_FLAG(QUALITY_OUTSIDE) | QUALITY_INSIDE;

	return offer->same && !offer->rejected && (offer->flags & bad) == 0;
}

static bool
carry_over_is_chosen(const struct context *context, const struct offer *offer, enum chosen chosen)
{
	switch (chosen) {
	case CHOSEN_GOOD:
		return carry_over_is_good(offer);
	case CHOSEN_TYPED:
		return form_member(&context->form, CARRY_TAKE, offer->link_id) != NULL;
	case CHOSEN_NONE:
	case CHOSEN_ALL:
		break;
	}
	return chosen == CHOSEN_ALL;
}

static void
fill_offer(struct context *context, struct node *node, const struct offers *offers,
    const struct offer *offer, enum chosen chosen)
{
	const struct rows *rows = &offers->rows;

	node_set_int(node, "id", offer->link_id);
	node_set_int(node, "document_id", offer->document_id);
	node_set(node, "title", row_text(rows, offer->row, "title"));
	node_set(node, "kind", words_kind(row_text(rows, offer->row, "kind")));
	node_set(node, "number", row_text(rows, offer->row, "number"));
	node_set(node, "dated", words_date(context->arena, row_text(rows, offer->row, "dated")));
	node_set(node, "period",
	    words_period(context->arena, row_text(rows, offer->row, "period_from"),
		row_text(rows, offer->row, "period_until")));
	node_set(node, "level", words_roman(offer->level));
	node_set(node, "item", row_text(rows, offer->row, "item_title"));
	if (!offer->same)
		node_set(node, "suggested", "1");
	if (offer->rejected)
		node_set(node, "rejected", "1");
	if (carry_over_is_chosen(context, offer, chosen))
		node_set(node, "checked", "1");
	quality_fill(context, node_child(node, "flags"), offer->flags, 0);
}

/* .self .city .province: last year's levels, as far as they are told. */
static void
fill_offer_levels(struct node *node, const struct rows *rows, size_t row)
{
	enum state state;
	bool known = state_of(row_text(rows, row, "last_state"), &state);

	node_set(node, "self", words_roman(row_int(rows, row, "self_level")));
	if (known && city_disclosed(state))
		node_set(node, "city", words_roman(row_int(rows, row, "city_level")));
	if (known && row_int(rows, row, "province_tier") != 0 && province_disclosed(state))
		node_set(node, "province", words_roman(row_int(rows, row, "province_level")));
}

/* CarryOffers.N.number .name and levels, and in it offers.M: what is not there yet. */
static void
fill_offers(struct context *context, const struct offers *offers, enum chosen chosen)
{
	struct node *list = page_node(&context->page, "CarryOffers");
	struct node *group = NULL;
	size_t groups = 0, row = 0;
	int variable = 0;

	for (size_t at = 0; at < offers->count; at++) {
		const struct offer *offer = &offers->list[at];

		if (offer->there)
			continue;
		if (offer->variable != variable) {
			variable = offer->variable;
			group = node_row(list, groups++);
			node_set_int(group, "number", variable);
			node_set(group, "name",
			    row_text(&offers->rows, offer->row, "variable_name"));
			fill_offer_levels(group, &offers->rows, offer->row);
			row = 0;
		}
		fill_offer(context, node_row(node_child(group, "offers"), row++), offers, offer,
		    chosen);
	}
}

/* How many of last year's links have no place this year, by variable. */
struct carried {
	int64_t instrument_id; /* of last year; 0: there is nothing */
	size_t *counts;        /* in the order of the criteria */
};

static int
read_carried(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct assessment *assessment = what;
	struct carried *carried = arena_alloc(arena, sizeof(*carried));
	const struct criteria *criteria;
	const struct variable *of;
	struct rows rows;
	int status = criteria_load(context, assessment->instrument_id, &criteria);
	int result = status != 0 ?
	    db_stop(context->db, status) :
	    db_select(context->db, &rows, STATEMENT_QUESTIONNAIRE_CARRIED, db_int(assessment->id));

	if (result < 0)
		return result;
	carried->counts = arena_array(arena, criteria->count + 1, sizeof(*carried->counts));
	if (rows.count > 0)
		carried->instrument_id = row_int(&rows, 0, "instrument_id");
	for (size_t row = 0; row < rows.count; row++)
		if (criteria_item(criteria, row_int(&rows, row, "item_id"), &of) != NULL)
			carried->counts[of - criteria->variables]++;
	*value = carried;
	return 0;
}

/*
 * How many are not there, for the pages that only say so.  Where both years
 * ask by one version, they are counted once and kept; by two, or where a return
 * has closed some variables, only the list itself can tell.
 */
static int
count_fresh(struct context *context, const struct assessment *assessment, int64_t variable,
    int64_t *fresh)
{
	struct cache_key key = { .kind = CACHE_CARRIED, .id = assessment->id };
	const struct criteria *criteria;
	const struct carried *carried;
	const void *value = NULL;
	struct offers offers;
	int result, status = criteria_load(context, assessment->instrument_id, &criteria);

	if (status != 0)
		return status;
	result = kept(context, key, assessment_stamps(context, assessment), read_carried,
	    assessment, &value);
	carried = value;
	if (result < 0)
		return context_status(context, result);
	*fresh = 0;
	if (carried->instrument_id == 0)
		return 0;
	if (assessment->state != STATE_RETURNED &&
	    carried->instrument_id == assessment->instrument_id) {
		for (size_t at = 0; at < criteria->count; at++)
			if (variable == 0 || criteria->variables[at].number == variable)
				*fresh += (int64_t)carried->counts[at];
		return 0;
	}
	result = offers_load(context, assessment, variable, &offers);
	*fresh = (int64_t)offers.fresh;
	return result < 0 ? context_status(context, result) : 0;
}

int
read_carry_count(struct context *context, const struct assessment *assessment, int64_t variable,
    int64_t *fresh)
{
	*fresh = 0;
	return may_write(context, assessment) ?
	    count_fresh(context, assessment, variable, fresh) :
	    0;
}

void
fill_carry_count(struct context *context, const struct assessment *assessment, int64_t fresh)
{
	if (!may_write(context, assessment))
		return;
	page_set_int(&context->page, "CarryOver.fresh", fresh);
	page_set_int(&context->page, "CarryOver.year", assessment->year - 1);
}

int
find_open(struct context *context, struct assessment *assessment)
{
	int status = assessment_find(context, context->keys[0], assessment);

	if (status != 0)
		return status;
	if (!assessment->cycle_open)
		return context_refuse(context, 409,
		    "Periode penilaian ini sudah "
		    "ditutup, jadi jawaban dan dokumennya tidak dapat diubah lagi.");
	return assessment_may(context, assessment, ACTION_SAVE, &status) == NULL ? status : 0;
}

static void
fill_carry_over(struct context *context, const struct assessment *assessment, int64_t variable,
    const struct offers *offers, enum chosen chosen)
{
	assessment_fill(context, assessment);
	page_set_int(&context->page, "CarryOver.year", assessment->year - 1);
	page_set_int(&context->page, "CarryOver.fresh", (int64_t)offers->fresh);
	page_set_int(&context->page, "CarryOver.there", (int64_t)(offers->count - offers->fresh));
	if (variable != 0)
		page_set_int(&context->page, "CarryOver.variable", variable);
	fill_offers(context, offers, chosen);
}

static int
carry_over_fill_page(struct context *context, const struct assessment *assessment, int64_t variable,
    enum chosen chosen)
{
	struct offers offers;
	int result = offers_load(context, assessment, variable, &offers);

	if (result < 0)
		return context_status(context, result);
	fill_carry_over(context, assessment, variable, &offers, chosen);
	return 0;
}

int
show_carry_over(struct context *context)
{
	struct assessment assessment;
	int status = find_open(context, &assessment);

	if (status == 0 && !form_ok(&context->form))
		status = 404;
	if (status == 0)
		status = carry_over_fill_page(context, &assessment,
		    form_number(&context->form, SHOW_VARIABLE),
		    form_given(&context->form, SHOW_CHOSEN) ?
			(enum chosen)form_number(&context->form, SHOW_CHOSEN) :
			CHOSEN_GOOD);
	return status != 0 ? status : context_show(context, "questionnaire/carry_over");
}

struct carrying {
	struct context *context;
	const struct assessment *assessment;
	size_t taken;
};

/* The first document makes a draft, as the first answer does. */
static int
carry_over_begin(const struct carrying *carrying)
{
	struct context *context = carrying->context;
	const struct assessment *assessment = carrying->assessment;
	const struct move *move;
	int result = assessment_hold_open(context, assessment);

	if (result != 0)
		return result;
	move = workflow_move(assessment->state, ACTION_SAVE, context->actor.role,
	    assessment->province_tier);
	return move == NULL || move->from == move->to ?
	    0 :
	    assessment_move(context, assessment, move, NULL);
}

static int
carry_over_take(struct carrying *carrying, const struct offers *offers, const struct offer *offer)
{
	struct context *context = carrying->context;
	const struct assessment *assessment = carrying->assessment;
	int result = db_run(context->db, STATEMENT_UPLOAD_LINK_ADD, db_int(offer->item_id),
	    db_int(context->actor.account_id), db_int(assessment->id), db_int(offer->document_id),
	    db_int(0));

	if (result < 0)
		return result;
	carrying->taken++;
	result = mend_variable(context, assessment, offer->variable);
	if (result != 0)
		return result;
	return assessment_change(context, assessment, "link", offer->variable,
	    db_last_key(context->db), NULL,
	    arena_format(context->arena, "%d/%s/%s", offer->variable, words_roman(offer->level),
		row_text(&offers->rows, offer->row, "position")),
	    "Dokumen tahun sebelumnya dipakai lagi.");
}

static const struct offer *
offer_of(const struct offers *offers, int64_t link_id)
{
	for (size_t at = 0; at < offers->count; at++)
		if (offers->list[at].link_id == link_id)
			return &offers->list[at];
	return NULL;
}

/* 404 for what was not of last year, or is not open. */
static int
carry(struct db *db, void *argument)
{
	struct carrying *carrying = argument;
	struct context *context = carrying->context;
	struct offers offers;
	int result = carry_over_begin(carrying);

	(void)db;
	carrying->taken = 0;
	if (result == 0)
		result = offers_load(context, carrying->assessment, 0, &offers);
	for (const struct each *each = form_each(&context->form, CARRY_TAKE);
	     each != NULL && result == 0; each = each->next) {
		const struct offer *offer = offer_of(&offers, each->key);

		if (offer == NULL)
			result = db_stop(db, 404);
		else if (!offer->there)
			result = carry_over_take(carrying, &offers, offer);
	}
	return result;
}

int
run_carry_over(struct context *context)
{
	struct form *form = &context->form;
	struct assessment assessment;
	struct carrying carrying = { context, &assessment, 0 };
	int64_t variable = form_number(form, CARRY_VARIABLE);
	int status = find_open(context, &assessment);

	if (status != 0)
		return status;
	if (form_each(form, CARRY_TAKE) == NULL)
		form->notice = "Pilih paling sedikit satu dokumen.";
	if (!form_ok(form)) {
		status = carry_over_fill_page(context, &assessment, variable, CHOSEN_TYPED);
		return status != 0 ?
		    status :
		    context_show_errors(context, "questionnaire/carry_over");
	}
	status = context_status(context,
	    db_txn_agency(context->db, assessment.agency_id, carry, &carrying));
	if (status != 0)
		return status;
	if (variable != 0)
		return context_redirect(context,
		    "/questionnaire/%lld/%lld"
		    "?done=%s",
		    (long long)assessment.id, (long long)variable,
		    carrying.taken > 0 ? "documents#documents" : "no-documents");
	return context_redirect(context, "/questionnaire/%lld/?done=%s", (long long)assessment.id,
	    carrying.taken > 0 ? "documents" : "no-documents");
}
