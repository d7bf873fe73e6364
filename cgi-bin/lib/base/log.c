/* SPDX-License-Identifier: ISC */
/*
 * Lines of the log: made whole and written at once, so that those of several
 * processes do not run into each other, and what came from outside cannot
 * forge an entry.
 */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/write.h"
#include "base/banned.h"

enum { LINE_ROOM = 800, TIME_ROOM = 96 };

/* "2026-11-29T02:07:41.093Z" */
static void
log_time(char text[TIME_ROOM])
{
	struct timespec now;
	struct tm parts;

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &parts);
	snprintf(text, TIME_ROOM, "%04d-%02d-%02dT%02d:%02d:%02d.%03ldZ", parts.tm_year + 1900,
	    parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
	    now.tv_nsec / 1000000);
}

static void __attribute__((format(printf, 2, 0)))
log_whole(const struct log_who *who, const char *format, va_list arguments)
{
	char line[LINE_ROOM], when[TIME_ROOM];
	size_t length;

	log_time(when);
	snprintf(line, sizeof(line), "%s %s account %lld from %.45s request %s: ", when,
	    who->program, (long long)who->account_id, who->address, who->reference);
	for (length = 0; line[length] != '\0'; length++)
		continue;
	vsnprintf(line + length, sizeof(line) - length - 1, format, arguments);
	for (length = 0; line[length] != '\0'; length++)
		if ((unsigned char)line[length] < ' ' || line[length] == 0x7f)
			line[length] = '?';
	line[length] = '\n';
	write_all(STDERR_FILENO, line, length + 1);
}

void
log_line(const struct log_who *who, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	log_whole(who, format, arguments);
	va_end(arguments);
}

void
log_process(const char *program, const char *format, ...)
{
	const struct log_who who = { program, "-", "-", 0 };
	va_list arguments;

	va_start(arguments, format);
	log_whole(&who, format, arguments);
	va_end(arguments);
}
