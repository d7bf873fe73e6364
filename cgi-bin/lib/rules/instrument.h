/* SPDX-License-Identifier: ISC */
#ifndef RULES_INSTRUMENT_H
#define RULES_INSTRUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * An instrument as a whole: as it is read from tables (CSV or XLSX) or JSON
 * before it is stored, and as it goes out again.  All texts are UTF-8 and not
 * NULL; lengths as in the schema.
 */
enum {
	INSTRUMENT_LEVELS = 5,
	INSTRUMENT_VARIABLES_MAX = 60,
	INSTRUMENT_NAME_MAX = 160,
	INSTRUMENT_BASIS_MAX = 300,
	INSTRUMENT_VARIABLE_MAX = 200,
	INSTRUMENT_WORDING_MAX = 4000,
	INSTRUMENT_ITEMS_MAX = 40, /* beside the one that is always there */
	INSTRUMENT_TITLE_MAX = 300,
	INSTRUMENT_HELP_MAX = 500,
	INSTRUMENT_CATEGORY_MAX = 60
};

/* The last item of a level, never compulsory: any document finds its place. */
#define INSTRUMENT_OTHER "Dokumen pendukung lain"

/* What is said of a document that is asked for: local practice, one line each.  The
 * names stand in the schema, the workbook and JSON. */
enum instrument_help { HELP_COUNTS, HELP_COUNTS_NOT, HELP_EXAMPLE, HELP_TEXTS };
extern const char *const instrument_help_names[HELP_TEXTS];

struct instrument_item {
	const char *title; /* at most 300 characters */
	bool compulsory;
	bool needs_signature;
	const char *help[HELP_TEXTS]; /* NULL: "" */
};

struct instrument_level {
	const char *indicator;
	const char *guidance;          /* what a verifier looks for; may be "" */
	struct instrument_item *items; /* at least one */
	size_t item_count;             /* at most 255 */
};

struct instrument_variable {
	int64_t number;                                    /* 1 to 60 */
	const char *name;                                  /* at most 200 characters */
	struct instrument_level levels[INSTRUMENT_LEVELS]; /* 1 to 5 */
};

struct instrument_category {
	const char *name; /* at most 60 characters */
	int64_t min_tenths, max_tenths;
};

struct instrument {
	const char *name;  /* at most 160 characters */
	const char *basis; /* at most 300 characters */
	struct instrument_variable *variables;
	size_t variable_count;
	struct instrument_category categories[INSTRUMENT_LEVELS]; /* lowest first */
};

#endif
