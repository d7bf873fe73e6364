/* SPDX-License-Identifier: ISC */
/*
 * One application or site, as far as who asks may see it, and what is said of it: its
 * kind, how its link answered, how many of the users meant use it.
 */
#include "inventory/inventory.h"

#include <string.h>

#include "store/history.h"
#include "store/setting.h"
#include "base/banned.h"

const char *const application_columns[APPLICATION_FIELDS] = { "kind", "name", "address", "purpose",
	"audience", "audience_count", "manager", "training", "partner", "cost", "fund", "data_kept",
	"runs_at" };
const char *const application_labels[APPLICATION_FIELDS] = { "Jenis", "Nama", "Alamat", "Kegunaan",
	"Sasaran pengguna", "Jumlah sasaran pengguna", "Pengelola", "Pelatihan pengelola", "Mitra",
	"Biaya setahun (Rp)", "Sumber dana", "Data yang disimpan", "Tempat berjalan" };

const char *const application_kinds[] = { "application", "site", NULL };
static const char *const kind_words[] = { "Aplikasi", "Situs" };

const char *const application_states[] = { "alive", "slow", "parent", "expired", "dead", "refused",
	"unseen", NULL };
static const struct {
	const char *words, *tag;
} state_words[] = {
	{ "Hidup", "complete" },
	{ "Sangat lambat", "pending" },
	{ "Dialihkan ke induk", "rejected" },
	{ "Sertifikat kedaluwarsa", "rejected" },
	{ "Mati", "rejected" },
	{ "Jaringan sendiri, tidak diperiksa", "draft" },
	{ "Belum diperiksa", "draft" },
};

static size_t
code_place(const char *const *codes, const char *code)
{
	size_t at = 0;

	while (codes[at] != NULL && strcmp(codes[at], code) != 0)
		at++;
	return at;
}

const char *
application_kind_name(const char *code)
{
	size_t at = code_place(application_kinds, code);

	return application_kinds[at] != NULL ? kind_words[at] : "";
}

static size_t
state_place(const char *code)
{
	size_t at = code_place(application_states, *code != '\0' ? code : "unseen");

	return application_states[at] != NULL ? at : at - 1;
}

const char *
link_state_name(const char *code)
{
	return state_words[state_place(code)].words;
}

const char *
link_state_tag(const char *code)
{
	return state_words[state_place(code)].tag;
}

bool
link_state_broken(const char *code)
{
	return strcmp(link_state_tag(code), "rejected") == 0;
}

const char *
link_reason_words(struct arena *arena, const struct rows *rows, size_t row)
{
	static const struct {
		const char *code, *words;
	} reasons[] = {
		{ "no-name", "namanya tidak ditemukan di internet" },
		{ "no-answer", "servernya tidak menjawab" },
		{ "no-time", "tidak selesai menjawab dalam 30 detik" },
		{ "no-trust", "sertifikatnya tidak dipercaya peramban" },
		{ "redirects", "dialihkan terlalu jauh" },
		{ "person", "menurut yang membukanya" },
	};
	const char *code = row_text(rows, row, "link_reason");

	if (strcmp(code, "status") == 0)
		return arena_format(arena, "menjawab %s", row_text(rows, row, "link_status"));
	for (size_t at = 0; at < sizeof(reasons) / sizeof(reasons[0]); at++)
		if (strcmp(reasons[at].code, code) == 0)
			return reasons[at].words;
	return "";
}

static void
fill_code_choice(struct node *list, size_t at, const char *value, const char *label)
{
	struct node *node = node_row(list, at);

	node_set(node, "value", value);
	node_set(node, "label", label);
}

void
application_fill_kinds(struct context *context)
{
	struct node *list = page_node(&context->page, "Kinds");

	for (size_t at = 0; application_kinds[at] != NULL; at++)
		fill_code_choice(list, at, application_kinds[at], kind_words[at]);
}

void
link_fill_states(struct context *context, bool seen_alone)
{
	struct node *list = page_node(&context->page, "States");
	size_t count = 0;

	for (size_t at = 0; application_states[at] != NULL; at++)
		if (!seen_alone || strcmp(state_words[at].tag, "draft") != 0)
			fill_code_choice(list, count++, application_states[at],
			    state_words[at].words);
}

int
application_find(struct context *context, struct rows *rows)
{
	const struct actor *actor = &context->actor;
	bool agency = context_may(context, ROLE_OPERATOR | ROLE_HEAD);
	int64_t own = agency ? actor->agency_id : 0;
	int result = db_select(context->db, rows, STATEMENT_INVENTORY_FIND,
	    db_int(context->keys[0]), db_int(own), db_int(own), db_int(actor->region_id),
	    db_int(actor->region_id), db_int(actor->region_id));

	return result < 0 ? context_status(context, result) : result == 0 ? 404 : 0;
}

struct application_values
application_values_of(const struct rows *rows, size_t row)
{
	struct application_values values;

	for (size_t at = 0; at < APPLICATION_FIELDS; at++)
		values.text[at] = row_text(rows, row, application_columns[at]);
	return values;
}

const char *
inventory_share(struct arena *arena, int64_t part, int64_t whole, int decimals)
{
	char text[SHARE_TEXT];

	return arena_text(arena, share_text(text, part, whole, decimals));
}

const char *
application_uptake(struct arena *arena, const struct rows *rows, size_t row)
{
	return row_null(rows, row, "number") || row_null(rows, row, "audience_count") ?
	    "" :
	    inventory_share(arena, row_int(rows, row, "number"),
		row_int(rows, row, "audience_count"), 2);
}

const char *
inventory_number(struct arena *arena, int64_t number)
{
	const char *digits = arena_format(arena, "%lld", (long long)number);
	struct buffer text = { .arena = arena };

	buffer_text(&text, "");
	for (size_t left = strlen(digits); left > 0; left--, digits++) {
		buffer_char(&text, *digits);
		if (left > 1 && left % 3 == 1)
			buffer_char(&text, '.');
	}
	return text.bytes;
}

int
application_change(struct context *context, const struct application_owner *owner, int64_t id,
    const char *from, const char *to)
{
	return history_add(context->db,
	    &(struct change){ .subject = "application",
		.account_id = context->actor.account_id,
		.region_id = owner->region_id,
		.agency_id = owner->agency_id,
		.subject_id = id,
		.from = from,
		.to = to });
}

int
region_change(struct context *context, int64_t region, const char *to)
{
	return history_add(context->db,
	    &(struct change){ .subject = "region",
		.account_id = context->actor.account_id,
		.region_id = region,
		.subject_id = region,
		.to = to });
}

/* ---- figures ---------------------------------------------------------------------- */

int
inventory_figures(struct context *context, const struct inventory_place *place,
    struct rows *figures, int64_t *low)
{
	int result = setting_number(context->db, SETTING_UPTAKE_LOW_PERCENT, low);

	figures->count = 0;
	if (result == 0)
		result = db_select(context->db, figures, STATEMENT_INVENTORY_FIGURES, db_int(*low),
		    db_int(place->region_id), db_int(place->agency_id), db_int(place->agency_id));
	return context_status(context, result);
}

struct inventory_sums
inventory_sums_of(const struct rows *figures, size_t from, size_t until)
{
	struct inventory_sums sums = { 0 };

	for (size_t row = from; row < until; row++) {
		sums.applications += row_int(figures, row, "applications");
		sums.sites += row_int(figures, row, "sites");
		sums.links += row_int(figures, row, "links");
		sums.broken += row_int(figures, row, "dead") + row_int(figures, row, "parent") +
		    row_int(figures, row, "expired");
		sums.slow += row_int(figures, row, "slow");
		sums.unseen += row_int(figures, row, "unseen");
		sums.hardly += row_int(figures, row, "hardly");
		sums.cost += row_int(figures, row, "cost");
	}
	return sums;
}
