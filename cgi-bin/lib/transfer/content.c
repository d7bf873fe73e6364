/* SPDX-License-Identifier: ISC */
/*
 * The answers of an assessment as JSON, as the transfer and the interface for
 * programs both write them; a tier that has not told yet is left empty.
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
