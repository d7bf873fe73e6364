/* SPDX-License-Identifier: ISC */
/*
 * Looks at the links of the register of applications and sites: whether each is alive,
 * dead, slow, leads to the page above it, or has a certificate that is over.  Off until
 * the administrator says after how many days a link is looked at again.  Where nothing at
 * all is reached, it is this host that has no way out, and no link is called dead.
 *
 * Whose link it is learns of it: of a dead one when it is dead the second time in a row, of a
 * certificate that is over at once; of all links of an agency that were looked at together, once.
 */
#include <string.h>

#include "base/clock.h"
#include "matang/job.h"
#include "matang/probe.h"
#include "store/message.h"
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

/* Is what is stored of a link news to those whose it is, and bad? */
static bool
link_is_lost(const struct looking *looking, size_t at, const char *state)
{
	size_t row = looking->row_of[at];

	if (strcmp(state, "dead") == 0)
		return row_int(&looking->rows, row, "dead_once") != 0;
	return strcmp(state, "expired") == 0 &&
	    strcmp(row_text(&looking->rows, row, "link_state"), "expired") != 0;
}

/* 1: it was stored; 0: it has another address now; or enum db_error. */
static int
link_store(struct looking *looking, size_t at, const char *state)
{
	const struct probe_link *link = &looking->links[at];

	return db_run(looking->run->work->db, STATEMENT_INVENTORY_LINK_STORE, db_text(state),
	    db_text(state), db_text(link_reason_of(link->outcome)), db_int(link->status),
	    db_int(link->milliseconds), db_text(link->redirects > 0 ? link->final : ""),
	    db_int(strcmp(state, "dead") == 0 ? DEAD_DAYS : looking->days),
	    db_int(row_int(&looking->rows, looking->row_of[at], "id")), db_text(link->address));
}

/* The links of one agency: `from` to before `until`. */
struct agency_links {
	struct looking *looking;
	int64_t agency_id, region_id;
	size_t from, until;
	bool keep; /* nothing was learned of them */
};

static struct agency_links
links_of_agency(struct looking *looking, size_t from, bool keep)
{
	const struct rows *rows = &looking->rows;
	struct agency_links links = { .looking = looking,
		.from = from,
		.until = from,
		.keep = keep,
		.agency_id = row_int(rows, looking->row_of[from], "agency_id"),
		.region_id = row_int(rows, looking->row_of[from], "region_id") };

	while (links.until < looking->count &&
	    row_int(rows, looking->row_of[links.until], "agency_id") == links.agency_id)
		links.until++;
	return links;
}

static int
links_tell(struct db *db, const struct agency_links *links, size_t lost)
{
	return message_send(db,
	    &(struct message){ .kind = MESSAGE_LINK_LOST,
		.region_id = links->region_id,
		.agency_id = links->agency_id,
		.detail = arena_format(&links->looking->run->arena, "%zu aplikasi atau situs",
		    lost) });
}

static int
links_store(struct db *db, void *argument)
{
	const struct agency_links *links = argument;
	struct looking *looking = links->looking;
	size_t lost = 0;
	int result = 0;

	for (size_t at = links->from; at < links->until && result >= 0; at++) {
		const char *state = links->keep ?
		    NULL :
		    link_state_of(looking, &looking->links[at]);

		if (state == NULL) {
			result = db_run(db, STATEMENT_INVENTORY_LINK_AGAIN, db_int(AGAIN_MINUTES),
			    db_int(row_int(&looking->rows, looking->row_of[at], "id")));
			continue;
		}
		result = link_store(looking, at, state);
		if (result > 0 && link_is_lost(looking, at, state))
			lost++;
	}
	if (result >= 0 && lost > 0)
		result = links_tell(db, links, lost);
	return result < 0 ? result : 0;
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
	for (size_t at = 0; at < looking->count; at++)
		asked += looking->links[at].outcome != PROBE_UNASKED;
	for (size_t from = 0; from < looking->count && result >= 0;) {
		struct agency_links links = links_of_agency(looking, from, closed);

		result = db_txn(run->work->db, links_store, &links);
		from = links.until;
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
