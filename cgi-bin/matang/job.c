/* SPDX-License-Identifier: ISC */
/*
 * What the background's jobs have in common: how much of their time is left,
 * and the lines in which they say what was done.
 */
#include <stdarg.h>
#include <stdio.h>

#include "base/clock.h"
#include "matang/job.h"
#include "base/banned.h"

bool
job_has_time(const struct job_run *run)
{
	return run->until > clock_milliseconds();
}

/* Rounded up: a piece that was stopped has used up the time of the job. */
unsigned
job_patience(const struct job_run *run, unsigned most)
{
	int64_t left = (run->until - clock_milliseconds() + 999) / 1000;

	return left < 1 ? 1 : left < most ? (unsigned)left : most;
}

unsigned
job_own_time(const struct job_run *run, unsigned most)
{
	return run->run_until - clock_milliseconds() >= (int64_t)most * 1000 ?
	    most :
	    job_patience(run, most);
}

void
job_fresh(struct job_run *run)
{
	arena_reset(&run->arena);
}

static void job_say(struct job_run *run, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

static void
job_say(struct job_run *run, const char *format, va_list arguments)
{
	printf("%s: ", run->name);
	vprintf(format, arguments);
	putchar('\n');
	fflush(stdout); /* killed or not, what was done was said */
	run->told++;
}

void
job_tell(struct job_run *run, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	job_say(run, format, arguments);
	va_end(arguments);
}

void
job_problem(struct job_run *run, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	job_say(run, format, arguments);
	va_end(arguments);
	run->problems++;
}
