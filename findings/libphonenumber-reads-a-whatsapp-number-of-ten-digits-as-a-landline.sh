#!/bin/bash
# SPDX-License-Identifier: ISC
#
# libphonenumber: a mobile of ten digits, written as WhatsApp writes it, is a valid landline in North Sumatra
#
# Versions: google-libphonenumber 3.2.47, libphonenumber-js 1.13.16 (metadata "max"), awesome-phonenumber 7.8.0
# (npm): three ports of Google's library; beside them phone 3.1.72, which has tables of its own.
#
# Lists of contacts have numbers as links of WhatsApp have them: the country's 62 and no "+".  With the region ID
# one would expect 62811… to be 0811…, as it is for numbers of eleven digits and more, or to be refused.  The
# library takes the 62 off only where what stands there is no number by itself.  But 0628 is an area, too: of
# a mobile of ten digits (the oldest ones, which those who are head of an office by now have kept) the three
# make +62 62811…, say that it is valid and a FIXED_LINE, and whoever calls or writes to it meets somebody else
# or nobody.  It is so of all prefixes of all operators; of longer ones of none, so that a test does not see it.
# phone refuses it, and the same number behind "+62" or "0" is right in all four.
#
# The way round: put "+" before digits that begin with 628 before any library sees them.
#
# Seen (E.164 and kind of what is made of it; made-up numbers):
#	                google-libphonenumber       libphonenumber-js           awesome-phonenumber         phone
#	0811101234      +62811101234 MOBILE         +62811101234 MOBILE         +62811101234 MOBILE         +62811101234
#	+62811101234    +62811101234 MOBILE         +62811101234 MOBILE         +62811101234 MOBILE         +62811101234
#	62811101234     +6262811101234 FIXED_LINE   +6262811101234 FIXED_LINE   +6262811101234 FIXED_LINE   refused
#	6281110123456   +6281110123456 MOBILE       +6281110123456 MOBILE       +6281110123456 MOBILE       +6281110123456
#	of 34 prefixes a landline with ten digits: 34 34 34, with eleven or more: 0 0 0
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save --no-audit --no-fund google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 \
	awesome-phonenumber@7.8.0 phone@3.1.72 >/dev/null 2>&1

cat >read.js <<'END'
const google = require('google-libphonenumber'), port = require('libphonenumber-js/max');
const awesome = require('awesome-phonenumber'), { phone } = require('phone');
const library = google.PhoneNumberUtil.getInstance(), kinds = Object.entries(google.PhoneNumberType);
const readers = [
	(text) => {
		const number = library.parse(text, 'ID');
		return library.isValidNumber(number) ? `${library.format(number, google.PhoneNumberFormat.E164)} ${
			kinds.find(([, value]) => value === library.getNumberType(number))[0]}` : 'refused';
	},
	(text) => {
		const number = port.parsePhoneNumberFromString(text, 'ID');
		return number.isValid() ? `${number.number} ${number.getType()}` : 'refused';
	},
	(text) => {
		const number = awesome.parsePhoneNumber(text, { regionCode: 'ID' });
		return number.valid ? `${number.number.e164} ${number.type === 'mobile' ? 'MOBILE' : 'FIXED_LINE'}` : 'refused';
	},
	(text) => phone(text, { country: 'IDN' }).phoneNumber ?? 'refused',
];
for (const text of ['0811101234', '+62811101234', '62811101234', '6281110123456'])
	console.log([text.padEnd(15), ...readers.map((read) => read(text).padEnd(27))].join(' ').trimEnd());
const prefixes = [811, 812, 813, 814, 815, 816, 817, 818, 819, 821, 822, 823, 831, 832, 833, 838, 851, 852, 853, 855, 856, 857, 858, 859,
	877, 878, 881, 882, 888, 895, 896, 897, 898, 899];
const landlines = (...tails) => readers.slice(0, 3).map((read) => prefixes.filter((prefix) =>
	tails.some((tail) => read(`62${prefix}${tail}`).endsWith('FIXED_LINE'))).length).join(' ');
console.log(`of ${prefixes.length} prefixes a landline with ten digits: ${landlines('123456')}, with eleven or more: ${
	landlines('1234567', '12345678', '123456789')}`);
END
seen=$(node read.js)
echo "$seen"
expected='0811101234      +62811101234 MOBILE         +62811101234 MOBILE         +62811101234 MOBILE         +62811101234
+62811101234    +62811101234 MOBILE         +62811101234 MOBILE         +62811101234 MOBILE         +62811101234
62811101234     +6262811101234 FIXED_LINE   +6262811101234 FIXED_LINE   +6262811101234 FIXED_LINE   refused
6281110123456   +6281110123456 MOBILE       +6281110123456 MOBILE       +6281110123456 MOBILE       +6281110123456
of 34 prefixes a landline with ten digits: 34 34 34, with eleven or more: 0 0 0'
[[ $seen == "$expected" ]] || { echo 'not as it was' >&2; exit 1; }
