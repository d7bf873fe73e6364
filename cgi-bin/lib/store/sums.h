/* SPDX-License-Identifier: ISC */
#ifndef STORE_SUMS_H
#define STORE_SUMS_H

#include <stdint.h>

#include "store/db.h"

/*
 * What all agencies of a cycle add up to, kept in the database beside them, so that a
 * page that shows it costs the same for sixty and for 25,000.  The sums of a cycle are
 * made when somebody first looks at them.  From then on whoever changes what is added
 * up (a state, whether a variable has a level, a step of a plan) says so in the same
 * transaction; of a cycle at which nobody has looked that is one look at a key.
 */

/* In the caller's transaction, after the change of one assessment: takes off what it had
 * added and adds what it is now.  Of two who change agencies in the same state of a cycle
 * one waits for the other from here on, so do it late.  0 or enum db_error. */
int sums_changed(struct db *, int64_t assessment_id);

/* In the caller's transaction, where many of a cycle change, or one comes in: the sums
 * are made anew at the next look.  0 or enum db_error. */
int sums_forget(struct db *, int64_t cycle_id);

/* Rows of sum_read, one for each state that some agency is in; made where they are not
 * kept, in a transaction of its own.  None: the cycle has no agencies.  0 or enum
 * db_error. */
int sums_read(struct db *, int64_t cycle_id, struct rows *);

#endif
