/* SPDX-License-Identifier: ISC */
#include "frame/context.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "frame/route.h"
#include "frame/form_upload.h"
#include "frame/navigation.h"
#include "frame/session.h"
#include "web/server.h"
#include "web/tus.h"
#include "base/banned.h"

struct program {
	const char *name;
	const struct route *routes;
	struct config config;
	struct db *db;
	struct pages *pages;
	struct process_cache cache;
	char *assets;		/* address of the built assets */
};

bool
visit_may(const struct visit *visit, unsigned roles)
{
	return (roles & (unsigned)visit->actor.role) != 0;
}

static void
fill_common(struct visit *visit)
{
	const struct actor *actor = &visit->actor;
	struct page *page = &visit->page;

	if (actor->account_id != 0) {
		page_set_int(page, "Actor.id", actor->account_id);
		page_set(page, "Actor.name", actor->name);
		page_set(page, "Actor.role", role_code(actor->role));
		page_set(page, "Actor.role_name", role_name(actor->role));
		page_set(page, "Actor.agency_name", actor->agency_name);
		page_set(page, "Actor.region_name", actor->region_name);
		nav_fill(visit);
	}
	page_set(page, "Form.csrf", actor->csrf);
	page_set(page, "Page.done", visit->form.done != NULL ?
	    visit->form.done : "");
}

int
visit_show_status(struct visit *visit, const char *view, int status)
{
	const char *html;
	size_t length;

	fill_common(visit);
	if (page_render(&visit->page, view, &visit->fault, &html,
	    &length) != 0)
		return 500;
	answer_send(visit->request, status, "text/html; charset=utf-8", html,
	    length);
	return 0;
}

int
visit_show(struct visit *visit, const char *view)
{
	return visit_show_status(visit, view, 200);
}

int
visit_show_errors(struct visit *visit, const char *view)
{
	fill_form(visit);
	return visit_show_status(visit, view, visit->file_status != 0 ?
	    visit->file_status : 422);
}

int
visit_redirect(struct visit *visit, const char *format, ...)
{
	va_list arguments;
	char *path;

	va_start(arguments, format);
	path = arena_vformat(visit->arena, format, arguments);
	va_end(arguments);
	answer_redirect(visit->request, arena_format(visit->arena, "%s%s",
	    visit->config->base_path, path));
	return 0;
}

int
visit_refuse(struct visit *visit, int status, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	visit->why = arena_vformat(visit->arena, format, arguments);
	va_end(arguments);
	return status;
}

int
visit_status(const struct visit *visit, int result)
{
	(void)visit;
	if (result > 0)
		return result >= 400 ? result : 0;
	switch (result) {
	case 0:
		return 0;
	case DB_AWAY:
	case DB_BUSY:
		return 503;
	case DB_DUPLICATE:
	case DB_REFUSED:
		return 409;
	default:
		return 500;
	}
}

int
visit_json(struct visit *visit, int status, const char *json)
{
	answer_send(visit->request, status, "application/json; charset=utf-8",
	    json, strlen(json));
	return 0;
}

const char *
visit_setting(struct visit *visit, const char *name, const char *otherwise)
{
	struct rows rows;

	return db_select(visit->db, &rows, STATEMENT_SETTING_VALUE,
	    db_text(name)) == 1 ? row_text(&rows, 0, "value") : otherwise;
}

int64_t
visit_setting_number(struct visit *visit, const char *name, int64_t otherwise)
{
	const char *value = visit_setting(visit, name, NULL);

	return value != NULL ? strtoll(value, NULL, 10) : otherwise;
}

/* What was typed into a form that could not be taken is shown again, to be
 * copied: nobody types a page twice. */
static void
add_typed(struct node *typed, size_t *row, const char *label, const char *text)
{
	struct node *node;

	if (*text == '\0')
		return;
	node = node_row(typed, *row);
	node_set_int(node, "number", (int64_t)++*row);
	node_set(node, "label", label);
	node_set(node, "value", text);
}

static void
fill_typed(struct visit *visit)
{
	const struct form *form = &visit->form;
	struct node *typed = page_node(&visit->page, "Error.typed");
	size_t row = 0;

	for (size_t at = 0; at < form->count; at++) {
		const struct field *field = &form->fields[at];
		const struct value *value = &form->values[at];

		if (field->kind != FIELD_TEXT && field->kind != FIELD_LINES)
			continue;
		add_typed(typed, &row, field->label, value->text);
		for (const struct each *each = value->each; each != NULL;
		    each = each->next)
			add_typed(typed, &row, field->label, each->text);
	}
}

/* For programs, which show it to the person beside the file that it is about. */
static void
show_plain(struct visit *visit, int status, const char *reference)
{
	const char *why = visit->why;
	char *text;

	if (why == NULL)
		why = status == 503 ? "Layanan sedang tidak tersedia. Yang "
		    "sudah terkirim tetap tersimpan; coba lagi sebentar lagi." :
		    status == 404 ? "Unggahan ini tidak ada." :
		    "Permintaan ini tidak dapat dilayani.";
	text = status >= 500 ? arena_format(visit->arena,
	    "%s Nomor rujukan: %s.\n", why, reference) :
	    arena_format(visit->arena, "%s\n", why);
	answer_send(visit->request, status, "text/plain; charset=utf-8", text,
	    strlen(text));
}

/* Nothing of the request is trusted any more: a page of its own. */
static void
show_error(struct visit *visit, int status)
{
	char reference[REFERENCE_TEXT];
	struct pages *pages = visit->page.pages;
	const char *html;
	size_t length;

	random_reference(reference);
	if (status >= 500 || visit->fault.depth > 0)
		fault_log(&visit->fault, reference);
	if (visit->request->answered)
		return;
	if (visit->plain) {
		show_plain(visit, status, reference);
		return;
	}
	if (strstr(visit->request->accept, "application/json") != NULL) {
		struct buffer json = { .arena = visit->arena };

		buffer_format(&json, "{\"error\":%d,\"reference\":\"%s\","
		    "\"message\":", status, reference);
		json_text(&json, visit->why != NULL ? visit->why : "");
		buffer_char(&json, '}');
		visit_json(visit, status, json.bytes);
		return;
	}
	page_set_int(&visit->page, "Error.status", status);
	page_set(&visit->page, "Error.reference", reference);
	page_set(&visit->page, "Error.why", visit->why != NULL ? visit->why :
	    "");
	fill_typed(visit);
	fill_common(visit);
	if (pages != NULL && page_render(&visit->page, "error",
	    &visit->fault, &html, &length) == 0) {
		answer_send(visit->request, status, "text/html; charset=utf-8",
		    html, length);
		return;
	}
	fault_log(&visit->fault, reference);
	html = arena_format(visit->arena, "Galat %d, nomor rujukan %s\n",
	    status, reference);
	answer_send(visit->request, status, "text/plain; charset=utf-8", html,
	    strlen(html));
}

static int
health(struct visit *visit)
{
	bool alive = db_ping(visit->db) == 0;
	const char *text = alive ? "ok\n" : "database away\n";

	answer_send(visit->request, alive ? 200 : 503,
	    "text/plain; charset=utf-8", text, strlen(text));
	return 0;
}

/* Reads a POST that cannot be taken, so that the error page can show what was
 * typed. */
static void
read_typed(struct visit *visit, const struct route *route)
{
	struct form_sink closed = intake_closed();

	if (visit->request->method == METHOD_POST &&
	    !(route->flags & ROUTE_OWN_BODY))
		form_read(&visit->form, visit->request, route->fields, NULL,
		    &closed);
}

/* Path and query, as the value of a query: to come back with all of it. */
static const char *
address_asked(struct visit *visit)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-.";
	const char *at = arena_format(visit->arena, "%s%s%s%s",
	    visit->program, visit->request->path,
	    *visit->request->query != '\0' ? "?" : "", visit->request->query);
	struct buffer value = { .arena = visit->arena };

	for (; *at != '\0'; at++)
		if (strchr(plain, *at) != NULL)
			buffer_char(&value, *at);
		else
			buffer_format(&value, "%%%02X", (unsigned char)*at);
	return value.bytes;
}

/* Whoever only looks, and is no script, can be sent to another page. */
static bool
may_lead_away(const struct visit *visit)
{
	const struct request *request = visit->request;

	return !visit->plain && (request->method == METHOD_GET ||
	    request->method == METHOD_HEAD) &&
	    strstr(request->accept, "application/json") == NULL;
}

/* A person who is not signed in goes to sign in and comes back. */
static int
ask_to_sign_in(struct visit *visit, const struct route *route)
{
	if (may_lead_away(visit))
		return visit_redirect(visit, "/account/?next=/%s",
		    address_asked(visit));
	read_typed(visit, route);
	if (visit->plain)
		visit->why = "Anda belum masuk, atau sesi Anda sudah berakhir. "
		    "Masuk lagi, lalu lanjutkan.";
	return 401;
}

/* Something is asked for before anything else may be done. */
static int
ask_first(struct visit *visit, const struct route *route, const char *page)
{
	if (may_lead_away(visit))
		return visit_redirect(visit, "%s", page);
	read_typed(visit, route);
	return visit_refuse(visit, 403, "Sebelum melanjutkan, lengkapi dahulu "
	    "cara masuk Anda: buka beranda, lalu ikuti petunjuknya.");
}

static int
check_access(struct visit *visit, const struct route *route)
{
	const struct actor *actor = &visit->actor;

	if (route->roles == 0)
		return 0;
	if (actor->account_id == 0)
		return ask_to_sign_in(visit, route);
	if (!(route->flags & ROUTE_HALF)) {
		if (actor->needs_second_factor || actor->needs_set_up)
			return ask_first(visit, route,
			    "/account/second-factor");
		if (actor->must_change_password)
			return ask_first(visit, route, "/account/password");
	}
	return visit_may(visit, route->roles) ? 0 : 403;
}

static int
read_form(struct visit *visit, const struct route *route)
{
	struct form_sink sink = intake_sink(visit);
	bool own = (route->flags & ROUTE_OWN_CSRF) != 0;
	int status;

	if (route->flags & ROUTE_OWN_BODY)
		return 0;
	if (route->flags & ROUTE_EVIDENCE) {
		status = intake_limit(visit);
		if (status != 0)
			return status;
	}
	status = form_read(&visit->form, visit->request, route->fields,
	    own ? NULL : visit->actor.csrf, &sink);
	if (visit->form.problem != NULL)
		FAULT(&visit->fault, "form: %s", visit->form.problem);
	if (status == 403)
		visit->why = "Halaman ini sudah terbuka sebelum Anda masuk "
		    "kembali. Muat ulang halamannya, lalu kirim lagi.";
	return status;
}

static int
answer(struct visit *visit, const struct route *routes)
{
	const struct route *route;
	int status;

	if (strcmp(visit->request->path, "/healthz") == 0)
		return health(visit);
	status = match_route(visit, routes, &route);
	if (status != 0)
		return status;
	if (route->flags & ROUTE_TUS) {
		visit->plain = true;
		answer_header(visit->request, "Tus-Resumable", TUS_VERSION);
	}
	status = visit_status(visit, session_load(visit));
	if (status != 0) {
		read_typed(visit, route);
		return status;
	}
	status = check_access(visit, route);
	if (status != 0 || visit->request->answered)
		return status;
	status = read_form(visit, route);
	if (status != 0)
		return status;
	return route->handle(visit);
}

static void
handle(struct request *request, void *argument)
{
	struct program *program = argument;
	struct visit visit = {
		.arena = request->arena,
		.config = &program->config,
		.request = request,
		.db = program->db,
		.cache = &program->cache,
		.program = program->name,
		.actor = { .role = ROLE_PUBLIC, .name = "", .region_name = "",
		    .agency_name = "", .zone = "WIB", .csrf = "" },
	};
	int status;

	db_attach(program->db, request->arena, &visit.fault);
	page_begin(&visit.page, program->pages);
	page_set(&visit.page, "Site.base", program->config.base_path);
	page_set(&visit.page, "Site.assets", program->assets);
	if (program->config.demo)
		page_set(&visit.page, "Site.demo", "1");
	status = answer(&visit, program->routes);
	if (status != 0)
		show_error(&visit, status);
	intake_discard(&visit);
	page_end(&visit.page);
}

/* The name of the newest build of the assets, so that browsers may keep them
 * for a year. */
static char *
assets_address(const struct config *config)
{
	char path[512], build[64] = "", *address;
	FILE *file;

	if (config->assets_dir != NULL) {
		snprintf(path, sizeof(path), "%s/current", config->assets_dir);
		file = fopen(path, "re");
		if (file != NULL) {
			if (fgets(build, sizeof(build), file) == NULL)
				build[0] = '\0';
			fclose(file);
		}
	}
	build[strcspn(build, "\r\n")] = '\0';
	if (asprintf(&address, "%s/assets/%s", config->base_path, build) < 0)
		return NULL;
	return address;
}

int
visit_run(const char *name, const struct route *routes)
{
	struct program program = { .name = name, .routes = routes };
	int status;

	if (config_load(&program.config) != 0)
		return EXIT_FAILURE;
	secret_init();
	program.assets = assets_address(&program.config);
	program.pages = pages_open(program.config.templates_dir);
	if (program.pages == NULL || program.assets == NULL)
		return EXIT_FAILURE;
	program.db = db_new(&program.config);
	status = server_run(handle, &program);
	db_free(program.db);
	arena_free(&program.cache.arena);
	pages_close(program.pages);
	free(program.assets);
	config_free(&program.config);
	return status;
}
