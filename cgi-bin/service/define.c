/* SPDX-License-Identifier: ISC */
/*
 * The services of an agency: written as lines that a person can read, published as they
 * are, and changed from then on by a new version alone.
 */
#include "service/service.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/history.h"
#include "base/banned.h"

enum {
	REMIND_DAYS_USUAL = 14,
	REMIND_DAYS_MAX = 30 /* service_letters.c of matang looks as far */
};

enum {
	DEFINE_NAME,
	DEFINE_MARK,
	DEFINE_LEGAL,
	DEFINE_REQUIREMENTS,
	DEFINE_FIELDS,
	DEFINE_STEPS,
	DEFINE_COST,
	DEFINE_PRODUCT,
	DEFINE_COMPLAINT,
	DEFINE_LETTER,
	DEFINE_MONTHS,
	DEFINE_REMIND,
	DEFINE_VERSION
};

#define DEFINE_TABLE \
	[DEFINE_NAME] = { "name", FIELD_TEXT, "Nama layanan", true, .min = 3, .max = 160 }, \
	[DEFINE_MARK] = { "mark", FIELD_TEXT, "Kode jenis surat", true, .min = 1, .max = 12 }, \
	[DEFINE_LEGAL] = { "legal_base", FIELD_LINES, "Dasar hukum", .max = 4000 }, \
	[DEFINE_REQUIREMENTS] = { "requirements", FIELD_LINES, "Persyaratan", true, .max = 8000 }, \
	[DEFINE_FIELDS] = { "fields", FIELD_LINES, "Data tambahan", .max = 8000 }, \
	[DEFINE_STEPS] = { "steps", FIELD_LINES, "Langkah", true, .max = 8000 }, \
	[DEFINE_COST] = { "cost", FIELD_TEXT, "Biaya", true, .max = 200 }, \
	[DEFINE_PRODUCT] = { "product", FIELD_TEXT, "Produk layanan", true, .max = 200 }, \
	[DEFINE_COMPLAINT] = { "complaint", FIELD_LINES, "Saluran pengaduan", true, .max = 1000 }, \
	[DEFINE_LETTER] = { "letter", FIELD_LINES, "Isi surat", true, .max = 6000 }, \
	[DEFINE_MONTHS] = { "valid_months", FIELD_NUMBER, "Masa berlaku", .min = 1, .max = 120 }, \
	[DEFINE_REMIND] = { "remind_days", FIELD_NUMBER, "Pengingat", .min = 0, \
		.max = REMIND_DAYS_MAX }

const struct field service_define_fields[] = {
	DEFINE_TABLE,
	{ .name = NULL },
};

const struct field service_save_fields[] = {
	DEFINE_TABLE,
	[DEFINE_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

enum { ONLY_VERSION };
const struct field service_version_fields[] = {
	[ONLY_VERSION] = { "version", FIELD_NUMBER, "Versi", true, .min = 1, .max = INT32_MAX },
	{ .name = NULL },
};

/* ---- codes and their words --------------------------------------------------------- */

struct coded_word {
	const char *code, *word;
};

static const struct coded_word field_kinds[] = { { "text", "teks" }, { "number", "angka" },
	{ "date", "tanggal" }, { "choice", "pilihan" }, { "phone", "telepon" },
	{ "place", "lokasi" }, { NULL, NULL } };
static const struct coded_word step_roles[] = { { "counter", "loket" }, { "officer", "petugas" },
	{ "visit", "kunjungan" }, { "head", "kepala" }, { NULL, NULL } };

/* "" for another word, or code. */
static const char *
code_of_word(const struct coded_word *table, const char *word)
{
	for (; table->code != NULL; table++)
		if (strcasecmp(table->word, word) == 0)
			return table->code;
	return "";
}

static const char *
word_of_code(const struct coded_word *table, const char *code)
{
	for (; table->code != NULL; table++)
		if (strcmp(table->code, code) == 0)
			return table->word;
	return "";
}

const char *
service_role_word(const char *code)
{
	return word_of_code(step_roles, code);
}

/* ---- found, and shown ---------------------------------------------------------------- */

static int
read_service(struct context *context, int result, const struct rows *rows, struct service *found)
{
	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	found->id = row_int(rows, 0, "id");
	found->service_id = row_int(rows, 0, "service_id");
	found->number = row_int(rows, 0, "number");
	found->version = row_int(rows, 0, "version");
	found->valid_months = row_int(rows, 0, "valid_months");
	found->remind_days = row_int(rows, 0, "remind_days");
	found->days = row_int(rows, 0, "days");
	found->agency_id = row_int(rows, 0, "agency_id");
	found->region_id = row_int(rows, 0, "region_id");
	found->state = row_text(rows, 0, "state");
	found->name = row_text(rows, 0, "name");
	found->mark = row_text(rows, 0, "letter_code");
	found->legal_base = row_text(rows, 0, "legal_base");
	found->cost = row_text(rows, 0, "cost");
	found->product = row_text(rows, 0, "product");
	found->complaint = row_text(rows, 0, "complaint");
	found->letter = row_text(rows, 0, "letter");
	found->agency_name = row_text(rows, 0, "agency_name");
	found->zone = row_text(rows, 0, "timezone");
	found->published_at = row_text(rows, 0, "published_at");
	result = db_select(context->db, &found->requirements, STATEMENT_SERVICE_REQUIREMENTS,
	    db_int(found->id));
	if (result >= 0)
		result = db_select(context->db, &found->fields, STATEMENT_SERVICE_FIELDS,
		    db_int(found->id));
	if (result >= 0)
		result = db_select(context->db, &found->steps, STATEMENT_SERVICE_STEPS,
		    db_int(found->id));
	return context_status(context, result);
}

int
service_load_of(struct context *context, int64_t id, int64_t agency_id, struct service *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SERVICE_FIND, db_int(id),
	    db_int(agency_id));

	return read_service(context, result, &rows, found);
}

int
service_load(struct context *context, int64_t id, struct service *found)
{
	return service_load_of(context, id, context->actor.agency_id, found);
}

int
service_load_published(struct context *context, int64_t id, struct service *found)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_SERVICE_PUBLISHED, db_int(id));

	return read_service(context, result, &rows, found);
}

bool
service_visits(const struct service *service)
{
	for (size_t row = 0; row < service->steps.count; row++)
		if (strcmp(row_text(&service->steps, row, "role"), "visit") == 0)
			return true;
	return false;
}

/* Its choices, as a list to choose from. */
static void
fill_service_choices(struct arena *arena, struct node *list, const char *choices)
{
	char *rest = arena_text(arena, choices), *one;
	size_t count = 0;

	while ((one = strsep(&rest, "\n")) != NULL) {
		struct node *node = node_row(list, count++);

		node_set(node, "value", one);
		node_set(node, "label", one);
	}
}

static void
fill_service_fields(struct context *context, struct node *list, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "name",
		    arena_format(context->arena, "field-%s", row_text(rows, row, "id")));
		node_set(node, "label", row_text(rows, row, "label"));
		node_set(node, "kind", row_text(rows, row, "kind"));
		if (row_int(rows, row, "compulsory") != 0)
			node_set(node, "compulsory", "1");
		if (*row_text(rows, row, "choices") != '\0')
			fill_service_choices(context->arena, node_child(node, "choices"),
			    row_text(rows, row, "choices"));
	}
}

static void
fill_service_steps(struct node *list, const struct rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		struct node *node = node_row(list, row);

		node_set(node, "name", row_text(rows, row, "name"));
		node_set(node, "role", word_of_code(step_roles, row_text(rows, row, "role")));
		node_set(node, "days", row_text(rows, row, "days"));
	}
}

void
service_fill(struct context *context, const struct service *service)
{
	struct node *node = page_node(&context->page, "Service");

	node_set_int(node, "id", service->id);
	node_set_int(node, "number", service->number);
	node_set_int(node, "version", service->version);
	node_set_int(node, "days", service->days);
	if (service->valid_months > 0)
		node_set_int(node, "valid_months", service->valid_months);
	node_set_int(node, "remind_days", service->remind_days);
	node_set(node, "state", service->state);
	node_set(node, "name", service->name);
	node_set(node, "letter_code", service->mark);
	node_set(node, "legal_base", service->legal_base);
	node_set(node, "cost", service->cost);
	node_set(node, "product", service->product);
	node_set(node, "complaint", service->complaint);
	node_set(node, "letter", service->letter);
	node_set(node, "agency", service->agency_name);
	fill_rows(node_child(node, "requirements"), &service->requirements);
	fill_service_fields(context, node_child(node, "fields"), &service->fields);
	fill_service_steps(node_child(node, "steps"), &service->steps);
}

int
service_change_of(struct context *context, const struct service *service, int64_t id,
    const char *from, const char *to, const char *reason)
{
	return history_add(context->db,
	    &(struct change){ .subject = "service",
		.account_id = context->actor.account_id,
		.region_id = service->region_id,
		.agency_id = service->agency_id,
		.subject_id = id,
		.from = from,
		.to = to,
		.reason = reason });
}

int
service_change(struct context *context, int64_t id, const char *from, const char *to,
    const char *reason)
{
	const struct service own = { .region_id = context->actor.region_id,
		.agency_id = context->actor.agency_id };

	return service_change_of(context, &own, id, from, to, reason);
}

static int
show_service_list(struct context *context, const struct rows *rows)
{
	fill_rows(page_node(&context->page, "Services"), rows);
	return context_show(context, "service/services");
}

int
show_services(struct context *context)
{
	struct rows rows;
	int status = context_status(context,
	    db_select(context->db, &rows, STATEMENT_SERVICE_LIST,
		db_int(context->actor.agency_id)));

	return status != 0 ? status : show_service_list(context, &rows);
}

/* ---- written ------------------------------------------------------------------------- */

/* The lines of one of its three lists, cut at semicolons. */
struct parts {
	size_t count;
	const char *part[SERVICE_LINES][SERVICE_PARTS]; /* never NULL */
};

struct defining {
	struct context *context;
	struct service found; /* of one that is changed */
	struct parts requirements, fields, steps;
	int64_t days, id;
};

static const char *
part_trimmed(char *text)
{
	char *end;

	while (*text == ' ' || *text == '\t')
		text++;
	for (end = text + strlen(text); end > text && (end[-1] == ' ' || end[-1] == '\t');)
		*--end = '\0';
	return text;
}

static void
cut_lines(struct form *form, int field, struct parts *parts)
{
	char *rest = arena_text(form->arena, form_text(form, field)), *line;

	while ((line = strsep(&rest, "\n")) != NULL) {
		if (*part_trimmed(line) == '\0')
			continue;
		if (parts->count == SERVICE_LINES) {
			form_error(form, field, "Paling banyak %d baris.", SERVICE_LINES);
			return;
		}
		for (int part = 0; part < SERVICE_PARTS; part++) {
			char *one = part + 1 < SERVICE_PARTS ? strsep(&line, ";") : line;

			parts->part[parts->count][part] = one != NULL ? part_trimmed(one) : "";
		}
		parts->count++;
	}
}

/* "wajib" or "bila ada"; -1 for another word. */
static int
compulsory_of(const char *word)
{
	return strcasecmp(word, "wajib") == 0 ? 1 : strcasecmp(word, "bila ada") == 0 ? 0 : -1;
}

/* "berkas" or nothing; -1 for another word. */
static int
file_of(const char *word)
{
	return strcasecmp(word, "berkas") == 0 ? 1 : *word == '\0' ? 0 : -1;
}

static void
check_name(struct form *form, int field, size_t line, const char *name, size_t max)
{
	if (!utf8_shows(name) || utf8_characters(name) > max)
		form_error(form, field, "Baris %zu: tulis namanya, paling panjang %zu huruf.",
		    line + 1, max);
}

static void
check_requirements(struct form *form, const struct parts *parts)
{
	for (size_t line = 0; line < parts->count; line++) {
		check_name(form, DEFINE_REQUIREMENTS, line, parts->part[line][0], 200);
		if (compulsory_of(parts->part[line][1]) < 0)
			form_error(form, DEFINE_REQUIREMENTS,
			    "Baris %zu: sesudah titik koma tulis wajib atau bila ada.", line + 1);
		else if (file_of(parts->part[line][2]) < 0)
			form_error(form, DEFINE_REQUIREMENTS,
			    "Baris %zu: bagian ketiga hanya kata berkas, bila berkas atau fotonya "
			    "dapat dikirim.",
			    line + 1);
	}
}

static void
check_field_lines(struct form *form, const struct parts *parts)
{
	for (size_t line = 0; line < parts->count; line++) {
		const char *const *part = parts->part[line];
		const char *kind = code_of_word(field_kinds, part[1]);

		check_name(form, DEFINE_FIELDS, line, part[0], 120);
		if (*kind == '\0' || compulsory_of(part[2]) < 0)
			form_error(form, DEFINE_FIELDS,
			    "Baris %zu: tulis nama; jenis (teks, angka, tanggal, pilihan, telepon, "
			    "lokasi); wajib atau bila ada.",
			    line + 1);
		else if ((strcmp(kind, "choice") == 0) != (*part[3] != '\0'))
			form_error(form, DEFINE_FIELDS,
			    "Baris %zu: pilihannya ditulis di bagian keempat dengan koma di "
			    "antaranya, hanya untuk jenis pilihan.",
			    line + 1);
	}
}

static void
check_steps(struct form *form, struct defining *defining)
{
	const struct parts *parts = &defining->steps;

	defining->days = 0;
	for (size_t line = 0; line < parts->count; line++) {
		const char *const *part = parts->part[line];
		char *end;
		long days = strtol(part[2], &end, 10);

		check_name(form, DEFINE_STEPS, line, part[0], 160);
		if (*code_of_word(step_roles, part[1]) == '\0' || *part[2] == '\0' ||
		    *end != '\0' || days < 0 || days > 60)
			form_error(form, DEFINE_STEPS,
			    "Baris %zu: tulis nama; pelaksana (loket, petugas, kunjungan, kepala); "
			    "lama dalam hari kerja, 0 sampai 60.",
			    line + 1);
		else
			defining->days += days;
	}
	if (form_ok(form) && (defining->days < 1 || defining->days > 250))
		form_error(form, DEFINE_STEPS,
		    "Semua langkah bersama harus 1 sampai 250 hari kerja.");
}

static void
check_definition(struct defining *defining)
{
	struct form *form = &defining->context->form;

	cut_lines(form, DEFINE_REQUIREMENTS, &defining->requirements);
	cut_lines(form, DEFINE_FIELDS, &defining->fields);
	cut_lines(form, DEFINE_STEPS, &defining->steps);
	check_requirements(form, &defining->requirements);
	check_field_lines(form, &defining->fields);
	check_steps(form, defining);
}

/* "kuliner, kerajinan" as the lines of a choice. */
static const char *
choice_lines(struct arena *arena, const char *text)
{
	struct buffer lines = { .arena = arena };
	char *rest = arena_text(arena, text), *one;

	while ((one = strsep(&rest, ",")) != NULL) {
		const char *choice = part_trimmed(one);

		if (*choice == '\0')
			continue;
		if (lines.length > 0)
			buffer_char(&lines, '\n');
		buffer_text(&lines, choice);
	}
	return lines.bytes != NULL ? lines.bytes : "";
}

/* Its three lists anew. */
static int
write_parts(struct db *db, const struct defining *defining, int64_t id)
{
	struct arena *arena = defining->context->arena;
	int result = 0;

	for (size_t line = 0; result >= 0 && line < defining->requirements.count; line++)
		result = db_run(db, STATEMENT_SERVICE_REQUIREMENT_ADD, db_int(id),
		    db_int((int64_t)line + 1), db_text(defining->requirements.part[line][0]),
		    db_int(compulsory_of(defining->requirements.part[line][1])),
		    db_int(file_of(defining->requirements.part[line][2])));
	for (size_t line = 0; result >= 0 && line < defining->fields.count; line++) {
		const char *const *part = defining->fields.part[line];

		result = db_run(db, STATEMENT_SERVICE_FIELD_ADD, db_int(id),
		    db_int((int64_t)line + 1), db_text(part[0]),
		    db_text(code_of_word(field_kinds, part[1])),
		    db_text(choice_lines(arena, part[3])), db_int(compulsory_of(part[2])));
	}
	for (size_t line = 0; result >= 0 && line < defining->steps.count; line++) {
		const char *const *part = defining->steps.part[line];

		result = db_run(db, STATEMENT_SERVICE_STEP_ADD, db_int(id),
		    db_int((int64_t)line + 1), db_text(part[0]),
		    db_text(code_of_word(step_roles, part[1])), db_int(strtoll(part[2], NULL, 10)));
	}
	return result;
}

static int
clear_parts(struct db *db, int64_t id)
{
	int result = db_run(db, STATEMENT_SERVICE_REQUIREMENTS_CLEAR, db_int(id));

	if (result >= 0)
		result = db_run(db, STATEMENT_SERVICE_FIELDS_CLEAR, db_int(id));
	if (result >= 0)
		result = db_run(db, STATEMENT_SERVICE_STEPS_CLEAR, db_int(id));
	return result;
}

/* Left empty it is as for a service that nobody has thought about. */
static int64_t
remind_days(const struct form *form)
{
	return *form_text(form, DEFINE_REMIND) != '\0' ?
	    form_number(form, DEFINE_REMIND) :
	    REMIND_DAYS_USUAL;
}

/* A version of the texts of the form. */
static int
insert_version(struct db *db, struct defining *defining, int64_t service_id)
{
	const struct form *form = &defining->context->form;
	int result = db_run(db, STATEMENT_SERVICE_VERSION_ADD, db_int(service_id), db_int(1),
	    db_text(form_text(form, DEFINE_NAME)), db_text(form_text(form, DEFINE_MARK)),
	    db_text(form_text(form, DEFINE_LEGAL)), db_text(form_text(form, DEFINE_COST)),
	    db_text(form_text(form, DEFINE_PRODUCT)), db_text(form_text(form, DEFINE_COMPLAINT)),
	    db_text(form_text(form, DEFINE_LETTER)), db_key(form_number(form, DEFINE_MONTHS)),
	    db_int(remind_days(form)), db_int(defining->days));

	defining->id = db_last_key(db);
	return result;
}

static int
store_new_service(struct db *db, void *argument)
{
	struct defining *defining = argument;
	struct context *context = defining->context;
	int result = db_run(db, STATEMENT_SERVICE_ADD, db_int(context->actor.agency_id),
	    db_int(context->actor.account_id));

	if (result >= 0)
		result = insert_version(db, defining, db_last_key(db));
	if (result >= 0)
		result = write_parts(db, defining, defining->id);
	return result < 0 ?
	    result :
	    service_change(context, defining->id, NULL, form_text(&context->form, DEFINE_NAME),
		NULL);
}

static int
store_definition(struct db *db, void *argument)
{
	struct defining *defining = argument;
	struct context *context = defining->context;
	const struct form *form = &context->form;
	int result = db_run(db, STATEMENT_SERVICE_VERSION_WRITE,
	    db_text(form_text(form, DEFINE_NAME)), db_text(form_text(form, DEFINE_MARK)),
	    db_text(form_text(form, DEFINE_LEGAL)), db_text(form_text(form, DEFINE_COST)),
	    db_text(form_text(form, DEFINE_PRODUCT)), db_text(form_text(form, DEFINE_COMPLAINT)),
	    db_text(form_text(form, DEFINE_LETTER)), db_key(form_number(form, DEFINE_MONTHS)),
	    db_int(remind_days(form)), db_int(defining->days), db_int(defining->found.id),
	    db_int(form_number(form, DEFINE_VERSION)));

	if (result == 0)
		return context_stop(context, 409,
		    "Layanan ini sudah berubah atau diberlakukan sejak halaman ini ditampilkan. "
		    "Muat ulang halamannya; yang Anda tulis ada di halaman sebelumnya.");
	if (result > 0)
		result = clear_parts(db, defining->found.id);
	if (result >= 0)
		result = write_parts(db, defining, defining->found.id);
	defining->id = defining->found.id;
	return result < 0 ?
	    result :
	    service_change(context, defining->id, defining->found.name,
		form_text(form, DEFINE_NAME), NULL);
}

int
show_new_service(struct context *context)
{
	return context_show(context, "service/define");
}

int
add_service(struct context *context)
{
	struct defining defining = { .context = context };
	int status;

	check_definition(&defining);
	if (!form_ok(&context->form))
		return context_show_errors(context, "service/define");
	status = context_status(context, db_txn(context->db, store_new_service, &defining));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/services/%lld?done=created",
		(long long)defining.id);
}

/* ---- its lists as lines again -------------------------------------------------------- */

static const char *
requirement_lines(struct arena *arena, const struct rows *rows)
{
	struct buffer lines = { .arena = arena };

	for (size_t row = 0; row < rows->count; row++)
		buffer_format(&lines, "%s; %s%s\n", row_text(rows, row, "name"),
		    row_int(rows, row, "compulsory") != 0 ? "wajib" : "bila ada",
		    row_int(rows, row, "wants_file") != 0 ? "; berkas" : "");
	return lines.bytes != NULL ? lines.bytes : "";
}

static const char *
field_lines(struct arena *arena, const struct rows *rows)
{
	struct buffer lines = { .arena = arena };

	for (size_t row = 0; row < rows->count; row++) {
		char *rest = arena_text(arena, row_text(rows, row, "choices")), *one;
		const char *between = "; ";

		buffer_format(&lines, "%s; %s; %s", row_text(rows, row, "label"),
		    word_of_code(field_kinds, row_text(rows, row, "kind")),
		    row_int(rows, row, "compulsory") != 0 ? "wajib" : "bila ada");
		while (*row_text(rows, row, "choices") != '\0' &&
		    (one = strsep(&rest, "\n")) != NULL) {
			buffer_format(&lines, "%s%s", between, one);
			between = ", ";
		}
		buffer_char(&lines, '\n');
	}
	return lines.bytes != NULL ? lines.bytes : "";
}

static const char *
step_lines(struct arena *arena, const struct rows *rows)
{
	struct buffer lines = { .arena = arena };

	for (size_t row = 0; row < rows->count; row++)
		buffer_format(&lines, "%s; %s; %s\n", row_text(rows, row, "name"),
		    word_of_code(step_roles, row_text(rows, row, "role")),
		    row_text(rows, row, "days"));
	return lines.bytes != NULL ? lines.bytes : "";
}

static void
fill_definition(struct context *context, const struct service *service)
{
	struct node *values = page_node(&context->page, "Form.value");

	node_set(values, "name", service->name);
	node_set(values, "mark", service->mark);
	node_set(values, "legal_base", service->legal_base);
	node_set(values, "requirements", requirement_lines(context->arena, &service->requirements));
	node_set(values, "fields", field_lines(context->arena, &service->fields));
	node_set(values, "steps", step_lines(context->arena, &service->steps));
	node_set(values, "cost", service->cost);
	node_set(values, "product", service->product);
	node_set(values, "complaint", service->complaint);
	node_set(values, "letter", service->letter);
	if (service->valid_months > 0)
		node_set_int(values, "valid_months", service->valid_months);
	node_set_int(values, "remind_days", service->remind_days);
}

int
show_service(struct context *context)
{
	struct service service;
	int status = service_load(context, context->keys[0], &service);

	if (status != 0)
		return status;
	service_fill(context, &service);
	if (strcmp(service.state, "draft") != 0 || !context_may(context, ROLE_OPERATOR))
		return context_show(context, "service/service");
	fill_definition(context, &service);
	return context_show(context, "service/define");
}

int
save_service(struct context *context)
{
	struct defining defining = { .context = context };
	int status = service_load(context, context->keys[0], &defining.found);

	if (status != 0)
		return status;
	check_definition(&defining);
	if (!form_ok(&context->form)) {
		service_fill(context, &defining.found);
		return context_show_errors(context, "service/define");
	}
	status = context_status(context, db_txn(context->db, store_definition, &defining));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/services/%lld?done=saved", (long long)defining.id);
}

/* ---- in force, and followed by another version ---------------------------------------- */

static int
put_in_force(struct db *db, void *argument)
{
	struct defining *defining = argument;
	struct context *context = defining->context;
	int result = db_run(db, STATEMENT_SERVICE_CLOSE, db_int(defining->found.service_id));

	if (result >= 0)
		result = db_run(db, STATEMENT_SERVICE_PUBLISH, db_int(context->actor.account_id),
		    db_int(defining->found.id), db_int(form_number(&context->form, ONLY_VERSION)));
	if (result == 0)
		return context_stop(context, 409,
		    "Layanan ini sudah berubah atau diberlakukan sejak halaman ini ditampilkan. "
		    "Muat ulang halamannya.");
	return result < 0 ?
	    result :
	    service_change(context, defining->found.id, NULL,
		arena_format(context->arena, "%s: versi %lld berlaku", defining->found.name,
		    (long long)defining->found.number),
		NULL);
}

int
publish_service(struct context *context)
{
	struct defining defining = { .context = context };
	int status = service_load(context, context->keys[0], &defining.found);

	if (status == 0 && !form_ok(&context->form))
		status = 400;
	if (status == 0)
		status = context_status(context,
		    db_txn_world(context->db, put_in_force, &defining));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/services/%lld?done=saved",
		(long long)defining.found.id);
}

/* The rows of one version as those of another. */
static int
copy_parts(struct db *db, const struct service *from, int64_t id)
{
	int result = 0;

	for (size_t row = 0; result >= 0 && row < from->requirements.count; row++)
		result = db_run(db, STATEMENT_SERVICE_REQUIREMENT_ADD, db_int(id),
		    db_int((int64_t)row + 1), db_text(row_text(&from->requirements, row, "name")),
		    db_int(row_int(&from->requirements, row, "compulsory")),
		    db_int(row_int(&from->requirements, row, "wants_file")));
	for (size_t row = 0; result >= 0 && row < from->fields.count; row++)
		result = db_run(db, STATEMENT_SERVICE_FIELD_ADD, db_int(id),
		    db_int((int64_t)row + 1), db_text(row_text(&from->fields, row, "label")),
		    db_text(row_text(&from->fields, row, "kind")),
		    db_text(row_text(&from->fields, row, "choices")),
		    db_int(row_int(&from->fields, row, "compulsory")));
	for (size_t row = 0; result >= 0 && row < from->steps.count; row++)
		result = db_run(db, STATEMENT_SERVICE_STEP_ADD, db_int(id),
		    db_int((int64_t)row + 1), db_text(row_text(&from->steps, row, "name")),
		    db_text(row_text(&from->steps, row, "role")),
		    db_int(row_int(&from->steps, row, "days")));
	return result;
}

static int
begin_version(struct db *db, void *argument)
{
	struct defining *defining = argument;
	struct context *context = defining->context;
	const struct service *from = &defining->found;
	struct rows newest;
	int result = db_select(db, &newest, STATEMENT_SERVICE_NEWEST, db_int(from->service_id));

	if (result > 0 && strcmp(row_text(&newest, 0, "state"), "draft") == 0)
		return context_stop(context, 409,
		    "Versi baru layanan ini sudah mulai ditulis. Lanjutkan yang ada di daftar "
		    "layanan.");
	if (result >= 0)
		result = db_run(db, STATEMENT_SERVICE_VERSION_ADD, db_int(from->service_id),
		    db_int(row_int(&newest, 0, "number") + 1), db_text(from->name),
		    db_text(from->mark), db_text(from->legal_base), db_text(from->cost),
		    db_text(from->product), db_text(from->complaint), db_text(from->letter),
		    db_key(from->valid_months), db_int(from->remind_days), db_int(from->days));
	defining->id = db_last_key(db);
	if (result >= 0)
		result = copy_parts(db, from, defining->id);
	return result < 0 ?
	    result :
	    service_change(context, defining->id, NULL,
		arena_format(context->arena, "%s: versi %lld ditulis", from->name,
		    (long long)row_int(&newest, 0, "number") + 1),
		NULL);
}

int
renew_service(struct context *context)
{
	struct defining defining = { .context = context };
	int status = service_load(context, context->keys[0], &defining.found);

	if (status == 0)
		status = context_status(context, db_txn(context->db, begin_version, &defining));
	return status != 0 ?
	    status :
	    context_redirect(context, "/service/services/%lld?done=created",
		(long long)defining.id);
}
