/* SPDX-License-Identifier: ISC */
/*
 * A letter whose validity ends or ended is renewed by another application for the same service,
 * as it is in force now: its form begins with what was said before, and nothing is sent until the
 * person has looked it through.  Who may read the old application may renew it: its applicant, by
 * number and secret, the field assistant who entered it, and the agency's own people.  Files
 * come anew.  One letter is renewed by one application at a time.
 */
#include "service/applying.h"

#include <string.h>

#include "base/banned.h"

/* ---- its form ----------------------------------------------------------------------------- */

struct renewing {
	struct applying applying;
	struct application old;
	struct renewal renewal;
};

/* The letter of the old application, and the service as it is in force: 0, 409 or another
 * status. */
static int
read_renewing(struct renewing *renewing)
{
	struct applying *applying = &renewing->applying;
	struct context *context = applying->context;
	int status = renewal_read(context, &renewing->old, &renewing->renewal);

	if (status == 0 && renewing->renewal.letter_id == 0)
		return context_refuse(context, 409,
		    "Tidak ada surat yang dapat diperpanjang: belum terbit, tidak mempunyai masa "
		    "berlaku, sudah dicabut, atau layanannya sedang tidak berlaku.");
	if (applying->channel != APPLY_COUNTER)
		renewing->renewal.said = &renewing->old.particulars;
	applying->renews = &renewing->renewal;
	return status != 0 ?
	    status :
	    service_load_published(context, renewing->renewal.version_id, &applying->service);
}

/* What was said before, where the service still asks for it by the same name. */
static void
fill_said_before(struct renewing *renewing)
{
	struct context *context = renewing->applying.context;
	const struct rows *fields = &renewing->applying.service.fields;
	const struct rows *values = &renewing->old.values;
	struct node *node = page_node(&context->page, "Form.value");
	struct particulars said = renewing->old.particulars;

	if (renewing->renewal.said != NULL)
		renewal_hide_numbers(&said);
	particulars_fill_form(context, &said);
	node_set(node, "applicant", renewing->old.applicant);
	node_set(node, "email", renewing->old.email);
	place_fill_chosen(context, &renewing->applying.places,
	    renewing->old.particulars.text[PARTICULAR_VILLAGE]);
	for (size_t row = 0; row < fields->count; row++)
		for (size_t at = 0; at < values->count; at++)
			if (strcmp(row_text(fields, row, "label"), row_text(values, at, "label")) ==
			    0)
				node_set(node,
				    arena_format(context->arena, "field-%s",
					row_text(fields, row, "id")),
				    row_text(values, at, "value"));
}

static int
show_renewing(struct renewing *renewing)
{
	fill_said_before(renewing);
	renewal_fill(renewing->applying.context, &renewing->renewal);
	return context_show(renewing->applying.context, "service/apply");
}

/* Another one renews it: which, in words, with the way to it. */
static int
show_renewed_already(struct renewing *renewing)
{
	struct context *context = renewing->applying.context;

	if (renewing->applying.channel == APPLY_ONLINE)
		page_set(&context->page, "Online", "1");
	if (renewing->applying.channel == APPLY_ASSISTED)
		page_set(&context->page, "Assisted", "1");
	service_fill(context, &renewing->applying.service);
	renewal_fill(context, &renewing->renewal);
	return context_show_status(context, "service/renewed", 409);
}

/* ---- at the counter ------------------------------------------------------------------------ */

static int
read_renewal_here(struct renewing *renewing)
{
	int status = application_load(renewing->applying.context, &renewing->old);

	if (status == 0)
		status = read_renewing(renewing);
	return status != 0 ? status : applying_read(&renewing->applying);
}

int
show_renewal_form(struct context *context)
{
	struct renewing renewing = { .applying = { .context = context } };
	int status = read_renewal_here(&renewing);

	if (status != 0)
		return status;
	if (renewing.renewal.by_id != 0)
		return show_renewed_already(&renewing);
	applying_fill(&renewing.applying);
	return show_renewing(&renewing);
}

int
send_renewal(struct context *context)
{
	struct renewing renewing = { .applying = { .context = context } };
	int status = read_renewal_here(&renewing);

	if (status != 0)
		return status;
	renewal_fill(context, &renewing.renewal);
	status = counter_send(&renewing.applying);
	return renewing.applying.renewed ? show_renewed_already(&renewing) : status;
}

/* ---- by a field assistant ------------------------------------------------------------------ */

static int
read_renewal_assisted(struct renewing *renewing)
{
	int status = application_load_assisted(renewing->applying.context, &renewing->old);

	if (status == 0)
		status = read_renewing(renewing);
	return status != 0 ? status : assisted_offer(&renewing->applying);
}

int
show_assisted_renewal(struct context *context)
{
	struct renewing renewing = {
		.applying = { .context = context, .channel = APPLY_ASSISTED },
	};
	int status = read_renewal_assisted(&renewing);

	if (status != 0)
		return status;
	if (renewing.renewal.by_id != 0)
		return show_renewed_already(&renewing);
	assisted_fill(&renewing.applying);
	return show_renewing(&renewing);
}

int
send_assisted_renewal(struct context *context)
{
	struct renewing renewing = {
		.applying = { .context = context, .channel = APPLY_ASSISTED },
	};
	int status = read_renewal_assisted(&renewing);

	if (status != 0)
		return status;
	renewal_fill(context, &renewing.renewal);
	status = assisted_send(&renewing.applying);
	return renewing.applying.renewed ? show_renewed_already(&renewing) : status;
}

/* ---- by the applicant ---------------------------------------------------------------------- */

static int
read_renewal_own(struct renewing *renewing)
{
	int status = application_load_ticket(renewing->applying.context, &renewing->old);

	if (status == 0)
		status = read_renewing(renewing);
	return status != 0 ? status : online_offer(&renewing->applying);
}

int
show_own_renewal(struct context *context)
{
	struct renewing renewing = {
		.applying = { .context = context, .channel = APPLY_ONLINE },
	};
	struct ticket ticket;
	int status;

	if (!ticket_kept(context, &ticket))
		return context_redirect(context, "/service/status");
	status = read_renewal_own(&renewing);
	if (status != 0)
		return status;
	if (renewing.renewal.by_id != 0)
		return show_renewed_already(&renewing);
	online_fill(&renewing.applying);
	return show_renewing(&renewing);
}

int
send_own_renewal(struct context *context)
{
	struct renewing renewing = {
		.applying = { .context = context, .channel = APPLY_ONLINE },
	};
	int status = read_renewal_own(&renewing);

	/* The cookie of the ticket, which no other site's page sends, and the form's own token. */
	if (status == 0)
		status = guest_token_read(context, &renewing.applying.guest);
	if (status != 0)
		return status;
	renewal_fill(context, &renewing.renewal);
	status = online_send(&renewing.applying);
	return renewing.applying.renewed ? show_renewed_already(&renewing) : status;
}
