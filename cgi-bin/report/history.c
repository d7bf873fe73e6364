/* SPDX-License-Identifier: ISC */
/*
 * Who changed what in one assessment, or in the whole region, in words and
 * newest first.  History is never changed, only read.
 */
#include "report/report.h"

#include <string.h>

#include "rules/workflow.h"
#include "assessment/assessment.h"
#include "assessment/results.h"
#include "frame/words.h"
#include "base/banned.h"

enum { ENTRIES_A_PAGE = 100 };

enum { HISTORY_BEFORE };
const struct field history_fields[] = {
	[HISTORY_BEFORE] = { "before", FIELD_NUMBER, "Halaman", .min = 1, .max = INT64_MAX },
	{ NULL },
};

static const struct {
	const char *subject;
	const char *words;
} subjects[] = {
	{ "state", "mengubah keadaan penilaian" },
	{ "self_level", "mengubah tingkat penilaian mandiri" },
	{ "city_level", "mengubah tingkat verifikasi" },
	{ "province_level", "mengubah tingkat validasi" },
	{ "city_decision", "memutuskan data dukung (verifikasi)" },
	{ "province_decision", "memutuskan data dukung (validasi)" },
	{ "return_note", "menindaklanjuti catatan pengembalian" },
	{ "link", "mengubah tautan dokumen" },
	{ "document", "mengubah dokumen" },
	{ "paper", "menerbitkan lembar" },
	{ "signature", "mengubah pengesahan" },
	{ "account", "mengubah akun" },
	{ "right", "mengubah hak akses" },
	{ "agency", "mengubah perangkat daerah" },
	{ "region", "mengubah daerah" },
	{ "cycle", "mengubah periode" },
	{ "notice", "mencatat pemberitahuan" },
	{ "instrument", "mengubah instrumen" },
	{ "holiday", "mengubah hari libur" },
	{ "setting", "mengubah pengaturan" },
	{ "promise", "dokumen yang dijanjikan" },
};

static const struct {
	const char *code;
	const char *words;
} values[] = {
	{ "accepted", "diterima" },
	{ "rejected", "ditolak" },
	{ "sent", "pindaian dikirim" },
	{ "confirmed", "diterima tim" },
	{ "sent_service", "ditandatangani secara elektronik lewat layanan" },
	{ "valid", "tanda tangan elektronik sah" },
	{ "invalid", "tanda tangan elektronik tidak sah" },
	{ "unknown", "tanda tangan elektronik tidak dapat diperiksa" },
	{ "refused", "pindaian dikembalikan" },
	{ "open", "terbuka" },
	{ "closed", "selesai" },
	{ "active", "aktif" },
	{ "ended", "berakhir" },
	{ "published", "terbit" },
	{ "planned", "direncanakan" },
};

static const char *
subject_words(const char *subject)
{
	for (size_t at = 0; at < sizeof(subjects) / sizeof(subjects[0]); at++)
		if (strcmp(subjects[at].subject, subject) == 0)
			return subjects[at].words;
	return subject;
}

static const char *
history_value_words(const char *value)
{
	enum state state;

	if (state_of(value, &state))
		return state_name(state);
	for (size_t at = 0; at < sizeof(values) / sizeof(values[0]); at++)
		if (strcmp(values[at].code, value) == 0)
			return values[at].words;
	return value;
}

/* "mengubah tingkat verifikasi, variabel 3: 2 → 5" */
static const char *
entry_words(struct context *context, const struct rows *rows, size_t row)
{
	struct buffer text = { .arena = context->arena };
	const char *from = history_value_words(row_text(rows, row, "from_value"));
	const char *to = history_value_words(row_text(rows, row, "to_value"));

	buffer_text(&text, subject_words(row_text(rows, row, "subject")));
	if (!row_null(rows, row, "variable_number"))
		buffer_format(&text, ", variabel %s", row_text(rows, row, "variable_number"));
	if (*from != '\0' || *to != '\0')
		buffer_format(&text, ": %s%s%s", from, *from != '\0' && *to != '\0' ? " → " : "",
		    to);
	return text.bytes;
}

static void
fill_entries(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Entries");

	for (size_t row = 0; row < rows->count && row < ENTRIES_A_PAGE; row++) {
		struct node *node = node_row(list, row);
		const char *who = row_text(rows, row, "full_name");

		node_set(node, "who", *who != '\0' ? who : "Perintah administrator server");
		node_set(node, "what", entry_words(context, rows, row));
		node_set(node, "why", row_text(rows, row, "reason"));
		node_set(node, "agency", row_text(rows, row, "agency_name"));
		node_set(node, "when",
		    words_time(context->arena, row_text(rows, row, "at"), context->actor.zone));
	}
	if (rows->count > ENTRIES_A_PAGE)
		page_set(&context->page, "List.next", row_text(rows, ENTRIES_A_PAGE - 1, "id"));
}

static int64_t
page_before(const struct context *context)
{
	int64_t before = form_number(&context->form, HISTORY_BEFORE);

	return before > 0 ? before : INT64_MAX;
}

int
show_history(struct context *context)
{
	struct assessment assessment;
	struct rows rows;
	bool agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD);
	int status = assessment_find(context, context->keys[0], &assessment);
	int result;

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	/* Half-done verification is not told before it is finished. */
	result = db_select(context->db, &rows, STATEMENT_REPORT_HISTORY, db_int(assessment.id),
	    db_int(page_before(context)),
	    db_int(agency && !results_tier_disclosed(assessment.state, STATE_VERIFIED)),
	    db_int(agency && !results_tier_disclosed(assessment.state, STATE_VALIDATED)),
	    db_int(ENTRIES_A_PAGE + 1));
	if (result < 0)
		return context_status(context, result);
	assessment_fill(context, &assessment);
	fill_entries(context, &rows);
	return context_show(context, "report/history");
}

int
show_region_history(struct context *context)
{
	struct rows rows;
	int result;

	if (!form_ok(&context->form))
		return 400;
	result = db_select(context->db, &rows, STATEMENT_REPORT_HISTORY_REGION,
	    db_int(context->actor.region_id), db_int(page_before(context)),
	    db_int(ENTRIES_A_PAGE + 1));
	if (result < 0)
		return context_status(context, result);
	fill_entries(context, &rows);
	return context_show(context, "report/history");
}
