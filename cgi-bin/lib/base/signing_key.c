/* SPDX-License-Identifier: ISC */
/*
 * The key of this instance and those of others (Ed25519 by libsodium):
 * kept in a file of its owner alone, and known among people by a fingerprint
 * in the letters of base/secret.h.
 */
#include "base/signing_key.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base64.h"
#include "base/secret.h"
#include "base/banned.h"

_Static_assert(crypto_sign_PUBLICKEYBYTES == PUBLIC_KEY_BYTES &&
	crypto_sign_SECRETKEYBYTES == SECRET_KEY_BYTES && crypto_sign_BYTES == SIGNATURE_BYTES,
    "Ed25519 as libsodium has it");

enum { VARIANT = sodium_base64_VARIANT_URLSAFE_NO_PADDING };

/* The file: these words, and the seed of the key in base64url. */
static const char mark[] = "matang-secret-key ";

enum { MARK = sizeof(mark) - 1, SEED_TEXT = 43, FILE_ROOM = 128 };

static int
write_key(int fd, const char *text, size_t length, struct error_chain *fault)
{
	if (write(fd, text, length) != (ssize_t)length || fsync(fd) != 0) {
		ERROR_CAUSE(fault, "cannot write the key: %s", strerror(errno));
		return -1;
	}
	return 0;
}

int
signing_key_make(const char *path, struct signing_key *key, struct error_chain *fault)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	char text[MARK + SEED_TEXT + 2];
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int status;

	if (fd < 0) {
		ERROR_CAUSE(fault, "cannot make %s: %s", path, strerror(errno));
		return -1;
	}
	crypto_sign_keypair(key->public, key->secret);
	crypto_sign_ed25519_sk_to_seed(seed, key->secret);
	memcpy(text, mark, MARK);
	sodium_bin2base64(text + MARK, SEED_TEXT + 1, seed, sizeof(seed), VARIANT);
	text[MARK + SEED_TEXT] = '\n';
	status = write_key(fd, text, MARK + SEED_TEXT + 1, fault);
	close(fd);
	if (status != 0)
		unlink(path);
	sodium_memzero(seed, sizeof(seed));
	sodium_memzero(text, sizeof(text));
	return status;
}

static int
read_key(const char *path, int fd, char *text, size_t room, struct error_chain *fault)
{
	struct stat about;
	ssize_t length;

	if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode) || (about.st_mode & 077) != 0) {
		ERROR_CAUSE(fault, "%s: others may read it; chmod 600", path);
		return -1;
	}
	length = read(fd, text, room - 1);
	if (length < 0) {
		ERROR_CAUSE(fault, "cannot read %s: %s", path, strerror(errno));
		return -1;
	}
	text[length] = '\0';
	return 0;
}

int
signing_key_load(const char *path, struct signing_key *key, struct error_chain *fault)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	char text[FILE_ROOM];
	size_t length = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC), status;

	if (fd < 0) {
		ERROR_CAUSE(fault, "cannot open %s: %s", path, strerror(errno));
		return -1;
	}
	status = read_key(path, fd, text, sizeof(text), fault);
	close(fd);
	if (status != 0)
		return -1;
	text[strcspn(text, "\r\n")] = '\0';
	if (strncmp(text, mark, MARK) != 0 || !base64_is_ascii(text, strlen(text)) ||
	    sodium_base642bin(seed, sizeof(seed), text + MARK, strlen(text + MARK), NULL, &length,
		NULL, VARIANT) != 0 ||
	    length != sizeof(seed)) {
		ERROR_CAUSE(fault, "%s: not a key made by matang make-key", path);
		status = -1;
	} else
		crypto_sign_seed_keypair(key->public, key->secret, seed);
	sodium_memzero(seed, sizeof(seed));
	sodium_memzero(text, sizeof(text));
	return status;
}

void
signing_key_forget(struct signing_key *key)
{
	sodium_memzero(key, sizeof(*key));
}

char *
base64url(struct arena *arena, const void *bytes, size_t length)
{
	size_t room = sodium_base64_encoded_len(length, VARIANT);

	return sodium_bin2base64(arena_alloc(arena, room), room, bytes, length, VARIANT);
}

char *
base64url_bytes(struct arena *arena, const char *text, size_t length, size_t *bytes)
{
	unsigned char *room = arena_alloc(arena, length / 4 * 3 + 4);

	*bytes = 0;
	return base64_is_ascii(text, length) &&
		sodium_base642bin(room, length / 4 * 3 + 3, text, length, NULL, bytes, NULL,
		    VARIANT) == 0 ?
	    (char *)room :
	    NULL;
}

bool
public_key_read(const char *text, unsigned char public[PUBLIC_KEY_BYTES])
{
	size_t length = 0;

	return base64_is_ascii(text, strlen(text)) &&
	    sodium_base642bin(public, PUBLIC_KEY_BYTES, text, strlen(text), " \t\r\n", &length,
		NULL, VARIANT) == 0 &&
	    length == PUBLIC_KEY_BYTES;
}

const char *
public_key_id(struct arena *arena, const unsigned char public[PUBLIC_KEY_BYTES])
{
	unsigned char digest[SHA256_BYTES];
	char *jwk = arena_format(arena, "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}",
	    base64url(arena, public, PUBLIC_KEY_BYTES));

	sha256(digest, jwk, strlen(jwk));
	return base64url(arena, digest, sizeof(digest));
}

const char *
public_key_fingerprint(struct arena *arena, const unsigned char public[PUBLIC_KEY_BYTES])
{
	enum { GROUP = 5, SIGNS = 25 };
	unsigned char digest[SHA256_BYTES];
	char *text = arena_alloc(arena, FINGERPRINT_TEXT + 1), *at = text;

	sha256(digest, public, PUBLIC_KEY_BYTES);
	for (size_t sign = 0; sign < SIGNS; sign++) {
		size_t bit = sign * 5;
		unsigned two = (unsigned)digest[bit / 8] << 8 | digest[bit / 8 + 1];

		if (sign > 0 && sign % GROUP == 0)
			*at++ = '-';
		*at++ = secret_letter(two >> (11 - bit % 8));
	}
	return text;
}

bool
fingerprint_same(const char *fingerprint, const char *typed)
{
	for (;; fingerprint++, typed++) {
		while (*fingerprint == '-')
			fingerprint++;
		while (*typed == '-' || *typed == ' ' || *typed == '.')
			typed++;
		if (*fingerprint == '\0' || *typed == '\0')
			return *fingerprint == *typed;
		if (*fingerprint != secret_letter_meant(*typed))
			return false;
	}
}

void
signing_sign(const struct signing_key *key, const void *bytes, size_t length,
    unsigned char signature[SIGNATURE_BYTES])
{
	crypto_sign_detached(signature, NULL, bytes, length, key->secret);
}

bool
signing_good(const unsigned char public[PUBLIC_KEY_BYTES], const void *bytes, size_t length,
    const unsigned char signature[SIGNATURE_BYTES])
{
	return crypto_sign_verify_detached(signature, bytes, length, public) == 0;
}
