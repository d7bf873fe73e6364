/* SPDX-License-Identifier: ISC */
#ifndef QUESTIONNAIRE_OTHER_H
#define QUESTIONNAIRE_OTHER_H

#include "assessment/scaled.h"
#include "document/model.h"

/*
 * A region, or one of its agencies, assesses itself by an instrument of any kind: other.c has
 * the list and what all pages read, other_answers.c the form of one dimension, other_gap.c what
 * is expected and recommended, other_tables.c paper and workbook.
 */
enum {
	OTHER_WRITERS = ROLE_OPERATOR | ROLE_VERIFIER,
	OTHER_READERS = OTHER_WRITERS | ROLE_HEAD | ROLE_AUDITOR | ROLE_LEADER
};

enum { OTHER_NOTE = 1000, OTHER_RECOMMENDATION = 2000, OTHER_PLAN = 1000, OTHER_WORD = 60 };

struct appraisal {
	int64_t id, version, region_id, agency_id; /* 0: of the region as a whole */
	int64_t year;
	const char *subject, *source, *whose, *region_name;
	bool writes; /* the actor may change it */
	struct scaled scaled;
	struct rows answers; /* one for each variable, in their order */
	struct rated *rated; /* the same as they are counted */
	struct rating rating;
};

/* That of the first key of the path: 0, 404 or another status. */
int appraisal_load(struct context *, struct appraisal *);

/* Appraisal.*: what all of its pages show. */
void appraisal_fill(struct context *, const struct appraisal *);

/* A row of history about it, in the caller's transaction: "explanation" or "plan", in words
 * that name what is assessed. */
int appraisal_change(struct context *, const struct appraisal *, const char *subject,
    const char *from, const char *to, const char *reason);

/* What is answered: a word of the scale, "Tidak berlaku", "Tidak ditanyakan", or "". */
const char *appraisal_condition(const struct appraisal *, size_t at);

/* Whether anything is expected or recommended of it; and in which words. */
bool appraisal_has_gap(const struct appraisal *, size_t at);
const char *appraisal_gap_condition(const struct appraisal *, size_t at);
const char *appraisal_expected(const struct appraisal *, size_t at);
const char *appraisal_priority(const struct appraisal *, size_t at);

int show_others(struct context *);
int add_other(struct context *);
int show_other(struct context *);
int show_other_answers(struct context *);
int save_other_answers(struct context *);
int show_other_gaps(struct context *);
int show_other_gap(struct context *);
int save_other_gap(struct context *);
int send_other_table(struct context *);
int show_other_paper(struct context *);
int send_other_paper(struct context *);

extern const struct field others_fields[], other_add_fields[], other_answer_fields[],
    other_gap_fields[];

#endif
