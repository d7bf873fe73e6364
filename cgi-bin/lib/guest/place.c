/* SPDX-License-Identifier: ISC */
/*
 * Kecamatan and kelurahan in forms: offered as one list, read as one value.
 */
#include "guest/place.h"

#include <string.h>

#include "frame/kept.h"
#include "base/banned.h"

enum { KEY_DISTRICT = 'k', KEY_VILLAGE = 'd' };

int
place_offer(struct context *context, int64_t region_id, struct place_list *list)
{
	int result = kept_world_select(context, &list->offered, STATEMENT_PLACE_OFFERED,
	    db_int(region_id));

	return result < 0 ? context_status(context, result) : 0;
}

static const char *
place_value(struct arena *arena, char kind, int64_t id)
{
	return arena_format(arena, "%c%lld", kind, (long long)id);
}

/* Rows come by kecamatan; one without kelurahan has a row, too. */
void
place_fill(struct context *context, const struct place_list *places)
{
	const struct rows *rows = &places->offered;
	struct node *list = page_node(&context->page, "Places"), *district = NULL;
	size_t districts = 0, villages = 0;
	int64_t last = 0;

	for (size_t row = 0; row < rows->count; row++) {
		int64_t id = row_int(rows, row, "district_id");

		if (id != last) {
			district = node_row(list, districts++);
			node_set(district, "name", row_text(rows, row, "district"));
			node_set(district, "value", place_value(context->arena, KEY_DISTRICT, id));
			villages = 0;
			last = id;
		}
		if (!row_null(rows, row, "village_id")) {
			struct node *village = node_row(node_child(district, "villages"),
			    villages++);

			node_set(village, "name", row_text(rows, row, "village"));
			node_set(village, "value",
			    place_value(context->arena, KEY_VILLAGE,
				row_int(rows, row, "village_id")));
		}
	}
}

void
place_read(struct form *form, int field, const struct place_list *places, struct place *place)
{
	const struct rows *rows = &places->offered;
	const char *typed = form_text(form, field);

	*place = (struct place){ .district = "", .village = "" };
	if (*typed == '\0')
		return;
	for (size_t row = 0; row < rows->count; row++) {
		int64_t district = row_int(rows, row, "district_id"),
			village = row_int(rows, row, "village_id");
		bool is_village = village != 0 &&
		    strcmp(typed, place_value(form->arena, KEY_VILLAGE, village)) == 0;

		if (!is_village &&
		    strcmp(typed, place_value(form->arena, KEY_DISTRICT, district)) != 0)
			continue;
		place->district_id = district;
		place->district = row_text(rows, row, "district");
		if (is_village) {
			place->village_id = village;
			place->village = row_text(rows, row, "village");
		}
		return;
	}
	form_error(form, field,
	    "Lokasi ini tidak ada dalam daftar. Pilih lagi dari daftar, atau kosongkan.");
}

void
place_fill_chosen(struct context *context, const struct place_list *places, const char *words)
{
	const struct rows *rows = &places->offered;

	for (size_t row = 0; row < rows->count; row++)
		if (!row_null(rows, row, "village_id") &&
		    strcmp(place_words(context->arena, row_text(rows, row, "district"),
			       row_text(rows, row, "village")),
			words) == 0) {
			page_set(&context->page, "Form.value.place",
			    place_value(context->arena, KEY_VILLAGE,
				row_int(rows, row, "village_id")));
			return;
		}
}

const char *
place_words(struct arena *arena, const char *district, const char *village)
{
	if (*village != '\0')
		return arena_format(arena, "%s, Kecamatan %s", village, district);
	return *district != '\0' ? arena_format(arena, "Kecamatan %s", district) : "";
}
