/* SPDX-License-Identifier: ISC */
/*
 * An activity is entered, changed, or taken out of the register with all that says who
 * was there.
 */
#include "activity/activity.h"

#include <string.h>

#include "base/banned.h"

enum { DAY_MINUTES = 24 * 60, HOURS_MAX = 2000 };

enum {
	EDIT_KIND,
	EDIT_TITLE,
	EDIT_STARTS_ON,
	EDIT_ENDS_ON,
	EDIT_STARTS,
	EDIT_ENDS,
	EDIT_PLACE,
	EDIT_ORGANISER,
	EDIT_HOURS,
	EDIT_AGENDA,
	EDIT_MINUTES,
	EDIT_FOLLOW_UP,
	EDIT_VERSION
};

#define ACTIVITY_FIELDS \
	[EDIT_KIND] = { "kind", FIELD_CHOICE, "Jenis kegiatan", true, .choices = activity_kinds }, \
	[EDIT_TITLE] = { "title", FIELD_TEXT, "Nama kegiatan", true, .min = 3, \
		.max = TITLE_LENGTH }, \
	[EDIT_STARTS_ON] = { "starts_on", FIELD_DATE, "Tanggal mulai", true }, \
	[EDIT_ENDS_ON] = { "ends_on", FIELD_DATE, "Tanggal selesai" }, \
	[EDIT_STARTS] = { "starts", FIELD_TEXT, "Jam mulai", true, .max = 8 }, \
	[EDIT_ENDS] = { "ends", FIELD_TEXT, "Jam selesai", true, .max = 8 }, \
	[EDIT_PLACE] = { "place", FIELD_TEXT, "Tempat", true, .max = 200 }, \
	[EDIT_ORGANISER] = { "organiser", FIELD_TEXT, "Penyelenggara", true, .max = 200 }, \
	[EDIT_HOURS] = { "hours", FIELD_NUMBER, "Jam pelajaran", .min = 1, .max = HOURS_MAX }, \
	[EDIT_AGENDA] = { "agenda", FIELD_LINES, "Acara", .max = BODY_LENGTH }, \
	[EDIT_MINUTES] = { "minutes", FIELD_LINES, "Notulen", .max = BODY_LENGTH }, \
	[EDIT_FOLLOW_UP] = { "follow_up", FIELD_LINES, "Tindak lanjut", .max = BODY_LENGTH }

const struct field activity_fields[] = {
	ACTIVITY_FIELDS,
	{ .name = NULL },
};

const struct field activity_edit_fields[] = {
	ACTIVITY_FIELDS,
	[EDIT_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { REMOVE_VERSION };
const struct field activity_remove_fields[] = {
	[REMOVE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

/* What is to be stored of the form. */
struct editing {
	struct context *context;
	struct activity found; /* of one that is changed */
	int64_t starts, ends;
	const char *ends_on;
	int64_t id;
};

/* "8.30", "08:30", "0830": the minute of the day, or -1. */
static int64_t
clock_minute(const char *text)
{
	int64_t number = 0, parts[2] = { 0, 0 };
	size_t part = 0, digits = 0;

	for (; *text != '\0'; text++) {
		if (*text >= '0' && *text <= '9' && digits < 4) {
			number = number * 10 + (*text - '0');
			digits++;
		} else if ((*text == '.' || *text == ':') && part == 0 && digits > 0) {
			parts[part++] = number;
			number = 0;
			digits = 0;
		} else {
			return -1;
		}
	}
	if (part == 0 && digits == 4) {
		parts[0] = number / 100;
		parts[1] = number % 100;
	} else if (part == 1 && digits == 2) {
		parts[1] = number;
	} else {
		return -1;
	}
	return parts[0] < 24 && parts[1] < 60 ? parts[0] * 60 + parts[1] : -1;
}

static int64_t
read_clock(struct form *form, int field)
{
	const char *text = form_text(form, field);
	int64_t minute = clock_minute(text);

	if (*text != '\0' && minute < 0)
		form_error(form, field, "%s tidak terbaca. Tulis seperti 08.30.",
		    form->fields[field].label);
	return minute;
}

/* What no field shows alone. */
static void
check_times(struct editing *editing)
{
	struct form *form = &editing->context->form;
	const char *from = form_text(form, EDIT_STARTS_ON), *until = form_text(form, EDIT_ENDS_ON);

	editing->starts = read_clock(form, EDIT_STARTS);
	editing->ends = read_clock(form, EDIT_ENDS);
	editing->ends_on = *until != '\0' ? until : from;
	if (!form_ok(form))
		return;
	if (strcmp(editing->ends_on, from) < 0)
		form_error(form, EDIT_ENDS_ON,
		    "Tanggal selesai mendahului tanggal mulai. Perbaiki salah satunya.");
	if (editing->ends <= editing->starts)
		form_error(form, EDIT_ENDS,
		    "Jam selesai harus sesudah jam mulai. Kegiatan sampai lewat tengah malam "
		    "ditulis sampai 23.59.");
}

/* A value for a form that the route of its page does not declare. */
static void
give_value(struct context *context, int field, const char *text)
{
	node_set(page_node(&context->page, "Form.value"), activity_edit_fields[field].name, text);
}

static void
fill_activity_values(struct context *context, const struct activity *activity)
{
	struct arena *arena = context->arena;

	give_value(context, EDIT_KIND, activity->kind);
	give_value(context, EDIT_TITLE, activity->title);
	give_value(context, EDIT_STARTS_ON, activity->starts_on);
	give_value(context, EDIT_ENDS_ON,
	    strcmp(activity->starts_on, activity->ends_on) == 0 ? "" : activity->ends_on);
	give_value(context, EDIT_STARTS, activity_clock(arena, activity->starts));
	give_value(context, EDIT_ENDS, activity_clock(arena, activity->ends));
	give_value(context, EDIT_PLACE, activity->place);
	give_value(context, EDIT_ORGANISER, activity->organiser);
	give_value(context, EDIT_HOURS,
	    activity->hours > 0 ? arena_format(arena, "%lld", (long long)activity->hours) : "");
	give_value(context, EDIT_AGENDA, activity->agenda);
	give_value(context, EDIT_MINUTES, activity->minutes);
	give_value(context, EDIT_FOLLOW_UP, activity->follow_up);
}

int
show_new_activity(struct context *context)
{
	activity_fill_kinds(context);
	page_set(&context->page, "Form.value.organiser", context->actor.agency_name);
	return context_show(context, "activity/edit");
}

/* The fields in the order of the statements that write them. */
static int
write_activity(struct db *db, struct editing *editing)
{
	struct context *context = editing->context;
	const struct form *form = &context->form;
	bool fresh = editing->found.id == 0;
	const struct db_value fields[] = { db_text(form_text(form, EDIT_KIND)),
		db_text(form_text(form, EDIT_TITLE)), db_text(form_text(form, EDIT_STARTS_ON)),
		db_text(editing->ends_on), db_int(editing->starts), db_int(editing->ends),
		db_text(form_text(form, EDIT_PLACE)), db_text(form_text(form, EDIT_ORGANISER)),
		db_key(form_number(form, EDIT_HOURS)), db_text(form_text(form, EDIT_AGENDA)),
		db_text(form_text(form, EDIT_MINUTES)), db_text(form_text(form, EDIT_FOLLOW_UP)) };

	return fresh ?
	    db_run(db, STATEMENT_ACTIVITY_ADD, fields[0], fields[1], fields[2], fields[3],
		fields[4], fields[5], fields[6], fields[7], fields[8], fields[9], fields[10],
		fields[11], db_int(context->actor.agency_id), db_int(context->actor.account_id)) :
	    db_run(db, STATEMENT_ACTIVITY_CHANGE, fields[0], fields[1], fields[2], fields[3],
		fields[4], fields[5], fields[6], fields[7], fields[8], fields[9], fields[10],
		fields[11], db_int(editing->found.id), db_int(context->actor.agency_id),
		db_int(form_number(form, EDIT_VERSION)));
}

static int
store_activity(struct db *db, void *argument)
{
	struct editing *editing = argument;
	struct context *context = editing->context;
	bool fresh = editing->found.id == 0;
	int result = write_activity(db, editing);

	if (result == 0)
		return context_stop(context, 409,
		    "Kegiatan ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya; yang Anda tulis ada di bawah.");
	if (result < 0)
		return result;
	editing->id = fresh ? db_last_key(db) : editing->found.id;
	return activity_change(context, editing->id, fresh ? NULL : editing->found.title,
	    form_text(&context->form, EDIT_TITLE));
}

static int
show_edit_errors(struct editing *editing)
{
	struct context *context = editing->context;

	if (editing->found.id != 0)
		activity_fill(context, &editing->found);
	activity_fill_kinds(context);
	return context_show_errors(context, "activity/edit");
}

static int
save_activity(struct editing *editing, const char *done)
{
	struct context *context = editing->context;
	int status;

	check_times(editing);
	if (!form_ok(&context->form))
		return show_edit_errors(editing);
	status = context_status(context, db_txn(context->db, store_activity, editing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/activity/%lld?done=%s", (long long)editing->id, done);
}

int
add_activity(struct context *context)
{
	struct editing editing = { .context = context };

	return save_activity(&editing, "created");
}

static int
show_edit_page(struct context *context, const struct activity *activity)
{
	activity_fill(context, activity);
	activity_fill_kinds(context);
	fill_activity_values(context, activity);
	return context_show(context, "activity/edit");
}

int
show_activity_edit(struct context *context)
{
	struct activity activity;
	int status = activity_find(context, &activity);

	return status != 0 ? status : show_edit_page(context, &activity);
}

int
edit_activity(struct context *context)
{
	struct editing editing = { .context = context };
	int status = activity_find(context, &editing.found);

	return status != 0 ? status : save_activity(&editing, "saved");
}

/* ---- taken out ----------------------------------------------------------------- */

static int
activity_take_out(struct db *db, void *argument)
{
	const struct editing *editing = argument;
	struct context *context = editing->context;
	int result = db_run(db, STATEMENT_ACTIVITY_REMOVE, db_int(editing->found.id),
	    db_int(context->actor.agency_id), db_int(form_number(&context->form, REMOVE_VERSION)));

	if (result == 0)
		return context_stop(context, 409,
		    "Kegiatan ini sudah berubah sejak halaman ini ditampilkan. Muat ulang "
		    "halamannya sebelum menghapusnya.");
	if (result > 0)
		result = db_run(db, STATEMENT_ACTIVITY_SESSION_CLOSE, db_int(editing->found.id));
	if (result >= 0)
		result = db_run(db, STATEMENT_ACTIVITY_ATTENDANCE_CLEAR, db_int(editing->found.id));
	return result < 0 ?
	    result :
	    activity_change(context, editing->found.id, editing->found.title, "dihapus");
}

int
remove_activity(struct context *context)
{
	struct editing editing = { .context = context };
	int status = activity_find(context, &editing.found);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context, db_txn(context->db, activity_take_out, &editing));
	return status != 0 ? status : context_redirect(context, "/activity/?done=removed");
}
