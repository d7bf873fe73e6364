/* SPDX-License-Identifier: ISC */
#ifndef QUESTIONNAIRE_H
#define QUESTIONNAIRE_H

#include "assessment/evidence.h"

/*
 * Step 4, filling in.  main.c has the routes; each other file is one page:
 * home.c, tasks.c (the list of variables), variable.c with save.c and last_year.c
 * (one of them), duties.c (who works on which), carry_over.c (last year's documents),
 * check.c (before and while submitting), sending.c (after it).
 */

/* Whose pages: the agency's, and the auditor's, who changes nothing. */
enum { AGENCY = ROLE_OPERATOR | ROLE_HEAD, READERS = AGENCY | ROLE_AUDITOR };

/* Fields of the form of one variable; see main.c. */
enum {
	FIELD_VERSION,
	FIELD_LEVEL,
	FIELD_EXPLANATION,
	FIELD_REASON,
	FIELD_THEN,
	FIELD_ATTACH,
	FIELD_PENDING
};

/* What the button asked for, in the order of the choices of FIELD_THEN. */
enum {
	THEN_STAY,
	THEN_NEXT,
	THEN_LIST,
	THEN_WORDS,
	THEN_DOCUMENTS,
	/* Links of the page, which keep what is typed and say nothing of it. */
	THEN_BACK,
	THEN_ASK,
	THEN_COMMENTS,
	THEN_HISTORY
};

/* Of the list of variables: which of them stayed as they were, a bit for each,
 * when a workbook came back with something else. */
extern const struct field tasks_fields[];

/* Fields of the form that submits. */
enum { FIELD_STATEMENT };

/* One variable on the task list. */
struct task {
	const struct evidence *evidence;
	struct answer answer; /* as rules/evidence_rules.h judges it */
	enum task_status status;
	unsigned lacks; /* mask of ANSWER_… */
	int city_level, province_level;
	size_t flagged;          /* links that cost points, as a rule */
	size_t pending, overdue; /* documents that are still to come */
	const char *return_note;
};

struct tasks {
	const struct evidence_list *evidence; /* whole */
	const struct criteria *criteria;
	struct task *list;
	size_t count;
	size_t complete;    /* filled in, and supported by their documents */
	size_t open;        /* hold up sending */
	struct score score; /* of the self levels so far */
};

/* Must something be done about it before the assessment is sent? */
bool task_open(const struct task *);

/* One round trip, once the evidence is kept.  0 or a status. */
int tasks_load(struct context *, const struct assessment *, struct tasks *);

/* Tasks.*, Progress.*, Score.*: the list and how far it is; after assessment_fill(),
 * whose bar it moves on to sending where nothing is missing any more. */
void fill_tasks(struct context *, const struct assessment *, const struct tasks *);

/* Has the last tier finished, so that there is a result to tell? */
bool verified(enum state, bool province_tier);

/* May the agency know what the city, the province, says about an answer? */
bool city_disclosed(enum state);
bool province_disclosed(enum state);

/* May the actor write answers now?  (In a returned assessment only to those
 * that were named.) */
bool may_write(const struct context *, const struct assessment *);

/* Until when a step is planned. */
struct deadline {
	int step;      /* 0: there is none */
	int32_t until; /* day number; 0, DAY_NONE: nobody has planned it */
	int left;      /* working days, below 0 when it is over */
};
/* The step of filling in while the agency is at it, else 0; and until when. */
int filling_step(const struct assessment *);
struct deadline read_deadline(struct context *, const struct assessment *, int step);

/* .state (ahead, today, late), .date, .days of it; nothing where none is planned. */
void fill_deadline(struct context *, struct node *, const struct deadline *);

/* How an assessment came to the state that it is in. */
struct last_move {
	const char *why, *who, *at;
};

/* A return or a reopening that is still open, else NULL.  0 or a status. */
int read_return(struct context *, const struct assessment *, const struct last_move **);

/* Return.* (why, who, when) */
void fill_return(struct context *, const struct assessment *, const struct last_move *);

/* The class of a score by the instrument: its name, or "". */
const char *category_name(const struct criteria *, int score);

/* One answer and what surrounds it, as the page of one variable needs it. */
struct variable_page {
	struct assessment assessment;
	int64_t variable_id;
	int number, previous, next, variables; /* 0: there is none */
	int opened; /* the level that the address wants to be open; 0: none */
	int64_t version;
	int self_level;
	const char *explanation, *overclaim_reason;
	int city_level, province_level;
	const char *city_reason, *city_recommendation;
	const char *province_reason, *province_recommendation;
	const char *return_note;
	bool needs_correction;
	const char *updated_at, *updated_by;
	int64_t updated_by_id;
	int64_t words_kept; /* as the column, of the last half hour; 0: none */
};

/* The columns of an answer, as questionnaire_answer has them, into the page of its
 * variable.  0 or a status. */
int variable_answer_read(struct context *, const struct rows *, size_t row, struct variable_page *);

/* By the path's two numbers, one round trip.  0, 404 or another status. */
int variable_page_load(struct context *, struct variable_page *);

/* May the actor write this answer now? */
bool variable_page_open(const struct context *, const struct variable_page *);

/* What was said of one variable. */
struct last_answer {
	int number; /* of the variable */
	int self_level;
	int city_level, province_level; /* LEVEL_ABSENT: not told yet, or there is none */
	int final_level;
	const char *explanation;
};

/* The answer of the year before; NULL where there is none to begin from.  0 or a
 * status. */
int last_answer_find(struct context *, const struct variable_page *, const struct last_answer **);

/* Last.year .self .city .province .final .explanation, unless it is NULL. */
void fill_last_year(struct context *, const struct variable_page *, const struct last_answer *);

/* What stands around the answer on the page of a variable. */
struct variable_evidence {
	const struct evidence_list *list; /* of all variables, */
	const struct evidence *own;       /* and of this one */
	const struct last_answer *last;   /* NULL: there is none */
	int64_t fresh;                    /* last year's documents that have a place here */
	struct rows rulings;              /* of the region's team */
	struct rows notes;                /* of colleagues */
	struct rows services;             /* of the agency, where the variable speaks of services */
	struct deadline deadline;         /* of filling in, for who may write */
};

/* 0, 404 for a variable that the instrument does not have, or another status. */
int variable_page_read(struct context *, const struct variable_page *, struct variable_evidence *);

/* Everything that the page of a variable shows. */
void variable_page_fill(struct context *, const struct variable_page *,
    const struct variable_evidence *);

/* Its words below those that are there: nothing is overwritten.  0 or a
 * status. */
int bring_words(struct context *, const struct variable_page *, const char **explanation);

/* Last year's documents that have a place now and are not there, for who may
 * write; variable 0: of all.  0 or a status. */
int read_carry_count(struct context *, const struct assessment *, int64_t variable, int64_t *fresh);

/* CarryOver.fresh .year, for who may write. */
void fill_carry_count(struct context *, const struct assessment *, int64_t fresh);

/* The assessment of the path, while its answers may be written: 0, 404, 409, or
 * another status. */
int find_open(struct context *, struct assessment *);

/* Who of the agency works on which variable, by its statement; 0 or a status. */
int duties_read(struct context *, const struct assessment *, struct rows *);

/* The row about a variable, or duties->count. */
size_t duty_row(const struct rows *duties, int number);

/* Tasks.N.duty, the name, and .mine of fill_tasks(); Duties.mine, how many are the
 * actor's own. */
void fill_duties(struct context *, const struct tasks *, const struct rows *);

/* Rows of what colleagues noted, one for each variable where there is any; of another
 * agency's none.  0 or a status. */
int notes_read(struct context *, const struct assessment *, struct rows *);

/* How many of them are at a variable. */
int64_t notes_at(const struct rows *notes, int number);

/* Tasks.N.notes of fill_tasks(). */
void fill_notes(struct context *, const struct tasks *, const struct rows *notes);

extern const struct field duty_fields[];
int show_duties(struct context *);
int save_duties(struct context *);

extern const struct field carry_over_query[], carry_over_fields[];
int show_carry_over(struct context *);
int run_carry_over(struct context *);

extern const struct field variable_query[];

int show_home(struct context *);
int show_tasks(struct context *);
int show_variable(struct context *);
int save_variable(struct context *);
int show_check(struct context *);
int submit(struct context *);
int show_sent(struct context *);
int withdraw(struct context *);

#endif
