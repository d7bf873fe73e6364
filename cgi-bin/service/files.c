/* SPDX-License-Identifier: ISC */
/*
 * Documents that come after the application, by word or as files: what was found missing,
 * and nothing else of what was returned; files of what nobody has accepted yet.
 */
#include "service/service.h"

#include <string.h>

#include "assessment/file_receive.h"
#include "frame/form_upload.h"
#include "frame/words.h"
#include "base/secret.h"
#include "base/banned.h"

enum { FILES_OF_REQUIREMENT = 3 * GUEST_FILES };

static bool
is_returned(const struct application *application)
{
	return strcmp(application->state, "returned") == 0;
}

static bool
is_verdict(const struct application *application, size_t row, const char *verdict)
{
	return strcmp(row_text(&application->verdicts, row, "verdict"), verdict) == 0;
}

/* May the document be brought by word, or by a file? */
static bool
opens_for_word(const struct application *application, size_t row)
{
	return is_returned(application) && is_verdict(application, row, "missing");
}

static bool
opens_for_file(const struct application *application, size_t row)
{
	return row_int(&application->verdicts, row, "wants_file") != 0 &&
	    (opens_for_word(application, row) ||
		(strcmp(application->state, "received") == 0 &&
		    is_verdict(application, row, "waiting")));
}

bool
bringing_closed(const struct application *application)
{
	for (size_t row = 0; row < application->verdicts.count; row++)
		if (opens_for_word(application, row) || opens_for_file(application, row))
			return false;
	return true;
}

/* ---- judged ------------------------------------------------------------------------- */

static bool
row_of_key(const struct application *application, int64_t key, size_t *row)
{
	for (*row = 0; *row < application->verdicts.count; ++*row)
		if (row_int(&application->verdicts, *row, "id") == key)
			return true;
	return false;
}

static int
bringing_refused(struct context *context)
{
	return context_refuse(context, 409,
	    "Hanya persyaratan yang belum diperiksa, atau dinyatakan kurang, dapat dilengkapi. "
	    "Muat ulang halamannya.");
}

/* What no page of ours would have sent, or of before somebody checked. */
static int
refuse_not_open(const struct bringing *bringing)
{
	struct context *context = bringing->context;
	size_t row;

	for (const struct each *each = form_each(&context->form, bringing->have); each != NULL;
	     each = each->next)
		if (!row_of_key(bringing->application, each->key, &row) ||
		    !opens_for_word(bringing->application, row))
			return bringing_refused(context);
	for (size_t at = 0; at < bringing->sent.count; at++)
		if (!row_of_key(bringing->application, bringing->sent.all[at].key, &row) ||
		    !opens_for_file(bringing->application, row))
			return bringing_refused(context);
	return 0;
}

/* Is the same file there already for the same document? */
static bool
file_was_sent(const struct bringing *bringing, const struct sent_file *file)
{
	const struct rows *held = &bringing->application->files;
	char digest[2 * SHA256_BYTES + 1];

	hex_text(digest, file->staged->sha256, SHA256_BYTES);
	for (size_t row = 0; row < held->count; row++)
		if (row_int(held, row, "requirement_id") == file->key &&
		    strcmp(row_text(held, row, "sha256"), digest) == 0)
			return true;
	return false;
}

/* A file sent twice is one. */
static void
drop_twins(struct bringing *bringing)
{
	size_t kept = 0;

	sent_files_once(&bringing->sent);
	for (size_t at = 0; at < bringing->sent.count; at++)
		if (!file_was_sent(bringing, &bringing->sent.all[at]))
			bringing->sent.all[kept++] = bringing->sent.all[at];
	bringing->sent.count = kept;
}

static size_t
files_of(const struct bringing *bringing, int64_t key)
{
	const struct rows *held = &bringing->application->files;
	size_t count = 0;

	for (size_t row = 0; row < held->count; row++)
		count += row_int(held, row, "requirement_id") == key;
	for (size_t at = 0; at < bringing->sent.count; at++)
		count += bringing->sent.all[at].key == key;
	return count;
}

static bool
was_brought(const struct bringing *bringing, int64_t key)
{
	if (form_member(&bringing->context->form, bringing->have, key) != NULL)
		return true;
	for (size_t at = 0; at < bringing->sent.count; at++)
		if (bringing->sent.all[at].key == key)
			return true;
	return false;
}

static void
check_brought(const struct bringing *bringing)
{
	const struct application *application = bringing->application;
	const struct rows *rows = &application->verdicts;
	struct form *form = &bringing->context->form;

	for (size_t row = 0; row < rows->count; row++) {
		int64_t key = row_int(rows, row, "id");
		const char *name = row_text(rows, row, "name");

		if (files_of(bringing, key) > FILES_OF_REQUIREMENT)
			form_error(form, bringing->file, "%s: paling banyak %d berkas.", name,
			    FILES_OF_REQUIREMENT);
		if (opens_for_word(application, row) && row_int(rows, row, "compulsory") != 0 &&
		    !was_brought(bringing, key))
			form_error(form, bringing->have, "%s masih kurang.", name);
	}
	if (!is_returned(application) && bringing->context->files == NULL)
		form_error(form, bringing->file, "Pilih berkas yang akan dikirim.");
}

int
bringing_take(struct bringing *bringing)
{
	struct context *context = bringing->context;
	int status = 0;

	if (form_ok(&context->form))
		status = sent_files_take(context, bringing->guest, bringing->file, FILE_SET_SCAN,
		    &bringing->sent);
	if (status == 0 && form_ok(&context->form))
		status = refuse_not_open(bringing);
	if (status != 0 || !form_ok(&context->form))
		return status;
	drop_twins(bringing);
	check_brought(bringing);
	return 0;
}

/* ---- stored -------------------------------------------------------------------------- */

int
bringing_commit(struct bringing *bringing, db_work *work, void *argument)
{
	/* All of it was there before: sent twice it is one. */
	if (!is_returned(bringing->application) && bringing->sent.count == 0)
		return 0;
	return sent_files_commit(bringing->context, &bringing->sent, work, argument);
}

/* While it waits for its check it stays where it is. */
static int
add_to_waiting(const struct bringing *bringing)
{
	struct context *context = bringing->context;
	const struct application *application = bringing->application;
	int result = db_run(context->db, STATEMENT_SERVICE_APPLICATION_TOUCH,
	    db_int(application->id), db_int(application->service.agency_id),
	    db_int(application->version));

	if (result == 0)
		return context_stop(context, 409,
		    "Permohonan ini sudah diproses sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya untuk melihat statusnya sekarang.");
	return result < 0 ?
	    result :
	    service_change_of(context, &application->service, application->id, NULL,
		arena_format(context->arena, "%zu berkas dikirim", bringing->sent.count), NULL);
}

static int
store_words(const struct bringing *bringing)
{
	struct context *context = bringing->context;
	int result = application_move(context, bringing->application, "received", "");

	for (const struct each *each = form_each(&context->form, bringing->have);
	     result >= 0 && each != NULL; each = each->next)
		result = db_run(context->db, STATEMENT_SERVICE_APPLICATION_BRING,
		    db_int(bringing->application->id), db_int(each->key));
	return result < 0 ? result : 0;
}

int
bringing_store(const struct bringing *bringing)
{
	struct context *context = bringing->context;
	struct db_value id = db_int(bringing->application->id);
	int result = is_returned(bringing->application) ?
	    store_words(bringing) :
	    add_to_waiting(bringing);

	for (size_t at = 0; result >= 0 && at < bringing->sent.count; at++) {
		const struct sent_file *file = &bringing->sent.all[at];

		result = db_run(context->db, STATEMENT_SERVICE_FILE_BROUGHT, id, db_int(file->key));
		if (result >= 0)
			result = db_run(context->db, STATEMENT_SERVICE_FILE_ADD, id,
			    db_int(file->key), SENT_FILE_VALUES(context->arena, file));
	}
	return result < 0 ? result : 0;
}

/* ---- shown ---------------------------------------------------------------------------- */

void
bringing_fill(struct context *context, const struct application *application,
    struct node *requirement, size_t row)
{
	const struct rows *files = &application->files;
	struct node *list = node_child(requirement, "files");
	int64_t key = row_int(&application->verdicts, row, "id");
	size_t count = 0;

	if (opens_for_file(application, row)) {
		node_set(requirement, "opens", "1");
		page_set(&context->page, "Opens", "1");
		file_receive_fill(context, FILE_SET_SCAN);
	}
	for (size_t file = 0; file < files->count; file++) {
		struct node *node;

		if (row_int(files, file, "requirement_id") != key)
			continue;
		node = node_row(list, count++);
		sent_file_fill(context, node, files, file);
		node_set(node, "when",
		    words_time(context->arena, row_text(files, file, "created_at"),
			application->service.zone));
	}
}

int
send_service_file(struct context *context)
{
	struct rows rows;
	const char *name;
	int result = db_select(context->db, &rows, STATEMENT_SERVICE_FILE, db_int(context->keys[1]),
	    db_int(context->keys[0]), db_int(context->actor.agency_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	name = arena_format(context->arena, "permohonan-%lld-%lld", (long long)context->keys[0],
	    (long long)context->keys[1]);
	context_takes_out(context, "download", context->actor.region_id, context->actor.agency_id,
	    arena_format(context->arena, "berkas %s", name));
	return sent_file_answer(context, &rows, name);
}
