/* SPDX-License-Identifier: ISC */
/*
 * Looks at the links of the register of applications and sites: whether each is alive,
 * dead, slow, leads to the page above it, or has a certificate that is over.  Off until
 * the administrator says after how many days a link is looked at again.  Where nothing at
 * all is reached, it is this host that has no way out, and no link is called dead.
 */
#include <string.h>

#include "base/clock.h"
#include "matang/job.h"
#include "matang/probe.h"
#include "store/setting.h"
#include "base/banned.h"

enum { AT_ONCE = 2000, AGAIN_MINUTES = 10, DEAD_DAYS = 1, NO_WAY_OUT_FROM = 3 };

struct looking {
	struct job_run *run;
	int64_t days, slow; /* as the settings say: milliseconds */
	struct rows rows;
	struct probe_link *links; /* one for each row that was claimed */
	const size_t *row_of;
	size_t count;
};

/* What the register calls an outcome; NULL: it stays as it was. */
static const char *
link_state_of(const struct looking *looking, const struct probe_link *link)
{
	switch (link->outcome) {
	case PROBE_UNASKED:
		return NULL;
	case PROBE_ANSWERED:
		return link->redirects > 0 && link_is_parent(link->address, link->final) ?
		    "parent" :
		    link->milliseconds >= looking->slow ?
		    "slow" :
		    "alive";
	case PROBE_EXPIRED:
		return "expired";
	case PROBE_REFUSED:
		return "refused";
	default:
		return "dead";
	}
}

static const char *
link_reason_of(enum probe_outcome outcome)
{
	static const char *const reasons[] = { [PROBE_STATUS] = "status",
		[PROBE_NO_NAME] = "no-name",
		[PROBE_NO_ANSWER] = "no-answer",
		[PROBE_NO_TIME] = "no-time",
		[PROBE_NO_TRUST] = "no-trust",
		[PROBE_REDIRECTS_ON] = "redirects",
		[PROBE_REFUSED] = "" };

	return reasons[outcome] != NULL ? reasons[outcome] : "";
}

/* Takes those that nobody else has taken.  0 or enum db_error. */
static int
links_claim(struct looking *looking)
{
	struct job_run *run = looking->run;
	struct db *db = run->work->db;
	size_t *row_of;
	int result = db_select(db, &looking->rows, STATEMENT_INVENTORY_LINKS_DUE, db_int(AT_ONCE));

	looking->count = 0;
	if (result <= 0)
		return result;
	looking->links = arena_array(&run->arena, looking->rows.count, sizeof(*looking->links));
	row_of = arena_array(&run->arena, looking->rows.count, sizeof(*row_of));
	for (size_t row = 0; row < looking->rows.count; row++) {
		result = db_run(db, STATEMENT_INVENTORY_LINK_CLAIM,
		    db_int(row_int(&looking->rows, row, "id")));
		if (result < 0)
			return result;
		if (result == 0)
			continue;
		row_of[looking->count] = row;
		looking->links[looking->count++].address = row_text(&looking->rows, row, "address");
	}
	looking->row_of = row_of;
	return 0;
}

/* Were there several, and not one of them was reached? */
static bool
no_way_out(const struct looking *looking)
{
	size_t asked = 0;

	for (size_t at = 0; at < looking->count; at++)
		switch (looking->links[at].outcome) {
		case PROBE_UNASKED:
		case PROBE_REFUSED:
			break;
		case PROBE_NO_NAME:
		case PROBE_NO_ANSWER:
		case PROBE_NO_TIME:
			asked++;
			break;
		default:
			return false;
		}
	return asked >= NO_WAY_OUT_FROM;
}

static int
link_store(struct looking *looking, size_t at, bool keep)
{
	const struct probe_link *link = &looking->links[at];
	const char *state = keep ? NULL : link_state_of(looking, link);
	struct db *db = looking->run->work->db;
	int64_t id = row_int(&looking->rows, looking->row_of[at], "id");

	if (state == NULL)
		return db_run(db, STATEMENT_INVENTORY_LINK_AGAIN, db_int(AGAIN_MINUTES),
		    db_int(id));
	return db_run(db, STATEMENT_INVENTORY_LINK_STORE, db_text(state), db_text(state),
	    db_text(link_reason_of(link->outcome)), db_int(link->status),
	    db_int(link->milliseconds), db_text(link->redirects > 0 ? link->final : ""),
	    db_int(strcmp(state, "dead") == 0 ? DEAD_DAYS : looking->days), db_int(id),
	    db_text(link->address));
}

/* 1: there may be more; 0: all were looked at; or enum db_error. */
static int
links_look(struct looking *looking)
{
	struct job_run *run = looking->run;
	size_t asked = 0;
	bool closed;
	int result = links_claim(looking);

	if (result < 0 || looking->count == 0)
		return result;
	if (probe_links(looking->links, looking->count, run->until) != 0) {
		job_problem(run, "links cannot be looked at without the part matang-probe.so");
		closed = true;
	} else {
		closed = no_way_out(looking);
		if (closed)
			job_problem(run,
			    "none of %zu links was reached: does this host have a way out? "
			    "If not: matang setting link_check_days 0",
			    looking->count);
	}
	for (size_t at = 0; at < looking->count && result >= 0; at++) {
		asked += looking->links[at].outcome != PROBE_UNASKED;
		result = link_store(looking, at, closed);
	}
	if (result < 0 || closed)
		return result < 0 ? result : 0;
	job_tell(run, "%zu links were looked at", asked);
	return asked == looking->count && looking->rows.count == AT_ONCE;
}

int
look_at_links(struct job_run *run)
{
	struct looking looking = { .run = run };
	struct db *db = run->work->db;
	int64_t seconds;
	int result = setting_number(db, SETTING_LINK_CHECK_DAYS, &looking.days);

	if (result == 0)
		result = setting_number(db, SETTING_LINK_SLOW_SECONDS, &seconds);
	if (result < 0 || looking.days == 0)
		return result;
	looking.slow = seconds * 1000;
	do {
		job_fresh(run);
		result = links_look(&looking);
	} while (result > 0 && job_has_time(run));
	return result < 0 ? result : 0;
}
