/* SPDX-License-Identifier: ISC */
/*
 * matang work [JOB]
 *
 * The background: runs the jobs one after the other, each with its share of
 * the time, under one lock per host; what a killed run began is taken up
 * again.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/clock.h"
#include "matang/job.h"
#include "base/banned.h"

enum { SECONDS_DEFAULT = 240, SECONDS_MAX = 86400 };

enum { SECONDS, QUIET };

static const struct option options[] = {
	[SECONDS] = { "seconds", "N",
	    "stop beginning anything new after so "
	    "long (240)",
	    false },
	[QUIET] = { "quiet", NULL,
	    "say nothing about jobs that found nothing "
	    "to do: for cron",
	    false },
	{ .name = NULL },
};

/* In this order.  Each has its line in the help, and says what it did. */
static const struct job jobs[] = {
	{ "upload-sessions", "give up uploads that nobody went on with in time",
	    give_up_upload_sessions },
	{ "lists", "forget lists that were looked at the day before", forget_lists },
	{ "scan", "have files scanned by the antivirus, and old ones again", scan_files },
	{ "inspect", "look into files that nobody has looked into", inspect_files },
	{ "text", "take the text out of files, so that people find them by it", take_texts },
	{ "reminders", "remind of pending documents whose date has come", remind_of_pending },
	{ "deadlines", "remind of the ends of steps, and tell who is late", remind_of_deadlines },
	{ "complaints", "tell officials of complaints, and close those not replied to in time",
	    tell_and_close_complaints },
	{ "letters", "remind of letters of services that end before long", remind_of_letters },
	{ "links", "look at the links of the register of applications, where that is switched on",
	    look_at_links },
	{ "webhooks", "post to the gateways of regions what people are told", tell_gateways },
	{ "mail", "send what people are to be told by mail", send_letters },
	{ "read", "read pictures and scans by machine (Tesseract), where there is time",
	    read_pictures },
	{ .name = NULL },
};

/*
 * One run at a time on this host.  Runs on other hosts are kept apart by the
 * claims of each row.  The lock goes with the process, however it ends.
 * A descriptor, -1 when another run has it, -2 after a complaint.
 */
static int
take_lock(struct work *work)
{
	const char *path = arena_format(&work->arena, "%s/.work.lock", work->config.files_dir);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	if (fd >= 0 && errno == EWOULDBLOCK) {
		close(fd);
		return -1;
	}
	complain(work, PROBLEM, "cannot lock %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return -2;
}

/* 0 or enum db_error; *problems grows. */
static int
run_job(struct work *work, const struct job *job, int64_t until, int64_t run_until,
    size_t *problems)
{
	struct job_run run = { .work = work,
		.name = job->name,
		.until = until,
		.run_until = run_until,
		.quiet = work->given[QUIET] != NULL };
	int result;

	db_attach(work->db, &run.arena, &work->fault);
	result = job->run(&run);
	db_attach(work->db, &work->arena, &work->fault);
	arena_free(&run.arena);
	if (result >= 0 && run.told == 0 && !run.quiet)
		job_tell(&run, "nothing to do");
	*problems += run.problems;
	return result < 0 ? result : 0;
}

/*
 * Every job gets its share of the time that is left, so that none starves
 * behind one that has much to do.  One that fails does not stop the others,
 * but for want of a database.
 */
static int
run_jobs(struct work *work, const struct job *first, size_t count, int64_t until)
{
	size_t problems = 0;
	int status = DONE;

	for (size_t at = 0; at < count && status != AWAY; at++) {
		int64_t begun = clock_milliseconds(), left = until > begun ? until - begun : 0;
		int result = run_job(work, &first[at], begun + left / (int64_t)(count - at), until,
		    &problems);

		if (result < 0) {
			status = store_failed(work, result, first[at].name);
			error_chain_clear(&work->fault);
		}
	}
	return status == DONE && problems > 0 ? PROBLEM : status;
}

static const struct job *
job_named(const char *name)
{
	for (const struct job *at = jobs; at->name != NULL; at++)
		if (strcmp(at->name, name) == 0)
			return at;
	return NULL;
}

static int
work_jobs(struct work *work)
{
	const struct job *first = jobs;
	size_t count = sizeof(jobs) / sizeof(jobs[0]) - 1;
	long seconds = SECONDS_DEFAULT;
	int lock, status;

	if (work->given[SECONDS] != NULL &&
	    (!whole_number(work->given[SECONDS], 1, &seconds) || seconds > SECONDS_MAX))
		return complain(work, MISUSE, "--seconds wants 1 to %d", SECONDS_MAX);
	if (work->arguments[0] != NULL) {
		first = job_named(work->arguments[0]);
		count = 1;
		if (first == NULL)
			return complain(work, MISUSE, "there is no job '%s'", work->arguments[0]);
	}
	lock = take_lock(work);
	if (lock == -1) {
		if (work->given[QUIET] == NULL)
			puts("another run is at work; nothing done");
		return DONE;
	}
	if (lock < 0)
		return PROBLEM;
	status = run_jobs(work, first, count, clock_milliseconds() + (int64_t)seconds * 1000);
	close(lock);
	return status;
}

static void
list_jobs(FILE *to)
{
	fputs("\nThe jobs, in their order:\n\n", to);
	for (const struct job *at = jobs; at->name != NULL; at++)
		fprintf(to, "  %-18s %s\n", at->name, at->summary);
}

const struct command work_command = {
	.name = "work",
	.arguments = "[JOB]",
	.most = 1,
	.summary = "do what waits in the background, for cron or a timer",
	.about = "Runs every job below, or the one named, for a limited time, "
		 "and says what each\ndid. May be run as often as one likes: two "
		 "at once do not get in each other's way,\nand what a killed run "
		 "had begun is taken up again. Deletes nothing that a person\n"
		 "stored. Exit status 1 says that the operator should read what it "
		 "printed.",
	.options = options,
	.more = list_jobs,
	.run = work_jobs,
};
