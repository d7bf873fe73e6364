/* SPDX-License-Identifier: ISC */
#ifndef STORE_MEDIA_TYPE_H
#define STORE_MEDIA_TYPE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error_chain.h"

/*
 * What a file is, by its content and never by its name (product.md,
 * "Evidence: the rules").  These eight kinds are taken in as evidence:
 * everything else is refused, and what hides programs first of all.
 */
enum file_type {
	FILE_REFUSED,
	FILE_PDF,
	FILE_JPEG,
	FILE_PNG,
	FILE_DOCX,
	FILE_XLSX,
	FILE_PPTX,
	FILE_ODT,
	FILE_ODS,
	FILE_HEIF, /* from here on: pictures that are made into others, and never stored */
	FILE_WEBP,
	FILE_TIFF,
	FILE_TYPES
};

/*
 * Reads the file at path.  0 with its type; for FILE_REFUSED, *why says in
 * Indonesian what it is and what to do, a constant text.  -1 with a cause when
 * it cannot be read or libmagic has no database: nothing is taken in unseen.
 */
int media_type_find(const char *path, enum file_type *, const char **why, struct error_chain *);

/* A picture that not everybody can see: see store/photo.h. */
bool file_is_converted(enum file_type);

/* What to do with it where this host cannot make another of it. */
const char *file_conversion_refusal(enum file_type);

/* "application/pdf", as stored and served; "" for FILE_REFUSED. */
const char *file_media(enum file_type);

/* "pdf", the only end of a name that the content is ever served with. */
const char *file_extension(enum file_type);

/* The type of a stored media type; FILE_REFUSED for any other. */
enum file_type file_type_of(const char *media);

/*
 * What a file field takes: any of the kinds, or PDF and pictures alone, and, where
 * `converted`, the pictures that are made into others on this host.  As the ends of
 * names for the attribute accept, a help to the person and no check; and in words,
 * "PDF, JPEG atau PNG".
 */
enum file_set { FILE_SET_EVIDENCE, FILE_SET_SCAN };
const char *file_accept(struct arena *, enum file_set, bool converted);
const char *file_type_names(struct arena *, enum file_set, bool converted);

#endif
