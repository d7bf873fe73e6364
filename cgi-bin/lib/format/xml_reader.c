/* SPDX-License-Identifier: ISC */
/*
 * One part of an archive as XML by expat, in pieces, within limits.  A
 * document type is refused: no entity is ever defined, so none can grow or
 * lead elsewhere.
 */
#include "format/xml_reader.h"

#include <expat.h>
#include <string.h>

#include "base/banned.h"

#define CHUNK (16u << 10)

void
xml_stop(struct xml_reader *part, enum format_error error)
{
	if (part->stopped)
		return;
	part->stopped = 1;
	part->error = error;
	(void)XML_StopParser(part->parser, XML_FALSE);
}

/* Of what it has begun expat may tell some more after it was stopped. */

static void XMLCALL
xml_reader_on_start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct xml_reader *part = arg;

	if (!part->stopped)
		part->start(part->arg, name, attributes);
}

static void XMLCALL
xml_reader_on_end(void *arg, const XML_Char *name)
{
	struct xml_reader *part = arg;

	if (!part->stopped)
		part->end(part->arg, name);
}

static void XMLCALL
xml_reader_on_text(void *arg, const XML_Char *bytes, int n)
{
	struct xml_reader *part = arg;

	if (!part->stopped)
		part->text(part->arg, bytes, (size_t)n);
}

static void XMLCALL
on_doctype(void *arg, const XML_Char *name, const XML_Char *system_id, const XML_Char *public_id,
    int has_subset)
{
	(void)name, (void)system_id, (void)public_id, (void)has_subset;
	xml_stop(arg, FORMAT_DTD);
}

/* From 2.9 on, expat has another name for where it stands. */
#if XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 9
#define byte_index XML_GetCurrentByteIndex
#else
#define byte_index XML_GetCurrentByteIndex64
#endif

/* The next bytes; *got is 0 at the end. */
static void
feed(struct xml_reader *part, struct zip_reader *archive, size_t *got)
{
	void *chunk = XML_GetBuffer(part->parser, CHUNK);
	enum format_error error;

	if (chunk == NULL) {
		xml_stop(part, FORMAT_MEMORY);
		return;
	}
	error = zip_reader_read(archive, chunk, CHUNK, got);
	if (error != FORMAT_OK)
		xml_stop(part, error);
	else if (XML_ParseBuffer(part->parser, (int)*got, *got == 0) == XML_STATUS_ERROR)
		xml_stop(part,
		    XML_GetErrorCode(part->parser) == XML_ERROR_NO_MEMORY ?
			FORMAT_MEMORY :
			FORMAT_XML);
}

enum format_error
xml_read(struct xml_reader *part, struct zip_reader *archive)
{
	size_t got = 1, fed = 0;
	long at;

	part->error = FORMAT_OK;
	part->stopped = 0;
	part->parser = XML_ParserCreate(NULL);
	if (part->parser == NULL)
		return FORMAT_MEMORY;
	XML_SetUserData(part->parser, part);
	XML_SetElementHandler(part->parser, xml_reader_on_start,
	    part->end != NULL ? xml_reader_on_end : NULL);
	XML_SetCharacterDataHandler(part->parser, part->text != NULL ? xml_reader_on_text : NULL);
	XML_SetStartDoctypeDeclHandler(part->parser, on_doctype);
	while (got > 0 && !part->stopped) {
		feed(part, archive, &got);
		fed += got;
		/* How much does it hold back, waiting for a tag's end? */
		at = (long)byte_index(part->parser);
		if (fed - (at < 0 ? 0 : (size_t)at) > PART_TAG ||
		    (part->max > 0 && fed > part->max))
			xml_stop(part, FORMAT_XML);
	}
	XML_ParserFree(part->parser);
	part->parser = NULL;
	return part->error;
}

const char *
xml_local(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon == NULL ? name : colon + 1;
}

const char *
xml_attribute(const char **attributes, const char *name, const char *otherwise)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(xml_local(attributes[0]), name) == 0)
			return attributes[1];
	return otherwise;
}
