/* SPDX-License-Identifier: ISC */
/*
 * A letter that was signed in ink or elsewhere comes back: its scan, or the PDF, is kept beside
 * it, told on the check page, and given to who applied.  Signing by the service is the
 * program esign.
 */
#include "service/service.h"

#include "document/issued.h"
#include "signing/signed_letter.h"
#include "base/banned.h"

enum { SIGNED_FILE };
const struct field signed_letter_fields[] = {
	[SIGNED_FILE] = { "file", FIELD_FILE, "Surat yang sudah ditandatangani", .required = true },
	{ .name = NULL },
};

/* ---- taken ------------------------------------------------------------------------- */

struct taking {
	struct signed_letter letter;
	struct application application;
	struct way way;
};

static int
read_taking(struct context *context, struct taking *taking)
{
	int status = signed_letter_find(context, context->keys[0], context->actor.agency_id,
	    &taking->letter);

	if (status == 0)
		status = signed_letter_may(context, &taking->letter);
	if (status == 0)
		status = application_load_of(context, taking->letter.application_id,
		    context->actor.agency_id, &taking->application);
	return status != 0 ? status : way_read(context, &taking->application, &taking->way);
}

int
take_signed_letter(struct context *context)
{
	struct taking taking = { .letter.came.file = context->files };
	struct form *form = &context->form;
	const char *wrong = NULL;
	int status = read_taking(context, &taking);

	if (status != 0)
		return status;
	if (form_ok(form))
		wrong = signed_letter_check(context, &taking.letter);
	if (wrong != NULL)
		form_error(form, SIGNED_FILE, "%s", wrong);
	if (!form_ok(form))
		return way_show(context, &taking.application, &taking.way);
	status = context_status(context, signed_letter_keep(context, &taking.letter));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=letter-signed",
		(long long)taking.application.id);
}

/* ---- given ------------------------------------------------------------------------- */

static const char *
copy_name(struct context *context, const struct rows *rows)
{
	return issued_file_name(context->arena, "service", row_text(rows, 0, "code"),
	    "-ditandatangani");
}

int
send_signed_letter(struct context *context)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNED_LETTER_FILE,
	    db_int(context->keys[0]), db_int(context->actor.agency_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	context_takes_out(context, "download", context->actor.region_id, context->actor.agency_id,
	    copy_name(context, &rows));
	return sent_file_answer(context, &rows, copy_name(context, &rows));
}

/* Of an application that is theirs, while the letter counts. */
static int
send_held_copy(struct context *context, int64_t letter_id, const struct application *application)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNED_LETTER_HELD_FILE,
	    db_int(letter_id), db_int(application->id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	context_takes_out(context, "download", application->service.region_id,
	    application->service.agency_id, copy_name(context, &rows));
	return sent_file_answer(context, &rows, copy_name(context, &rows));
}

int
send_own_signed_letter(struct context *context)
{
	struct application application;
	int status = application_load_ticket(context, &application);

	return status != 0 ? status : send_held_copy(context, context->keys[0], &application);
}

int
send_assisted_signed_letter(struct context *context)
{
	struct application application;
	int status = application_load_assisted(context, &application);

	return status != 0 ? status : send_held_copy(context, context->keys[1], &application);
}
