/* SPDX-License-Identifier: ISC */
#ifndef STORE_PASSWORD_H
#define STORE_PASSWORD_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Passwords: Argon2id (RFC 9106) with 19 MiB and two passes, one after the
 * other, which is what OWASP asks for at the least; about 30 ms each.  Texts
 * end at their NUL; forms refuse one inside (web/form.h).
 */
enum { PASSWORD_HASH_TEXT = 128, PASSWORD_MADE_TEXT = 20, PASSWORD_MAX = 200 };

/* 0, or -1 when memory is short. */
int password_hash(char hash[PASSWORD_HASH_TEXT], const char *password);

/*
 * Whether the password is the one of the hash.  With a NULL hash, for names
 * that do not exist, it takes as long and is false.
 */
bool password_fits(const char *hash, const char *password);

/* Made for a person who has to change it: "k7mp-3rtd-x9wq-h42c", 80 bits. */
void password_make(char text[PASSWORD_MADE_TEXT]);

enum password_flaw {
	PASSWORD_GOOD,
	PASSWORD_SHORT,   /* fewer characters than the setting asks */
	PASSWORD_LONG,    /* more than PASSWORD_MAX bytes */
	PASSWORD_IS_NAME, /* the sign-in name itself */
	PASSWORD_PLAIN    /* one character again and again */
};

/* NIST SP 800-63B: length counts, rules about kinds of characters do not. */
enum password_flaw password_flaw(const char *password, const char *username,
    int64_t least_characters);

#endif
