/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_CHART_H
#define DOCUMENT_CHART_H

#include "picture/picture.h"
#include "document/model.h"
#include "assessment/assessment.h"
#include "assessment/results.h"

/*
 * The pictures of an agency and of a region, ready to be drawn at any width:
 * on a page by CHART_FILL and templates/picture.cs, on paper from the shapes
 * of picture_…() themselves.  What the caller may not know yet is not in them.
 */

/* The levels of one assessment, per variable; LEVEL_ABSENT where absent or
 * not told. */
struct chart_levels {
	int64_t year;
	bool province_tier;
	const char *const *variables; /* their names */
	size_t count;                 /* 0: there is no such assessment */
	bool disclosed;               /* the last tier has told its levels */
	const int *self, *city, *province, *final;
};

int chart_levels(struct context *, const struct assessment *, struct chart_levels *);
/* Of the same agency's last assessment before this one. */
int chart_levels_before(struct context *, const struct assessment *, struct chart_levels *);

/* What one agency's year looks like. */
struct agency_charts {
	struct chart_levels now, before;
	struct radar radar;
	bool finished; /* both scores are whole, so there is: */
	struct bars bars;
	struct waterfall waterfall;
};

int charts_of_agency(struct context *, const struct assessment *, struct agency_charts *);

/* The instrument of levels of one agency, at the end of a paper, by the rows of
 * signoff_answers: its own levels and the city's, and the province's where these
 * are told.  NULL where there are none. */
struct block *chart_answers(struct document_model *, const struct rows *answers, bool province);

/* Self and final score of an agency, year by year. */
int chart_agency_trend(struct context *, const struct assessment *,
    const struct category *categories, size_t category_count, struct trend *);

/* What one region's year looks like.  For the public only cycles that were
 * reported are in the trend. */
struct region_charts {
	const struct results *before; /* the cycle before; NULL: the first */
	struct heat heat;
	struct distribution distribution;
	struct trend trend;
};

int charts_of_region(struct context *, const struct results *, bool public_only,
    struct region_charts *);
/* A count of 0 when there is no plan, or nothing that a picture could say. */
int chart_progress(struct context *, const struct results *, struct progress *);
/* The same by the cycle's key: the caller has decided who may see it. */
int chart_cycle(struct context *, int64_t cycle_id, struct progress *);

/* Pictures.heat, Pictures.heat-2 …: so many agencies each that a page of
 * paper holds one. */
void chart_fill_heat(struct context *, const struct heat *);

/* Pictures.trend, once there are two years: one is no trend. */
void chart_fill_trend(struct context *, const struct trend *);

/* Names of the variables of a cycle. */
const char *const *chart_variables(struct arena *, const struct results *);

/* "Sebaran kategori, Kota Contoh 2026", in the arena. */
const char *chart_title(struct arena *, const char *what, const char *whose, int64_t year);

/*
 * Pictures.<id> for templates/picture.cs: .title .description .width .height
 * .runs .table.  A page has one drawing for a telephone and for a desktop: it
 * is made for the narrow one, and the style sheet lets it grow.
 */
void chart_fill(struct context *, const char *id, const struct picture *);

#define CHART_FILL(context, id, kind, results) \
	chart_fill(context, id, picture_##kind((context)->arena, results, PICTURE_NARROW))

#endif
