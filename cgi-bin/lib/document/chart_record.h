/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_CHART_RECORD_H
#define DOCUMENT_CHART_RECORD_H

#include "picture/picture.h"
#include "document/model.h"

/*
 * Pictures on papers.  A paper keeps the figures of a picture as the rows of
 * a BLOCK_PICTURE, and the picture is made of these whenever the paper is
 * shown or drawn; so whatever the data say later, it shows what it showed.
 *
 * Each writes one picture's figures at the end.  Texts are kept, not copied.
 * What does not fit into a row (CELLS_MAX) is left out whole: NULL.
 */
struct block *plate_radar(struct composition *, const struct radar *);
struct block *plate_bars(struct composition *, const struct bars *);
struct block *plate_waterfall(struct composition *, const struct waterfall *);
struct block *plate_heat(struct composition *, const struct heat *);
struct block *plate_distribution(struct composition *,
	    const struct distribution *);
struct block *plate_trend(struct composition *, const struct trend *);
struct block *plate_progress(struct composition *, const struct progress *);

/* The picture of a block, or NULL when its rows make none. */
struct picture *plate_picture(struct arena *, const struct block *,
	    int32_t width);

/*
 * The figures behind a picture as a table that office programs can work on.
 * A heat map and a distribution have none: a paper that shows one has its
 * figures in a table of its own.  plate_table is never NULL: rows that make no picture give a table
 * without rows.
 */
bool	plate_has_table(const struct block *);
struct block *plate_table(struct arena *, const struct block *);

#endif
