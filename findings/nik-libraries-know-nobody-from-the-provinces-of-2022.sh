#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Two NIK checkers: nobody of the provinces of 2022 exists, who is twenty is a hundred and twenty, 30 February is a day
#
# Version: nik-parser 1.0.1 and nusantara-valid 0.4.2 (npm; the newest of each in November 2026).
#
# A NIK is six digits of the district, six of the birthday (day + 40 for women) and four of a serial number.
# One would expect a checker to err by taking too much.  Both also refuse people, and err about age:
#  - the four provinces founded in 2022 (codes 93 to 96: South, Central, Highland and South-West Papua) are
#    not in their tables: every NIK first issued there is invalid, with no way to tell "unknown" from "wrong".
#  - nik-parser puts every two-digit year into 1900 to 1999: somebody born in 2005 is born in 1905.
#  - both take 30 February; nusantara-valid answers 2 March as the birthday.
#  - nusantara-valid refuses the NPWP of 16 digits that holds since 2024, and puts it into the groups of the
#    old one by leaving the last digit away.
#
# What follows: a form that applies for a letter counts digits, tells a strange code as a remark, and asks
# for the birthday instead of computing it.  All numbers below are made up (serial 0001, the first district).
#
# Seen:
#	NIK                what is odd          nik-parser         nusantara-valid
#	6471010101900001   nothing              valid, 1990        valid, 1990
#	9671010101900001   province of 2022     invalid, 1990      invalid, 1990
#	9301010101900001   province of 2022     invalid, 1990      invalid, 1990
#	6471010101050001   born in 2005         valid, 1905        valid, 2005
#	6471013002900001   30 February          valid, 1990        valid, 1990-03-02
#	NPWP 0123456789012345 (16 digits): false, shown as 01.234.567.8-901.234
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-save --no-audit --no-fund nik-parser@1.0.1 nusantara-valid@0.4.2 >/dev/null 2>&1

cat >ask.js <<'END'
const { nikParser } = require('nik-parser');
const nusantara = require('nusantara-valid');

const word = (valid) => (valid ? 'valid' : 'invalid');
for (const nik of ['6471010101900001', '9671010101900001', '9301010101900001', '6471010101050001',
	'6471013002900001']) {
	const parsed = nikParser(nik);
	const data = nusantara.getDataNIK(nik);
	console.log(nik, word(parsed.isValid()), parsed.lahir().getFullYear(), word(nusantara.isValidNIK(nik)),
		data.birthday.toISOString().slice(0, 10));
}
console.log(nusantara.isValidNPWP('0123456789012345'), nusantara.formatNPWP('0123456789012345'));
END
seen=$(TZ=UTC node ask.js)
echo "$seen"
[ "$seen" = "6471010101900001 valid 1990 valid 1990-01-01
9671010101900001 invalid 1990 invalid 1990-01-01
9301010101900001 invalid 1990 invalid 1990-01-01
6471010101050001 valid 1905 valid 2005-01-01
6471013002900001 valid 1990 valid 1990-03-02
false 01.234.567.8-901.234" ] || { echo "this has changed"; exit 1; }
