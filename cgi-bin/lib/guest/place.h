/* SPDX-License-Identifier: ISC */
#ifndef GUEST_PLACE_H
#define GUEST_PLACE_H

#include "frame/context.h"

/*
 * Where in a region something is: a kecamatan, or a kelurahan (or desa) in it, from the
 * tables that the region's administrator imported (program cycle, /regions/#/places).
 * A form has it as one field of text, PLACE_FIELD, whose value is "k12" for a kecamatan
 * and "d34" for a kelurahan, in one select with a group for each kecamatan: it works
 * without script and without a second page.
 */
#define PLACE_FIELD(wanted) \
	{ \
		"place", FIELD_TEXT, "Lokasi", (wanted), .max = 12 \
	}

struct place {
	int64_t district_id, village_id; /* 0: not told */
	const char *district, *village;  /* names, "" where there is none */
};

/*
 * What can be chosen in a region, kept by the process: read, then shown as Places.N.name
 * .value .villages.M.name .value for place_field() of templates/guest.cs; nothing where
 * none were imported.  0 or a status.
 */
struct place_list {
	struct rows offered;
};
int place_offer(struct context *, int64_t region_id, struct place_list *);
void place_fill(struct context *, const struct place_list *);

/* Form.value.place of a kelurahan that place_words() wrote, where it is offered. */
void place_fill_chosen(struct context *, const struct place_list *, const char *words);

/*
 * What was chosen in that field, among these.  A key of another region, one that is not
 * offered any more, or anything else is an error of the form.
 */
void place_read(struct form *, int field, const struct place_list *, struct place *);

/* "Kelurahan A, Kecamatan B", "Kecamatan B", ""; of the names of a row. */
const char *place_words(struct arena *, const char *district, const char *village);

#endif
