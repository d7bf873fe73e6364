/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_INSTRUMENT_JSON_H
#define FORMAT_INSTRUMENT_JSON_H

#include "base/arena.h"
#include "rules/instrument.h"
#include "rules/score.h"
#include "format/json_reader.h"

/*
 * An instrument on its way to another instance and back: what goes out
 * comes in as the same one, its keys and dates aside.
 */

/* ---- instrument_json.c: as the schema exchange/schema/instrument.json says ------ */

#define INSTRUMENT_FORMAT "matang-instrument/1"

void instrument_write(struct buffer *json, const struct instrument *);

/*
 * Reads what instrument_write wrote, or anybody else by the schema.  Names
 * that the schema does not know are refused: a later format will have a later
 * number, so nothing is lost in silence.  Texts come without white space
 * around them, lines ended by LF.
 *
 * What is wrong is collected; a file that is something else is called what it
 * is, with where it belongs.  The instrument is whole only when no problem was
 * added.
 */
void instrument_read(struct json_problems *, struct json *file, struct instrument *);

/* Whether the five intervals reach from the lowest score that so many
 * variables can have to the highest, without gap; if not, where. */
enum category_fault instrument_categories_check(const struct instrument *, size_t *row);

/* ---- format/checklist.c: cells of its tables -------------------------------------- */

/*
 * The checklist of a level in one cell: parts between semicolons, a leading
 * "+" ("besides the lower level's") taken away, the first letter made large.
 * A "(ttd)" behind a part says that the document needs a signature, a
 * "(wajib)" behind that, that it is compulsory, "(tidak wajib)", that it is
 * not; neither is part of the title.  Where nothing is said, the first is
 * compulsory.  INSTRUMENT_OTHER is added where it is missing, also to a level
 * without examples.
 *
 * A backslash takes the meaning away from a semicolon, bracket, full stop or
 * backslash, and lets the first letter as it is: instrument_items_text writes
 * it where a title needs it, so that the list that is read is the one that
 * was written.  Compulsory marks stand behind every compulsory item, or
 * "(tidak wajib)" behind the first of a list that has none.
 */
void instrument_items(struct arena *, struct instrument_level *, const char *examples);
void instrument_items_text(struct buffer *, const struct instrument_level *);

/*
 * One of the texts of help of all items of a level, a line for each item in their
 * order; lines that are missing at the end say nothing.  Of a cell into the items, and
 * back.  Behind instrument_items().
 */
void instrument_help_lines(struct arena *, struct instrument_level *, enum instrument_help,
    const char *lines);
void instrument_help_text(struct buffer *, const struct instrument_level *, enum instrument_help);

/* "19.1", "19,1" or "19" -> 191, 191, 190; false: not such a number. */
bool instrument_tenths(const char *text, int64_t *tenths);

#endif
