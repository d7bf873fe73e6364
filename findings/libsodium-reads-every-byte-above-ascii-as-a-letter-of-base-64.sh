#!/bin/bash
# SPDX-License-Identifier: ISC
#
# libsodium: sodium_base642bin takes 128 bytes that are no letter of base 64, each of them as "/"
#
# Versions: libsodium 1.0.18-1+deb12u1 (Debian 12), whose C library is asked; beside it Python 3.11's
# base64.b64decode(validate=True) and libsodium-wrappers 0.7.15 (npm, libsodium 1.0.20).
#
# Its documentation says that the decoder refuses what is no letter unless the caller names characters to
# skip.  It does so for the 64 bytes of ASCII that are none.  But it counts with the sign of a char: every byte
# from 0x80 to 0xff, so each letter with an accent, in UTF-8 as in Latin-1, comes out as the 64th letter.
# A checksum or a key that was damaged on the way is another one then, and not an error; two texts that
# differ are the same bytes.  The decoder of 1.0.20 in npm refuses them, as Python does.
#
# The way round: look for bytes above 0x7f first (lib/base/base64.c).  A fuzzer that wrote again what it had
# read found it.
#
# Seen: bytes that are neither letter nor "=", as the fourth of "AAA?"
#	                              below 0x80  above  read as
#	libsodium 1.0.18              0           128    /
#	libsodium-wrappers 1.0.20     0           0
#	Python                        0           0
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download -q libsodium23=1.0.18-1+deb12u1 libsodium-dev=1.0.18-1+deb12u1 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
npm install --silent --no-save --no-audit --no-fund libsodium-wrappers@0.7.15 >/dev/null 2>&1

cat >ask.c <<'END'
#include <sodium.h>
#include <stdio.h>
#include <string.h>

int
main(void)
{
	const char *letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned char bytes[3];
	int taken[2] = { 0, 0 }, as[64] = { 0 };

	for (int byte = 1; byte < 256; byte++) {
		const char text[4] = { 'A', 'A', 'A', (char)byte };
		size_t length;

		if (strchr(letters, byte) != NULL || byte == '=' ||
		    sodium_base642bin(bytes, 3, text, 4, NULL, &length, NULL, sodium_base64_VARIANT_ORIGINAL) != 0)
			continue;
		taken[byte >= 0x80]++;
		as[bytes[2] & 63]++;
	}
	printf("libsodium %-19s %-11d %-6d ", sodium_version_string(), taken[0], taken[1]);
	for (int letter = 0; letter < 64; letter++)
		if (as[letter] > 0)
			putchar(letters[letter]);
	putchar('\n');
	return 0;
}
END
library=$(dirname "$(find root -name 'libsodium.so.23')")
gcc -o ask ask.c -Iroot/usr/include "$library/libsodium.so.23"

cat >ask.js <<'END'
const sodium = require('libsodium-wrappers');
sodium.ready.then(() => {
	const taken = [0, 0];
	for (let code = 1; code < 256; code++) {
		const sign = String.fromCharCode(code);
		if (/[A-Za-z0-9+\/=]/.test(sign))
			continue;
		try {
			sodium.from_base64(`AAA${sign}`, sodium.base64_variants.ORIGINAL);
			taken[Number(code >= 0x80)]++;
		} catch { /* refused */ }
	}
	console.log(`libsodium-wrappers ${sodium.SODIUM_VERSION_STRING.padEnd(10)} ${String(taken[0]).padEnd(11)} ${taken[1]}`);
});
END
cat >ask.py <<'END'
import base64
import binascii

letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='
taken = [0, 0]
for byte in range(1, 256):
    if byte in letters:
        continue
    try:
        base64.b64decode(b'AAA' + bytes([byte]), validate=True)
        taken[byte >= 0x80] += 1
    except binascii.Error:
        pass
print(f'{"Python":<29} {taken[0]:<11} {taken[1]}')
END
seen=$(LD_LIBRARY_PATH=$library ./ask; node ask.js; /usr/bin/python3 ask.py)
echo "$seen"
expected='libsodium 1.0.18              0           128    /
libsodium-wrappers 1.0.20     0           0
Python                        0           0'
[[ $seen == "$expected" ]] || { echo 'not as it was' >&2; exit 1; }
