// SPDX-License-Identifier: ISC
//
// The operator's command as one who types it: what it says, what it does, how it exits.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync,
	writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT, startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';

const COMMANDS = ['migrate', 'import reference', 'import agencies', 'add-user', 'reset-password', 'end-user',
	'setting', 'check', 'verify', 'sweep', 'work'];
const REFERENCE = path.join(ROOT, 'sql/reference');

describe('matang', () => {
	let stack, scratch;
	const matang = (...args) => stack.matang(args);
	const done = (run) => {
		assert.equal(run.status, 0, run.stderr);
		assert.equal(run.stderr, '');
		return run.stdout;
	};
	const refused = (run, status, words) => {
		assert.equal(run.status, status, `${run.stdout}${run.stderr}`);
		assert.match(run.stderr, words);
		assert.equal(run.stdout, '');
	};
	const file = (name, content) => {
		const place = path.join(scratch, name);
		writeFileSync(place, content);
		return place;
	};
	const sql = (query) => stack.sql(query);
	const one = (query) => Object.values(stack.sql(query)[0])[0];

	before(async () => {
		stack = await startStack();
		scratch = mkdtempSync(path.join(tmpdir(), 'matang-operator-'));
	});
	after(async () => {
		await stack?.stop();
		rmSync(scratch, { recursive: true, force: true });
	});

	describe('its use', () => {
		test('lists its commands, and helps with each', () => {
			const all = done(matang('--help'));
			for (const command of COMMANDS) {
				assert.match(all, new RegExp(`^  ${command} `, 'm'));
				const help = done(matang(...command.split(' '), '--help'));
				assert.match(help, new RegExp(`^usage: matang ${command}`));
				assert.ok(help.split('\n').every((line) => line.length <= 100), help);
			}
			assert.match(done(matang('--version')), /^matang \S+\n$/);
		});

		test('exits with 2 when it is used wrongly, and says how', () => {
			refused(matang(), 2, /usage: matang COMMAND/);
			refused(matang('nothing'), 2, /there is no command 'nothing'/);
			refused(matang('import'), 2, /there is no command 'import'/);
			refused(matang('import', 'nothing'), 2, /there is no command 'import nothing'/);
			refused(matang('import', 'reference'), 2, /DIR is missing/);
			refused(matang('migrate', 'x'), 2, /'x' is too much/);
			refused(matang('migrate', '--nothing'), 2, /unknown option --nothing/);
			refused(matang('migrate', '--to'), 2, /--to wants N/);
			refused(matang('migrate', '--to', 'x'), 2, /--to wants a number/);
			refused(matang('migrate', '--status=1'), 2, /--status takes no value/);
			refused(matang('migrate', '--status', '--status'), 2, /given twice/);
			refused(matang('add-user', '--role', 'admin'), 2, /--username is missing/);
		});

		test('exits with 2 for a configuration it cannot read, 3 for a database that is away', () => {
			const elsewhere = { ...stack, matang: stack.matang };
			elsewhere.config = file('away.conf', readFileSync(stack.config, 'utf8')
				.replace(/^db_socket .*$/m, 'db_socket /nowhere/mariadb.sock'));
			for (const command of [['migrate'], ['import', 'reference', REFERENCE], ['add-user', '--username', 'abc',
				'--role', 'admin', '--name', 'x'], ['reset-password', 'abc'], ['end-user', 'abc', '--reason', 'x'],
			['setting'], ['setting', 'session_hours'], ['setting', 'session_hours', '8'], ['verify'], ['sweep']])
				refused(elsewhere.matang(command), 3, /the database cannot be reached/);
			elsewhere.config = path.join(scratch, 'nothing.conf');
			refused(elsewhere.matang(['migrate']), 2, /cannot read .*nothing\.conf/);
			elsewhere.config = file('bad.conf', 'base_path /matang\nnonsense yes\n');
			refused(elsewhere.matang(['migrate']), 2, /bad\.conf:2: unknown key/);
		});

		test('believes the site only where no browser can speak for it', () => {
			const elsewhere = { ...stack, matang: stack.matang };
			const site = (...lines) => {
				elsewhere.config = file('site.conf', readFileSync(stack.config, 'utf8') + lines.map((line) => `${line}\n`).join(''));
				return elsewhere.matang(['setting', 'session_hours']);
			};
			for (const [lines, words] of [[['site_sign_in HTTP_X_REMOTE_USER'], /needs site_sign_in_from/], [['password_sign_in no'], /needs site_sign_in/],
				[['site_sign_in Remote-User'], /the name of a variable/], [['site_sign_in REMOTE_USER', 'site_factor OIDC_CLAIM_amr'], /a variable and a word/]])
				refused(site(...lines), 2, words);
			for (const lines of [['site_sign_in REMOTE_USER'], ['site_sign_in HTTP_X_USER', 'site_sign_in_from 192.0.2.7', 'password_sign_in no'],
				['site_sign_in REMOTE_USER', 'site_factor OIDC_CLAIM_amr mfa']])
				assert.equal(site(...lines).status, 0, lines.join());
		});

		test('takes a signature service only as a whole, over TLS, and one for each region', () => {
			const elsewhere = { ...stack, matang: stack.matang };
			const service = (...lines) => {
				elsewhere.config = file('esign.conf', readFileSync(stack.config, 'utf8') +
					lines.map((line) => `esign_${line}\n`).join(''));
				return elsewhere.matang(['setting', 'session_hours']);
			};
			const who = ['user a', 'password b', 'version 2'];
			for (const [lines, words] of [[['user a'], /esign_address, esign_user and esign_password go together/],
				[['address https://contoh.invalid', 'user a', 'password b'], /esign_version is 1 or 2/],
				[['address https://contoh.invalid', 'version 3', 'user a', 'password b'], /esign_version is 1 or 2/],
				[['address contoh.invalid', ...who], /https:\/\/host/], [['address ftp://contoh.invalid', ...who], /https:\/\/host/],
				[['address http://contoh.invalid', ...who], /needs esign_plain_http/],
				[['address http://127.0.0.1.contoh.invalid', ...who], /needs esign_plain_http/],
				[['address http://127.0.0.1@contoh.invalid', ...who], /https:\/\/host/],
				[['address https://contoh.invalid', ...who, 'seconds 56'], /at most 55/],
				[['address https://contoh.invalid', ...who, 'region 64.71', 'user c'], /go together/],
				[['nothing x'], /unknown key/]])
				refused(service(...lines), 2, words);
			for (const lines of [['address https://contoh.invalid/', ...who], ['address http://127.0.0.1:8099', ...who],
				['address http://contoh.invalid', ...who, 'plain_http yes'], ['region 64.71', 'address https://contoh.invalid', ...who,
					'region 64.08', 'address http://localhost:1/esign', ...who]])
				assert.equal(service(...lines).status, 0);
		});
	});

	describe('migrate', () => {
		test('does nothing to a schema that is up to date', () => {
			assert.match(done(matang('migrate')), /nothing to do/);
			assert.match(done(matang('migrate', '--status')), /^0001 +assessment +run on \d{4}-/);
		});

		test('goes back and forth, and leaves no table behind', () => {
			const tables = () => sql('SHOW TABLES').map((row) => Object.values(row)[0]);
			const there = tables();
			const back = matang('migrate', '--reverse', '--to', '0', '--lose', 'everything');
			assert.equal(back.status, 0, back.stderr);
			assert.match(back.stdout, /0001 assessment: taken back/);
			assert.match(back.stderr, /^(matang migrate: \d{4}_\w+ loses .* \(rows: \d+\)\n)+$/, 'what is lost is said, and nothing else');
			assert.deepEqual(tables(), ['migration']);
			assert.match(done(matang('migrate', '--reverse')), /nothing to take back/);
			assert.match(done(matang('migrate', '--status')), /not yet run/);
			assert.match(done(matang('migrate')), /0001 assessment: run/);
			assert.deepEqual(tables(), there);
			done(matang('import', 'reference', REFERENCE));
		});

		/* A second migration beside the first, in a folder of its own. */
		const withSecond = (up, down = 'DROP TABLE second;') => {
			const dir = mkdtempSync(path.join(scratch, 'migrations-'));
			cpSync(path.join(ROOT, 'sql/migrations'), dir, { recursive: true });
			writeFileSync(path.join(dir, '0900_second.up.sql'), up);
			writeFileSync(path.join(dir, '0900_second.down.sql'), down);
			return dir;
		};

		test('stops at a number, and takes back one', () => {
			const dir = withSecond('CREATE TABLE second (id INT PRIMARY KEY); INSERT INTO second VALUES (1);');
			assert.match(done(matang('migrate', '--dir', dir, '--to', '899')), /nothing to do/);
			assert.match(done(matang('migrate', '--dir', dir)), /^0900 second: run\n$/);
			assert.equal(one('SELECT COUNT(*) FROM second'), '1');
			/* The programs of before do not know it. */
			refused(matang('migrate'), 1, /0900_second.*older/);
			assert.match(done(matang('migrate', '--dir', dir, '--reverse')), /^0900 second: taken back\n$/);
			assert.match(done(matang('migrate', '--status')), /^0001 (?!.*^0900)/ms);
		});

		test('says that a file is not the one that ran, unless it names that one', () => {
			const dir = withSecond('CREATE TABLE second (id INT PRIMARY KEY);'), file = path.join(dir, '0900_second.up.sql');
			const ran = createHash('sha256').update(readFileSync(file)).digest('hex');
			done(matang('migrate', '--dir', dir));
			for (const [more, said] of [['-- mended\n', /note: 0900_second\.up\.sql has been changed/m], [`-- before: ${'0'.repeat(64)}\n`, /note/], [`-- before: ${ran}\n`, /^$/]]) {
				writeFileSync(file, `${more}CREATE TABLE second (id INT PRIMARY KEY);`);
				assert.match(matang('migrate', '--dir', dir).stderr, said, more);
			}
			done(matang('migrate', '--dir', dir, '--reverse'));
		});

		test('goes on with one that broke off, from where it was', () => {
			const dir = withSecond('CREATE TABLE second (id INT PRIMARY KEY, what VARCHAR(9) COMMENT \'a;b\');\n-- x; y\n' +
				"INSERT INTO second VALUES (1, ';');\nNONSENSE;\nINSERT INTO second VALUES (2, 'b');",
			'DROP TABLE IF EXISTS second;');
			const run = matang('migrate', '--dir', dir);
			assert.equal(run.status, 1);
			assert.match(run.stderr, /0900_second\.up\.sql did not finish/);
			assert.match(done(matang('migrate', '--dir', dir, '--status')), /0900 +second +HALF DONE/);
			assert.equal(one('SELECT done FROM migration WHERE number = 900'), '2');
			/* Nothing is run on top of it, nor taken back. */
			refused(matang('migrate', '--dir', dir, '--reverse'), 1, /was begun on .* and did not finish/);
			/* The file is not the one that was begun. */
			const file = path.join(dir, '0900_second.up.sql');
			const mended = readFileSync(file, 'utf8').replace('NONSENSE', 'DO 0');
			writeFileSync(file, mended);
			refused(matang('migrate', '--dir', dir), 1, /has been changed since/);
			sql(`UPDATE migration SET sha256 = UNHEX('${createHash('sha256').update(mended).digest('hex')}') WHERE number = 900`);
			assert.match(done(matang('migrate', '--dir', dir)), /0900 second: went on, and is run/);
			assert.deepEqual(sql('SELECT id FROM second ORDER BY id').map(({ id }) => id), ['1', '2']);
			done(matang('migrate', '--dir', dir, '--reverse'));
		});

		test('goes on whenever it is killed: between a change of the schema and its mark, and between two', () => {
			const up = 'CREATE TABLE second (id INT PRIMARY KEY);\nALTER TABLE second ADD COLUMN a INT;\nINSERT INTO second VALUES (1, 2);\n' +
				'ALTER TABLE second ADD KEY by_a (a);\nALTER TABLE second CHANGE a b INT;\nUPDATE second SET b = b + 1;';
			const dir = withSecond(up, 'DROP TABLE IF EXISTS second;');
			const hash = createHash('sha256').update(up).digest('hex');
			const steps = up.split('\n');
			for (let made = 0; made <= steps.length; made++)
				for (const marked of [made, made - 1]) {
					/* A change of data and its mark are one: only that of the schema may be made and not marked. */
					if (marked < 0 || (marked < made && /^(INSERT|UPDATE)/.test(steps[made - 1])))
						continue;
					steps.slice(0, made).forEach((step) => stack.sql(step));
					sql(`INSERT INTO migration (number, name, sha256, began_at, done, connection)
						VALUES (900, 'second', UNHEX('${hash}'), UTC_TIMESTAMP(3), ${marked}, 1)`);
					assert.match(done(matang('migrate', '--dir', dir)), /went on, and is run/, `${made} made, ${marked} marked`);
					assert.deepEqual(sql('SELECT id, b FROM second'), [{ id: '1', b: '3' }], `${made} made, ${marked} marked`);
					assert.equal(sql("SHOW KEYS FROM second WHERE Key_name = 'by_a'").length, 1);
					done(matang('migrate', '--dir', dir, '--reverse'));
				}
		});

		test('does not go on while its run is at work, nor where nobody knows how far it came', () => {
			const up = 'CREATE TABLE second (id INT PRIMARY KEY);';
			const dir = withSecond(up, 'DROP TABLE IF EXISTS second;');
			const hash = createHash('sha256').update(up).digest('hex');
			sql(`INSERT INTO migration (number, name, sha256, began_at, done, connection)
				VALUES (900, 'second', UNHEX('${hash}'), UTC_TIMESTAMP(3), 0, 1)`);
			/* The connection of somebody else of the same account stands for the run. */
			const [{ id }] = sql("SELECT MIN(ID) AS id FROM information_schema.processlist WHERE USER LIKE 'matang%'");
			if (id !== null) {
				sql(`UPDATE migration SET connection = ${id} WHERE number = 900`);
				refused(matang('migrate', '--dir', dir), 1, /at work still.*--go-on/s);
				assert.match(done(matang('migrate', '--dir', dir, '--go-on')), /went on/);
				done(matang('migrate', '--dir', dir, '--reverse'));
				sql(`INSERT INTO migration (number, name, sha256, began_at) VALUES (900, 'second', UNHEX('${hash}'), UTC_TIMESTAMP(3))`);
			}
			sql('UPDATE migration SET done = NULL WHERE number = 900');
			refused(matang('migrate', '--dir', dir), 1, /Nobody knows how far it came: restore the backup/);
			sql('DELETE FROM migration WHERE number = 900');
		});

		test('notes a file that was changed after it was run', () => {
			const dir = withSecond('CREATE TABLE second (id INT PRIMARY KEY);');
			done(matang('migrate', '--dir', dir));
			appendFileSync(path.join(dir, '0900_second.up.sql'), '-- later\n');
			const run = matang('migrate', '--dir', dir);
			assert.equal(run.status, 0);
			assert.match(run.stderr, /0900_second\.up\.sql has been changed/);
			matang('migrate', '--dir', dir, '--reverse');
		});

		test('refuses a folder that is not in order', () => {
			const dir = withSecond('SELECT 1;');
			rmSync(path.join(dir, '0900_second.down.sql'));
			refused(matang('migrate', '--dir', dir), 1, /number 900 has no down file/);
			writeFileSync(path.join(dir, '0900_other.down.sql'), '');
			writeFileSync(path.join(dir, '0900_third.down.sql'), '');
			refused(matang('migrate', '--dir', dir), 1, /comes twice/);
			refused(matang('migrate', '--dir', path.join(scratch, 'nowhere')), 1, /cannot read/);
		});
	});

	describe('import reference', () => {
		test('published the whole instrument', () => {
			assert.deepEqual(sql(`SELECT name, state FROM instrument`), [{ name: 'Permendagri 99/2018', state: 'published' }]);
			assert.equal(one('SELECT COUNT(*) FROM variable'), '11');
			assert.equal(one('SELECT COUNT(*) FROM level'), '55');
			assert.deepEqual(sql('SELECT name, min_tenths AS a, max_tenths AS b FROM category ORDER BY level')
				.map((row) => Object.values(row).join(' ')), ['Sangat Rendah 110 190', 'Rendah 191 280', 'Sedang 281 370',
				'Tinggi 371 460', 'Sangat Tinggi 461 550']);
			assert.equal(one("SELECT COUNT(*) FROM holiday"), '25');
			assert.match(one('SELECT basis FROM instrument'), /bandingkan dahulu dengan lampiran resmi.*contoh.*bukan ketentuan/);
		});

		test('gave each level its checklist: one compulsory, the last one open', () => {
			const levels = sql(`SELECT l.number, GROUP_CONCAT(i.compulsory ORDER BY i.position SEPARATOR '') AS marks,
				GROUP_CONCAT(i.position ORDER BY i.position SEPARATOR ',') AS places,
				SUBSTRING_INDEX(GROUP_CONCAT(i.title ORDER BY i.position SEPARATOR '|'), '|', -1) AS last
				FROM level l LEFT JOIN checklist_item i ON i.level_id = l.id GROUP BY l.id`);
			assert.equal(levels.length, 55);
			for (const { number, marks, places, last } of levels) {
				assert.match(marks, number === '1' ? /^0$/ : /^10+$/);
				assert.equal(last, 'Dokumen pendukung lain');
				assert.equal(places, marks.split('').map((_, at) => at + 1).join());
			}
			assert.deepEqual(sql(`SELECT title FROM checklist_item i JOIN level l ON l.id = i.level_id
				JOIN variable v ON v.id = l.variable_id WHERE v.number = 1 AND l.number = 3 ORDER BY position`)
				.map((row) => row.title), ['Renja awal/akhir', 'RKA murni/perubahan', 'Cascading', 'KAK/TOR',
				'Dokumen pendukung lain']);
		});

		test('kept every word of the levels', () => {
			for (const { wording, guidance } of sql('SELECT indicator AS wording, guidance FROM level')) {
				const csv = readFileSync(path.join(REFERENCE, 'levels.csv'), 'utf8');
				assert.ok(csv.includes(wording), wording);
				assert.ok(csv.includes(guidance), guidance);
			}
		});

		test('does nothing a second time, and leaves what the administrator changed', () => {
			sql("UPDATE holiday SET name = 'Diubah' WHERE day = '2026-01-01'; DELETE FROM holiday WHERE day = '2026-01-16'");
			const said = done(matang('import', 'reference', REFERENCE));
			assert.match(said, /left as it is/);
			assert.match(said, /1 added, 24 there already/);
			assert.equal(one("SELECT name FROM holiday WHERE day = '2026-01-01'"), 'Diubah');
			assert.equal(one('SELECT COUNT(*) FROM instrument'), '1');
		});

		test('names file, row and column of what is wrong, and stores nothing', () => {
			const broken = (name, change, problem) => {
				const dir = mkdtempSync(path.join(scratch, 'reference-'));
				cpSync(REFERENCE, dir, { recursive: true });
				writeFileSync(path.join(dir, name), change(readFileSync(path.join(dir, name), 'utf8')));
				refused(matang('import', 'reference', dir), 1, problem);
			};
			const instrument = sql('SELECT * FROM instrument');
			sql("UPDATE instrument SET name = 'sementara'");
			broken('variables.csv', (text) => text.replace('\n2,', '\n3,'), /variables\.csv:3: variable: .*follow/);
			broken('levels.csv', (text) => text.replace('\n1,2,', '\n1,1,'), /levels\.csv:3: level: comes twice/);
			broken('levels.csv', (text) => text.replace('\n1,2,', '\n1,6,'), /levels\.csv:3: level: not a number/);
			broken('levels.csv', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1),
				/variable 11 has no level 5/);
			broken('levels.csv', (text) => text.replace('indicator', 'wording'), /no column 'indicator'/);
			broken('categories.csv', (text) => text.replace('19.1', '19.2'), /categories\.csv:3: min_score: .*join/);
			broken('categories.csv', (text) => text.replace('19.1', '19.15'), /at most one decimal/);
			broken('categories.csv', (text) => text.replace(/.*46\.1.*\n/, ''), /5 categories/);
			broken('variables.csv', () => '', /empty/);
			broken('variables.csv', (text) => `${text}"`, /RFC 4180/);
			assert.equal(one('SELECT COUNT(*) FROM instrument'), '1');
			sql(`UPDATE instrument SET name = '${instrument[0].name}'`);
			broken('holidays-2026.csv', (text) => text.replace('2026-01-16', '2026-02-30'), /not a date/);
			refused(matang('import', 'reference', path.join(scratch, 'nowhere')), 1, /cannot open/);
		});
	});

	describe('accounts', () => {
		before(() => openWorld(stack));

		const add = (fields, options = {}) => stack.matang(['add-user', ...Object.entries(fields)
			.flatMap(([name, value]) => value === true ? [`--${name}`] : [`--${name}`, value])], options);

		test('are made with a password that is printed once and must be changed', async () => {
			const said = done(add({ username: 'baru.satu', role: 'operator', name: 'Contoh Baru', region: '64.71',
				agency: 'DKUMKMP', nip: '1980', office: 'Analis', email: 'a@contoh.go.id', phone: '08' }));
			const [, password] = /^account baru\.satu: made\npassword: ([0-9a-z]{4}(?:-[0-9a-z]{4}){3})\n$/.exec(said);
			const client = stack.client();
			const page = await client.submit(await client.get('/account/'), { username: 'baru.satu', password },
				{ form: 'main form' });
			assert.equal(page.heading, 'Buat kata sandi Anda sendiri');
			assert.deepEqual(sql(`SELECT role, region_id, agency_id, full_name, nip, office, email, phone
				FROM account WHERE username = 'baru.satu'`), [{ role: 'operator', region_id: '2', agency_id: '1',
				full_name: 'Contoh Baru', nip: '1980', office: 'Analis', email: 'a@contoh.go.id', phone: '08' }]);
			assert.deepEqual(sql(`SELECT subject, to_value, account_id, agency_id FROM history ORDER BY id DESC LIMIT 1`),
				[{ subject: 'account', to_value: 'baru.satu', account_id: null, agency_id: '1' }]);
		});

		test('are made with a password from stdin, which lasts when asked', async () => {
			assert.equal(done(add({ username: 'baru.dua', role: 'admin', name: 'x', 'password-stdin': true, lasting: true },
				{ input: `${PASSWORD}\nsecond line\n` })), 'account baru.dua: made\n');
			assert.equal((await stack.signedIn({ username: 'baru.dua', password: PASSWORD })) !== null, true);
			assert.equal(one("SELECT must_change_password FROM account WHERE username = 'baru.dua'"), '0');
		});

		test('are refused with reasons', () => {
			const right = { username: 'baru.tiga', role: 'admin', name: 'x' };
			refused(add({ ...right, username: 'A B' }), 2, /sign-in name/);
			refused(add({ ...right, role: 'root' }), 2, /no role 'root'/);
			refused(add({ ...right, name: '' }), 2, /--name is empty/);
			refused(add({ ...right, role: 'operator', region: '64.71' }), 2, /need --region/);
			refused(add({ ...right, role: 'auditor', region: '64.71', agency: 'DKUMKMP' }), 2, /only operator/);
			refused(add({ ...right, region: '99.99' }), 1, /no region 99\.99/);
			refused(add({ ...right, role: 'operator', region: '64.08', agency: 'DKUMKMP' }), 1, /no agency 'DKUMKMP'/);
			refused(add({ ...right, username: 'admin' }), 1, /there is an account 'admin' already/);
			for (const [input, status, words] of [['', 2, /no password/], ['short\n', 1, /12 characters/],
				['baru.tiga\n', 1, /12 characters/], [`${'x'.repeat(30)}\n`, 1, /again and again/],
				[`${'xy'.repeat(150)}\n`, 1, /too long/]])
				refused(add({ ...right, 'password-stdin': true }, { input }), status, words);
			assert.equal(one("SELECT COUNT(*) FROM account WHERE username = 'baru.tiga'"), '0');
		});

		test('never take a password from the command line', () => {
			refused(add({ username: 'abc', role: 'admin', name: 'x', password: PASSWORD }), 2, /unknown option --password/);
			assert.doesNotMatch(done(matang('add-user', '--help')), /--password[^-]/);
		});

		test('get a new password, and are signed out', async () => {
			const client = await stack.signedIn({ username: 'auditor', password: PASSWORD });
			const [, password] = /password: (\S+)/.exec(done(matang('reset-password', 'auditor')));
			assert.equal((await client.get('/account/profile')).status, 303);
			const page = await client.submit(await client.get('/account/'), { username: 'auditor', password },
				{ form: 'main form' });
			assert.equal(page.heading, 'Buat kata sandi Anda sendiri');
			refused(matang('reset-password', 'tidak.ada'), 1, /no account/);
		});

		test('lose their second factor only when asked', () => {
			const set = () => sql(`UPDATE account SET totp_secret = '12345678901234567890', totp_confirmed = 1
				WHERE username = 'auditor'; INSERT INTO recovery_code (account_id, code_hash)
				SELECT id, UNHEX(SHA2(RAND(), 256)) FROM account WHERE username = 'auditor'`);
			const factor = () => one("SELECT totp_confirmed FROM account WHERE username = 'auditor'");
			set();
			done(matang('reset-password', 'auditor'));
			assert.equal(factor(), '1');
			assert.match(done(matang('reset-password', 'auditor', '--second-factor')), /second factor taken away/);
			assert.equal(factor(), '0');
			assert.equal(one('SELECT COUNT(*) FROM recovery_code'), '0');
		});

		test('end with a reason, once; the work stays', async () => {
			const client = await stack.signedIn({ username: 'operator2.dkumkmp', password: PASSWORD });
			refused(matang('end-user', 'operator2.dkumkmp'), 2, /--reason is missing/);
			refused(matang('end-user', 'operator2.dkumkmp', '--reason', ''), 2, /--reason is empty/);
			refused(matang('end-user', 'operator2.dkumkmp', '--reason', 'x', '--successor', 'tidak.ada'), 1, /no account/);
			refused(matang('end-user', 'operator2.dkumkmp', '--reason', 'x', '--successor', 'operator2.dkumkmp'), 1,
				/cannot go on/);
			assert.match(done(matang('end-user', 'operator2.dkumkmp', '--reason', 'mutasi', '--successor',
				'operator.dkumkmp')), /access ended, the work stays/);
			assert.equal((await client.get('/account/profile')).status, 303);
			refused(matang('end-user', 'operator2.dkumkmp', '--reason', 'mutasi'), 1, /ended already/);
			refused(matang('reset-password', 'operator2.dkumkmp'), 1, /has ended/);
			assert.deepEqual(sql(`SELECT subject, from_value, to_value, reason FROM history ORDER BY id DESC LIMIT 1`),
				[{ subject: 'right', from_value: 'operator', to_value: '', reason: 'mutasi' }]);
		});
	});

	describe('import agencies', () => {
		test('adds those that are not there, with their history', () => {
			const list = file('agencies.csv', '\ufeffregion;name;short_name;head_title\r\n64.71;Dinas Contoh Baru;DCB;' +
				'Kepala Dinas\r\n64.71;Dinas Koperasi, UMKM dan Perindustrian;X;Y\r\n');
			assert.match(done(matang('import', 'agencies', list)), /1 added, 1 there already/);
			assert.match(done(matang('import', 'agencies', list)), /0 added, 2 there already/);
			assert.equal(one("SELECT short_name FROM agency WHERE name LIKE 'Dinas Koperasi%'"), 'DKUMKMP');
			assert.equal(one("SELECT COUNT(*) FROM history WHERE subject = 'agency' AND to_value = 'Dinas Contoh Baru'"), '1');
		});

		test('says everything that is wrong, and stores nothing', () => {
			const run = matang('import', 'agencies', file('bad.csv', `region,name,short_name\n64.71,Dinas Contoh Lain,\n` +
				`99.99,Dinas Y,\n64.71,,z\n64.71,Dinas Z,${'s'.repeat(41)}\n`));
			refused(run, 1, /4: name: is empty/);
			assert.match(run.stderr, /3: region: there is no such region/);
			assert.match(run.stderr, /5: short_name: is too long/);
			assert.match(run.stderr, /3 problems; nothing was stored/);
			assert.equal(one("SELECT COUNT(*) FROM agency WHERE name = 'Dinas Contoh Lain'"), '0');
			refused(matang('import', 'agencies', file('head.csv', 'region,nama\n')), 1, /no column 'name'/);
			refused(matang('import', 'agencies', path.join(scratch, 'nowhere.csv')), 1, /cannot open/);
		});
	});

	describe('setting', () => {
		test('lists, shows, changes with history, and checks', () => {
			assert.match(done(matang('setting')), /^session_hours +12$/m);
			assert.equal(done(matang('setting', 'session_hours')), '12\n');
			assert.equal(done(matang('setting', 'session_hours', '8')), 'session_hours: 8\n');
			assert.equal(done(matang('setting', 'session_hours')), '8\n');
			assert.deepEqual(sql(`SELECT subject, from_value, to_value FROM history ORDER BY id DESC LIMIT 1`),
				[{ subject: 'setting', from_value: 'session_hours: 12', to_value: 'session_hours: 8' }]);
			refused(matang('setting', 'session_hours', '0'), 2, /from 1 to 168/);
			refused(matang('setting', 'session_hours', 'many'), 2, /from 1 to 168/);
			refused(matang('setting', 'second_factor_roles', 'root'), 2, /wants roles/);
			refused(matang('setting', 'nothing', '1'), 2, /no setting 'nothing'/);
			for (const { name, value } of sql('SELECT name, value FROM setting'))
				done(matang('setting', name, value));
		});

		test('are what the table says where nobody chose, and all of them in the help', () => {
			const names = done(matang('setting')).trim().split('\n').map((line) => line.split(' ')[0]);
			for (const { name } of sql('SELECT name FROM setting'))
				assert.ok(names.includes(name), name);
			const help = done(matang('setting', '--help'));
			const before = sql('SELECT name, value FROM setting');
			sql('DELETE FROM setting');
			for (const name of names) {
				const value = done(matang('setting', name)).trim();
				assert.ok(help.includes(`\n  ${name}: `) && help.includes(`\n    '${value}' where nobody chose\n`), name);
				done(matang('setting', name, value));
			}
			for (const { name, value } of before)
				done(matang('setting', name, value));
		});
	});

	describe('check', () => {
		const checked = (change = (text) => text, ...options) => {
			const elsewhere = { ...stack, matang: stack.matang };
			elsewhere.config = file('check.conf', change(readFileSync(stack.config, 'utf8')));
			return elsewhere.matang(['check', ...options]);
		};

		test('names each part, and finds nothing wrong where nothing is', () => {
			const said = done(checked());
			for (const line of [/^database: \d+\.\d+/m, /^schema: (\d+), of the program \1$/m, /^storage: writable, \d+ MiB left, uploads leave \d+ MiB$/m,
				/^inspector: there$/m, /^secrets key: there$/m, /^file types: known$/m, /^confinement: (Landlock \d+|no Landlock .*), (no )?seccomp$/m])
				assert.match(said, line);
			assert.doesNotMatch(said, /^!/m);
		});

		test('says what is missing', () => {
			for (const [from, to, words] of [[/^secrets_key .*$/m, 'secrets_key /nowhere/secrets.key', /^! secrets key: missing/m],
				[/^inspector .*$/m, 'inspector /nowhere/inspect', /^! inspector: missing/m],
				[/^files_dir .*$/m, 'files_dir /nowhere', /^! storage: not writable/m]]) {
				const run = checked((text) => text.replace(from, to));
				assert.equal(run.status, 1, run.stdout + run.stderr);
				assert.match(run.stdout, words);
			}
			const bare = checked((text) => text.replace(/^secrets_key .*$/m, ''));
			assert.equal(bare.status, 0);
			assert.match(bare.stdout, /^secrets key: not configured, second factors lie unsealed/m);
			const away = checked((text) => text.replace(/^db_socket .*$/m, 'db_socket /nowhere/mariadb.sock'));
			assert.equal(away.status, 3);
			assert.match(away.stdout, /^! database: away/m);
		});

		/* What this machine does for its disk, its updates and its log is not ours to say. */
		test('looks at the host where it is asked to', () => {
			const lines = [/^! antivirus: not configured/m, /^! second factor: not compulsory for operator head .*$/m,
				/^! storage of the secrets key: a file/m, /^(! )?disk of the files: (not )?(encrypted|cannot be told .*)$/m,
				/^(! )?updates: (never by unattended-upgrades|\d+ days ago)$/m,
				/^(! log: on this machine alone .*|log: also on another machine)$/m];
			const run = checked(undefined, '--host');
			assert.equal(run.status, 1, run.stdout + run.stderr);
			for (const line of lines) {
				assert.match(run.stdout, line);
				assert.doesNotMatch(done(checked()), line);
			}
			const value = done(matang('setting', 'second_factor_roles')).trim();
			done(matang('setting', 'second_factor_roles', 'operator,head,verifier,validator,admin,auditor,leader,assistant'));
			assert.match(checked((text) => `${text}\nclamd_socket /nowhere/clamd.sock\n`, '--host').stdout,
				/^! antivirus: away\nsecond factor: compulsory for all$/m);
			done(matang('setting', 'second_factor_roles', value));
		});
	});

	describe('verify', () => {
		let assessment, stored;

		before(() => {
			assessment = one('SELECT id FROM assessment LIMIT 1');
			const account = one("SELECT id FROM account WHERE username = 'operator.dkumkmp'");
			const add = (content) => {
				const token = randomBytes(16).toString('hex');
				const name = `${token.slice(0, 2)}/${token}`;
				mkdirSync(path.join(stack.files, token.slice(0, 2)), { recursive: true });
				writeFileSync(path.join(stack.files, name), content);
				return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
			};
			stored = [add('satu'), add(randomBytes(200_000)), add('tiga')];
			sql(`INSERT INTO document (id, agency_id, title, kind, created_at, created_by)
				VALUES (1, 1, 'Contoh', 'sop', UTC_TIMESTAMP(3), ${account})`);
			stored.slice(0, 2).forEach(({ name, bytes, sha256 }, at) => sql(`INSERT INTO revision (document_id, number,
				sha256, bytes, type, client_name, stored_name, created_at, created_by) VALUES (1, ${at + 1},
				UNHEX('${sha256}'), ${bytes}, 'application/pdf', 'x.pdf', '${name}', UTC_TIMESTAMP(3), ${account})`));
			sql(`INSERT INTO issued_document (id, cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by)
				SELECT 1, cycle_id, id, 'form', REPEAT('A', 26), 'a=é\\n', UNHEX(SHA2('a=é\\n', 256)), UTC_TIMESTAMP(3),
				${account} FROM assessment WHERE id = ${assessment};
				INSERT INTO signature (issued_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
				VALUES (1, 'ink', UNHEX('${stored[2].sha256}'), ${stored[2].bytes}, 'application/pdf', 'x', '${stored[2].name}',
				UTC_TIMESTAMP(3), ${account})`);
		});

		const finds = (words) => {
			const run = matang('verify');
			assert.equal(run.status, 1, run.stdout + run.stderr);
			assert.match(run.stdout, words);
			assert.match(run.stdout, /: 1 problem\n$/);
		};
		const isFine = () => assert.match(done(matang('verify')), /checked 3 files \(\d+ bytes good\), 1 papers, 5 assessments: no problem/);

		test('finds nothing where nothing is wrong', isFine);

		test('finds a file that was changed, cut or lost', () => {
			const place = path.join(stack.files, stored[1].name);
			const right = readFileSync(place);
			const changed = Buffer.from(right);
			changed[100_000] ^= 1;
			writeFileSync(place, changed);
			finds(/revision \d+: file \S+ is not what was stored: its hash differs \(.+: Contoh, revision 2\)/);
			writeFileSync(place, right.subarray(0, 199_999));
			finds(/has 199999 bytes instead of 200000/);
			writeFileSync(place, right);
			renameSync(path.join(stack.files, stored[2].name), path.join(scratch, 'kept'));
			finds(/signature \d+: file \S+ is missing/);
			/* A pipe that nobody writes to: whoever opens it would wait for ever. */
			spawnSync('mkfifo', [path.join(stack.files, stored[2].name)]);
			finds(/signature \d+: file \S+ is missing or cannot be opened/);
			rmSync(path.join(stack.files, stored[2].name));
			renameSync(path.join(scratch, 'kept'), path.join(stack.files, stored[2].name));
			isFine();
		});

		test('finds a crest that is lost', () => {
			sql(`INSERT INTO crest (sha256, stored_name, bytes, width, height, created_at, created_by)
				SELECT UNHEX('${'ab'.repeat(32)}'), 'ab/gone', 10, 1, 1, UTC_TIMESTAMP(3), MIN(id) FROM account`);
			finds(/crest 1: file ab\/gone is missing/);
			sql('DELETE FROM crest');
			isFine();
		});

		test('says when a key is gone, or open to others', () => {
			const key = path.join(stack.var, 'secrets.key');
			chmodSync(key, 0o644);
			finds(/^secrets_key \S+secrets\.key: /m);
			chmodSync(key, 0o600);
			renameSync(key, `${key}.gone`);
			finds(/^secrets_key \S+secrets\.key: /m);
			renameSync(`${key}.gone`, key);
			isFine();
		});

		test('tells how far it is only where that is wanted', () => {
			assert.equal(matang('verify').stderr, '');
			assert.equal(matang('verify', '--progress').status, 0);
			assert.equal(matang('verify', '--nothing').status, 2);
		});

		test('finds a paper whose content was changed', () => {
			sql("UPDATE issued_document SET content = 'a=è\\n'");
			finds(/paper 1: .*digest differs/);
			sql("UPDATE issued_document SET content = 'a=é\\n'");
			isFine();
		});

		test('follows each history to the present state', () => {
			const move = (from, to) => sql(`INSERT INTO history (at, assessment_id, subject, subject_id, from_value, to_value)
				VALUES (UTC_TIMESTAMP(3), ${assessment}, 'state', ${assessment}, '${from}', '${to}')`);
			const state = (code) => sql(`UPDATE assessment SET state = '${code}' WHERE id = ${assessment}`);
			move('not_started', 'draft');
			finds(/assessment \d+ is not_started, but its history ends at draft/);
			state('draft');
			isFine();
			state('submitted');
			finds(/is submitted, but its history ends at draft/);
			move('draft', 'submitted');
			move('submitted', 'returned');
			move('returned', 'submitted');
			isFine();
			move('submitted', 'received');
			state('received');
			finds(/no move leads from submitted to received/);
			sql("DELETE FROM history WHERE subject = 'state' AND to_value = 'received'");
			move('draft', 'submitted');
			state('submitted');
			finds(/begins at draft, but the one before ended at submitted/);
			sql("DELETE FROM history WHERE subject = 'state'");
			state('not_started');
			isFine();
		});

		test('finds an assessment that lost an answer', () => {
			sql(`CREATE TABLE kept AS SELECT * FROM answer WHERE assessment_id = ${assessment} LIMIT 1;
				DELETE n FROM answer n JOIN kept k ON k.assessment_id = n.assessment_id AND k.variable_id = n.variable_id`);
			finds(/assessment \d+ has 10 answers for 11 variables \(.+, 20\d\d\): take/);
			sql('INSERT INTO answer SELECT * FROM kept; DROP TABLE kept');
			isFine();
		});

		test('finds nothing wrong with a cycle that was withdrawn, whose answers are not there yet', () => {
			const cycle = one(`SELECT cycle_id FROM assessment WHERE id = ${assessment}`);
			sql(`CREATE TABLE kept AS SELECT n.* FROM answer n JOIN assessment a ON a.id = n.assessment_id WHERE a.cycle_id = ${cycle};
				CREATE TABLE was AS SELECT id, state, opened_at FROM cycle WHERE id = ${cycle};
				DELETE n FROM answer n JOIN kept k ON k.assessment_id = n.assessment_id AND k.variable_id = n.variable_id;
				UPDATE cycle SET state = 'draft', opened_at = NULL WHERE id = ${cycle}`);
			isFine();
			sql(`UPDATE cycle c JOIN was w ON w.id = c.id SET c.state = w.state, c.opened_at = w.opened_at;
				INSERT INTO answer SELECT * FROM kept; DROP TABLE kept; DROP TABLE was`);
			isFine();
		});

		test('finds a level that asks for nothing', () => {
			sql('CREATE TABLE kept AS SELECT * FROM checklist_item WHERE level_id = 1; ' +
				'DELETE FROM checklist_item WHERE level_id = 1');
			finds(/level 1 asks for no document/);
			sql('INSERT INTO checklist_item SELECT * FROM kept; DROP TABLE kept');
			isFine();
		});

		describe('sweep', () => {
			const orphan = (folder, name, hours) => {
				const place = path.join(stack.files, folder, name);
				mkdirSync(path.dirname(place), { recursive: true });
				writeFileSync(place, 'lost');
				const when = Date.now() / 1000 - hours * 3600;
				utimesSync(place, when, when);
				return place;
			};
			const age = (place) => utimesSync(place, 1, 1);

			test('lists what was left behind, and removes it only when told to', () => {
				const name = 'ab'.padEnd(32, '0');
				const gone = [orphan('staged', 'c'.repeat(32), 50), orphan('ab', name, 50)];
				const kept = [orphan('staged', 'd'.repeat(32), 46), orphan('ab', 'ab'.padEnd(32, '1'), 46),
					orphan('ab', 'readme.txt', 50), orphan('other', name, 50),
					...stored.map((one) => path.join(stack.files, one.name))];
				stored.forEach((one) => age(path.join(stack.files, one.name)));
				const said = done(matang('sweep'));
				assert.match(said, /^staged\/c{32}: 4 bytes, no row$/m);
				assert.match(said, new RegExp(`^ab/${name}: 4 bytes, no row$`, 'm'));
				assert.match(said, /^ab\/readme\.txt: not one of ours, left alone$/m);
				assert.match(said, /^2 files without a row/m);
				assert.ok([...gone, ...kept].every(existsSync));
				finds(new RegExp(`^file ab/${name} \\(4 bytes\\) has no row$`, 'm'));
				assert.match(done(matang('sweep', '--remove')), /removed\n$/);
				assert.ok(!gone.some(existsSync));
				assert.ok(kept.every(existsSync));
				assert.match(done(matang('sweep', '--older-than', '40')), /^2 files without a row/m);
				refused(matang('sweep', '--older-than', '0'), 2, /wants hours/);
				isFine();
			});

			test('takes messages that were read, and their letters, as old as the setting says', () => {
				const left = () => sql('SELECT (SELECT COUNT(*) FROM message) AS messages, (SELECT COUNT(*) FROM mail) AS letters')[0];
				sql(`DELETE FROM message; DELETE FROM mail;
					INSERT INTO mail (id, account_id, token, state, next_at, created_at, ended_at) SELECT s.seq, MIN(a.id), CONCAT('LETTER', s.seq), 'sent', UTC_TIMESTAMP(3),
						UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) - INTERVAL 800 DAY FROM account a JOIN seq_1_to_3 s GROUP BY s.seq;
					INSERT INTO message (account_id, kind, created_at, read_at, mail_id) SELECT MIN(a.id), 'returned', UTC_TIMESTAMP(3) - INTERVAL 800 DAY,
						IF(s.seq = 3, NULL, UTC_TIMESTAMP(3) - INTERVAL IF(s.seq = 1, 800, 700) DAY), s.seq FROM account a JOIN seq_1_to_3 s GROUP BY s.seq`);
				assert.match(done(matang('sweep')), /, 1 messages that were read long ago, 0 letters/);
				done(matang('sweep', '--remove'));
				assert.deepEqual(left(), { messages: '2', letters: '2' }, 'what nobody has read stays');
				done(matang('setting', 'message_days', '600'));
				done(matang('sweep', '--remove'));
				assert.deepEqual(left(), { messages: '1', letters: '1' });
				sql('DELETE FROM message; DELETE FROM mail');
			});

			test('takes events that were kept as long as the setting says', () => {
				sql(`DELETE FROM event_log; INSERT INTO event_log (at, kind, outcome) VALUES
					(UTC_TIMESTAMP(3) - INTERVAL 800 DAY, 'sign_in', 'done'), (UTC_TIMESTAMP(3) - INTERVAL 700 DAY, 'sign_in', 'done')`);
				assert.match(done(matang('sweep')), /, 1 events that were kept long enough[,\n]/);
				done(matang('sweep', '--remove'));
				assert.equal(Number(sql('SELECT COUNT(*) AS n FROM event_log')[0].n), 1);
				done(matang('setting', 'event_days', '600'));
				done(matang('sweep', '--remove'));
				assert.equal(Number(sql('SELECT COUNT(*) AS n FROM event_log')[0].n), 0);
			});

			test('ends sessions that are over and forgets old tries, no others', async () => {
				const client = await stack.signedIn({ username: 'admin', password: PASSWORD });
				await stack.signedIn({ username: 'admin', password: PASSWORD });
				const live = client.cookie('matang');
				sql(`UPDATE session SET seen_at = UTC_TIMESTAMP(3) - INTERVAL 2 HOUR
					WHERE token_hash <> UNHEX(SHA2('${live}', 256))`);
				sql(`DELETE FROM throttle; INSERT INTO throttle VALUES
					('account', REPEAT('a', 32), 1, UTC_TIMESTAMP(3) - INTERVAL 2 DAY),
					('account', REPEAT('b', 32), 1, UTC_TIMESTAMP(3))`);
				const over = Number(one('SELECT COUNT(*) FROM session')) - 1;
				assert.ok(over >= 1);
				assert.match(done(matang('sweep')), new RegExp(`${over} sessions that are over, 1 old counts`));
				assert.equal(Number(one('SELECT COUNT(*) FROM session')), over + 1);
				done(matang('sweep', '--remove'));
				assert.equal(one('SELECT COUNT(*) FROM session'), '1');
				assert.equal(one('SELECT COUNT(*) FROM throttle'), '1');
				assert.equal((await client.get('/account/profile')).status, 200);
			});
		});
	});
});
