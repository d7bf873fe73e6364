/* SPDX-License-Identifier: ISC */
/*
 * Office documents are ZIP archives: every file in one is unpacked and
 * counted, whatever the headers claim, its checksum compared, and what runs,
 * is fetched or is hidden in it is told (ECMA-376-2; OpenDocument 1.3, part
 * 2).
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "inspect/inspect.h"
#include "format/xml_reader.h"
#include "base/banned.h"

/*
 * A package of Office Open XML (ECMA-376-2) or OpenDocument (1.3, part 2):
 * every file in it is unpacked and counted, whatever the headers claim, and
 * its checksum compared.  A thousand scanned pages are 300 MB.
 */
static const struct format_limits limits = {
	.entries = 20000,
	.inflated = 1u << 30,
	.ratio = 300,
};

enum { NAME_ROOM = 512, XML_MAX = 16 << 20 };

static bool
package_ends(const char *text, const char *with)
{
	size_t length = strlen(text), tail = strlen(with);

	return length >= tail && strcasecmp(text + length - tail, with) == 0;
}

/* A name that leads out of the place where somebody unpacks it. */
static bool
leads_out(const char *name)
{
	return *name == '/' || strchr(name, '\\') != NULL || strncmp(name, "../", 3) == 0 ||
	    strstr(name, "/../") != NULL || package_ends(name, "/..");
}

/*
 * Charts carry their figures as workbooks, slides their tables: those are
 * part of the document.  Anything else that is embedded is another file.
 */
static void
judge_name(struct look *look, const char *name)
{
	static const char *const programs[] = { ".docm", ".xlsm", ".pptm", "vbaProject.bin" };

	for (size_t at = 0; at < sizeof(programs) / sizeof(programs[0]); at++)
		if (package_ends(name, programs[at]))
			note(look, FINDING_MACROS);
	if (leads_out(name))
		note(look, FINDING_UNREADABLE);
	if (strcasestr(name, "/activeX/") != NULL)
		note(look, FINDING_JAVASCRIPT);
	if (strcasestr(name, "/embeddings/") != NULL && !package_ends(name, "/") &&
	    !package_ends(name, ".xlsx") && !package_ends(name, ".docx") &&
	    !package_ends(name, ".pptx"))
		note(look, FINDING_EMBEDDED);
}

static bool
is_elsewhere(const char *target)
{
	static const char *const starts[] = { "http:", "https:", "ftp:", "\\\\", "//", "file://///",
		"file:\\\\" };

	for (size_t at = 0; at < sizeof(starts) / sizeof(starts[0]); at++)
		if (strncasecmp(target, starts[at], strlen(starts[at])) == 0)
			return true;
	return false;
}

/*
 * <Relationship TargetMode="External" Type="…/attachedTemplate" Target="…"/>
 * is fetched when the document is opened; a hyperlink is not.
 * <manifest:encryption-data> stands beside what a password locks.
 */
static void
package_on_element(void *argument, const char *name, const char **attributes)
{
	struct look *look = argument;

	if (strcasecmp(xml_attribute(attributes, "TargetMode", ""), "External") == 0 &&
	    !package_ends(xml_attribute(attributes, "Type", ""), "/hyperlink") &&
	    is_elsewhere(xml_attribute(attributes, "Target", "")))
		note(look, FINDING_EXTERNAL);
	if (package_ends(name, "encryption-data"))
		note(look, FINDING_LOCKED);
}

/* To its end in any case; what is wrong with XML is no matter of ours. */
static enum format_error
package_read_file(struct look *look, struct zip_reader *archive, const char *name)
{
	struct xml_reader part = { .arg = look, .start = package_on_element, .max = XML_MAX };
	enum format_error error = FORMAT_OK, last;

	if (package_ends(name, ".rels") || strcmp(name, "META-INF/manifest.xml") == 0)
		error = xml_read(&part, archive);
	last = zip_reader_end(archive);
	return error == FORMAT_ZIP || error == FORMAT_INFLATED ? error : last;
}

void
look_at_package(struct look *look)
{
	struct zip_reader archive;
	char name[NAME_ROOM];
	enum format_error error = zip_reader_open(&archive, (const char *)look->bytes, look->length,
	    &limits);

	if (error == FORMAT_OK)
		error = zip_reader_apart(&archive);
	while (error == FORMAT_OK) {
		error = zip_reader_next(&archive, name, sizeof(name));
		if (error == FORMAT_OK)
			error = zip_reader_enter(&archive);
		if (error != FORMAT_OK)
			break;
		judge_name(look, name);
		error = package_read_file(look, &archive, name);
	}
	if (archive.locked)
		note(look, FINDING_LOCKED);
	else if (error == FORMAT_INFLATED)
		note(look, FINDING_OVERSIZE);
	else if (error != FORMAT_ABSENT)
		note(look, FINDING_UNREADABLE);
	zip_reader_close(&archive);
}
