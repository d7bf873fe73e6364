/* SPDX-License-Identifier: ISC */
#ifndef RULES_FIELD_H
#define RULES_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A value that people give, declared once wherever it comes in: a form
 * (web/form.h), a column of a spreadsheet (import/import_table.h), the
 * operator's command.
 */
enum field_kind {
	FIELD_TEXT,   /* one line, trimmed */
	FIELD_LINES,  /* several lines, trimmed, CR LF made LF */
	FIELD_SECRET, /* one line, kept to the byte, never shown again, and
			 * all memory of the request overwritten at its end */
	FIELD_NUMBER, /* whole number within min and max */
	FIELD_DATE,   /* a day that exists, however it is written
			 * (rules/date_text.h); the text is YYYY-MM-DD */
	FIELD_CHOICE, /* one of choices */
	FIELD_FLAG,   /* a tick box: "1" or absent */
	FIELD_FILE    /* multipart file, handed to the sink */
};

/* What a text is like: the same thing is checked alike in every table. */
enum field_like { LIKE_ANY, LIKE_NIP, LIKE_EMAIL, LIKE_PHONE };

enum { FIELD_EXAMPLES = 2 };

struct field {
	const char *name; /* ends with "-": a family, see form_each */
	enum field_kind kind;
	const char *label; /* begins the error messages */
	bool required;
	int64_t min, max;           /* characters of text, or bounds of a number */
	const char *const *choices; /* ends with NULL */

	/* Of a column of a register, such as store/agency.h. */
	enum field_like like;
	const char *hint; /* below its label in a form, or NULL */
	const char *own;  /* what a browser calls it where people fill in
				 * their own (WCAG 2.2, 1.3.5), or NULL */
	struct {
		const char *head;                     /* its name in a spreadsheet */
		const char *also;                     /* and others, see import_table.h */
		int share;                            /* of a workbook's width, in percent */
		const char *examples[FIELD_EXAMPLES]; /* NULL: empty */
	} sheet;
};

/* Nomor Induk Pegawai: 18 digits, which people write in groups. */
enum { NIP_DIGITS = 18 };

/*
 * The digits alone, as a text of its own, NIP_DIGITS + 1 bytes; "" for none.
 * False for anything else.
 */
bool nip_digits(const char *text, char digits[NIP_DIGITS + 1]);

/*
 * How many digits a telephone number has; 0 for what is none: it holds digits, blanks and + - . ( )
 * alone, a + at the beginning only.
 */
size_t phone_digits(const char *text);

/*
 * A mobile number of Indonesia as WhatsApp takes it in an address, "6281234567890", in
 * PHONE_ROOM bytes; false for others, which have to be called.
 */
enum { PHONE_ROOM = 20 };
bool phone_whatsapp(const char *text, char digits[PHONE_ROOM]);

/* As much of an address for mail as can be known without sending a letter. */
bool email_fits(const char *text);

#endif
