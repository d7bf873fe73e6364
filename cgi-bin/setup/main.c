/* SPDX-License-Identifier: ISC */
/*
 * The set-up's pages: one that says what the host has and what comes next, and
 * three forms, of which each wants the owner's code.
 */
#include "setup/setup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "frame/form_upload.h"
#include "frame/respond.h"
#include "store/account.h"
#include "store/password.h"
#include "store/schema.h"
#include "store/setting.h"
#include "web/server.h"
#include "base/banned.h"

enum { CODE }; /* the first field of each form */

#define CODE_FIELD [CODE] = { "code", FIELD_SECRET, "Kode dari private/kode.txt", true, .max = 100 }

enum { DB_PLACE = CODE + 1, DB_NAME, DB_USER, DB_PASSWORD };
static const struct field database_fields[] = {
	CODE_FIELD,
	[DB_PLACE] = { "host", FIELD_TEXT, "Server basis data", true, .max = 120 },
	[DB_NAME] = { "name", FIELD_TEXT, "Nama basis data", true, .max = 64 },
	[DB_USER] = { "user", FIELD_TEXT, "Pengguna basis data", true, .max = 80 },
	[DB_PASSWORD] = { "db_password", FIELD_SECRET, "Kata sandi basis data", .max = 200 },
	{ NULL },
};

static const struct field table_fields[] = { CODE_FIELD, { NULL } };

enum { ADMIN_NAME = CODE + 1, ADMIN_USERNAME, ADMIN_PASSWORD };
static const struct field admin_fields[] = {
	CODE_FIELD,
	[ADMIN_NAME] = { "full_name", FIELD_TEXT, "Nama lengkap", true, .max = 120 },
	[ADMIN_USERNAME] = { "username", FIELD_TEXT, "Nama pengguna", true, .max = 60 },
	[ADMIN_PASSWORD] = { "password", FIELD_SECRET, "Kata sandi", true, .max = PASSWORD_MAX },
	{ NULL },
};

struct setup {
	setup_command *command;
	struct setup_places places;
	struct setup_state state;
	struct setup_check checks[SETUP_CHECKS];
	size_t check_count;
	struct config own; /* what the pages need before there is a configuration */
	struct config config;
	struct db *db;
	const char *said; /* by a command that did not do it */
};

/* ---- read: how far it has come ---- */

/* The last migration that was finished; 0: none, or the tables cannot be read. */
static long
schema_level(struct db *db)
{
	struct rows rows;
	long level = 0;

	if (db_run(db, STATEMENT_MIGRATION_TABLE) < 0 ||
	    db_select(db, &rows, STATEMENT_MIGRATION_LIST) < 0)
		return 0;
	for (size_t row = 0; row < rows.count; row++)
		if (!row_null(&rows, row, "finished_at") && row_int(&rows, row, "number") > level)
			level = (long)row_int(&rows, row, "number");
	return level;
}

static bool
has_accounts(struct db *db)
{
	struct rows rows;

	/* Not knowing is no reason to open. */
	return db_select(db, &rows, STATEMENT_SETUP_ACCOUNT) != 0;
}

static void
setup_read(struct context *context, struct setup *setup)
{
	struct setup_state *state = &setup->state;

	*state = (struct setup_state){ .step = SETUP_DATABASE, .wanted = SCHEMA_LEVEL };
	setenv("MATANG_CONFIG", setup->places.config, 1);
	if (access(setup->places.config, F_OK) != 0)
		return;
	if (config_load(&setup->config, "setup") != 0) {
		state->trouble = "private/matang.conf tidak dapat dibaca; sebabnya ada di log "
				 "kesalahan server web.";
		return;
	}
	setup->db = db_new(&setup->config);
	db_attach(setup->db, context->arena, &context->errors);
	if (db_ping(setup->db) != 0) {
		state->trouble = "Basis data di private/matang.conf tidak menjawab.";
		error_chain_clear(&context->errors);
		return;
	}
	state->level = schema_level(setup->db);
	state->step = state->level < SCHEMA_LEVEL ?
	    SETUP_TABLES :
	    access(setup->places.closed, F_OK) == 0 || has_accounts(setup->db) ?
	    SETUP_CLOSED :
	    SETUP_ADMIN;
	error_chain_clear(&context->errors);
}

/* ---- show ---- */

/* The newest build of the style sheet, as the programs find it. */
static const char *
setup_assets(struct context *context, const struct setup_places *places)
{
	FILE *file = fopen(arena_format(context->arena, "%s/assets/current", places->folder), "re");
	char build[64] = "";

	if (file != NULL) {
		if (fgets(build, sizeof(build), file) == NULL)
			build[0] = '\0';
		fclose(file);
	}
	build[strcspn(build, "\r\n")] = '\0';
	return arena_format(context->arena, "%s/assets/%s", places->base, build);
}

static void
show_checks(struct context *context, const struct setup *setup)
{
	static const char *const words[] = { "good", "lacks", "needs" };
	struct node *list = page_node(&context->page, "Checks");
	bool stops = false;

	for (size_t at = 0; at < setup->check_count; at++) {
		const struct setup_check *check = &setup->checks[at];
		struct node *node = node_row(list, at);

		node_set(node, "what", check->what);
		node_set(node, "words", check->words);
		node_set(node, "state", words[check->state]);
		stops |= check->state == SETUP_NEEDS;
	}
	if (stops)
		page_set(&context->page, "Setup.stops", "1");
}

static int
setup_show(struct context *context, const struct setup *setup, int status)
{
	static const char *const steps[] = { "database", "tables", "admin", "closed" };
	struct page *page = &context->page;

	page_set(page, "Site.base", setup->places.base);
	page_set(page, "Site.assets", setup_assets(context, &setup->places));
	page_set(page, "Setup.step", steps[setup->state.step]);
	page_set(page, "Setup.trouble", setup->state.trouble != NULL ? setup->state.trouble : "");
	page_set(page, "Setup.said", setup->said != NULL ? setup->said : "");
	page_set_int(page, "Setup.level", setup->state.level);
	page_set_int(page, "Setup.wanted", setup->state.wanted);
	page_set(page, "Setup.private",
	    setup_shown(context, &setup->places, setup->places.private));
	if (access(setup->places.code, F_OK) == 0)
		page_set(page, "Setup.code_there", "1");
	show_checks(context, setup);
	fill_form(context);
	if (status == 200)
		page_set(page, "Form.value.host", "localhost");
	return context_show_status(context, "setup/setup", status);
}

static int
setup_again(struct context *context, const struct setup *setup, int field, const char *why)
{
	form_error(&context->form, field, "%s", why);
	return setup_show(context, setup, 422);
}

/* ---- the forms ---- */

static bool
host_stops(const struct setup *setup)
{
	for (size_t at = 0; at < setup->check_count; at++)
		if (setup->checks[at].state == SETUP_NEEDS)
			return true;
	return false;
}

static int
setup_database(struct context *context, struct setup *setup)
{
	const struct setup_database database = { form_text(&context->form, DB_PLACE),
		form_text(&context->form, DB_NAME), form_text(&context->form, DB_USER),
		form_text(&context->form, DB_PASSWORD) };
	char *key[] = { (char *)"matang", (char *)"make-key", NULL };
	char *secrets[] = { (char *)"matang", (char *)"make-secrets-key", NULL };
	size_t length = strlen(database.password);
	const char *why;

	if (setup->state.step != SETUP_DATABASE)
		return 409;
	if (host_stops(setup))
		return setup_again(context, setup, CODE,
		    "Penuhi dahulu yang bertanda \"perlu\" dalam daftar di atas.");
	if (length > 0 && (*database.password == ' ' || database.password[length - 1] == ' '))
		return setup_again(context, setup, DB_PASSWORD,
		    "Kata sandi basis data tidak boleh diawali atau diakhiri spasi. Ganti di "
		    "panel.");
	if (strpbrk(database.host, " ,") != NULL)
		return setup_again(context, setup, DB_PLACE,
		    "Tulis satu alamat saja, misalnya localhost.");
	if (setup_write(context, &setup->places, &database, &why) != 0)
		return setup_again(context, setup, DB_PLACE, why);
	/* A key that is there already stays as it is, and that is no failure here. */
	setup_run(context, setup->command, key, &why);
	setup_run(context, setup->command, secrets, &why);
	answer_redirect(context->request,
	    arena_format(context->arena, "%s/setup/", setup->places.base));
	return 0;
}

static int
setup_tables(struct context *context, struct setup *setup)
{
	char *migrate[] = { (char *)"matang", (char *)"migrate", NULL };
	char *reference[] = { (char *)"matang", (char *)"import", (char *)"reference",
		arena_format(context->arena, "%s/sql/reference", setup->places.private), NULL };

	if (setup->state.step != SETUP_TABLES)
		return 409;
	if (setup_run(context, setup->command, migrate, &setup->said) != 0 ||
	    setup_run(context, setup->command, reference, &setup->said) != 0)
		return setup_again(context, setup, CODE,
		    "Tabel belum selesai dibuat; keterangannya di bawah.");
	answer_redirect(context->request,
	    arena_format(context->arena, "%s/setup/", setup->places.base));
	return 0;
}

static const char *
setup_flaw(struct context *context, enum password_flaw flaw, int64_t least)
{
	switch (flaw) {
	case PASSWORD_GOOD:
		return NULL;
	case PASSWORD_SHORT:
		return arena_format(context->arena, "Kata sandi sedikitnya %lld karakter.",
		    (long long)least);
	case PASSWORD_LONG:
		return "Kata sandi terlalu panjang.";
	case PASSWORD_IS_NAME:
	case PASSWORD_PLAIN:
	case PASSWORD_KNOWN:
	case PASSWORD_LOCAL:
		break;
	}
	return "Kata sandi ini mudah ditebak. Pilih beberapa kata yang tidak berhubungan.";
}

static int
setup_add_account(struct db *db, void *argument)
{
	struct rows rows;

	if (db_select(db, &rows, STATEMENT_SETUP_ACCOUNT) != 0)
		return db_stop(db, 409);
	return account_add(db, argument, 0, "first administrator, by the set-up");
}

/* Nobody is to begin here again, also when the database is emptied one day. */
static void
setup_close(const struct setup_places *places)
{
	FILE *file = fopen(places->closed, "we");

	if (file == NULL || fclose(file) != 0)
		log_process("setup", "%s cannot be written", places->closed);
	unlink(places->code);
}

static int
setup_admin(struct context *context, struct setup *setup)
{
	const char *name = form_text(&context->form, ADMIN_USERNAME), *why;
	const char *password = form_text(&context->form, ADMIN_PASSWORD);
	char hash[PASSWORD_HASH_TEXT];
	struct account account = { .username = name,
		.password_hash = hash,
		.role = ROLE_ADMIN,
		.person = { [PERSON_NAME] = form_text(&context->form, ADMIN_NAME) } };
	const char *const names[] = { account.person[PERSON_NAME], NULL };
	int64_t least;
	int result;

	if (setup->state.step != SETUP_ADMIN)
		return 409;
	if (!account_name_fits(name))
		return setup_again(context, setup, ADMIN_USERNAME,
		    "Nama pengguna terdiri atas 3 sampai 60 huruf kecil, angka, titik, garis bawah "
		    "atau tanda hubung.");
	result = setting_number(setup->db, SETTING_PASSWORD_MIN_LENGTH, &least);
	if (result != 0)
		return 503;
	why = setup_flaw(context, password_flaw(password, name, least, names), least);
	if (why != NULL)
		return setup_again(context, setup, ADMIN_PASSWORD, why);
	if (password_hash(hash, password) != 0)
		return 500;
	result = db_txn(setup->db, setup_add_account, &account);
	if (result != 0)
		return db_stopped(setup->db, result) != 0 ? db_stopped(setup->db, result) : 503;
	setup_close(&setup->places);
	answer_redirect(context->request,
	    arena_format(context->arena, "%s/account/", setup->places.base));
	return 0;
}

/* ---- one request ---- */

static const struct setup_form {
	const char *path;
	const struct field *fields;
	int (*take)(struct context *, struct setup *);
} forms[] = {
	{ "/setup/database", database_fields, setup_database },
	{ "/setup/tables", table_fields, setup_tables },
	{ "/setup/admin", admin_fields, setup_admin },
};

static int
take_form(struct context *context, struct setup *setup, const struct setup_form *form)
{
	struct form_sink closed = form_upload_closed();
	/* The code is what no page of another site can send. */
	int status = form_read(&context->form, context->request, form->fields, NULL, &closed);
	const char *why;

	if (status != 0)
		return status;
	if (form_ok(&context->form)) {
		why = setup_code_wrong(context, &setup->places, form_text(&context->form, CODE));
		if (why == NULL)
			return form->take(context, setup);
		form_error(&context->form, CODE, "%s", why);
	}
	return setup_show(context, setup, 422);
}

static int
setup_answer(struct context *context, struct setup *setup)
{
	const char *path = context->request->path;

	setup_read(context, setup);
	setup->check_count = setup_look_at_host(context, &setup->places, setup->checks);
	if (context->request->method == METHOD_POST)
		for (size_t at = 0; at < sizeof(forms) / sizeof(forms[0]); at++)
			if (strcmp(forms[at].path, path) == 0)
				return take_form(context, setup, &forms[at]);
	if (context->request->method != METHOD_GET && context->request->method != METHOD_HEAD)
		return 405;
	if (strcmp(path, "/setup/") != 0) {
		answer_redirect(context->request,
		    arena_format(context->arena, "%s/setup/", setup->places.base));
		return 0;
	}
	return setup_show(context, setup, 200);
}

static void
setup_refuse(struct context *context, const struct setup *setup, int status)
{
	page_set(&context->page, "Site.base", setup->places.base);
	page_set(&context->page, "Site.assets", setup_assets(context, &setup->places));
	respond_error(context, status);
}

static void
setup_handle(struct request *request, void *argument)
{
	struct setup setup = { .command = argument };
	struct context context = { .arena = request->arena,
		.config = &setup.own,
		.request = request,
		.program = "setup",
		.actor = { .role = ROLE_PUBLIC,
		    .name = "",
		    .region_name = "",
		    .agency_name = "",
		    .zone = "WIB",
		    .csrf = "" } };
	struct pages *pages;
	int status;

	setup_find_places(&context, &setup.places);
	setup.own.base_path = (char *)setup.places.base;
	pages = pages_open(arena_format(request->arena, "%s/templates", setup.places.private));
	if (pages != NULL) {
		page_begin(&context.page, pages, request->arena);
		status = setup_answer(&context, &setup);
		if (status != 0)
			setup_refuse(&context, &setup, status);
		page_end(&context.page);
	} else {
		static const char words[] =
		    "Folder private/templates belum ada. Unggah seluruh isi "
		    "paket, lalu muat ulang halaman ini.\n";

		answer_send(request, 503, "text/plain; charset=utf-8", words, strlen(words));
	}
	db_free(setup.db);
}

int
setup_main(setup_command *command)
{
	secret_init();
	/* analyse: the function is carried as what the server hands on. */
	return server_run(setup_handle, 0, (void *)command);
}
