/* SPDX-License-Identifier: ISC */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "assessment/assessment.h"
#include "assessment/evidence.h"
#include "rules/improvement.h"
#include "frame/context.h"

/*
 * The program plan: what an agency does to come to a higher score, step by step,
 * and how far all agencies of a region have come, for its team and its leaders.
 */
enum { STEP_TITLE = 300, STEP_REASON = 500, STEP_PERSON = 120, STEPS_MAX = 300 };

/* One variable in the plan. */
struct plan_variable {
	const struct variable *variable;
	const struct evidence *evidence;
	struct improvement improvement;
	const struct evidence_item **missing; /* for improvement.aim */
	int level;                            /* that stands; LEVEL_ABSENT: none yet */
	int target;                           /* LEVEL_ABSENT: none was set */
	int expected;                         /* with all of its steps done */
};

struct plan {
	struct assessment assessment;
	const struct criteria *criteria;
	const struct evidence_list *evidence;
	struct rows answers, targets, steps, before;
	struct rows years; /* of the same agency */
	enum viewer_tier viewer;
	bool final;   /* the levels that stand are the last tier's */
	bool writes;  /* the actor may change it */
	bool uploads; /* and put documents under criteria now */
	struct plan_variable *variables;
	size_t count;
	struct plan_variable **order; /* what to do first */
	struct score present, expected;
	size_t documented; /* open steps whose document is there */
};

/* Read and decided upon, of the assessment of that key: 0 or a status. */
int plan_load(struct context *, int64_t assessment_id, struct plan *);

/* What stands under the criterion of a step: NULL where it has none. */
const struct evidence_item *plan_item(const struct plan *, int64_t item_id);
bool plan_item_there(const struct plan *, const struct evidence_item *);

/* The step of that document; steps.count: none. */
size_t plan_step_of_item(const struct plan *, int64_t item_id);

/* "Belum", "Berjalan", "Selesai", "Batal" of "open", "running", "done", "dropped". */
const char *step_state_words(const char *state);
extern const char *const step_states[];

/* Rupiah: "Rp1.500.000"; "" for none. */
const char *step_cost_words(struct arena *, const struct rows *, size_t row);

/* Does the work as one transaction, then leads back to the plan, which says that it is
 * done ("saved"); or gives a status. */
int plan_apply(struct context *, const struct plan *, db_work *, void *argument, const char *done);

/* A row of history about it, in the caller's transaction. */
int plan_change(struct context *, const struct assessment *, int64_t variable, int64_t step,
    const char *from, const char *to, const char *reason);

/* A step that is added: what is 0 or NULL is not given. */
struct new_step {
	int variable, level;
	int64_t item_id, account_id, cost, carried_from;
	const char *title, *state, *person, *due;
};

/* In the caller's transaction, with its row of history: 0 or enum db_error. */
int plan_step_add(struct context *, const struct assessment *, const struct new_step *);

/* A target as the history has it: "Sasaran Tingkat III"; "" for none. */
const char *target_words(struct arena *, int level);

/* Sets the target of a variable where none, or a lower one, is set: 0 or enum db_error. */
int plan_target_raise(struct context *, const struct plan *, int variable, int level);

/* node.item, what a document of it would be put under; .own(1) where no checklist asks
 * for it; .documents.N.id .title, .there(1) when it counts. */
void plan_fill_document(struct node *, const struct plan *, const struct rows *steps, size_t row);

/* The answer with the plan's page, or with the errors of its form. */
int plan_show(struct context *, const struct plan *);

int show_home(struct context *);
int show_plan(struct context *);
int take_proposals(struct context *);
int save_targets(struct context *);
int show_new_step(struct context *);
int add_own_step(struct context *);
int show_step(struct context *);
int save_step(struct context *);
int finish_step(struct context *);
int finish_documented(struct context *);
int carry_steps(struct context *);
int send_plan_table(struct context *);
int show_plan_paper(struct context *);
int send_plan_paper(struct context *);
int show_agencies(struct context *);
int send_agencies(struct context *);
int show_wall(struct context *);

extern const struct field take_fields[], target_fields[], new_step_fields[], step_fields[],
    agencies_fields[], wall_fields[];

#endif
