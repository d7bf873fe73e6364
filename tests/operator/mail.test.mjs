// SPDX-License-Identifier: ISC
//
// Letters by mail, received by a real server behind a real sendmail (msmtp): what they say, and that
// nothing is lost and nothing comes twice where the server is away, slow, refuses, or dies in the middle,
// and where the background run is killed at any moment.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { settle } from '../web/city.mjs';
import { freePort, startStack, until } from '../web/harness.mjs';
import { needs } from '../web/needs.mjs';

needs('msmtp');

let stack, city, scratch, sendmail, port, server;
let received = [], behave = {};
const person = 'operator.satu';

function listen() {
	server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		logger: false,
		onRcptTo(address, session, done) {
			done(behave.refuse ? Object.assign(new Error('no such person here'), { responseCode: 550 }) : null);
		},
		onData(stream, session, done) {
			const chunks = [];
			stream.on('data', (chunk) => chunks.push(chunk));
			stream.on('end', async () => {
				if (behave.hang)
					return behave.reached = true;
				if (behave.slow)
					await sleep(behave.slow);
				if (behave.later)
					return done(Object.assign(new Error('not now'), { responseCode: 451 }));
				received.push({ to: session.envelope.rcptTo[0].address, ...letter(Buffer.concat(chunks).toString()) });
				if (behave.die)	/* it has it, and nobody hears that */
					return session.dropped = server.connections.forEach((one) => one.close?.());
				done();
			});
		},
	});
	server.on('error', () => {});
	return new Promise((done) => server.listen(port, '127.0.0.1', done));
}

/* Headers, unfolded and decoded, and the text. */
function letter(raw) {
	const [head, body] = raw.split(/\r?\n\r?\n/);
	const word = (text) => text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, code) => `\0${code}\0`)
		.replace(/\0+([^\0]+)(?=\0)/g, (_, code) => Buffer.from(code, 'base64').toString('latin1')).replace(/\0/g, '');
	const headers = Object.fromEntries(head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/).map((line) => {
		const [, name, value] = line.match(/^([^:]+):\s*(.*)$/);
		return [name.toLowerCase(), Buffer.from(word(value), 'latin1').toString()];
	}));
	return { headers, raw, text: Buffer.from(body, 'base64').toString() };
}

const tell = (count = 1, who = person) => stack.sql(`
	INSERT INTO message (account_id, kind, agency_id, agency_name, assessment_id, year, created_at, mail_due)
	SELECT a.id, 'returned', g.id, g.name, ${city.assessment('Dinas Contoh Satu')}, 2026, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
	FROM account a JOIN agency g ON g.id = 1 JOIN seq_1_to_${count} WHERE a.username = '${who}'`);
const mails = () => stack.sql('SELECT id, state, tries, error FROM mail ORDER BY id');
const states = () => mails().map((mail) => mail.state).join();
const again = () => stack.sql("UPDATE mail SET next_at = UTC_TIMESTAMP(3) WHERE state = 'ready'");
/* Beside this process, in which the server is. */
async function work() {
	const run = spawn(path.join(stack.build, 'bin/matang'), ['work', 'mail'],
		{ env: { ...process.env, MATANG_CONFIG: stack.config }, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';

	run.stderr.on('data', (text) => said += text);
	const [status] = await once(run, 'exit');
	assert.equal(said, '');
	return { status };
}
/* Those that hand letters to this server; looked for at once, before their keeper loses patience on a busy machine. */
const commandOf = (pid) => { try { return readFileSync(`/proc/${pid}/cmdline`, 'latin1'); } catch { return ''; } };
const sendmails = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(`--port=${port}`));
/* As a timer would: until nothing is on its way. */
const settled = (what = 'all letters ended') => until(what, async () => {
	again();
	await work();
	return !/ready|sending/.test(states());
}, 60_000);

before(async () => {
	scratch = mkdtempSync(path.join(tmpdir(), 'matang-mail-'));
	port = await freePort();
	sendmail = path.join(scratch, 'sendmail');
	writeFileSync(sendmail, `#!/bin/sh\nexec msmtp -C /dev/null --host=127.0.0.1 --port=${port} --tls=off --auth=off --timeout=20 "$@"\n`);
	chmodSync(sendmail, 0o755);
	chmodSync(scratch, 0o755);
	stack = await startStack({ env: { MATANG_SETTINGS: `sendmail ${sendmail}\nmail_from matang@contoh.go.id` } });
	city = settle(stack);
	stack.sql("UPDATE account SET email = CONCAT(username, '@contoh.go.id')");
	await listen();
});
after(async () => {
	server?.close();
	await stack?.stop();
	rmSync(scratch, { recursive: true, force: true });
});
beforeEach(() => {
	received = [];
	behave = {};
	stack.sql('UPDATE message SET mail_id = NULL, mail_due = NULL; DELETE FROM mail; DELETE FROM message');
});
afterEach(() => {
	const folder = path.join(stack.files, '.outgoing');
	if (existsSync(folder) && !/sending/.test(states()))
		assert.deepEqual(readdirSync(folder), [], 'no file stays behind');
});

describe('a letter', () => {
	it('says what happened, and where; to whom, and to nobody else', async () => {
		tell();
		assert.equal((await work()).status, 0);
		assert.equal(received.length, 1);
		const [{ to, headers, text, raw }] = received;
		assert.equal(to, 'operator.satu@contoh.go.id');
		assert.equal(headers.subject, 'Penilaian Dinas Contoh Satu dikembalikan untuk diperbaiki');
		assert.equal(headers.from, 'Matang <matang@contoh.go.id>');
		assert.match(headers.date, /^\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} \+0000$/);
		assert.match(headers['message-id'], /^<[0-9A-Z]{26}@contoh\.go\.id>$/);
		assert.equal(headers['auto-submitted'], 'auto-generated');
		assert.match(text, /^Yth\. Operator Satu,/);
		assert.match(text, /\/matang\/message\/\d+\n/);
		assert.doesNotMatch(text, /Verifikator|NIP|@/);
		assert.ok(raw.split('\r\n').every((line) => line.length <= 78));
		assert.equal(states(), 'sent');
	});

	it('is one of all that happened, with no more than twenty of them in words', async () => {
		tell(25);
		await work();
		assert.equal(received.length, 1);
		assert.equal(received[0].headers.subject, '25 kabar penilaian');
		assert.equal(received[0].text.match(/\/message\/\d+\n/g).length, 20);
		assert.match(received[0].text, /Dan 5 kabar lain/);
	});

	it('waits a while after the one before', async () => {
		tell();
		await work();
		tell();
		await work();
		assert.equal(received.length, 1);
		stack.sql('UPDATE mail SET created_at = created_at - INTERVAL 1 HOUR; UPDATE message SET mail_due = UTC_TIMESTAMP(3) WHERE mail_due IS NOT NULL');
		await work();
		assert.equal(received.length, 2);
	});

	it('goes to nobody who read it meanwhile, who has no address, or whose access has ended', async () => {
		tell();
		stack.sql('UPDATE message SET read_at = UTC_TIMESTAMP(3)');
		tell(1, 'kepala.satu');
		stack.sql("UPDATE account SET email = '' WHERE username = 'kepala.satu'");
		await work();
		assert.deepEqual([received.length, states()], [0, '']);
	});

	it('takes no header from a name or an address', async () => {
		stack.sql("UPDATE account SET email = 'a@b.id\\nBcc: c@contoh.go.id' WHERE username = 'operator.satu'");
		tell();
		await work();
		assert.deepEqual([received.length, states()], [0, 'given_up']);
		stack.sql("UPDATE account SET email = 'operator.satu@contoh.go.id' WHERE username = 'operator.satu'");
	});
});

describe('a server that', () => {
	it('is away: it is tried again, and later each time', async () => {
		await new Promise((done) => server.close(done));
		tell();
		await work();
		const pauses = [];
		for (let tries = 1; tries <= 3; tries++) {
			pauses.push(Number(stack.sql('SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), next_at) AS s FROM mail')[0].s));
			again();
			await work();
		}
		assert.ok(pauses[0] > 200 && pauses[1] > pauses[0] * 1.8 && pauses[2] > pauses[1] * 1.8, pauses.join());
		await listen();
		await settled();
		assert.deepEqual([received.length, states()], [1, 'sent']);
	});

	it('takes it later: not for somebody whose access has ended meanwhile', async () => {
		behave.later = true;
		tell();
		await work();
		behave.later = false;
		stack.sql(`UPDATE account SET state = 'ended', ended_at = UTC_TIMESTAMP(3) WHERE username = '${person}'`);
		again();
		await work();
		stack.sql(`UPDATE account SET state = 'active', ended_at = NULL WHERE username = '${person}'`);
		assert.deepEqual([received.length, states()], [0, 'given_up']);
	});

	it('never comes back: it is given up, where people see it', async () => {
		behave.later = true;
		tell();
		for (let tries = 0; tries < 9; tries++) {
			again();
			await work();
		}
		assert.equal(states(), 'given_up');
		assert.equal(received.length, 0);
		const admin = await city.signIn('admin');
		assert.match((await admin.get('/message/mail')).words('main'), /Operator Satu.*Tidak terkirim/);
	});

	it('refuses an address: it is given up at once, and the others go', async () => {
		behave.refuse = true;
		tell();
		assert.equal((await work()).status, 1, 'the operator is told');
		behave.refuse = false;
		tell(1, 'kepala.satu');
		stack.sql("UPDATE account SET email = 'kepala.satu@contoh.go.id' WHERE username = 'kepala.satu'");
		await work();
		assert.deepEqual(received.map((one) => one.to), ['kepala.satu@contoh.go.id']);
	});

	it('is slow: nobody sends it a second time meanwhile', async () => {
		behave.slow = 3000;
		tell();
		const first = spawn(path.join(stack.build, 'bin/matang'), ['work', 'mail', '--seconds', '1'],
			{ env: { ...process.env, MATANG_CONFIG: stack.config }, stdio: 'ignore' });
		await once(first, 'exit');
		assert.equal(states(), 'sending');
		await work();
		assert.equal(states(), 'sending');
		await settled();
		assert.deepEqual([received.length, states()], [1, 'sent']);
	});

	it('takes it and dies before it says so: what sendmail reports counts, under the same Message-ID', async () => {
		behave.die = true;
		tell();
		await work();
		behave.die = false;
		await settled();
		assert.ok(received.length >= 1);
		assert.equal(new Set(received.map((one) => one.headers['message-id'])).size, 1);
	});
});

describe('a run that is killed', () => {
	const COUNT = 12;

	it('at any moment loses nothing and sends nothing twice', async () => {
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, email, password_changed_at, created_at)
			SELECT CONCAT('banyak.', seq), password_hash, 'operator', 2, 1, CONCAT('Orang ', seq), CONCAT('banyak.', seq, '@contoh.go.id'), created_at, created_at
			FROM account JOIN seq_1_to_${COUNT} WHERE username = 'admin'`);
		for (let one = 1; one <= COUNT; one++)
			tell(1, `banyak.${one}`);
		behave.slow = 30;
		for (let times = 0; times < 40 && !(mails().length === COUNT && states().split(',').every((state) => state === 'sent')); times++) {
			const run = spawn(path.join(stack.build, 'bin/matang'), ['work', 'mail'],
				{ env: { ...process.env, MATANG_CONFIG: stack.config }, stdio: 'ignore' });
			const ended = once(run, 'exit');	/* it may have ended by itself before */
			await sleep(3 + (times * 37) % 140);
			run.kill('SIGKILL');
			await ended;
			again();
		}
		await settled();
		await work();	/* and once more: nothing is left to do but to tidy up */
		assert.deepEqual(received.map((one) => one.to).sort(), Array.from({ length: COUNT }, (_, at) => `banyak.${at + 1}@contoh.go.id`).sort());
		assert.deepEqual(new Set(states().split(',')), new Set(['sent']));
	});

	it('together with its keeper: not sent again by itself, but shown, and sent when somebody says so', async () => {
		tell();
		/* A sendmail that hangs after it was started, all of them killed. */
		behave.hang = true;
		const run = spawn(path.join(stack.build, 'bin/matang'), ['work', 'mail'],
			{ env: { ...process.env, MATANG_CONFIG: stack.config }, stdio: 'ignore' });
		await until('it is with sendmail', () => behave.reached, 60_000);
		for (const pid of sendmails())
			for (const one of [readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ')[1], pid])
				process.kill(Number(one), 'SIGKILL');
		run.kill('SIGKILL');
		await work();
		assert.equal(states(), 'uncertain');
		await work();
		assert.equal(received.length, 0);
		behave.hang = false;
		const admin = await city.signIn('admin');
		const page = await admin.get('/message/mail');
		assert.match(page.words('main'), /Operator Satu.*Tidak pasti/);
		assert.equal((await admin.submit(page, {}, { follow: false, form: 'main form[method=post]' })).status, 303);
		await work();
		assert.deepEqual([received.length, states()], [1, 'sent']);
	});
});
