/* SPDX-License-Identifier: ISC */
/*
 * An opened cycle goes back to being a draft, with a reason, as long as nobody
 * has filled in anything: agencies see nothing of it then, until it is opened
 * again.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "store/sums.h"
#include "base/banned.h"

enum { WITHDRAW_VERSION, WITHDRAW_REASON };
const struct field cycle_withdraw_fields[] = {
	[WITHDRAW_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	[WITHDRAW_REASON] = { "reason", FIELD_LINES, "Alasan penarikan", true, .min = 5,
	    .max = 1000 },
	{ 0 },
};

static bool
untouched(const struct rows *assessments)
{
	for (size_t row = 0; row < assessments->count; row++)
		if (strcmp(row_text(assessments, row, "state"), "not_started") != 0 ||
		    row_int(assessments, row, "used") != 0)
			return false;
	return true;
}

struct withdrawing {
	struct context *context;
	const struct cycle *cycle;
};

static int
withdraw_it(struct db *db, void *argument)
{
	struct withdrawing *doing = argument;
	struct context *context = doing->context;
	const struct form *form = &context->form;
	struct db_value id = db_int(doing->cycle->id);
	struct rows assessments;
	int result = db_run(db, STATEMENT_CYCLE_WITHDRAW, id,
	    db_int(form_number(form, WITHDRAW_VERSION)));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(context, 409,
			"Periode ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
			"halamannya dan periksa sekali lagi.");
	result = db_select(db, &assessments, STATEMENT_CYCLE_HOLD_ASSESSMENTS, id);
	if (result < 0)
		return result;
	if (!untouched(&assessments))
		return context_stop(context, 409,
		    "Sudah ada perangkat daerah yang mulai mengisi, jadi periode ini tidak dapat "
		    "ditarik lagi.");
	result = db_run(db, STATEMENT_CYCLE_WITHDRAW_ANSWERS, id);
	if (result >= 0)
		result = sums_forget(db, doing->cycle->id);
	if (result >= 0)
		result = db_run(db, STATEMENT_CYCLE_WITHDRAW_NOTICES, id);
	if (result >= 0)
		result = db_run(db, STATEMENT_CYCLE_WITHDRAW_PAPERS,
		    db_text(form_text(form, WITHDRAW_REASON)), id);
	return result < 0 ?
	    result :
	    cycle_record(context, doing->cycle, "Dibuka", "Draf", form_text(form, WITHDRAW_REASON));
}

int
withdraw_cycle(struct context *context)
{
	struct cycle cycle;
	struct withdrawing doing = { .context = context, .cycle = &cycle };
	int status = cycle_find(context, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		fill_form(context);
		return cycle_show(context, &cycle, 422);
	}
	status = context_status(context, db_txn_world(context->db, withdraw_it, &doing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/cycle/cycles/%lld?done=withdrawn", (long long)cycle.id);
}
