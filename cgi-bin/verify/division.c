/* SPDX-License-Identifier: ISC */
/*
 * How the agencies of a year are divided among the members of a team: many given
 * to one in one press, or all that nobody has shared out evenly; and how far each
 * member is.  It is a way to divide the work and no lock: who else has time may
 * judge any of them.
 */
#include "verify/verify.h"

#include <string.h>

#include "frame/judging.h"
#include "store/history.h"
#include "base/banned.h"

/* What is ticked where nothing ticks by a script. */
static const char *const chosen_codes[] = { "all", "free", "none", NULL };

enum { DIVISION_YEAR, DIVISION_REGION, DIVISION_CHOSEN };
const struct field division_fields[] = {
	[DIVISION_YEAR] = { "year", FIELD_NUMBER, "Tahun", .min = 2018, .max = 2100 },
	[DIVISION_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 0, .max = INT32_MAX },
	[DIVISION_CHOSEN] = { "chosen", FIELD_CHOICE, "Pilihan", .choices = chosen_codes },
	{ .name = NULL },
};

static const char *const ways[] = { "give", "share", NULL };

enum { DIVIDE_YEAR, DIVIDE_REGION, DIVIDE_WAY, DIVIDE_MEMBER, DIVIDE_AGENCY };
const struct field divide_fields[] = {
	[DIVIDE_YEAR] = { "year", FIELD_NUMBER, "Tahun", true, .min = 2018, .max = 2100 },
	[DIVIDE_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 0, .max = INT32_MAX },
	[DIVIDE_WAY] = { "way", FIELD_CHOICE, "Cara", true, .choices = ways },
	/* 0: nobody's any more. */
	[DIVIDE_MEMBER] = { "member", FIELD_NUMBER, "Pemeriksa", .min = 0, .max = INT32_MAX },
	/* By the key of the assessment. */
	[DIVIDE_AGENCY] = { "agency-", FIELD_FLAG, "Perangkat daerah" },
	{ .name = NULL },
};

struct member {
	int64_t id, agency_id; /* agency 0: works in none */
	const char *name, *office;
	size_t given, done; /* assessments; done: by his tier */
};

struct division {
	struct choice choice;
	enum tier tier;
	struct rows agencies;
	struct member *members;
	size_t member_count;
	size_t nobodys;          /* still to be judged, and given to nobody */
	const struct form *sent; /* what could not be taken; NULL: nothing */
	const char *chosen;      /* what else is ticked, by its code; "": nothing */
};

/* Whether the tier has nothing more to do with it. */
static bool
tier_is_done(enum tier tier, const struct rows *agencies, size_t row)
{
	enum state state = STATE_NOT_STARTED;

	state_of(row_text(agencies, row, "state"), &state);
	return state > tiers[tier].waiting && state != STATE_RETURNED;
}

static struct member *
member_of(const struct division *division, int64_t id)
{
	for (size_t at = 0; at < division->member_count; at++)
		if (division->members[at].id == id)
			return &division->members[at];
	return NULL;
}

static void
count_division(struct division *division)
{
	division->nobodys = 0;
	for (size_t at = 0; at < division->member_count; at++)
		division->members[at].given = division->members[at].done = 0;
	for (size_t row = 0; row < division->agencies.count; row++) {
		struct member *member = member_of(division,
		    row_int(&division->agencies, row, "account_id"));
		bool done = tier_is_done(division->tier, &division->agencies, row);

		if (member != NULL) {
			member->given++;
			member->done += done;
		} else
			division->nobodys += !done;
	}
}

static int
read_members(struct context *context, struct division *division)
{
	struct rows rows;
	/* Of the tier, whoever looks: an auditor is none of them. */
	enum role role = division->tier == TIER_PROVINCE ? ROLE_VALIDATOR : ROLE_VERIFIER;
	int result = db_select(context->db, &rows, STATEMENT_VERIFY_MEMBERS,
	    db_int(context->actor.region_id), db_text(role_code(role)));

	if (result < 0)
		return result;
	division->members = arena_array(context->arena, rows.count + 1, sizeof(*division->members));
	division->member_count = rows.count;
	for (size_t row = 0; row < rows.count; row++)
		division->members[row] = (struct member){ .id = row_int(&rows, row, "id"),
			.agency_id = row_int(&rows, row, "agency_id"),
			.name = row_text(&rows, row, "full_name"),
			.office = row_text(&rows, row, "office") };
	return 0;
}

static int
read_division_agencies(struct context *context, struct division *division)
{
	const struct choice *choice = &division->choice;
	int result = db_select(context->db, &division->agencies, STATEMENT_VERIFY_DIVISION,
	    db_text(tiers[division->tier].code), db_int(choice->year), choice->region,
	    choice->parent, db_int(choice->with_province), db_int(choice->region_id));

	return result < 0 ? result : 0;
}

/* 0 or a status. */
static int
division_read(struct context *context, int64_t year, int64_t region, struct division *division)
{
	int result, status;

	*division = (struct division){ .tier = tier_of(context), .chosen = "" };
	status = choice_make(context, year, region, &division->choice);
	if (status != 0)
		return status;
	result = read_members(context, division);
	if (result == 0)
		result = read_division_agencies(context, division);
	count_division(division);
	return context_status(context, result);
}

/* ---- the page -------------------------------------------------------------- */

static void
fill_members(struct context *context, const struct division *division)
{
	struct node *list = page_node(&context->page, "Members");

	for (size_t at = 0; at < division->member_count; at++) {
		const struct member *member = &division->members[at];
		struct node *node = node_row(list, at);

		node_set_int(node, "id", member->id);
		node_set(node, "name", member->name);
		node_set(node, "office", member->office);
		node_set_int(node, "given", (int64_t)member->given);
		node_set_int(node, "done", (int64_t)member->done);
		if (division->sent != NULL &&
		    form_number(division->sent, DIVIDE_MEMBER) == member->id)
			node_set(node, "chosen", "1");
	}
}

static bool
is_ticked(const struct division *division, size_t row)
{
	const struct rows *agencies = &division->agencies;

	if (division->sent != NULL)
		return form_member(division->sent, DIVIDE_AGENCY, row_int(agencies, row, "id")) !=
		    NULL;
	if (strcmp(division->chosen, "free") == 0)
		return member_of(division, row_int(agencies, row, "account_id")) == NULL &&
		    !tier_is_done(division->tier, agencies, row);
	return strcmp(division->chosen, "all") == 0;
}

static void
fill_divided(struct context *context, const struct division *division)
{
	const struct rows *agencies = &division->agencies;
	struct node *list = page_node(&context->page, "Agencies");

	for (size_t row = 0; row < agencies->count; row++) {
		const struct member *member = member_of(division,
		    row_int(agencies, row, "account_id"));
		struct node *node = node_row(list, row);

		node_set_int(node, "id", row_int(agencies, row, "id"));
		node_set(node, "name", row_text(agencies, row, "agency_name"));
		node_set(node, "region", row_text(agencies, row, "region_name"));
		node_set(node, "state", row_text(agencies, row, "state"));
		if (tier_is_done(division->tier, agencies, row))
			node_set(node, "done", "1");
		if (member != NULL)
			node_set(node, "member", member->name);
		if (is_ticked(division, row))
			node_set(node, "ticked", "1");
	}
}

static void
division_fill(struct context *context, const struct division *division)
{
	choice_fill(context, &division->choice);
	fill_members(context, division);
	fill_divided(context, division);
	page_set_int(&context->page, "Division.nobodys", (int64_t)division->nobodys);
	page_set(&context->page, "Division.tier", tiers[division->tier].code);
}

int
show_division(struct context *context)
{
	struct division division;
	int status;

	if (!form_ok(&context->form))
		return 400;
	status = division_read(context, form_number(&context->form, DIVISION_YEAR),
	    form_number(&context->form, DIVISION_REGION), &division);
	if (status != 0)
		return status;
	division.chosen = form_text(&context->form, DIVISION_CHOSEN);
	division_fill(context, &division);
	return context_show(context, "verify/division");
}

/* ---- dividing -------------------------------------------------------------- */

struct dividing {
	struct context *context;
	struct division division;
	size_t given; /* that went to somebody else than before */
};

static const char *
judged_by(struct arena *arena, const struct member *member)
{
	return member == NULL ? "" : arena_format(arena, "Diperiksa %s", member->name);
}

/* member NULL: nobody's any more. */
static int
give_to(struct dividing *dividing, size_t row, const struct member *member)
{
	struct context *context = dividing->context;
	const struct division *division = &dividing->division;
	const struct rows *agencies = &division->agencies;
	const struct member *before = member_of(division, row_int(agencies, row, "account_id"));
	int64_t id = row_int(agencies, row, "id"), account = context->actor.account_id;
	const char *tier = tiers[division->tier].code;
	int result;

	if (before == member && (member != NULL || row_null(agencies, row, "account_id")))
		return 0;
	result = member == NULL ?
	    db_run(context->db, STATEMENT_VERIFY_UNASSIGN, db_int(id), db_text(tier)) :
	    db_run(context->db, STATEMENT_VERIFY_ASSIGN, db_int(id), db_text(tier),
		db_int(member->id), db_int(account));
	if (result < 0)
		return result;
	dividing->given++;
	return history_add(context->db,
	    &(struct change){ .subject = "agency",
		.account_id = account,
		.region_id = row_int(agencies, row, "region_id"),
		.agency_id = row_int(agencies, row, "agency_id"),
		.assessment_id = id,
		.subject_id = row_int(agencies, row, "agency_id"),
		.from = judged_by(context->arena, before),
		.to = judged_by(context->arena, member) });
}

/* Who has the fewest still before him, and does not work in that agency. */
static struct member *
least_busy(const struct division *division, int64_t agency_id)
{
	struct member *least = NULL;

	for (size_t at = 0; at < division->member_count; at++) {
		struct member *member = &division->members[at];

		if (member->agency_id != 0 && member->agency_id == agency_id)
			continue;
		if (least == NULL || member->given - member->done < least->given - least->done)
			least = member;
	}
	return least;
}

static int
share_out(struct dividing *dividing)
{
	const struct division *division = &dividing->division;
	const struct rows *agencies = &division->agencies;
	int result = 0;

	for (size_t row = 0; row < agencies->count && result == 0; row++) {
		struct member *least;

		if (tier_is_done(division->tier, agencies, row) ||
		    member_of(division, row_int(agencies, row, "account_id")) != NULL)
			continue;
		least = least_busy(division, row_int(agencies, row, "agency_id"));
		if (least == NULL)
			continue;
		least->given++;
		result = give_to(dividing, row, least);
	}
	return result;
}

static int
give_ticked(struct dividing *dividing)
{
	const struct form *form = &dividing->context->form;
	const struct division *division = &dividing->division;
	const struct member *member = member_of(division, form_number(form, DIVIDE_MEMBER));
	int result = 0;

	for (size_t row = 0; row < division->agencies.count && result == 0; row++)
		if (form_member(form, DIVIDE_AGENCY, row_int(&division->agencies, row, "id")) !=
		    NULL)
			result = give_to(dividing, row, member);
	return result;
}

/* Read again: what a colleague has given meanwhile stands where nobody gives it anew. */
static int
divide_work(struct db *db, void *argument)
{
	struct dividing *dividing = argument;
	struct rows team;
	int result = db_select(db, &team, STATEMENT_VERIFY_HOLD_TEAM,
	    db_int(dividing->context->actor.region_id));

	if (result >= 0)
		result = read_division_agencies(dividing->context, &dividing->division);
	if (result != 0)
		return result;
	dividing->given = 0;
	count_division(&dividing->division);
	return strcmp(form_text(&dividing->context->form, DIVIDE_WAY), "share") == 0 ?
	    share_out(dividing) :
	    give_ticked(dividing);
}

/* Whether all that is ticked is there: 0 or 404. */
static int
ticked_are_there(const struct form *form, const struct division *division)
{
	for (const struct each *each = form_each(form, DIVIDE_AGENCY); each != NULL;
	     each = each->next) {
		size_t row = 0;

		while (row < division->agencies.count &&
		    row_int(&division->agencies, row, "id") != each->key)
			row++;
		if (row == division->agencies.count)
			return 404;
	}
	return 0;
}

/* What stands in the way of giving the ticked ones, as errors of the form. */
static void
check_giving(struct form *form, const struct division *division)
{
	const struct member *member = member_of(division, form_number(form, DIVIDE_MEMBER));

	if (form_each(form, DIVIDE_AGENCY) == NULL)
		form->notice = "Centang dahulu perangkat daerah yang akan dibagikan.";
	if (*form->values[DIVIDE_MEMBER].text == '\0' ||
	    (member == NULL && form_number(form, DIVIDE_MEMBER) != 0)) {
		form_error(form, DIVIDE_MEMBER, "Pilih anggota tim yang memeriksanya.");
		return;
	}
	if (member == NULL || member->agency_id == 0)
		return;
	for (size_t row = 0; row < division->agencies.count; row++)
		if (row_int(&division->agencies, row, "agency_id") == member->agency_id &&
		    form_member(form, DIVIDE_AGENCY, row_int(&division->agencies, row, "id")) !=
			NULL)
			form_error(form, DIVIDE_MEMBER,
			    "%s bekerja di %s, jadi tidak memeriksanya. Pilih anggota lain "
			    "untuk perangkat daerah itu.",
			    member->name, row_text(&division->agencies, row, "agency_name"));
}

static int
division_again(struct context *context, struct division *division)
{
	division->sent = &context->form;
	division_fill(context, division);
	return context_show_errors(context, "verify/division");
}

int
divide(struct context *context)
{
	struct form *form = &context->form;
	struct dividing dividing = { .context = context };
	int status = division_read(context, form_number(form, DIVIDE_YEAR),
	    form_number(form, DIVIDE_REGION), &dividing.division);

	if (status == 0)
		status = ticked_are_there(form, &dividing.division);
	if (status != 0)
		return status;
	if (form->values[DIVIDE_WAY].error != NULL || form->values[DIVIDE_YEAR].error != NULL)
		return 400;
	if (strcmp(form_text(form, DIVIDE_WAY), "give") == 0)
		check_giving(form, &dividing.division);
	if (!form_ok(form))
		return division_again(context, &dividing.division);
	status = context_status(context, db_txn(context->db, divide_work, &dividing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/verify/division?year=%lld&region=%lld&done=%s",
		(long long)dividing.division.choice.year,
		(long long)dividing.division.choice.region_id,
		dividing.given > 0 ? "divided" : "none");
}
