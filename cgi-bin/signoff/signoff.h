/* SPDX-License-Identifier: ISC */
#ifndef SIGNOFF_H
#define SIGNOFF_H

#include "assessment/assessment.h"
#include "document/issued.h"
#include "frame/context.h"
#include "signing/signature_validation.h"

/* Step 6: what its files have in common.  A page is read, decided and shown. */
enum {
	AGENCY = ROLE_OPERATOR | ROLE_HEAD,
	READERS = AGENCY | ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR
};

/* ---- read.c --------------------------------------------------------------------- */

/* All that is known of one assessment on its way from the print to the
 * receipt; what there is not yet is empty. */
struct signoff {
	struct assessment assessment;
	struct issued_document form, receipt; /* id 0: none; they may have ended */
	struct document_model model;          /* of the form that is valid */
	const char *preview;                  /* what a form of now would say; NULL: not asked */
	struct printed_head head;             /* of that */
	bool head_changed;                    /* a print of now would name another */
	struct rows signature;                /* what came back for that form, */
	struct rows signatures;               /* and the electronic ones in it */
	struct issued_document other;         /* the paper whose code is on it instead */
	struct rows refusal;                  /* why the last one was sent back */
	bool service;                         /* the head can sign here */
	bool own;                             /* the actor may not judge this agency */
};

/* 0 or a status. */
int signoff_read(struct context *, int64_t assessment_id, struct signoff *);

/* For the page of who may have a form made: what it will say, while there is none. */
int signoff_read_preview(struct context *, struct signoff *);

/* ---- decide.c ------------------------------------------------------------------- */

/* What speaks against a signed form; the team takes it all the same with a
 * reason. */
enum objection {
	OBJECTION_HEAD,      /* the head was changed after printing */
	OBJECTION_OTHER,     /* it bears the code of another paper */
	OBJECTION_UNNAMED,   /* its code was looked for and is not there */
	OBJECTION_SIGNATORY, /* another person signed it electronically */
	OBJECTIONS
};

struct signoff_decision {
	bool print, sign, replace, esign, receive, reopen; /* may the actor do that now */
	unsigned objections;                               /* 1 << enum objection */
	enum signatory_match signatory;
	size_t signer; /* row of ->signatures: who was compared with the head */
};

struct signoff_decision signoff_decide(const struct signoff *, enum role);

static inline bool
signoff_objects(const struct signoff_decision *decision, enum objection objection)
{
	return (decision->objections >> (unsigned)objection & 1) != 0;
}

/* ---- page.c --------------------------------------------------------------------- */

void signoff_fill(struct context *, const struct signoff *);

/* Read, decided and shown again with the errors of the form. */
int signoff_show_again(struct context *, const struct signoff *, const char *view);

/* ---- receive.c: the team compares, takes and answers ------------------------------ */

extern const struct field receive_fields[];
int take_receipt(struct context *);

/* ---- reopen.c --------------------------------------------------------------------- */

enum { REASON_TEXT };
extern const struct field reason_fields[];
int ask_reopen(struct context *);
int do_reopen(struct context *);

/* ---- signed_upload.c: the signed form that comes back ------------------------------ */

extern const struct field scan_fields[];
int take_scan(struct context *);
int send_scan(struct context *);
int view_scan(struct context *);
int frame_scan(struct context *);
int send_scan_back(struct context *);
/* Once more: the authorities may have changed, or what the host has. */
int check_again(struct context *);

#endif
