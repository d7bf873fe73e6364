/* SPDX-License-Identifier: ISC */
/*
 * How many agencies are in each category, as bars; those that are not assessed
 * have one of their own.
 */
#include "picture/count_rows.h"
#include "base/banned.h"

struct picture *
picture_distribution(struct arena *arena, const struct distribution *spread, int32_t width)
{
	struct canvas canvas = canvas_begin(arena, width);
	struct count_rows rows;
	int rest = (int)spread->agency_count, most = 0;

	listing_begin(&canvas, "Kategori", 1, spread->count + 2);
	listing_column(&canvas, 0, "Perangkat daerah");
	buffer_format(&canvas.words, "Dari %zu perangkat daerah:", spread->agency_count);
	for (size_t at = 0; at < spread->count; at++) {
		rest -= spread->agencies[at];
		if (spread->agencies[at] > most)
			most = spread->agencies[at];
		listing_row(&canvas, at, spread->categories[at].name, false);
		listing_number(&canvas, at, 0, spread->agencies[at], false);
		buffer_format(&canvas.words, " %s %d,", spread->categories[at].name,
		    spread->agencies[at]);
	}
	if (rest > most)
		most = rest;
	buffer_format(&canvas.words, " belum dinilai %d.", rest);
	listing_row(&canvas, spread->count, "Belum dinilai", false);
	listing_number(&canvas, spread->count, 0, rest, false);
	listing_row(&canvas, spread->count + 1, "Jumlah", true);
	listing_number(&canvas, spread->count + 1, 0, (int64_t)spread->agency_count, false);
	rows = count_rows_begin(&canvas, most);
	for (size_t at = 0; at < spread->count; at++)
		count_rows_draw(&rows, spread->categories[at].name, spread->agencies[at],
		    INK_BAR_AFTER, INK_TEXT);
	count_rows_draw(&rows, "Belum dinilai", rest, INK_BAR_BEFORE, INK_TEXT_SOFT);
	return count_rows_end(&rows, spread->title);
}
