/* SPDX-License-Identifier: ISC */
/*
 * Days as people write them: 17 Agustus 2027, 17-Agu-27, 17/8/2027, 2027-08-17
 * 00:00:00.  A two-digit year is of this century, never of the first.
 */
#include "rules/date_text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { PARTS_MAX = 48, WORD_MAX = 15, MONTHS = 12, YEAR_PIVOT = 70, YEAR_FIRST = 1000 };

enum kind { END, NUMBER, MONTH, TO, AND, MARK };

struct part {
	enum kind kind;
	int value;  /* of a number; 1 to 12 of a month; the mark itself */
	int digits; /* of a number */
};

/* Names of the months and what they are cut to, as a list "a b c". */
static const char *const months[MONTHS] = {
	"januari january jan",
	"februari pebruari february feb peb",
	"maret march mar mrt",
	"april apr",
	"mei may",
	"juni june jun",
	"juli july jul",
	"agustus august agu agt agust ags aug",
	"september sep sept",
	"oktober october okt oct",
	"november nopember nov nop",
	"desember december des dec",
};

static const char weekdays[] =
    "senin selasa rabu kamis jumat jum'at jumaat sabtu minggu ahad "
    "sen sel rab kam jum sab min monday tuesday wednesday thursday friday saturday sunday "
    "mon tue wed thu fri sat sun";
static const char passed_over[] = "tanggal tgl hari pada";
static const char range_words[] = "sd sampai hingga sampaidengan to until";
static const char list_words[] = "dan and serta";

static bool
date_text_is_among(const char *word, const char *list)
{
	size_t length = strlen(word), each;

	for (; *list != '\0'; list += each + (list[each] == ' ')) {
		each = strcspn(list, " ");
		if (each == length && strncasecmp(word, list, length) == 0)
			return true;
	}
	return false;
}

static int
month_called(const char *word)
{
	for (int at = 0; at < MONTHS; at++)
		if (date_text_is_among(word, months[at]))
			return at + 1;
	return 0;
}

/* ---- the parts of a text --------------------------------------------------- */

struct reader {
	const char *at;
	struct part parts[PARTS_MAX + 1]; /* END behind the last */
	size_t count;
};

static bool
date_text_add(struct reader *reader, enum kind kind, int value, int digits)
{
	if (reader->count == PARTS_MAX)
		return false;
	reader->parts[reader->count++] = (struct part){ kind, value, digits };
	return true;
}

static bool
date_text_read_number(struct reader *reader)
{
	int value = 0, digits = 0;

	for (; isdigit((unsigned char)*reader->at); reader->at++, digits++) {
		if (digits == 4)
			return false;
		value = value * 10 + (*reader->at - '0');
	}
	return date_text_add(reader, NUMBER, value, digits);
}

/* "s.d." and "s/d" are one word, "jum'at" too. */
static bool
read_word(struct reader *reader)
{
	char word[WORD_MAX + 1];
	size_t length = 0;
	int month;

	if (strncasecmp(reader->at, "s.d", 3) == 0 || strncasecmp(reader->at, "s/d", 3) == 0) {
		reader->at += 3;
		reader->at += *reader->at == '.';
		return date_text_add(reader, TO, 0, 0);
	}
	for (; isalpha((unsigned char)*reader->at) || *reader->at == '\''; reader->at++) {
		if (length == WORD_MAX)
			return false;
		word[length++] = *reader->at;
	}
	word[length] = '\0';
	if ((month = month_called(word)) != 0) {
		reader->at += *reader->at == '.'; /* "Agt. 2027" */
		return date_text_add(reader, MONTH, month, 0);
	}
	if (date_text_is_among(word, range_words))
		return date_text_add(reader, TO, 0, 0);
	if (date_text_is_among(word, list_words))
		return date_text_add(reader, AND, 0, 0);
	return date_text_is_among(word, weekdays) || date_text_is_among(word, passed_over);
}

/* Bytes of a blank at this place, those that do not break too, or 0. */
static size_t
date_text_blank(const char *text)
{
	return isspace((unsigned char)*text) ? 1 : strncmp(text, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

static size_t
dash(const char *text)
{
	return strncmp(text, "–", strlen("–")) == 0 ?
	    strlen("–") :
	    strncmp(text, "—", strlen("—")) == 0 ?
	    strlen("—") :
	    0;
}

/* False where something stands that belongs to no date. */
static bool
date_text_read_part(struct reader *reader)
{
	size_t length;

	if ((length = date_text_blank(reader->at)) > 0) {
		reader->at += length;
		return true;
	}
	if ((length = dash(reader->at)) > 0) {
		reader->at += length;
		return date_text_add(reader, TO, 0, 0);
	}
	if (isdigit((unsigned char)*reader->at))
		return date_text_read_number(reader);
	if (isalpha((unsigned char)*reader->at))
		return read_word(reader);
	if (*reader->at == '(') { /* the weekday, or a remark */
		length = strcspn(reader->at, ")");
		reader->at += length + (reader->at[length] == ')');
		return true;
	}
	if (*reader->at == '&' || *reader->at == ';') {
		reader->at++;
		return date_text_add(reader, AND, 0, 0);
	}
	return strchr("-/.,", *reader->at) != NULL && date_text_add(reader, MARK, *reader->at++, 0);
}

/*
 * The hour that some programs put behind a day says nothing of it: "00:00",
 * "13:45:00.000", "T00:00:00Z", "00:00:00+07:00".
 */
static size_t
time_length(const char *text)
{
	const char *at = text;
	size_t digits;

	at += *at == 'T' || *at == 't';
	digits = strspn(at, "0123456789");
	if ((digits != 1 && digits != 2) || (at[digits] != ':' && at[digits] != '.') ||
	    strspn(at + digits + 1, "0123456789") != 2)
		return 0;
	at += strspn(at, "0123456789:.");
	if (*at == 'Z' || *at == 'z')
		at++;
	else if ((*at == '+' || *at == '-') && strspn(at + 1, "0123456789:") == 5)
		at += 6;
	return (size_t)(at - text);
}

static bool
date_text_read_parts(struct reader *reader, const char *text)
{
	size_t length;

	*reader = (struct reader){ .at = text };
	while (*reader->at != '\0') {
		/* behind year, month and day, and before the end */
		if (reader->count == 5 && (length = time_length(reader->at)) > 0 &&
		    reader->at[length + strspn(reader->at + length, " ")] == '\0' &&
		    reader->parts[1].kind == MARK && (reader->at[-1] == ' ' || *reader->at == 'T'))
			break;
		if (!date_text_read_part(reader))
			return false;
	}
	/* "Selasa, 17 Agustus": a mark that nothing stands before */
	while (reader->count > 0 &&
	    (reader->parts[0].kind == MARK || reader->parts[0].kind == TO ||
		reader->parts[0].kind == AND))
		memmove(reader->parts, reader->parts + 1,
		    --reader->count * sizeof(reader->parts[0]));
	while (reader->count > 0 && (reader->parts[reader->count - 1].kind == MARK))
		reader->count--;
	reader->parts[reader->count].kind = END;
	return reader->count > 0;
}

/* ---- what they mean -------------------------------------------------------- */

/* A browser's field of a date makes 0026 of the 26 that was typed. */
static int
full_year(const struct part *part)
{
	if (part->digits != 2 && part->digits != 4)
		return 0;
	return part->value >= 100 || (part->digits == 4 && part->value == 0) ?
	    part->value :
	    part->value + (part->value < YEAR_PIVOT ? 2000 : 1900);
}

static enum date_fault
fault_of(int year, int month, int day, int32_t *found)
{
	*found = day_of(year, month, day);
	if (*found != DAY_NONE)
		return year >= YEAR_FIRST ? DATE_OK : DATE_ABSENT;
	return month > 12 && day <= 12 && month <= 31 ? DATE_MONTH_FIRST : DATE_ABSENT;
}

/* Whether three numbers stand here with one mark between them. */
static bool
is_numeric(const struct part *part)
{
	return part[0].kind == NUMBER && part[1].kind == MARK && part[1].value != ',' &&
	    part[2].kind == NUMBER && part[3].kind == MARK && part[3].value == part[1].value &&
	    part[4].kind == NUMBER;
}

static enum date_fault
numeric(const struct part *part, int32_t *day)
{
	int year = full_year(&part[4]);

	if (part[0].digits == 4)
		return part[4].digits > 2 ?
		    DATE_NOT :
		    fault_of(full_year(&part[0]), part[2].value, part[4].value, day);
	if (year == 0 || part[0].digits > 2 || part[2].digits > 2)
		return DATE_NOT;
	return fault_of(year, part[2].value, part[0].value, day);
}

enum { DAYS_OPEN = 32 };

/* Days that still lack a month or a year, as they are read. */
struct open {
	struct {
		int day, month, year;
		bool to; /* from the one before it up to here */
	} days[DAYS_OPEN];
	size_t count;
};

static bool
open_day(struct open *open, int day, bool to)
{
	if (open->count == DAYS_OPEN || day < 1 || day > 31)
		return false;
	open->days[open->count].day = day;
	open->days[open->count].month = open->days[open->count].year = 0;
	open->days[open->count++].to = to;
	return true;
}

static void
give_month(struct open *open, int month)
{
	for (size_t at = 0; at < open->count; at++)
		if (open->days[at].month == 0)
			open->days[at].month = month;
}

static void
give_year(struct open *open, int year)
{
	for (size_t at = 0; at < open->count; at++)
		if (open->days[at].year == 0)
			open->days[at].year = year;
}

/*
 * Behind the name of a month: its year, "17 Agustus 2027" or "17-Agu-27", unless
 * a day of another month stands there: "30 Maret - 2 April 2026".
 */
static size_t
year_behind(const struct part *part, int *year)
{
	size_t at = part->kind == MARK ? 1 : 0;

	if (part[at].kind != NUMBER || part[at + 1].kind == MONTH ||
	    (part[at + 1].kind == MARK && part[at + 2].kind == MONTH))
		return 0;
	if (part[at].digits != 4 && at == 1 && part->value == ',')
		return 0;
	*year = full_year(&part[at]);
	return *year == 0 ? 0 : at + 1;
}

/* "August 17, 2027": the month first, in words. */
static enum date_fault
month_in_front(const struct part *part, struct open *open)
{
	size_t year = part[2].kind == MARK ? 3 : 2;

	if (part[1].kind != NUMBER || part[1].digits > 2 || part[year].kind != NUMBER ||
	    part[year].digits != 4 || part[year + 1].kind != END ||
	    !open_day(open, part[1].value, false))
		return DATE_NOT;
	give_month(open, part[0].value);
	give_year(open, full_year(&part[year]));
	return DATE_OK;
}

/* Days, months in words and years, as they come. */
static enum date_fault
in_words(const struct part *part, struct open *open)
{
	bool to = false, joined = true; /* the next day needs no mark before it */
	size_t length;
	int year;

	if (part->kind == MONTH)
		return month_in_front(part, open);
	while (part->kind != END)
		switch (part->kind) {
		case NUMBER:
			if (!joined || part->digits > 2 || !open_day(open, part->value, to))
				return DATE_NOT;
			to = joined = false;
			part++;
			break;
		case MONTH:
			if (open->count == 0 || open->days[open->count - 1].month != 0)
				return DATE_NOT;
			give_month(open, part->value);
			length = year_behind(part + 1, &year);
			if (length > 0)
				give_year(open, year);
			part += 1 + length;
			break;
		case TO:
			to = joined = true;
			part++;
			break;
		default: /* "17-Agu" has one mark too many, "20-24" a meaning */
			to = to ||
			    (part->kind == MARK && part->value == '-' && part[1].kind == NUMBER);
			joined = true;
			part++;
			break;
		}
	return open->count > 0 && open->days[open->count - 1].month != 0 ? DATE_OK : DATE_NOT;
}

static enum date_fault
close_days(struct open *open, int year, int32_t *days, size_t max, size_t *count)
{
	enum date_fault fault = DATE_OK;
	int32_t day;

	if (year != 0)
		give_year(open, year);
	for (size_t at = 0; at < open->count && fault == DATE_OK; at++) {
		if (open->days[at].year == 0)
			return DATE_YEARLESS;
		fault = fault_of(open->days[at].year, open->days[at].month, open->days[at].day,
		    &day);
		if (fault != DATE_OK)
			return fault;
		if (open->days[at].to && (*count == 0 || day <= days[*count - 1]))
			return DATE_ABSENT;
		for (int32_t each = open->days[at].to ? days[*count - 1] + 1 : day; each <= day;
		     each++) {
			if (*count == max)
				return DATE_MANY;
			days[(*count)++] = each;
		}
	}
	return fault;
}

/* "20/03/2026 - 24/03/2026", or one alone. */
static enum date_fault
in_numbers(const struct part *part, int32_t *days, size_t max, size_t *count)
{
	int32_t first, last;
	enum date_fault fault = numeric(part, &first);
	size_t mark = 5;

	if (fault != DATE_OK)
		return fault;
	last = first;
	if (part[mark].kind != END) {
		if ((part[mark].kind != TO &&
			(part[mark].kind != MARK || part[mark].value != '-')) ||
		    !is_numeric(part + mark + 1) || part[mark + 6].kind != END)
			return DATE_NOT;
		fault = numeric(part + mark + 1, &last);
		if (fault != DATE_OK)
			return fault;
		if (last < first)
			return DATE_ABSENT;
	}
	for (int32_t day = first; day <= last; day++) {
		if (*count == max)
			return DATE_MANY;
		days[(*count)++] = day;
	}
	return DATE_OK;
}

enum date_fault
date_text_days(const char *text, int year, int32_t *days, size_t max, size_t *count)
{
	struct reader reader;
	struct open open = { .count = 0 };
	enum date_fault fault;

	*count = 0;
	if (!date_text_read_parts(&reader, text))
		return DATE_NOT;
	if (is_numeric(reader.parts))
		return in_numbers(reader.parts, days, max, count);
	fault = in_words(reader.parts, &open);
	return fault != DATE_OK ? fault : close_days(&open, year, days, max, count);
}

enum date_fault
date_text(const char *text, int32_t *day)
{
	size_t count;

	return date_text_days(text, 0, day, 1, &count);
}
