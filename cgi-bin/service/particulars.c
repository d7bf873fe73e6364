/* SPDX-License-Identifier: ISC */
/*
 * What is said of an enterprise: read from a form, kept with the application as it was
 * said, and in the register as it was checked; one record for all applications.
 */
#include "service/service.h"

#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "document/content.h"
#include "rules/name_text.h"
#include "base/banned.h"

const char *const enterprise_kinds[] = { "micro", "cooperative", NULL };

static const struct {
	const char *name, *label;
} particular_names[PARTICULARS] = {
	[PARTICULAR_KIND] = { "kind", "Bentuk usaha" },
	[PARTICULAR_NAME] = { "name", "Nama usaha" },
	[PARTICULAR_OWNER] = { "owner", "Nama pemilik" },
	[PARTICULAR_NIK] = { "nik", "NIK" },
	[PARTICULAR_NIB] = { "nib", "NIB" },
	[PARTICULAR_NPWP] = { "npwp", "NPWP" },
	[PARTICULAR_PHONE] = { "phone", "Nomor telepon" },
	[PARTICULAR_ADDRESS] = { "address", "Alamat usaha" },
	[PARTICULAR_VILLAGE] = { "village", "Kelurahan atau desa" },
	[PARTICULAR_EMPLOYEES] = { "employees", "Jumlah pekerja" },
	[PARTICULAR_TURNOVER] = { "turnover", "Golongan omzet" },
	[PARTICULAR_PRODUCTS] = { "products", "Produk atau jasa" },
	[PARTICULAR_SINCE] = { "since", "Tahun mulai usaha" },
};

const char *
enterprise_kind_name(const char *code)
{
	return strcmp(code, "micro") == 0 ?
	    "Usaha mikro" :
	    strcmp(code, "cooperative") == 0 ?
	    "Koperasi" :
	    "";
}

const char *
particular_label(enum particular which)
{
	return particular_names[which].label;
}

const char *
particular_shown(struct arena *arena, const struct particulars *said, enum particular which,
    bool whole)
{
	const char *text = said->text[which];

	if (which == PARTICULAR_KIND)
		return enterprise_kind_name(text);
	if (!whole &&
	    (which == PARTICULAR_NIK || which == PARTICULAR_NIB || which == PARTICULAR_NPWP))
		return digits_masked(arena, text);
	return text;
}

/* ---- from a form ----------------------------------------------------------------- */

static void
read_number(struct form *form, int field, const char **said, const char *digits, const char *how)
{
	if (digits == NULL)
		form_error(form, field, "%s", how);
	*said = digits != NULL ? digits : "";
}

void
particulars_read(struct context *context, int first, struct particulars *said)
{
	struct form *form = &context->form;
	struct arena *arena = context->arena;
	const char **text = said->text;

	for (int which = 0; which < PARTICULARS; which++)
		text[which] = form_text(form, first + which);
	read_number(form, first + PARTICULAR_NIK, &text[PARTICULAR_NIK],
	    nik_digits(arena, text[PARTICULAR_NIK]),
	    "NIK terdiri dari 16 angka dan memuat tanggal lahir. Periksa lagi pada KTP.");
	read_number(form, first + PARTICULAR_NIB, &text[PARTICULAR_NIB],
	    nib_digits(arena, text[PARTICULAR_NIB]),
	    "NIB terdiri dari 13 angka. Periksa lagi, atau kosongkan bila belum punya.");
	read_number(form, first + PARTICULAR_NPWP, &text[PARTICULAR_NPWP],
	    npwp_digits(arena, text[PARTICULAR_NPWP]),
	    "NPWP terdiri dari 15 atau 16 angka. Periksa lagi, atau kosongkan bila belum punya.");
	if (*text[PARTICULAR_PHONE] != '\0' && phone_digits(text[PARTICULAR_PHONE]) < 6)
		form_error(form, first + PARTICULAR_PHONE,
		    "Nomor telepon tidak terbaca. Tulis seperti 0812 3456 7890.");
}

/* ---- from a row, and from lines ---------------------------------------------------- */

void
particulars_of(const struct rows *rows, struct particulars *said)
{
	*said = (struct particulars){ .text = {
					  [PARTICULAR_KIND] = row_text(rows, 0, "kind"),
					  [PARTICULAR_NAME] = row_text(rows, 0, "name"),
					  [PARTICULAR_OWNER] = row_text(rows, 0, "owner"),
					  [PARTICULAR_NIK] = row_text(rows, 0, "nik"),
					  [PARTICULAR_NIB] = row_text(rows, 0, "nib"),
					  [PARTICULAR_NPWP] = row_text(rows, 0, "npwp"),
					  [PARTICULAR_PHONE] = row_text(rows, 0, "phone"),
					  [PARTICULAR_ADDRESS] = row_text(rows, 0, "address"),
					  [PARTICULAR_VILLAGE] = row_text(rows, 0, "village"),
					  [PARTICULAR_EMPLOYEES] = row_text(rows, 0, "employees"),
					  [PARTICULAR_TURNOVER] = row_text(rows, 0, "turnover"),
					  [PARTICULAR_PRODUCTS] = row_text(rows, 0, "products"),
					  [PARTICULAR_SINCE] = row_text(rows, 0, "since_year"),
				      } };
}

const char *
particulars_lines(struct arena *arena, const struct particulars *said)
{
	struct buffer lines = { .arena = arena };

	for (int which = 0; which < PARTICULARS; which++)
		content_add(&lines, particular_names[which].name, said->text[which]);
	return lines.bytes;
}

void
particulars_parse(struct arena *arena, const char *lines, struct particulars *said)
{
	struct content_line line = { .rest = arena_text(arena, lines) };

	for (int which = 0; which < PARTICULARS; which++)
		said->text[which] = "";
	while (content_next(&line))
		for (int which = 0; which < PARTICULARS; which++)
			if (strcmp(line.name, particular_names[which].name) == 0)
				said->text[which] = line.value;
}

/* ---- on a page --------------------------------------------------------------------- */

void
particulars_fill(struct context *context, const struct particulars *said, bool whole)
{
	struct node *list = page_node(&context->page, "Particulars");
	size_t count = 0;

	for (int which = 0; which < PARTICULARS; which++) {
		const char *shown = particular_shown(context->arena, said, (enum particular)which,
		    whole);
		struct node *node;

		if (*shown == '\0')
			continue;
		node = node_row(list, count++);
		node_set(node, "label", particular_names[which].label);
		node_set(node, "value", shown);
	}
}

void
particulars_fill_form(struct context *context, const struct particulars *said)
{
	struct node *values = page_node(&context->page, "Form.value");

	for (int which = 0; which < PARTICULARS; which++)
		node_set(values, particular_names[which].name, said->text[which]);
}

/* ---- in the register --------------------------------------------------------------- */

/* What name and kelurahan say. */
static void
enterprise_same(struct arena *arena, const struct particulars *said,
    unsigned char same[SHA256_BYTES])
{
	const char *name = said->text[PARTICULAR_NAME], *village = said->text[PARTICULAR_VILLAGE];
	char *key = arena_array(arena, strlen(name) * 4 + 1, 1);
	char *place = arena_array(arena, strlen(village) * 4 + 1, 1);
	const char *both;

	name_key(key, name);
	name_key(place, village);
	both = arena_format(arena, "%s\n%s", key, place);
	sha256(same, both, strlen(both));
}

static struct db_value
particular_text(const char *text)
{
	return *text != '\0' ? db_text(text) : db_null();
}

static struct db_value
particular_number(const char *text)
{
	return *text != '\0' ? db_int(strtoll(text, NULL, 10)) : db_null();
}

static int
enterprise_insert(struct context *context, int64_t agency_id, const struct particulars *said,
    const unsigned char same[SHA256_BYTES])
{
	const char *const *text = said->text;

	return db_run(context->db, STATEMENT_ENTERPRISE_ADD, db_int(agency_id),
	    db_text(text[PARTICULAR_KIND]), db_text(text[PARTICULAR_NAME]),
	    db_text(text[PARTICULAR_OWNER]), particular_text(text[PARTICULAR_NIK]),
	    particular_text(text[PARTICULAR_NIB]), particular_text(text[PARTICULAR_NPWP]),
	    db_text(text[PARTICULAR_PHONE]), db_text(text[PARTICULAR_ADDRESS]),
	    db_text(text[PARTICULAR_VILLAGE]), particular_number(text[PARTICULAR_EMPLOYEES]),
	    db_text(text[PARTICULAR_TURNOVER]), db_text(text[PARTICULAR_PRODUCTS]),
	    particular_number(text[PARTICULAR_SINCE]), db_bytes(same, SHA256_BYTES));
}

/* Does a record of the same name and place say that it is another one? */
static bool
enterprise_differs(const struct rows *rows, size_t row, const struct particulars *said)
{
	const char *nib = row_text(rows, row, "nib"), *nik = row_text(rows, row, "nik");
	const char *own_nib = said->text[PARTICULAR_NIB], *own_nik = said->text[PARTICULAR_NIK];

	return (*nib != '\0' && *own_nib != '\0' && strcmp(nib, own_nib) != 0) ||
	    (*nik != '\0' && *own_nik != '\0' && strcmp(nik, own_nik) != 0);
}

bool
particulars_alike(struct arena *arena, const struct particulars *one,
    const struct particulars *other)
{
	unsigned char left[SHA256_BYTES], right[SHA256_BYTES];

	enterprise_same(arena, one, left);
	enterprise_same(arena, other, right);
	return memcmp(left, right, SHA256_BYTES) == 0;
}

int
enterprise_match(struct context *context, int64_t agency_id, const struct particulars *said,
    int64_t *enterprise_id)
{
	unsigned char same[SHA256_BYTES];
	struct rows rows;
	int result;

	*enterprise_id = 0;
	enterprise_same(context->arena, said, same);
	result = db_select(context->db, &rows, STATEMENT_ENTERPRISE_BY_NIB, db_int(agency_id),
	    db_text(said->text[PARTICULAR_NIB]));
	if (result > 0) {
		*enterprise_id = row_int(&rows, 0, "id");
		return 1;
	}
	if (result == 0)
		result = db_select(context->db, &rows, STATEMENT_ENTERPRISE_BY_PLACE,
		    db_int(agency_id), db_bytes(same, sizeof(same)));
	for (size_t row = 0; result > 0 && row < rows.count; row++)
		if (!enterprise_differs(&rows, row, said)) {
			*enterprise_id = row_int(&rows, row, "id");
			return 1;
		}
	return result < 0 ? result : 0;
}

int
enterprise_settle(struct context *context, int64_t agency_id, const struct particulars *said,
    int64_t *enterprise_id)
{
	unsigned char same[SHA256_BYTES];
	int result = enterprise_match(context, agency_id, said, enterprise_id);

	if (result != 0)
		return result < 0 ? result : 0;
	enterprise_same(context->arena, said, same);
	result = enterprise_insert(context, agency_id, said, same);
	*enterprise_id = db_last_key(context->db);
	return result < 0 ? result : 0;
}

int
enterprise_write(struct context *context, int64_t id, const struct particulars *said,
    int64_t version)
{
	const char *const *text = said->text;
	unsigned char same[SHA256_BYTES];

	enterprise_same(context->arena, said, same);
	return db_run(context->db, STATEMENT_ENTERPRISE_WRITE, db_text(text[PARTICULAR_KIND]),
	    db_text(text[PARTICULAR_NAME]), db_text(text[PARTICULAR_OWNER]),
	    particular_text(text[PARTICULAR_NIK]), particular_text(text[PARTICULAR_NIB]),
	    particular_text(text[PARTICULAR_NPWP]), db_text(text[PARTICULAR_PHONE]),
	    db_text(text[PARTICULAR_ADDRESS]), db_text(text[PARTICULAR_VILLAGE]),
	    particular_number(text[PARTICULAR_EMPLOYEES]), db_text(text[PARTICULAR_TURNOVER]),
	    db_text(text[PARTICULAR_PRODUCTS]), particular_number(text[PARTICULAR_SINCE]),
	    db_bytes(same, sizeof(same)), db_int(id), db_int(context->actor.agency_id),
	    db_int(version), db_int(version));
}
