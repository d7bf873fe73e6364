/* SPDX-License-Identifier: ISC */
#ifndef CONSULTATION_H
#define CONSULTATION_H

#include "assessment/assessment.h"
#include "frame/context.h"

/*
 * The program consultation: a question of an agency at a variable, which the
 * team of its region answers; what the team rules for all agencies; what
 * colleagues of one agency note for each other.
 */
enum { TITLE_LENGTH = 160, BODY_LENGTH = 4000, COMMENT_LENGTH = 2000 };

/* A question as the actor may see it: his agency's, or his region's. */
struct consultation {
	int64_t id, version, ruling_id; /* ruling_id 0: none came of it */
	int64_t assessment_id, cycle_id, agency_id, region_id;
	int variable, level; /* level LEVEL_ABSENT: of the variable as a whole */
	const char *field;   /* code of rules/team_field.h */
	const char *title, *state, *agency_name;
	const char *asked_at, *waiting_since; /* UTC */
};

/* That of the first number of the path: 0, 404, or another status. */
int consultation_find(struct context *, struct consultation *);

/* Working days since a moment of UTC, 0 on the same day. */
int waited_days(const struct calendar *, const char *zone, const char *since);

/* The field of a variable in a region: 0 or a status. */
int variable_field(struct context *, int64_t region_id, int variable, const char **code);

/* Levels.N.value .label, of which one may be chosen. */
void fill_level_choices(struct context *);

/* Its page again, with the errors of the form. */
int show_consultation_errors(struct context *, const struct consultation *);

int show_consultations(struct context *);
int send_consultations(struct context *);
int show_new_question(struct context *);
int ask_question(struct context *);
int show_consultation(struct context *);
int answer_question(struct context *);
int close_question(struct context *);
int reopen_question(struct context *);
int publish_ruling(struct context *);
int show_rulings(struct context *);
int show_ruling(struct context *);
int withdraw_ruling(struct context *);
int show_team(struct context *);
int save_team(struct context *);
int show_comments(struct context *);
int add_comment(struct context *);
int remove_comment(struct context *);

extern const struct field list_fields[], ask_fields[], answer_fields[], close_fields[],
    reopen_fields[], ruling_fields[], rulings_fields[], withdraw_fields[], team_fields[],
    comment_fields[];

#endif
