/* SPDX-License-Identifier: ISC */
#ifndef INVENTORY_H
#define INVENTORY_H

#include "document/model.h"
#include "frame/context.h"
#include "rules/link_address.h"
#include "rules/share.h"

/*
 * The program inventory: the register of applications and sites of each agency, how their
 * links answer (cgi-bin/matang/links.c looks at them), how many of the users meant use
 * them, what a region spends on information technology; and the page on which a region
 * sees what needs a decision today.
 *
 * An agency's own people see what is theirs; who looks after a region sees all of it.
 */
enum { INVENTORY_COST_MAX_MILLIONS = 100000000, INVENTORY_PEOPLE_MAX = 2000000000 };
#define INVENTORY_COST_MAX (INT64_C(1000000) * INVENTORY_COST_MAX_MILLIONS)

/* What is said of one, in the order of form, workbook and statements; texts all of them. */
enum application_field {
	APPLICATION_KIND,
	APPLICATION_NAME,
	APPLICATION_ADDRESS,
	APPLICATION_PURPOSE,
	APPLICATION_AUDIENCE,
	APPLICATION_AUDIENCE_COUNT,
	APPLICATION_MANAGER,
	APPLICATION_TRAINING,
	APPLICATION_PARTNER,
	APPLICATION_COST,
	APPLICATION_FUND,
	APPLICATION_DATA,
	APPLICATION_RUNS_AT,
	APPLICATION_FIELDS
};
extern const char *const application_columns[APPLICATION_FIELDS]; /* of the statements */
extern const char *const application_labels[APPLICATION_FIELDS];

/* Whose it is. */
struct application_owner {
	int64_t agency_id, region_id;
};

/* Texts as they are stored; numbers in digits, "" where none was given. */
struct application_values {
	const char *text[APPLICATION_FIELDS];
};

/* ---- place.c: which region, and how much of it --------------------------------- */

struct inventory_place {
	struct rows regions; /* to choose from */
	size_t region;       /* the row; .count: there is none */
	int64_t region_id;   /* 0: none */
	int64_t agency_id;   /* of the caller's own people alone; 0: all */
	const char *name, *zone;
};

/* region 0: his own, or the first.  0, 404, or another status. */
int inventory_place_find(struct context *, int64_t region, struct inventory_place *);

/* Regions.N.value .label .current(1); Place.region .name, .all(1) where it is a region. */
void inventory_place_fill(struct context *, const struct inventory_place *);

/* ---- find.c: one of them --------------------------------------------------------- */

extern const char *const application_kinds[];  /* codes, ending with NULL */
extern const char *const application_states[]; /* of links, the same; the last is unseen */

const char *application_kind_name(const char *code);
const char *link_state_name(const char *code); /* "" is one that nobody looked at */
const char *link_state_tag(const char *code);  /* by which templates colour it */
bool link_state_broken(const char *code);

/* Why: "menjawab 404", or "". */
const char *link_reason_words(struct arena *, const struct rows *, size_t row);

/* Kinds.N, States.N .value .label for choices. */
void application_fill_kinds(struct context *);
void link_fill_states(struct context *, bool seen_alone);

/* By the first number of the path, as far as the caller sees it: one row.  0 or 404 … */
int application_find(struct context *, struct rows *);
struct application_values application_values_of(const struct rows *, size_t row);

/* The share of the users meant that use it, of a row with number and audience_count:
 * "1,59", or "". */
const char *application_uptake(struct arena *, const struct rows *, size_t row);
const char *inventory_share(struct arena *, int64_t part, int64_t whole, int decimals);

/* 1234567 -> "1.234.567" */
const char *inventory_number(struct arena *, int64_t number);

/* A row of history of its agency, in the caller's transaction.  0 or enum db_error. */
int application_change(struct context *, const struct application_owner *, int64_t id,
    const char *from, const char *to);

/* The same of a region as a whole. */
int region_change(struct context *, int64_t region, const char *to);

/* ---- figures of a region ---------------------------------------------------------- */

struct inventory_sums {
	int64_t applications, sites, links, broken, slow, unseen, hardly, cost;
};
struct inventory_sums inventory_sums_of(const struct rows *figures, size_t from, size_t until);
int inventory_figures(struct context *, const struct inventory_place *, struct rows *figures,
    int64_t *low);

/* ---- edit.c: shared with the import ----------------------------------------------- */

/* What is wrong with an address, a sentence; NULL: nothing. */
const char *application_address_fault(const char *address);

/* Stores a new one, in the caller's transaction: its key is that of db_last_key.  1, or
 * enum db_error. */
int application_store_new(struct context *, int64_t agency, const struct application_values *);

/* 1 changed, 0 another one was faster, or enum db_error. */
int application_store_change(struct context *, int64_t id, int64_t version,
    const struct application_values *);

/* ---- budget.c ---------------------------------------------------------------------- */

/* Budgets.N.year .total .ict .share .target .short(1) */
void budget_fill(struct context *, const struct rows *);

/* ---- pages ------------------------------------------------------------------------ */

int show_inventory(struct context *);
int send_inventory(struct context *);
int show_new_application(struct context *);
int add_application(struct context *);
int show_application(struct context *);
int show_application_edit(struct context *);
int edit_application(struct context *);
int remove_application(struct context *);
int put_count(struct context *);
int remove_count(struct context *);
int ask_link(struct context *);
int tell_link(struct context *);
int show_inventory_import(struct context *);
int preview_inventory(struct context *);
int reread_inventory(struct context *);
int store_inventory(struct context *);
int show_inventory_wall(struct context *);
int show_inventory_report(struct context *);
int send_inventory_report(struct context *);
int show_budget(struct context *);
int put_budget(struct context *);
int show_command(struct context *);

extern const struct field inventory_list_fields[], inventory_place_fields[], application_fields[],
    application_edit_fields[], application_remove_fields[], count_fields[], count_remove_fields[],
    link_told_fields[], inventory_import_fields[], inventory_reread_fields[],
    inventory_store_fields[], budget_fields[];

#endif
