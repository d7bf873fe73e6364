/* SPDX-License-Identifier: ISC */
/*
 * Files that come in beside what people without account write, and how they are handed out.
 */
#include "guest/sent_file.h"

#include <stdlib.h>
#include <string.h>

#include "assessment/file_check.h"
#include "assessment/file_examine.h"
#include "assessment/file_receive.h"
#include "frame/download.h"
#include "frame/form_upload.h"
#include "frame/words.h"
#include "base/banned.h"

enum { MEBIBYTE = 1 << 20 };

static bool
is_of_set(enum file_type type, enum file_set set)
{
	return set == FILE_SET_EVIDENCE || type == FILE_PDF || type == FILE_JPEG ||
	    type == FILE_PNG;
}

/* The turn to look did not come, or a helper is away: nobody looks later. */
static bool
not_looked_at(const struct config *config, const struct sent_file *file)
{
	bool asks = config->inspector != NULL && *config->inspector != '\0';

	return (asks && !file->inside.done) ||
	    (scan_configured(config) && file->scan.state == SCAN_NONE);
}

/* What it is, and whether it may be kept; NULL, or why not. */
static int
judge_sent_file(struct context *context, struct form_upload *upload, enum file_set set,
    struct sent_file *file, const char **why)
{
	struct temporary_file *staged = &upload->staged;
	struct received received;
	int status;

	status = file_receive(context, &staged, 1, &received, why);
	if (status != 0 || *why != NULL)
		return status;
	if (!is_of_set(received.type, set)) {
		*why = "Berkas ini bukan PDF atau foto. Simpan ulang sebagai PDF atau foto, lalu "
		       "kirim lagi.";
		return 0;
	}
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

/* 12 of "file-12"; 0 of "file". */
static int64_t
key_of_field(const char *name)
{
	const char *hyphen = strrchr(name, '-');

	return hyphen != NULL ? strtoll(hyphen + 1, NULL, 10) : 0;
}

static size_t
count_of_key(const struct sent_files *files, int64_t key)
{
	size_t count = 0;

	for (size_t at = 0; at < files->count; at++)
		count += files->all[at].key == key;
	return count;
}

/* How many they are, how large, and how many came before: what costs nothing to ask. */
static int
count_sent_files(struct context *context, const struct guest *guest, int field,
    const struct sent_files *files)
{
	struct form *form = &context->form;
	int64_t mebibytes = 0;
	int wait;

	for (size_t at = 0; at < files->count; at++) {
		uint64_t bytes = files->all[at].staged->bytes;

		if (count_of_key(files, files->all[at].key) > GUEST_FILES)
			form_error(form, field, "Paling banyak %d berkas. Pilih lagi berkasnya.",
			    GUEST_FILES);
		if (bytes > GUEST_FILE_MAX)
			form_error(form, field,
			    "Berkas terlalu besar: paling besar 10 MB. Perkecil dahulu, lalu "
			    "kirim lagi.");
		mebibytes += (int64_t)(bytes / MEBIBYTE) + 1;
	}
	if (!form_ok(form) || files->count == 0 || guest == NULL)
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
sent_files_take(struct context *context, const struct guest *guest, int field, enum file_set set,
    struct sent_files *files)
{
	struct form_upload *uploads[FILES_AT_ONCE];
	int status;

	*files = (struct sent_files){
		.all = arena_array(context->arena, FILES_AT_ONCE, sizeof(*files->all))
	};
	/* What is made of one of them stands behind all that came. */
	for (struct form_upload *at = context->files; at != NULL && files->count < FILES_AT_ONCE;
	     at = at->next) {
		uploads[files->count] = at;
		files->all[files->count++] = (struct sent_file){ .staged = &at->staged,
			.key = key_of_field(at->field) };
	}
	status = count_sent_files(context, guest, field, files);
	for (size_t at = 0; status == 0 && at < files->count && form_ok(&context->form); at++) {
		const char *why = NULL;

		status = judge_sent_file(context, uploads[at], set, &files->all[at], &why);
		if (why != NULL)
			form_error(&context->form, field, "%s", why);
	}
	return status;
}

void
sent_files_once(struct sent_files *files)
{
	size_t kept = 0;

	for (size_t at = 0; at < files->count; at++) {
		const struct sent_file *file = &files->all[at];
		size_t before = 0;

		while (before < kept &&
		    (files->all[before].key != file->key ||
			memcmp(files->all[before].staged->sha256, file->staged->sha256,
			    SHA256_BYTES) != 0))
			before++;
		if (before == kept)
			files->all[kept++] = *file;
	}
	files->count = kept;
}

int
sent_files_commit(struct context *context, const struct sent_files *files, db_work *work,
    void *argument)
{
	struct temporary_file *staged[FILES_AT_ONCE];

	for (size_t at = 0; at < files->count; at++)
		staged[at] = files->all[at].staged;
	return form_upload_commit_all(context, staged, files->count, 0, work, argument);
}

void
sent_file_fill(struct context *context, struct node *node, const struct rows *rows, size_t row)
{
	struct file_check checked;

	node_set_int(node, "id", row_int(rows, row, "id"));
	node_set(node, "name", row_text(rows, row, "client_name"));
	node_set(node, "kind", words_file_type(row_text(rows, row, "type")));
	node_set(node, "size", words_bytes(context->arena, row_int(rows, row, "bytes")));
	file_check_read(rows, row, &checked);
	file_check_fill(context, node, &checked);
}

int
sent_file_answer(struct context *context, const struct rows *rows, const char *name)
{
	const char *media = row_text(rows, 0, "type");

	return download_send(context,
	    &(struct download){ .stored_name = row_text(rows, 0, "stored_name"),
		.media = media,
		.bytes = row_int(rows, 0, "bytes"),
		.sha256 = row_text(rows, 0, "sha256"),
		.name = arena_format(context->arena, "%s.%s", name,
		    file_extension(file_type_of(media))) });
}
