// SPDX-License-Identifier: ISC
//
// How much one account may ask for in an hour: several processes count together, the page says when to
// go on, what was typed is not lost, nobody else is held, and a bureau at work never meets it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld, PDF } from './world.mjs';

const KINDS = ['uploads_per_hour', 'papers_per_hour', 'exports_per_hour', 'zips_per_hour'];

describe('the allowance of an account', () => {
	let stack, world, operator, verifier, id;

	before(async () => {
		stack = await startStack({ workers: 4 });
		world = openWorld(stack);
		operator = await world.as('operator.dkumkmp');
		verifier = await world.as('verifikator');
		id = world.assessment('DKUMKMP');
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
	});
	after(() => stack?.stop());
	beforeEach(() => stack.sql('DELETE FROM allowance; DELETE FROM setting WHERE name LIKE \'%_per_hour\''));

	const allow = (name, number) => stack.sql(`INSERT INTO setting (name, value) VALUES ('${name}', '${number}')`);
	const account = (name) => stack.sql(`SELECT id FROM account WHERE username = '${name}'`)[0].id;
	const history = (who) => who.get('/report/history/table.csv');
	const later = (seconds) => stack.sql(`UPDATE allowance SET spent_until = spent_until - INTERVAL ${seconds} SECOND`);

	it('ends with a page that says when to go on, and holds nobody else', async () => {
		allow('exports_per_hour', 10);
		for (let at = 0; at < 10; at++)
			assert.equal((await history(verifier)).status, 200);
		const page = await history(verifier);
		assert.equal(page.status, 429);
		assert.match(page.words(), /sudah meminta 10 ekspor dalam satu jam.*Lanjutkan 6 menit lagi/);
		assert.ok(Number(page.headers['retry-after']) > 300 && Number(page.headers['retry-after']) <= 360, page.headers['retry-after']);
		assert.equal((await history(operator)).status, 200);
		assert.equal((await verifier.get(`/verify/${id}/`)).status, 200);

		/* one is granted again after its share of the hour, all after the hour */
		later(361);
		assert.equal((await history(verifier)).status, 200);
		assert.equal((await history(verifier)).status, 429);
		later(3600);
		for (let at = 0; at < 10; at++)
			assert.equal((await history(verifier)).status, 200);
	});

	it('counts every list that is sent as a file', () => {
		const lists = readFileSync('tests/golden/routes.txt', 'utf8').split('\n')
			.filter((route) => route.includes('/table.*'));
		assert.ok(lists.length > 20);
		assert.deepEqual(lists.filter((route) => !route.includes('EXPORTS')), []);
	});

	it('is counted by all processes together', async () => {
		allow('exports_per_hour', 10);
		const answers = await Promise.all(Array.from({ length: 30 }, () => history(verifier)));
		assert.equal(answers.filter((page) => page.status === 429).length, 20, answers.map((page) => page.status).join());
	});

	it('of uploads is told before the file is kept, with what was typed', async () => {
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		allow('uploads_per_hour', 10);
		const page = await operator.get('/upload/new');
		stack.sql(`INSERT INTO allowance SELECT id, 'upload', UTC_TIMESTAMP(6) + INTERVAL 1 HOUR FROM account WHERE username = 'operator.dkumkmp'`);
		const refused = await operator.submit(page, { kind: 'laporan', title: 'Laporan kinerja contoh', file: { filename: 'a.pdf', content: PDF } });
		assert.equal(refused.status, 429);
		assert.match(refused.words(), /10 unggahan dalam satu jam/);
		assert.match(refused.text, /Laporan kinerja contoh/);
		const tus = await operator.request('POST', '/upload/files', { headers: { 'tus-resumable': '1.0.0', 'upload-length': '100',
			'x-csrf-token': operator.csrf(page), 'upload-metadata': 'filename YS5wZGY=,kind bGFwb3Jhbg==' } });
		assert.equal(tus.status, 429);
		assert.match(tus.text, /Lanjutkan \d+ menit lagi/);
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM document')[0].n, '0');
	});

	it('of papers too', async () => {
		allow('papers_per_hour', 10);
		const answers = [];
		for (let at = 0; at < 11; at++)
			answers.push((await verifier.get(`/paper/agency/${id}/blank/pdf`)).status);
		assert.deepEqual(answers, [...Array(10).fill(200), 429]);
	});

	it('is met by no honest work: a bureau packs, prints and exports for forty agencies at once', async () => {
		/* as set out of the box; each agency's eleven ZIPs, two dozen papers and five lists within an hour */
		const done = [['zip', 40 * 11], ['paper', 40 * 24], ['export', 40 * 5]];
		for (const [kind, count] of done) {
			const each = { zip: 500, paper: 1000, export: 400 }[kind];
			stack.sql(`INSERT INTO allowance VALUES (${account('verifikator')}, '${kind}',
				UTC_TIMESTAMP(6) + INTERVAL ${Math.round(count * 3600e6 / each)} MICROSECOND)`);
		}
		assert.equal((await history(verifier)).status, 200);
		assert.equal((await verifier.get(`/upload/zip/${id}/1`)).status, 200);
		assert.equal((await verifier.get(`/paper/agency/${id}/blank/pdf`)).status, 200);
	});

	it('is a setting of each', async () => {
		const run = stack.matang(['setting']);
		for (const name of KINDS)
			assert.match(run.stdout, new RegExp(`${name}\\s+\\d+`));
	});

	it('stops no reading where the database takes no rows', async () => {
		stack.sql('SET GLOBAL read_only = 1');
		try {
			assert.equal((await history(verifier)).status, 200);
		} finally {
			stack.sql('SET GLOBAL read_only = 0');
		}
	});
});
