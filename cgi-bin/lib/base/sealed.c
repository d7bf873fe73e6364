/* SPDX-License-Identifier: ISC */
/*
 * Secrets sealed by a key of the host's (XChaCha20-Poly1305 by libsodium), so
 * that a copy of the database holds none that can be used.
 */
#include "base/sealed.h"

#include <sodium.h>
#include <string.h>

#include "base/signing_key.h"
#include "base/banned.h"

enum {
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	VERSION = 1
};

_Static_assert(1 + NONCE + TAG == SEAL_MORE, "a mark, a nonce and a tag");
_Static_assert((int)crypto_aead_xchacha20poly1305_ietf_KEYBYTES == (int)SEAL_KEY_BYTES,
    "a key as XChaCha20 has it");

/* The file is one as signing_key_make writes; the key is made of it for this
 * purpose alone. */
int
seal_key_load(const char *path, unsigned char key[SEAL_KEY_BYTES], struct error_chain *fault)
{
	static const unsigned char purpose[] = "matang sealed secrets";
	struct signing_key file;

	if (signing_key_load(path, &file, fault) != 0)
		return -1;
	crypto_generichash(key, SEAL_KEY_BYTES, purpose, sizeof(purpose) - 1, file.secret, 32);
	signing_key_forget(&file);
	return 0;
}

void
seal(unsigned char *sealed, const unsigned char key[SEAL_KEY_BYTES], int64_t row,
    const unsigned char *secret, size_t length)
{
	sealed[0] = VERSION;
	randombytes_buf(sealed + 1, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(sealed + 1 + NONCE, NULL, secret, length,
	    (const unsigned char *)&row, sizeof(row), NULL, sealed + 1, key);
}

bool
seal_open(unsigned char *secret, const unsigned char key[SEAL_KEY_BYTES], int64_t row,
    const unsigned char *sealed, size_t length)
{
	return length >= SEAL_MORE && sealed[0] == VERSION &&
	    crypto_aead_xchacha20poly1305_ietf_decrypt(secret, NULL, NULL, sealed + 1 + NONCE,
		length - 1 - NONCE, (const unsigned char *)&row, sizeof(row), sealed + 1, key) == 0;
}
