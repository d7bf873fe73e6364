/* SPDX-License-Identifier: ISC */
/*
 * What is printed on an issued document, as lines that are kept for good: see
 * the header for their form.
 */
#include "document/content.h"

#include <string.h>
#include "base/banned.h"

void
content_add(struct buffer *content, const char *name, const char *value)
{
	buffer_text(content, name);
	buffer_char(content, '=');
	for (; *value != '\0'; value++) {
		if (*value == '\\' || *value == '\n')
			buffer_char(content, '\\');
		buffer_char(content, *value == '\n' ? 'n' : *value);
	}
	buffer_char(content, '\n');
}

void
content_add_int(struct buffer *content, const char *name, int64_t value)
{
	buffer_format(content, "%s=%lld\n", name, (long long)value);
}

bool
content_next(struct content_line *line)
{
	char *from = line->rest, *equals = strchr(from, '='), *to;

	if (equals == NULL)
		return false;
	*equals = '\0';
	line->name = from;
	line->value = to = equals + 1;
	for (from = to; *from != '\0' && *from != '\n'; from++)
		if (*from == '\\' && from[1] != '\0')
			*to++ = *++from == 'n' ? '\n' : *from;
		else
			*to++ = *from;
	line->rest = from + (*from == '\n');
	*to = '\0';
	return true;
}
