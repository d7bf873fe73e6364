/* SPDX-License-Identifier: ISC */
/*
 * Rows of the log of events: signing in, refusals, exports and downloads, added
 * where such a thing happens and nowhere else, so that a page costs nothing more.
 */
#include "store/event.h"

#include "base/banned.h"

int
event_add(struct db *db, const struct event *event)
{
	int result = db_run(db, STATEMENT_EVENT_ADD, db_text(event->kind), db_text(event->outcome),
	    db_key(event->account_id), db_text(event->account_id != 0 ? db_capacity(db) : NULL),
	    db_key(event->account_id), db_key(event->region_id), db_key(event->agency_id),
	    db_key(event->account_id), db_key(event->agency_id), db_text(db_address(db)),
	    db_text(event->what));

	return result < 0 ? result : 0;
}

int
event_add_held(struct db *db, const struct event *event)
{
	int result = db_run(db, STATEMENT_EVENT_ADD_HELD, db_text(event->kind),
	    db_key(event->account_id), db_key(event->account_id), db_key(event->account_id),
	    db_text(db_address(db)), db_text(event->what), db_text(db_address(db)));

	return result < 0 ? result : 0;
}
