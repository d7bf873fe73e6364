/* SPDX-License-Identifier: ISC */
/*
 * Letters of services that end before long: so many working days before as the service says, the
 * people of the agency are told, and whoever applied, where he left an address.  Mark and messages
 * are one transaction, so that a run that is killed, or a clock that jumps, tells nobody twice.
 */
#include "frame/words.h"
#include "matang/job.h"
#include "store/message.h"
#include "base/banned.h"

enum { AT_ONCE = 200, AHEAD_DAYS = 75 /* thirty working days (service/define.c), with holidays */ };

/* One that ends. */
struct ending_letter {
	const struct rows *rows;
	size_t row;
	const char *detail;
	bool told;
};

static int
tell_of_letter(struct db *db, void *argument)
{
	struct ending_letter *letter = argument;
	const struct rows *rows = letter->rows;
	size_t row = letter->row;
	int result = db_run(db, STATEMENT_SERVICE_LETTER_REMIND, db_int(row_int(rows, row, "id")));

	letter->told = result > 0;
	if (result <= 0)
		return result;
	result = message_send(db,
	    &(struct message){ .kind = MESSAGE_LETTER_ENDS,
		.region_id = row_int(rows, row, "region_id"),
		.agency_id = row_int(rows, row, "agency_id"),
		.detail = letter->detail });
	return result < 0 ?
	    result :
	    message_to_guest(db, MESSAGE_LETTER_ENDS_GUEST, row_int(rows, row, "application_id"),
		row_text(rows, row, "email"));
}

static int
look_at_letter(struct job_run *run, const struct job_calendar *all, const struct rows *rows,
    size_t row)
{
	const char *until = row_text(rows, row, "valid_until");
	int32_t today = words_today(row_text(rows, row, "timezone")), last = day_parse(until);
	struct ending_letter letter = { .rows = rows, .row = row };
	struct calendar calendar;
	int result;

	job_calendar_of(run, all, row_int(rows, row, "region_id"), row_int(rows, row, "parent_id"),
	    &calendar);
	if (last < today ||
	    working_left(&calendar, today, last) > row_int(rows, row, "remind_days"))
		return 0;
	letter.detail = arena_format(&run->arena, "Nomor %s (%s), berlaku sampai %s",
	    row_text(rows, row, "number_text"), row_text(rows, row, "enterprise"),
	    words_date(&run->arena, until));
	result = db_txn(run->work->db, tell_of_letter, &letter);
	if (result == 0 && letter.told)
		job_tell(run, "letter %s ends on %s: people are told",
		    row_text(rows, row, "number_text"), until);
	return result;
}

int
remind_of_letters(struct job_run *run)
{
	char today[DAY_TEXT], until[DAY_TEXT];
	struct job_calendar all;
	int64_t last = 0;
	int result = job_calendar_load(run, &all);

	/* The day begins first in the east; each letter goes by its own region's. */
	day_format(today, words_today("WIB"));
	day_format(until, words_today("WIT") + AHEAD_DAYS);
	while (result >= 0 && job_has_time(run)) {
		struct rows rows;

		job_fresh(run);
		result = db_select(run->work->db, &rows, STATEMENT_SERVICE_LETTERS_TO_REMIND,
		    db_text(today), db_text(until), db_int(last), db_int(AT_ONCE));
		for (size_t row = 0; row < rows.count && result >= 0; row++) {
			last = row_int(&rows, row, "id");
			result = look_at_letter(run, &all, &rows, row);
		}
		if (rows.count < AT_ONCE)
			break;
	}
	arena_free(&all.arena);
	return result < 0 ? result : 0;
}
