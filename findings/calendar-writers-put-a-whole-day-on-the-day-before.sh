#!/bin/bash
# SPDX-License-Identifier: ISC
#
# ical-generator: a whole day is the day before wherever the sun rises earlier; node-ical moves a day that recurs
#
# Version: npm ical-generator 8.0.1 (writes), ics 3.8.1 (writes), node-ical 0.20.1 and ical.js 2.1.0 (read).
#
# A whole day in a calendar file has no time and no zone (RFC 5545, VALUE=DATE).  From `new Date(2027, 7, 17)` one
# expects 20270817 on every machine.  ical-generator takes the day of UTC: on a server in Makassar, Jakarta or
# Jayapura it writes 20270816, and a deadline or a holiday stands a day early; in New York, and on a test machine in
# UTC, the same program is right.  With `timezone` on the calendar it is right everywhere.  ics takes numbers and is
# right, and writes the duration P1DT, which the grammar does not have (a T wants a time behind it) and both readers
# here take.
#
# Of one and the same day node-ical gives midnight of this machine; where the event recurs (RRULE) it gives midnight
# of UTC, so that in Makassar two events of one day are eight hours apart.  ical.js gives the day as a day.
#
# The way round: timezone for ical-generator, or a writer that takes numbers; with node-ical no comparing of whole
# days by their instants.
#
# Seen:
#	Asia/Makassar    ical-generator 20270816  with timezone 20270817  ics 20270817 P1DT
#	Asia/Makassar    node-ical 2027-08-16T16:00Z  recurring 2027-08-17T00:00Z  ical.js 2027-08-17 2027-08-17
#	America/New_York ical-generator 20270817  with timezone 20270817  ics 20270817 P1DT
#	America/New_York node-ical 2027-08-17T04:00Z  recurring 2027-08-17T04:00Z  ical.js 2027-08-17 2027-08-17
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@8.0.1 ics@3.8.1 node-ical@0.20.1 ical.js@2.1.0 >/dev/null
cat >days.mjs <<'END'
import ICAL from 'ical.js';
import generator from 'ical-generator';
import * as ics from 'ics';
import nodeIcal from 'node-ical';

const zone = process.env.TZ.padEnd(16);
const value = (text, name) => new RegExp(`^${name}[^:]*:(.*?)\r?$`, 'm').exec(text)[1];
const generated = (options) => {
	const calendar = generator({ name: 'Tenggat', ...options });
	calendar.createEvent({ id: 'a', allDay: true, start: new Date(2027, 7, 17), summary: 'Batas akhir' });
	return value(calendar.toString(), 'DTSTART');
};
const written = ics.createEvent({ start: [2027, 8, 17], duration: { days: 1 }, title: 'Batas akhir' }).value;
console.log(zone, `ical-generator ${generated({})}  with timezone ${generated({ timezone: 'Asia/Makassar' })}  ` +
	`ics ${value(written, 'DTSTART')} ${value(written, 'DURATION')}`);

const event = (more) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:contoh', 'BEGIN:VEVENT', 'UID:a', 'DTSTAMP:20270101T000000Z',
	'DTSTART;VALUE=DATE:20270817', ...more, 'SUMMARY:Batas akhir', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const ways = [event([]), event(['RRULE:FREQ=YEARLY;COUNT=3'])];
const [once, recurring] = ways.map((text) => Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT')
	.start.toISOString().replace(':00.000Z', 'Z'));
const days = ways.map((text) => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).startDate.toString());
console.log(zone, `node-ical ${once}  recurring ${recurring}  ical.js ${days.join(' ')}`);
END
seen=$(TZ=Asia/Makassar node days.mjs; TZ=America/New_York node days.mjs)
echo "$seen"
[ "$seen" = 'Asia/Makassar    ical-generator 20270816  with timezone 20270817  ics 20270817 P1DT
Asia/Makassar    node-ical 2027-08-16T16:00Z  recurring 2027-08-17T00:00Z  ical.js 2027-08-17 2027-08-17
America/New_York ical-generator 20270817  with timezone 20270817  ics 20270817 P1DT
America/New_York node-ical 2027-08-17T04:00Z  recurring 2027-08-17T04:00Z  ical.js 2027-08-17 2027-08-17' ] || { echo "this has changed"; exit 1; }
