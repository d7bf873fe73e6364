// SPDX-License-Identifier: ISC
//
// A user of the database for each program, with the rights that deploy/grants reads from its named SQL:
// all that people do is done with them, and what no statement does is refused by the database itself.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { behindOne, startStack } from './harness.mjs';
import { PROGRAMS } from './programs.mjs';
import { openWorld, PDF } from './world.mjs';

describe('a user for each program', behindOne, () => {
	let stack, world, id;

	before(async () => {
		stack = await startStack({ env: { MATANG_DB_EACH: 'yes' } });
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
	});
	after(() => stack?.stop());

	it('does what people do', async () => {
		const operator = await world.as('operator.dkumkmp');
		const sheet = await operator.get(`/questionnaire/${id}/1`);
		assert.equal((await operator.submit(sheet, { level: 3, explanation: 'Uraian' }, { form: 'form[data-autosave]', follow: false })).status, 303);
		assert.equal((await operator.submit(await operator.get('/upload/new'), { title: 'Laporan contoh', kind: 'laporan',
			file: { filename: 'a.pdf', type: 'application/pdf', content: PDF } }, { form: 'form[enctype]', follow: false })).status, 303);
		world.finish(id);
		const head = await world.as('kepala.dkumkmp');
		assert.equal((await head.submit(await head.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]', follow: false })).status, 303);
		const admin = await world.as('admin');
		for (const page of ['/cycle/', '/cycle/accounts', '/cycle/settings', '/exchange/', '/exchange/peers', '/cycle/accounts/table.xlsx?region=2'])
			assert.equal((await admin.get(page)).status, 200, page);
		const team = await world.as('verifikator');
		for (const page of ['/verify/', '/report/', '/paper/', '/schedule/', '/portal/'])
			assert.ok((await team.get(page)).status < 400, page);
	});

	it('may do nothing else', () => {
		const password = /^db_password (.*)$/m.exec(readFileSync(stack.config, 'utf8'))[1];
		const may = (program, sql) => spawnSync('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=matang_${program}`,
			`--password=${password}`, 'matang', '-e', `START TRANSACTION; ${sql}; ROLLBACK`], { encoding: 'utf8' });

		assert.equal(may('portal', 'SELECT 1 FROM answer LIMIT 1').status, 0);
		for (const program of PROGRAMS)
			for (const sql of ["UPDATE history SET reason = ''", 'DELETE FROM account', 'DROP TABLE answer', 'CREATE TABLE x (a INT)'])
				assert.match(may(program, sql).stderr, /ERROR 1(142|044|227|143)/, `${program}: ${sql}`);
		for (const sql of ["UPDATE answer SET explanation = ''", 'UPDATE account SET role = role', 'DELETE FROM document', 'INSERT INTO history SELECT * FROM history'])
			assert.match(may('portal', sql).stderr, /ERROR 1142/, sql);
	});
});
