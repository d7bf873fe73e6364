/* SPDX-License-Identifier: ISC */
/*
 * Small answers that every handler gives: a redirect, a refusal with a
 * sentence, JSON, and the status that a result of the store stands for.
 */
#include "frame/context.h"

#include <stdarg.h>
#include <string.h>

#include "base/network.h"
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

/* The names of the fields that were not taken; never what was typed. */
static const char *
fields_in_error(struct context *context)
{
	struct buffer names = { .arena = context->arena };
	const struct form *form = &context->form;

	buffer_text(&names, "not taken:");
	for (size_t at = 0; at < form->count; at++) {
		bool wrong = form->values[at].error != NULL;

		for (const struct each *each = form->values[at].each; each != NULL;
		     each = each->next)
			wrong = wrong || each->error != NULL;
		if (wrong)
			buffer_format(&names, " %s", form->fields[at].name);
	}
	return form->notice != NULL ? "not taken: the form as a whole" : names.bytes;
}

/* What a status says where nobody has said more. */
static const char *
cause_of(struct context *context, int status)
{
	if (context->cause != NULL)
		return context->cause;
	switch (status) {
	case 401:
		return "nobody is signed in";
	case 403:
		return "not for this account";
	case 404:
		return "nothing there for this account";
	case 409:
		return "what is stored speaks against it";
	case 413:
		return "too large";
	case 422:
		return fields_in_error(context);
	case 429:
		return "too often";
	default:
		return status >= 500 ? "see the causes of this request" : "not as it should be";
	}
}

void
context_log_outcome(struct context *context)
{
	const struct request *request = context->request;
	const struct log_who who = log_who_of(context);
	const char *method = method_name(request->method);

	if (request->status < 400)
		log_line(&who, "%s %.120s %d", method, request->path, request->status);
	else
		log_line(&who, "%s %.120s %d: %s", method, request->path, request->status,
		    cause_of(context, request->status));
}

const char *
context_network(const struct context *context)
{
	return network_of(context->arena, context->request->address);
}

int
context_hold(struct context *context)
{
	int64_t account = context->actor.account_id;
	int status = holds_take(context->holds, account != 0 ? account : HOLDS_STRANGERS);

	if (status == 0)
		return 0;
	if (account == 0)
		status = 503;
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
