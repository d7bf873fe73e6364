// SPDX-License-Identifier: ISC
//
// Backup and recovery: everything is destroyed and comes back, here and on another host with another
// address; and what was spoiled on the way is told before anything is touched.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync,
	writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pause, ROOT, startStack, until } from '../web/harness.mjs';
import { needs } from '../web/needs.mjs';
import { PDF } from '../web/world.mjs';

needs('mariadb-dump', 'tar');

const files = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
	.filter((one) => one.isFile() && !one.name.startsWith('.')).map((one) => path.join(one.parentPath ?? one.path, one.name)).sort();
const hashes = (folder) => Object.fromEntries(files(folder).map((name) => [path.relative(folder, name),
	createHash('sha256').update(readFileSync(name)).digest('hex')]));

describe('backup and recovery', () => {
	let stack, scratch, folder, elsewhere, backed;
	const done = (run) => {
		assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
		return run.stdout;
	};
	const refused = (run, words) => {
		assert.equal(run.status, 1, `${run.stdout}${run.stderr}`);
		assert.match(run.stderr, words);
	};
	const snapshots = (where = folder) => readdirSync(path.join(where, 'snapshots')).sort();
	/* All rows of all tables, but of those that a sign-in changes, and of the command's own. */
	const content = (database = 'matang') => stack.sql(`SELECT table_name AS name FROM information_schema.tables
		WHERE table_schema = '${database}' AND table_name NOT RLIKE '_stamp$|^(session|throttle|event_log|migration|change_mark)$'
		ORDER BY 1`).map(({ name }) => `${name} ${createHash('sha256').update(JSON.stringify(
		stack.sql(`SELECT * FROM ${database}.${name} ORDER BY 1, 2`))).digest('hex')}`).join('\n');
	const other = () => ({ ...process.env, MATANG_CONFIG: elsewhere });
	const matangElsewhere = (...args) => spawnSync(path.join(stack.build, 'bin/matang'), args, { encoding: 'utf8', env: other() });

	before(async () => {
		stack = await startStack({ data: true });
		scratch = mkdtempSync(path.join(tmpdir(), 'matang-backup-'));
		folder = path.join(scratch, 'cadangan');
		/* Another host: another database, another folder, another address. */
		stack.sql('CREATE DATABASE pulih CHARACTER SET utf8mb4; GRANT ALL ON pulih.* TO matang@localhost');
		mkdirSync(path.join(scratch, 'files'), { mode: 0o700 });
		elsewhere = path.join(scratch, 'elsewhere.conf');
		writeFileSync(elsewhere, `${readFileSync(stack.config, 'utf8')}base_path /kematangan\nsite_address http://127.0.0.1:9\n` +
			`db_name pulih\nfiles_dir ${path.join(scratch, 'files')}\n`, { mode: 0o600 });
	});
	after(async () => {
		await stack?.stop();
		rmSync(scratch, { recursive: true, force: true });
	});

	test('is made while people upload and save, and is consistent', async () => {
		const me = await stack.signedIn({ role: 'operator' });
		let going = true, saved = 0;
		const busy = (async () => {
			while (going) {
				const page = await me.get('/upload/new', { follow: true });
				if (page.one('form input[type=file]'))
					saved++;
				stack.sql('UPDATE account SET version = version + 1');
				await pause(20);
			}
		})().catch(() => {});
		const child = spawn(path.join(stack.build, 'bin/matang'), ['backup', folder], { env: { ...process.env, MATANG_CONFIG: stack.config } });
		let said = '';
		child.stdout.on('data', (bytes) => said += bytes);
		child.stderr.on('data', (bytes) => said += bytes);
		const status = await new Promise((resolve) => child.on('exit', resolve));
		going = false;
		await busy;
		assert.equal(status, 0, said);
		assert.match(said, /^snapshot \d{8}T\d{6}Z: the database and \d+ files/);
		assert.match(done(stack.matang(['restore', folder, '--check'])), /all good/);
	});

	test('does not write again what is there', async () => {
		const before = files(path.join(folder, 'objects')).length;
		await pause(1100);
		const said = done(stack.matang(['backup', folder]));
		assert.ok(files(path.join(folder, 'objects')).length - before <= 1, 'the dump at most');
		assert.match(said, /[1-9]\d* there already/);
		assert.equal(snapshots().length, 2);
		assert.equal(done(stack.matang(['restore', folder, '--list'])).trim().split('\n').length, 2);
	});

	test('everything is destroyed, and comes back', () => {
		backed = content();
		const was = { content: backed, files: hashes(stack.files) };
		refused(stack.matang(['restore', folder]), /tables in the database already; --replace/);
		assert.equal(content(), was.content, 'nothing was touched');
		stack.sql('SET FOREIGN_KEY_CHECKS = 0; DROP TABLE revision, document, account, answer, assessment');
		for (const name of readdirSync(stack.files))
			rmSync(path.join(stack.files, name), { recursive: true });
		assert.match(done(stack.matang(['restore', folder, '--replace'])), /restored: the database and \d+ files/);
		assert.equal(content(), was.content);
		const now = hashes(stack.files);
		for (const [name, hash] of Object.entries(was.files).filter(([name]) => !/^(staged|arriving)/.test(name)))
			assert.equal(now[name], hash, name);
		assert.match(done(stack.matang(['verify'])), /no problem/);
	});

	test('a stored file that was spoiled and kept its length is put back as well', () => {
		const [{ stored_name: name }] = stack.sql('SELECT stored_name FROM revision ORDER BY id LIMIT 1');
		const place = path.join(stack.files, name), bytes = readFileSync(place), mode = statSync(place).mode;
		rmSync(place);
		writeFileSync(place, Buffer.alloc(bytes.length, 'x'), { mode });
		done(stack.matang(['restore', folder, '--replace']));
		assert.deepEqual(readFileSync(place), bytes);
	});

	test('people go on where they were', async () => {
		const me = await stack.signedIn({ role: 'admin' });
		assert.equal((await me.get('/cycle/', { follow: true })).status, 200);
	});

	test('comes back on another host, at another address', () => {
		const said = matangElsewhere('restore', folder);
		assert.equal(said.status, 0, said.stderr);
		assert.match(said.stdout, /lead to http:\/\/127\.0\.0\.1:\d+\/matang: name it in site_also/);
		assert.equal(content('pulih'), backed);
		assert.match(matangElsewhere('verify').stdout, /no problem/);
	});

	test('of an earlier release it is brought up to this one', () => {
		/* One below, and one without the tables that came to name files since. */
		for (const to of [[], ['--to', '40']]) {
			done(stack.matang(['migrate', '--reverse', ...to, '--lose', 'everything']));
			const level = stack.sql('SELECT MAX(number) AS level FROM migration')[0].level;
			const early = path.join(scratch, `lama-${level}`);
			done(stack.matang(['backup', early]));
			done(stack.matang(['migrate']));
			const said = matangElsewhere('restore', early, '--replace');
			assert.equal(said.status, 0, said.stderr);
			assert.ok(Number(stack.sql('SELECT MAX(number) AS level FROM pulih.migration')[0].level) > Number(level));
		}
	});

	test('what was spoiled is told, and nothing is touched', () => {
		const was = content('pulih');
		const object = files(path.join(folder, 'objects')).find((name) => statSync(name).size > 100 && statSync(name).size < 100_000);
		const bytes = readFileSync(object);
		appendFileSync(object, 'x');
		refused(matangElsewhere('restore', folder, '--replace'), /its content is not what its name says/);
		rmSync(object);
		refused(matangElsewhere('restore', folder, '--replace'), /No such file.*nothing was changed/s);
		assert.equal(content('pulih'), was);
		writeFileSync(object, bytes);
		const list = path.join(folder, 'snapshots', snapshots().at(-1));
		const text = readFileSync(list, 'utf8');
		writeFileSync(list, text.replace(/^end .*\n/m, ''));
		refused(matangElsewhere('restore', folder, '--replace'), /is not whole/);
		writeFileSync(list, text.replace(/^(file \S+ \d+) \S+/m, '$1 ../../etc/passwd'));
		refused(matangElsewhere('restore', folder, '--replace'), /is not one of this release/);
		writeFileSync(list, text);
	});

	test('a stored file that changed is told and named, and the rest is backed up', () => {
		const [{ stored_name: name }] = stack.sql('SELECT stored_name FROM revision ORDER BY id LIMIT 1');
		const place = path.join(stack.files, name), bytes = readFileSync(place);
		writeFileSync(place, 'lain');
		const spoiled = path.join(scratch, 'rusak');
		refused(stack.matang(['backup', spoiled]), new RegExp(`file ${name} is not what it was when it came`));
		writeFileSync(place, bytes);
		assert.match(readFileSync(path.join(spoiled, 'snapshots', snapshots(spoiled)[0]), 'utf8'), new RegExp(`^damaged .* ${name}$`, 'm'));
		assert.match(done(stack.matang(['restore', spoiled, '--check'])), /all good/);
	});

	test('a file that was damaged by then comes back, where an earlier backup has kept it', async () => {
		const [{ stored_name: name }] = stack.sql('SELECT stored_name FROM revision ORDER BY id LIMIT 1');
		const place = path.join(stack.files, name), bytes = readFileSync(place);
		const both = path.join(scratch, 'dua');
		done(stack.matang(['backup', both]));
		for (const spoiled of [Buffer.from('lain'), Buffer.alloc(bytes.length, 'x'), null]) {
			rmSync(place, { force: true });
			if (spoiled)
				writeFileSync(place, spoiled, { mode: 0o600 });
			await pause(1100);
			refused(stack.matang(['backup', both]), new RegExp(`file ${name} `));
			const said = stack.matang(['restore', both, '--replace']);
			assert.match(done(said), /all good[^]*restored: the database and \d+ files/);
			assert.match(said.stderr, new RegExp(`file ${name} was damaged .*; an earlier one has it`));
			assert.deepEqual(readFileSync(place), bytes);
		}
		/* Where none has, the others come back, and it is told which does not. */
		const alone = path.join(scratch, 'satu');
		const hash = createHash('sha256').update(bytes).digest('hex');
		stack.sql(`UPDATE revision SET sha256 = UNHEX(SHA2('lain', 256)) WHERE stored_name = '${name}'`);
		refused(stack.matang(['backup', alone]), new RegExp(`file ${name} `));
		const said = stack.matang(['restore', alone, '--replace']);
		assert.match(done(said), /all good but for those named above/);
		assert.match(said.stderr, new RegExp(`file ${name} was damaged .*, and no earlier one has it`));
		assert.deepEqual(readFileSync(place), bytes, 'left as it is');
		stack.sql(`UPDATE revision SET sha256 = UNHEX('${hash}') WHERE stored_name = '${name}'`);
	});

	test('the last copy of a file that was spoiled since is not forgotten', async () => {
		const [{ stored_name: name }] = stack.sql('SELECT stored_name FROM revision ORDER BY id LIMIT 1');
		const place = path.join(stack.files, name), bytes = readFileSync(place), kept = path.join(scratch, 'terakhir');
		done(stack.matang(['backup', kept]));
		writeFileSync(place, 'lain');
		await pause(1100);
		refused(stack.matang(['backup', kept, '--keep', '1']), /is not what it was when it came/);
		writeFileSync(place, bytes);
		assert.equal(snapshots(kept).length, 1);
		const hash = createHash('sha256').update(bytes).digest('hex');
		assert.ok(files(path.join(kept, 'objects')).some((one) => one.endsWith(hash)));
	});

	test('old snapshots are forgotten, and what only they needed', async () => {
		await pause(1100);
		assert.match(done(stack.matang(['backup', folder, '--keep', '1'])), /forgotten/);
		assert.equal(snapshots().length, 1);
		assert.match(done(stack.matang(['restore', folder, '--check'])), /all good/);
		/* One that nobody names goes, what is named stays. */
		const needed = readFileSync(path.join(folder, 'snapshots', snapshots()[0]), 'utf8').match(/^(file|dump) \S+/gm)
			.map((line) => line.split(' ')[1]);
		assert.deepEqual(new Set(files(path.join(folder, 'objects')).map((name) => path.basename(name))), new Set(needed));
	});

	test('as an archive for another program, with the same in it', () => {
		const archive = path.join(scratch, 'a.tar'), unpacked = path.join(scratch, 'unpacked');
		const out = openSync(archive, 'w', 0o600);
		const run = spawnSync(path.join(stack.build, 'bin/matang'), ['backup', '-'], { stdio: ['ignore', out, 'pipe'],
			env: { ...process.env, MATANG_CONFIG: stack.config } });
		closeSync(out);
		assert.equal(run.status, 0, String(run.stderr));
		mkdirSync(unpacked);
		assert.equal(spawnSync('tar', ['-xf', archive, '-C', unpacked]).status, 0);
		assert.match(done(stack.matang(['restore', unpacked, '--check'])), /all good/);
	});

	test('sealed, nobody reads it without the key, and it opens with it', () => {
		const key = path.join(scratch, 'backup.key'), sealed = path.join(scratch, 'tertutup');
		for (const config of [stack.config, elsewhere])
			appendFileSync(config, `backup_key ${key}\n`);
		done(stack.matang(['make-backup-key']));
		assert.match(done(stack.matang(['backup', sealed])), /; sealed/);
		const all = Buffer.concat(files(sealed).map((name) => readFileSync(name)));
		for (const words of ['CREATE TABLE', '%PDF', 'matang-backup', 'Dinas'])
			assert.ok(!all.includes(words), words);
		const known = createHash('sha256').update(PDF).digest('hex');
		assert.ok(!files(sealed).some((name) => name.includes(known)), 'names tell nothing of the content');
		assert.equal(matangElsewhere('restore', sealed, '--replace').status, 0);
		assert.equal(content('pulih'), content());
		const big = files(path.join(sealed, 'objects')).sort((a, b) => statSync(b).size - statSync(a).size)[0];
		const bytes = readFileSync(big);
		for (const spoiled of [bytes.subarray(0, bytes.length - 40), Buffer.concat([bytes.subarray(0, 32), bytes.subarray(32 + 65553)]),
			Buffer.concat([bytes, bytes.subarray(0, 20)])]) {
			writeFileSync(big, spoiled);
			refused(matangElsewhere('restore', sealed, '--check'), /changed or cut off|follows its end/);
		}
		writeFileSync(big, bytes);
		rmSync(key);
		done(stack.matang(['make-backup-key']));
		refused(matangElsewhere('restore', sealed, '--check'), /sealed by another key|cut off|not sealed by the key/);
	});

	test('two runs at once do not meet in one folder', () => {
		const holder = spawnSync('flock', [path.join(folder, 'lock'), path.join(stack.build, 'bin/matang'), 'backup', folder],
			{ encoding: 'utf8', env: { ...process.env, MATANG_CONFIG: stack.config } });
		assert.equal(holder.status, 1);
		assert.match(holder.stderr, /another run is at work in it/);
		assert.ok(existsSync(folder));
		chmodSync(folder, 0o700);
	});

	test('the drill: what was changed after the backup comes back from the binary log', async () => {
		const place = mkdtempSync(path.join(tmpdir(), 'matang-drill-')), user = userInfo().username;
		const socket = path.join(place, 'sql.sock'), config = path.join(place, 'matang.conf');
		const options = ['--no-defaults', `--user=${user}`, `--datadir=${place}/db`];
		const client = ['--no-defaults', `--socket=${socket}`, `--user=${user}`];
		const sql = (text) => spawnSync('mariadb', [...client, '-N', 'matang'], { input: text, encoding: 'utf8' });
		const matang = (...args) => spawnSync(path.join(stack.build, 'bin/matang'), args, { encoding: 'utf8',
			env: { ...process.env, MATANG_CONFIG: config } });

		mkdirSync(path.join(place, 'files'), { mode: 0o700 });
		assert.equal(spawnSync('mariadb-install-db', [...options, '--force', '--skip-test-db', '--auth-root-authentication-method=socket',
			`--auth-root-socket-user=${user}`]).status, 0);
		const server = spawn('mariadbd', [...options, `--socket=${socket}`, '--skip-networking', `--log-bin=${place}/log`, '--server-id=1'],
			{ stdio: 'ignore' });
		try {
			await until('the database', () => spawnSync('mariadb', [...client, '-e', 'DO 0']).status === 0, 60_000);
			spawnSync('mariadb', [...client, '-e', 'CREATE DATABASE matang CHARACTER SET utf8mb4']);
			writeFileSync(config, ['base_path /matang', 'site_address http://localhost', `templates_dir ${ROOT}/templates`, `sql_dir ${ROOT}/sql`,
				`files_dir ${place}/files`, `db_socket ${socket}`, 'db_name matang', `db_user ${user}`, 'secure_cookie no', ''].join('\n'));
			done(matang('migrate'));
			done(matang('setting', 'session_hours', '7'));
			done(matang('backup', path.join(place, 'cadangan'), '--binary-log'));
			done(matang('setting', 'session_hours', '9'));
			await pause(2100);
			const accident = new Date(Date.now() - 1000).toISOString().slice(0, 19).replace('T', ' ');
			assert.equal(sql('SET FOREIGN_KEY_CHECKS = 0; DROP TABLE setting, account').status, 0);
			/* As the guide has it. What comes after the accident stays out. */
			const said = done(matang('restore', path.join(place, 'cadangan'), '--replace'));
			assert.match(done(matang('setting')), /session_hours +7/);
			const [, log, position] = said.match(/binary log from MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\d+)/);
			const replay = spawnSync('mariadb-binlog', ['--no-defaults', `--start-position=${position}`, `--stop-datetime=${accident}`,
				path.join(place, log)], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' }, maxBuffer: 1 << 28 });
			assert.equal(replay.status, 0, replay.stderr);
			assert.equal(sql(replay.stdout).status, 0);
			done(matang('migrate'));
			assert.match(done(matang('setting')), /session_hours +9/);
		} finally {
			server.kill('SIGTERM');
			await new Promise((resolve) => server.once('exit', resolve));
			rmSync(place, { recursive: true, force: true });
		}
	});
});
