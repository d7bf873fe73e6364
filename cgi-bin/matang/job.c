/* SPDX-License-Identifier: ISC */
/*
 * What every job of `matang work` needs while it runs: whether there is time
 * left, and a line for what it did.
 */
#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#include "matang/job.h"
#include "base/banned.h"

int64_t
job_now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

bool
job_has_time(const struct job_run *run)
{
	return run->until > job_now();
}

void
job_fresh(struct job_run *run)
{
	arena_reset(&run->arena);
}

static void
say(struct job_run *run, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

static void
say(struct job_run *run, const char *format, va_list arguments)
{
	printf("%s: ", run->name);
	vprintf(format, arguments);
	putchar('\n');
	fflush(stdout);		/* killed or not, what was done was said */
	run->told++;
}

void
job_tell(struct job_run *run, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(run, format, arguments);
	va_end(arguments);
}

void
job_problem(struct job_run *run, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(run, format, arguments);
	va_end(arguments);
	run->problems++;
}
