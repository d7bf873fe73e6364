/* SPDX-License-Identifier: ISC */
/*
 * SHA-256 and CRC-32 of a stored file in one reading: the one proves that it
 * is what was uploaded, the other a ZIP wants.
 */
#include "store/checksum.h"

#include <errno.h>
#include <openssl/evp.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/banned.h"

enum { PIECE = 64 * 1024 };

static bool
checksum_add_up(int fd, EVP_MD_CTX *hash, struct checksums *sums)
{
	unsigned char piece[PIECE];
	ssize_t got;

	while ((got = read(fd, piece, sizeof(piece))) > 0) {
		sums->crc32 = (uint32_t)crc32(sums->crc32, piece, (uInt)got);
		sums->bytes += (uint64_t)got;
		if (EVP_DigestUpdate(hash, piece, (size_t)got) != 1)
			return false;
	}
	return got == 0 && EVP_DigestFinal_ex(hash, sums->sha256, NULL) == 1;
}

int
checksum_file(int fd, struct checksums *sums, struct error_chain *fault)
{
	EVP_MD_CTX *hash = EVP_MD_CTX_new();
	bool good;

	*sums = (struct checksums){ .crc32 = (uint32_t)crc32(0, NULL, 0) };
	good = hash != NULL && EVP_DigestInit_ex(hash, EVP_sha256(), NULL) == 1 &&
	    lseek(fd, 0, SEEK_SET) == 0 && checksum_add_up(fd, hash, sums) &&
	    lseek(fd, 0, SEEK_SET) == 0;
	EVP_MD_CTX_free(hash);
	if (!good)
		ERROR_CAUSE(fault, "sums of a file: %s", strerror(errno));
	return good ? 0 : -1;
}

uint32_t
checksum_crc32(const void *bytes, size_t length)
{
	return (uint32_t)crc32_z(crc32(0, NULL, 0), bytes, length);
}
