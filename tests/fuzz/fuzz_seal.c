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
	struct places places;
	struct seals seals;
	struct fault fault = { 0 };
	uint8_t *bytes = (uint8_t *)copy_with((const void *)input, n, '\0');
	int fd = memfd_create("seal", 0);
	size_t covered = 0;

	places_find(&places, bytes, n);
	CHECK(places.count <= PLACES_MAX);
	for (size_t at = 0; at < places.count; at++) {
		const struct place *place = &places.all[at];

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
	CHECK(seal_check(fd, "", 1700000000, &seals, &fault) == 0);
	CHECK(seals.verdict != SEAL_VALID);
	CHECK(seals.count <= SEALS_MAX);
	for (size_t at = 0; at < seals.count; at++)
		CHECK(memchr(seals.all[at].signer, '\0', SEAL_NAME) != NULL);
	close(fd);
	return 0;
}
