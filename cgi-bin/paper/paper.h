/* SPDX-License-Identifier: ISC */
#ifndef PAPER_H
#define PAPER_H

#include "assessment/assessment.h"
#include "document/model.h"
#include "assessment/results.h"
#include "document/letterhead.h"
#include "document/issued.h"
#include "frame/context.h"

/*
 * The papers of the process that no other program issues: each is made of
 * what the database says at that moment, kept as its composition, and printed
 * from that ever after.
 */

/* What a paper is about. */
struct matter {
	int64_t cycle_id;
	const struct assessment *assessment;	/* NULL: the whole cycle */
	struct rows cycle;			/* STATEMENT_PAPER_CYCLE */
	struct letterhead letterhead;
	struct figures figures;
	const char *number;		/* as printed, "" where none is */
};

/* A kind of paper, and what makes its composition. */
struct kind {
	const char *code;	/* as in the column paper.kind */
	bool about_agency;
	const char *mark;	/* {jenis} of its number; NULL: has none */
	enum state from;	/* of an agency: not before this state */
	unsigned drafts;	/* of a cycle: who may see it unissued */
	int (*make)(struct visit *, const struct matter *,
	    struct composition *);
};

/* NULL: there is none of that code. */
const struct kind *kind_named(const char *code);

int	make_letter(struct visit *, const struct matter *,
	    struct composition *);
int	make_told(struct visit *, const struct matter *,
	    struct composition *);
int	make_verified(struct visit *, const struct matter *,
	    struct composition *);
int	make_minutes(struct visit *, const struct matter *,
	    struct composition *);
int	make_score(struct visit *, const struct matter *,
	    struct composition *);
int	make_recap(struct visit *, const struct matter *,
	    struct composition *);
int	make_report(struct visit *, const struct matter *,
	    struct composition *);

/* A number or nothing, for a cell. */
const char *cell_number(struct arena *, int64_t);
/* The figures of the matter's agency, or NULL. */
const struct agency_figures *matter_agency(const struct matter *);
/* The legal basis of the cycle's instrument, without what is remarked on it. */
const char *matter_basis(struct arena *, const struct matter *);
/* A number of rows, in the tables of agencies: "1", "2", … */
void	number_column(struct block *);

/* Everything that is not the paper's own: cycle, letterhead and figures of a
 * cycle that the actor may see.  0 or a status. */
int	matter_load(struct visit *, int64_t cycle_id, struct matter *);

/* The matter's paper is issued, in a transaction.  0 or a status. */
int	matter_issue(struct visit *, struct matter *, const struct kind *,
	    int64_t *paper_id);

/* Papers.N of what was issued, and of each kind that may be: Kinds.N. */
void	fill_papers(struct visit *, const struct rows *papers,
	    bool about_agency, const struct matter *);

/* A PDF of a composition as the answer; paper NULL: nothing was issued. */
int	send_pdf(struct visit *, const struct composition *,
	    const struct paper *, const char *name);

/* Tables.N.number .name: what can be worked on as a table of its own. */
void	fill_tables(struct visit *, const struct composition *);

/* The pages. */
int	show_home(struct visit *);
int	show_cycle(struct visit *);
int	show_draft(struct visit *);
int	issue_cycle(struct visit *);
int	show_agency(struct visit *);
int	issue_agency(struct visit *);
int	show_blank(struct visit *);
int	send_blank(struct visit *);
int	show_paper(struct visit *);
int	send_paper(struct visit *);
int	send_workbook(struct visit *);
int	send_text(struct visit *);
int	send_table(struct visit *);
int	send_crest(struct visit *);
int	check_file(struct visit *);
int	edit_report(struct visit *);
int	save_report(struct visit *);
int	edit_letterhead(struct visit *);
int	save_letterhead(struct visit *);

/* The crest that came with a form: its key, or an error at the field.  0 or a
 * status. */
int	take_crest(struct visit *, int field, const char **sha256);

extern const struct field issue_fields[], report_fields[],
	letterhead_fields[], check_fields[], table_fields[];

#endif
