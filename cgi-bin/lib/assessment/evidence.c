/* SPDX-License-Identifier: ISC */
/*
 * The evidence of an assessment, from the rows of its links: which revision a
 * review was about, what a link is worth for whom, and which levels it
 * supports (scoring rule 6 of product.md; the rule itself is
 * rules/evidence_rules.h).  What a team has not finished is taken out here,
 * before anybody can show it.
 */
#include "assessment/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

static struct link_review
link_review_read(const struct rows *rows, size_t row, const char *decision, const char *revision,
    bool held)
{
	const char *code = row_text(rows, row, decision);
	struct link_review review = { .reason = "" };

	if (*code == '\0')
		return review;
	review.decision = strcmp(code, "accepted") == 0 ? REVIEW_ACCEPTED : REVIEW_REJECTED;
	review.stale = !held && row_int(rows, row, revision) != row_int(rows, row, "revision_id");
	return review;
}

void
link_reviews_read(const struct rows *rows, size_t row, struct link_weight *link)
{
	link->city = link_review_read(rows, row, "city_decision", "city_revision_id", link->held);
	link->province = link_review_read(rows, row, "province_decision", "province_revision_id",
	    link->held);
}

/*
 * What a link is worth after one tier's review.  A review on an earlier
 * revision says nothing about the one that is there now.
 */
static enum item_state
worth(const struct link_weight *link, const struct link_review *review)
{
	static const enum link_said said[] = { [REVIEW_NONE] = SAID_NOTHING,
		[REVIEW_ACCEPTED] = SAID_ACCEPTED,
		[REVIEW_REJECTED] = SAID_REJECTED };
	bool settled = link->held && review->decision != REVIEW_NONE;

	return link_state(link->stored, link->infected && !settled,
	    review->stale ? SAID_NOTHING : said[review->decision]);
}

void
link_states(const struct link_weight *link, enum item_state state[VIEWERS])
{
	state[VIEWER_CITY] = worth(link, &link->city);
	state[VIEWER_PROVINCE] = worth(link, &link->province);
	/* The agency mends what the tier that spoke last has found. */
	state[VIEWER_AGENCY] = worth(link,
	    link->province.decision != REVIEW_NONE ? &link->province : &link->city);
}

/* Neighbours have much in common: what the one before says as well is kept
 * once. */
static const char *
shared_text(struct arena *arena, const char *text, const char *before)
{
	if (before != NULL && strcmp(text, before) == 0)
		return before;
	return *text != '\0' ? arena_text(arena, text) : "";
}

static void
share_check(struct arena *arena, struct file_check *check, const struct file_check *before)
{
	check->findings = shared_text(arena, check->findings, before->findings);
	check->scan = shared_text(arena, check->scan, before->scan);
	check->held = shared_text(arena, check->held, before->held);
	check->scanned_at = shared_text(arena, check->scanned_at, before->scanned_at);
	check->scan_finding = shared_text(arena, check->scan_finding, before->scan_finding);
}

/* The link before may be all zero. */
static void
read_link(struct arena *arena, const struct rows *rows, size_t row, struct evidence_link *link,
    const struct evidence_link *before, bool held)
{
	struct link_weight weight = { .held = held };

#define SHARED(member, column) \
	link->member = shared_text(arena, row_text(rows, row, column), before->member)

	link->id = row_int(rows, row, "link_id");
	link->version = row_int(rows, row, "version");
	link->document_id = row_int(rows, row, "document_id");
	SHARED(title, "title");
	SHARED(kind, "kind");
	SHARED(number, "number");
	SHARED(dated, "dated");
	SHARED(period_from, "period_from");
	SHARED(period_until, "period_until");
	SHARED(outside_address, "outside_address");
	link->revision_id = row_int(rows, row, "revision_id");
	link->revision_number = row_int(rows, row, "revision_number");
	link->bytes = row_int(rows, row, "bytes");
	SHARED(type, "type");
	SHARED(sha256, "sha256");
	SHARED(revised_at, "revised_at");
	file_check_read(rows, row, &link->checked);
	share_check(arena, &link->checked, &before->checked);
	link->signed_by_hand = row_int(rows, row, "signed_by_hand") != 0;
	link_reviews_read(rows, row, &weight);
	link->city = weight.city;
	link->city.reason = kept_text(arena, rows, row, "city_reason");
	link->province = weight.province;
	link->province.reason = kept_text(arena, rows, row, "province_reason");
#undef SHARED
}

/* Judged when only an address was known: the file came later. */
static void
without_file(struct evidence_link *link)
{
	link->revision_id = link->revision_number = link->bytes = 0;
	link->type = link->sha256 = link->revised_at = "";
	link->checked = (struct file_check){ .findings = "",
		.scan = "",
		.held = "no",
		.scanned_at = "",
		.scan_finding = "" };
}

static void
add_link(struct evidence *evidence, struct evidence_item *item, const struct evidence_link *link)
{
	item->link_count++;
	if (link->revision_id != 0)
		evidence->stored_count++;
	else
		evidence->outside_count++;
	for (int viewer = 0; viewer < VIEWERS; viewer++)
		item->state[viewer] = item_better(item->state[viewer], link->state[viewer]);
}

enum view
evidence_view_of(enum viewer_tier viewer)
{
	return viewer == VIEWER_AGENCY ? VIEW_SELF : VIEW_VERIFIER;
}

static void
evidence_weigh(struct arena *arena, struct evidence *evidence)
{
	for (int viewer = 0; viewer < VIEWERS; viewer++) {
		struct item *items = arena_array(arena, evidence->item_count + 1, sizeof(*items));

		for (size_t at = 0; at < evidence->item_count; at++)
			items[at] = (struct item){ .level = evidence->items[at].level,
				.compulsory = evidence->items[at].compulsory,
				.state = evidence->items[at].state[viewer] };
		evidence->weights[viewer] = items;
		evidence->supported[viewer] = support_level(items, evidence->item_count,
		    evidence_view_of((enum viewer_tier)viewer));
	}
}

/*
 * What a team has not finished is not told to the agency: the city's reviews
 * while it verifies, the province's while it validates.
 */
enum told { TOLD_ALL, TOLD_CITY, TOLD_NOTHING };

static enum told
told_of(const struct context *context, const struct assessment *assessment)
{
	if (!context_may(context, ROLE_OPERATOR | ROLE_HEAD))
		return TOLD_ALL;
	return assessment->state == STATE_SUBMITTED ?
	    TOLD_NOTHING :
	    assessment->state == STATE_VERIFIED ?
	    TOLD_CITY :
	    TOLD_ALL;
}

static void
hush(enum told told, struct evidence_link *link)
{
	static const struct link_review none = { .reason = "" };

	if (told == TOLD_NOTHING)
		link->city = none;
	if (told != TOLD_ALL)
		link->province = none;
}

/* An item and the variable that it belongs to, in order of both. */
struct indexed_item {
	struct evidence *evidence;
	struct evidence_item *item;
};

struct item_index {
	struct indexed_item *entries;
	size_t count;
	size_t next; /* entry that is likely asked for next */
};

static void
evidence_begin(struct arena *arena, const struct variable *variable, struct evidence *evidence,
    struct item_index *items)
{
	evidence->variable_id = variable->id;
	evidence->number = variable->number;
	evidence->name = variable->name;
	evidence->wording = variable;
	evidence->item_count = variable->item_count;
	evidence->items = arena_array(arena, variable->item_count + 1, sizeof(*evidence->items));
	for (size_t at = 0; at < variable->item_count; at++) {
		const struct criterion *criterion = &variable->items[at];
		struct evidence_item *item = &evidence->items[at];

		item->id = criterion->id;
		item->level = criterion->level;
		item->compulsory = criterion->compulsory;
		item->needs_signature = criterion->needs_signature;
		item->title = criterion->title;
		item->help = criterion->help;
		items->entries[items->count++] = (struct indexed_item){ evidence, item };
	}
}

/* Rows come mostly in the order of the items.  items->count: of none. */
static size_t
item_index_find(struct item_index *items, int64_t item_id)
{
	for (size_t tries = 0; tries < items->count; tries++) {
		size_t at = (items->next + tries) % items->count;

		if (items->entries[at].item->id == item_id)
			return items->next = at;
	}
	return items->count;
}

/* Where a row belongs; of the revisions of one link the newest is first. */
struct place {
	size_t item; /* its place in the index */
	int64_t link, revision;
	size_t row;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *left = a, *right = b;

	if (left->item != right->item)
		return left->item < right->item ? -1 : 1;
	if (left->link != right->link)
		return left->link < right->link ? -1 : 1;
	return (left->revision < right->revision) - (left->revision > right->revision);
}

static const struct place *
in_order(struct arena *arena, const struct rows *rows, struct item_index *items, bool *removed)
{
	struct place *places = arena_array(arena, rows->count + 1, sizeof(*places));

	for (size_t row = 0; row < rows->count; row++) {
		places[row] = (struct place){
			.item = item_index_find(items, row_int(rows, row, "item_id")),
			.link = row_int(rows, row, "link_id"),
			.revision = row_int(rows, row, "revision_number"),
			.row = row
		};
		if (row_int(rows, row, "removed") != 0) {
			places[row].item = items->count;
			*removed = true;
		}
	}
	qsort(places, rows->count, sizeof(*places), compare_places);
	return places;
}

/* What the evidence of an assessment is read for. */
struct reading {
	const struct assessment *assessment;
	const struct criteria *criteria;
	enum told told;
	bool whole;
	bool held; /* workflow_held() */
	int32_t today;
};

/*
 * Of the rows of one link, the newest first, the one whose revision counts, and
 * whether the link was judged without a file.
 */
static size_t
counting_row(const struct rows *rows, const struct place *places, size_t count, bool held,
    bool *bare)
{
	size_t row = places[0].row;
	int64_t judged;

	*bare = false;
	if (!held ||
	    (row_null(rows, row, "city_decision") && row_null(rows, row, "province_decision")))
		return row;
	judged = row_int(rows, row, "province_revision_id");
	if (judged == 0)
		judged = row_int(rows, row, "city_revision_id");
	for (size_t at = 0; at < count; at++)
		if (row_int(rows, places[at].row, "revision_id") == judged)
			return places[at].row;
	*bare = judged == 0;
	return row;
}

static void
read_one(struct arena *arena, const struct reading *reading, const struct rows *rows,
    const struct place *places, size_t count, struct evidence_link *link,
    const struct evidence_link *before)
{
	bool bare;
	size_t row = counting_row(rows, places, count, reading->held, &bare);

	read_link(arena, rows, row, link, before, reading->held);
	link->newest_number = places[0].revision;
	if (bare)
		without_file(link);
	hush(reading->told, link);
	link_states(&(struct link_weight){ .stored = link->revision_id != 0,
			.infected = link->checked.infected,
			.held = reading->held,
			.city = link->city,
			.province = link->province },
	    link->state);
}

static void
read_links(struct arena *arena, const struct reading *reading, const struct rows *rows,
    const struct place *places, const struct item_index *items)
{
	static const struct evidence_link none = { .title = NULL };
	const struct evidence_link *before = &none;
	struct evidence_link *link;
	size_t count = 0, alike;

	for (size_t at = 0; at < rows->count && places[at].item < items->count; at++)
		count += at == 0 || places[at].link != places[at - 1].link;
	link = arena_array(arena, count + 1, sizeof(*link));
	for (size_t at = 0; at < rows->count && places[at].item < items->count; at += alike) {
		const struct indexed_item *indexed = &items->entries[places[at].item];

		for (alike = 1;
		     at + alike < rows->count && places[at + alike].link == places[at].link;
		     alike++)
			continue;
		if (indexed->item->link_count == 0)
			indexed->item->links = link;
		read_one(arena, reading, rows, &places[at], alike, link, before);
		add_link(indexed->evidence, indexed->item, link);
		before = link++;
	}
}

static int
read_beside(struct context *context, struct arena *arena, const struct reading *reading,
    struct evidence_list *list)
{
	struct pending_list *pending = arena_alloc(arena, sizeof(*pending));
	int result = pending_list_read(context, arena, reading->assessment, reading->criteria,
	    pending);

	if (result == 0 && list->removed)
		result = evidence_read_moves(context, arena, reading->assessment, list);
	if (result != 0)
		return result;
	evidence_place_pending(list, pending);
	list->pending = pending;
	return 0;
}

static int
read_evidence(struct context *context, struct arena *arena, const void *what, const void **value)
{
	const struct reading *reading = what;
	const struct criteria *criteria = reading->criteria;
	struct evidence_list *list = arena_alloc(arena, sizeof(*list));
	struct item_index items = { .count = 0 };
	struct rows rows;
	int result = reading->assessment->imported ?
	    db_select(context->db, &rows, STATEMENT_TRANSFER_EVIDENCE,
		db_int(reading->assessment->id)) :
	    db_select(context->db, &rows, STATEMENT_EVIDENCE, db_int(reading->assessment->id));

	if (result < 0)
		return result;
	list->count = criteria->count;
	list->variables = arena_array(arena, list->count, sizeof(*list->variables));
	items.entries = arena_array(context->arena, criteria->item_count + 1,
	    sizeof(*items.entries));
	for (size_t at = 0; at < list->count; at++)
		evidence_begin(arena, &criteria->variables[at], &list->variables[at], &items);
	read_links(arena, reading, &rows, in_order(context->arena, &rows, &items, &list->removed),
	    &items);
	for (size_t at = 0; at < list->count; at++)
		evidence_weigh(arena, &list->variables[at]);
	result = evidence_flag(context, reading->assessment, reading->today, list);
	if (result == 0 && reading->whole)
		result = read_beside(context, arena, reading, list);
	*value = list;
	return result;
}

/* Kept for the day: what is overdue, or has expired, is so from a date on. */
static int
evidence_find(struct context *context, const struct assessment *assessment, bool whole,
    const struct evidence_list **list)
{
	struct reading reading = { .assessment = assessment,
		.told = told_of(context, assessment),
		.whole = whole,
		.held = !assessment->imported && workflow_held(assessment->state),
		.today = words_today(assessment->zone) };
	struct cache_key key = { .kind = CACHE_EVIDENCE,
		.id = assessment->id,
		.part = (((int64_t)reading.today * 2 + whole) * 2 + reading.held) * 3 +
		    (int64_t)reading.told };
	const void *value = NULL;
	int result, status = criteria_load(context, assessment->instrument_id, &reading.criteria);

	if (status != 0)
		return status;
	result = kept(context, key, assessment_stamps(context, assessment), read_evidence, &reading,
	    &value);
	*list = value;
	return context_status(context, result);
}

int
evidence_load(struct context *context, const struct assessment *assessment,
    const struct evidence_list **list)
{
	return evidence_find(context, assessment, false, list);
}

int
evidence_load_whole(struct context *context, const struct assessment *assessment,
    const struct evidence_list **list)
{
	return evidence_find(context, assessment, true, list);
}

const struct evidence *
evidence_of(const struct evidence_list *list, int64_t number)
{
	for (size_t at = 0; at < list->count; at++)
		if (list->variables[at].number == number)
			return &list->variables[at];
	return NULL;
}

size_t
evidence_missing(struct context *context, const struct evidence *evidence, enum viewer_tier viewer,
    int level, const struct evidence_item ***missing)
{
	size_t *found = arena_array(context->arena, evidence->item_count + 1, sizeof(*found));
	size_t count = support_missing(evidence->weights[viewer], evidence->item_count,
	    evidence_view_of(viewer), level, found, evidence->item_count);

	*missing = arena_array(context->arena, count + 1, sizeof(**missing));
	for (size_t at = 0; at < count; at++)
		(*missing)[at] = &evidence->items[found[at]];
	return count;
}

void
evidence_judge(const struct evidence *evidence, struct answer *answer)
{
	answer->documented = evidence->stored_count > 0 || evidence->outside_count > 0;
	answer->over_claimed = over_claimed(answer->level, evidence->supported[VIEWER_AGENCY]);
}
