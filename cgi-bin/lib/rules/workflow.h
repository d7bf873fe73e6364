/* SPDX-License-Identifier: ISC */
#ifndef RULES_WORKFLOW_H
#define RULES_WORKFLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/role.h"

/*
 * The way of one assessment (one agency in one cycle) from "Belum dimulai" to
 * "Dilaporkan", exactly as product.md draws it under "States of one
 * assessment".  One table of moves; everything here is read from it.
 *
 * An assessment that was reopened is a draft like any other: that it was
 * reopened stands in the history row of the move, not in the state.
 */
enum state {
	STATE_NOT_STARTED,
	STATE_DRAFT,
	STATE_SUBMITTED,
	STATE_RETURNED,
	STATE_VERIFIED,
	STATE_VALIDATED,
	STATE_SIGNED,
	STATE_RECEIVED,
	STATE_REPORTED,
	STATES
};

enum action {
	ACTION_SAVE, /* write an answer: the first makes it a draft */
	ACTION_SUBMIT,
	ACTION_RETURN,   /* for mending; only the named variables unlock */
	ACTION_VERIFY,   /* by the city's team */
	ACTION_VALIDATE, /* by the province */
	ACTION_SIGN,
	ACTION_RECEIVE, /* the team confirms and issues the receipt */
	ACTION_REPORT,
	ACTION_REOPEN,   /* back to draft, papers cancelled */
	ACTION_WITHDRAW, /* by who sent it, before anybody has begun to look */
	ACTIONS
};

/* Whether a move belongs to cycles with, or without, the province's tier. */
enum tier_rule { TIER_EITHER, TIER_WITHOUT, TIER_WITH };

struct move {
	enum state from;
	enum action action;
	enum state to;  /* may be `from`: saving keeps the state */
	unsigned roles; /* mask of enum role: who may */
	enum tier_rule tier;
	bool reason;  /* a written reason is compulsory */
	bool cancels; /* cancels signature and receipt */
};

/*
 * The move that `action` makes from `state`, or NULL when it is refused.
 * Asked before the form is shown, and again inside the transaction that does
 * it, whose UPDATE is guarded by move->from.
 *
 * The same question answers who may write what: answers while ACTION_SAVE is
 * a move, city levels and decisions while ACTION_VERIFY is, the province's
 * while ACTION_VALIDATE is.
 *
 * Three rules are not in the table, since they need more than a state: a
 * verifier never verifies the agency they work in, nobody acts outside their
 * own agency or region, and what was sent is withdrawn only as long as the team
 * has neither a decision nor a draft of one (questionnaire/sending.c).
 */
const struct move *workflow_move(enum state, enum action, enum role, bool province_tier);

/*
 * Does any move lead from one state into another one?  For checking stored
 * history: a row that no move connects was not written by this program.
 */
bool workflow_connects(enum state from, enum state to);

/*
 * Has a tier told its levels: STATE_VERIFIED the city's, STATE_VALIDATED the
 * province's, STATE_SUBMITTED the agency's own?  A tier tells them when it has
 * finished, and takes them back when the assessment is reopened.
 */
bool workflow_disclosed(enum state, enum state tier);

/*
 * Once a tier has finished, what it looked at counts for good: a link that was
 * judged holds the revision that was judged, whatever comes after it, and what
 * is found later in that file takes nothing back.  A newer one counts in the
 * assessments that are open.  Statements write the states out; the unit test of
 * this file compares their lists.
 */
bool workflow_held(enum state);

/* Why a move is refused; a page turns it into 403 or 409. */
enum refusal {
	REFUSAL_NONE, /* it is allowed */
	REFUSAL_ROLE, /* never this role's to do: 403 */
	REFUSAL_TIER, /* only with the province's tier: 409 */
	REFUSAL_STATE /* not in this state: 409 */
};

enum refusal workflow_refusal(enum state, enum action, enum role, bool province_tier);

/*
 * The same in one Indonesian sentence, written into `text` of `size` bytes
 * (WORKFLOW_WORDS is enough for every one) and returned; "" when allowed.
 */
#define WORKFLOW_WORDS 320

const char *workflow_why_not(char *text, size_t size, enum state, enum action, enum role,
    bool province_tier);

/*
 * For who only looks: what an assessment waits for, as an Indonesian sentence.
 * It is no refusal, since nobody has asked for anything.
 */
const char *workflow_waits(enum state, bool province_tier);

/* Codes as stored ("not_started").  False when a code is unknown. */
const char *state_code(enum state);
bool state_of(const char *code, enum state *);

/*
 * Words for people: the state of an assessment ("Dikembalikan"), and the
 * action as a noun that serves a sentence as well as a line of the history
 * ("Pengembalian").
 */
const char *state_name(enum state);
const char *action_name(enum action);

/*
 * The seven steps (source 002, 19 working days).  An assessment exists once
 * its cycle is open, so it stands in step 4 at the earliest; steps 1 to 3 are
 * the cycle's.  A verified assessment still stands in step 5 as long as the
 * province has to validate it.
 */
#define WORKFLOW_STEPS 7

/* 1 to 7; a reported assessment stays in step 7. */
int workflow_step(enum state, bool province_tier);

/*
 * What happens to filling in once its last day is over, a choice of the cycle: it
 * is only said, it closes, or it closes and the agency may ask the team for more
 * time.  Mending after a return, verifying and signing are never closed.
 */
enum lapse { LAPSE_WARN, LAPSE_CLOSE, LAPSE_ASK, LAPSES };

/* "warn", "close", "ask"; and the other way, LAPSE_WARN for an unknown code. */
const char *lapse_code(enum lapse);
enum lapse lapse_of(const char *code);

/* The choice in words, for pages and history. */
const char *lapse_words(enum lapse);

/*
 * Is filling in closed today?  `until` is its last day for this agency, 0 where
 * none is planned; what the team has opened again (`kept_open`) stays open.
 */
bool workflow_lapsed(enum state, enum lapse, bool kept_open, int32_t until, int32_t today);

enum step_progress { STEP_DONE, STEP_NOW, STEP_LATER };

/*
 * The step at which a cycle is on a day, 1 to 7, by the days on which its steps
 * begin: the last that has begun.  It is the same for everybody of the cycle,
 * wherever the assessment of one agency may be.
 */
int workflow_step_on(const int32_t begins[WORKFLOW_STEPS], int32_t day);

/* For the bar of the steps, of which the cycle is at `now`; one that is over has
 * all seven done. */
enum step_progress workflow_progress(int step, int now, bool over);

/* "done", "now", "later": what templates ask for. */
const char *progress_code(enum step_progress);

/* Short name of a step of the plan ("Pengisian"); "" outside 1 to 7. */
const char *step_name(int step);

/*
 * The same way in the words of who walks it, for the bar above each page: what
 * is filled in is sent, looked at, signed, and over.  The seven steps are those
 * of the service standard; these five are what an agency does and waits for.
 */
enum stage {
	STAGE_NONE, /* before anybody fills in */
	STAGE_FILL,
	STAGE_SEND, /* the end of filling in: nothing is missing any more */
	STAGE_CHECK,
	STAGE_SIGN,
	STAGE_OVER
};

#define STAGES 5

/* Where an assessment stands; one that is to be sent stands at STAGE_FILL, since
 * its state does not tell whether anything is missing. */
enum stage workflow_stage(enum state, bool province_tier);

/* Where a cycle stands in its step of the plan, 1 to 7. */
enum stage stage_of_step(int step);

/* The step of the plan with whose end a stage ends. */
int stage_step(enum stage);

/* "Isi"; "" for STAGE_NONE. */
const char *stage_name(enum stage);

#endif
