// SPDX-License-Identifier: ISC
//
// A region of 409 agencies. What counts rows is no status: where the one became the other, the 409
// agencies of a region were somebody else's change, and 404 rows were a page that is not there.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const MANY = 409;
describe('a region of many agencies', () => {
	let stack, world, admin, verifier;
	const count = (query) => Number(stack.sql(`SELECT COUNT(*) AS n FROM ${query}`)[0].n);

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		stack.sql(`INSERT INTO agency (region_id, name, short_name)
			SELECT 3, CONCAT('Dinas contoh ', seq), CONCAT('Contoh', seq) FROM seq_2_to_${MANY};
			INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state)
			SELECT 9, 3, instrument_id, 2031, 0, '2031-02-03', 'draft' FROM cycle WHERE id = 2;
			INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
			SELECT 9, step, working_days, planned_from, planned_until FROM cycle_step WHERE cycle_id = 2;`);
		assert.equal(count('agency WHERE region_id = 3'), MANY);
		admin = await world.as('admin');
		verifier = await world.as('verifikator.kutim');
	});
	after(() => stack?.stop());

	it('has a cycle opened for each of them', async () => {
		const page = await admin.get('/cycle/cycles/9/open');
		const opened = await admin.submit(page, page.one('[name=sure]') ? { sure: '1' } : {}, { follow: false });
		assert.equal(opened.status, 303);
		assert.equal(count('assessment WHERE cycle_id = 9'), MANY);
		assert.equal(count('answer w JOIN assessment a ON a.id = w.assessment_id WHERE a.cycle_id = 9'), MANY * 11);
		assert.equal(stack.sql('SELECT state FROM cycle WHERE id = 9')[0].state, 'open');
	});

	it('is told as one', async () => {
		const page = await verifier.get('/cycle/notice/9');
		assert.equal(page.status, 200);
		const ids = stack.sql('SELECT id FROM assessment WHERE cycle_id = 9').map((row) => row.id);
		const told = await verifier.post('/cycle/notice/9/notified', [['csrf', verifier.csrf(page)], ['how', 'Rapat'],
			['detail', 'Rapat contoh'], ...ids.map((id) => [`notified-${id}`, '1'])]);
		assert.equal(told.status, 303, told.text);
		assert.equal(count("assessment WHERE cycle_id = 9 AND notified_at IS NOT NULL"), MANY);
	});

	for (const [who, address] of [
		['admin', '/cycle/agencies?region=3'], ['admin', '/cycle/agencies/table.xlsx?region=3'], ['admin', '/cycle/cycles/9'],
		['admin', '/cycle/accounts/bulk?region=3'], ['admin', '/cycle/accounts/import/example?region=3'],
		['verifikator.kutim', '/cycle/notice/9'], ['verifikator.kutim', '/verify/?year=2031'],
		['verifikator.kutim', '/verify/checklist?year=2031'], ['verifikator.kutim', '/report/region/9'],
		['verifikator.kutim', '/report/region/9/gaps'], ['verifikator.kutim', '/paper/cycle/9']])
		it(`has ${address}`, async () => {
			const page = await (await world.as(who)).get(address);
			assert.equal(page.status, 200, page.text.slice(0, 500));
		});

	it('is printed with all of them', async () => {
		const page = await verifier.get('/paper/cycle/9');
		const issued = await verifier.post('/paper/cycle/9/issue', { csrf: verifier.csrf(page), kind: 'recap' });
		assert.equal(issued.status, 303, issued.text);
		const paper = await verifier.get(issued.location.replace(/^\/matang/, ''));
		assert.equal(paper.status, 200);
		assert.equal(paper.text.match(/Dinas contoh \d+</g)?.length > MANY - 2, true);
	});
});
