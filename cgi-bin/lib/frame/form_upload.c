/* SPDX-License-Identifier: ISC */
#include "frame/form_upload.h"

#include <errno.h>

#include "frame/words.h"
#include "base/banned.h"

/* Where the settings were lost. */
enum { FILE_MAX_MIB = 50, QUOTA_MIB = 2048 };

int
quota_load(struct visit *visit, int64_t agency_id, struct quota *quota)
{
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_UPLOAD_QUOTA,
	    db_int(agency_id));

	if (result < 0)
		return visit_status(visit, result);
	quota->stored = (uint64_t)row_int(&rows, 0, "stored");
	quota->limit = (uint64_t)(row_null(&rows, 0, "quota_mib") ?
	    QUOTA_MIB : row_int(&rows, 0, "quota_mib")) << 20;
	return 0;
}

uint64_t
quota_left(const struct quota *quota)
{
	return quota->limit > quota->stored ? quota->limit - quota->stored : 0;
}

int
intake_limit(struct visit *visit)
{
	struct quota quota;
	int status = quota_load(visit, visit->actor.agency_id, &quota);

	if (status == 0) {
		visit->file_room_known = true;
		visit->file_room = quota_left(&quota);
	}
	return status;
}

uint64_t
intake_file_max(struct visit *visit)
{
	return (uint64_t)visit_setting_number(visit, "file_max_mib",
	    FILE_MAX_MIB) << 20;
}

static struct intake **
newest(struct visit *visit)
{
	struct intake **place = &visit->files;

	while (*place != NULL && (*place)->next != NULL)
		place = &(*place)->next;
	return place;
}

/* Nothing of a refused file stays, from the moment that it is refused. */
static const char *
refuse(struct visit *visit, int status, const char *why)
{
	struct intake **place = newest(visit);

	files_discard(&(*place)->staged);
	*place = NULL;
	visit->file_status = status;
	return why;
}

static const char *
refuse_size(struct visit *visit)
{
	return refuse(visit, 413, intake_too_large(visit, visit->file_max));
}

static const char *
refuse_quota(struct visit *visit)
{
	return refuse(visit, 413, intake_no_room(visit, visit->file_room));
}

const char *
intake_too_large(struct visit *visit, uint64_t file_max)
{
	return arena_format(visit->arena, "Berkas terlalu besar: paling besar "
	    "%s. Perkecil dahulu, misalnya dengan memindai pada 150 dpi, atau "
	    "bagi menjadi beberapa berkas.", words_bytes(visit->arena,
	    (int64_t)file_max));
}

const char *
intake_no_room(struct visit *visit, uint64_t left)
{
	return arena_format(visit->arena, "Ruang simpan perangkat daerah Anda "
	    "tinggal %s, tidak cukup untuk berkas ini. Perkecil berkasnya, "
	    "atau minta administrator menambah ruang.",
	    words_bytes(visit->arena, (int64_t)left));
}

/* The server's trouble and not the person's: its cause goes to the log.  A
 * full disk has its own status, since the operator of the server looks for
 * it. */
static const char *
refuse_trouble(struct visit *visit, const struct staged *staged)
{
	bool full = staged->error == ENOSPC || staged->error == EDQUOT;
	char reference[REFERENCE_TEXT];

	random_reference(reference);
	fault_log(&visit->fault, reference);
	fault_clear(&visit->fault);
	return refuse(visit, full ? 507 : 500, arena_format(visit->arena,
	    "%s Sampaikan nomor rujukan %s kepada administrator, lalu coba "
	    "lagi. Isian Anda masih ada di halaman ini.", full ?
	    "Penyimpanan di server penuh, jadi berkas ini belum tersimpan." :
	    "Berkas ini tidak dapat disimpan di server.", reference));
}

static size_t
count_files(const struct visit *visit)
{
	size_t count = 0;

	for (const struct intake *at = visit->files; at != NULL; at = at->next)
		count++;
	return count;
}

static const char *
begin(void *arg, const char *field, const char *client_name)
{
	struct visit *visit = arg;
	struct intake *intake, **last;

	if (count_files(visit) == FILES_AT_ONCE)
		return arena_format(visit->arena,
		    "Paling banyak %d berkas sekali kirim.", FILES_AT_ONCE);
	if (visit->file_max == 0)
		visit->file_max = intake_file_max(visit);
	intake = arena_alloc(visit->arena, sizeof(*intake));
	intake->field = arena_text(visit->arena, field);
	intake->client_name = arena_text(visit->arena, client_name);
	last = newest(visit);
	*(*last != NULL ? &(*last)->next : last) = intake;
	if (files_begin(&intake->staged, visit->config->files_dir,
	    &visit->fault) != 0)
		return refuse_trouble(visit, &intake->staged);
	return NULL;
}

static const char *
data(void *arg, const void *bytes, size_t length)
{
	struct visit *visit = arg;
	struct staged *staged = &(*newest(visit))->staged;

	if (staged->bytes + length > visit->file_max)
		return refuse_size(visit);
	if (visit->file_room_known &&
	    staged->bytes + length > visit->file_room)
		return refuse_quota(visit);
	if (files_write(staged, bytes, length, &visit->fault) != 0)
		return refuse_trouble(visit, staged);
	return NULL;
}

static const char *
end(void *arg)
{
	struct visit *visit = arg;
	struct staged *staged = &(*newest(visit))->staged;

	if (staged->bytes == 0)
		return refuse(visit, 0, "Berkas kosong. Pilih berkas yang "
		    "berisi.");
	if (files_finish(staged, &visit->fault) != 0)
		return refuse_trouble(visit, staged);
	visit->file_room -= visit->file_room_known ? staged->bytes : 0;
	return NULL;
}

struct form_sink
intake_sink(struct visit *visit)
{
	return (struct form_sink){ begin, data, end, visit };
}

static const char *
begin_nothing(void *arg, const char *field, const char *client_name)
{
	(void)arg, (void)field, (void)client_name;
	return "Berkas ini belum diterima.";
}

struct form_sink
intake_closed(void)
{
	return (struct form_sink){ .begin = begin_nothing };
}

static bool
surely_undone(int result)
{
	return result > 0 || result == DB_DUPLICATE || result == DB_REFUSED ||
	    result == DB_BUSY;
}

int
intake_commit(struct visit *visit, struct staged *staged, db_work *work,
    void *argument)
{
	const char *directory = visit->config->files_dir;
	int result;

	if (files_keep(staged, directory, &visit->fault) != 0)
		return 500;
	result = db_txn(visit->db, work, argument);
	if (surely_undone(result))
		files_unkeep(staged, directory);
	return result;
}

void
intake_discard(struct visit *visit)
{
	for (struct intake *at = visit->files; at != NULL; at = at->next)
		files_discard(&at->staged);
}
