/* SPDX-License-Identifier: ISC */
#ifndef FORMAT_XML_READER_H
#define FORMAT_XML_READER_H

#include "format/zip_reader.h"

/*
 * One XML file of an office document, element by element.  A document type is
 * refused: no office program writes one, and what it could declare serves to
 * hide or to swell.  So is a tag that goes on for more than PART_TAG bytes,
 * which would have to be held until it ends.
 */
enum { PART_TAG = 64 << 10 };

struct xml_reader {
	void *arg; /* for the functions below; end, text or both
				 * may be NULL */
	void (*start)(void *arg, const char *name,
	    const char **attributes); /* name, value, …, NULL */
	void (*end)(void *arg, const char *name);
	void (*text)(void *arg, const char *bytes, size_t n);
	size_t max; /* bytes of it; 0: as the archive allows */

	/* set by xml_read */
	void *parser;
	enum format_error error;
	int stopped;
};

/*
 * Read the file of the archive that was begun; its end is left to the caller.
 * What came out before an error was told.  FORMAT_OK also when one of the
 * functions stopped it with that; else what it was stopped with, FORMAT_DTD,
 * FORMAT_XML, FORMAT_MEMORY, or what zip_reader_read says.
 */
enum format_error xml_read(struct xml_reader *part, struct zip_reader *archive);

/* From one of the functions: none of them is called again. */
void xml_stop(struct xml_reader *part, enum format_error error);

/* A name without its namespace prefix. */
const char *xml_local(const char *name);

/* The value of an attribute by its local name, or `otherwise`. */
const char *xml_attribute(const char **attributes, const char *name, const char *otherwise);

#endif
