/* SPDX-License-Identifier: ISC */
/*
 * What is said about a file that comes in pieces, and its end: when the last
 * byte is there it becomes a document, or is refused for good with the reason.
 */
#include "upload/resumable.h"

#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

enum { REASON_MAX = 500, NAME_MAX_SENT = 1000 };

static const struct field resumable_fields[] = {
	DETAILS_FIELDS,
	PLACE_FIELDS(PLACE),
	[UPLOADED_NAME] = { .name = "filename",
	    .kind = FIELD_TEXT,
	    .label = "Nama berkas",
	    .required = true,
	    .max = NAME_MAX_SENT },
	[UPLOADED_DOCUMENT] = { .name = "document", .kind = FIELD_NUMBER, .label = "Dokumen" },
	[UPLOADED_VERSION] = { .name = "version", .kind = FIELD_NUMBER, .label = "Versi" },
	{ .name = NULL },
};

/* ---- what is said about it -------------------------------------------------- */

static bool
is_field(const char *key)
{
	for (const struct field *at = resumable_fields; at->name != NULL; at++)
		if (strcmp(at->name, key) == 0)
			return true;
	return false;
}

static int
take_pair(void *arg, const char *key, const char *value, size_t length)
{
	struct context *context = arg;
	enum utf8_fault fault;

	if (!is_field(key))
		return 0;
	/* Controls that were pasted are the form's to mend. */
	fault = utf8_text(value, length, true);
	return fault == UTF8_OK || fault == UTF8_CONTROL ?
	    form_put(&context->form, key, value) :
	    -1;
}

static const char *
first_error(const struct form *form)
{
	for (size_t at = 0; at < form->count; at++)
		if (form->values[at].error != NULL)
			return form->values[at].error;
	return NULL;
}

int
resumable_details(struct context *context, const char *metadata)
{
	struct form *form = &context->form;

	form_begin(form, context->arena, resumable_fields);
	if (tus_metadata(metadata, take_pair, context) != TUS_OK)
		return context_refuse(context, 400,
		    "Upload-Metadata tidak dapat "
		    "dibaca.");
	if (*form_text(form, KIND) == '\0' && !form_given(form, KIND))
		form_put(form, "kind", "lainnya");
	form_end(form);
	details_check(context);
	return form_ok(form) ? 0 : context_refuse(context, 422, "%s", first_error(form));
}

/* ---- its end ------------------------------------------------------------------ */

int
resumable_end(struct context *context, const struct resumable *resumable, const char *how,
    const char *reason)
{
	int result = db_run(context->db, STATEMENT_UPLOAD_SESSION_END, db_text(how),
	    db_text(cut_text(context->arena, reason, REASON_MAX)), db_int(resumable->id));

	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		return context_refuse(context, 410, "Unggahan ini sudah berakhir.");
	upload_session_remove(context->config->files_dir, resumable->stored_name);
	return 0;
}

static int
resumable_finish_keep(struct context *context, struct resumable *resumable,
    struct candidate *candidate)
{
	int64_t document = form_number(&context->form, UPLOADED_DOCUMENT);
	int status;

	if (document == 0)
		return create_uploaded(context, candidate, UPLOADED_NAME, resumable->id,
		    &resumable->document_id, &resumable->unplaced);
	status = revise_uploaded(context, candidate, UPLOADED_NAME, resumable->id, document);
	if (status == 0 && form_ok(&context->form))
		resumable->document_id = document;
	return status;
}

/* For good, but for want of room: that may be made. */
static int
resumable_finish_refuse(struct context *context, const struct resumable *resumable)
{
	const char *why = first_error(&context->form);
	int status;

	if (context->file_status == 413)
		return context_refuse(context, 413, "%s", why);
	status = resumable_end(context, resumable, "refused", why);
	return status != 0 ? status : context_refuse(context, 422, "%s", why);
}

int
resumable_finish(struct context *context, struct resumable *resumable, struct upload_session *file)
{
	struct temporary_file *came = &file->staged;
	struct candidate candidate;
	int status = resumable_details(context, resumable->metadata);

	if (status != 0)
		return status;
	if (upload_session_hash(file, &context->errors) != 0)
		return 500;
	status = candidate_judge(context, &came, 1, form_text(&context->form, UPLOADED_NAME),
	    UPLOADED_NAME, &candidate);
	if (status != 0)
		return status;
	/* Reading a large file is time enough for the database to hang up. */
	db_attach(context->db, context->arena, &context->errors);
	if (form_ok(&context->form)) {
		status = resumable_finish_keep(context, resumable, &candidate);
		/* What it was made of is of no more use. */
		if (status == 0 && form_ok(&context->form) && candidate.staged != came)
			upload_session_remove(context->config->files_dir, resumable->stored_name);
		if (form_ok(&context->form))
			return status;
	}
	return resumable_finish_refuse(context, resumable);
}
