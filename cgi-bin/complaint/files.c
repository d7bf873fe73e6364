/* SPDX-License-Identifier: ISC */
/*
 * Files that come with a complaint: what they are by their content, looked into and scanned
 * while the person waits as evidence is, and refused where that could not be done; handed out to
 * those who handle it, to be saved, never shown.
 */
#include "complaint/complaint.h"

#include "assessment/file_examine.h"
#include "assessment/file_receive.h"
#include "frame/download.h"
#include "frame/form_upload.h"
#include "frame/words.h"
#include "store/antivirus.h"
#include "base/banned.h"

enum { MEBIBYTE = 1 << 20 };

struct complaint_file {
	struct temporary_file *staged;
	const char *client_name, *media;
	struct inspection inside;
	struct scan scan;
};

/* The turn to look did not come, or a helper is away: nobody looks later. */
static bool
not_looked_at(const struct config *config, const struct complaint_file *file)
{
	bool asks = config->inspector != NULL && *config->inspector != '\0';

	return (asks && !file->inside.done) ||
	    (scan_configured(config) && file->scan.state == SCAN_NONE);
}

/* What it is, and whether it may be kept; NULL, or why not. */
static int
complaint_file_judge(struct context *context, struct form_upload *upload,
    struct complaint_file *file, const char **why)
{
	struct temporary_file *staged = &upload->staged;
	struct received received;
	int status;

	status = file_receive(context, &staged, 1, &received, why);
	if (status != 0 || *why != NULL)
		return status;
	*why = examine_file(context, received.staged, received.type, &file->inside, &file->scan);
	if (*why == NULL && file->scan.state == SCAN_INFECTED)
		*why = "Berkas ini berisi virus. Kirim tanpa berkas ini.";
	if (*why == NULL && file->inside.stop != STOP_NONE)
		*why = "Isi berkas ini tidak dapat diperiksa. Simpan ulang sebagai PDF atau foto, "
		       "lalu kirim lagi.";
	if (*why == NULL && not_looked_at(context->config, file))
		*why = "Berkas belum dapat diperiksa sekarang. Kirim lagi beberapa menit lagi, "
		       "atau kirim tanpa berkas.";
	file->staged = received.staged;
	file->client_name = upload->client_name;
	file->media = file_media(received.type);
	return 0;
}

/* How many they are, how large, and how many came before: what costs nothing to ask. */
static int
count_complaint_files(const struct guest *guest, int field, struct form_upload *const *uploads,
    size_t count)
{
	struct context *context = guest->context;
	struct form *form = &context->form;
	int64_t mebibytes = 0;
	int wait;

	if (count > GUEST_FILES)
		form_error(form, field, "Paling banyak %d berkas. Pilih lagi berkasnya.",
		    GUEST_FILES);
	for (size_t at = 0; at < count; at++) {
		if (uploads[at]->staged.bytes > GUEST_FILE_MAX)
			form_error(form, field,
			    "Berkas terlalu besar: paling besar 10 MiB. Perkecil dahulu, lalu "
			    "kirim lagi.");
		mebibytes += (int64_t)(uploads[at]->staged.bytes / MEBIBYTE) + 1;
	}
	if (!form_ok(form) || count == 0)
		return 0;
	wait = guest_take_files(guest, mebibytes);
	if (wait > 0)
		form_error(form, field,
		    "Terlalu banyak berkas dari jaringan ini dalam satu jam terakhir. Kirim tanpa "
		    "berkas, atau kirim lagi setelah %d menit.",
		    (wait + 59) / 60);
	return wait < 0 ? context_status(context, wait) : 0;
}

int
complaint_files_take(const struct guest *guest, int field, struct complaint_files *files)
{
	struct context *context = guest->context;
	struct form_upload *uploads[FILES_AT_ONCE];
	size_t count = 0;
	int status;

	for (struct form_upload *at = context->files; at != NULL && count < FILES_AT_ONCE;
	     at = at->next)
		uploads[count++] = at;
	*files = (struct complaint_files){
		.all = arena_array(context->arena, FILES_AT_ONCE, sizeof(*files->all))
	};
	status = count_complaint_files(guest, field, uploads, count);
	if (!form_ok(&context->form))
		return status;
	for (size_t at = 0; status == 0 && at < count && form_ok(&context->form); at++) {
		const char *why = NULL;

		status = complaint_file_judge(context, uploads[at], &files->all[at], &why);
		if (why != NULL)
			form_error(&context->form, field, "%s", why);
	}
	files->count = count;
	return status;
}

int
complaint_files_commit(struct context *context, struct complaint_files *files, db_work *work,
    void *argument)
{
	struct temporary_file *staged[FILES_AT_ONCE];

	for (size_t at = 0; at < files->count; at++)
		staged[at] = files->all[at].staged;
	return form_upload_commit_all(context, staged, files->count, 0, work, argument);
}

int
complaint_files_add(struct context *context, int64_t complaint_id,
    const struct complaint_files *files)
{
	int result = 0;

	for (size_t at = 0; result >= 0 && at < files->count; at++) {
		const struct complaint_file *file = &files->all[at];
		const struct inspection *inside = &file->inside;

		result = db_run(context->db, STATEMENT_COMPLAINT_FILE_ADD, db_int(complaint_id),
		    db_bytes(file->staged->sha256, SHA256_BYTES),
		    db_int((int64_t)file->staged->bytes), db_text(file->media),
		    db_text(file->client_name), db_text(file->staged->name),
		    db_text(finding_set(context->arena, inside->findings)),
		    inside->done && inside->pages >= 0 ? db_int(inside->pages) : db_null(),
		    inside->done && inside->signatures >= 0 ?
			db_int(inside->signatures) :
			db_null(),
		    db_int(inside->done), db_text(scan_code(file->scan.state)),
		    db_int(file->scan.state != SCAN_NONE));
	}
	return result < 0 ? result : 0;
}

int
send_complaint_file(struct context *context)
{
	struct rows complaint, rows;
	const char *media;
	int result, status = complaint_find(context, &complaint);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_COMPLAINT_FILE, db_int(context->keys[1]),
	    db_int(context->keys[0]));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	media = row_text(&rows, 0, "type");
	context_takes_out(context, "download", context->actor.region_id, 0,
	    arena_format(context->arena, "berkas pengaduan %s",
		complaint_number(context->arena, context->keys[0])));
	return download_send(context,
	    &(struct download){ .stored_name = row_text(&rows, 0, "stored_name"),
		.media = media,
		.bytes = row_int(&rows, 0, "bytes"),
		.sha256 = row_text(&rows, 0, "sha256"),
		.name = arena_format(context->arena, "%s-%lld.%s",
		    complaint_number(context->arena, context->keys[0]), (long long)context->keys[1],
		    file_extension(file_type_of(media))) });
}
