/* SPDX-License-Identifier: ISC */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "frame/context.h"
#include "store/account.h"
#include "store/password.h"

/* ---- return_address.c ---- */

/* Where a person wanted to go before being asked to sign in. */
enum { NEXT_MAX = 300 };

/* The path if it is one of ours ("/verify/7"), else "". */
const char *next_own(const char *path);

/*
 * 303 to a page of this program that still asks for something, which hands
 * the wish on; and to the wish itself, or to the role's first page.
 */
int next_ask(struct context *, const char *page, const char *next);
int next_go(struct context *, const char *next);

/* Where somebody is told that other devices were signed out (sessions_max). */
extern const char next_others_ended[];

/* ---- own_account.c: what the pages about oneself have in common ---- */

/* The account of the actor.  0 or a status. */
int own_account(struct context *, struct account *);

/*
 * Whether the password typed is the actor's; counts tries like a sign-in.
 * 0 good; else a status, of which 422 and 429 have set the field's error.
 */
int own_password(struct context *, const struct account *, int field);

/* 1 may try, 0 held, or enum db_error; forgets what was counted. */
int own_count(struct context *, const char *what);
int own_forget(struct context *, const char *what);

/* A sign-in name in the one spelling that is stored and counted. */
const char *own_letters(struct arena *, const char *text);

/* ---- the pages ---- */

extern const struct field next_query[];
int show_sign_in(struct context *);
int sign_out(struct context *);
int start(struct context *);
extern const struct field sign_in_fields[];
int sign_in(struct context *);

/* The form of whoever has no session yet carries the value of a cookie that only this
 * site can set; a page that is opened twice keeps its token: both work. */
void sign_in_give_token(struct context *);
bool sign_in_own_form(struct context *);

/* site_sign_in.c */
extern const struct field site_fields[];
int show_site_sign_in(struct context *);
int site_sign_in(struct context *);

int show_factor(struct context *);
extern const struct field code_fields[];
int give_code(struct context *);
int show_recovery(struct context *);
int give_recovery(struct context *);
int begin_factor(struct context *);
int show_set_up(struct context *);
extern const struct field set_up_fields[];
int set_up(struct context *);
extern const struct field password_only_fields[];
int show_renew(struct context *);
int renew(struct context *);
int show_switch_off(struct context *);
int switch_off(struct context *);

int show_profile(struct context *);
int show_details(struct context *);
extern const struct field details_fields[];
int save_details(struct context *);
int show_devices(struct context *);
int end_devices(struct context *);
int show_history(struct context *);

int show_confirm(struct context *);
extern const struct field confirm_fields[];
int confirm_password(struct context *);

int show_password(struct context *);
extern const struct field password_fields[];
int change_password(struct context *);

extern const struct field agencies_fields[];
int show_agencies(struct context *);
int serve_agency(struct context *);

extern const struct field tour_fields[];
int move_tour(struct context *);

int show_hand_over(struct context *);
extern const struct field hand_over_fields[];
int hand_over(struct context *);

/* device.c: has somebody signed in to it from this browser before, and let it be known. */
bool device_is_known(struct context *, const struct account *);
void device_remember(struct context *, const struct account *);

#endif
