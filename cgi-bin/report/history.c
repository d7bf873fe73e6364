/* SPDX-License-Identifier: ISC */
/*
 * Who changed what in one assessment, or in the whole region, in words and
 * newest first.  History is never changed, only read.
 */
#include "report/log.h"

#include <stdlib.h>
#include <string.h>

#include "rules/workflow.h"
#include "assessment/assessment.h"
#include "document/listing.h"
#include "frame/words.h"
#include "base/banned.h"

static const struct log_kind kinds[] = {
	{ "assessment", "Pengisian dan status", "state,self_level,explanation,return_note" },
	{ "review", "Verifikasi dan validasi",
	    "city_level,province_level,city_decision,province_decision" },
	{ "evidence", "Data dukung", "document,link,promise,plan" },
	{ "consultation", "Konsultasi dan ketetapan", "consultation,ruling,comment" },
	{ "activity", "Kegiatan", "activity" },
	{ "forum", "Konsultasi publik", "forum" },
	{ "service", "Layanan", "service" },
	{ "complaints", "Pengaduan", "complaint" },
	{ "applications", "Aplikasi dan situs", "application" },
	{ "signoff", "Lembar dan pengesahan", "paper,signature" },
	{ "access", "Akun dan hak akses", "account,right" },
	{ "set-up", "Periode dan pengaturan",
	    "region,agency,cycle,notice,instrument,holiday,setting" },
	{ .code = NULL },
};
static const char *const kind_codes[] = { "assessment", "review", "evidence", "consultation",
	"activity", "forum", "service", "complaints", "applications", "signoff", "access", "set-up",
	NULL };
const struct field history_fields[] = LOG_FIELD_TABLE(kind_codes);

static const struct {
	const char *subject;
	const char *words;
} subjects[] = {
	{ "state", "mengubah status penilaian" },
	{ "self_level", "mengubah tingkat penilaian mandiri" },
	{ "explanation", "mengubah penjelasan" },
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
	{ "promise", "dokumen yang menyusul" },
	{ "consultation", "mengubah konsultasi" },
	{ "ruling", "mengubah ketetapan tim" },
	{ "comment", "mengubah catatan antarrekan" },
	{ "plan", "mengubah rencana perbaikan" },
	{ "activity", "mengubah kegiatan" },
	{ "forum", "mengubah konsultasi publik" },
	{ "service", "memproses layanan" },
	{ "complaint", "menangani pengaduan" },
	{ "application", "mengubah daftar aplikasi dan situs" },
};

static const struct {
	const char *code;
	const char *words;
} values[] = {
	{ "accepted", "diterima" },
	{ "rejected", "ditolak" },
	{ "sent", "pindaian dikirim" },
	{ "sent_before", "berkas yang dikirim sebelumnya" },
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

/* A level is Roman in the history too; what else is told by its code. */
static const char *
history_value_words(const char *subject, const char *value)
{
	const char *underscore = strrchr(subject, '_');
	enum state state;

	if (underscore != NULL && strcmp(underscore, "_level") == 0)
		return words_roman(strtoll(value, NULL, 10));
	if (state_of(value, &state))
		return state_name(state);
	for (size_t at = 0; at < sizeof(values) / sizeof(values[0]); at++)
		if (strcmp(values[at].code, value) == 0)
			return values[at].words;
	if (*value != '\0' && (strcmp(subject, "account") == 0 || strcmp(subject, "right") == 0))
		return log_right_words(value);
	return value;
}

/* One row as people read it. */
struct entry {
	const char *when, *who, *role, *address, *agency, *year, *variable, *document;
	const char *about; /* whose account, or which instrument */
	const char *what, *from, *to, *why;
};

/* The words of an answer, of those that were changed: what they said and what they
 * say.  Both at once are told apart by their names. */
static void
read_words(struct arena *arena, const struct rows *rows, size_t row, struct entry *entry)
{
	const char *was = row_text(rows, row, "explanation_was");
	const char *is = row_text(rows, row, "explanation_is");
	const char *reason_was = row_text(rows, row, "reason_was");
	const char *reason_is = row_text(rows, row, "reason_is");
	bool same = strcmp(was, is) == 0;

	if (row_null(rows, row, "explanation_was"))
		return;
	if (strcmp(reason_was, reason_is) == 0) {
		entry->from = was;
		entry->to = is;
		return;
	}
	entry->what = same ?
	    "mengubah alasan melebihi dokumen" :
	    "mengubah penjelasan dan alasan melebihi dokumen";
	entry->from = same ? reason_was : arena_format(arena, "%s\nAlasan: %s", was, reason_was);
	entry->to = same ? reason_is : arena_format(arena, "%s\nAlasan: %s", is, reason_is);
}

static void
read_entry(struct context *context, const struct rows *rows, size_t row, struct entry *entry)
{
	const char *who = row_text(rows, row, "full_name");

	*entry = (struct entry){
		.when = words_time(context->arena, row_text(rows, row, "at"), context->actor.zone),
		.who = *who != '\0' ? who : "Pengelola server",
		.role = row_null(rows, row, "role") ?
		    "" :
		    role_name(role_of(row_text(rows, row, "role"))),
		.address = row_text(rows, row, "address"),
		.agency = row_text(rows, row, "agency_name"),
		.year = row_text(rows, row, "year"),
		.about = row_text(rows, row, "about"),
		.variable = row_text(rows, row, "variable_number"),
		.document = row_text(rows, row, "document"),
		.what = subject_words(row_text(rows, row, "subject")),
		.from = history_value_words(row_text(rows, row, "subject"),
		    row_text(rows, row, "from_value")),
		.to = history_value_words(row_text(rows, row, "subject"),
		    row_text(rows, row, "to_value")),
		.why = row_text(rows, row, "reason"),
	};
	/* Of one variable an agency changes only who works on it. */
	if (strcmp(row_text(rows, row, "subject"), "agency") == 0 && *entry->variable != '\0')
		entry->what = "mengubah pembagian tugas";
	/* A step of a plan has its title where reasons stand, until it is given up for one. */
	if (strcmp(row_text(rows, row, "subject"), "plan") == 0 &&
	    strcmp(entry->to, "Batal") != 0) {
		entry->document = entry->why;
		entry->why = "";
	}
	read_words(context->arena, rows, row, entry);
}

static void
fill_entries(struct context *context, const struct rows *rows)
{
	struct node *list = page_node(&context->page, "Entries");
	struct entry entry;

	for (size_t row = 0; row < rows->count && row < LOG_PAGE; row++) {
		struct node *node = node_row(list, row);

		read_entry(context, rows, row, &entry);
		node_set(node, "when", entry.when);
		node_set(node, "who", entry.who);
		node_set(node, "role", entry.role);
		node_set(node, "address", entry.address);
		node_set(node, "agency", entry.agency);
		node_set(node, "year", entry.year);
		node_set(node, "about", entry.about);
		node_set(node, "variable", entry.variable);
		node_set(node, "document", entry.document);
		node_set(node, "what", entry.what);
		node_set(node, "from", entry.from);
		node_set(node, "to", entry.to);
		node_set(node, "why", entry.why);
		if (!row_null(rows, row, "explanation_was"))
			node_set(node, "long", "1");
	}
	if (rows->count > LOG_PAGE)
		page_set(&context->page, "List.next", row_text(rows, LOG_PAGE - 1, "id"));
}

/* Rows of the part, one more than a page.  An agency is not told what a tier says
 * before it has finished.  The rows, or enum db_error. */
static int
history_select(struct context *context, const struct log_part *part, int64_t limit,
    struct rows *rows)
{
	bool agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD);
	struct db_value members = log_members(context, kinds);

	if (agency || part->assessment.kind != DB_NULL)
		return db_select(context->db, rows, STATEMENT_REPORT_HISTORY_AGENCY, part->agency,
		    part->assessment, db_int(agency), db_int(agency), part->before, members,
		    members, part->person, part->query, part->from, part->hours, part->until,
		    part->hours, db_int(limit));
	return db_select(context->db, rows, STATEMENT_REPORT_HISTORY_REGION, part->region,
	    part->agency, part->agency, part->before, members, members, part->person, part->query,
	    part->from, part->hours, part->until, part->hours, db_int(limit));
}

/* What the page shows: the rows of a part, and of what else one could ask. */
struct history_part {
	struct rows entries;
	struct log_choices choices;
};

static int
read_part(struct context *context, const struct log_part *part, struct history_part *shown)
{
	int result = history_select(context, part, LOG_PAGE + 1, &shown->entries);

	return result < 0 ?
	    context_status(context, result) :
	    log_read_choices(context, part, &shown->choices);
}

static int
show_part(struct context *context, const struct log_part *part)
{
	struct history_part shown;
	int status = read_part(context, part, &shown);

	if (status != 0)
		return status;
	log_fill(context, kinds, &shown.choices);
	fill_entries(context, &shown.entries);
	return context_show(context, "report/history");
}

/* The part of one assessment, where the path names one.  0 or a status. */
static int
history_read_part(struct context *context, struct assessment *assessment, struct log_part *part)
{
	int status = context->keys[0] != 0 ?
	    assessment_find(context, context->keys[0], assessment) :
	    0;

	if (status == 0)
		status = log_part(context, part);
	if (status == 0 && context->keys[0] != 0) {
		part->agency = db_null();
		part->assessment = db_int(assessment->id);
	}
	return status;
}

int
show_history(struct context *context)
{
	struct assessment assessment;
	struct log_part part;
	int status = history_read_part(context, &assessment, &part);

	if (status != 0)
		return status;
	if (context->keys[0] != 0)
		assessment_fill(context, &assessment);
	return show_part(context, &part);
}

int
send_history(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Waktu", 14, struct entry, when),
		LISTING_MEMBER("Siapa", 12, struct entry, who),
		LISTING_MEMBER("Peran", 10, struct entry, role),
		LISTING_MEMBER("Alamat", 8, struct entry, address),
		LISTING_MEMBER("Perangkat daerah", 14, struct entry, agency),
		LISTING_MEMBER("Tahun", 5, struct entry, year),
		LISTING_MEMBER("Variabel", 5, struct entry, variable),
		LISTING_MEMBER("Dokumen", 12, struct entry, document),
		LISTING_MEMBER("Akun atau instrumen", 10, struct entry, about),
		LISTING_MEMBER("Perubahan", 12, struct entry, what),
		LISTING_MEMBER("Semula", 10, struct entry, from),
		LISTING_MEMBER("Menjadi", 10, struct entry, to),
		LISTING_MEMBER("Alasan", 14, struct entry, why),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Riwayat",
		.columns = columns,
		.size = sizeof(struct entry) };
	struct assessment assessment;
	struct log_part part;
	struct entry *entries;
	struct rows rows;
	int result, status = history_read_part(context, &assessment, &part);

	if (status != 0)
		return status;
	result = history_select(context, &part, LISTING_MAX, &rows);
	if (result < 0)
		return context_status(context, result);
	entries = arena_array(context->arena, rows.count + 1, sizeof(*entries));
	for (size_t row = 0; row < rows.count; row++)
		read_entry(context, &rows, row, &entries[row]);
	listing.records = entries;
	listing.count = rows.count;
	return listing_send(context, "riwayat", &listing, 1);
}
