/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_TABLE_LAYOUT_H
#define DOCUMENT_TABLE_LAYOUT_H

#include "document/paginator.h"
#include "document/model.h"

/*
 * A table over as many pages as it takes, each with the head.  The last row
 * is not left alone on a page, nor is a sum, nor what must stay with the end
 * of the table (tail: its height).
 */
void table_put(struct paginator *, const struct block *, double tail);

/* A signature that was drawn (rules/drawn_line.h), from that corner on, scale points to
 * its unit. */
void ink_put(struct paginator *, const char *line, double left, double top, double scale);

#endif
