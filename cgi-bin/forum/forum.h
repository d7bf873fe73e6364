/* SPDX-License-Identifier: ISC */
#ifndef FORUM_H
#define FORUM_H

#include "document/model.h"
#include "frame/context.h"
#include "frame/kept_page.h"

/*
 * The program forum: public consultations.  An agency, or the team of a region, says what
 * it is about and what it asks; people without an account answer and support what others
 * say; officials look at it, decide of each opinion, and publish what became of it.
 */
enum {
	TITLE_LENGTH = 170, /* its report is called by it, too */
	BODY_LENGTH = 10000,
	OPINION_LENGTH = 4000,
	ANSWER_LENGTH = 2000,
	CHOICES_MAX = 12,
	LABEL_LENGTH = 200,
	SALT_BYTES = 16
};

/* One of them; texts are never NULL. */
struct hearing {
	int64_t id, version, region_id, agency_id; /* agency 0: of the team */
	int64_t opinions, waiting, undecided;      /* 0 where the public asks */
	const char *title, *explanation, *conclusion, *state;
	const char *opens_on, *closes_on; /* YYYY-MM-DD */
	const char *owner;                /* the agency, or the team of the region */
	const char *region_name, *zone;
	const char *published_at; /* UTC, or "" */
};

/* Whose consultations the actor reaches: the agency's, or (NULL) the team's. */
struct db_value forum_owner(const struct context *);

/* Whether the actor reads those of all agencies of the region, too: the team. */
bool forum_reads_all(const struct context *);

/* That of the first number of the path, of the actor's own, to be changed; or to be read:
 * 0, 404 or another status. */
int hearing_find(struct context *, struct hearing *);
int hearing_find_read(struct context *, struct hearing *);

/* The same for everybody, of what is no draft. */
int hearing_find_public(struct context *, struct hearing *);

/* From a row with the columns of forum_find. */
void hearing_read(struct context *, const struct rows *, struct hearing *);

/* Hearing.* of a page. */
void hearing_fill(struct context *, const struct hearing *);

/* "Terbuka", "Ditutup", … of a state and a last day, as of today in the zone. */
const char *hearing_state_name(const struct hearing *);

/* Whether it takes opinions today. */
bool hearing_takes(const struct hearing *);

/* "Diakomodasi", … of a code; "" for none. */
const char *decision_name(const char *code);
extern const char *const decision_codes[];

/* A row of history about it, in the caller's transaction.  0 or enum db_error. */
int hearing_change(struct context *, const struct hearing *, const char *from, const char *to);

/*
 * First in a transaction that changes one: nobody else moves it until the end.  0, or a
 * stop with 409 where it is in none of the states (up to two, "" for none).
 */
int hearing_hold(struct context *, const struct hearing *, const char *state, const char *other);

/* Questions.N.id .wording .kind .name .choices.M.value .label, of rows of forum_questions. */
void questions_fill(struct context *, const struct rows *);

/* ---- counts.c: what is told of how many -------------------------------------- */

struct place_count {
	const char *name;
	int64_t count;
};

/*
 * Opinions by kelurahan, so that none can be told from the others: each that has at least
 * `threshold`, the others together, and together with the smallest of the first where they
 * alone are too few.  How many rows; 0 where all together are too few.
 */
size_t places_counted(struct arena *, const struct rows *by_village, int64_t threshold,
    struct place_count *counted);

/* All that a result shows, read at once. */
struct hearing_result {
	struct rows villages, themes, decisions, choices;
	int64_t threshold, opinions;
};
int hearing_result_read(struct context *, int64_t id, struct hearing_result *);
void hearing_result_fill(struct context *, const struct hearing_result *);

/* ---- pages of officials -------------------------------------------------------- */

int show_hearings(struct context *);
int show_new_hearing(struct context *);
int add_hearing(struct context *);
int show_hearing(struct context *);
int show_hearing_edit(struct context *);
int edit_hearing(struct context *);
int extend_hearing(struct context *);
int remove_hearing(struct context *);
int open_hearing(struct context *);
int close_hearing(struct context *);
int show_publish(struct context *);
int publish_hearing(struct context *);
int add_question(struct context *);
int remove_question(struct context *);
int show_area(struct context *);
int save_area(struct context *);
int attach_reading(struct context *);
int detach_reading(struct context *);
int show_opinions(struct context *);
int send_opinions(struct context *);

/* Which opinions the list shows: "" and 0 do not choose.  A form on that page carries them
 * along in fields of these names, so that it comes back to the same place. */
struct opinions_asked {
	const char *state, *decided, *query;
	int64_t about, page; /* a theme; from 1 */
};
#define OPINIONS_ASKED_FIELDS(state, decided, about, query, page) \
	[state] = { "state", FIELD_CHOICE, "Status", .choices = opinion_state_codes }, \
	[decided] = { "decided", FIELD_CHOICE, "Keputusan", .choices = opinion_decided_codes }, \
	[about] = { "about", FIELD_NUMBER, "Tema", .min = 1, .max = INT32_MAX }, \
	[query] = { "q", FIELD_TEXT, "Kata", .max = 120 }, \
	[page] = { "page", FIELD_NUMBER, "Halaman", .min = 1, .max = 100000 }
extern const char *const opinion_state_codes[], *const opinion_decided_codes[];

/* "state=…&decided=…&about=…&q=…", without the page. */
const char *opinions_query(struct arena *, const struct opinions_asked *);

/* The list again with what was wrong with a form on it: 422. */
int opinions_show_errors(struct context *, const struct opinions_asked *);
int judge_opinions(struct context *);
int add_theme(struct context *);
int show_report(struct context *);
int send_report(struct context *);
int show_report_evidence(struct context *);
int make_report_evidence(struct context *);
int show_posters(struct context *);
int send_poster(struct context *);

/* ---- pages of everybody ---------------------------------------------------------- */

/* Key and stamps of a page that shows the consultation of the first number of the path: until
 * it changes, and for a day.  0, 404 or another status. */
int hearing_asked(struct context *, const char *view, const char *word, int64_t number,
    struct page_asked *);

int show_public_list(struct context *);
int show_public_hearing(struct context *);
int send_reading(struct context *);
int show_say(struct context *);
int say(struct context *);
int show_support(struct context *);
int support(struct context *);

extern const struct field hearing_list_fields[], hearing_fields[], hearing_edit_fields[],
    hearing_extend_fields[], hearing_version_fields[], hearing_publish_fields[], question_fields[],
    question_remove_fields[], area_fields[], reading_fields[], opinion_list_fields[],
    judge_fields[], theme_fields[], report_evidence_fields[], report_evidence_query[],
    poster_fields[], public_list_fields[], public_fields[], say_query[], say_fields[],
    support_fields[];

#endif
