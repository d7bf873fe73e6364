/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_ISSUED_H
#define DOCUMENT_ISSUED_H

#include "assessment/assessment.h"
#include "document/content.h"

/* One paper as it was stored; texts are never NULL. */
struct issued_document {
	int64_t id, cycle_id;
	int64_t assessment_id; /* 0: about the cycle as a whole */
	int64_t number;        /* running number, or 0 */
	const char *kind;      /* as in the column paper.kind */
	const char *code;
	const char *content;
	const char *digest;    /* hexadecimal */
	const char *issued_at; /* UTC */
	const char *ended;     /* "": valid; replaced, cancelled */
	const char *ended_at, *ended_reason;
	const char *renewed_by; /* number of the letter that goes on after it, "", or NULL */
	const char *zone;
};

/*
 * What a kind of paper is called: "minutes" -> "Berita acara verifikasi"; and a
 * paper itself.  A form is called by how far the assessment was when it was
 * made, as its own title says it: "Penilaian terverifikasi" of the region's
 * team, "Penilaian tervalidasi" where the province had decided.
 */
const char *issued_kind_name(const char *kind);
const char *issued_name(const char *kind, const char *content);

/* Why a paper counts no more, with its day: "Dibatalkan 21 November 2026: tidak
 * berlaku lagi."  NULL: it does. */
const char *issued_ended(struct arena *, const struct issued_document *);

/* What its file is called, whatever is made of it: "tanda-terima-7KQ2M8XA.pdf" of
 * "receipt", its code and ".pdf". */
const char *issued_file_name(struct arena *, const char *kind, const char *code,
    const char *ending);

/*
 * Issues a paper inside the caller's transaction; an earlier valid one of the
 * same kind for the assessment (NULL: for the cycle) becomes "replaced".
 * number: running number of those that have one, else 0.  0, or enum
 * db_error.
 */
int issued_issue(struct context *, const char *kind, int64_t cycle_id, const struct assessment *,
    int64_t number, const char *content, int64_t *issued_id);

/* Cancels all papers of an assessment, with the reason; in the caller's
 * transaction.  0, or enum db_error. */
int issued_cancel(struct context *, int64_t assessment_id, const char *reason);

/*
 * By code as typed (spaces, hyphens and small letters are forgiven), whoever
 * asks; or of an assessment: the valid one, else the newest that ended.
 * 0, 404 or another status.
 */
int issued_find(struct context *, const char *code, struct issued_document *);
int issued_of(struct context *, int64_t assessment_id, const char *kind, struct issued_document *);

/* Of the first row of a statement with the columns of issued_find. */
void issued_take(const struct rows *, struct issued_document *);

/* By key, of those that the actor may see. */
int issued_by_id(struct context *, int64_t id, struct issued_document *);

/* Is it a letter of a service?  Its number is of another table than that of the other papers. */
bool issued_is_letter(const struct issued_document *);

/* The paper that a PDF file with this SHA-256 was made of. */
int issued_by_file(struct context *, const unsigned char *sha256, struct issued_document *);

/* Where anybody can check a paper: the address that its QR code holds, below
 * that of the configuration.  No request has a say in it. */
const char *issued_address(struct context *, const char *code);

/*
 * Issued.kind .name .code .digest .state (valid, replaced, cancelled) .issued_at
 * .mark (see issued_ended) .ended_at .ended_reason .address .qr (path data) .qr_size,
 * and the printed fields below Issued.field.
 */
void issued_fill(struct context *, const struct issued_document *);

/*
 * How far the signing of a paper is that is valid.  Of a form: "none", "waiting" for the team,
 * "confirmed", or "reasoned" where the team took what was not as it should be.  Of a letter of
 * a service: "absent", "kept" where a scan of ink is, "proved" where a signature in the file is
 * good, "unproved" where nobody can say so here.  NULL: it is another paper.
 */
struct issued_signed {
	const char *how_far;
	const char *at, *sha256; /* of a letter's copy: when it came (UTC), and its file */
};

/* 0 or a status. */
int issued_read_signed(struct context *, const struct issued_document *, struct issued_signed *);

/* The answer for whoever checks a paper: issued_fill(), and that as Issued.signed, .signed_at
 * and .signed_file. */
int issued_show_checked(struct context *, const struct issued_document *,
    const struct issued_signed *);

/* The fields alone, of what was not issued. */
void issued_fill_content(struct context *, const char *content);

#endif
