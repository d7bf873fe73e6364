// SPDX-License-Identifier: ISC
//
// Matang on a Galera cluster of three real nodes: one is killed while people work and comes back, the
// others are killed and come back. Nothing that was acknowledged is lost, nothing is stored twice, no
// row without its file, and whoever cannot be served is told so in words.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';
import { pause, startStack, until } from '../web/harness.mjs';
import { PROGRAMS } from '../web/programs.mjs';
import { openWorld, PDF } from '../web/world.mjs';
import { missing, startCluster } from './cluster.mjs';

const PASSWORD_OF_CLUSTER = 'contoh-gugus';
const WORDS_APART = /tidak terhubung satu sama lain/;

describe('a Galera cluster', { skip: missing }, () => {
	let stack, world, cluster, id, operator;

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
		await stack.down();
		cluster = await startCluster(path.join(stack.var, 'cluster'), path.join(stack.var, 'db'));
		assert.ok(cluster.ask(1, `CREATE USER cluster@'%' IDENTIFIED BY '${PASSWORD_OF_CLUSTER}'; GRANT ALL ON matang.* TO cluster@'%'`));
		await stack.up();
		const hosts = Object.values(cluster.ports).map(({ port }) => `127.0.0.1:${port}`).join(', ');
		writeFileSync(stack.config, readFileSync(stack.config, 'utf8').replace(/^db_(socket|user|password) .*\n/gm, '') +
			`db_host ${hosts}\ndb_user cluster\ndb_password ${PASSWORD_OF_CLUSTER}\n`);
		for (const program of PROGRAMS.map((one) => one.name ?? one).filter((name) => existsSync(path.join(stack.run, `${name}.pid`)))) {
			const old = stack.workers(program);
			process.kill(stack.pid(program), 'SIGHUP');
			await until(`workers of ${program}`, () => stack.workers(program).length === old.length && !stack.workers(program).some((pid) => old.includes(pid)));
		}
		operator = await world.as('operator.dkumkmp');
	});
	after(async () => {
		await cluster?.stop();
		await stack?.stop();
	});

	const sheet = (variable) => operator.get(`/questionnaire/${id}/${variable}`);
	const save = (page, text) => operator.submit(page, { level: 3, explanation: text }, { form: 'form[data-autosave]', follow: false });
	const stored = (node, variable) => cluster.ask(node, `SET SESSION wsrep_sync_wait = 1; SELECT n.explanation, n.version FROM answer n
		JOIN variable v ON v.id = n.variable_id WHERE n.assessment_id = ${id} AND v.number = ${variable}`)[0];
	const documents = (node) => cluster.ask(node, "SET SESSION wsrep_sync_wait = 1; SELECT d.title, COUNT(*), MIN(r.stored_name) FROM document d JOIN revision r ON r.document_id = d.id WHERE d.title LIKE 'Gugus%' GROUP BY d.title");
	const upload = async (title) => {
		const page = await operator.get('/upload/new');
		return page.status !== 200 ? page : operator.submit(page, { title, kind: 'laporan', file: { filename: `${title}.pdf`, type: 'application/pdf',
			content: Buffer.concat([PDF, Buffer.from(`\n% ${title}`)]) } }, { form: 'form[enctype]', follow: false });
	};

	it('stores at all nodes what is stored at one', async () => {
		assert.equal((await save(await sheet(1), 'Uraian pertama')).status, 303);
		for (const node of [1, 2, 3])
			assert.deepEqual(stored(node, 1), ['Uraian pertama', '2']);
		/* The same with a mark for each change, so that one can be asked for again. */
		assert.ok(Number(cluster.ask(3, 'SELECT COUNT(*) FROM change_mark')[0][0]) > 1);
	});

	it('loses a node while people work: what was acknowledged is there, once', async () => {
		const acknowledged = new Set(), answers = new Map();
		let stop = false, last = 0, refused = 0;

		const uploads = (async () => {
			for (let n = 0; !stop; n++) {
				const { status } = await upload(`Gugus ${n}`);
				if (status === 303)
					acknowledged.add(`Gugus ${n}`);
				else
					refused++;
				last = n;
			}
		})();
		const texts = [2, 3].map(async (variable) => {
			for (let n = 0; !stop; n++) {
				const page = await sheet(variable);
				const done = page.status === 200 ? await save(page, `Uraian ${n}`) : page;
				assert.ok([200, 303, 503].includes(done.status), `${done.status}: ${done.words()}`);
				if (done.status === 303)
					answers.set(variable, n);
			}
		});
		await pause(2_000);
		const before = acknowledged.size;
		cluster.kill(1);
		await pause(10_000);
		stop = true;
		await Promise.all([uploads, ...texts]);

		assert.ok(acknowledged.size > before, 'it went on');
		const found = new Map(documents(2).map(([title, count, name]) => [title, { count, name }]));
		for (const title of acknowledged)
			assert.equal(found.get(title)?.count, '1', title);
		for (const [title, { count, name }] of found) {
			assert.equal(count, '1', title);
			assert.ok(existsSync(path.join(stack.files, name)), `${title} has its file`);
		}
		for (const [variable, n] of answers)
			assert.ok(Number(stored(2, variable)[0].replace('Uraian ', '')) >= n, `variable ${variable}`);
		console.log(`# ${acknowledged.size} of ${last + 1} uploads acknowledged, ${refused} refused, ${found.size} stored`);
	});

	it('takes the node back', async () => {
		await cluster.rejoin(1);
		await until('three nodes', () => cluster.size(1) === 3, 30_000);
		assert.deepEqual(documents(1), documents(2));
		assert.equal((await save(await sheet(4), 'Sesudah kembali')).status, 303);
		assert.equal(stored(1, 4)[0], 'Sesudah kembali');
	});

	it('says that it has no quorum, keeps the text, and stores nothing later of what was refused', async () => {
		const page = await sheet(5);
		/* Whoever saves waits at a node for somebody's row, when the others go. */
		const [[host]] = [[1, 2, 3].map((node) => [node, cluster.ask(node, "SELECT COUNT(*) FROM information_schema.processlist WHERE user = 'cluster'")?.[0][0]])
			.sort((one, other) => other[1] - one[1])[0]];
		const rival = spawn('mariadb', ['--no-defaults', `--socket=${cluster.folder}/${host}.sock`, `--user=${stack.user}`, 'matang'], { stdio: ['pipe', 'ignore', 'ignore'] });
		rival.stdin.write(`START TRANSACTION; SELECT 1 FROM answer WHERE assessment_id = ${id} FOR UPDATE;\n`);
		await pause(500);
		const saving = save(page, 'Tidak tersimpan');
		await pause(500);
		for (const node of [1, 2, 3].filter((one) => one !== host))
			cluster.kill(node);
		const refused = await saving;
		assert.equal(refused.status, 503);
		assert.ok(refused.all('textarea').some((one) => one.textContent.trim() === 'Tidak tersimpan'), 'the text is there');
		rival.stdin.end();
		await until('no quorum', () => !cluster.primary(host), 30_000);
		const apart = await sheet(5);
		assert.equal(apart.status, 503);
		assert.match(apart.words(), WORDS_APART);
		assert.match((await save(page, 'Tidak tersimpan')).words(), WORDS_APART);

		for (const node of [1, 2, 3].filter((one) => one !== host))
			cluster.start(node);
		for (const node of [1, 2, 3])
			await cluster.up(node);
		assert.equal((await sheet(6)).status, 200);
		assert.equal((await save(await sheet(6), 'Sesudah kuorum')).status, 303);
		for (const node of [1, 2, 3]) {
			assert.equal(stored(node, 6)[0], 'Sesudah kuorum');
			assert.equal(stored(node, 5)[0], '', 'what was refused is not there');
		}
		assert.equal(stack.matang(['verify']).status, 0);
	});
});
