#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Coordinates as Indonesian offices write them: three parsers put Balikpapan into four places, without an error
#
# Version: geo-coordinates-parser 1.7.4, coordinate-parser 1.0.7, parse-dms 0.0.5 (npm; the newest of each in
# November 2026).
#
# One would expect a parser of coordinates to understand what a person wrote or to refuse it.  Indonesian
# writes a decimal comma, LS (lintang selatan, south), LU (north), BT (bujur timur, east), and the compass
# as U, S, T, B.  Balikpapan, 1.27 south, 116.83 east, becomes:
#  - "-1,27 116,83": degrees and minutes to two of them; the one gives 1.45 south and 117.38 east (65 km
#    away, still plausible), the other 6.13 east, in the Gulf of Guinea.
#  - "1°16'12" LS, 116°49'52" BT": parse-dms leaves the S of LS unread and answers 1.27 north.  "1.27 LS
#    116.83 BT" it reads as north and 116.83 WEST: the S of the latitude is taken for the longitude's sign.
#  - "1,27° LS 116,83° BT": 1 degree of latitude, and 27 of longitude.
#  - B is west (barat) in Indonesian; parse-dms drops letters that it does not know, so west is east.
# geo-coordinates-parser and coordinate-parser do refuse LS and BT.
#
# What follows: the place of a business is asked as two numbers with a picture of where that is, the comma is
# the decimal sign, and a value outside the region is questioned.
#
# Seen:
#	text                          geo-coordinates-parser   coordinate-parser   parse-dms
#	1°16'12"S 116°49'52"E         -1.27 116.83             -1.27 116.83        -1.27 116.83
#	-1,27 116,83                  -1.45 6.13               -1.45 117.38        refused
#	1°16'12" LS, 116°49'52" BT    refused                  refused             1.27 116.83
#	1.27 LS 116.83 BT             refused                  refused             1.27 -116.83
#	1,27° LS 116,83° BT           refused                  refused             1.00 27.00
#	0°30' S, 117°09' B            refused                  refused             -0.50 117.15
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-save --no-audit --no-fund geo-coordinates-parser@1.7.4 coordinate-parser@1.0.7 \
    parse-dms@0.0.5 >/dev/null 2>&1

cat >ask.mjs <<'END'
import { convert } from 'geo-coordinates-parser';
import Coordinates from 'coordinate-parser';
import parse from 'parse-dms';

const pair = (read) => {
	try {
		return read().map((number) => number.toFixed(2)).join(' ');
	} catch {
		return 'refused';
	}
};
for (const text of ['1°16\'12"S 116°49\'52"E', '-1,27 116,83', '1°16\'12" LS, 116°49\'52" BT', '1.27 LS 116.83 BT',
	'1,27° LS 116,83° BT', "0°30' S, 117°09' B"])
	console.log([text,
		pair(() => { const at = convert(text); return [at.decimalLatitude, at.decimalLongitude]; }),
		pair(() => { const at = new Coordinates(text); return [at.getLatitude(), at.getLongitude()]; }),
		pair(() => { const at = parse(text); return [at.lat, at.lon]; }),
	].join(' | '));
END
seen=$(node ask.mjs)
echo "$seen"
[ "$seen" = "1°16'12\"S 116°49'52\"E | -1.27 116.83 | -1.27 116.83 | -1.27 116.83
-1,27 116,83 | -1.45 6.13 | -1.45 117.38 | refused
1°16'12\" LS, 116°49'52\" BT | refused | refused | 1.27 116.83
1.27 LS 116.83 BT | refused | refused | 1.27 -116.83
1,27° LS 116,83° BT | refused | refused | 1.00 27.00
0°30' S, 117°09' B | refused | refused | -0.50 117.15" ] || { echo "this has changed"; exit 1; }
