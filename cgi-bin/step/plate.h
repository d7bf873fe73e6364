/* SPDX-License-Identifier: ISC */
#ifndef STEP_PLATE_H
#define STEP_PLATE_H

#include "picture/picture.h"
#include "step/composition.h"

/*
 * Pictures on papers.  A paper keeps the figures of its pictures as rows, and
 * the picture is made of these whenever the paper is shown or drawn.
 */
enum plate {			/* level of a BLOCK_PICTURE, and its rows: */
	PLATE_RADAR = 1,	/* variable, level of each series */
	PLATE_BARS,		/* the same, two series */
	PLATE_AVERAGES,		/* tenths; last the totals */
	PLATE_WATERFALL,	/* as bars */
	PLATE_DISTRIBUTION	/* category, its tenths from and to, agencies;
				 * last the number of all agencies */
};

/* A picture block; its columns are series, each with its ink. */
struct block *plate_compose(struct composition *, enum plate,
	    const char *title);
void	plate_series(struct block *, const char *name, enum ink);

/* The picture of a block, or NULL when its rows make none. */
struct picture *plate_picture(struct arena *, const struct block *,
	    int32_t width);

#endif
