/* SPDX-License-Identifier: ISC */
#ifndef COMPLAINT_H
#define COMPLAINT_H

#include "assessment/assessment.h"
#include "frame/context.h"
#include "guest/guest.h"
#include "guest/place.h"
#include "guest/sent_file.h"

/*
 * The program complaint: people without account write about the assessment, a published
 * figure, a service or a link, and follow it by number and secret; officials forward,
 * answer and close within the working days of their region.
 */
enum { TITLE_LENGTH = 160, BODY_LENGTH = 4000, NUMBER_TEXT = 24 };

/* ---- words.c ------------------------------------------------------------------ */

extern const char *const complaint_categories[], *const complaint_states[];

/* "Layanan"; "Diteruskan"; "" for another code. */
const char *complaint_category(const char *code);
const char *complaint_state(const char *code);
const char *complaint_closed(const char *code);

/* Categories.N.value .label, and States. */
void complaint_fill_choices(struct context *);

/* "P-000123" -> 123, as words_complaint() writes it; 0 for what is none. */
int64_t complaint_id(const char *number);

/* What a state waits for, and until when by the region's calendar. */
struct due {
	int32_t day;       /* the last one; DAY_NONE: it waits for nothing */
	int left;          /* working days, as working_left() counts them */
	const char *waits; /* "diteruskan", "dijawab", "ditutup" */
};

/* Of a row with state and waiting_since, by the first row with forward_days, answer_days and
 * close_days of its region. */
struct due complaint_due(const struct calendar *, const char *zone, const struct rows *rule,
    const struct rows *, size_t row);

/* Node.due .left .late ("1") .waits; nothing where it waits for nothing. */
void complaint_fill_due(struct arena *, struct node *, const struct due *);

/* ---- who reads what: find.c ------------------------------------------------------- */

/* An official's reach, as values of the statements: agency NULL of the bureau; 1 where what
 * is confidential is read, too. */
struct reach {
	struct db_value region, agency, confidential;
};
struct reach complaint_reach(const struct context *);

/* The one of the first key: 0, 404 or another status. */
int complaint_find(struct context *, struct rows *);

/* Name and contact: the bureau alone where the person is anonymous, and nobody of it
 * who works in the agency that it is about. */
bool complaint_shows_person(const struct context *, const struct rows *, size_t row);

/*
 * What an official did with the one that was found (a row of complaint_find), in his
 * transaction: in the history, of agency_id (0: of the bureau).  `told`: by letter to the person,
 * too, who left an address.  Neither says what was written.  0 or enum db_error.
 */
struct handled {
	const struct rows *found;
	int64_t agency_id;
	const char *what;
	bool told;
};
int complaint_handled(struct context *, const struct handled *);

/* A row of what happened to it, in the caller's transaction.  0 or enum db_error.  Who handles it
 * is told by matang work, of what complaint.untold marks. */
int complaint_change(struct context *, int64_t id, const char *what);

/* ---- files.c ------------------------------------------------------------------------ */

/* Names them, in the caller's transaction.  0 or enum db_error. */
int complaint_files_add(struct context *, int64_t complaint_id, const struct sent_files *);

int send_complaint_file(struct context *);

/* ---- pages -------------------------------------------------------------------------- */

int show_complaint_regions(struct context *);
int show_complaint_form(struct context *);
int send_complaint(struct context *);
int show_receipt(struct context *);
int show_follow(struct context *);
int follow_ticket(struct context *);
int show_ticket(struct context *);
int reply_ticket(struct context *);
int rate_ticket(struct context *);
int reopen_ticket(struct context *);
int leave_ticket(struct context *);

int show_complaints(struct context *);
int send_complaints(struct context *);
int show_complaint(struct context *);
int forward_complaint(struct context *);
int answer_complaint(struct context *);
int note_complaint(struct context *);
int close_complaint(struct context *);
int reopen_complaint(struct context *);
int merge_complaint(struct context *);
int show_answer_templates(struct context *);
int add_answer_template(struct context *);
int remove_answer_template(struct context *);
int show_complaint_rule(struct context *);
int save_complaint_rule(struct context *);
int show_complaint_report(struct context *);
int send_complaint_report(struct context *);
int send_complaint_report_table(struct context *);

extern const struct field complaint_form_fields[], follow_fields[], reply_fields[], rate_fields[],
    complaint_list_fields[], forward_fields[], complaint_answer_fields[], note_fields[],
    complaint_close_fields[], merge_fields[], template_fields[], complaint_rule_fields[],
    complaint_report_fields[];

#endif
