/* SPDX-License-Identifier: ISC */
#ifndef FRAME_TOUR_H
#define FRAME_TOUR_H

#include "frame/context.h"

/*
 * The first tour: for each role a few stops, each a page of the menu with a sentence
 * about it, in a banner above every page until it is done or stopped.  How far
 * somebody is stands in account.tour and comes with the session, so that a page asks
 * nothing more.
 */
struct tour_stop {
	const char *path; /* of the page, behind the base path */
	const char *heading, *text;
};

/* One of them, from 1; NULL where there is none. */
const struct tour_stop *tour_stop(enum role, int64_t number);

/* Tour.stop .all .heading .text .href of the stop that is shown; .stopped, where it was
 * stopped; .all alone, where it never began. */
void tour_fill(struct context *);

#endif
