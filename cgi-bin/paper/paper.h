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
 * what the database says at that moment, kept as its model, and printed
 * from that ever after.
 */

/* What a paper is about. */
struct issue_subject {
	int64_t cycle_id;
	const struct assessment *assessment; /* NULL: the whole cycle */
	struct rows cycle;                   /* STATEMENT_PAPER_CYCLE */
	const struct kept_cycle *kept;       /* for the bar of its steps */
	struct letterhead letterhead;
	struct results results;
	const char *number; /* as printed, "" where none is */
};

/* A kind of paper, and what makes its model. */
struct kind {
	const char *code; /* as in the column paper.kind */
	bool about_agency;
	const char *mark; /* {jenis} of its number; NULL: has none */
	enum state from;  /* of an agency: not before this state */
	unsigned drafts;  /* of a cycle: who may see it unissued */
	int (*make)(struct context *, const struct issue_subject *, struct document_model *);
};

/* NULL: there is none of that code; or of that place, from 0. */
const struct kind *kind_named(const char *code);
const struct kind *kind_at(size_t);

int make_letter(struct context *, const struct issue_subject *, struct document_model *);
/* The letter as it would look with that head, about nothing: to look at before it is
 * set.  It asks nothing and is kept nowhere. */
void make_example(struct context *, const struct letterhead *, struct document_model *);
int make_notified(struct context *, const struct issue_subject *, struct document_model *);
int make_verified(struct context *, const struct issue_subject *, struct document_model *);
int make_minutes(struct context *, const struct issue_subject *, struct document_model *);
int make_score(struct context *, const struct issue_subject *, struct document_model *);
int make_recap(struct context *, const struct issue_subject *, struct document_model *);
int make_report(struct context *, const struct issue_subject *, struct document_model *);

/* A number or nothing, for a cell. */
const char *cell_number(struct arena *, int64_t);
/* "III" or nothing. */
const char *cell_level(int64_t);
/* The figures of the subject's agency, or NULL. */
const struct agency_results *subject_agency(const struct issue_subject *);
/* Named where an instrument names none. */
extern const char subject_usual_basis[];
/* The legal basis of the cycle's instrument, without what is remarked on it. */
const char *subject_basis(struct arena *, const struct issue_subject *);
/* A number of rows, in the tables of agencies: "1", "2", … */
void number_column(struct block *);

/* Everything that is not the paper's own: cycle, letterhead and figures of a
 * cycle that the actor may see.  0 or a status. */
int subject_load(struct context *, int64_t cycle_id, struct issue_subject *);

/* The subject's paper is issued, in a transaction.  0 or a status. */
int subject_issue(struct context *, struct issue_subject *, const struct kind *,
    int64_t *issued_id);

/* The same of an agency, unless one of that kind stands already. */
int subject_issue_missing(struct context *, struct issue_subject *, const struct kind *,
    bool *issued);

/* IssuedDocuments.N of what was issued, and of each kind that may be: Kinds.N. */
/* The papers that were issued, as a file of that name.  0 or a status. */
int send_papers(struct context *, const struct rows *papers, const char *zone, const char *name);
void fill_papers(struct context *, const struct rows *papers, bool about_agency,
    const struct issue_subject *);

/* A PDF of a model of which nothing was issued, as the answer. */
int send_pdf(struct context *, const struct document_model *, const char *name);

/* The PDF file of what was issued: ->stored, or where it could not be kept, drawn into
 * the buffer.  0 or a status. */
struct drawing;
int paper_stored(struct context *, int64_t issued_id, struct drawing *, struct buffer *pdf);

/* Tables.N.number .name: what can be worked on as a table of its own. */
void fill_tables(struct context *, const struct document_model *);

/* The pages. */
int show_home(struct context *);
int show_cycle(struct context *);
int send_cycle_papers(struct context *);
int show_draft(struct context *);
int send_draft(struct context *);
int issue_cycle(struct context *);
int issue_agencies(struct context *);
int send_papers_zip(struct context *);
int show_agency(struct context *);
int send_agency_papers(struct context *);
int issue_agency(struct context *);
int show_blank(struct context *);
int send_blank(struct context *);
int show_paper(struct context *);
int send_paper(struct context *);
int send_workbook(struct context *);
int send_text(struct context *);
int send_word(struct context *);

/* The model of the issued document of the path that the actor may see: 0 or a
 * status; and the name of a copy of it. */
int paper_export_load(struct context *, struct issued_document *, struct document_model *);
const char *paper_export_name(struct context *, const struct issued_document *, const char *ending);
int send_table(struct context *);
int send_crest(struct context *);
/* The card of a published year as PNG, for everybody. */
int send_card(struct context *);
int check_file(struct context *);
int edit_report(struct context *);
int save_report(struct context *);
int edit_letterhead(struct context *);
int save_letterhead(struct context *);

/* The crest that came with a form: its key, or an error at the field.  0 or a
 * status. */
int take_crest(struct context *, int field, const char **sha256);

extern const struct field issue_fields[], report_fields[], letterhead_fields[], check_fields[];

#endif
