/* SPDX-License-Identifier: ISC */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include "assessment/assessment.h"
#include "frame/context.h"

/*
 * When which step is planned, and when it was done: home.c for the cycles of a
 * region, calendar.c as a file for calendars, agency.c for one agency, request.c
 * for more time that one asks for, address.c for a person's own calendar.
 */

/* A row for each step of the cycles that the actor works in: schedule_steps.  For
 * who works in an agency with its own last days. */
int schedule_read_steps(struct context *, struct rows *);

/* Rows of such steps as a calendar; as: "inline" or "attachment". */
void schedule_send_calendar(struct context *, const struct rows *, const char *as);

/* The request of an assessment that waits, or the last one; no row: there was none. */
int schedule_read_request(struct context *, const struct assessment *, struct rows *);

/* May the actor ask for more time now? */
bool schedule_may_ask(const struct context *, const struct assessment *,
    const struct rows *request);

/* Reads and shows the page of one agency with that status; what was typed was set before. */
int schedule_show_agency(struct context *, const struct assessment *, int status);

extern const struct field request_fields[], answer_fields[], feed_fields[], address_fields[];

int show_schedule(struct context *);
int send_schedule(struct context *);
int send_calendar(struct context *);
int show_agency_schedule(struct context *);
int ask_for_time(struct context *);
int answer_request(struct context *);
int send_feed(struct context *);
int show_address(struct context *);
int make_address(struct context *);
int withdraw_address(struct context *);

#endif
