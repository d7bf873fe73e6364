/* SPDX-License-Identifier: ISC */
#ifndef PORTAL_CATALOG_H
#define PORTAL_CATALOG_H

#include "portal/dataset.h"

/*
 * Datasets described for other catalogues (W3C DCAT 3 as JSON-LD), and the feed
 * of what is new (RFC 4287).  Bodies into the request's arena: 0, 404 where
 * there is nothing of it, or another status.
 */
int catalog_dataset(struct context *, struct dataset_key, const char **body, size_t *length);

/* A page of the catalogue, from 1. */
int catalog_page(struct context *, int64_t page, const char **body, size_t *length);

int catalog_feed(struct context *, const char **body, size_t *length);

/* Page "Data terbuka" for people. */
int show_catalog(struct context *);

/* "https://… /portal/…" of this site. */
const char *catalog_address(const struct context *, const char *path);

enum { CATALOG_PAGE };
extern const struct field catalog_fields[];

#endif
