/* SPDX-License-Identifier: ISC */
/*
 * Small answers that every handler gives: a redirect, a refusal with a
 * sentence, JSON, and the status that a result of the store stands for.
 */
#include "frame/context.h"

#include <stdarg.h>
#include <string.h>

#include "base/banned.h"

bool
context_may(const struct context *context, unsigned roles)
{
	return (roles & (unsigned)context->actor.role) != 0;
}

int
context_redirect(struct context *context, const char *format, ...)
{
	va_list arguments;
	char *path;

	va_start(arguments, format);
	path = arena_vformat(context->arena, format, arguments);
	va_end(arguments);
	context->place = path;
	answer_redirect(context->request,
	    arena_format(context->arena, "%s%s", context->config->base_path, path));
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

void
context_takes_out(struct context *context, const char *kind, int64_t region_id, int64_t agency_id,
    const char *what)
{
	context->event = (struct event){ .kind = kind,
		.outcome = "done",
		.region_id = region_id,
		.agency_id = agency_id,
		.what = what };
}

const char *
context_reference(struct context *context)
{
	if (*context->reference == '\0')
		random_reference(context->reference);
	return context->reference;
}

static struct log_who
log_who_of(struct context *context)
{
	return (struct log_who){ context->program, context->request->address,
		context_reference(context), context->actor.account_id };
}

const char *
context_log(struct context *context)
{
	const struct log_who who = log_who_of(context);

	error_chain_log(&context->errors, &who);
	error_chain_clear(&context->errors);
	return context->reference;
}

void
context_log_outcome(struct context *context)
{
	const struct request *request = context->request;
	const struct log_who who = log_who_of(context);

	log_line(&who, "%s %.120s %d", method_name(request->method), request->path,
	    request->status);
}

int
context_hold(struct context *context)
{
	int status = holds_take(context->holds, context->actor.account_id);

	if (status == 0)
		return 0;
	answer_header(context->request, "Retry-After", "30");
	return context_refuse(context, status, "%s",
	    status == 429 ?
		"Kiriman atau unduhan besar lain dari akun Anda masih berjalan. Tunggu sampai "
		"selesai, lalu coba lagi." :
		"Server sedang melayani banyak kiriman dan unduhan besar. Coba lagi sebentar "
		"lagi; halaman lain tetap dapat dipakai.");
}

int
context_stop(struct context *context, int status, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	context->why = arena_vformat(context->arena, format, arguments);
	va_end(arguments);
	return db_stop(context->db, status);
}

int
context_status(const struct context *context, int result)
{
	if (result >= 0)
		return 0;
	switch (result) {
	case DB_STOPPED:
		return db_stopped(context->db, result);
	case DB_AWAY:
	case DB_BUSY:
	case DB_UNABLE:
		return 503;
	case DB_DUPLICATE:
	case DB_REFUSED:
	case DB_TWICE:
		return 409;
	default:
		return 500;
	}
}

int
context_json(struct context *context, int status, const char *json)
{
	answer_send(context->request, status, "application/json; charset=utf-8", json,
	    strlen(json));
	return 0;
}
