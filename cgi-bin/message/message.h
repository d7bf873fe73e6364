/* SPDX-License-Identifier: ISC */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "frame/context.h"

/* ---- inbox.c: what one was told, and that it was read ---- */
extern const struct field inbox_fields[];
int show_inbox(struct context *);
extern const struct field inbox_open_fields[];
int open_message(struct context *);
int show_message(struct context *);

/* ---- choices.c: what of it comes by mail, and how often ---- */
int show_choices(struct context *);
extern const struct field choices_fields[];
int save_choices(struct context *);

/* ---- letters.c: what did not get through ---- */
int show_letters(struct context *);
int send_letter_again(struct context *);

#endif
