/* SPDX-License-Identifier: ISC */
#ifndef SERVICE_REPORT_H
#define SERVICE_REPORT_H

#include "rules/satisfaction.h"
#include "service/service.h"

/*
 * The report of an agency's services over a year, a quarter or a month: what is read and counted
 * (report.c), and what it says (report_paper.c).
 */
enum { QUICK_DAYS = 3 }; /* source 004: a letter within two to three days */

/* Working days within which so many of a hundred came through. */
struct days_of {
	int64_t count, median, most; /* 50 and 90 of a hundred */
};

/* Where an application stands while the time of a step is counted. */
enum step_time { STEP_CHECK, STEP_DECIDE, STEP_MEND, STEP_TIMES };

struct service_report {
	struct context *context;
	int64_t year;
	const char *part, *from, *until; /* "", "q1" or "12"; YYYY-MM-DD */
	const char *span;                /* "2027", "Triwulan I 2027", "Maret 2027" */
	struct rows received, assisted, decided, returned, steps, late, survey;
	int64_t survey_sums[SATISFACTION_ELEMENTS], respondents, respondents_on_paper;
	int64_t survey_least; /* answers from which on they are shown; 0: nobody is asked */
	int64_t came, ended, approved, quick;
	struct days_of whole, step[STEP_TIMES];
	struct letterhead letterhead;
};

/* Sets from, until and span by year and part. */
void service_report_days(struct service_report *);

/* Those of the actor's agency and of the year and days that are there.  0 or a status. */
int service_report_read(struct service_report *);

void service_report_compose(const struct service_report *, struct document_model *);

/* "Triwulan I", "Maret"; "" for a whole year. */
const char *report_part_name(struct arena *, const char *part);

/* Which years and parts there are, as fields of a form. */
extern const char *const report_parts[];

#endif
