/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_ISSUED_H
#define DOCUMENT_ISSUED_H

#include "frame/context.h"

/*
 * Papers: the verified questionnaire and the tanda terima.  A paper's content
 * is every printed field as lines "name=value" (a line end in a value is
 * written \n, a backslash \\).  The printed page and the public check page
 * are both drawn from this text alone, so that what is checked is what was
 * printed, whatever happened to the data since.  Names are paths below
 * Paper.field in the page.
 */
void	paper_add(struct buffer *content, const char *name, const char *value);
void	paper_add_int(struct buffer *content, const char *name, int64_t);

/* The lines of a content, one after another; undoes paper_add in place. */
struct paper_line {
	char *rest;		/* a copy that may be written into */
	const char *name, *value;
};
bool	paper_next(struct paper_line *);

/* One paper as it was stored; texts are never NULL. */
struct paper {
	int64_t id, cycle_id;
	int64_t assessment_id;	/* 0: about the cycle as a whole */
	int64_t number;		/* running number, or 0 */
	const char *kind;	/* as in the column paper.kind */
	const char *code;
	const char *content;
	const char *digest;	/* hexadecimal */
	const char *issued_at;	/* UTC */
	const char *ended;	/* "": valid; replaced, cancelled */
	const char *ended_at, *ended_reason;
	const char *zone;
};

/* What a kind of paper is called: "form" -> "kuesioner terverifikasi". */
const char *paper_kind_name(const char *kind);

/*
 * Issues a paper inside the caller's transaction; an earlier valid one of the
 * same kind for the assessment (0: for the cycle) becomes "replaced".
 * number: running number of those that have one, else 0.  0, or enum
 * db_error.
 */
int	paper_issue(struct visit *, const char *kind, int64_t cycle_id,
	    int64_t assessment_id, int64_t number, const char *content,
	    int64_t *paper_id);

/* Cancels all papers of an assessment, with the reason; in the caller's
 * transaction.  0, or enum db_error. */
int	paper_cancel(struct visit *, int64_t assessment_id,
	    const char *reason);

/*
 * By code as typed (spaces, hyphens and small letters are forgiven), whoever
 * asks; or of an assessment: the valid one, else the newest that ended.
 * 0, 404 or another status.
 */
int	paper_find(struct visit *, const char *code, struct paper *);
int	paper_of(struct visit *, int64_t assessment_id, const char *kind,
	    struct paper *);

/* By key, of those that the actor may see. */
int	paper_by_id(struct visit *, int64_t id, struct paper *);

/* The paper that a PDF file with this SHA-256 was made of. */
int	paper_by_file(struct visit *, const unsigned char *sha256,
	    struct paper *);

/* Where people find this site, "https://matang.example.go.id".  Paper outlives
 * the request that prints it, so the host may say it for good; a proxy knows
 * another name. */
const char *site_address(struct visit *);

/* Where anybody can check a paper: the address that its QR code holds. */
const char *paper_address(struct visit *, const char *code);

/*
 * Paper.kind .kind_name .code .digest .state (valid, replaced, cancelled) .issued_at
 * .ended_at .ended_reason .address .qr (path data) .qr_size, and the printed
 * fields below Paper.field.
 */
void	paper_fill(struct visit *, const struct paper *);

/* The fields alone, of what was not issued. */
void	paper_fill_content(struct visit *, const char *content);

#endif
