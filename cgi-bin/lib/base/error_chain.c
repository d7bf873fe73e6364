/* SPDX-License-Identifier: ISC */
/*
 * The causes of an error, from where it happened up to who gave up, each with
 * its place in the source.  They go to the log under the reference that the
 * person sees, one line each: what came from outside cannot forge an entry.
 */
#include "base/error_chain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/banned.h"

void
error_chain_add(struct error_chain *fault, const char *file, int line, const char *format, ...)
{
	va_list arguments;
	unsigned at = fault->depth;
	char *text;

	if (at == ERROR_CHAIN_DEPTH)
		return;
	text = fault->causes[at].text;
	fault->causes[at].file = file;
	fault->causes[at].line = line;
	va_start(arguments, format);
	vsnprintf(text, ERROR_CHAIN_TEXT, format, arguments);
	va_end(arguments);
	/* One cause, one line: what came from outside cannot forge entries. */
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			*text = '?';
	fault->depth++;
}

void
error_chain_clear(struct error_chain *fault)
{
	fault->depth = 0;
}

void
error_chain_log(const struct error_chain *fault, const struct log_who *who)
{
	for (unsigned at = 0; at < fault->depth; at++)
		log_line(who, "%s:%d: %s", fault->causes[at].file, fault->causes[at].line,
		    fault->causes[at].text);
}
