/* SPDX-License-Identifier: ISC */
/*
 * The working days of regions for a job of the background, which looks at many of them:
 * holidays are read once, whatever it looks at.
 */
#include "matang/job.h"
#include "store/setting.h"
#include "base/banned.h"

int
job_calendar_load(struct job_run *run, struct job_calendar *calendar)
{
	struct db *db = run->work->db;
	int result;

	*calendar = (struct job_calendar){ .week = 0 };
	db_attach(db, &calendar->arena, &run->work->fault);
	result = setting_number(db, SETTING_WORKING_WEEKDAYS, &calendar->week);
	if (result == 0)
		result = db_select(db, &calendar->holidays, STATEMENT_CALENDAR_LOAD);
	db_attach(db, &run->arena, &run->work->fault);
	return result < 0 ? result : 0;
}

void
job_calendar_of(struct job_run *run, const struct job_calendar *all, int64_t region, int64_t parent,
    struct calendar *calendar)
{
	const struct rows *rows = &all->holidays;
	int32_t *days = arena_array(&run->arena, rows->count + 1, sizeof(*days));

	*calendar = (struct calendar){ .week = (unsigned)all->week, .holidays = days };
	for (size_t row = 0; row < rows->count; row++) {
		int64_t owner = row_int(rows, row, "region_id");

		if (owner == 0 || owner == region || owner == parent)
			days[calendar->holiday_count++] = day_parse(row_text(rows, row, "day"));
	}
}
