/* SPDX-License-Identifier: ISC */
#ifndef STEP_PAPER_H
#define STEP_PAPER_H

#include "step/visit.h"

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

/* One paper as it was stored; texts are never NULL. */
struct paper {
	int64_t id, assessment_id;
	const char *kind;	/* form, receipt */
	const char *code;
	const char *content;
	const char *digest;	/* hexadecimal */
	const char *issued_at;	/* UTC */
	const char *ended;	/* "": valid; replaced, cancelled */
	const char *ended_at, *ended_reason;
	const char *zone;
};

/*
 * Issues a paper inside the caller's transaction; an earlier valid one of the
 * same kind for the assessment becomes "replaced".  number: of a receipt,
 * else 0.  0, or enum db_error.
 */
int	paper_issue(struct visit *, const char *kind, int64_t cycle_id,
	    int64_t assessment_id, int64_t number, const char *content,
	    int64_t *paper_id);

/* Cancels form and receipt of an assessment, with the reason; in the caller's
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

/*
 * Paper.kind .code .digest .state (valid, replaced, cancelled) .issued_at
 * .ended_at .ended_reason .address .qr (path data) .qr_size, and the printed
 * fields below Paper.field.
 */
void	paper_fill(struct visit *, const struct paper *);

#endif
