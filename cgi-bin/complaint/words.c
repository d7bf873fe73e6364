/* SPDX-License-Identifier: ISC */
/*
 * Codes of complaints in words, their numbers, and until when what they wait for has to
 * be done.
 */
#include "complaint/complaint.h"

#include <stdlib.h>
#include <string.h>

#include "frame/words.h"
#include "base/banned.h"

const char *const complaint_categories[] = { "assessment", "figure", "service", "link", "other",
	NULL };
const char *const complaint_states[] = { "received", "forwarded", "answered", "closed", NULL };

struct code {
	const char *code, *words;
};

static const struct code categories[] = {
	{ "assessment", "Penilaian kematangan" },
	{ "figure", "Angka yang diterbitkan" },
	{ "service", "Layanan" },
	{ "link", "Tautan yang rusak" },
	{ "other", "Lainnya" },
	{ NULL, "" },
};
static const struct code states[] = {
	{ "received", "Diterima" },
	{ "forwarded", "Diteruskan" },
	{ "answered", "Dijawab" },
	{ "closed", "Selesai" },
	{ NULL, "" },
};
static const struct code closings[] = {
	{ "done", "Selesai ditangani" },
	{ "silence", "Ditutup karena tidak ada balasan" },
	{ "merged", "Digabung dengan pengaduan lain tentang hal yang sama" },
	{ "refused", "Tidak dapat ditangani di sini" },
	{ NULL, "" },
};

static const char *
words_of_code(const struct code *codes, const char *code)
{
	while (codes->code != NULL && strcmp(codes->code, code) != 0)
		codes++;
	return codes->words;
}

const char *
complaint_category(const char *code)
{
	return words_of_code(categories, code);
}

const char *
complaint_state(const char *code)
{
	return words_of_code(states, code);
}

const char *
complaint_closed(const char *code)
{
	return words_of_code(closings, code);
}

static void
fill_codes(struct node *list, const struct code *codes)
{
	for (size_t at = 0; codes[at].code != NULL; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "value", codes[at].code);
		node_set(node, "label", codes[at].words);
	}
}

void
complaint_fill_choices(struct context *context)
{
	fill_codes(page_node(&context->page, "Categories"), categories);
	fill_codes(page_node(&context->page, "States"), states);
}

int64_t
complaint_id(const char *number)
{
	enum { DIGITS_MAX = 9 };
	const char *digits = strncmp(number, "P-", 2) == 0 ? number + 2 : number;
	size_t length = strspn(digits, "0123456789");

	return length > 0 && length <= DIGITS_MAX && digits[length] == '\0' ?
	    strtoll(digits, NULL, 10) :
	    0;
}

struct due
complaint_due(const struct calendar *calendar, const char *zone, const struct rows *rule,
    const struct rows *rows, size_t row)
{
	const char *state = row_text(rows, row, "state");
	struct due due = { .day = DAY_NONE, .waits = "" };
	int days = 0;

	if (strcmp(state, "received") == 0) {
		days = (int)row_int(rule, 0, "forward_days");
		due.waits = "diteruskan";
	} else if (strcmp(state, "forwarded") == 0) {
		days = (int)row_int(rule, 0, "answer_days");
		due.waits = "dijawab";
	} else if (strcmp(state, "answered") == 0) {
		days = (int)row_int(rule, 0, "close_days");
		due.waits = "ditutup bila tidak ada balasan";
	}
	if (days == 0)
		return due;
	due.day = working_until(calendar, words_day(row_text(rows, row, "waiting_since"), zone) + 1,
	    days);
	due.left = working_left(calendar, words_today(zone), due.day);
	return due;
}

void
complaint_fill_due(struct arena *arena, struct node *node, const struct due *due)
{
	char text[DAY_TEXT];

	if (due->day == DAY_NONE)
		return;
	node_set(node, "due", words_date(arena, day_format(text, due->day)));
	node_set(node, "left", words_left(arena, due->left));
	node_set(node, "waits", due->waits);
	if (due->left < 0)
		node_set(node, "late", "1");
}
