/* SPDX-License-Identifier: ISC */
#ifndef MATANG_LETTER_H
#define MATANG_LETTER_H

#include "base/arena.h"
#include "base/config.h"
#include "store/db.h"

/*
 * A letter by mail (RFC 5322), of one message or several: plain text in UTF-8,
 * its lines ended by LF, as sendmail takes it.  Of people it names none but
 * the one whom it goes to; evidence and what people typed is never in it, but
 * behind its links.
 *
 * `head` is the row of letter_head, `messages` rows of letter_messages, of
 * `count` in all.
 */
void letter_write(struct buffer *, const struct config *, const struct rows *head,
    const struct rows *messages, int64_t count);

#endif
