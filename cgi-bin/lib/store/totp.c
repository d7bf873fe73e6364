/* SPDX-License-Identifier: ISC */
/*
 * One-time passwords by time (RFC 6238, RFC 4226), with a step of tolerance to
 * either side for clocks that are off.
 */
#include "store/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/secret.h"
#include "base/banned.h"

enum { STEP_SECONDS = 30, CODES = 1000000, SHA1_BYTES = 20 };

int64_t
totp_step(int64_t seconds)
{
	return seconds / STEP_SECONDS;
}

/* RFC 4226, section 5.3. */
void
totp_code(char code[TOTP_CODE], const unsigned char *secret, size_t length, int64_t step)
{
	unsigned char counter[8], digest[SHA1_BYTES];
	const unsigned char *at;
	unsigned digest_length = sizeof(digest);
	uint32_t number;

	for (int byte = 7; byte >= 0; byte--, step >>= 8)
		counter[byte] = (unsigned char)(step & 0xff);
	if (HMAC(EVP_sha1(), secret, (int)length, counter, sizeof(counter), digest,
		&digest_length) == NULL)
		abort(); /* no SHA-1 in this OpenSSL: nobody may pass */
	at = digest + (digest[SHA1_BYTES - 1] & 0x0f);
	number = (uint32_t)(at[0] & 0x7f) << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 |
	    at[3];
	snprintf(code, TOTP_CODE, "%06u", (unsigned)(number % CODES));
}

int64_t
totp_match(const char *code, const unsigned char *secret, size_t length, int64_t now, int64_t after)
{
	char typed[TOTP_CODE] = "", right[TOTP_CODE];
	int64_t found = -1;
	size_t digits = 0;

	for (; *code != '\0'; code++) {
		if (*code == ' ')
			continue;
		if (digits == sizeof(typed) - 1)
			return -1;
		typed[digits++] = *code;
	}
	for (int64_t step = now - 1; step <= now + 1; step++) {
		totp_code(right, secret, length, step);
		if (secret_equal(typed, right) && step > after)
			found = step;
	}
	return found;
}

void
totp_text(char text[TOTP_TEXT], const unsigned char secret[TOTP_SECRET])
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	uint32_t held = 0;
	int bits = 0;

	for (size_t at = 0; at < TOTP_SECRET; at++) {
		held = held << 8 | secret[at];
		for (bits += 8; bits >= 5; bits -= 5)
			*text++ = letters[held >> (bits - 5) & 31];
	}
	*text = '\0';
}
