// SPDX-License-Identifier: ISC
//
// The plan of the open cycles, as a page and for the calendar of a telephone: whose it is, and that
// what calendars read is what people read.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

let stack, city, operator;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	operator = await city.signIn('operator.satu');
});
after(() => stack?.stop());

/* Lines as they were before they were folded, and each event as an object of its properties. */
function eventsOf(text) {
	const lines = text.replace(/\r\n /g, '').split('\r\n');
	const events = [];

	for (const line of lines) {
		const [, name, value] = line.match(/^([A-Z]+)(?:;[A-Z=]+)?:(.*)$/) ?? [];
		if (line === 'BEGIN:VEVENT')
			events.push({});
		else if (name && events.length)
			events.at(-1)[name] = value.replace(/\\([,;\\])/g, '$1');
	}
	return events;
}

const plan = () => stack.sql(`SELECT s.cycle_id, s.step, s.planned_from, s.planned_until FROM cycle_step s
	JOIN cycle c ON c.id = s.cycle_id WHERE c.region_id = 2 AND c.state = 'open' ORDER BY s.step`);
const compact = (day) => day.replaceAll('-', '');
const after1 = (day) => compact(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10));

describe('the schedule', () => {
	it('has the steps with their days', async () => {
		const page = await operator.get('/schedule/');
		assert.equal(page.heading, 'Jadwal penilaian');
		const [head, ...rows] = page.rows('main table');
		assert.deepEqual(head, ['Langkah', 'Mulai', 'Sampai', 'Hari kerja', 'Pelaksanaan', 'Status']);
		assert.equal(rows.length, plan().length);
		assert.ok(rows.every(([step], at) => step.startsWith(`${at + 1}. `)));
		assert.deepEqual(await states({ 1: -1, 2: 0, 3: 1 }), ['Sudah lewat', 'Sedang berjalan, hari terakhir', 'Belum mulai']);
	});

	/* Of the first three steps, each that many days from today. */
	async function states(offsets) {
		for (const [step, days] of Object.entries(offsets))
			stack.sql(`SET @day = DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR) + INTERVAL ${days} DAY;
				UPDATE cycle_step s JOIN cycle c ON c.id = s.cycle_id SET s.planned_from = @day, s.planned_until = @day
				WHERE c.region_id = 2 AND c.state = 'open' AND s.step = ${step}`);
		return (await operator.get('/schedule/')).rows('main table').slice(1, 4).map((row) => row.at(-1));
	}

	it('is read by a calendar library as the same days', async () => {
		const { text } = await operator.get('/schedule/calendar');
		const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
		assert.deepEqual(events.map(({ startDate, endDate }) => [startDate.isDate, startDate.toString(), endDate.toString()]),
			plan().map(({ planned_from: from, planned_until: until }) =>
				[true, from, new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10)]));
	});

	it('goes into a calendar as it is', async () => {
		stack.sql("UPDATE region SET name = 'Kota Contoh; yang panjang, panjang sekali, dan é pada akhirnya: é é é é é é é é é é é é é é é é' WHERE id = 2");
		const answer = await operator.get('/schedule/calendar');
		assert.match(answer.headers['content-type'], /^text\/calendar/);
		assert.match(answer.headers['content-disposition'], /attachment; filename="jadwal-penilaian\.ics"/);
		assert.ok(answer.text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && answer.text.endsWith('END:VCALENDAR\r\n'));
		assert.doesNotMatch(answer.text, /[^\r]\n/);
		for (const line of answer.text.split('\r\n')) {
			assert.ok(Buffer.byteLength(line) <= 75, line);
			assert.ok(!line.includes('\ufffd'), 'a character is never parted');
		}
		const events = eventsOf(answer.text);
		assert.deepEqual(events.map((event) => [event.UID, event.DTSTART, event.DTEND]), plan().map((step) =>
			[`${step.cycle_id}-${step.step}@matang.64.71`, compact(step.planned_from), after1(step.planned_until)]));
		assert.match(events[3].SUMMARY, /^Langkah 4, .*: penilaian \d{4}, Kota Contoh; yang panjang, .* é$/);
		assert.match(events[0].DTSTAMP, /^\d{8}T\d{6}Z$/);
	});

	it('is that of the own region, and for a province those below', async () => {
		const validator = await city.signIn('validator');
		assert.match((await validator.get('/schedule/')).words(), /Kota Contoh/);
		stack.sql("UPDATE cycle SET state = 'draft', opened_at = NULL WHERE region_id = 2 AND state = 'open'");
		for (const who of [operator, validator])
			assert.doesNotMatch((await who.get('/schedule/')).words(), /Kota Contoh/);
		assert.match((await operator.get('/schedule/')).words(), /Belum ada periode yang dibuka/);
		assert.deepEqual(eventsOf((await operator.get('/schedule/calendar')).text), []);
	});
});
