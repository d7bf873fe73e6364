/* SPDX-License-Identifier: ISC */
/*
 * What a monitor, and an administrator who looks for the trouble, want to know
 * of the parts that a program stands on: read once, judged, and told.
 */
#include "frame/health.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "frame/schema.h"
#include "frame/session.h"
#include "frame/words.h"
#include "store/files.h"
#include "store/media_type.h"
#include "base/banned.h"

enum { PARTS_MAX = 8 };

struct part {
	const char *wrong; /* what anybody is told; NULL: it is as it should be */
	bool fatal;        /* no page can be answered */
	const char *detail;
};

struct health {
	struct context *context;
	struct part parts[PARTS_MAX];
	size_t count;
};

static void health_add(struct health *, const char *wrong, bool fatal, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void
health_add(struct health *health, const char *wrong, bool fatal, const char *format, ...)
{
	struct part *part = &health->parts[health->count++];
	va_list arguments;

	va_start(arguments, format);
	*part = (struct part){ wrong, fatal,
		arena_vformat(health->context->arena, format, arguments) };
	va_end(arguments);
}

static void
look_at_database(struct health *health)
{
	struct context *context = health->context;
	struct rows rows;
	long long level;
	bool read_only;

	if (db_ping(context->db) != 0 || db_select(context->db, &rows, STATEMENT_HEALTH) < 1) {
		health_add(health, "database away", true, "database: away");
		return;
	}
	level = (long long)row_int(&rows, 0, "level");
	read_only = row_int(&rows, 0, "read_only") != 0;
	health_add(health, read_only ? "database read-only" : NULL, false, "database: %s%s",
	    row_text(&rows, 0, "version"), read_only ? ", read-only" : "");
	health_add(health, level != SCHEMA_LEVEL ? "schema differs" : NULL, level < SCHEMA_LEVEL,
	    "schema: %lld, of the program %d", level, SCHEMA_LEVEL);
}

static void
look_at_files(struct health *health)
{
	const struct config *config = health->context->config;
	uint64_t room = files_room(config->files_dir);
	uint64_t reserve = (uint64_t)config->reserve_mib << 20;
	bool writable = access(config->files_dir, W_OK | X_OK) == 0;

	health_add(health,
	    !writable              ? "storage not writable" :
		room < reserve     ? "storage full" :
		room < 2 * reserve ? "storage nearly full" :
				     NULL,
	    false, "storage: %s, %s left, uploads leave %s", writable ? "writable" : "not writable",
	    words_bytes(health->context->arena, (int64_t)room),
	    words_bytes(health->context->arena, (int64_t)reserve));
}

static void
look_at_inspector(struct health *health)
{
	const char *inspector = health->context->config->inspector;
	bool there = inspector == NULL || access(inspector, X_OK) == 0;

	health_add(health, there ? NULL : "inspector missing", false, "inspector: %s",
	    inspector == NULL ? "not configured" :
		there         ? "there" :
				"missing");
}

/* Its database is read anew, which nobody but an administrator is worth. */
static void
look_at_types(struct health *health)
{
	struct context *context = health->context;
	enum file_type type;
	const char *why;
	bool good = media_type_find("/dev/null", &type, &why, &context->errors) == 0;

	health_add(health, good ? NULL : "file types unknown", false, "file types: %s",
	    good ? "known" : "unknown");
}

static bool
asks_administrator(struct context *context)
{
	const struct actor *actor = &context->actor;

	return session_load(context, ROUTE_PLAIN) == 0 && actor->role == ROLE_ADMIN &&
	    actor->account_id != 0 && !actor->needs_second_factor && !actor->needs_set_up &&
	    !actor->must_change_password;
}

int
health_answer(struct context *context)
{
	struct health health = { .context = context };
	struct buffer text = { .arena = context->arena };
	bool all = asks_administrator(context), fatal = false;

	look_at_database(&health);
	look_at_files(&health);
	look_at_inspector(&health);
	if (all)
		look_at_types(&health);
	for (size_t at = 0; at < health.count; at++)
		fatal |= health.parts[at].wrong != NULL && health.parts[at].fatal;
	if (!fatal)
		buffer_text(&text, "ok\n");
	for (size_t at = 0; at < health.count; at++) {
		const struct part *part = &health.parts[at];

		if (all)
			buffer_format(&text, "%s%s\n", part->wrong != NULL ? "! " : "",
			    part->detail);
		else if (part->wrong != NULL)
			buffer_format(&text, "%s\n", part->wrong);
	}
	answer_send(context->request, fatal ? 503 : 200, "text/plain; charset=utf-8", text.bytes,
	    text.length);
	return 0;
}
