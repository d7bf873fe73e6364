/* SPDX-License-Identifier: ISC */
/*
 * The work list: every agency of a year in one list, those that wait for the
 * caller first.
 */
#include "verify/verify.h"

#include <limits.h>
#include <string.h>

#include "document/export.h"
#include "document/listing.h"
#include "frame/since.h"
#include "frame/judging.h"
#include "frame/kept.h"
#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { ROWS_PER_PAGE = 60 };

enum {
	WORK_LIST_YEAR,
	WORK_LIST_REGION,
	WORK_LIST_SHOW,
	WORK_LIST_NAME,
	WORK_LIST_SORT,
	WORK_LIST_MEMBER,
	WORK_LIST_PAGE,
	WORK_LIST_MARK
};

/* The filters, in their order; what a tier does not have is NULL. */
static const struct group {
	const char *code;
	struct {
		const char *label;
		const char *states;
	} of[TIERS];
} groups[] = {
	{ "waiting",
	    { { "Menunggu verifikasi", "submitted" }, { "Menunggu validasi", "verified" } } },
	{ "city", { { NULL, NULL }, { "Sedang diverifikasi", "submitted" } } },
	{ "returned", { { "Dikembalikan", "returned" }, { "Dikembalikan", "returned" } } },
	{ "filling",
	    { { "Sedang diisi", "draft,not_started" }, { "Sedang diisi", "draft,not_started" } } },
	{ "finished", { { "Terverifikasi", "verified" }, { "Tervalidasi", "validated" } } },
	{ "later",
	    { { "Tahap sesudahnya", "validated,signed,received,reported" },
		{ "Tahap sesudahnya", "signed,received,reported" } } },
};

enum { GROUPS = sizeof(groups) / sizeof(groups[0]) };

static const char *const group_codes[] = { "waiting", "city", "returned", "filling", "finished",
	"later", NULL };

/* In which order; the first is the usual one.  The same the other way round has a mark. */
#define OTHER_WAY "-desc"
static const char *const sort_codes[] = { "state", "name", "name" OTHER_WAY, "waiting",
	"waiting" OTHER_WAY, "score", "score" OTHER_WAY, "documents", "documents" OTHER_WAY, NULL };
static const char *const sort_labels[] = { "Giliran Anda", "Nama", "Nama, Z ke A", "Lama menunggu",
	"Baru menunggu", "Skor terendah", "Skor tertinggi", "Dokumen belum diputuskan",
	"Dokumen hampir selesai" };

/* Whose turn it is first. */
static const char *const state_order[TIERS] = {
	[TIER_CITY] = "submitted,returned,draft,not_started,verified,"
		      "validated,signed,received,reported",
	[TIER_PROVINCE] = "verified,submitted,returned,draft,not_started,"
			  "validated,signed,received,reported",
};

const struct field work_list_fields[] = {
	[WORK_LIST_YEAR] = { .name = "year",
	    .kind = FIELD_NUMBER,
	    .label = "Tahun",
	    .min = 2018,
	    .max = 2100 },
	[WORK_LIST_REGION] = { .name = "region",
	    .kind = FIELD_NUMBER,
	    .label = "Daerah",
	    .min = 0,
	    .max = INT32_MAX },
	[WORK_LIST_SHOW] = { .name = "show",
	    .kind = FIELD_CHOICE,
	    .label = "Status",
	    .choices = group_codes },
	[WORK_LIST_NAME] = { .name = "q",
	    .kind = FIELD_TEXT,
	    .label = "Nama perangkat daerah",
	    .max = 100 },
	[WORK_LIST_SORT] = { .name = "sort",
	    .kind = FIELD_CHOICE,
	    .label = "Urutan",
	    .choices = sort_codes },
	[WORK_LIST_MEMBER] = { .name = "member",
	    .kind = FIELD_NUMBER,
	    .label = "Pemeriksa",
	    .min = 0,
	    .max = INT32_MAX },
	[WORK_LIST_PAGE] = { .name = "page",
	    .kind = FIELD_NUMBER,
	    .label = "Halaman",
	    .min = 1,
	    .max = 100000 },
	[WORK_LIST_MARK] = EXPORT_MARK,
	{ .name = NULL },
};

struct asked {
	struct choice choice;
	const char *show; /* code of a group, "" for all */
	const char *name;
	const char *sort; /* code of an order */
	int64_t member;   /* whose work, 0 for anybody's */
	int64_t page;     /* from 1 */
	int64_t rows;     /* of a page */
	enum tier tier;
};

static const struct group *
group_named(const char *code)
{
	for (size_t at = 0; at < GROUPS; at++)
		if (strcmp(groups[at].code, code) == 0)
			return &groups[at];
	return NULL;
}

static const char *
states_shown(const struct asked *asked)
{
	const struct group *group = group_named(asked->show);

	return group == NULL || group->of[asked->tier].states == NULL ?
	    "" :
	    group->of[asked->tier].states;
}

/* The address of the same list with another member, filter or page. */
static const char *
address_of(struct context *context, const struct asked *asked, int64_t member, const char *show,
    int64_t page)
{
	struct buffer buffer = { .arena = context->arena };

	buffer_format(&buffer, "%s/verify/?year=%lld", context->config->base_path,
	    (long long)asked->choice.year);
	if (asked->choice.region_id != 0)
		buffer_format(&buffer, "&region=%lld", (long long)asked->choice.region_id);
	if (*show != '\0')
		buffer_format(&buffer, "&show=%s", show);
	if (*asked->name != '\0')
		buffer_format(&buffer, "&q=%s", query_text(context->arena, asked->name));
	if (strcmp(asked->sort, sort_codes[0]) != 0)
		buffer_format(&buffer, "&sort=%s", asked->sort);
	if (member != 0)
		buffer_format(&buffer, "&member=%lld", (long long)member);
	if (page > 1)
		buffer_format(&buffer, "&page=%lld", (long long)page);
	return buffer.bytes;
}

static const char *
address(struct context *context, const struct asked *asked, const char *show, int64_t page)
{
	return address_of(context, asked, asked->member, show, page);
}

/* Whether it is one of a comma-separated list of states. */
static bool
is_among(const char *state, const char *states)
{
	size_t length = strlen(state);
	const char *at = strstr(states, state);

	return at != NULL && (at[length] == ',' || at[length] == '\0');
}

/* How many of a comma-separated list of states there are. */
static int64_t
count_in(const struct rows *counts, const char *states)
{
	int64_t sum = 0;

	for (size_t row = 0; row < counts->count; row++)
		if (is_among(row_text(counts, row, "state"), states))
			sum += row_int(counts, row, "assessments");
	return sum;
}

static void
fill_filter(struct node *filters, size_t *count, const char *label, const char *href, bool current)
{
	struct node *node = node_row(filters, (*count)++);

	node_set(node, "label", label);
	node_set(node, "href", href);
	if (current)
		node_set(node, "current", "1");
}

static void
fill_filter_count(struct node *filters, size_t count, int64_t assessments)
{
	node_set_int(node_row(filters, count - 1), "count", assessments);
}

/* Whose: the actor's own before anybody's, once the work is divided. */
static void
fill_whose(struct context *context, const struct asked *asked, struct node *filters, size_t *count,
    int64_t mine, int64_t all)
{
	int64_t me = context->actor.account_id;

	if (mine > 0 || asked->member == me) {
		fill_filter(filters, count, "Milik saya", address_of(context, asked, me, "", 1),
		    asked->member == me);
		fill_filter_count(filters, *count, mine);
	}
	fill_filter(filters, count, "Semua", address_of(context, asked, 0, "", 1),
	    asked->member == 0 && *asked->show == '\0');
	/* Of one member's only his are counted. */
	if (asked->member == 0)
		fill_filter_count(filters, *count, all);
}

/* Gives how many the chosen filter lets through. */
static int64_t
fill_filters(struct context *context, const struct asked *asked, const struct rows *counts,
    int64_t mine)
{
	struct node *filters = page_node(&context->page, "WorkList.filters");
	int64_t all = count_in(counts, state_order[asked->tier]);
	int64_t done = 0;
	size_t count = 0;

	fill_whose(context, asked, filters, &count, mine, all);
	for (size_t at = 0; at < GROUPS; at++) {
		const char *label = groups[at].of[asked->tier].label;
		const char *states = groups[at].of[asked->tier].states;
		int64_t here;

		if (label == NULL)
			continue;
		here = count_in(counts, states);
		fill_filter(filters, &count, label, address(context, asked, groups[at].code, 1),
		    strcmp(groups[at].code, asked->show) == 0);
		fill_filter_count(filters, count, here);
		if (strcmp(groups[at].code, "finished") == 0 ||
		    strcmp(groups[at].code, "later") == 0)
			done += here;
	}
	page_set_int(&context->page, "WorkList.all", all);
	page_set_int(&context->page, "WorkList.done", done);
	return *states_shown(asked) == '\0' ? all : count_in(counts, states_shown(asked));
}

static void
work_list_fill_pages(struct context *context, const struct asked *asked, int64_t count)
{
	int64_t last = (count + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE;
	struct node *pages = page_node(&context->page, "Pages");
	struct node *items;

	if (last < 2)
		return;
	items = node_child(pages, "items");
	for (int64_t page = 1; page <= last; page++) {
		struct node *item = node_row(items, (size_t)page - 1);

		node_set_int(item, "label", page);
		node_set(item, "href", address(context, asked, asked->show, page));
		if (page == asked->page)
			node_set(item, "current", "1");
	}
	if (asked->page > 1)
		node_set(node_child(pages, "previous"), "href",
		    address(context, asked, asked->show, asked->page - 1));
	if (asked->page < last)
		node_set(node_child(pages, "next"), "href",
		    address(context, asked, asked->show, asked->page + 1));
}

/* "38", "12" with its "4/11", or nothing. */
static void
work_list_fill_score(struct node *node, const char *tier, const struct rows *rows, size_t row,
    struct arena *arena)
{
	int64_t present = row_int(rows, row, arena_format(arena, "%s_count", tier));
	int64_t variables = row_int(rows, row, "variables");

	if (present == 0)
		return;
	node_set_int(node, arena_format(arena, "%s_score", tier),
	    row_int(rows, row, arena_format(arena, "%s_score", tier)));
	if (present < variables)
		node_set(node, arena_format(arena, "%s_part", tier),
		    arena_format(arena, "%lld/%lld", (long long)present, (long long)variables));
}

/* Until when the agency, or the team, has time: steps 4 and 5 only; else "".  An agency
 * that was given more time has it. */
static const char *
left_words(struct arena *arena, const struct cycle_plan *plan, const struct rows *rows, size_t row,
    enum state state, bool *late)
{
	int step = workflow_step(state, plan->province_tier);
	const char *own;
	int left;

	*late = false;
	if (step > 5 || !plan->open)
		return "";
	own = row_text(rows, row, step == 4 ? "until_4" : "until_5");
	left = *own != '\0' ? working_left(&plan->calendar, plan->today, day_parse(own)) : INT_MIN;
	if (left < plan->days_left[step - 1])
		left = plan->days_left[step - 1];
	*late = left < 0;
	return left > 0 ? arena_format(arena, "%d hari kerja", left) :
	    left == 0   ? "Hari terakhir" :
			  arena_format(arena, "Terlambat %d hari kerja", -left);
}

static void
work_list_fill_left(struct context *context, struct node *node, const struct cycle_plan *plan,
    const struct rows *rows, size_t row, enum state state)
{
	bool late;
	const char *left = left_words(context->arena, plan, rows, row, state, &late);

	node_set_int(node, "step", workflow_step(state, plan->province_tier));
	if (late)
		node_set(node, "late", "1");
	if (*left != '\0')
		node_set(node, "left", left);
}

/* The clock for what was changed today, else a short date. */
static const char *
changed_words(struct context *context, const char *utc, const char *zone)
{
	char text[DAY_TEXT];
	const char *today = words_date(context->arena, day_format(text, words_today(zone)));
	const char *day = words_day_of(context->arena, utc, zone);
	const char *month = strchr(day, ' ');

	if (month == NULL)
		return "";
	if (strcmp(day, today) == 0)
		return words_clock(context->arena, utc, zone);
	/* "18 November 2026" -> "18 Nov 2026" */
	return arena_format(context->arena, "%.*s%s", (int)(month - day) + 4, day,
	    strrchr(day, ' '));
}

/* What the evidence of one assessment adds up to. */
struct sums {
	int64_t links;
	int64_t undecided[TIERS];
	int32_t *due; /* days of what is still to come, ascending */
	size_t due_count;
};

static int
work_list_read_sums(struct context *context, struct arena *arena, const void *what,
    const void **value)
{
	struct sums *sums = arena_alloc(arena, sizeof(*sums));
	const struct cache_key *key = what;
	struct db_value id = db_int(key->id), held = db_int(key->part);
	struct rows links, days = { 0 };
	int result = db_select(context->db, &links, STATEMENT_VERIFY_LINK_SUMS, held, held, id);

	if (result > 0)
		result = db_select(context->db, &days, STATEMENT_VERIFY_PENDING_DAYS, id);
	if (result < 0)
		return result;
	sums->links = row_int(&links, 0, "links");
	sums->undecided[TIER_CITY] = row_int(&links, 0, "city_undecided");
	sums->undecided[TIER_PROVINCE] = row_int(&links, 0, "province_undecided");
	sums->due = arena_array(arena, days.count + 1, sizeof(*sums->due));
	sums->due_count = days.count;
	for (size_t row = 0; row < days.count; row++)
		sums->due[row] = day_parse(row_text(&days, row, "due"));
	*value = sums;
	return 0;
}

static void
fill_agency(struct context *context, const struct asked *asked, struct node *node,
    const struct rows *rows, size_t row)
{
	const struct cycle_plan *plan = choice_plan(&asked->choice,
	    row_int(rows, row, "region_id"));
	const char *zone = row_text(rows, row, "timezone");
	enum state state;

	state_of(row_text(rows, row, "state"), &state);
	fill_row(node, rows, row);
	work_list_fill_score(node, "self", rows, row, context->arena);
	work_list_fill_score(node, "city", rows, row, context->arena);
	work_list_fill_score(node, "province", rows, row, context->arena);
	node_set_int(node, "decided",
	    row_int(rows, row, asked->tier == TIER_PROVINCE ? "province_count" : "city_count"));
	node_set(node, "changed", changed_words(context, row_text(rows, row, "changed_at"), zone));
	if (state == tiers[asked->tier].waiting)
		node_set(node, "waiting", "1");
	if (judges_own(context, row_int(rows, row, "agency_id")))
		node_set(node, "own", "1");
	if (plan != NULL)
		work_list_fill_left(context, node, plan, rows, row, state);
}

/* Of the states in their order those that the page shows, "" for none, and how
 * many of these stand on pages before it. */
struct part {
	const char *states;
	int64_t before;
};

static struct part
part_of_page(struct arena *arena, const struct asked *asked, const struct rows *counts)
{
	const char *shown = states_shown(asked), *at = state_order[asked->tier];
	int64_t begin = (asked->page - 1) * asked->rows, sum = 0;
	struct part part = { .before = begin };
	struct buffer states = { .arena = arena };

	/* In another order any of them may stand anywhere. */
	if (strcmp(asked->sort, sort_codes[0]) != 0) {
		part.states = *shown == '\0' ? at : shown;
		return part;
	}
	while (*at != '\0') {
		size_t length = strcspn(at, ",");
		const char *state = arena_copy(arena, at, length);
		int64_t count = *shown == '\0' || is_among(state, shown) ?
		    count_in(counts, state) :
		    0;

		if (sum + count <= begin)
			part.before -= count;
		else if (sum < begin + asked->rows && count > 0)
			buffer_format(&states, "%s%s", states.length == 0 ? "" : ",", state);
		sum += count;
		at += length + (at[length] == ',');
	}
	part.states = states.length == 0 ? "" : states.bytes;
	return part;
}

/* What the page shows: how many there are in which state, and those of one page
 * with the sums of each. */
struct work_list {
	struct rows counts;
	struct rows agencies;
	int64_t mine;             /* of the year, the actor's to judge */
	const struct sums **sums; /* of each of the agencies */
	struct rows since;        /* what others changed since the last visit */
};

/* 0 or enum db_error. */
static int
work_list_sums_of(struct context *context, const struct rows *agencies, size_t row,
    const struct sums **sums)
{
	struct cache_key key = { .kind = CACHE_SHEET, .id = row_int(agencies, row, "id") };
	struct stamps stamps = { .world = context->world,
		.agency = row_int(agencies, row, "stamp") };
	enum state state = STATE_NOT_STARTED;
	const void *value = NULL;
	int result;

	state_of(row_text(agencies, row, "state"), &state);
	key.part = workflow_held(state);
	result = kept(context, key, stamps, work_list_read_sums, &key, &value);
	*sums = value;
	return result;
}

static int
work_list_read_agencies(struct context *context, const struct asked *asked, struct work_list *list)
{
	const struct choice *choice = &asked->choice;
	const char *order = state_order[asked->tier], *tier = tiers[asked->tier].code;
	struct part part = part_of_page(context->arena, asked, &list->counts);
	size_t length = strcspn(asked->sort, "-");
	int result;

	if (*part.states == '\0')
		return 0;
	result = db_select(context->db, &list->agencies, STATEMENT_VERIFY_WORK_LIST,
	    db_int(asked->sort[length] == '\0' ? 1 : -1),
	    db_text(arena_copy(context->arena, asked->sort, length)), db_text(tier), db_text(order),
	    db_int(choice->year), choice->region, choice->parent, db_int(choice->with_province),
	    db_int(choice->region_id), db_text(part.states), db_text(asked->name),
	    db_int(asked->member), db_int(asked->member), db_text(tier), db_int(asked->rows),
	    db_int(part.before), db_int(context->actor.account_id), db_text(tier));
	list->sums = arena_array(context->arena, list->agencies.count + 1, sizeof(*list->sums));
	for (size_t row = 0; result >= 0 && row < list->agencies.count; row++)
		result = work_list_sums_of(context, &list->agencies, row, &list->sums[row]);
	return context_status(context, result);
}

static void
fill_sorts(struct node *list, const struct asked *asked)
{
	for (size_t at = 0; sort_codes[at] != NULL; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "value", sort_codes[at]);
		node_set(node, "label", sort_labels[at]);
		if (strcmp(sort_codes[at], asked->sort) == 0)
			node_set(node, "current", "1");
	}
}

static void
fill_asked(struct context *context, const struct asked *asked)
{
	const struct cycle_plan *plan = choice_plan(&asked->choice, asked->choice.region_id);
	struct node *list = page_node(&context->page, "WorkList");

	choice_fill(context, &asked->choice);
	node_set(list, "tier", tiers[asked->tier].code);
	node_set(list, "show", asked->show);
	node_set(list, "q", asked->name);
	if (asked->member != 0)
		node_set_int(list, "member", asked->member);
	if (asked->member == context->actor.account_id)
		node_set(list, "mine", "1");
	if (context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR | ROLE_AUDITOR))
		node_set(list, "divides", "1");
	fill_sorts(node_child(list, "sorts"), asked);
	node_set(list, "query", strchr(address(context, asked, asked->show, 1), '?') + 1);
	if (plan == NULL)
		return;
	if (!plan->open)
		node_set(list, "closed", "1");
	node_set(list, "until", plan->until[4]);
	node_set_int(list, "left", plan->days_left[4]);
}

static int
work_list_read(struct context *context, const struct asked *asked, struct work_list *list)
{
	const struct choice *choice = &asked->choice;
	int result;

	*list = (struct work_list){ .sums = NULL };
	result = *asked->name == '\0' && asked->member == 0 ?
	    db_select(context->db, &list->counts, STATEMENT_VERIFY_COUNTS, db_int(choice->year),
		choice->region, choice->parent, db_int(choice->with_province),
		db_int(choice->region_id)) :
	    db_select(context->db, &list->counts, STATEMENT_VERIFY_COUNTS_NAMED,
		db_int(choice->year), choice->region, choice->parent, db_int(choice->with_province),
		db_int(choice->region_id), db_text(asked->name), db_int(asked->member),
		db_int(asked->member), db_text(tiers[asked->tier].code));
	return result < 0 ?
	    context_status(context, result) :
	    work_list_read_agencies(context, asked, list);
}

static int
work_list_read_mine(struct context *context, const struct asked *asked, struct work_list *list)
{
	struct rows rows;
	int result;

	if (!context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR))
		return 0;
	result = db_select(context->db, &rows, STATEMENT_VERIFY_MINE,
	    db_int(context->actor.account_id), db_text(tiers[asked->tier].code),
	    db_int(asked->choice.year), db_int(asked->choice.region_id));
	if (result > 0)
		list->mine = row_int(&rows, 0, "mine");
	return context_status(context, result);
}

/* Of the list as it opens; whoever looks for something in it has read what changed. */
static int
work_list_read_since(struct context *context, const struct asked *asked, struct work_list *list)
{
	/* Newest rows of history that are looked at where no region is chosen. */
	enum { SINCE_OF_PROVINCE = 1000 };
	const struct choice *choice = &asked->choice;
	struct db_value me = db_int(context->actor.account_id);
	int64_t own = context->actor.region_id;
	bool several = choice->region_id == 0 && context_may(context, ROLE_VALIDATOR);

	if (*asked->show != '\0' || *asked->name != '\0' || asked->member != 0 || asked->page > 1 ||
	    strcmp(asked->sort, sort_codes[0]) != 0 || asked->choice.count == 0)
		return 0;
	return context_status(context,
	    db_select(context->db, &list->since, STATEMENT_VERIFY_SINCE,
		db_int(choice->region_id != 0 ? choice->region_id : own), db_int(own),
		db_int(SINCE_OF_PROVINCE), db_int(several ? SINCE_OF_PROVINCE : 0), me, me,
		db_int(SINCE_ROWS)));
}

static size_t
sums_overdue(const struct context *context, const struct sums *sums)
{
	int32_t today = words_today(context->actor.zone);
	size_t overdue = 0;

	while (overdue < sums->due_count && sums->due[overdue] < today)
		overdue++;
	return overdue;
}

static void
work_list_fill_sums(struct context *context, struct node *node, enum tier tier,
    const struct sums *sums)
{
	node_set_int(node, "links", sums->links);
	node_set_int(node, "undecided", sums->undecided[tier]);
	node_set_int(node, "pending", (int64_t)sums->due_count);
	node_set_int(node, "overdue", (int64_t)sums_overdue(context, sums));
}

static int
work_list_show(struct context *context, const struct asked *asked, const struct work_list *list)
{
	struct node *agencies = page_node(&context->page, "Agencies");

	fill_asked(context, asked);
	since_fill(context, &(const struct since_page){ .before = "/verify/", .after = "/" },
	    &list->since);
	work_list_fill_pages(context, asked,
	    fill_filters(context, asked, &list->counts, list->mine));
	for (size_t row = 0; row < list->agencies.count; row++) {
		struct node *node = node_row(agencies, row);

		fill_agency(context, asked, node, &list->agencies, row);
		work_list_fill_sums(context, node, asked->tier, list->sums[row]);
	}
	return context_show(context, "verify/work_list");
}

/* What was asked for and what it finds: 0 or a status. */
static int
work_list_find(struct context *context, int64_t rows, struct asked *asked, struct work_list *list)
{
	const struct form *form = &context->form;
	int status;

	*asked = (struct asked){ .show = form_text(form, WORK_LIST_SHOW),
		.name = form_text(form, WORK_LIST_NAME),
		.sort = *form_text(form, WORK_LIST_SORT) != '\0' ?
		    form_text(form, WORK_LIST_SORT) :
		    sort_codes[0],
		.member = form_given(form, WORK_LIST_MEMBER) ?
		    form_number(form, WORK_LIST_MEMBER) :
		    0,
		.tier = tier_of(context),
		.rows = rows,
		.page = form_given(form, WORK_LIST_PAGE) ? form_number(form, WORK_LIST_PAGE) : 1 };
	if (!form_ok(form))
		return 400;
	status = choice_make(context, form_number(form, WORK_LIST_YEAR),
	    form_number(form, WORK_LIST_REGION), &asked->choice);
	return status != 0 ? status : work_list_read(context, asked, list);
}

int
show_work_list(struct context *context)
{
	struct work_list list;
	struct asked asked;
	int status = work_list_find(context, ROWS_PER_PAGE, &asked, &list);

	if (status == 0)
		status = work_list_read_mine(context, &asked, &list);
	if (status == 0)
		status = work_list_read_since(context, &asked, &list);
	return status != 0 ? status : work_list_show(context, &asked, &list);
}

/* ---- the same as a file ---------------------------------------------------- */

/* One agency of the list; what there is nothing of is "". */
struct work_line {
	const char *agency, *region, *state, *step, *self, *city, *province;
	const char *decided, *variables, *links, *undecided, *pending, *overdue, *left;
	const char *changed, *changed_by, *member;
};

static const char *
work_line_count(struct arena *arena, int64_t count, bool shown)
{
	return shown ? arena_format(arena, "%lld", (long long)count) : "";
}

static struct work_line
work_line(struct context *context, const struct asked *asked, const struct work_list *list,
    size_t row)
{
	const struct rows *rows = &list->agencies;
	const struct sums *sums = list->sums[row];
	const struct cycle_plan *plan = choice_plan(&asked->choice,
	    row_int(rows, row, "region_id"));
	struct arena *arena = context->arena;
	enum state state = STATE_NOT_STARTED;
	bool late;

	state_of(row_text(rows, row, "state"), &state);
	return (struct work_line){
		.agency = row_text(rows, row, "agency_name"),
		.region = row_text(rows, row, "region_name"),
		.state = state == tiers[asked->tier].waiting ?
		    groups[0].of[asked->tier].label :
		    state_name(state),
		.step = plan == NULL ?
		    "" :
		    work_line_count(arena, workflow_step(state, plan->province_tier), true),
		.self = work_line_count(arena, row_int(rows, row, "self_score"),
		    row_int(rows, row, "self_count") > 0),
		.city = work_line_count(arena, row_int(rows, row, "city_score"),
		    row_int(rows, row, "city_count") > 0),
		.province = work_line_count(arena, row_int(rows, row, "province_score"),
		    asked->tier == TIER_PROVINCE && row_int(rows, row, "province_count") > 0),
		.decided = work_line_count(arena,
		    asked->tier == TIER_PROVINCE ? row_int(rows, row, "province_count") :
						   row_int(rows, row, "city_count"),
		    true),
		.variables = work_line_count(arena, row_int(rows, row, "variables"), true),
		.links = work_line_count(arena, sums->links, sums->links > 0),
		.undecided = work_line_count(arena, sums->undecided[asked->tier], sums->links > 0),
		.pending = work_line_count(arena, (int64_t)sums->due_count, sums->due_count > 0),
		.overdue = work_line_count(arena, (int64_t)sums_overdue(context, sums),
		    sums_overdue(context, sums) > 0),
		.left = plan == NULL ? "" : left_words(arena, plan, rows, row, state, &late),
		.changed = changed_words(context, row_text(rows, row, "changed_at"),
		    row_text(rows, row, "timezone")),
		.changed_by = row_text(rows, row, "changed_by"),
		.member = row_text(rows, row, "member"),
	};
}

int
send_work_list(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Perangkat daerah", 18, struct work_line, agency),
		LISTING_MEMBER("Daerah", 10, struct work_line, region),
		LISTING_MEMBER("Status", 9, struct work_line, state),
		LISTING_NUMBER("Langkah", 4, struct work_line, step),
		LISTING_NUMBER("Mandiri", 4, struct work_line, self),
		LISTING_NUMBER("Verifikasi", 4, struct work_line, city),
		LISTING_NUMBER("Validasi", 4, struct work_line, province),
		/* apart: "5/11" is a day of November where CSV is opened */
		LISTING_NUMBER("Variabel selesai", 4, struct work_line, decided),
		LISTING_NUMBER("Variabel", 4, struct work_line, variables),
		LISTING_NUMBER("Dokumen", 4, struct work_line, links),
		LISTING_NUMBER("Dokumen belum", 4, struct work_line, undecided),
		LISTING_NUMBER("Menyusul", 4, struct work_line, pending),
		LISTING_NUMBER("Terlambat", 4, struct work_line, overdue),
		LISTING_MEMBER("Sisa waktu", 8, struct work_line, left),
		LISTING_MEMBER("Perubahan terakhir", 8, struct work_line, changed),
		LISTING_MEMBER("Oleh", 10, struct work_line, changed_by),
		LISTING_MEMBER("Pemeriksa", 10, struct work_line, member),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Perangkat daerah",
		.columns = columns,
		.size = sizeof(struct work_line) };
	struct work_line *lines;
	struct work_list list;
	struct asked asked;
	int status = work_list_find(context, LISTING_MAX, &asked, &list);

	if (status != 0)
		return status;
	lines = arena_array(context->arena, list.agencies.count + 1, sizeof(*lines));
	for (size_t row = 0; row < list.agencies.count; row++)
		lines[row] = work_line(context, &asked, &list, row);
	listing.records = lines;
	listing.count = list.agencies.count;
	return listing_send(context,
	    arena_format(context->arena, "perangkat-daerah-%lld", (long long)asked.choice.year),
	    &listing, 1);
}
