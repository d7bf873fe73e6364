/* SPDX-License-Identifier: ISC */
/*
 * The answers and the documents of an assessment as JSON, as the transfer and the
 * interface for programs both write them; a tier that has not told yet is left
 * empty.
 */
#include "transfer/content.h"

#include "base/banned.h"

void
json_cell_number(struct buffer *json, const char *name, const struct rows *rows, size_t row,
    const char *column)
{
	if (row_null(rows, row, column))
		json_put_null(json, name);
	else
		json_number(json, name, row_int(rows, row, column));
}

static void
add_tier(struct buffer *json, const struct rows *rows, size_t row, const char *tier, bool told)
{
	struct arena *arena = json->arena;

	json_open(json, tier, '{');
	if (told) {
		json_cell_number(json, "level", rows, row, arena_format(arena, "%s_level", tier));
		json_put(json, "reason",
		    row_text(rows, row, arena_format(arena, "%s_reason", tier)));
		json_put(json, "recommendation",
		    row_text(rows, row, arena_format(arena, "%s_recommendation", tier)));
	}
	json_close(json, '}');
}

void
answer_json(struct buffer *json, const struct rows *rows, size_t row, bool self, bool city,
    bool province)
{
	json_open(json, "self", '{');
	if (self) {
		json_cell_number(json, "level", rows, row, "self_level");
		json_put(json, "explanation", row_text(rows, row, "explanation"));
		json_put(json, "overclaim_reason", row_text(rows, row, "overclaim_reason"));
	}
	json_close(json, '}');
	add_tier(json, rows, row, "city", city);
	add_tier(json, rows, row, "province", province);
}

/* The reason is told with the decision, or not at all. */
static void
add_link_review(struct buffer *json, const struct rows *rows, size_t row, const char *tier,
    bool told)
{
	const char *decision = arena_format(json->arena, "%s_decision", tier);
	const char *reason = arena_format(json->arena, "%s_reason", tier);
	bool said = told && !row_null(rows, row, decision);

	json_put_or_null(json, decision, said ? row_text(rows, row, decision) : "");
	json_put_or_null(json, reason, said ? row_text(rows, row, reason) : "");
}

void
document_json(struct buffer *json, const struct rows *rows, size_t row, bool city, bool province)
{
	static const char *const texts[] = { "kind", "number", "dated", "period_from",
		"period_until", "sha256", "type" };

	json_put(json, "title", row_text(rows, row, "title"));
	for (size_t at = 0; at < sizeof(texts) / sizeof(texts[0]); at++)
		json_put_or_null(json, texts[at], row_text(rows, row, texts[at]));
	json_cell_number(json, "bytes", rows, row, "bytes");
	add_link_review(json, rows, row, "city", city);
	add_link_review(json, rows, row, "province", province);
}
