/* SPDX-License-Identifier: ISC */
#ifndef ACTIVITY_H
#define ACTIVITY_H

#include "assessment/assessment.h"
#include "document/letterhead.h"
#include "document/model.h"
#include "frame/context.h"

/*
 * The program activity: the register of what an agency does besides its daily work
 * (training, socialisation, mentoring, meetings, innovations), who was there, and the
 * papers that come out of it, each a document of the library with one press.
 */
enum {
	NAME_LENGTH = 120,
	OFFICE_LENGTH = 160,
	TITLE_LENGTH = 170, /* its papers are called by it, too */
	BODY_LENGTH = 10000,
	PARTICIPANTS_MAX = 5000, /* of one activity */
	CODE_LETTERS = 8         /* of the code on the screen at the place */
};

/* One that the actor reaches; texts are never NULL. */
struct activity {
	int64_t id, version, region_id, agency_id, participants;
	int64_t certificates; /* that are valid */
	const char *kind, *title, *place, *organiser;
	const char *agenda, *minutes, *follow_up;
	const char *starts_on, *ends_on; /* YYYY-MM-DD */
	int64_t starts, ends;            /* minutes of the day */
	int64_t hours;                   /* 0: not counted */
	const char *agency_name;
};

/*
 * Whose activities the actor reaches: the agency's own people theirs, the auditor those of
 * the whole region.  Values of statements.
 */
struct activity_reach {
	struct db_value region, agency; /* agency: NULL for any */
};
struct activity_reach activity_reach(const struct context *);

/* That of the first number of the path: 0, 404 or another status. */
int activity_find(struct context *, struct activity *);

/* "Pelatihan"; "" for another code; the codes, ending with NULL. */
const char *activity_kind_name(const char *code);
extern const char *const activity_kinds[];

/* "21 November 2026 s.d. 22 November 2026", "21 November 2026"; 510 -> "08.30". */
const char *activity_days(struct arena *, const char *from, const char *until);
const char *activity_clock(struct arena *, int64_t minute);

/* Activity.*, and Kinds.N.value .label for a choice of kinds. */
void activity_fill(struct context *, const struct activity *);
void activity_fill_kinds(struct context *);

/* A row of history about it, in the caller's transaction.  0 or enum db_error. */
int activity_change(struct context *, int64_t id, const char *from, const char *to);

/* ---- person.c: who was there ------------------------------------------------- */

struct person {
	const char *name, *office;
	const char *nip;           /* 18 digits, or "" */
	const char *drawn, *typed; /* NULL: not signed so */
};

/* How a person comes in: by a session, or by the account that enters a list. */
struct arrival {
	int64_t activity_id;
	int64_t session_id; /* 0: a list */
	int64_t account_id;
};

/*
 * Counts a person once: 1 recorded; 0 was there already, by the same NIP or the same
 * name and office; PERSON_LATE: the session is over; or enum db_error.
 */
enum { PERSON_LATE = 2 };
int person_add(struct context *, const struct arrival *, const struct person *);

/* ---- papers.c: what is made of it -------------------------------------------- */

enum paper {
	PAPER_ATTENDANCE,
	PAPER_MINUTES,
	PAPER_REPORT,
	PAPER_RECAP,
	PAPER_CERTIFICATES,
	PAPERS
};

/* By the word of an address; PAPERS for another one. */
enum paper paper_named(const char *word);
const char *paper_word(enum paper);  /* "attendance" */
const char *paper_title(enum paper); /* "Daftar hadir" */
const char *paper_kind(enum paper);  /* of the document, as in words_kind */
const char *paper_file(struct arena *, enum paper, const struct activity *);

/* Whether an activity of that kind has it: the recap is one of trainings. */
bool paper_suits(enum paper, const struct activity *);

/* Its name as a document: with the activity, or the year. */
const char *paper_name_of(struct arena *, enum paper, const struct activity *);

/* Whether there is anything to put on it; the sentence that says what is missing else. */
const char *paper_lacks(enum paper, const struct activity *);

/* The model of it: 0 or a status. */
int paper_make(struct context *, enum paper, const struct activity *, struct document_model *);

/* ---- pages ------------------------------------------------------------------- */

int show_activities(struct context *);
int send_activities(struct context *);
int show_new_activity(struct context *);
int add_activity(struct context *);
int show_activity(struct context *);
int show_activity_edit(struct context *);
int edit_activity(struct context *);
int remove_activity(struct context *);
int show_participants(struct context *);
int send_participants(struct context *);
int add_participants(struct context *);
int read_workbook(struct context *);
int reread_workbook(struct context *);
int remove_participant(struct context *);
int open_session(struct context *);
int close_session(struct context *);
int show_display(struct context *);
int show_attend(struct context *);
int attend(struct context *);
int show_activity_paper(struct context *);
int send_activity_paper(struct context *);
int show_evidence_choice(struct context *);
int make_evidence(struct context *);
int show_certificates(struct context *);
int send_certificates(struct context *);
int issue_certificates(struct context *);
int save_certificate_format(struct context *);
int cancel_certificate(struct context *);
int send_certificate(struct context *);
int send_all_certificates(struct context *);
int attach_document(struct context *);
int detach_document(struct context *);

extern const struct field activity_list_fields[], activity_fields[], activity_edit_fields[],
    activity_remove_fields[], participants_fields[], participants_add_fields[],
    participants_read_fields[], participants_reread_fields[], participant_remove_fields[],
    session_fields[], attend_fields[], evidence_fields[], evidence_query[],
    activity_document_fields[], certificates_fields[], certificate_format_fields[],
    certificate_cancel_fields[];

#endif
