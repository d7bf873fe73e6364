/* SPDX-License-Identifier: ISC */
/*
 * A region's cycle from another instance: an envelope that opens holds
 * what it says, and a payload that is taken is within the bounds that the
 * database has, so that nothing is left to refuse there.
 */
#include "fuzz.h"

#include "transfer/package.h"

static void
check_answer(const struct transfer_package *package, const struct package_answer *answer)
{
	CHECK(answer->variable >= 1);
	CHECK((size_t)answer->variable <= package->instrument.variable_count);
	for (int tier = 0; tier < TIERS; tier++) {
		CHECK(answer->levels[tier] >= 0);
		CHECK(answer->levels[tier] <= INSTRUMENT_LEVELS);
		for (int text = 0; text < 2; text++)
			CHECK(answer->texts[tier][text] != NULL);
	}
}

static void
check_agency(const struct transfer_package *package, const struct package_agency *agency)
{
	enum state now = STATE_NOT_STARTED;

	CHECK(agency->id > 0 && *agency->name != '\0');
	for (size_t i = 0; i < agency->move_count; i++) {
		CHECK(agency->moves[i].from == now);
		now = agency->moves[i].to;
	}
	CHECK(now == agency->state);
	for (size_t i = 0; i < package->instrument.variable_count; i++)
		check_answer(package, &agency->answers[i]);
	for (size_t i = 0; i < agency->document_count; i++) {
		const struct package_document *one = &agency->documents[i];

		CHECK(*one->title != '\0' && one->bytes >= 0);
		CHECK(strlen(one->sha256) == 0 || strlen(one->sha256) == 64);
		CHECK(one->level >= 1 && one->level <= INSTRUMENT_LEVELS);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena arena = { 0 };
	struct json_problems opening = { .arena = &arena };
	struct json_problems reading = { .arena = &arena };
	struct envelope envelope = { .payload = NULL }, bare;
	struct transfer_package package = { .count = 0 };
	char *bytes = copy(data, n);

	if (envelope_open(&opening, bytes, n, &envelope)) {
		CHECK(*envelope.key_id != '\0');
		CHECK(envelope.payload != NULL);
	}
	/* As if it had been signed: no fuzzer guesses base 64. */
	bare = (struct envelope){ .payload = bytes, .payload_length = n };
	if (package_read(&reading, &bare, &package))
		for (size_t i = 0; i < package.count; i++)
			check_agency(&package, &package.agencies[i]);
	free(bytes);
	arena_free(&arena);
	return 0;
}
