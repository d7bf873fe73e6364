/* SPDX-License-Identifier: ISC */
/*
 * An application comes in: at the counter an official types it in from paper.  What the
 * service asks beside applicant and enterprise are rows; the same sent twice is one.
 */
#include "service/applying.h"

#include <stdlib.h>
#include <string.h>

#include "assessment/file_receive.h"
#include "frame/words.h"
#include "rules/date_text.h"
#include "base/utf8.h"
#include "base/banned.h"

#define APPLICATION_FIELDS \
	GUEST_FIELDS, PARTICULAR_FIELDS(APPLY_SAID), \
	    [APPLY_APPLICANT] = { "applicant", FIELD_TEXT, "Nama pemohon", true, .min = 2, \
		    .max = 120 }, \
	    [APPLY_EMAIL] = { "email", FIELD_TEXT, "Alamat surel", .max = 254 }, \
	    [APPLY_PLACE] = PLACE_FIELD(false), \
	    [APPLY_FIELD] = { "field-", FIELD_TEXT, "Data tambahan", .max = 1000 }, \
	    [APPLY_HAVE] = { "have-", FIELD_FLAG, "Persyaratan" }, \
	    [APPLY_FILE] = { "file-", FIELD_FILE, "Berkas" }
const struct field application_fields[] = {
	APPLICATION_FIELDS,
	{ .name = NULL },
};
const struct field assisted_fields[] = {
	APPLICATION_FIELDS,
	[APPLY_DRAFT] = { "draft", FIELD_TEXT, "Tanda formulir", true, .min = 32, .max = 32 },
	[APPLY_CONSENT] = { "consent", FIELD_FLAG, "Persetujuan pemohon" },
	[APPLY_CONSENT_BY] = { "consent_by", FIELD_TEXT, "Yang menyetujui", true, .min = 2,
	    .max = 120 },
	[APPLY_CONSENT_ON] = { "consent_on", FIELD_DATE, "Tanggal persetujuan", true },
	{ .name = NULL },
};

/* ---- what was typed ---------------------------------------------------------------- */

static bool
is_choice(const char *choices, const char *value)
{
	size_t length = strlen(value);

	for (const char *at = choices; *at != '\0';) {
		size_t one = strcspn(at, "\n");

		if (one == length && memcmp(at, value, length) == 0)
			return true;
		at += one + (at[one] == '\n');
	}
	return false;
}

static bool
is_count(const char *text)
{
	size_t digits = strspn(text, "0123456789.");

	return digits > 0 && text[digits] == '\0' && digits <= 20;
}

/* Why a value does not fit its kind, or NULL; a day is written as days are stored. */
static const char *
value_misfit(struct arena *arena, const char *kind, const char *choices, const char **value)
{
	char stored[DAY_TEXT];
	int32_t day;

	if (strcmp(kind, "number") == 0 && !is_count(*value))
		return "Tulis angkanya saja.";
	if (strcmp(kind, "choice") == 0 && !is_choice(choices, *value))
		return "Pilih salah satu.";
	if (strcmp(kind, "phone") == 0 && phone_digits(*value) < 6)
		return "Nomor telepon tidak terbaca. Tulis seperti 0812 3456 7890.";
	if (strcmp(kind, "date") == 0) {
		if (date_text(*value, &day) != DATE_OK)
			return "Tanggal tidak terbaca. Tulis seperti 17/8/2027.";
		*value = arena_text(arena, day_format(stored, day));
	}
	return NULL;
}

static void
check_value(struct applying *applying, size_t row)
{
	struct form *form = &applying->context->form;
	const struct rows *fields = &applying->service.fields;
	int64_t id = row_int(fields, row, "id");
	const struct each *given = form_member(form, APPLY_FIELD, id);
	const char *label = row_text(fields, row, "label"), *why;

	applying->values[row] = given != NULL ? given->text : "";
	if (*applying->values[row] == '\0') {
		if (row_int(fields, row, "compulsory") == 0)
			return;
		if (given != NULL)
			form_member_error(form, APPLY_FIELD, id, "%s belum diisi.", label);
		else
			form_error(form, APPLY_FIELD, "%s belum diisi.", label);
		return;
	}
	why = value_misfit(applying->context->arena, row_text(fields, row, "kind"),
	    row_text(fields, row, "choices"), &applying->values[row]);
	if (why != NULL)
		form_member_error(form, APPLY_FIELD, id, "%s: %s", label, why);
}

static bool
file_is_asked(const struct rows *asked, const struct form_upload *file)
{
	for (size_t row = 0; row < asked->count; row++)
		if (row_int(asked, row, "wants_file") != 0 &&
		    strcmp(file->field + strlen("file-"), row_text(asked, row, "id")) == 0)
			return true;
	return false;
}

/* Names that the service does not ask for come from no page of ours. */
bool
applying_asks_only(const struct applying *applying)
{
	const struct form *form = &applying->context->form;
	size_t fields = 0, have = 0;

	for (size_t row = 0; row < applying->service.fields.count; row++)
		fields += form_member(form, APPLY_FIELD,
			      row_int(&applying->service.fields, row, "id")) != NULL;
	for (size_t row = 0; row < applying->service.requirements.count; row++)
		have += form_member(form, APPLY_HAVE,
			    row_int(&applying->service.requirements, row, "id")) != NULL;
	for (const struct each *each = form_each(form, APPLY_FIELD); each != NULL;
	     each = each->next)
		fields--;
	for (const struct each *each = form_each(form, APPLY_HAVE); each != NULL; each = each->next)
		have--;
	for (const struct form_upload *file = applying->context->files; file != NULL;
	     file = file->next)
		if (!file_is_asked(&applying->service.requirements, file))
			return false;
	return fields == 0 && have == 0;
}

int
applying_refuse_names(struct applying *applying)
{
	return applying->renews == NULL ?
	    400 :
	    context_refuse(applying->context, 409,
		"Yang ditanyakan layanan ini berubah sejak formulir Anda dibuka. Mulai lagi dari "
		"tautan Perpanjang.");
}

static void
make_application_mark(struct applying *applying)
{
	struct buffer all = { .arena = applying->context->arena };

	buffer_format(&all, "%lld\n%s%s\n", (long long)applying->service.id, applying->particulars,
	    form_text(&applying->context->form, APPLY_APPLICANT));
	for (size_t row = 0; row < applying->service.fields.count; row++)
		buffer_format(&all, "%s\n", applying->values[row]);
	if (applying->renews != NULL)
		buffer_format(&all, "renews %lld\n", (long long)applying->renews->application_id);
	sha256(applying->mark, all.bytes, all.length);
}

/* By the choice of kelurahan where the region has one, else as it was typed. */
static void
check_village(struct applying *applying)
{
	struct form *form = &applying->context->form;
	const char **village = &applying->said.text[PARTICULAR_VILLAGE];
	struct place place;

	if (applying->places.offered.count == 0) {
		if (**village == '\0')
			form_error(form, APPLY_SAID + PARTICULAR_VILLAGE,
			    "Kelurahan atau desa belum diisi.");
		return;
	}
	place_read(form, APPLY_PLACE, &applying->places, &place);
	if (place.village_id == 0)
		form_error(form, APPLY_PLACE, "Pilih kelurahan atau desa tempat usahanya.");
	*village = place_words(applying->context->arena, place.district, place.village);
}

/* What was typed, then what was sent: what does not fit becomes an error of its field.  0 or a
 * status. */
static int
applying_check(struct applying *applying)
{
	int status = 0;

	struct context *context = applying->context;

	particulars_read(context, APPLY_SAID, &applying->said);
	if (*form_text(&context->form, APPLY_EMAIL) != '\0' &&
	    !email_fits(form_text(&context->form, APPLY_EMAIL)))
		form_error(&context->form, APPLY_EMAIL,
		    "Alamat surel tidak terbaca. Tulis seperti nama@contoh.id, atau kosongkan.");
	renewal_keep_numbers(applying);
	check_village(applying);
	applying->values = arena_array(context->arena, applying->service.fields.count + 1,
	    sizeof(*applying->values));
	for (size_t row = 0; row < applying->service.fields.count; row++)
		check_value(applying, row);
	applying->particulars = particulars_lines(context->arena, &applying->said);
	make_application_mark(applying);
	if (form_ok(&context->form))
		status = sent_files_take(context,
		    applying->channel == APPLY_ONLINE ? &applying->guest : NULL, APPLY_FILE,
		    FILE_SET_SCAN, &applying->sent);
	if (status == 0 && form_ok(&context->form))
		sent_files_once(&applying->sent);
	return status;
}

/* ---- stored -------------------------------------------------------------------------- */

/* "LYN-7KQM3XTA": eight letters that nobody confuses. */
static const char *
make_number(struct arena *arena)
{
	char code[CODE_TEXT];

	random_code(code);
	return arena_format(arena, "LYN-%.8s", code);
}

static bool
file_came(const struct applying *applying, int64_t requirement)
{
	for (size_t at = 0; at < applying->sent.count; at++)
		if (applying->sent.all[at].key == requirement)
			return true;
	return false;
}

static int
add_service_answers(struct db *db, const struct applying *applying)
{
	const struct form *form = &applying->context->form;
	const struct rows *fields = &applying->service.fields;
	const struct rows *asked = &applying->service.requirements;
	int result = 0;

	for (size_t row = 0; result >= 0 && row < fields->count; row++)
		if (*applying->values[row] != '\0')
			result = db_run(db, STATEMENT_SERVICE_APPLICATION_VALUE_ADD,
			    db_int(applying->id), db_int(row_int(fields, row, "id")),
			    db_text(applying->values[row]));
	for (size_t row = 0; result >= 0 && row < asked->count; row++) {
		int64_t id = row_int(asked, row, "id");

		result = db_run(db, STATEMENT_SERVICE_APPLICATION_VERDICT_ADD, db_int(applying->id),
		    db_int(id),
		    db_int(form_member(form, APPLY_HAVE, id) != NULL || file_came(applying, id)));
	}
	return result;
}

static int
add_service_files(struct db *db, const struct applying *applying)
{
	int result = 0;

	for (size_t at = 0; result >= 0 && at < applying->sent.count; at++) {
		const struct sent_file *file = &applying->sent.all[at];

		result = db_run(db, STATEMENT_SERVICE_FILE_ADD, db_int(applying->id),
		    db_int(file->key), SENT_FILE_VALUES(applying->context->arena, file));
	}
	return result;
}

static const char *
channel_code(enum apply_channel channel)
{
	return channel == APPLY_ONLINE ? "online" :
	    channel == APPLY_ASSISTED  ? "assistant" :
					 "counter";
}

/* Who writes it in, or 0: the applicant. */
static int64_t
applying_account(const struct applying *applying)
{
	return applying->channel == APPLY_ONLINE ? 0 : applying->context->actor.account_id;
}

static int
add_application(struct db *db, const struct applying *applying, int64_t enterprise)
{
	struct context *context = applying->context;
	bool assisted = applying->channel == APPLY_ASSISTED;
	char today[DAY_TEXT], due[DAY_TEXT];

	day_format(today, applying->today);
	day_format(due,
	    working_until(&applying->calendar, applying->today + 1, (int)applying->service.days));
	return db_run(db, STATEMENT_SERVICE_APPLICATION_ADD, db_int(applying->service.agency_id),
	    db_int(applying->service.id), db_int(enterprise), db_text(applying->number),
	    applying->channel != APPLY_COUNTER ?
		db_bytes(applying->secret_hash, SHA256_BYTES) :
		db_null(),
	    db_text(channel_code(applying->channel)),
	    db_text(form_text(&context->form, APPLY_APPLICANT)),
	    db_text(applying->said.text[PARTICULAR_PHONE]),
	    db_text(form_text(&context->form, APPLY_EMAIL)),
	    db_text(applying->said.text[PARTICULAR_VILLAGE]), db_text(applying->particulars),
	    db_text(today), db_text(today), db_text(due),
	    db_bytes(applying->mark, sizeof(applying->mark)), db_key(applying_account(applying)),
	    db_text(assisted ? applying->consent : ""),
	    db_text(assisted ? form_text(&context->form, APPLY_CONSENT_BY) : ""),
	    assisted ? db_text(form_text(&context->form, APPLY_CONSENT_ON)) : db_null(),
	    assisted ? db_bytes(applying->sent_mark, SHA256_BYTES) : db_null(),
	    db_key(applying->renews != NULL ? applying->renews->letter_id : 0));
}

/* The same came before: an official is led to it; who needs the secret, where it is the same. */
static int
found_before(struct applying *applying, const struct rows *before)
{
	const void *stored;
	size_t length;

	applying->id = row_int(before, 0, "id");
	applying->number = row_text(before, 0, "number");
	if (applying->channel == APPLY_COUNTER)
		return 0;
	stored = row_bytes(before, 0, "secret_hash", &length);
	return stored != NULL && ticket_same(applying->secret_hash, stored, length) ?
	    0 :
	    applying->channel == APPLY_ASSISTED ?
	    context_stop(applying->context, 409,
		"Permohonan yang sama sudah masuk dan sedang diproses. Cari di daftar permohonan "
		"yang Anda bantu, atau tanyakan kepada petugas.") :
	    context_stop(applying->context, 409,
		"Permohonan yang sama sudah masuk dan sedang diproses. Buka dengan nomor dan kode "
		"rahasia pada tanda terimanya, atau hubungi perangkat daerah.");
}

static int
insert_application(struct db *db, struct applying *applying)
{
	struct context *context = applying->context;
	int64_t enterprise = 0;
	int result = renewal_free(applying);

	if (result >= 0)
		result = enterprise_settle(context, applying->service.agency_id, &applying->said,
		    &enterprise);
	if (result >= 0)
		result = add_application(db, applying, enterprise);
	applying->id = db_last_key(db);
	if (result >= 0)
		result = add_service_answers(db, applying);
	if (result >= 0)
		result = add_service_files(db, applying);
	if (result >= 0)
		result = db_run(db, STATEMENT_SERVICE_APPLICATION_MOVE_ADD, db_int(applying->id),
		    db_text(""), db_text("received"), db_key(applying_account(applying)),
		    db_text(""), db_null());
	return result < 0 ?
	    result :
	    service_change_of(context, &applying->service, applying->id, NULL,
		applying->sent.count == 0 ?
		    arena_format(context->arena, "%s: permohonan masuk", applying->service.name) :
		    arena_format(context->arena, "%s: permohonan masuk dengan %zu berkas",
			applying->service.name, applying->sent.count),
		NULL);
}

static int
store_application(struct db *db, void *argument)
{
	struct applying *applying = argument;
	struct rows before;
	int result = renewal_hold(applying);

	if (result >= 0 && applying->channel == APPLY_ONLINE)
		result = guest_take(&applying->guest);
	if (result != 0)
		return result;
	applying->number = make_number(applying->context->arena);
	/* The very form, also after what came of it is over; then what it says. */
	if (applying->channel == APPLY_ASSISTED)
		result = db_select(db, &before, STATEMENT_SERVICE_APPLICATION_SENT,
		    db_bytes(applying->sent_mark, sizeof(applying->sent_mark)));
	if (result == 0)
		result = db_select(db, &before, STATEMENT_SERVICE_APPLICATION_MARKED,
		    db_bytes(applying->mark, sizeof(applying->mark)));
	if (result < 0)
		return result;
	/* It was there, and has the files that came with it: these are given back first. */
	if (result > 0)
		return applying->sent.count > 0 ? DB_DUPLICATE : found_before(applying, &before);
	return !applying->again ?
	    insert_application(db, applying) :
	    context_stop(applying->context, 409,
		"Pada saat yang sama ada permohonan lain untuk usaha ini, jadi berkasnya belum "
		"tersimpan. Kirim sekali lagi.");
}

/*
 * Stores it, or finds it where the same was sent before: its key and number.  0, or a
 * status, which is 409 for who sends what somebody else has sent.
 */
static int
applying_store(struct applying *applying)
{
	struct context *context = applying->context;
	int result = sent_files_commit(context, &applying->sent, store_application, applying);

	/* The same came before or at the same moment: now it is there. */
	if (result == DB_DUPLICATE) {
		applying->again = applying->sent.count > 0;
		applying->sent.count = 0;
		result = db_txn(context->db, store_application, applying);
	}
	return context_status(context, result);
}

/* ---- at the counter ------------------------------------------------------------------- */

int
applying_read(struct applying *applying)
{
	struct context *context = applying->context;
	int status = place_offer(context, applying->service.region_id, &applying->places);

	applying->today = words_today(applying->service.zone);
	return status != 0 ?
	    status :
	    calendar_load(context, applying->service.region_id, &applying->calendar);
}

/* The service of the path, while it is in force, of the own agency. */
static int
read_counter(struct applying *applying)
{
	struct context *context = applying->context;
	int status = service_load(context, context->keys[0], &applying->service);

	if (status != 0)
		return status;
	if (strcmp(applying->service.state, "published") != 0)
		return context_refuse(context, 409,
		    "Layanan ini tidak sedang berlaku. Mulai dari daftar layanan.");
	return applying_read(applying);
}

static void
fill_application_choices(struct context *context)
{
	struct node *list = page_node(&context->page, "Kinds");

	for (size_t at = 0; enterprise_kinds[at] != NULL; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "value", enterprise_kinds[at]);
		node_set(node, "label", enterprise_kind_name(enterprise_kinds[at]));
	}
}

void
applying_fill(struct applying *applying)
{
	struct context *context = applying->context;

	service_fill(context, &applying->service);
	fill_application_choices(context);
	place_fill(context, &applying->places);
	for (size_t row = 0; row < applying->service.requirements.count; row++)
		if (row_int(&applying->service.requirements, row, "wants_file") != 0) {
			page_set(&context->page, "Opens", "1");
			file_receive_fill(context, FILE_SET_SCAN);
			break;
		}
}

int
show_application_form(struct context *context)
{
	struct applying applying = { .context = context };
	int status = read_counter(&applying);

	if (status != 0)
		return status;
	applying_fill(&applying);
	return context_show(context, "service/apply");
}

int
applying_send(struct applying *applying, void (*fill)(struct applying *),
    int (*thank)(struct applying *))
{
	int status = applying_check(applying);

	if (status != 0)
		return status;
	if (!form_ok(&applying->context->form)) {
		fill(applying);
		return context_show_errors(applying->context, "service/apply");
	}
	status = applying_store(applying);
	return status != 0 ? status : thank(applying);
}

int
applying_give_ticket(struct applying *applying)
{
	ticket_keep(applying->context, applying->number, applying->secret);
	return context_redirect(applying->context,
	    applying->again ? "/service/receipt?done=before" : "/service/receipt");
}

static int
counter_thank(struct applying *applying)
{
	return context_redirect(applying->context, "/service/%lld?done=created",
	    (long long)applying->id);
}

int
counter_send(struct applying *applying)
{
	if (!applying_asks_only(applying))
		return applying_refuse_names(applying);
	return applying_send(applying, applying_fill, counter_thank);
}

int
enter_application(struct context *context)
{
	struct applying applying = { .context = context };
	int status = read_counter(&applying);

	return status != 0 ? status : counter_send(&applying);
}
