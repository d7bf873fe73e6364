/* SPDX-License-Identifier: ISC */
/*
 * A region's cycle from another installation: an envelope that opens holds
 * what it says, and a payload that is taken is within the bounds that the
 * database has, so that nothing is left to refuse there.
 */
#include "fuzz.h"

#include "transfer/package.h"

static void
check_answer(const struct bundle *bundle, const struct bundle_answer *answer)
{
	CHECK(answer->variable >= 1);
	CHECK((size_t)answer->variable <= bundle->instrument.variable_count);
	for (int tier = 0; tier < TIERS; tier++) {
		CHECK(answer->levels[tier] >= 0);
		CHECK(answer->levels[tier] <= INSTRUMENT_LEVELS);
		for (int text = 0; text < 2; text++)
			CHECK(answer->texts[tier][text] != NULL);
	}
}

static void
check_agency(const struct bundle *bundle, const struct bundle_agency *agency)
{
	enum state	now = STATE_NOT_STARTED;

	CHECK(agency->id > 0 && *agency->name != '\0');
	for (size_t i = 0; i < agency->move_count; i++) {
		CHECK(agency->moves[i].from == now);
		now = agency->moves[i].to;
	}
	CHECK(now == agency->state);
	for (size_t i = 0; i < bundle->instrument.variable_count; i++)
		check_answer(bundle, &agency->answers[i]);
	for (size_t i = 0; i < agency->document_count; i++) {
		const struct bundle_document *one = &agency->documents[i];

		CHECK(*one->title != '\0' && one->bytes >= 0);
		CHECK(strlen(one->sha256) == 0 || strlen(one->sha256) == 64);
		CHECK(one->level >= 1 && one->level <= INSTRUMENT_LEVELS);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena		 arena = { 0 };
	struct json_problems	 opening = { .arena = &arena };
	struct json_problems	 reading = { .arena = &arena };
	struct envelope		 envelope = { .payload = NULL }, bare;
	struct bundle		 bundle = { .count = 0 };
	char			*bytes = copy(data, n);

	if (envelope_open(&opening, bytes, n, &envelope)) {
		CHECK(*envelope.key_id != '\0');
		CHECK(envelope.payload != NULL);
	}
	/* As if it had been signed: no fuzzer guesses base 64. */
	bare = (struct envelope){ .payload = bytes, .payload_length = n };
	if (bundle_read(&reading, &bare, &bundle))
		for (size_t i = 0; i < bundle.count; i++)
			check_agency(&bundle, &bundle.agencies[i]);
	free(bytes);
	arena_free(&arena);
	return 0;
}
