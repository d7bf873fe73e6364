/* SPDX-License-Identifier: ISC */
/*
 * The skeleton of every program: it owns the start, the configuration, the
 * connection and the ladder of refusals that a request climbs (route, session,
 * access, form) before the one function of the program is called.  What lasts
 * from one request to the next is in struct program, and nowhere else.
 */
#include "frame/context.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/confine.h"
#include "frame/allowance.h"
#include "frame/form_upload.h"
#include "frame/health.h"
#include "frame/hold_body.h"
#include "frame/judging.h"
#include "frame/menu.h"
#include "frame/once.h"
#include "frame/respond.h"
#include "frame/route.h"
#include "frame/session.h"
#include "frame/slow_body.h"
#include "base/secret.h"
#include "store/event.h"
#include "store/startup.h"
#include "web/server.h"
#include "web/site.h"
#include "web/tus.h"
#include "web/workers.h"
#include "base/banned.h"

enum { CACHE_BYTES = 1024 * 1024 }; /* the evidence of some tens of agencies */

/*
 * Whoever is not signed in has little to say, and no claim to a process: so
 * many seconds for a body, and this much is read of one that is refused.
 */
enum { STRANGER_SECONDS = 10, TYPED_MAX = 128 * 1024 };

struct program {
	const char *name;
	const struct route *routes;
	struct config config;
	struct db *db;
	struct pages *pages;
	struct cache *cache;
	struct holds holds;
	char *assets; /* address of the built assets */
};

/*
 * The web server asks whether it shall take in a large body: the request is
 * here, and its body comes once it was not refused (deploy/nginx/matang.conf).
 */
static bool
only_asked(const struct context *context)
{
	return request_variable(context->request, "MATANG_ADMISSION") != NULL;
}

/* Reads a POST that cannot be taken, so that the error page can show what was
 * typed: what is no longer than people type, and does not keep anybody waiting. */
static void
read_typed(struct context *context, const struct route *route)
{
	struct form_sink closed = form_upload_closed();
	const struct request *request = context->request;

	if (request->method == METHOD_POST && !(route->flags & ROUTE_OWN_BODY) &&
	    !only_asked(context) && request->content_length >= 0 &&
	    request->content_length <= TYPED_MAX)
		form_read(&context->form, context->request, route->fields, NULL, &closed);
}

/* Path and query, as the value of a query: to come back with all of it. */
static const char *
address_asked(struct context *context)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-.";
	const char *at = arena_format(context->arena, "%s%s%s%s", context->program,
	    context->request->path, *context->request->query != '\0' ? "?" : "",
	    context->request->query);
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

	return !context->plain && !only_asked(context) &&
	    (request->method == METHOD_GET || request->method == METHOD_HEAD) &&
	    !request_by_script(request);
}

/* A person who is not signed in goes to sign in and comes back. */
static int
ask_to_sign_in(struct context *context, const struct route *route)
{
	if (may_lead_away(context))
		return context_redirect(context, "/account/?next=/%s", address_asked(context));
	read_typed(context, route);
	context->cause = "nobody is signed in";
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
	context->cause = "a second factor or a new password comes first";
	return context_refuse(context, 403,
	    "Sebelum melanjutkan, lengkapi dahulu "
	    "cara masuk Anda: buka beranda, lalu ikuti petunjuknya.");
}

/* A computer that somebody left alone is not to do what cannot be undone. */
static int
ask_again_who(struct context *context, const struct route *route)
{
	if (may_lead_away(context))
		return context_redirect(context, "/account/confirm?next=/%s",
		    address_asked(context));
	read_typed(context, route);
	context->cause = "the password was typed too long ago";
	return context_refuse(context, 403,
	    "Sudah lebih dari seperempat jam sejak kata sandi Anda diketik. Demi keamanan, buka "
	    "lagi halaman sebelumnya: kata sandi ditanyakan sekali lagi, lalu ulangi langkah "
	    "ini.");
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
			return ask_first(context, route, "/account/second-factor");
		if (actor->must_change_password)
			return ask_first(context, route, "/account/password");
	}
	if (!context_may(context, route->roles)) {
		context->cause = "not the role of this route";
		return 403;
	}
	return (route->flags & ROUTE_FRESH) && !actor->fresh ?
	    ask_again_who(context, route) :
	    judging_check(context, route);
}

static int
program_read_form(struct context *context, const struct route *route)
{
	struct form_sink sink = form_upload_sink(context);
	bool own = (route->flags & ROUTE_OWN_CSRF) != 0;
	int status = (route->flags & ROUTE_TUS) || only_asked(context) ?
	    0 :
	    context_hold_body(context);

	if (status != 0 || (route->flags & ROUTE_OWN_BODY))
		return status;
	status = form_upload_announced(context, route->fields);
	if (status != 0 || only_asked(context))
		return status;
	if (route->flags & ROUTE_EVIDENCE) {
		status = form_upload_limit(context);
		if (status != 0)
			return status;
	}
	status = form_read(&context->form, context->request, route->fields,
	    own ? NULL : context->actor.csrf, &sink);
	if (context->form.problem != NULL)
		context->cause = context->form.problem;
	if (status == 403)
		context->why = "Halaman ini sudah terbuka sebelum Anda masuk "
			       "kembali. Muat ulang halamannya, lalu kirim lagi.";
	return status;
}

/*
 * A host that is none of ours: what it leads to would be believed to be us.
 * And what changes something is sent by a page of ours, or by no page: not by
 * a neighbour on the same domain either, whose cookies a browser mixes with
 * ours.
 */
static int
check_site(struct context *context)
{
	const struct config *config = context->config;
	const struct request *request = context->request;
	bool looks = request->method == METHOD_GET || request->method == METHOD_HEAD ||
	    request->method == METHOD_OPTIONS;
	bool here = false;

	for (size_t at = 0; at < config->site_count; at++) {
		if (!site_is_host(config->sites[at], request))
			continue;
		if (looks || site_is_origin(config->sites[at], request))
			return 0;
		here = true;
	}
	context->cause = here ? "sent by a page of another site" : "a host that is none of ours";
	if (!here)
		return context_refuse(context, 421,
		    "Aplikasi ini tidak dilayani di alamat itu. Alamatnya: %s%s/",
		    config->site_address, config->base_path);
	return context_refuse(context, 403,
	    "Kiriman ini tidak berasal dari halaman aplikasi ini, jadi tidak dilayani. Buka "
	    "aplikasinya di %s%s/, lalu ulangi di sana.",
	    config->site_address, config->base_path);
}

static void
hurry_stranger(struct context *context, const struct route *route)
{
	request_hurry(context->request, STRANGER_SECONDS);
	if (route->roles == EVERYBODY && form_upload_takes(route->fields))
		slow_body_let(context);
}

static int
program_answer(struct context *context, const struct route *routes)
{
	const struct route *route;
	const char *moved;
	int status;

	if (strcmp(context->request->path, "/healthz") == 0)
		return health_answer(context);
	status = check_site(context);
	if (status != 0)
		return status;
	moved = match_moved(context);
	if (moved != NULL) {
		answer_moved(context->request,
		    arena_format(context->arena, "%s%s", context->config->base_path, moved));
		return 0;
	}
	status = match_route(context, routes, &route);
	if (status != 0) {
		context->cause = status == 404 ? "no such address" : "no such method there";
		return status;
	}
	if (route->flags & ROUTE_TUS) {
		context->plain = true;
		answer_header(context->request, "Tus-Resumable", TUS_VERSION);
	}
	status = context_status(context, session_load(context, route->flags));
	if (status != 0) {
		read_typed(context, route);
		return status;
	}
	if (context->actor.account_id == 0)
		hurry_stranger(context, route);
	status = check_access(context, route);
	if (status != 0 || context->request->answered)
		return status;
	status = allowance_take(context, route, only_asked(context));
	if (status != 0) {
		read_typed(context, route);
		return status;
	}
	status = program_read_form(context, route);
	if (status != 0 || only_asked(context))
		return status;
	return route->flags & ROUTE_ONCE ? once_handle(context, route) : route->handle(context);
}

/* Of a file that a viewer fetches in pieces the first one counts. */
static bool
went_out(const struct request *request)
{
	const char *range = request_variable(request, "HTTP_RANGE");

	return request->method != METHOD_HEAD &&
	    (request->status == 200 || request->status == 206) &&
	    (range == NULL || strncmp(range, "bytes=0-", 8) == 0);
}

/* Who is known and was refused, and what went out.  It is behind the answer: what
 * cannot be written is told to the operator. */
static void
log_event(struct context *context, int status)
{
	struct event event = context->event;

	if (only_asked(context))
		return;
	if (status == 403 && context->actor.account_id != 0)
		event = (struct event){ .kind = "refusal",
			.outcome = "refused",
			.what = arena_format(context->arena, "%s /%s%s",
			    method_name(context->request->method), context->program,
			    context->request->path) };
	else if (event.kind == NULL || status != 0 || !went_out(context->request))
		return;
	event.account_id = context->actor.account_id;
	if (event_add(context->db, &event) != 0)
		context_log(context);
}

/* What changed something, or did not come about; other reading is in the web server's log. */
static bool
worth_a_line(const struct context *context)
{
	const struct request *request = context->request;

	return !only_asked(context) &&
	    (request->status >= 400 ||
		(request->method != METHOD_GET && request->method != METHOD_HEAD &&
		    request->method != METHOD_OPTIONS));
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
		.cache = program->cache,
		.holds = &program->holds,
		.program = program->name,
		.actor = { .role = ROLE_PUBLIC,
		    .name = "",
		    .region_name = "",
		    .agency_name = "",
		    .zone = "WIB",
		    .csrf = "" },
	};
	int status;

	db_attach(program->db, request->arena, &context.errors);
	db_on_behalf(program->db, request->address);
	cache_request(program->cache);
	page_begin(&context.page, program->pages, request->arena);
	page_set(&context.page, "Site.base", program->config.base_path);
	page_set(&context.page, "Site.assets", program->assets);
	page_set(&context.page, "Site.address", program->config.site_address);
	if (program->config.demo)
		page_set(&context.page, "Site.demo", "1");
	status = program_answer(&context, program->routes);
	if (only_asked(&context) && !request->answered)
		answer_send(request, status == 0 ? 204 : 401, "text/plain", "", 0);
	else if (status != 0)
		respond_error(&context, status);
	if (worth_a_line(&context))
		context_log_outcome(&context);
	holds_release(&program->holds);
	slow_body_end(&context);
	log_event(&context, status);
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

static int
program_serve(void *argument)
{
	const struct program *program = argument;

	confine_writes(program->config.files_dir, confine_version());
	return server_run(handle, 0, argument);
}

/* Another one is started in his place. */
static int
program_work(void *argument)
{
	const struct program *program = argument;

	confine_writes(program->config.files_dir, confine_version());
	return server_run(handle, program->config.workers_rest, argument);
}

/* Whether it would start again: a line that is wrong is no reason to end. */
static int
program_check(void *argument)
{
	const struct program *program = argument;
	struct config config;

	if (config_load(&config, program->name) != 0)
		return -1;
	config_free(&config);
	return 0;
}

/* Plain CGI: this process is for one request (RFC 3875, 4.1.12). */
static bool
is_for_one(void)
{
	return getenv("REQUEST_METHOD") != NULL;
}

/* Started by nobody who serves by it: it has a socket of its own to open. */
static bool
starts_alone(const struct config *config)
{
	return config->socket_dir != NULL && !is_for_one() && !workers_socket();
}

/* Slow lines hold them: cgi-bin/programs. */
static bool
takes_streams(const char *name)
{
	static const char *const streams[] = { STREAM_PROGRAMS };

	for (const char *const *at = streams; *at != NULL; at++)
		if (strcmp(*at, name) == 0)
			return true;
	return false;
}

int
program_run(const char *name, const struct route *routes)
{
	struct program program = { .name = name, .routes = routes };
	struct workers workers = { name, 0, program_work, program_check, &program, &program.holds };
	int status = EXIT_FAILURE;

	if (config_load(&program.config, name) != 0)
		return EXIT_FAILURE;
	config_for(&program.config, name);
	if (is_for_one())
		startup_brief(&program.config);
	if (starts_alone(&program.config) && workers_listen(program.config.socket_dir, name) != 0)
		goto out;
	if (workers_socket_of(name))
		workers.count = config_workers(&program.config, name, takes_streams(name));
	secret_init();
	program.assets = assets_address(&program.config);
	program.pages = pages_open(program.config.templates_dir);
	if (program.pages == NULL || program.assets == NULL)
		goto out;
	program.db = db_new(&program.config);
	program.cache = cache_new(CACHE_BYTES);
	if (workers.count > 0) {
		startup_shared();
		pages_prepare(program.pages);
	}
	status = workers.count > 0 ? workers_run(&workers) : program_serve(&program);
	db_free(program.db);
	if (is_for_one())
		_exit(status); /* what is left goes faster by itself */
out:
	cache_free(program.cache);
	pages_close(program.pages);
	free(program.assets);
	config_free(&program.config);
	return status;
}
