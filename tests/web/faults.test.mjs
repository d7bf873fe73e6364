// SPDX-License-Identifier: ISC
//
// What breaks while people work: the database away, cut off or contended, workers ended or killed,
// a full disk, a template gone. Each time: the person is told in plain words and loses no text,
// nothing is left half done, the operator finds the cause, and it works again by itself.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import path from 'node:path';
import { totp } from './client.mjs';
import { FcgiRequest } from './fcgi.mjs';
import { behindOne, pause, ROOT, startStack, until } from './harness.mjs';
import { openWorld, PASSWORD, PDF } from './world.mjs';

const TYPED = 'Uraian contoh yang panjang dan tidak boleh hilang: 37 “kutip” & <tanda>.';
const VARIABLE = 3;

let stack, world, id, operator;

before(async () => {
	stack = await startStack({ env: { MATANG_SETTINGS: 'reserve_mib 0' } });	/* small disks are to be filled */
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	operator = await world.as('operator.dkumkmp');
});
after(async () => {
	rivals.forEach((rival) => rival.end());
	await stack?.stop();
});

/* ---- means ------------------------------------------------------------------------------------- */

/* Somebody else at the same database, statement by statement. */
const rivals = [];
class Rival {
	#child = spawn('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`,
		'--batch', '--unbuffered', '--skip-column-names', '--force', 'matang'], { stdio: ['pipe', 'pipe', 'pipe'] });
	#heard = '';
	#count = 0;

	constructor() {
		rivals.push(this);
		this.#child.stdout.on('data', (chunk) => { this.#heard += chunk; });
		this.#child.stderr.on('data', (chunk) => { this.#heard += chunk; });
	}

	/** Sends without waiting; done(n) waits for it. */
	send(sql) {
		this.#child.stdin.write(`${sql};\nSELECT 'done-${++this.#count}.';\n`);
		return this.#count;
	}

	async done(count) {
		await until(`the rival's statement ${count}`, () => this.#heard.includes(`done-${count}.`));
		assert.doesNotMatch(this.#heard, /ERROR/);
	}

	run(sql) { return this.done(this.send(sql)); }

	/** What it holds is let go when this has come about. */
	end() {
		this.#child.stdin.end();
		return this.#child.exitCode === null ? once(this.#child, 'exit') : null;
	}
}

/* The program's connections that wait for a lock of somebody. */
const waiting = () => stack.sql(`SELECT t.trx_mysql_thread_id AS id FROM information_schema.innodb_trx t
	JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
	WHERE t.trx_state = 'LOCK WAIT' AND p.user = 'matang'`).map((row) => row.id);
const transactions = () => stack.sql('SELECT trx_id FROM information_schema.innodb_trx').length;

/* Holds the row of the answer that the operator is about to save. */
async function holdAnswer() {
	const rival = new Rival();
	await rival.run(`START TRANSACTION;
		SELECT 1 FROM answer WHERE assessment_id = ${id} AND variable_id =
			(SELECT id FROM variable WHERE number = ${VARIABLE} ORDER BY instrument_id LIMIT 1) FOR UPDATE`);
	return rival;
}

const sheet = () => operator.get(`/questionnaire/${id}/${VARIABLE}`);
const save = (page, level = 3) => operator.submit(page, { level, explanation: TYPED },
	{ form: 'form[data-autosave]', follow: false });

/* What the tables say about the one assessment that these tests write to. */
const kept = () => stack.sql(`SELECT a.state, n.self_level, n.explanation, n.version,
	(SELECT COUNT(*) FROM history h WHERE h.assessment_id = a.id) AS changes
	FROM assessment a JOIN answer n ON n.assessment_id = a.id JOIN variable v ON v.id = n.variable_id
	WHERE a.id = ${id} AND v.number = ${VARIABLE}`)[0];
const UNTOUCHED = { state: 'not_started', self_level: null, explanation: '', version: '1', changes: '0' };
const SAVED = { state: 'draft', self_level: '3', explanation: TYPED, version: '2', changes: '3' };

/* A test that failed leaves no lock to the next one. */
beforeEach(async () => {
	await Promise.all(rivals.splice(0).map((rival) => rival.end()));
	stack.sql(`
	UPDATE assessment SET state = 'not_started', version = 1 WHERE id = ${id};
	UPDATE answer SET self_level = NULL, city_level = NULL, province_level = NULL, explanation = '', updated_at = NULL,
		updated_by = NULL, version = 1
		WHERE assessment_id = ${id};
	DELETE FROM history WHERE assessment_id = ${id};`);
});

/* A page in Indonesian that says what is the matter, in whose number the log finds it. */
function assertPlainPage(page, status, heading) {
	assert.equal(page.status, status, page.text.slice(0, 600));
	assert.equal(page.one('html').getAttribute('lang'), 'id');
	assert.equal(page.heading, heading);
	assert.doesNotMatch(page.words('main'), /mysql|mariadb|socket|errno|\.c:\d|SELECT|NULL/i);
	return page.one('.matang-reference strong').words;
}

/* When, which program, who, from where, which request: and then what. A process that serves nobody just
 * then says "-" of the last two. */
const LINE = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [a-z]+ account \d+ from ([0-9a-f.:]+ request [0-9A-HJKMNP-TV-Z]{8}|- request -): \S/;

/* The log's lines of a reference, each with the place in the source that reported it. */
function logged(program, reference, words) {
	const lines = stack.log(program === 'any' ? 'apache' : stack.server === 'nginx' ? program : 'apache')
		.split('\n').filter((line) => line.includes(` ${reference}: `));
	assert.ok(lines.length > 0, `no line of ${reference} in the log`);
	for (const line of lines)
		assert.match(line, LINE);
	assert.match(lines.join('\n'), /: \S+\.c:\d+: /);
	if (words)
		assert.match(lines.join('\n'), words);
}

const workers = (program) => stack.workers(program);

const processes = { skip: (process.env.MATANG_TEST_SERVER ?? 'nginx') !== 'nginx' &&
	'Apache manages its processes itself' };

/* ---- the database ------------------------------------------------------------------------------- */

describe('the database away', () => {
	it('is said on a page, gives back what was typed, and is over when it is over', async () => {
		const page = await sheet();

		await stack.withoutDatabase(async () => {
			const refused = await save(page);
			logged('questionnaire', assertPlainPage(refused, 503, 'Layanan sedang tidak tersedia'), /connect/);
			assert.ok(refused.all('textarea').some((one) => one.textContent.trim() === TYPED), 'the text is there');
			assertPlainPage(await operator.get('/questionnaire/'), 503, 'Layanan sedang tidak tersedia');
			const script = await operator.get('/questionnaire/', { headers: { accept: 'application/json' } });
			assert.equal(script.status, 503);
			assert.equal(script.json.error, 503);
			for (const program of ['account', 'questionnaire', 'portal'])
				assert.equal((await operator.get(`/${program}/healthz`)).status, 503);
		});
		assert.deepEqual(kept(), UNTOUCHED);
		assert.equal((await save(page)).status, 303);
		assert.deepEqual(kept(), SAVED);
		assert.equal((await operator.get('/questionnaire/healthz')).status, 200);
	});

	it('does not keep a stranger from reading what needs no database', async () => {
		await stack.withoutDatabase(async () => {
			assert.equal((await stack.client().get('/account/')).status, 200);
			assertPlainPage(await stack.client().get('/portal/'), 503, 'Layanan sedang tidak tersedia');
		});
	});
});

describe('a connection that was cut', () => {
	it('between two requests is not noticed by anybody', async () => {
		for (let i = 0; i < 3; i++) {
			const page = await sheet();
			assert.equal(page.status, 200);
			stack.cutConnections();
			assert.equal((await save(page, 1 + i)).status, 303);
			stack.cutConnections();
		}
		assert.equal(kept().self_level, '3');
	});

	it('inside a transaction leaves nothing half done', async () => {
		const page = await sheet();
		const rival = await holdAnswer();
		const answer = save(page);

		const [thread] = await until('the save waits', () => waiting().length && waiting());
		stack.sql(`KILL ${thread}`);
		const refused = await answer;
		logged('questionnaire', assertPlainPage(refused, 503, 'Layanan sedang tidak tersedia'));
		assert.ok(refused.all('textarea').some((one) => one.textContent.trim() === TYPED), 'the text is there');
		await rival.run('ROLLBACK');
		rival.end();
		await until('the transaction is gone', () => !transactions());
		assert.deepEqual(kept(), UNTOUCHED);
		assert.equal((await save(page)).status, 303);
		assert.deepEqual(kept(), SAVED);
	});
});

describe('two who want the same rows', () => {
	it('in the opposite order: the deadlock is redone, once and for all', async () => {
		const page = await sheet();
		const rival = await holdAnswer();
		/* The one who has done more is spared: that is the rival. */
		await rival.run('UPDATE answer SET corrected = 0, updated_at = UTC_TIMESTAMP(3) WHERE assessment_id <> ' + id);
		const before = Number(stack.sql("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")[0].Value);
		const answer = save(page);

		await until('the save waits', () => waiting().length);
		await rival.run(`UPDATE assessment SET notified_how = notified_how WHERE id = ${id}`);
		assert.equal(Number(stack.sql("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")[0].Value), before + 1);
		await rival.run('ROLLBACK');
		rival.end();
		assert.equal((await answer).status, 303);
		assert.deepEqual(kept(), SAVED);
	});

	it('a move that comes while the report is issued waits for it, and is refused', async (t) => {
		const page = await sheet(), rival = new Rival();
		t.after(() => stack.sql(`UPDATE cycle c JOIN assessment a ON a.cycle_id = c.id SET c.state = 'open', c.reported_at = NULL WHERE a.id = ${id}`));
		await rival.run(`START TRANSACTION; UPDATE cycle c JOIN assessment a ON a.cycle_id = c.id
			SET c.state = 'reported', c.reported_at = UTC_TIMESTAMP(3) WHERE a.id = ${id}`);
		const answer = save(page);
		await until('the save waits', () => waiting().length);
		await rival.run('COMMIT');
		rival.end();
		assert.equal((await answer).status, 409);
		assert.deepEqual(kept(), UNTOUCHED);
	});

	it('one that is held for long lets go of the process, says so and keeps the text', async () => {
		const page = await sheet();
		const rival = await holdAnswer();
		const began = Date.now();
		const refused = await save(page);

		assert.ok(Date.now() - began < 10_000, 'once is enough');
		logged('questionnaire', assertPlainPage(refused, 503, 'Layanan sedang tidak tersedia'), /1205/);
		assert.match(refused.words('main'), /sedang dipakai proses lain/);
		assert.ok(refused.all('textarea').some((one) => one.textContent.trim() === TYPED), 'the text is there');
		await rival.run('ROLLBACK');
		rival.end();
		assert.deepEqual(kept(), UNTOUCHED);
		assert.equal((await save(page)).status, 303);
		assert.deepEqual(kept(), SAVED);
	});

	it('a table that a copy holds is waited for as long as a row, to read and to write', async () => {
		const page = await sheet();
		const rival = new Rival();
		await rival.run('LOCK TABLES answer WRITE');
		const began = Date.now();
		const [refused, unread] = await Promise.all([save(page), sheet()]);

		assert.ok(Date.now() - began < 25_000, 'not as long as the connection waits for an answer');
		logged('questionnaire', assertPlainPage(refused, 503, 'Layanan sedang tidak tersedia'), /1205/);
		assert.match(refused.words('main'), /sedang dipakai proses lain.*Perubahan Anda belum tersimpan/);
		assert.ok(refused.all('textarea').some((one) => one.textContent.trim() === TYPED), 'the text is there');
		assertPlainPage(unread, 503, 'Layanan sedang tidak tersedia');
		assert.match(unread.words('main'), /sedang dipakai proses lain/);
		assert.doesNotMatch(unread.words('main'), /belum tersimpan/, 'who reads has changed nothing');
		await rival.run('UNLOCK TABLES');
		rival.end();
		assert.equal((await save(page)).status, 303);
	});

	it('twenty at a time: one wins, the others are told', async () => {
		const page = await sheet();
		const all = await Promise.all(Array.from({ length: 20 }, () => operator.submit(page,
			{ level: 3, explanation: `${TYPED} ${Math.random()}` }, { form: 'form[data-autosave]', follow: false })));
		const statuses = all.map((one) => one.status);

		assert.equal(statuses.filter((status) => status === 303).length, 1, statuses.join(' '));
		assert.ok(statuses.every((status) => [303, 409].includes(status)), statuses.join(' '));
		assert.deepEqual({ ...kept(), explanation: TYPED }, SAVED);
	});
});

describe('a database that answers with an error', behindOne, () => {
	/* What MariaDB says at the next so many rows of history, in the words of its own error. The count
	 * outlives the transaction that is rolled back. */
	const withTrigger = (code, times, act, message = 'as said') => {
		/* Its body has semicolons: by a client of its own. */
		spawnSync('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`, '--delimiter=//', 'matang'],
			{ input: `CREATE OR REPLACE TABLE said (times INT) ENGINE=Aria//
			INSERT INTO said VALUES (${times})//
			CREATE OR REPLACE TRIGGER saying BEFORE INSERT ON history FOR EACH ROW
			IF (SELECT times FROM said) > 0 THEN UPDATE said SET times = times - 1;
				SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = ${code}, MESSAGE_TEXT = '${message}';
			END IF//` });
		return act().finally(() => stack.sql('DROP TRIGGER IF EXISTS saying; DROP TABLE IF EXISTS said'));
	};
	const left = () => stack.sql('SELECT times FROM said')[0].times;

	for (const code of [1213, 1467, 1020])
		it(`that is a deadlock (${code}) does it again, and gives up after five times`, async () => {
			const page = await sheet();
			await withTrigger(code, 3, async () => {
				assert.equal((await save(page)).status, 303);
				assert.equal(left(), '0');
			});
			assert.deepEqual(kept(), SAVED);
			await withTrigger(code, 99, async () => {
				const refused = await save(await sheet(), 4);
				logged('questionnaire', assertPlainPage(refused, 503, 'Layanan sedang tidak tersedia'), new RegExp(String(code)));
				assert.equal(left(), String(99 - 5));
			});
			assert.deepEqual(kept(), SAVED);
		});

	for (const [code, words, message] of [[1114, /penuh/], [1021, /penuh/], [1290, /hanya dapat dibaca/], [1461, /Terlalu banyak yang memakai/],
		[1038, /Terlalu banyak yang memakai/], [1317, /menghentikan permintaan/], [1969, /menghentikan permintaan/],
		[3, /penuh/, 'Error writing file /tmp/MYfd=17 (Errcode: 28 "No space left on device")'],
		[1, /hanya dapat dibaca/, 'Can not create/write to file /tmp/x (Errcode: 30 "Read-only file system")'],
		[1030, /penuh/, 'Got error 122 "Disk quota exceeded" from storage engine InnoDB']])
		it(`that no room or right is left (${code}) is said in words, once`, async () => {
			const page = await sheet();
			await withTrigger(code, 99, async () => {
				const refused = await save(page);
				logged('questionnaire', assertPlainPage(refused, 503, 'Layanan sedang tidak tersedia'), new RegExp(String(code)));
				assert.match(refused.words('main'), words);
				assert.match(refused.words('main'), /Perubahan Anda belum tersimpan/);
				assert.ok(refused.all('textarea').some((one) => one.textContent.trim() === TYPED), 'the text is there');
				assert.equal(left(), '98', 'it is not tried again');
			}, message);
			assert.deepEqual(kept(), UNTOUCHED);
		});

	it('that it may be read only lets everybody read', async (t) => {
		const page = await sheet();
		t.after(() => stack.sql('SET GLOBAL read_only = 0'));
		stack.sql('SET GLOBAL read_only = 1');
		assert.equal((await sheet()).status, 200);
		assert.match(assertPlainPage(await save(page), 503, 'Layanan sedang tidak tersedia'), /./);
		stack.sql('SET GLOBAL read_only = 0');
		assert.equal((await save(page)).status, 303);
	});

	it('that it prepares no more statements is over as soon as it does again', async (t) => {
		t.after(() => stack.sql('SET GLOBAL max_prepared_stmt_count = DEFAULT'));
		stack.sql('SET GLOBAL max_prepared_stmt_count = 0');
		stack.cutConnections();
		const refused = await sheet();
		assertPlainPage(refused, 503, 'Layanan sedang tidak tersedia');
		assert.match(refused.words('main'), /Terlalu banyak yang memakai/);
		stack.sql('SET GLOBAL max_prepared_stmt_count = DEFAULT');
		assert.equal((await sheet()).status, 200);
	});
});

describe('letters that no name here has', () => {
	it('are looked for, and nothing is found', async () => {
		const client = stack.client();
		const refused = await client.submit(await client.get('/account/'), { username: 'opératör', password: PASSWORD });
		assert.equal(refused.status, 422);
		for (const address of ['/portal/check?code=' + encodeURIComponent('ÉÉÉÉ-ÉÉÉÉ')])
			assert.ok((await client.get(address)).status < 500, address);
		const admin = await world.as('admin');
		const found = await admin.get('/cycle/accounts?q=' + encodeURIComponent('é'));
		assert.equal(found.status, 200);
	});
});

describe('room that is nearly used up', behindOne, () => {
	const file = (n) => ({ filename: `berkas ${n}.pdf`, type: 'application/pdf',
		content: Buffer.concat([PDF, Buffer.alloc(300_000, String.fromCharCode(65 + n))]) });
	const stored = () => Number(stack.sql('SELECT COALESCE(SUM(bytes), 0) AS n FROM revision')[0].n);
	const kept = () => readdirSync(stack.files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
	let documents;

	before(async () => {
		const page = await operator.get('/upload/new/address');
		for (let n = 0; n < 6; n++)
			await operator.submit(page, { title: `Tautan contoh ${n}`, kind: 'laporan', outside_address: `https://contoh.invalid/${n}` },
				{ form: 'form:has([name=outside_address])', follow: false });
		documents = stack.sql('SELECT id FROM document').map((row) => row.id);
		assert.equal(documents.length, 6);
		stack.sql("UPDATE setting SET value = '1' WHERE name = 'agency_quota_mib'");
	});
	after(() => stack.sql(`UPDATE setting SET value = '2048' WHERE name = 'agency_quota_mib';
		DELETE FROM revision; DELETE FROM document;`));

	it('is given to those whom it holds, also when all come at once', async () => {
		const csrf = operator.csrf(await operator.get('/upload/'));
		const all = await Promise.all(documents.map((document, n) =>
			operator.postMultipart(`/upload/document/${document}/revision`, [['csrf', csrf], ['file', file(n)]])));
		const statuses = all.map((page) => page.status).sort();

		assert.deepEqual(statuses, [303, 303, 303, 413, 413, 413]);
		assert.ok(stored() <= 1 << 20, `${stored()} bytes`);
		assert.equal(kept(), 3, 'what was refused is not kept');
	});
});

describe('a form that is printed while its predecessor is signed', behindOne, () => {
	const files = () => readdirSync(stack.files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
	let signed, head, csrf;

	beforeEach(async () => {
		signed = world.assessment('DKUMKMP');
		head = await world.as('kepala.dkumkmp');
		world.finish(signed);
		csrf = head.csrf(await head.submit(await head.get(`/signoff/${signed}/`), {}, { form: 'form[action$="/form"]' }));
	});
	afterEach(() => stack.sql(`DELETE FROM signature; DELETE FROM issued_document; DELETE FROM history WHERE assessment_id = ${signed};`));

	/* Whoever is first has the row; the other waits for it with the old form in its hand. Who waits does so for three
	   seconds: what comes first is therefore done by a rival, however slow the machine is. */
	async function behind(first, send) {
		const rival = new Rival();
		try {
			await rival.run(`START TRANSACTION; SELECT state FROM assessment WHERE id = ${signed} FOR UPDATE`);
			const sent = send();
			await until('it waits', () => waiting().length === 1);
			await rival.run(`${first}; COMMIT`);
			return (await sent).status;
		} finally {
			await rival.end();
		}
	}

	it('makes the signature come too late', async () => {
		const [{ form }] = stack.sql(`SELECT id AS form FROM issued_document WHERE assessment_id = ${signed} AND kind = 'form' AND ended IS NULL`);
		const token = operator.csrf(await operator.get('/upload/')), before = files();
		assert.equal(await behind(`UPDATE issued_document SET ended = 'replaced', ended_at = UTC_TIMESTAMP(3) WHERE id = ${form}`,
			() => operator.postMultipart(`/signoff/${signed}/scan`, [['csrf', token], ['file', { filename: 'a.pdf', type: 'application/pdf', content: PDF }]])), 409);
		assert.deepEqual(stack.sql('SELECT id FROM signature'), []);
		assert.equal(files(), before, 'a refused scan is not kept');
	});

	it('comes too late itself', async () => {
		assert.equal(await behind(`INSERT INTO signature (issued_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
			SELECT id, 'ink', UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'aa/rival', UTC_TIMESTAMP(3), issued_by
			FROM issued_document WHERE assessment_id = ${signed} AND kind = 'form' AND ended IS NULL;
			UPDATE assessment SET state = 'signed', version = version + 1 WHERE id = ${signed}`,
		() => head.post(`/signoff/${signed}/form`, { csrf })), 409);
		assert.equal(stack.sql(`SELECT id FROM issued_document WHERE assessment_id = ${signed} AND kind = 'form'`).length, 1);
	});
});

describe('what moved while somebody waited', behindOne, () => {
	it('is seen behind the lock: nothing is printed, nothing reopened', async () => {
		const moved = world.assessment('DKUMKMP');
		for (const [name, state, place, fields] of [['kepala.dkumkmp', 'validated', 'form', {}],
			['verifikator', 'received', 'reopen', { reason: 'Ada dokumen yang tertinggal.' }]]) {
			world.finish(moved, { state });
			const who = await world.as(name), rival = new Rival();
			const csrf = who.csrf(await who.get('/account/profile'));
			await rival.run(`START TRANSACTION; UPDATE assessment SET state = 'draft' WHERE id = ${moved}`);
			const sent = who.post(`/signoff/${moved}/${place}`, { csrf, ...fields });
			await until('it waits', () => waiting().length === 1);
			await rival.run('COMMIT');
			rival.end();
			assert.equal((await sent).status, 409, place);
			assert.equal(world.state(moved), 'draft');
		}
		assert.deepEqual(stack.sql(`SELECT 1 AS one FROM issued_document WHERE assessment_id = ${moved}
			UNION ALL SELECT 1 FROM history WHERE assessment_id = ${moved} AND subject = 'state'`), []);
	});

	it('is not written over: a level that a colleague has just saved', async () => {
		const about = world.assessment('DKUMKMP'), team = await world.as('verifikator'), rival = new Rival();
		const answer = `assessment_id = ${about} AND variable_id = (SELECT id FROM variable WHERE number = 3 LIMIT 1)`;
		world.finish(about, { state: 'submitted' });
		const csrf = team.csrf(await team.get('/account/profile'));
		const [{ version }] = stack.sql(`SELECT version FROM answer WHERE ${answer}`);
		await rival.run(`START TRANSACTION; UPDATE answer SET version = version + 1, city_reason = 'Kata rekan' WHERE ${answer}`);
		const sent = team.post(`/verify/${about}/3`, { csrf, version, level: 2, reason: 'Belum lengkap', recommendation: 'Lengkapi', act: 'save' });
		await until('it waits', () => waiting().length === 1);
		await rival.run('COMMIT');
		rival.end();
		assert.equal((await sent).status, 409);
		assert.equal(stack.sql(`SELECT city_reason FROM answer WHERE ${answer}`)[0].city_reason, 'Kata rekan');
	});

	it('is counted: of two papers each has its number', async () => {
		const about = world.assessment('DKUMKMP'), team = await world.as('verifikator'), rival = new Rival();
		const csrf = team.csrf(await team.get('/account/profile'));
		world.finish(about);
		await rival.run(`START TRANSACTION; SELECT id FROM cycle WHERE id = 1 FOR UPDATE;
			INSERT INTO issued_document (cycle_id, assessment_id, kind, number, code, content, digest, issued_at, issued_by)
			SELECT 1, ${world.assessment('Dishub')}, 'minutes', 1, 'RIVAL', 'a=b', UNHEX(SHA2('a=b', 256)), UTC_TIMESTAMP(3), MIN(id) FROM account`);
		const sent = team.post(`/paper/agency/${about}/issue`, { csrf, kind: 'minutes' });
		await until('it waits', () => waiting().length === 1);
		await rival.run('COMMIT');
		rival.end();
		assert.equal((await sent).status, 303);
		assert.deepEqual(stack.sql("SELECT number FROM issued_document WHERE kind = 'minutes' ORDER BY id").map((row) => row.number), ['1', '2']);
		stack.sql(`DELETE FROM history WHERE assessment_id = ${about}; DELETE FROM issued_document`);
	});
});

/* ---- the processes ------------------------------------------------------------------------------ */

describe('a worker', processes, () => {
	const FORM = 'next=&username=operator.dkumkmp&password=salah&csrf=0';
	const variables = {
		REQUEST_METHOD: 'POST', PATH_INFO: '/', QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1',
		REMOTE_ADDR: '127.0.0.1', CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: FORM.length,
	};
	const fresh = (program, old) => until('others are there', () => {
		const now = workers(program);
		return now.length === old.length && now.every((pid) => !old.includes(pid));
	});

	it('told to end while it is idle ends, and another takes its place', async () => {
		const old = workers('account');
		old.forEach((pid) => process.kill(pid, 'SIGTERM'));
		await fresh('account', old);
		assert.equal((await operator.get('/account/healthz')).status, 200);
	});

	it('told to end while a body still comes in answers first', async () => {
		const old = workers('account');
		const request = new FcgiRequest(`${stack.run}/account.sock`, variables).body(Buffer.from(FORM.slice(0, 20)));

		await pause(300);
		old.forEach((pid) => process.kill(pid, 'SIGTERM'));
		await pause(300);
		const { status, text } = await request.body(Buffer.from(FORM.slice(20))).end().answer;
		assert.equal(status, 403);
		assert.match(text, /<\/html>\s*$/);
		await fresh('account', old);
	});

	it('told to end while it waits for the database answers first', async () => {
		const page = await sheet();
		const rival = await holdAnswer();
		const old = workers('questionnaire');
		const answer = save(page);

		await until('the save waits', () => waiting().length);
		old.forEach((pid) => process.kill(pid, 'SIGTERM'));
		await pause(300);
		await rival.run('ROLLBACK');
		rival.end();
		assert.equal((await answer).status, 303);
		assert.deepEqual(kept(), SAVED);
		await fresh('questionnaire', old);
	});

	it('killed in the middle leaves nothing half done, and another takes its place', async () => {
		const page = await sheet();
		const rival = await holdAnswer();
		const old = workers('questionnaire');
		const answer = save(page);

		await until('the save waits', () => waiting().length);
		old.forEach((pid) => process.kill(pid, 'SIGKILL'));
		const refused = await answer;
		assert.equal(refused.status, 502);
		assert.equal(refused.heading, 'Layanan sedang tidak tersedia');
		await rival.run('ROLLBACK');
		rival.end();
		await until('its transaction is gone', () => !transactions());
		assert.deepEqual(kept(), UNTOUCHED);
		await fresh('questionnaire', old);
		assert.equal((await save(page)).status, 303);
		assert.deepEqual(kept(), SAVED);
	});

	it('does not mind who hangs up: in the head, in the body, before the answer', async () => {
		const old = workers('account');

		for (let i = 0; i < 4; i++) {
			new FcgiRequest(`${stack.run}/account.sock`, variables).cut();
			const half = new FcgiRequest(`${stack.run}/account.sock`, variables).body(Buffer.from(FORM.slice(0, 20)));
			await pause(50);
			half.cut();
			const whole = new FcgiRequest(`${stack.run}/account.sock`, variables).body(Buffer.from(FORM)).end();
			await pause(1);
			whole.cut();
		}
		for (let i = 0; i < 6; i++)
			assert.equal((await stack.client().get('/account/')).status, 200);
		assert.deepEqual(workers('account'), old);
	});
});

/* ---- the disk ----------------------------------------------------------------------------------- */

describe('a full disk', { skip: process.getuid() !== 0 && 'a small disk to fill takes root' }, () => {
	const big = { filename: 'besar.pdf', type: 'application/pdf', content: Buffer.concat([PDF, Buffer.alloc(3_000_000, ' ')]) };
	const small = { filename: 'kecil.pdf', type: 'application/pdf', content: PDF };
	const details = { title: 'Laporan contoh tahunan', kind: 'laporan' };
	const below = () => readdirSync(stack.files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	const upload = async (file) => operator.submit(await operator.get('/upload/new'), { ...details, file },
		{ form: 'form[enctype]', follow: false });

	before(() => stack.mountFiles('1m'));
	after(() => stack.umountFiles());

	it('refuses the file in plain words, keeps what was typed and nothing of the file', async () => {
		const refused = await upload(big);

		assert.equal(refused.status, 507);
		assert.match(refused.words('main'), /Penyimpanan di server penuh/);
		assert.equal(refused.one('input[name=title]').getAttribute('value'), details.title);
		assert.deepEqual(below(), []);
		assert.deepEqual(stack.sql('SELECT id FROM document'), []);
	});

	it('takes what fits, and again all when there is room', async () => {
		assert.equal((await upload(small)).status, 303);
		assert.equal((await upload(big)).status, 507);
		assert.equal(below().length, 1);
		assert.equal(spawnSync('mount', ['-o', 'remount,size=8m', stack.files]).status, 0);
		assert.equal((await upload(big)).status, 303);
		assert.equal(below().length, 2);
		assert.equal(stack.matang(['verify']).status, 0);
	});
});

/* ---- the instance --------------------------------------------------------------------------- */

describe('a template that is gone', processes, () => {
	let folder, config;

	before(async () => {
		folder = path.join(stack.var, 'templates');
		config = readFileSync(stack.config, 'utf8');
		cpSync(path.join(ROOT, 'templates'), folder, { recursive: true });
		writeFileSync(stack.config, config.replace(/^templates_dir .*$/m, `templates_dir ${folder}`));
		const old = workers('questionnaire');
		process.kill(stack.pid('questionnaire'), 'SIGHUP');
		await until('workers with the other folder', () => workers('questionnaire').length === old.length &&
			workers('questionnaire').every((pid) => !old.includes(pid)));
		assert.equal((await sheet()).status, 200);
	});
	after(() => writeFileSync(stack.config, config));

	it('is a page with a number, and the log says which', async () => {
		renameSync(path.join(folder, 'questionnaire/variable.cs'), path.join(folder, 'gone'));
		/* Each process looks at its templates once a second. */
		const failed = () => until('a page without its template', async () => {
			const page = await sheet();
			return page.status !== 200 && page;
		});
		const reference = assertPlainPage(await failed(), 500, 'Terjadi gangguan');
		logged('questionnaire', reference, /page\.c:\d+: questionnaire\/variable: .*variable\.cs/s);
		assert.equal((await operator.get('/questionnaire/')).status, 200, 'other pages go on');
		renameSync(path.join(folder, 'gone'), path.join(folder, 'questionnaire/variable.cs'));
		assert.equal((await sheet()).status, 200);
	});

	it('is told without any template when all of them are', async () => {
		rmSync(folder, { recursive: true });
		/* The page's own template and that of errors are looked at once a second each, and not at the same moment. */
		const page = await until('an answer without any template', async () => {
			const answer = await sheet();
			return answer.headers['content-type'].startsWith('text/plain') && answer;
		});
		assert.equal(page.status, 500);
		assert.match(page.headers['content-security-policy'], /default-src 'none'/);
		const reference = /^Kesalahan 500, nomor rujukan ([0-9A-Z]{8})\n$/.exec(page.text)[1];
		logged('questionnaire', reference, /layout|macros|variable/);
		cpSync(path.join(ROOT, 'templates'), folder, { recursive: true });
		for (let i = 0; i < 4; i++)
			assert.equal((await sheet()).status, 200);
	});
});

/* ---- the log ------------------------------------------------------------------------------------ */

describe('the log', () => {
	it('has no secret of anybody, whatever went wrong', async () => {
		const marks = ['rahasia-kata-sandi-7Q', 'rahasia-uraian-9Z', 'rahasia-nama-4K'];
		const stranger = stack.client();
		const page = await stranger.get('/account/');
		await stranger.submit(page, { username: marks[2], password: marks[0] });
		await stranger.submit(page, { username: 'operator.dishub', password: marks[0] });
		await stranger.post('/account/', { username: marks[2], password: marks[0], csrf: 'rahasia-kata-sandi-7Q', unknown: marks[1] });

		const own = await sheet();
		const csrf = operator.csrf(own);
		for (const fields of [{ explanation: marks[1] }, { csrf, explanation: marks[1], unknown: marks[1] },
			{ csrf, level: marks[1], version: 1 }, { csrf, explanation: marks[1].repeat(2000), version: 1, level: 3 },
			{ csrf: `${csrf.slice(1)}0`, explanation: marks[1] }])
			await operator.post(`/questionnaire/${id}/${VARIABLE}`, fields);
		await operator.request('POST', `/questionnaire/${id}/${VARIABLE}`,
			{ body: `csrf=${csrf}&explanation=${marks[1]}%ff`, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
		await stack.withoutDatabase(() => operator.post(`/questionnaire/${id}/${VARIABLE}`,
			{ csrf, level: 3, version: 1, explanation: marks[1] }));

		const secrets = [...marks, PASSWORD, csrf.split('.')[0], operator.cookie('matang'), TYPED, 'dan tidak boleh hilang',
			/^db_password (.*)$/m.exec(readFileSync(stack.config, 'utf8'))[1]];
		let read = 0;
		for (const name of readdirSync(path.join(stack.var, 'log'))) {
			const log = stack.log(name.replace(/\.log$/, ''));
			read += log.length;
			for (const secret of secrets)
				assert.ok(!log.includes(secret), `${name} holds ${secret}`);
		}
		assert.ok(read > 1000);
	});

	/* The line of a request, which is written behind its answer. */
	const outcome = (program, form) => until(`a line like ${form} in the log`,
		() => stack.log(stack.server === 'nginx' ? program : 'apache').split('\n').find((line) => form.test(line)));

	it('has a line for each change and each refusal, in one form, with who and what came of it', async () => {
		const page = await operator.get('/upload/nowhere');
		const account = stack.sql("SELECT id FROM account WHERE username = 'operator.dkumkmp'")[0].id;
		const line = await outcome('upload', new RegExp(` ${page.one('.matang-reference strong').words}: .*\\b\\d{3}: `));
		assert.match(line, LINE);
		assert.match(line, / GET \/nowhere 404: no such address$/);
		await operator.submit(await sheet(), { explanation: 'ringkas', level: 3 }, { form: 'form[data-autosave]' });
		await outcome('questionnaire', new RegExp(` account ${account} from 127\\.0\\.0\\.1 request \\w{8}: POST /${id}/${VARIABLE} (200|303)`));
		assert.doesNotMatch(stack.log(stack.server === 'nginx' ? 'questionnaire' : 'apache'), / GET \S+ 200/);
	});

	it('says of each refusal what it came of', async () => {
		const csrf = operator.csrf(await sheet());
		const team = await world.as('verifikator');
		const refused = async (page, program, words) => {
			const reference = page.one('.matang-reference strong').words;
			const line = await outcome(program, new RegExp(` ${reference}: .* \\d{3}: `));
			assert.match(line, LINE);
			assert.match(line, words);
		};
		await refused(await operator.get('/verify/'), 'verify', / 403: not the role of this route$/);
		await refused(await operator.request('DELETE', '/questionnaire/'), 'questionnaire', / 405: no such method there$/);
		await refused(await stack.client().post('/upload/new/address', {}), 'upload', / account 0 .* 401: nobody is signed in$/);
		await refused(await operator.post(`/questionnaire/${id}/${VARIABLE}`, { csrf: 'x' }), 'questionnaire', / 403: the token is missing or old$/);
		await refused(await operator.post(`/questionnaire/${id}/${VARIABLE}`, { csrf, nothing: '1' }), 'questionnaire', / 400: an unknown field$/);
		await refused(await operator.get('/upload/document/999999'), 'upload', / 404: nothing there for this account$/);
		await refused(await team.get(`/verify/${world.assessment('Bagor')}/return`), 'verify', / 403: works in the agency that is judged$/);
		await refused(await operator.post('/upload/new/address', { csrf }, { headers: { origin: 'https://contoh.invalid' } }), 'upload',
			/ 403: sent by a page of another site$/);
		const wrong = stack.client();
		await wrong.submit(await wrong.get('/account/'), { username: 'auditor', password: 'keliru' }, { form: 'main form' });
		await operator.post('/upload/new/address', { csrf, kind: 'laporan' });
		await outcome('account', / account 0 from 127\.0\.0\.1 request \w{8}: POST \/ 422: wrong name or password, or an account that has ended$/);
		await outcome('upload', /: POST \/new\/address 422: not taken: title/);
	});

	/* The file has caused what there is to cause: every line of every program is read. */
	it('is lines of one form, in every program', () => {
		const names = stack.server === 'nginx' ? readdirSync(path.join(ROOT, 'templates')).filter((name) => existsSync(path.join(stack.var, 'log', `${name}.log`))) : [];
		let read = 0;
		for (const name of names)
			for (const line of stack.log(name).split('\n').filter((one) => one && !one.startsWith('---- '))) {	/* the demo's own head */
				assert.match(line, new RegExp(`^${LINE.source}`), name);
				read++;
			}
		assert.ok(stack.server !== 'nginx' || (names.length > 8 && read > 50), `${read} lines of ${names}`);
	});

	it('takes no line from outside', async () => {
		for (const address of ['/portal/check?code=%0Amatang:%20ABCDEFGH:%20x.c:1:%20palsu',
			'/portal/data/%0Amatang:%20palsu/2026.json'])
			await stack.client().get(address);
		await stack.client().get('/portal/', { headers: { 'user-agent': 'a\tmatang: palsu' } });
		await stack.client().get('/portal/nowhere', { headers: { 'x-forwarded-for': '192.0.2.99', forwarded: 'for=192.0.2.99', 'x-real-ip': '192.0.2.99' } });
		for (const name of readdirSync(path.join(stack.var, 'log')))
			assert.doesNotMatch(stack.log(name.replace(/\.log$/, '')), /^matang: (ABCDEFGH|palsu)|192\.0\.2\.99/m);
		assert.ok(existsSync(path.join(stack.var, 'log')));
	});
});

describe('healthz', () => {
	const health = async (who = stack.client()) => (({ status, text }) => ({ status, lines: text.trim().split('\n') }))(await who.get('/portal/healthz'));

	it('names to anybody what is wrong, and says no more', async () => {
		assert.deepEqual(await health(), { status: 200, lines: ['ok'] });
		stack.sql('SET GLOBAL read_only = 1');
		try {
			assert.deepEqual(await health(), { status: 200, lines: ['ok', 'database read-only'] });
		} finally {
			stack.sql('SET GLOBAL read_only = 0');
		}
		assert.deepEqual(await stack.withoutDatabase(() => health()), { status: 503, lines: ['database away'] });
	});

	it('tells that the key of the secrets is gone', async () => {
		const key = /^secrets_key (.*)$/m.exec(readFileSync(stack.config, 'utf8'))[1];
		renameSync(key, `${key}.away`);
		try {
			assert.deepEqual(await health(), { status: 200, lines: ['ok', 'secrets key missing'] });
		} finally {
			renameSync(`${key}.away`, key);
		}
	});

	it('is 503 while the schema is not yet that of the program', async () => {
		const [{ last }] = stack.sql('SELECT MAX(number) AS last FROM migration');
		stack.sql(`UPDATE migration SET finished_at = NULL WHERE number = ${last}`);
		try {
			assert.deepEqual(await health(), { status: 503, lines: ['schema differs'] });
		} finally {
			stack.sql(`UPDATE migration SET finished_at = began_at WHERE number = ${last}`);
		}
		assert.equal((await health()).status, 200);
	});

	it('shows an administrator each part with its numbers, and nobody else', async () => {
		const { status, lines } = await health(await world.as('admin'));
		assert.equal(status, 200);
		assert.equal(lines[0], 'ok');
		for (const line of [/^database: \d+\.\d+/, /^schema: \d+, of the program \d+$/, /^storage: writable, .* left, uploads leave /,
			/^inspector: there$/, /^file types: known$/, /^secrets key: there$/, /^confinement: /])
			assert.ok(lines.some((one) => line.test(one)), `${line}\n${lines.join('\n')}`);
		for (const name of ['operator.dkumkmp', 'verifikator'])
			assert.deepEqual((await health(await world.as(name))).lines, ['ok']);
	});
});

describe('a browser that sends no text', () => {
	it('as its name can sign in all the same', async () => {
		const client = stack.client();
		const page = await client.get('/account/');
		const done = await client.submit(page, { username: 'operator.dishub', password: PASSWORD },
			{ headers: { 'user-agent': Buffer.from([0x4d, 0xff, 0xfe, 0x80]).toString('latin1') }, follow: false });
		assert.equal(done.status, 303, done.text.slice(0, 500));
	});

	it('in a path is told that there is nothing', async () => {
		for (const word of ['%ff%fe', '%c0%af', '%ed%a0%80', '%01', '64.71%00'])
			assert.ok([400, 404].includes((await stack.client().get(`/portal/data/${word}/2026.json`)).status), word);
	});
});

describe('A form that is sent twice at once and refused', { timeout: 60_000 }, () => {
	it('is not told to have been done', behindOne, async () => {
		const who = await world.as('auditor');
		const begun = await who.submit(await who.get('/account/second-factor', { follow: true }), {}, { form: 'form[action$="/begin"]' });
		await who.submit(begun, { code: totp(begun.words('#secret').replace(/ /g, '')) }, { form: 'main form' });
		const page = await who.get('/account/second-factor/codes');
		const send = (password) => who.submit(page, { password }, { form: 'main form' });

		/* Both have looked before either has written. */
		const rival = new Rival();
		await rival.run('START TRANSACTION; SELECT COUNT(*) FROM (SELECT id FROM change_mark FOR UPDATE) m');
		const sent = [send('salah sekali'), send('salah sekali')];
		await until('both wait', () => waiting().length === 2);
		await rival.run('ROLLBACK');
		const answers = await Promise.all(sent);

		assert.deepEqual(answers.map((one) => one.status).sort(), [409, 422]);
		const told = answers.find((one) => one.status === 409).words('main');
		assert.doesNotMatch(told, /dikerjakan satu kali/);
		assert.match(told, /yang pertama tidak dapat dikerjakan/);
		assert.equal((await send(PASSWORD)).all('.matang-codes code').length, 10);
	});
});
