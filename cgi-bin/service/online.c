/* SPDX-License-Identifier: ISC */
/*
 * Whoever has no account applies by himself, keeps number and secret, and follows his
 * application by both: where it stands, what is missing, and the letter that came of it.  Who
 * works on it is not shown.
 */
#include "service/applying.h"

#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

enum { STATUS_NUMBER, STATUS_SECRET };
const struct field status_fields[] = {
	[STATUS_NUMBER] = { "number", FIELD_TEXT, "Nomor permohonan", true, .max = 20 },
	[STATUS_SECRET] = { "secret", FIELD_TEXT, "Kode rahasia", true, .max = 40 },
	{ .name = NULL },
};

enum { MINE_HAVE = GUEST_FIELD_COUNT, MINE_FILE };
const struct field mine_bring_fields[] = {
	GUEST_FIELDS,
	[MINE_HAVE] = { "have-", FIELD_FLAG, "Persyaratan" },
	[MINE_FILE] = { "file-", FIELD_FILE, "Berkas" },
	{ .name = NULL },
};

/* ---- applied for ------------------------------------------------------------------------- */

int
online_offer(struct applying *applying)
{
	int status = applying_read(applying);

	return status != 0 ? status : guest_offer(applying->context, &applying->offer);
}

static int
read_online(struct applying *applying)
{
	struct context *context = applying->context;
	int status = service_load_published(context, context->keys[0], &applying->service);

	return status != 0 ? status : online_offer(applying);
}

void
online_fill(struct applying *applying)
{
	applying_fill(applying);
	guest_fill(applying->context, &applying->offer);
	page_set(&applying->context->page, "Online", "1");
}

int
show_online_form(struct context *context)
{
	struct applying applying = { .context = context };
	int status = read_online(&applying);

	if (status != 0)
		return status;
	online_fill(&applying);
	return context_show(context, "service/apply");
}

int
online_send(struct applying *applying)
{
	memcpy(applying->secret, applying->guest.secret, sizeof(applying->secret));
	memcpy(applying->secret_hash, applying->guest.hash, sizeof(applying->secret_hash));
	if (!applying_asks_only(applying))
		return applying_refuse_names(applying);
	return applying_send(applying, online_fill, applying_give_ticket);
}

int
send_online_form(struct context *context)
{
	struct applying applying = { .context = context, .channel = APPLY_ONLINE };
	int status = read_online(&applying);

	/* The token of a page without account: guest/guest.h. */
	if (status == 0)
		status = guest_token_read(context, &applying.guest);
	return status != 0 ? status : online_send(&applying);
}

int
show_service_receipt(struct context *context)
{
	struct ticket ticket;

	if (!ticket_kept(context, &ticket))
		return context_redirect(context, "/service/status");
	ticket_fill(context, "/service/status", ticket.number, ticket.secret);
	return context_show(context, "service/receipt");
}

/* ---- followed ------------------------------------------------------------------------------ */

struct mine {
	struct context *context;
	struct ticket ticket;
	struct application application;
	struct rows row, letters, signed_copies;
	struct renewal renewal;
	struct bringing bringing;
	struct guest_offer offer;
	struct guest guest;
};

/* Rows: 1 where number and secret belong together, 0 where not, or enum db_error. */
static int
mine_opens(struct mine *mine)
{
	const void *stored;
	size_t length;
	int result = db_select(mine->context->db, &mine->row, STATEMENT_SERVICE_APPLICATION_TICKET,
	    db_text(mine->ticket.number));

	if (result <= 0)
		return result;
	stored = row_bytes(&mine->row, 0, "secret_hash", &length);
	return ticket_same(mine->ticket.hash, stored, length);
}

/* That of the cookie; 404 or 429 with its page, and the cookie is gone. */
static int
mine_find(struct mine *mine)
{
	struct context *context = mine->context;
	struct application *application = &mine->application;
	int result, status;

	if (!ticket_kept(context, &mine->ticket))
		return context_refuse(context, 403,
		    "Buka dahulu permohonannya dengan nomor dan kode rahasianya.");
	result = mine_opens(mine);
	if (result < 0)
		return context_status(context, result);
	if (result > 0) {
		status = application_load_of(context, row_int(&mine->row, 0, "id"),
		    row_int(&mine->row, 0, "agency_id"), application);
		/* As he wrote it: what the register says of a NIB may be of somebody else. */
		if (status == 0)
			application->enterprise = application->particulars.text[PARTICULAR_NAME];
		return status;
	}
	ticket_forget(context);
	return ticket_miss(context);
}

int
application_load_ticket(struct context *context, struct application *application)
{
	struct mine mine = { .context = context };
	int status = mine_find(&mine);

	*application = mine.application;
	return status;
}

int
show_status_form(struct context *context)
{
	return context_show(context, "service/status");
}

int
open_status(struct context *context)
{
	struct form *form = &context->form;
	struct mine mine = { .context = context };
	int result = 0, status;

	if (!form_ok(form))
		return context_show_errors(context, "service/status");
	/* The secret is the token: whoever does not know it opens nothing. */
	status = ticket_try(context);
	if (status != 0)
		return status;
	if (ticket_typed(context, form_text(form, STATUS_NUMBER), form_text(form, STATUS_SECRET),
		&mine.ticket))
		result = mine_opens(&mine);
	if (result < 0)
		return context_status(context, result);
	if (result == 0) {
		form_error(form, STATUS_SECRET,
		    "Nomor dan kode rahasia ini tidak cocok. Periksa lagi keduanya pada tanda "
		    "terima Anda.");
		return context_show_errors(context, "service/status");
	}
	status = ticket_good(context);
	if (status != 0)
		return status;
	ticket_keep(context, mine.ticket.number, mine.ticket.secret);
	return context_redirect(context, "/service/mine");
}

static int
read_mine(struct mine *mine)
{
	struct context *context = mine->context;
	int status = context_status(context,
	    db_select(context->db, &mine->letters, STATEMENT_SERVICE_LETTERS_OF,
		db_int(mine->application.id)));

	if (status == 0)
		status = context_status(context,
		    letters_read_signed(context, mine->application.id, &mine->letters,
			&mine->signed_copies));
	if (status == 0)
		status = renewal_read(context, &mine->application, &mine->renewal);
	return status != 0 ? status : guest_offer(context, &mine->offer);
}

static int
show_mine_page(struct mine *mine)
{
	struct context *context = mine->context;
	int status = read_mine(mine);

	if (status != 0)
		return status;
	application_fill(context, &mine->application);
	letters_fill(context, &mine->letters, &mine->signed_copies);
	renewal_fill(context, &mine->renewal);
	guest_fill(context, &mine->offer);
	return form_ok(&context->form) ?
	    context_show(context, "service/mine") :
	    context_show_errors(context, "service/mine");
}

int
show_mine(struct context *context)
{
	struct mine mine = { .context = context };
	struct ticket ticket;
	int status;

	if (!ticket_kept(context, &ticket))
		return context_redirect(context, "/service/status");
	status = mine_find(&mine);
	return status != 0 ? status : show_mine_page(&mine);
}

static int
store_mine(struct db *db, void *argument)
{
	struct mine *mine = argument;
	int result = guest_take(&mine->guest);
	(void)db;

	return result != 0 ? result : bringing_store(&mine->bringing);
}

int
bring_mine(struct context *context)
{
	struct mine mine = { .context = context };
	int status = mine_find(&mine);

	/* The cookie of the ticket, which no other site's page sends, and the form's own token. */
	if (status == 0)
		status = guest_token_read(context, &mine.guest);
	if (status != 0)
		return status;
	if (bringing_closed(&mine.application))
		return context_refuse(context, 409,
		    "Permohonan ini sedang tidak menunggu kelengkapan. Muat ulang halamannya.");
	mine.bringing = (struct bringing){ .context = context,
		.application = &mine.application,
		.guest = &mine.guest,
		.have = MINE_HAVE,
		.file = MINE_FILE };
	status = form_ok(&context->form) ? bringing_take(&mine.bringing) : 0;
	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return show_mine_page(&mine);
	status = context_status(context, bringing_commit(&mine.bringing, store_mine, &mine));
	return status != 0 ? status : context_redirect(context, "/service/mine?done=sent");
}
