/* SPDX-License-Identifier: ISC */
#ifndef RULES_EVIDENCE_RULES_H
#define RULES_EVIDENCE_RULES_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What the evidence supports, and what an answer still lacks (product.md,
 * scoring rule 6 and "Evidence: the rules").
 *
 * Levels build on each other: a level is supported when every compulsory
 * document of it and of all lower levels is there.  Which documents are
 * compulsory is data of the instrument version; no official list is known,
 * and a region makes its own (domain.md 1.2, "local guidance").
 */

/*
 * How one item of the checklist stands, worst first.  An item may have
 * several links, each decided apart, and is worth its best one: see
 * item_better().  City and province decide apart, so the caller reads the
 * decisions of the one tier that looks.
 */
enum item_state {
	ITEM_ABSENT,  /* no document */
	ITEM_OUTSIDE, /* only an address elsewhere: not stored by us */
	ITEM_REJECTED,
	ITEM_PRESENT, /* a stored document, not decided yet */
	ITEM_ACCEPTED
};

/*
 * What a tier said about the newest revision of a document under an item; said
 * about an earlier one it says nothing.
 */
enum link_said { SAID_NOTHING, SAID_ACCEPTED, SAID_REJECTED };

/* What one link is worth to who goes by that: a file that is not stored here
 * is an address, and an infected one nobody may open. */
enum item_state link_state(bool stored, bool infected, enum link_said);

enum item_state item_better(enum item_state, enum item_state);

/* One line of the checklist of one variable. */
struct item {
	int level; /* the level that asks for it, 1 to 5 */
	bool compulsory;
	enum item_state state;
};

/*
 * Who looks: the agency's own view counts what is there, unless it was
 * rejected; the verifier's counts only what is accepted.  An outside address
 * counts for neither ("flagged, never counted as stored").
 */
enum view { VIEW_SELF, VIEW_VERIFIER };

bool item_counts(enum item_state, enum view);

/*
 * Scoring rule 6: the highest level supported, 0 to 5.  Items come in any
 * order.  A level without compulsory items asks for nothing beyond the lower
 * ones; so level 1 is supported without a document, and 0 is the answer only
 * where the instrument makes one compulsory for it.
 */
int support_level(const struct item items[], size_t count, enum view);

/*
 * What is missing for `level`: compulsory items, of it and of all lower
 * levels, that do not count in this view.  Their indices go into missing[],
 * in the order of items[], as many as `room` takes (missing may be NULL when
 * room is 0).  Returns how many there are, which may be more than room.
 */
size_t support_missing(const struct item items[], size_t count, enum view, int level,
    size_t missing[], size_t room);

/*
 * An agency may claim more than is supported: it must say why, and the
 * verifier sees it.  A level not chosen claims nothing.
 */
bool over_claimed(int claimed, int supported);

/* What is known of the answer to one variable. */
struct answer {
	int level;              /* 0: not chosen yet */
	bool explained;         /* the explanation is not empty */
	bool documented;        /* at least one document or address is linked */
	bool over_claimed;      /* by over_claimed(), in the agency's own view */
	bool over_claim_reason; /* the reason for that is not empty */
	bool to_correct;        /* named when the assessment was returned, and
				 * neither it nor its evidence changed since */
	bool locked;            /* not to be written: others were returned */
};

/* The words of the task list. */
enum task_status {
	TASK_EMPTY,     /* "Belum diisi": nothing at all */
	TASK_DRAFT,     /* "Draf": begun, something is lacking */
	TASK_FILLED,    /* "Dokumen kurang": may be submitted, but claims more
			 * than its documents support */
	TASK_COMPLETE,  /* "Lengkap": may be submitted, and is supported */
	TASK_TO_CORRECT /* "Perlu diperbaiki" */
};

enum task_status task_status(const struct answer *);

/* "empty", "draft", "filled", "complete", "correct", for templates; the words
 * above. */
const char *task_code(enum task_status);
const char *task_name(enum task_status);

/*
 * What the answer lacks before it can be submitted, as a mask of ANSWER_…; 0
 * when nothing.  Of a locked one nothing is asked, whatever a team has done to
 * its documents: nobody could give it.  Documents are not among it: one may submit without any, but
 * over-claimed then, which asks for a reason.
 */
#define ANSWER_LEVEL 0x1U
#define ANSWER_EXPLANATION 0x2U
#define ANSWER_OVER_CLAIM_REASON 0x4U

unsigned answer_lacks(const struct answer *);

/* What a tier says about one variable: the city's team, or the province. */
struct decision {
	int before;          /* the level it was given: self, or city's */
	int level;           /* the level decided; 0: not yet */
	int accepted;        /* the highest that the accepted documents support */
	bool reason;         /* the reason is not empty */
	bool recommendation; /* the recommendation is not empty */
};

/*
 * Is a tier's level above the documents that it has accepted?  The lowest level
 * is above nothing: no lower one can be given.
 */
bool above_accepted(int level, int accepted);

/*
 * What it lacks, as a mask of DECISION_…; 0 when nothing.  A reason is
 * compulsory when the level differs from the one before it or is above the
 * accepted documents, a recommendation when it is not the highest.
 */
#define DECISION_LEVEL 0x1U
#define DECISION_REASON 0x2U
#define DECISION_RECOMMENDATION 0x4U

unsigned decision_lacks(const struct decision *);

#endif
