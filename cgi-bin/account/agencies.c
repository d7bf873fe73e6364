/* SPDX-License-Identifier: ISC */
/*
 * Who serves several agencies says here for which of them this session works from
 * now on: every right is then that of the capacity in which the person serves it.
 */
#include "account/account.h"
#include "frame/navigation.h"
#include "frame/session.h"
#include "base/banned.h"

enum { AGENCIES_AGENCY };

const struct field agencies_fields[] = {
	[AGENCIES_AGENCY] = { .name = "agency",
	    .kind = FIELD_NUMBER,
	    .label = "Perangkat daerah",
	    .required = true,
	    .min = 0,
	    .max = INT32_MAX },
	{ .name = NULL },
};

/* The row of an agency that the actor serves; 0, as a form says it, is the own one's. */
static bool
find_served(const struct context *context, int64_t agency_id, size_t *row)
{
	const struct rows *serves = context->actor.serves;

	for (*row = 0; serves != NULL && *row < serves->count; ++*row)
		if (row_int(serves, *row, "own") != 0 ?
			agency_id == 0 :
			row_int(serves, *row, "agency_id") == agency_id)
			return true;
	return false;
}

int
show_agencies(struct context *context)
{
	struct node *list = page_node(&context->page, "Serves");
	const struct rows *serves = context->actor.serves;

	for (size_t row = 0; serves != NULL && row < serves->count; row++) {
		struct node *node = node_row(list, row);
		enum role role = role_of(row_text(serves, row, "role"));
		bool own = row_int(serves, row, "own") != 0;
		int64_t agency = row_int(serves, row, "agency_id");

		node_set_int(node, "id", own ? 0 : agency);
		node_set(node, "name", row_text(serves, row, "name"));
		node_set(node, "role_name", role_name(role));
		if (own)
			node_set(node, "own", "1");
		if (role == context->actor.role && agency == context->actor.agency_id)
			node_set(node, "now", "1");
	}
	return context_show(context, "account/agencies");
}

int
serve_agency(struct context *context)
{
	int64_t agency_id = form_number(&context->form, AGENCIES_AGENCY);
	const struct rows *serves = context->actor.serves;
	size_t row;
	int result;

	if (!form_ok(&context->form))
		return 400;
	if (!find_served(context, agency_id, &row))
		return 404;
	result = session_serve(context, agency_id);
	if (result < 0)
		return context_status(context, result);
	/* Taken away since this request began. */
	if (result == 0)
		return 404;
	return context_redirect(context, "%s", nav_home(role_of(row_text(serves, row, "role"))));
}
