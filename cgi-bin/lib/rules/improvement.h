/* SPDX-License-Identifier: ISC */
#ifndef RULES_IMPROVEMENT_H
#define RULES_IMPROVEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/evidence_rules.h"

/*
 * The way from a low score to a high one: what the next level of a variable asks
 * for and brings, what score a plan leads to, and how far an agency has come on
 * it.  None of it is in Permendagri 99/2018: the levels are still given by the
 * team, and pages that show an expected score say so.
 */

/* What stands, and what would be gained by the documents of the level aimed at. */
struct improvement {
	int level;      /* that stands; LEVEL_ABSENT: none was chosen */
	int aim;        /* whose documents are counted */
	int reach;      /* what the documents support once those are there, which may be
			 * more; `level` at the top */
	size_t missing; /* compulsory documents that it lacks: the effort */
};

/* Of the next level, or of the target where that is higher. */
struct improvement improvement_of(const struct item items[], size_t count, enum view, int level,
    int target);

/*
 * Which to do first, as a comparison for sorting: what needs no document, then
 * more points for each document, then more points.  0 for equals; what gains
 * nothing comes last.
 */
int improvement_compare(const struct improvement *, const struct improvement *);

/*
 * The level that a variable comes to when all that is planned is done: the highest
 * up to `target` of which every compulsory document counts or is planned; the level
 * that stands where that is no more.  planned[] goes with items[].
 */
int improvement_expected(const struct item items[], const bool planned[], size_t count, enum view,
    int level, int target);

/* The four stages of the way: telaah hasil, pemenuhan data dukung, konsultasi
 * dengan tim, verifikasi dan validasi. */
enum improvement_stage {
	IMPROVE_IDENTIFY,
	IMPROVE_FULFIL,
	IMPROVE_CONSULT,
	IMPROVE_VERIFY,
	IMPROVE_STAGES
};

/* What is stored of an agency's way. */
struct improvement_facts {
	int variables, chosen; /* of the instrument; those with a level of the agency's own */
	int steps, done;       /* of the plan, those given up left out */
	int asked, answered;   /* questions to the team */
	int decided;           /* variables that the last tier has given a level */
	bool finished;         /* that tier has finished */
};

struct improvement_progress {
	enum { PROGRESS_NONE, PROGRESS_RUNNING, PROGRESS_DONE } state;
	int done, all;
};

/*
 * How far each stage has come.  Looking at what is low is done when every variable
 * has a level and the plan has a step; the documents when all steps are; the
 * consultation when every question is answered (none asked: not begun); the
 * verification when its last tier has finished.
 */
void improvement_stages(const struct improvement_facts *,
    struct improvement_progress[IMPROVE_STAGES]);

/* "none", "running", "done": for templates. */
const char *improvement_progress_code(const struct improvement_progress *);

/*
 * Who needs help today, while the answers are still with the agency: the last day is
 * over; or at most RISK_NEAR working days are left, as reminders count them, and
 * variables are still without a level.  To be watched: more such variables than days
 * left, or a step of the plan that is late.
 */
enum { RISK_NEAR = 3 };
enum improvement_risk { RISK_NONE, RISK_WATCH, RISK_HELP };

enum improvement_risk improvement_risk(bool with_agency, int days_left, int without_level,
    int late_steps);

#endif
