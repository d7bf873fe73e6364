/* SPDX-License-Identifier: ISC */
#ifndef TRANSFER_CONTENT_H
#define TRANSFER_CONTENT_H

#include "base/json_writer.h"
#include "store/db.h"

/* What every JSON of ours about assessments has in common. */

/* null for SQL NULL. */
void json_cell_number(struct buffer *, const char *name, const struct rows *, size_t row,
    const char *column);

/*
 * "self", "city" and "province" of one answer, by the names of its columns; a
 * tier that has not told yet is an empty object.
 */
void answer_json(struct buffer *, const struct rows *, size_t row, bool self, bool city,
    bool province);

/* What both say of a document under a criterion, from "title" on: what it is, its
 * file, and what the tiers that have told decided; null for what there is not. */
void document_json(struct buffer *, const struct rows *, size_t row, bool city, bool province);

#endif
