/* SPDX-License-Identifier: ISC */
/*
 * An officer looks at each document that the service asks for, and passes the application
 * on or returns it: then those alone that are missing can be brought.  Visits at the place
 * are noted; the applicant may take the application back.
 */
#include "service/service.h"

#include <string.h>

#include "frame/words.h"
#include "base/utf8.h"
#include "base/banned.h"

static const char *const check_ways[] = { "pass", "return", NULL };
static const char *const verdict_codes[] = { "accepted", "missing", NULL };

enum { CHECK_VERSION, CHECK_WAY, CHECK_REASON, CHECK_VERDICT, CHECK_NOTE };
const struct field check_fields[] = {
	[CHECK_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[CHECK_WAY] = { "way", FIELD_CHOICE, "Hasil", true, .choices = check_ways },
	[CHECK_REASON] = { "reason", FIELD_TEXT, "Alasan pengembalian", .max = 1000 },
	[CHECK_VERDICT] = { "verdict-", FIELD_CHOICE, "Persyaratan", .choices = verdict_codes },
	[CHECK_NOTE] = { "note-", FIELD_TEXT, "Catatan", .max = 300 },
	{ .name = NULL },
};

enum { BRING_VERSION, BRING_HAVE, BRING_FILE };
const struct field bring_fields[] = {
	[BRING_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[BRING_HAVE] = { "have-", FIELD_FLAG, "Persyaratan" },
	[BRING_FILE] = { "file-", FIELD_FILE, "Berkas" },
	{ .name = NULL },
};

enum { VISIT_DAY, VISIT_NOTE };
const struct field visit_fields[] = {
	[VISIT_DAY] = { "visited_on", FIELD_DATE, "Tanggal kunjungan", true },
	[VISIT_NOTE] = { "note", FIELD_LINES, "Catatan kunjungan", true, .min = 5, .max = 4000 },
	{ .name = NULL },
};

enum { WITHDRAW_VERSION, WITHDRAW_REASON };
const struct field withdraw_fields[] = {
	[WITHDRAW_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[WITHDRAW_REASON] = { "reason", FIELD_TEXT, "Alasan", true, .min = 5, .max = 1000 },
	{ .name = NULL },
};

struct checking {
	struct context *context;
	struct application application;
	bool passes;
};

static int
wrong_state(struct context *context, const struct application *application)
{
	return context_refuse(context, 409,
	    "Permohonan ini berstatus %s, jadi langkah ini tidak dapat "
	    "dilakukan. Muat ulang halamannya.",
	    application_state_name(application->state));
}

/* What somebody else did meanwhile is not overwritten: 0 or 409. */
static int
application_as_shown(struct checking *checking, int version_field)
{
	struct context *context = checking->context;

	return form_ok(&context->form) &&
		checking->application.version != form_number(&context->form, version_field) ?
	    context_refuse(context, 409,
		"Permohonan ini sudah diproses sejak halaman ini ditampilkan. Muat ulang "
		"halamannya.") :
	    0;
}

static int
load_as_shown(struct checking *checking, const char *state, int version_field)
{
	struct context *context = checking->context;
	int status = application_load(context, &checking->application);

	if (status != 0)
		return status;
	if (strcmp(checking->application.state, state) != 0)
		return wrong_state(context, &checking->application);
	return application_as_shown(checking, version_field);
}

/* ---- each document --------------------------------------------------------------------- */

static const char *
verdict_given(const struct form *form, int64_t requirement)
{
	const struct each *given = form_member(form, CHECK_VERDICT, requirement);

	return given != NULL ? given->text : "";
}

static const char *
note_given(const struct form *form, int64_t requirement)
{
	const struct each *given = form_member(form, CHECK_NOTE, requirement);

	return given != NULL ? given->text : "";
}

static void
check_one_verdict(struct checking *checking, size_t row, size_t *missing)
{
	struct form *form = &checking->context->form;
	const struct rows *rows = &checking->application.verdicts;
	int64_t id = row_int(rows, row, "id");
	const char *verdict = verdict_given(form, id), *name = row_text(rows, row, "name");
	bool lacks = strcmp(verdict, "missing") == 0;

	*missing += lacks;
	if (*verdict == '\0' && row_int(rows, row, "compulsory") != 0)
		form_error(form, CHECK_VERDICT, "%s: pilih sesuai atau kurang.", name);
	if (checking->passes && lacks && row_int(rows, row, "compulsory") != 0)
		form_error(form, CHECK_WAY,
		    "%s wajib dan masih kurang: kembalikan permohonannya, atau tandai sesuai.",
		    name);
	if (!checking->passes && lacks && !utf8_shows(note_given(form, id)))
		form_member_error(form, CHECK_NOTE, id,
		    "%s: tulis apa yang kurang, supaya pemohon tahu.", name);
}

static void
check_verdicts(struct checking *checking)
{
	struct form *form = &checking->context->form;
	size_t missing = 0;

	checking->passes = strcmp(form_text(form, CHECK_WAY), "pass") == 0;
	for (size_t row = 0; row < checking->application.verdicts.count; row++)
		check_one_verdict(checking, row, &missing);
	if (!checking->passes && missing == 0)
		form_error(form, CHECK_WAY,
		    "Permohonan dikembalikan karena persyaratan yang kurang: tandai yang mana.");
	if (!checking->passes && !utf8_shows(form_text(form, CHECK_REASON)))
		form_error(form, CHECK_REASON, "Tulis alasan pengembaliannya.");
	if (checking->passes && service_visits(&checking->application.service) &&
	    checking->application.visits == 0)
		form_error(form, CHECK_WAY,
		    "Layanan ini memerlukan kunjungan lapangan: tulis catatan kunjungannya "
		    "dahulu.");
}

static int
write_verdicts(struct db *db, const struct checking *checking)
{
	const struct form *form = &checking->context->form;
	const struct rows *rows = &checking->application.verdicts;
	int result = 0;

	for (size_t row = 0; result >= 0 && row < rows->count; row++) {
		int64_t id = row_int(rows, row, "id");
		const char *verdict = verdict_given(form, id);
		bool lacks = strcmp(verdict, "missing") == 0;

		result = db_run(db, STATEMENT_SERVICE_APPLICATION_JUDGE,
		    db_text(*verdict != '\0' ? verdict : "waiting"), db_text(note_given(form, id)),
		    db_int(lacks && !checking->passes), db_int(checking->application.id),
		    db_int(id));
	}
	return result < 0 ? result : 0;
}

static int
store_check(struct db *db, void *argument)
{
	struct checking *checking = argument;
	struct context *context = checking->context;
	const struct application *application = &checking->application;
	int result = application_move(context, application,
	    checking->passes ? "checked" : "returned",
	    checking->passes ? "" : form_text(&context->form, CHECK_REASON));

	if (result == 0)
		result = write_verdicts(db, checking);
	/* What was checked is what the register says from now on. */
	if (result == 0 && checking->passes)
		result = enterprise_write(context, application->enterprise_id,
		    &application->particulars, 0);
	return result < 0 ? result : 0;
}

int
check_application(struct context *context)
{
	struct checking checking = { .context = context };
	int status = load_as_shown(&checking, "received", CHECK_VERSION);

	if (status != 0)
		return status;
	check_verdicts(&checking);
	if (!form_ok(&context->form))
		return application_show_errors(context, &checking.application);
	status = context_status(context, db_txn(context->db, store_check, &checking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=%s", (long long)checking.application.id,
		checking.passes ? "checked" : "given-back");
}

/* ---- what was missing is brought --------------------------------------------------------- */

static int
store_brought(struct db *db, void *argument)
{
	(void)db;
	return bringing_store(argument);
}

/* As load_as_shown, of either state in which something can be brought. */
static int
load_to_bring(struct checking *checking)
{
	struct context *context = checking->context;
	int status = application_load(context, &checking->application);

	if (status != 0)
		return status;
	if (bringing_closed(&checking->application))
		return wrong_state(context, &checking->application);
	return application_as_shown(checking, BRING_VERSION);
}

int
bring_application(struct context *context)
{
	struct checking checking = { .context = context };
	struct bringing bringing = { .context = context,
		.application = &checking.application,
		.have = BRING_HAVE,
		.file = BRING_FILE };
	int status = load_to_bring(&checking);

	if (status == 0)
		status = bringing_take(&bringing);
	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return application_show_errors(context, &checking.application);
	status = context_status(context, bringing_commit(&bringing, store_brought, &bringing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=saved",
		(long long)checking.application.id);
}

/* ---- at the place ------------------------------------------------------------------------ */

static int
store_visit(struct db *db, void *argument)
{
	const struct checking *checking = argument;
	struct context *context = checking->context;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_SERVICE_APPLICATION_VISIT_ADD,
	    db_int(checking->application.id), db_text(form_text(form, VISIT_DAY)),
	    db_text(form_text(form, VISIT_NOTE)), db_int(context->actor.account_id));

	return result < 0 ?
	    result :
	    service_change(context, checking->application.id, NULL,
		arena_format(context->arena, "kunjungan %s dicatat", form_text(form, VISIT_DAY)),
		NULL);
}

int
note_visit(struct context *context)
{
	struct checking checking = { .context = context };
	struct form *form = &context->form;
	int status = application_load(context, &checking.application);

	if (status != 0)
		return status;
	if (strcmp(checking.application.state, "received") != 0)
		return wrong_state(context, &checking.application);
	if (day_parse(form_text(form, VISIT_DAY)) > checking.application.today)
		form_error(form, VISIT_DAY, "Kunjungan dicatat sesudah dilakukan.");
	if (!form_ok(form))
		return application_show_errors(context, &checking.application);
	status = context_status(context, db_txn(context->db, store_visit, &checking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=saved",
		(long long)checking.application.id);
}

/* ---- taken back --------------------------------------------------------------------------- */

static int
store_withdrawal(struct db *db, void *argument)
{
	struct checking *checking = argument;
	(void)db;

	return application_move(checking->context, &checking->application, "withdrawn",
	    form_text(&checking->context->form, WITHDRAW_REASON));
}

int
withdraw_application(struct context *context)
{
	struct checking checking = { .context = context };
	int status = application_load(context, &checking.application);
	const char *state = checking.application.state;

	if (status != 0)
		return status;
	if (strcmp(state, "received") != 0 && strcmp(state, "returned") != 0 &&
	    strcmp(state, "checked") != 0)
		return wrong_state(context, &checking.application);
	if (!form_ok(&context->form))
		return application_show_errors(context, &checking.application);
	checking.application.version = form_number(&context->form, WITHDRAW_VERSION);
	status = context_status(context, db_txn(context->db, store_withdrawal, &checking));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/%lld?done=saved",
		(long long)checking.application.id);
}
