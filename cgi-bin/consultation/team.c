/* SPDX-License-Identifier: ISC */
/*
 * Which unsur of the team a variable belongs to, and which each member stands for:
 * questions go where they are answered.
 */
#include "consultation/consultation.h"

#include <string.h>

#include "frame/kept.h"
#include "rules/team_field.h"
#include "store/history.h"
#include "base/banned.h"

enum { TEAM_VARIABLE, TEAM_MEMBER, TEAM_VARIABLE_WAS, TEAM_MEMBER_WAS };
const struct field team_fields[] = {
	[TEAM_VARIABLE] = { "variable-", FIELD_CHOICE, "Unsur", .choices = team_field_codes },
	[TEAM_MEMBER] = { "member-", FIELD_CHOICE, "Unsur", .choices = team_field_codes },
	/* What the page has shown: what stands as it was shown is nobody's wish. */
	[TEAM_VARIABLE_WAS] = { "was-variable-", FIELD_CHOICE, "Unsur",
	    .choices = team_field_codes },
	[TEAM_MEMBER_WAS] = { "was-member-", FIELD_CHOICE, "Unsur", .choices = team_field_codes },
	{ .name = NULL },
};

struct team_page {
	struct context *context;
	struct rows variables, fields, members;
};

static int
team_read(struct team_page *team)
{
	struct context *context = team->context;
	int64_t region = context->actor.region_id;
	int result = kept_world_select(context, &team->variables, STATEMENT_CONSULTATION_VARIABLES,
	    db_int(region));

	if (result >= 0)
		result = kept_world_select(context, &team->fields, STATEMENT_CONSULTATION_FIELD_OF,
		    db_int(region));
	if (result >= 0)
		result = db_select(context->db, &team->members, STATEMENT_CONSULTATION_TEAM,
		    db_int(region));
	return context_status(context, result);
}

static const char *
field_of_variable(const struct team_page *team, int64_t variable)
{
	for (size_t row = 0; row < team->fields.count; row++)
		if (row_int(&team->fields, row, "variable_number") == variable)
			return row_text(&team->fields, row, "field");
	return team_field_of((int)variable);
}

static void
fill_field_choices(struct node *node, const char *chosen)
{
	struct node *list = node_child(node, "fields");

	for (size_t at = 0; at < TEAM_FIELDS; at++) {
		struct node *choice = node_row(list, at);

		node_set(choice, "value", team_field_codes[at]);
		node_set(choice, "label", team_field_name(team_field_codes[at]));
		if (strcmp(team_field_codes[at], chosen) == 0)
			node_set(choice, "chosen", "1");
	}
}

static void
fill_team(const struct team_page *team)
{
	struct page *page = &team->context->page;
	struct node *variables = page_node(page, "Variables"),
		    *members = page_node(page, "Members");

	for (size_t row = 0; row < team->variables.count; row++) {
		struct node *node = node_row(variables, row);
		int64_t number = row_int(&team->variables, row, "number");

		node_set_int(node, "number", number);
		node_set(node, "name", row_text(&team->variables, row, "name"));
		node_set(node, "was", field_of_variable(team, number));
		fill_field_choices(node, field_of_variable(team, number));
	}
	for (size_t row = 0; row < team->members.count; row++) {
		struct node *node = node_row(members, row);

		node_set_int(node, "id", row_int(&team->members, row, "id"));
		node_set(node, "name", row_text(&team->members, row, "full_name"));
		node_set(node, "office", row_text(&team->members, row, "office"));
		node_set(node, "was", row_text(&team->members, row, "field"));
		fill_field_choices(node, row_text(&team->members, row, "field"));
	}
}

int
show_team(struct context *context)
{
	struct team_page team = { .context = context };
	int status = team_read(&team);

	if (status != 0)
		return status;
	fill_team(&team);
	return context_show(context, "consultation/team");
}

/* What is chosen for one of them; NULL where it stays as shown: a colleague may have
 * changed it meanwhile. */
static const char *
chosen_field(const struct form *form, int field, int shown, int64_t key, const char *before)
{
	const struct each *each = form_member(form, field, key);
	const struct each *was = form_member(form, shown, key);

	if (each == NULL || strcmp(each->text, before) == 0 ||
	    (was != NULL && strcmp(each->text, was->text) == 0))
		return NULL;
	return each->text;
}

static int
put_variables(struct db *db, struct team_page *team)
{
	struct context *context = team->context;

	for (size_t row = 0; row < team->variables.count; row++) {
		int64_t number = row_int(&team->variables, row, "number");
		const char *before = field_of_variable(team, number);
		const char *after = chosen_field(&context->form, TEAM_VARIABLE, TEAM_VARIABLE_WAS,
		    number, before);
		int result;

		if (after == NULL || *after == '\0')
			continue;
		result = db_run(db, STATEMENT_CONSULTATION_FIELD_PUT,
		    db_int(context->actor.region_id), db_int(number), db_text(after));
		if (result >= 0)
			result = history_add(db,
			    &(struct change){ .subject = "consultation",
				.account_id = context->actor.account_id,
				.region_id = context->actor.region_id,
				.variable_number = number,
				.from = team_field_name(before),
				.to = team_field_name(after) });
		if (result < 0)
			return result;
	}
	return 0;
}

static int
put_member(struct db *db, struct context *context, int64_t id, const char *before,
    const char *after)
{
	int result = db_run(db, STATEMENT_CONSULTATION_MEMBER_REMOVE, db_int(id));

	if (result >= 0 && *after != '\0')
		result = db_run(db, STATEMENT_CONSULTATION_MEMBER_ADD, db_text(after), db_int(id),
		    db_int(context->actor.region_id));
	return result < 0 ?
	    result :
	    history_add(db,
		&(struct change){ .subject = "consultation",
		    .account_id = context->actor.account_id,
		    .region_id = context->actor.region_id,
		    .subject_id = id,
		    .from = team_field_name(before),
		    .to = team_field_name(after) });
}

static int
put_team(struct db *db, void *argument)
{
	struct team_page *team = argument;
	struct context *context = team->context;
	int64_t region = context->actor.region_id;
	/* Who pressed twice finds what the first press has written. */
	int result = db_select(db, &team->fields, STATEMENT_CONSULTATION_FIELD_OF, db_int(region));

	if (result >= 0)
		result = db_select(db, &team->members, STATEMENT_CONSULTATION_TEAM, db_int(region));
	if (result >= 0)
		result = put_variables(db, team);

	for (size_t row = 0; result == 0 && row < team->members.count; row++) {
		int64_t id = row_int(&team->members, row, "id");
		const char *before = row_text(&team->members, row, "field");
		const char *after = chosen_field(&context->form, TEAM_MEMBER, TEAM_MEMBER_WAS, id,
		    before);

		if (after != NULL)
			result = put_member(db, context, id, before, after);
	}
	return result;
}

int
save_team(struct context *context)
{
	struct team_page team = { .context = context };
	int status = team_read(&team);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		fill_team(&team);
		return context_show_errors(context, "consultation/team");
	}
	status = context_status(context, db_txn_world(context->db, put_team, &team));
	return status != 0 ? status : context_redirect(context, "/consultation/team?done=saved");
}
