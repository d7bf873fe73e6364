/* SPDX-License-Identifier: ISC */
/*
 * A field assistant enters applications of people who have no phone, follows those alone, and
 * gives the person number and secret on paper.  What the person agreed to is kept with it.  A
 * form may come late and more than once, for it waited on a telephone without network: its
 * draft key makes it one, with the same secret each time.
 */
#include "service/applying.h"

#include <string.h>

#include "frame/paging.h"
#include "frame/words.h"
#include "base/banned.h"

enum { LIST_BEFORE };
const struct field assisted_list_fields[] = {
	[LIST_BEFORE] = { "before", FIELD_NUMBER, "Sebelum", .min = 1, .max = INT64_MAX },
	{ .name = NULL },
};

enum { BRING_HAVE, BRING_FILE };
const struct field assisted_bring_fields[] = {
	[BRING_HAVE] = { "have-", FIELD_FLAG, "Persyaratan" },
	[BRING_FILE] = { "file-", FIELD_FILE, "Berkas" },
	{ .name = NULL },
};

enum { SECRET_DRAFT };
const struct field assisted_secret_fields[] = {
	[SECRET_DRAFT] = { "draft", FIELD_TEXT, "Tanda formulir", true, .min = 32, .max = 32 },
	{ .name = NULL },
};

/* Of this many days before today at most: a telephone that found no network for so long has lost
 * its drafts, too. */
enum { CONSENT_DAYS = 30 };

/* ---- the form ------------------------------------------------------------------------- */

/* What is read out to the person, and kept as it was. */
static const char *
consent_words(struct context *context, const struct service *service)
{
	return arena_format(context->arena,
	    "Pemohon sudah diberi tahu bahwa data dan foto dalam formulir ini dikirim kepada %s "
	    "untuk memproses permohonannya, dan bahwa pemohon boleh meminta untuk melihat, "
	    "memperbaiki atau menghapusnya. Pemohon menyetujuinya.",
	    service->agency_name);
}

int
assisted_offer(struct applying *applying)
{
	applying->consent = consent_words(applying->context, &applying->service);
	return applying_read(applying);
}

/* The service of the path, while it is in force, of the assistant's agency. */
static int
read_assisted(struct applying *applying)
{
	struct context *context = applying->context;
	int status = service_load(context, context->keys[0], &applying->service);

	if (status != 0)
		return status;
	if (strcmp(applying->service.state, "published") != 0)
		return context_refuse(context, 409,
		    "Layanan ini tidak sedang berlaku. Mulai dari daftar permohonan.");
	return assisted_offer(applying);
}

void
assisted_fill(struct applying *applying)
{
	struct page *page = &applying->context->page;
	char key[TOKEN_TEXT], today[DAY_TEXT];

	random_token(key);
	applying_fill(applying);
	page_set(page, "Assisted", "1");
	page_set(page, "Draft", key);
	page_set(page, "Consent", applying->consent);
	page_set(page, "Person",
	    arena_format(applying->context->arena, "%lld",
		(long long)applying->context->actor.account_id));
	page_set(page, "Form.value.consent_on", day_format(today, applying->today));
}

int
show_assisted_form(struct context *context)
{
	struct applying applying = { .context = context, .channel = APPLY_ASSISTED };
	int status = read_assisted(&applying);

	if (status != 0)
		return status;
	assisted_fill(&applying);
	return context_show(context, "service/apply");
}

static bool
is_draft_key(const char *text)
{
	return strlen(text) == TOKEN_TEXT - 1 && strspn(text, "0123456789abcdef") == TOKEN_TEXT - 1;
}

static void
check_consent(struct applying *applying)
{
	struct form *form = &applying->context->form;
	int32_t day = day_parse(form_text(form, APPLY_CONSENT_ON));

	if (form_number(form, APPLY_CONSENT) != 1)
		form_error(form, APPLY_CONSENT,
		    "Bacakan persetujuannya. Permohonan hanya dikirim bila pemohon setuju.");
	if (day != DAY_NONE && (day > applying->today || day < applying->today - CONSENT_DAYS))
		form_error(form, APPLY_CONSENT_ON,
		    "Tulis hari pemohon menyetujuinya, paling lama %d hari yang lalu.",
		    CONSENT_DAYS);
}

/* Secret and mark of this form of this person. */
static int
take_draft(struct applying *applying, const char *what, const char *draft)
{
	struct context *context = applying->context;
	const char *text = arena_format(context->arena, "%s %lld %s", what,
	    (long long)context->actor.account_id, draft);

	sha256(applying->sent_mark, text, strlen(text));
	return guest_ticket_of(context, text, applying->secret, applying->secret_hash);
}

int
assisted_send(struct applying *applying)
{
	struct context *context = applying->context;
	int status;

	if (!is_draft_key(form_text(&context->form, APPLY_DRAFT)))
		return 400;
	if (!applying_asks_only(applying))
		return applying_refuse_names(applying);
	check_consent(applying);
	status = take_draft(applying, "form", form_text(&context->form, APPLY_DRAFT));
	return status != 0 ? status : applying_send(applying, assisted_fill, applying_give_ticket);
}

int
send_assisted_form(struct context *context)
{
	struct applying applying = { .context = context, .channel = APPLY_ASSISTED };
	int status = read_assisted(&applying);

	return status != 0 ? status : assisted_send(&applying);
}

/* ---- the list -------------------------------------------------------------------------- */

struct assisted_list {
	struct rows rows, services;
};

static int
read_assisted_list(struct context *context, struct assisted_list *list)
{
	int64_t before = form_number(&context->form, LIST_BEFORE);
	int result = db_select(context->db, &list->rows, STATEMENT_SERVICE_ASSISTED_LIST,
	    db_int(context->actor.account_id), db_int(before > 0 ? before : INT64_MAX),
	    db_int(PAGE_ROWS + 1), db_int(context->actor.agency_id));

	if (result >= 0)
		result = db_select(context->db, &list->services, STATEMENT_SERVICE_LIST,
		    db_int(context->actor.agency_id));
	return context_status(context, result);
}

static void
fill_assisted_list(struct context *context, const struct assisted_list *list)
{
	struct node *nodes = page_node(&context->page, "Applications");
	size_t count = list->rows.count < PAGE_ROWS ? list->rows.count : PAGE_ROWS;

	for (size_t row = 0; row < count; row++) {
		struct node *node = node_row(nodes, row);

		node_set(node, "id", row_text(&list->rows, row, "id"));
		node_set(node, "number", row_text(&list->rows, row, "number"));
		node_set(node, "applicant", row_text(&list->rows, row, "applicant"));
		node_set(node, "enterprise", row_text(&list->rows, row, "enterprise"));
		node_set(node, "service", row_text(&list->rows, row, "service"));
		node_set(node, "state",
		    application_state_name(row_text(&list->rows, row, "state")));
		node_set(node, "reason", row_text(&list->rows, row, "reason"));
		node_set(node, "received",
		    words_date(context->arena, row_text(&list->rows, row, "received_on")));
	}
	if (list->rows.count > PAGE_ROWS)
		page_set(&context->page, "Next", row_text(&list->rows, count - 1, "id"));
	fill_rows(page_node(&context->page, "Services"), &list->services);
	page_set(&context->page, "Person",
	    arena_format(context->arena, "%lld", (long long)context->actor.account_id));
}

int
show_assisted(struct context *context)
{
	struct assisted_list list;
	int status = form_ok(&context->form) ? read_assisted_list(context, &list) : 400;

	if (status != 0)
		return status;
	fill_assisted_list(context, &list);
	return context_show(context, "service/assist");
}

/* ---- one of them ------------------------------------------------------------------------ */

struct assisted {
	struct context *context;
	struct application application;
	struct rows letters, signed_copies;
	struct renewal renewal;
	struct bringing bringing;
	struct applying applying; /* of another secret: its hash alone */
};

int
application_load_assisted(struct context *context, struct application *application)
{
	int status = application_load(context, application);

	if (status != 0)
		return status;
	return strcmp(application->channel, "assistant") == 0 &&
		application->entered_by == context->actor.account_id ?
	    0 :
	    404;
}

static int
load_letters(struct assisted *assisted)
{
	struct context *context = assisted->context;
	int status = context_status(context,
	    db_select(context->db, &assisted->letters, STATEMENT_SERVICE_LETTERS_OF,
		db_int(assisted->application.id)));

	if (status == 0)
		status = context_status(context,
		    letters_read_signed(context, assisted->application.id, &assisted->letters,
			&assisted->signed_copies));
	return status != 0 ?
	    status :
	    renewal_read(context, &assisted->application, &assisted->renewal);
}

static int
show_assisted_page(struct assisted *assisted)
{
	struct context *context = assisted->context;
	char key[TOKEN_TEXT];

	random_token(key);
	/* The survey is the applicant's alone; the name is as he wrote it. */
	assisted->application.survey_wanted = false;
	assisted->application.enterprise = assisted->application.particulars.text[PARTICULAR_NAME];
	application_fill(context, &assisted->application);
	letters_fill(context, &assisted->letters, &assisted->signed_copies);
	renewal_fill(context, &assisted->renewal);
	page_set(&context->page, "Draft", key);
	return form_ok(&context->form) ?
	    context_show(context, "service/assisted") :
	    context_show_errors(context, "service/assisted");
}

int
show_assisted_one(struct context *context)
{
	struct assisted assisted = { .context = context };
	int status = application_load_assisted(context, &assisted.application);

	if (status == 0)
		status = load_letters(&assisted);
	return status != 0 ? status : show_assisted_page(&assisted);
}

static int
store_assisted_files(struct db *db, void *argument)
{
	(void)db;
	return bringing_store(argument);
}

int
bring_assisted(struct context *context)
{
	struct assisted assisted = { .context = context };
	int status = application_load_assisted(context, &assisted.application);

	if (status != 0)
		return status;
	if (bringing_closed(&assisted.application))
		return context_refuse(context, 409,
		    "Permohonan ini sedang tidak menunggu kelengkapan. Muat ulang halamannya.");
	assisted.bringing = (struct bringing){ .context = context,
		.application = &assisted.application,
		.have = BRING_HAVE,
		.file = BRING_FILE };
	status = form_ok(&context->form) ? bringing_take(&assisted.bringing) : 0;
	if (status != 0)
		return status;
	if (!form_ok(&context->form)) {
		status = load_letters(&assisted);
		return status != 0 ? status : show_assisted_page(&assisted);
	}
	status = context_status(context,
	    bringing_commit(&assisted.bringing, store_assisted_files, &assisted.bringing));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/assist/%lld?done=sent",
		(long long)assisted.application.id);
}

static int
store_secret(struct db *db, void *argument)
{
	const struct assisted *assisted = argument;
	const struct application *application = &assisted->application;
	struct db_value hash = db_bytes(assisted->applying.secret_hash, SHA256_BYTES);
	int result = db_run(db, STATEMENT_SERVICE_APPLICATION_SECRET, hash, db_int(application->id),
	    db_int(application->service.agency_id), hash);

	return result <= 0 ?
	    result :
	    service_change(assisted->context, application->id, NULL, "kode rahasia baru dibuat",
		NULL);
}

int
renew_assisted_secret(struct context *context)
{
	struct assisted assisted = { .context = context, .applying = { .context = context } };
	const char *draft = form_text(&context->form, SECRET_DRAFT);
	int status = application_load_assisted(context, &assisted.application);

	if (status == 0 && !is_draft_key(draft))
		status = 400;
	if (status == 0)
		status = take_draft(&assisted.applying, "secret", draft);
	if (status == 0)
		status = context_status(context, db_txn(context->db, store_secret, &assisted));
	if (status != 0)
		return status;
	ticket_keep(context, assisted.application.number, assisted.applying.secret);
	return context_redirect(context, "/service/receipt?done=secret");
}
