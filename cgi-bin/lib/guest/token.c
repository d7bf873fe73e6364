/* SPDX-License-Identifier: ISC */
/*
 * Tokens of forms without account: signed, dated, worked for or asked about; and the
 * secrets of tickets.
 */
#include "guest/token.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

enum {
	TIME_LETTERS = 8,
	NONCE_LETTERS = TOKEN_TEXT - 1,
	SIGNED_LETTERS = TIME_LETTERS + 1 + NONCE_LETTERS, /* "TIME.NONCE" */
	MAC_BYTES = 16,
	WORK_MAX = 20,
	SECONDS_AHEAD = 120, /* a clock that was set back meanwhile */
	LETTERS_OF_GROUP = 4
};

/* What a keyed hash is for: no two are the same of one token. */
enum purpose { FOR_TOKEN = 'T', FOR_QUESTION = 'Q', FOR_TICKET = 'S' };

/* All of the same length, so that none can be lengthened into another. */
static void
keyed_hash(unsigned char digest[SHA256_BYTES], const unsigned char key[GUEST_KEY_BYTES],
    enum purpose purpose, const char *token)
{
	const unsigned char mark = (unsigned char)purpose;
	unsigned char inner[SHA256_BYTES];
	struct sha256_state state;

	sha256_begin(&state);
	sha256_add(&state, key, GUEST_KEY_BYTES);
	sha256_add(&state, &mark, sizeof(mark));
	sha256_add(&state, token, SIGNED_LETTERS);
	sha256_so_far(&state, inner);
	sha256_begin(&state);
	sha256_add(&state, key, GUEST_KEY_BYTES);
	sha256_add(&state, inner, sizeof(inner));
	sha256_so_far(&state, digest);
}

static void
mac_text(char text[2 * MAC_BYTES + 1], const unsigned char key[GUEST_KEY_BYTES], const char *token)
{
	unsigned char digest[SHA256_BYTES];

	keyed_hash(digest, key, FOR_TOKEN, token);
	hex_text(text, digest, MAC_BYTES);
}

void
guest_token_make(char text[GUEST_TOKEN_TEXT], const unsigned char key[GUEST_KEY_BYTES], int64_t now)
{
	char nonce[TOKEN_TEXT], mac[2 * MAC_BYTES + 1];

	random_token(nonce);
	snprintf(text, GUEST_TOKEN_TEXT, "%08llx.%s", (unsigned long long)now & 0xffffffffU, nonce);
	mac_text(mac, key, text);
	snprintf(text + SIGNED_LETTERS, GUEST_TOKEN_TEXT - SIGNED_LETTERS, ".%s", mac);
}

static bool
token_formed(const char *text)
{
	return strlen(text) == GUEST_TOKEN_TEXT - 1 && text[TIME_LETTERS] == '.' &&
	    text[SIGNED_LETTERS] == '.' && strspn(text, "0123456789abcdef.") == strlen(text);
}

bool
guest_token_good(const char *text, const unsigned char key[GUEST_KEY_BYTES], int64_t now)
{
	char mac[2 * MAC_BYTES + 1];
	int64_t made;

	if (!token_formed(text))
		return false;
	mac_text(mac, key, text);
	if (!secret_equal(mac, text + SIGNED_LETTERS + 1))
		return false;
	made = (int64_t)strtoull(text, NULL, 16);
	return made <= now + SECONDS_AHEAD && now - made <= GUEST_TOKEN_SECONDS;
}

struct guest_sum
guest_token_sum(const char *token, const unsigned char key[GUEST_KEY_BYTES])
{
	enum { SMALL_NUMBERS = 9 };
	unsigned char digest[SHA256_BYTES];

	if (!token_formed(token))
		return (struct guest_sum){ 1, 1 };
	keyed_hash(digest, key, FOR_QUESTION, token);
	return (struct guest_sum){ 1 + digest[0] % SMALL_NUMBERS, 1 + digest[1] % SMALL_NUMBERS };
}

bool
guest_sum_typed(struct guest_sum sum, const char *typed)
{
	static const char *const words[] = { "nol", "satu", "dua", "tiga", "empat", "lima", "enam",
		"tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "duabelas", "tigabelas",
		"empatbelas", "limabelas", "enambelas", "tujuhbelas", "delapanbelas" };
	enum { ANSWER_MAX = 24 };
	char plain[ANSWER_MAX], digits[4];
	size_t length = 0;

	for (; *typed != '\0' && length < sizeof(plain) - 1; typed++) {
		char letter = *typed >= 'A' && *typed <= 'Z' ? (char)(*typed - 'A' + 'a') : *typed;

		if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
			plain[length++] = letter;
	}
	plain[length] = '\0';
	snprintf(digits, sizeof(digits), "%d", sum.first + sum.second);
	return strcmp(plain, digits) == 0 || strcmp(plain, words[sum.first + sum.second]) == 0;
}

bool
guest_worked(const char *token, const char *work)
{
	unsigned char digest[SHA256_BYTES];
	struct sha256_state state;
	size_t length = strlen(work);

	if (length == 0 || length > WORK_MAX)
		return false;
	sha256_begin(&state);
	sha256_add(&state, token, strlen(token));
	sha256_add(&state, ":", 1);
	sha256_add(&state, work, length);
	sha256_so_far(&state, digest);
	return digest[0] == 0 && digest[1] >> (16 - GUEST_WORK_BITS) == 0;
}

void
ticket_secret(char secret[TICKET_LETTERS + 1], const char *token,
    const unsigned char key[GUEST_KEY_BYTES])
{
	unsigned char digest[SHA256_BYTES];

	memset(digest, 0, sizeof(digest));
	if (token_formed(token))
		keyed_hash(digest, key, FOR_TICKET, token);
	else
		random_bytes(digest, sizeof(digest));
	for (size_t at = 0; at < TICKET_LETTERS; at++)
		secret[at] = secret_letter(digest[at]);
	secret[TICKET_LETTERS] = '\0';
}

/* Letters and digits alone, capitals; how many there were. */
static size_t
ticket_tidy(const char *typed, char secret[TICKET_LETTERS + 1])
{
	size_t count = 0;

	for (; *typed != '\0'; typed++) {
		if (*typed == ' ' || *typed == '-')
			continue;
		if (count < TICKET_LETTERS)
			secret[count] = secret_letter_meant(*typed);
		count++;
	}
	secret[count < TICKET_LETTERS ? count : TICKET_LETTERS] = '\0';
	return count;
}

bool
ticket_hash(const char *typed, unsigned char hash[SHA256_BYTES])
{
	char secret[TICKET_LETTERS + 1];

	if (ticket_tidy(typed, secret) != TICKET_LETTERS)
		return false;
	sha256(hash, secret, TICKET_LETTERS);
	return true;
}

bool
ticket_same(const unsigned char hash[SHA256_BYTES], const void *stored, size_t length)
{
	char ours[SHA256_TEXT], theirs[SHA256_TEXT];

	if (length != SHA256_BYTES)
		return false;
	hex_text(ours, hash, SHA256_BYTES);
	hex_text(theirs, stored, SHA256_BYTES);
	return secret_equal(ours, theirs);
}

const char *
ticket_shown(struct arena *arena, const char *typed)
{
	char secret[TICKET_LETTERS + 1];
	struct buffer shown = { .arena = arena };

	buffer_text(&shown, "");
	if (ticket_tidy(typed, secret) != TICKET_LETTERS)
		return shown.bytes;
	for (size_t at = 0; at < TICKET_LETTERS; at++) {
		if (at > 0 && at % LETTERS_OF_GROUP == 0)
			buffer_char(&shown, '-');
		buffer_char(&shown, secret[at]);
	}
	return shown.bytes;
}
