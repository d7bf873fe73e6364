/* SPDX-License-Identifier: ISC */
/*
 * The clock that limits are measured by: everything outside of us that may
 * hang (antivirus, inspector, signature service, text extraction) gets so many
 * milliseconds of it, and a step of the system's time neither ends it early
 * nor lets it run on.
 */
#include "base/clock.h"

#include <time.h>

#include "base/banned.h"

int64_t
clock_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
