/* SPDX-License-Identifier: ISC */
/*
 * Answers that come back in a workbook: everything that is wrong with it, by
 * cell; what would change, from what to what; and what somebody else has changed
 * here since the workbook was downloaded, which is not overwritten unless it is
 * chosen.  Stored as an answer of a page is (questionnaire/answer_draft.h), all or none.
 */
#include "questionnaire/workbook.h"

#include <string.h>
#include <strings.h>

#include "base/secret.h"
#include "frame/words.h"
#include "import/import_draft.h"
#include "questionnaire/answer_draft.h"
#include "rules/name_text.h"
#include "sheet/cell.h"
#include "base/banned.h"

enum { IMPORT_FILE };
const struct field answers_import_fields[] = {
	[IMPORT_FILE] = { "file", FIELD_FILE, "Berkas", true },
	{ 0 },
};

enum { STORE_DRAFT, STORE_SEEN, STORE_TAKE };
const struct field answers_store_fields[] = {
	[STORE_DRAFT] = { "draft", FIELD_NUMBER, "Berkas", true, .min = 1, .max = INT32_MAX },
	[STORE_SEEN] = { "seen", FIELD_TEXT, "Pemeriksaan", true, .max = SHA256_TEXT },
	[STORE_TAKE] = { "take-", FIELD_FLAG, "Pakai jawaban dari berkas" },
	{ 0 },
};

static const char draft_kind[] = "answers";

/* What would become of one row. */
struct entry {
	size_t row; /* of the table */
	const struct variable_page *page;
	struct answer_draft draft;
	bool dated; /* says as of when it was written */
	enum entry_what {
		ENTRY_SAME,
		ENTRY_CHANGED,
		ENTRY_CONFLICT, /* changed here since the workbook was downloaded */
		ENTRY_LOCKED    /* not among what was returned */
	} what;
};

struct answers_import {
	struct context *context;
	struct answers answers;
	const struct evidence_list *evidence;
	struct table table;
	struct problems problems;
	struct entry *entries; /* those that nothing is wrong with */
	size_t count, of[ENTRY_LOCKED + 1];
	int64_t draft;
	bool chosen; /* the form is that of storing: it says what to take */
	char seen[SHA256_TEXT];
};

/* ---- what a row means ------------------------------------------------------ */

/* Passes over blanks; gives how many lines begin in them. */
static size_t
pass_blanks(const char **text)
{
	size_t lines = 0, bytes;

	for (; (bytes = table_blank(*text)) > 0; *text += bytes)
		lines += **text == '\n' || (**text == '\r' && (*text)[1] != '\n');
	return lines;
}

/* The same but for how many blanks stand where there are some, since a spreadsheet
 * does not keep all of them.  Where there were none, or another line, somebody has
 * written one. */
static bool
same_words(const char *one, const char *other)
{
	pass_blanks(&one);
	pass_blanks(&other);
	while (*one != '\0' && *other != '\0') {
		bool blank = table_blank(one) > 0;
		size_t lines = pass_blanks(&one);

		if (blank != (table_blank(other) > 0) ||
		    (lines != pass_blanks(&other) && *one != '\0') || *one != *other)
			return false;
		one += *one != '\0';
		other += *other != '\0';
	}
	pass_blanks(&one);
	pass_blanks(&other);
	return *one == '\0' && *other == '\0';
}

/* What the cell says, or what is stored where it is empty or says the same. */
static const char *
text_of(const struct answers_import *import, size_t row, size_t column, const char *stored)
{
	const char *cell = import->table.rows[row].cells[column];
	const char *rearmed = cell_rearmed(cell); /* in CSV; elsewhere somebody wrote it so */

	return *cell == '\0' || same_words(cell, stored) || same_words(rearmed, stored) ?
	    stored :
	    rearmed;
}

/* "3", "III", "Tingkat III"; -1 and a problem for what is none. */
static int
answers_level(struct answers_import *import, size_t row, int stored)
{
	static const char word[] = "tingkat";
	const char **cell = &import->table.rows[row].cells[ANSWERS_LEVEL];

	if (strncasecmp(*cell, word, strlen(word)) == 0)
		*cell += strlen(word) + strspn(*cell + strlen(word), " ");
	return **cell == '\0' ?
	    stored :
	    (int)table_number(&import->table, row, ANSWERS_LEVEL, LEVEL_MIN, LEVEL_MAX);
}

static const struct variable_page *
page_of(const struct answers *answers, int64_t number)
{
	for (size_t at = 0; at < answers->count; at++)
		if (answers->pages[at].number == number)
			return &answers->pages[at];
	return NULL;
}

/* The answer that a row is about; NULL and a problem where it is none, or where the
 * name beside the number is that of another. */
static const struct variable_page *
variable_of(struct answers_import *import, size_t row)
{
	struct table *table = &import->table;
	const char *name = table->rows[row].cells[ANSWERS_NAME];
	int64_t number = table_number(table, row, ANSWERS_NUMBER, 1, 60);
	const struct variable_page *page = page_of(&import->answers, number);
	const struct variable *variable;

	if (page == NULL) {
		if (number > 0)
			table_problem(table, row, ANSWERS_NUMBER,
			    "Instrumen ini tidak mempunyai variabel %lld.", (long long)number);
		return NULL;
	}
	variable = criteria_variable(import->answers.criteria, number);
	if (*name != '\0' && !name_same(name, variable->name)) {
		table_problem(table, row, ANSWERS_NAME,
		    "Variabel %lld adalah “%s”, di sini tertulis “%s”. Periksa apakah barisnya "
		    "bergeser.",
		    (long long)number, variable->name, name);
		return NULL;
	}
	for (size_t at = 0; at < import->count; at++)
		if (import->entries[at].page == page) {
			table_problem(table, row, ANSWERS_NUMBER,
			    "Variabel %lld ada dua kali, juga di baris %zu.", (long long)number,
			    table->rows[import->entries[at].row].number);
			return NULL;
		}
	return page;
}

/* The version as of which a row was written; 0: it does not say. */
static int64_t
version_of(struct answers_import *import, size_t row, const struct variable_page *page)
{
	struct table *table = &import->table;
	const char *code = table->rows[row].cells[ANSWERS_CODE];
	int64_t assessment_id, number, version;

	if (*code == '\0')
		return 0;
	if (!answers_code_read(code, &assessment_id, &number, &version))
		table_problem(table, row, ANSWERS_CODE,
		    "“%s” bukan kode dari buku kerja kami. Salin kodenya dari unduhan, atau "
		    "kosongkan selnya.",
		    code);
	else if (assessment_id != page->assessment.id)
		table_problem(table, row, ANSWERS_CODE,
		    "Baris ini dari buku kerja penilaian lain. Unduh buku kerja penilaian ini dan "
		    "isi di sana.");
	else if (number != page->number)
		table_problem(table, row, ANSWERS_CODE,
		    "Kode ini milik variabel %lld, barisnya variabel %d. Periksa apakah kolomnya "
		    "bergeser.",
		    (long long)number, page->number);
	else
		return version;
	return 0;
}

/*
 * Somebody else has been at it where the version went on; a file that does not say
 * as of when it was written takes the place of nothing that is there.
 */
static enum entry_what
answers_decide(const struct context *context, const struct entry *entry, int64_t version)
{
	const struct variable_page *page = entry->page;
	bool empty = page->self_level == LEVEL_ABSENT && *page->explanation == '\0' &&
	    *page->overclaim_reason == '\0';

	if (answer_draft_is_stored(&entry->draft))
		return ENTRY_SAME;
	if (!variable_page_open(context, page))
		return ENTRY_LOCKED;
	return version == page->version || (version == 0 && empty) ? ENTRY_CHANGED : ENTRY_CONFLICT;
}

static void
answers_read_entry(struct answers_import *import, size_t row)
{
	struct entry *entry = &import->entries[import->count];
	int64_t version;

	entry->row = row;
	entry->page = variable_of(import, row);
	if (entry->page == NULL)
		return;
	version = version_of(import, row, entry->page);
	entry->draft = (struct answer_draft){ .context = import->context,
		.page = entry->page,
		.level = answers_level(import, row, entry->page->self_level),
		.explanation = text_of(import, row, ANSWERS_EXPLANATION, entry->page->explanation),
		.overclaim_reason = text_of(import, row, ANSWERS_REASON,
		    entry->page->overclaim_reason),
		.apart = true };
	if (import->table.rows[row].wrong)
		return;
	entry->dated = version != 0;
	entry->what = answers_decide(import->context, entry, version);
	import->of[entry->what]++;
	import->count++;
}

/* What the preview shows: stored is what was seen, or it is shown again. */
static void
see(struct answers_import *import)
{
	struct sha256_state state;
	unsigned char digest[SHA256_BYTES];

	sha256_begin(&state);
	for (size_t at = 0; at < import->count; at++) {
		const struct entry *entry = &import->entries[at];
		const struct answer_draft *draft = &entry->draft;

		if (entry->what == ENTRY_SAME)
			continue;
		sha256_add(&state, &entry->what, sizeof(entry->what));
		sha256_add(&state, &entry->page->number, sizeof(entry->page->number));
		sha256_add(&state, &entry->page->version, sizeof(entry->page->version));
		sha256_add(&state, &draft->level, sizeof(draft->level));
		sha256_add(&state, draft->explanation, strlen(draft->explanation) + 1);
		sha256_add(&state, draft->overclaim_reason, strlen(draft->overclaim_reason) + 1);
	}
	sha256_so_far(&state, digest);
	hex_text(import->seen, digest, sizeof(digest));
}

/* Reads the file beside what is stored.  0 or a status. */
static int
answers_import_read(struct answers_import *import, const struct assessment *assessment,
    const struct upload *upload)
{
	struct context *context = import->context;
	int status = answers_read(context, assessment, &import->answers);

	if (status == 0)
		status = evidence_load(context, assessment, &import->evidence);
	if (status != 0)
		return status;
	import->problems.context = context;
	table_read(&import->table, &import->problems, answers_columns, "", upload, NULL);
	import->entries = arena_array(context->arena, import->table.count + 1,
	    sizeof(*import->entries));
	for (size_t row = 0; row < import->table.count; row++)
		answers_read_entry(import, row);
	see(import);
	return 0;
}

/* Of what was changed on both sides: whether the file's is to take the place. */
static bool
is_chosen(const struct answers_import *import, const struct entry *entry)
{
	return import->chosen &&
	    form_member(&import->context->form, STORE_TAKE, entry->page->number) != NULL;
}

/* ---- pages ----------------------------------------------------------------- */

static void
answers_fill_change(struct node *list, size_t *count, const char *label, const char *from,
    const char *to)
{
	struct node *node;

	if (strcmp(from, to) == 0)
		return;
	node = node_row(list, (*count)++);
	node_set(node, "label", label);
	node_set(node, "from", from);
	node_set(node, "to", to);
}

static void
answers_fill_entry(const struct answers_import *import, const struct entry *entry,
    struct node *node)
{
	static const char *const whats[] = { [ENTRY_SAME] = "same",
		[ENTRY_CHANGED] = "changed",
		[ENTRY_CONFLICT] = "conflict",
		[ENTRY_LOCKED] = "locked" };
	struct context *context = import->context;
	const struct variable_page *page = entry->page;
	const struct answer_draft *draft = &entry->draft;
	const struct evidence *evidence = evidence_of(import->evidence, page->number);
	struct node *changes = node_child(node, "changes");
	size_t count = 0;

	node_set_int(node, "number", page->number);
	node_set(node, "name", evidence->name);
	node_set_int(node, "line", (int64_t)import->table.rows[entry->row].number);
	node_set(node, "what", whats[entry->what]);
	node_set(node, "take", arena_format(context->arena, "take-%d", page->number));
	if (is_chosen(import, entry))
		node_set(node, "taken", "1");
	answers_fill_change(changes, &count, "Tingkat", words_roman(page->self_level),
	    words_roman(draft->level));
	answers_fill_change(changes, &count, "Penjelasan", page->explanation, draft->explanation);
	answers_fill_change(changes, &count, "Alasan melebihi dokumen", page->overclaim_reason,
	    draft->overclaim_reason);
	if (entry->dated)
		node_set(node, "dated", "1");
	if (*page->updated_at != '\0') {
		node_set(node, "who", page->updated_by);
		node_set(node, "when",
		    words_time(context->arena, page->updated_at, page->assessment.zone));
	}
	if (over_claimed(draft->level, evidence->supported[VIEWER_AGENCY]) &&
	    *draft->overclaim_reason == '\0')
		node_set(node, "bold", "1");
}

static int
answers_show_preview(struct answers_import *import, int code)
{
	struct context *context = import->context;
	struct node *rows = page_node(&context->page, "Rows");
	struct node *form = page_node(&context->page, "Form.value");
	size_t shown = 0;

	assessment_fill(context, &import->answers.assessment);
	for (size_t at = 0; at < import->count; at++)
		if (import->entries[at].what != ENTRY_SAME)
			answers_fill_entry(import, &import->entries[at], node_row(rows, shown++));
	page_set_int(&context->page, "Count.same", (int64_t)import->of[ENTRY_SAME]);
	page_set_int(&context->page, "Count.changed", (int64_t)import->of[ENTRY_CHANGED]);
	page_set_int(&context->page, "Count.conflict", (int64_t)import->of[ENTRY_CONFLICT]);
	page_set_int(&context->page, "Count.locked", (int64_t)import->of[ENTRY_LOCKED]);
	node_set_int(form, "draft", import->draft);
	node_set(form, "seen", import->seen);
	return context_show_status(context, "questionnaire/answers_preview",
	    import->problems.count > 0 && code == 200 ? 422 : code);
}

static int
answers_show_upload(struct context *context, const struct assessment *assessment, int code)
{
	assessment_fill(context, assessment);
	fill_form(context);
	return context_show_status(context, "questionnaire/answers_import", code);
}

int
new_answers_import(struct context *context)
{
	struct assessment assessment;
	int status = find_open(context, &assessment);

	return status != 0 ? status : answers_show_upload(context, &assessment, 200);
}

int
preview_answers(struct context *context)
{
	struct answers_import import = { .context = context };
	struct assessment assessment;
	struct upload *upload;
	int status = find_open(context, &assessment);

	if (status != 0)
		return status;
	upload = table_upload(context, IMPORT_FILE);
	if (!form_ok(&context->form) || upload == NULL)
		return answers_show_upload(context, &assessment,
		    context->file_status != 0 ? context->file_status : 422);
	status = draft_keep(context, draft_kind, upload, &import.draft);
	if (status == 0)
		status = answers_import_read(&import, &assessment, upload);
	if (status != 0)
		return status;
	page_set(&context->page, "File.name", upload->name);
	return answers_show_preview(&import, 200);
}

/* ---- storing ---------------------------------------------------------------- */

/* What was changed alone, and of what was changed on both sides what was chosen. */
static bool
is_taken(const struct answers_import *import, const struct entry *entry)
{
	return entry->what == ENTRY_CHANGED ||
	    (entry->what == ENTRY_CONFLICT && is_chosen(import, entry));
}

/* The first of them makes a draft of the assessment, so the others find one. */
static int
write_entries(struct db *db, void *argument)
{
	struct answers_import *import = argument;
	bool begun = false;
	int result = 0;

	(void)db;
	for (size_t at = 0; at < import->count && result == 0; at++) {
		struct entry *entry = &import->entries[at];

		if (!is_taken(import, entry))
			continue;
		result = begun ? answer_draft_write(&entry->draft) :
				 answer_draft_store(&entry->draft);
		begun = true;
	}
	return result;
}

static size_t
count_taken(const struct answers_import *import)
{
	size_t taken = 0;

	for (size_t at = 0; at < import->count; at++)
		taken += is_taken(import, &import->entries[at]);
	return taken;
}

/* Of what was changed on both sides, what stays as it is: a bit for each variable. */
static int64_t
kept_bits(const struct answers_import *import)
{
	int64_t bits = 0;

	for (size_t at = 0; at < import->count; at++)
		if (import->entries[at].what == ENTRY_CONFLICT &&
		    !is_taken(import, &import->entries[at]))
			bits |= (int64_t)1 << (import->entries[at].page->number - 1);
	return bits;
}

/* The preview once more: not all is as it was seen. */
static int
answers_show_late(struct answers_import *import)
{
	bool done = import->of[ENTRY_CHANGED] + import->of[ENTRY_CONFLICT] == 0;

	page_set(&import->context->page, "Preview.late", done ? "done" : "changed");
	return answers_show_preview(import, done ? 200 : 409);
}

static int
answers_show_none(struct answers_import *import)
{
	page_set(&import->context->page, "Preview.none", "1");
	return answers_show_preview(import, 422);
}

static int
store_entries(struct answers_import *import)
{
	struct context *context = import->context;
	long long id = (long long)import->answers.assessment.id;
	int64_t kept = kept_bits(import);
	int result = db_txn(context->db, write_entries, import);

	if (db_stopped(context->db, result) == 409)
		return context_refuse(context, 409,
		    "Jawaban berubah pada saat yang sama, dan belum ada yang tersimpan. Unggah "
		    "berkasnya sekali lagi.");
	if (result != 0)
		return context_status(context, result);
	return kept == 0 ?
	    context_redirect(context, "/questionnaire/%lld/?done=imported", id) :
	    context_redirect(context, "/questionnaire/%lld/?done=imported&kept=%lld", id,
		(long long)kept);
}

int
store_answers(struct context *context)
{
	struct answers_import import = { .context = context, .chosen = true };
	struct assessment assessment;
	struct upload *upload;
	int status = find_open(context, &assessment);

	if (status != 0)
		return status;
	if (!form_ok(&context->form))
		return 400;
	import.draft = form_number(&context->form, STORE_DRAFT);
	status = draft_find(context, draft_kind, import.draft, &upload);
	if (status != 0)
		return status;
	if (upload == NULL)
		return context_refuse(context, 409,
		    "Berkas ini tidak disimpan lagi, atau sudah diganti dengan yang lebih baru. "
		    "Unggah sekali lagi.");
	status = answers_import_read(&import, &assessment, upload);
	if (status != 0)
		return status;
	page_set(&context->page, "File.name", upload->name);
	if (import.problems.count > 0)
		return answers_show_preview(&import, 422);
	if (strcmp(form_text(&context->form, STORE_SEEN), import.seen) != 0)
		return answers_show_late(&import);
	return count_taken(&import) == 0 ? answers_show_none(&import) : store_entries(&import);
}
