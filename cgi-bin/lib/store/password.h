/* SPDX-License-Identifier: ISC */
#ifndef STORE_PASSWORD_H
#define STORE_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Passwords: Argon2id (RFC 9106) with 19 MiB and two passes, one after the
 * other, which is what OWASP asks for at the least; about 30 ms each.  Texts
 * end at their NUL; forms refuse one inside (web/form.h).
 */
enum { PASSWORD_HASH_TEXT = 128, PASSWORD_MADE_TEXT = 20, PASSWORD_MAX = 200 };

/* 0, or -1 when memory is short. */
int password_hash(char hash[PASSWORD_HASH_TEXT], const char *password);

enum { PASSWORD_SALT_BYTES = 16, PASSWORD_DIGEST_BYTES = 32 };

/* The same costs for a code that is looked for by its digest: with a salt that
 * the caller keeps.  0, or -1 when memory is short. */
int password_digest(unsigned char digest[PASSWORD_DIGEST_BYTES], const char *code, size_t length,
    const unsigned char salt[PASSWORD_SALT_BYTES]);

/*
 * Whether the password is the one of the hash.  With NULL, for names that do not
 * exist, and with "", of an account that got none yet, it takes as long and is false.
 */
bool password_fits(const char *hash, const char *password);

/* Made for a person who has to change it: "k7mp-3rtd-x9wq-h42c", 80 bits. */
void password_make(char text[PASSWORD_MADE_TEXT]);

enum password_flaw {
	PASSWORD_GOOD,
	PASSWORD_SHORT,   /* fewer characters than the setting asks */
	PASSWORD_LONG,    /* more than PASSWORD_MAX bytes */
	PASSWORD_IS_NAME, /* the sign-in name itself */
	PASSWORD_PLAIN,   /* one character again and again */
	PASSWORD_KNOWN,   /* of those that are tried first, with or without digits
			   * and signs behind it */
	PASSWORD_LOCAL    /* of names alone that anybody here would try */
};

/*
 * NIST SP 800-63B: length counts, rules about kinds of characters do not; and
 * what is commonly used or expected here is none.  `names`, which ends with
 * NULL, are those of the person, the agency, the region: words of them, digits
 * and signs alone make no password.
 */
enum password_flaw password_flaw(const char *password, const char *username,
    int64_t least_characters, const char *const *names);

#endif
