/* SPDX-License-Identifier: ISC */
/*
 * One agency: all variables with their three levels, what is still owed, and
 * the two ways out: finished, or sent back (return.c).
 */
#include "verify/verify.h"

#include "assessment/quality.h"
#include "document/listing.h"
#include "frame/words.h"
#include "base/banned.h"

const struct field finish_fields[] = {
	[WORK_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true,
	    .min = 1,
	    .max = INT64_MAX },
	{ .name = NULL },
};

/* The sum so far; its category only when nothing is missing from it. */
static void
fill_total(struct context *context, const struct criteria *criteria,
    const struct score_sheet *scores, enum tier tier, const char *name)
{
	struct node *node = node_child(page_node(&context->page, "Totals"), name);
	const int *levels = score_sheet_levels(context, scores, tier);
	struct score score = score_sum(levels, scores->count);
	const struct category *category = category_of(criteria->categories,
	    criteria->category_count, score_tenths(score.sum));

	if (score.present == 0)
		return;
	node_set_int(node, "sum", score.sum);
	node_set_int(node, "present", (int64_t)score.present);
	node_set_int(node, "of", (int64_t)scores->count);
	if (!score.complete)
		return;
	node_set(node, "complete", "1");
	node_set(node, "category", category != NULL ? category->name : "");
	node_set(node, "staged", level_words(context, level_staged(levels, scores->count)));
}

static void
fill_owed(struct node *node, const struct score_row *row, enum tier tier)
{
	unsigned lacks = row_lacks(row, tier);

	node_set_int(node, "undecided", (int64_t)row->undecided);
	if (row_done(row, tier))
		node_set(node, "done", "1");
	if (lacks & DECISION_LEVEL)
		node_set(node, "lacks_level", "1");
	if (lacks & DECISION_REASON)
		node_set(node, "lacks_reason", "1");
	if (lacks & DECISION_RECOMMENDATION)
		node_set(node, "lacks_recommendation", "1");
}

/* What there is to say of any of its links. */
static unsigned
all_flags(const struct evidence *evidence)
{
	unsigned flags = 0;

	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++)
			flags |= evidence->items[at].links[of].flags;
	return flags;
}

/* What one press would decide: Clear.count of variables, Clear.rows.N.number .name
 * .level, .above with the city's .reason where no document bears that level, and
 * .documents.M.id .title .revision .view .reason. */
static void
fill_clear_row(struct node *node, const struct score_row *row, enum tier tier,
    const struct proposal *proposal)
{
	const struct evidence *evidence = row->evidence;
	size_t count = 0;

	node_set_int(node, "number", row->number);
	node_set(node, "name", row->name);
	node_set(node, "level", words_roman(proposal->level));
	if (*proposal->reason != '\0') {
		node_set(node, "above", "1");
		node_set(node, "reason", proposal->reason);
	}
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t of = 0; of < evidence->items[at].link_count; of++) {
			const struct evidence_link *link = &evidence->items[at].links[of];
			const char *decision = proposed_decision(tier, link);
			struct node *document;

			if (*decision == '\0')
				continue;
			document = node_row(node_child(node, "documents"), count++);
			node_set_int(document, "id", link->id);
			node_set(document, "title", link->title);
			node_set_int(document, "revision", link->revision_id);
			node_set(document, "view", evidence_view(link));
			node_set(document, "decision", decision);
		}
}

static void
fill_clear(struct context *context, const struct score_sheet *scores, enum tier tier)
{
	struct node *node = page_node(&context->page, "Clear");
	size_t count = 0;

	for (size_t at = 0; at < scores->count; at++) {
		struct proposal proposal;

		if (row_clear(context, &scores->rows[at], tier, &proposal))
			fill_clear_row(node_row(node_child(node, "rows"), count++),
			    &scores->rows[at], tier, &proposal);
	}
	node_set_int(node, "count", (int64_t)count);
}

static void
fill_variable(struct context *context, const struct verification *verification,
    const struct score_row *row, const struct pending_list *pending_list, struct node *node)
{
	const struct evidence *evidence = row->evidence;
	size_t overdue = pending_list_overdue(pending_list, row->number);

	node_set_int(node, "number", row->number);
	node_set(node, "name", row->name);
	node_set(node, "self", level_words(context, row->self_level));
	grade_fill(context, node_child(node, "city"), row, TIER_CITY);
	grade_fill(context, node_child(node, "province"), row, TIER_PROVINCE);
	node_set_int(node, "documents",
	    (int64_t)(evidence->stored_count + evidence->outside_count));
	node_set(node, "supported", level_words(context, evidence->supported[VIEWER_AGENCY]));
	node_set(node, "accepted",
	    level_words(context, evidence->supported[tiers[verification->tier].viewer]));
	if (over_claimed(row->self_level, evidence->supported[VIEWER_AGENCY]))
		node_set(node, "over_claimed", "1");
	if (row->followed)
		node_set(node, "followed", "1");
	node_set_int(node, "pending", (int64_t)pending_list_open(pending_list, row->number));
	node_set_int(node, "overdue", (int64_t)overdue);
	quality_fill(context, node_child(node, "flags"),
	    all_flags(evidence) | evidence_answer_flags(evidence, row->self_level, overdue), 0);
	if (row->needs_correction)
		node_set(node, "return_note", row->return_note);
	fill_owed(node, row, verification->tier);
}

static void
fill_score_sheet(struct context *context, const struct verification *verification,
    const struct score_sheet *scores, const struct pending_list *pending_list)
{
	struct node *rows = page_node(&context->page, "Variables");
	const struct score_row *next = score_sheet_next(scores, verification->tier, 0);
	int64_t owed = 0, followed = 0;

	for (size_t at = 0; at < scores->count; at++) {
		fill_variable(context, verification, &scores->rows[at], pending_list,
		    node_row(rows, at));
		owed += !row_done(&scores->rows[at], verification->tier);
		followed += scores->rows[at].followed;
	}
	page_set_int(&context->page, "Verification.owed", owed);
	page_set_int(&context->page, "Verification.followed", followed);
	page_set_int(&context->page, "Verification.variables", (int64_t)scores->count);
	if (next != NULL)
		page_set_int(&context->page, "Verification.next", next->number);
}

/* What the page shows beside the verification itself. */
struct overview {
	const struct criteria *criteria;
	struct score_sheet scores;
	struct rows past;
	struct since since;
	struct rows next_agency; /* where who has nothing more to do here goes on */
};

static int
overview_read(struct context *context, const struct verification *verification,
    struct overview *overview)
{
	const struct assessment *assessment = &verification->assessment;
	int status = score_sheet_load(context, verification, &overview->scores);

	if (status == 0)
		status = criteria_load(context, assessment->instrument_id, &overview->criteria);
	if (status == 0)
		status = past_read(context, verification, NULL, &overview->past);
	if (status == 0)
		status = since_return_read(context, verification, &overview->scores,
		    &overview->since);
	overview->next_agency = (struct rows){ 0 };
	if (status != 0 || !context_may(context, ROLE_VERIFIER | ROLE_VALIDATOR))
		return status;
	return context_status(context,
	    db_select(context->db, &overview->next_agency, STATEMENT_VERIFY_NEXT_AGENCY,
		db_int(assessment->cycle_id),
		db_text(state_code(tiers[verification->tier].waiting)), db_int(assessment->id),
		db_int(context->actor.agency_id), db_int(context->actor.account_id),
		db_text(assessment->agency_name)));
}

static int
overview_show(struct context *context, const struct verification *verification,
    const struct overview *overview, int http_status)
{
	const struct score_sheet *scores = &overview->scores;
	const struct pending_list *pending_list = scores->evidence->pending;

	verification_fill(context, verification);
	fill_score_sheet(context, verification, scores, pending_list);
	if (assessment_allows(&verification->assessment, context->actor.role,
		tiers[verification->tier].finish))
		fill_clear(context, scores, verification->tier);
	pending_list_fill(context, page_node(&context->page, "Pending"), pending_list, 0);
	fill_total(context, overview->criteria, scores, TIERS, "self");
	fill_total(context, overview->criteria, scores, TIER_CITY, "city");
	fill_total(context, overview->criteria, scores, TIER_PROVINCE, "province");
	past_fill(context, verification, &overview->past);
	since_return_fill(context, scores, &overview->since, NULL);
	if (overview->next_agency.count > 0)
		fill_row(page_node(&context->page, "Verification.next_agency"),
		    &overview->next_agency, 0);
	return context_show_status(context, "verify/overview", http_status);
}

int
show_overview(struct context *context)
{
	struct verification verification;
	struct overview overview;
	int status = verification_find(context, &verification);

	if (status == 0)
		status = overview_read(context, &verification, &overview);
	return status != 0 ? status : overview_show(context, &verification, &overview, 200);
}

/* ---- the same as a file ---------------------------------------------------- */

/* One variable; what nobody has said is "". */
struct overview_line {
	const char *variable, *self, *supported, *accepted, *city, *province, *documents;
	const char *undecided, *note;
	const char *city_reason, *city_recommendation, *province_reason, *province_recommendation;
};

static struct overview_line
overview_line(struct context *context, const struct verification *verification,
    const struct score_row *row)
{
	const struct evidence *evidence = row->evidence;
	const struct grade *city = &row->grades[TIER_CITY];
	const struct grade *province = &row->grades[TIER_PROVINCE];
	bool tier = verification->assessment.province_tier;
	struct arena *arena = context->arena;

	return (struct overview_line){
		.variable = arena_format(arena, "%d. %s", (int)row->number, row->name),
		.self = level_words(context, row->self_level),
		.supported = level_words(context, evidence->supported[VIEWER_AGENCY]),
		.accepted = level_words(context,
		    evidence->supported[tiers[verification->tier].viewer]),
		.city = level_words(context, city->level),
		.province = tier ? level_words(context, province->level) : "",
		.documents = arena_format(arena, "%zu",
		    evidence->stored_count + evidence->outside_count),
		.undecided = row->undecided > 0 ? arena_format(arena, "%zu", row->undecided) : "",
		.note = row->needs_correction ? row->return_note : "",
		.city_reason = city->reason,
		.city_recommendation = city->recommendation,
		.province_reason = province->reason,
		.province_recommendation = province->recommendation,
	};
}

int
send_overview(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Variabel", 16, struct overview_line, variable),
		LISTING_MEMBER("Mandiri", 5, struct overview_line, self),
		LISTING_MEMBER("Didukung", 5, struct overview_line, supported),
		LISTING_MEMBER("Diterima", 5, struct overview_line, accepted),
		LISTING_MEMBER("Verifikasi", 5, struct overview_line, city),
		LISTING_MEMBER("Validasi", 5, struct overview_line, province),
		LISTING_NUMBER("Dokumen", 4, struct overview_line, documents),
		LISTING_NUMBER("Dokumen belum diputuskan", 5, struct overview_line, undecided),
		LISTING_MEMBER("Harus diperbaiki", 10, struct overview_line, note),
		LISTING_MEMBER("Alasan verifikasi", 12, struct overview_line, city_reason),
		LISTING_MEMBER("Rekomendasi", 12, struct overview_line, city_recommendation),
		LISTING_MEMBER("Alasan validasi", 12, struct overview_line, province_reason),
		LISTING_MEMBER("Rekomendasi provinsi", 12, struct overview_line,
		    province_recommendation),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Variabel",
		.columns = columns,
		.size = sizeof(struct overview_line) };
	struct verification verification;
	struct overview_line *lines;
	struct score_sheet scores;
	int status = verification_find(context, &verification);

	if (status == 0)
		status = score_sheet_load(context, &verification, &scores);
	if (status != 0)
		return status;
	lines = arena_array(context->arena, scores.count + 1, sizeof(*lines));
	for (size_t row = 0; row < scores.count; row++)
		lines[row] = overview_line(context, &verification, &scores.rows[row]);
	listing.records = lines;
	listing.count = scores.count;
	return listing_send(context,
	    arena_format(context->arena, "verifikasi-%lld-%lld",
		(long long)verification.assessment.year, (long long)verification.assessment.id),
	    &listing, 1);
}

struct finishing {
	struct context *context;
	const struct verification *verification;
	const struct move *move;
	int64_t version;
};

/*
 * The row of the assessment is written first: a save that began earlier has
 * ended then, and is read; one that begins later finds another state.
 */
static int
finish_work(struct db *db, void *argument)
{
	struct finishing *doing = argument;
	const struct assessment *assessment = &doing->verification->assessment;
	struct score_sheet scores;
	int result = db_run(db, STATEMENT_VERIFY_EXPECT, db_int(assessment->id),
	    db_text(state_code(doing->move->from)), db_int(doing->version));

	if (result < 0)
		return result;
	if (result == 0)
		return db_stop(db, 409);
	result = db_stop(db, score_sheet_load(doing->context, doing->verification, &scores));
	if (result != 0)
		return result;
	if (score_sheet_next(&scores, doing->verification->tier, 0) != NULL)
		return db_stop(db, 422);
	return assessment_move(doing->context, assessment, doing->move, "");
}

int
overview_again(struct context *context, int http_status, const char *notice)
{
	struct verification verification;
	struct overview overview;
	int status = verification_find(context, &verification);

	if (status == 0)
		status = overview_read(context, &verification, &overview);
	if (status != 0)
		return status;
	context->form.notice = notice;
	fill_form(context);
	return overview_show(context, &verification, &overview, http_status);
}

static int
not_finished(struct context *context, int result)
{
	int why = db_stopped(context->db, result);

	if (why != 409 && why != 422)
		return context_status(context, result);
	return overview_again(context, why,
	    why == 409 ? "Ada yang disimpan rekan Anda setelah halaman ini dibuka. Periksa lagi "
			 "isinya, lalu selesaikan." :
			 "Belum dapat diselesaikan: masih ada yang kurang. Daftarnya di bawah "
			 "ini.");
}

int
finish(struct context *context)
{
	const struct tier_traits *tier;
	struct verification verification;
	struct finishing doing = { .context = context, .verification = &verification };
	int result, status = verification_find(context, &verification);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	tier = &tiers[verification.tier];
	doing.version = form_number(&context->form, WORK_VERSION);
	doing.move = verification_may(context, &verification, tier->finish, &status);
	if (doing.move == NULL)
		return status;
	result = db_txn(context->db, finish_work, &doing);
	if (result != 0)
		return not_finished(context, result);
	return context_redirect(context, "/verify/%lld/?done=%s",
	    (long long)verification.assessment.id, tier->done);
}
