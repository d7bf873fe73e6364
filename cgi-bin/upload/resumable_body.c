/* SPDX-License-Identifier: ISC */
#include "upload/resumable.h"

#include <errno.h>

#include "base/banned.h"

enum { PIECE = 64 * 1024 };

static const char *const hash_names[] = {
	[TUS_SHA1] = "sha1", [TUS_SHA256] = "sha256",
};

/* The server's trouble; what was sure stays sure. */
static int
trouble(struct visit *visit, const struct arriving *file)
{
	int error = file->staged.error;

	if (error == ENOSPC || error == EDQUOT)
		return visit_refuse(visit, 507, "Penyimpanan di server penuh. "
		    "Yang sudah terkirim tetap tersimpan: lanjutkan setelah "
		    "administrator menyediakan ruang.");
	return visit_refuse(visit, 500, "Berkas tidak dapat disimpan di "
	    "server. Yang sudah terkirim tetap tersimpan: coba lagi, atau "
	    "sampaikan nomor rujukan ini kepada administrator.");
}

static int
too_long(struct visit *visit)
{
	return visit_refuse(visit, 413, "Yang dikirim lebih panjang daripada "
	    "berkasnya. Barangkali berkas itu berubah sejak unggahan dimulai: "
	    "batalkan, lalu unggah lagi dari awal.");
}

/* Bytes that nobody acknowledged: a status, of the refusal or of the disk. */
static int
drop(struct visit *visit, struct arriving *file, int status)
{
	return arriving_cut(file, &visit->fault) == 0 ? status :
	    trouble(visit, file);
}

static int
begin(struct visit *visit, const struct arrival *arrival,
    const struct tus_checksum *checksum, struct arriving *file)
{
	int status = 0;

	if (checksum->hash != TUS_NO_HASH)
		status = arriving_mark(file, hash_names[checksum->hash],
		    &visit->fault);
	if (status == 0 && file->sure == 0 &&
	    visit->request->content_length == (int64_t)arrival->bytes)
		status = arriving_along(file, &visit->fault);
	return status == 0 ? 0 : trouble(visit, file);
}

/* *whole: all came that was announced. */
static int
copy_body(struct visit *visit, const struct arrival *arrival,
    struct arriving *file, bool *whole)
{
	struct request *request = visit->request;
	uint64_t begun = file->sure;
	char bytes[PIECE];
	int64_t got;

	while ((got = request_read(request, bytes, sizeof(bytes))) > 0) {
		if ((uint64_t)got > arrival->bytes - file->staged.bytes)
			return too_long(visit);
		if (arriving_write(file, bytes, (size_t)got,
		    &visit->fault) != 0)
			return trouble(visit, file);
	}
	*whole = got == 0 && (request->content_length < 0 ||
	    file->staged.bytes - begun == (uint64_t)request->content_length);
	return 0;
}

/* What has a checksum counts as a whole or not at all. */
static int
check(struct visit *visit, const struct tus_checksum *checksum,
    struct arriving *file, bool whole)
{
	if (!whole)
		return visit_refuse(visit, 400, "Kiriman ini terputus. Kirim "
		    "lagi bagian ini.");
	if (!arriving_matches(file, checksum->digest, checksum->length))
		return visit_refuse(visit, 460, "Bagian ini rusak di "
		    "perjalanan. Kirim lagi bagian ini.");
	return 0;
}

int
arrival_receive(struct visit *visit, const struct arrival *arrival,
    struct arriving *file)
{
	struct request *request = visit->request;
	struct tus_checksum checksum;
	bool whole = false;
	int status;

	if (!tus_checksum(request_variable(request, "HTTP_UPLOAD_CHECKSUM"),
	    &checksum))
		return visit_refuse(visit, 400, "Upload-Checksum tidak "
		    "dikenal.");
	if (request->content_length > (int64_t)(arrival->bytes - file->sure))
		return too_long(visit);
	status = begin(visit, arrival, &checksum, file);
	if (status != 0)
		return status;
	status = copy_body(visit, arrival, file, &whole);
	if (status == 0 && checksum.hash != TUS_NO_HASH)
		status = check(visit, &checksum, file, whole);
	if (status == 413 || (status != 0 && checksum.hash != TUS_NO_HASH))
		status = drop(visit, file, status);
	else if (arriving_sync(file, &visit->fault) != 0)
		status = trouble(visit, file);
	/* A long body is time enough for the database to hang up. */
	db_attach(visit->db, visit->arena, &visit->fault);
	return status;
}
