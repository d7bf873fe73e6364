/* SPDX-License-Identifier: ISC */
#ifndef STORE_CHECKSUM_H
#define STORE_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

#include "base/error_chain.h"
#include "base/secret.h"

/* What proves that a stored file is what it was, and what a ZIP says of it. */
struct checksums {
	unsigned char sha256[SHA256_BYTES];
	uint32_t crc32;
	uint64_t bytes;
};

/* Reads an open file from its beginning to its end and goes back to the
 * beginning.  0, or -1 with a cause. */
int checksum_file(int fd, struct checksums *, struct error_chain *);

uint32_t checksum_crc32(const void *bytes, size_t length);

#endif
