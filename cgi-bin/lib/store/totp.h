/* SPDX-License-Identifier: ISC */
#ifndef STORE_TOTP_H
#define STORE_TOTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Time-based one-time passwords (RFC 6238) as every authenticator app makes
 * them: HMAC-SHA-1, six digits, a new one every thirty seconds.
 */
enum {
	TOTP_SECRET = 20, /* bytes: what RFC 4226, section 4, recommends */
	TOTP_TEXT = 33,   /* the secret in base 32, with its NUL */
	TOTP_CODE = 7
};

/* The number of the time step of a moment, in seconds since 1970. */
int64_t totp_step(int64_t seconds);

void totp_code(char code[TOTP_CODE], const unsigned char *secret, size_t length, int64_t step);

/*
 * The time step that a code belongs to: now's, the one before or the one
 * after, since clocks differ (RFC 6238, section 5.2), but later than `after`,
 * so that a code works once.  -1: none of them.  Spaces in the code do not
 * matter.
 */
int64_t totp_match(const char *code, const unsigned char *secret, size_t length, int64_t now,
    int64_t after);

/* RFC 4648 without padding, as apps take it. */
void totp_text(char text[TOTP_TEXT], const unsigned char secret[TOTP_SECRET]);

#endif
