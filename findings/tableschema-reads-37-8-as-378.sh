#!/bin/bash
# SPDX-License-Identifier: ISC
#
# tableschema: with "," for decimals and "." for groups, "37,8" is the number 378
#
# Version: tableschema 1.12.6 (npm), the implementation of Table Schema for JavaScript, the same in node
# and in browsers.
#
# Table Schema has decimalChar and groupChar for columns written as Indonesia writes numbers, and this is
# the example that everybody would try: {"type": "number", "decimalChar": ",", "groupChar": "."}.  One
# would expect "37,8" to be 37.8 and "1.234,5" to be 1234.5.  The decimal character is turned into "."
# first, and then every group character is taken out, the one just written with it: each number becomes
# what it would be without its comma, is valid, and no error is told; a minimum or maximum in the schema
# is held against the wrong number.  Either of the two properties alone does what it says, and so do the
# two with any group character but the dot (a space, for example).
#
# The way round: no groupChar where decimals are written with a comma (a number with groups is then
# refused, not misread); better, publish numbers with a dot and without groups, as this project's
# figures are, and leave the comma to pages for people.
#
# Seen:
#	decimalChar  groupChar  text       number
#	,            .          37,8       378
#	,            .          1.234,5    12345
#	,            .          38         38
#	,            -          37,8       37.8
#	,            -          1.234,5    refused
#	,            space      1 234,5    1234.5
#	-            .          1.234      1234
#	a table whose schema says that 37,8 is at most 55: refused; at most 400: taken
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund tableschema@1.12.6

cat >read.js <<'END'
const { Field } = require('tableschema');

function read(descriptor, text) {
	try {
		return new Field({ name: 'score', type: 'number', ...descriptor }).castValue(text);
	} catch {
		return 'refused';
	}
}

for (const [decimalChar, groupChar, text] of [[',', '.', '37,8'], [',', '.', '1.234,5'], [',', '.', '38'],
	[',', undefined, '37,8'], [',', undefined, '1.234,5'], [',', ' ', '1 234,5'], [undefined, '.', '1.234']])
	console.log([decimalChar ?? '-', groupChar === ' ' ? 'space' : groupChar ?? '-', text.replace(' ', '_'),
		read({ ...(decimalChar && { decimalChar }), ...(groupChar && { groupChar }) }, text)].join(' '));
for (const maximum of ['55', '400'])
	console.log(`at most ${maximum}:`, read({ decimalChar: ',', groupChar: '.', constraints: { maximum } }, '37,8'));
END
seen=$(node read.js)
echo "$seen"
[ "$seen" = ", . 37,8 378
, . 1.234,5 12345
, . 38 38
, - 37,8 37.8
, - 1.234,5 refused
, space 1_234,5 1234.5
- . 1.234 1234
at most 55: refused
at most 400: 378" ] || { echo "this has changed"; exit 1; }
