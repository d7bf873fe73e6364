/* SPDX-License-Identifier: ISC */
/*
 * Uploads in pieces by tus 1.0: creation, how far it is, the next piece, the
 * end.  Who lost the line goes on where the server says, even in another
 * process.
 */
#include "upload/resumable.h"

#include <string.h>
#include <time.h>

#include "base/secret.h"
#include "frame/form_upload.h"
#include "frame/hold_body.h"
#include "store/setting.h"
#include "base/banned.h"

enum {
	LIVING_MAX = 500, /* of an agency at once */
	LOCK_MS = 1000,   /* the request before this one is just ending */
	DATE_ROOM = 40
};

/* ---- every request ------------------------------------------------------------ */

static int
check_version(struct context *context)
{
	const char *version = request_variable(context->request, "HTTP_TUS_RESUMABLE");

	if (version != NULL && strcmp(version, TUS_VERSION) == 0)
		return 0;
	answer_header(context->request, "Tus-Version", TUS_VERSION);
	return context_refuse(context, 412, "Versi tus yang didukung: " TUS_VERSION ".");
}

static int
check_csrf(struct context *context)
{
	const char *sent = request_variable(context->request, "HTTP_X_CSRF_TOKEN");
	const char *page;

	if (sent != NULL &&
	    secret_equal(form_token(context->arena, sent, &page), context->actor.csrf))
		return 0;
	return context_refuse(context, 403,
	    "Halaman ini sudah terbuka sebelum "
	    "Anda masuk kembali. Muat ulang halamannya, lalu lanjutkan.");
}

static int
resumable_find(struct context *context, int64_t id, struct resumable *resumable)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_SESSION_FIND, db_int(id),
	    db_int(context->actor.account_id), db_int(context->actor.agency_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*resumable = (struct resumable){
		.id = id,
		.bytes = (uint64_t)row_int(&rows, 0, "bytes"),
		.metadata = row_text(&rows, 0, "metadata"),
		.stored_name = row_text(&rows, 0, "stored_name"),
		.ended = row_text(&rows, 0, "ended"),
		.reason = row_text(&rows, 0, "reason"),
		.document_id = row_int(&rows, 0, "document_id"),
		.expires = row_int(&rows, 0, "expires"),
		.expired = row_int(&rows, 0, "expired") != 0,
	};
	return 0;
}

static bool
is_kept(const struct resumable *resumable)
{
	return strcmp(resumable->ended, "kept") == 0;
}

/* 0 while it arrives, and once it was kept. */
static int
check_living(struct context *context, const struct resumable *resumable)
{
	if (is_kept(resumable))
		return 0;
	if (*resumable->reason != '\0')
		return context_refuse(context, 410, "%s", resumable->reason);
	if (*resumable->ended == '\0' && !resumable->expired)
		return 0;
	return context_refuse(context, 410,
	    "Unggahan ini sudah berakhir. Unggah "
	    "berkasnya lagi dari awal.");
}

static int
gone(struct context *context, const struct resumable *resumable)
{
	int status;

	ERROR_CAUSE(&context->errors, "the file of upload session %lld is not there",
	    (long long)resumable->id);
	status = resumable_end(context, resumable, "lost", "");
	return status != 0 ?
	    status :
	    context_refuse(context, 410,
		"Bagian yang "
		"sudah terkirim tidak ada lagi di server. Unggah berkasnya lagi "
		"dari awal.");
}

static int
resumable_open_file(struct context *context, const struct resumable *resumable,
    struct upload_session *file)
{
	switch (upload_session_open(file, context->config->files_dir, resumable->stored_name,
	    LOCK_MS, &context->errors)) {
	case UPLOAD_SESSION_OPEN:
		return 0;
	case UPLOAD_SESSION_BUSY:
		return context_refuse(context, 423,
		    "Bagian sebelumnya dari berkas "
		    "ini masih diterima. Coba lagi sebentar lagi.");
	case UPLOAD_SESSION_GONE:
		return gone(context, resumable);
	case UPLOAD_SESSION_FAILED:
		break;
	}
	return context_refuse(context, 500, "Berkas tidak dapat dibuka di server.");
}

/* ---- every answer ------------------------------------------------------------- */

/* IMF-fixdate, RFC 9110, 5.6.7; no locale is ever set. */
static const char *
http_date(struct arena *arena, int64_t seconds)
{
	char text[DATE_ROOM];
	time_t when = (time_t)seconds;
	struct tm parts;

	if (gmtime_r(&when, &parts) == NULL ||
	    strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S GMT", &parts) == 0)
		return "";
	return arena_text(arena, text);
}

static void
tell_number(struct context *context, const char *header, uint64_t number)
{
	answer_header(context->request, header,
	    arena_format(context->arena, "%llu", (unsigned long long)number));
}

static void
tell_state(struct context *context, const struct resumable *resumable, uint64_t offset)
{
	tell_number(context, "Upload-Offset", offset);
	if (resumable->document_id != 0)
		answer_header(context->request, "Matang-Document",
		    arena_format(context->arena, "%s/upload/document/%lld",
			context->config->base_path, (long long)resumable->document_id));
	else
		answer_header(context->request, "Upload-Expires",
		    http_date(context->arena, resumable->expires));
	if (resumable->unplaced)
		answer_header(context->request, "Matang-Unplaced", "1");
}

static int
resumable_answer(struct context *context, int status)
{
	answer_begin(context->request, status, NULL, status == 204 ? -1 : 0);
	return 0;
}

int
resumable_options(struct context *context)
{
	struct request *request = context->request;
	uint64_t file_max;
	int status = form_upload_file_max(context, &file_max);

	if (status != 0)
		return status;
	answer_header(request, "Tus-Version", TUS_VERSION);
	answer_header(request, "Tus-Extension", TUS_EXTENSIONS);
	answer_header(request, "Tus-Checksum-Algorithm", TUS_ALGORITHMS);
	tell_number(context, "Tus-Max-Size", file_max);
	return resumable_answer(context, 204);
}

/* ---- POST: creation ------------------------------------------------------------ */

static bool
has_body(const struct request *request)
{
	return request->content_length > 0 ||
	    (request->content_length < 0 &&
		request_variable(request, "HTTP_TRANSFER_ENCODING") != NULL);
}

static int
check_type(struct context *context)
{
	const struct request *request = context->request;

	return strcmp(request->content_type, TUS_BODY) == 0 ?
	    0 :
	    context_refuse(context, 415, "Jenis isinya harus " TUS_BODY ".");
}

static int
check_room(struct context *context, uint64_t bytes)
{
	uint64_t file_max;
	struct quota quota;
	struct rows rows;
	int result, status = form_upload_file_max(context, &file_max);

	if (status == 0)
		status = quota_load(context, context->actor.agency_id, &quota);
	if (status != 0)
		return status;
	if (bytes > file_max)
		return context_refuse(context, 413, "%s", form_upload_too_large(context, file_max));
	if (!form_upload_spare(context, bytes))
		return form_upload_no_disk(context);
	if (bytes > quota_left(&quota))
		return context_refuse(context, 413, "%s",
		    form_upload_no_room(context, quota_left(&quota)));
	/* What was begun and left takes no room of the agency's, but the
	 * disk's: so there is an end to it. */
	result = db_select(context->db, &rows, STATEMENT_UPLOAD_SESSION_LIVING,
	    db_int(context->actor.agency_id));
	if (result < 0)
		return context_status(context, result);
	if (row_int(&rows, 0, "count") >= LIVING_MAX ||
	    (uint64_t)row_int(&rows, 0, "bytes") + bytes > quota.limit)
		return context_refuse(context, 413,
		    "Terlalu banyak unggahan yang "
		    "belum selesai. Lanjutkan atau batalkan dahulu yang sudah "
		    "dimulai.");
	return 0;
}

/* What is said about the file, and whether it may come at all. */
static int
check_creation(struct context *context, struct resumable *resumable)
{
	struct request *request = context->request;
	int64_t document;
	int status;

	if (!tus_bytes(request_variable(request, "HTTP_UPLOAD_LENGTH"), &resumable->bytes))
		return context_refuse(context, 400,
		    "Upload-Length tidak ada atau "
		    "keliru.");
	if (resumable->bytes == 0)
		return context_refuse(context, 422,
		    "Berkas kosong. Pilih berkas "
		    "yang berisi.");
	if (has_body(request) && (status = check_type(context)) != 0)
		return status;
	resumable->metadata = request_variable(request, "HTTP_UPLOAD_METADATA");
	if (resumable->metadata == NULL)
		resumable->metadata = "";
	status = resumable_details(context, resumable->metadata);
	if (status != 0)
		return status;
	document = form_number(&context->form, UPLOADED_DOCUMENT);
	status = document != 0 ?
	    revise_check(context, document, form_number(&context->form, UPLOADED_VERSION)) :
	    place_check(context);
	return status != 0 ? status : check_room(context, resumable->bytes);
}

/* The file is on disk before its row, and the row before anybody hears. */
static int
upload_resumable_create(struct context *context, struct resumable *resumable,
    struct upload_session *file)
{
	const char *directory = context->config->files_dir;
	int64_t hours;
	int result = setting_number(context->db, SETTING_UPLOAD_SESSION_HOURS, &hours);

	if (result != 0)
		return context_status(context, result);
	if (upload_session_create(file, directory, resumable->bytes, &context->errors) !=
	    UPLOAD_SESSION_OPEN) {
		upload_session_remove(directory, file->staged.name);
		return context_refuse(context, 507,
		    "Penyimpanan di server penuh "
		    "atau tidak dapat ditulis. Sampaikan nomor rujukan ini "
		    "kepada administrator.");
	}
	/* Several may have been let in at the same moment. */
	if (!form_upload_spare(context,
		upload_session_has_room(file, resumable->bytes) ? 0 : resumable->bytes)) {
		upload_session_remove(directory, file->staged.name);
		return form_upload_no_disk(context);
	}
	result = db_run(context->db, STATEMENT_UPLOAD_SESSION_CREATE,
	    db_int(context->actor.account_id), db_int(context->actor.agency_id),
	    db_int((int64_t)resumable->bytes), db_text(resumable->metadata),
	    db_text(file->staged.name), db_int(hours));
	if (result >= 0)
		return resumable_find(context, db_last_key(context->db), resumable);
	/* Whether a broken connection left a row nobody knows: the sweep. */
	if (result != DB_AWAY)
		upload_session_remove(directory, file->staged.name);
	return context_status(context, result);
}

/* May its body come now?  Asked when nobody else writes the same upload. */
static int
check_body(struct context *context, const struct resumable *resumable,
    const struct upload_session *file)
{
	const struct request *request = context->request;
	uint64_t bytes = request->content_length > 0 ? (uint64_t)request->content_length : 0;

	if (!form_upload_spare(context,
		upload_session_has_room(file, resumable->bytes) ? 0 : bytes))
		return form_upload_no_disk(context);
	return context_hold_body(context);
}

/* What came in counts; when it was the last of it, it becomes a document. */
static int
resumable_take_body(struct context *context, struct resumable *resumable,
    struct upload_session *file)
{
	int64_t hours;
	int result, status = check_body(context, resumable, file);

	if (status == 0)
		status = resumable_receive(context, resumable, file);
	if (status != 0)
		return status;
	if (file->sure == resumable->bytes)
		return resumable_finish(context, resumable, file);
	result = setting_number(context->db, SETTING_UPLOAD_SESSION_HOURS, &hours);
	if (result == 0)
		result = db_run(context->db, STATEMENT_UPLOAD_SESSION_EXTEND, db_int(hours),
		    db_int(resumable->id), db_int(hours));
	return result < 0 ? context_status(context, result) : 0;
}

int
resumable_create(struct context *context)
{
	struct resumable resumable = { .ended = "", .reason = "" };
	struct upload_session file = { .staged.lasting = true };
	int status = check_version(context);

	if (status == 0)
		status = check_csrf(context);
	if (status == 0)
		status = check_creation(context, &resumable);
	if (status == 0)
		status = upload_resumable_create(context, &resumable, &file);
	if (status == 0) {
		answer_header(context->request, "Location",
		    arena_format(context->arena, "%s/upload/files/%lld", context->config->base_path,
			(long long)resumable.id));
		if (has_body(context->request))
			status = resumable_take_body(context, &resumable, &file);
	}
	if (status == 0) {
		tell_state(context, &resumable, file.sure);
		resumable_answer(context, 201);
	}
	upload_session_close(&file);
	return status;
}

/* ---- HEAD: how much is there --------------------------------------------------- */

static int
answer_head(struct context *context, const struct resumable *resumable, uint64_t offset)
{
	tell_number(context, "Upload-Length", resumable->bytes);
	if (*resumable->metadata != '\0')
		answer_header(context->request, "Upload-Metadata", resumable->metadata);
	tell_state(context, resumable, offset);
	return resumable_answer(context, 200);
}

/*
 * Whoever hears that all bytes are there believes that all is done.  So where
 * the request that brought the last of them could not make it a document, this
 * one does: it was asked for then.
 */
static int
head_of_living(struct context *context, struct resumable *resumable)
{
	struct upload_session file;
	int status = resumable_open_file(context, resumable, &file);

	if (status == 0 && file.sure == resumable->bytes)
		status = resumable_finish(context, resumable, &file);
	if (status == 0)
		answer_head(context, resumable, file.sure);
	upload_session_close(&file);
	return status;
}

int
resumable_head(struct context *context)
{
	struct resumable resumable;
	int status = resumable_find(context, context->keys[0], &resumable);

	if (status == 0)
		status = check_version(context);
	if (status == 0)
		status = check_living(context, &resumable);
	if (status != 0)
		return status;
	return is_kept(&resumable) ?
	    answer_head(context, &resumable, resumable.bytes) :
	    head_of_living(context, &resumable);
}

/* ---- PATCH: more of it ---------------------------------------------------------- */

static int
check_offset(struct context *context, const struct resumable *resumable, uint64_t offset)
{
	uint64_t asked;

	if (!tus_bytes(request_variable(context->request, "HTTP_UPLOAD_OFFSET"), &asked))
		return context_refuse(context, 400,
		    "Upload-Offset tidak ada atau "
		    "keliru.");
	if (asked == offset)
		return 0;
	tell_state(context, resumable, offset);
	return context_refuse(context, 409, "Lanjutkan dari bita %llu.",
	    (unsigned long long)offset);
}

static int
upload_resumable_append(struct context *context, struct resumable *resumable)
{
	struct upload_session file;
	int status = resumable_open_file(context, resumable, &file);

	if (status == 0)
		status = check_offset(context, resumable, file.sure);
	if (status == 0)
		status = resumable_take_body(context, resumable, &file);
	if (status == 0) {
		tell_state(context, resumable, file.sure);
		resumable_answer(context, 204);
	}
	upload_session_close(&file);
	return status;
}

/* The client did not hear that it was done. */
static int
append_again(struct context *context, const struct resumable *resumable)
{
	int status = check_offset(context, resumable, resumable->bytes);

	if (status != 0)
		return status;
	tell_state(context, resumable, resumable->bytes);
	return resumable_answer(context, 204);
}

/* That of the path, for a request that changes it and has the token of the session. */
static int
resumable_find_with_csrf(struct context *context, struct resumable *resumable)
{
	int status = resumable_find(context, context->keys[0], resumable);

	if (status == 0)
		status = check_version(context);
	return status != 0 ? status : check_csrf(context);
}

int
resumable_append(struct context *context)
{
	struct resumable resumable;
	int status = resumable_find_with_csrf(context, &resumable);

	if (status == 0)
		status = check_type(context);
	if (status == 0)
		status = check_living(context, &resumable);
	if (status != 0)
		return status;
	return is_kept(&resumable) ?
	    append_again(context, &resumable) :
	    upload_resumable_append(context, &resumable);
}

/* ---- DELETE: given up ------------------------------------------------------------ */

static int
terminate(struct context *context, const struct resumable *resumable)
{
	struct upload_session file;
	int status = 0;

	/* Whether it is there or not, nobody may be writing to it. */
	if (upload_session_open(&file, context->config->files_dir, resumable->stored_name, LOCK_MS,
		&context->errors) == UPLOAD_SESSION_BUSY)
		status = context_refuse(context, 423,
		    "Bagian dari berkas ini "
		    "masih diterima. Coba lagi sebentar lagi.");
	if (status == 0)
		status = resumable_end(context, resumable, "terminated", "");
	upload_session_close(&file);
	return status != 0 ? status : resumable_answer(context, 204);
}

int
resumable_terminate(struct context *context)
{
	struct resumable resumable;
	int status = resumable_find_with_csrf(context, &resumable);

	if (status == 0 && is_kept(&resumable))
		status = context_refuse(context, 409,
		    "Berkas ini sudah menjadi "
		    "dokumen. Arsipkan dokumennya bila tidak dipakai.");
	return status != 0 ? status : terminate(context, &resumable);
}

/* ---- the largest piece that the line lets through ------------------------------- */

int
upload_limit_probe(struct context *context)
{
	char bytes[16 * 1024];
	int status = check_csrf(context);
	int64_t got;

	if (status != 0)
		return status;
	do
		got = request_read(context->request, bytes, sizeof(bytes));
	while (got > 0);
	return got < 0 ? 400 : resumable_answer(context, 204);
}
