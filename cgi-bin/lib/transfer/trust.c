/* SPDX-License-Identifier: ISC */
/*
 * Whether a transfer file is believed: signed by a key that an administrator
 * has taken for that region, before anything in it is looked at.
 */
#include "transfer/import.h"

#include <string.h>

#include "base/secret.h"
#include "base/banned.h"

static bool
trust_signature(struct db *db, struct arena *arena, const struct envelope *envelope,
    int64_t *peer_id, const char **why, int *error)
{
	struct rows rows;
	const void *key;
	size_t length;

	*error = db_select(db, &rows, STATEMENT_TRANSFER_KEYS);
	if (*error < 0)
		return false;
	*error = 0;
	for (size_t row = 0; row < rows.count; row++) {
		key = row_bytes(&rows, row, "public_key", &length);
		if (length != PUBLIC_KEY_BYTES ||
		    strcmp(public_key_id(arena, key), envelope->key_id) != 0)
			continue;
		*peer_id = row_int(&rows, row, "id");
		if (signing_good(key, envelope->signed_part, envelope->signed_length,
			envelope->signature))
			return true;
		*why = "Isi berkas ini tidak cocok dengan tanda tangannya: "
		       "berkasnya berubah setelah dibuat. Jangan dipakai; minta "
		       "server asal mengirim berkas yang baru.";
		return false;
	}
	*why = "Berkas ini ditandatangani kunci yang tidak dikenal di sini. "
	       "Daftarkan dahulu kunci server asalnya di “Kunci server "
	       "lain”, dengan mencocokkan kode pemeriksanya lewat telepon.";
	return false;
}

static bool
trust_region(struct db *db, struct arena *arena, const struct transfer_package *package,
    int64_t peer_id, const char **why, int *error)
{
	struct rows peer, own;
	const char *name;

	*error = db_select(db, &peer, STATEMENT_TRANSFER_KEY, db_text(package->region_code),
	    db_int(peer_id));
	if (*error >= 0)
		*error = db_select(db, &own, STATEMENT_TRANSFER_INSTANCE);
	if (*error < 0)
		return false;
	if (peer.count == 0) {
		*error = DB_FAILED;
		return false;
	}
	*error = 0;
	name = row_text(&peer, 0, "name");
	if (!row_null(&peer, 0, "ended_at"))
		*why = arena_format(arena,
		    "Kunci “%s” sudah diakhiri, maka "
		    "berkas yang ditandatanganinya tidak diterima lagi. Minta "
		    "server asal membuat kunci baru, daftarkan di “Kunci "
		    "server lain”, lalu minta berkas yang baru.",
		    name);
	else if (row_null(&peer, 0, "region_code"))
		*why = arena_format(arena,
		    "Kunci “%s” tidak berhak "
		    "mengirimkan data %s (kode %s). Periksa apakah berkasnya "
		    "tidak tertukar; bila benar, daftarkan kunci itu dengan "
		    "kode daerah tersebut.",
		    name, package->region_name, package->region_code);
	else if (own.count > 0 && strcmp(row_text(&own, 0, "id"), package->instance) == 0)
		*why = "Berkas ini dibuat oleh server ini sendiri. "
		       "Datanya sudah ada di sini.";
	else
		return true;
	return false;
}

enum opening
package_open(struct db *db, struct json_problems *problems, const char *file, size_t length,
    struct transfer_package *package, int64_t *peer_id, const char **why)
{
	struct envelope envelope;
	int error = 0;

	if (length > PACKAGE_BYTES_MAX) {
		*why = "Berkas ini lebih dari 24 MB; berkas satu periode tidak "
		       "pernah sebesar itu. Periksa apakah berkasnya benar.";
		return OPENING_DOUBTED;
	}
	if (!envelope_open(problems, file, length, &envelope))
		return OPENING_FAULTY;
	if (!trust_signature(db, problems->arena, &envelope, peer_id, why, &error))
		return error < 0 ? OPENING_FAILED : OPENING_DOUBTED;
	if (!package_read(problems, &envelope, package))
		return OPENING_FAULTY;
	sha256(package->sha256, file, length);
	package->bytes = length;
	if (!trust_region(db, problems->arena, package, *peer_id, why, &error))
		return error < 0 ? OPENING_FAILED : OPENING_DOUBTED;
	return OPENING_GOOD;
}
