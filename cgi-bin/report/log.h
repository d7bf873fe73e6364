/* SPDX-License-Identifier: ISC */
#ifndef REPORT_LOG_H
#define REPORT_LOG_H

#include "report/report.h"
#include "document/export.h"

/*
 * What history and events have in common: a long list, newest first, of which
 * the caller asks for a part and sees no more than is his.
 */
enum {
	LOG_REGION,
	LOG_INSTANCE, /* what belongs to no region, for the auditor */
	LOG_AGENCY,
	LOG_KIND,
	LOG_PERSON, /* part of a name */
	LOG_QUERY,
	LOG_FROM,
	LOG_UNTIL,
	LOG_BEFORE, /* key: where the next page begins */
	LOG_MARK,   /* of the file: the list and its file are asked for alike */
	LOG_FIELDS
};

#define LOG_FIELD_TABLE(codes) \
	{ \
		[LOG_REGION] = { "region", FIELD_NUMBER, "Daerah", .min = 1, .max = INT32_MAX }, \
		[LOG_INSTANCE] = { "instance", FIELD_FLAG, "Semua daerah" }, \
		[LOG_AGENCY] = { "agency", FIELD_NUMBER, "Perangkat daerah", .min = 1, \
			.max = INT32_MAX }, \
		[LOG_KIND] = { "kind", FIELD_CHOICE, "Jenis", .choices = (codes) }, \
		[LOG_PERSON] = { "person", FIELD_TEXT, "Nama orang", .max = 120 }, \
		[LOG_QUERY] = { "q", FIELD_TEXT, "Cari", .max = 120 }, \
		[LOG_FROM] = { "from", FIELD_DATE, "Sejak tanggal" }, \
		[LOG_UNTIL] = { "until", FIELD_DATE, "Sampai tanggal" }, \
		[LOG_BEFORE] = { "before", FIELD_NUMBER, "Halaman", .min = 1, .max = INT64_MAX }, \
		[LOG_MARK] = EXPORT_MARK, { NULL }, \
	}

enum { LOG_PAGE = 50 };

/* Values of a filter for a statement, in this order: person, person, search …
 * as the statements of report.sql name them. */
struct log_part {
	struct db_value region; /* NULL: what belongs to no region */
	struct db_value agency; /* NULL: any */
	struct db_value assessment;
	struct db_value person, query;
	struct db_value from, until, hours;
	struct db_value before;
};

/*
 * The part that was asked for.  0; 400 for a form that does not fit; 404 for a
 * region or an agency that is not the caller's; or another status.
 */
int log_part(struct context *, struct log_part *);

/* Regions and agencies to choose from, where there are several and the list is not
 * of one assessment.  0 or a status. */
struct log_choices {
	struct rows agencies, regions;
};
int log_read_choices(struct context *, const struct log_part *, struct log_choices *);

/* The form above the list: those, kinds by code and words, what was typed;
 * List.query for links. */
struct log_kind {
	const char *code, *words;
	const char *members; /* values of the column, with commas */
};
void log_fill(struct context *, const struct log_kind *, const struct log_choices *);

/* What is noted of an account or a right by a code, in words; any other text as it is. */
const char *log_right_words(const char *);

/* The members of the kind that was asked for, "" for any. */
struct db_value log_members(const struct context *, const struct log_kind *);

#endif
