/* SPDX-License-Identifier: ISC */
#include "upload/resumable.h"

#include <string.h>
#include <time.h>

#include "base/secret.h"
#include "frame/form_upload.h"
#include "base/banned.h"

enum {
	HOURS = 168,		/* where the setting was lost */
	LIVING_MAX = 500,	/* of an agency at once */
	LOCK_MS = 1000,		/* the request before this one is just ending */
	DATE_ROOM = 40
};

/* ---- every request ------------------------------------------------------------ */

static int
check_version(struct visit *visit)
{
	const char *version = request_variable(visit->request,
	    "HTTP_TUS_RESUMABLE");

	if (version != NULL && strcmp(version, TUS_VERSION) == 0)
		return 0;
	answer_header(visit->request, "Tus-Version", TUS_VERSION);
	return visit_refuse(visit, 412, "Versi tus yang didukung: "
	    TUS_VERSION ".");
}

static int
check_csrf(struct visit *visit)
{
	const char *token = request_variable(visit->request,
	    "HTTP_X_CSRF_TOKEN");

	if (token != NULL && secret_equal(token, visit->actor.csrf))
		return 0;
	return visit_refuse(visit, 403, "Halaman ini sudah terbuka sebelum "
	    "Anda masuk kembali. Muat ulang halamannya, lalu lanjutkan.");
}

static int
find(struct visit *visit, int64_t id, struct arrival *arrival)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_ARRIVAL_FIND,
	    db_int(id), db_int(visit->actor.account_id),
	    db_int(visit->actor.agency_id));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	*arrival = (struct arrival){
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
is_kept(const struct arrival *arrival)
{
	return strcmp(arrival->ended, "kept") == 0;
}

/* 0 while it arrives, and once it was kept. */
static int
check_living(struct visit *visit, const struct arrival *arrival)
{
	if (is_kept(arrival))
		return 0;
	if (*arrival->reason != '\0')
		return visit_refuse(visit, 410, "%s", arrival->reason);
	if (*arrival->ended == '\0' && !arrival->expired)
		return 0;
	return visit_refuse(visit, 410, "Unggahan ini sudah berakhir. Unggah "
	    "berkasnya lagi dari awal.");
}

static int
gone(struct visit *visit, const struct arrival *arrival)
{
	int status;

	FAULT(&visit->fault, "the file of arrival %lld is not there",
	    (long long)arrival->id);
	status = arrival_end(visit, arrival, "lost", "");
	return status != 0 ? status : visit_refuse(visit, 410, "Bagian yang "
	    "sudah terkirim tidak ada lagi di server. Unggah berkasnya lagi "
	    "dari awal.");
}

static int
open_file(struct visit *visit, const struct arrival *arrival,
    struct arriving *file)
{
	switch (arriving_open(file, visit->config->files_dir,
	    arrival->stored_name, LOCK_MS, &visit->fault)) {
	case ARRIVING_OPEN:
		return 0;
	case ARRIVING_BUSY:
		return visit_refuse(visit, 423, "Bagian sebelumnya dari berkas "
		    "ini masih diterima. Coba lagi sebentar lagi.");
	case ARRIVING_GONE:
		return gone(visit, arrival);
	case ARRIVING_FAILED:
		break;
	}
	return visit_refuse(visit, 500, "Berkas tidak dapat dibuka di server.");
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
	    strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S GMT",
	    &parts) == 0)
		return "";
	return arena_text(arena, text);
}

static void
tell_number(struct visit *visit, const char *header, uint64_t number)
{
	answer_header(visit->request, header, arena_format(visit->arena,
	    "%llu", (unsigned long long)number));
}

static void
tell_state(struct visit *visit, const struct arrival *arrival,
    uint64_t offset)
{
	tell_number(visit, "Upload-Offset", offset);
	if (arrival->document_id != 0)
		answer_header(visit->request, "Matang-Document",
		    arena_format(visit->arena, "%s/upload/document/%lld",
		    visit->config->base_path,
		    (long long)arrival->document_id));
	else
		answer_header(visit->request, "Upload-Expires",
		    http_date(visit->arena, arrival->expires));
	if (arrival->unplaced)
		answer_header(visit->request, "Matang-Unplaced", "1");
}

static int
answer(struct visit *visit, int status)
{
	answer_begin(visit->request, status, NULL, status == 204 ? -1 : 0);
	return 0;
}

int
arrival_options(struct visit *visit)
{
	struct request *request = visit->request;

	answer_header(request, "Tus-Version", TUS_VERSION);
	answer_header(request, "Tus-Extension", TUS_EXTENSIONS);
	answer_header(request, "Tus-Checksum-Algorithm", TUS_ALGORITHMS);
	tell_number(visit, "Tus-Max-Size", intake_file_max(visit));
	return answer(visit, 204);
}

/* ---- POST: creation ------------------------------------------------------------ */

static bool
has_body(const struct request *request)
{
	return request->content_length > 0 || (request->content_length < 0 &&
	    request_variable(request, "HTTP_TRANSFER_ENCODING") != NULL);
}

static int
check_type(struct visit *visit)
{
	const struct request *request = visit->request;

	return strcmp(request->content_type, TUS_BODY) == 0 ? 0 :
	    visit_refuse(visit, 415, "Jenis isinya harus " TUS_BODY ".");
}

static int
check_room(struct visit *visit, uint64_t bytes)
{
	uint64_t file_max = intake_file_max(visit);
	struct quota quota;
	struct rows rows;
	int result, status = quota_load(visit, visit->actor.agency_id, &quota);

	if (status != 0)
		return status;
	if (bytes > file_max)
		return visit_refuse(visit, 413, "%s", intake_too_large(visit,
		    file_max));
	if (bytes > quota_left(&quota))
		return visit_refuse(visit, 413, "%s", intake_no_room(visit,
		    quota_left(&quota)));
	/* What was begun and left takes no room of the agency's, but the
	 * disk's: so there is an end to it. */
	result = db_select(visit->db, &rows, STATEMENT_ARRIVAL_LIVING,
	    db_int(visit->actor.agency_id));
	if (result < 0)
		return visit_status(visit, result);
	if (row_int(&rows, 0, "count") >= LIVING_MAX ||
	    (uint64_t)row_int(&rows, 0, "bytes") + bytes > quota.limit)
		return visit_refuse(visit, 413, "Terlalu banyak unggahan yang "
		    "belum selesai. Lanjutkan atau batalkan dahulu yang sudah "
		    "dimulai.");
	return 0;
}

/* What is said about the file, and whether it may come at all. */
static int
check_creation(struct visit *visit, struct arrival *arrival)
{
	struct request *request = visit->request;
	int64_t document;
	int status;

	if (!tus_bytes(request_variable(request, "HTTP_UPLOAD_LENGTH"),
	    &arrival->bytes))
		return visit_refuse(visit, 400, "Upload-Length tidak ada atau "
		    "keliru.");
	if (arrival->bytes == 0)
		return visit_refuse(visit, 422, "Berkas kosong. Pilih berkas "
		    "yang berisi.");
	if (has_body(request) && (status = check_type(visit)) != 0)
		return status;
	arrival->metadata = request_variable(request, "HTTP_UPLOAD_METADATA");
	if (arrival->metadata == NULL)
		arrival->metadata = "";
	status = arrival_details(visit, arrival->metadata);
	if (status != 0)
		return status;
	document = form_number(&visit->form, ARRIVAL_DOCUMENT);
	status = document != 0 ? revise_check(visit, document,
	    form_number(&visit->form, ARRIVAL_VERSION)) : place_check(visit);
	return status != 0 ? status : check_room(visit, arrival->bytes);
}

/* The file is on disk before its row, and the row before anybody hears. */
static int
create(struct visit *visit, struct arrival *arrival, struct arriving *file)
{
	const char *directory = visit->config->files_dir;
	int result;

	if (arriving_create(file, directory, &visit->fault) != ARRIVING_OPEN)
		return visit_refuse(visit, 507, "Penyimpanan di server penuh "
		    "atau tidak dapat ditulis. Sampaikan nomor rujukan ini "
		    "kepada administrator.");
	result = db_run(visit->db, STATEMENT_ARRIVAL_CREATE,
	    db_int(visit->actor.account_id), db_int(visit->actor.agency_id),
	    db_int((int64_t)arrival->bytes), db_text(arrival->metadata),
	    db_text(file->staged.name), db_int(visit_setting_number(visit,
	    "arrival_hours", HOURS)));
	if (result >= 0)
		return find(visit, db_last_key(visit->db), arrival);
	/* Whether a broken connection left a row nobody knows: the sweep. */
	if (result != DB_AWAY)
		arriving_remove(directory, file->staged.name);
	return visit_status(visit, result);
}

/* What came in counts; when it was the last of it, it becomes a document. */
static int
take_body(struct visit *visit, struct arrival *arrival,
    struct arriving *file)
{
	int64_t hours;
	int result, status = arrival_receive(visit, arrival, file);

	if (status != 0)
		return status;
	if (file->sure == arrival->bytes)
		return arrival_finish(visit, arrival, file);
	hours = visit_setting_number(visit, "arrival_hours", HOURS);
	result = db_run(visit->db, STATEMENT_ARRIVAL_EXTEND, db_int(hours),
	    db_int(arrival->id), db_int(hours));
	return result < 0 ? visit_status(visit, result) : 0;
}

int
arrival_create(struct visit *visit)
{
	struct arrival arrival = { .ended = "", .reason = "" };
	struct arriving file = { .staged.lasting = true };
	int status = check_version(visit);

	if (status == 0)
		status = check_csrf(visit);
	if (status == 0)
		status = check_creation(visit, &arrival);
	if (status == 0)
		status = create(visit, &arrival, &file);
	if (status == 0) {
		answer_header(visit->request, "Location",
		    arena_format(visit->arena, "%s/upload/files/%lld",
		    visit->config->base_path, (long long)arrival.id));
		if (has_body(visit->request))
			status = take_body(visit, &arrival, &file);
	}
	if (status == 0) {
		tell_state(visit, &arrival, file.sure);
		answer(visit, 201);
	}
	arriving_close(&file);
	return status;
}

/* ---- HEAD: how much is there --------------------------------------------------- */

static int
answer_head(struct visit *visit, const struct arrival *arrival,
    uint64_t offset)
{
	tell_number(visit, "Upload-Length", arrival->bytes);
	if (*arrival->metadata != '\0')
		answer_header(visit->request, "Upload-Metadata",
		    arrival->metadata);
	tell_state(visit, arrival, offset);
	return answer(visit, 200);
}

/*
 * Whoever hears that all bytes are there believes that all is done.  So where
 * the request that brought the last of them could not make it a document, this
 * one does: it was asked for then.
 */
static int
head_of_living(struct visit *visit, struct arrival *arrival)
{
	struct arriving file;
	int status = open_file(visit, arrival, &file);

	if (status == 0 && file.sure == arrival->bytes)
		status = arrival_finish(visit, arrival, &file);
	if (status == 0)
		answer_head(visit, arrival, file.sure);
	arriving_close(&file);
	return status;
}

int
arrival_head(struct visit *visit)
{
	struct arrival arrival;
	int status = find(visit, visit->keys[0], &arrival);

	if (status == 0)
		status = check_version(visit);
	if (status == 0)
		status = check_living(visit, &arrival);
	if (status != 0)
		return status;
	return is_kept(&arrival) ? answer_head(visit, &arrival,
	    arrival.bytes) : head_of_living(visit, &arrival);
}

/* ---- PATCH: more of it ---------------------------------------------------------- */

static int
check_offset(struct visit *visit, const struct arrival *arrival,
    uint64_t offset)
{
	uint64_t asked;

	if (!tus_bytes(request_variable(visit->request, "HTTP_UPLOAD_OFFSET"),
	    &asked))
		return visit_refuse(visit, 400, "Upload-Offset tidak ada atau "
		    "keliru.");
	if (asked == offset)
		return 0;
	tell_state(visit, arrival, offset);
	return visit_refuse(visit, 409, "Lanjutkan dari bita %llu.",
	    (unsigned long long)offset);
}

static int
append(struct visit *visit, struct arrival *arrival)
{
	struct arriving file;
	int status = open_file(visit, arrival, &file);

	if (status == 0)
		status = check_offset(visit, arrival, file.sure);
	if (status == 0)
		status = take_body(visit, arrival, &file);
	if (status == 0) {
		tell_state(visit, arrival, file.sure);
		answer(visit, 204);
	}
	arriving_close(&file);
	return status;
}

/* The client did not hear that it was done. */
static int
append_again(struct visit *visit, const struct arrival *arrival)
{
	int status = check_offset(visit, arrival, arrival->bytes);

	if (status != 0)
		return status;
	tell_state(visit, arrival, arrival->bytes);
	return answer(visit, 204);
}

int
arrival_append(struct visit *visit)
{
	struct arrival arrival;
	int status = find(visit, visit->keys[0], &arrival);

	if (status == 0)
		status = check_version(visit);
	if (status == 0)
		status = check_csrf(visit);
	if (status == 0)
		status = check_type(visit);
	if (status == 0)
		status = check_living(visit, &arrival);
	if (status != 0)
		return status;
	return is_kept(&arrival) ? append_again(visit, &arrival) :
	    append(visit, &arrival);
}

/* ---- DELETE: given up ------------------------------------------------------------ */

static int
terminate(struct visit *visit, const struct arrival *arrival)
{
	struct arriving file;
	int status = 0;

	/* Whether it is there or not, nobody may be writing to it. */
	if (arriving_open(&file, visit->config->files_dir,
	    arrival->stored_name, LOCK_MS, &visit->fault) == ARRIVING_BUSY)
		status = visit_refuse(visit, 423, "Bagian dari berkas ini "
		    "masih diterima. Coba lagi sebentar lagi.");
	if (status == 0)
		status = arrival_end(visit, arrival, "terminated", "");
	arriving_close(&file);
	return status != 0 ? status : answer(visit, 204);
}

int
arrival_terminate(struct visit *visit)
{
	struct arrival arrival;
	int status = find(visit, visit->keys[0], &arrival);

	if (status == 0)
		status = check_version(visit);
	if (status == 0)
		status = check_csrf(visit);
	if (status == 0 && is_kept(&arrival))
		status = visit_refuse(visit, 409, "Berkas ini sudah menjadi "
		    "dokumen. Arsipkan dokumennya bila tidak dipakai.");
	return status != 0 ? status : terminate(visit, &arrival);
}

/* ---- the largest piece that the line lets through ------------------------------- */

int
arrival_probe(struct visit *visit)
{
	char bytes[16 * 1024];
	int status = check_csrf(visit);
	int64_t got;

	if (status != 0)
		return status;
	do
		got = request_read(visit->request, bytes, sizeof(bytes));
	while (got > 0);
	return got < 0 ? 400 : answer(visit, 204);
}
