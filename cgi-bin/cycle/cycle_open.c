/* SPDX-License-Identifier: ISC */
/*
 * A draft becomes what agencies see and work in: each active agency of the
 * region gets its assessment with an empty answer to every variable, all or
 * nothing.
 */
#include "cycle/cycle.h"
#include "cycle/cycles.h"
#include "base/banned.h"

enum { ONLY_VERSION };
const struct field cycle_version_fields[] = {
	[ONLY_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ 0 },
};

int
confirm_open(struct context *context)
{
	struct cycle cycle;
	struct rows rows;
	size_t ready_count = 0;
	int result, status = cycle_find(context, &cycle);

	if (status != 0)
		return status;
	if (!cycle_is_draft(&cycle))
		return context_redirect(context, "/cycle/cycles/%lld", (long long)cycle.id);
	result = db_select(context->db, &rows, STATEMENT_CYCLE_READINESS, db_int(cycle.region_id));
	if (result < 0)
		return context_status(context, result);
	/* Those without anybody who could fill in, apart and first. */
	for (size_t row = 0; row < rows.count; row++) {
		bool ready = row_int(&rows, row, "operators") > 0;
		struct node *list = page_node(&context->page, ready ? "Ready" : "Unready");

		fill_row(node_row(list, row), &rows, row);
		ready_count += ready;
	}
	page_set_int(&context->page, "ReadyCount", (int64_t)ready_count);
	page_set_int(&context->page, "UnreadyCount", (int64_t)(rows.count - ready_count));
	page_set_int(&context->page, "AgencyCount", result);
	plan_fill(context, "Plan", &cycle.plan);
	status = plan_warn(context, &cycle.plan);
	return status != 0 ? status : context_show(context, "cycle/cycle_open");
}

struct opening {
	struct context *context;
	const struct cycle *cycle;
};

static int
open_it(struct db *db, void *argument)
{
	struct opening *opening = argument;
	const struct cycle *cycle = opening->cycle;
	int result = db_run(db, STATEMENT_CYCLE_OPEN, db_int(cycle->id),
	    db_int(form_number(&opening->context->form, ONLY_VERSION)));

	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(opening->context, 409,
			"Periode ini baru saja diubah atau dibuka orang lain. "
			"Muat ulang halamannya dan periksa sekali lagi.");
	result = db_run(db, STATEMENT_CYCLE_OPEN_ASSESSMENTS, db_int(cycle->id));
	if (result <= 0)
		return result < 0 ?
		    result :
		    context_stop(opening->context, 409,
			"Belum ada perangkat daerah yang aktif di %s. Tambahkan "
			"dahulu, lalu buka periodenya.",
			cycle->region_name);
	result = db_run(db, STATEMENT_CYCLE_OPEN_ANSWERS, db_int(cycle->id));
	if (result < 0)
		return result;
	return cycle_record(opening->context, cycle, "Draf", "Dibuka", "");
}

int
open_cycle(struct context *context)
{
	struct cycle cycle;
	struct opening opening = { .context = context, .cycle = &cycle };
	int result, status = cycle_find(context, &cycle);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	result = db_txn_world(context->db, open_it, &opening);
	if (result != 0)
		return context_status(context, result);
	return context_redirect(context, "/cycle/cycles/%lld?done=opened", (long long)cycle.id);
}
