/* SPDX-License-Identifier: ISC */
/*
 * A change of the structure (SOTK): an agency gets another name, goes into
 * another, is split or dissolved.  Past years stay as they were; what is open goes
 * on with who goes on, or leaves the cycle.
 */
#include <string.h>

#include "cycle/cycle.h"
#include "cycle/restructured.h"
#include "frame/words.h"
#include "rules/calendar.h"
#include "store/account.h"
#include "store/agency.h"
#include "store/history.h"
#include "store/message.h"
#include "store/sums.h"
#include "base/banned.h"

enum { KIND, NAME, HEIR, TO, EFFECTIVE, BASIS, TAKE, RESTRUCTURE_VERSION };
const struct field restructure_fields[] = {
	[KIND] = { "kind", FIELD_CHOICE, "Perubahan", true, .choices = restructured_kinds },
	[NAME] = { "name", FIELD_TEXT, "Nama baru", .max = 200 },
	[HEIR] = { "heir", FIELD_NUMBER, "Penerus", .min = 1, .max = INT32_MAX },
	[TO] = { "to-", FIELD_FLAG, "Penerus lain" },
	[EFFECTIVE] = { "effective", FIELD_DATE, "Berlaku sejak", true },
	[BASIS] = { "basis", FIELD_TEXT, "Dasar hukum", true, .max = 300 },
	[TAKE] = { "take", FIELD_FLAG, "Dokumen" },
	[RESTRUCTURE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1,
	    .max = INT32_MAX },
	{ 0 },
};

/* One change, read and decided before anything is written. */
struct restructuring {
	struct context *context;
	int64_t agency_id, region_id, heir;
	const char *was_called;
	const char *heir_name; /* "" without */
	const char *why;       /* for history, and the report */
	int kind;
	struct rows others;
};

/* ---- reading -------------------------------------------------------------- */

/* The agency of the path and those that could go on.  0 or a status. */
static int
read_agency(struct context *context, struct rows *was, struct restructuring *change)
{
	int result, status = agency_find(context, context->keys[0], was);

	if (status != 0)
		return status;
	*change = (struct restructuring){ .context = context,
		.agency_id = context->keys[0],
		.region_id = row_int(was, 0, "region_id"),
		.was_called = row_text(was, 0, "name"),
		.heir_name = "" };
	result = db_select(context->db, &change->others, STATEMENT_RESTRUCTURE_OTHERS,
	    db_int(change->region_id), db_int(change->agency_id));
	return result < 0 ? context_status(context, result) : 0;
}

/* ---- deciding ------------------------------------------------------------- */

static const char *
other_name(const struct restructuring *change, int64_t id)
{
	for (size_t row = 0; row < change->others.count; row++)
		if (row_int(&change->others, row, "value") == id)
			return row_text(&change->others, row, "label");
	return NULL;
}

/* Everybody that goes on with the tasks has to be there. */
static void
check_successors(const struct restructuring *change, struct form *form)
{
	size_t count = change->heir != 0;

	for (const struct each *each = form_each(form, TO); each != NULL; each = each->next) {
		if (other_name(change, each->key) == NULL)
			form_error(form, HEIR, "Pilih penerus dari daftar.");
		count += each->key != change->heir;
	}
	if (change->heir != 0 && other_name(change, change->heir) == NULL)
		form_error(form, HEIR, "Pilih penerus dari daftar.");
	if (change->kind == RESTRUCTURED_MERGE && change->heir == 0)
		form_error(form, HEIR, "Pilih perangkat daerah yang menerima penggabungan.");
	if (change->kind == RESTRUCTURED_SPLIT && count < 2)
		form_error(form, HEIR,
		    "Perangkat daerah yang dipecah mempunyai paling sedikit dua penerus. "
		    "Tambahkan dahulu perangkat daerah yang baru, lalu pilih di sini.");
}

static void
restructure_decide(struct restructuring *change)
{
	struct form *form = &change->context->form;
	struct arena *arena = change->context->arena;
	const char *basis = form_text(form, BASIS);

	change->kind = restructured_kind(form_text(form, KIND));
	if (change->kind == RESTRUCTURED_RENAME && *form_text(form, NAME) == '\0')
		form_error(form, NAME, "Tulis nama yang baru.");
	if (change->kind == RESTRUCTURED_MERGE || change->kind == RESTRUCTURED_SPLIT) {
		change->heir = form_number(form, HEIR);
		check_successors(change, form);
	}
	if (change->heir != 0 && other_name(change, change->heir) != NULL)
		change->heir_name = other_name(change, change->heir);
	change->why = arena_format(arena, "%s%s%s sejak %s (%s)",
	    change->kind < RESTRUCTURED_KINDS ? restructured_names[change->kind] : "",
	    *change->heir_name != '\0' ? ": " : "", change->heir_name,
	    words_date(arena, form_text(form, EFFECTIVE)), basis);
}

static const char *
restructure_words(const struct restructuring *change)
{
	static const char *const verbs[RESTRUCTURED_KINDS] = { "berganti nama menjadi ",
		"digabung ke ", "dipecah dan penilaiannya diteruskan ", "dihapus" };
	const struct form *form = &change->context->form;
	bool left = change->kind == RESTRUCTURED_SPLIT && change->heir == 0;

	return arena_format(change->context->arena, "%s %s%s sejak %s", change->was_called,
	    left ? "dipecah" : verbs[change->kind],
	    change->kind == RESTRUCTURED_RENAME ? form_text(form, NAME) : change->heir_name,
	    words_date(change->context->arena, form_text(form, EFFECTIVE)));
}

/* ---- writing -------------------------------------------------------------- */

static int
restructure_note(struct restructuring *change, const char *subject, int64_t agency_id,
    int64_t assessment_id, int64_t subject_id, const char *from, const char *to)
{
	struct change row = change_of(change->context, subject, change->region_id, subject_id);

	row.agency_id = agency_id;
	row.assessment_id = assessment_id;
	row.from = from;
	row.to = to;
	row.reason = change->why;
	return history_add(change->context->db, &row);
}

/* Whoever goes on has the work that is open, unless he has his own: then it leaves. */
static int
hand_assessments(struct db *db, struct restructuring *change, bool *moved)
{
	struct rows open;
	int result = db_select(db, &open, STATEMENT_RESTRUCTURE_OPEN, db_key(change->heir),
	    db_int(change->agency_id));

	for (size_t row = 0; result >= 0 && row < open.count; row++) {
		int64_t id = row_int(&open, row, "id");
		bool goes_on = change->heir != 0 && row_int(&open, row, "has_own") == 0;

		result = goes_on ?
		    db_run(db, STATEMENT_RESTRUCTURE_MOVE, db_int(change->heir), db_int(id)) :
		    db_run(db, STATEMENT_RESTRUCTURE_LEAVE, db_text(change->why), db_int(id));
		if (result >= 0)
			result = sums_changed(db, id);
		if (result >= 0)
			result = restructure_note(change, "agency",
			    goes_on ? change->heir : change->agency_id, id, change->agency_id,
			    change->was_called,
			    goes_on ? change->heir_name : "Keluar dari periode");
		*moved |= goes_on;
	}
	return result < 0 ? result : 0;
}

/* People come along, those of the team too: their own agency is the new one now. */
static int
hand_accounts(struct db *db, struct restructuring *change)
{
	struct rows accounts;
	int result = db_select(db, &accounts, STATEMENT_RESTRUCTURE_ACCOUNTS,
	    db_int(change->agency_id));

	for (size_t row = 0; result >= 0 && row < accounts.count; row++) {
		int64_t id = row_int(&accounts, row, "id");

		result = account_leave_agency(db, id, change->agency_id);
		if (result >= 0)
			result = account_leave_agency(db, id, change->heir);
		if (result >= 0)
			result = db_run(db, STATEMENT_RESTRUCTURE_ACCOUNT, db_int(change->heir),
			    db_int(id));
		if (result >= 0)
			result = restructure_note(change, "right", change->heir, 0, id,
			    change->was_called, change->heir_name);
	}
	return result < 0 ? result : 0;
}

/* Nobody serves an agency that is no more; the administrator gives the one that goes on. */
static int
end_memberships(struct db *db, struct restructuring *change)
{
	struct rows members;
	int result = db_select(db, &members, STATEMENT_RESTRUCTURE_MEMBERS,
	    db_int(change->agency_id));

	for (size_t row = 0; result >= 0 && row < members.count; row++) {
		int64_t id = row_int(&members, row, "id");

		result = account_leave_agency(db, id, change->agency_id);
		if (result >= 0)
			result = restructure_note(change, "right", change->agency_id, 0, id,
			    change->was_called, "Tidak melayani lagi");
	}
	return result < 0 ? result : 0;
}

static int
keep_change(struct db *db, struct restructuring *change)
{
	const struct form *form = &change->context->form;
	int64_t id;
	int result = db_run(db, STATEMENT_RESTRUCTURE_ADD, db_int(change->agency_id),
	    db_text(restructured_kinds[change->kind]), db_text(form_text(form, EFFECTIVE)),
	    db_text(form_text(form, BASIS)), db_text(change->was_called),
	    db_int(change->context->actor.account_id));

	id = db_last_key(db);
	if (result >= 0 && change->heir != 0)
		result = db_run(db, STATEMENT_RESTRUCTURE_ADD_SUCCESSOR, db_int(id),
		    db_int(change->heir));
	for (const struct each *each = form_each(form, TO);
	     result >= 0 && change->kind == RESTRUCTURED_SPLIT && each != NULL; each = each->next)
		if (each->key != change->heir)
			result = db_run(db, STATEMENT_RESTRUCTURE_ADD_SUCCESSOR, db_int(id),
			    db_int(each->key));
	return result < 0 ? result : 0;
}

/* Another name: past years keep the old one. */
static int
write_rename(struct db *db, struct restructuring *change)
{
	const struct form *form = &change->context->form;
	int32_t day = day_parse(form_text(form, EFFECTIVE));
	int result = agency_keep_names(db, change->agency_id, day_date(day).year);

	if (result == 0)
		result = db_run(db, STATEMENT_RESTRUCTURE_RENAME, db_text(form_text(form, NAME)),
		    db_int(change->agency_id), db_int(form_number(form, RESTRUCTURE_VERSION)));
	return result == 0 ? db_stop(db, 409) :
	    result < 0     ? result :
			 restructure_note(change, "agency", change->agency_id, 0, change->agency_id,
			     change->was_called, form_text(form, NAME));
}

static int
write_end(struct db *db, struct restructuring *change)
{
	const struct form *form = &change->context->form;
	bool take = form_number(form, TAKE) == 1;
	int result = db_run(db, STATEMENT_RESTRUCTURE_END, db_int(change->agency_id),
	    db_int(form_number(form, RESTRUCTURE_VERSION)));

	if (result <= 0)
		return result < 0 ? result : db_stop(db, 409);
	result = restructure_note(change, "agency", change->agency_id, 0, change->agency_id,
	    "Aktif", restructured_names[change->kind]);
	if (result == 0)
		result = hand_assessments(db, change, &take);
	/* What is proved by a document has it at hand. */
	if (result == 0 && take && change->heir != 0)
		result = db_run(db, STATEMENT_RESTRUCTURE_TEXTS, db_int(change->agency_id));
	if (result >= 0 && take && change->heir != 0)
		result = db_run(db, STATEMENT_RESTRUCTURE_DOCUMENTS, db_int(change->heir),
		    db_int(change->agency_id));
	if (result >= 0 && change->heir != 0)
		result = hand_accounts(db, change);
	if (result >= 0)
		result = end_memberships(db, change);
	return result < 0 ? result : 0;
}

/* Whoever worked there, and whoever goes on with it, reads so among the messages. */
static int
restructure_tell(struct db *db, struct restructuring *change)
{
	struct message message = { .kind = MESSAGE_RESTRUCTURED,
		.region_id = change->region_id,
		.agency_id = change->heir != 0 ? change->heir : change->agency_id,
		.by = change->context->actor.account_id,
		.detail = restructure_words(change) };
	const struct each *each = form_each(&change->context->form, TO);
	int result = message_send(db, &message);

	for (; result == 0 && change->kind == RESTRUCTURED_SPLIT && each != NULL; each = each->next)
		if (each->key != change->heir) {
			message.agency_id = each->key;
			result = message_send(db, &message);
		}
	return result;
}

static int
restructure_write(struct db *db, void *argument)
{
	struct restructuring *change = argument;
	int64_t first = change->agency_id, second = change->heir;
	int result;

	/* Writers of an agency stand in a row: always in the same order. */
	if (second != 0 && second < first) {
		first = change->heir;
		second = change->agency_id;
	}
	result = db_raise_agency(db, first);
	if (result == 0 && second != 0)
		result = db_raise_agency(db, second);
	if (result == 0)
		result = change->kind == RESTRUCTURED_RENAME ?
		    write_rename(db, change) :
		    write_end(db, change);
	if (result == 0)
		result = keep_change(db, change);
	return result != 0 ? result : restructure_tell(db, change);
}

/* ---- the page ------------------------------------------------------------- */

static int
restructure_show(struct context *context, const struct rows *was,
    const struct restructuring *change, int status)
{
	struct node *list = page_node(&context->page, "Options.kinds");
	struct node *others = page_node(&context->page, "Options.agencies");

	agency_fill(context, was);
	for (int kind = 0; kind < RESTRUCTURED_KINDS; kind++) {
		struct node *node = node_row(list, (size_t)kind);

		node_set(node, "value", restructured_kinds[kind]);
		node_set(node, "label", restructured_names[kind]);
	}
	fill_rows(others, &change->others);
	for (size_t row = 0; row < change->others.count; row++)
		if (form_member(&context->form, TO, row_int(&change->others, row, "value")) != NULL)
			node_set(node_row(others, row), "chosen", "1");
	return context_show_status(context, "cycle/restructure", status);
}

int
show_restructure(struct context *context)
{
	struct restructuring change;
	struct rows was;
	int status = read_agency(context, &was, &change);

	if (status != 0)
		return status;
	set_number(context, "version", row_int(&was, 0, "version"));
	return restructure_show(context, &was, &change, 200);
}

int
restructure(struct context *context)
{
	struct restructuring change;
	struct rows was;
	int result, status = read_agency(context, &was, &change);

	if (status != 0)
		return status;
	if (row_int(&was, 0, "active") == 0)
		return context_refuse(context, 409, "Perangkat daerah ini sudah tidak aktif.");
	restructure_decide(&change);
	if (!form_ok(&context->form)) {
		fill_form(context);
		return restructure_show(context, &was, &change, 422);
	}
	result = db_txn_world(context->db, restructure_write, &change);
	if (result == DB_DUPLICATE) {
		form_error(&context->form, NAME,
		    "Daerah ini sudah mempunyai perangkat daerah dengan nama itu.");
		fill_form(context);
		return restructure_show(context, &was, &change, 422);
	}
	if (db_stopped(context->db, result) == 409) {
		stale(context, row_int(&was, 0, "version"));
		return restructure_show(context, &was, &change, 409);
	}
	return result != 0 ?
	    context_status(context, result) :
	    context_redirect(context, "/cycle/agencies/%lld?done=restructured",
		(long long)change.agency_id);
}
