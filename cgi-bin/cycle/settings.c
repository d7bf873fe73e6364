/* SPDX-License-Identifier: ISC */
/*
 * What the administrator of the whole instance may choose, one form made
 * of the rows of store/setting.h, with who changed what.
 */
#include "store/setting.h"

#include <stdlib.h>
#include <string.h>

#include "cycle/cycle.h"
#include "rules/calendar.h"
#include "frame/words.h"
#include "base/banned.h"

static const char *const weekdays[] = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu",
	"Minggu" };
enum { WEEKDAYS = 7 };

static const enum role roles[] = { ROLE_OPERATOR, ROLE_HEAD, ROLE_VERIFIER, ROLE_VALIDATOR,
	ROLE_ADMIN, ROLE_AUDITOR, ROLE_LEADER, ROLE_ASSISTANT };
enum { ROLES = sizeof(roles) / sizeof(roles[0]) };

enum { VALUE, CHOSEN, VERSION };
const struct field setting_fields[] = {
	[VALUE] = { "value", FIELD_TEXT, "Nilai", .max = 300 },
	[CHOSEN] = { "chosen-", FIELD_FLAG, "Pilihan" },
	/* 0: nobody has chosen yet. */
	[VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 0, .max = INT32_MAX },
	{ 0 },
};

static int
only_everywhere(struct context *context)
{
	return context->actor.region_id == 0 ?
	    0 :
	    context_refuse(context, 403,
		"Pengaturan aplikasi berlaku untuk semua daerah dan hanya diubah "
		"oleh administrator seluruh aplikasi.");
}

static const char *
join(struct arena *arena, const char *text, const char *more)
{
	return *text == '\0' ? more : arena_format(arena, "%s, %s", text, more);
}

/* A value as people read it. */
static const char *
settings_value_words(struct arena *arena, const struct setting_rule *rule, const char *value)
{
	const char *text = "";

	switch (rule->kind) {
	case SETTING_OF_NUMBER:
		return value;
	case SETTING_OF_WEEKDAYS: {
		long mask = strtol(value, NULL, 10);

		for (int day = 0; day < WEEKDAYS; day++)
			if (mask & 1L << day)
				text = join(arena, text, weekdays[day]);
		break;
	}
	case SETTING_OF_ROLES:
		for (size_t at = 0; at < ROLES; at++)
			if (role_listed(value, roles[at]))
				text = join(arena, text, role_name(roles[at]));
		break;
	case SETTING_OF_ADDRESS:
		return *value == '\0' ? "Belum ditetapkan" : value;
	case SETTING_OF_SITES:
		return *value == '\0' ? "Tidak ada" : value;
	}
	return *text == '\0' ? "Tidak ada" : text;
}

/* "file_max_mib: 50" of the history in the words of this page. */
static const char *
change_words(struct arena *arena, const char *text)
{
	const char *end = strstr(text, ": ");
	const struct setting_rule *rule = end == NULL ?
	    NULL :
	    setting_rule(arena_copy(arena, text, (size_t)(end - text)));

	return rule == NULL ?
	    text :
	    arena_format(arena, "%s: %s", rule->label, settings_value_words(arena, rule, end + 2));
}

/* What the page shows. */
struct settings_page {
	const char *values[SETTING_COUNT];
	struct rows history;
};

static int
read_settings_page(struct context *context, struct settings_page *shown)
{
	int result, status = only_everywhere(context);

	if (status != 0)
		return status;
	result = setting_all(context->db, shown->values);
	if (result >= 0)
		result = db_select(context->db, &shown->history, STATEMENT_SETTING_HISTORY);
	return context_status(context, result);
}

static void
settings_fill_history(struct context *context, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(page_node(&context->page, "History"), row);

		fill_row(node, rows, row);
		node_set(node, "when",
		    words_time(context->arena, row_text(rows, row, "at"), context->actor.zone));
		node_set(node, "from_value",
		    change_words(context->arena, row_text(rows, row, "from_value")));
		node_set(node, "to_value",
		    change_words(context->arena, row_text(rows, row, "to_value")));
	}
}

static int
show_settings_page(struct context *context, const struct settings_page *shown)
{
	for (size_t at = 0; at < SETTING_COUNT; at++) {
		const struct setting_rule *rule = &setting_rules[at];
		struct node *node = node_row(page_node(&context->page, "Settings"), at);

		node_set(node, "name", rule->name);
		node_set(node, "label", rule->label);
		node_set(node, "value",
		    settings_value_words(context->arena, rule, shown->values[at]));
	}
	settings_fill_history(context, &shown->history);
	return context_show(context, "cycle/settings");
}

int
show_settings(struct context *context)
{
	struct settings_page shown;
	int status = read_settings_page(context, &shown);

	return status != 0 ? status : show_settings_page(context, &shown);
}

struct choosing {
	struct context *context;
	const struct setting_rule *rule;
	const char *was;
	int64_t version; /* of its row; 0 while there is none */
	const char *value;
};

static int
settings_find(struct choosing *choosing)
{
	struct context *context = choosing->context;
	struct rows rows;
	int result, status = only_everywhere(context);

	if (status != 0)
		return status;
	choosing->rule = setting_rule(context->words[0]);
	if (choosing->rule == NULL)
		return 404;
	result = db_select(context->db, &rows, STATEMENT_SETTING_VALUE,
	    db_text(choosing->rule->name));
	if (result < 0)
		return context_status(context, result);
	choosing->was = result > 0 ? row_text(&rows, 0, "value") : choosing->rule->value;
	choosing->version = result > 0 ? row_int(&rows, 0, "version") : 0;
	return 0;
}

static void
fill_choice(struct context *context, size_t index, const char *label, bool chosen)
{
	struct node *node = node_row(page_node(&context->page, "Choices"), index);

	node_set(node, "name", arena_format(context->arena, "chosen-%zu", index + 1));
	node_set(node, "label", label);
	if (chosen)
		node_set(node, "chosen", "1");
}

/* The choices of a setting that is a set, ticked as in a value. */
static void
settings_fill_choices(const struct choosing *choosing, const char *value)
{
	struct context *context = choosing->context;

	if (choosing->rule->kind == SETTING_OF_WEEKDAYS) {
		long mask = strtol(value, NULL, 10);

		for (size_t day = 0; day < WEEKDAYS; day++)
			fill_choice(context, day, weekdays[day], (mask & 1L << day) != 0);
	} else if (choosing->rule->kind == SETTING_OF_ROLES)
		for (size_t at = 0; at < ROLES; at++)
			fill_choice(context, at, role_name(roles[at]),
			    role_listed(value, roles[at]));
}

static int
show_setting_form(const struct choosing *choosing, const char *value, int code)
{
	struct node *node = page_node(&choosing->context->page, "Setting");

	node_set(node, "name", choosing->rule->name);
	node_set(node, "label", choosing->rule->label);
	if (choosing->rule->kind == SETTING_OF_ADDRESS)
		node_set(node, "address", "1");
	else if (choosing->rule->kind == SETTING_OF_SITES)
		node_set(node, "sites", "1");
	node_set_int(node, "min", choosing->rule->min);
	node_set_int(node, "max", choosing->rule->max);
	settings_fill_choices(choosing, value);
	return context_show_status(choosing->context, "cycle/setting", code);
}

int
edit_setting(struct context *context)
{
	struct choosing choosing = { .context = context };
	int status = settings_find(&choosing);

	if (status != 0)
		return status;
	set_value(context, "value", choosing.was);
	set_number(context, "version", choosing.version);
	return show_setting_form(&choosing, choosing.was, 200);
}

/* The typed number, or what the ticks make. */
static const char *
value_of_form(const struct choosing *choosing)
{
	struct context *context = choosing->context;
	const struct form *form = &context->form;
	struct buffer text = { .arena = context->arena };
	long mask = 0;

	if (choosing->rule->kind == SETTING_OF_WEEKDAYS) {
		for (int day = 0; day < WEEKDAYS; day++)
			if (form_member(form, CHOSEN, day + 1) != NULL)
				mask |= 1L << day;
		return arena_format(context->arena, "%ld", mask);
	}
	if (choosing->rule->kind != SETTING_OF_ROLES)
		return form_text(form, VALUE);
	buffer_text(&text, "");
	for (int at = 0; at < (int)ROLES; at++)
		if (form_member(form, CHOSEN, at + 1) != NULL)
			buffer_format(&text, "%s%s", text.length > 0 ? "," : "",
			    role_code(roles[at]));
	return text.bytes;
}

static int
settings_choose(struct db *db, void *argument)
{
	struct choosing *choosing = argument;
	struct context *context = choosing->context;
	struct rows now;
	int result = db_select(db, &now, STATEMENT_SETTING_LOCK, db_text(choosing->rule->name));

	if (result < 0)
		return result;
	if ((result > 0 ? row_int(&now, 0, "version") : 0) != form_number(&context->form, VERSION))
		return db_stop(db, 409);
	return setting_change(db, choosing->rule, choosing->value, context->actor.account_id);
}

static void
settings_refuse(const struct choosing *choosing)
{
	struct form *form = &choosing->context->form;

	switch (choosing->rule->kind) {
	case SETTING_OF_WEEKDAYS:
		form_error(form, VALUE, "Centang paling sedikit satu hari kerja.");
		break;
	case SETTING_OF_ADDRESS:
		form_error(form, VALUE,
		    "Tulis satu alamat yang dimulai dengan https://, atau kosongkan.");
		break;
	case SETTING_OF_SITES:
		form_error(form, VALUE,
		    "Tulis alamat situs seperti https://www.kota.go.id dengan huruf kecil, tanpa "
		    "garis miring dan halaman di belakangnya, dengan satu spasi di antaranya.");
		break;
	case SETTING_OF_NUMBER:
	case SETTING_OF_ROLES:
		form_error(form, VALUE, "Tulis angka bulat dari %lld sampai %lld.",
		    (long long)choosing->rule->min, (long long)choosing->rule->max);
		break;
	}
}

int
update_setting(struct context *context)
{
	struct choosing choosing = { .context = context };
	int result, status = settings_find(&choosing);

	if (status != 0)
		return status;
	choosing.value = value_of_form(&choosing);
	if (!setting_fits(choosing.rule, choosing.value))
		settings_refuse(&choosing);
	if (!form_ok(&context->form)) {
		fill_form(context);
		return show_setting_form(&choosing, choosing.value, 422);
	}
	if (strcmp(choosing.value, choosing.was) != 0) {
		result = db_txn_world(context->db, settings_choose, &choosing);
		if (db_stopped(context->db, result) == 409) {
			stale(context, choosing.version);
			return show_setting_form(&choosing, choosing.value, 409);
		}
		if (result != 0)
			return context_status(context, result);
	}
	return context_redirect(context, "/cycle/settings?done=saved");
}
