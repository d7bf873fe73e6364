/* SPDX-License-Identifier: ISC */
#ifndef ASSESSMENT_EVIDENCE_H
#define ASSESSMENT_EVIDENCE_H

#include "rules/score.h"
#include "rules/evidence_rules.h"
#include "assessment/assessment.h"
#include "assessment/file_check.h"
#include "assessment/criteria.h"
#include "assessment/pending.h"

/*
 * The evidence of one variable in one assessment: its five levels, the
 * documents that each asks for, and what was put under them (product.md,
 * "Evidence: the rules" and scoring rule 6).
 */

/* Who looks: the agency counts what is there, a tier what it accepted. */
enum viewer_tier { VIEWER_AGENCY, VIEWER_CITY, VIEWER_PROVINCE, VIEWERS };

/* By which rule of rules/evidence_rules.h this viewer counts. */
enum view evidence_view_of(enum viewer_tier);

/* What one tier said about a link. */
struct link_review {
	enum { REVIEW_NONE, REVIEW_ACCEPTED, REVIEW_REJECTED } decision;
	const char *reason;
	bool stale; /* said about an earlier revision: look again */
};

/* A link to be weighed. */
struct link_weight {
	bool stored, infected;
	bool held; /* as workflow_held() says of its assessment */
	struct link_review city, province;
};

/* Both reviews, by a row with the columns city_decision, city_revision_id, the
 * same of the province, and revision_id; their reasons stay "". */
void link_reviews_read(const struct rows *, size_t row, struct link_weight *);

/* What it is worth to each viewer after both tiers' reviews. */
void link_states(const struct link_weight *, enum item_state state[VIEWERS]);

/* "Dialihkan": a link that went from one criterion to another. */
struct evidence_move {
	int64_t link_id, document_id;
	int from_variable, to_variable;    /* numbers */
	const char *from_level, *to_level; /* roman */
	const char *title;                 /* of the document */
	const char *who, *why, *at;        /* at: UTC */
};

/* A document under a criterion.  Texts are never NULL. */
struct evidence_link {
	int64_t id;
	int64_t version; /* optimistic lock of the link */
	int64_t document_id;
	const char *title;
	const char *kind; /* code, see words_kind */
	const char *number;
	const char *dated; /* YYYY-MM-DD or "" */
	const char *period_from, *period_until;
	const char *outside_address; /* "" unless one was given */
	int64_t revision_id;         /* the one that counts; 0: nothing is stored */
	int64_t revision_number;
	int64_t newest_number; /* of the document, more where an older one is held */
	int64_t bytes;
	const char *type;       /* media type found in the content */
	const char *sha256;     /* 64 hexadecimal digits */
	const char *revised_at; /* UTC */
	struct file_check checked;
	bool signed_by_hand;               /* so the operator states */
	unsigned flags;                    /* of rules/quality.h */
	const struct evidence_move *moved; /* hither, of the whole; NULL: never */
	struct link_review city, province;
	enum item_state state[VIEWERS];
};

/* A document that a level asks for. */
struct evidence_item {
	int64_t id;
	int level;
	bool compulsory;
	bool needs_signature;
	const char *title;
	const char *const *help; /* as the criterion has it; NULL: none */
	struct evidence_link *links;
	size_t link_count;
	enum item_state state[VIEWERS];         /* that of its best link */
	const struct pending_evidence *pending; /* the first that is waited
						 * for, of the whole */
};

struct evidence {
	int64_t variable_id;
	int number; /* of the variable, from 1 */
	const char *name;
	const struct variable *wording; /* of its levels */
	struct evidence_item *items;    /* in order of level and position */
	size_t item_count;
	size_t stored_count;                 /* links to files that we keep */
	size_t outside_count;                /* links to addresses elsewhere */
	const struct item *weights[VIEWERS]; /* the items, for rules/evidence_rules.h */
	int supported[VIEWERS];              /* 0 to 5, by support_level() */
};

struct evidence_list {
	struct evidence *variables; /* in order of number */
	size_t count;
	bool removed;                       /* something was taken away or moved */
	const struct pending_list *pending; /* of the whole alone, as the moves: */
	struct evidence_move *moves;        /* the newest first */
	size_t move_count;
};

/*
 * All of an assessment, with the flags of each link: what stands under one
 * variable cannot be judged without the others.  It is kept under both stamps
 * (frame/kept.h), so nobody changes anything in it.  The caller has found the
 * assessment, so may see it; an agency is not told reviews of a tier that is
 * still at it.  0 or a status.
 */
int evidence_load(struct context *, const struct assessment *, const struct evidence_list **);

/* And what stands beside it, for the pages of one variable: .pending of items,
 * .moved of links, and all of both.  0 or a status. */
int evidence_load_whole(struct context *, const struct assessment *, const struct evidence_list **);

/* One variable by its number; NULL where the instrument does not have it. */
const struct evidence *evidence_of(const struct evidence_list *, int64_t number);

/*
 * The compulsory items that do not count for this viewer, of `level` and of
 * all below it, in their order.  Returns how many.
 */
size_t evidence_missing(struct context *, const struct evidence *, enum viewer_tier, int level,
    const struct evidence_item ***missing);

/*
 * Sets what the evidence says about an answer, documented and over_claimed;
 * then task_status() and answer_lacks() of rules/evidence_rules.h may be asked.
 */
void evidence_judge(const struct evidence *, struct answer *);

/* ---- evidence_flags.c ------------------------------------------------------ */

/*
 * What a careful colleague would say about each link, by rules/quality.h: sets
 * their flags, for evidence_load.  0 or enum db_error.
 */
int evidence_flag(struct context *, const struct assessment *, int32_t today,
    const struct evidence_list *);

/* What the answer itself is to be told, with its overdue pending evidence; the
 * flags of its links are not among it. */
unsigned evidence_answer_flags(const struct evidence *, int level, size_t overdue);

/* Puts what is still to come at the items that it was announced for, for
 * evidence_load_whole. */
void evidence_place_pending(const struct evidence_list *, struct pending_list *);

/*
 * Reads where links came from and sets .moved of each, the last move of it, for
 * evidence_load_whole.  Every move leaves behind a link that was taken away:
 * without any, nothing needs to be asked for.  0 or enum db_error.
 */
int evidence_read_moves(struct context *, struct arena *, const struct assessment *,
    struct evidence_list *);

/* Moved.<N>.title .document_id .variable .level .who .why .when: the documents
 * that left this variable and do not stand there now. */
void evidence_fill_left(struct context *, const struct evidence_list *, const struct evidence *);

/* ---- evidence_fill.c ------------------------------------------------------- */

/*
 * Rows of node: <N>.number .roman .text .guidance .supported(1), and
 * <N>.documents.<M>.id .title .required(1) .have(1) .state (absent, outside,
 * rejected, present, accepted) .signature(1), and in it pending_list.<K> as in
 * pending_fill(), links.<K> with .id .version
 * .document_id .title .kind_name .number .dated .period .outside_address
 * .stored(1) .revision_id .revision_number
 * .newer_number (which does not count) .size .type_name .sha256 .view
 * .state .city_decision .city_reason .city_stale(1) and the same for province_,
 * .flags as assessment/quality.h fills them, without those that .checked tells,
 * .moved.variable .level .who .why .when, and for what is stored .checked as
 * in file_check_fill().
 */
void evidence_fill(struct context *, struct node *, const struct evidence *, enum viewer_tier);

/* One item's rows, as above. */
void evidence_fill_item(struct context *, struct node *, const struct evidence_item *,
    enum viewer_tier);

/* How the newest revision can be seen without being saved: shown_as(), or ""
 * also for what the antivirus keeps back. */
const char *evidence_view(const struct evidence_link *);

/* "absent", "outside", "rejected", "present", "accepted": for templates. */
const char *item_state_code(enum item_state);

/* "accepted", "rejected", or "" for not decided. */
const char *link_review_code(const struct link_review *);

#endif
