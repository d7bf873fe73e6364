/* SPDX-License-Identifier: ISC */
#ifndef REPORT_H
#define REPORT_H

#include "assessment/assessment.h"
#include "assessment/results.h"
#include "assessment/why.h"
#include "document/chart.h"
#include "frame/context.h"
#include "store/setting.h"

/* Step 7, one page a function; each answers or returns a status. */
int show_overview(struct context *);
int show_agency(struct context *);
int send_agency(struct context *);
int show_region(struct context *);
int send_region_data(struct context *);
int ask_publish(struct context *);
int do_publish(struct context *);
int show_history(struct context *);
int send_history(struct context *);
int show_events(struct context *);
int send_events(struct context *);
int compare_agency(struct context *);
int compare_region(struct context *);
int send_compared_agency(struct context *);
int send_compared_region(struct context *);
int show_why(struct context *);
int show_agency_lift(struct context *);
int show_region_lift(struct context *);
int show_accuracy(struct context *);
int send_accuracy(struct context *);
int show_gaps(struct context *);
int send_gaps(struct context *);

/* The fields of these pages. */
extern const struct field publish_fields[];
extern const struct field history_fields[], event_fields[];
extern const struct field compare_fields[];
enum { COMPARE_WITH, COMPARE_MARK }; /* another assessment, another cycle */

/* The region whose lower regions the caller sees too: the province and its
 * auditor; else 0. */
int64_t region_below(const struct context *);

/* The cycle of the path by the caller's region, or 404. */
int find_cycle(struct context *, int64_t *cycle_id);

/* Whether the administrator has such advice on: a number above nought.  0 or a status. */
int report_offers(struct context *, enum setting, bool *offered);

/* The same with its results. */
int find_results(struct context *, struct results *);

/* For a page of theirs: the steps of their cycle (0 or a status), and Results.* and
 * the steps at its head. */
struct kept_cycle;
int find_steps(struct context *, const struct results *, const struct kept_cycle **);
void fill_head(struct context *, const struct results *, const struct kept_cycle *);

/*
 * The results of the path's cycle and, where asked, what stands beside them: the
 * charts, and in results.before the cycle before.
 */
struct region_read {
	struct results results;
	struct region_charts charts;
};
int region_read_results(struct context *, bool before, struct region_read *);

/*
 * How one agency stands, for who is signed in: /agency/#/… of advice that the
 * administrator has on.  0, 404, or another status.
 */
struct standing_page {
	struct assessment assessment;
	struct results results;
	struct agency_results agency; /* of them, with what it has chosen so far */
	const struct evidence_list *evidence;
	struct rows answers;
	struct why why;
};

int standing_read(struct context *, enum setting, struct standing_page *);

/* Assessment.*, and where it is a replica of whose. */
void standing_fill(struct context *, const struct standing_page *);

struct accuracy;
/* Node.percent .compared .same .above .below; nothing where none is. */
void fill_accuracy(struct context *, struct node *, const struct accuracy *);

#endif
