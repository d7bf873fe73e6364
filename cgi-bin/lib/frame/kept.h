/* SPDX-License-Identifier: ISC */
#ifndef FRAME_KEPT_H
#define FRAME_KEPT_H

#include "frame/context.h"
#include "store/setting.h"

/*
 * The way to what is kept (frame/cache.h): found under the stamps of this
 * request, or read now and kept; in a request that has begun a transaction it
 * is read anew and not kept.
 */

/*
 * Reads what is to be kept: all of it into the arena, with its texts, which
 * kept_text() copies.  0 or enum db_error; *value stays NULL where there is
 * nothing, which is not kept.
 */
typedef int kept_read(struct context *, struct arena *, const void *what, const void **value);

/* 0 or enum db_error; *value is NULL for what is not there.  `what` is for the
 * reader alone. */
int kept(struct context *, struct cache_key key, struct stamps stamps, kept_read *read,
    const void *what, const void **value);

/* The same of what hangs on the world alone. */
int kept_of_world(struct context *, struct cache_key key, kept_read *read, const void *what,
    const void **value);

/*
 * As db_select, of what hangs on nothing but the world and the evidence of one
 * agency: for operators and heads, who see no other than their own, it is kept
 * under both stamps, by the statement and its values.  States and answers are
 * not among it.
 */
#define kept_select(context, rows, statement, ...) \
	kept_select_values((context), (rows), statement, \
	    DB_COUNTED(statement __VA_OPT__(, ) __VA_ARGS__))
int kept_select_values(struct context *, struct rows *, enum statement, const struct db_value *);

/* The same of what hangs on the world alone, for everybody. */
#define kept_world_select(context, rows, statement, ...) \
	kept_world_select_values((context), (rows), statement, \
	    DB_COUNTED(statement __VA_OPT__(, ) __VA_ARGS__))
int kept_world_select_values(struct context *, struct rows *, enum statement,
    const struct db_value *);

/* The same under stamps that came with an assessment, and of one version of
 * something that counts its own changes. */
#define kept_version_select(context, rows, statement, stamps, version, ...) \
	kept_version_select_values((context), (rows), statement, (stamps), (version), \
	    DB_COUNTED(statement __VA_OPT__(, ) __VA_ARGS__))
int kept_version_select_values(struct context *, struct rows *, enum statement, struct stamps,
    int64_t version, const struct db_value *);

/* The stamps of a request: the world's, and one of an agency's evidence with
 * the number that came with its assessment.  0 or enum db_error. */
int kept_world_stamp(struct context *, struct stamps *);

/* A cell's text in another arena; "" for NULL takes no room. */
const char *kept_text(struct arena *, const struct rows *, size_t row, const char *column);

/* ---- the world's ----------------------------------------------------------- */

struct holidays {
	int32_t *days;    /* day numbers, ascending */
	int64_t *regions; /* where it is one, each; 0: everywhere */
	size_t count;
};

/* 0 or enum db_error. */
int kept_holidays(struct context *, const struct holidays **);

/* As setting_number() and setting_text(): 0, or enum db_error also for a value
 * that it may not have. */
int kept_setting_number(struct context *, enum setting, int64_t *);
int kept_setting_text(struct context *, enum setting, const char **);

/* The name of an agency, of a person; "" for key 0 and for none.  0 or enum
 * db_error. */
int kept_agency_name(struct context *, int64_t agency_id, const char **name);
int kept_person_name(struct context *, int64_t account_id, const char **name);

/* Where an account belongs. */
struct place_names {
	const char *region, *agency, *zone;                      /* "" where it does not apply */
	const char *contact_name, *contact_phone, *contact_mail; /* whom to ask there, or "" */
};

/* 0 or enum db_error; NULL where there is no such region. */
int kept_place(struct context *, int64_t region_id, int64_t agency_id, const struct place_names **);

#endif
