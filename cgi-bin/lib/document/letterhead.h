/* SPDX-License-Identifier: ISC */
#ifndef DOCUMENT_LETTERHEAD_H
#define DOCUMENT_LETTERHEAD_H

#include "document/model.h"
#include "frame/context.h"

/*
 * What the papers of a region have in common: its letterhead (kop surat) and
 * crest, who signs for the team, how papers are numbered, and their size.
 * The administrator sets it; a region that set nothing has plain papers.
 */
struct signatory {
	const char *behalf; /* a.n.: in whose name; or "" */
	const char *title;  /* office */
	const char *under;  /* u.b.: the office that signs for that one; or "" */
	const char *name, *rank, *nip;
};

/* What of letters a region sets beside its head; texts may be "". */
struct letter_layout {
	struct signatory signatory;
	const char *nature; /* Sifat */
	const char *opening, *closing;
	const char *copies;   /* Tembusan, one a line */
	bool recipient_right; /* to whom: below the date, else to the left */
};

struct letterhead {
	int64_t region_id;
	const char *region_name, *zone;
	const char *government; /* "Pemerintah Kota …" */
	const char *office;     /* the bureau, or "Tim Pelaksana" */
	const char *address, *contact;
	const char *place;          /* beside the date */
	const char *crest;          /* SHA-256 in hexadecimal, or "" */
	struct signatory signatory; /* of the team's papers */
	struct letter_layout letter;
	const char *number_format;
	int margins[MARGINS]; /* millimetres */
	bool folio, serif, large;
};

/* By key, whoever asks, for a paper about a cycle: its bureau as it was called
 * then.  0, 404, or another status. */
int letterhead_load(struct context *, int64_t region_id, int64_t cycle_id, struct letterhead *);

/*
 * A number as the region writes it: {nomor}, {jenis} (a short code such as
 * BA), {bulan} (in Roman figures) and {tahun} of its format are replaced.
 */
const char *letterhead_number(struct arena *, const char *format, int64_t number, const char *kind,
    int month, int64_t year);

/*
 * Why a format would not tell numbers apart, as a sentence for who typed it, or NULL:
 * they begin anew each year, so both {nomor} and {tahun} belong to it, and what stands
 * beside {nomor} must not read on as figures of it.
 */
const char *letterhead_number_wrong(struct arena *, const char *format);

/* A model with the size and the head of the region's papers; with an
 * agency's name in place of the team's office when that is given. */
void letterhead_compose(struct context *, const struct letterhead *, const char *title,
    const char *agency, struct document_model *);

/* Today, in the region: "21 November 2026"; with its place: "Kota, 21 …" */
const char *letterhead_today(struct context *, const struct letterhead *);
const char *letterhead_dated(struct context *, const struct letterhead *);

/* Who signs for the team, as a row of BLOCK_SIGNATURES, under `dated`; or who signs
 * its letters: the same where the region names nobody for them. */
void letterhead_sign(struct document_model *, struct block *signatures, const struct letterhead *,
    const char *dated);
void letterhead_sign_letter(struct document_model *, struct block *signatures,
    const struct letterhead *);

/* The head of an agency as a row of BLOCK_SIGNATURES; a text that is empty
 * becomes dots to write on. */
void letterhead_sign_head(struct document_model *, struct block *signatures, const char *dated,
    const char *title, const char *name, const char *rank, const char *nip);

#endif
