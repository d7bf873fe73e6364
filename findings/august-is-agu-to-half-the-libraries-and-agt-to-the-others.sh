#!/bin/bash
# SPDX-License-Identifier: ISC
#
# The short name of August: what date-fns and Day.js write in Indonesian, Luxon does not read, and the reverse
#
# Version: date-fns 4.4.0, dayjs 1.11.23, luxon 3.7.2 (npm) with the ICU of Node.js 20.
#
# One would expect the twelve short names of the months of a language to be settled, as eleven are.  August is
# "Agu" in CLDR (so in Intl, Luxon and the C library) and "Agt" in date-fns and Day.js.  A list that one
# application writes with "17-Agt-27" is refused, or read as no date, by another one that was set to the
# same language, in one month of twelve: in tests that run in another month nobody sees it.
#
# What follows: a reader of dates takes Agu, Agt and Ags, and the old spellings of other months, for itself.
#
# Seen:
#	written by   17 August 2027   read by luxon   read by date-fns
#	luxon        17 Agu 2027      2027-08-17      invalid
#	date-fns     17 Agt 2027      invalid         2027-08-17
#	dayjs        17 Agt 2027      invalid         2027-08-17
#	all          17 Okt 2027      2027-10-17      2027-10-17
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-save --no-audit --no-fund date-fns@4.4.0 dayjs@1.11.23 luxon@3.7.2 >/dev/null 2>&1

cat >ask.js <<'END'
const dayjs = require('dayjs');
require('dayjs/locale/id');
const { format, parse, isValid } = require('date-fns');
const { id } = require('date-fns/locale/id');
const { DateTime } = require('luxon');

const day = (month) => new Date(2027, month, 17);
const writers = {
	luxon: (month) => DateTime.fromJSDate(day(month)).setLocale('id').toFormat('dd MMM yyyy'),
	'date-fns': (month) => format(day(month), 'dd MMM yyyy', { locale: id }),
	dayjs: (month) => dayjs(day(month)).locale('id').format('DD MMM YYYY'),
};
const by_luxon = (text) => DateTime.fromFormat(text, 'dd MMM yyyy', { locale: 'id' }).toISODate() || 'invalid';
const by_date_fns = (text) => {
	const read = parse(text, 'dd MMM yyyy', new Date(2027, 0, 1), { locale: id });
	return isValid(read) ? format(read, 'yyyy-MM-dd') : 'invalid';
};
for (const month of [7, 9])
	for (const [name, write] of Object.entries(writers)) {
		const text = write(month);
		console.log(`${name}: ${text} ${by_luxon(text)} ${by_date_fns(text)}`);
	}
END
seen=$(node ask.js)
echo "$seen"
[ "$seen" = "luxon: 17 Agu 2027 2027-08-17 invalid
date-fns: 17 Agt 2027 invalid 2027-08-17
dayjs: 17 Agt 2027 invalid 2027-08-17
luxon: 17 Okt 2027 2027-10-17 2027-10-17
date-fns: 17 Okt 2027 2027-10-17 2027-10-17
dayjs: 17 Okt 2027 2027-10-17 2027-10-17" ] || { echo "this has changed"; exit 1; }
