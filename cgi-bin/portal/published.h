/* SPDX-License-Identifier: ISC */
#ifndef PORTAL_PUBLISHED_H
#define PORTAL_PUBLISHED_H

#include "frame/context.h"

/*
 * What is published of a region's year, and asked for by everybody on the day
 * when it is: the page and the figures.  Each is made once for a process and
 * kept as bytes, plain and packed, under the world's stamp, which is asked for
 * each time: what raises it (names, categories, a cycle that is reported or
 * taken over) is seen at once.  Each answers or returns a status.
 */

/* /region/<code>/<year>: for who is signed in it is made anew. */
int show_region(struct context *);

/* /agency/<key>: its published years; the same. */
int show_agency_years(struct context *);

/* /agency/<key>/<year>/why: why its score of that year is what it is; the same. */
int show_agency_why(struct context *);

/* /data/<code>/<year>.json and .csv: the contract of the data addresses; .xlsx,
 * the tables of the page with its heads.  years and regions-<year> in
 * the place of the year (portal/dataset.h); .jsonld describes each. */
int send_data(struct context *);

/* The catalogue of them, the feed of what is new, the description of all these addresses. */
int send_catalog(struct context *);
int send_feed(struct context *);
int send_openapi(struct context *);

/* /fragment/<code>/<year or "latest"> for a server that puts it into its page, and
 * /embed/… for a frame, by the sites that the administrator named (portal/embed.h). */
int send_fragment(struct context *);
int send_embed(struct context *);

#endif
