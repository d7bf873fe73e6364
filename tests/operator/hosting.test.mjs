// SPDX-License-Identifier: ISC
//
// Shared hosting as a customer has it: an Apache that is the company's, of which he decides nothing but
// the .htaccess; a database that the panel has made; and the ZIP, unpacked. The set-up in the browser does
// the rest.
//
//	MATANG_TEST_CHROOT   a Debian of another release with apache2 and mariadb-server in it, made by
//	                     debootstrap: Apache and MariaDB are started there, and the programs by them

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync,
	writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from '../web/client.mjs';
import { freePort, ROOT, until } from '../web/harness.mjs';
import { needs } from '../web/needs.mjs';

needs('unzip', 'mariadb-dump', 'python3');

const CHROOT = process.env.MATANG_TEST_CHROOT ?? '';
const BUILD = process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build');
const MAX_BYTES = 12 * 1024 * 1024;
const CODE = 'kode-buatan-saya-2026';
const PASSWORD = 'kapal layar biru di teluk';
const AS_ROOT = process.getuid() === 0;
const CUSTOMER = AS_ROOT ? 'www-data' : userInfo().username;

const APACHE = ({ place, port, root }) => `
DefaultRuntimeDir ${place}/run
PidFile ${place}/run/httpd.pid
ServerName localhost
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'setenvif', 'env', 'headers', 'filter', 'deflate', 'rewrite', 'cgid']
		.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
User ${CUSTOMER}
Group ${AS_ROOT ? 'www-data' : '#-1'}
ErrorLog ${place}/run/error.log
TypesConfig /etc/mime.types
ScriptSock ${place}/run/cgid.sock
<Directory />
	AllowOverride None
	Require all denied
</Directory>
DocumentRoot ${root}
<Directory ${root}>
	AllowOverride FileInfo Options Limit AuthConfig
	Require all granted
</Directory>`;

describe('shared hosting', { skip: process.env.MATANG_TEST_SERVER === 'apache' && 'the same' }, () => {
	const children = [];
	let outside, place, root, site, socket, me, stranger;

	/* As the host itself would run it. */
	const inside = (command, ...words) => CHROOT ? ['chroot', CHROOT, command, ...words] : [command, ...words];
	const start = (...words) => {
		const child = spawn(words[0], words.slice(1), { stdio: 'ignore' });
		children.push(child);
		return child;
	};
	const run = (input, ...words) => spawnSync(words[0], words.slice(1), { encoding: 'utf8', input });
	const sql = (text, database = '') => {
		const client = inside('mariadb', '--no-defaults', `--socket=${socket}`, `--user=${userInfo().username}`, '-N', database);
		const done = run(text, ...client.filter(Boolean));
		assert.equal(done.status, 0, done.stderr);
		return done.stdout.trim();
	};
	const file = (name) => path.join(outside, 'public_html/matang', name);
	const errors = () => readFileSync(path.join(outside, 'run/error.log'), 'utf8');

	before(async () => {
		const made = run('', 'make', '-s', '-C', ROOT, `BUILD=${BUILD}`, 'dist-hosting');
		assert.equal(made.status, 0, made.stderr);
		const zip = made.stdout.trim().split('\n').at(-1);
		outside = mkdtempSync(path.join(CHROOT ? path.join(CHROOT, 'tmp') : tmpdir(), 'matang-host-'));
		chmodSync(outside, 0o755);
		place = CHROOT ? outside.slice(CHROOT.replace(/\/$/, '').length) : outside;
		root = `${place}/public_html`;
		socket = `${place}/run/sql.sock`;
		for (const folder of ['run', 'db', 'tmp', 'public_html'])
			mkdirSync(path.join(outside, folder));
		assert.equal(run('', 'unzip', '-q', zip, '-d', path.join(outside, 'public_html')).status, 0);
		site = { port: await freePort() };
		const user = userInfo().username;
		const options = ['--no-defaults', `--user=${user}`, `--datadir=${place}/db`, `--tmpdir=${place}/tmp`];
		const made2 = run('', ...inside('mariadb-install-db', ...options, '--force', '--skip-test-db',
			'--auth-root-authentication-method=socket', `--auth-root-socket-user=${user}`));
		assert.equal(made2.status, 0, made2.stderr);
		start(...inside('mariadbd', ...options, `--socket=${socket}`, '--skip-networking', `--pid-file=${place}/run/sql.pid`));
		await until('the database', () => run('DO 0', ...inside('mariadb', '--no-defaults', `--socket=${socket}`, `--user=${user}`))
			.status === 0, 60_000);
		/* What a panel gives: one database, one user. */
		sql(`CREATE DATABASE u12_matang CHARACTER SET utf8mb4; CREATE USER u12_matang@localhost IDENTIFIED BY 'rahasia#1 x';
			GRANT ALL ON u12_matang.* TO u12_matang@localhost; GRANT ALL ON u12_other.* TO u12_matang@localhost`);
		writeFileSync(path.join(outside, 'run/apache.conf'), APACHE({ place, port: site.port, root }));
		if (AS_ROOT) {
			const { stdout } = run('', ...inside('id', '-u', CUSTOMER));
			run('', 'chown', '-R', stdout.trim(), path.join(outside, 'public_html'), outside);
			run('', 'chown', '-R', '0', path.join(outside, 'db'), path.join(outside, 'tmp'), path.join(outside, 'run'));
			chmodSync(path.join(outside, 'run'), 0o755);
		}
		start(...inside('apache2', '-f', `${place}/run/apache.conf`, '-D', 'FOREGROUND'));
		me = new Client(`http://127.0.0.1:${site.port}/matang`);
		stranger = new Client(`http://127.0.0.1:${site.port}/matang`);
		await until('Apache', () => me.get('/assets/current').then((page) => page.status === 200, () => false), 60_000);
	});
	after(async () => {
		for (const child of children.reverse()) {
			child.kill('SIGTERM');
			await new Promise((done) => child.exitCode !== null ? done() : child.once('exit', done));
		}
		if (!process.env.MATANG_TEST_KEEP && outside)
			rmSync(outside, { recursive: true, force: true });
	});

	const answer = async (values, action) => me.submit(await me.get('/setup/'), values, { form: `form[action$="/setup/${action}"]` });
	const database = { code: CODE, get host() { return socket; }, name: 'u12_matang', user: 'u12_matang', db_password: 'rahasia#1 x' };

	test('the ZIP has one program of at most 12 MB that needs no library', () => {
		assert.ok(statSync(file('matang.cgi')).size <= MAX_BYTES);
		assert.match(run('', 'ldd', file('matang.cgi')).stdout + run('', 'ldd', file('matang.cgi')).stderr,
			/not a dynamic executable|statically linked/);
		/* FTP knows no links, and nothing but the program has to be executable. */
		assert.ok(!readdirSync(file('private')).some((name) => lstatSync(file(`private/${name}`)).isSymbolicLink()));
	});

	test('nobody fetches what is private', async () => {
		for (const name of ['private/', 'private/matang.sql', 'private/terbuka.png', 'private/templates/layout.cs', '.htaccess',
			'private/.htaccess', 'private/matang.conf'])
			assert.equal((await me.get(`/${name}`)).status, 403, name);
	});

	test('whoever comes first is led to the set-up, which says what the host has', async () => {
		for (const address of ['/', '/portal/', '/account/']) {
			const page = await me.get(address, { follow: true });
			assert.equal(page.heading, 'Penyiapan Matang', address);
		}
		const words = (await me.get('/setup/')).words();
		assert.match(words, /Sambungan terenkripsi \(HTTPS\) ?Boleh tanpa ini/);
		assert.match(words, /Berkas dari paket ZIP ?Baik/);
		assert.match(words, /Pengenal jenis berkas ?Baik/);
		assert.match(words, /Tempat data dukung ?Baik\. ?Folder matang-data, di luar folder situs/);
		assert.ok(!words.includes(place), 'no path of the host');
		assert.match(words, /Pemeriksaan isi PDF.*Tidak ada dalam paket hosting/);
	});

	test('without the code of the owner nothing is done', async () => {
		assert.match((await answer(database, 'database')).errors.join(), /Belum ada berkas private\/kode\.txt/);
		writeFileSync(file('private/kode.txt'), 'pendek\n');
		assert.match((await answer(database, 'database')).errors.join(), /terlalu pendek/);
		writeFileSync(file('private/kode.txt'), `${CODE}\n`);
		chmodSync(file('private/kode.txt'), 0o666);
		assert.match((await answer(database, 'database')).errors.join(), /dapat ditulis oleh orang lain/);
		chmodSync(file('private/kode.txt'), 0o644);
		assert.match((await answer({ ...database, code: `${CODE}x` }, 'database')).errors.join(), /tidak sama/);
		assert.ok(!existsSync(file('private/matang.conf')));
	});

	test('what is wrong with the database is said, what was typed is kept, and nothing is half there', async () => {
		const page = await answer({ ...database, db_password: 'lain' }, 'database');
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /Basis data tidak dapat dihubungi.*Access denied/);
		assert.equal(page.one('#name').getAttribute('value'), 'u12_matang');
		assert.ok(!existsSync(file('private/matang.conf')));
	});

	test('the database is connected, its tables are made, and the reference data are in them', async () => {
		assert.match((await answer(database, 'database')).words(), /Langkah 2 dari 3/);
		const config = path.join(outside, 'matang-data/matang.conf');
		assert.equal(statSync(config).mode & 0o777, 0o600);
		assert.match(readFileSync(config, 'utf8'), new RegExp(`files_dir ${place}/matang-data/files`));
		assert.match((await answer({ code: CODE }, 'tables')).words(), /Langkah 3 dari 3/);
		assert.equal(sql('SELECT COUNT(*) FROM migration WHERE finished_at IS NULL', 'u12_matang'), '0');
		assert.equal(sql('SELECT COUNT(*) FROM variable', 'u12_matang'), '11');
	});

	test('the SQL for phpMyAdmin makes the same', () => {
		sql('CREATE DATABASE u12_other CHARACTER SET utf8mb4');
		sql(readFileSync(file('private/matang.sql'), 'utf8'), 'u12_other');
		for (const query of ['SELECT number, name, HEX(sha256), finished_at IS NULL FROM migration ORDER BY number',
			'SELECT * FROM variable ORDER BY id',
			'SELECT * FROM level ORDER BY id', 'SELECT day, name FROM holiday ORDER BY day',
			`SELECT table_name, column_name, column_type, is_nullable, collation_name, column_comment FROM information_schema.columns
				WHERE table_schema = DATABASE() ORDER BY 1, 2`,
			`SELECT constraint_name, table_name, constraint_type FROM information_schema.table_constraints
				WHERE table_schema = DATABASE() ORDER BY 1, 2`])
			assert.equal(sql(query, 'u12_other'), sql(query, 'u12_matang'), query);
	});

	test('the first administrator is made, and the set-up closes itself', async () => {
		const admin = { code: CODE, full_name: 'Siti Contoh, S.Kom.', username: 'siti', password: 'siti' };
		assert.match((await answer(admin, 'admin')).errors.join(), /sedikitnya/);
		const page = await answer({ ...admin, password: PASSWORD }, 'admin');
		assert.match(page.url, /\/matang\/account\/$/);
		assert.ok(!existsSync(file('private/kode.txt')), 'the code is gone');
		const closed = await stranger.get('/setup/');
		assert.match(closed.words(), /sudah ditutup/);
		assert.match(closed.words(), /\$HOME\/public_html\/matang\/private\/matang work --quiet/);
		assert.ok(!closed.text.includes(place), 'no path of the host');
		assert.equal(closed.all('main form').length, 0);
		/* Not even with a code, nor with an empty database. */
		writeFileSync(file('private/kode.txt'), `${CODE}\n`);
		const other = { code: CODE, full_name: 'Orang Lain', username: 'lain', password: PASSWORD };
		assert.equal((await stranger.post('/setup/admin', other)).status, 409);
		assert.equal((await stranger.post('/setup/database', database)).status, 409);
		const text = readFileSync(path.join(outside, 'matang-data/matang.conf'), 'utf8');
		writeFileSync(path.join(outside, 'matang-data/matang.conf'), text.replace('db_name u12_matang', 'db_name u12_other'));
		assert.equal((await stranger.post('/setup/admin', other)).status, 409);
		writeFileSync(path.join(outside, 'matang-data/matang.conf'), text);
		rmSync(file('private/kode.txt'));
		assert.equal(sql('SELECT COUNT(*) FROM account', 'u12_matang'), '1');
	});

	test('the administrator signs in and works', async () => {
		await me.signIn({ username: 'siti', password: PASSWORD });
		const home = await me.get('/cycle/', { follow: true });
		assert.equal(home.status, 200);
		assert.match((await me.get('/portal/')).heading, /\S/);
		assert.equal((await me.get('/portal', { follow: false })).status, 301);
		assert.equal((await me.get('/nothing/here')).status, 404);
		assert.equal((await me.get('/portal/healthz')).text.split('\n')[0], 'ok');
	});

	test('what waits is done behind the visits, and by the panel\'s cron', async () => {
		const lock = path.join(outside, 'matang-data/files/.work.lock');
		const stamp = file('private/work-by-visits');
		await me.get('/portal/');
		assert.ok(!existsSync(lock), 'not within the first five minutes');
		utimesSync(stamp, 1, 1);
		await me.get('/portal/');
		await until('work behind a visit', () => existsSync(lock), 60_000);
		assert.ok(statSync(stamp).mtimeMs > 1e6);
		const cron = run('', ...inside('env', '-i', `${place}/public_html/matang/private/matang`, 'work', '--quiet'));
		assert.equal(cron.status, 0, cron.stderr);
	});

	test('a folder of another name works without a change', async () => {
		cpSync(file('.htaccess'), path.join(outside, 'public_html/lain/.htaccess'));
		for (const name of ['matang.cgi', 'assets', 'private/templates', 'private/sql', 'private/magic.mgc', 'private/.htaccess'])
			cpSync(file(name), path.join(outside, 'public_html/lain', name), { recursive: true });
		if (AS_ROOT)
			run('', 'chown', '-R', run('', ...inside('id', '-u', CUSTOMER)).stdout.trim(), path.join(outside, 'public_html/lain'));
		const other = new Client(`http://127.0.0.1:${site.port}/lain`);
		const page = await other.get('/', { follow: true });
		assert.equal(page.heading, 'Penyiapan Matang');
		assert.equal((await other.get('/private/magic.mgc')).status, 403);
		assert.match((await other.get('/setup/')).words(), /lain-data/, 'its evidence is not the other one\'s');
		const style = page.one('link[rel=stylesheet]').getAttribute('href');
		assert.equal((await other.get(style)).status, 200);
	});

	test('nothing of it went wrong in silence', () => {
		assert.doesNotMatch(errors(), /premature|malformed|Segmentation|not found in|cannot/i);
	});
});
