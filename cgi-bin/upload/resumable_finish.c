/* SPDX-License-Identifier: ISC */
#include "upload/resumable.h"

#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

enum { REASON_MAX = 500, NAME_MAX_SENT = 1000 };

static const struct field arrival_fields[] = {
	DETAILS_FIELDS,
	PLACE_FIELDS(PLACE),
	[ARRIVAL_NAME] = { .name = "filename", .kind = FIELD_TEXT,
	    .label = "Nama berkas", .required = true, .max = NAME_MAX_SENT },
	[ARRIVAL_DOCUMENT] = { .name = "document", .kind = FIELD_NUMBER,
	    .label = "Dokumen" },
	[ARRIVAL_VERSION] = { .name = "version", .kind = FIELD_NUMBER,
	    .label = "Versi" },
	{ .name = NULL }
};

/* ---- what is said about it -------------------------------------------------- */

static bool
is_field(const char *key)
{
	for (const struct field *at = arrival_fields; at->name != NULL; at++)
		if (strcmp(at->name, key) == 0)
			return true;
	return false;
}

static int
take_pair(void *arg, const char *key, const char *value, size_t length)
{
	struct visit *visit = arg;

	if (!is_field(key))
		return 0;
	if (utf8_text(value, length, false) != UTF8_OK)
		return -1;
	return form_put(&visit->form, key, value);
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
arrival_details(struct visit *visit, const char *metadata)
{
	struct form *form = &visit->form;

	form_begin(form, visit->arena, arrival_fields);
	if (tus_metadata(metadata, take_pair, visit) != TUS_OK)
		return visit_refuse(visit, 400, "Upload-Metadata tidak dapat "
		    "dibaca.");
	if (*form_text(form, KIND) == '\0' && !form_given(form, KIND))
		form_put(form, "kind", "lainnya");
	form_end(form);
	details_check(visit);
	return form_ok(form) ? 0 : visit_refuse(visit, 422, "%s",
	    first_error(form));
}

/* ---- its end ------------------------------------------------------------------ */

int
arrival_keep(struct visit *visit, int64_t arrival_id, int64_t document_id)
{
	int result = db_run(visit->db, STATEMENT_ARRIVAL_KEEP,
	    db_int(document_id), db_int(arrival_id));

	return result == 0 ? visit_refuse(visit, 409, "Unggahan ini sudah "
	    "selesai atau dibatalkan.") : result < 0 ? result : 0;
}

int
arrival_end(struct visit *visit, const struct arrival *arrival,
    const char *how, const char *reason)
{
	int result = db_run(visit->db, STATEMENT_ARRIVAL_END, db_text(how),
	    db_text(cut_text(visit->arena, reason, REASON_MAX)),
	    db_int(arrival->id));

	if (result < 0)
		return visit_status(visit, result);
	if (result == 0)
		return visit_refuse(visit, 410, "Unggahan ini sudah berakhir.");
	arriving_remove(visit->config->files_dir, arrival->stored_name);
	return 0;
}

static int
keep(struct visit *visit, struct arrival *arrival,
    struct candidate *candidate)
{
	int64_t document = form_number(&visit->form, ARRIVAL_DOCUMENT);
	int status;

	if (document == 0)
		return create_arrived(visit, candidate, ARRIVAL_NAME,
		    arrival->id, &arrival->document_id, &arrival->unplaced);
	status = revise_arrived(visit, candidate, ARRIVAL_NAME, arrival->id,
	    document);
	if (status == 0 && form_ok(&visit->form))
		arrival->document_id = document;
	return status;
}

/* For good, but for want of room: that may be made. */
static int
refuse(struct visit *visit, const struct arrival *arrival)
{
	const char *why = first_error(&visit->form);
	int status;

	if (visit->file_status == 413)
		return visit_refuse(visit, 413, "%s", why);
	status = arrival_end(visit, arrival, "refused", why);
	return status != 0 ? status : visit_refuse(visit, 422, "%s", why);
}

int
arrival_finish(struct visit *visit, struct arrival *arrival,
    struct arriving *file)
{
	struct candidate candidate;
	int status = arrival_details(visit, arrival->metadata);

	if (status != 0)
		return status;
	if (arriving_hash(file, &visit->fault) != 0)
		return 500;
	status = candidate_judge(visit, &file->staged,
	    form_text(&visit->form, ARRIVAL_NAME), ARRIVAL_NAME, &candidate);
	if (status != 0)
		return status;
	/* Reading a large file is time enough for the database to hang up. */
	db_attach(visit->db, visit->arena, &visit->fault);
	if (form_ok(&visit->form)) {
		status = keep(visit, arrival, &candidate);
		if (form_ok(&visit->form))
			return status;
	}
	return refuse(visit, arrival);
}
