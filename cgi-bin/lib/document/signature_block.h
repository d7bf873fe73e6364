/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_SIGNATURE_BLOCK_H
#define DOCUMENT_SIGNATURE_BLOCK_H

#include "document/render.h"
#include "document/paginator.h"
#include "document/model.h"

/* Millimetres of the column in which somebody signs. */
enum { SIGNATURE_WIDE = 75 };

/* Who signs, with room for it: one to the right, two side by side.  They do
 * not begin a page: what stands before them keeps their height free.  place:
 * where the one to the right has room for a signature; NULL: not asked. */
double signatures_height(struct paginator *, const struct block *);
void signatures_put(struct paginator *, const struct block *, struct render_place *place);

#endif
