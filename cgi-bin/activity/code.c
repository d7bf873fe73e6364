/* SPDX-License-Identifier: ISC */
/*
 * Codes for the screen at the place: made, read as people type them, hashed.
 */
#include "activity/code.h"

#include <string.h>

#include "base/banned.h"

void
code_make(char code[CODE_LETTERS + 1])
{
	unsigned char bytes[CODE_LETTERS];

	random_bytes(bytes, sizeof(bytes));
	for (size_t at = 0; at < CODE_LETTERS; at++)
		code[at] = secret_letter(bytes[at]);
	code[CODE_LETTERS] = '\0';
}

/* Letters and digits alone, capitals; how many there were. */
static size_t
code_tidy(const char *typed, char code[CODE_LETTERS + 1])
{
	size_t count = 0;

	for (; *typed != '\0'; typed++) {
		if (*typed == ' ' || *typed == '-')
			continue;
		if (count < CODE_LETTERS)
			code[count] = secret_letter_meant(*typed);
		count++;
	}
	code[count < CODE_LETTERS ? count : CODE_LETTERS] = '\0';
	return count;
}

bool
code_hash(const char *typed, unsigned char hash[SHA256_BYTES])
{
	char code[CODE_LETTERS + 1];

	if (code_tidy(typed, code) != CODE_LETTERS)
		return false;
	sha256(hash, code, CODE_LETTERS);
	return true;
}

const char *
code_shown(struct arena *arena, const char *typed)
{
	char code[CODE_LETTERS + 1];

	code_tidy(typed, code);
	return arena_format(arena, "%.4s-%s", code,
	    strlen(code) > CODE_LETTERS / 2 ? code + CODE_LETTERS / 2 : "");
}
