/* SPDX-License-Identifier: ISC */
/*
 * The body of a request becomes the next bytes of a file that comes in pieces;
 * what is acknowledged is on disk, and what has a checksum counts as a whole
 * or not at all.
 */
#include "upload/resumable.h"

#include <errno.h>

#include "base/banned.h"

enum { PIECE = 64 * 1024 };

static const char *const hash_names[] = {
	[TUS_SHA1] = "sha1",
	[TUS_SHA256] = "sha256",
};

/* The server's trouble; what was sure stays sure. */
static int
trouble(struct context *context, const struct upload_session *file)
{
	int error = file->staged.error;

	if (error == ENOSPC || error == EDQUOT)
		return context_refuse(context, 507,
		    "Penyimpanan di server penuh. "
		    "Yang sudah terkirim tetap tersimpan: lanjutkan setelah "
		    "administrator menyediakan ruang.");
	return context_refuse(context, 500,
	    "Berkas tidak dapat disimpan di "
	    "server. Yang sudah terkirim tetap tersimpan: coba lagi, atau "
	    "sampaikan nomor rujukan ini kepada administrator.");
}

static int
too_long(struct context *context)
{
	return context_refuse(context, 413,
	    "Yang dikirim lebih panjang daripada "
	    "berkasnya. Barangkali berkas itu berubah sejak unggahan dimulai: "
	    "batalkan, lalu unggah lagi dari awal.");
}

/* Bytes that nobody acknowledged: a status, of the refusal or of the disk. */
static int
drop(struct context *context, struct upload_session *file, int status)
{
	return upload_session_cut(file, &context->errors) == 0 ? status : trouble(context, file);
}

static int
resumable_body_begin(struct context *context, const struct resumable *resumable,
    const struct tus_checksum *checksum, struct upload_session *file)
{
	int status = 0;

	if (checksum->hash != TUS_NO_HASH)
		status = upload_session_mark(file, hash_names[checksum->hash], &context->errors);
	if (status == 0 && file->sure == 0 &&
	    context->request->content_length == (int64_t)resumable->bytes)
		status = upload_session_along(file, &context->errors);
	return status == 0 ? 0 : trouble(context, file);
}

/* *whole: all came that was announced. */
static int
copy_body(struct context *context, const struct resumable *resumable, struct upload_session *file,
    bool *whole)
{
	struct request *request = context->request;
	uint64_t begun = file->sure;
	char bytes[PIECE];
	int64_t got;

	while ((got = request_read(request, bytes, sizeof(bytes))) > 0) {
		if ((uint64_t)got > resumable->bytes - file->staged.bytes)
			return too_long(context);
		if (upload_session_write(file, bytes, (size_t)got, &context->errors) != 0)
			return trouble(context, file);
	}
	*whole = got == 0 &&
	    (request->content_length < 0 ||
		file->staged.bytes - begun == (uint64_t)request->content_length);
	return 0;
}

/* What has a checksum counts as a whole or not at all. */
static int
resumable_body_check(struct context *context, const struct tus_checksum *checksum,
    struct upload_session *file, bool whole)
{
	if (!whole)
		return context_refuse(context, 400,
		    "Kiriman ini terputus. Kirim "
		    "lagi bagian ini.");
	if (!upload_session_matches(file, checksum->digest, checksum->length))
		return context_refuse(context, 460,
		    "Bagian ini rusak di "
		    "perjalanan. Kirim lagi bagian ini.");
	return 0;
}

int
resumable_receive(struct context *context, const struct resumable *resumable,
    struct upload_session *file)
{
	struct request *request = context->request;
	struct tus_checksum checksum;
	bool whole = false;
	int status;

	if (!tus_checksum(request_variable(request, "HTTP_UPLOAD_CHECKSUM"), &checksum))
		return context_refuse(context, 400,
		    "Upload-Checksum tidak "
		    "dikenal.");
	if (request->content_length > (int64_t)(resumable->bytes - file->sure))
		return too_long(context);
	status = resumable_body_begin(context, resumable, &checksum, file);
	if (status != 0)
		return status;
	status = copy_body(context, resumable, file, &whole);
	if (status == 0 && checksum.hash != TUS_NO_HASH)
		status = resumable_body_check(context, &checksum, file, whole);
	if (status == 413 || (status != 0 && checksum.hash != TUS_NO_HASH))
		status = drop(context, file, status);
	else if (upload_session_sync(file, &context->errors) != 0)
		status = trouble(context, file);
	/* A long body is time enough for the database to hang up. */
	db_attach(context->db, context->arena, &context->errors);
	return status;
}
