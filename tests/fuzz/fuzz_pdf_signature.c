/* SPDX-License-Identifier: ISC */
/*
 * A file that nobody signed with a trusted key is never valid, whatever it
 * looks like, and what a place covers stays within the file.
 */
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "pdf_signature/byte_range.h"
#include "pdf_signature/signature_check.h"

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	struct byte_ranges places;
	struct pdf_signatures signatures;
	struct error_chain fault = { 0 };
	uint8_t *bytes = (uint8_t *)copy_with((const void *)input, n, '\0');
	int fd = memfd_create("pdf", 0);
	size_t covered = 0;

	byte_ranges_find(&places, bytes, n);
	CHECK(places.count <= BYTE_RANGES_MAX);
	for (size_t at = 0; at < places.count; at++) {
		const struct byte_range *place = &places.all[at];

		CHECK(place->before + 2 <= place->after);
		CHECK(place->after <= place->until && place->until <= n);
		CHECK(bytes[place->before] == '<');
		CHECK(bytes[place->after - 1] == '>');
		CHECK(place->until >= covered);
		CHECK(strlen(place->time) == 0 || strlen(place->time) == 19);
		covered = place->until;
	}
	free(bytes);

	CHECK(fd >= 0 && write(fd, input, n) == (ssize_t)n);
	CHECK(signature_check(fd,
		  &(struct signature_question){ .authorities = "", .now = 1700000000 }, &signatures,
		  &fault) == 0);
	CHECK(signatures.verdict != SIGNATURE_VALID);
	CHECK(signatures.count <= PDF_SIGNATURES_MAX);
	for (size_t at = 0; at < signatures.count; at++)
		CHECK(memchr(signatures.all[at].signer, '\0', PDF_SIGNATURE_NAME) != NULL);
	close(fd);
	return 0;
}
