/* SPDX-License-Identifier: ISC */
/*
 * What there is to renew of an application, for every page that shows it, and what keeps two
 * renewals of one letter apart. Its forms are in renew.c.
 */
#include "service/applying.h"

#include <string.h>

#include "base/banned.h"

/* Which application renews it already, or none. */
static void
renewal_take_by(struct renewal *renewal, const struct rows *rows)
{
	renewal->by_id = row_int(rows, 0, "by_id");
	renewal->by_assistant = row_int(rows, 0, "by_assistant");
	renewal->by_number = row_text(rows, 0, "by_number");
	renewal->renewed = strcmp(row_text(rows, 0, "by_state"), "approved") == 0;
}

int
renewal_read(struct context *context, const struct application *application,
    struct renewal *renewal)
{
	struct rows rows;
	int result;

	*renewal = (struct renewal){ .application_id = application->id };
	if (strcmp(application->state, "approved") != 0)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_SERVICE_RENEWAL, db_int(application->id));
	if (result <= 0)
		return context_status(context, result);
	renewal->letter_id = row_int(&rows, 0, "id");
	renewal->version_id = row_int(&rows, 0, "version_id");
	renewal->number = row_text(&rows, 0, "number_text");
	renewal_take_by(renewal, &rows);
	return 0;
}

void
renewal_fill(struct context *context, const struct renewal *renewal)
{
	struct node *node;

	if (renewal->letter_id == 0)
		return;
	node = page_node(&context->page, "Renewal");
	node_set(node, "number", renewal->number);
	node_set_int(node, "application", renewal->application_id);
	if (renewal->said != NULL) {
		node_set(node, "nik",
		    digits_masked(context->arena, renewal->said->text[PARTICULAR_NIK]));
		node_set(node, "npwp",
		    digits_masked(context->arena, renewal->said->text[PARTICULAR_NPWP]));
	}
	if (renewal->by_id == 0)
		return;
	node_set(node, "by", renewal->by_number);
	node_set_int(node, "by_id", renewal->by_id);
	if (renewal->renewed)
		node_set(node, "renewed", "1");
	if (renewal->by_assistant != 0 && renewal->by_assistant == context->actor.account_id)
		node_set(node, "by_own", "1");
}

/*
 * Number and secret on paper, and a field assistant, are shown no number of a person whole: those
 * are not filled in, and what stays empty stays as it was.
 */
static const enum particular numbers_of_persons[] = { PARTICULAR_NIK, PARTICULAR_NPWP };
enum { NUMBERS_OF_PERSONS = sizeof(numbers_of_persons) / sizeof(numbers_of_persons[0]) };

void
renewal_keep_numbers(struct applying *applying)
{
	const struct renewal *renewal = applying->renews;

	if (renewal == NULL || renewal->said == NULL)
		return;
	for (size_t at = 0; at < NUMBERS_OF_PERSONS; at++) {
		const char **text = &applying->said.text[numbers_of_persons[at]];

		if (**text == '\0')
			*text = renewal->said->text[numbers_of_persons[at]];
	}
}

void
renewal_hide_numbers(struct particulars *said)
{
	for (size_t at = 0; at < NUMBERS_OF_PERSONS; at++)
		said->text[numbers_of_persons[at]] = "";
}

/* ---- while it is stored ----------------------------------------------------------------- */

int
renewal_hold(const struct applying *applying)
{
	struct rows rows;
	int result;

	if (applying->renews == NULL)
		return 0;
	result = db_select(applying->context->db, &rows, STATEMENT_SERVICE_RENEWAL_HOLD,
	    db_int(applying->renews->letter_id));
	return result == 0 ?
	    context_stop(applying->context, 409,
		"Surat yang diperpanjang sudah dicabut atau diganti. Mulai lagi dari tautan "
		"Perpanjang.") :
	    result < 0 ? result :
			 0;
}

int
renewal_free(struct applying *applying)
{
	struct context *context = applying->context;
	struct renewal *renewal = applying->renews;
	struct rows rows;
	int result;

	if (renewal == NULL)
		return 0;
	result = db_select(context->db, &rows, STATEMENT_SERVICE_RENEWAL,
	    db_int(renewal->application_id));
	if (result <= 0 || row_int(&rows, 0, "by_id") == 0)
		return result < 0 ? result : 0;
	renewal_take_by(renewal, &rows);
	applying->renewed = true;
	return context_stop(context, 409, "Surat ini sudah diperpanjang dengan permohonan %s.",
	    renewal->by_number);
}
