/* SPDX-License-Identifier: ISC */
/*
 * One click from a document to the next that waits for a decision, over all
 * variables in the order of the pages.
 */
#include "verify/verify.h"

#include "base/banned.h"

enum { AFTER_LINK };

const struct field undecided_fields[] = {
	[AFTER_LINK] = { .name = "after",
	    .kind = FIELD_NUMBER,
	    .label = "Tautan",
	    .min = 1,
	    .max = INT64_MAX },
	{ .name = NULL },
};

/*
 * Rows are the undecided links in the order of the pages, and in its place
 * also the one that was asked from, decided or not.  The row to go to, or
 * rows->count.
 */
static size_t
row_after(const struct rows *rows, int64_t link_id)
{
	size_t from = rows->count;

	for (size_t row = 0; row < rows->count; row++)
		if (row_int(rows, row, "id") == link_id)
			from = row;
	for (size_t step = 1; step <= rows->count; step++) {
		size_t row = from == rows->count ? step - 1 : (from + step) % rows->count;

		if (row_int(rows, row, "undecided") != 0)
			return row;
	}
	return rows->count;
}

int
undecided_redirect(struct context *context, const struct verification *verification,
    int64_t link_id, const char *done)
{
	int64_t province = verification->tier == TIER_PROVINCE;
	long long id = (long long)verification->assessment.id, found;
	struct rows rows;
	size_t row;
	int result = db_select(context->db, &rows, STATEMENT_VERIFY_UNDECIDED, db_int(province),
	    db_int(province), db_int(id), db_int(link_id));

	if (result < 0)
		return context_status(context, result);
	row = row_after(&rows, link_id);
	if (row == rows.count)
		return context_redirect(context, "/verify/%lld/?done=%s", id,
		    *done != '\0' ? "decided-saved" : "decided");
	found = (long long)row_int(&rows, row, "id");
	return context_redirect(context, "/verify/%lld/%lld?view=%lld%s%s#link-%lld", id,
	    (long long)row_int(&rows, row, "variable"), found, *done != '\0' ? "&done=" : "",
	    found == link_id && *done != '\0' ? "still-open" : done, found);
}

int
go_undecided(struct context *context)
{
	struct verification verification;
	int status = verification_find(context, &verification);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	return undecided_redirect(context, &verification, form_number(&context->form, AFTER_LINK),
	    "");
}
