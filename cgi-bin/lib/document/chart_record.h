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
struct block *chart_record_radar(struct document_model *, const struct radar *);
struct block *chart_record_ladder(struct document_model *, const struct ladder *);
struct block *chart_record_bars(struct document_model *, const struct bars *);
struct block *chart_record_waterfall(struct document_model *, const struct waterfall *);
struct block *chart_record_heat(struct document_model *, const struct heat *);
struct block *chart_record_distribution(struct document_model *, const struct distribution *);
struct block *chart_record_counts(struct document_model *, const struct counts *);
struct block *chart_record_trend(struct document_model *, const struct trend *);
struct block *chart_record_progress(struct document_model *, const struct progress *);

/* The picture of a block, or NULL when its rows make none. */
struct picture *chart_record_picture(struct arena *, const struct block *, int32_t width);

/*
 * The figures behind a picture as a table that office programs can work on.
 * A heat map, a distribution and counts have none: a paper that shows one has its
 * figures in a table of its own.  chart_record_table is never NULL: rows that
 * make no picture give a table without rows.
 */
bool chart_record_has_table(const struct block *);
struct block *chart_record_table(struct arena *, const struct block *);

#endif
