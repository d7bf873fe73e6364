/* SPDX-License-Identifier: ISC */
#include <expat.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "inspect/inspect.h"
#include "sheet/archive.h"
#include "base/banned.h"

/*
 * A package of Office Open XML (ECMA-376-2) or OpenDocument (1.3, part 2):
 * every file in it is unpacked and counted, whatever the headers claim, and
 * its checksum compared.  A thousand scanned pages are 300 MB.
 */
static const struct sheet_limits limits = {
	.entries = 20000,
	.inflated = 1u << 30,
	.ratio = 300
};

enum { NAME_ROOM = 512, PIECE = 65536, XML_MAX = 16 << 20 };

struct package {
	struct look *look;
	XML_Parser parser;	/* NULL: this file is not read */
};

static bool
ends(const char *text, const char *with)
{
	size_t length = strlen(text), tail = strlen(with);

	return length >= tail && strcasecmp(text + length - tail, with) == 0;
}

/* A name that leads out of the place where somebody unpacks it. */
static bool
leads_out(const char *name)
{
	return *name == '/' || strchr(name, '\\') != NULL ||
	    strncmp(name, "../", 3) == 0 || strstr(name, "/../") != NULL ||
	    ends(name, "/..");
}

/*
 * Charts carry their figures as workbooks, slides their tables: those are
 * part of the document.  Anything else that is embedded is another file.
 */
static void
judge_name(struct look *look, const char *name)
{
	static const char *const programs[] = { ".docm", ".xlsm", ".pptm",
		"vbaProject.bin" };

	for (size_t at = 0; at < sizeof(programs) / sizeof(programs[0]); at++)
		if (ends(name, programs[at]))
			note(look, INSIDE_MACROS);
	if (leads_out(name))
		note(look, INSIDE_UNREADABLE);
	if (strcasestr(name, "/activeX/") != NULL)
		note(look, INSIDE_JAVASCRIPT);
	if (strcasestr(name, "/embeddings/") != NULL && !ends(name, "/") &&
	    !ends(name, ".xlsx") && !ends(name, ".docx") &&
	    !ends(name, ".pptx"))
		note(look, INSIDE_EMBEDDED);
}

static const char *
attribute(const char **attributes, const char *name)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return "";
}

static bool
is_elsewhere(const char *target)
{
	static const char *const starts[] = { "http:", "https:", "ftp:",
		"\\\\", "//", "file://///", "file:\\\\" };

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
on_element(void *argument, const char *name, const char **attributes)
{
	struct package *package = argument;

	if (strcasecmp(attribute(attributes, "TargetMode"), "External") == 0 &&
	    !ends(attribute(attributes, "Type"), "/hyperlink") &&
	    is_elsewhere(attribute(attributes, "Target")))
		note(package->look, INSIDE_EXTERNAL);
	if (ends(name, "encryption-data"))
		note(package->look, INSIDE_LOCKED);
}

static void
on_doctype(void *argument, const char *name, const char *system_id,
    const char *public_id, int has_subset)
{
	struct package *package = argument;

	(void)name, (void)system_id, (void)public_id, (void)has_subset;
	XML_StopParser(package->parser, XML_FALSE);
}

static void
begin_xml(struct package *package, const char *name)
{
	package->parser = NULL;
	if (!ends(name, ".rels") && strcmp(name, "META-INF/manifest.xml") != 0)
		return;
	package->parser = XML_ParserCreate(NULL);
	if (package->parser == NULL)
		return;
	XML_SetUserData(package->parser, package);
	XML_SetStartElementHandler(package->parser, on_element);
	XML_SetStartDoctypeDeclHandler(package->parser, on_doctype);
}

static void
end_xml(struct package *package)
{
	if (package->parser != NULL)
		XML_ParserFree(package->parser);
	package->parser = NULL;
}

static enum sheet_error
read_file(struct package *package, struct archive *archive)
{
	char piece[PIECE];
	enum sheet_error error, last;
	size_t got, total = 0;

	while ((error = archive_read(archive, piece, sizeof(piece), &got)) ==
	    SHEET_OK && got > 0) {
		total += got;
		if (package->parser != NULL && (total > XML_MAX ||
		    XML_Parse(package->parser, piece, (int)got, 0) !=
		    XML_STATUS_OK))
			end_xml(package);
	}
	last = archive_end(archive);
	return error != SHEET_OK ? error : last;
}

void
look_at_package(struct look *look)
{
	struct package package = { .look = look };
	struct archive archive;
	char name[NAME_ROOM];
	enum sheet_error error = archive_open(&archive,
	    (const char *)look->bytes, look->length, &limits);

	while (error == SHEET_OK) {
		error = archive_next(&archive, name, sizeof(name));
		if (error != SHEET_OK)
			break;
		judge_name(look, name);
		begin_xml(&package, name);
		error = read_file(&package, &archive);
		end_xml(&package);
	}
	if (archive.locked)
		note(look, INSIDE_LOCKED);
	else if (error == SHEET_INFLATED)
		note(look, INSIDE_OVERSIZE);
	else if (error != SHEET_ABSENT)
		note(look, INSIDE_UNREADABLE);
	archive_close(&archive);
}
