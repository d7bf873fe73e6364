/* SPDX-License-Identifier: ISC */
/*
 * The card of a region's published year, which those show with whom its
 * address is shared: a PNG image, drawn once and kept while nothing of the
 * figures changes.  By anybody, of what anybody may know.
 */
#include "paper/paper.h"

#include <string.h>

#include "assessment/headline.h"
#include "base/secret.h"
#include "document/render.h"
#include "frame/download.h"
#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

/* What is asked for, and where it failed. */
struct asked_card {
	const char *code; /* of the region */
	int64_t year;
	int *status;
};

struct kept_card {
	const char *bytes;
	size_t length;
	const char *etag;
};

static int
card_draw(struct context *context, const struct results *results, struct buffer *png)
{
	struct arena *arena = context->arena;
	const struct category *category = results->category;
	bool told = results->average_assessed != AVERAGE_ABSENT;
	struct card card = { .name = results->region_name,
		.what = arena_format(arena, "Rata-rata perangkat daerah %lld, dari %zu",
		    (long long)results->year, results->variable_count * LEVEL_MAX),
		.number = told ? words_tenths(arena, results->average_assessed) : "–",
		.category = category != NULL ? category->name : "",
		.change = arena_format(arena, "%zu dari %zu sudah dinilai", results->assessed,
		    results->count),
		.full = category != NULL ? (size_t)(category - results->categories) + 1 : 0,
		.segments = results->category_count };

	/* Twice as many dots as points: 1200 by 630. */
	return render_card(arena, picture_card(arena, &card), 600, png);
}

static int
read_card(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct asked_card *asked = what;
	struct kept_card *kept = arena_alloc(arena, sizeof(*kept));
	struct buffer png = { .arena = context->arena };
	unsigned char digest[SHA256_BYTES];
	char hex[SHA256_TEXT];
	struct results results;

	*asked->status = results_find_published(context, asked->code, asked->year, &results);
	if (*asked->status == 0 && card_draw(context, &results, &png) != 0)
		*asked->status = 404; /* built without what draws */
	if (*asked->status != 0)
		return 0;
	kept->bytes = arena_copy(arena, png.bytes, png.length);
	kept->length = png.length;
	sha256(digest, png.bytes, png.length);
	kept->etag = arena_format(arena, "\"%s\"", hex_text(hex, digest, SHA256_BYTES));
	*value = kept;
	return 0;
}

/* "2025.png" */
static bool
read_card_year(const char *text, int64_t *year)
{
	for (*year = 0; *text >= '0' && *text <= '9' && *year < 10000; text++)
		*year = *year * 10 + (*text - '0');
	return strcmp(text, ".png") == 0;
}

int
send_card(struct context *context)
{
	enum { CODE_MAX = 7 };
	int failed = 0, result;
	struct asked_card asked = { .code = context->words[0], .status = &failed };
	struct cache_key key = { .kind = CACHE_PUBLISHED };
	const struct kept_card *card;
	const void *value = NULL;

	if (!read_card_year(context->words[1], &asked.year) || strlen(asked.code) > CODE_MAX)
		return 404;
	for (const char *at = asked.code; *at != '\0'; at++)
		key.id = key.id << 8 | (unsigned char)*at;
	key.part = asked.year;
	result = kept_of_world(context, key, read_card, &asked, &value);
	asked.status = NULL;
	if (result != 0 || failed != 0)
		return failed != 0 ? failed : context_status(context, result);
	card = value;
	answer_header(context->request, "Cache-Control", "public, max-age=300");
	answer_header(context->request, "ETag", card->etag);
	if (known_already(context->request, card->etag))
		answer_begin(context->request, 304, NULL, -1);
	else
		answer_send(context->request, 200, "image/png", card->bytes, card->length);
	return 0;
}
