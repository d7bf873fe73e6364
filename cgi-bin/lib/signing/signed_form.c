/* SPDX-License-Identifier: ISC */
/*
 * The signed form comes in, on whichever way: checked to be the one that
 * counts, kept with its file, and the assessment moved, in one transaction.
 */
#include "signing/signed_form.h"

#include "base/banned.h"

/* As in the history: see report/history.c. */
static const char replaced_way[] = "sent_before";
static const char *const ways[] = {
	[SIGNED_UPLOAD] = "sent",
	[SIGNED_SERVICE] = "sent_service",
};

int
signed_form_may(struct context *context, struct signed_form *form)
{
	const struct assessment *assessment = form->assessment;
	int status = 0;

	form->move = NULL;
	if (assessment->state != STATE_SIGNED) {
		form->move = assessment_may(context, assessment, ACTION_SIGN, &status);
		if (form->move == NULL)
			return status;
	}
	status = issued_of(context, assessment->id, "form", &form->form);
	if (status == 404 || (status == 0 && *form->form.ended != '\0'))
		return context_refuse(context, 409,
		    "Buat dahulu formulirnya di "
		    "halaman Pengesahan; lembar itulah yang ditandatangani.");
	return status;
}

int64_t
signed_form_standing(struct context *context, int64_t issued_id)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SIGNOFF_SIGNATURE, db_int(issued_id));

	return result <= 0 ? result : row_int(&rows, 0, "id");
}

const char *
signed_form_check(struct context *context, struct signed_form *form)
{
	return signed_file_check(context, form->assessment->region_id, &form->form, &form->came);
}

/* Is it still the form that counts, and nobody else's signature on it?  Tells which
 * one it replaces, or 0. */
static int
still_wanted(struct context *context, const struct signed_form *form, int64_t *standing)
{
	struct issued_document now;
	int result = db_stop(context->db, issued_of(context, form->assessment->id, "form", &now));

	if (result != 0)
		return result;
	if (now.id != form->form.id || *now.ended != '\0')
		return context_stop(context, 409,
		    "Formulir ini baru saja "
		    "dibuat ulang, jadi lembar yang Anda tanda tangani tidak "
		    "berlaku lagi. Tanda tangani lembar yang terbaru.");
	*standing = signed_form_standing(context, now.id);
	if (*standing < 0)
		return (int)*standing;
	return !form->came.only_after || *standing == form->came.after ?
	    0 :
	    context_stop(context, 409,
		"Formulir ini baru saja ditandatangani atau dikirim lewat halaman "
		"lain. Buka halaman Pengesahan untuk melihat status sekarang.");
}

struct keeping {
	struct context *context;
	const struct signed_form *form;
};

static int
signing_signed_form_keep(struct db *db, void *argument)
{
	const struct keeping *keeping = argument;
	const struct signed_form *form = keeping->form;
	struct context *context = keeping->context;
	int64_t id = 0, standing = 0;
	int result = form->move != NULL ?
	    assessment_move(context, form->assessment, form->move, NULL) :
	    assessment_hold(context, form->assessment);

	if (result == 0)
		result = still_wanted(context, form, &standing);
	if (result != 0)
		return result;
	result = db_run(db, STATEMENT_SIGNOFF_SCAN_END, db_int(form->form.id));
	if (result >= 0)
		result = signed_file_add(context, &form->form, &form->came, &id);
	return result != 0 ?
	    result :
	    assessment_change(context, form->assessment, "signature", 0, id,
		standing != 0 ? replaced_way : "", ways[form->came.way], NULL);
}

int
signed_form_keep(struct context *context, struct signed_form *form)
{
	struct keeping keeping = { context, form };

	return form_upload_commit(context, form->came.staged, 0, signing_signed_form_keep,
	    &keeping);
}
