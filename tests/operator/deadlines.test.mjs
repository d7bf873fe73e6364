// SPDX-License-Identifier: ISC
//
// Reminders of deadlines under a moved clock: each at its moment, to whom the assessment waits for, and once.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';

/* Days of 2031, all weeks alike: no holiday is in the table. Monday the 6th of January to Friday the 10th. */
const UNTIL = '2031-01-10';
let stack, city, id;

const at = (day) => {
	const run = stack.matang(['work', 'deadlines'], { env: { LD_PRELOAD: '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1', FAKETIME: `@${day} 02:00:00`, TZ: 'UTC' } });
	assert.equal(run.stderr, '');
	assert.equal(run.status, 0, run.stdout);
	return stack.sql(`SELECT a.username, m.kind, m.detail FROM message m JOIN account a ON a.id = m.account_id WHERE m.assessment_id = ${id} ORDER BY m.id`);
};
const told = (day, who) => at(day).filter((row) => row.username === who).map((row) => row.kind);

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
});
after(() => stack?.stop());
beforeEach(() => stack.sql(`DELETE FROM message; DELETE FROM reminder; DELETE FROM holiday; UPDATE account SET unread = 0;
	UPDATE cycle_step s JOIN cycle c ON c.id = s.cycle_id SET planned_from = '2031-01-06', planned_until = '${UNTIL}' WHERE c.state = 'open';
	UPDATE assessment SET state = 'draft', until_4 = NULL WHERE id = ${id}`));

describe('a deadline', () => {
	it('is told of three working days before, one before, and on the day; each once', () => {
		assert.deepEqual(told('2031-01-06', 'operator.satu'), []);
		for (const [day, count] of [['2031-01-07', 1], ['2031-01-07', 1], ['2031-01-08', 1], ['2031-01-09', 2], ['2031-01-10', 3], ['2031-01-10', 3]])
			assert.equal(told(day, 'operator.satu').length, count, day);
		assert.deepEqual(at('2031-01-10').filter((row) => row.username === 'operator.satu').map((row) => row.detail.match(/\((.*)\)/)[1]),
			['sisa 3 hari kerja', 'sisa 1 hari kerja', 'hari terakhir']);
		assert.equal(stack.sql("SELECT unread FROM account WHERE username = 'operator.satu'")[0].unread, '3');
	});

	it('of a holiday before it is told a day earlier', () => {
		stack.sql("INSERT INTO holiday (day, kind, name) VALUES ('2031-01-08', 'libur', 'Libur contoh')");
		assert.deepEqual(told('2031-01-06', 'operator.satu'), ['deadline_near']);
	});

	it('is told once whatever the clock does', () => {
		for (const day of ['2031-01-09', '2031-01-07', '2031-01-10', '2031-01-09', '2031-01-07', '2031-01-14', '2031-01-07', '2031-01-14'])
			at(day);
		const kinds = told('2031-01-14', 'operator.satu');
		assert.deepEqual(kinds.sort(), ['deadline_late', 'deadline_near', 'deadline_near', 'deadline_near']);
	});

	it('that is moved is another one', () => {
		at('2031-01-09');
		stack.sql("UPDATE cycle_step s JOIN cycle c ON c.id = s.cycle_id SET planned_until = '2031-01-13' WHERE c.state = 'open' AND s.step = 4");
		assert.equal(told('2031-01-10', 'operator.satu').length, 2);
	});

	it('of an agency that was given more time is the later day alone, and nobody else\u2019s', () => {
		stack.sql(`UPDATE assessment SET until_4 = '2031-01-17' WHERE id = ${id}`);
		assert.deepEqual(told('2031-01-13', 'operator.satu'), []);
		assert.deepEqual(told('2031-01-14', 'operator.satu'), ['deadline_near']);
		assert.match(at('2031-01-14')[0].detail, /paling lambat 17 Januari 2031 \(sisa 3 hari kerja\)/);
		assert.deepEqual(told('2031-01-20', 'operator.satu'), ['deadline_near', 'deadline_late']);
		stack.sql(`UPDATE assessment SET until_4 = '2031-01-03' WHERE id = ${id}; DELETE FROM message; DELETE FROM reminder`);
		assert.deepEqual(told('2031-01-09', 'operator.satu'), ['deadline_near'], 'the plan went further than that');
	});

	it('that has passed is told once, then the head and whoever leads the team', () => {
		stack.sql("UPDATE account SET leads = 1 WHERE username = 'verifikator'");
		assert.deepEqual(told('2031-01-11', 'operator.satu'), ['deadline_late']);
		assert.deepEqual(told('2031-01-13', 'verifikator'), []);
		assert.deepEqual(told('2031-01-14', 'kepala.satu'), ['deadline_late', 'escalated']);
		assert.deepEqual(told('2031-01-20', 'verifikator'), ['escalated_lead']);
		assert.deepEqual(told('2031-01-20', 'operator.satu'), ['deadline_late']);
	});

	it('is the team\u2019s once the assessment waits for it, but not of who works in the agency', () => {
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		assert.deepEqual(told('2031-01-10', 'verifikator'), ['deadline_near_team']);
		assert.deepEqual(told('2031-01-10', 'verifikator.satu'), []);
		assert.deepEqual(told('2031-01-10', 'operator.satu'), []);
	});
});
