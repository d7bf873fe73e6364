/* SPDX-License-Identifier: ISC */
/*
 * Files that come in with a form: written as they arrive, measured against the
 * limit of one file and what is left to the agency, and gone again unless a
 * transaction named them.
 */
#include "frame/form_upload.h"

#include <errno.h>

#include "frame/words.h"
#include "store/setting.h"
#include "frame/kept.h"
#include "base/banned.h"

int
quota_load(struct context *context, int64_t agency_id, struct quota *quota)
{
	struct rows rows;
	int64_t limit;
	int result = kept_select(context, &rows, STATEMENT_UPLOAD_QUOTA, db_int(agency_id));

	if (result < 0)
		return context_status(context, result);
	result = setting_number_of(context->db, SETTING_AGENCY_QUOTA_MIB,
	    row_null(&rows, 0, "quota_mib") ? NULL : row_text(&rows, 0, "quota_mib"), &limit);
	quota->stored = (uint64_t)row_int(&rows, 0, "stored");
	quota->limit = (uint64_t)limit << 20;
	return context_status(context, result);
}

uint64_t
quota_left(const struct quota *quota)
{
	return quota->limit > quota->stored ? quota->limit - quota->stored : 0;
}

int
form_upload_limit(struct context *context)
{
	struct quota quota;
	int status = quota_load(context, context->actor.agency_id, &quota);

	if (status == 0) {
		context->file_room_known = true;
		context->file_room = quota_left(&quota);
	}
	return status;
}

int
form_upload_file_max(struct context *context, uint64_t *bytes)
{
	int64_t limit;
	int result = setting_number(context->db, SETTING_FILE_MAX_MIB, &limit);

	*bytes = (uint64_t)limit << 20;
	return context_status(context, result);
}

bool
form_upload_spare(const struct context *context, uint64_t bytes)
{
	return files_spare(context->config->files_dir, context->config->reserve_mib, bytes);
}

static const char no_disk[] = "Ruang penyimpanan di server hampir habis, jadi berkas belum dapat "
			      "diterima; jawaban dan berkas yang sudah tersimpan aman. Beri tahu "
			      "administrator, lalu coba lagi setelah ruangnya ditambah.";

int
form_upload_no_disk(struct context *context)
{
	return context_refuse(context, 507, "%s", no_disk);
}

bool
form_upload_takes(const struct field *fields)
{
	for (; fields != NULL && fields->name != NULL; fields++)
		if (fields->kind == FIELD_FILE)
			return true;
	return false;
}

int
form_upload_announced(struct context *context, const struct field *fields)
{
	int64_t bytes = context->request->content_length;
	uint64_t files = FILES_AT_ONCE, each;
	int status;

	if (bytes <= FORM_BODY_MAX)
		return 0;
	if (!form_upload_takes(fields))
		return 413;
	if (!form_upload_spare(context, (uint64_t)bytes))
		return form_upload_no_disk(context);
	status = form_upload_file_max(context, &context->file_max);
	if (status != 0)
		return status;
	each = context->file_max;
	if (context->actor.account_id == 0) {
		files = GUEST_FILES;
		each = GUEST_FILE_MAX;
	}
	return (uint64_t)bytes <= files * each + FORM_BODY_MAX ?
	    0 :
	    context_refuse(context, 413, "%s", form_upload_too_large(context, each));
}

static struct form_upload **
newest(struct context *context)
{
	struct form_upload **place = &context->files;

	while (*place != NULL && (*place)->next != NULL)
		place = &(*place)->next;
	return place;
}

/* Nothing of a refused file stays, from the moment that it is refused. */
static const char *
form_upload_refuse(struct context *context, int status, const char *why)
{
	struct form_upload **place = newest(context);

	files_discard(&(*place)->staged);
	*place = NULL;
	context->file_status = status;
	return why;
}

static const char *
refuse_size(struct context *context)
{
	return form_upload_refuse(context, 413, form_upload_too_large(context, context->file_max));
}

static const char *
refuse_quota(struct context *context)
{
	return form_upload_refuse(context, 413, form_upload_no_room(context, context->file_room));
}

const char *
form_upload_too_large(struct context *context, uint64_t file_max)
{
	return arena_format(context->arena,
	    "Berkas terlalu besar: paling besar "
	    "%s. Perkecil dahulu, misalnya dengan memindai pada 150 dpi, atau "
	    "bagi menjadi beberapa berkas.",
	    words_bytes(context->arena, (int64_t)file_max));
}

const char *
form_upload_no_room(struct context *context, uint64_t left)
{
	return arena_format(context->arena,
	    "Ruang simpan perangkat daerah Anda "
	    "tinggal %s, tidak cukup untuk berkas ini. Perkecil berkasnya, "
	    "atau minta administrator menambah ruang.",
	    words_bytes(context->arena, (int64_t)left));
}

/* The server's trouble and not the person's: its cause goes to the log.  A
 * full disk has its own status, since the operator of the server looks for
 * it. */
static const char *
refuse_trouble(struct context *context, const struct temporary_file *staged)
{
	bool full = staged->error == ENOSPC || staged->error == EDQUOT;
	const char *reference = context_log(context);

	return form_upload_refuse(context, full ? 507 : 500,
	    arena_format(context->arena,
		"%s Sampaikan nomor rujukan %s kepada administrator, lalu coba "
		"lagi. Yang Anda tulis masih ada di halaman ini.",
		full ? "Penyimpanan di server penuh, jadi berkas ini belum tersimpan." :
		       "Berkas ini tidak dapat disimpan di server.",
		reference));
}

/* Of a file that was not begun: how large it may be cannot be read. */
static const char *
refuse_unlimited(struct context *context, int status)
{
	const char *reference = context_log(context);

	context->file_status = status;
	return arena_format(context->arena,
	    "Berkas ini belum dapat diterima: "
	    "layanan sedang terganggu. Coba lagi sebentar lagi; bila terulang, "
	    "sampaikan nomor rujukan %s kepada administrator.",
	    reference);
}

static size_t
count_files(const struct context *context)
{
	size_t count = 0;

	for (const struct form_upload *at = context->files; at != NULL; at = at->next)
		count++;
	return count;
}

static const char *
form_upload_begin(void *arg, const char *field, const char *client_name)
{
	struct context *context = arg;
	struct form_upload *form_upload, **last;
	int status = 0;

	if (count_files(context) == FILES_AT_ONCE)
		return arena_format(context->arena, "Paling banyak %d berkas sekali kirim.",
		    FILES_AT_ONCE);
	if (context->file_max == 0)
		status = form_upload_file_max(context, &context->file_max);
	if (status != 0)
		return refuse_unlimited(context, status);
	if (!form_upload_spare(context, 0)) {
		context->file_status = 507;
		return no_disk;
	}
	form_upload = arena_alloc(context->arena, sizeof(*form_upload));
	form_upload->field = arena_text(context->arena, field);
	form_upload->client_name = arena_text(context->arena, client_name);
	last = newest(context);
	*(*last != NULL ? &(*last)->next : last) = form_upload;
	if (files_begin(&form_upload->staged, context->config->files_dir, &context->errors) != 0)
		return refuse_trouble(context, &form_upload->staged);
	return NULL;
}

static const char *
form_upload_data(void *arg, const void *bytes, size_t length)
{
	struct context *context = arg;
	struct temporary_file *staged = &(*newest(context))->staged;

	/* analyse: analyzer-null-dereference: bytes come after form_upload_begin. */
	if (staged->bytes + length > context->file_max)
		return refuse_size(context);
	if (context->file_room_known && staged->bytes + length > context->file_room)
		return refuse_quota(context);
	if (files_write(staged, bytes, length, &context->errors) != 0)
		return refuse_trouble(context, staged);
	return NULL;
}

static const char *
form_upload_end(void *arg)
{
	struct context *context = arg;
	struct temporary_file *staged = &(*newest(context))->staged;

	/* analyse: analyzer-null-dereference: an end comes after form_upload_begin. */
	if (staged->bytes == 0)
		return form_upload_refuse(context, 0,
		    "Berkas kosong. Pilih berkas yang "
		    "berisi.");
	if (files_finish(staged, &context->errors) != 0)
		return refuse_trouble(context, staged);
	context->file_room -= context->file_room_known ? staged->bytes : 0;
	return NULL;
}

struct form_sink
form_upload_sink(struct context *context)
{
	return (struct form_sink){ form_upload_begin, form_upload_data, form_upload_end, context };
}

static const char *
begin_nothing(void *arg, const char *field, const char *client_name)
{
	(void)arg, (void)field, (void)client_name;
	return "Berkas ini belum diterima.";
}

struct form_sink
form_upload_closed(void)
{
	return (struct form_sink){ .begin = begin_nothing };
}

static bool
surely_undone(int result)
{
	return result == DB_STOPPED || result == DB_DUPLICATE || result == DB_REFUSED ||
	    result == DB_BUSY || result == DB_UNABLE;
}

int
form_upload_commit_all(struct context *context, struct temporary_file *const *staged, size_t count,
    int64_t agency_id, db_work *work, void *argument)
{
	const char *directory = context->config->files_dir;
	size_t kept = 0;
	int result = 0;

	while (kept < count && result == 0)
		result = files_keep(staged[kept++], directory, &context->errors) != 0 ?
		    DB_FAILED :
		    0;
	if (result == 0)
		result = agency_id != 0 ?
		    db_txn_agency(context->db, agency_id, work, argument) :
		    db_txn(context->db, work, argument);
	else
		kept--;
	if (surely_undone(result) || kept < count)
		while (kept > 0)
			files_unkeep(staged[--kept], directory);
	return result;
}

int
form_upload_commit(struct context *context, struct temporary_file *staged, int64_t agency_id,
    db_work *work, void *argument)
{
	return form_upload_commit_all(context, &staged, 1, agency_id, work, argument);
}

struct temporary_file *
form_upload_more(struct context *context)
{
	struct form_upload *more = arena_alloc(context->arena, sizeof(*more));
	struct form_upload **last = newest(context);

	more->field = more->client_name = "";
	*(*last != NULL ? &(*last)->next : last) = more;
	return &more->staged;
}

void
form_upload_discard(struct context *context)
{
	for (struct form_upload *at = context->files; at != NULL; at = at->next)
		files_discard(&at->staged);
}
