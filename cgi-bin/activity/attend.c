/* SPDX-License-Identifier: ISC */
/*
 * Whoever is at the place signs the list by his own telephone: no account, no cookie, one
 * small page.  The code of its address is what lets in, so wrong codes are counted by
 * address; right ones are not, since a whole hall comes through one address of one office:
 * those are counted by session.
 */
#include "activity/code.h"

#include <string.h>

#include "frame/words.h"
#include "rules/drawn_line.h"
#include "store/throttle.h"
#include "base/utf8.h"
#include "base/banned.h"

enum {
	MISSES_A_WINDOW = 60, /* wrong codes of one address */
	WINDOW_MINUTES = 10,
	RECENT_MAX = 1200 /* of one session within a minute */
};

enum { ATTEND_NAME, ATTEND_NIP, ATTEND_OFFICE, ATTEND_DRAWN, ATTEND_TYPED };
const struct field attend_fields[] = {
	[ATTEND_NAME] = { "name", FIELD_TEXT, "Nama", true, .min = 2, .max = NAME_LENGTH },
	[ATTEND_NIP] = { "nip", FIELD_TEXT, "NIP", .max = 40 },
	[ATTEND_OFFICE] = { "office", FIELD_TEXT, "Instansi", true, .min = 2,
	    .max = OFFICE_LENGTH },
	[ATTEND_DRAWN] = { "drawn", FIELD_TEXT, "Tanda tangan", .max = DRAWN_LENGTH },
	[ATTEND_TYPED] = { "typed", FIELD_TEXT, "Nama sebagai tanda tangan", .max = NAME_LENGTH },
	{ .name = NULL },
};

/* The list that the code of the address opens. */
struct open_list {
	struct context *context;
	struct rows rows;
	int64_t session_id, activity_id;
	bool open;
};

static int
count_miss(struct context *context)
{
	int result = throttle_count(context->db,
	    &(struct throttle){ .kind = "check",
		.key = arena_format(context->arena, "attendance %s", context_network(context)),
		.limit = MISSES_A_WINDOW,
		.minutes = WINDOW_MINUTES });

	if (result < 0)
		return context_status(context, result);
	if (result == 0)
		return context_refuse(context, 429,
		    "Terlalu banyak kode yang keliru dari jaringan ini. Coba lagi setelah %d "
		    "menit, atau tulis nama Anda di daftar hadir kertas.",
		    WINDOW_MINUTES);
	return context_refuse(context, 404,
	    "Tidak ada daftar hadir dengan kode ini. Periksa lagi delapan huruf dan angka di "
	    "layar, atau pindai kode QR-nya.");
}

static int
list_of_token(struct open_list *list)
{
	struct context *context = list->context;
	unsigned char hash[SHA256_BYTES];
	int result = 0;

	if (code_hash(context->words[0], hash))
		result = db_select(context->db, &list->rows, STATEMENT_ACTIVITY_SESSION_OF_TOKEN,
		    db_bytes(hash, sizeof(hash)));
	if (result <= 0)
		return result < 0 ? context_status(context, result) : count_miss(context);
	list->session_id = row_int(&list->rows, 0, "id");
	list->activity_id = row_int(&list->rows, 0, "activity_id");
	list->open = row_int(&list->rows, 0, "open") != 0;
	return 0;
}

/* What stands on the page: nothing of anybody who has signed. */
static void
fill_list(const struct open_list *list)
{
	struct context *context = list->context;
	const struct rows *rows = &list->rows;
	struct node *node = page_node(&context->page, "List");
	const char *zone = row_text(rows, 0, "timezone");
	const char *closed = row_text(rows, 0, "closed_at");

	node_set(node, "code", code_shown(context->arena, context->words[0]));
	node_set(node, "title", row_text(rows, 0, "title"));
	node_set(node, "kind", activity_kind_name(row_text(rows, 0, "kind")));
	node_set(node, "days",
	    activity_days(context->arena, row_text(rows, 0, "starts_on"),
		row_text(rows, 0, "ends_on")));
	node_set(node, "place", row_text(rows, 0, "place"));
	node_set(node, "organiser", row_text(rows, 0, "organiser"));
	node_set(node, "over",
	    words_time(context->arena, *closed != '\0' ? closed : row_text(rows, 0, "closes_at"),
		zone));
}

static int
show_over(const struct open_list *list)
{
	fill_list(list);
	return context_show_status(list->context, "activity/over", 410);
}

static int
attend_show_form(const struct open_list *list)
{
	fill_list(list);
	return context_show(list->context, "activity/attend");
}

int
show_attend(struct context *context)
{
	struct open_list list = { .context = context };
	int status = list_of_token(&list);

	if (status != 0)
		return status;
	/* Who has signed may read that again when it is over. */
	return list.open || *context->form.done != '\0' ?
	    attend_show_form(&list) :
	    show_over(&list);
}

static void
check_person(struct form *form, struct person *person, char digits[NIP_DIGITS + 1])
{
	if (*form_text(form, ATTEND_NAME) != '\0' && !utf8_shows(form_text(form, ATTEND_NAME)))
		form_error(form, ATTEND_NAME, "Nama belum terbaca. Tulis nama Anda.");
	if (!nip_digits(form_text(form, ATTEND_NIP), digits))
		form_error(form, ATTEND_NIP,
		    "NIP terdiri dari 18 angka. Periksa lagi, atau kosongkan bila tidak punya.");
	if (*person->drawn != '\0' && !drawn_line(person->drawn))
		form_error(form, ATTEND_TYPED,
		    "Tanda tangan tidak terbaca. Hapus lalu gambar lagi, atau ketik nama Anda.");
	else if (*person->drawn == '\0' && !utf8_shows(person->typed))
		form_error(form, ATTEND_TYPED,
		    "Bubuhkan tanda tangan: gambar dengan jari, atau ketik nama Anda.");
	if (*person->drawn == '\0')
		person->drawn = NULL;
	if (person->drawn != NULL)
		person->typed = NULL;
}

static int
record(const struct open_list *list, const struct person *person)
{
	struct context *context = list->context;
	const struct arrival arrival = { .activity_id = list->activity_id,
		.session_id = list->session_id };
	int result = person_add(context, &arrival, person);

	if (result < 0)
		return context_status(context, result);
	if (result == PERSON_LATE)
		return show_over(list);
	return context_redirect(context, "/activity/at/%s?done=%s",
	    code_shown(context->arena, context->words[0]),
	    result > 0 ? "recorded" : "recorded-before");
}

int
attend(struct context *context)
{
	struct form *form = &context->form;
	struct open_list list = { .context = context };
	char digits[NIP_DIGITS + 1];
	struct person person = { .name = form_text(form, ATTEND_NAME),
		.office = form_text(form, ATTEND_OFFICE),
		.nip = digits,
		.drawn = form_text(form, ATTEND_DRAWN),
		.typed = form_text(form, ATTEND_TYPED) };
	/* The code of the address is the token: whoever does not know it signs nothing. */
	int status = list_of_token(&list);

	if (status != 0)
		return status;
	if (!list.open)
		return show_over(&list);
	if (row_int(&list.rows, 0, "recent") >= RECENT_MAX)
		return context_refuse(context, 429,
		    "Daftar hadir ini sedang sangat ramai. Kirim lagi setelah satu menit; yang "
		    "Anda isi tetap ada di halaman sebelumnya.");
	check_person(form, &person, digits);
	if (!form_ok(form)) {
		fill_list(&list);
		return context_show_errors(context, "activity/attend");
	}
	return record(&list, &person);
}
