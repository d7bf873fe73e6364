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
context_may(const struct context *context, unsigned roles)
{
	return (roles & (unsigned)context->actor.role) != 0;
}

static void
fill_common(struct context *context)
{
	const struct actor *actor = &context->actor;
	struct page *page = &context->page;

	if (actor->account_id != 0) {
		page_set_int(page, "Actor.id", actor->account_id);
		page_set(page, "Actor.name", actor->name);
		page_set(page, "Actor.role", role_code(actor->role));
		page_set(page, "Actor.role_name", role_name(actor->role));
		page_set(page, "Actor.agency_name", actor->agency_name);
		page_set(page, "Actor.region_name", actor->region_name);
		nav_fill(context);
	}
	page_set(page, "Form.csrf", actor->csrf);
	page_set(page, "Page.done", context->form.done != NULL ?
	    context->form.done : "");
}

int
context_show_status(struct context *context, const char *view, int status)
{
	const char *html;
	size_t length;

	fill_common(context);
	if (page_render(&context->page, view, &context->errors, &html,
	    &length) != 0)
		return 500;
	answer_send(context->request, status, "text/html; charset=utf-8", html,
	    length);
	return 0;
}

int
context_show(struct context *context, const char *view)
{
	return context_show_status(context, view, 200);
}

int
context_show_errors(struct context *context, const char *view)
{
	fill_form(context);
	return context_show_status(context, view, context->file_status != 0 ?
	    context->file_status : 422);
}

int
context_redirect(struct context *context, const char *format, ...)
{
	va_list arguments;
	char *path;

	va_start(arguments, format);
	path = arena_vformat(context->arena, format, arguments);
	va_end(arguments);
	answer_redirect(context->request, arena_format(context->arena, "%s%s",
	    context->config->base_path, path));
	return 0;
}

int
context_refuse(struct context *context, int status, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	context->why = arena_vformat(context->arena, format, arguments);
	va_end(arguments);
	return status;
}

int
context_status(const struct context *context, int result)
{
	(void)context;
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
context_json(struct context *context, int status, const char *json)
{
	answer_send(context->request, status, "application/json; charset=utf-8",
	    json, strlen(json));
	return 0;
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
fill_typed(struct context *context)
{
	const struct form *form = &context->form;
	struct node *typed = page_node(&context->page, "Error.typed");
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
show_plain(struct context *context, int status, const char *reference)
{
	const char *why = context->why;
	char *text;

	if (why == NULL)
		why = status == 503 ? "Layanan sedang tidak tersedia. Yang "
		    "sudah terkirim tetap tersimpan; coba lagi sebentar lagi." :
		    status == 404 ? "Unggahan ini tidak ada." :
		    "Permintaan ini tidak dapat dilayani.";
	text = status >= 500 ? arena_format(context->arena,
	    "%s Nomor rujukan: %s.\n", why, reference) :
	    arena_format(context->arena, "%s\n", why);
	answer_send(context->request, status, "text/plain; charset=utf-8", text,
	    strlen(text));
}

/* Nothing of the request is trusted any more: a page of its own. */
static void
show_error(struct context *context, int status)
{
	char reference[REFERENCE_TEXT];
	struct pages *pages = context->page.pages;
	const char *html;
	size_t length;

	random_reference(reference);
	if (status >= 500 || context->errors.depth > 0)
		error_chain_log(&context->errors, reference);
	if (context->request->answered)
		return;
	if (context->plain) {
		show_plain(context, status, reference);
		return;
	}
	if (strstr(context->request->accept, "application/json") != NULL) {
		struct buffer json = { .arena = context->arena };

		buffer_format(&json, "{\"error\":%d,\"reference\":\"%s\","
		    "\"message\":", status, reference);
		json_text(&json, context->why != NULL ? context->why : "");
		buffer_char(&json, '}');
		context_json(context, status, json.bytes);
		return;
	}
	page_set_int(&context->page, "Error.status", status);
	page_set(&context->page, "Error.reference", reference);
	page_set(&context->page, "Error.why", context->why != NULL ? context->why :
	    "");
	fill_typed(context);
	fill_common(context);
	if (pages != NULL && page_render(&context->page, "error",
	    &context->errors, &html, &length) == 0) {
		answer_send(context->request, status, "text/html; charset=utf-8",
		    html, length);
		return;
	}
	error_chain_log(&context->errors, reference);
	html = arena_format(context->arena, "Galat %d, nomor rujukan %s\n",
	    status, reference);
	answer_send(context->request, status, "text/plain; charset=utf-8", html,
	    strlen(html));
}

static int
health(struct context *context)
{
	bool alive = db_ping(context->db) == 0;
	const char *text = alive ? "ok\n" : "database away\n";

	answer_send(context->request, alive ? 200 : 503,
	    "text/plain; charset=utf-8", text, strlen(text));
	return 0;
}

/* Reads a POST that cannot be taken, so that the error page can show what was
 * typed. */
static void
read_typed(struct context *context, const struct route *route)
{
	struct form_sink closed = form_upload_closed();

	if (context->request->method == METHOD_POST &&
	    !(route->flags & ROUTE_OWN_BODY))
		form_read(&context->form, context->request, route->fields, NULL,
		    &closed);
}

/* Path and query, as the value of a query: to come back with all of it. */
static const char *
address_asked(struct context *context)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-.";
	const char *at = arena_format(context->arena, "%s%s%s%s",
	    context->program, context->request->path,
	    *context->request->query != '\0' ? "?" : "", context->request->query);
	struct buffer value = { .arena = context->arena };

	for (; *at != '\0'; at++)
		if (strchr(plain, *at) != NULL)
			buffer_char(&value, *at);
		else
			buffer_format(&value, "%%%02X", (unsigned char)*at);
	return value.bytes;
}

/* Whoever only looks, and is no script, can be sent to another page. */
static bool
may_lead_away(const struct context *context)
{
	const struct request *request = context->request;

	return !context->plain && (request->method == METHOD_GET ||
	    request->method == METHOD_HEAD) &&
	    strstr(request->accept, "application/json") == NULL;
}

/* A person who is not signed in goes to sign in and comes back. */
static int
ask_to_sign_in(struct context *context, const struct route *route)
{
	if (may_lead_away(context))
		return context_redirect(context, "/account/?next=/%s",
		    address_asked(context));
	read_typed(context, route);
	if (context->plain)
		context->why = "Anda belum masuk, atau sesi Anda sudah berakhir. "
		    "Masuk lagi, lalu lanjutkan.";
	return 401;
}

/* Something is asked for before anything else may be done. */
static int
ask_first(struct context *context, const struct route *route, const char *page)
{
	if (may_lead_away(context))
		return context_redirect(context, "%s", page);
	read_typed(context, route);
	return context_refuse(context, 403, "Sebelum melanjutkan, lengkapi dahulu "
	    "cara masuk Anda: buka beranda, lalu ikuti petunjuknya.");
}

static int
check_access(struct context *context, const struct route *route)
{
	const struct actor *actor = &context->actor;

	if (route->roles == 0)
		return 0;
	if (actor->account_id == 0)
		return ask_to_sign_in(context, route);
	if (!(route->flags & ROUTE_HALF)) {
		if (actor->needs_second_factor || actor->needs_set_up)
			return ask_first(context, route,
			    "/account/second-factor");
		if (actor->must_change_password)
			return ask_first(context, route, "/account/password");
	}
	return context_may(context, route->roles) ? 0 : 403;
}

static int
read_form(struct context *context, const struct route *route)
{
	struct form_sink sink = form_upload_sink(context);
	bool own = (route->flags & ROUTE_OWN_CSRF) != 0;
	int status;

	if (route->flags & ROUTE_OWN_BODY)
		return 0;
	if (route->flags & ROUTE_EVIDENCE) {
		status = form_upload_limit(context);
		if (status != 0)
			return status;
	}
	status = form_read(&context->form, context->request, route->fields,
	    own ? NULL : context->actor.csrf, &sink);
	if (context->form.problem != NULL)
		ERROR_CAUSE(&context->errors, "form: %s", context->form.problem);
	if (status == 403)
		context->why = "Halaman ini sudah terbuka sebelum Anda masuk "
		    "kembali. Muat ulang halamannya, lalu kirim lagi.";
	return status;
}

static int
answer(struct context *context, const struct route *routes)
{
	const struct route *route;
	int status;

	if (strcmp(context->request->path, "/healthz") == 0)
		return health(context);
	status = match_route(context, routes, &route);
	if (status != 0)
		return status;
	if (route->flags & ROUTE_TUS) {
		context->plain = true;
		answer_header(context->request, "Tus-Resumable", TUS_VERSION);
	}
	status = context_status(context, session_load(context));
	if (status != 0) {
		read_typed(context, route);
		return status;
	}
	status = check_access(context, route);
	if (status != 0 || context->request->answered)
		return status;
	status = read_form(context, route);
	if (status != 0)
		return status;
	return route->handle(context);
}

static void
handle(struct request *request, void *argument)
{
	struct program *program = argument;
	struct context context = {
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

	db_attach(program->db, request->arena, &context.errors);
	page_begin(&context.page, program->pages);
	page_set(&context.page, "Site.base", program->config.base_path);
	page_set(&context.page, "Site.assets", program->assets);
	if (program->config.demo)
		page_set(&context.page, "Site.demo", "1");
	status = answer(&context, program->routes);
	if (status != 0)
		show_error(&context, status);
	form_upload_discard(&context);
	page_end(&context.page);
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
program_run(const char *name, const struct route *routes)
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
