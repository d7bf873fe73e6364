#!/bin/bash
# SPDX-License-Identifier: ISC
#
# date-holidays: Indonesia has no Isra Mi'raj and up to three Maulid a year, and decreed days are missed by one
#
# Version: date-holidays 3.37.0 (npm), its table for ID.
#
# One would expect the holidays of a country, asked for a year that is over, to be the days on which its
# offices were closed: working days of a deadline are counted by them.  Indonesia decrees its days each
# year by a joint decree of three ministers; the table computes them by rules instead.
#  - 27 Rajab stands in the table as "Maulid Nabi Muhammad", so a year has two Maulid (2027 three, one of
#    them on 25 December) and no Isra Mi'raj: who takes the days by name loses one and moves the other.
#  - Islamic days follow a computed calendar: Idul Fitri of 2023 and 2025 and Idul Adha of 2023 and 2024
#    stand a day before the decreed one.  The second decreed day of Idul Fitri is then a working day.
#  - Waisak of 2023 stands on 6 May, a month before the decreed day.
#  - Days of "cuti bersama", on which the offices are closed too, are not there under any type.
# The decreed days below are those of the decrees for 2023, 2024 and 2025, as published.
#
# What follows: no library's table decides which days count; a region enters the decree of its year.
#
# Seen (decreed day, what the library has on it):
#	2023 Isra Mi'raj   02-18   Maulid Nabi Muhammad
#	2023 Idul Fitri 2  04-23   none
#	2023 Waisak        06-04   none
#	2023 Idul Adha     06-29   none
#	2024 Isra Mi'raj   02-08   Maulid Nabi Muhammad
#	2024 Idul Fitri 2  04-11   Hari Raya Idul Fitri
#	2024 Waisak        05-23   Hari Raya Waisak
#	2024 Idul Adha     06-17   none
#	2025 Isra Mi'raj   01-27   Maulid Nabi Muhammad
#	2025 Idul Fitri 2  04-01   none
#	2025 Waisak        05-12   Hari Raya Waisak
#	2025 Idul Adha     06-06   Hari Raya Idul Adha
#	2027 days called Maulid: 3
#	types of days in 2023 to 2025: public
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-save --no-audit --no-fund date-holidays@3.37.0 >/dev/null 2>&1

cat >ask.js <<'END'
const Holidays = require('date-holidays');
const table = new Holidays('ID');
const decreed = {
	2023: { "Isra Mi'raj": '02-18', 'Idul Fitri 2': '04-23', Waisak: '06-04', 'Idul Adha': '06-29' },
	2024: { "Isra Mi'raj": '02-08', 'Idul Fitri 2': '04-11', Waisak: '05-23', 'Idul Adha': '06-17' },
	2025: { "Isra Mi'raj": '01-27', 'Idul Fitri 2': '04-01', Waisak: '05-12', 'Idul Adha': '06-06' },
};
const types = new Set();
for (const [year, days] of Object.entries(decreed)) {
	const all = table.getHolidays(Number(year));
	for (const day of all) types.add(day.type);
	for (const [name, day] of Object.entries(days)) {
		const found = all.find((one) => one.date.startsWith(`${year}-${day}`));
		console.log(`${year} ${name} ${day} ${found ? found.name : 'none'}`);
	}
}
const maulid = table.getHolidays(2027).filter((day) => day.name.startsWith('Maulid'));
console.log(`2027 days called Maulid: ${maulid.length}`);
console.log(`types of days in 2023 to 2025: ${[...types].join(' ')}`);
END
seen=$(node ask.js)
echo "$seen"
[ "$seen" = "2023 Isra Mi'raj 02-18 Maulid Nabi Muhammad
2023 Idul Fitri 2 04-23 none
2023 Waisak 06-04 none
2023 Idul Adha 06-29 none
2024 Isra Mi'raj 02-08 Maulid Nabi Muhammad
2024 Idul Fitri 2 04-11 Hari Raya Idul Fitri
2024 Waisak 05-23 Hari Raya Waisak
2024 Idul Adha 06-17 none
2025 Isra Mi'raj 01-27 Maulid Nabi Muhammad
2025 Idul Fitri 2 04-01 none
2025 Waisak 05-12 Hari Raya Waisak
2025 Idul Adha 06-06 Hari Raya Idul Adha
2027 days called Maulid: 3
types of days in 2023 to 2025: public" ] || { echo "this has changed"; exit 1; }
