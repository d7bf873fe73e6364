/* SPDX-License-Identifier: ISC */
/*
 * Passwords by Argon2id (libsodium).  A name that does not exist takes as long
 * as a wrong password, so that time tells nothing.
 */
#include "store/password.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>
#include <strings.h>

#include "base/secret.h"
#include "base/banned.h"

enum { PASSES = 2, MEMORY = 19456 * 1024, GROUP = 4 };

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

bool
password_fits(const char *hash, const char *password)
{
	bool fits = crypto_pwhash_str_verify(hash != NULL ? hash : nobody, password,
			strlen(password)) == 0;

	return hash != NULL && fits;
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

enum password_flaw
password_flaw(const char *password, const char *username, int64_t least_characters)
{
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
	return PASSWORD_GOOD;
}
