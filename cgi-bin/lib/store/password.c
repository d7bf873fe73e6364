/* SPDX-License-Identifier: ISC */
/*
 * Passwords by Argon2id (libsodium).  A name that does not exist takes as long
 * as a wrong password, so that time tells nothing.
 */
#include "store/password.h"

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/secret.h"
#include "store/known_passwords.h"
#include "base/banned.h"

enum { PASSES = 2, MEMORY = 19456 * 1024, GROUP = 4 };

_Static_assert((int)PASSWORD_SALT_BYTES == (int)crypto_pwhash_SALTBYTES, "a salt has to fit");
_Static_assert((int)PASSWORD_HASH_TEXT >= (int)crypto_pwhash_STRBYTES, "a hash has to fit");

/* Of a password that nobody knows, made with the same costs. */
static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1"
			     "$LuAyGM/WCk7nwuFia3dDwg$03BEClrrxDrfEtguwu4Dd9ue027Q7LnsJf9hUjQROPw";

int
password_hash(char hash[PASSWORD_HASH_TEXT], const char *password)
{
	return crypto_pwhash_str_alg(hash, password, strlen(password), PASSES, MEMORY,
	    crypto_pwhash_ALG_ARGON2ID13);
}

int
password_digest(unsigned char digest[PASSWORD_DIGEST_BYTES], const char *code, size_t length,
    const unsigned char salt[PASSWORD_SALT_BYTES])
{
	return crypto_pwhash(digest, PASSWORD_DIGEST_BYTES, code, length, salt, PASSES, MEMORY,
	    crypto_pwhash_ALG_ARGON2ID13);
}

bool
password_fits(const char *hash, const char *password)
{
	bool given = hash != NULL && *hash != '\0';
	bool fits = crypto_pwhash_str_verify(given ? hash : nobody, password, strlen(password)) ==
	    0;

	return given && fits;
}

void
password_make(char text[PASSWORD_MADE_TEXT])
{
	char code[CODE_TEXT];
	char *to = text;

	random_code(code);
	for (int at = 0; at < PASSWORD_MADE_TEXT - 4; at++) {
		if (at > 0 && at % GROUP == 0)
			*to++ = '-';
		*to++ = (char)tolower((unsigned char)code[at]);
	}
	*to = '\0';
}

enum { WORD_LEAST = 4, KNOWN_LEAST = 8, LEFT_LEAST = 4 };

/* Is the word, in small letters, one of the list? */
static bool
is_known(const char *word, size_t length)
{
	char line[PASSWORD_MAX + 3];

	snprintf(line, sizeof(line), "\n%.*s\n", (int)length, word);
	return strchr(line + 1, '\n') == line + 1 + length && strstr(known_passwords, line) != NULL;
}

static bool
is_word_letter(char letter)
{
	return isalpha((unsigned char)letter) || (unsigned char)letter >= 0x80;
}

/* The same with what people put behind it when a rule asks for more. */
static bool
password_is_known(const char *word)
{
	size_t length = strlen(word);

	if (is_known(word, length))
		return true;
	while (length > KNOWN_LEAST && !is_word_letter(word[length - 1]))
		if (is_known(word, --length))
			return true;
	return false;
}

/* Takes a word of a name out of the password wherever it stands. */
static bool
take_out(char *password, const char *word, size_t length)
{
	bool found = false;

	for (char *at = password; *at != '\0'; at++)
		if (strncasecmp(at, word, length) == 0) {
			memset(at, ' ', length);
			found = true;
		}
	return found;
}

/* Years alone, with whatever stands between them. */
static bool
is_of_years(const char *password)
{
	size_t years = 0;

	for (const char *at = password; *at != '\0';) {
		size_t length = strspn(at, "0123456789");

		if (is_word_letter(*at) || (length > 0 && length != 4) ||
		    (length == 4 && strncmp(at, "19", 2) != 0 && strncmp(at, "20", 2) != 0))
			return false;
		years += length == 4;
		at += length > 0 ? length : 1;
	}
	return years > 0;
}

/* Are too few letters left when the words of the names are taken out? */
static bool
password_is_local(char *password, const char *const *names)
{
	size_t left = 0;
	bool found = false;

	for (; *names != NULL; names++)
		for (const char *at = *names; *at != '\0';) {
			size_t length = 0;

			while (is_word_letter(at[length]))
				length++;
			if (length >= WORD_LEAST && take_out(password, at, length))
				found = true;
			at += length + (at[length] != '\0');
		}
	for (; *password != '\0'; password++)
		left += is_word_letter(*password);
	return found && left < LEFT_LEAST;
}

enum password_flaw
password_flaw(const char *password, const char *username, int64_t least_characters,
    const char *const *names)
{
	static const char *const ours[] = { "matang kematangan kuesioner password sandi rahasia "
					    "indonesia daerah dinas badan kota kabupaten provinsi",
		NULL };
	const char *const own[] = { username, NULL };
	char lowered[PASSWORD_MAX + 1];
	int64_t characters = 0;
	size_t length = strlen(password);

	for (size_t at = 0; at < length; at++)
		characters += ((unsigned char)password[at] & 0xc0) != 0x80;
	if (length > PASSWORD_MAX)
		return PASSWORD_LONG;
	if (characters < least_characters)
		return PASSWORD_SHORT;
	if (strcasecmp(password, username) == 0)
		return PASSWORD_IS_NAME;
	if (length > 0 && strspn(password, (char[]){ password[0], '\0' }) == length)
		return PASSWORD_PLAIN;
	for (size_t at = 0; at <= length; at++)
		lowered[at] = (char)tolower((unsigned char)password[at]);
	if (password_is_known(lowered))
		return PASSWORD_KNOWN;
	/* What one list takes out the next one does not see: names of all. */
	if (is_of_years(lowered) || password_is_local(lowered, own) ||
	    password_is_local(lowered, names) || password_is_local(lowered, ours))
		return PASSWORD_LOCAL;
	return PASSWORD_GOOD;
}
