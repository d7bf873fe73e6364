/* SPDX-License-Identifier: ISC */
#ifndef MATANG_JOB_H
#define MATANG_JOB_H

#include "matang/command.h"
#include "rules/calendar.h"

/*
 * What `matang work` does in the background: one table of jobs in work.c.
 *
 * A job may be killed at any moment and may run on several hosts at once.  So
 * it takes its rows in small batches, claims each by a guarded UPDATE (a time
 * before which nobody else touches the row; a claim that was killed lapses by
 * itself), does the work outside any transaction, and writes the outcome by
 * another guarded UPDATE.  It never deletes what a person stored.
 */
struct job_run {
	struct work *work;
	const char *name;
	struct arena arena; /* the database's results, until job_fresh */
	int64_t until;      /* by base/clock.h */
	int64_t run_until;  /* of all jobs */
	bool quiet;         /* nothing to say where nothing was done */
	size_t told;        /* lines printed */
	size_t problems;    /* what the operator should look at */
};

struct job {
	const char *name;
	const char *summary; /* one line, for the help */
	/* 0 when done, or as far as the time went; or enum db_error. */
	int (*run)(struct job_run *);
};

/* Whether there is time for one more piece of work; ask before each. */
bool job_has_time(const struct job_run *);

/*
 * What one piece of work may take, in whole seconds: `most`, or what is left of
 * the job's time, so that a file that hangs takes nothing of the other jobs'.
 * One that was stopped for want of time is no worse for it: it is taken up again.
 */
unsigned job_patience(const struct job_run *, unsigned most);

/*
 * The same of a piece that is judged by whether it ends in its own time: `most`
 * where the whole run has as much left, though the job has not.  What is judged
 * behind others is so as what comes first.
 */
unsigned job_own_time(const struct job_run *, unsigned most);

/* Frees what was read so far: call it before each batch. */
void job_fresh(struct job_run *);

/* "NAME: …", one line on stdout: what was done. */
void job_tell(struct job_run *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same of something that the operator should look at: exit status 1. */
void job_problem(struct job_run *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Holidays as they are read, for all regions; the arena is freed by whoever loaded them. */
struct job_calendar {
	struct arena arena;
	struct rows holidays;
	int64_t week;
};

/* 0 or enum db_error; and the days of one region, until job_fresh. */
int job_calendar_load(struct job_run *, struct job_calendar *);
void job_calendar_of(struct job_run *, const struct job_calendar *, int64_t region, int64_t parent,
    struct calendar *);

/* complaints.c */
int tell_and_close_complaints(struct job_run *);

/* job_scan.c, job_inspect.c: what came in unseen, for antivirus and
 * inspector. */
int scan_files(struct job_run *);
int inspect_files(struct job_run *);

/* job_text.c: what files say, for searching. */
int take_texts(struct job_run *);

/* job_read.c: what pictures and scans say, as far as a machine can read it. */
int read_pictures(struct job_run *);

/* upload_sessions.c: uploads that nobody went on with in time. */
int give_up_upload_sessions(struct job_run *);

/* And lists that were looked at before they were stored, or were not. */
int forget_lists(struct job_run *);

/* reminders.c: pending documents that are due, or overdue. */
int remind_of_pending(struct job_run *);

/* deadlines.c: steps whose end is near, or has passed. */
int remind_of_deadlines(struct job_run *);

/* service_letters.c: letters of services that end before long. */
int remind_of_letters(struct job_run *);

/* links.c: the links of the register of applications and sites. */
int look_at_links(struct job_run *);

/* webhooks.c: what the gateways of regions are told. */
int tell_gateways(struct job_run *);

/* mail.c: messages that are due by mail. */
int send_letters(struct job_run *);

#endif
