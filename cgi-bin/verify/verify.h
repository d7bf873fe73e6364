/* SPDX-License-Identifier: ISC */
#ifndef VERIFY_H
#define VERIFY_H

#include "assessment/assessment.h"
#include "assessment/evidence.h"

/*
 * Step 5 (source 002, three working days): the city's team verifies, then the
 * province validates where the cycle has that tier.  Both do the same work on
 * the same pages; what differs is in one table.
 */
enum tier { TIER_CITY, TIER_PROVINCE, TIERS };

struct tier_traits {
	enum viewer_tier viewer;
	enum action finish;
	enum state waiting;                           /* in which it is this tier's turn */
	enum statement decide;                        /* writes its columns of a link */
	const char *code;                             /* for templates */
	const char *level_subject, *decision_subject; /* of the history */
	const char *before;                           /* whose level it starts from */
	const char *done;                             /* code of the banner after finishing */
};

extern const struct tier_traits tiers[TIERS];

/* The tier of the actor's own work.  An auditor looks over the city's. */
enum tier tier_of(const struct context *);

/* One assessment that somebody verifies. */
struct verification {
	struct assessment assessment;
	enum tier tier;
};

/* The assessment of the path.  0, 404 or another status. */
int verification_find(struct context *, struct verification *);

/*
 * The move that the actor may make now, or NULL, with the sentence why not in
 * context->why and the status in *status: 403 for the own agency, 409 for a
 * cycle that is over, else that of assessment_may().  Levels and decisions of
 * a tier may be written exactly while its `finish` is such a move.
 */
const struct move *verification_may(struct context *, const struct verification *, enum action,
    int *status);

/* Assessment.*, Steps.*, and Verification.tier .writes .returns, or .stands:
 * what it waits for */
void verification_fill(struct context *, const struct verification *);

/* What one tier says about one variable. */
struct grade {
	int level; /* LEVEL_ABSENT: not yet */
	const char *reason;
	const char *recommendation;
};

/* What the actor has typed on a page and not saved: urlencoded fields of its
 * form, "" for nothing; at: UTC. */
struct review_draft {
	const char *content, *at;
};

/* The answer to one variable, with all that was said about it. */
struct score_row {
	int64_t variable_id;
	int64_t number;
	int64_t version; /* optimistic lock of the answer */
	const char *name;
	int self_level;
	const char *explanation;
	const char *overclaim_reason;
	struct grade grades[TIERS];
	const char *return_note;
	bool needs_correction;
	bool followed;                   /* the province took it over from the city with others */
	const struct evidence *evidence; /* what it is proved by */
	size_t undecided;                /* links, for the tier of the verification */
	const char *updated_at;          /* UTC */
	const char *updated_by;
	struct review_draft draft; /* of the actor alone */
};

struct score_sheet {
	struct score_row *rows; /* in order of number */
	size_t count;
	const struct evidence_list *evidence; /* of all variables, whole */
};

/* Two round trips.  0 or a status. */
int score_sheet_load(struct context *, const struct verification *, struct score_sheet *);

/* NULL for a number that the instrument does not have. */
const struct score_row *score_row(const struct score_sheet *, int64_t number);

/* The level that a tier starts from: the self level, or the city's. */
int row_before(const struct score_row *, enum tier);

/* ---- proposal.c ---------------------------------------------------------- */

/*
 * What would be decided about an open link if nothing spoke against it: the city
 * accepts what is stored, can be read and has no warning; the province follows the
 * city.  "" for what somebody has to look at, and for what is decided.
 */
const char *proposed_decision(enum tier, const struct evidence_link *);

/* The decision about a link that is on its way, NULL: as it is stored. */
typedef const char *said_of(const void *argument, const struct evidence_link *);

/* The items of a variable as the tier counts them once those are stored. */
const struct item *row_items_after(struct context *, const struct score_row *, enum tier, said_of *,
    const void *argument);

/* The words of a proposed recommendation, with a roman level; the documents that are
 * lacking follow the first, with "; " between them and a full stop.  Scripts have
 * them from the page (htdocs/src/js/desk.js). */
#define RECOMMEND_LACKING "Lengkapi dokumen untuk Tingkat %s: "
#define RECOMMEND_FULFIL "Penuhi kriteria Tingkat %s."

/* What the desk begins with; nothing of it is stored before it is pressed. */
struct proposal {
	int level;                  /* that the accepted documents would support; the
				     * city's, for the province */
	const char *reason;         /* the city's, where the province owes one; or "" */
	const char *recommendation; /* of what the next level lacks; "" at the highest */
	size_t clear;               /* open links that there is a decision for */
	bool whole;                 /* with all of it nothing is owed any more */
};
void proposal_make(struct context *, const struct score_row *, enum tier, struct proposal *);

/*
 * What the level above a level still lacks of these items, as a sentence:
 * "Lengkapi dokumen untuk Tingkat III: …; ….", "" at the highest.
 */
const char *proposed_recommendation(struct context *, const struct score_row *,
    const struct item *items, int level);

/* ---- draft.c ------------------------------------------------------------- */

/* Those of the form's fields that say something, as a draft has them. */
const char *draft_of_form(struct context *, const int fields[], size_t count);

/* Reads a draft into a form of these fields; names that it does not know are left out. */
void draft_read(struct context *, const struct review_draft *, const struct field *, struct form *);

/* Keeps one, or drops it for "".  variable_id is 0 for the page of the return.  0 or a status. */
int draft_keep(struct context *, int64_t assessment_id, int64_t variable_id, const char *content);

/* Whoever asks is at this assessment: a hint for colleagues.  0 or a status. */
int be_seen(struct context *, int64_t assessment_id);

/* The answer to the script that keeps one. */
int draft_kept_json(struct context *, const char *zone, int64_t version);

/* Draft.at: since when it waits. */
void draft_fill(struct context *, const struct review_draft *, const char *zone);

/* The highest level that the documents which a tier accepted support, and
 * whether its own is above that. */
int row_accepted(const struct score_row *, enum tier);
bool row_above(const struct score_row *, enum tier);

/* What the tier still owes: a mask of DECISION_…, see rules/evidence_rules.h. */
unsigned row_lacks(const struct score_row *, enum tier);
bool row_done(const struct score_row *, enum tier);

/* The first row after `number` that is not done, then from the beginning;
 * NULL when all are. */
const struct score_row *score_sheet_next(const struct score_sheet *, enum tier, int64_t number);

/* Levels of all rows: self (grades of TIERS), or of a tier. */
const int *score_sheet_levels(struct context *, const struct score_sheet *, enum tier);

/* A level for people: "III (3)", or "–". */
const char *level_words(struct context *, int level);

/* What a tier says of a row: .number .level .reason .recommendation, and .above: the
 * level that its documents support, where it is above that. */
void grade_fill(struct context *, struct node *, const struct score_row *, enum tier);

/* History of an answer, or of the states (NULL).  0 or a status. */
int past_read(struct context *, const struct verification *, const struct score_row *,
    struct rows *past);

/* Past.<N>.who .what .why .when */
void past_fill(struct context *, const struct verification *, const struct rows *past);

/* The note of a variable that was unlocked beside those that were named. */
extern const char opened_beside[];

/* The rows of history since the return, which is the first of them. */
struct since {
	struct rows rows;
	const char *returned_at; /* NULL: it is not the second round, or not this tier's turn */
};
int since_return_read(struct context *, const struct verification *, const struct score_sheet *,
    struct since *);

/* Since.N.number .name .note .what.M.text: the variables that were returned or
 * changed since, all of them or one alone. */
void since_return_fill(struct context *, const struct score_sheet *, const struct since *,
    const struct score_row *only);

/* One cycle that the caller may see. */
struct cycle_plan {
	int64_t cycle_id;
	int64_t year;
	int64_t region_id;
	const char *region_name;
	bool open, province_tier;
	int64_t waiting;                   /* for this tier, where several years are open */
	int days_left[WORKFLOW_STEPS];     /* of steps 4 and 5; 0 for others */
	const char *until[WORKFLOW_STEPS]; /* in words */
	struct calendar calendar;          /* of the region, for agencies with days of their own */
	int32_t today;
};

/* Which cycles a list is about: those of one year, in one region or (0) in
 * all that the caller may see.  The values of a scope in verify.sql. */
struct choice {
	int64_t year, region_id;
	struct db_value region, parent;
	int64_t with_province;
	struct cycle_plan *plans;       /* of all years */
	const struct kept_cycle *cycle; /* the one that it is about; NULL: several, or none */
	size_t count;
};

/*
 * Chooses by what was asked for, 0 for nothing: then the open cycle in which
 * somebody waits for this tier, the newest open one, or the newest.  count is
 * 0 when there is none at all.  404 for a year or a
 * region that the caller does not have.
 */
int choice_make(struct context *, int64_t year, int64_t region_id, struct choice *);

/* The plan of a region (0: of any) in the chosen year, or NULL. */
const struct cycle_plan *choice_plan(const struct choice *, int64_t region_id);

/* Choice.others.N.year .region .region_name .waiting .until .due .days: what is
 * open in other years; Choice.year .region .region_name .cycle, and Choice.years,
 * .regions to choose from
 * (.value .label .current), the latter only where there are several. */
void choice_fill(struct context *, const struct choice *);

/* The first field of each form about the whole work: the version that its page showed. */
enum { WORK_VERSION };

extern const struct field work_list_fields[], checklist_fields[], finish_fields[], save_fields[],
    return_fields[], show_fields[], undecided_fields[], clear_fields[], division_fields[],
    divide_fields[];

int show_work_list(struct context *);
int show_checklist(struct context *);
int send_work_list(struct context *);
int send_overview(struct context *);
int send_checklist(struct context *);
int show_overview(struct context *);
int finish(struct context *);
int accept_clear(struct context *);
int unfollow(struct context *);
int show_division(struct context *);
int divide(struct context *);
int show_variable(struct context *);
int save_variable(struct context *);
int go_undecided(struct context *);
int show_return(struct context *);
int send_back(struct context *);

/* One variable under review: what it says, and what it is proved by. */
struct review_item {
	struct verification verification;
	struct score_sheet scores;
	const struct score_row *row;
	const struct evidence *evidence;
	bool writes; /* else context->why says why not, with .refusal */
	int refusal;
};

/* Whether one press decides a variable that nobody has begun with. */
bool row_clear(struct context *, const struct score_row *, enum tier, struct proposal *);

/* The overview once more, of what is stored now, with a sentence above. */
int overview_again(struct context *, int http_status, const char *notice);

/* What the form of a variable begins with: what is stored, or is proposed. */
struct grade desk_begins(const struct review_item *, const struct proposal *);

/* What the actor has typed there and not saved, over that. */
void desk_fill_draft(struct context *, const struct review_item *);

/* By the two numbers of the path.  0, 404 or another status. */
int review_item_load(struct context *, struct review_item *);

/* What a tier said about a link, as long as it still holds: said about an
 * earlier revision, it is undecided. */
const struct link_review *tier_link_review(enum tier, const struct evidence_link *);
const struct link_review *review_item_link_review(const struct review_item *,
    const struct evidence_link *);
bool link_review_open(const struct link_review *);

/* The page's data, with Form.value as it is stored and what past_read() gave; the
 * viewer starts with the link of that key, else with the first to be decided. */
void review_item_fill(struct context *, const struct review_item *, const struct rows *past,
    int64_t link_id);

/*
 * 303 to the first link after that one (0: from the beginning) which the
 * actor's tier has yet to decide, across the variables and round to the
 * beginning; to the overview when there is none.  `done` is the code of the
 * banner there, "" for none.
 */
int undecided_redirect(struct context *, const struct verification *, int64_t link_id,
    const char *done);

#endif
