/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_CYCLE_H
#define CYCLE_CYCLE_H

#include "step/visit.h"

/*
 * What the pages of the administrator have in common.  An administrator with
 * a region has it and those below in care; one without has them all.  What
 * is not in their care does not exist: 404.
 */

/* The value of COALESCE(?, r.id) IN (r.id, r.parent_id) in a statement. */
struct db_value	scope(const struct visit *);

/* A region in the actor's care, one row: 0, 404, or another status. */
int	region_find(struct visit *, int64_t id, struct rows *);

/* Options.regions: all in the actor's care, for a list to choose from. */
int	region_options(struct visit *);

/* Form.value.<name> of a form that was not typed yet. */
void	set_value(struct visit *, const char *name, const char *text);
void	set_number(struct visit *, const char *name, int64_t number);

/* Form.value of columns: each field of the table has its column's name. */
void	set_values(struct visit *, const struct field *, const struct rows *);

/* History.N.when, .who, .from, .to, .why of one thing, newest first. */
int	history_fill(struct visit *, const char *subject, int64_t id);

/* The actor's change, to be written in the transaction of the change. */
struct change change_of(const struct visit *, const char *subject,
	    int64_t region_id, int64_t id);

/*
 * What an edit changes, in words: "Nama: A; Zona: B".  The columns of the row
 * have the names of the fields.  False when all is as it was.
 */
struct edit {
	const char *from, *to;
};
bool	edit_of(struct visit *, const struct rows *was, int first, int last,
	    struct edit *);

/*
 * Lists come in pages of PAGE_ROWS.  A statement is asked for one row more,
 * which tells whether there is a next page; page_turn takes it off again and
 * sets Pages for the macro.  `path` may carry a query of its own.
 */
enum { PAGE_ROWS = 50 };

int64_t	page_number(const struct visit *, int field);
#define PAGE_LIMIT(page) \
	db_int(PAGE_ROWS + 1), db_int(((page) - 1) * PAGE_ROWS)
void	page_turn(struct visit *, struct rows *, int64_t page,
	    const char *path);

/* A text for the query of an address, percent-encoded. */
const char *query_text(struct arena *, const char *);

/* "%…%" for LIKE, with its special characters taken as they are. */
const char *like_text(struct arena *, const char *);

/* The pages, one file each; fields where a form comes back. */
int	show_home(struct visit *);

extern const struct field cycle_fields[], cycle_list_fields[],
	cycle_version_fields[], cycle_agency_fields[], replan_fields[];
int	show_cycles(struct visit *);
int	new_cycle(struct visit *);
int	create_cycle(struct visit *);
int	show_cycle(struct visit *);
int	edit_cycle(struct visit *);
int	update_cycle(struct visit *);
int	confirm_open(struct visit *);
int	open_cycle(struct visit *);
int	show_replan(struct visit *);
int	replan_cycle(struct visit *);
int	add_cycle_agency(struct visit *);

#endif
