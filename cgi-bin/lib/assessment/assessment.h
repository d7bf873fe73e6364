/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_H
#define ASSESSMENT_H

#include "assessment/kept_cycle.h"
#include "rules/calendar.h"
#include "rules/workflow.h"
#include "frame/context.h"
#include "store/message.h"

/*
 * One assessment as the caller may see it: operator and head their own
 * agency's, a verifier the region's, validator and auditor also those of the
 * regions below.  What is not theirs does not exist: 404.
 */
struct assessment {
	int64_t id;
	int64_t cycle_id;
	int64_t agency_id;
	int64_t region_id;
	int64_t instrument_id;
	int64_t version; /* optimistic lock */
	int64_t stamp;   /* number of its agency's, before it was read */
	int64_t year;
	enum state state;
	bool opened; /* by the agency, at least once */
	bool province_tier;
	bool cycle_open;               /* neither a draft nor reported */
	bool imported;                 /* a copy, see assessment/replica.h */
	bool kept_open;                /* no deadline closes it, see workflow_lapsed() */
	int32_t until[WORKFLOW_STEPS]; /* last days of the steps, of this agency; 0: none */
	const char *agency_name;       /* as it was called in that cycle */
	const char *left_why;          /* why it left the cycle; "": it did not */
	const char *region_name;
	const char *zone;
	const struct kept_cycle *cycle;
};

/* 0, 404, or another status: assessment_guard() has been asked.  Inside a
 * transaction it locks nothing. */
int assessment_find(struct context *, int64_t id, struct assessment *);

/*
 * Of a copy nothing is changed here, and what is worked with elsewhere is
 * looked at in its report: 0, 409, or a status whose answer has been given.
 * For those who find an assessment by a statement of their own.
 */
int assessment_guard(struct context *, const struct assessment *);

/*
 * For statements that give more than assessment_find: its columns read from a
 * row.  0, 404 for what the caller may not see, or another status.
 */
int assessment_read(struct context *, const struct rows *, size_t row, struct assessment *);

/* The row that came with the session, when it is of that assessment and still
 * holds (ROUTE_ASSESSMENT); else NULL. */
const struct rows *assessment_opening(const struct context *, int64_t id);

/*
 * For statements that look for what the caller may see by themselves: his
 * agency, his region, and for the roles that look below the region as parent;
 * NULL where it gives no right.
 */
struct scope {
	struct db_value agency, region, parent;
};

struct scope assessment_scope(const struct context *);

/* The numbers under which the evidence of an assessment is kept: both stamps. */
struct stamps assessment_stamps(const struct context *, const struct assessment *);

/* Nobody fills in before the filling step begins, unless the cycle says so. */
bool assessment_fills(const struct assessment *);

/* Is filling in over for this agency, by its last day and the choice of the cycle? */
bool assessment_lapsed(const struct assessment *);

/* The last day of a step, 1 to 7, for this agency in words; "" where none is planned. */
const char *assessment_until(struct context *, const struct assessment *, int step);

/* The first day of that step, in words. */
const char *assessment_begins(struct context *, const struct assessment *);

/* Assessment.*, with .own, why not, where the actor would judge his own agency,
 * .begins, since when it may be filled in where that is still to come, .lapsed, with
 * which day it ended where it did and .may_ask, and the
 * bar of its stages with the seven steps of its cycle. */
void assessment_fill(struct context *, const struct assessment *);

/* The bar alone, for a page that is not about the assessment. */
void assessment_stages_fill(struct context *, const struct assessment *);

/* Working days left until the end of a step: see working_left(). */
int assessment_days_left(struct context *, const struct assessment *, int step);

/*
 * The calendar of a region (0: what holds everywhere): settings, and holidays of
 * the instance, its province and its own.  0 or a status.
 */
int calendar_load(struct context *, int64_t region_id, struct calendar *);

/*
 * Makes a move inside the transaction that the caller opened: one guarded
 * UPDATE, its row of history, and messages to those who have to know.  409 when
 * somebody else was faster.  Where it opens again what was decided
 * (workflow_held()), the agency's stamp has to be raised: what is said of its
 * documents today counts from then on.
 */
int assessment_move(struct context *, const struct assessment *, const struct move *,
    const char *reason);

/* Tells of it, in the caller's transaction: store/message.h.  0 or enum db_error. */
int assessment_tell(struct context *, const struct assessment *, enum message_kind,
    const char *detail);

/*
 * In the caller's transaction, before anything is read there: to its end the
 * state stays what it was when the assessment was found.  0, 409 when it is
 * another by now, or enum db_error.
 */
int assessment_hold(struct context *, const struct assessment *);

/* The same, and 409 where its cycle is not open any more: a file may have been
 * on its way for minutes since that was asked. */
int assessment_hold_open(struct context *, const struct assessment *);

/* A row of history about this assessment, by the actor, in the caller's
 * transaction.  variable_number, subject_id may be 0.  0 or enum db_error. */
int assessment_change(struct context *, const struct assessment *, const char *subject,
    int64_t variable_number, int64_t subject_id, const char *from, const char *to,
    const char *reason);

/*
 * Whether a role may make the move now: its cycle is open, it has not left it, the
 * day for it has come, and its state has the move.  What a page offers; whose the
 * assessment is, is not asked (frame/judging.h).
 */
bool assessment_allows(const struct assessment *, enum role, enum action);

/*
 * The move that the actor wants, or NULL with the refusal said in context->why
 * and its status in *status: 403, also for whoever would judge the agency that he
 * works in, or 409.
 */
const struct move *assessment_may(struct context *, const struct assessment *, enum action,
    int *status);

#endif
