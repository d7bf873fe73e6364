/* SPDX-License-Identifier: ISC */
/*
 * The sums of a cycle, kept beside its agencies: made once, then changed by each
 * agency's difference.  A row of assessment_sum is what that agency has added, and
 * tells that the sums of its cycle are kept.  To make them locks what is read (an
 * INSERT … SELECT does), so whoever changes it meanwhile either is added up, or waits
 * and then finds the row.
 */
#include "store/sums.h"

#include "base/banned.h"

int
sums_changed(struct db *db, int64_t assessment_id)
{
	int result = db_run(db, STATEMENT_SUM_TAKE_OFF, db_int(assessment_id));

	if (result <= 0)
		return result;
	result = db_run(db, STATEMENT_SUM_DROP, db_int(assessment_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_SUM_TAKE, db_int(assessment_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_SUM_ADD, db_int(assessment_id));
	return result < 0 ? result : 0;
}

int
sums_forget(struct db *db, int64_t cycle_id)
{
	int result = db_run(db, STATEMENT_SUM_FORGET, db_int(cycle_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_SUM_FORGET_EACH, db_int(cycle_id));
	return result < 0 ? result : 0;
}

static int
make_sums(struct db *db, void *argument)
{
	const int64_t *cycle_id = argument;
	int result = sums_forget(db, *cycle_id);

	if (result == 0)
		result = db_run(db, STATEMENT_SUM_TAKE_ALL, db_int(*cycle_id));
	if (result >= 0)
		result = db_run(db, STATEMENT_SUM_ADD_ALL, db_int(*cycle_id));
	return result < 0 ? result : 0;
}

int
sums_read(struct db *db, int64_t cycle_id, struct rows *rows)
{
	int result = db_select(db, rows, STATEMENT_SUM_READ, db_int(cycle_id));

	if (result != 0)
		return result < 0 ? result : 0;
	result = db_txn(db, make_sums, &cycle_id);
	if (result == 0)
		result = db_select(db, rows, STATEMENT_SUM_READ, db_int(cycle_id));
	return result < 0 ? result : 0;
}
